//! Encodes the body of a call, uploads included.

use std::{
    collections::VecDeque,
    io,
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use http::HeaderValue;
use http_body::{Frame, SizeHint};
use tokio::{
    fs::File,
    io::{AsyncRead, ReadBuf},
};
use weixin_api::{
    Error, ErrorKind, FileContent, FilePart,
    wire::{self, ApiRequest, Part, PartContent, multipart},
};

use super::Body;

/// Encodes the body of a call, and returns its `Content-Type`. Every attempt opens the files again,
/// because the previous attempt has consumed some of them.
pub(super) async fn write_body(call: &ApiRequest) -> Result<(Body, Option<HeaderValue>), Error> {
    match call.body() {
        wire::Body::Json(json) => {
            const JSON: HeaderValue = HeaderValue::from_static("application/json; charset=utf-8");
            Ok((Body::from(json.clone()), Some(JSON)))
        }
        wire::Body::Multipart(parts) => {
            let boundary = boundary();
            let form = Form::open(&boundary, parts).await?;
            let content_type = HeaderValue::try_from(multipart::content_type(&boundary));
            let content_type = content_type
                .map_err(|_| Error::new(ErrorKind::Call, "the boundary is not a header value"))?;
            Ok((Body::new(form), Some(content_type)))
        }
        _ => Ok((Body::empty(), None)),
    }
}

/// A boundary line that occurs in no file: 128 random bits.
fn boundary() -> String {
    let mut random = [0; 16];
    if getrandom::fill(&mut random).is_err() {
        // Without randomness a fixed boundary still works for every file that does not contain it.
        return "weixin-8e2f4b9d71c05a36".to_owned();
    }
    let hex: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("weixin-{hex}")
}

/// A multipart body whose length is known from the start: the platform does not accept chunked
/// uploads.
struct Form {
    pieces: VecDeque<Piece>,
    left: u64,
}

enum Piece {
    Bytes(Bytes),
    /// The content of a file in memory whose progress is reported.
    Watched {
        rest: Bytes,
        part: FilePart,
        total: u64,
    },
    File {
        file: File,
        left: u64,
        part: FilePart,
        total: u64,
    },
}

/// How many bytes of a file are read at a time.
const PIECE: usize = 64 * 1024;

impl Form {
    async fn open(boundary: &str, parts: &[Part]) -> Result<Self, Error> {
        let mut form = Self { pieces: VecDeque::new(), left: 0 };
        for part in parts {
            form.push(multipart::head(boundary, part).into());
            match part.content() {
                PartContent::Text(text) => form.push(text.clone().into()),
                PartContent::File(file) => match file.content() {
                    FileContent::Bytes(bytes) if file.is_watched() => {
                        let (rest, total) = (bytes.clone(), bytes.len() as u64);
                        form.left += total;
                        form.pieces.push_back(Piece::Watched { rest, part: file.clone(), total });
                    }
                    FileContent::Bytes(bytes) => form.push(bytes.clone()),
                    FileContent::Path(path) => {
                        let unreadable = |error: io::Error| {
                            let message = format!("{} cannot be read", path.display());
                            Error::new(ErrorKind::Call, message).with_source(error)
                        };
                        let open = File::open(path).await.map_err(unreadable)?;
                        let left = open.metadata().await.map_err(unreadable)?.len();
                        form.left += left;
                        let part = file.clone();
                        form.pieces.push_back(Piece::File { file: open, left, part, total: left });
                    }
                    _ => {
                        let message = "this client cannot send this kind of file";
                        return Err(Error::new(ErrorKind::Call, message));
                    }
                },
                _ => {
                    let message = "this client cannot send this kind of part";
                    return Err(Error::new(ErrorKind::Call, message));
                }
            }
            form.push(Bytes::from_static(multipart::PART_END.as_bytes()));
        }
        form.push(multipart::end(boundary).into());
        Ok(form)
    }

    fn push(&mut self, bytes: Bytes) {
        self.left += bytes.len() as u64;
        self.pieces.push_back(Piece::Bytes(bytes));
    }
}

impl http_body::Body for Form {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = &mut *self;
        let data = loop {
            match this.pieces.front_mut() {
                None => return Poll::Ready(None),
                Some(Piece::Bytes(bytes)) => {
                    let bytes = std::mem::take(bytes);
                    this.pieces.pop_front();
                    if !bytes.is_empty() {
                        break bytes;
                    }
                }
                Some(Piece::Watched { rest, part, total }) => {
                    let piece = rest.split_to(rest.len().min(PIECE));
                    if piece.is_empty() {
                        this.pieces.pop_front();
                        continue;
                    }
                    part.report(*total - rest.len() as u64, *total);
                    break piece;
                }
                Some(Piece::File { left: 0, .. }) => {
                    this.pieces.pop_front();
                }
                Some(Piece::File { file, left, part, total }) => {
                    let wanted = usize::try_from(*left).unwrap_or(PIECE).min(PIECE);
                    let mut piece = vec![0; wanted];
                    let mut buffer = ReadBuf::new(&mut piece);
                    ready!(Pin::new(file).poll_read(cx, &mut buffer))?;
                    let read = buffer.filled().len();
                    if read == 0 {
                        let message = "the file became shorter while it was being sent";
                        let error = io::Error::new(io::ErrorKind::UnexpectedEof, message);
                        return Poll::Ready(Some(Err(error)));
                    }
                    *left -= read as u64;
                    part.report(*total - *left, *total);
                    piece.truncate(read);
                    break piece.into();
                }
            }
        };
        this.left -= data.len() as u64;
        Poll::Ready(Some(Ok(Frame::data(data))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left)
    }
}
