//! Programs that tests start, listen to and end.

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

use crate::{os, patience::patiently};

/// A running program. Everything it prints is kept. It is killed when this is dropped, and its
/// standard input closes.
pub struct Program {
    name: String,
    child: Child,
    input: Option<ChildStdin>,
    printed: Arc<Printed>,
}

/// What a program has printed so far, line by line, and whether more can come.
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

    /// Waits for a line, on standard output or standard error, of which `find` makes something.
    /// Lines that were there before count as well.
    ///
    /// # Panics
    /// If no such line comes.
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
        let found = patiently(&format!("{what} from {}", self.name), waiting).await;
        found.unwrap_or_else(|| {
            panic!("{} ended without {what}. It printed:\n{}", self.name, self.text())
        })
    }

    /// Waits for a line that has `part` in it.
    ///
    /// # Panics
    /// If no such line comes.
    pub async fn prints(&self, part: &str) {
        self.line(&format!("{part:?}"), |line| line.contains(part).then_some(())).await;
    }

    /// What it has printed so far.
    pub fn text(&self) -> String {
        self.printed.lines().join("\n")
    }

    /// Writes to its standard input.
    ///
    /// # Panics
    /// If it does not read.
    pub async fn write(&mut self, text: &str) {
        let input = self.input.as_mut().expect("it is open until the end");
        let what = format!("{} to read", self.name);
        let written = patiently(&what, input.write_all(text.as_bytes()));
        written.await.unwrap_or_else(|error| panic!("{} does not read: {error}", self.name));
    }

    /// Closes its standard input.
    pub fn close_input(&mut self) {
        drop(self.input.take());
    }

    /// Closes its standard input, waits until it has ended, and gives its status and everything it
    /// printed.
    ///
    /// # Panics
    /// If it does not end.
    pub async fn end(mut self) -> (ExitStatus, String) {
        self.close_input();
        self.ended().await
    }

    /// Waits until it and everything that it started have ended, with its standard input open.
    /// Gives its status and everything it printed.
    ///
    /// # Panics
    /// If they do not end.
    pub async fn ended(&mut self) -> (ExitStatus, String) {
        let mut readers = self.printed.readers.subscribe();
        let ending = async {
            let status = self.child.wait().await;
            // The sender is ours: it cannot be gone.
            let _ = readers.wait_for(|readers| *readers == 0).await;
            status
        };
        let status = patiently(&format!("the end of {}", self.name), ending).await;
        (status.expect("a child of ours can be waited for"), self.text())
    }

    /// Does to it, and to its group of processes, what Ctrl-C in a terminal does.
    ///
    /// # Panics
    /// If it has ended already.
    #[cfg(unix)]
    pub async fn interrupt(&self) {
        self.signal_to("-INT", "-").await;
    }

    /// Sends a signal to it and to what it started: `STOP`, `CONT`, `KILL`.
    ///
    /// # Panics
    /// If it has ended already.
    #[cfg(unix)]
    pub async fn signal(&self, name: &str) {
        self.signal_to(&format!("-{name}"), "-").await;
    }

    /// Asks it, and nothing that it started, to end.
    ///
    /// # Panics
    /// If it has ended already.
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

/// Starts `weixin`, the emulator with the demo bot, on free ports. Gives the address of the page.
///
/// # Panics
/// If it does not say where that is.
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

/// Starts `weixin emulator` on a free port. Gives the address of the page.
///
/// # Panics
/// If it does not say where that is.
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
    let test = env::current_exe().expect("a test knows where it is");
    let profile = test.ancestors().nth(2).expect("tests are two folders deep");
    let name = match profile.file_name().and_then(|name| name.to_str()) {
        Some("debug") | None => "dev",
        Some(name) => name,
    };
    let target = profile.parent().unwrap_or(profile);
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        // By way of a test that needs it, with all features: so it is the one that a run of all tests
        // has built already, and nothing is compiled a second time.
        .args(["test", "--no-run", "--workspace", "--all-features", "--test", "api"])
        .args(["--profile", name, "--target-dir"])
        .arg(target)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .output()
        .await
        .expect("Cargo runs tests, so it is there");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    profile.join(format!("weixin{}", env::consts::EXE_SUFFIX))
}
