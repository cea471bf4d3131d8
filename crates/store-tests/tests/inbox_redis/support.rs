//! Pushes, and direct access to Redis.

use std::{sync::Arc, time::Duration};

use redis::{Cmd, aio::MultiplexedConnection};
use weixin_api::{AccountId, AccountKind};
use weixin_protocol::{Inbound, Provenance, Verified};
use weixin_store::inbox::{
    Change, Envelope, Inbox, Item, Order, Owner, Progress, Push, Revision, Then, Updated,
};

/// How long claims are valid.
pub(crate) const TTL: Duration = Duration::from_secs(30);

/// A text of this sender.
pub(crate) fn text(sender: &str, number: u64) -> Arc<Envelope> {
    let body = format!(
        "<xml><FromUserName>{sender}</FromUserName><CreateTime>1700000000</CreateTime>\
         <MsgType>text</MsgType><Content>number {number}</Content><MsgId>{number}</MsgId></xml>"
    );
    let verified = Verified::vouch(Inbound::parse(&body).unwrap(), Provenance::Encrypted);
    let account = AccountId::new(AccountKind::Official, "wx0123456789abcdef");
    Arc::new(Envelope::new(Push::new(verified, Arc::new(account))))
}

/// A text that is handled independently of all others.
pub(crate) fn independent(number: u64) -> Arc<Envelope> {
    Arc::new((*text("oAnn", number)).clone().with_order(Order::Independent))
}

/// Finishes a push for a minute. Returns the next one of its lane.
pub(crate) async fn finish(
    inbox: &dyn Inbox,
    push: &Arc<Envelope>,
    seen: Revision,
    owner: &Owner,
) -> Option<Box<Item>> {
    let expires = inbox.clock().now() + Duration::from_secs(60);
    let (then, next_for) = (Then::Finish { expires }, Some(owner.clone()));
    let change = Change { progress: Progress::default(), then, next_for };
    match inbox.update(push, seen, change).await.unwrap() {
        Updated::Done { next, .. } => next,
        conflict @ Updated::Conflict(_) => panic!("{conflict:?}"),
    }
}

/// A connection of its own.
pub(crate) async fn connect(address: &str) -> MultiplexedConnection {
    let client = redis::Client::open(address).unwrap();
    client.get_multiplexed_async_connection().await.unwrap()
}

fn build(words: &[&str]) -> Cmd {
    let mut command = Cmd::new();
    for word in words {
        command.arg(word);
    }
    command
}

/// Runs a command whose result does not matter.
pub(crate) async fn command(connection: &mut MultiplexedConnection, words: &[&str]) {
    build(words).exec_async(connection).await.unwrap();
}

/// How often a command was called.
pub(crate) async fn calls(connection: &mut MultiplexedConnection, name: &str) -> u64 {
    let info = build(&["INFO", "commandstats"]);
    let info: String = info.query_async(connection).await.unwrap();
    let prefix = format!("cmdstat_{name}:calls=");
    let line = info.lines().find_map(|line| line.strip_prefix(&*prefix));
    line.map_or(0, |line| line.split(',').next().unwrap().parse().unwrap())
}

/// All keys of an inbox.
pub(crate) async fn all_keys(address: &str, name: &str) -> Vec<String> {
    let pattern = format!("{{{name}:inbox*");
    let keys = build(&["KEYS", &pattern]);
    keys.query_async(&mut connect(address).await).await.unwrap()
}

/// All keys and values of an inbox.
pub(crate) async fn dump(address: &str, name: &str) -> Vec<u8> {
    let mut connection = connect(address).await;
    let mut dump = Vec::new();
    for key in all_keys(address, name).await {
        let kind: String = build(&["TYPE", &key]).query_async(&mut connection).await.unwrap();
        let read = match &*kind {
            "hash" => build(&["HGETALL", &key]),
            "list" => build(&["LRANGE", &key, "0", "-1"]),
            "zset" => build(&["ZRANGE", &key, "0", "-1"]),
            "string" => build(&["MGET", &key]),
            other => panic!("{key} is a {other}"),
        };
        let values: Vec<Vec<u8>> = read.query_async(&mut connection).await.unwrap();
        dump.extend(key.into_bytes());
        values.into_iter().for_each(|value| dump.extend(value));
    }
    dump
}
