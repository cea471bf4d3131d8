//! A program alone, and what the console tells.

use std::{io, task::Poll};

use tokio::{
    process::{Child, Command},
    signal::windows::{CtrlBreak, CtrlC, CtrlClose, CtrlShutdown},
};

use super::StopRequest;

/// A program. What it starts is not ended with it.
#[derive(Debug)]
pub(crate) struct Group;

impl Group {
    /// Nothing has to be prepared.
    pub(crate) fn lead(_command: &mut Command) {}

    /// The program alone.
    pub(crate) fn of(_leader: &Child) -> Self {
        Self
    }

    /// The console has told Ctrl-C to every program in it.
    pub(crate) fn interrupt(&self) {}

    /// A program cannot be asked to end, so it is ended.
    pub(crate) fn terminate(&self, leader: &mut Child) {
        self.kill(leader);
    }

    /// Ends the program, at once.
    pub(crate) fn kill(&self, leader: &mut Child) {
        // It fails if it is over already.
        let _ = leader.start_kill();
    }

    /// There is nothing but the leader, which has been waited for.
    pub(crate) async fn ended(&mut self) {}
}

/// What asks the process to stop. It does so only here once this was made.
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

    /// Also that the console closes, or the computer is shut down, for a command that has something
    /// to put in order. The system gives it some seconds.
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

    /// The next one.
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
