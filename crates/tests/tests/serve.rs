//! A bot on a real socket.
#![allow(clippy::unwrap_used)]
#![cfg(unix)]

use std::{collections::BTreeSet, process::Stdio};

use http::Uri;
use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    process::Command,
    sync::watch,
    task::JoinSet,
};
use weixin::{
    api::{Clock, SystemClock},
    prelude::*,
    protocol::{Callback, CallbackToken, EncodingAesKey, Format, Mode, Product, Stamp},
};
use weixin_tests::{program::Program, raw_http::RawConnection, wait::with_timeout};

/// The bot of `src/bin/echo-bot.rs`, on a free port.
const ECHO_BOT: &str = env!("CARGO_BIN_EXE_echo-bot");

#[tokio::test]
async fn a_half_open_connection_does_not_block_shutdown() {
    let mut bot = Command::new(ECHO_BOT)
        .envs([
            ("WEIXIN_CONFIG", "-"),
            ("WEIXIN_KIND", "official"),
            ("WEIXIN_APP_ID", "wx0123456789abcdef"),
            ("WEIXIN_SECRET", "secret"),
            ("WEIXIN_TOKEN", "testtoken"),
            ("WEIXIN_ENCODING_AES_KEY", "RustFrameworkWeChatTestKey0123456789abcdefg"),
            ("WEIXIN_LISTEN", "127.0.0.1:0"),
        ])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(bot.stderr.take().unwrap()).lines();
    let address = with_timeout("the greeting", async {
        loop {
            let line = lines.next_line().await.unwrap().expect("it greets");
            if let Some((_, url)) = line.split_once("http://") {
                return url.split('/').next().unwrap().to_owned();
            }
        }
    })
    .await;
    let mut half_open = TcpStream::connect(&address).await.unwrap();
    half_open.write_all(b"GET /callback HTTP/1.1\r\nHost").await.unwrap();
    let mut whole = TcpStream::connect(&address).await.unwrap();
    whole
        .write_all(b"GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .await
        .unwrap();
    let mut answer = String::new();
    with_timeout("the health check", whole.read_to_string(&mut answer)).await.unwrap();
    assert!(answer.ends_with("ok"), "{answer}");
    let signal = |name: &str| {
        let id = bot.id().unwrap().to_string();
        std::process::Command::new("kill").args([name, &id]).status().unwrap();
    };
    signal("-INT");
    with_timeout("the farewell", async {
        while !lines.next_line().await.unwrap().expect("it says so").contains("stopping") {}
    })
    .await;
    // A second signal stops it immediately.
    signal("-TERM");
    assert!(with_timeout("the end", bot.wait()).await.unwrap().success());
}

/// The bot of `src/bin/held-bot.rs`.
const HELD_BOT: &str = env!("CARGO_BIN_EXE_held-bot");

const TOKEN: &str = "testtoken";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";
const APP_ID: &str = "wx0123456789abcdef";

/// A bot on a free port, for an account in safe mode.
fn bot(program: &str) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("WEIXIN_") || name == "RUST_LOG" {
            command.env_remove(name);
        }
    }
    command.envs([
        ("WEIXIN_CONFIG", "-"),
        ("WEIXIN_KIND", "official"),
        ("WEIXIN_APP_ID", APP_ID),
        ("WEIXIN_SECRET", "app-secret"),
        ("WEIXIN_TOKEN", TOKEN),
        ("WEIXIN_ENCODING_AES_KEY", KEY),
        ("WEIXIN_LISTEN", "127.0.0.1:0"),
    ]);
    command
}

/// The address of the bot.
async fn address(bot: &Program) -> String {
    let found = |line: &str| {
        let (_, url) = line.split_once("http://")?;
        url.split('/').next().map(str::to_owned)
    };
    bot.line("the URL", found).await
}

/// The requests received by the platform's API.
#[derive(Default)]
struct Asked {
    held: usize,
    sent: BTreeSet<String>,
}

/// The texts for which `/held` is released.
#[derive(Default)]
struct Released {
    everything: bool,
    texts: BTreeSet<String>,
}

/// A minimal platform API: tokens, customer-service messages, and `/held`, which responds when its
/// text is released.
struct Api {
    url: String,
    asked: watch::Receiver<Asked>,
    released: watch::Sender<Released>,
}

impl Api {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let asked = watch::Sender::new(Asked::default());
        let released = watch::Sender::new(Released::default());
        let (told, release) = (asked.clone(), released.clone());
        let answer = async move |uri: Uri, body: String| {
            // The path has a host prefix: `/@api.weixin.qq.com`.
            let path = uri.path();
            let path =
                path.find('@').and_then(|at| path[at..].find('/').map(|to| &path[at + to..]));
            match path.unwrap_or_else(|| uri.path()) {
                "/cgi-bin/stable_token" => {
                    return r#"{"access_token":"T","expires_in":7200}"#;
                }
                "/held" => {
                    told.send_modify(|asked| asked.held += 1);
                    let question: Value = serde_json::from_str(&body).unwrap();
                    let text = question["text"].as_str().unwrap();
                    let is_released =
                        |released: &Released| released.everything || released.texts.contains(text);
                    release.subscribe().wait_for(is_released).await.unwrap();
                }
                "/cgi-bin/message/custom/send" => {
                    let message: Value = serde_json::from_str(&body).unwrap();
                    let text = message["text"]["content"].as_str().unwrap().to_owned();
                    told.send_modify(|asked| asked.sent.extend([text]));
                }
                path => panic!("{path}"),
            }
            r#"{"errcode":0,"errmsg":"ok"}"#
        };
        let router = axum::Router::new().fallback(answer);
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, asked: asked.subscribe(), released }
    }

    /// Waits until `/held` was requested this number of times.
    async fn wait_for_held(&mut self, times: usize) {
        let waiting = self.asked.wait_for(|asked| asked.held >= times);
        with_timeout("a handler", waiting).await.unwrap();
    }

    fn release(&self) {
        self.released.send_modify(|released| released.everything = true);
    }
}

/// The path and the body of a push of a text.
fn push(text: &str) -> (String, String) {
    let callback = Callback::new(Product::Official, CallbackToken::new(TOKEN).unwrap())
        .key(EncodingAesKey::new(KEY).unwrap())
        .receive_id(APP_ID);
    let now = i64::try_from(SystemClock.now().as_secs()).unwrap();
    // Each push has its own user, because pushes of one user are sequential.
    let header = Header::new(format!("o{text}"), "gh_1", now).with_msg_id(text);
    let inbound = Inbound::of(&header, &Text::new(header.clone(), text), Format::Xml);
    let stamp = Stamp::at(now).unwrap();
    let push = callback.push(&inbound, Mode::Safe, Format::Xml, &stamp).unwrap();
    (format!("/callback?{}", push.query.to_query_string()), push.body)
}

async fn deliver(connection: &mut RawConnection, text: &str) -> std::io::Result<()> {
    let (path, body) = push(text);
    connection.post(&path, &body).await
}

#[tokio::test]
async fn no_acknowledged_push_is_lost_under_load() {
    let api = Api::start().await;
    let mut command = bot(HELD_BOT);
    // Every reply is late: the handler continues after its push was acknowledged.
    command.env("WEIXIN_API_BASE", &api.url).env("BOT_BUDGET", "0");
    let mut bot = Program::start(command);
    let address = address(&bot).await;
    let mut senders = JoinSet::new();
    for sender in 0..4 {
        let (address, released) = (address.clone(), api.released.clone());
        senders.spawn(async move {
            let mut connection = RawConnection::open(&address).await.unwrap();
            for number in 0.. {
                let text = format!("{sender}{number:09}");
                if deliver(&mut connection, &text).await.is_err() {
                    return;
                }
                match connection.response().await {
                    Ok(Some(response)) => {
                        assert_eq!((response.status, &*response.body), (200, ""));
                        released.send_modify(|released| released.texts.extend([text]));
                        if response.closes() {
                            return;
                        }
                    }
                    // The platform retries pushes without a response.
                    _ => return,
                }
            }
        });
    }
    let mut progress = api.released.subscribe();
    let traffic = progress.wait_for(|released| released.texts.len() > 100);
    drop(with_timeout("traffic", traffic).await.unwrap());
    bot.terminate().await;
    with_timeout("the end of all connections", senders.join_all()).await;
    let (status, said) = bot.ended().await;
    assert!(status.success(), "{said}");
    let (acknowledged, asked) = (api.released.borrow(), api.asked.borrow());
    let acknowledged = &acknowledged.texts;
    let lost: Vec<_> = acknowledged.difference(&asked.sent).collect();
    assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), acknowledged.len());
}

#[tokio::test]
async fn every_stop_signal_causes_a_graceful_shutdown() {
    for signal in ["INT", "TERM", "HUP"] {
        let mut api = Api::start().await;
        let mut command = bot(HELD_BOT);
        command.env("WEIXIN_API_BASE", &api.url);
        let mut bot = Program::start(command);
        let address = address(&bot).await;
        let (mut waiting, mut half_closed) = (
            RawConnection::open(&address).await.unwrap(),
            RawConnection::open(&address).await.unwrap(),
        );
        deliver(&mut waiting, "1000000001").await.unwrap();
        deliver(&mut half_closed, "1000000002").await.unwrap();
        half_closed.half_close().await.unwrap();
        api.wait_for_held(2).await;
        bot.signal(signal).await;
        bot.prints("stopping").await;
        // The listener is closed, and requests in flight continue.
        let error = RawConnection::open(&address).await.unwrap_err();
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionRefused, "{signal}");
        api.release();
        for connection in [&mut waiting, &mut half_closed] {
            let response = connection.response().await.unwrap().unwrap();
            assert!(response.status == 200 && response.closes(), "{signal}: {response:?}");
            assert!(response.body.contains("<Encrypt>"), "{signal}: {response:?}");
        }
        let (status, said) = bot.ended().await;
        assert!(status.success(), "{signal}: {said}");
    }
}

#[tokio::test]
async fn the_exit_status_tells_whether_requests_were_aborted() {
    let mut api = Api::start().await;
    for (budget, said_in_the_end) in [
        ("3600000", "a request had no answer yet, and handlers still ran"),
        ("0", "handlers still ran"),
    ] {
        let mut command = bot(HELD_BOT);
        command.env("WEIXIN_API_BASE", &api.url).env("BOT_BUDGET", budget);
        let mut bot = Program::start(command);
        let mut client = RawConnection::open(&address(&bot).await).await.unwrap();
        let before = api.asked.borrow().held;
        deliver(&mut client, "1000000003").await.unwrap();
        api.wait_for_held(before + 1).await;
        if budget == "0" {
            assert_eq!(client.response().await.unwrap().unwrap().body, "");
        }
        bot.terminate().await;
        bot.prints("stopping").await;
        bot.terminate().await;
        let (status, said) = bot.ended().await;
        assert_eq!(status.code(), Some(1), "{said}");
        let last = format!("Error: stopped before everything was done: {said_in_the_end}.");
        assert!(said.contains(&last), "{said}");
    }
}

#[tokio::test]
async fn the_configuration_is_checked_before_binding() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let mut command = bot(ECHO_BOT);
    command.env("WEIXIN_LISTEN", &taken).env("WEIXIN_TOKEN", "a b");
    let (status, said) = Program::start(command).ended().await;
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(said.contains("account.token") && !said.contains("cannot listen"), "{said}");
}

#[tokio::test]
async fn a_file_that_the_environment_names_must_exist() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = bot(ECHO_BOT);
    command.current_dir(&folder).env("WEIXIN_CONFIG", "bot.toml");
    let (status, said) = Program::start(command).ended().await;
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(said.contains("bot.toml: there is no such file in "), "{said}");

    // Without a name, the environment alone is enough.
    let mut command = bot(ECHO_BOT);
    command.current_dir(&folder).env_remove("WEIXIN_CONFIG");
    address(&Program::start(command)).await;
}

#[tokio::test]
async fn unknown_variables_are_reported() {
    let mut command = bot(ECHO_BOT);
    command.env_remove("WEIXIN_SECRET").env("WEIXIN_SECERT", "hush").env("WEIXIN_SHOP_DB", "hush");
    let (status, said) = Program::start(command).ended().await;
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(
        said.contains("WEIXIN_SECERT: nothing reads it: did you mean WEIXIN_SECRET?"),
        "{said}"
    );
    assert!(said.contains("account.secret: is missing"), "{said}");
    assert!(said.contains("nothing reads the environment variable WEIXIN_SHOP_DB"), "{said}");
    assert!(!said.contains("hush"), "{said}");

    // Unknown variables are only warnings, and known ones are not mentioned.
    let mut command = bot(ECHO_BOT);
    command.env("WEIXIN_SHOP_DB", "hush").env("WEIXIN_TEST_PYTHON", "python3");
    let bot = Program::start(command);
    address(&bot).await;
    assert_eq!(bot.text().matches("nothing reads").count(), 1, "{}", bot.text());
}

#[tokio::test]
async fn secrets_are_not_logged() {
    let bot = Program::start(bot(ECHO_BOT));
    bot.prints("URL              http://127.0.0.1:").await;
    bot.prints("They are not shown here, because standard error is not a terminal").await;
    let said = bot.text();
    assert!(!said.contains(TOKEN) && !said.contains(KEY) && !said.contains("app-secret"), "{said}");
}

#[tokio::test]
async fn rust_log_sets_the_log_level() {
    for (wanted, info, warning) in
        [("warn", false, true), ("weixin_bot::serve=info", true, false), ("[[", true, true)]
    {
        let mut command = bot(ECHO_BOT);
        command.env("RUST_LOG", wanted).env("WEIXIN_SHOP_DB", "hush");
        let mut bot = Program::start(command);
        address(&bot).await;
        bot.terminate().await;
        let (status, said) = bot.ended().await;
        assert!(status.success(), "{said}");
        assert_eq!(said.contains("stopping"), info, "{wanted}: {said}");
        assert_eq!(said.contains("WEIXIN_SHOP_DB"), warning, "{wanted}: {said}");
        assert_eq!(said.contains("RUST_LOG is not understood"), wanted == "[[", "{said}");
    }
}

#[tokio::test]
async fn a_low_file_descriptor_limit_is_reported() {
    let mut command = bot("sh");
    command.args(["-c", "ulimit -n 256 && exec \"$0\"", ECHO_BOT]);
    let bot = Program::start(command);
    bot.prints("it takes at most 192 at a time").await;
    // A configured limit that fits is not reported.
    let mut command = self::bot("sh");
    command.args(["-c", "ulimit -n 256 && exec \"$0\"", ECHO_BOT]);
    let bot = Program::start({
        command.env("WEIXIN_MAX_CONNECTIONS", "100");
        command
    });
    address(&bot).await;
    assert!(!bot.text().contains("at most"), "{}", bot.text());
}
