//! What holds a secret says what it is in `Debug` output, and nothing of the secret. The timeline
//! shows the first six characters of secrets in calls, so that they can be told apart.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::fmt::Debug;

use axum::http::Method;
use common::{Answer, always, call, token};
use serde_json::json;
use weixin_emulator::{Account, Emulator, Mode, PushOutcome, timeline::EventKind};

/// Both forms of `value` show all of `shown` and no eight characters in a row of a secret, after the
/// first six. (Five could be in an encrypted body by chance.)
#[track_caller]
fn check(value: &dyn Debug, shown: &[&str], secrets: &[&str]) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for wanted in shown {
            assert!(text.contains(wanted), "no {wanted:?} in {text}");
        }
        for secret in secrets {
            let hidden = &secret[6..];
            assert!(hidden.len() >= 8, "{secret} is too short to look for");
            for start in 0..=hidden.len() - 8 {
                let part = &hidden[start..start + 8];
                assert!(!text.contains(part), "{part:?} of a secret in {text}");
            }
        }
    }
}

/// The secrets of an account.
fn secrets(account: &Account) -> Vec<String> {
    let credentials = account.credentials();
    let contacts = credentials.contacts_secret.iter().map(|secret| secret.expose().to_owned());
    let payment = credentials.virtual_payment.iter();
    let app_keys = payment.flat_map(|payment| [&payment.live_key, &payment.sandbox_key]);
    let app_keys: Vec<_> = app_keys.map(|key| key.expose().to_owned()).collect();
    [credentials.secret.expose(), credentials.token.expose(), credentials.aes_key.expose()]
        .map(str::to_owned)
        .into_iter()
        .chain(contacts)
        .chain(app_keys)
        .collect()
}

fn texts(secrets: &[String]) -> Vec<&str> {
    secrets.iter().map(String::as_str).collect()
}

#[tokio::test]
async fn accounts_and_credentials_show_whose_they_are() {
    const PAGE_TOKEN: &str = "Hq3vT8Yx7Lm2RpWd";
    let builder = Emulator::builder().page_token(PAGE_TOKEN);
    check(&builder, &["EmulatorBuilder", "token: Some("], &[PAGE_TOKEN]);
    let platform = builder.port(0).start().await.unwrap();
    assert!(platform.page_url().unwrap().contains(PAGE_TOKEN));
    check(&platform, &["Emulator", "http://127.0.0.1"], &[PAGE_TOKEN]);
    for account in [platform.official(), platform.mini(), platform.work()] {
        let secrets = secrets(&account);
        let id = account.id().as_str();
        check(&account, &["Account", id], &texts(&secrets));
        check(&account.credentials(), &["Credentials", id, "secret", "aes_key"], &texts(&secrets));
        let ann = account.person("ann");
        check(&ann, &["Person", ann.id().as_str()], &texts(&secrets));
    }
    let website = platform.website();
    check(&website, &["Website", website.id().as_str()], &[website.secret().expose()]);
}

#[tokio::test]
async fn keys_of_api_security_show_their_numbers() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let keys = account.requires_api_security();
    let pem = keys.private_key.expose();
    let secrets = [keys.symmetric_key.expose(), pem.lines().nth(5).unwrap()];
    check(&keys, &["ApiSecurityKeys", &keys.symmetric_sn, &keys.certificate_serial], &secrets);
    check(&keys.for_client(), &["ApiSecurity", &keys.symmetric_sn], &secrets);
    check(&account, &["Account"], &secrets);
}

#[tokio::test]
async fn pushes_are_shown_without_token_and_key() {
    let platform = Emulator::start().await;
    for mode in [Mode::Safe, Mode::Plain] {
        let account = platform.official().mode(mode);
        let (bot, heard) = always(&account, || Answer::text("hi"));
        account.connect_service(bot).await.unwrap();
        let secrets = secrets(&account);
        let interaction = account.follower("ann").says("hello").await;
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
        check(&interaction, &["Interaction", "hello"], &texts(&secrets));
        check(&interaction.exchange(), &["Exchange", "Answered", "hello"], &texts(&secrets));
        assert_eq!(heard.lock().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn calls_are_shown_with_shortened_secrets_and_tokens() {
    let platform = Emulator::start().await;
    let (official, mini, work) = (platform.official(), platform.mini(), platform.work());
    let mut hidden = Vec::new();
    for account in [&official, &mini, &work] {
        hidden.push(account.credentials().secret.expose().to_owned());
        hidden.push(token(&platform, account).await);
    }
    // A session key in an answer, a token in a query.
    let code = mini.person("ann").logs_in();
    let path = format!(
        "/sns/jscode2session?appid={}&secret={}&js_code={code}&grant_type=authorization_code",
        mini.id(),
        mini.credentials().secret.expose(),
    );
    let session = call(&platform, Method::GET, &path, None).await;
    hidden.extend([session["session_key"].as_str().unwrap().to_owned(), code]);
    let path = format!("/@api.weixin.qq.com/cgi-bin/user/get?access_token={}", hidden[1]);
    assert_eq!(call(&platform, Method::GET, &path, None).await["total"], 0);
    // Secrets that the emulator did not issue.
    let strange = json!({
        "component_appsecret": "Zp9Qw4KsRe2Dy7Cx",
        "component_verify_ticket": "Bn6Yt1UvGf3Sa9Eo",
        "authorization_code": "Jd5Fg8Hw2Ti6Pu0Q",
        "test_pwd": "Vc4Xb7Nz1Ml8Kj5H",
    });
    call(&platform, Method::POST, "/@api.weixin.qq.com/cgi-bin/unknown", Some(strange.clone()))
        .await;
    hidden.extend(strange.as_object().unwrap().values().map(|v| v.as_str().unwrap().to_owned()));

    let calls = platform.calls();
    assert_eq!(calls.len(), 6);
    check(&calls, &["CallEntry", "jscode2session", "session_key", "…"], &texts(&hidden));
    check(&platform.timeline(), &["Entry", "Call(", "component_appsecret"], &texts(&hidden));
}

#[tokio::test]
async fn the_address_of_a_bot_is_shown_without_its_password() {
    const PASSWORD: &str = "Hq3vT8Yx7Lm2RpWd";
    let platform = Emulator::start().await;
    let account = platform.official();
    // User names are rejected, and the query of an address is not shown.
    for url in [
        format!("http://user:{PASSWORD}@127.0.0.1:1/callback"),
        format!("https://user:{PASSWORD}@127.0.0.1:1/callback"),
        format!("http://127.0.0.1:1/callback?key={PASSWORD}"),
    ] {
        let problem = account.connect_url(&url).await.unwrap_err();
        check(&problem, &["Problem"], &[PASSWORD]);
        check(&problem.to_string(), &[], &[PASSWORD]);
    }
    let timeline = platform.timeline();
    assert!(timeline.iter().any(|entry| matches!(entry.what, EventKind::Push(_))));
    check(&timeline, &["url_check", "http://127.0.0.1:1/callback"], &[PASSWORD]);
}
