//! Process groups and signals.

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

/// The interval for polling a process group, which cannot be waited for.
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// The process group of a program and its descendants, except daemons: `sh -c "bot; echo"` ends
/// together with its bot. The terminal does not send signals to the group, so Ctrl-C has to be
/// forwarded, and the group cannot read from the terminal.
#[derive(Debug)]
pub(crate) struct Group(Option<Pid>);

impl Group {
    /// Makes the program of this command the leader of a new group.
    pub(crate) fn lead(command: &mut Command) {
        command.process_group(0);
        // A background program that reads from the terminal would be stopped by a signal.
        if io::stdin().is_terminal() {
            command.stdin(Stdio::null());
        }
    }

    /// The group that a program leads.
    pub(crate) fn of(leader: &Child) -> Self {
        Self(leader.id().and_then(|id| Pid::from_raw(id.try_into().ok()?)))
    }

    /// Forwards Ctrl-C.
    pub(crate) fn interrupt(&self) {
        self.send(Signal::INT);
    }

    /// Asks all processes to end.
    pub(crate) fn terminate(&self, _leader: &mut Child) {
        self.send(Signal::TERM);
    }

    /// Kills all processes.
    pub(crate) fn kill(&self, _leader: &mut Child) {
        self.send(Signal::KILL);
    }

    /// Completes when all processes of the group have ended. Wait for the leader first.
    pub(crate) async fn ended(&mut self) {
        let clock: &dyn Clock = &SystemClock;
        while self.0.is_some_and(|group| test_kill_process_group(group).is_ok()) {
            clock.sleep(POLL_INTERVAL).await;
        }
        // From now on the system may reuse the id.
        self.0 = None;
    }

    fn send(&self, signal: Signal) {
        if let Some(group) = self.0 {
            // Fails if all processes have ended.
            let _ = kill_process_group(group, signal);
        }
    }
}

/// The signals that ask the process to stop. Once this exists, they no longer end the process.
pub(crate) struct Signals {
    interrupt: tokio::signal::unix::Signal,
    others: Vec<tokio::signal::unix::Signal>,
}

impl Signals {
    /// Ctrl-C and `kill`.
    pub(crate) fn standard() -> Result<Self, String> {
        Self::listen(&[SignalKind::terminate()])
    }

    /// Also SIGHUP (the terminal was closed) and SIGQUIT (Ctrl-\), for commands that have to clean
    /// up.
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

    /// Waits for the next signal.
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
    async fn signals_become_stop_requests() {
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
