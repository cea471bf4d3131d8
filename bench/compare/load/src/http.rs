//! A client that costs little: requests are written as they are, and of a response only the status, the
//! length and the body are read.

use std::{io, net::SocketAddr};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A connection that is kept alive.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// A response.
#[derive(Debug)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The body.
    pub body: Vec<u8>,
    close: bool,
}

/// Where the body of a response ends.
#[derive(Debug, Clone, Copy)]
enum Length {
    Known(usize),
    Chunked,
}

impl Connection {
    /// Connects to a server.
    ///
    /// # Errors
    /// If nobody listens.
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(8192) })
    }

    /// Sends a request and reads its response. Reconnects first if the server closed the connection
    /// with the last response, as it is allowed to.
    ///
    /// # Errors
    /// If the connection breaks, or the response is not HTTP.
    pub async fn send(&mut self, request: &[u8]) -> io::Result<Response> {
        self.stream.write_all(request).await?;
        let response = self.read().await?;
        if response.close {
            *self = Self::open(self.stream.peer_addr()?).await?;
        }
        Ok(response)
    }

    async fn read(&mut self) -> io::Result<Response> {
        let (status, length, close, head) = loop {
            if let Some(head) = parse_head(&self.buffer)? {
                break head;
            }
            self.fill().await?;
        };
        self.buffer.drain(..head);
        let body = match length {
            Length::Known(length) => {
                while self.buffer.len() < length {
                    self.fill().await?;
                }
                self.buffer.drain(..length).collect()
            }
            Length::Chunked => self.read_chunks().await?,
        };
        Ok(Response { status, body, close })
    }

    async fn read_chunks(&mut self) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let (start, size) = loop {
                let parsed = httparse::parse_chunk_size(&self.buffer).map_err(|_| malformed())?;
                if let httparse::Status::Complete((start, size)) = parsed {
                    break (start, usize::try_from(size).map_err(|_| malformed())?);
                }
                self.fill().await?;
            };
            // The chunk and its line break.
            while self.buffer.len() < start + size + 2 {
                self.fill().await?;
            }
            body.extend_from_slice(&self.buffer[start..start + size]);
            self.buffer.drain(..start + size + 2);
            if size == 0 {
                return Ok(body);
            }
        }
    }

    async fn fill(&mut self) -> io::Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        Ok(())
    }
}

/// The status, the length of the body, whether the connection ends, and the length of the head.
fn parse_head(bytes: &[u8]) -> io::Result<Option<(u16, Length, bool, usize)>> {
    let mut headers = [httparse::EMPTY_HEADER; 32];
    let mut response = httparse::Response::new(&mut headers);
    let httparse::Status::Complete(head) = response.parse(bytes).map_err(|_| malformed())? else {
        return Ok(None);
    };
    let value = |name: &str| {
        let header = response.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        header.and_then(|header| std::str::from_utf8(header.value).ok())
    };
    let length = match value("content-length") {
        Some(length) => Length::Known(length.parse().map_err(|_| malformed())?),
        None if value("transfer-encoding").is_some() => Length::Chunked,
        None => Length::Known(0),
    };
    let close = value("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
    let status = response.code.ok_or_else(malformed)?;
    Ok(Some((status, length, close, head)))
}

fn malformed() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "the response is not HTTP")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read() {
        let head = |text: &str| parse_head(text.as_bytes());
        let whole = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\nConnection: close\r\n\r\n";
        let read = head(&format!("{whole}hello")).expect("HTTP").expect("a whole head");
        assert!(matches!(read, (200, Length::Known(5), true, length) if length == whole.len()));
        let chunked = "HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n";
        assert!(matches!(head(chunked), Ok(Some((403, Length::Chunked, false, _)))));
        assert!(matches!(head("HTTP/1.1 200 OK\r\nContent-"), Ok(None)));
        assert!(head("no HTTP\r\n\r\n").is_err());
    }
}
