//! What holds a secret says what it is in `Debug` output, and nothing of the secret.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{fmt::Debug, sync::Arc};

use common::{Does, OK, Platform, connect, token};
use weixin_api::{AccountId, Clock, CredentialSource};
use weixin_client::{CentralCredentials, IntoClient, StoredTicket};
use weixin_official::OfficialAccount;
use weixin_open::{Authorizer, ThirdPartyPlatform};
use weixin_protocol::Product;
use weixin_store::{MemoryStore, SealKey, Sealed, Store};
use weixin_work::WorkApp;

const SECRET: &str = "Vc4Xb7Nz1Ml8Kj5H";
const TOKEN: &str = "Hq3vT8Yx7Lm2RpWd";
const KEY: &str = "Zp9Qw4KsRe2Dy7Cx";
const REFRESH: &str = "Bn6Yt1UvGf3Sa9Eo";
const TICKET: &str = "Jd5Fg8Hw2Ti6Pu0Q";

/// Both forms of `value` show all of `shown` and no five characters in a row of a secret.
#[track_caller]
fn check(value: &dyn Debug, shown: &[&str]) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for wanted in shown {
            assert!(text.contains(wanted), "no {wanted:?} in {text}");
        }
        for secret in [SECRET, TOKEN, KEY, REFRESH, TICKET] {
            for start in 0..=secret.len() - 5 {
                let part = &secret[start..start + 5];
                assert!(!text.contains(part), "{part:?} in {text}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn clients_and_credentials_show_whose_they_are() {
    let platform = Platform::new(|seen, _| match seen.is_token() {
        true => Does::Says(token(TOKEN)),
        false => Does::Answers(OK),
    });
    let account = OfficialAccount::new("wx0123456789abcdef", SECRET);
    check(&account, &["wx0123456789abcdef"]);
    check(&account.client_builder(), &["ClientBuilder", "wx0123456789abcdef"]);
    let wx = connect(&account, &platform);
    let source = wx.credentials();
    assert_eq!(source.get().await.unwrap().expose(), TOKEN);
    check(&wx, &["Client", "wx0123456789abcdef"]);
    check(&source, &["TokenManager", "wx0123456789abcdef"]);
    check(&source.get().await.unwrap(), &["Secret"]);
    check(&wx.access_token().await.unwrap(), &["CurrentToken", "Platform"]);
    check(&connect(&WorkApp::new("ww1", 7, SECRET), &platform), &["ww1"]);
}

#[tokio::test(start_paused = true)]
async fn what_a_third_party_platform_keeps_is_not_shown() {
    let clock: Arc<dyn Clock> = common::TestClock::new();
    let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::clone(&clock)));
    let ticket = StoredTicket::component(Arc::clone(&store), "wxC");
    ticket.put(TICKET, clock.now()).await.unwrap();
    check(&ticket, &["StoredTicket", "wxC"]);
    check(&ThirdPartyPlatform::new("wxC", SECRET, Arc::new(ticket)), &["wxC"]);
    check(&Authorizer::official("wxC", "wx9", REFRESH), &["Authorizer", "wx9"]);
    check(&store, &["MemoryStore"]);
    let key = SealKey::new(*b"Zp9Qw4KsBn6Yt1UvJd5Fg8Hw2x7Lm2Rq");
    let sealed = format!("{:?}", Sealed::new(store, key));
    assert!(sealed.contains("SealKey(…)") && !sealed.contains("90, 112"), "{sealed}");
}

#[tokio::test(start_paused = true)]
async fn a_central_server_is_shown_without_its_key() {
    let id = AccountId::new(Product::Official, "wx1");
    let server =
        Platform::new(|_, _| Does::Says(format!(r#"{{"credential":"{TOKEN}","use_for":60}}"#)));
    let source = CentralCredentials::new("http://tokens:7080", KEY, id).unwrap();
    let source = source.transport(server);
    assert_eq!(source.get().await.unwrap().expose(), TOKEN);
    check(&source, &["CentralCredentials", "wx1"]);
}
