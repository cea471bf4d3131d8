//! A connection that the server has closed is not used for the next call.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    thread,
};

use common::OK;
use weixin_api::POST;
use weixin_client::IntoClient;

/// Reads one request, with its body.
fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut request = Vec::new();
    let mut piece = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&request).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| {
                let (name, value) = line.split_once(':')?;
                name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().unwrap())
            });
            if body.len() >= length.unwrap_or(0) {
                return Some(text);
            }
        }
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => return None,
            Ok(read) => request.extend_from_slice(&piece[..read]),
        }
    }
}

/// A server that answers once over each connection and closes it when it is told to. It tells of
/// every request and of every end of a connection.
fn closing_server() -> (String, mpsc::Receiver<&'static str>, mpsc::Sender<()>) {
    let ((tell, told), (close, closing)) = (mpsc::channel(), mpsc::channel());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            if read_request(&mut stream).is_none() {
                continue;
            }
            let answer = format!(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: keep-alive\r\n\
                 content-length: {}\r\n\r\n{OK}",
                OK.len()
            );
            stream.write_all(answer.as_bytes()).unwrap();
            let _ = tell.send("request");
            if closing.recv().is_err() {
                return;
            }
            drop(stream);
            let _ = tell.send("closed");
        }
    });
    (base, told, close)
}

#[tokio::test]
async fn a_message_is_sent_over_another_connection_and_only_once() {
    let (base, told, close) = closing_server();
    let wx = common::account().client_builder().api_base(base).build().unwrap();
    // Not a call that may be repeated.
    let call = || wx.call(POST, "/send", serde_json::json!({ "text": "x" })).without_token();
    for _ in 0..20 {
        call().await.unwrap();
        assert_eq!(told.recv().unwrap(), "request");
        // The connection is put aside for the next call.
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        close.send(()).unwrap();
        // The thread is blocked until the connection is closed, so nothing here notices.
        assert_eq!(told.recv().unwrap(), "closed");
    }
    assert!(told.try_recv().is_err());
}
