//! A TCP stream that distinguishes a half-closed connection from one whose client has gone.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

use super::connection::ConnectionState;

/// A client that closes its sending side within this time of its last byte has done so because its
/// request is complete, and waits for the answer. One that closes it later has given up: both look
/// the same on the wire. Every deadline of the platform is longer than this.
const HALF_CLOSE_WINDOW: Duration = Duration::from_millis(900);

/// The stream of a connection. hyper does not poll the reading side while a request is being
/// answered (that is what its `half_close` means), so this does, whenever hyper flushes.
pub(super) struct PeerIo {
    stream: TcpStream,
    state: Arc<ConnectionState>,
    half_closed: bool,
}

impl PeerIo {
    pub(super) fn new(stream: TcpStream, state: Arc<ConnectionState>) -> Self {
        Self { stream, state, half_closed: false }
    }

    /// Fails if the client has gone away while its request is being answered; otherwise registers
    /// the task to be woken when it does.
    fn check_peer(&mut self, context: &mut Context<'_>) -> io::Result<()> {
        if self.half_closed || !self.state.is_busy() {
            return Ok(());
        }
        let mut byte = [0];
        match self.stream.poll_peek(context, &mut ReadBuf::new(&mut byte)) {
            Poll::Ready(Ok(0)) if self.state.since_last_use() <= HALF_CLOSE_WINDOW => {
                self.half_closed = true;
                Ok(())
            }
            Poll::Ready(Ok(0)) => Err(io::Error::new(
                io::ErrorKind::ConnectionAborted,
                "the client closed the connection before it had its answer",
            )),
            Poll::Ready(Err(error)) => Err(error),
            // Further requests, or nothing.
            Poll::Ready(Ok(_)) | Poll::Pending => Ok(()),
        }
    }
}

impl AsyncRead for PeerIo {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        if buffer.filled().len() > before {
            self.state.touch();
        }
        read
    }
}

impl AsyncWrite for PeerIo {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.check_peer(context)?;
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
