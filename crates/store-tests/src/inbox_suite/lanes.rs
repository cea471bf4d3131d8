//! Pushes with the same order key.

use std::{collections::HashSet, sync::Arc, time::Duration};

use futures_util::future::join_all;
use weixin_api::{AccountId, AccountKind};
use weixin_store::inbox::{Enqueued, Item, ItemId, ItemState, Order, Then};

use super::{
    Setup, account, assert_claimed, body, change, done, envelope_to, ids, independent, is_waiting,
    text,
};
use crate::InboxEngine;

/// The second push of a sender waits, and is claimed in the step that finishes the first one.
pub async fn the_next_of_a_lane_is_claimed_by_finish(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    at.clock.advance(Duration::from_millis(5));
    let received = at.now();
    let waits = at.waiting(&second).await;
    assert!(is_waiting(&at.known(&second).await));
    assert_eq!(at.known(&second).await.attempts, 0);
    assert!(at.claim(10).await.is_empty());

    let next = at.finish(&first, seen).await.unwrap();
    assert_claimed(&next, &second, &at.owner, 1);
    assert!(next.status.revision > waits);
    assert_eq!(next.received, received);
    assert_eq!(next.envelope.push().fields(), second.push().fields());
    assert_eq!(at.known(&second).await.revision, next.status.revision);
    assert_eq!(at.known(&first).await.state, ItemState::Finished);
    assert!(at.finish(&second, next.status.revision).await.is_none());
    // The lane is empty.
    at.claimed(&text("oAnn", 3)).await;
}

/// A push that is parked or removed lets the next one go on.
pub async fn park_and_remove_release_the_lane(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let pushes = [1, 2, 3].map(|number| text("oAnn", number));
    let seen = at.claimed(&pushes[0]).await;
    at.waiting(&pushes[1]).await;
    at.waiting(&pushes[2]).await;
    let (_, next) = at.then(&pushes[0], seen, Then::Park).await;
    let next = next.unwrap();
    assert_claimed(&next, &pushes[1], &at.owner, 1);
    let (_, next) = at.then(&pushes[1], next.status.revision, Then::Remove).await;
    assert_claimed(&next.unwrap(), &pushes[2], &at.owner, 1);
    assert_eq!(at.known(&pushes[0]).await.state, ItemState::Parked);
    assert!(at.status(&pushes[1]).await.is_none());
}

/// While the oldest push of a lane waits for its next attempt, the others wait too.
pub async fn a_retry_does_not_release_the_lane(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    at.waiting(&second).await;
    let due = at.now() + Duration::from_secs(10);
    let (_, next) = at.then(&first, seen, Then::Retry { due }).await;
    assert!(next.is_none() && at.claim(10).await.is_empty());
    at.waiting(&text("oAnn", 3)).await;
    at.clock.set(due);
    let claimed = at.claim(10).await;
    assert_eq!(claimed.len(), 1);
    assert_claimed(&claimed[0], &first, &at.owner, 2);
    let next = at.finish(&first, claimed[0].status.revision).await.unwrap();
    assert_claimed(&next, &second, &at.owner, 1);
}

/// Only pushes to one account with the same key wait for each other.
pub async fn other_lanes_are_not_blocked(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let room = |sender, number| {
        let push = envelope_to(account(), &body(sender, number));
        Arc::new(push.with_order(Order::Key("room 1".into())))
    };
    let other = AccountId::new(AccountKind::Official, "wx0123456789abcdee");
    let first = at.claimed(&text("oAnn", 1)).await;
    at.claimed(&text("oBen", 2)).await;
    at.claimed(&Arc::new(envelope_to(other, &body("oAnn", 3)))).await;
    at.claimed(&room("oAnn", 4)).await;
    at.waiting(&room("oBen", 5)).await;
    at.waiting(&text("oAnn", 6)).await;
    // Long keys are keys too.
    let long = |end: &str, number| {
        let push = envelope_to(account(), &body("oAnn", number));
        Arc::new(push.with_order(Order::Key(format!("{}{end}", "键".repeat(2000)).into())))
    };
    at.claimed(&long("a", 7)).await;
    at.claimed(&long("b", 8)).await;
    at.waiting(&long("a", 9)).await;
    let next = at.finish(&text("oAnn", 1), first).await.unwrap();
    assert_eq!(ItemId::of(&next.envelope), ItemId::of(&text("oAnn", 6)));
}

/// Independent pushes of one sender are handled at the same time.
pub async fn independent_pushes_never_wait(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    at.claimed(&text("oAnn", 1)).await;
    let second = at.claimed(&independent(2)).await;
    at.claimed(&independent(3)).await;
    assert!(at.finish(&independent(2), second).await.is_none());
    at.waiting(&text("oAnn", 4)).await;
}

/// Pushes of one lane are handled in the order in which they were added.
pub async fn a_lane_keeps_its_order(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    // The ids are in another order.
    let pushes: Vec<_> = (0..20).map(|number| text("oAnn", number * 7 % 20)).collect();
    let mut revision = at.claimed(&pushes[0]).await;
    for push in &pushes[1..] {
        at.waiting(push).await;
    }
    for (index, push) in pushes.iter().enumerate() {
        let next = at.finish(push, revision).await;
        assert_eq!(next.is_some(), index < 19);
        if let Some(next) = next {
            assert_claimed(&next, &pushes[index + 1], &at.owner, 1);
            revision = next.status.revision;
        }
    }
}

/// If the caller does not want the next push, whoever claims gets it.
pub async fn without_an_owner_the_next_one_waits(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    at.waiting(&second).await;
    let expires = at.now() + Duration::from_secs(60);
    let (_, next) = done(at.update(&first, seen, change(Then::Finish { expires })).await);
    assert!(next.is_none());
    // A later push waits for it.
    at.waiting(&text("oAnn", 3)).await;
    let claimed = at.claim(10).await;
    assert_eq!(claimed.len(), 1);
    assert_claimed(&claimed[0], &second, &at.owner, 1);
}

/// A push that is removed while it waits leaves the others as they are.
pub async fn a_waiting_push_can_leave_its_lane(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let pushes = [1, 2, 3, 4].map(|number| text("oAnn", number));
    let first = at.claimed(&pushes[0]).await;
    let second = at.waiting(&pushes[1]).await;
    let third = at.waiting(&pushes[2]).await;
    at.waiting(&pushes[3]).await;
    let (_, next) = at.then(&pushes[1], second, Then::Remove).await;
    assert!(next.is_none());
    assert!(at.inbox.remove(&ItemId::of(&pushes[2]), third).await.unwrap());
    assert!(at.claim(10).await.is_empty());
    let next = at.finish(&pushes[0], first).await.unwrap();
    assert_claimed(&next, &pushes[3], &at.owner, 1);
}

/// Pushes of one lane that come at the same time, to two inboxes, are handled one after the other,
/// and each once.
pub async fn concurrent_pushes_of_one_lane_are_handled_one_by_one(engine: InboxEngine) {
    const PUSHES: u64 = 40;
    let one = Arc::new(Setup::new(&engine).await);
    let two = Arc::new(one.again(&engine).await);
    let tasks = (0..PUSHES).map(|number| {
        let at = Arc::clone(if number % 2 == 0 { &one } else { &two });
        tokio::spawn(async move {
            let push = text("oAnn", number);
            match at.enqueue(&push).await {
                Enqueued::Claimed(revision) => Some((at, push, revision)),
                Enqueued::Waiting(_) => None,
                Enqueued::Known(status) => panic!("{status:?}"),
            }
        })
    });
    let mut claimed = join_all(tasks).await.into_iter().filter_map(Result::unwrap);
    let (at, mut push, mut revision) = claimed.next().unwrap();
    assert!(claimed.next().is_none(), "two pushes of one lane were claimed");
    let mut handled = HashSet::from([ItemId::of(&push)]);
    while let Some(Item { envelope, status, .. }) = at.finish(&push, revision).await {
        assert!(handled.insert(ItemId::of(&envelope)));
        (push, revision) = (envelope, status.revision);
    }
    assert_eq!(handled.len() as u64, PUSHES);
    assert_eq!(ids(&at.claim(10).await), []);
}
