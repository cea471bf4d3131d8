//! Process groups and signals, which differ between systems. `unix.rs` and `windows.rs` have the
//! same items.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::{Group, Signals};
#[cfg(windows)]
pub(crate) use windows::{Group, Signals};

/// A signal that asks the process to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StopRequest {
    /// Finish pending work: Ctrl-C.
    Interrupt,
    /// Stop now: any other signal.
    Terminate,
}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use tokio::process::{Child, Command};

    use super::*;

    /// Set if a test below runs as a child process.
    const PROGRAM: &str = "WEIXIN_CLI_TEST_PROGRAM";

    /// Starts a test by its name, as a child process.
    fn start(test: &str) -> (Child, Group) {
        let mut command = Command::new(std::env::current_exe().expect("tests are a program"));
        command.args(["--exact", test]).env(PROGRAM, "1").kill_on_drop(true);
        Group::lead(&mut command);
        let child = command.stdout(Stdio::null()).spawn().expect("it ran a moment ago");
        let group = Group::of(&child);
        (child, group)
    }

    /// As a child process, waits until it is killed.
    #[test]
    fn never_ends() {
        while std::env::var_os(PROGRAM).is_some() {
            std::thread::park();
        }
    }

    #[test]
    fn ends_at_once() {}

    #[tokio::test]
    async fn a_group_is_over_when_its_program_has_ended() {
        let (mut child, mut group) = start("os::tests::ends_at_once");
        assert!(child.wait().await.expect("it is a child").success());
        group.ended().await;
    }

    #[tokio::test]
    async fn a_group_is_asked_to_end_or_killed() {
        for ask in [Group::terminate, Group::kill] {
            let (mut child, mut group) = start("os::tests::never_ends");
            ask(&group, &mut child);
            assert!(!child.wait().await.expect("it is a child").success());
            group.ended().await;
        }
    }

    #[tokio::test]
    async fn signals_can_be_listened_to() {
        for listen in [Signals::standard, Signals::all] {
            listen().expect("this system has them");
        }
    }
}
