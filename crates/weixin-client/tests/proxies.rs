//! Calls through a proxy, up to a server that speaks TLS.
//!
//! Which certificates are trusted stands in the environment, so this program starts itself again.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    env,
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    process::Command,
    sync::{Arc, mpsc},
    thread,
};

use common::OK;
use rustls::{
    ServerConfig, ServerConnection, StreamOwned,
    pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer},
};
use weixin_api::{ErrorKind, GET};
use weixin_client::IntoClient;

/// Tells a child in which file it may write the certificate that it trusts.
const CHILD: &str = "WEIXIN_TEST_CHILD_TRUSTS";

/// Reads the head of a request.
fn read_head(stream: &mut impl Read) -> String {
    let (mut head, mut byte) = (Vec::new(), [0]);
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read > 0) {
        head.push(byte[0]);
    }
    String::from_utf8(head).unwrap()
}

/// A proxy that tells of the head of each request, and sends the answer.
fn proxy(answer: &'static str) -> (SocketAddr, mpsc::Receiver<String>) {
    let (tell, told) = mpsc::channel();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let head = read_head(&mut stream);
            let target = head.split(' ').nth(1).unwrap_or_default().to_owned();
            tell.send(head).unwrap();
            stream.write_all(answer.as_bytes()).unwrap();
            if answer.starts_with("HTTP/1.1 200") && !target.starts_with("http:") {
                copy_both_ways(stream, TcpStream::connect(target).unwrap());
            }
        }
    });
    (address, told)
}

fn copy_both_ways(one: TcpStream, other: TcpStream) {
    let (mut from, mut to) = (one.try_clone().unwrap(), other.try_clone().unwrap());
    thread::spawn(move || std::io::copy(&mut from, &mut to));
    let (mut from, mut to) = (other, one);
    thread::spawn(move || std::io::copy(&mut from, &mut to));
}

/// A server that speaks TLS and answers every call with success, and the heads of the calls. Its
/// certificate is put where this process looks for the trusted ones.
fn tls_server(certificates: &str) -> (SocketAddr, mpsc::Receiver<String>) {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    std::fs::write(certificates, made.cert.pem()).unwrap();
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let (tell, told) = mpsc::channel();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream.unwrap());
            let head = read_head(&mut stream);
            if head.is_empty() {
                continue;
            }
            tell.send(head).unwrap();
            let length = OK.len();
            write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{OK}").unwrap();
        }
    });
    (address, told)
}

fn succeeds(test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(CHILD, folder.path().join("ca.pem"))
        .env("SSL_CERT_FILE", folder.path().join("ca.pem"))
        .env("SSL_CERT_DIR", folder.path().join("none"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
async fn a_tunnel_is_asked_for_with_the_password_and_without_the_call() {
    let (address, told) = proxy("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n");
    let builder = common::account().client_builder().api_base("https://wechat.invalid");
    let wx = builder.proxy(format!("http://user:pass@{address}")).build().unwrap();
    let error = wx.call(GET, "/x?secret=S3CRET", ()).without_token().await.unwrap_err();
    // The call itself was not sent.
    assert_eq!(error.kind(), ErrorKind::Connect);
    let head = told.recv().unwrap().to_ascii_lowercase();
    assert!(head.starts_with("connect wechat.invalid:443 http/1.1\r\n"), "{head}");
    assert!(head.contains("\r\nproxy-authorization: basic dxnlcjpwyxnz\r\n"), "{head}");
    assert!(!head.contains("s3cret"), "{head}");
}

#[tokio::test]
async fn a_call_without_tls_brings_the_password_itself() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 27\r\n\r\n{\"errcode\":0,\"errmsg\":\"ok\"}";
    let (address, told) = proxy(answer);
    let builder = common::account().client_builder().api_base("http://wechat.invalid");
    let wx = builder.proxy(format!("http://user:pass@{address}")).build().unwrap();
    wx.call(GET, "/x", ()).without_token().await.unwrap();
    let head = told.recv().unwrap().to_ascii_lowercase();
    assert!(head.starts_with("get http://wechat.invalid/@api.weixin.qq.com/x http"), "{head}");
    assert!(head.contains("\r\nproxy-authorization: basic dxnlcjpwyxnz\r\n"), "{head}");
}

#[test]
#[cfg_attr(
    not(target_os = "linux"),
    ignore = "the variables of trusted certificates are those of Linux"
)]
fn tls_reaches_through_the_proxy_to_the_server() {
    succeeds("child_behind_a_proxy");
}

#[tokio::test]
async fn child_behind_a_proxy() {
    let Ok(file) = env::var(CHILD) else { return };
    let (server, calls) = tls_server(&file);
    let (address, tunnels) = proxy("HTTP/1.1 200 OK\r\n\r\n");
    let base = format!("https://localhost:{}", server.port());
    let builder = || common::account().client_builder().api_base(&base);
    let through = builder().proxy(format!("http://{address}")).build().unwrap();
    for wx in [through, builder().build().unwrap()] {
        wx.call(GET, "/x", ()).without_token().await.unwrap();
        let head = calls.recv().unwrap();
        assert!(head.starts_with("GET /@api.weixin.qq.com/x HTTP/1.1\r\n"), "{head}");
        assert!(head.contains(&format!("host: localhost:{}\r\n", server.port())), "{head}");
    }
    assert!(tunnels.recv().unwrap().starts_with("CONNECT localhost:"));
    // The second client had no proxy.
    assert!(tunnels.try_recv().is_err());
    // The certificate is only for one name.
    let other = format!("https://127.0.0.1:{}", server.port());
    let wx = common::account().client_builder().api_base(other).build().unwrap();
    let error = wx.call(GET, "/x", ()).without_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(calls.try_recv().is_err());
}
