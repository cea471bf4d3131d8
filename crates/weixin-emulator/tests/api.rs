//! The platform's API: reply windows, media, menus, users, hosts.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use common::{call, connect_silent, errcode, send, token};
use serde_json::{Value, json};
use weixin_emulator::{Emulator, Person, contains, timeline::MessageContent};
use weixin_protocol::Product;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

async fn custom(platform: &Emulator, token: &str, to: &Person, message: Value) -> i64 {
    let mut body = message;
    body["touser"] = json!(to.id());
    let path = format!("/cgi-bin/message/custom/send?access_token={token}");
    errcode(&call(platform, Method::POST, &path, Some(body)).await)
}

fn text(content: &str) -> Value {
    json!({ "msgtype": "text", "text": { "content": content } })
}

#[tokio::test]
async fn a_message_permits_five_replies_within_48_hours() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let ann = account.follower("ann");
    assert_eq!(custom(&platform, &token, &ann, text("too early")).await, 45015);
    let mut interaction = ann.says("hello").await;
    for count in 0..5 {
        assert_eq!(custom(&platform, &token, &ann, text(&format!("answer {count}"))).await, 0);
        interaction.expect_text(format!("answer {count}")).await;
    }
    assert_eq!(custom(&platform, &token, &ann, text("one more")).await, 45047);
    ann.says("again").await;
    assert_eq!(custom(&platform, &token, &ann, text("")).await, 44004);
    assert_eq!(custom(&platform, &token, &ann, text(&"x".repeat(2049))).await, 45002);
    assert_eq!(custom(&platform, &token, &ann, text("again")).await, 0);
    platform.clock().advance(48 * HOUR).await;
    let token = common::token(&platform, &account).await;
    assert_eq!(custom(&platform, &token, &ann, text("too late")).await, 45015);
    ann.says("and again").await;
    ann.unfollows().await;
    assert_eq!(custom(&platform, &token, &ann, text("come back")).await, 43004);
    let unknown = json!({ "touser": "nobody", "msgtype": "text", "text": { "content": "x" } });
    let path = format!("/cgi-bin/message/custom/send?access_token={token}");
    assert_eq!(errcode(&call(&platform, Method::POST, &path, Some(unknown)).await), 40003);
}

#[tokio::test]
async fn taps_and_follows_permit_three_replies_within_a_minute() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let ann = account.person("ann");
    ann.follows().await;
    for _ in 0..3 {
        assert_eq!(custom(&platform, &token, &ann, text("welcome")).await, 0);
    }
    assert_eq!(custom(&platform, &token, &ann, text("welcome")).await, 45047);
    ann.answers("7", "yes").await;
    assert_eq!(custom(&platform, &token, &ann, text("thanks")).await, 0);
    platform.clock().advance(MINUTE).await;
    assert_eq!(custom(&platform, &token, &ann, text("thanks")).await, 45015);
    // Rules can be changed per account.
    let account = account.rules(|rules| rules.windows.scan.messages = 1);
    let ann = account.person("ann");
    ann.scans("poster").await;
    assert_eq!(custom(&platform, &token, &ann, text("a poster")).await, 0);
    assert_eq!(custom(&platform, &token, &ann, text("a poster")).await, 45047);
}

#[tokio::test]
async fn mini_programs_have_their_own_windows_and_fewer_message_types() {
    let platform = Emulator::start().await;
    let mini = platform.mini();
    connect_silent(&mini).await;
    let token = token(&platform, &mini).await;
    let ann = mini.person("ann");
    ann.enters().await;
    assert_eq!(custom(&platform, &token, &ann, text("hello")).await, 0);
    assert_eq!(custom(&platform, &token, &ann, text("hello")).await, 0);
    assert_eq!(custom(&platform, &token, &ann, text("hello")).await, 45047);
    ann.says("hello").await;
    let link = json!({ "msgtype": "link", "link": {
        "title": "t", "description": "d", "url": "https://x", "thumb_url": "https://y",
    } });
    assert_eq!(custom(&platform, &token, &ann, link).await, 0);
    let news = json!({ "msgtype": "news", "news": { "articles": [{ "title": "t", "url": "u" }] } });
    assert_eq!(custom(&platform, &token, &ann, news).await, 40008);
    // A Mini Program has no menu.
    let path = format!("/cgi-bin/menu/get?access_token={token}");
    assert_eq!(errcode(&call(&platform, Method::GET, &path, None).await), 48001);
}

#[tokio::test]
async fn all_kinds_of_messages_appear_in_the_chat() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let image = upload(&platform, &token, "image", "p.png", "image/png", b"picture").await;
    let voice = upload(&platform, &token, "voice", "v.amr", "audio/amr", b"voice").await;
    let video = upload(&platform, &token, "video", "v.mp4", "video/mp4", b"video").await;
    let thumb = upload(&platform, &token, "thumb", "t.jpg", "image/jpeg", b"thumb").await;
    let (image, voice, video) = (&image["media_id"], &voice["media_id"], &video["media_id"]);
    let thumb = &thumb["thumb_media_id"];
    let ann = account.follower("ann");
    let news = json!({ "title": "t", "url": "https://x" });
    let cases = [
        (json!({ "msgtype": "image", "image": { "media_id": image } }), "[image]"),
        (json!({ "msgtype": "voice", "voice": { "media_id": voice } }), "[voice]"),
        (
            json!({ "msgtype": "video",
                "video": { "media_id": video, "thumb_media_id": thumb, "title": "t" } }),
            "[video]",
        ),
        (
            json!({ "msgtype": "music",
                "music": { "title": "m", "musicurl": "https://m", "thumb_media_id": thumb } }),
            "[music] m",
        ),
        (json!({ "msgtype": "news", "news": { "articles": [news] } }), "[news] t"),
        (
            json!({ "msgtype": "msgmenu", "msgmenu": { "head_content": "well?",
                "list": [{ "id": 1, "content": "yes" }, { "id": "2", "content": "no" }] } }),
            "[menu message] well?",
        ),
        (
            json!({ "msgtype": "miniprogrampage", "miniprogrampage": { "title": "p",
                "appid": "wx1", "pagepath": "a/b", "thumb_media_id": thumb } }),
            "[miniprogram] p",
        ),
        (json!({ "msgtype": "wxcard", "wxcard": { "card_id": "c" } }), "[wxcard]"),
        (
            json!({ "msgtype": "mpnewsarticle", "mpnewsarticle": { "article_id": "a" } }),
            "[mpnewsarticle]",
        ),
    ];
    for (message, shown) in cases {
        let mut interaction = ann.says("go on").await;
        assert_eq!(custom(&platform, &token, &ann, message.clone()).await, 0, "{message}");
        assert_eq!(interaction.expect_message().await.summary(), shown);
    }
    for (message, code) in [
        (json!({ "msgtype": "image", "image": { "media_id": voice } }), 40007),
        (json!({ "msgtype": "news", "news": { "articles": [news, news] } }), 45008),
        (json!({ "msgtype": "news", "news": { "articles": [] } }), 44003),
    ] {
        ann.says("go on").await;
        assert_eq!(custom(&platform, &token, &ann, message.clone()).await, code, "{message}");
    }
}

async fn upload(
    platform: &Emulator,
    token: &str,
    kind: &str,
    name: &str,
    mime: &str,
    content: &[u8],
) -> Value {
    let mut body = format!(
        "--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{name}\"\r\n\
         Content-Type: {mime}\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(content);
    body.extend_from_slice(b"\r\n--b--\r\n");
    let request = Request::post(format!("/cgi-bin/media/upload?type={kind}&access_token={token}"))
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=b")
        .body(Body::from(body))
        .unwrap();
    let (_, body) = send(platform, request).await;
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn temporary_media_expire_after_three_days() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let token = token(&platform, &account).await;
    let answer =
        upload(&platform, &token, "image", "照片.png", "image/png", b"{\"errcode\":1}").await;
    let media = answer["media_id"].as_str().unwrap().to_owned();
    let call_entry = platform.calls().pop().unwrap();
    assert_eq!(call_entry.request.body.as_deref(), Some("<13 bytes image/png>"));
    let get = |token: &str| {
        Request::get(format!("/cgi-bin/media/get?media_id={media}&access_token={token}"))
            .body(Body::empty())
            .unwrap()
    };
    assert_eq!(send(&platform, get(&token)).await.1, b"{\"errcode\":1}".as_slice());
    // Another account cannot access it.
    let other = platform.add_account(Product::Official);
    let stranger = common::token(&platform, &other).await;
    let (_, body) = send(&platform, get(&stranger)).await;
    assert_eq!(errcode(&serde_json::from_slice(&body).unwrap()), 40007);
    platform.clock().advance(72 * HOUR).await;
    let token = common::token(&platform, &account).await;
    let (_, body) = send(&platform, get(&token)).await;
    assert_eq!(errcode(&serde_json::from_slice(&body).unwrap()), 40007);
}

#[tokio::test]
async fn uploads_are_validated() {
    let platform = Emulator::start().await;
    let account = platform.official().rules(|rules| rules.media.image_bytes = 100);
    let official = token(&platform, &account).await;
    for (kind, mime, content, code) in [
        ("image", "image/png", vec![1; 101], 45001),
        ("image", "image/png", vec![], 44001),
        ("image", "application/pdf", vec![1; 10], 40005),
        ("voice", "image/png", vec![1; 10], 40005),
        ("pony", "image/png", vec![1; 10], 40004),
        ("image", "image/png", vec![1; 100], 0),
    ] {
        let answer = upload(&platform, &official, kind, "f", mime, &content).await;
        assert_eq!(errcode(&answer), code, "{kind} {mime} {}: {answer}", content.len());
    }
    // WeCom requires more than five bytes.
    let app = token(&platform, &platform.work()).await;
    for (length, code) in [(5, 40006), (6, 0)] {
        let answer = upload(&platform, &app, "file", "f.bin", "x/y", &vec![1; length]).await;
        assert_eq!(errcode(&answer), code, "{answer}");
    }
}

#[tokio::test]
async fn menus_are_validated_stored_and_tapped() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (service, _) = common::bot(&account, |inbound| {
        Box::pin(async move {
            let click: weixin_protocol::Click = inbound.read().unwrap();
            common::Answer::text(format!("you tapped {}", click.key))
        })
    });
    account.connect_service(service).await.unwrap();
    let token = token(&platform, &account).await;
    let get = format!("/cgi-bin/menu/get?access_token={token}");
    let create = format!("/cgi-bin/menu/create?access_token={token}");
    let delete = format!("/cgi-bin/menu/delete?access_token={token}");
    assert_eq!(errcode(&call(&platform, Method::GET, &get, None).await), 46003);

    let click = |name: &str| json!({ "type": "click", "name": name, "key": "K" });
    let sub = |buttons: Vec<Value>| json!({ "name": "more", "sub_button": buttons });
    let wrong = [
        (vec![], 40016),
        (vec![click("a"); 4], 40016),
        (vec![click(&"x".repeat(17))], 40018),
        (vec![click("")], 40018),
        (vec![json!({ "type": "click", "name": "a" })], 40019),
        (vec![json!({ "type": "click", "name": "a", "key": "x".repeat(129) })], 40019),
        (vec![json!({ "type": "view", "name": "a", "url": "x".repeat(1025) })], 40020),
        (vec![json!({ "type": "pony", "name": "a", "key": "x" })], 40017),
        (vec![sub(vec![click("a"); 6])], 40023),
        (vec![sub(vec![click(&"x".repeat(61))])], 40025),
        (vec![sub(vec![sub(vec![click("a")])])], 40022),
    ];
    for (buttons, code) in wrong {
        let answer =
            call(&platform, Method::POST, &create, Some(json!({ "button": buttons }))).await;
        assert_eq!(errcode(&answer), code, "{answer}");
    }
    let menu = json!({ "button": [
        { "type": "click", "name": "今日歌曲", "key": "TODAY" },
        sub(vec![json!({ "type": "view", "name": "site", "url": "https://x" }), click("below")]),
    ] });
    assert_eq!(errcode(&call(&platform, Method::POST, &create, Some(menu)).await), 0);
    let kept = call(&platform, Method::GET, &get, None).await;
    assert_eq!(kept["menu"]["button"][0]["name"], "今日歌曲");
    assert_eq!(kept["menu"]["button"][1]["sub_button"][1]["key"], "K");
    let ann = account.follower("ann");
    ann.taps("今日歌曲").await.expect_text("you tapped TODAY").await;
    ann.taps("TODAY").await.expect_text("you tapped TODAY").await;
    ann.taps("below").await.expect_text("you tapped K").await;
    let nothing = ann.taps("no such button").await;
    assert_eq!(nothing.outcome().await, weixin_emulator::PushOutcome::Unsent);
    assert_eq!(errcode(&call(&platform, Method::GET, &delete, None).await), 0);
    assert_eq!(errcode(&call(&platform, Method::GET, &get, None).await), 46003);
    assert_eq!(account.menu(), None);
}

#[tokio::test]
async fn followers_can_be_listed_and_queried() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let empty = format!("/cgi-bin/user/get?access_token={token}");
    let nobody = call(&platform, Method::GET, &empty, None).await;
    assert_eq!(nobody, json!({ "total": 0, "count": 0, "next_openid": "" }));
    let (ann, bob) = (account.follower("ann"), account.person("bob"));
    bob.scans("shop").await;
    let both = call(&platform, Method::GET, &empty, None).await;
    assert_eq!(both["data"]["openid"], json!([ann.id(), bob.id()]));
    let after = format!("{empty}&next_openid={}", bob.id());
    assert_eq!(call(&platform, Method::GET, &after, None).await["count"], 0);
    let info = format!("/cgi-bin/user/info?access_token={token}&openid={}", bob.id());
    let bobs = call(&platform, Method::GET, &info, None).await;
    assert_eq!((&bobs["subscribe"], &bobs["qr_scene_str"]), (&json!(1), &json!("shop")));
    let batch = format!("/cgi-bin/user/info/batchget?access_token={token}");
    let ask = json!({ "user_list": [{ "openid": ann.id() }, { "openid": bob.id() }] });
    let list = call(&platform, Method::POST, &batch, Some(ask)).await;
    assert_eq!(list["user_info_list"].as_array().unwrap().len(), 2);
    let many = json!({ "user_list": vec![json!({ "openid": ann.id() }); 101] });
    assert_eq!(errcode(&call(&platform, Method::POST, &batch, Some(many)).await), 40032);
    ann.unfollows().await;
    assert_eq!(call(&platform, Method::GET, &empty, None).await["total"], 1);
}

#[tokio::test]
async fn a_wecom_app_sends_messages_to_members() {
    let platform = Emulator::start().await;
    let app = platform.work();
    connect_silent(&app).await;
    let token = token(&platform, &app).await;
    let (bob, eve) = (app.person("bob"), app.person("eve"));
    let agent = app.credentials().agent_id.unwrap();
    let path = format!("/cgi-bin/message/send?access_token={token}");
    let message = |to: &str| json!({ "touser": to, "agentid": agent, "msgtype": "text", "text": { "content": "hi" } });
    let mut interaction = bob.enters().await;
    let sent = call(&platform, Method::POST, &path, Some(message("bob|nobody"))).await;
    assert_eq!((errcode(&sent), &sent["invaliduser"]), (0, &json!("nobody")));
    interaction.expect_text("hi").await;
    assert_eq!(
        errcode(&call(&platform, Method::POST, &path, Some(message("nobody"))).await),
        81013
    );
    let mut wrong = message("bob");
    wrong["agentid"] = json!(7);
    assert_eq!(errcode(&call(&platform, Method::POST, &path, Some(wrong)).await), 40056);
    call(&platform, Method::POST, &path, Some(message("@all"))).await;
    assert!(matches!(eve.chat().last(), Some(MessageContent::Text { text }) if text == "hi"));
    let user = format!("/cgi-bin/user/get?access_token={token}&userid=");
    let answer = call(&platform, Method::GET, &format!("{user}bob"), None).await;
    assert_eq!(answer["name"], "bob");
    assert_eq!(errcode(&call(&platform, Method::GET, &format!("{user}zoe"), None).await), 60111);
    // WeCom events are in lower case.
    let menu = format!("/cgi-bin/menu/create?access_token={token}&agentid={agent}");
    let buttons = json!({ "button": [{ "type": "click", "name": "go", "key": "GO" }] });
    assert_eq!(errcode(&call(&platform, Method::POST, &menu, Some(buttons)).await), 0);
    let tapped = bob.taps("go").await.exchange();
    let plain = tapped.last().unwrap().request.plain.clone().unwrap();
    assert!(plain.contains("<Event><![CDATA[click]]></Event>"), "{plain}");
    assert!(plain.contains(&format!("<AgentID>{agent}</AgentID>")), "{plain}");
}

#[tokio::test]
async fn the_host_is_determined_in_four_ways() {
    let platform = Emulator::start().await;
    let (official, work) = (platform.official(), platform.work());
    let (a, b) = (token(&platform, &official).await, token(&platform, &work).await);
    let get = |uri: String, host: Option<&str>| {
        let mut request = Request::get(uri);
        if let Some(host) = host {
            request = request.header(header::HOST, host);
        }
        request.body(Body::empty()).unwrap()
    };
    let official_path = format!("/cgi-bin/user/get?access_token={a}");
    let work_path = format!("/cgi-bin/user/get?access_token={b}&userid=x");
    let cases = [
        // By a prefix, the host header, an absolute URL, and the owner of the token.
        (get(format!("/@api.weixin.qq.com{official_path}"), None), 0),
        (get(format!("/@sh.api.weixin.qq.com{official_path}"), None), 0),
        (get(official_path.clone(), Some("api.weixin.qq.com")), 0),
        (get(format!("http://api2.weixin.qq.com{official_path}"), None), 0),
        (get(official_path.clone(), Some("127.0.0.1:8080")), 0),
        (get(format!("/@qyapi.weixin.qq.com{work_path}"), None), 60111),
        (get(work_path.clone(), Some("localhost")), 60111),
        // A token of one host is invalid at the other.
        (get(format!("/@qyapi.weixin.qq.com{official_path}"), None), 40014),
        (get(format!("/@api.weixin.qq.com{work_path}"), None), 40001),
        // An unknown path.
        (get(format!("/@api.weixin.qq.com/cgi-bin/pony?access_token={a}"), None), 40066),
    ];
    for (request, code) in cases {
        let uri = request.uri().to_string();
        let (status, body) = send(&platform, request).await;
        let answer: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!((status, errcode(&answer)), (StatusCode::OK, code), "{uri}: {answer}");
    }
    for lost in ["/cgi-bin/menu/get", "/@example.com/cgi-bin/menu/get", "/cgi-bin/token?appid=wx1"]
    {
        let (status, body) = send(&platform, get(lost.to_owned(), None)).await;
        let answer: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(status, StatusCode::NOT_FOUND);
        assert!(answer["prefixes"].as_array().unwrap().contains(&json!("/@qyapi.weixin.qq.com")));
    }
}

#[tokio::test]
async fn pictures_can_be_fetched_from_the_pushed_url() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (service, heard) = common::always(&account, || common::Answer::text("nice picture"));
    account.connect_service(service).await.unwrap();
    let ann = account.follower("ann");
    ann.sends_image(b"GIF89a picture".as_slice()).await.expect_text(contains("nice")).await;
    let address = {
        let heard = heard.lock().unwrap();
        heard[0].1.read::<weixin_protocol::Image>().unwrap().pic_url
    };
    let (_, body) = send(&platform, Request::get(address).body(Body::empty()).unwrap()).await;
    assert_eq!(body, b"GIF89a picture".as_slice());
}

#[tokio::test]
async fn the_timeline_redacts_own_and_foreign_secrets() {
    const FOREIGN: &str = "f0e1d2c3b4a5968778695a4b3c2d1e0f";
    let platform = Emulator::start().await;
    let account = platform.official();
    let (token, own) = (token(&platform, &account).await, account.credentials().secret);
    let (api, work) = ("/@api.weixin.qq.com/cgi-bin", "/@qyapi.weixin.qq.com/cgi-bin");
    let menu = format!("{api}/menu/create?access_token");
    let (json, form) = ("application/json", "application/x-www-form-urlencoded");
    let component = json!({ "component_appsecret": FOREIGN, "list": [{ "session_key": FOREIGN }] });
    let cut_off = format!("{{\"appid\": \"wx0\", \"secret\": \"{FOREIGN}\"");
    // The body is truncated within a secret.
    let long = "x".repeat(64 * 1024 - 80);
    let long = json!({ "a": long, "b": own.expose(), "c": own.expose(), "secret": FOREIGN });
    for (path, content_type, body) in [
        (format!("{menu}={FOREIGN}"), json, "{}".to_owned()),
        (format!("{menu}={token}&Suite_Ticket={FOREIGN}"), "text/plain", "x".to_owned()),
        (format!("{menu}={token}&note={}", own.expose()), json, "x".to_owned()),
        (format!("{menu}={token}"), json, long.to_string()),
        (format!("{api}/component/api_component_token"), json, component.to_string()),
        (format!("{api}/stable_token"), "text/plain", cut_off),
        (format!("{work}/gettoken"), form, format!("corpid=ww1&corpsecret={FOREIGN}")),
    ] {
        let request = Request::post(&path).header(header::CONTENT_TYPE, content_type);
        send(&platform, request.body(Body::from(body)).unwrap()).await;
    }
    let calls = call(&platform, Method::GET, "/_/api/timeline", None).await;
    assert_eq!(calls["entries"].as_array().unwrap().len(), 8);
    let calls = calls.to_string();
    assert!(calls.contains("f0e1d2…"), "the beginning is shown");
    for secret in [FOREIGN, &token, own.expose()] {
        assert!(!calls.contains(&secret[..12]), "{calls}");
    }
}
