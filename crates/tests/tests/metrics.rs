//! What a bot and its clients report to the `metrics` facade, and the spans that they open.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, Once},
    thread::{self, ThreadId},
    time::Duration,
};

use ::metrics::{
    Counter, Gauge, Histogram, Key, KeyName, LocalRecorderGuard, Metadata, Recorder, SharedString,
    Unit, set_default_local_recorder, with_local_recorder,
};
use bytes::Bytes;
use common::{
    hooked_inbox::{Hook, HookedInbox},
    *,
};
use http::{Request, Response, StatusCode};
use http_body_util::Full;
use metrics_util::debugging::{DebugValue, DebuggingRecorder, Snapshotter};
use serde_json::{Value, json};
use tracing::{Subscriber, span};
use tracing_subscriber::{
    layer::{Context, SubscriberExt},
    registry::LookupSpan,
};
use weixin::{
    api::{BoxFuture, Clock, POST},
    bot::{App, MemoryInbox, Message, inbox::ItemId},
    client::{self, Transport, TransportError},
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Inbound, Mode, Product},
    store,
};
use weixin_tests::api_stub::{ApiStub, Fault};

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// An event that only the program declares.
#[weixin::inbound(event = "shelf_moved", scope(official))]
pub struct ShelfMoved {
    /// Sender, receiver and time.
    pub header: Header,
}

/// Records the metrics of this thread, which runs everything.
struct Recording {
    snapshotter: Snapshotter,
    _guard: LocalRecorderGuard<'static>,
}

impl Recording {
    fn start() -> Self {
        // It lives as long as the test.
        let recorder: &'static _ = Box::leak(Box::new(DebuggingRecorder::new()));
        let snapshotter = recorder.snapshotter();
        Self { snapshotter, _guard: set_default_local_recorder(recorder) }
    }

    /// What has changed since the last time: counts and gauges other than 0, and the values of
    /// histograms. Keys are `name label=value …`, without the prefix `weixin_` and the account.
    fn changes(&self) -> BTreeMap<String, Vec<f64>> {
        let account = format!("account=official:{APP_ID}");
        let mut changes = BTreeMap::new();
        for (key, _, _, value) in self.snapshotter.snapshot().into_vec() {
            let key = key.key();
            let mut words = vec![key.name().strip_prefix("weixin_").unwrap().to_owned()];
            let labels = key.labels().map(|label| format!("{}={}", label.key(), label.value()));
            words.extend(labels.filter(|label| *label != account));
            assert!(!words.iter().any(|word| word.starts_with("account=")), "{words:?}");
            let values = match value {
                DebugValue::Counter(0) => continue,
                DebugValue::Counter(count) => vec![count as f64],
                DebugValue::Gauge(change) if change == 0.0 => continue,
                DebugValue::Gauge(change) => vec![change.into_inner()],
                DebugValue::Histogram(values) if values.is_empty() => continue,
                DebugValue::Histogram(values) => {
                    values.into_iter().map(|v| v.into_inner()).collect()
                }
            };
            changes.insert(words.join(" "), values);
        }
        changes
    }

    fn expect(&self, expected: &[(&str, &[f64])]) {
        let expected: BTreeMap<_, _> =
            expected.iter().map(|(key, values)| ((*key).to_owned(), values.to_vec())).collect();
        let changes = self.changes();
        assert_eq!(changes, expected, "\n{changes:#?}");
    }
}

/// A bot that answers `3` with three texts, `wait 6` after six seconds, and `fail` not at all.
fn bot(clock: &Arc<VirtualClock>) -> Bot {
    let clock_of_handler: Arc<dyn Clock> = clock.clone();
    let wait = move |Captures((seconds,)): Captures<(u32,)>| {
        let clock = clock_of_handler.clone();
        async move {
            clock.sleep(seconds * SECOND).await;
            "late"
        }
    };
    let count = |Captures((count,)): Captures<(usize,)>| async move {
        (1..=count).map(|number| number.to_string()).collect::<Vec<_>>()
    };
    Bot::new()
        .clock(clock.clone())
        .on(matching(r"^wait (\d+)$", wait))
        .on(matching(r"^(\d+)$", count))
        .on(command("fail", |_: Text| async { Err::<(), _>("no") }))
        .on(|_: ShelfMoved| async { "moved" })
}

struct Setting {
    clock: Arc<VirtualClock>,
    api: Arc<ApiStub>,
    app: App,
    recording: Recording,
}

impl Setting {
    fn new() -> Self {
        Self::with(|bot| bot)
    }

    fn with(change: impl FnOnce(Bot) -> Bot) -> Self {
        let recording = Recording::start();
        let (clock, api) = (Arc::new(VirtualClock::default()), Arc::<ApiStub>::default());
        let bot = change(bot(&clock).transport(api.clone()));
        let config = Config::new(account(Product::Official).clock_tolerance(None));
        Self { app: bot.build(&config).unwrap(), clock, api, recording }
    }

    async fn say(&self, id: u64, content: &str) -> StatusCode {
        self.push(&text(Product::Official, id, content, Format::Xml)).await
    }

    async fn push(&self, push: &Inbound) -> StatusCode {
        let push = push_at(Product::Official, push, Mode::Safe, NOW);
        answer(&self.app, deliver(&push)).await.0
    }

    /// Says it, and does not wait for the answer.
    async fn say_in_background(&self, id: u64, content: &str) {
        let push = text(Product::Official, id, content, Format::Xml);
        let push = push_at(Product::Official, &push, Mode::Safe, NOW);
        let app = self.app.clone();
        tokio::spawn(async move { answer(&app, deliver(&push)).await });
        self.clock.settle().await;
    }
}

const NEW_TEXT: &str = "pushes_total kind=message text result=new";
const SENT: &str = "outcomes_total outcome=sent channel=messages of the account";
const SEND: &str = "call=POST /cgi-bin/message/custom/send";

#[tokio::test]
async fn an_answered_push_and_its_repeat() {
    let setting = Setting::new();
    setting.say(1, "1").await;
    setting.recording.expect(&[
        (NEW_TEXT, &[1.0]),
        ("push_lag_seconds", &[0.0]),
        ("handler_seconds", &[0.0]),
        ("outcomes_total outcome=offered", &[1.0]),
    ]);
    setting.say(1, "1").await;
    setting.recording.expect(&[("pushes_total kind=message text result=repeat", &[1.0])]);
}

#[tokio::test]
async fn a_late_answer_and_the_push_that_waits_for_it() {
    let setting = Setting::new();
    setting.say_in_background(1, "wait 6").await;
    setting.recording.expect(&[
        (NEW_TEXT, &[1.0]),
        ("push_lag_seconds", &[0.0]),
        ("handlers_running", &[1.0]),
    ]);
    setting.say_in_background(2, "0").await;
    setting.recording.expect(&[(NEW_TEXT, &[1.0]), ("pushes_waiting", &[1.0])]);
    setting.clock.advance(HOUR).await;
    setting.recording.expect(&[
        ("handlers_running", &[-1.0]),
        ("pushes_waiting", &[-1.0]),
        ("push_lag_seconds", &[6.0]),
        ("handler_seconds", &[6.0, 0.0]),
        ("token_fetches_total result=ok", &[1.0]),
        (&format!("api_calls_total {SEND} code=ok"), &[1.0]),
        (&format!("api_call_seconds {SEND}"), &[0.0]),
        (SENT, &[1.0]),
        ("outcomes_total outcome=nothing", &[1.0]),
    ]);
}

#[tokio::test]
async fn a_full_queue_and_requests_of_strangers() {
    let setting = Setting::with(|bot| bot.max_running(1).max_queued(0));
    setting.say_in_background(1, "wait 1").await;
    setting.recording.changes();
    assert_eq!(setting.say(2, "1").await, StatusCode::SERVICE_UNAVAILABLE);
    setting
        .recording
        .expect(&[("pushes_total kind=message text result=rejected reason=busy", &[1.0])]);
    let push = safe_text(Product::Official, 3, NOW);
    let forged = with(&push.query, |query| query.msg_signature = Some("0".repeat(40)));
    let forged = post(&forged.to_query_string(), push.body);
    assert_eq!(answer(&setting.app, forged).await.0, StatusCode::FORBIDDEN);
    // Not a push.
    assert_eq!(answer(&setting.app, get("echostr=1")).await.0, StatusCode::FORBIDDEN);
    setting
        .recording
        .expect(&[("pushes_total kind=other result=rejected reason=signature", &[1.0])]);
}

#[test]
fn the_gauges_do_not_count_what_a_dropped_bot_had() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let Setting { app, recording, .. } = runtime.block_on(async {
        let setting = Setting::new();
        setting.say_in_background(1, "wait 1").await;
        setting.say_in_background(2, "1").await;
        setting
    });
    let gauges = |changes: BTreeMap<String, Vec<f64>>| {
        ["handlers_running", "pushes_waiting"].map(|name| changes[name][0])
    };
    assert_eq!(gauges(recording.changes()), [1.0, 1.0]);
    drop((runtime, app));
    assert_eq!(gauges(recording.changes()), [-1.0, -1.0]);
}

#[tokio::test]
async fn kinds_that_nobody_declares_are_one() {
    let setting = Setting::new();
    let push = |id: usize, kind: &str| {
        let xml = format!(
            "<xml><ToUserName>gh_0123456789ab</ToUserName><FromUserName>o{id}</FromUserName>\
             <CreateTime>{NOW}</CreateTime>{kind}</xml>"
        );
        Inbound::parse(&xml).unwrap()
    };
    let event = |name| format!("<MsgType>event</MsgType><Event>{name}</Event>");
    let hologram = "<MsgType>hologram</MsgType><MsgId>7</MsgId>".to_owned();
    let events = ["made_up", "made_up_too", "subscribe", "shelf_moved"].map(event);
    for (id, kind) in events.iter().chain([&hologram]).enumerate() {
        setting.push(&push(id, kind)).await;
    }
    let counted = setting.recording.changes();
    let kinds: BTreeMap<_, _> = counted
        .iter()
        .filter_map(|(key, values)| Some((key.strip_prefix("pushes_total kind=")?, values[0])))
        .collect();
    let expected = [
        ("event shelf_moved result=new", 1.0),
        ("event subscribe result=new", 1.0),
        ("other result=new", 3.0),
    ];
    assert_eq!(kinds, BTreeMap::from(expected));
    // A push that no handler hears has no handler time.
    assert_eq!(counted["handler_seconds"], [0.0]);
}

#[tokio::test]
async fn a_parked_push() {
    let setting = Setting::new();
    setting.say(1, "fail").await;
    setting.clock.advance(HOUR).await;
    let changes = setting.recording.changes();
    assert_eq!(changes["outcomes_total outcome=parked reason=handler"], [1.0]);
    assert_eq!(changes["push_lag_seconds"], [0.0], "only of the first attempt");
}

#[tokio::test]
async fn a_message_that_the_platform_rejects() {
    let setting = Setting::new();
    setting.api.fail([Fault::Code(40003), Fault::Interrupted]);
    setting.say(1, "3").await;
    setting.clock.advance(HOUR).await;
    let changes = setting.recording.changes();
    assert_eq!(changes[&format!("api_calls_total {SEND} code=40003")], [1.0]);
    assert_eq!(changes[&format!("api_calls_total {SEND} code=interrupted")], [1.0]);
    assert_eq!(changes[&format!("api_call_seconds {SEND}")].len(), 2);
    let rejected = "outcomes_total outcome=rejected channel=messages of the account code=40003";
    assert_eq!(changes[rejected], [1.0]);
    assert_eq!(changes["outcomes_total outcome=parked reason=unknown"], [1.0]);
}

/// A platform that gives no token: it answers with this, or never.
#[derive(Debug)]
struct NoTokens(Option<&'static str>);

impl Transport for NoTokens {
    fn send(
        &self,
        _: Request<client::Body>,
    ) -> BoxFuture<'_, Result<Response<client::Body>, TransportError>> {
        Box::pin(async {
            let Some(answer) = self.0 else { return std::future::pending().await };
            Ok(Response::new(client::Body::new(Full::new(Bytes::from_static(answer.as_bytes())))))
        })
    }
}

#[tokio::test]
async fn a_token_that_cannot_be_fetched() {
    for (answer, result, code) in [
        (Some(r#"{"errcode":40125,"errmsg":"invalid appsecret"}"#), "40125", "40125"),
        (Some("<html>"), "reply", "credential"),
        (None, "timeout", "credential"),
    ] {
        let transport = Arc::new(NoTokens(answer));
        let setting = Setting::with(|bot| bot.transport(transport));
        setting.say_in_background(1, "2").await;
        setting.clock.advance(24 * SECOND).await;
        let changes = setting.recording.changes();
        let fetches: BTreeSet<_> =
            changes.keys().filter(|key| key.starts_with("token_fetches")).cloned().collect();
        assert_eq!(fetches, BTreeSet::from([format!("token_fetches_total result={result}")]));
        let failed = format!("api_calls_total {SEND} code={code}");
        assert!(changes.contains_key(&failed), "{changes:#?}");
    }
}

#[tokio::test]
async fn a_path_that_the_program_composes_is_no_label() {
    let setting = Setting::with(|bot| {
        bot.fallback(|text: Text, client: Client| async move {
            let message = json!({"text": {"content": "raw"}});
            let path = format!("/cgi-bin/message/custom/send?about={}", text.content);
            client.call(POST, &path, message).await.map(|_: Value| "done")
        })
    });
    setting.say(1, "hello").await;
    let changes = setting.recording.changes();
    assert_eq!(changes["api_calls_total call=other code=ok"], [1.0]);
    assert_eq!(changes["api_call_seconds call=other"], [0.0]);
}

#[tokio::test]
async fn an_inbox_that_fails() {
    let hook: Hook = Arc::new(|name, _| {
        Box::pin(async move {
            let failed = || store::Error::new(store::ErrorKind::Unreachable, "the disk is full");
            if name == "enqueue" { Err(failed()) } else { Ok(()) }
        })
    });
    let setting = Setting::with(|bot| {
        let inbox = Arc::new(MemoryInbox::new(Arc::new(VirtualClock::default())));
        bot.inbox(Arc::new(HookedInbox::new(inbox, hook)))
    });
    assert_eq!(setting.say(1, "1").await, StatusCode::SERVICE_UNAVAILABLE);
    setting.recording.expect(&[
        ("inbox_errors_total operation=enqueue", &[1.0]),
        ("pushes_total kind=message text result=rejected reason=inbox", &[1.0]),
    ]);
}

/// Notes which names are described.
#[derive(Default)]
struct Described(Mutex<BTreeSet<String>>);

impl Described {
    fn add(&self, name: &KeyName, description: &str) {
        assert!(!description.is_empty());
        assert!(self.0.lock().unwrap().insert(name.as_str().to_owned()), "{name:?} twice");
    }
}

impl Recorder for Described {
    fn describe_counter(&self, name: KeyName, _: Option<Unit>, description: SharedString) {
        self.add(&name, &description);
    }

    fn describe_gauge(&self, name: KeyName, _: Option<Unit>, description: SharedString) {
        self.add(&name, &description);
    }

    fn describe_histogram(&self, name: KeyName, unit: Option<Unit>, description: SharedString) {
        assert_eq!(unit, Some(Unit::Seconds));
        self.add(&name, &description);
    }

    fn register_counter(&self, _: &Key, _: &Metadata<'_>) -> Counter {
        Counter::noop()
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::noop()
    }
}

#[test]
fn all_metrics_are_described_and_in_the_manual() {
    let described = Described::default();
    with_local_recorder(&described, || {
        bot(&Arc::default()).build(&Config::new(account(Product::Official)))
    })
    .unwrap();
    let manual = include_str!("../../weixin/src/manual/metrics.md");
    let listed: BTreeSet<_> = manual
        .lines()
        .filter_map(|line| line.strip_prefix("| `weixin_")?.split_once('`'))
        .map(|(name, _)| format!("weixin_{name}"))
        .collect();
    assert_eq!(listed, *described.0.lock().unwrap());
}

/// A span of this process: its thread, its name, its parents from the inside out, and its fields.
struct SpanRecord {
    thread: ThreadId,
    parents: Vec<span::Id>,
    id: span::Id,
    name: &'static str,
    fields: Record,
}

static SPANS: Mutex<Vec<SpanRecord>> = Mutex::new(Vec::new());

struct ToSpans;

impl<S: Subscriber + for<'a> LookupSpan<'a>> tracing_subscriber::Layer<S> for ToSpans {
    fn on_new_span(&self, attributes: &span::Attributes<'_>, id: &span::Id, at: Context<'_, S>) {
        let mut fields = Record::default();
        attributes.record(&mut fields);
        let parents = at.span(id).unwrap().scope().skip(1).map(|parent| parent.id()).collect();
        let name = attributes.metadata().name();
        let (thread, id) = (thread::current().id(), id.clone());
        SPANS.lock().unwrap().push(SpanRecord { thread, parents, id, name, fields });
    }

    fn on_record(&self, id: &span::Id, values: &span::Record<'_>, _: Context<'_, S>) {
        let mut spans = SPANS.lock().unwrap();
        if let Some(span) = spans.iter_mut().rfind(|span| span.id == *id) {
            values.record(&mut span.fields);
        }
    }
}

#[tokio::test]
async fn calls_of_a_handler_and_late_messages_are_in_the_span_of_the_push() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let subscriber = tracing_subscriber::registry().with(ToSpans);
        tracing::subscriber::set_global_default(subscriber).unwrap();
    });
    let pushed = Arc::<Mutex<Vec<ItemId>>>::default();
    let heard = pushed.clone();
    let setting = Setting::with(|bot| {
        bot.fallback(move |push: Push, client: Client| {
            let id = format!("{}#{}", push.account(), push.id());
            heard.lock().unwrap().push(ItemId::new(id));
            async move {
                client.send_message("oBo", Message::Text("hello".into())).await.map(|()| "sent")
            }
        })
    });
    setting.say(1, "hello").await;
    // The delivery breaks, so that the answer is sent separately.
    let push = push_at(
        Product::Official,
        &text(Product::Official, 2, "again", Format::Xml),
        Mode::Safe,
        NOW,
    );
    drop(ask(&setting.app, deliver(&push)).await);
    setting.clock.advance(HOUR).await;
    assert_eq!(setting.api.sent(), ["hello", "hello", "sent"]);

    let spans = SPANS.lock().unwrap();
    let spans: Vec<_> = spans.iter().filter(|one| one.thread == thread::current().id()).collect();
    let push_of = |span: &SpanRecord| {
        let push = spans.iter().find(|one| one.name == "push" && span.parents.contains(&one.id));
        push.and_then(|push| push.fields.get("push_id")).unwrap_or("none").to_owned()
    };
    let ids: Vec<_> = pushed.lock().unwrap().iter().map(ItemId::short).collect();
    let calls: Vec<_> = spans.iter().filter(|span| span.name == "api_call").collect();
    let pushes: Vec<_> = calls.iter().map(|call| push_of(call)).collect();
    assert_eq!(pushes, [&*ids[0], &ids[1], &ids[1]]);
    for call in calls {
        assert_eq!(call.fields.get("call"), Some("POST /cgi-bin/message/custom/send"));
        assert_eq!(call.fields.get("attempts"), Some("1"));
        assert_eq!(call.fields.get("code"), Some("0"));
    }
    // The token is fetched for the first call.
    let fetches: Vec<_> = spans.iter().filter(|span| span.name == "token_fetch").collect();
    assert_eq!(fetches.len(), 1);
    assert_eq!(push_of(fetches[0]), ids[0]);
    for span in spans.iter().filter(|span| span.name == "push") {
        assert!(span.fields.values().all(|value| !value.contains("oAnn")));
        let account = format!("official:{APP_ID}");
        assert_eq!(span.fields.get("account"), Some(&*account));
    }
}
