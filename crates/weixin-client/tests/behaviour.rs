//! What a client does beside sending: tickets, quotas, limits, files piece by piece, reports.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    io::Write,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use common::{Does, OK, Platform, SECRET, TestClock, account, client, connect, pass, token};
use futures_util::{TryStreamExt, future::join_all};
use http::Response;
use serde_json::json;
use weixin_api::{ErrCode, ErrorKind, FilePart, js_sdk};
use weixin_client::{CallReport, FileStream, IntoClient, Metrics, StreamFile, Streamed};
use weixin_mini::MiniProgram;
use weixin_official::{menu::DeleteMenu, prelude::*};
use weixin_protocol::Secret;
use weixin_work::{WorkApp, prelude::*};

const INVALID: &str = r#"{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 6-a-b"}"#;

/// A platform whose tickets are numbered.
fn with_tickets() -> Arc<Platform> {
    let tickets = AtomicUsize::new(0);
    Platform::with_tokens(move |seen, _| match &*seen.path {
        "/cgi-bin/ticket/getticket" | "/cgi-bin/get_jsapi_ticket" | "/cgi-bin/ticket/get" => {
            let number = tickets.fetch_add(1, Ordering::SeqCst);
            let ticket =
                format!(r#"{{"errcode":0,"errmsg":"ok","ticket":"J{number}","expires_in":7200}}"#);
            Does::Dawdles(ticket)
        }
        _ => Does::Answers(OK),
    })
}

#[tokio::test(start_paused = true)]
async fn a_ticket_is_fetched_once_and_renewed_like_a_token() {
    let platform = with_tickets();
    let wx = client(&platform);
    let url = "http://mp.weixin.qq.com?params=value#top";
    let configs = join_all((0..50).map(|_| async { wx.js_sdk().config(url).await.unwrap() })).await;
    assert_eq!(platform.calls().len(), 1);
    assert_eq!(platform.calls()[0].query, "access_token=T0&type=jsapi");
    for config in configs {
        let page = "http://mp.weixin.qq.com?params=value";
        let signature =
            js_sdk::signature(&Secret::new("J0"), &config.nonce_str, config.timestamp, page);
        assert_eq!((config.signature, config.app_id.as_str()), (signature, "wx1"));
    }
    // Another kind of ticket is another one; the same kind by a clone of the client is not.
    assert_eq!(wx.js_sdk().card_ticket().await.unwrap(), Secret::new("J1"));
    assert_eq!(wx.clone().js_sdk().ticket().await.unwrap(), Secret::new("J0"));
    pass(7201).await;
    assert_eq!(wx.js_sdk().ticket().await.unwrap(), Secret::new("J2"));
    assert_eq!(platform.calls()[2].query, "access_token=T1&type=jsapi");
}

#[tokio::test(start_paused = true)]
async fn a_ticket_survives_a_stolen_token() {
    let stolen = AtomicBool::new(false);
    let platform = Platform::with_tokens(move |seen, _| {
        if !stolen.load(Ordering::SeqCst) && seen.token() == Some("T0") {
            stolen.store(true, Ordering::SeqCst);
            return Does::Answers(INVALID);
        }
        Does::Answers(r#"{"errcode":0,"errmsg":"ok","ticket":"J","expires_in":7200}"#)
    });
    let wx = client(&platform);
    assert_eq!(wx.js_sdk().ticket().await.unwrap(), Secret::new("J"));
    assert_eq!((platform.tokens_fetched(), platform.calls().len()), (2, 2));
}

#[tokio::test(start_paused = true)]
async fn wecom_has_a_ticket_for_the_corporation_and_one_for_each_app() {
    let platform = with_tickets();
    let wx = connect(&WorkApp::new("ww1", 7, SECRET), &platform);
    let config = wx.js_sdk().config("https://example.com/").await.unwrap();
    let agent = wx.js_sdk().agent_config("https://example.com/").await.unwrap();
    let json = serde_json::to_value(&config).unwrap();
    let seconds = config.timestamp.as_secs();
    assert_eq!(
        json,
        json!({ "appId": "ww1", "timestamp": seconds, "nonceStr": config.nonce_str, "signature": config.signature })
    );
    let ticket = Secret::new("J1");
    let signature =
        js_sdk::signature(&ticket, &agent.nonce_str, agent.timestamp, "https://example.com/");
    assert_eq!(
        serde_json::to_value(&agent).unwrap(),
        json!({ "corpid": "ww1", "agentid": 7, "timestamp": seconds, "nonceStr": agent.nonce_str, "signature": signature })
    );
    let calls = platform.calls();
    assert_eq!(
        (&*calls[0].path, &*calls[0].query),
        ("/cgi-bin/get_jsapi_ticket", "access_token=T0")
    );
    assert_eq!(
        (&*calls[1].path, &*calls[1].query),
        ("/cgi-bin/ticket/get", "access_token=T0&type=agent_config")
    );
}

#[tokio::test(start_paused = true)]
async fn quotas_are_asked_for_and_cleared() {
    let platform = Platform::with_tokens(|seen, _| {
        Does::Answers(match &*seen.path {
            "/cgi-bin/message/custom/send" => {
                r#"{"errcode":45009,"errmsg":"reach max api daily quota limit rid: 61725984-6126f6f9-040f19c4"}"#
            }
            "/cgi-bin/openapi/quota/get" => {
                r#"{"errcode":0,"errmsg":"ok","quota":{"daily_limit":5000,"used":5000,"remain":0},"rate_limit":{"call_count":10,"refresh_second":60}}"#
            }
            "/cgi-bin/openapi/rid/get" => {
                r#"{"errcode":0,"errmsg":"ok","request":{"invoke_time":1635156704,"cost_in_ms":30,"request_url":"access_token=50","request_body":"","response_body":"{}","client_ip":"1.2.3.4"}}"#
            }
            _ => OK,
        })
    });
    let wx = connect(&MiniProgram::new("wx2", SECRET), &platform);
    let error = wx.send_text("o", "x").await.unwrap_err();
    assert!(error.code().unwrap().is_quota_used_up(weixin_protocol::Product::Mini));
    assert!(!error.is_retryable() && error.hint().unwrap().en.contains("clear_quota"), "{error}");
    let rid = wx.quota().rid(error.rid().unwrap()).await.unwrap().request;
    assert_eq!((rid.cost_in_ms, rid.client_ip.as_deref()), (30, Some("1.2.3.4")));
    let quota = wx.quota().get("/cgi-bin/message/custom/send").await.unwrap();
    assert_eq!((quota.quota.remain, quota.rate_limit.unwrap().refresh_second), (0, 60));
    wx.quota().clear().await.unwrap();
    wx.quota().clear_api("/cgi-bin/message/custom/send").await.unwrap();
    wx.quota().clear_by_secret().await.unwrap();
    let calls = platform.calls();
    assert_eq!(calls[1].text(), r#"{"rid":"61725984-6126f6f9-040f19c4"}"#);
    assert_eq!((&*calls[3].path, calls[3].text()), ("/cgi-bin/clear_quota", r#"{"appid":"wx2"}"#));
    assert_eq!(calls[4].text(), r#"{"cgi_path":"/cgi-bin/message/custom/send"}"#);
    assert_eq!(
        (&*calls[5].path, &*calls[5].query),
        ("/cgi-bin/clear_quota/v2", &*format!("appid=wx2&appsecret={SECRET}"))
    );
}

#[tokio::test(start_paused = true)]
async fn a_busy_platform_is_given_time_but_not_more_than_the_call_has() {
    let platform = Platform::with_tokens(|_, n| match n {
        0 | 1 => Does::Answers(r#"{"errcode":-1,"errmsg":"system error"}"#),
        _ => Does::Answers(OK),
    });
    let clock = TestClock::new();
    let wx = client(&platform);
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.calls().len(), 3);
    // 200 ms, then 600 ms.
    let waited =
        weixin_api::Clock::now(&*clock).since(weixin_api::Timestamp::from_secs(1_700_000_000));
    assert_eq!(waited, Duration::from_millis(800));

    let busy =
        Platform::with_tokens(|_, _| Does::Answers(r#"{"errcode":-1,"errmsg":"system error"}"#));
    let wx = client(&busy);
    let error = wx.menu().delete().timeout(Duration::from_millis(500)).await.unwrap_err();
    assert_eq!((error.code(), busy.calls().len()), (Some(ErrCode::BUSY), 2));
}

#[tokio::test(start_paused = true)]
async fn only_so_many_calls_are_under_way_at_a_time() {
    let present = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let gauge = Arc::clone(&present);
    // What dawdles is counted while it does.
    let platform = Platform::new(move |seen, _| {
        if !seen.is_token() {
            let now = gauge.0.fetch_add(1, Ordering::SeqCst) + 1;
            gauge.1.fetch_max(now, Ordering::SeqCst);
            return Does::DawdlesFor(OK, Arc::clone(&gauge));
        }
        Does::Says(token("T"))
    });
    let transport: Arc<Platform> = Arc::clone(&platform);
    let builder = account().client_builder().clock(TestClock::new()).transport(transport);
    let wx = builder.max_concurrent(3).build().unwrap();
    for outcome in join_all((0..40).map(|_| wx.menu().delete().into_future())).await {
        outcome.unwrap();
    }
    assert_eq!((present.1.load(Ordering::SeqCst), platform.calls().len()), (3, 40));

    // The time for a call runs while it waits for its turn.
    let hanging = Platform::with_tokens(|_, _| Does::Hangs);
    let transport: Arc<Platform> = Arc::clone(&hanging);
    let builder = account().client_builder().clock(TestClock::new()).transport(transport);
    let wx = builder.max_concurrent(1).build().unwrap();
    let call = || wx.menu().delete().timeout(Duration::from_secs(3)).into_future();
    let outcomes = join_all([call(), call()]).await;
    assert!(outcomes.iter().all(|outcome| {
        outcome.as_ref().is_err_and(|error| error.kind() == ErrorKind::Timeout)
    }));
    assert_eq!(hanging.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn there_is_a_limit_without_being_asked_for() {
    let present = Arc::new((AtomicUsize::new(0), AtomicUsize::new(0)));
    let gauge = Arc::clone(&present);
    let platform = Platform::new(move |seen, _| {
        if seen.is_token() {
            return Does::Says(token("T"));
        }
        let now = gauge.0.fetch_add(1, Ordering::SeqCst) + 1;
        gauge.1.fetch_max(now, Ordering::SeqCst);
        Does::DawdlesFor(OK, Arc::clone(&gauge))
    });
    let wx = client(&platform);
    for outcome in join_all((0..1000).map(|_| wx.menu().delete().into_future())).await {
        outcome.unwrap();
    }
    assert_eq!((present.1.load(Ordering::SeqCst), platform.calls().len()), (256, 1000));
}

#[tokio::test(start_paused = true)]
async fn an_upload_tells_how_far_it_is() {
    let platform = Platform::with_tokens(|_, n| match n {
        0 => Does::Unsent,
        _ => Does::Answers(r#"{"type":"image","media_id":"M","created_at":1}"#),
    });
    let wx = client(&platform);
    let told = Arc::new(Mutex::new(Vec::new()));
    let watch = |file: FilePart| {
        let told = Arc::clone(&told);
        told.lock().unwrap().clear();
        file.on_progress(move |sent, total| told.lock().unwrap().push((sent, total)))
    };
    let mut disk = tempfile::Builder::new().suffix(".jpg").tempfile().unwrap();
    disk.write_all(&[7; 150_000]).unwrap();
    wx.media().upload(watch(FilePart::path(disk.path()))).await.unwrap();
    let seen = told.lock().unwrap().clone();
    let rounds: Vec<_> = seen.split_inclusive(|(sent, total)| sent == total).collect();
    // The attempt that never left, and the one that did.
    assert_eq!(rounds.len(), 2, "{seen:?}");
    for round in rounds {
        assert!(round.len() > 2 && round.is_sorted(), "{round:?}");
        assert!(round.iter().all(|(_, total)| *total == 150_000));
    }
    wx.media().upload(watch(FilePart::image(vec![7; 70_000]))).await.unwrap();
    assert_eq!(*told.lock().unwrap(), [(65_536, 70_000), (70_000, 70_000)]);
    let last = platform.calls().pop().unwrap();
    assert!(last.body.len() > 70_000);
}

/// A client whose platform answers every file with this.
fn downloading(
    answer: impl Fn() -> Does + Send + Sync + 'static,
) -> weixin_client::Client<weixin_api::kind::Official> {
    client(&Platform::with_tokens(move |_, _| answer()))
}

fn picture(bytes: usize) -> Does {
    let answer = Response::builder()
        .header("content-type", "image/jpeg")
        .header("content-disposition", "attachment; filename=\"铃.jpg\"");
    Does::Sends(answer.body(Bytes::from(vec![b'{'; bytes])).unwrap())
}

async fn begun(wx: &weixin_client::Client<weixin_api::kind::Official>) -> FileStream {
    match wx.media().get("M").stream().await.unwrap() {
        Streamed::File(file) => file,
        Streamed::Whole(other) => panic!("not a file: {other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_file_can_be_taken_piece_by_piece() {
    let wx = downloading(|| picture(100_000));
    let file = begun(&wx).await;
    assert_eq!((file.name(), file.mime()), (Some("铃.jpg"), Some("image/jpeg")));
    assert_eq!(file.length(), Some(100_000));
    let pieces: Vec<Bytes> = file.into_stream().try_collect().await.unwrap();
    assert_eq!(pieces.iter().map(Bytes::len).sum::<usize>(), 100_000);

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("picture.jpg");
    assert_eq!(begun(&wx).await.save(&path).await.unwrap(), 100_000);
    assert_eq!(std::fs::metadata(&path).unwrap().len(), 100_000);
    let error = begun(&wx).await.save(folder.path().join("no/such/folder")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Call);
}

#[tokio::test(start_paused = true)]
async fn a_file_may_be_only_so_large() {
    // With a length the platform gives away that there is too much before anything is read.
    let mut file = begun(&downloading(|| picture(1001))).await.limit(1000);
    assert_eq!(file.chunk().await.unwrap_err().kind(), ErrorKind::TooLarge);
    // Without one it is seen when there is too much.
    let wx = downloading(|| Does::Streams(vec!["\u{fffd}".repeat(100).into(); 20]));
    let mut file = begun(&wx).await.limit(1000);
    assert_eq!(file.length(), None);
    let mut read = 0;
    let error = loop {
        match file.chunk().await {
            Ok(piece) => read += piece.unwrap().len(),
            Err(error) => break error,
        }
    };
    assert_eq!((error.kind(), read), (ErrorKind::TooLarge, 900));
    // The client's own limit holds where the call sets none.
    let platform = Platform::with_tokens(|_, _| picture(1001));
    let wx = account().client_builder().transport(platform).max_file(1000).build().unwrap();
    let error = begun(&wx).await.chunk().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooLarge);
}

#[tokio::test(start_paused = true)]
async fn what_comes_in_place_of_a_file_is_no_file() {
    let rejected =
        downloading(|| Does::Answers(r#"{"errcode":40007,"errmsg":"invalid media_id"}"#));
    let error = rejected.media().get("M").stream().await.unwrap_err();
    assert_eq!(error.code(), Some(ErrCode::BAD_MEDIA_ID));
    let video = downloading(|| Does::Answers(r#" {"video_url":"http://v/1"}"#));
    let Streamed::Whole(answer) = video.media().get("M").stream().await.unwrap() else {
        panic!("not a file")
    };
    assert!(matches!(answer, weixin_api::FileOr::Json(video) if video.video_url == "http://v/1"));
    // A token that is rejected is replaced here too.
    let platform = Platform::with_tokens(|_, n| match n {
        0 => Does::Answers(INVALID),
        _ => picture(10),
    });
    assert_eq!(begun(&client(&platform)).await.length(), Some(10));
    assert_eq!(platform.tokens_fetched(), 2);
    // A connection that breaks, and a file that does not come.
    let mut broken = begun(&downloading(|| Does::Breaks("picture"))).await;
    assert!(broken.chunk().await.unwrap().is_some());
    assert_eq!(broken.chunk().await.unwrap_err().kind(), ErrorKind::Interrupted);
    let mut slow = begun(&downloading(|| Does::Stalls("picture"))).await;
    assert!(slow.chunk().await.unwrap().is_some());
    assert_eq!(slow.chunk().await.unwrap_err().kind(), ErrorKind::Timeout);
}

/// What was reported, in words.
#[derive(Debug, Default)]
struct Reports(Mutex<Vec<String>>);

impl Metrics for Reports {
    fn call(&self, report: &CallReport<'_>) {
        let CallReport { endpoint, call, account, failure, code, duration, attempts, .. } = report;
        let code = code.map(|code| code.get());
        let line =
            format!("{endpoint} {call} {account} {failure:?} {code:?} {duration:?} {attempts}");
        self.0.lock().unwrap().push(line);
    }
}

#[tokio::test(start_paused = true)]
async fn every_call_is_reported() {
    let platform = Platform::with_tokens(|_, n| match n {
        0 => Does::Answers(OK),
        1 => Does::Answers(r#"{"errcode":-1,"errmsg":"system error"}"#),
        2 => Does::Answers(r#"{"errcode":46003,"errmsg":"menu no exist"}"#),
        _ => Does::Hangs,
    });
    let reports = Arc::new(Reports::default());
    let transport: Arc<Platform> = Arc::clone(&platform);
    let builder = account().client_builder().clock(TestClock::new()).transport(transport);
    let wx = builder.metrics(reports.clone()).build().unwrap();
    wx.send(SendCustomMessage::text("o", "x")).await.unwrap();
    wx.menu().delete().await.unwrap_err();
    wx.call(weixin_api::GET, "/cgi-bin/x?secret=S3CRET", ()).await.unwrap_err();
    assert_eq!(
        *reports.0.lock().unwrap(),
        [
            "SendCustomMessage POST /cgi-bin/message/custom/send official:wx1 None Some(0) 0ns 1",
            "DeleteMenu GET /cgi-bin/menu/delete official:wx1 Some(Platform) Some(46003) 200ms 2",
            "raw GET /cgi-bin/x official:wx1 Some(Timeout) None 30s 1",
        ]
    );
}
