//! The suite on a Postgres server, and what is special about Postgres.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use sqlx::{Executor, PgPool, postgres::PgPoolOptions};
use weixin_api::{AccountId, AccountKind, BoxFuture};
use weixin_protocol::{Inbound, Provenance, Verified};
use weixin_store::{
    ErrorKind,
    inbox::{Durability, Enqueued, Envelope, Inbox, Push},
};
use weixin_store_sql::PostgresInbox;
use weixin_store_tests::{InboxEngine, postgres};

async fn pool(name: &str) -> PgPool {
    let engine = postgres(&format!("inbox_{}", name.get(..40).unwrap_or(name))).await;
    let options = PgPoolOptions::new().max_connections(8);
    options.connect_lazy(engine.address().unwrap()).unwrap()
}

async fn open(name: &str) -> InboxEngine {
    let pool = pool(name).await;
    let all = pool.clone();
    let open = move |clock, codec| -> Arc<dyn Inbox> {
        Arc::new(PostgresInbox::new(pool.clone()).with_clock(clock).with_codec(codec))
    };
    let dump = move || -> BoxFuture<'static, Vec<u8>> {
        let all = all.clone();
        Box::pin(async move {
            let rows = "select coalesce(string_agg(i::text, ' '), '') from weixin_inbox_item i";
            sqlx::query_scalar::<_, String>(rows).fetch_one(&all).await.unwrap().into_bytes()
        })
    };
    InboxEngine::new(open).with_dump(dump)
}

weixin_store_tests::inbox_suite! {
    #[ignore = "needs Postgres: `cargo xtask stores` runs it"]
    open, shared by processes
}

const TTL: Duration = Duration::from_secs(30);

fn push(number: u64) -> Arc<Envelope> {
    let body = format!("<xml><FromUserName>o{number}</FromUserName><MsgId>{number}</MsgId></xml>");
    let inbound = Verified::vouch(Inbound::parse(&body).unwrap(), Provenance::Encrypted);
    let account = Arc::new(AccountId::new(AccountKind::Official, "wx0123456789abcdef"));
    Arc::new(Envelope::new(Push::new(inbound, account)))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn the_tables_can_be_created_several_times_at_once() {
    let all = pool("created").await;
    let tasks = (0..8).map(|number| {
        let inbox = PostgresInbox::new(all.clone());
        tokio::spawn(async move {
            let owner = inbox.register(TTL).await.unwrap();
            inbox.enqueue(&push(number), &owner).await.unwrap();
        })
    });
    for outcome in join_all(tasks).await {
        outcome.unwrap();
    }
    assert_eq!(PostgresInbox::new(all.clone()).stats().await.unwrap().claimed, 8);

    all.execute("update weixin_schema set version = 7").await.unwrap();
    let inbox = PostgresInbox::new(all);
    let error = inbox.register(TTL).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
    assert!(error.to_string().contains("have version 7, and this weixin knows 1"), "{error}");
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn existing_tables_need_no_permission_to_create_them() {
    let all = pool("permission").await;
    PostgresInbox::new(all.clone()).stats().await.unwrap();
    all.execute(sqlx::raw_sql(
        "create role clerk login; revoke create on schema public from public;
         grant select on weixin_schema to clerk;
         grant select, insert, update, delete on weixin_inbox_item, weixin_inbox_owner to clerk",
    ))
    .await
    .unwrap();
    let clerk = PgPoolOptions::new();
    let clerk = clerk.connect_lazy_with(all.connect_options().as_ref().clone().username("clerk"));
    let inbox = PostgresInbox::new(clerk);
    let owner = inbox.register(TTL).await.unwrap();
    assert!(matches!(inbox.enqueue(&push(1), &owner).await.unwrap(), Enqueued::Claimed(_)));
    all.execute("revoke insert on weixin_inbox_item from clerk").await.unwrap();
    let error = inbox.enqueue(&push(2), &owner).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Rejected);
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn one_push_that_is_not_accepted_does_not_fail_the_others() {
    let all = pool("not_accepted").await;
    let inbox = PostgresInbox::new(all.clone());
    let owner = inbox.register(TTL).await.unwrap();
    all.execute("alter table weixin_inbox_item add constraint no check (id not like '%#13@%')")
        .await
        .unwrap();
    let adding = (0..100).map(|number| {
        let (inbox, owner) = (&inbox, &owner);
        async move { (number, inbox.enqueue(&push(number), owner).await) }
    });
    for (number, outcome) in join_all(adding).await {
        match (number, outcome) {
            (13, outcome) => assert_eq!(outcome.unwrap_err().kind(), ErrorKind::Rejected),
            (_, outcome) => assert!(matches!(outcome.unwrap(), Enqueued::Claimed(_)), "{number}"),
        }
    }
    assert_eq!(inbox.stats().await.unwrap().claimed, 99);
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn a_lost_connection_is_an_error_and_the_next_request_connects() {
    let all = pool("connection").await;
    let inbox = PostgresInbox::new(all.clone());
    let owner = inbox.register(TTL).await.unwrap();
    // Another process locks the table, and the server ends the connection of the one that waits.
    let mut locking = all.begin().await.unwrap();
    locking.execute("lock table weixin_inbox_item").await.unwrap();
    let added = async {
        let first = push(1);
        inbox.enqueue(&first, &owner).await
    };
    let ended = async {
        let end = "select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'";
        while sqlx::query_scalar::<_, i64>(end).fetch_one(&all).await.unwrap() == 0 {
            tokio::task::yield_now().await;
        }
    };
    let (added, ()) = tokio::join!(added, ended);
    let error = added.unwrap_err();
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Unreachable, true), "{error}");
    locking.rollback().await.unwrap();
    assert!(matches!(inbox.enqueue(&push(1), &owner).await.unwrap(), Enqueued::Claimed(_)));
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn settings_that_lose_pushes_are_reported() {
    // The server of the tests does not write to the disk.
    let inbox = PostgresInbox::new(pool("durability").await);
    let Durability::Lossy(why) = inbox.durability().await.unwrap() else {
        panic!("it may lose pushes");
    };
    assert!(why.contains("fsync = off"), "{why}");
}

#[tokio::test]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn errors_do_not_show_the_password() {
    let nowhere = "postgres://weixin:PASSWORD-1@127.0.0.1:1/weixin";
    let options = PgPoolOptions::new().acquire_timeout(Duration::from_secs(2));
    let inbox = PostgresInbox::new(options.connect_lazy(nowhere).unwrap());
    let error = inbox.register(TTL).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    let invalid = PostgresInbox::open("http://user:PASSWORD-1@host").unwrap_err();
    assert_eq!(invalid.kind(), ErrorKind::Invalid);
    let shown = format!("{error} {error:?} {inbox:?} {invalid} {invalid:?}");
    assert!(!shown.contains("PASSWORD"), "{shown}");
}
