//! Accounts that are added, changed and removed while the bot runs: from a file, from a registry, in code.
#![allow(clippy::unwrap_used)]

use std::{
    path::Path,
    sync::{Arc, Mutex},
    time::Duration,
};

use http::StatusCode;
use tower::ServiceExt;
use weixin::{
    api::{BoxFuture, Clock},
    bot::{AccountChanges, AccountRegistry, App, BoxError},
    emulator::*,
    prelude::*,
    protocol::{CallbackToken, EncodingAesKey},
};
use weixin_tests::{log_text::LogText, wait::poll_until};

mod common;

const OTHER_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

/// A bot that says which account a text came to.
fn bot(platform: &Emulator) -> Bot {
    Bot::new()
        .clock(Arc::new(platform.clock()))
        .transport(platform.official().transport())
        .on(async |msg: Text, push: Push| format!("{}: {}", push.account().id(), msg.content))
}

/// Where an account's callback is.
fn path(account: &Account) -> String {
    format!("/{}", account.id())
}

fn config(account: &Account) -> AccountConfig {
    account.config().path(path(account))
}

async fn connect(account: &Account, app: &App) {
    account.connect_service_at(&path(account), app.clone()).await.unwrap();
}

async fn answers(account: &Account, user: &str) {
    let text = format!("{}: hello", account.id());
    account.follower(user).says("hello").await.expect_text(text.as_str()).await;
}

async fn status(app: &App, path: &str) -> (StatusCode, String) {
    let request = http::Request::get(path).body(axum::body::Body::empty()).unwrap();
    common::read(app.clone().oneshot(request).await.unwrap()).await
}

#[tokio::test]
async fn accounts_are_added_changed_and_removed_in_code() {
    let platform = Emulator::start().await;
    let (one, two) = (platform.official(), platform.add_account(Product::Mini));
    let app = bot(&platform).build(&Config::new(config(&one))).unwrap();
    connect(&one, &app).await;
    answers(&one, "ann").await;
    assert_eq!(status(&app, &path(&two)).await.0, StatusCode::NOT_FOUND);

    let both = [config(&one), config(&two)];
    let changes = app.set_accounts(&both).unwrap();
    assert_eq!((changes.added.len(), changes.changed.len(), changes.removed.len()), (1, 0, 0));
    assert_eq!(app.set_accounts(&both).unwrap(), AccountChanges::default());
    connect(&two, &app).await;
    two.person("bob")
        .says("hello")
        .await
        .expect_text(format!("{}: hello", two.id()).as_str())
        .await;
    assert_eq!(app.clients().len(), 2);
    let client = app.client(two.id().as_str()).unwrap();
    assert_eq!(client.account().product(), Product::Mini);

    // A change of the callback keeps the token.
    let before = one.tokens_granted();
    let ann = one.follower("ann");
    let wx = app.client(one.id().as_str()).unwrap();
    wx.send_text(ann.id(), "hello").await.unwrap();
    let granted = one.tokens_granted();
    assert_eq!(granted, before + 1);
    let changes = app.set_accounts(&[config(&one).path("/moved"), config(&two)]).unwrap();
    assert_eq!(changes.changed.len(), 1);
    assert_eq!(status(&app, &path(&one)).await, status(&app, "/nowhere").await);
    one.connect_service_at("/moved", app.clone()).await.unwrap();
    let wx = app.client(one.id().as_str()).unwrap();
    wx.send_text(ann.id(), "hello").await.unwrap();
    assert_eq!(one.tokens_granted(), granted);

    // What is wrong changes nothing.
    let error = app.set_accounts(&[config(&one), config(&one)]).unwrap_err();
    assert!(error.to_string().contains("account 1 has the same"), "{error}");
    answers(&one, "ann").await;

    let changes = app.set_accounts(&[config(&one).path("/moved")]).unwrap();
    assert_eq!(changes.removed, [app_id(&two)]);
    assert!(app.client(two.id().as_str()).is_none());
    assert_eq!(status(&app, &path(&two)).await, status(&app, "/nowhere").await);
}

fn app_id(account: &Account) -> weixin::api::AccountId {
    weixin::api::AccountId::new(account.product(), account.id())
}

#[tokio::test]
async fn a_running_handler_ends_with_the_old_account() {
    let platform = Emulator::start().await;
    let (one, two) = (platform.official(), platform.add_account(Product::Official));
    let clock: Arc<dyn Clock> = Arc::new(platform.clock());
    let bot = Bot::new().clock(Arc::new(platform.clock())).transport(one.transport()).on(
        move |_: Text, wx: Client| {
            let clock = clock.clone();
            async move {
                clock.sleep(Duration::from_secs(20)).await;
                format!("by {}", wx.account().id())
            }
        },
    );
    let app = bot.build(&Config::new(config(&one)).account(config(&two))).unwrap();
    connect(&one, &app).await;
    let ann = one.follower("ann");
    let mut first = ann.says("first").await;
    let mut second = ann.says("second").await;
    app.set_accounts(&[config(&two)]).unwrap();
    platform.clock().advance(Duration::from_secs(60)).await;
    let text = format!("by {}", one.id());
    first.expect_text(text.as_str()).await;
    second.expect_text(text.as_str()).await;
}

/// Accounts in memory, which may fail.
#[derive(Debug, Clone)]
struct Registry(Arc<Mutex<Result<Vec<AccountConfig>, &'static str>>>);

impl Registry {
    fn of(accounts: impl IntoIterator<Item = AccountConfig>) -> Self {
        Self(Arc::new(Mutex::new(Ok(accounts.into_iter().collect()))))
    }

    fn set(&self, accounts: Result<Vec<AccountConfig>, &'static str>) {
        *self.0.lock().unwrap() = accounts;
    }
}

impl AccountRegistry for Registry {
    fn accounts(&self) -> BoxFuture<'_, Result<Vec<AccountConfig>, BoxError>> {
        Box::pin(async { self.0.lock().unwrap().clone().map_err(BoxError::from) })
    }
}

#[tokio::test]
async fn accounts_of_a_registry_come_and_go() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let accounts: Vec<_> = (0..3).map(|_| platform.add_account(Product::Official)).collect();
    let [one, two, three] = &accounts[..] else { panic!() };
    let registry = Registry::of([config(one), config(two)]);
    let app = bot(&platform).accounts(registry.clone()).build(&Config::default()).unwrap();
    assert_eq!(app.clients().len(), 0, "they are read when the bot starts");
    app.ready().await.unwrap();
    app.start();
    for account in [one, two] {
        connect(account, &app).await;
        answers(account, "ann").await;
    }

    // One that is wrong is served as before, and the others are not affected.
    log.take();
    let mut wrong = config(one);
    wrong.token = Some("!".into());
    let mut new_and_wrong = platform.add_account(Product::Official).config();
    new_and_wrong.path = Some(path(one));
    registry.set(Ok(vec![wrong.clone(), config(three), new_and_wrong.clone()]));
    platform.clock().advance(Duration::from_secs(10)).await;
    connect(three, &app).await;
    answers(three, "ann").await;
    answers(one, "ann").await;
    assert_eq!(status(&app, &path(two)).await.0, StatusCode::NOT_FOUND);
    let logged = log.take();
    assert!(logged.contains("token") && logged.contains("has the same path"), "{logged}");
    assert!(logged.contains("added") && logged.contains("removed"), "{logged}");
    let changes = app.load_accounts().await.unwrap();
    let [token, path] = &changes.invalid[..] else { panic!("{changes:?}") };
    assert_eq!((token.index, path.index), (0, 2));
    assert!(token.problem.contains("token") && path.problem.contains("has the same path"));
    assert!(token.to_string().starts_with("account 1 of the registry (official wx"), "{token}");

    // Even an account without any value can be found.
    registry.set(Ok(vec![config(three), AccountConfig::default()]));
    let changes = app.load_accounts().await.unwrap();
    assert!(changes.invalid.iter().all(|invalid| invalid.index == 1), "{changes:?}");
    assert!(changes.invalid.iter().any(|invalid| invalid.problem.contains("app_id")));
    registry.set(Ok(vec![config(one), config(three)]));
    app.load_accounts().await.unwrap();
    connect(one, &app).await;

    // A registry that fails changes nothing.
    registry.set(Err("the database is away"));
    platform.clock().advance(Duration::from_secs(30)).await;
    answers(one, "ann").await;
    let logged = log.take();
    assert_eq!(logged.split("the account registry fails").count(), 2, "{logged}");
    assert!(logged.contains("the database is away"), "{logged}");
    assert!(app.load_accounts().await.unwrap_err().to_string().contains("the database is away"));
}

#[tokio::test]
async fn a_bot_does_not_start_without_its_registry() {
    let platform = Emulator::start().await;
    let registry = Registry::of([]);
    registry.set(Err("the database is away"));
    let app = bot(&platform).accounts(registry).build(&Config::default()).unwrap();
    let error = app.ready().await.unwrap_err();
    assert_eq!(error.kind(), weixin::bot::ErrorKind::Accounts);
    assert!(error.to_string().contains("the database is away"), "{error}");
}

fn write_file(path: &Path, text: &str) {
    std::fs::write(path, text).unwrap();
}

/// An account as a table of the file.
fn table(account: &Account, extra: &str) -> String {
    let Credentials { id, secret, token, aes_key, .. } = account.credentials();
    format!(
        "[[account]]\nkind = \"official\"\napp_id = \"{id}\"\nsecret = \"{}\"\ntoken = \"{}\"\n\
         encoding_aes_key = \"{}\"\npath = \"{}\"\n{extra}\n",
        secret.expose(),
        token.expose(),
        aes_key.expose(),
        path(account),
    )
}

#[tokio::test]
async fn an_edited_file_takes_effect_and_an_invalid_one_does_not() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let (one, two) = (platform.official(), platform.add_account(Product::Official));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.toml");
    write_file(&file, &table(&one, ""));
    let app = bot(&platform).build(&Config::from_file(&file).unwrap()).unwrap();
    app.ready().await.unwrap();
    app.start();
    connect(&one, &app).await;
    answers(&one, "ann").await;

    let clock = platform.clock();
    let advance = || clock.advance(Duration::from_secs(2));
    write_file(&file, &format!("listen = \"127.0.0.1:9\"\n{}{}", table(&one, ""), table(&two, "")));
    let added = poll_until(async || {
        advance().await;
        app.client(two.id().as_str())
    });
    added.await.expect("the second account is served");
    connect(&two, &app).await;
    answers(&two, "ann").await;
    let logged = log.take();
    assert!(logged.contains("the configuration was read again: added"), "{logged}");
    assert!(logged.contains("started again: listen"), "{logged}");

    for wrong in [
        table(&one, "secert = \"x\""),
        "[[account]\n".to_owned(),
        table(&one, "clock_tolerance = \"long\""),
        format!("{}{}", table(&one, ""), table(&one, "")),
    ] {
        write_file(&file, &wrong);
        let rejected = poll_until(async || {
            advance().await;
            let logged = log.take();
            logged.contains("is not valid: the bot goes on with the old one").then_some(logged)
        });
        let logged = rejected.await.expect("the problem is logged");
        let secret = one.credentials().secret;
        assert!(!logged.contains(secret.expose()), "{logged}");
        answers(&one, "ann").await;
        answers(&two, "ann").await;
    }
}

#[tokio::test]
async fn a_program_decides_when_the_file_is_read_again() {
    let platform = Emulator::start().await;
    let (one, two) = (platform.official(), platform.add_account(Product::Official));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.toml");
    let text = |tables: &[String]| format!("no_reload = true\n{}", tables.concat());
    write_file(&file, &text(&[table(&one, "")]));
    let app = bot(&platform).build(&Config::from_file(&file).unwrap()).unwrap();
    app.start();
    write_file(&file, &text(&[table(&one, ""), table(&two, "")]));
    platform.clock().advance(Duration::from_secs(60)).await;
    assert!(app.client(two.id().as_str()).is_none());
    assert_eq!(app.reload().await.unwrap().added, [app_id(&two)]);
    connect(&two, &app).await;
    answers(&two, "ann").await;

    // What is wrong changes nothing.
    write_file(&file, &text(&[table(&one, "secert = \"x\"")]));
    let error = app.reload().await.unwrap_err();
    assert!(error.config().unwrap().to_string().contains("secert"), "{error}");
    std::fs::remove_file(&file).unwrap();
    let error = app.reload().await.unwrap_err();
    assert!(error.to_string().contains("there is no such file"), "{error}");
    answers(&two, "ann").await;

    let app = bot(&platform).build(&Config::new(config(&one))).unwrap();
    let error = app.reload().await.unwrap_err();
    assert!(error.to_string().contains("was not read from a file"), "{error}");
}

#[tokio::test]
async fn one_of_several_apps_of_a_corporation_is_named() {
    let corp = |agent: u32| {
        AccountConfig::work("ww0123456789abcdef", agent, "secret")
            .callback("testtoken", OTHER_KEY)
            .path(format!("/{agent}"))
    };
    let config = Config::new(corp(1000002)).account(corp(1000003));
    let bot: Bot = Bot::new().on(async |msg: Text| msg.content);
    let app = bot.build(&config).unwrap();
    let agent = |name: &str| app.client(name).map(|wx| wx.account().agent().unwrap().get());
    assert_eq!(agent("ww0123456789abcdef/1000003"), Some(1000003));
    assert_eq!(agent("work:ww0123456789abcdef/1000002"), Some(1000002));
    // Either of both would be the wrong one.
    assert_eq!(agent("ww0123456789abcdef"), None);
    assert_eq!(agent("ww0123456789abcdef/1"), None);
    for wx in app.clients() {
        assert_eq!(app.client_of(wx.account()).unwrap().account(), wx.account());
    }
    assert!(app.client_of(&weixin::api::AccountId::new(Product::Work, "ww0")).is_none());
}

#[tokio::test]
async fn a_file_that_is_not_watched_changes_nothing() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let one = platform.official();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.toml");
    write_file(&file, &format!("no_reload = true\n{}", table(&one, "")));
    let app = bot(&platform).build(&Config::from_file(&file).unwrap()).unwrap();
    app.start();
    write_file(&file, "[[account]\n");
    platform.clock().advance(Duration::from_secs(60)).await;
    assert!(!log.take().contains("is not valid"));
}

#[tokio::test]
async fn keys_tokens_and_modes_change_without_losing_a_message() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let settings = |account: &Account| config(account);
    let app = bot(&platform).build(&Config::new(settings(&account))).unwrap();
    connect(&account, &app).await;
    answers(&account, "ann").await;
    let Credentials { token, aes_key, .. } = account.credentials();

    // The bot first, with the old ones as previous ones; then the console.
    let mut next = settings(&account).previous_token(token.expose()).previous_key(aes_key.expose());
    next.token = Some("another".into());
    next.encoding_aes_key = Some(OTHER_KEY.into());
    app.set_accounts(&[next]).unwrap();
    answers(&account, "ann").await;
    let account = account
        .token(CallbackToken::new("another").unwrap())
        .key(EncodingAesKey::new(OTHER_KEY).unwrap());
    answers(&account, "ann").await;
    app.set_accounts(&[settings(&account)]).unwrap();
    answers(&account, "ann").await;

    // From safe to plain mode by way of both.
    let both = settings(&account).modes([Mode::Safe, Mode::Plain]);
    app.set_accounts(&[both]).unwrap();
    answers(&account, "ann").await;
    let account = account.mode(Mode::Plain);
    answers(&account, "ann").await;
}

#[tokio::test]
async fn one_callback_serves_the_accounts_of_a_third_party_platform() {
    let platform = Emulator::start().await;
    let (one, two) = (platform.official(), platform.add_account(Product::Official));
    // All pushes are signed and encrypted as of the third-party platform.
    let (token, key, component) = ("componenttoken", OTHER_KEY, "wx00000000000000ff");
    let mut configs = Vec::new();
    for account in [&one, &two] {
        let Credentials { id, secret, .. } = account.credentials();
        let client = weixin::official::OfficialAccount::new(id, secret);
        let client = weixin::client::IntoClient::client_builder(&client)
            .transport(account.transport())
            .clock(Arc::new(platform.clock()))
            .build()
            .unwrap();
        let config = AccountConfig::of_client(client.any())
            .callback(token, key)
            .receive_id(component)
            .path(format!("/wx{}", path(account)));
        configs.push(config);
    }
    let config = configs.iter().cloned().fold(Config::default(), Config::account);
    let bot = Bot::new()
        .clock(Arc::new(platform.clock()))
        .on(only(filter::account(one.id().as_str()), async || "one"))
        .on(only(filter::account(two.id().as_str()), async || "two"));
    let app = bot.build(&config).unwrap();
    let side =
        weixin::protocol::Callback::new(Product::Official, CallbackToken::new(token).unwrap())
            .key(EncodingAesKey::new(key).unwrap())
            .receive_id(component);
    for (account, wanted) in [(&one, "one"), (&two, "two")] {
        let now = i64::try_from(platform.clock().now().as_secs()).unwrap();
        let header = Header::new("oAnn", "gh_0123456789ab", now).with_msg_id(wanted);
        let format = weixin::protocol::Format::Xml;
        let inbound = Inbound::of(&header, &Text::new(header.clone(), "hello"), format);
        let stamp = weixin::protocol::Stamp::at(now).unwrap();
        let push = side.push(&inbound, Mode::Safe, format, &stamp).unwrap();
        let uri = format!("/wx{}?{}", path(account), push.query.to_query_string());
        let request = http::Request::post(uri).body(push.body.clone().into()).unwrap();
        let (status, body) = common::answer(&app, request).await;
        assert_eq!(status, StatusCode::OK);
        let answer = side.read_answer(&push, &body).unwrap();
        assert!(format!("{answer:?}").contains(wanted), "{answer:?}");
    }
}
