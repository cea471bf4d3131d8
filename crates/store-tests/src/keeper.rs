//! Databases that tests start, and that end with them.

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
pub(crate) struct Kept {
    shell: Child,
}

/// What the shell does: starts the program, waits until its own standard input ends, ends the
/// program and removes the folder. `$0` is the folder, `$1` the signal. A signal to all of a test's
/// processes shall not keep it from that.
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

impl Kept {
    /// Starts a program that is to end with this process, by a signal.
    pub(crate) fn start(
        folder: &Path,
        user: User,
        signal: &str,
        program: &Path,
        arguments: &[&str],
    ) -> io::Result<Self> {
        let mut command = Command::new("sh");
        user.lend(&mut command);
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

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        // If it is gone already there is nothing to wait for.
        let _ = self.shell.wait();
    }
}

/// An empty folder, which whoever starts a program in it has removed.
pub(crate) fn folder(name: &str) -> io::Result<PathBuf> {
    let folder = tempfile::Builder::new().prefix(&format!("weixin-{name}-")).tempdir()?;
    Ok(folder.keep())
}

/// A TCP port that was free a moment ago.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// What a program that did not start has said.
pub(crate) fn log(folder: &Path) -> String {
    fs::read_to_string(folder.join("log")).unwrap_or_default()
}
