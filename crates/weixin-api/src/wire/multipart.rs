//! `multipart/form-data` as the platform requires it: every file with a name and a media type, and
//! the name in raw UTF-8.

use bytes::Bytes;

use super::{
    request::{Part, PartContent},
    response::file_name,
};
use crate::FilePart;

/// The `Content-Type` of a body with this boundary.
pub fn content_type(boundary: &str) -> String {
    format!("multipart/form-data; boundary={boundary}")
}

/// The head of a part, before its content.
pub fn head(boundary: &str, part: &Part) -> String {
    let name = quoted(part.name());
    match part.content() {
        PartContent::Text(_) => {
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n")
        }
        PartContent::File(file) => format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"; \
             filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            quoted(file.name()),
            file.mime().replace(['\r', '\n'], " "),
        ),
    }
}

/// Follows the content of a part.
pub const PART_END: &str = "\r\n";

/// Follows the last part.
pub fn end(boundary: &str) -> String {
    format!("--{boundary}--\r\n")
}

/// Escapes a name in quotes: characters that would end the quotes or the line are percent-encoded,
/// as in browsers.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// Parses a whole body. Returns `None` if the content type is another one or the body is not
/// well-formed.
pub fn read(content_type: &str, body: &Bytes) -> Option<Vec<Part>> {
    let (kind, _) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameters(content_type)
        .into_iter()
        .find_map(|(name, value)| (name == "boundary" && !value.is_empty()).then_some(value))?;
    let delimiter = format!("--{boundary}");
    // The line break before a boundary belongs to it; the first one has none.
    let between = format!("\r\n{delimiter}");
    let mut at = find(body, 0, delimiter.as_bytes())? + delimiter.len();
    let mut parts = Vec::new();
    loop {
        let rest = body.get(at..)?;
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        let start = at + rest.starts_with(b"\r\n").then_some(2)?;
        let (head, content) = match find(body, start, b"\r\n\r\n") {
            Some(blank) => (body.get(start..blank)?, blank + 4),
            None => return None,
        };
        let end = find(body, content, between.as_bytes())?;
        parts.push(read_part(head, body.slice(content..end))?);
        at = end + between.len();
    }
}

fn read_part(head: &[u8], content: Bytes) -> Option<Part> {
    let head = String::from_utf8_lossy(head);
    let header = |wanted: &str| {
        head.split("\r\n").find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.trim().eq_ignore_ascii_case(wanted).then(|| value.trim().to_owned())
        })
    };
    let disposition = header("content-disposition")?;
    let name = parameters(&disposition)
        .into_iter()
        .find_map(|(name, value)| (name == "name").then_some(value))?;
    Some(match file_name(&disposition) {
        Some(file) => {
            let mime = header("content-type").unwrap_or_default();
            Part::file(name, FilePart::new(file, mime, content))
        }
        None => Part::text(name, String::from_utf8_lossy(&content)),
    })
}

/// The parameters of a header value such as `form-data; name="a"; filename="b"`, with their names
/// in lower case.
pub(super) fn parameters(header: &str) -> Vec<(String, String)> {
    let mut parameters = Vec::new();
    let mut rest = header.split_once(';').map_or("", |(_, rest)| rest);
    while let Some((name, after)) = rest.split_once('=') {
        let name = name.trim_matches([' ', '\t', ';']).to_ascii_lowercase();
        let after = after.trim_start();
        let value = match after.strip_prefix('"') {
            Some(quoted) => {
                let (value, left) = quoted.split_once('"').unwrap_or((quoted, ""));
                rest = left;
                value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n")
            }
            None => {
                let (value, left) = after.split_once(';').unwrap_or((after, ""));
                rest = left;
                value.trim().to_owned()
            }
        };
        parameters.push((name, value));
    }
    parameters
}

fn find(haystack: &[u8], from: usize, needle: &[u8]) -> Option<usize> {
    let hay = haystack.get(from..)?;
    hay.windows(needle.len()).position(|window| window == needle).map(|at| from + at)
}
