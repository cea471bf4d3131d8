//! What differs between systems: how a program ends together with what it started, and how this
//! process is asked to end. `unix.rs` and `windows.rs` have the same items.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::{Group, Signals};
#[cfg(windows)]
pub(crate) use windows::{Group, Signals};

/// What the process is asked to do from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StopRequest {
    /// To finish: Ctrl-C.
    Interrupt,
    /// To end.
    Terminate,
}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use tokio::process::{Child, Command};

    use super::*;

    /// Set where the tests below run as programs of their own.
    const PROGRAM: &str = "WEIXIN_CLI_TEST_PROGRAM";

    /// Starts a test of this program by its name, as another process.
    fn start(test: &str) -> (Child, Group) {
        let mut command = Command::new(std::env::current_exe().expect("tests are a program"));
        command.args(["--exact", test]).env(PROGRAM, "1").kill_on_drop(true);
        Group::lead(&mut command);
        let child = command.stdout(Stdio::null()).spawn().expect("it ran a moment ago");
        let group = Group::of(&child);
        (child, group)
    }

    /// As a program it waits until it is ended.
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
