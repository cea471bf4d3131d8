//! Files for clients.

use std::ops::Range;

use axum::{
    body::Body,
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use weixin_api::{Download, Error, FileOr};
use weixin_client::{FileStream, Streamed};

use crate::Problem;

/// The types that a browser may show. Everything else is saved: a page or a script from a stranger would run as
/// part of this site.
const SHOWN: [&str; 7] =
    ["image/png", "image/jpeg", "image/gif", "image/webp", "audio/amr", "audio/mpeg", "video/mp4"];

/// A file from the platform as a response, streamed while it arrives.
///
/// Its type is one that browsers may show, or `application/octet-stream`; its name is in `Content-Disposition`, without
/// anything that could be a path or end the header; its length is given if it is known, and then a client may ask for a
/// [range](Self::range).
#[derive(Debug)]
pub struct FileResponse {
    content: Content,
    mime: Option<String>,
    name: Option<String>,
    length: Option<u64>,
    range: Option<Range<u64>>,
    /// The range that was asked for cannot be.
    unsatisfiable: bool,
}

#[derive(Debug)]
enum Content {
    Stream(Box<FileStream>),
    Bytes(Bytes),
}

impl FileResponse {
    /// The file that a call with [`stream`](weixin_client::StreamFile::stream) returned.
    ///
    /// # Errors
    /// 404 if the platform returned something else, such as the address of a video.
    pub fn of<T>(streamed: Streamed<FileOr<T>>) -> Result<Self, Problem> {
        match streamed {
            Streamed::File(file) => Ok(file.into()),
            Streamed::Whole(FileOr::File(file)) => Ok(file.into()),
            Streamed::Whole(_) => Err(Problem::of_status(StatusCode::NOT_FOUND)),
        }
    }

    /// Only the part that a request asks for (`Range: bytes=…`). The platform sends whole files, so what comes before it
    /// is read and dropped. Requests for several parts get the whole file.
    #[must_use]
    pub fn range(mut self, request: &HeaderMap) -> Self {
        let asked = request.get(header::RANGE).and_then(|range| range.to_str().ok());
        if let (Some(length), Some(asked)) = (self.length, asked.and_then(parse_range)) {
            match asked.within(length) {
                Some(range) => self.range = Some(range),
                None => self.unsatisfiable = true,
            }
        }
        self
    }
}

impl From<FileStream> for FileResponse {
    fn from(file: FileStream) -> Self {
        let (mime, name) = (file.mime().map(str::to_owned), file.name().map(str::to_owned));
        let length = file.length();
        let content = Content::Stream(Box::new(file));
        Self { content, mime, name, length, range: None, unsatisfiable: false }
    }
}

impl From<Download> for FileResponse {
    fn from(file: Download) -> Self {
        let length = u64::try_from(file.content.len()).ok();
        let (content, mime, name) = (Content::Bytes(file.content), file.mime, file.name);
        Self { content, mime, name, length, range: None, unsatisfiable: false }
    }
}

impl IntoResponse for FileResponse {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        if let (true, Some(length)) = (self.unsatisfiable, self.length) {
            headers.extend(
                header_value(format!("bytes */{length}")).map(|v| (header::CONTENT_RANGE, v)),
            );
            return (StatusCode::RANGE_NOT_SATISFIABLE, headers).into_response();
        }
        let kind = self.mime.as_deref().and_then(|mime| mime.split(';').next()).map(str::trim);
        let shown =
            kind.and_then(|kind| SHOWN.iter().find(|shown| kind.eq_ignore_ascii_case(shown)));
        let mime = shown.copied().unwrap_or("application/octet-stream");
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(mime));
        headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        let disposition = disposition(shown.is_some(), self.name.as_deref());
        headers.extend(header_value(disposition).map(|value| (header::CONTENT_DISPOSITION, value)));
        if let Some(length) = self.length {
            headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
            let sent = self.range.as_ref().map_or(length, |range| range.end - range.start);
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(sent));
        }
        let mut status = StatusCode::OK;
        if let (Some(range), Some(length)) = (&self.range, self.length) {
            status = StatusCode::PARTIAL_CONTENT;
            let shown = format!("bytes {}-{}/{length}", range.start, range.end - 1);
            headers.extend(header_value(shown).map(|value| (header::CONTENT_RANGE, value)));
        }
        (status, headers, body(self.content, self.range)).into_response()
    }
}

fn body(content: Content, range: Option<Range<u64>>) -> Body {
    let chunks = match content {
        Content::Bytes(bytes) => stream::iter([Ok(bytes)]).left_stream(),
        Content::Stream(file) => file.into_stream().right_stream(),
    };
    let Some(range) = range else { return Body::from_stream(chunks) };
    // How far each chunk is from the start of the file decides what of it is sent.
    let mut passed = 0;
    let part = chunks.map_ok(move |chunk| {
        let (start, end) = (passed, passed + chunk.len() as u64);
        passed = end;
        let first = range.start.clamp(start, end) - start;
        let last = range.end.clamp(start, end) - start;
        let index = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(chunk.len());
        (chunk.slice(index(first)..index(last)), end >= range.end)
    });
    // The rest need not arrive.
    let part = part.try_filter(|(chunk, _)| std::future::ready(!chunk.is_empty()));
    let mut over = false;
    let part = part.try_take_while(move |(_, last)| {
        let goes_on = !over;
        over = *last;
        std::future::ready(Ok::<_, Error>(goes_on))
    });
    Body::from_stream(part.map_ok(|(chunk, _)| chunk))
}

fn header_value(text: String) -> Option<HeaderValue> {
    HeaderValue::try_from(text).ok()
}

/// One part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AskedRange {
    /// From a byte on, up to another that is included.
    From(u64, Option<u64>),
    /// The last bytes.
    Last(u64),
}

impl AskedRange {
    fn within(self, length: u64) -> Option<Range<u64>> {
        let range = match self {
            Self::From(first, last) => {
                first..last.map_or(length, |last| last.saturating_add(1).min(length))
            }
            Self::Last(count) => length.saturating_sub(count)..length,
        };
        (range.start < range.end).then_some(range)
    }
}

/// Reads `bytes=…` with one part.
fn parse_range(text: &str) -> Option<AskedRange> {
    let (first, last) = text.trim().strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| -> Option<u64> {
        let text = text.trim();
        (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse().ok())?
    };
    match (first.trim(), last.trim()) {
        ("", _) => number(last).map(AskedRange::Last),
        (_, "") => number(first).map(|first| AskedRange::From(first, None)),
        _ => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some(AskedRange::From(first, Some(last)))
        }
    }
}

/// The name of a file for the one who saves it.
fn disposition(shown: bool, name: Option<&str>) -> String {
    let way = if shown { "inline" } else { "attachment" };
    let Some(name) = name.map(last_part).filter(|name| !name.is_empty()) else {
        return way.to_owned();
    };
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')');
    let simple: String = name.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    if simple == name {
        return format!("{way}; filename=\"{simple}\"");
    }
    let encoded: String = name.bytes().map(percent_encoded).collect();
    format!("{way}; filename=\"{simple}\"; filename*=UTF-8''{encoded}")
}

/// The name without folders, and without dots that a system could read as folders or hide the file for.
fn last_part(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    name.trim_matches(|c: char| c.is_whitespace() || c.is_control() || c == '.')
}

/// A byte of an `ext-value` (RFC 8187).
fn percent_encoded(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    }
}
