//! QR codes with a scene: creation, images, scans, expiry.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode},
};
use common::{Answer, Heard, always, call, errcode, read_code, send, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator, PushOutcome};

const MINUTE: Duration = Duration::from_secs(60);

struct Console {
    platform: Emulator,
    account: Account,
    heard: Heard,
}

impl Console {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.official();
        let (bot, heard) = always(&account, || Answer::Empty);
        account.connect_service(bot).await.unwrap();
        Self { platform, account, heard }
    }

    async fn create(&self, kind: &str, scene: Value, seconds: Option<u32>) -> Value {
        let mut body = json!({ "action_name": kind, "action_info": { "scene": scene } });
        if let Some(seconds) = seconds {
            body["expire_seconds"] = seconds.into();
        }
        let token = token(&self.platform, &self.account).await;
        let path = format!("/cgi-bin/qrcode/create?access_token={token}");
        call(&self.platform, Method::POST, &path, Some(body)).await
    }

    async fn show(&self, ticket: &str) -> (StatusCode, axum::body::Bytes) {
        let ticket = weixin_api::wire::query::encode(ticket);
        let path = format!("/@mp.weixin.qq.com/cgi-bin/showqrcode?ticket={ticket}");
        send(&self.platform, Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Event, EventKey and Ticket of the last push.
    fn last(&self) -> [String; 3] {
        let heard = self.heard.lock().unwrap();
        let event = &heard.last().unwrap().1;
        ["Event", "EventKey", "Ticket"]
            .map(|name| event.fields().text(name).unwrap_or_default().to_owned())
    }
}

#[tokio::test]
async fn scans_are_pushed_with_scene_and_ticket() {
    let console = Console::open().await;
    let made = console.create("QR_STR_SCENE", json!({ "scene_str": "海报 42" }), Some(60)).await;
    let (ticket, url) = (made["ticket"].as_str().unwrap(), made["url"].as_str().unwrap());
    assert_eq!(made["expire_seconds"], 60);
    let (status, picture) = console.show(ticket).await;
    assert_eq!(status, StatusCode::OK);
    let read = read_code(&picture);
    assert_eq!(read, url);

    let ann = console.account.person("ann");
    assert_eq!(ann.scans_code(&read).await.outcome().await, PushOutcome::Empty);
    assert_eq!(console.last(), ["subscribe", "qrscene_海报 42", ticket]);
    ann.scans_code(ticket).await;
    assert_eq!(console.last(), ["SCAN", "海报 42", ticket]);
    // Scanning by scene uses the same code; for an unknown scene a code is made up.
    ann.scans("海报 42").await;
    assert_eq!(console.last(), ["SCAN", "海报 42", ticket]);
    ann.scans("elsewhere").await;
    let [event, scene, other] = console.last();
    assert_eq!((&*event, &*scene), ("SCAN", "elsewhere"));
    assert!(!other.is_empty() && other != ticket);
}

#[tokio::test]
async fn temporary_codes_expire_and_permanent_ones_do_not() {
    let console = Console::open().await;
    let number = json!({ "scene_id": 7 });
    let brief = console.create("QR_SCENE", number.clone(), None).await;
    assert_eq!(brief["expire_seconds"], 60);
    let long = console.create("QR_SCENE", number.clone(), Some(2_592_000)).await;
    let permanent = console.create("QR_LIMIT_SCENE", number, None).await;
    assert_eq!(permanent.get("expire_seconds"), None);
    let ticket = |made: &Value| made["ticket"].as_str().unwrap().to_owned();
    console.platform.clock().advance(MINUTE).await;
    let ann = console.account.person("ann");
    assert_eq!(ann.scans_code(ticket(&brief)).await.outcome().await, PushOutcome::Unsent);
    assert_eq!(console.show(&ticket(&brief)).await, (StatusCode::NOT_FOUND, "".into()));
    assert_eq!(ann.scans_code("no such code").await.outcome().await, PushOutcome::Unsent);
    assert!(console.heard.lock().unwrap().is_empty());

    ann.scans_code(ticket(&permanent)).await;
    assert_eq!(console.last(), ["subscribe", "qrscene_7", &ticket(&permanent)]);
    let token = token(&console.platform, &console.account).await;
    let path = format!("/cgi-bin/user/info?access_token={token}&openid={}", ann.id());
    let info = call(&console.platform, Method::GET, &path, None).await;
    assert_eq!(
        (&info["subscribe_scene"], &info["qr_scene"], &info["qr_scene_str"]),
        (&json!("ADD_SCENE_QR_CODE"), &json!(7), &json!(""))
    );
    console.platform.clock().advance(30 * 24 * 60 * MINUTE).await;
    assert_eq!(console.show(&ticket(&long)).await.0, StatusCode::NOT_FOUND);
    assert_eq!(console.show(&ticket(&permanent)).await.0, StatusCode::OK);
}

#[tokio::test]
async fn kinds_and_scenes_are_validated() {
    let console = Console::open().await;
    let (number, text) = (|id: u64| json!({ "scene_id": id }), |s: &str| json!({ "scene_str": s }));
    for (kind, scene, seconds, code) in [
        ("QR_SCENE", number(4_294_967_295), Some(30), 0),
        ("QR_SCENE", number(0), None, 40053),
        ("QR_SCENE", text("a"), None, 40053),
        ("QR_SCENE", number(1), Some(2_592_001), 40035),
        ("QR_LIMIT_SCENE", number(100_000), None, 0),
        ("QR_LIMIT_SCENE", number(100_001), None, 40053),
        ("QR_LIMIT_STR_SCENE", text(&"字".repeat(64)), None, 0),
        ("QR_LIMIT_STR_SCENE", text(&"字".repeat(65)), None, 40053),
        ("QR_LIMIT_STR_SCENE", text(""), None, 40053),
        ("QR_STR_SCENE", number(1), None, 40053),
        ("QR_CARD", number(1), None, 40052),
    ] {
        let made = console.create(kind, scene.clone(), seconds).await;
        assert_eq!(errcode(&made), code, "{kind} {scene}");
    }
    console.account.clone().rules(|rules| rules.qrcodes.max_permanent = 2);
    assert_eq!(errcode(&console.create("QR_LIMIT_SCENE", number(1), None).await), 45029);
    assert_eq!(errcode(&console.create("QR_SCENE", number(1), None).await), 0);
    // The console host has no other endpoint, and no other host serves code images.
    assert_eq!(console.show("no such ticket").await, (StatusCode::NOT_FOUND, "".into()));
    for path in ["/@mp.weixin.qq.com/cgi-bin/menu/get", "/@api.weixin.qq.com/cgi-bin/showqrcode"] {
        assert_eq!(errcode(&call(&console.platform, Method::GET, path, None).await), 40066);
    }
}

#[tokio::test]
async fn codes_appear_in_the_state_and_can_be_scanned() {
    let console = Console::open().await;
    let made = console.create("QR_STR_SCENE", json!({ "scene_str": "shop" }), None).await;
    let state = call(&console.platform, Method::GET, "/_/api/state", None).await;
    let code = &state["accounts"][0]["qrcodes"][0];
    assert_eq!((&code["scene"], &code["ticket"]), (&json!("shop"), &made["ticket"]));
    let request = Request::get(code["image"].as_str().unwrap()).body(Body::empty()).unwrap();
    let (_, picture) = send(&console.platform, request).await;
    assert_eq!(read_code(&picture), code["url"].as_str().unwrap());

    let ann = console.account.person("ann");
    let scan = |code: &Value| {
        let action = json!({ "type": "scan_code", "code": code });
        json!({ "account": console.account.id(), "person": ann.id(), "do": action })
    };
    call(&console.platform, Method::POST, "/_/api/act", Some(scan(&made["ticket"]))).await;
    console.platform.clock().advance(Duration::ZERO).await;
    assert_eq!(console.last(), ["subscribe", "qrscene_shop", made["ticket"].as_str().unwrap()]);
    console.platform.clock().advance(MINUTE).await;
    let path = "/_/api/act";
    let gone = call(&console.platform, Method::POST, path, Some(scan(&made["ticket"]))).await;
    assert_eq!(gone["error"]["zh"], "该二维码已过期。");
    let state = call(&console.platform, Method::GET, "/_/api/state", None).await;
    assert_eq!(state["accounts"][0]["qrcodes"], json!([]));
}
