//! A raw HTTP/1.1 client, for requests that client libraries cannot send.

use std::io;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::wait::with_timeout;

/// A connection to a server.
#[derive(Debug)]
pub struct RawConnection {
    stream: TcpStream,
    unread: Vec<u8>,
}

/// A response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawResponse {
    /// The status code.
    pub status: u16,
    /// The header lines, in lower case.
    pub head: Vec<String>,
    /// The body.
    pub body: String,
}

impl RawResponse {
    /// Whether the server announced that it closes the connection.
    pub fn closes(&self) -> bool {
        self.head.iter().any(|line| line == "connection: close")
    }
}

impl RawConnection {
    /// Connects to `HOST:PORT`.
    ///
    /// # Errors
    /// If the connection fails.
    pub async fn open(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        Ok(Self { stream, unread: Vec::new() })
    }

    /// Sends raw bytes.
    ///
    /// # Errors
    /// If the connection fails.
    pub async fn send(&mut self, bytes: impl AsRef<[u8]>) -> io::Result<()> {
        self.stream.write_all(bytes.as_ref()).await
    }

    /// Sends a `GET` request.
    ///
    /// # Errors
    /// If the connection fails.
    pub async fn get(&mut self, path: &str) -> io::Result<()> {
        self.send(format!("GET {path} HTTP/1.1\r\nHost: bot\r\n\r\n")).await
    }

    /// Sends a `POST` request.
    ///
    /// # Errors
    /// If the connection fails.
    pub async fn post(&mut self, path: &str, body: &str) -> io::Result<()> {
        let length = body.len();
        let head = format!("POST {path} HTTP/1.1\r\nHost: bot\r\nContent-Length: {length}\r\n\r\n");
        self.send(format!("{head}{body}")).await
    }

    /// Closes the sending side of the connection.
    ///
    /// # Errors
    /// If the connection fails.
    pub async fn half_close(&mut self) -> io::Result<()> {
        self.stream.shutdown().await
    }

    /// Reads a response; `None` if the server closed the connection before the first byte.
    ///
    /// # Errors
    /// If the connection fails, or is closed within a response.
    ///
    /// # Panics
    /// On timeout, or if the response is not HTTP.
    pub async fn response(&mut self) -> io::Result<Option<RawResponse>> {
        with_timeout("a response", async {
            let end = loop {
                let end = self.unread.windows(4).position(|four| four == b"\r\n\r\n");
                match end {
                    Some(end) => break end,
                    None if !self.read_more().await? => {
                        return match self.unread.is_empty() {
                            true => Ok(None),
                            false => Err(io::ErrorKind::UnexpectedEof.into()),
                        };
                    }
                    None => {}
                }
            };
            let head = String::from_utf8_lossy(&self.unread[..end]).to_lowercase();
            self.unread.drain(..end + 4);
            let mut head = head.split("\r\n").map(str::to_owned);
            let first = head.next().unwrap_or_default();
            let status = first.split(' ').nth(1).and_then(|status| status.parse().ok());
            let head: Vec<_> = head.collect();
            let length = head.iter().find_map(|line| line.strip_prefix("content-length: "));
            let length = length.and_then(|length| length.parse().ok()).unwrap_or(0);
            while self.unread.len() < length {
                if !self.read_more().await? {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
            }
            let body: Vec<u8> = self.unread.drain(..length).collect();
            let body = String::from_utf8_lossy(&body).into_owned();
            let status = status.unwrap_or_else(|| panic!("{first:?} is not HTTP"));
            Ok(Some(RawResponse { status, head, body }))
        })
        .await
    }

    async fn read_more(&mut self) -> io::Result<bool> {
        Ok(self.stream.read_buf(&mut self.unread).await? > 0)
    }
}
