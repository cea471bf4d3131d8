//! Client calls against an emulator in the same process.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::future::join_all;
use weixin::{
    client::{CallReport, IntoClient, Metrics},
    emulator::*,
    prelude::*,
};

/// Counts the client's call reports.
#[derive(Debug, Default)]
struct Counter {
    calls: AtomicUsize,
    failed: AtomicUsize,
    attempts: AtomicUsize,
}

impl Metrics for Counter {
    fn call(&self, report: &CallReport<'_>) {
        self.calls.fetch_add(1, Ordering::SeqCst);
        self.attempts.fetch_add(report.attempts as usize, Ordering::SeqCst);
        if report.failure.is_some() {
            self.failed.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// Makes ten thousand concurrent calls after the token became invalid, and checks that one token
/// was fetched.
async fn ten_thousand(expire: impl AsyncFnOnce(&Emulator)) {
    const CALLS: usize = 10_000;
    let platform = Emulator::start().await;
    let account = platform.official();
    let Credentials { id, secret, .. } = account.credentials();
    let counter = Arc::new(Counter::default());
    let wx = OfficialAccount::new(id, secret)
        .client_builder()
        .clock(Arc::new(platform.clock()))
        .transport(account.transport())
        .metrics(counter.clone())
        .build()
        .unwrap();
    wx.menu().create([Button::click("Today", "TODAY")]).await.unwrap();
    assert_eq!(account.tokens_granted(), 1);
    expire(&platform).await;

    let replies = join_all((0..CALLS).map(|_| wx.menu().get().into_future())).await;
    for reply in replies {
        assert_eq!(reply.unwrap().menu.button.len(), 1);
    }
    assert_eq!(account.tokens_granted(), 2, "one token before, one after");
    assert_eq!(counter.calls.load(Ordering::SeqCst), 1 + CALLS);
    assert_eq!(counter.failed.load(Ordering::SeqCst), 0);
    // Each call was sent at most twice.
    assert!(counter.attempts.load(Ordering::SeqCst) <= 1 + 2 * CALLS);
}

#[tokio::test]
async fn ten_thousand_calls_with_a_revoked_token_fetch_one() {
    ten_thousand(async |platform: &Emulator| platform.official().revoke_tokens()).await;
}

#[tokio::test]
async fn ten_thousand_calls_with_an_expired_token_fetch_one() {
    ten_thousand(async |platform: &Emulator| {
        platform.clock().advance(Duration::from_secs(3 * 3600)).await;
    })
    .await;
}

/// The error code of a failed call.
fn code<T: std::fmt::Debug>(outcome: Result<T, weixin::api::Error>) -> i64 {
    outcome.unwrap_err().code().unwrap().get()
}

#[tokio::test]
async fn a_login_code_can_be_exchanged_once() {
    let platform = Emulator::start().await;
    let wx = platform.mini_client();
    let ann = platform.mini().follower("ann");
    let first = ann.logs_in();
    let session = wx.login().session(&*first).await.unwrap();
    assert_eq!(session.openid, *ann.id());
    assert_eq!(session.session_key.expose().len(), 24);
    assert_eq!(code(wx.login().session(first).await), 40163);
    assert_eq!(code(wx.login().session("made up").await), 40029);
    let again = wx.login().session(ann.logs_in()).await.unwrap();
    assert_ne!(again.session_key, session.session_key);
    let late = ann.logs_in();
    platform.clock().advance(Duration::from_secs(301)).await;
    assert_eq!(code(wx.login().session(late).await), 40029);
    let other = wx.login().session(ann.logs_in()).with(|call| call.secret("wrong"));
    assert_eq!(code(other.await), 40125);
    // The timeline does not show the session key.
    let shown = format!("{:?}", platform.timeline());
    assert!(shown.contains("jscode2session") && !shown.contains(again.session_key.expose()));
}

#[tokio::test]
async fn tickets_are_valid_for_two_hours() {
    let platform = Emulator::start().await;
    let (official, work) = (platform.official_client(), platform.work_client());
    let page = "https://example.com/page?a=1";
    let config = official.js_sdk().config(page).await.unwrap();
    assert_eq!(config.app_id, *platform.official().id());
    let ticket = official.js_sdk().ticket().await.unwrap();
    assert_ne!(official.js_sdk().card_ticket().await.unwrap(), ticket);
    assert_ne!(work.js_sdk().ticket().await.unwrap(), work.js_sdk().agent_ticket().await.unwrap());
    work.js_sdk().agent_config(page).await.unwrap();
    platform.clock().advance(Duration::from_secs(7201)).await;
    assert_ne!(official.js_sdk().ticket().await.unwrap(), ticket);
}

#[tokio::test]
async fn material_is_kept_until_it_is_deleted() {
    use weixin::{
        api::FileOr,
        official::material::{DescribedMaterial, VideoDescription},
    };

    let platform = Emulator::start().await;
    let wx = platform.official_client();
    let picture = FilePart::image(&b"\xff\xd8\xffpicture"[..]);
    let added = wx.materials().add(picture).await.unwrap();
    assert!(added.url.is_some());
    let about = VideoDescription::new("题", "介绍");
    let film = wx.materials().add_video(FilePart::video(&b"film"[..]), about).await.unwrap();
    let without = FilePart::video(&b"film"[..]);
    assert_eq!(code(wx.materials().add(without).await), 40035);

    platform.clock().advance(Duration::from_secs(10 * 24 * 3600)).await;
    let file = wx.materials().get(&added.media_id).await.unwrap().file().unwrap();
    assert_eq!(&*file.content, b"\xff\xd8\xffpicture");
    let described = wx.materials().get(&film.media_id).await.unwrap();
    let FileOr::Json(DescribedMaterial::Video(video)) = described else { panic!("a description") };
    assert_eq!((&*video.title, &*video.description), ("题", "介绍"));
    // It is not temporary media, and it is gone after deletion.
    assert_eq!(code(wx.media().get(&added.media_id).await), 40007);
    wx.materials().delete(&added.media_id).await.unwrap();
    assert_eq!(code(wx.materials().get(&added.media_id).await), 40007);
}

#[tokio::test]
async fn an_exhausted_quota_can_be_reset() {
    let platform = Emulator::start().await;
    let account = platform.official().rules(|rules| {
        rules.tokens.calls_per_day = 2;
        rules.tokens.clears_per_month = 3;
    });
    let Credentials { id, secret, .. } = account.credentials();
    let official = OfficialAccount::new(id, secret).with_classic_token();
    let build = || {
        let builder = official.client_builder().clock(Arc::new(platform.clock()));
        builder.transport(account.transport()).build().unwrap()
    };
    let wx = build();
    wx.credentials().get().await.unwrap();
    build().credentials().get().await.unwrap();
    let error = build().menu().delete().await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 45009);
    assert!(error.hint().unwrap().en.contains("clear_quota"), "{error}");
    let quota = wx.quota().get("/cgi-bin/token").await.unwrap().quota;
    assert_eq!((quota.daily_limit, quota.used, quota.remain), (2, 2, 0));
    assert_eq!(code(wx.quota().get("/no/such").await), 76021);
    // Without a token, it can be reset with the secret.
    build().quota().clear_by_secret().await.unwrap();
    assert_eq!(wx.quota().get("/cgi-bin/token").await.unwrap().quota.remain, 2);
    build().menu().delete().await.unwrap();
    wx.quota().clear().await.unwrap();
    wx.quota().clear_api("/cgi-bin/token").await.unwrap();
    assert_eq!(code(wx.quota().clear().await), 48006);
}

#[tokio::test]
async fn an_app_can_query_its_settings() {
    let platform = Emulator::start().await;
    let wx = platform.work_client();
    let agent = wx.agents().get().await.unwrap();
    assert_eq!(Some(agent.agentid), platform.work().credentials().agent_id);
    assert_eq!(agent.name, "Sandbox 沙箱应用");
    assert_eq!(code(wx.agents().get().with(|get| get.agentid(3)).await), 40056);
}
