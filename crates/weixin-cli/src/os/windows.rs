//! A single process, and the events of the console.

use std::{io, task::Poll};

use tokio::{
    process::{Child, Command},
    signal::windows::{CtrlBreak, CtrlC, CtrlClose, CtrlShutdown},
};

use super::StopRequest;

/// A program. Its descendants are not ended with it.
#[derive(Debug)]
pub(crate) struct Group;

impl Group {
    /// Does nothing.
    pub(crate) fn lead(_command: &mut Command) {}

    /// The group of the program alone.
    pub(crate) fn of(_leader: &Child) -> Self {
        Self
    }

    /// Does nothing: the console sends Ctrl-C to all its programs.
    pub(crate) fn interrupt(&self) {}

    /// Kills the program, because it cannot be asked to end.
    pub(crate) fn terminate(&self, leader: &mut Child) {
        self.kill(leader);
    }

    /// Kills the program.
    pub(crate) fn kill(&self, leader: &mut Child) {
        // Fails if the program has ended.
        let _ = leader.start_kill();
    }

    /// Completes at once: the leader, which was waited for, is the only process.
    pub(crate) async fn ended(&mut self) {}
}

/// The events that ask the process to stop. Once this exists, they no longer end the process.
pub(crate) struct Signals {
    interrupt: CtrlC,
    terminate: CtrlBreak,
    closing: Option<(CtrlClose, CtrlShutdown)>,
}

impl Signals {
    /// Ctrl-C and Ctrl-Break.
    pub(crate) fn standard() -> Result<Self, String> {
        Self::listen(false)
    }

    /// Also closing the console and shutting down the computer, for commands that have to clean up.
    /// The system grants some seconds for that.
    pub(crate) fn all() -> Result<Self, String> {
        Self::listen(true)
    }

    fn listen(closing: bool) -> Result<Self, String> {
        use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close, ctrl_shutdown};
        let listen = || {
            let closing = if closing { Some((ctrl_close()?, ctrl_shutdown()?)) } else { None };
            Ok(Self { interrupt: ctrl_c()?, terminate: ctrl_break()?, closing })
        };
        listen().map_err(|error: io::Error| format!("cannot wait for signals: {error}"))
    }

    /// Waits for the next event.
    pub(crate) async fn next(&mut self) -> StopRequest {
        std::future::poll_fn(|context| {
            if self.interrupt.poll_recv(context).is_ready() {
                return Poll::Ready(StopRequest::Interrupt);
            }
            let closing = self.closing.as_mut().is_some_and(|(close, shutdown)| {
                close.poll_recv(context).is_ready() || shutdown.poll_recv(context).is_ready()
            });
            if closing || self.terminate.poll_recv(context).is_ready() {
                return Poll::Ready(StopRequest::Terminate);
            }
            Poll::Pending
        })
        .await
    }
}
