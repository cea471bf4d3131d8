//! Database processes that tests start, and that end with the test program.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A database running in its own directory. It is stopped and the directory removed when this is
/// dropped, and also when the test program is killed: a shell then sees the end of its standard
/// input.
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

/// The user that a database runs as: Postgres refuses to run as root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct User(Option<u32>);

impl User {
    /// The user who runs the tests.
    pub(crate) const SELF: Self = Self(None);

    /// The user who runs the tests, or an unprivileged one if that is root.
    #[cfg(unix)]
    pub(crate) fn not_root(folder: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;

        const NOBODY: u32 = 65534;
        let root = fs::metadata(folder)?.uid() == 0;
        Ok(Self(root.then_some(NOBODY)))
    }

    /// Makes a command run as this user.
    #[cfg(unix)]
    pub(crate) fn apply_to(self, command: &mut Command) {
        use std::os::unix::process::CommandExt;

        if let Self(Some(id)) = self {
            command.uid(id).gid(id);
        }
    }

    /// Makes the user the owner of a directory.
    #[cfg(unix)]
    pub(crate) fn take_ownership(self, folder: &Path) -> io::Result<()> {
        std::os::unix::fs::chown(folder, self.0, self.0)
    }

    #[cfg(not(unix))]
    pub(crate) fn not_root(_: &Path) -> io::Result<Self> {
        Err(io::ErrorKind::Unsupported.into())
    }

    #[cfg(not(unix))]
    pub(crate) fn apply_to(self, _: &mut Command) {}

    #[cfg(not(unix))]
    pub(crate) fn take_ownership(self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// An empty directory. [`ManagedProcess`] removes it after the program has ended.
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
