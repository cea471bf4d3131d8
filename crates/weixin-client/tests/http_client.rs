//! The HTTP client is set up when a client is built, and what is in the way is named.
//!
//! Which certificates there are stands in the environment, so this program starts itself again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    env, fs,
    path::Path,
    process::{Command, Output},
};

use weixin_api::{ErrorKind, GET};
use weixin_client::IntoClient;

/// Tells a child where the certificates will be.
const CHILD: &str = "WEIXIN_TEST_CHILD_CERTIFICATES";

/// A certificate that nobody has the key of.
const CERTIFICATE: &str = "-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIUEUlplRSAq5gncw96RyQEoa6MA5QwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOd2VpeGluIHRlc3QgQ0EwIBcNMjYxMTI5MjEwNDM4WhgPMjEy
NjExMDUyMTA0MzhaMBkxFzAVBgNVBAMMDndlaXhpbiB0ZXN0IENBMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEsXeaDnEIilxXrA40tPAFGKj6H42BQbXBmL8gqy3g
XYJl7SCRcZ+5CtnRh6hJn62R9idLOy1ViKfmxb/3BjWZQaNTMFEwHQYDVR0OBBYE
FLukVLwqP3Tw4u88rK5vHm1NDX0IMB8GA1UdIwQYMBaAFLukVLwqP3Tw4u88rK5v
Hm1NDX0IMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgORYyRhVj
fazptSn19sb7st5HBGlc8wumkJ+pHxWN83YCIBHU7SBKzq9sWjB+dt76aHKlNpQz
bK6rCkMFaTdQ8x4T
-----END CERTIFICATE-----
";

/// Runs a test of this file in a process of its own, in which the certificates are in this file.
fn run(test: &str, file: &Path) -> Output {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(CHILD, file)
        .env("SSL_CERT_FILE", file)
        .env("SSL_CERT_DIR", file.parent().unwrap().join("none"))
        // Calls end at once.
        .env("HTTPS_PROXY", "http://127.0.0.1:1")
        .output()
        .unwrap()
}

fn succeeds(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = run(test, &folder.path().join("ca.pem"));
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
fn certificates_are_missed_at_the_start() {
    succeeds("child_without_certificates");
}

#[test]
fn child_without_certificates() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let error = common::account().client_builder().build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Call);
    let message = error.message();
    assert!(message.contains("SSL_CERT_FILE") && message.contains("certificates"), "{message}");
    let https = common::account().client_builder().api_base("https://127.0.0.1:1");
    assert!(https.build().is_err());
}

#[test]
fn certificates_are_left_alone_where_nothing_is_encrypted() {
    succeeds("child_that_calls_an_emulator");
}

#[tokio::test]
async fn child_that_calls_an_emulator() {
    if env::var_os(CHILD).is_none() {
        return;
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let app = axum::Router::new().fallback(async || common::OK);
    tokio::spawn(async move { axum::serve(listener, app).await });
    let wx = common::account().client_builder().api_base(base).build().unwrap();
    wx.call(GET, "/x", ()).without_token().await.unwrap();
}

#[test]
fn what_was_in_the_way_once_may_be_gone() {
    succeeds("child_whose_certificates_come_late");
}

#[tokio::test]
async fn child_whose_certificates_come_late() {
    let Some(file) = env::var_os(CHILD) else { return };
    let wx = common::account().client();
    let call = || async { wx.call(GET, "/x", ()).without_token().await.unwrap_err() };
    let error = call().await;
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.message().contains("SSL_CERT_FILE"), "{error}");
    fs::write(file, CERTIFICATE).unwrap();
    // Now it is only the proxy that is not there.
    let error = call().await;
    assert_eq!(
        (error.kind(), error.message()),
        (ErrorKind::Connect, "no connection could be made")
    );
}
