//! `weixin emulator` off loopback: access to its page, and allowed callbacks.
#![allow(clippy::unwrap_used)]

use reqwest::{Client, StatusCode, redirect::Policy};
use weixin_tests::{
    program::{Program, emulator, weixin},
    wait::with_timeout,
};

async fn run(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = weixin().await;
    command.arg("emulator").args(["--port", "0"]).args(arguments);
    let (status, said) = Program::start(command).end().await;
    (status.code(), said)
}

fn client() -> Client {
    Client::builder().no_proxy().redirect(Policy::none()).build().unwrap()
}

async fn status(request: reqwest::RequestBuilder) -> StatusCode {
    with_timeout("an answer", request.send()).await.unwrap().status()
}

#[tokio::test]
async fn the_printed_page_url_contains_the_token_off_loopback() {
    let (_emulator, page) = emulator(&["--listen", "0.0.0.0"]).await;
    let (url, token) = page.split_once("/_/?token=").unwrap();
    let (http, state) = (client(), format!("{url}/_/api/state"));
    assert_eq!(status(http.get(&state)).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status(http.get(&state).bearer_auth(token)).await, StatusCode::OK);
    assert_eq!(status(http.get(&page)).await, StatusCode::SEE_OTHER);
    let wrong = http.get(&state).bearer_auth(format!("{token}x"));
    assert_eq!(status(wrong).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn host_name_and_token_can_be_configured() {
    let options = ["--host", "bots.example", "--page-token", "0123456789abcdef"];
    let (_emulator, page) = emulator(&options).await;
    let port = page.rsplit_once(':').unwrap().1.split_once('/').unwrap().0;
    assert_eq!(page, format!("http://bots.example:{port}/_/?token=0123456789abcdef"));
    let ask = |host: &str| {
        let state = format!("http://127.0.0.1:{port}/_/api/state");
        client().get(state).bearer_auth("0123456789abcdef").header("Host", host)
    };
    assert_eq!(status(ask("bots.example")).await, StatusCode::OK);
    assert_eq!(status(ask("evil.example")).await, StatusCode::FORBIDDEN);
    for wrong in [&["--page-token", "hunter2"][..], &["--host", "http://bots.example/"]] {
        let (code, said) = run(wrong).await;
        assert_eq!(code, Some(1), "{said}");
        assert!(!said.contains("hunter2") && !said.contains("Page"), "{said}");
    }
}

#[tokio::test]
async fn a_callback_on_another_machine_requires_an_option() {
    for callback in ["http://192.0.2.1/wechat", "http://0.0.0.0:5000/", "http://[2001:db8::1]/"] {
        let (code, said) = run(&["--callback", callback]).await;
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains("add --allow-callbacks-off-loopback"), "{said}");
        assert!(said.contains("请加上 --allow-callbacks-off-loopback"), "{said}");
        assert!(!said.contains("Page"), "{said}");
    }
    let options = ["--callback", "http://0.0.0.0:9/", "--allow-callbacks-off-loopback"];
    let (emulator, _) = emulator(&options).await;
    emulator.prints("Retrying").await;
    assert!(!emulator.text().contains("not on this machine"), "{}", emulator.text());
}
