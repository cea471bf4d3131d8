//! The suite on an SQLite file, and what is special about SQLite.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{path::Path, sync::Arc, time::Duration};

use futures_util::{FutureExt, future::join_all};
use sqlx::{
    Executor, SqlitePool,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use weixin_api::{AccountId, AccountKind, BoxFuture, Clock, SystemClock};
use weixin_protocol::{Inbound, Provenance, PushId, Verified};
use weixin_store::{
    ErrorKind, Key, SealKey, Store,
    inbox::{Codec, Durability, Enqueued, Envelope, Inbox, ItemId, ItemState, Push, Revision},
};
use weixin_store_sql::{SqliteInbox, SqliteStore};
use weixin_store_tests::InboxEngine;

async fn open(_: &str) -> InboxEngine {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let path = folder.path().to_owned();
    let open = move |clock, codec| -> Arc<dyn Inbox> {
        Arc::new(SqliteInbox::open(&file).with_clock(clock).with_codec(codec))
    };
    let dump = move || -> BoxFuture<'static, Vec<u8>> {
        let files = std::fs::read_dir(&path).unwrap();
        let files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        let files = files.collect::<Vec<_>>().concat();
        Box::pin(async { files })
    };
    InboxEngine::new(open).with_dump(dump).with_guard(folder)
}

weixin_store_tests::inbox_suite!(open, shared by processes);

const TTL: Duration = Duration::from_secs(30);

fn push(number: u64) -> Arc<Envelope> {
    let body = format!("<xml><FromUserName>o{number}</FromUserName><MsgId>{number}</MsgId></xml>");
    let inbound = Verified::vouch(Inbound::parse(&body).unwrap(), Provenance::Encrypted);
    let account = Arc::new(AccountId::new(AccountKind::Official, "wx0123456789abcdef"));
    Arc::new(Envelope::new(Push::new(inbound, account)))
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new().filename(file).create_if_missing(true)
}

/// A pool of one connection, whose settings a test can change.
async fn one_connection(options: SqliteConnectOptions) -> SqlitePool {
    SqlitePoolOptions::new().max_connections(1).connect_with(options).await.unwrap()
}

async fn run(pool: &SqlitePool, statement: &'static str) {
    pool.execute(statement).await.unwrap();
}

#[tokio::test]
async fn items_persist_beside_a_store() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let inbox = SqliteInbox::open_now(&file).unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    inbox.enqueue(&push(1), &owner).await.unwrap();
    drop(inbox);
    let key = Key::new("a");
    SqliteStore::open(&file).put(&key, "kept".into(), None).await.unwrap();
    let again = SqliteInbox::open(&file);
    let status = again.status(&push(1)).await.unwrap().unwrap();
    assert_eq!(status.state, ItemState::Claimed(owner));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        for file in std::fs::read_dir(folder.path()).unwrap() {
            let mode = file.unwrap().metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "only the owner can read it");
        }
    }
}

#[tokio::test]
async fn memory_is_one_database() {
    let inbox = SqliteInbox::open(":memory:");
    assert_eq!(inbox.durability().await.unwrap(), Durability::Process);
    let owner = inbox.register(TTL).await.unwrap();
    let adding = (0..50).map(|number| {
        let (inbox, owner) = (&inbox, &owner);
        async move { inbox.enqueue(&push(number), owner).await.unwrap() }
    });
    let other = push(99);
    let (_, status) = tokio::join!(join_all(adding), inbox.status(&other));
    assert!(status.unwrap().is_none());
    assert_eq!(inbox.stats().await.unwrap().claimed, 50);
}

#[tokio::test]
async fn an_unusable_path_is_an_error_until_it_is_fixed() {
    let folder = tempfile::tempdir().unwrap();
    let missing = folder.path().join("missing");
    let inbox = SqliteInbox::open(missing.join("weixin.sqlite"));
    let error = inbox.register(TTL).await.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
    let error = SqliteInbox::open_now(missing.join("weixin.sqlite")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    std::fs::create_dir(&missing).unwrap();
    inbox.register(TTL).await.unwrap();

    assert_eq!(SqliteInbox::open_now(folder.path()).unwrap_err().kind(), ErrorKind::Rejected);
    let other = folder.path().join("notes.txt");
    std::fs::write(&other, "not a database, but long enough to be looked at".repeat(50)).unwrap();
    let error = SqliteInbox::open(&other).stats().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
}

#[tokio::test]
async fn tables_of_a_later_version_are_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    SqliteInbox::open(&file).stats().await.unwrap();
    let pool = one_connection(options(&file)).await;
    let version = "select version from weixin_schema where name = 'inbox'";
    assert_eq!(sqlx::query_scalar::<_, i64>(version).fetch_one(&pool).await.unwrap(), 1);
    run(&pool, "update weixin_schema set version = 7").await;
    let inbox = SqliteInbox::open(&file);
    for error in [inbox.stats().await.unwrap_err(), inbox.register(TTL).await.unwrap_err()] {
        assert_eq!(error.kind(), ErrorKind::Rejected);
        assert!(error.to_string().contains("have version 7, and this weixin knows 1"), "{error}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_tables_can_be_created_several_times_at_once() {
    for _ in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("weixin.sqlite");
        let tasks = (0..8).map(|number| {
            let inbox = SqliteInbox::open(&file);
            tokio::spawn(async move {
                let owner = inbox.register(TTL).await.unwrap();
                inbox.enqueue(&push(number), &owner).await.unwrap();
            })
        });
        for outcome in join_all(tasks).await {
            outcome.unwrap();
        }
        assert_eq!(SqliteInbox::open(&file).stats().await.unwrap().claimed, 8);
    }
}

#[tokio::test]
async fn settings_decide_what_a_push_survives() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let open = SqliteInbox::open(&file);
    assert_eq!(open.durability().await.unwrap(), Durability::PowerFailure);
    for (synchronous, expected) in [
        (SqliteSynchronous::Extra, Durability::PowerFailure),
        (SqliteSynchronous::Full, Durability::PowerFailure),
        (SqliteSynchronous::Normal, Durability::ProcessCrash),
    ] {
        let pool = one_connection(options(&file).synchronous(synchronous)).await;
        assert_eq!(SqliteInbox::new(pool).durability().await.unwrap(), expected);
    }
    drop(open);
    let pool = one_connection(options(&file).synchronous(SqliteSynchronous::Off)).await;
    let Durability::Lossy(why) = SqliteInbox::new(pool).durability().await.unwrap() else {
        panic!("it may lose pushes");
    };
    assert!(why.contains("synchronous = OFF") && why.contains("FULL"), "{why}");
    let other = folder.path().join("other.sqlite");
    let pool = one_connection(options(&other).journal_mode(SqliteJournalMode::Memory)).await;
    let Durability::Lossy(why) = SqliteInbox::new(pool).durability().await.unwrap() else {
        panic!("it may lose pushes");
    };
    assert!(why.contains("journal_mode = memory"), "{why}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn concurrent_callers_share_transactions() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = Arc::new(SqliteInbox::open(folder.path().join("weixin.sqlite")));
    let owner = inbox.register(TTL).await.unwrap();
    let before = inbox.transactions();
    let tasks = (0..2000).map(|number| {
        let (inbox, owner) = (Arc::clone(&inbox), owner.clone());
        tokio::spawn(async move { inbox.enqueue(&push(number), &owner).await.unwrap() })
    });
    for outcome in join_all(tasks).await {
        assert!(matches!(outcome.unwrap(), Enqueued::Claimed(_)));
    }
    let transactions = inbox.transactions() - before;
    assert!((4..400).contains(&transactions), "{transactions}");
}

#[tokio::test]
async fn one_push_that_is_not_accepted_does_not_fail_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let inbox = SqliteInbox::open(&file);
    let owner = inbox.register(TTL).await.unwrap();
    let pool = one_connection(options(&file)).await;
    run(
        &pool,
        "create trigger no before insert on weixin_inbox_item when new.id like '%#13@%' begin
            select raise(abort, 'SECRET');
         end",
    )
    .await;
    let adding = (0..100).map(|number| {
        let (inbox, owner) = (&inbox, &owner);
        async move { (number, inbox.enqueue(&push(number), owner).await) }
    });
    for (number, outcome) in join_all(adding).await {
        match (number, outcome) {
            (13, Err(error)) => {
                assert_eq!(error.kind(), ErrorKind::Rejected);
                assert!(!format!("{error} {error:?}").contains("SECRET"));
            }
            (_, outcome) => {
                let outcome = outcome.unwrap();
                assert!(matches!(outcome, Enqueued::Claimed(_)), "{number}: {outcome:?}");
            }
        }
    }
    // Nothing is left behind that stops later ones.
    run(&pool, "drop trigger no").await;
    assert!(matches!(inbox.enqueue(&push(13), &owner).await, Ok(Enqueued::Claimed(_))));
    assert_eq!(inbox.stats().await.unwrap().claimed, 100);
}

#[tokio::test]
async fn a_long_id_is_invalid() {
    let inbox = SqliteInbox::open(":memory:");
    let owner = inbox.register(TTL).await.unwrap();
    let long = Arc::new((*push(1)).clone().with_id(PushId::new("x".repeat(1000))));
    let error = inbox.enqueue(&long, &owner).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(inbox.find(&ItemId::of(&long)).await.unwrap().is_none());
    assert!(!inbox.remove(&ItemId::of(&long), Revision::from_bits(0)).await.unwrap());
}

#[tokio::test]
async fn all_callers_of_a_failed_transaction_get_its_error() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let pool = one_connection(options(&file).busy_timeout(Duration::from_millis(50))).await;
    let inbox = SqliteInbox::new(pool.clone());
    let owner = inbox.register(TTL).await.unwrap();
    let add = |from: u64| {
        let adding = (from..from + 50).map(|number| {
            let (inbox, owner) = (&inbox, &owner);
            async move { inbox.enqueue(&push(number), owner).await }
        });
        join_all(adding)
    };
    // Another process writes for too long.
    let other = one_connection(options(&file)).await;
    let writing = other.begin_with("begin immediate").await.unwrap();
    for outcome in add(0).await {
        let error = outcome.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
    }
    writing.rollback().await.unwrap();
    for outcome in add(0).await {
        assert!(matches!(outcome.unwrap(), Enqueued::Claimed(_)));
    }
    // The disk is full.
    run(&pool, "pragma max_page_count = 1").await;
    let mut rejected = 0;
    for outcome in add(100).await.into_iter().chain(add(200).await) {
        if let Err(error) = outcome {
            assert_eq!(error.kind(), ErrorKind::Rejected);
            rejected += 1;
        }
    }
    assert!(rejected >= 50, "{rejected}");
    run(&pool, "pragma max_page_count = 100000").await;
    for outcome in add(300).await {
        assert!(matches!(outcome.unwrap(), Enqueued::Claimed(_)));
    }
}

#[tokio::test]
async fn a_database_that_cannot_be_written_is_rejected() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let inbox = SqliteInbox::open(&file);
    inbox.register(TTL).await.unwrap();
    let pool = one_connection(options(&file).create_if_missing(false).read_only(true)).await;
    let reader = SqliteInbox::new(pool);
    assert_eq!(reader.stats().await.unwrap().claimed, 0);
    assert_eq!(reader.register(TTL).await.unwrap_err().kind(), ErrorKind::Rejected);
}

#[tokio::test]
async fn what_a_caller_that_gave_up_would_have_handled_is_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let inbox = SqliteInbox::open(folder.path().join("weixin.sqlite"));
    let owner = inbox.register(TTL).await.unwrap();
    let pushes: Vec<_> = (0..20).map(push).collect();
    // Each is dropped at another time: before it is sent, while it is written, after it was.
    for (polls, push) in pushes.iter().enumerate() {
        let mut adding = inbox.enqueue(push, &owner);
        for _ in 0..=polls {
            if (&mut adding).now_or_never().is_some() {
                panic!("it was answered after {polls} polls");
            }
            if polls > 10 {
                // The rest is written while nobody polls.
                SystemClock.sleep_until(SystemClock.now() + Duration::from_millis(2)).await;
                break;
            }
            tokio::task::yield_now().await;
        }
    }
    // A later request is written after them.
    let mut free = 0;
    for push in &pushes {
        loop {
            match inbox.status(push).await.unwrap() {
                Some(status) if status.state == ItemState::Claimed(owner.clone()) => {
                    // It is about to be given back.
                    inbox.renew(&owner, TTL).await.unwrap();
                }
                Some(status) => {
                    assert!(matches!(status.state, ItemState::Waiting { .. }), "{status:?}");
                    assert_eq!(status.attempts, 0);
                    free += 1;
                    break;
                }
                None => {
                    // The first poll submits it, so it will be there.
                    inbox.renew(&owner, TTL).await.unwrap();
                }
            }
        }
    }
    assert_eq!(free, 20);
    // The same for claims.
    let mut claiming = inbox.claim(&owner, 5);
    assert!((&mut claiming).now_or_never().is_none());
    SystemClock.sleep_until(SystemClock.now() + Duration::from_millis(50)).await;
    drop(claiming);
    while inbox.stats().await.unwrap().waiting < 20 {
        inbox.renew(&owner, TTL).await.unwrap();
    }
    assert_eq!(inbox.claim(&owner, 100).await.unwrap().len(), 20);
}

#[test]
fn an_inbox_outlives_the_runtime_that_used_it_first() {
    let folder = tempfile::tempdir().unwrap();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let first = runtime();
    let inbox = Arc::new({
        let _inside = first.enter();
        SqliteInbox::open(folder.path().join("weixin.sqlite"))
    });
    let owner = first.block_on(inbox.register(TTL)).unwrap();
    // A request that is being written when the runtime ends.
    let waiting = {
        let (inbox, owner) = (Arc::clone(&inbox), owner.clone());
        first.spawn(async move { inbox.enqueue(&push(1), &owner).await.map(drop) })
    };
    first.block_on(tokio::task::yield_now());
    drop(first);
    drop(waiting);
    let second = runtime();
    second.block_on(async {
        let added = inbox.enqueue(&push(2), &owner).await.unwrap();
        assert!(matches!(added, Enqueued::Claimed(_)));
        // The first one was added or not; it can be asked for again.
        let again = inbox.enqueue(&push(1), &owner).await.unwrap();
        assert!(!matches!(again, Enqueued::Waiting(_)));
    });
}

#[tokio::test]
async fn debug_output_has_no_content() {
    let codec = Codec::new().with_key(SealKey::new([7; 32]));
    let inbox = SqliteInbox::open("SECRET.sqlite").with_codec(codec);
    assert_eq!(format!("{inbox:?}"), r#"SqlInbox { database: "SQLite", .. }"#);
}
