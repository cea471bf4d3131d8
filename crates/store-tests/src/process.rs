//! Database processes that tests start, and that end with the test program.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::os::User;

/// A database running in a folder of its own. It ends, and the folder goes, when this is dropped,
/// and also when the test program ends in any other way: a shell waits for that at the other end
/// of a pipe.
#[derive(Debug)]
pub(crate) struct ManagedProcess {
    shell: Child,
}

/// Starts the program, waits for the end of standard input, stops the program and removes the
/// directory. `$0` is the directory, `$1` the signal. It ignores an interrupt that is sent to the
/// whole process group, so that it can still clean up.
const SCRIPT: &str = r#"
    trap '' INT
    signal=$1
    shift
    "$@" </dev/null >"$0/log" 2>&1 &
    program=$!
    cat >/dev/null
    kill -s "$signal" "$program" 2>/dev/null
    wait "$program" 2>/dev/null
    rm -rf "$0"
"#;

impl ManagedProcess {
    /// Starts a program that is stopped by `signal` when this process ends.
    pub(crate) fn start(
        folder: &Path,
        user: User,
        signal: &str,
        program: &Path,
        arguments: &[&str],
    ) -> io::Result<Self> {
        let mut command = Command::new("sh");
        user.apply_to(&mut command);
        let shell = command
            .arg("-c")
            .arg(SCRIPT)
            .arg(folder)
            .arg(signal)
            .arg(program)
            .args(arguments)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        Ok(Self { shell })
    }
}

impl Drop for ManagedProcess {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // An error means that the shell has already ended.
        let _ = self.shell.wait();
    }
}

/// An empty folder, which whoever starts a program in it has removed.
pub(crate) fn folder(name: &str) -> io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix(&format!("weixin-{name}-")).tempdir()?;
    Ok(folder.keep())
}

/// A TCP port that is currently free.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// The output of the program in this directory.
pub(crate) fn log(folder: &Path) -> String {
    fs::read_to_string(folder.join("log")).unwrap_or_default()
}
