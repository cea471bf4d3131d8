//! The user's bot as a child process, which is ended together with its descendants.

use std::{io, process::ExitStatus, time::Duration};

use tokio::process::{Child, Command};
use weixin::api::{Clock, SystemClock};

use crate::os::Group;

/// How long a program may take to end before it is killed.
const KILL_AFTER: Duration = Duration::from_secs(5);

/// A running program. Dropping this kills all processes of its [`Group`].
#[derive(Debug)]
pub(crate) struct ChildProcess {
    leader: Child,
    group: Group,
}

impl ChildProcess {
    pub(crate) fn start(mut command: Command) -> io::Result<Self> {
        command.kill_on_drop(true);
        Group::lead(&mut command);
        let leader = command.spawn()?;
        Ok(Self { group: Group::of(&leader), leader })
    }

    /// Completes when the program itself has ended; its descendants may still run.
    pub(crate) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.leader.wait().await
    }

    /// Forwards Ctrl-C, and completes when all processes have ended.
    pub(crate) async fn interrupt(&mut self) {
        self.group.interrupt();
        self.all_ended().await;
    }

    /// Asks all processes to end, and kills those that do not.
    pub(crate) async fn end(mut self) {
        let clock: &dyn Clock = &SystemClock;
        self.group.terminate(&mut self.leader);
        if clock.timeout(KILL_AFTER, self.all_ended()).await.is_err() {
            self.kill();
            // Only the program itself is a direct child that can be waited for.
            let _ = self.leader.wait().await;
        }
    }

    /// Kills all processes.
    pub(crate) fn kill(&mut self) {
        self.group.kill(&mut self.leader);
    }

    async fn all_ended(&mut self) {
        // A process that was not waited for still exists.
        let _ = self.leader.wait().await;
        self.group.ended().await;
    }
}

impl Drop for ChildProcess {
    fn drop(&mut self) {
        self.kill();
    }
}
