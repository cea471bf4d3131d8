//! Several processes at work.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex},
};

use futures_util::future::join_all;
use weixin_store::inbox::{Enqueued, Envelope, Item, ItemId, Revision, Then, Updated};

use super::{Setup, change, done, independent, text};
use crate::InboxEngine;

const SENDERS: usize = 12;
const PUSHES: u64 = 20;

/// Many pushes that come to two inboxes at the same time, and many changes of them: each is added
/// once and changed once.
pub async fn many_racing_requests_have_one_winner_each(engine: InboxEngine) {
    const MANY: u64 = 120;
    let one = Arc::new(Setup::new(&engine).await);
    let two = Arc::new(one.again(&engine).await);
    let both = [one, two];
    let adding = (0..3 * MANY).map(|index| {
        let at = Arc::clone(&both[index as usize % 2]);
        // Every other push is alone in its lane.
        let number = index % MANY;
        let push =
            if number.is_multiple_of(2) { independent(number) } else { text("oAnn", number) };
        tokio::spawn(async move { (push.clone(), at.enqueue(&push).await) })
    });
    let mut added = Vec::new();
    let mut claimed_in_lane = 0;
    for outcome in join_all(adding).await {
        match outcome.unwrap() {
            (push, Enqueued::Claimed(revision)) => {
                claimed_in_lane += usize::from(push.order_key().is_some());
                added.push((push, revision));
            }
            (push, Enqueued::Waiting(revision)) => added.push((push, revision)),
            (_, Enqueued::Known(_)) => {}
        }
    }
    assert_eq!((added.len(), claimed_in_lane), (MANY as usize, 1));
    let changing = (0..3).flat_map(|_| &added).enumerate().map(|(index, (push, revision))| {
        let at = Arc::clone(&both[index % 2]);
        let (push, revision) = (Arc::clone(push), *revision);
        tokio::spawn(async move {
            let updated = at.update(&push, revision, change(Then::Keep)).await;
            (ItemId::of(&push), updated)
        })
    });
    let mut changed = HashSet::new();
    for outcome in join_all(changing).await {
        match outcome.unwrap() {
            (id, Updated::Done { .. }) => assert!(changed.insert(id), "changed twice"),
            (id, Updated::Conflict(status)) => {
                let (_, first) = added.iter().find(|(push, _)| ItemId::of(push) == id).unwrap();
                assert_eq!(status.unwrap().revision, first.next());
            }
        }
    }
    assert_eq!(changed.len(), MANY as usize);
}

/// What was handled, and what was given back once.
#[derive(Default)]
struct Log {
    handled: HashMap<String, Vec<u64>>,
    returned: HashSet<ItemId>,
}

impl Log {
    fn count(&self) -> usize {
        self.handled.values().map(Vec::len).sum()
    }
}

/// Handles a push and those that follow it in its lane. Every fifth one is first given back.
async fn handle(at: &Setup, log: &Mutex<Log>, envelope: Arc<Envelope>, revision: Revision) {
    let mut current = Some((envelope, revision));
    while let Some((envelope, revision)) = current.take() {
        let header = envelope.push().header();
        let number: u64 = header.msg_id.as_deref().unwrap().parse().unwrap();
        let is_returned =
            number.is_multiple_of(5) && log.lock().unwrap().returned.insert(ItemId::of(&envelope));
        if is_returned {
            done(at.update(&envelope, revision, change(Then::GiveBack)).await);
            return;
        }
        let sender = header.from.as_str().to_owned();
        log.lock().unwrap().handled.entry(sender).or_default().push(number);
        let next = at.finish(&envelope, revision).await;
        current = next.map(|Item { envelope, status, .. }| (envelope, status.revision));
    }
}

/// Three inboxes that add, claim and finish at the same time handle every push once, and those of
/// one sender in the order in which they were added.
pub async fn busy_inboxes_handle_everything_once_in_order(engine: InboxEngine) {
    let one = Setup::new(&engine).await;
    let two = one.again(&engine).await;
    let three = one.again(&engine).await;
    let inboxes = [one, two, three].map(Arc::new);
    let log = Arc::new(Mutex::new(Log::default()));
    let senders = (0..SENDERS).map(|sender| {
        let (inboxes, log) = (inboxes.clone(), Arc::clone(&log));
        tokio::spawn(async move {
            for number in 0..PUSHES {
                let at = &inboxes[(sender + number as usize) % 3];
                let push = text(&format!("o{sender}"), number);
                match at.enqueue(&push).await {
                    Enqueued::Claimed(revision) => {
                        let (at, log) = (Arc::clone(at), Arc::clone(&log));
                        tokio::spawn(async move { handle(&at, &log, push, revision).await });
                    }
                    Enqueued::Waiting(_) => {}
                    Enqueued::Known(status) => panic!("{status:?}"),
                }
            }
        })
    });
    let claimers = inboxes.iter().map(|at| {
        let (at, log) = (Arc::clone(at), Arc::clone(&log));
        tokio::spawn(async move {
            while log.lock().unwrap().count() < SENDERS * PUSHES as usize {
                for item in at.claim(5).await {
                    handle(&at, &log, item.envelope, item.status.revision).await;
                }
                tokio::task::yield_now().await;
            }
        })
    });
    for outcome in join_all(senders.chain(claimers)).await {
        outcome.unwrap();
    }
    let log = log.lock().unwrap();
    assert_eq!(log.handled.len(), SENDERS);
    for (sender, numbers) in &log.handled {
        assert_eq!(numbers, &Vec::from_iter(0..PUSHES), "{sender}");
    }
    assert_eq!(log.returned.len(), SENDERS * 4);
}
