//! `[store]` in the configuration: persistence across bots, and reported mistakes.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, sync::Arc};

use weixin::{StoreConfig, bot::Problem, emulator::*, prelude::*, store::MemoryStore};

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const NEXT_KEY: &str = "HxAREhMUFRYXGBkaGxwdHh8AAQIDBAUGBwgJCgsMDQ4=";

/// Connects a bot with this store that calls the platform for every message.
async fn connect(account: &Account, store: StoreConfig) {
    let bot = Bot::new().on(async |_: Text, wx: Client<Official>| {
        wx.users().followers().await.map(|page| page.total.to_string())
    });
    let bot = bot.clock(Arc::new(account.clock())).transport(account.transport());
    let app = bot.build(&Config::new(account.config()).store(store)).unwrap();
    account.connect_service_at("/callback", app).await.unwrap();
}

fn tokens_fetched(platform: &Emulator) -> usize {
    platform.calls().iter().filter(|call| call.request.path == "/cgi-bin/stable_token").count()
}

#[tokio::test]
async fn tokens_are_shared_through_the_store() {
    let platform = Emulator::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let store = StoreConfig::new(format!("sqlite:{}", file.display())).key(KEY);
    let ann = platform.follower("ann");
    for _ in 0..2 {
        connect(&platform.official(), store.clone()).await;
        ann.says("how many?").await.expect_text("1").await;
    }
    assert_eq!(tokens_fetched(&platform), 1);

    // The key was changed, and the previous one is still configured.
    let mut changed = store.key(NEXT_KEY);
    changed.previous_key = Some(KEY.into());
    connect(&platform.official(), changed).await;
    ann.says("how many?").await.expect_text("1").await;
    assert_eq!(tokens_fetched(&platform), 1);

    // No file in the directory (the database and its journal) contains the token.
    let token = platform.calls().into_iter().find_map(|call| {
        let query = call.request.query.into_iter().find(|(name, _)| name == "access_token");
        query.map(|(_, token)| token)
    });
    let shown = token.unwrap();
    let visible = shown.split('…').next().unwrap();
    assert!(visible.len() > 3, "{shown} is not enough to look for");
    for entry in fs::read_dir(folder.path()).unwrap() {
        let content = fs::read(entry.unwrap().path()).unwrap();
        assert!(!content.windows(visible.len()).any(|bytes| bytes == visible.as_bytes()));
    }
}

fn problems(bot: Bot, store: StoreConfig) -> Vec<Problem> {
    let account = AccountConfig::official("wx0123456789abcdef", "secret").plain_callback("abc");
    let error = bot.build(&Config::new(account).store(store)).unwrap_err();
    assert!(!format!("{error}{error:?}").contains("hush"), "{error}");
    error.config().unwrap().problems().to_vec()
}

#[tokio::test]
async fn mistakes_are_reported_without_the_address() {
    let given = StoreConfig::new;
    let mut without_current = given("sqlite:weixin.sqlite");
    without_current.previous_key = Some(KEY.into());
    for (store, what, why) in [
        (StoreConfig::default(), "url", "redis://"),
        (given("weixin.sqlite"), "url", "sqlite:FILE"),
        (given("mysql://root:hush@db/x"), "url", "postgres://"),
        (given("sqlite:"), "url", "a file has to follow"),
        (given("sqlite::memory:"), "url", "leave the URL out"),
        (given("redis://:hush@:no-port"), "url", "redis://HOST:6379"),
        (given("postgres://root:hush@db:no-port/x"), "url", "postgres://HOST"),
        (given("sqlite:weixin.sqlite").key("hush"), "key", "32 bytes"),
        (without_current, "previous_key", "is set without key"),
    ] {
        let found = problems(Bot::new(), store);
        let [problem] = &found[..] else { panic!("{found:?}") };
        assert_eq!(problem.what, format!("store.{what}"));
        assert!(problem.why.contains(why), "{}", problem.why);
    }
    let twice = Bot::new().store(Arc::new(MemoryStore::new()));
    let found = problems(twice, StoreConfig::new("sqlite:weixin.sqlite"));
    assert!(found[0].why.contains("Bot::store"), "{found:?}");
}

#[tokio::test]
async fn an_unusable_store_file_is_reported_at_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "").unwrap();
    for (path, why) in [
        (
            folder.path().join("missing/weixin.sqlite"),
            "directory of the store's file does not exist",
        ),
        (folder.path().to_owned(), "is a directory"),
        (file.join("weixin.sqlite"), "a parent of the store's file is not a directory"),
    ] {
        let found = problems(Bot::new(), StoreConfig::new(format!("sqlite:{}", path.display())));
        let [problem] = &found[..] else { panic!("{found:?}") };
        assert_eq!(problem.what, "store.url");
        assert!(problem.why.contains(why), "{}", problem.why);
        // Clients get the error too.
        let account = AccountConfig::official("wx0123456789abcdef", "secret");
        let store = StoreConfig::new(format!("sqlite:{}", path.display()));
        let error = Config::new(account).store(store).client().unwrap_err();
        assert_eq!(error.problems(), found);
    }
}

#[tokio::test]
async fn no_file_is_created_for_an_invalid_configuration() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let store = StoreConfig::new(format!("sqlite:{}", file.display())).key("hush");
    assert_eq!(problems(Bot::new(), store)[0].what, "store.key");
    assert!(!file.exists());
}

#[cfg(unix)]
#[tokio::test]
async fn store_files_are_only_readable_by_their_owner() {
    use std::os::unix::fs::PermissionsExt;

    use weixin::{api::SystemClock, store::Key};

    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let account = AccountConfig::official("wx0123456789abcdef", "secret");
    let config = Config::new(account);
    let config = config.store(StoreConfig::new(format!("sqlite:{}", file.display())));
    let store = config.open_store(&(Arc::new(SystemClock) as Arc<_>)).unwrap();
    store.put(&Key::new("a"), "secret".into(), None).await.unwrap();
    let mut seen = Vec::new();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
        seen.push((entry.file_name().into_string().unwrap(), format!("{mode:o}")));
    }
    seen.sort();
    let names = ["weixin.sqlite", "weixin.sqlite-shm", "weixin.sqlite-wal"];
    assert_eq!(seen, names.map(|name| (name.to_owned(), "600".to_owned())));
    // It can be opened a second time in the same process.
    let again = config.open_store(&(Arc::new(SystemClock) as Arc<_>)).unwrap();
    assert!(again.get(&Key::new("a")).await.unwrap().is_some());
}

#[test]
fn a_missing_runtime_is_reported() {
    let found = problems(Bot::new(), StoreConfig::new("sqlite:weixin.sqlite"));
    assert!(found[0].why.contains("#[tokio::main]"), "{found:?}");
}

#[tokio::test]
async fn one_of_several_accounts_can_be_selected() {
    let account = |id: &str| AccountConfig::official(id, "secret");
    let none = Config::default();
    assert!(none.client().unwrap_err().to_string().contains("WEIXIN_APP_ID"));
    let one = Config::new(account("wx1"));
    assert_eq!(one.client().unwrap().account().id(), "wx1");
    let several = one.account(account("wx2"));
    assert!(several.client().unwrap_err().to_string().contains("wx1, wx2"));
    assert_eq!(several.client_of("wx2").unwrap().account().id(), "wx2");
    assert!(several.client_of("wx3").unwrap_err().to_string().contains("wx3"));
    let apps =
        Config::new(AccountConfig::work("ww1", 7, "s")).account(AccountConfig::work("ww1", 8, "s"));
    assert_eq!(apps.client_of("ww1/8").unwrap().account().to_string(), "work:ww1/8");
    assert!(apps.client_of("ww1").unwrap_err().to_string().contains("CORPID/AGENTID"));
    assert_eq!(several.clients().unwrap().len(), 2);
}
