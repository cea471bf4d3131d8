//! The log in a file, and its level changed while the bot runs.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::Command,
};
use weixin::{
    bot::{LogConfig, Rotation},
    prelude::*,
};
use weixin_tests::{
    program::Program,
    wait::{poll_until, with_timeout},
};

/// The bot of `src/bin/echo-bot.rs`.
const ECHO_BOT: &str = env!("CARGO_BIN_EXE_echo-bot");

const ACCOUNT: &str = r#"
[account]
kind = "official"
app_id = "wx0123456789abcdef"
secret = "secret"
token = "testtoken"
encoding_aes_key = "RustFrameworkWeChatTestKey0123456789abcdefg"
"#;

fn configure(folder: &Path, log: &str) {
    let text = format!("listen = \"127.0.0.1:0\"\n[log]\n{log}{ACCOUNT}");
    // Replaced as editors do, so that no half of it is read.
    std::fs::write(folder.join("new.toml"), text).unwrap();
    std::fs::rename(folder.join("new.toml"), folder.join("weixin.toml")).unwrap();
}

/// A request that is rejected, which is logged as a warning.
async fn ask(address: &str) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = b"GET /callback HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    stream.write_all(request).await.unwrap();
    let mut answer = String::new();
    with_timeout("the answer", stream.read_to_string(&mut answer)).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
}

#[tokio::test]
async fn the_log_goes_to_a_file_and_its_level_changes_at_run_time() {
    let folder = tempfile::tempdir().unwrap();
    let settings =
        |level: &str| format!("level = \"{level}\"\nfile = \"log/bot.log\"\nrotate = \"never\"\n");
    configure(folder.path(), &settings("error"));
    let mut command = Command::new(ECHO_BOT);
    command.current_dir(folder.path()).env_remove("RUST_LOG").env_remove("WEIXIN_CONFIG");
    let bot = Program::start(command);
    let address = bot
        .line("the greeting", |line| {
            line.split_once("http://").and_then(|(_, url)| url.split('/').next().map(str::to_owned))
        })
        .await;
    ask(&address).await;
    let file = folder.path().join("log/bot.log");
    let read = || std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(read(), "");
    configure(folder.path(), &settings("info"));
    let logged = poll_until(async || {
        let text = read();
        text.contains("the configuration was read again").then_some(text)
    });
    let text = logged.await.expect("the new level is in effect");
    assert!(!text.contains("a request was rejected"), "{text}");
    assert!(!text.contains('\u{1b}'), "no colours in a file: {text}");
    // The next line about rejections of this kind may be a summary.
    let logged = poll_until(async || {
        ask(&address).await;
        read().contains("rejected").then_some(())
    });
    logged.await.expect("warnings are written now");
}

#[test]
fn wrong_settings_are_reported_at_the_start() {
    let account = AccountConfig::official("wx0123456789abcdef", "secret")
        .callback("token", "RustFrameworkWeChatTestKey0123456789abcdefg");
    let problems = |log: LogConfig| {
        Bot::new().build(&Config::new(account.clone()).log(log)).unwrap_err().to_string()
    };
    let found = problems(LogConfig::level("loud=very=much").file("a.log").keep(0));
    assert!(found.contains("log.level: \"loud=very=much\" is not a level"), "{found}");
    assert!(found.contains("log.keep: is 0"), "{found}");
    let fine = LogConfig::level("warn,weixin_bot=debug").file("a.log").rotate(Rotation::Hourly);
    assert!(Bot::new().build(&Config::new(account.clone()).log(fine)).is_ok());
}
