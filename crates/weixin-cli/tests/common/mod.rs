//! The `weixin` command as a process, and platforms for it to call.

#![allow(dead_code, clippy::unwrap_used, reason = "no test file needs all of it")]

use std::{
    collections::VecDeque,
    path::Path,
    process::Stdio,
    sync::{Arc, Mutex},
};

use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    process::Command,
};
use weixin::emulator::{Account, Credentials, Emulator, Product};

/// What a run of the command has printed, and its exit status.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    /// Standard output of a run that succeeded and reported nothing.
    #[track_caller]
    pub(crate) fn succeeded(self) -> String {
        assert_eq!((self.code, &*self.stderr), (Some(0), ""), "{}", self.stdout);
        self.stdout
    }

    /// Standard error of a run that ended with this status and printed nothing.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!((self.code, &*self.stdout), (Some(code), ""), "{}", self.stderr);
        self.stderr
    }

    /// The JSON object that a run with this status printed, and nothing else.
    #[track_caller]
    pub(crate) fn json(self, code: i32) -> Value {
        assert_eq!((self.code, &*self.stderr), (Some(code), ""), "{}", self.stdout);
        serde_json::from_str(&self.stdout).unwrap()
    }
}

/// A folder in which the command runs.
pub(crate) struct Folder {
    pub(crate) folder: TempDir,
    variables: Vec<(&'static str, String)>,
    secrets: Vec<String>,
}

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, variables: Vec::new(), secrets: Vec::new() }
    }

    /// With a `weixin.toml` that has these accounts, at an emulator.
    pub(crate) fn with(accounts: &[Account], url: &str) -> Self {
        let header = if accounts.len() == 1 { "[account]" } else { "[[account]]" };
        let mut folder = Self::new();
        let mut text = String::new();
        for account in accounts {
            let Credentials { product, id, agent_id, secret, .. } = account.credentials();
            let secret = secret.expose();
            text += &format!(
                "{header}\nkind = \"{product}\"\napp_id = \"{id}\"\nsecret = \"{secret}\"\n"
            );
            text += &format!("api_base = \"{url}\"\n");
            if let Some(agent) = agent_id {
                text += &format!("agent_id = {agent}\n");
            }
            folder.secrets.push(secret.to_owned());
        }
        folder.write("weixin.toml", text);
        folder
    }

    /// With the account of a platform that is no emulator.
    pub(crate) fn at(url: &str) -> Self {
        let folder = Self::new();
        folder.write(
            "weixin.toml",
            format!("[account]\nkind = \"official\"\napp_id = \"wx0123456789abcdef\"\nsecret = \"s3cr3t-s3cr3t\"\napi_base = \"{url}\"\n"),
        );
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path().join(name), content).unwrap();
    }

    pub(crate) fn variable(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.variables.push((name, value.into()));
        self
    }

    pub(crate) async fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, "").await
    }

    /// Runs the command with this standard input. It prints no secret of an account.
    pub(crate) async fn run_with(&self, arguments: &[&str], input: &str) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weixin"));
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("WEIXIN_") {
                command.env_remove(name);
            }
        }
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command.current_dir(self.path()).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.kill_on_drop(true).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        // A command that does not read it may have ended already.
        let _ = stdin.write_all(input.as_bytes()).await;
        drop(stdin);
        let output = child.wait_with_output().await.unwrap();
        let [stdout, stderr] =
            [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
        for secret in self.secrets.iter().map(String::as_str).chain(["s3cr3t"]) {
            assert!(!stdout.contains(secret) && !stderr.contains(secret), "{stdout}{stderr}");
        }
        Ended { code: output.status.code(), stdout, stderr }
    }
}

/// An emulator with a listener, and its URL.
pub(crate) async fn emulator() -> (Emulator, String) {
    let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
    let url = platform.url().unwrap();
    (platform, url)
}

/// The first account of a product, and a folder that is configured for it.
pub(crate) async fn configured(product: Product) -> (Emulator, Account, Folder) {
    let (platform, url) = emulator().await;
    let account = platform.first(product);
    let folder = Folder::with(std::slice::from_ref(&account), &url);
    (platform, account, folder)
}

/// What a [`Stub`] does with a request that is not about a token.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Does {
    /// Answers with this JSON.
    Answers(&'static str),
    /// Reads the request and closes the connection.
    Breaks,
}

pub(crate) const OK: Does = Does::Answers(r#"{"errcode":0,"errmsg":"ok"}"#);

/// A platform that hands out tokens and does with other requests as it is told.
pub(crate) struct Stub {
    pub(crate) url: String,
    seen: Arc<Mutex<Vec<(String, String)>>>,
}

impl Stub {
    pub(crate) async fn start(does: impl IntoIterator<Item = Does>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::<Mutex<Vec<_>>>::default();
        let (mut does, noted) = (VecDeque::from_iter(does), Arc::clone(&seen));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (target, body) = read_request(&mut stream).await;
                let answer = if target.contains("/stable_token") {
                    r#"{"access_token":"T0K3N","expires_in":7200}"#
                } else {
                    noted.lock().unwrap().push((target, body));
                    match does.pop_front().unwrap() {
                        Does::Answers(text) => text,
                        Does::Breaks => continue,
                    }
                };
                let length = answer.len();
                let head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: application/json";
                let answer = format!("{head}\r\nContent-Length: {length}\r\n\r\n{answer}");
                stream.write_all(answer.as_bytes()).await.unwrap();
                stream.shutdown().await.unwrap();
            }
        });
        Self { url, seen }
    }

    /// Targets and bodies of the requests that were not about a token.
    pub(crate) fn seen(&self) -> Vec<(String, String)> {
        self.seen.lock().unwrap().clone()
    }

    /// The bodies of these requests.
    pub(crate) fn bodies(&self) -> Vec<Value> {
        let parse = |(_, body): (String, String)| serde_json::from_str(&body).unwrap();
        self.seen().into_iter().map(parse).collect()
    }
}

async fn read_request(stream: &mut TcpStream) -> (String, String) {
    let mut bytes = Vec::new();
    let mut end = None;
    loop {
        if end.is_none() {
            let head = bytes.windows(4).position(|window| window == b"\r\n\r\n");
            end = head.map(|head| {
                let text = String::from_utf8_lossy(&bytes[..head]).to_lowercase();
                let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
                head + 4 + length.map_or(0, |length| length.parse::<usize>().unwrap())
            });
        }
        if end.is_some_and(|end| bytes.len() >= end)
            || stream.read_buf(&mut bytes).await.unwrap() == 0
        {
            break;
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    (head.split(' ').nth(1).unwrap().to_owned(), body.to_owned())
}

/// An address where nothing listens.
pub(crate) async fn closed_port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}", listener.local_addr().unwrap())
}
