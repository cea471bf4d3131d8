//! A bot that says how many followers there are. With memcached, several processes of it use one token.

use std::sync::Arc;

use memcached::Memcached;
use weixin::{prelude::*, store::KeyValueStore};

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let address = std::env::var("MEMCACHED").unwrap_or_else(|_| "127.0.0.1:11211".to_owned());
    Bot::new()
        .on(async |_: Text, wx: Client<Official>| {
            wx.users().followers().await.map(|page| page.total.to_string())
        })
        .store(Arc::new(KeyValueStore::new(Memcached::new(address))))
        .serve(Config::load()?)
        .await
}
