//! API security (API 安全): encrypted and signed calls, against the emulator.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use weixin::{
    api::{
        BoxFuture, Clock, ErrorKind, POST,
        kind::Official,
        secured::{
            ApiSecurity, PlatformCertificate, PrivateKey, SealContext, SymmetricKey, header,
        },
    },
    bot,
    client::{Body, Client, IntoClient, Transport, TransportError},
    emulator::{timeline::EventKind, *},
    official::quota::GetQuota,
    prelude::*,
};

const WEEK: Duration = Duration::from_secs(7 * 24 * 60 * 60);
const MINUTE: Duration = Duration::from_secs(60);

/// The headers of the last request, and a change of the next answer.
#[derive(Debug)]
struct Wire {
    inner: Arc<dyn Transport>,
    sent: Mutex<Vec<(http::request::Parts, Bytes)>>,
    replay: Mutex<Option<Response<Bytes>>>,
    last: Mutex<Option<Response<Bytes>>>,
    answers: AtomicUsize,
}

impl Wire {
    fn of(account: &Account) -> Arc<Self> {
        Arc::new(Self {
            inner: account.transport(),
            sent: Mutex::default(),
            replay: Mutex::default(),
            last: Mutex::default(),
            answers: AtomicUsize::default(),
        })
    }

    /// Answers the next call as the last one.
    fn replay_next(&self) {
        *self.replay.lock().unwrap() = self.last.lock().unwrap().take();
    }

    /// The last call: its query, one of its headers, its body.
    fn last_sent(&self, name: &str) -> (String, Option<String>, Value) {
        let sent = self.sent.lock().unwrap();
        let (parts, body) = sent.last().unwrap();
        let header = parts.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        let query = parts.uri.query().unwrap_or_default().to_owned();
        (query, header, serde_json::from_slice(body).unwrap_or_default())
    }
}

impl Transport for Wire {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (parts, body) = request.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            self.sent.lock().unwrap().push((parts.clone(), body.clone()));
            let request = Request::from_parts(parts, Body::from(body));
            let (parts, body) = self.inner.send(request).await?.into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            self.answers.fetch_add(1, Ordering::SeqCst);
            let answer = Response::from_parts(parts, body);
            let replay = self.replay.lock().unwrap().take();
            *self.last.lock().unwrap() = Some(answer.clone());
            Ok(replay.unwrap_or(answer).map(Body::from))
        })
    }
}

fn client(account: &Account, wire: &Arc<Wire>, keys: Option<ApiSecurity>) -> Client<Official> {
    let Credentials { id, secret, .. } = account.credentials();
    let mut builder = OfficialAccount::new(id, secret)
        .client_builder()
        .clock(Arc::new(account.clock()))
        .transport(wire.clone());
    if let Some(keys) = keys {
        builder = builder.api_security(keys);
    }
    builder.build().unwrap()
}

/// The error code of a failed call.
fn code<T: std::fmt::Debug>(outcome: Result<T, weixin::api::Error>) -> i64 {
    outcome.unwrap_err().code().unwrap().get()
}

#[tokio::test]
async fn a_bot_sends_encrypted_messages_and_its_code_is_the_same() {
    let platform = Emulator::start().await;
    platform.official().requires_api_security();
    // Two messages: the second one is sent by a call.
    let bot = Bot::new().on(|msg: Text| async move {
        Reply::text(format!("{} 一", msg.content)).and(Reply::text("二"))
    });
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut chat = ann.says("hello").await;
    chat.expect_text("hello 一").await;
    platform.clock().advance(Duration::from_secs(1)).await;
    chat.expect_text("二").await;
    let calls = platform.timeline().into_iter().filter_map(|entry| match entry.what {
        EventKind::Call(call) => Some((call.request.path, call.request.plain.is_some())),
        _ => None,
    });
    let message = ("/cgi-bin/message/custom/send".to_owned(), true);
    assert!(calls.collect::<Vec<_>>().contains(&message), "encrypted");
}

#[tokio::test]
async fn calls_that_support_it_are_encrypted_and_others_are_not() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let keys = account.requires_api_security();
    let wire = Wire::of(&account);
    let wx = client(&account, &wire, Some(keys.for_client()));
    let quota = wx.send(GetQuota::new("/cgi-bin/menu/create")).await.unwrap();
    assert!(quota.quota.daily_limit > 0);
    let (query, app_id, body) = wire.last_sent(header::APP_ID);
    assert!(query.starts_with("access_token=") && !query.contains('&'), "{query}");
    assert_eq!(app_id.as_deref(), Some(account.id().as_str()));
    let names: Vec<_> = body.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names, ["authtag", "data", "iv"]);
    // The timeline shows what was in it.
    let events = platform.timeline();
    let shown = events.iter().rev().find_map(|entry| match &entry.what {
        EventKind::Call(call) => Some(call.clone()),
        _ => None,
    });
    let shown = shown.unwrap();
    assert_eq!(shown.request.plain.unwrap(), r#"{"cgi_path":"/cgi-bin/menu/create"}"#);
    assert!(shown.response.plain.unwrap().contains("daily_limit"));

    wx.menu().create([Button::click("Today", "TODAY")]).await.unwrap();
    let (_, app_id, body) = wire.last_sent(header::APP_ID);
    assert!(app_id.is_none() && body.get("button").is_some(), "{body}");
}

#[tokio::test]
async fn errors_are_those_of_the_platform() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let keys = account.requires_api_security().for_client();
    let wx = client(&account, &Wire::of(&account), Some(keys));
    // The answer to a call that was understood is encrypted, and an error as well.
    let outcome = wx.send(GetQuota::new("/cgi-bin/nothing")).await;
    assert_eq!(code(outcome), 76021);

    let without = client(&account, &Wire::of(&account), None);
    let error = without.send(GetQuota::new("/cgi-bin/menu/get")).await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 40233);
    assert!(error.to_string().contains("give the client the keys"), "{error}");
    assert!(error.hint().unwrap().zh.contains("API安全"));
}

#[tokio::test]
async fn wrong_keys_have_their_own_codes() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let keys = account.requires_api_security();
    let certificate =
        PlatformCertificate::from_pem(&*keys.certificate_serial, &keys.certificate).unwrap();
    let symmetric = |sn: &str| SymmetricKey::new(sn, &keys.symmetric_key).unwrap();
    let private = || PrivateKey::from_pem(&keys.private_key).unwrap();
    let other = PrivateKey::generate().unwrap();
    let wrong_signature =
        ApiSecurity::new(symmetric(&keys.symmetric_sn), other, certificate.clone());
    let wrong_number = ApiSecurity::new(symmetric("1234"), private(), certificate);
    for (keys, wanted, part) in [
        (wrong_signature, 40234, "https://api.weixin.qq.com/cgi-bin/openapi/quota/get\\n"),
        (wrong_number, 40235, &*keys.symmetric_sn),
    ] {
        let wx = client(&account, &Wire::of(&account), Some(keys));
        let error = wx.send(GetQuota::new("/cgi-bin/menu/get")).await.unwrap_err();
        assert_eq!(error.code().unwrap().get(), wanted, "{error}");
        assert!(error.message().contains(part), "{error}");
    }
    // Keys that the console does not know.
    let plain = Emulator::start().await;
    let account = plain.official();
    let wx = client(&account, &Wire::of(&account), Some(keys.for_client()));
    assert_eq!(code(wx.send(GetQuota::new("/cgi-bin/menu/get")).await), 40238);
}

#[tokio::test]
async fn a_certificate_is_replaced_without_a_failed_call() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let before = account.requires_api_security().for_client();
    let wire = Wire::of(&account);
    let wx = client(&account, &wire, Some(before.clone()));
    let call = || wx.send(GetQuota::new("/cgi-bin/menu/get")).into_future();
    call().await.unwrap();
    let after = account.rotate_platform_certificate().unwrap();
    call().await.expect("signed with both");
    platform.clock().advance(WEEK).await;
    let error = call().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unverified);
    let old = before.serials().next().unwrap();
    assert!(
        error.message().contains(old) && error.message().contains(&after.certificate_serial),
        "{error}"
    );
    // With both certificates, nothing fails.
    let new = PlatformCertificate::from_pem(&*after.certificate_serial, &after.certificate);
    let wx = client(&account, &wire, Some(before.certificate(new.unwrap())));
    wx.send(GetQuota::new("/cgi-bin/menu/get")).await.unwrap();
}

#[tokio::test]
async fn the_answer_to_another_call_is_not_accepted() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let wire = Wire::of(&account);
    let wx = client(&account, &wire, Some(account.requires_api_security().for_client()));
    let quota = || wx.send(GetQuota::new("/cgi-bin/menu/get")).into_future();
    quota().await.unwrap();
    // To a call of another address.
    wire.replay_next();
    let other = wx.call(POST, "/cgi-bin/openapi/rid/get", json!({"rid": "a-b-c"})).secured();
    let error = other.await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unverified, "{error}");
    // To the same address, six minutes ago.
    quota().await.unwrap();
    wire.replay_next();
    platform.clock().advance(6 * MINUTE).await;
    let error = quota().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unverified, "{error}");
    assert!(error.message().contains("clock"), "{error}");
}

#[tokio::test]
async fn an_unknown_call_is_secured_on_request() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let wire = Wire::of(&account);
    let wx = client(&account, &wire, Some(account.requires_api_security().for_client()));
    let path = "/cgi-bin/openapi/quota/get";
    let body = json!({"cgi_path": "/cgi-bin/menu/get"});
    let answer = wx.call(POST, path, &body).secured().await.unwrap();
    assert!(answer.get("quota").is_some() && answer.get("_n").is_none(), "{answer}");
    assert_eq!(code(wx.call(POST, path, &body).await), 40233, "not on request");
    let plain = client(&account, &wire, None);
    let answers = wire.answers.load(Ordering::SeqCst);
    let error = plain.call(POST, path, &body).secured().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Call);
    assert!(wire.answers.load(Ordering::SeqCst) <= answers + 1, "at most a token was fetched");
}

#[tokio::test]
async fn a_request_that_is_too_old_is_rejected() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let keys = account.requires_api_security();
    let wx = client(&account, &Wire::of(&account), Some(keys.for_client()));
    let token = wx.access_token().await.unwrap().value;
    let (app_id, now) = (account.id().to_string(), account.clock().now().as_secs());
    let symmetric = SymmetricKey::new(&*keys.symmetric_sn, &keys.symmetric_key).unwrap();
    let private = PrivateKey::from_pem(&keys.private_key).unwrap();
    let url = "https://api.weixin.qq.com/cgi-bin/openapi/quota/get";
    let send = async |time: u64, signed: Option<&str>, app: &str, text: Value| {
        let timestamp = time.to_string();
        let context = SealContext { url, app_id: app, timestamp: &timestamp };
        let text = text.to_string();
        let body = context.seal(&symmetric, [7; 12], text.as_bytes()).unwrap();
        let signature = match signed {
            Some(signature) => signature.to_owned(),
            None => context.sign(&private, &body).unwrap(),
        };
        let address = format!("{url}?access_token={}", token.expose());
        let request = Request::post(address)
            .header(header::APP_ID, app)
            .header(header::TIMESTAMP, &timestamp)
            .header(header::SIGNATURE, signature)
            .body(Body::from(body))
            .unwrap();
        let answer = account.transport().send(request).await.unwrap().into_body();
        let body = answer.collect().await.unwrap().to_bytes();
        let body: Value = serde_json::from_slice(&body).unwrap();
        body["errcode"].as_i64()
    };
    let text = |time: u64, app: &str| json!({"cgi_path": "/cgi-bin/menu/get", "_appid": app, "_timestamp": time, "_n": "n"});
    assert_eq!(send(now, None, &app_id, text(now, &app_id)).await, None, "encrypted");
    for old in [now - 301, now + 301] {
        assert_eq!(send(old, None, &app_id, text(old, &app_id)).await, Some(40240));
    }
    assert_eq!(send(now, Some("AAAA"), &app_id, text(now, &app_id)).await, Some(40234));
    assert_eq!(send(now, Some(""), &app_id, text(now, &app_id)).await, Some(40232));
    assert_eq!(send(now, None, &app_id, text(now - 1, &app_id)).await, Some(40235));
    assert_eq!(send(now, None, "wxother", text(now, "wxother")).await, Some(40236));
    let mini = platform.mini().id().to_string();
    assert_eq!(send(now, None, &mini, text(now, &mini)).await, Some(40237));
}

#[tokio::test]
async fn wecom_has_none() {
    let platform = Emulator::start().await;
    let keys = platform.mini().requires_api_security().for_client();
    let Credentials { id, agent_id, secret, .. } = platform.work().credentials();
    let builder = WorkApp::new(id, agent_id.unwrap(), secret).client_builder();
    let error = builder.api_security(keys).build().unwrap_err();
    assert!(error.to_string().contains("only Official Accounts and Mini Programs"), "{error}");
}

#[tokio::test]
async fn a_mini_program_checks_a_phone_number() {
    let platform = Emulator::start().await;
    platform.mini().requires_api_security();
    let wx = platform.mini_client();
    let error = wx.user_info().phone_number("wrong").await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 40029, "{error}");
}

/// The problems of an account with this table `[account.api_security]`.
fn problems(table: &str) -> Vec<(String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.toml");
    let text = format!(
        "[account]\nkind = \"mini\"\napp_id = \"wx0123456789abcdef\"\nsecret = \"s\"\n\
         [account.api_security]\n{table}"
    );
    std::fs::write(&file, text).unwrap();
    let config = Config::from_file(&file).unwrap();
    let Err(error) = config.client() else { return Vec::new() };
    let problems = error.problems().iter();
    let name = |what: &str| what.strip_prefix("account.api_security.").unwrap_or(what).to_owned();
    problems.map(|problem| (name(&problem.what), problem.why.clone())).collect()
}

#[tokio::test]
async fn keys_are_read_from_files_and_what_is_wrong_is_reported_at_once() {
    let platform = Emulator::start().await;
    let keys = platform.mini().requires_api_security();
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().replace('\\', "/")
    };
    let private = file("private.pem", keys.private_key.expose());
    let platform = file("platform.pem", &keys.certificate);
    let key = keys.symmetric_key.expose();
    let table = format!(
        "symmetric_sn = \"1\"\nsymmetric_key = \"{key}\"\nprivate_key_file = \"{private}\"\n\
         certificates = [{{ serial = \"2\", file = \"{platform}\" }}]"
    );
    assert_eq!(problems(&table), []);

    let names = |table: &str| problems(table).into_iter().map(|(what, _)| what).collect::<Vec<_>>();
    let missing = ["symmetric_sn", "symmetric_key", "private_key_file", "certificates"];
    assert_eq!(names(""), missing);
    let wrong = format!(
        "symmetric_sn = \"1\"\nsymmetric_key = \"AAAA\"\nprivate_key_file = \"{platform}\"\n\
         certificates = [{{ serial = \"2\", file = \"{private}\" }}, {{ serial = \"2\", file = \"{platform}\" }}, {{ serial = \"3\", file = \"/no/such\" }}, {{}}]"
    );
    let found = problems(&wrong);
    let wanted = [
        ("symmetric_key", "has 3 bytes instead of 32"),
        ("private_key_file", "is not PEM text of a private key"),
        ("certificates[0].file", "is a private key"),
        ("certificates[1].serial", "is the same as that of another one"),
        ("certificates[2].file", "/no/such cannot be read"),
        ("certificates[3]", "needs file"),
    ];
    assert_eq!(found.len(), wanted.len(), "{found:?}");
    for ((what, why), (name, part)) in found.iter().zip(wanted) {
        assert!(what == name && why.contains(part), "{what}: {why}");
    }
    let text = format!("{found:?}");
    assert!(!text.contains(keys.private_key.expose().lines().nth(1).unwrap()), "{text}");
    let both = format!("{table}\nprivate_key = \"x\"");
    assert_eq!(names(&both), ["private_key"]);
    let number = table.replace("symmetric_sn = \"1\"", "symmetric_sn = \"a|b\"");
    assert_eq!(names(&number), ["symmetric_sn"]);
}

#[test]
fn only_official_accounts_and_mini_programs_are_configured_with_it() {
    let account = AccountConfig::work("ww0123456789abcdef", 1_000_002, "s");
    let account = account.api_security(bot::ApiSecurityConfig::default());
    let error = account.client().unwrap_err();
    let whole = error.problems().iter().find(|problem| problem.what == "account.api_security");
    assert!(whole.unwrap().why.contains("WeCom has none"), "{error}");
}

#[tokio::test]
async fn each_attempt_is_signed_anew() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let wire = Wire::of(&account);
    let wx = client(&account, &wire, Some(account.requires_api_security().for_client()));
    wx.access_token().await.unwrap();
    *wire.replay.lock().unwrap() = Some(Response::new(Bytes::from(r#"{"errcode":-1}"#)));
    let call = wx.send(GetQuota::new("/cgi-bin/menu/get")).into_future();
    let clock = platform.clock();
    let (outcome, ()) = tokio::join!(call, clock.advance(Duration::from_secs(2)));
    outcome.unwrap();
    let sent = wire.sent.lock().unwrap();
    let [.., (first, one), (second, other)] = &sent[..] else { panic!("{sent:?}") };
    // Both within the same second.
    assert_ne!(first.headers[header::SIGNATURE], second.headers[header::SIGNATURE]);
    assert_ne!(one, other, "another random number");
}
