//! A token that can be fetched again is fetched again when the store is of no help.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::Arc;

use common::{Does, OK, Platform, faulty::Faulty, processes::Shared};
use weixin_api::ErrorKind;
use weixin_official::menu::DeleteMenu;
use weixin_open::Authorizer;
use weixin_store::{SealKey, Sealed};

const INVALID: &str = r#"{"errcode":42001,"errmsg":"access_token expired"}"#;

#[tokio::test(start_paused = true)]
async fn a_store_that_is_down_from_the_start_is_done_without() {
    let mut shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.goes_down();
    let wx = shared.client();
    wx.send(DeleteMenu::new()).await.unwrap();
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_rejected_token_is_replaced_without_the_store() {
    let mut shared = Shared::new(Platform::with_tokens(|seen, _| match seen.token() {
        Some("T0") => Does::Answers(INVALID),
        _ => Does::Answers(OK),
    }));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    let wx = shared.client();
    assert_eq!(wx.credentials().get().await.unwrap().expose(), "T0");
    faulty.goes_down();
    wx.send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.calls().last().unwrap().token(), Some("T1"));
}

#[tokio::test(start_paused = true)]
async fn a_store_whose_key_was_switched_on_goes_on_being_shared() {
    let mut shared = Shared::new(Platform::with_tokens(|_, _| Does::Answers(OK)));
    shared.client().send(DeleteMenu::new()).await.unwrap();
    shared.store = Arc::new(Sealed::new(Arc::clone(&shared.store), SealKey::new([1; 32])));
    shared.client().send(DeleteMenu::new()).await.unwrap();
    shared.client().send(DeleteMenu::new()).await.unwrap();
    assert_eq!(shared.platform.tokens_fetched(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_needs_what_is_stored_is_not_fetched_without_it() {
    let mut shared = Shared::new(Platform::new(|_, _| Does::Answers(OK)));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.goes_down();
    let component = weixin_api::StaticCredential::new("C");
    let owner = Authorizer::official("wxC", "wx9", "R1");
    let wx = shared.builder(&owner).upstream(Arc::new(component)).build().unwrap();
    let error = wx.send(DeleteMenu::new()).await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Credential, true));
    assert!(error.message().contains("the database is gone"), "{error}");
    assert!(shared.platform.seen().is_empty());
}
