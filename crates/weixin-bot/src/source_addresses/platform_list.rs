//! The addresses that the platform publishes, kept up to date.

use std::{
    collections::HashMap,
    sync::{Arc, Weak},
    time::Duration,
};

use arc_swap::ArcSwap;
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};
use weixin_api::{AccountId, Clock, Method, Timestamp, kind::Any};
use weixin_client::Client;
use weixin_store::{Key, Store, Value};

use super::Range;
use crate::{
    BoxError,
    engine::Engine,
    log_text::{chain, printable},
};

/// The path of the API. It is the same for all products.
const PATH: &str = "/cgi-bin/getcallbackip";

/// How old a list may become before it is read again.
const MAX_AGE: Duration = Duration::from_secs(6 * 3600);

/// How often it is checked which lists are missing or old.
const INTERVAL: Duration = Duration::from_secs(60);

/// The addresses that the platform has published for each account.
#[derive(Debug, Default)]
pub(crate) struct PlatformLists(ArcSwap<HashMap<AccountId, Arc<List>>>);

/// The list for one account.
#[derive(Debug)]
struct List {
    ranges: Vec<Range>,
    read: Timestamp,
}

/// A list in the store.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    /// When it was read, in milliseconds since 1970.
    read: u64,
    addresses: Vec<String>,
}

#[derive(Deserialize)]
struct Answer {
    ip_list: Vec<String>,
}

impl PlatformLists {
    /// Calls `decide` with the addresses for an account, if they are known.
    pub(crate) fn with<T>(
        &self,
        account: &AccountId,
        decide: impl FnOnce(Option<&[Range]>) -> T,
    ) -> T {
        let lists = self.0.load();
        decide(lists.get(account).map(|list| &list.ranges[..]))
    }

    /// Reads the lists that are missing or old.
    pub(crate) async fn load(&self, engine: &Engine, store: &dyn Store, known: &mut Failing) {
        let now = engine.clock().now();
        for account in engine.accounts().served() {
            let Some(client) = account.client() else { continue };
            let is_fresh = |list: &Arc<List>| now.since(list.read) < MAX_AGE;
            if self.0.load().get(account.id()).is_some_and(is_fresh) {
                continue;
            }
            match self.read(client, store, now).await {
                Ok(list) => {
                    known.ended(account.id());
                    info!(account = %account.id(), ranges = list.ranges.len(), "the platform's addresses are known");
                    let list = Arc::new(list);
                    self.0.rcu(|lists| {
                        let mut lists = HashMap::clone(lists);
                        lists.insert(account.id().clone(), Arc::clone(&list));
                        lists
                    });
                }
                Err(error) => {
                    let error = printable(chain(&*error)).to_string();
                    if known.began(account.id()) {
                        warn!(
                            account = %account.id(), %error,
                            "the platform's addresses cannot be read: [source_addresses] goes by what is known"
                        );
                    } else {
                        debug!(account = %account.id(), %error, "they still cannot be read");
                    }
                }
            }
        }
    }

    /// Reads a list: from the store, if another process has read it a short while ago, or from the
    /// platform. If the platform cannot be reached, an old one from the store is better than none.
    async fn read(
        &self,
        client: &Client<Any>,
        store: &dyn Store,
        now: Timestamp,
    ) -> Result<List, BoxError> {
        let key = Key::new("callback_addresses").join(client.account().to_string());
        let stored = store.get(&key).await?;
        let stored = stored.and_then(|entry| {
            let stored: Stored = serde_json::from_str(entry.value.text().ok()?).ok()?;
            List::of(&stored.addresses, Timestamp::from_millis(stored.read))
        });
        let stored = match stored {
            Some(list) if now.since(list.read) < MAX_AGE => return Ok(list),
            stored => stored,
        };
        let answer = client.call(Method::Get, PATH, ()).await;
        let answer = match (answer, stored) {
            (Ok(answer), _) => answer,
            (Err(error), Some(old)) if !self.0.load().contains_key(client.account()) => {
                let error = printable(chain(&error));
                warn!(%error, "the platform's addresses cannot be read: those of an earlier time are used");
                return Ok(old);
            }
            (Err(error), _) => return Err(error.into()),
        };
        let Answer { ip_list } = serde_json::from_value(answer)?;
        let list = List::of(&ip_list, now).ok_or("the list has no address that can be read")?;
        let stored = Stored { read: now.as_millis(), addresses: ip_list };
        let value = Value::from(serde_json::to_string(&stored)?);
        if let Err(error) = store.put(&key, value, None).await {
            debug!(%error, "the platform's addresses could not be stored");
        }
        Ok(list)
    }
}

impl List {
    /// `None` if none of the addresses can be read.
    fn of(addresses: &[String], read: Timestamp) -> Option<Self> {
        let ranges: Vec<_> = addresses.iter().filter_map(|text| Range::parse(text)).collect();
        if ranges.len() < addresses.len() {
            let unread = addresses.len() - ranges.len();
            warn!(unread, "some of the platform's addresses have an unknown form");
        }
        (!ranges.is_empty()).then_some(Self { ranges, read })
    }
}

/// The accounts whose list could not be read the last time, so that this is logged once.
#[derive(Debug, Default)]
pub(crate) struct Failing(Vec<AccountId>);

impl Failing {
    /// Whether this is new.
    fn began(&mut self, account: &AccountId) -> bool {
        let is_new = !self.0.contains(account);
        if is_new {
            self.0.push(account.clone());
        }
        is_new
    }

    fn ended(&mut self, account: &AccountId) {
        self.0.retain(|failing| failing != account);
    }
}

/// Keeps the lists up to date, until the bot is stopped or gone.
pub(crate) async fn keep_up(
    lists: Weak<PlatformLists>,
    engine: Weak<Engine>,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) {
    let mut failing = Failing::default();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = clock.sleep(INTERVAL) => {}
        }
        let (Some(lists), Some(engine)) = (lists.upgrade(), engine.upgrade()) else { return };
        tokio::select! {
            () = stop.cancelled() => return,
            () = lists.load(&engine, &**engine.store(), &mut failing) => {}
        }
    }
}
