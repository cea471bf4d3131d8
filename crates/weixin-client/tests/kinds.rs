//! Every kind of endpoint there is: where its fields go, and what proves who is calling.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{io::Write, sync::Arc};

use bytes::Bytes;
use common::{Does, OK, Platform, SECRET, client, connect, token};
use http::Response;
use weixin_api::{
    ErrCode, ErrorKind, FileOr, FilePart, LatestTicket, TicketSource, endpoint, wire::PartContent,
    wire::multipart,
};
use weixin_client::IntoClient;
use weixin_mini::{MiniProgram, code::GetUnlimitedCode, prelude::*};
use weixin_official::{
    material::VideoDescription,
    oauth::{self, Language, UserToken},
    prelude::*,
};
use weixin_open::{authorization::FuncScopeId, prelude::*};
use weixin_protocol::Secret;
use weixin_work::{
    ServiceProvider, SuiteApp, SuiteCorp, ai_bot::BotAnswer, prelude::*, provider::LoginKind,
    template_card::TemplateCard,
};

/// Changes the budget of a stock of coupons.
/// `PATCH /v3/marketing/busifavor/stocks/{stock_id}/budget`
#[endpoint(PATCH "/v3/marketing/busifavor/stocks/{stock_id}/budget", title = "修改批次预算",
    scope(official), host = "api.mch.weixin.qq.com", auth = none, no_errcode)]
pub struct ChangeBudget {
    /// The stock.
    #[path]
    pub stock_id: String,
    /// How many coupons there are to be.
    pub target_max_coupons: Option<u32>,
}

/// Ends a contract. `DELETE /v3/edu-papay/contracts/{contract_id}`
#[endpoint(DELETE "/v3/edu-papay/contracts/{contract_id}", title = "解约",
    scope(official), host = "api.mch.weixin.qq.com", auth = none, no_errcode, retry = safe)]
pub struct EndContract {
    /// The contract.
    #[path]
    pub contract_id: String,
}

/// An answer that is a file.
fn file(content: &'static [u8], mime: &str) -> Does {
    let mut answer = Response::new(Bytes::from_static(content));
    answer.headers_mut().insert("content-type", mime.parse().unwrap());
    Does::Sends(answer)
}

#[tokio::test(start_paused = true)]
async fn a_field_can_be_a_part_of_the_path() {
    let platform = Platform::with_tokens(|_, _| Does::Answers("{}"));
    let wx = client(&platform);
    wx.send(ChangeBudget::new("98/7 铃").target_max_coupons(5_u32)).await.unwrap();
    wx.send(EndContract::new("c1")).await.unwrap();
    let calls = platform.calls();
    assert_eq!((&*calls[0].method, &*calls[1].method), ("PATCH", "DELETE"));
    assert_eq!(calls[0].path, "/v3/marketing/busifavor/stocks/98%2F7%20%E9%93%83/budget");
    assert_eq!((calls[0].text(), calls[1].text()), (r#"{"target_max_coupons":5}"#, ""));
    assert_eq!(
        (&*calls[1].path, &*calls[1].host),
        ("/v3/edu-papay/contracts/c1", "api.mch.weixin.qq.com")
    );
    assert!(calls.iter().all(|call| call.query.is_empty()), "{calls:?}");
    assert_eq!(wx.send(EndContract::new("")).await.unwrap_err().kind(), ErrorKind::Call);
}

#[tokio::test(start_paused = true)]
async fn a_body_can_have_two_parts_one_of_them_on_disk() {
    let platform = Platform::with_tokens(|_, n| match n {
        0 => Does::Unsent,
        _ => Does::Answers(r#"{"media_id":"M1"}"#),
    });
    let mut video = tempfile::Builder::new().suffix(".mp4").tempfile().unwrap();
    let content: Vec<u8> = (0..200_000_u32).map(|n| n as u8).collect();
    video.write_all(&content).unwrap();
    let added = client(&platform)
        .materials()
        .add_video(FilePart::path(video.path()), VideoDescription::new("题", "a \"film\""))
        .await
        .unwrap();
    assert_eq!((added.media_id.as_str(), added.url), ("M1", None));
    // The attempt after the one that never left has the whole file again.
    let [first, second] = &platform.calls()[..] else { panic!("two attempts") };
    for call in [first, second] {
        assert_eq!(
            (&*call.path, &*call.query),
            ("/cgi-bin/material/add_material", "access_token=T0&type=video")
        );
        let parts = multipart::read(&call.content_type, &call.body).unwrap();
        let [description, media] = &parts[..] else { panic!("{parts:?}") };
        assert_eq!((description.name(), media.name()), ("description", "media"));
        let PartContent::Text(text) = description.content() else { panic!("{description:?}") };
        assert_eq!(text, r#"{"introduction":"a \"film\"","title":"题"}"#);
        let PartContent::File(file) = media.content() else { panic!("{media:?}") };
        assert_eq!(
            (file.bytes().unwrap(), file.mime()),
            (&Bytes::from(content.clone()), "video/mp4")
        );
        assert_eq!(Some(file.name()), video.path().file_name().and_then(|name| name.to_str()));
    }
    assert_ne!(first.content_type, second.content_type);
}

#[tokio::test(start_paused = true)]
async fn a_file_an_error_in_its_place_or_json_about_it() {
    let platform = Platform::with_tokens(|seen, n| match (&*seen.path, n % 2) {
        ("/cgi-bin/media/get", 0) => file(b"\xff\xd8picture", "image/jpeg"),
        ("/cgi-bin/media/get", _) => Does::Answers(r#"{"video_url":"http://v/1"}"#),
        ("/wxa/getwxacodeunlimit", 0) => file(b"\x89PNGcode", "image/png"),
        ("/wxa/getwxacodeunlimit", _) => {
            Does::Answers(r#"{"errcode":41030,"errmsg":"invalid page rid: 6-1-2"}"#)
        }
        ("/cgi-bin/showqrcode", 0) => file(b"\xff\xd8qr", "image/jpg"),
        _ => Does::Sends(Response::builder().status(404).body(Bytes::new()).unwrap()),
    });
    let wx = client(&platform);
    let media = wx.media().get("m").await.unwrap().file().unwrap();
    assert_eq!(
        (&*media.content, media.mime.as_deref()),
        (&b"\xff\xd8picture"[..], Some("image/jpeg"))
    );
    let FileOr::Json(video) = wx.media().get("v").await.unwrap() else { panic!("not a file") };
    assert_eq!(video.video_url, "http://v/1");

    let code = wx.qrcodes().show("gQ==/+").await.unwrap();
    assert_eq!(&*code.content, b"\xff\xd8qr");
    assert_eq!(wx.qrcodes().show("wrong").await.unwrap_err().kind(), ErrorKind::Status);
    let shown = &platform.calls()[2];
    assert_eq!((&*shown.host, &*shown.query), ("mp.weixin.qq.com", "ticket=gQ%3D%3D%2F%2B"));

    let mini = connect(&MiniProgram::new("wx2", SECRET), &platform);
    let request = GetUnlimitedCode::new("a=1").page("pages/index").check_path(false);
    let code = mini.codes().unlimited(request).await.unwrap();
    assert_eq!(&*code.content, b"\x89PNGcode");
    let error = mini.codes().unlimited("a=1").await.unwrap_err();
    assert_eq!((error.code(), error.rid()), (Some(ErrCode::new(41030)), Some("6-1-2")));
    assert_eq!(
        platform.calls()[4].text(),
        r#"{"scene":"a=1","page":"pages/index","check_path":false}"#
    );
}

#[tokio::test(start_paused = true)]
async fn a_call_can_be_proved_by_the_accounts_secret() {
    let platform = Platform::new(|_, _| {
        Does::Answers(r#"{"openid":"oAnn","session_key":"tiihtNczf5v6AKRyjwEUhQ=="}"#)
    });
    let wx = connect(&MiniProgram::new("wx2", SECRET), &platform);
    let call = wx.login().session("CODE");
    let printed = format!("{call:?}");
    let session = call.await.unwrap();
    assert_eq!(session.openid, "oAnn");
    assert_eq!(session.session_key, Secret::new("tiihtNczf5v6AKRyjwEUhQ=="));
    let seen = &platform.seen()[0];
    assert_eq!((&*seen.method, &*seen.path), ("GET", "/sns/jscode2session"));
    let query = format!("js_code=CODE&grant_type=authorization_code&appid=wx2&secret={SECRET}");
    assert_eq!(seen.query, query);
    let printed = format!("{printed} {session:?}");
    assert!(!printed.contains(SECRET) && !printed.contains("tiiht"), "{printed}");
    // Another account's can be given with the call.
    let other = wx.login().session("C2").with(|call| call.appid("wx3").secret("s3"));
    other.await.unwrap();
    assert!(platform.seen()[1].query.contains("appid=wx3&secret=s3"), "{:?}", platform.seen()[1]);
    // Who has none is told so, and nothing is sent.
    let without = connect(&MiniProgram::new("wx2", ""), &platform);
    let error = without.login().session("C3").await.unwrap_err();
    assert_eq!((error.kind(), platform.seen().len()), (ErrorKind::Credential, 2));
}

#[tokio::test(start_paused = true)]
async fn a_call_can_be_proved_by_a_users_own_token() {
    let platform = Platform::new(|seen, n| match (&*seen.path, n) {
        ("/sns/oauth2/access_token", _) => Does::Answers(
            r#"{"access_token":"USERTOKEN","expires_in":7200,"refresh_token":"R","openid":"oAnn","scope":"snsapi_userinfo"}"#,
        ),
        ("/sns/userinfo", 1) => {
            Does::Answers(r#"{"openid":"oAnn","nickname":"安","sex":0,"privilege":[]}"#)
        }
        _ => Does::Answers(r#"{"errcode":40001,"errmsg":"invalid credential"}"#),
    });
    let wx = client(&platform);
    let url = wx.oauth().url("https://bot.example.com/in?a=1", oauth::Scope::UserInfo, "s1");
    assert_eq!(
        url,
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx1&redirect_uri=https%3A%2F%2Fbot.example.com%2Fin%3Fa%3D1&response_type=code&scope=snsapi_userinfo&state=s1#wechat_redirect"
    );
    let granted: UserToken = wx.oauth().token("CODE").await.unwrap();
    let visitor = wx
        .oauth()
        .visitor(&granted)
        .with(|visitor| visitor.lang(Language::SimplifiedChinese))
        .await
        .unwrap();
    assert_eq!(visitor.nickname, "安");
    // The account's token has nothing to do with it: none is fetched, and none replaced.
    let error = wx.oauth().visitor(&granted).await.unwrap_err();
    assert_eq!((error.code(), platform.seen().len()), (Some(ErrCode::BAD_CREDENTIAL), 3));
    assert_eq!(platform.seen()[1].query, "access_token=USERTOKEN&openid=oAnn&lang=zh_CN");
    assert!(!format!("{granted:?}").contains("USERTOKEN"));
}

#[tokio::test(start_paused = true)]
async fn a_third_party_platform_has_a_token_of_its_own() {
    let platform = Platform::new(|seen, _| match &*seen.path {
        "/cgi-bin/component/api_component_token" => {
            let number = if seen.text().contains("TICKET-2") { 2 } else { 1 };
            Does::Says(format!(r#"{{"component_access_token":"C{number}","expires_in":7200}}"#))
        }
        _ if seen.query == "component_access_token=C1" => {
            Does::Answers(r#"{"errcode":42001,"errmsg":"component_access_token expired"}"#)
        }
        "/cgi-bin/component/api_authorizer_token" => Does::Answers(
            r#"{"authorizer_access_token":"A1","expires_in":7200,"authorizer_refresh_token":"R2"}"#,
        ),
        "/cgi-bin/component/api_query_auth" => Does::Answers(
            r#"{"authorization_info":{"authorizer_appid":"wx9","authorizer_access_token":"A0","expires_in":7200,"authorizer_refresh_token":"R1","func_info":[{"funcscope_category":{"id":1}}]}}"#,
        ),
        _ => Does::Answers(OK),
    });
    let tickets = LatestTicket::new();
    let component = ThirdPartyPlatform::new("wxC", SECRET, Arc::new(tickets.clone()));
    let wx = connect(&component, &platform);
    let error = wx.authorization().query("CODE").await.unwrap_err();
    assert_eq!((error.kind(), platform.seen().len()), (ErrorKind::Credential, 0));
    assert!(error.message().contains("no ticket"), "{error}");
    common::pass(31).await;

    tickets.put("TICKET-1");
    assert_eq!(wx.credentials().get().await.unwrap(), Secret::new("C1"));
    tickets.put("TICKET-2");
    assert_eq!(tickets.latest().await.unwrap(), Secret::new("TICKET-2"));
    let info = wx.authorization().query("CODE").await.unwrap().authorization_info;
    assert_eq!(
        (info.authorizer_appid.as_str(), info.func_info[0].funcscope_category.id),
        ("wx9", FuncScopeId::new(1))
    );
    let seen = platform.seen();
    assert_eq!(
        seen[0].text(),
        format!(
            r#"{{"component_appid":"wxC","component_appsecret":"{SECRET}","component_verify_ticket":"TICKET-1"}}"#
        )
    );
    // The first token was rejected; the second one was obtained with the newer ticket.
    assert_eq!(seen.len(), 4);
    assert_eq!(
        (&*seen[3].path, &*seen[3].query),
        ("/cgi-bin/component/api_query_auth", "component_access_token=C2")
    );
    assert_eq!(seen[3].text(), r#"{"authorization_code":"CODE","component_appid":"wxC"}"#);

    // An account that it acts for calls with a token obtained with the platform's.
    let kept = Arc::new(std::sync::Mutex::new(Vec::new()));
    let keep = Arc::clone(&kept);
    let owner = Authorizer::official("wxC", "wx9", info.authorizer_refresh_token.unwrap())
        .on_refresh_token(move |token| keep.lock().unwrap().push(token.clone()));
    let builder = owner.client_builder().clock(common::TestClock::new());
    let transport: Arc<Platform> = Arc::clone(&platform);
    let account = builder.transport(transport).upstream(wx.credentials()).build().unwrap();
    account.menu().delete().await.unwrap();
    let seen = platform.seen();
    assert_eq!(
        (&*seen[4].query, &*seen[5].query),
        ("component_access_token=C2", "access_token=A1")
    );
    assert_eq!(
        seen[4].text(),
        r#"{"component_appid":"wxC","authorizer_appid":"wx9","authorizer_refresh_token":"R1"}"#
    );
    assert_eq!(*kept.lock().unwrap(), [Secret::new("R2")]);
    // Without the platform's credentials there is no way to its own.
    let lost = connect(&owner, &platform);
    let error = lost.menu().delete().await.unwrap_err();
    assert_eq!((error.kind(), platform.seen().len()), (ErrorKind::Credential, 6));
    assert!(!format!("{error:?} {owner:?} {component:?}").contains("R2"));
}

#[tokio::test(start_paused = true)]
async fn a_suite_and_a_provider_have_tokens_of_their_own() {
    let platform = Platform::new(|seen, n| match &*seen.path {
        "/cgi-bin/service/get_suite_token" => Does::Says(format!(
            r#"{{"errcode":0,"errmsg":"ok","suite_access_token":"S{n}","expires_in":7200}}"#
        )),
        "/cgi-bin/service/get_provider_token" => {
            Does::Answers(r#"{"provider_access_token":"P","expires_in":7200}"#)
        }
        // The suite's token is found bad with the call that obtains a corporation's.
        "/cgi-bin/service/get_corp_token" if seen.query == "suite_access_token=S0" => {
            Does::Answers(r#"{"errcode":42009,"errmsg":"suite_access_token expired"}"#)
        }
        "/cgi-bin/service/get_corp_token" => Does::Says(token("CORP")),
        "/cgi-bin/service/get_pre_auth_code" => {
            Does::Answers(r#"{"errcode":0,"errmsg":"ok","pre_auth_code":"Cx","expires_in":1200}"#)
        }
        "/cgi-bin/service/get_login_info" => Does::Answers(
            r#"{"usertype":5,"user_info":{"userid":"ann"},"corp_info":{"corpid":"ww9"}}"#,
        ),
        _ => Does::Answers(OK),
    });
    let tickets = LatestTicket::new();
    tickets.put("TICKET");
    let suite = connect(&SuiteApp::new("ww5", SECRET, Arc::new(tickets)), &platform);
    assert_eq!(suite.suite().pre_auth_code().await.unwrap().pre_auth_code, "Cx");
    let builder = SuiteCorp::new("ww9", 1_000_002, "PERMANENT").client_builder();
    let transport: Arc<Platform> = Arc::clone(&platform);
    let builder = builder.clock(common::TestClock::new()).transport(transport);
    let corp = builder.upstream(suite.credentials()).build().unwrap();
    corp.send(SendMessage::text("ann", "hi")).await.unwrap();
    let provider = connect(&ServiceProvider::new("wwP", SECRET), &platform);
    let login = provider.provider().login_info("CODE").await.unwrap();
    assert_eq!(
        (login.usertype, login.corp_info.corpid.as_str()),
        (Some(LoginKind::from(5)), "ww9")
    );

    let targets: Vec<_> =
        platform.seen().iter().map(|seen| format!("{}?{}", seen.path, seen.query)).collect();
    assert_eq!(
        targets,
        [
            "/cgi-bin/service/get_suite_token?",
            "/cgi-bin/service/get_pre_auth_code?suite_access_token=S0",
            "/cgi-bin/service/get_corp_token?suite_access_token=S0",
            "/cgi-bin/service/get_suite_token?",
            "/cgi-bin/service/get_corp_token?suite_access_token=S3",
            "/cgi-bin/message/send?access_token=CORP",
            "/cgi-bin/service/get_provider_token?",
            "/cgi-bin/service/get_login_info?access_token=P",
        ]
    );
    assert_eq!(platform.seen()[4].text(), r#"{"auth_corpid":"ww9","permanent_code":"PERMANENT"}"#);
    // Neither has users or files of its own, and each is no other kind of account.
    assert_eq!(suite.any().send_text("ann", "x").await.unwrap_err().kind(), ErrorKind::Call);
    assert!(suite.any().work().is_none() && corp.any().work().is_some());
}

#[tokio::test(start_paused = true)]
async fn a_group_robot_is_its_key() {
    let platform = Platform::new(|seen, n| match (&*seen.path, n) {
        ("/cgi-bin/webhook/upload_media", _) => Does::Answers(
            r#"{"errcode":0,"errmsg":"ok","type":"file","media_id":"M","created_at":"1380000000"}"#,
        ),
        (_, 0 | 1) => Does::Answers(OK),
        _ => Does::Answers(r#"{"errcode":93000,"errmsg":"invalid webhook url KEY-0123-4567"}"#),
    });
    let robot = GroupWebhook::from_url(
        "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=KEY-0123-4567",
    );
    let robot = connect(&robot.unwrap(), &platform);
    let mention = weixin_work::webhook::GroupText::new("铃").mentioned_list(["@all".to_owned()]);
    robot.group().send(weixin_work::webhook::GroupMessage::Text(mention)).await.unwrap();
    let uploaded = robot.group().upload(FilePart::file("a.txt", "hello")).await.unwrap();
    assert_eq!(uploaded.media_id.as_str(), "M");
    let error = robot.group().send_markdown("**x**").await.unwrap_err();
    let seen = platform.seen();
    assert_eq!((&*seen[0].path, &*seen[0].query), ("/cgi-bin/webhook/send", "key=KEY-0123-4567"));
    assert_eq!(
        seen[0].text(),
        r#"{"msgtype":"text","text":{"content":"铃","mentioned_list":["@all"]}}"#
    );
    assert_eq!(seen[1].query, "key=KEY-0123-4567&type=file");
    let printed = format!("{error} {error:?} {robot:?} {}", robot.account());
    assert!(!printed.contains("KEY-0123"), "{printed}");
    assert!(robot.account().to_string().starts_with("group_robot:"));
    assert!(GroupWebhook::from_url("https://qyapi.weixin.qq.com/cgi-bin/webhook/send").is_none());
}

const RESPONSE: &str =
    "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=RESPONSECODE";

#[tokio::test(start_paused = true)]
async fn an_address_that_a_push_brought_is_called_as_it_is() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    wx.ai_bot().answer(RESPONSE, "**hi**").await.unwrap();
    let seen = platform.seen();
    assert_eq!(
        (seen.len(), &*seen[0].host, &*seen[0].path),
        (1, "qyapi.weixin.qq.com", "/cgi-bin/aibot/response")
    );
    assert_eq!(seen[0].query, "response_code=RESPONSECODE");
    assert_eq!(seen[0].text(), r#"{"msgtype":"markdown","markdown":{"content":"**hi**"}}"#);
    let card = TemplateCard::new(weixin_work::template_card::TemplateCardKind::TextNotice);
    let card =
        weixin_work::ai_bot::SendBotAnswer::new(RESPONSE, BotAnswer::TemplateCard(card.into()));
    assert!(!format!("{card:?}").contains("RESPONSECODE"));
    wx.send(card).await.unwrap();

    // Nothing is sent to any other place, and what is rejected is not quoted.
    for url in [
        "https://evil.example/cgi-bin/aibot/response?response_code=RESPONSECODE",
        "https://qyapi.weixin.qq.com.evil.example/?response_code=RESPONSECODE",
        "https://qyapi.weixin.qq.com@evil.example/?response_code=RESPONSECODE",
        "https://qyapi.weixin.qq.com:444/?response_code=RESPONSECODE",
        "http://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=RESPONSECODE",
        "ftp://qyapi.weixin.qq.com/RESPONSECODE",
        "RESPONSECODE",
    ] {
        let error = wx.ai_bot().answer(url, "x").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Call, "{url}");
        assert!(!format!("{error} {error:?}").contains("RESPONSECODE"), "{error:?}");
    }
    assert_eq!(platform.seen().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn with_an_address_of_its_own_a_client_calls_pushed_addresses_there() {
    let platform = Platform::new(|_, _| Does::Answers(OK));
    let builder = WorkApp::new("ww1", 7, SECRET).client_builder();
    let transport: Arc<Platform> = Arc::clone(&platform);
    let wx = builder.transport(transport).api_base("http://127.0.0.1:8080").build().unwrap();
    let emulated =
        "http://127.0.0.1:8080/@qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=R";
    wx.ai_bot().answer(emulated, "x").await.unwrap();
    wx.ai_bot().answer(RESPONSE, "x").await.unwrap();
    for other in [
        "http://127.0.0.1:8081/@qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=R",
        "http://127.0.0.1:8080/@other/cgi-bin/aibot/response?response_code=R",
    ] {
        assert_eq!(wx.ai_bot().answer(other, "x").await.unwrap_err().kind(), ErrorKind::Call);
    }
    let seen = platform.seen();
    assert!(seen.iter().all(|seen| {
        seen.host == "127.0.0.1:8080" && seen.path == "/@qyapi.weixin.qq.com/cgi-bin/aibot/response"
    }));
    assert_eq!(seen.len(), 2);
}
