//! What differs between systems: groups of processes and signals. Tests that send signals are for
//! systems that have them.

use tokio::process::Command;

/// Lets a program lead a group of processes of its own: what a test sends to it as a terminal would
/// reaches nobody else.
pub(crate) fn own_group(command: &mut Command) {
    #[cfg(unix)]
    command.process_group(0);
    // CREATE_NEW_PROCESS_GROUP
    #[cfg(windows)]
    command.creation_flags(0x0000_0200);
}

/// Sends a signal, such as `-INT`, to a process, or to a group by its number with a minus. Says
/// whether there is one.
#[cfg(unix)]
pub(crate) async fn signal(signal: &str, whom: &str) -> bool {
    let sent = Command::new("kill").args([signal, "--", whom]).status().await;
    sent.is_ok_and(|status| status.success())
}
