//! The user's bot: a program with whatever it starts, ended as a whole.

use std::{io, process::ExitStatus, time::Duration};

use tokio::process::{Child, Command};
use weixin::api::{Clock, SystemClock};

use crate::os::Group;

/// How long a program that was told to end may take.
const GRACE: Duration = Duration::from_secs(5);

/// A running program. When this is dropped, nothing of its [`Group`] is left.
#[derive(Debug)]
pub(crate) struct Program {
    leader: Child,
    group: Group,
}

impl Program {
    pub(crate) fn start(mut command: Command) -> io::Result<Self> {
        command.kill_on_drop(true);
        Group::lead(&mut command);
        let leader = command.spawn()?;
        Ok(Self { group: Group::of(&leader), leader })
    }

    /// Completes when the program itself has ended; what it started may still run.
    pub(crate) async fn ended(&mut self) -> io::Result<ExitStatus> {
        self.leader.wait().await
    }

    /// Passes Ctrl-C on, and completes when all have ended.
    pub(crate) async fn interrupt(&mut self) {
        self.group.interrupt();
        self.all_ended().await;
    }

    /// Asks all to end, and ends those that do not.
    pub(crate) async fn end(mut self) {
        let clock: &dyn Clock = &SystemClock;
        self.group.terminate(&mut self.leader);
        if clock.timeout(GRACE, self.all_ended()).await.is_err() {
            self.kill();
            // Only the program itself is a child of ours that can be waited for.
            let _ = self.leader.wait().await;
        }
    }

    /// Ends all, at once.
    pub(crate) fn kill(&mut self) {
        self.group.kill(&mut self.leader);
    }

    async fn all_ended(&mut self) {
        // Until it was waited for, it counts as being there.
        let _ = self.leader.wait().await;
        self.group.ended().await;
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}
