//! A bot's own HTTPS.
#![allow(clippy::unwrap_used)]

use std::{path::Path, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use weixin::{
    bot::{BoxError, TlsConfig},
    emulator::VirtualClock,
    prelude::*,
};
use weixin_tests::wait::{poll_until, with_timeout};

/// Writes a new certificate for `localhost`, and returns it in PEM format.
fn new_certificate(folder: &Path) -> String {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(folder.join("cert.pem"), made.cert.pem()).unwrap();
    std::fs::write(folder.join("key.pem"), made.signing_key.serialize_pem()).unwrap();
    made.cert.pem()
}

fn tls(folder: &Path) -> TlsConfig {
    TlsConfig::new(folder.join("cert.pem"), folder.join("key.pem"))
}

fn config() -> Config {
    let account = AccountConfig::official("wx0123456789abcdef", "secret")
        .callback("token", "RustFrameworkWeChatTestKey0123456789abcdefg");
    let mut config = Config::new(account);
    config.quiet = true;
    config
}

/// Asks for the health of the bot, trusting this certificate only.
async fn health(port: u16, certificate: &str) -> Result<String, reqwest::Error> {
    let root = reqwest::Certificate::from_pem(certificate.as_bytes())?;
    let client = reqwest::Client::builder().tls_certs_only([root]).no_proxy().build()?;
    client.get(format!("https://localhost:{port}/healthz")).send().await?.text().await
}

#[tokio::test]
async fn a_bot_serves_https_and_a_renewed_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let first = new_certificate(folder.path());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let clock = Arc::new(VirtualClock::default());
    let bot = Bot::new().clock(clock.clone()).on(async |msg: Text| msg.content);
    let serving = tokio::spawn(bot.serve_on(listener, config().tls(tls(folder.path()))));
    assert_eq!(health(port, &first).await.unwrap(), "ok");

    // Who speaks no TLS is sent away, and harms nobody.
    let mut plain = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
    plain.write_all(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await.unwrap();
    let mut answer = Vec::new();
    let read = with_timeout("the connection is closed", plain.read_to_end(&mut answer)).await;
    assert!(read.is_err() || !answer.starts_with(b"HTTP"), "{answer:?}");

    // A broken file changes nothing.
    std::fs::write(folder.path().join("cert.pem"), "no certificate").unwrap();
    clock.advance(Duration::from_secs(60)).await;
    assert_eq!(health(port, &first).await.unwrap(), "ok");
    let second = new_certificate(folder.path());
    assert!(health(port, &second).await.is_err(), "it is not read yet");
    let renewed = poll_until(async || {
        clock.advance(Duration::from_secs(60)).await;
        health(port, &second).await.ok()
    });
    assert_eq!(renewed.await.unwrap(), "ok");
    serving.abort();
}

#[tokio::test]
async fn wrong_files_are_reported_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let start = async |tls: TlsConfig| {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let error = Bot::new().serve_on(listener, config().tls(tls)).await.unwrap_err();
        BoxError::from(error).to_string()
    };
    let found = start(TlsConfig::default()).await;
    assert!(found.contains("tls.certificate: is missing"), "{found}");
    let found = start(tls(folder.path())).await;
    assert!(found.contains("cert.pem"), "{found}");
    new_certificate(folder.path());
    std::fs::write(folder.path().join("cert.pem"), "").unwrap();
    let found = start(tls(folder.path())).await;
    assert!(found.contains("there is no certificate in it"), "{found}");
    let other = tempfile::tempdir().unwrap();
    new_certificate(folder.path());
    new_certificate(other.path());
    let mixed = TlsConfig::new(folder.path().join("cert.pem"), other.path().join("key.pem"));
    let found = start(mixed).await;
    assert!(found.contains("key.pem"), "{found}");
}
