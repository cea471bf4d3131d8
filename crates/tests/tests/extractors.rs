//! Custom asynchronous extractors and their rejections.
#![allow(clippy::unwrap_used)]

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use weixin::{
    api::Clock,
    bot::{Context, deadline},
    emulator::*,
    prelude::*,
    store::{Key, MemoryStore, Store, Write},
};
use weixin_tests::{
    log_text::LogText,
    test_source::{self, TestSource},
};

const SECOND: Duration = Duration::from_secs(1);

/// A session store whose look-ups take a second.
#[derive(Debug, Clone)]
struct Sessions {
    store: Arc<dyn Store>,
    clock: PlatformClock,
}

/// A session: what the user chose before.
#[derive(Debug, PartialEq)]
struct Session(String);

/// Why there is no session.
#[derive(Debug)]
enum NoSession {
    Unknown(PeerId),
    Store(weixin::store::Error),
}

impl fmt::Display for NoSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(user) => write!(f, "no session of {user}"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NoSession {}

impl Sessions {
    fn of(platform: &Emulator) -> Self {
        let clock = platform.clock();
        let store = Arc::new(MemoryStore::with_clock(Arc::new(clock.clone())));
        Self { store, clock }
    }

    fn key(user: &PeerId) -> Key {
        Key::new("session").join(user.as_str())
    }

    async fn begin(&self, user: &PeerId, chosen: &str) {
        self.store.write(&Self::key(user), Write::put(chosen)).await.unwrap();
    }
}

impl<S: Sync> FromContext<S> for Session
where
    Sessions: FromRef<S>,
{
    type Rejection = NoSession;

    async fn from_context(context: &Context<S>) -> Result<Self, NoSession> {
        let Sessions { store, clock } = Sessions::from_ref(context.state());
        let user = &context.push().header().from;
        clock.sleep_until(clock.now() + SECOND).await;
        let found = store.get(&Sessions::key(user)).await.map_err(NoSession::Store)?;
        let found = found.ok_or_else(|| NoSession::Unknown(user.clone()))?;
        found.value.text().map(|text| Self(text.to_owned())).map_err(NoSession::Store)
    }
}

#[tokio::test]
async fn a_session_is_loaded_before_the_handler_runs() {
    let platform = Emulator::start().await;
    let sessions = Sessions::of(&platform);
    for product in [Product::Official, Product::Work] {
        let account = platform.first(product);
        let bot = Bot::new()
            .on(|msg: Text, Session(chosen): Session| async move {
                format!("{chosen}: {}", msg.content)
            })
            .with_state(sessions.clone());
        account.connect(bot).await.unwrap();
        let ann = account.follower("ann");
        sessions.begin(ann.id(), "tea").await;
        let mut interaction = ann.says("two cups").await;
        assert_eq!(interaction.exchange().outcome, PushOutcome::Waiting);
        platform.clock().advance(SECOND).await;
        interaction.expect_text("tea: two cups").await;
        assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    }
}

#[tokio::test]
async fn a_rejection_is_logged_and_ends_routing() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let runs = Arc::<AtomicUsize>::default();
    let counter = runs.clone();
    let bot = Bot::new()
        .on(command("order", async |_: Text, Session(chosen): Session| chosen))
        .on(|msg: Text| async move { msg.content })
        .fallback(move |_: Push| {
            counter.fetch_add(1, Ordering::Relaxed);
            async { "fallback" }
        })
        .with_state(Sessions::of(&platform));
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    log.take();
    let mut interaction = ann.says("order").await;
    interaction.expect_nothing_for(60 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(interaction.exchange().deliveries.len(), 1, "acknowledged");
    assert_eq!(runs.load(Ordering::Relaxed), 0);
    let logged = log.take();
    let lines: Vec<_> = logged.lines().filter(|line| line.contains("no session of")).collect();
    assert_eq!(lines.len(), 1, "{logged}");
    assert!(lines[0].contains("WARN") && lines[0].contains(r#"command(\"order\")"#), "{logged}");
    ann.says("still there?").await.expect_text("still there?").await;
}

#[tokio::test]
async fn a_handler_can_inspect_a_rejection() {
    let platform = Emulator::start().await;
    let sessions = Sessions::of(&platform);
    let bot = Bot::new()
        .on(async |_: Text, session: Result<Session, NoSession>| match session {
            Ok(Session(chosen)) => chosen,
            Err(NoSession::Unknown(_)) => "choose first".to_owned(),
            Err(NoSession::Store(error)) => error.to_string(),
        })
        .with_state(sessions.clone());
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("order").await;
    platform.clock().advance(SECOND).await;
    interaction.expect_text("choose first").await;
    sessions.begin(ann.id(), "coffee").await;
    let mut interaction = ann.says("order").await;
    platform.clock().advance(SECOND).await;
    interaction.expect_text("coffee").await;
}

#[tokio::test]
async fn a_payment_notification_with_a_rejected_extractor_is_retried() {
    let platform = Emulator::start().await;
    let (mini, sessions) = (platform.mini(), Sessions::of(&platform));
    let bot = Bot::new().on(async |_: Push, _: Session| {}).with_state(sessions.clone());
    mini.connect(bot).await.unwrap();
    let ann = mini.person("ann");
    let order = [("OutTradeNo".to_owned(), "T1".into())];
    let interaction = ann.causes("xpay_goods_deliver_notify", order).await;
    platform.clock().advance(SECOND).await;
    assert_eq!(interaction.exchange().outcome, PushOutcome::Waiting);
    sessions.begin(ann.id(), "tea").await;
    platform.clock().advance(6 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(interaction.exchange().deliveries.len(), 2);
}

/// An extractor that never completes.
struct Stuck;

impl<S: Sync> FromContext<S> for Stuck {
    type Rejection = std::convert::Infallible;

    async fn from_context(_: &Context<S>) -> Result<Self, Self::Rejection> {
        std::future::pending().await
    }
}

/// An extractor that panics.
struct Broken;

impl<S: Sync> FromContext<S> for Broken {
    type Rejection = std::convert::Infallible;

    async fn from_context(_: &Context<S>) -> Result<Self, Self::Rejection> {
        panic!("on purpose")
    }
}

#[tokio::test]
async fn a_hanging_or_panicking_extractor_counts_as_a_failed_handler() {
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(deadline(2 * SECOND, command("stuck", async |_: Stuck| "never")))
        .on(command("broken", async |_: Broken| "never"))
        .on(|msg: Text| async move { msg.content });
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    for slip in ["stuck", "broken"] {
        let interaction = ann.says(slip).await;
        let mut next = ann.says("still there?").await;
        platform.clock().advance(2 * SECOND).await;
        assert_eq!(interaction.outcome().await, PushOutcome::Empty, "{slip}");
        next.expect_text("still there?").await;
    }
}

/// An extractor that calls the platform.
struct Nickname;

impl<S: Sync> FromContext<S> for Nickname {
    type Rejection = weixin::bot::NoClient;
    const NEEDS_CLIENT: bool = true;

    async fn from_context(context: &Context<S>) -> Result<Self, Self::Rejection> {
        Client::<Any>::from_context(context).await.map(|_| Self)
    }
}

/// An extractor for WeCom.
struct Department;

impl<S: Sync> FromContext<S> for Department {
    type Rejection = weixin::bot::WrongAccount;
    const NEEDS: Option<Product> = Some(Product::Work);
    const NEEDS_CLIENT: bool = true;

    async fn from_context(context: &Context<S>) -> Result<Self, Self::Rejection> {
        Client::<Work>::from_context(context).await.map(|_| Self)
    }
}

#[tokio::test]
async fn requirements_of_extractors_are_checked_at_start() {
    let build = |bot: Bot| {
        bot.mount(test_source::account(), TestSource::default()).build(&Config::default())
    };
    let problems = |bot: Bot| build(bot).unwrap_err().route_problems().to_vec();
    let found = problems(Bot::new().on(async |_: Text, _: Nickname| "never"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("MountedAccount::with_client"), "{found:?}");
    let found = problems(Bot::new().fallback(async |_: Department| "never"));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().any(|problem| problem.contains("\"work\"")), "{found:?}");
    // A handler that takes a `Result` can do without the value.
    build(Bot::new().on(async |_: Text, _: Result<Nickname, weixin::bot::NoClient>| "")).unwrap();
}
