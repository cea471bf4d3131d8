//! Content security: what users write and upload is checked, and the result of a file is awaited.
#![allow(clippy::unwrap_used)]

use std::{sync::Arc, time::Duration};

use weixin::{
    emulator::{Connect, ContentRule, Emulator, InProcess},
    mini::security::{CheckedKind, ContentLabel, ContentScene, MediaCheck, Suggestion},
    prelude::*,
    store::{MemoryStore, Store},
    web::{LoginCode, MiniUser, Verdict, Web},
};

struct Backend {
    platform: Emulator,
    store: Arc<dyn Store>,
    user: MiniUser,
}

impl Backend {
    async fn start() -> Self {
        let platform = Emulator::start().await;
        let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::new(platform.clock())));
        let web = Web::new(platform.mini_client(), Arc::clone(&store));
        let account = platform.mini();
        let code = LoginCode::new(account.person("ann").logs_in());
        let user = web.log_in(account.id().as_str(), &code).await.unwrap().user;
        Self { platform, store, user }
    }

    /// A bot that receives the results, in another process with the same store.
    async fn connect_bot(&self) {
        let web = Web::new(self.platform.mini_client(), Arc::clone(&self.store));
        let bot = Bot::new()
            .on(|event: MediaCheck, State(web): State<Web>| async move {
                web.media_checked(&event).await
            })
            .with_state(web);
        self.platform.mini().connect(bot).await.unwrap();
    }

    async fn media(&self, url: &str, deadline: u64) -> Result<Verdict, String> {
        let deadline = Duration::from_secs(deadline);
        let check = self.user.check_media(ContentScene::Social, CheckedKind::Image, url, deadline);
        check.await.map_err(|problem| problem.code().to_owned())
    }
}

#[tokio::test]
async fn texts_are_judged() {
    let backend = Backend::start().await;
    let check =
        async |text: &str| backend.user.check_text(ContentScene::Comment, text).await.unwrap();
    assert_eq!(check("好喝,推荐!").await, Verdict::Pass);
    assert!(check("好喝,推荐!").await.accepted().is_ok());
    let risky = check("this is risky").await;
    assert_eq!(risky, Verdict::Risky(ContentLabel::Crime));
    assert_eq!(risky.accepted().unwrap_err().code(), "content-rejected");
    assert_eq!(risky.not_risky().unwrap_err().code(), "content-rejected");
    let doubt = check("疑似广告").await;
    assert_eq!(doubt.accepted().unwrap_err().code(), "content-in-doubt");
    assert!(doubt.not_risky().is_ok());
    backend.platform.mini().rules(|rules| {
        let ads = ContentRule::new("加微信", Suggestion::Risky, ContentLabel::Advertising);
        rules.content.rules = vec![ads];
    });
    assert_eq!(check("加微信").await, Verdict::Risky(ContentLabel::Advertising));
    assert_eq!(check("this is risky").await, Verdict::Pass);
}

#[tokio::test]
async fn a_user_must_have_been_there() {
    let backend = Backend::start().await;
    backend.platform.clock().advance(Duration::from_secs(2 * 3600)).await;
    let failed = backend.user.check_text(ContentScene::Comment, "hello").await.unwrap_err();
    assert_eq!((failed.code(), failed.errcode()), ("wechat-rejected", Some(61010)));
}

#[tokio::test]
async fn the_result_of_a_file_is_awaited_across_processes() {
    let backend = Backend::start().await;
    backend.connect_bot().await;
    backend
        .platform
        .mini()
        .rules(|rules| rules.content.unreachable = vec!["gone.example".to_owned()]);
    assert_eq!(backend.media("https://shop.example.com/cat.png", 60).await, Ok(Verdict::Pass));
    let risky = backend.media("https://shop.example.com/risky.png", 60).await;
    assert_eq!(risky, Ok(Verdict::Risky(ContentLabel::Crime)));
    let gone = backend.media("https://gone.example/cat.png", 60).await;
    assert_eq!(gone, Err("content-unreachable".to_owned()));
}

#[tokio::test]
async fn without_a_result_the_content_is_pending() {
    let backend = Backend::start().await;
    // Nobody receives the push.
    let check = backend.media("https://shop.example.com/cat.png", 60);
    let pending = tokio::spawn({
        let clock = backend.platform.clock();
        async move {
            loop {
                clock.advance(Duration::from_secs(1)).await;
                tokio::task::yield_now().await;
            }
        }
    });
    assert_eq!(check.await, Err("content-check-pending".to_owned()));
    pending.abort();
}
