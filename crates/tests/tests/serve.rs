//! A bot on a real socket.
#![allow(clippy::unwrap_used)]
#![cfg(unix)]

use std::process::Stdio;

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpStream,
    process::Command,
};
use weixin_tests::patience::patiently;

/// The bot of `src/bin/echo-bot.rs`, on a free port.
const ECHO_BOT: &str = env!("CARGO_BIN_EXE_echo-bot");

#[tokio::test]
async fn a_half_open_connection_does_not_keep_a_bot_alive() {
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
    let address = patiently("the greeting", async {
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
    patiently("the health check", whole.read_to_string(&mut answer)).await.unwrap();
    assert!(answer.ends_with("ok"), "{answer}");
    let signal = |name: &str| {
        let id = bot.id().unwrap().to_string();
        std::process::Command::new("kill").args([name, &id]).status().unwrap();
    };
    signal("-INT");
    patiently("the farewell", async {
        while !lines.next_line().await.unwrap().expect("it says so").contains("stopping") {}
    })
    .await;
    // Asked again, it stops at once.
    signal("-TERM");
    assert!(patiently("the end", bot.wait()).await.unwrap().success());
}
