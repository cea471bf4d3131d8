//! The suite on a Postgres server, and what is special about Postgres.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use sqlx::{PgPool, postgres::PgPoolOptions};
use weixin_store::inbox::Inbox;
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
    let dump = move || -> weixin_api::BoxFuture<'static, Vec<u8>> {
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
