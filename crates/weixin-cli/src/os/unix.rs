//! Groups of processes and signals.

use std::{
    io::{self, IsTerminal},
    process::Stdio,
    task::Poll,
    time::Duration,
};

use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use tokio::{
    process::{Child, Command},
    signal::unix::{SignalKind, signal},
};
use weixin::api::{Clock, SystemClock};

use super::StopRequest;

/// How long between two looks at a group of processes, which cannot be waited for.
const GLANCE: Duration = Duration::from_millis(50);

/// A program with whatever it starts, unless that makes itself a daemon: `sh -c "bot; echo"` ends
/// with its bot. The price is that the terminal knows nothing of it. Ctrl-C has to be passed on, and
/// it cannot read from the terminal.
#[derive(Debug)]
pub(crate) struct Group(Option<Pid>);

impl Group {
    /// Lets the program of this command lead a group.
    pub(crate) fn lead(command: &mut Command) {
        command.process_group(0);
        // In the background a program that reads from the terminal would be halted.
        if io::stdin().is_terminal() {
            command.stdin(Stdio::null());
        }
    }

    /// The group that a program leads.
    pub(crate) fn of(leader: &Child) -> Self {
        Self(leader.id().and_then(|id| Pid::from_raw(id.try_into().ok()?)))
    }

    /// Passes Ctrl-C on.
    pub(crate) fn interrupt(&self) {
        self.send(Signal::INT);
    }

    /// Asks all to end.
    pub(crate) fn terminate(&self, _leader: &mut Child) {
        self.send(Signal::TERM);
    }

    /// Ends all, at once.
    pub(crate) fn kill(&self, _leader: &mut Child) {
        self.send(Signal::KILL);
    }

    /// Completes when nothing is left of the group. Its leader has to be waited for before.
    pub(crate) async fn ended(&mut self) {
        let clock: &dyn Clock = &SystemClock;
        while self.0.is_some_and(|group| test_kill_process_group(group).is_ok()) {
            clock.sleep(GLANCE).await;
        }
        // The number may be given to somebody else from now on.
        self.0 = None;
    }

    fn send(&self, signal: Signal) {
        if let Some(group) = self.0 {
            // It fails if all are gone.
            let _ = kill_process_group(group, signal);
        }
    }
}

/// The signals that ask the process to stop. They do so only here once this was made.
pub(crate) struct Signals {
    interrupt: tokio::signal::unix::Signal,
    others: Vec<tokio::signal::unix::Signal>,
}

impl Signals {
    /// Ctrl-C and `kill`.
    pub(crate) fn standard() -> Result<Self, String> {
        Self::listen(&[SignalKind::terminate()])
    }

    /// Also those that come when the terminal closes, or of Ctrl-\, for a command that has
    /// something to put in order.
    pub(crate) fn all() -> Result<Self, String> {
        Self::listen(&[SignalKind::terminate(), SignalKind::hangup(), SignalKind::quit()])
    }

    fn listen(others: &[SignalKind]) -> Result<Self, String> {
        let listen = || {
            let others = others.iter().copied().map(signal).collect::<io::Result<_>>()?;
            Ok(Self { interrupt: signal(SignalKind::interrupt())?, others })
        };
        listen().map_err(|error: io::Error| format!("cannot wait for signals: {error}"))
    }

    /// The next one.
    pub(crate) async fn next(&mut self) -> StopRequest {
        std::future::poll_fn(|context| {
            if self.interrupt.poll_recv(context).is_ready() {
                return Poll::Ready(StopRequest::Interrupt);
            }
            match self.others.iter_mut().any(|other| other.poll_recv(context).is_ready()) {
                true => Poll::Ready(StopRequest::Terminate),
                false => Poll::Pending,
            }
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use rustix::process::{getpid, kill_process};

    use super::*;

    #[tokio::test]
    async fn a_signal_says_what_is_asked() {
        let mut signals = Signals::all().expect("this system has them");
        for (signal, asked) in [
            (Signal::TERM, StopRequest::Terminate),
            (Signal::INT, StopRequest::Interrupt),
            (Signal::HUP, StopRequest::Terminate),
        ] {
            kill_process(getpid(), signal).expect("a process may signal itself");
            assert_eq!(signals.next().await, asked);
        }
    }
}
