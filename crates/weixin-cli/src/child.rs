//! The user's bot as a child process, which is ended together with its descendants.

use std::{
    io::{self, IsTerminal},
    process::{ExitStatus, Stdio},
    time::Duration,
};

#[cfg(unix)]
use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use tokio::process::{Child, Command};
use weixin::api::{Clock, SystemClock};

/// How long a process may take to end before it is killed.
const KILL_AFTER: Duration = Duration::from_secs(5);

/// How often a process group is polled, because it cannot be waited for.
#[cfg(unix)]
const POLL_INTERVAL: Duration = Duration::from_millis(50);

/// A running program. Dropping this kills the program and its descendants, except daemons. On Unix
/// it has its own process group, so that `sh -c "bot; echo"` ends together with its bot. Therefore
/// it does not receive Ctrl-C from the terminal, which has to be forwarded, and cannot read from
/// the terminal. On other systems only the program itself is ended.
#[derive(Debug)]
pub(crate) struct ChildProcess {
    leader: Child,
    #[cfg(unix)]
    group: Option<Pid>,
}

impl ChildProcess {
    pub(crate) fn start(mut command: Command) -> io::Result<Self> {
        command.kill_on_drop(true);
        #[cfg(unix)]
        command.process_group(0);
        // A background process group that reads from the terminal would be stopped.
        if cfg!(unix) && io::stdin().is_terminal() {
            command.stdin(Stdio::null());
        }
        let leader = command.spawn()?;
        Ok(Self {
            #[cfg(unix)]
            group: leader.id().and_then(|id| Pid::from_raw(id.try_into().ok()?)),
            leader,
        })
    }

    /// Completes when the program itself has ended; its descendants may still run.
    pub(crate) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.leader.wait().await
    }

    /// Forwards Ctrl-C, and completes when all processes have ended.
    pub(crate) async fn interrupt(&mut self) {
        #[cfg(unix)]
        self.send(Signal::INT);
        self.all_ended().await;
    }

    /// Asks all processes to end, and kills those that do not.
    pub(crate) async fn end(mut self) {
        let clock: &dyn Clock = &SystemClock;
        #[cfg(unix)]
        self.send(Signal::TERM);
        #[cfg(not(unix))]
        self.kill();
        if clock.timeout(KILL_AFTER, self.all_ended()).await.is_err() {
            self.kill();
            // Only the program itself is a direct child that can be waited for.
            let _ = self.leader.wait().await;
        }
    }

    /// Kills all processes.
    pub(crate) fn kill(&mut self) {
        #[cfg(unix)]
        self.send(Signal::KILL);
        // Fails if the process has already ended.
        #[cfg(not(unix))]
        let _ = self.leader.start_kill();
    }

    async fn all_ended(&mut self) {
        // A process that was not waited for still exists.
        let _ = self.leader.wait().await;
        #[cfg(unix)]
        {
            let clock: &dyn Clock = &SystemClock;
            while self.group.is_some_and(|group| test_kill_process_group(group).is_ok()) {
                clock.sleep(POLL_INTERVAL).await;
            }
            // The id may be reused from now on.
            self.group = None;
        }
    }

    #[cfg(unix)]
    fn send(&self, signal: Signal) {
        if let Some(group) = self.group {
            // Fails if all processes have ended.
            let _ = kill_process_group(group, signal);
        }
    }
}

impl Drop for ChildProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
