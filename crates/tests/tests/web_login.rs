//! Login of Mini Programs: codes, tokens, open data.
#![allow(clippy::unwrap_used)]

use std::{sync::Arc, time::Duration};

use axum::{
    Json, Router,
    body::Body,
    routing::{get, post},
};
use http::{Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;
use weixin::{
    emulator::{Account, Emulator, InProcess, Person},
    mini::open_data::UserProfile,
    protocol::Product,
    store::{Key, MemoryStore, Store},
    web::{
        EncryptedData, LoginCode, MiniUser, PhoneCode, Problem, SignedData, Web, errors,
        login_routes,
    },
};
use weixin_tests::log_text::LogText;

/// The backend of a Mini Program, and the platform.
struct Backend {
    platform: Emulator,
    account: Account,
    store: Arc<dyn Store>,
    web: Web,
    app: Router,
}

async fn me(user: MiniUser) -> Json<Value> {
    Json(json!({ "openid": user.openid(), "account": user.account().to_string() }))
}

async fn maybe(user: Option<MiniUser>) -> String {
    user.map_or_else(|| "nobody".to_owned(), |user| user.openid().to_string())
}

async fn phone(user: MiniUser, Json(code): Json<PhoneCode>) -> Result<String, Problem> {
    Ok(user.phone_number(&code).await?.pure_phone_number)
}

async fn encrypted(user: MiniUser, Json(data): Json<EncryptedData>) -> Result<String, Problem> {
    Ok(user.decrypt::<UserProfile>(&data)?.nick_name)
}

async fn signed(user: MiniUser, Json(data): Json<SignedData>) -> Result<String, Problem> {
    Ok(user.verify::<UserProfile>(&data)?.nick_name)
}

async fn check(user: MiniUser) -> Result<String, Problem> {
    Ok(user.has_valid_session_key().await?.to_string())
}

async fn reset(mut user: MiniUser) -> Result<(), Problem> {
    user.reset_session_key().await
}

fn routes(web: Web) -> Router {
    Router::new()
        .nest("/{appid}/login", login_routes())
        .route("/{appid}/me", get(me))
        .route("/{appid}/maybe", get(maybe))
        .route("/{appid}/phone", post(phone))
        .route("/{appid}/encrypted", post(encrypted))
        .route("/{appid}/signed", post(signed))
        .route("/{appid}/check", get(check))
        .route("/{appid}/reset", post(reset))
        .layer(errors())
        .with_state(web)
}

impl Backend {
    async fn start() -> Self {
        let platform = Emulator::start().await;
        let account = platform.mini();
        let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::new(platform.clock())));
        let web = Web::new(platform.mini_client(), Arc::clone(&store));
        Self { platform, account, store, app: routes(web.clone()), web }
    }

    /// Another process with the same store.
    fn another(&self) -> Router {
        routes(Web::new(self.platform.mini_client(), Arc::clone(&self.store)))
    }

    async fn send(&self, method: Method, path: &str, token: Option<&str>, body: Value) -> Answer {
        let path = format!("/{}{path}", self.account.id());
        send(&self.app, method, &path, token, body).await
    }

    async fn log_in(&self, person: &Person) -> String {
        let answer =
            self.send(Method::POST, "/login", None, json!({ "code": person.logs_in() })).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        assert_eq!(answer.json()["expires_in"], 7 * 24 * 3600);
        answer.json()["token"].as_str().unwrap().to_owned()
    }

    async fn get(&self, path: &str, token: &str) -> Answer {
        self.send(Method::GET, path, Some(token), Value::Null).await
    }

    async fn post(&self, path: &str, token: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(token), body).await
    }
}

#[derive(Debug)]
struct Answer {
    status: StatusCode,
    headers: http::HeaderMap,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{self:?}"))
    }

    fn problem(&self) -> (u16, String) {
        (self.status.as_u16(), self.json()["code"].as_str().unwrap_or_default().to_owned())
    }
}

async fn send(
    app: &Router,
    method: Method,
    path: &str,
    token: Option<&str>,
    body: Value,
) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let request = match body {
        Value::Null => request.body(Body::empty()),
        body => {
            request.header(header::CONTENT_TYPE, "application/json").body(body.to_string().into())
        }
    };
    let response = app.clone().oneshot(request.unwrap()).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer {
        status: head.status,
        headers: head.headers,
        body: String::from_utf8_lossy(&body).into(),
    }
}

#[tokio::test]
async fn a_code_becomes_a_token_and_the_token_a_user() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let token = backend.log_in(&ann).await;
    assert_eq!(token.len(), 43);
    let me = backend.get("/me", &token).await.json();
    assert_eq!(me["openid"], ann.id().as_str());
    // Another process knows the login, too.
    let path = format!("/{}/me", backend.account.id());
    let there = send(&backend.another(), Method::GET, &path, Some(&token), Value::Null).await;
    assert_eq!(there.json(), me);
}

#[tokio::test]
async fn without_a_valid_token_there_is_no_user() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let token = backend.log_in(&ann).await;
    let none = backend.send(Method::GET, "/me", None, Value::Null).await;
    assert_eq!(none.problem(), (401, "login-required".into()));
    assert_eq!(none.headers[header::WWW_AUTHENTICATE], "Bearer");
    let other = "A".repeat(43);
    for wrong in ["", "x", &other, &token[..42], &format!("{token}A")] {
        assert_eq!(
            backend.get("/me", wrong).await.problem(),
            (401, "login-required".into()),
            "{wrong}"
        );
    }
    assert_eq!(backend.get("/maybe", "x").await.body, "nobody");
    assert_eq!(backend.get("/maybe", &token).await.body, ann.id().as_str());
}

#[tokio::test]
async fn a_login_is_for_one_account() {
    let backend = Backend::start().await;
    let token = backend.log_in(&backend.account.person("ann")).await;
    // An account that the program does not serve.
    let other = backend.platform.add_account(Product::Mini);
    let path = |path: &str| format!("/{}{path}", other.id());
    let me = send(&backend.app, Method::GET, &path("/me"), Some(&token), Value::Null).await;
    assert_eq!(me.problem(), (401, "login-required".into()));
    let code = json!({ "code": other.person("bob").logs_in() });
    let unknown = send(&backend.app, Method::POST, &path("/login"), None, code).await;
    assert_eq!(unknown.problem(), (404, "unknown-account".into()));
}

#[tokio::test]
async fn codes_work_once_and_for_five_minutes() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let log_in = async |code: &str| {
        backend.send(Method::POST, "/login", None, json!({ "code": code })).await
    };
    let used = ann.logs_in();
    assert_eq!(log_in(&used).await.status, StatusCode::OK);
    let again = log_in(&used).await;
    assert_eq!(again.problem(), (400, "login-code-rejected".into()));
    assert!(again.json()["hint_zh"].as_str().unwrap().contains("wx.login"));
    let old = ann.logs_in();
    backend.platform.clock().advance(Duration::from_secs(301)).await;
    assert_eq!(log_in(&old).await.problem(), (400, "login-code-rejected".into()));
    // The code of a phone number is no code for a login.
    let phone = ann.gives_phone_number("13800000000");
    assert_eq!(log_in(&phone).await.problem(), (400, "login-code-rejected".into()));
    let malformed = backend.send(Method::POST, "/login", None, json!({ "kode": "x" })).await;
    assert_eq!(malformed.problem(), (422, "bad-content".into()));
}

#[tokio::test]
async fn logins_expire_are_renewed_and_revoked() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let day = Duration::from_secs(24 * 3600);
    let token = backend.log_in(&ann).await;
    backend.platform.clock().advance(day * 6).await;
    let renewed = backend.post("/login/renew", &token, Value::Null).await.json();
    let renewed = renewed["token"].as_str().unwrap().to_owned();
    // Requests that are on their way still have the old one.
    assert_eq!(backend.get("/me", &token).await.status, StatusCode::OK);
    backend.platform.clock().advance(Duration::from_secs(61)).await;
    assert_eq!(backend.get("/me", &token).await.status, StatusCode::UNAUTHORIZED);
    backend.platform.clock().advance(day * 6).await;
    assert_eq!(backend.get("/me", &renewed).await.status, StatusCode::OK);
    backend.platform.clock().advance(day).await;
    assert_eq!(backend.get("/me", &renewed).await.status, StatusCode::UNAUTHORIZED);

    let (phone, tablet) = (backend.log_in(&ann).await, backend.log_in(&ann).await);
    let out = backend.send(Method::DELETE, "/login", Some(&phone), Value::Null).await;
    assert_eq!(out.status, StatusCode::NO_CONTENT);
    assert_eq!(backend.get("/me", &phone).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(backend.get("/me", &tablet).await.status, StatusCode::OK);
    let app_id = backend.account.id().to_string();
    backend.web.log_out_everywhere(&app_id, ann.id().as_str()).await.unwrap();
    assert_eq!(backend.get("/me", &tablet).await.status, StatusCode::UNAUTHORIZED);
    let again = backend.log_in(&ann).await;
    assert_eq!(backend.get("/me", &again).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_phone_number_comes_by_its_own_code() {
    let backend = Backend::start().await;
    let (ann, bob) = (backend.account.person("ann"), backend.account.person("bob"));
    let token = backend.log_in(&ann).await;
    let code = json!({ "code": ann.gives_phone_number("13800000000") });
    assert_eq!(backend.post("/phone", &token, code.clone()).await.body, "13800000000");
    assert_eq!(
        backend.post("/phone", &token, code).await.problem(),
        (400, "phone-code-rejected".into())
    );
    let of_bob = json!({ "code": bob.gives_phone_number("13900000000") });
    assert_eq!(
        backend.post("/phone", &token, of_bob).await.problem(),
        (400, "phone-code-rejected".into())
    );
}

#[tokio::test]
async fn open_data_are_decrypted_and_checked() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let token = backend.log_in(&ann).await;
    let data = ann.profile_data().unwrap();
    let sealed = json!({ "encryptedData": data.encrypted_data, "iv": data.iv });
    assert_eq!(backend.post("/encrypted", &token, sealed.clone()).await.body, "ann");
    let raw = json!({ "rawData": data.raw_data, "signature": data.signature });
    assert_eq!(backend.post("/signed", &token, raw.clone()).await.body, "ann");
    // A login in between replaces the key; what is on its way is read all the same.
    let later = backend.log_in(&ann).await;
    assert_eq!(backend.post("/encrypted", &later, sealed.clone()).await.body, "ann");
    assert_eq!(backend.post("/signed", &token, raw.clone()).await.body, "ann");
    // Data of somebody else, changed data, old data.
    let bob = backend.account.person("bob");
    let of_bob = backend.log_in(&bob).await;
    let mismatch = backend.post("/encrypted", &of_bob, sealed.clone()).await;
    assert_eq!(mismatch.problem(), (400, "session-key-mismatch".into()));
    assert!(mismatch.json()["hint"].as_str().unwrap().contains("getPhoneNumber"));
    assert_eq!(
        backend.post("/signed", &of_bob, raw.clone()).await.problem().1,
        "session-key-mismatch"
    );
    let broken = json!({ "encryptedData": "%%%", "iv": data.iv });
    assert_eq!(
        backend.post("/encrypted", &token, broken).await.problem(),
        (400, "open-data-malformed".into())
    );
    backend.platform.clock().advance(Duration::from_secs(601)).await;
    let late = backend.post("/encrypted", &later, sealed).await.problem();
    assert!(["session-key-mismatch", "open-data-too-old"].contains(&&*late.1), "{late:?}");
}

#[tokio::test]
async fn session_keys_are_checked_and_reset() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let token = backend.log_in(&ann).await;
    assert_eq!(backend.get("/check", &token).await.body, "true");
    assert_eq!(backend.post("/reset", &token, Value::Null).await.status, StatusCode::OK);
    assert_eq!(backend.get("/check", &token).await.body, "true");
    let data = ann.profile_data().unwrap();
    let sealed = json!({ "encryptedData": data.encrypted_data, "iv": data.iv });
    assert_eq!(backend.post("/encrypted", &token, sealed).await.body, "ann");
}

#[tokio::test]
async fn many_logins_of_one_user_at_once_are_all_valid() {
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let logins = (0..8).map(|_| backend.log_in(&ann));
    let tokens = futures_util::future::join_all(logins).await;
    for token in &tokens {
        assert_eq!(backend.get("/me", token).await.status, StatusCode::OK);
        let data = ann.profile_data().unwrap();
        let sealed = json!({ "encryptedData": data.encrypted_data, "iv": data.iv });
        assert_eq!(backend.post("/encrypted", token, sealed).await.body, "ann");
    }
}

#[tokio::test]
async fn session_keys_and_tokens_are_in_no_log_body_or_store() {
    let logs = LogText::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(logs.clone())
        .finish();
    let _collecting = tracing::subscriber::set_default(subscriber);
    let backend = Backend::start().await;
    let ann = backend.account.person("ann");
    let code = LoginCode::new(ann.logs_in());
    let login = backend.web.log_in(backend.account.id().as_str(), &code).await.unwrap();
    let key = login.user.session_key().unwrap().expose().to_owned();
    let token = login.token.expose().to_owned();
    let shown = format!("{login:?} {code:?} {:?}", backend.web);
    let mut answers = vec![shown];
    let data = ann.profile_data().unwrap();
    let sealed = json!({ "encryptedData": data.encrypted_data, "iv": data.iv });
    let broken = json!({ "encryptedData": "%%%", "iv": data.iv });
    let used = json!({ "code": "x" });
    for (path, body) in [
        ("/encrypted", sealed),
        ("/encrypted", broken),
        ("/signed", json!({ "rawData": data.raw_data, "signature": "x" })),
        ("/phone", used.clone()),
        ("/login", used),
        ("/reset", Value::Null),
    ] {
        answers.push(format!("{:?}", backend.post(path, &token, body).await));
    }
    for path in ["/me", "/check", "/nothing"] {
        answers.push(format!("{:?}", backend.get(path, &token).await));
    }
    let mut stored = String::new();
    let page = backend.store.scan(&Key::new("web"), None).await.unwrap();
    for name in &page.keys {
        let entry = backend.store.get(name).await.unwrap().unwrap();
        stored += &format!("{name} {}", String::from_utf8_lossy(entry.value.bytes()));
    }
    let logged = logs.take();
    assert!(
        logged.contains("open-data-malformed") && stored.contains("login"),
        "{logged} {stored}"
    );
    for (place, text) in [("log", &logged), ("store", &stored), ("answers", &answers.concat())] {
        assert!(!text.contains(&key), "the session key is in the {place}: {text}");
        assert!(!text.contains(&token), "the token is in the {place}: {text}");
    }
}
