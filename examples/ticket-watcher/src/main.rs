//! Watches a web page and tells those who have said "watch" when it has changed, until they say
//! "unwatch". `TICKETS_URL` is the page.
//!
//! Best with a WeCom app: an Official Account or a Mini Program may only send messages for two days
//! after the user has written, and few of them.

mod page;
#[cfg(test)]
mod tests;
mod watcher;
mod watchers;

use std::{env, sync::Arc};

use weixin::{
    api::{Clock, SystemClock},
    prelude::*,
};

use crate::{page::Page, watcher::Watcher, watchers::Watchers};

async fn watch(push: Push, State(watchers): State<Watchers>) -> weixin::Result<&'static str> {
    watchers.add(&push).await?;
    Ok("You will be told when the page changes. Say unwatch to end it.")
}

async fn unwatch(push: Push, State(watchers): State<Watchers>) -> weixin::Result<&'static str> {
    watchers.remove(&push).await?;
    Ok("You will hear nothing more.")
}

fn bot(watchers: Watchers) -> Bot {
    Bot::new()
        .on(command("watch", watch))
        .on(command("unwatch", unwatch))
        .fallback(async |_: Text| "Say: watch, or unwatch")
        .with_state(watchers)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let url = env::var("TICKETS_URL").map_err(|_| weixin::Error::other("set TICKETS_URL"))?;
    let config = Config::load()?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let watchers = Watchers::new(config.open_store(&clock)?);
    let watcher = Watcher::new(Page::new(url)?, config.clients()?, watchers.clone(), clock);
    tokio::spawn(watcher.run());
    bot(watchers).serve(config).await
}
