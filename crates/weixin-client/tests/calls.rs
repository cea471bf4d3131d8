//! Calls: what is sent, what is tried again, and what comes of it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use common::{Does, OK, Platform, SECRET, client, connect};
use futures_util::{StreamExt, TryStreamExt};
use http::Response;
use serde_json::{Value, json};
use weixin_api::{ErrCode, ErrorKind, FileOr, FilePart, GET, POST};
use weixin_mini::MiniProgram;
use weixin_official::{
    custom_message::CustomMessage, media::MediaKind, menu::DeleteMenu, prelude::*,
};
// Both products have a `menu()`: the client's kind decides which is meant.
use weixin_work::{WorkApp, prelude::*};

#[tokio::test(start_paused = true)]
async fn a_handle_sends_what_its_endpoint_declares() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let wx = client(&platform);
    let menu = vec![
        Button::click("今日", "TODAY"),
        Button::sub("更多", vec![Button::view("官网", "https://example.com/?a=1&b=2")]),
    ];
    wx.menu().create(menu).await.unwrap();
    wx.send(SendCustomMessage::text("oAnn", "铃 \"hi\"").customservice("kf@x")).await.unwrap();
    wx.custom_messages()
        .send_text("oAnn", "x")
        .with(|send| send.customservice("kf@x"))
        .await
        .unwrap();

    let calls = platform.calls();
    assert_eq!(
        (&*calls[0].method, &*calls[0].host, &*calls[0].path),
        ("POST", "api.weixin.qq.com", "/cgi-bin/menu/create")
    );
    assert_eq!(
        (&*calls[0].query, &*calls[0].content_type),
        ("access_token=T0", "application/json; charset=utf-8")
    );
    assert_eq!(
        calls[0].text(),
        r#"{"button":[{"type":"click","name":"今日","key":"TODAY"},{"name":"更多","sub_button":[{"type":"view","name":"官网","url":"https://example.com/?a=1&b=2"}]}]}"#
    );
    assert_eq!(
        calls[1].text(),
        r#"{"touser":"oAnn","msgtype":"text","text":{"content":"铃 \"hi\""},"customservice":{"kf_account":"kf@x"}}"#
    );
    assert_eq!(calls[2].text(), calls[1].text().replace(r#"铃 \"hi\""#, "x"));
}

#[tokio::test(start_paused = true)]
async fn a_wecom_app_need_not_say_which_one_it_is() {
    let platform = Platform::with_tokens(|_, _| {
        Does::Answers(r#"{"errcode":0,"errmsg":"ok","msgid":"m1","invaliduser":"bob|eve"}"#)
    });
    let wx = connect(&WorkApp::new("ww1", 1_000_002, SECRET), &platform);
    let sent = wx.send(SendMessage::text("ann", "hi").safe(true)).await.unwrap();
    assert_eq!(sent.invaliduser, [weixin_protocol::UserId::new("bob"), "eve".into()]);
    assert_eq!(sent.msgid, "m1");
    wx.menu().create([WorkButton::click("a", "A")]).await.unwrap();
    wx.menu().delete().with(|delete| delete.agentid(3)).await.unwrap();
    let calls = platform.calls();
    assert_eq!(
        calls[0].text(),
        r#"{"touser":"ann","msgtype":"text","text":{"content":"hi"},"safe":1,"agentid":1000002}"#
    );
    assert_eq!(
        (&*calls[1].host, &*calls[1].query),
        ("qyapi.weixin.qq.com", "access_token=T0&agentid=1000002")
    );
    assert_eq!(calls[2].query, "access_token=T0&agentid=3");
}

#[tokio::test(start_paused = true)]
async fn any_path_can_be_called() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(r#"{"errcode":0,"a":{"b":[1]}}"#));
    let wx = client(&platform);
    let json: Value = wx.call(POST, "/cgi-bin/anything/new?x=1", json!({"名": 1})).await.unwrap();
    assert_eq!(json["a"]["b"][0], 1);
    wx.call(GET, "/some/list", json!({"n": 5, "q": "a b", "no": null}))
        .query("more", "铃")
        .host("mp.weixin.qq.com")
        .without_token()
        .await
        .unwrap();
    wx.call(POST, "/upload", ()).file("media", FilePart::file("a.txt", "x")).await.unwrap();
    let calls = platform.calls();
    assert_eq!((&*calls[0].query, calls[0].text()), ("access_token=T0&x=1", r#"{"名":1}"#));
    assert_eq!(
        (&*calls[1].host, &*calls[1].query),
        ("mp.weixin.qq.com", "n=5&q=a%20b&more=%E9%93%83")
    );
    assert!(calls[1].body.is_empty());
    assert!(calls[2].content_type.starts_with("multipart/form-data; boundary="));
    let error = wx.call(GET, "/x", json!({"a": [1]})).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Call);
    assert_eq!(wx.call(POST, "/with space", ()).await.unwrap_err().kind(), ErrorKind::Call);
}

const HOSTS: [&str; 5] = [
    "api.weixin.qq.com",
    "api2.weixin.qq.com",
    "sh.api.weixin.qq.com",
    "sz.api.weixin.qq.com",
    "hk.api.weixin.qq.com",
];

#[tokio::test(start_paused = true)]
async fn another_entrance_is_taken_when_the_usual_one_is_closed() {
    let open = Arc::new(AtomicUsize::new(2));
    let way = Arc::clone(&open);
    let platform = Platform::new(move |seen, _| {
        match (seen.host == HOSTS[way.load(Ordering::SeqCst)], seen.is_token()) {
            (false, _) => Does::Unsent,
            (true, true) => Does::Says(common::token("T")),
            (true, false) => Does::Answers(OK),
        }
    });
    let wx = client(&platform);
    let delete = || async {
        let before = platform.seen().len();
        wx.menu().delete().await.unwrap();
        platform.seen()[before..].iter().map(|seen| seen.host.clone()).collect::<Vec<_>>()
    };
    // The token goes the same ways; the entrance that worked is remembered for ten minutes.
    assert_eq!(delete().await, [HOSTS[0], HOSTS[1], HOSTS[2], HOSTS[2]]);
    common::pass(500).await;
    assert_eq!(delete().await, [HOSTS[2]]);
    common::pass(101).await;
    open.store(0, Ordering::SeqCst);
    assert_eq!(delete().await, [HOSTS[0]]);
    // From whichever it is, all others are tried.
    open.store(4, Ordering::SeqCst);
    delete().await;
    open.store(1, Ordering::SeqCst);
    assert_eq!(delete().await, [HOSTS[4], HOSTS[0], HOSTS[1]]);
}

#[tokio::test(start_paused = true)]
async fn what_never_left_is_tried_again() {
    let platform =
        Platform::with_tokens(|_, n| if n < 2 { Does::Unsent } else { Does::Answers(OK) });
    client(&platform).send(SendCustomMessage::text("o", "x")).await.unwrap();
    assert_eq!(platform.calls().len(), 3);
    let down = Platform::with_tokens(|_, _| Does::Unsent);
    let error = client(&down).send(SendCustomMessage::text("o", "x")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert_eq!(error.call(), Some("POST /cgi-bin/message/custom/send"));
    let hosts: Vec<_> = down.calls().into_iter().map(|call| call.host).collect();
    let [api, others @ ..] = HOSTS;
    assert_eq!((&*hosts[0], &hosts[1..]), (api, &others.map(str::to_owned)[..]));
    // WeCom has one host: it is tried three times.
    let down = Platform::with_tokens(|_, _| Does::Unsent);
    let error = connect(&WorkApp::new("ww1", 7, SECRET), &down)
        .send(SendMessage::text("ann", "x"))
        .await
        .unwrap_err();
    assert_eq!((error.kind(), down.calls().len()), (ErrorKind::Connect, 3));
}

#[tokio::test(start_paused = true)]
async fn what_may_have_arrived_is_repeated_only_where_that_is_safe() {
    for (busy, kind) in [(false, ErrorKind::Interrupted), (true, ErrorKind::Platform)] {
        let fail = move || match busy {
            true => Does::Answers(r#"{"errcode":-1,"errmsg":"system error"}"#),
            false => Does::Interrupts,
        };
        let platform = Platform::with_tokens(move |_, _| fail());
        let wx = client(&platform);
        // A platform that was too busy to look at a call has not acted on it.
        let unsafe_attempts = if busy { 3 } else { 1 };
        let error = wx.send(SendCustomMessage::text("o", "x")).await.unwrap_err();
        assert_eq!((error.kind(), platform.calls().len()), (kind, unsafe_attempts));
        assert!(error.is_retryable());
        assert_eq!(wx.send(DeleteMenu::new()).await.unwrap_err().kind(), kind);
        assert_eq!(platform.calls().len(), unsafe_attempts + 3);
        assert_eq!(wx.call(POST, "/x", ()).await.unwrap_err().kind(), kind);
        assert_eq!(platform.calls().len(), 2 * unsafe_attempts + 3);
        assert_eq!(wx.call(POST, "/x", ()).safe().await.unwrap_err().kind(), kind);
        assert_eq!(platform.calls().len(), 2 * unsafe_attempts + 6);
    }
}

#[tokio::test(start_paused = true)]
async fn other_rejections_are_not_tried_again() {
    for code in [45009, 45011, 45015, 48001, 40013] {
        let platform = Platform::with_tokens(move |_, _| {
            Does::Says(format!(r#"{{"errcode":{code},"errmsg":"no"}}"#))
        });
        let error = client(&platform).send(DeleteMenu::new()).await.unwrap_err();
        assert_eq!((error.code(), platform.calls().len()), (Some(ErrCode::new(code)), 1));
    }
}

#[tokio::test(start_paused = true)]
async fn time_runs_out_for_the_whole_call_and_is_no_reason_to_repeat_it() {
    let platform = Platform::with_tokens(|_, _| Does::Hangs);
    let wx = client(&platform);
    let error = wx.menu().delete().timeout(Duration::from_secs(3)).await.unwrap_err();
    assert_eq!((error.kind(), platform.calls().len()), (ErrorKind::Timeout, 1));
    assert!(error.message().contains("3s"), "{error}");
    assert_eq!(wx.send(DeleteMenu::new()).await.unwrap_err().kind(), ErrorKind::Timeout);
    // There is no time left for a second attempt: the reason of the first is what counts.
    let down = Platform::with_tokens(|_, _| Does::Unsent);
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &down);
    let error = wx.menu().delete().timeout(Duration::from_millis(100)).await.unwrap_err();
    assert_eq!((error.kind(), down.calls().len()), (ErrorKind::Connect, 1));
}

#[tokio::test(start_paused = true)]
async fn an_answer_may_be_only_so_large() {
    let platform = Platform::with_tokens(|_, n| {
        let mut answer = Response::new(Bytes::from(vec![b' '; 1001]));
        if n > 0 {
            answer.headers_mut().insert("content-disposition", "attachment".parse().unwrap());
        }
        Does::Sends(answer)
    });
    let builder = weixin_client::IntoClient::client_builder(&common::account());
    let wx = builder.transport(platform.clone()).max_json(1000).max_file(1001).build().unwrap();
    assert_eq!(wx.send(DeleteMenu::new()).await.unwrap_err().kind(), ErrorKind::TooLarge);
    assert_eq!(wx.media().get("m").await.unwrap().file().unwrap().content.len(), 1001);
}

#[tokio::test(start_paused = true)]
async fn replies_come_typed_or_raw() {
    let platform = Platform::with_tokens(|seen, _| {
        Does::Answers(match &*seen.path {
            "/cgi-bin/menu/get" => {
                r#"{"menu":{"button":[{"type":"click","name":"a","key":"A","sub_button":[]},{"type":"new_kind","name":"b"}],"menuid":"7"},"conditionalmenu":[{"button":[],"menuid":8,"matchrule":{"tag_id":"2","sex":"1","country":"中国"}}]}"#
            }
            "/cgi-bin/user/info" => {
                "{\"subscribe\":1,\"openid\":\"o\",\"nickname\":\"\u{8}\",\"language\":\"zh_CN\",\"subscribe_time\":\"60\",\"tagid_list\":[1,\"2\"],\"qr_scene\":0}"
            }
            _ => r#"{"errcode":46003,"errmsg":"menu no exist rid: 1-2-3"}"#,
        })
    });
    let wx = client(&platform);
    let menus = wx.menu().get().await.unwrap();
    assert_eq!(menus.menu.menuid, Some(7.into()));
    assert_eq!(menus.menu.button[0], Button::click("a", "A"));
    assert_eq!(
        menus.menu.button[1].kind,
        Some(weixin_official::menu::ButtonKind::Other("new_kind".into()))
    );
    let rule = &menus.conditional[0].matchrule;
    assert_eq!(rule.tag_id, Some(2.into()));
    // Left out, a menu that is read and added again would be seen by more followers.
    assert_eq!((rule.sex, rule.country.as_deref()), (Some(1.into()), Some("中国")));
    let raw = wx.menu().get().raw().await.unwrap();
    assert!(raw.body().starts_with(br#"{"menu""#));
    let ann = wx
        .users()
        .info(
            weixin_official::user::GetUserInfo::new("o")
                .lang(weixin_official::user::Language::English),
        )
        .await
        .unwrap();
    assert!(ann.subscribe);
    assert_eq!(
        (ann.tagid_list, ann.subscribe_time.unwrap().as_secs()),
        (Some(vec![1.into(), 2.into()]), 60)
    );
    assert_eq!(platform.calls()[2].query, "access_token=T0&openid=o&lang=en");
    let error = wx.menu().delete().await.unwrap_err();
    assert_eq!((error.code(), error.rid()), (Some(ErrCode::NO_MENU), Some("1-2-3")));
}

#[tokio::test(start_paused = true)]
async fn pages_are_fetched_as_they_are_needed() {
    let platform = Platform::with_tokens(|seen, _| {
        Does::Answers(match seen.query.split_once("next_openid=").map(|(_, from)| from) {
            None => r#"{"total":3,"count":2,"data":{"openid":["a","b"]},"next_openid":"b"}"#,
            Some("b") => r#"{"total":3,"count":1,"data":{"openid":["c"]},"next_openid":"c"}"#,
            _ => r#"{"total":3,"count":0,"next_openid":""}"#,
        })
    });
    let wx = client(&platform);
    let mut pages = wx.users().followers().pages();
    assert_eq!(pages.next().await.unwrap().unwrap(), "a");
    assert_eq!(platform.calls().len(), 1);
    let rest: Vec<_> = pages.try_collect().await.unwrap();
    assert_eq!(rest, [weixin_protocol::OpenId::new("b"), "c".into()]);
    assert_eq!(platform.calls().len(), 3);
    let broken = Platform::with_tokens(|_, _| Does::Answers(r#"{"errcode":48001,"errmsg":""}"#));
    let outcomes: Vec<_> = client(&broken).users().followers().pages().collect().await;
    assert!(matches!(&outcomes[..], [Err(error)] if error.code() == Some(ErrCode::new(48001))));
}

#[tokio::test(start_paused = true)]
async fn files_go_up_and_come_down() {
    let platform = Platform::with_tokens(|seen, n| match (&*seen.path, n) {
        ("/cgi-bin/media/upload", 0) => {
            Does::Answers(r#"{"type":"image","media_id":"M","created_at":"5"}"#)
        }
        ("/cgi-bin/media/upload", _) => {
            Does::Answers(r#"{"type":"thumb","thumb_media_id":"TH","created_at":5}"#)
        }
        (_, 2) => Does::Answers(r#"{"video_url":"http://v"}"#),
        (_, 3) => Does::Answers(r#"{"errcode":40007,"errmsg":"invalid media_id"}"#),
        _ => {
            let mut answer = Response::new(Bytes::from_static(b"\x89PNG"));
            let name = http::HeaderValue::from_bytes("attachment; filename=\"图.png\"".as_bytes());
            answer.headers_mut().insert("content-disposition", name.unwrap());
            answer.headers_mut().insert("content-type", "image/png".parse().unwrap());
            Does::Sends(answer)
        }
    });
    let wx = client(&platform);
    let media = wx.media().upload(FilePart::image(&b"\x89PNG\r\n"[..])).await.unwrap();
    assert_eq!((media.kind, media.media_id.as_str()), (MediaKind::Image, "M"));
    let thumb = wx.media().upload_thumb(FilePart::image(&b"\xff\xd8\xff"[..])).await.unwrap();
    assert_eq!(thumb.media_id.as_str(), "TH");
    let upload = &platform.calls()[0];
    assert_eq!(upload.query, "access_token=T0&type=image");
    let boundary = upload.content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"image.png\"\r\n\
         Content-Type: image/png\r\n\r\n"
    );
    let expected =
        [expected.as_bytes(), b"\x89PNG\r\n\r\n--", boundary.as_bytes(), b"--\r\n"].concat();
    assert_eq!(upload.body, expected);

    assert!(
        matches!(wx.media().get("v").await.unwrap(), FileOr::Json(video) if video.video_url == "http://v")
    );
    assert_eq!(wx.media().get("x").await.unwrap_err().code(), Some(ErrCode::BAD_MEDIA_ID));
    let file = wx.media().get("p").await.unwrap().file().unwrap();
    assert_eq!((file.name.as_deref(), file.mime.as_deref()), (Some("图.png"), Some("image/png")));
}

#[tokio::test(start_paused = true)]
async fn a_file_is_opened_anew_for_each_attempt() {
    let path = std::env::temp_dir().join(format!("weixin-client-{}.bin", std::process::id()));
    let content: Vec<u8> = (0..200_000_u32).map(|n| (n % 251) as u8).collect();
    std::fs::write(&path, &content).unwrap();
    let platform = Platform::with_tokens(|_, n| match n {
        0 => Does::Interrupts,
        _ => Does::Answers(r#"{"type":"file","media_id":"M","created_at":"5"}"#),
    });
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    let file = FilePart::path(&path).named("报告.bin");
    let outcome = wx.media().upload(file.clone()).await;
    std::fs::remove_file(&path).unwrap();
    assert_eq!(outcome.unwrap().media_id.as_str(), "M");
    for call in platform.calls() {
        let head =
            "filename=\"报告.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n".as_bytes();
        let start =
            call.body.windows(head.len()).position(|window| window == head).unwrap() + head.len();
        assert_eq!(&call.body[start..start + content.len()], &content[..]);
        assert!(call.body[start + content.len()..].starts_with(b"\r\n--weixin-"));
    }
    assert_eq!(platform.calls().len(), 2);
    let error = wx.media().upload(file).await.unwrap_err();
    assert_eq!((error.kind(), platform.calls().len()), (ErrorKind::Call, 2));
}

#[tokio::test(start_paused = true)]
async fn every_account_can_do_the_portable_things() {
    let answer = r#"{"errcode":0,"type":"image","media_id":"M","created_at":"5"}"#;
    let platform = Platform::with_tokens(move |_, _| Does::Answers(answer));
    let official = client(&platform).any();
    let mini = connect(&MiniProgram::new("wx2", SECRET), &platform).any();
    let work = connect(&WorkApp::new("ww1", 7, SECRET), &platform).any();
    assert!(
        official.official().is_some() && official.mini().is_none() && official.work().is_none()
    );
    assert!(mini.mini().is_some() && mini.official().is_none());
    assert!(work.work().is_some() && work.official().is_none());
    for wx in [&official, &mini, &work] {
        wx.send_text("ann", "hi").await.unwrap();
        wx.send_file("ann", FilePart::image("x")).await.unwrap();
        wx.call(GET, "/cgi-bin/getcallbackip", ()).await.unwrap();
    }
    work.send_file("ann", FilePart::file("a.pdf", "x")).await.unwrap();
    let sent = platform.calls().len();
    let error = official.send_file("ann", FilePart::file("a.pdf", "x")).await.unwrap_err();
    assert_eq!((error.kind(), platform.calls().len()), (ErrorKind::Call, sent));
    let calls = platform.calls();
    let text = r#"{"touser":"ann","msgtype":"text","text":{"content":"hi"}}"#;
    assert_eq!((calls[0].text(), calls[4].text()), (text, text));
    assert_eq!(calls[8].path, "/cgi-bin/message/send");
    assert!(calls[8].text().ends_with(r#""agentid":7}"#));
    assert!(calls.last().unwrap().text().contains(r#""msgtype":"file","file":{"media_id":"M"}"#));
    let media = work.download("M").await.unwrap();
    assert_eq!(media.content, answer);
    let message = CustomMessage::Text(weixin_official::custom_message::Text::new("x"));
    official.official().unwrap().custom_messages().send(("o", message)).await.unwrap();
}
