//! The user's bot: a program with whatever it starts, ended as a whole.

use std::{
    io::{self, IsTerminal},
    process::{ExitStatus, Stdio},
    time::Duration,
};

#[cfg(unix)]
use rustix::process::{Pid, Signal, kill_process_group, test_kill_process_group};
use tokio::process::{Child, Command};
use weixin::api::{Clock, SystemClock};

/// How long a program that was told to end may take.
const GRACE: Duration = Duration::from_secs(5);

/// How long between two looks at a group of processes, which cannot be waited for.
#[cfg(unix)]
const GLANCE: Duration = Duration::from_millis(50);

/// A running program. When this is dropped, nothing of it is left, unless it made itself a daemon.
///
/// On Unix it leads a group of processes of its own: `sh -c "bot; echo"` ends with its bot. The
/// price is that the terminal knows nothing of it. Ctrl-C has to be passed on, and it cannot read
/// from the terminal. Elsewhere only the program itself is ended.
#[derive(Debug)]
pub(crate) struct Program {
    leader: Child,
    #[cfg(unix)]
    group: Option<Pid>,
}

impl Program {
    pub(crate) fn start(mut command: Command) -> io::Result<Self> {
        command.kill_on_drop(true);
        #[cfg(unix)]
        command.process_group(0);
        // In the background a program that reads from the terminal would be halted.
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

    /// Completes when the program itself has ended; what it started may still run.
    pub(crate) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.leader.wait().await
    }

    /// Passes Ctrl-C on, and completes when all have ended.
    pub(crate) async fn interrupt(&mut self) {
        #[cfg(unix)]
        self.send(Signal::INT);
        self.all_ended().await;
    }

    /// Asks all to end, and ends those that do not.
    pub(crate) async fn end(mut self) {
        let clock: &dyn Clock = &SystemClock;
        #[cfg(unix)]
        self.send(Signal::TERM);
        #[cfg(not(unix))]
        self.kill();
        if clock.timeout(GRACE, self.all_ended()).await.is_err() {
            self.kill();
            // Only the program itself is a child of ours that can be waited for.
            let _ = self.leader.wait().await;
        }
    }

    /// Ends all, at once.
    pub(crate) fn kill(&mut self) {
        #[cfg(unix)]
        self.send(Signal::KILL);
        // It fails if it is over already.
        #[cfg(not(unix))]
        let _ = self.leader.start_kill();
    }

    async fn all_ended(&mut self) {
        // Until it was waited for, it counts as being there.
        let _ = self.leader.wait().await;
        #[cfg(unix)]
        {
            let clock: &dyn Clock = &SystemClock;
            while self.group.is_some_and(|group| test_kill_process_group(group).is_ok()) {
                clock.sleep(GLANCE).await;
            }
            // The number may be given to somebody else from now on.
            self.group = None;
        }
    }

    #[cfg(unix)]
    fn send(&self, signal: Signal) {
        if let Some(group) = self.group {
            // It fails if all are gone.
            let _ = kill_process_group(group, signal);
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
