//! The access token, for programs that send it themselves.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{sync::Arc, time::Duration};

use common::{Does, OK, Platform, SECRET, client, pass, processes::Shared};
use weixin_api::{ErrorKind, StaticCredential};
use weixin_client::{IntoClient, TokenOrigin};
use weixin_official::{OfficialAccount, menu::DeleteMenu};
use weixin_work::GroupWebhook;

#[tokio::test(start_paused = true)]
async fn it_is_the_token_of_the_calls() {
    let platform = Platform::with_tokens(|_, _| Does::Answers(OK));
    let wx = client(&platform);
    let token = wx.access_token().await.unwrap();
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(platform.calls()[0].token(), Some(token.value.expose()));
    assert_eq!(wx.access_token().await.unwrap(), token);
    assert_eq!((platform.tokens_fetched(), token.origin), (1, TokenOrigin::Platform));
}

#[tokio::test(start_paused = true)]
async fn it_ends_shortly_before_the_platform_ends_it() {
    let shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    let wx = shared.client();
    let start = shared.now();
    let first = wx.access_token().await.unwrap();
    assert_eq!(first.expires_at, Some(start + Duration::from_secs(7190)));
    pass(7190).await;
    let second = wx.access_token().await.unwrap();
    assert_eq!((first.value.expose(), second.value.expose()), ("T0", "T1"));
    assert_eq!(second.expires_at, Some(start + Duration::from_secs(2 * 7190)));
}

#[tokio::test(start_paused = true)]
async fn another_process_gets_it_from_the_store() {
    let shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    let first = shared.client().access_token().await.unwrap();
    let second = shared.client().access_token().await.unwrap();
    assert_eq!((first.origin, second.origin), (TokenOrigin::Platform, TokenOrigin::Store));
    assert_eq!((&first.value, first.expires_at), (&second.value, second.expires_at));
    assert_eq!(shared.platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn credentials_of_the_program_and_keys_have_no_known_end() {
    let given = OfficialAccount::new("wx1", SECRET).client_builder();
    let given = given.credentials(Arc::new(StaticCredential::new("G"))).build().unwrap();
    let robot = GroupWebhook::new("K").client_builder().build().unwrap();
    let (given, robot) = (given.access_token().await.unwrap(), robot.access_token().await.unwrap());
    assert_eq!((given.value.expose(), robot.value.expose()), ("G", "K"));
    for token in [given, robot] {
        assert_eq!((token.expires_at, token.origin), (None, TokenOrigin::Given));
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_says_whether_to_ask_again() {
    for (does, retryable) in [
        (r#"{"errcode":40125,"errmsg":"invalid appsecret"}"#, false),
        (r#"{"errcode":-1,"errmsg":"system error"}"#, true),
    ] {
        let wx = client(&Platform::new(move |_, _| Does::Answers(does)));
        let error = wx.access_token().await.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Credential, retryable));
    }
}
