//! Files that are not held in memory as a whole.

use std::{fmt, path::Path, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, stream};
use http_body_util::BodyExt;
use tokio::{fs::File, io::AsyncWriteExt, sync::OwnedSemaphorePermit};
use weixin_api::{Clock, Error, ErrorKind, Timestamp, wire::ApiResponse};

use super::{Body, body::broken};

/// The answer to a call sent with [`stream`](crate::StreamFile::stream).
#[derive(Debug)]
pub enum Streamed<R> {
    /// A file that is still arriving.
    File(FileStream),
    /// Another answer, read as a whole: for example, `media/get` answers with the URL of a video.
    Whole(R),
}

/// A file that is still arriving. Nothing is read ahead.
pub struct FileStream {
    name: Option<String>,
    mime: Option<String>,
    length: Option<u64>,
    first: Option<Bytes>,
    body: Body,
    clock: Arc<dyn Clock>,
    deadline: Timestamp,
    limit: u64,
    read: u64,
    _permit: Option<OwnedSemaphorePermit>,
}

impl FileStream {
    pub(crate) fn new(
        head: &ApiResponse,
        first: Bytes,
        body: Body,
        clock: Arc<dyn Clock>,
        limits: (Timestamp, usize),
    ) -> Self {
        let rest = http_body::Body::size_hint(&body).exact();
        let length = rest.map(|rest| rest + first.len() as u64);
        let (deadline, limit) = limits;
        let limit = u64::try_from(limit).unwrap_or(u64::MAX);
        Self {
            name: head.file_name(),
            mime: head.content_type().map(str::to_owned),
            length,
            first: Some(first),
            body,
            clock,
            deadline,
            limit,
            read: 0,
            _permit: None,
        }
    }

    pub(crate) fn holding(mut self, permit: OwnedSemaphorePermit) -> Self {
        self._permit = Some(permit);
        self
    }

    /// Sets the largest file, in bytes, in place of the client's `max_file`.
    #[must_use]
    pub fn limit(mut self, bytes: u64) -> Self {
        self.limit = bytes;
        self
    }

    /// The file name that the platform states, if any.
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The media type, if any.
    pub fn mime(&self) -> Option<&str> {
        self.mime.as_deref()
    }

    /// The length of the file in bytes, if the platform states it.
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// The next piece; `None` after the last.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLarge`] as soon as it is certain that the file exceeds the limit,
    /// [`ErrorKind::Interrupted`] if the connection breaks, [`ErrorKind::Timeout`] if the deadline
    /// of the call passes.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let too_large = |limit: u64| {
            let message = format!("the file has more than {limit} bytes");
            Error::new(ErrorKind::TooLarge, message)
        };
        if self.length.is_some_and(|length| length > self.limit) {
            return Err(too_large(self.limit));
        }
        let data = loop {
            if let Some(first) = self.first.take() {
                if !first.is_empty() {
                    break first;
                }
                continue;
            }
            let left = self.deadline.since(self.clock.now());
            let frame = self.clock.timeout(left, self.body.frame()).await.map_err(|_| {
                Error::new(ErrorKind::Timeout, "the file did not arrive before the call's deadline")
            })?;
            match frame {
                None => return Ok(None),
                Some(Err(error)) => return Err(broken(error)),
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) if !data.is_empty() => break data,
                    _ => {}
                },
            }
        };
        self.read += data.len() as u64;
        if self.read > self.limit {
            return Err(too_large(self.limit));
        }
        Ok(Some(data))
    }

    /// The pieces as a stream. It ends after an error.
    pub fn into_stream(self) -> impl Stream<Item = Result<Bytes, Error>> + Send {
        stream::try_unfold(self, |mut file| async move {
            Ok(file.chunk().await?.map(|piece| (piece, file)))
        })
    }

    /// Writes the file to disk and returns its length in bytes. An existing file is overwritten; if
    /// the download fails, the part that arrived is left there.
    ///
    /// # Errors
    ///
    /// As [`chunk`](FileStream::chunk), and [`ErrorKind::Call`] if the file cannot be written.
    pub async fn save(mut self, path: impl AsRef<Path>) -> Result<u64, Error> {
        let path = path.as_ref();
        let unwritable = |error: std::io::Error| {
            let message = format!("{} cannot be written", path.display());
            Error::new(ErrorKind::Call, message).with_source(error)
        };
        let mut file = File::create(path).await.map_err(unwritable)?;
        while let Some(piece) = self.chunk().await? {
            file.write_all(&piece).await.map_err(unwritable)?;
        }
        file.flush().await.map_err(unwritable)?;
        Ok(self.read)
    }
}

impl fmt::Debug for FileStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileStream")
            .field("name", &self.name)
            .field("length", &self.length)
            .field("read", &self.read)
            .finish_non_exhaustive()
    }
}
