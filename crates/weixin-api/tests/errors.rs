//! What errors say, and what they keep to themselves.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{error::Error as _, io, ops::RangeInclusive};

use weixin_api::{
    AccountId, AgentId, Auth, CredentialKey, CredentialSource, ErrCode, Error, ErrorKind,
    StaticCredential,
};
use weixin_protocol::{Product, Secret};

#[test]
fn a_platform_error_says_what_the_platform_said_and_what_to_do() {
    let error =
        Error::platform(Product::Official, ErrCode::new(40164), "invalid ip 1.2.3.4 rid: 6-a")
            .in_call("GET /cgi-bin/token")
            .in_call("something else");
    assert_eq!(error.call(), Some("GET /cgi-bin/token"));
    assert_eq!((error.rid(), error.is_retryable()), (Some("6-a"), false));
    let hint = error.hint().unwrap();
    assert!(hint.en.contains("IP list") && hint.zh.contains("白名单"));
    let shown = error.to_string();
    assert!(shown.starts_with("GET /cgi-bin/token: 40164: invalid ip"), "{shown}");
    assert!(shown.contains(hint.en));
    assert_eq!(Error::platform(Product::Official, ErrCode::new(-7), "").hint(), None);
}

#[test]
fn the_same_code_means_different_things() {
    let code = ErrCode::BAD_CREDENTIAL;
    let rejected = |product| code.is_token_rejected(product, Auth::AccessToken);
    assert!(rejected(Product::Official) && rejected(Product::Mini));
    assert!(!rejected(Product::Work) && code.is_account_rejected(Product::Work));
    assert_ne!(code.hint(Product::Official), code.hint(Product::Work));
    assert!(ErrCode::QUOTA_USED_UP.is_quota_used_up(Product::Official));
    assert!(ErrCode::QUOTA_USED_UP.is_too_fast(Product::Work));
    assert!(!Error::platform(Product::Official, ErrCode::QUOTA_USED_UP, "").is_retryable());
    assert!(Error::platform(Product::Work, ErrCode::QUOTA_USED_UP, "").is_retryable());
}

/// The error codes worth handling, as the platform lists them: single ones and ranges.
const OFFICIAL: &[RangeInclusive<i64>] = &[
    -15027..=-15025,
    -15021..=-15016,
    -15014..=-15001,
    -1000..=-1000,
    -1..=-1,
    40001..=40009,
    40013..=40014,
    40029..=40030,
    40033..=40033,
    40035..=40035,
    40037..=40037,
    40097..=40097,
    40125..=40125,
    40163..=40164,
    40226..=40226,
    40230..=40240,
    40243..=40243,
    41001..=41009,
    42001..=42003,
    42007..=42007,
    43001..=43004,
    43019..=43019,
    43101..=43101,
    43107..=43108,
    44001..=44004,
    45001..=45009,
    45011..=45011,
    45015..=45015,
    45029..=45029,
    45047..=45047,
    45056..=45059,
    45064..=45067,
    45157..=45159,
    46001..=46004,
    47001..=47001,
    47003..=47003,
    48001..=48002,
    48004..=48006,
    48008..=48008,
    50001..=50002,
    50005..=50005,
    50007..=50007,
    61003..=61007,
    61023..=61023,
    61450..=61457,
    65301..=65317,
    76001..=76004,
    76021..=76022,
    85096..=85096,
    87007..=87009,
    87014..=87014,
    89501..=89501,
    89503..=89503,
    89506..=89507,
    268_490_001..=268_490_009,
    268_490_011..=268_490_016,
    268_490_018..=268_490_024,
    674_690_001..=674_690_001,
    690_000_000..=690_000_001,
];

/// The same of WeCom.
const WORK: &[RangeInclusive<i64>] = &[
    -1..=-1,
    6000..=6000,
    40001..=40001,
    40008..=40008,
    40013..=40014,
    40029..=40029,
    40035..=40035,
    40056..=40056,
    40058..=40058,
    40078..=40078,
    40082..=40082,
    40084..=40085,
    40091..=40091,
    40096..=40096,
    40201..=40201,
    41050..=41051,
    41096..=41096,
    42001..=42001,
    42003..=42003,
    42009..=42009,
    42022..=42022,
    45009..=45009,
    45033..=45033,
    48002..=48002,
    48004..=48004,
    60011..=60011,
    60020..=60020,
    60102..=60102,
    60104..=60104,
    60111..=60111,
    81013..=81013,
    84014..=84015,
    86001..=86224,
    93019..=93019,
    95000..=95027,
    301_002..=301_002,
    301_007..=301_007,
    846_605..=846_605,
    846_608..=846_609,
    853_000..=853_000,
];

#[test]
fn every_code_worth_handling_has_a_hint_in_both_languages() {
    for (product, ranges) in [(Product::Official, OFFICIAL), (Product::Work, WORK)] {
        for code in ranges.iter().cloned().flatten() {
            let hint = ErrCode::new(code).hint(product);
            let hint = hint.unwrap_or_else(|| panic!("{product} {code} has no hint"));
            assert!(hint.en.is_ascii() && hint.en.len() >= 7, "{product} {code}");
            assert!(!hint.zh.is_ascii(), "{product} {code}");
        }
    }
}

#[test]
fn a_wrong_signature_of_virtual_payment_says_what_is_signed() {
    for (code, signed) in [
        (268_490_003, ["path&body", "over the body", "other env"]),
        (-15006, ["requestVirtualPayment&signData", "paySig", "other env"]),
        (-15005, ["over signData alone", "session key as text", "logged in again"]),
        (-15011, ["published", "env 0", "sandbox"]),
    ] {
        let hint = ErrCode::new(code).hint(Product::Mini).unwrap();
        assert!(signed.iter().all(|part| hint.en.contains(part)), "{code}: {}", hint.en);
        assert!(hint.zh.contains("env") || hint.zh.contains("session_key"), "{code}: {}", hint.zh);
    }
}

#[test]
fn what_can_be_tried_again_is_told_apart() {
    let retryable = |product, code| Error::platform(product, ErrCode::new(code), "").is_retryable();
    for code in [-1, 45011, 43108] {
        assert!(retryable(Product::Official, code) && retryable(Product::Mini, code), "{code}");
    }
    for code in [40001, 40013, 40125, 42001, 45009, 45015, 45047, 48001, 61023] {
        assert!(!retryable(Product::Official, code), "{code}");
    }
    for code in [-1, 6000, 45009, 45033] {
        assert!(retryable(Product::Work, code), "{code}");
    }
    for code in [40001, 40056, 42009, 60020, 81013] {
        assert!(!retryable(Product::Work, code), "{code}");
    }
    // A suite's token has codes of its own, which say nothing about an app's.
    for (code, of_an_app) in [(40014, true), (42001, true), (40082, false), (42009, false)] {
        let code = ErrCode::new(code);
        assert!(code.is_token_rejected(Product::Work, Auth::SuiteToken), "{code}");
        assert_eq!(code.is_token_rejected(Product::Work, Auth::AccessToken), of_an_app, "{code}");
    }
}

#[test]
fn a_clone_shares_the_source() {
    let error = Error::new(ErrorKind::Connect, "no way").with_source(io::Error::other("inner"));
    let clone = error.clone().with_kind(ErrorKind::Credential);
    assert_eq!(clone.source().unwrap().to_string(), "inner");
    assert_eq!((clone.kind(), clone.is_retryable()), (ErrorKind::Credential, true));
    let hidden = error.map_message(|message| Some(message.replace("way", "…")));
    assert_eq!(hidden.message(), "no …");
}

#[test]
fn credentials_of_two_accounts_apps_or_secrets_are_kept_apart() {
    let account = |id: &str| AccountId::new(Product::Work, id);
    let key = |account, kind, secret: &str| {
        CredentialKey::new(account, kind, &Secret::new(secret)).to_string()
    };
    let app = account("ww1").with_agent(AgentId::new(1));
    let keys = [
        key(account("ww1"), "token", "s"),
        key(account("ww2"), "token", "s"),
        key(app.clone(), "token", "s"),
        key(account("ww1").with_agent(AgentId::new(2)), "token", "s"),
        key(app.clone(), "token", "t"),
        key(app.clone(), "ticket", "s"),
        key(AccountId::new(Product::Mini, "ww1"), "token", "s"),
    ];
    for (at, one) in keys.iter().enumerate() {
        assert!(keys[at + 1..].iter().all(|other| other != one), "{one}");
    }
    assert_eq!(key(app.clone(), "token", "s"), keys[2]);
    assert!(keys[2].starts_with("work:ww1/1:token:"));
    assert!(!key(app, "token", "PLAINSECRET").contains("PLAINSECRET"));
}

#[tokio::test]
async fn a_fixed_credential_cannot_be_replaced() {
    let source = StaticCredential::new("T1");
    assert_eq!(source.get().await.unwrap(), Secret::new("T1"));
    assert_eq!(source.replace(Secret::new("T0")).await.unwrap(), Secret::new("T1"));
    let error = source.replace(Secret::new("T1")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert!(!format!("{source:?} {error:?} {error}").contains("T1"));
}

#[test]
fn a_rejection_may_say_more_than_its_code() {
    use serde_json::{Value, json};
    use weixin_api::{ReplyForm, wire::ApiResponse};
    let rejected = |body: &'static str| {
        ApiResponse::json(body).checked(ReplyForm::Json, Product::Work).map(|_| ()).unwrap_err()
    };
    let error = rejected(r#"{"errcode":1111,"errmsg":"no","result_list":[{"id":"secret-id"}]}"#);
    assert_eq!(error.details::<Value>(), Some(json!({"result_list": [{"id": "secret-id"}]})));
    assert_eq!(error.details::<u64>(), None);
    assert!(!format!("{error:?} {error}").contains("secret-id"));
    assert_eq!(rejected(r#"{"errcode":1111,"errmsg":"no"}"#).details::<Value>(), None);
}
