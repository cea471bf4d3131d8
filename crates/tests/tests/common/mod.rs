//! Accounts from both sides, and capturing of log records.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "not every test uses everything")]

pub mod hooked_inbox;

use std::{
    cell::RefCell,
    error::Error,
    fmt,
    sync::{
        Arc, Mutex, Once,
        atomic::{AtomicUsize, Ordering},
    },
};

use axum::body::Body;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use tower::ServiceExt;
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    span,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt},
};
use weixin::{
    bot::App,
    prelude::*,
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Format, Inbound, Mode, PlatformPush, Product,
        Query, Stamp,
    },
};

use weixin_tests::api_stub::ApiStub;

pub const APP_ID: &str = "wx0123456789abcdef";
pub const TOKEN: &str = "testtoken";
pub const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

/// The initial time of a virtual clock.
pub const NOW: i64 = 1_767_574_800;

/// The bot's side of an account in safe mode.
pub fn account(product: Product) -> AccountConfig {
    let account = match product {
        Product::Mini => AccountConfig::mini(APP_ID, "app-secret"),
        Product::Work => AccountConfig::work(APP_ID, 1_000_002, "app-secret"),
        _ => AccountConfig::official(APP_ID, "app-secret"),
    };
    account.callback(TOKEN, KEY)
}

/// The platform's side of it.
pub fn platform(product: Product) -> Callback {
    Callback::new(product, CallbackToken::new(TOKEN).unwrap())
        .key(EncodingAesKey::new(KEY).unwrap())
        .receive_id(APP_ID)
}

/// The `ToUserName` of the account's pushes.
pub fn user_name(product: Product) -> &'static str {
    if product == Product::Work { APP_ID } else { "gh_0123456789ab" }
}

/// A text from `oAnn` with this `MsgId`.
pub fn text(product: Product, id: u64, content: &str, format: Format) -> Inbound {
    let header = Header::new("oAnn", user_name(product), NOW)
        .with_msg_id(id.to_string())
        .with_agent_id(1_000_002);
    Inbound::of(&header, &Text::new(header.clone(), content), format)
}

/// A push that was signed at this time.
pub fn push_at(product: Product, inbound: &Inbound, mode: Mode, timestamp: i64) -> PlatformPush {
    let stamp = Stamp::at(timestamp).unwrap();
    platform(product).push(inbound, mode, inbound.format(), &stamp).unwrap()
}

/// A text in safe mode.
pub fn safe_text(product: Product, id: u64, timestamp: i64) -> PlatformPush {
    push_at(product, &text(product, id, "hello", Format::Xml), Mode::Safe, timestamp)
}

/// The query with changes.
pub fn with(query: &Query, change: impl FnOnce(&mut Query)) -> Query {
    let mut query = query.clone();
    change(&mut query);
    query
}

pub fn post(query: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(format!("/callback?{query}")).body(body.into()).unwrap()
}

pub fn get(query: &str) -> Request<Body> {
    Request::get(format!("/callback?{query}")).body(Body::empty()).unwrap()
}

pub fn deliver(push: &PlatformPush) -> Request<Body> {
    post(&push.query.to_query_string(), push.body.clone())
}

pub async fn ask(app: &App, request: Request<Body>) -> Response<Body> {
    app.clone().oneshot(request).await.unwrap()
}

pub async fn read(response: Response<Body>) -> (StatusCode, String) {
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

/// Status and body of the response.
pub async fn answer(app: &App, request: Request<Body>) -> (StatusCode, String) {
    read(ask(app, request).await).await
}

/// The status and body of a rejection.
pub fn rejected() -> (StatusCode, String) {
    (StatusCode::FORBIDDEN, String::new())
}

/// A bot that replies to every push with the number of its handler's run, and the number of runs. The
/// platform accepts every message.
pub fn counting() -> (Bot, Arc<AtomicUsize>) {
    let runs = Arc::<AtomicUsize>::default();
    let begun = runs.clone();
    let bot = Bot::new().transport(Arc::new(ApiStub::default())).fallback(move |_: Push| {
        let number = begun.fetch_add(1, Ordering::Relaxed) + 1;
        async move { format!("answer {number}") }
    });
    (bot, runs)
}

pub fn count(runs: &AtomicUsize) -> usize {
    runs.load(Ordering::Relaxed)
}

/// Everything that the bots of this thread log, at any level, as raw values without formatting.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<Record>>>);

thread_local! {
    static CAPTURING: RefCell<Option<Log>> = const { RefCell::new(None) };
}

/// Ends the capture when it is dropped.
pub struct Capturing(());

impl Drop for Capturing {
    fn drop(&mut self) {
        CAPTURING.set(None);
    }
}

/// Passes everything to the log of its thread. There is one layer for the whole program, because
/// tracing caches the interest in a callsite for all threads.
struct ToLog;

/// The values of an event or span.
#[derive(Debug, Clone, Default)]
pub struct Record(Vec<(&'static str, String)>);

impl Log {
    /// Captures until the guard is dropped.
    pub fn capture() -> (Self, Capturing) {
        static INSTALLED: Once = Once::new();
        INSTALLED.call_once(|| {
            let subscriber = tracing_subscriber::registry().with(ToLog);
            tracing::subscriber::set_global_default(subscriber).unwrap();
        });
        let log = Self::default();
        CAPTURING.set(Some(log.clone()));
        (log, Capturing(()))
    }

    /// Returns and removes the records captured so far.
    pub fn take(&self) -> Vec<Record> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    /// Reason and message of the rejections logged since the last call.
    pub fn rejections(&self) -> Vec<(String, String)> {
        let said =
            |record: &Record| Some((record.get("reason")?.into(), record.get("message")?.into()));
        self.take().iter().filter_map(said).collect()
    }
}

impl ToLog {
    fn add(&self, target: &str, write: impl FnOnce(&mut Record)) {
        if target.starts_with("weixin_bot")
            && let Some(log) = CAPTURING.with_borrow(Clone::clone)
        {
            let mut record = Record::default();
            write(&mut record);
            log.0.lock().unwrap().push(record);
        }
    }
}

impl Record {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(_, value)| &**value)
    }
}

impl<S: Subscriber> Layer<S> for ToLog {
    fn on_new_span(&self, attributes: &span::Attributes<'_>, _: &span::Id, _: Context<'_, S>) {
        self.add(attributes.metadata().target(), |record| attributes.record(record));
    }

    fn on_record(&self, _: &span::Id, values: &span::Record<'_>, _: Context<'_, S>) {
        self.add("weixin_bot", |record| values.record(record));
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        self.add(event.metadata().target(), |record| event.record(record));
    }
}

impl Visit for Record {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.push((field.name(), value.to_owned()));
    }

    fn record_error(&mut self, field: &Field, value: &(dyn Error + 'static)) {
        let mut error = Some(value);
        while let Some(cause) = error {
            self.0.push((field.name(), cause.to_string()));
            error = cause.source();
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.push((field.name(), format!("{value:?}")));
    }
}
