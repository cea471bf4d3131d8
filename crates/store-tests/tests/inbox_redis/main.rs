//! The suite of inboxes on a Redis server, and what is particular to Redis.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod indexes;
mod lost_responses;
mod support;

use std::{sync::Arc, time::Duration};

use weixin_api::{Clock, SystemClock};
use weixin_store::{
    ErrorKind,
    inbox::{Change, Durability, Enqueued, Inbox, ItemState, Progress, Then, Updated},
};
use weixin_store_redis::RedisInbox;
use weixin_store_tests::{InboxEngine, ManualClock, RedisServer, shared_server};

use self::support::{TTL, all_keys, calls, command, connect, dump, finish, independent, text};

async fn redis(name: &str) -> InboxEngine {
    let address = shared_server().await.address();
    let (name, dumped) = (name.to_owned(), address.clone());
    InboxEngine::new({
        let name = name.clone();
        move |clock, codec| {
            let builder = RedisInbox::builder(&*address).name(&name).clock(clock).codec(codec);
            Arc::new(builder.open().unwrap())
        }
    })
    .with_dump(move || {
        let (address, name) = (dumped.clone(), name.clone());
        Box::pin(async move { dump(&address, &name).await })
    })
}

weixin_store_tests::inbox_suite! {
    #[ignore = "needs Redis: `cargo xtask stores` runs it"]
    redis, shared by processes
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn a_push_costs_two_round_trips() {
    let server = RedisServer::start().await;
    let inbox = RedisInbox::open(server.address()).unwrap();
    let mut connection = connect(&server.address()).await;
    let owner = inbox.register(TTL).await.unwrap();
    // The first call of each script sends the script itself, too.
    let first = independent(0);
    let Enqueued::Claimed(seen) = inbox.enqueue(&first, &owner).await.unwrap() else { panic!() };
    finish(&inbox, &first, seen, &owner).await;
    inbox.claim(&owner, 100).await.unwrap();

    command(&mut connection, &["CONFIG", "RESETSTAT"]).await;
    let pushes: Vec<_> = (1..=10).map(|number| text("oAnn", number)).collect();
    let mut seen = None;
    for (index, push) in pushes.iter().enumerate() {
        match inbox.enqueue(push, &owner).await.unwrap() {
            Enqueued::Claimed(revision) if index == 0 => seen = Some(revision),
            Enqueued::Waiting(_) if index > 0 => {}
            other => panic!("{other:?}"),
        }
    }
    for push in &pushes {
        let next = finish(&inbox, push, seen.take().unwrap(), &owner).await;
        seen = next.map(|next| next.status.revision);
    }
    assert_eq!(seen, None);
    // The scripts call other commands; `evalsha` is only sent by clients.
    assert_eq!(calls(&mut connection, "evalsha").await, 20);
    for other in ["eval", "script|load", "ping", "select", "client|setinfo", "multi"] {
        assert_eq!(calls(&mut connection, other).await, 0, "{other}");
    }
    // A claim is one script for each partition.
    assert!(inbox.claim(&owner, 100).await.unwrap().is_empty());
    assert_eq!(calls(&mut connection, "evalsha").await, 36);
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn durability_is_read_from_the_server() {
    let aof =
        |fsync: &'static str| vec!["--save", "", "--appendonly", "yes", "--appendfsync", fsync];
    let with = |mut settings: Vec<&'static str>, more: &[&'static str]| {
        settings.extend(more);
        settings
    };
    let limit = ["--maxmemory", "100mb", "--maxmemory-policy"];
    let no_config = ["--rename-command", "CONFIG", ""];
    let crash = Ok(Durability::ProcessCrash);
    let power = Ok(Durability::PowerFailure);
    let cases = [
        (vec!["--save", "", "--appendonly", "no"], Err("set `appendonly yes`")),
        (vec!["--save", "60 1", "--appendonly", "no"], Err("set `appendonly yes`")),
        (aof("everysec"), crash.clone()),
        (aof("always"), power.clone()),
        (aof("no"), Err("set `appendfsync everysec`")),
        (with(aof("always"), &["--no-appendfsync-on-rewrite", "yes"]), crash.clone()),
        (with(with(aof("always"), &limit), &["noeviction"]), power.clone()),
        (with(with(aof("always"), &limit), &["volatile-lru"]), power.clone()),
        (
            with(with(aof("always"), &limit), &["allkeys-lru"]),
            Err("set `maxmemory-policy noeviction`"),
        ),
        // Without a limit, nothing is ever evicted.
        (with(aof("everysec"), &["--maxmemory-policy", "allkeys-lru"]), crash.clone()),
        (with(aof("always"), &no_config), Err("assume_durability")),
        (
            with(with(aof("always"), &limit), &["allkeys-random", no_config[0], no_config[1], ""]),
            Err("set `maxmemory-policy noeviction`"),
        ),
        (with(vec!["--save", "", "--appendonly", "no"], &no_config), Err("set `appendonly yes`")),
    ];
    for (settings, expected) in cases {
        let server = RedisServer::start_with(&settings).await;
        let inbox = RedisInbox::open(server.address()).unwrap();
        match (inbox.durability().await.unwrap(), expected) {
            (Durability::Lossy(why), Err(hint)) => {
                assert!(why.contains(hint), "{settings:?}: {why}")
            }
            (found, expected) => assert_eq!(Ok(found), expected, "{settings:?}"),
        }
    }
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn without_permissions_durability_is_unknown_or_assumed() {
    let server = RedisServer::start().await;
    let mut connection = connect(&server.address()).await;
    let acl =
        ["ACL", "SETUSER", "bot", "on", ">PASSWORD-1", "~*", "&*", "+@all", "-config", "-info"];
    command(&mut connection, &acl).await;
    let address = server.address().replace("://", "://bot:PASSWORD-1@");
    let inbox = RedisInbox::open(&*address).unwrap();
    let Durability::Lossy(why) = inbox.durability().await.unwrap() else { panic!() };
    assert!(why.contains("assume_durability"), "{why}");
    let owner = inbox.register(TTL).await.unwrap();
    assert!(matches!(inbox.enqueue(&text("oAnn", 1), &owner).await, Ok(Enqueued::Claimed(_))));
    let assumed = RedisInbox::builder(&*address).assume_durability(Durability::ProcessCrash);
    let assumed = assumed.open().unwrap();
    assert_eq!(assumed.durability().await.unwrap(), Durability::ProcessCrash);
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn scripts_are_sent_again_when_the_server_has_forgotten_them() {
    let server = RedisServer::start().await;
    let inbox = RedisInbox::open(server.address()).unwrap();
    let mut connection = connect(&server.address()).await;
    let owner = inbox.register(TTL).await.unwrap();
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let Enqueued::Claimed(seen) = inbox.enqueue(&first, &owner).await.unwrap() else { panic!() };
    inbox.enqueue(&second, &owner).await.unwrap();
    command(&mut connection, &["SCRIPT", "FLUSH"]).await;
    let next = finish(&inbox, &first, seen, &owner).await.unwrap();
    command(&mut connection, &["SCRIPT", "FLUSH"]).await;
    assert!(matches!(inbox.enqueue(&first, &owner).await.unwrap(), Enqueued::Known(_)));
    command(&mut connection, &["SCRIPT", "FLUSH"]).await;
    assert!(inbox.claim(&owner, 100).await.unwrap().is_empty());
    assert!(finish(&inbox, &second, next.status.revision, &owner).await.is_none());
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn pushes_are_still_there_after_a_restart() {
    for fsync in ["everysec", "always"] {
        let settings = ["--save", "", "--appendonly", "yes", "--appendfsync", fsync];
        let mut server = RedisServer::start_with(&settings).await;
        let inbox = RedisInbox::open(server.address()).unwrap();
        let owner = inbox.register(TTL).await.unwrap();
        let (done, claimed, waiting) = (independent(1), text("oAnn", 2), text("oAnn", 3));
        let Enqueued::Claimed(seen) = inbox.enqueue(&done, &owner).await.unwrap() else { panic!() };
        finish(&inbox, &done, seen, &owner).await;
        let Enqueued::Claimed(seen) = inbox.enqueue(&claimed, &owner).await.unwrap() else {
            panic!()
        };
        inbox.enqueue(&waiting, &owner).await.unwrap();

        server.stop();
        let error = inbox.enqueue(&independent(4), &owner).await.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true));
        assert_eq!(error.to_string(), "Redis cannot be reached");
        assert!(server.resume().await, "the port was taken meanwhile");
        // The operation that finds the connection broken fails; the next one reconnects.
        let mut renewed = inbox.renew(&owner, TTL).await;
        for _ in 0..50 {
            if renewed.is_ok() {
                break;
            }
            renewed = inbox.renew(&owner, TTL).await;
        }
        renewed.unwrap();
        let state = async |push| inbox.status(push).await.unwrap().map(|status| status.state);
        assert_eq!(state(&done).await, Some(ItemState::Finished));
        assert_eq!(state(&claimed).await, Some(ItemState::Claimed(owner.clone())));
        assert!(matches!(state(&waiting).await, Some(ItemState::Waiting { .. })));
        assert_eq!(state(&independent(4)).await, None);
        let next = finish(&inbox, &claimed, seen, &owner).await.unwrap();
        assert_eq!(next.envelope.push().id(), waiting.push().id());
    }
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn an_owner_is_lost_when_the_server_has_lost_its_data() {
    let mut server = RedisServer::start().await;
    let inbox = RedisInbox::builder(server.address()).partitions(4).open().unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    server.stop();
    assert!(server.resume().await, "the port was taken meanwhile");
    let mut lost = inbox.enqueue(&text("oAnn", 1), &owner).await.unwrap_err();
    for _ in 0..50 {
        if lost.kind() == ErrorKind::Unreachable {
            lost = inbox.enqueue(&text("oAnn", 1), &owner).await.unwrap_err();
        }
    }
    assert_eq!(lost.kind(), ErrorKind::LeaseLost);
    let owner = inbox.register(TTL).await.unwrap();
    assert!(matches!(inbox.enqueue(&text("oAnn", 1), &owner).await, Ok(Enqueued::Claimed(_))));
    // The inbox was created again, with the same number of partitions.
    let other = RedisInbox::builder(server.address()).partitions(16).open().unwrap();
    assert_eq!(other.register(TTL).await.unwrap_err().kind(), ErrorKind::Invalid);
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn another_layout_is_rejected() {
    let address = shared_server().await.address();
    let open = |partitions: Option<u32>| {
        let builder = RedisInbox::builder(&*address).name("layout");
        match partitions {
            Some(count) => builder.partitions(count).open(),
            None => builder.open(),
        }
    };
    for out_of_range in [0, 1025] {
        assert_eq!(open(Some(out_of_range)).unwrap_err().kind(), ErrorKind::Invalid);
    }
    open(Some(3)).unwrap().register(TTL).await.unwrap();
    open(None).unwrap().register(TTL).await.unwrap();
    let error = open(Some(16)).unwrap().stats().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.to_string().contains("3 partitions, not 16"), "{error}");

    let mut connection = connect(&address).await;
    command(&mut connection, &["HSET", "{layout:inbox}:layout", "version", "2"]).await;
    let error = open(None).unwrap().register(TTL).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert!(error.to_string().contains("update weixin"), "{error}");
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn nothing_shows_the_password() {
    let mut server = RedisServer::start().await;
    server.stop();
    let address = server.address().replace("://", "://user:PASSWORD-1@");
    let builder = RedisInbox::builder(&*address);
    let mut shown = format!("{builder:?}");
    let inbox = builder.open().unwrap();
    let error = inbox.stats().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    shown += &format!("{inbox:?} {error} {error:?}");
    let invalid = RedisInbox::open("http://user:PASSWORD-1@host").unwrap_err();
    assert_eq!(invalid.kind(), ErrorKind::Invalid);
    shown += &format!("{invalid} {invalid:?}");
    assert!(!shown.contains("PASSWORD"), "{shown}");
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn expired_items_leave_no_keys() {
    let address = shared_server().await.address();
    let clock = ManualClock::new();
    let inbox = RedisInbox::builder(&*address).name("leaves_nothing").clock(clock.clone());
    let inbox = inbox.open().unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    let lanes = ["oAnn", "oBen", "oCai"];
    for number in 0..500 {
        let push = text(lanes[number as usize % 3], number);
        let Enqueued::Claimed(seen) = inbox.enqueue(&push, &owner).await.unwrap() else { panic!() };
        finish(&inbox, &push, seen, &owner).await;
    }
    let items = async || {
        let keys = all_keys(&address, "leaves_nothing").await;
        keys.iter().filter(|key| key.contains(":item:")).count()
    };
    assert_eq!(items().await, 500);
    clock.advance(Duration::from_secs(60));
    let owner = inbox.register(TTL).await.unwrap();
    // Adding a push removes two expired ones of its partition.
    let added = inbox.enqueue(&text("oAnn", 500), &owner).await.unwrap();
    let Enqueued::Claimed(seen) = added else { panic!("{added:?}") };
    assert_eq!(items().await, 499);
    assert_eq!(inbox.stats().await.unwrap().finished, 0);
    // Claiming removes the rest, up to 100 of each partition at a time.
    inbox.claim(&owner, 100).await.unwrap();
    assert!(items().await > 1, "the work of one script is bounded");
    for _ in 0..5 {
        inbox.claim(&owner, 100).await.unwrap();
    }
    assert_eq!(items().await, 1);
    let id = weixin_store::inbox::ItemId::of(&text("oAnn", 500));
    assert!(inbox.remove(&id, seen).await.unwrap());
    inbox.unregister(&owner).await.unwrap();
    let mut kinds: Vec<_> = all_keys(&address, "leaves_nothing").await;
    kinds.iter_mut().for_each(|key| *key = key.rsplit(':').next().unwrap().to_owned());
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds, ["last", "layout"]);
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn a_dead_process_with_many_claims_is_replaced_in_bounded_steps() {
    let server = RedisServer::start().await;
    let clock = ManualClock::new();
    let open = || {
        let builder = RedisInbox::builder(server.address()).partitions(2);
        builder.clock(clock.clone()).open().unwrap()
    };
    let (dead, other) = (open(), open());
    let owner = dead.register(TTL).await.unwrap();
    for number in 0..500 {
        dead.enqueue(&independent(number), &owner).await.unwrap();
    }
    clock.advance(TTL);
    let owner = other.register(TTL).await.unwrap();
    let mut connection = connect(&server.address()).await;
    command(&mut connection, &["CONFIG", "RESETSTAT"]).await;
    let mut claimed = 0;
    while claimed < 500 {
        let found = other.claim(&owner, 1000).await.unwrap();
        assert!(!found.is_empty(), "{claimed}");
        claimed += found.len();
    }
    // One script ends 100 claims and claims 100 items.
    assert!(calls(&mut connection, "evalsha").await >= 5);
    assert_eq!(other.stats().await.unwrap().claimed, 500);
    assert!(other.claim(&owner, 1000).await.unwrap().is_empty());
    other.unregister(&owner).await.unwrap();
    let stats = other.stats().await.unwrap();
    assert_eq!((stats.waiting, stats.claimed), (500, 0));
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn a_server_in_cluster_mode_accepts_all_scripts() {
    let server = RedisServer::start_with(&["--save", "", "--cluster-enabled", "yes"]).await;
    let mut connection = connect(&server.address()).await;
    command(&mut connection, &["CLUSTER", "ADDSLOTSRANGE", "0", "16383"]).await;
    let clock = ManualClock::new();
    for _ in 0..600 {
        let info: String =
            ::redis::cmd("CLUSTER").arg("INFO").query_async(&mut connection).await.unwrap();
        if info.contains("cluster_state:ok") {
            break;
        }
        let clock: &dyn Clock = &SystemClock;
        clock.sleep(Duration::from_millis(25)).await;
    }
    // A node rejects a script that accesses keys of another slot.
    let inbox = RedisInbox::builder(server.address()).clock(clock.clone()).open().unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    inbox.renew(&owner, TTL).await.unwrap();
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let Enqueued::Claimed(seen) = inbox.enqueue(&first, &owner).await.unwrap() else { panic!() };
    inbox.enqueue(&second, &owner).await.unwrap();
    let next = finish(&inbox, &first, seen, &owner).await.unwrap();
    let due = clock.now();
    let retry = Change { progress: Progress::default(), then: Then::Retry { due }, next_for: None };
    let updated = inbox.update(&second, next.status.revision, retry).await.unwrap();
    assert!(matches!(updated, Updated::Done { .. }));
    assert_eq!(inbox.claim(&owner, 10).await.unwrap().len(), 1);
    inbox.unregister(&owner).await.unwrap();
    let listed = inbox.list(&Default::default(), None).await.unwrap().items;
    assert_eq!(listed.len(), 2);
    let second = &listed[1];
    assert!(inbox.remove(&second.id, second.status.revision).await.unwrap());
    // The partitions have different slots.
    let mut slots = Vec::new();
    for partition in 0..16 {
        let key = format!("{{weixin:inbox:{partition}}}:all");
        let slot = ::redis::cmd("CLUSTER").arg("KEYSLOT").arg(key).to_owned();
        slots.push(slot.query_async::<u32>(&mut connection).await.unwrap());
    }
    slots.sort_unstable();
    slots.dedup();
    assert_eq!(slots.len(), 16);
}
