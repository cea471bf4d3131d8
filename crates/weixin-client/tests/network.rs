//! Over a real connection: the host override, uploads with a length, and no redirects.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State},
    response::{IntoResponse, Response},
};
use common::{OK, SECRET, token};
use weixin_api::{ErrorKind, FilePart, GET};
use weixin_client::IntoClient;
use weixin_mini::MiniProgram;
use weixin_official::prelude::*;
use weixin_work::{WorkApp, prelude::*};

#[derive(Debug, Clone)]
struct Seen {
    target: String,
    length: Option<String>,
    body: Vec<u8>,
}

type Log = Arc<Mutex<Vec<Seen>>>;

async fn serve(State(log): State<Log>, request: Request) -> Response {
    let (head, body) = request.into_parts();
    let header = |name| head.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
    let body = to_bytes(body, 1 << 20).await.unwrap();
    log.lock().unwrap().push(Seen {
        target: head.uri.to_string(),
        length: header("content-length"),
        body: body.to_vec(),
    });
    let path = head.uri.path();
    if path.ends_with("token") {
        token("T").into_response()
    } else if path.ends_with("/moved") {
        (http::StatusCode::FOUND, [("location", "/elsewhere")], Body::empty()).into_response()
    } else if path.ends_with("/media/upload") {
        r#"{"type":"file","media_id":"M","created_at":1}"#.into_response()
    } else {
        OK.into_response()
    }
}

/// The address of a server, and what it saw.
async fn server() -> (String, Log) {
    let log = Log::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let app = Router::new().fallback(serve).with_state(Arc::clone(&log));
    tokio::spawn(async move { axum::serve(listener, app).await });
    (base, log)
}

#[tokio::test]
async fn every_host_is_found_at_the_base_tokens_included() {
    let (base, log) = server().await;
    let official = common::account().client_builder().api_base(format!("{base}/")).build().unwrap();
    official.menu().delete().await.unwrap();
    official
        .call(GET, "/cgi-bin/showqrcode?ticket=a%2Bb", ())
        .host("mp.weixin.qq.com")
        .await
        .unwrap();
    let classic = common::account().with_classic_token();
    classic.client_builder().api_base(&base).build().unwrap().menu().delete().await.unwrap();
    let mini = MiniProgram::new("wx2", SECRET).client_builder().api_base(&base).build().unwrap();
    mini.send_text("o", "x").await.unwrap();
    let work = WorkApp::new("ww1", 7, SECRET)
        .client_builder()
        .api_base(format!("{base}/sub"))
        .build()
        .unwrap();
    work.menu().delete().await.unwrap();

    let targets: Vec<_> = log.lock().unwrap().iter().map(|seen| seen.target.clone()).collect();
    assert_eq!(
        targets,
        [
            "/@api.weixin.qq.com/cgi-bin/stable_token",
            "/@api.weixin.qq.com/cgi-bin/menu/delete?access_token=T",
            "/@mp.weixin.qq.com/cgi-bin/showqrcode?access_token=T&ticket=a%2Bb",
            &*format!(
                "/@api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid=wx1&secret={SECRET}"
            ),
            "/@api.weixin.qq.com/cgi-bin/menu/delete?access_token=T",
            "/@api.weixin.qq.com/cgi-bin/stable_token",
            "/@api.weixin.qq.com/cgi-bin/message/custom/send?access_token=T",
            &*format!("/sub/@qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret={SECRET}"),
            "/sub/@qyapi.weixin.qq.com/cgi-bin/menu/delete?access_token=T&agentid=7",
        ]
    );
}

#[tokio::test]
async fn an_upload_says_how_long_it_is() {
    let (base, log) = server().await;
    let wx = WorkApp::new("ww1", 7, SECRET).client_builder().api_base(&base).build().unwrap();
    let path = std::env::temp_dir().join(format!("weixin-client-network-{}", std::process::id()));
    std::fs::write(&path, vec![7; 100_000]).unwrap();
    let outcome = wx.media().upload(FilePart::path(&path)).await;
    std::fs::remove_file(&path).unwrap();
    assert_eq!(outcome.unwrap().media_id.as_str(), "M");
    let upload = log.lock().unwrap()[1].clone();
    assert_eq!(upload.length, Some(upload.body.len().to_string()));
    assert!(upload.body.len() > 100_000);
}

#[tokio::test]
async fn an_account_can_have_a_proxy_of_its_own() {
    // A proxy is asked for the whole address.
    let (proxy, log) = server().await;
    let builder = common::account().client_builder();
    let wx = builder.api_base("http://wechat.invalid:81").proxy(&*proxy).build().unwrap();
    wx.menu().delete().await.unwrap();
    let targets: Vec<_> = log.lock().unwrap().iter().map(|seen| seen.target.clone()).collect();
    assert_eq!(
        targets,
        [
            "http://wechat.invalid:81/@api.weixin.qq.com/cgi-bin/stable_token",
            "http://wechat.invalid:81/@api.weixin.qq.com/cgi-bin/menu/delete?access_token=T",
        ]
    );
    let password = "http://user:PROXYPASSWORD@10.0.0.1:3128";
    let builder = common::account().client_builder().proxy(password);
    let mut printed = format!("{builder:?}");
    printed += &format!("{:?}", builder.build().unwrap());
    assert!(!printed.contains("PROXYPASSWORD"), "{printed}");
    for address in ["10.0.0.1:3128", "socks5://10.0.0.1", "http://"] {
        let error = common::account().client_builder().proxy(address).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Call, "{address}");
    }
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (base, log) = server().await;
    let wx = common::account().client_builder().api_base(&base).build().unwrap();
    let error = wx.call(GET, "/moved", ()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Status);
    assert!(error.message().contains("302"), "{error}");
    assert!(log.lock().unwrap().iter().all(|seen| !seen.target.contains("elsewhere")));
}

#[tokio::test]
async fn nobody_listening_is_a_call_that_was_not_sent() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let wx = common::account().client_builder().api_base(&base).build().unwrap();
    let error = wx.call(GET, "/x?secret=S3CRET", ()).without_token().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(!format!("{error:?} {error}").contains("S3CRET"));
}

#[test]
fn a_base_is_an_address() {
    for base in ["127.0.0.1:80", "ftp://h", "http://h/?a=b", "", "http://"] {
        let error = common::account().client_builder().api_base(base).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Call, "{base}");
    }
}
