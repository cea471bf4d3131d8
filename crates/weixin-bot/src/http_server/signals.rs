//! The signals that ask a process to stop.

use std::io;

use crate::os::Signals;

/// Waits for the signals that ask a process to stop: Ctrl-C (SIGINT), SIGTERM, and SIGHUP, which is
/// sent when the terminal is closed. Once this exists, these signals no longer end the process by
/// themselves.
///
/// If the process was started with SIGHUP ignored (`nohup`), it stays ignored; this can be detected
/// on Linux only. On Windows the signals are Ctrl-C, Ctrl-Break, closing the console and shutting
/// down; the system ends the process some seconds after the last two.
#[derive(Debug)]
pub struct StopSignals(Signals);

impl StopSignals {
    /// Registers for the signals. Call inside a Tokio runtime.
    ///
    /// # Errors
    /// If the system rejects the registration.
    pub fn new() -> io::Result<Self> {
        Signals::listen().map(Self)
    }

    /// Completes at the next signal. A signal that arrived since this was created, or since the
    /// previous call, counts.
    pub async fn recv(&mut self) {
        std::future::poll_fn(|context| self.0.poll_recv(context)).await;
    }
}
