//! The signals that ask a process to stop.

use std::io;

use crate::os::Signals;

/// Waits for what asks a process to stop: Ctrl-C (SIGINT), SIGTERM, and SIGHUP, which comes when
/// the terminal is closed. From the moment it is made, these no longer end the process by
/// themselves.
///
/// Where the process was started with SIGHUP ignored (`nohup`), it stays ignored; this is known on
/// Linux only. On Windows it is Ctrl-C, Ctrl-Break, that the console is closed, and that the
/// computer shuts down; the system ends the process some seconds after the last two.
#[derive(Debug)]
pub struct StopSignals(Signals);

impl StopSignals {
    /// Begins to listen. Call inside a Tokio runtime.
    ///
    /// # Errors
    /// If the system refuses to tell of signals.
    pub fn new() -> io::Result<Self> {
        Signals::listen().map(Self)
    }

    /// Completes at the next signal. Signals that came since this was made, or since the last one,
    /// count.
    pub async fn recv(&mut self) {
        std::future::poll_fn(|context| self.0.poll_recv(context)).await;
    }
}
