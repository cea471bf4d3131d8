//! The suite on an SQLite file, and what is special about SQLite.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;

use weixin_store::inbox::Inbox;
use weixin_store_sql::SqliteInbox;
use weixin_store_tests::InboxEngine;

async fn open(_: &str) -> InboxEngine {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("weixin.sqlite");
    let path = folder.path().to_owned();
    let open = move |clock, codec| -> Arc<dyn Inbox> {
        Arc::new(SqliteInbox::open(&file).with_clock(clock).with_codec(codec))
    };
    let dump = move || -> weixin_api::BoxFuture<'static, Vec<u8>> {
        let files = std::fs::read_dir(&path).unwrap();
        let files = files.map(|file| std::fs::read(file.unwrap().path()).unwrap());
        let files = files.collect::<Vec<_>>().concat();
        Box::pin(async { files })
    };
    InboxEngine::new(open).with_dump(dump).with_guard(folder)
}

weixin_store_tests::inbox_suite!(open, shared by processes);
