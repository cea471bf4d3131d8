//! The control API and the page.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::{
    task::{Context, Poll, Waker},
    time::Duration,
};

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use common::{Answer, always, call, connect_silent, send};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;
use weixin_emulator::Emulator;

async fn act(platform: &Emulator, act: Value) -> (StatusCode, Value) {
    let request = Request::post("/_/api/act")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(act.to_string()))
        .unwrap();
    let (status, body) = send(platform, request).await;
    (status, serde_json::from_slice(&body).unwrap_or_default())
}

async fn get(platform: &Emulator, path: &str) -> Value {
    call(platform, Method::GET, path, None).await
}

#[tokio::test]
async fn the_state_contains_accounts_people_and_the_callback() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let ann = account.person("Ann");
    let state = get(&platform, "/_/api/state").await;
    assert_eq!(state["virtual_clock"], true);
    assert_eq!(state["accounts"][0]["id"], json!(account.id()));
    assert_eq!(state["accounts"][0]["product"], "official");
    assert_eq!(state["accounts"][0]["callback"], Value::Null);
    assert_eq!(state["accounts"][0]["menu"], Value::Null);
    assert_eq!(state["people"][0]["id"], json!(ann.id()));
    assert_eq!(state["people"][0]["following"], false);
    connect_silent(&account).await;
    ann.follows().await;
    let state = get(&platform, "/_/api/state").await;
    let callback = &state["accounts"][0]["callback"];
    assert_eq!((&callback["status"], &callback["mode"]), (&json!("verified"), &json!("safe")));
    assert_eq!(callback["encoding_aes_key"], account.credentials().aes_key.expose());
    assert_eq!(state["people"][0]["following"], true);
}

#[tokio::test]
async fn actions_appear_in_the_timeline() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (bot, _) = always(&account, || Answer::text("hello yourself"));
    account.connect_service(bot).await.unwrap();
    let ann = account.follower("ann");
    let text = json!({ "account": account.id(), "person": ann.id(),
        "do": { "type": "text", "text": "hello" } });
    let (status, done) = act(&platform, text).await;
    assert_eq!(status, StatusCode::OK);
    platform.clock().advance(Duration::from_secs(1)).await;
    let path = format!("/_/api/timeline?account={}&after=0", account.id());
    let timeline = get(&platform, &path).await;
    let entries = timeline["entries"].as_array().unwrap();
    let kinds: Vec<_> = entries.iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["push", "message", "push", "message"]);
    let (check, hello, push, answer) = (&entries[0], &entries[1], &entries[2], &entries[3]);
    assert_eq!(check["summary"]["msg_type"], "url_check");
    assert_eq!((&hello["id"], &hello["exchange"]), (&done["entry"], &push["id"]));
    assert_eq!((&hello["from"], &hello["via"]), (&json!("person"), &json!("push")));
    assert_eq!(hello["content"], json!({ "type": "text", "text": "hello" }));
    assert_eq!(push["summary"], json!({ "msg_type": "text", "event": null, "text": "hello" }));
    assert_eq!((&push["outcome"], &push["took_ms"]), (&json!("answered"), &json!(0)));
    assert_eq!((&push["attempt"], &push["attempts"]), (&json!(1), &json!(3)));
    assert_eq!(push["deadline_ms"], 5000);
    assert!(push["request"]["plain"].as_str().unwrap().contains("<![CDATA[hello]]>"));
    assert!(push["request"]["body"].as_str().unwrap().contains("Encrypt"));
    assert!(push["response"]["plain"].as_str().unwrap().contains("hello yourself"));
    assert_eq!((&answer["from"], &answer["via"]), (&json!("account"), &json!("passive")));
    assert_eq!(answer["exchange"], push["id"]);
    let after = format!("/_/api/timeline?account={}&after={}", account.id(), answer["seq"]);
    assert!(get(&platform, &after).await["entries"].as_array().unwrap().iter().all(|entry| {
        // Only the push, whose response was filled in last.
        entry["id"] == push["id"]
    }));
    let elsewhere = get(&platform, "/_/api/timeline?account=wx0&after=0").await;
    assert_eq!(elsewhere, json!({ "entries": [] }));
}

#[tokio::test]
async fn impossible_actions_are_explained_in_two_languages() {
    let platform = Emulator::start().await;
    let (official, mini) = (platform.official(), platform.mini());
    let (stranger, user) = (official.person("ann"), mini.person("ann"));
    let cases = [
        (json!({ "do": { "type": "text", "text": "x" } }), 404),
        (json!({ "account": "wx0", "person": "o", "do": { "type": "text", "text": "x" } }), 400),
        (
            json!({ "account": official.id(), "person": stranger.id(),
            "do": { "type": "text", "text": "x" } }),
            400,
        ),
        (json!({ "account": mini.id(), "person": user.id(), "do": { "type": "follow" } }), 400),
        (json!({ "account": mini.id(), "person": user.id(), "do": { "type": "fly" } }), 400),
        (
            json!({ "account": mini.id(), "person": user.id(),
            "do": { "type": "image", "media_id": "none" } }),
            400,
        ),
        (json!({ "account": "wx0", "do": { "type": "add_person", "name": "zoe" } }), 404),
        (json!({ "account": mini.id(), "do": { "type": "add_person", "name": " " } }), 400),
        (json!({ "do": { "type": "advance", "ms": 9_000_000_000_000_000_u64 } }), 400),
        (json!({ "what": 1 }), 400),
    ];
    for (body, wanted) in cases {
        let (status, answer) = act(&platform, body.clone()).await;
        assert_eq!(status, wanted, "{body}: {answer}");
        let texts = (answer["error"]["en"].as_str(), answer["error"]["zh"].as_str());
        assert!(matches!(texts, (Some(en), Some(zh)) if !en.is_empty() && !zh.is_empty()));
    }
}

#[tokio::test]
async fn malformed_queries_are_explained_in_two_languages() {
    let platform = Emulator::start().await;
    let get = |path: &str| Request::get(path).body(Body::empty()).unwrap();
    let post = |path: &str| Request::post(path).body(Body::from("x")).unwrap();
    for request in [
        get("/_/api/timeline?after=x"),
        get("/_/api/timeline?after=-1"),
        get("/_/api/timeline?after=1&after=2"),
        get("/_/api/media/%ff"),
        post("/_/api/media?account=wx0"),
        post("/_/api/media?kind=image"),
        post("/_/api/media"),
        post("/_/api/media?account=wx0&kind=smell"),
    ] {
        let what = format!("{} {}", request.method(), request.uri());
        let (status, body) = send(&platform, request).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{what}");
        let answer: Value = serde_json::from_slice(&body).expect(&what);
        let texts = (answer["error"]["en"].as_str(), answer["error"]["zh"].as_str());
        assert!(
            matches!(texts, (Some(en), Some(zh)) if !en.is_empty() && !zh.is_empty()),
            "{what}"
        );
    }
}

#[tokio::test]
async fn pushes_are_summarized_in_two_languages() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let ann = account.follower("Ann");
    let upload = async |kind: &str| {
        let path = format!("/_/api/media?account={}&kind={kind}", account.id());
        let request = Request::post(path).body(Body::from("bytes")).unwrap();
        let (_, body) = send(&platform, request).await;
        serde_json::from_slice::<Value>(&body).unwrap()["media_id"].clone()
    };
    let (image, voice, video) =
        (upload("image").await, upload("voice").await, upload("video").await);
    for (action, en, zh) in [
        (json!({ "type": "text", "text": "[image]" }), "[image]", None),
        (json!({ "type": "image", "media_id": image }), "[image]", Some("[图片]")),
        (json!({ "type": "voice", "media_id": voice }), "[voice]", Some("[语音]")),
        (json!({ "type": "video", "media_id": video }), "[video]", Some("[视频]")),
        (
            json!({ "type": "location", "latitude": 1, "longitude": 2, "scale": 15, "label": "Pier" }),
            "[location] Pier",
            Some("[位置] Pier"),
        ),
        (
            json!({ "type": "link", "title": "News", "description": "", "url": "http://a" }),
            "[link] News",
            Some("[链接] News"),
        ),
        (json!({ "type": "scan", "scene": "7" }), "Ann scanned 7", Some("Ann 扫描了 7")),
    ] {
        let body = json!({ "account": account.id(), "person": ann.id(), "do": action });
        let (status, done) = act(&platform, body).await;
        assert_eq!(status, StatusCode::OK, "{done}");
        let timeline = get(&platform, "/_/api/timeline").await;
        let entries = timeline["entries"].as_array().unwrap();
        let message = entries.iter().find(|entry| entry["id"] == done["entry"]).unwrap();
        let push = entries.iter().find(|entry| entry["id"] == message["exchange"]).unwrap();
        assert_eq!(push["summary"]["text"], en);
        assert_eq!(push["summary"].get("text_zh").and_then(Value::as_str), zh, "{en}");
    }
}

#[tokio::test]
async fn commands_add_people_advance_the_clock_and_clear_the_timeline() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let add = json!({ "account": account.id(), "do": { "type": "add_person", "name": "Zoë" } });
    assert_eq!(act(&platform, add.clone()).await.0, StatusCode::OK);
    assert_eq!(act(&platform, add).await.0, StatusCode::BAD_REQUEST);
    let before = get(&platform, "/_/api/state").await;
    assert_eq!(before["people"][0]["name"], "Zoë");
    let advance = json!({ "do": { "type": "advance", "ms": 90_000 } });
    assert_eq!(act(&platform, advance).await.0, StatusCode::OK);
    let after = get(&platform, "/_/api/state").await;
    assert_eq!(after["now"].as_u64().unwrap() - before["now"].as_u64().unwrap(), 90_000);
    account.follower("ann").says("nobody hears this").await;
    assert!(!platform.timeline().is_empty());
    act(&platform, json!({ "do": { "type": "clear" } })).await;
    assert!(platform.timeline().is_empty());
    // The system clock cannot be advanced.
    let real = Emulator::builder().real_time().start().await.unwrap();
    let advance = json!({ "do": { "type": "advance", "ms": 1 } });
    assert_eq!(act(&real, advance).await.0, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_callback_is_configured_as_in_the_console() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (bot, _) = always(&account, || Answer::text("hello"));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, bot).await });
    let credentials = account.credentials();
    let form = |url: &str, key: &str| {
        json!({ "account": account.id(), "url": url, "token": credentials.token.expose(),
            "encoding_aes_key": key, "mode": "safe", "format": "xml" })
    };
    let key = credentials.aes_key.expose();
    let set = async |form: Value| {
        let request = Request::post("/_/api/callback")
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(form.to_string()))
            .unwrap();
        let (status, body) = send(&platform, request).await;
        (status, serde_json::from_slice::<Value>(&body).unwrap())
    };
    for wrong in [form("nonsense", key), form(&url, "too short"), form(&format!("{url}none"), key)]
    {
        let (status, answer) = set(wrong).await;
        assert_eq!((status, &answer["ok"]), (StatusCode::OK, &json!(false)), "{answer}");
        assert!(!answer["problem"]["zh"].as_str().unwrap().is_empty());
    }
    let state = get(&platform, "/_/api/state").await;
    let callback = &state["accounts"][0]["callback"];
    assert_eq!(callback["status"], "unverified");
    assert!(callback["problem"]["en"].as_str().unwrap().contains("404"));
    assert_eq!(set(form(&url, key)).await.1, json!({ "ok": true }));
    account.follower("ann").says("hi").await.expect_text("hello").await;
    // A failed verification does not disconnect the verified URL.
    assert_eq!(set(form(&format!("{url}none"), key)).await.1["ok"], false);
    account.follower("ann").says("hi").await.expect_text("hello").await;
}

#[tokio::test]
async fn a_person_sends_a_file() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let ann = account.follower("ann");
    let upload = |content: Vec<u8>| {
        Request::post(format!("/_/api/media?account={}&kind=image", account.id()))
            .header(header::CONTENT_TYPE, "image/png")
            .body(Body::from(content))
            .unwrap()
    };
    let (_, body) = send(&platform, upload(b"picture".to_vec())).await;
    let file: Value = serde_json::from_slice(&body).unwrap();
    let action = json!({ "account": account.id(), "person": ann.id(),
        "do": { "type": "image", "media_id": file["media_id"] } });
    assert_eq!(act(&platform, action).await.0, StatusCode::OK);
    let shown = Request::get(file["url"].as_str().unwrap()).body(Body::empty()).unwrap();
    assert_eq!(send(&platform, shown).await.1, b"picture".as_slice());
    for (request, status) in
        [(upload(Vec::new()), 400), (upload(vec![0; 10 * 1024 * 1024 + 1]), 400)]
    {
        assert_eq!(send(&platform, request).await.0, status);
    }
    assert_eq!(get(&platform, "/_/api/media/none").await, Value::Null);
}

/// Reads the events that are currently available.
async fn read(body: &mut Body) -> Vec<(u64, Value)> {
    let mut text = String::new();
    // Stops at the first frame that is not ready.
    loop {
        let frame = std::pin::pin!(body.frame());
        match frame.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(frame)) => {
                text.push_str(std::str::from_utf8(frame.unwrap().data_ref().unwrap()).unwrap());
            }
            _ => break,
        }
    }
    let field = |event: &str, name: &str| {
        event.lines().find_map(|line| line.strip_prefix(name).map(|rest| rest.trim().to_owned()))
    };
    text.split("\n\n")
        .filter_map(|event| Some((field(event, "id:")?, field(event, "data:")?)))
        .map(|(id, data)| (id.parse().unwrap(), serde_json::from_str(&data).unwrap()))
        .collect()
}

async fn listen(platform: &Emulator, last: Option<u64>) -> Body {
    let mut request = Request::get("/_/api/events");
    if let Some(last) = last {
        request = request.header("Last-Event-ID", last);
    }
    let response = platform.api().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
    response.into_body()
}

fn of_kind(events: &[(u64, Value)], kind: &str) -> usize {
    events.iter().filter(|(_, event)| event["type"] == kind).count()
}

#[tokio::test]
async fn events_are_sent_live_and_can_be_resumed() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let ann = account.follower("ann");
    let mut live = listen(&platform, None).await;
    assert!(read(&mut live).await.is_empty(), "what was before is not told");
    ann.says("one").await;
    let first = read(&mut live).await;
    assert_eq!(of_kind(&first, "entry"), 2, "{first:?}");
    let last = first.last().unwrap().0;
    drop(live);
    ann.says("two").await;
    ann.unfollows().await;
    let mut resumed = listen(&platform, Some(last)).await;
    let missed = read(&mut resumed).await;
    assert_eq!((of_kind(&missed, "entry"), of_kind(&missed, "state")), (4, 1), "{missed:?}");
    let ids: Vec<_> = missed.iter().map(|(id, _)| *id).collect();
    assert!(ids.is_sorted(), "{ids:?}");
    // No event is sent twice.
    assert!(read(&mut resumed).await.is_empty());
    // A cleared timeline, or an id of another emulator, causes a reset.
    platform.clock().advance(Duration::from_secs(1)).await;
    assert_eq!(of_kind(&read(&mut resumed).await, "state"), 1, "time has passed");
    act(&platform, json!({ "do": { "type": "clear" } })).await;
    assert_eq!(of_kind(&read(&mut resumed).await, "reset"), 1);
    let mut foreign = listen(&platform, Some(1_000_000)).await;
    assert_eq!(of_kind(&read(&mut foreign).await, "reset"), 1);
}

#[tokio::test]
async fn the_page_is_served_with_a_strict_policy() {
    let platform = Emulator::start().await;
    let ask = async |path: &str| {
        let request = Request::get(path).body(Body::empty()).unwrap();
        platform.api().oneshot(request).await.unwrap()
    };
    let start = ask("/").await;
    assert_eq!(start.headers()[header::LOCATION], "/_/");
    let page = ask("/_/").await;
    assert_eq!(page.status(), StatusCode::OK);
    let policy = page.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; script-src 'self'"), "{policy}");
    assert_eq!(page.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let html = page.into_body().collect().await.unwrap().to_bytes();
    let html = std::str::from_utf8(&html).unwrap();
    // All files that the page refers to exist.
    let assets: Vec<_> = html.split('"').filter(|text| text.starts_with("/_/assets/")).collect();
    assert!(!assets.is_empty());
    for asset in assets {
        assert_eq!(ask(asset).await.status(), StatusCode::OK, "{asset}");
    }
    for nothing in ["/_/assets/none.js", "/_/assets/..%2fCargo.toml", "/_/none"] {
        assert_eq!(ask(nothing).await.status(), StatusCode::NOT_FOUND, "{nothing}");
    }
}

#[tokio::test]
async fn requests_from_other_sites_are_rejected() {
    let platform = Emulator::builder().port(0).start().await.unwrap();
    let url = platform.url().unwrap();
    let host = url.strip_prefix("http://").unwrap();
    let ask = async |host: &str, origin: Option<&str>| {
        let mut request = Request::get("/_/api/state").header(header::HOST, host);
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        send(&platform, request.body(Body::empty()).unwrap()).await.0
    };
    assert_eq!(ask(host, None).await, StatusCode::OK);
    assert_eq!(ask(host, Some(&url)).await, StatusCode::OK);
    assert_eq!(ask("emulator.example", None).await, StatusCode::FORBIDDEN);
    assert_eq!(ask(host, Some("https://evil.example")).await, StatusCode::FORBIDDEN);
    // A port that is in use is an error, not a panic.
    let port = host.rsplit_once(':').unwrap().1.parse().unwrap();
    assert!(Emulator::builder().port(port).start().await.is_err());
}
