//! Child processes of tests.

use std::{
    env,
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
    sync::{Arc, Mutex, PoisonError},
};

use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWriteExt, BufReader},
    process::{Child, ChildStdin, Command},
    sync::{OnceCell, watch},
};

use crate::{os, wait::with_timeout};

/// A running program. Its output is recorded. It is killed when this is dropped.
pub struct Program {
    name: String,
    child: Child,
    input: Option<ChildStdin>,
    printed: Arc<Printed>,
}

/// The output lines of a program so far, and the number of streams that are still open.
#[derive(Default)]
struct Printed {
    lines: Mutex<Vec<String>>,
    readers: watch::Sender<u8>,
}

impl Printed {
    fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn read(&self, output: impl AsyncRead + Unpin) {
        let mut lines = BufReader::new(output).split(b'\n');
        while let Ok(Some(line)) = lines.next_segment().await {
            let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
            self.lines.lock().unwrap_or_else(PoisonError::into_inner).push(line);
            self.readers.send_modify(|_| {});
        }
        self.readers.send_modify(|readers| *readers -= 1);
    }
}

impl Program {
    /// Starts a program.
    ///
    /// # Panics
    /// If it cannot be started.
    pub fn start(mut command: Command) -> Self {
        let name = command.as_std().get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        os::own_group(&mut command);
        let mut child = match command.kill_on_drop(true).spawn() {
            Ok(child) => child,
            Err(error) => panic!("{name} did not start: {error}"),
        };
        let printed = Arc::new(Printed { readers: watch::Sender::new(2), ..Printed::default() });
        if let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) {
            let (one, other) = (printed.clone(), printed.clone());
            tokio::spawn(async move { one.read(stdout).await });
            tokio::spawn(async move { other.read(stderr).await });
        }
        Self { name, input: child.stdin.take(), child, printed }
    }

    /// Waits for a line on standard output or standard error for which `find` returns a value.
    /// Earlier lines count too.
    ///
    /// # Panics
    /// If there is no such line.
    pub async fn line<T>(&self, what: &str, find: impl Fn(&str) -> Option<T>) -> T {
        let mut changes = self.printed.readers.subscribe();
        let waiting = async {
            loop {
                let readers = *changes.borrow_and_update();
                if let Some(found) = self.printed.lines().iter().find_map(|line| find(line)) {
                    return Some(found);
                }
                if readers == 0 || changes.changed().await.is_err() {
                    return None;
                }
            }
        };
        let found = with_timeout(&format!("{what} from {}", self.name), waiting).await;
        found.unwrap_or_else(|| {
            panic!("{} ended without {what}. It printed:\n{}", self.name, self.text())
        })
    }

    /// Waits for a line that contains `part`.
    ///
    /// # Panics
    /// If there is no such line.
    pub async fn prints(&self, part: &str) {
        self.line(&format!("{part:?}"), |line| line.contains(part).then_some(())).await;
    }

    /// The output so far.
    pub fn text(&self) -> String {
        self.printed.lines().join("\n")
    }

    /// Writes to its standard input.
    ///
    /// # Panics
    /// If the program does not read its input.
    pub async fn write(&mut self, text: &str) {
        let input = self.input.as_mut().expect("standard input is open until the end");
        let what = format!("{} to read", self.name);
        let written = with_timeout(&what, input.write_all(text.as_bytes()));
        written.await.unwrap_or_else(|error| panic!("{} does not read: {error}", self.name));
    }

    /// Closes its standard input.
    pub fn close_input(&mut self) {
        drop(self.input.take());
    }

    /// Closes its standard input, waits until it has ended, and returns its status and output.
    ///
    /// # Panics
    /// If the program does not end.
    pub async fn end(mut self) -> (ExitStatus, String) {
        self.close_input();
        self.ended().await
    }

    /// Waits until the program and its descendants have ended, without closing its standard input.
    /// Returns its status and output.
    ///
    /// # Panics
    /// If they do not end.
    pub async fn ended(&mut self) -> (ExitStatus, String) {
        let mut readers = self.printed.readers.subscribe();
        let ending = async {
            let status = self.child.wait().await;
            // Cannot fail: the sender belongs to `self`.
            let _ = readers.wait_for(|readers| *readers == 0).await;
            status
        };
        let status = with_timeout(&format!("the end of {}", self.name), ending).await;
        (status.expect("a child process can be waited for"), self.text())
    }

    /// Sends SIGINT to its process group, like Ctrl-C in a terminal.
    ///
    /// # Panics
    /// If the program has already ended.
    #[cfg(unix)]
    pub async fn interrupt(&self) {
        self.signal_to("-INT", "-").await;
    }

    /// Sends a signal to its process group: `STOP`, `CONT`, `KILL`.
    ///
    /// # Panics
    /// If the program has already ended.
    #[cfg(unix)]
    pub async fn signal(&self, name: &str) {
        self.signal_to(&format!("-{name}"), "-").await;
    }

    /// Sends SIGTERM to the program itself, but not to its descendants.
    ///
    /// # Panics
    /// If the program has already ended.
    #[cfg(unix)]
    pub async fn terminate(&self) {
        self.signal_to("-TERM", "").await;
    }

    #[cfg(unix)]
    async fn signal_to(&self, signal: &str, prefix: &str) {
        let whom = format!("{prefix}{}", self.child.id().expect("it runs"));
        assert!(os::signal(signal, &whom).await, "{} is gone", self.name);
    }
}

impl std::fmt::Debug for Program {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Program").field(&self.name).finish()
    }
}

/// The `weixin` command.
///
/// # Panics
/// If it does not compile.
pub async fn weixin() -> Command {
    static BUILT: OnceCell<PathBuf> = OnceCell::const_new();
    let mut command = Command::new(BUILT.get_or_init(build).await);
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("WEIXIN_") {
            command.env_remove(name);
        }
    }
    command
}

/// Starts `weixin`, the emulator with the demo bot, on free ports. Returns the URL of the page.
///
/// # Panics
/// If it does not print the URL.
pub async fn demo() -> (Program, String) {
    let mut command = weixin().await;
    command.args(["--port", "0", "--bot-port", "0"]);
    let demo = Program::start(command);
    let address = |line: &str| {
        let (_, url) = line.split_once("Open this page and chat")?;
        url.find("http://").map(|start| url[start..].trim().to_owned())
    };
    let url = demo.line("the page's address", address).await;
    (demo, url)
}

/// Starts `weixin emulator` on a free port. Returns the URL of the page.
///
/// # Panics
/// If it does not print the URL.
pub async fn emulator(options: &[&str]) -> (Program, String) {
    let mut command = weixin().await;
    command.args(["emulator", "--port", "0"]).args(options);
    let emulator = Program::start(command);
    let address = |line: &str| {
        let page = line.trim().strip_prefix("Page")?;
        page.find("http://").map(|start| page[start..].trim().to_owned())
    };
    let url = emulator.line("the page's address", address).await;
    (emulator, url)
}

async fn build() -> PathBuf {
    // target/PROFILE/deps/TEST
    let test = env::current_exe().expect("the path of the test is known");
    let profile = test.ancestors().nth(2).expect("tests are two directories deep");
    let name = match profile.file_name().and_then(|name| name.to_str()) {
        Some("debug") | None => "dev",
        Some(name) => name,
    };
    let target = profile.parent().unwrap_or(profile);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        // Built through a test that depends on it, with all features: a run of all tests has
        // already built exactly this, so nothing is compiled twice.
        .args(["test", "--no-run", "--workspace", "--all-features", "--test", "api"])
        .args(["--profile", name, "--target-dir"])
        .arg(target)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .await
        .expect("Cargo runs the tests, so it exists");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    profile.join(format!("weixin{}", env::consts::EXE_SUFFIX))
}
