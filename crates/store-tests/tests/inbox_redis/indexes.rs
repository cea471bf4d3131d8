//! The keys of an inbox agree with each other after any sequence of operations.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
    time::Duration,
};

use redis::{Cmd, FromRedisValue, aio::MultiplexedConnection};
use weixin_api::Clock;
use weixin_store::inbox::{
    Change, Envelope, Inbox, ItemId, ItemState, Order, Owner, Progress, Then, Updated,
};
use weixin_store_redis::RedisInbox;
use weixin_store_tests::{ManualClock, RedisServer};

use crate::support::{connect, finish, text};

const TTL: Duration = Duration::from_secs(5);
const PARTITIONS: u32 = 2;
const PUSHES: u64 = 40;

/// Random numbers that are the same in every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A push of one of four lanes, or an independent one.
fn push(number: u64) -> Arc<Envelope> {
    match ["oAnn", "oBen", "oCai", "oDee"].get((number % 5) as usize) {
        Some(sender) => text(sender, number),
        None => Arc::new((*text("oAnn", number)).clone().with_order(Order::Independent)),
    }
}

async fn step(inbox: &RedisInbox, clock: &ManualClock, owners: &mut [Owner], random: &mut Random) {
    let owner = random.below(owners.len() as u64) as usize;
    let number = random.below(PUSHES);
    match random.below(20) {
        0..7 => {
            // Owners whose claims have ended can add nothing.
            _ = inbox.enqueue(&push(number), &owners[owner]).await;
        }
        7..14 => {
            let Some(status) = inbox.status(&push(number)).await.unwrap() else { return };
            let soon = clock.now() + Duration::from_millis(random.below(3000));
            let then = match random.below(9) {
                0 => Then::Keep,
                1..3 => Then::Finish { expires: soon },
                3 => Then::Retry { due: soon },
                4 => Then::GiveBack,
                5 => Then::Park,
                6 => Then::Resume(owners[owner].clone()),
                7 => Then::Replay,
                _ => Then::Remove,
            };
            let next_for = (random.below(2) == 0).then(|| owners[0].clone());
            let change = Change { progress: Progress::default(), then, next_for };
            match inbox.update(&push(number), status.revision, change).await {
                Ok(Updated::Done { revision, .. }) => assert!(revision > status.revision),
                Ok(Updated::Conflict(now)) => panic!("{status:?} {now:?}"),
                Err(_) => {}
            }
        }
        14..16 => {
            if let Ok(items) = inbox.claim(&owners[owner], 3).await {
                assert!(items.iter().all(|item| item.status.state.is_claimed_by(&owners[owner])));
            }
        }
        16 => clock.advance(Duration::from_millis(random.below(500))),
        17 => _ = inbox.renew(&owners[owner], TTL).await,
        18 => {
            if random.below(2) == 0 {
                inbox.unregister(&owners[owner]).await.unwrap();
            }
            owners[owner] = inbox.register(TTL).await.unwrap();
        }
        _ => {
            let Some(status) = inbox.status(&push(number)).await.unwrap() else { return };
            let id = ItemId::of(&push(number));
            assert!(inbox.remove(&id, status.revision).await.unwrap());
        }
    }
}

async fn ask<T: FromRedisValue>(connection: &mut MultiplexedConnection, words: &[&str]) -> T {
    let mut command = Cmd::new();
    for word in words {
        command.arg(word);
    }
    command.query_async(connection).await.unwrap()
}

/// What a partition contains.
struct Partition {
    items: BTreeMap<String, HashMap<String, String>>,
    lanes: BTreeMap<String, Vec<String>>,
    sets: BTreeMap<String, BTreeMap<String, u64>>,
}

impl Partition {
    async fn read(connection: &mut MultiplexedConnection, partition: u32) -> Self {
        let prefix = format!("{{weixin:inbox:{partition}}}:");
        let keys: Vec<String> = ask(connection, &["KEYS", &format!("{prefix}*")]).await;
        let (mut items, mut lanes, mut sets) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for key in &keys {
            let name = key.strip_prefix(&prefix).unwrap();
            if let Some(id) = name.strip_prefix("item:") {
                items.insert(id.to_owned(), ask(connection, &["HGETALL", key]).await);
            } else if let Some(lane) = name.strip_prefix("lane:") {
                lanes.insert(lane.to_owned(), ask(connection, &["LRANGE", key, "0", "-1"]).await);
            } else if name != "last" {
                let range = ["ZRANGE", key, "0", "-1", "WITHSCORES"];
                let set: Vec<(String, f64)> = ask(connection, &range).await;
                let set = set.into_iter().map(|(id, score)| (id, score as u64)).collect();
                sets.insert(name.to_owned(), set);
            }
        }
        Self { items, lanes, sets }
    }

    fn check(&self) {
        let mut sets: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
        let mut lanes: BTreeMap<String, BTreeMap<u64, String>> = BTreeMap::new();
        for (id, item) in &self.items {
            let number = |field: &str| item[field].parse::<u64>().unwrap();
            let mut put = |set: &str, score| {
                sets.entry(set.to_owned()).or_default().insert(id.clone(), score);
            };
            let position = number("position");
            assert!(number("revision") >= position, "{item:?}");
            put("all", position);
            let lane = item.get("lane");
            if let Some(lane) = lane {
                lanes.entry(lane.clone()).or_default().insert(position, id.clone());
            }
            let is_first = lane.is_none_or(|lane| self.lanes[lane][0] == *id);
            let allowed: &[&str] = match &*item["state"] {
                "waiting" => {
                    put("live", position);
                    if is_first {
                        put("due", number("due"));
                    }
                    &["due"]
                }
                "claimed" => {
                    assert!(is_first, "{item:?}");
                    put("live", position);
                    put(&format!("claims:{}", item["owner"]), position);
                    assert!(self.sets["owners"].contains_key(&item["owner"]), "{item:?}");
                    &["owner"]
                }
                "parked" => {
                    assert!(lane.is_none(), "{item:?}");
                    put("parked", position);
                    &[]
                }
                "finished" => {
                    assert!(lane.is_none(), "{item:?}");
                    put("finished", number("expires"));
                    &["expires"]
                }
                other => panic!("{other}"),
            };
            for field in ["owner", "due", "expires"] {
                assert!(allowed.contains(&field) || !item.contains_key(field), "{item:?}");
            }
        }
        let mut found = self.sets.clone();
        found.remove("owners");
        assert_eq!(found, sets);
        let lanes: BTreeMap<_, Vec<_>> =
            lanes.into_iter().map(|(lane, items)| (lane, items.into_values().collect())).collect();
        assert_eq!(self.lanes, lanes);
    }
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn the_indexes_agree_after_any_operations() {
    let server = RedisServer::start().await;
    let mut connection = connect(&server.address()).await;
    for seed in 1..=4 {
        ask::<()>(&mut connection, &["FLUSHALL"]).await;
        let clock = ManualClock::new();
        let builder = RedisInbox::builder(server.address()).partitions(PARTITIONS);
        let inbox = builder.clock(clock.clone()).open().unwrap();
        let mut owners = Vec::new();
        for _ in 0..3 {
            owners.push(inbox.register(TTL).await.unwrap());
        }
        let mut random = Random(seed);
        let mut states = BTreeSet::new();
        for round in 0..400 {
            step(&inbox, &clock, &mut owners, &mut random).await;
            if round % 8 == 0 {
                for partition in 0..PARTITIONS {
                    let partition = Partition::read(&mut connection, partition).await;
                    partition.check();
                    states.extend(partition.items.values().map(|item| item["state"].clone()));
                }
            }
        }
        assert_eq!(states.len(), 4, "all states were reached: {states:?}");
        // Whatever has happened, everything that waits or was claimed can be handled.
        clock.advance(TTL);
        let owner = inbox.register(Duration::from_secs(3600)).await.unwrap();
        let parked = inbox.stats().await.unwrap().parked;
        loop {
            let items = inbox.claim(&owner, 100).await.unwrap();
            if items.is_empty() {
                break;
            }
            for item in items {
                let mut next = Some(Box::new(item));
                while let Some(item) = next {
                    assert_eq!(item.status.state, ItemState::Claimed(owner.clone()));
                    next = finish(&inbox, &item.envelope, item.status.revision, &owner).await;
                }
            }
        }
        let stats = inbox.stats().await.unwrap();
        assert_eq!((stats.waiting, stats.claimed, stats.parked), (0, 0, parked));
        for partition in 0..PARTITIONS {
            Partition::read(&mut connection, partition).await.check();
        }
    }
}
