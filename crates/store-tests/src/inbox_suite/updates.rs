//! Changes of items.

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use weixin_protocol::PassiveReply;
use weixin_store::inbox::{Change, ItemState, Progress, ReplyState, Revision, Then, Updated};

use super::{Setup, assert_claimed, change, conflict, done, independent, is_waiting, text};
use crate::InboxEngine;

fn offered(text: &str) -> Progress {
    let reply = ReplyState::Offered(Arc::new(PassiveReply::Text(text.to_owned())));
    Progress { reply, ..Progress::default() }
}

/// A change with an old revision does nothing, and shows the present state.
pub async fn stale_updates_conflict(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let seen = at.claimed(&push).await;
    let keep = |progress| Change { progress, then: Then::Keep, next_for: None };
    let (revision, _) = done(at.update(&push, seen, keep(offered("a"))).await);
    let expires = at.now() + Duration::from_secs(60);
    let due = at.now();
    let thens = [
        Then::Keep,
        Then::Finish { expires },
        Then::Retry { due },
        Then::GiveBack,
        Then::Replay,
        Then::Park,
        Then::Resume(at.owner.clone()),
        Then::Remove,
    ];
    for stale in [seen, revision.next(), Revision::from_bits(0)] {
        for then in thens.clone() {
            let lost = Change { progress: offered("b"), then, next_for: None };
            let status = conflict(at.update(&push, stale, lost).await).unwrap();
            assert_eq!(status.state, ItemState::Claimed(at.owner.clone()));
            assert_eq!(status.revision, revision);
            assert_eq!(status.progress.reply, offered("a").reply);
        }
    }
    let (last, _) = done(at.update(&push, revision, keep(offered("c"))).await);
    assert!(last > revision);
    assert_eq!(at.status(&push).await.unwrap().progress.reply, offered("c").reply);
}

/// Of concurrent changes in two inboxes, one succeeds, and the others see what it did.
pub async fn racing_updates_have_one_winner(engine: InboxEngine) {
    let one = Arc::new(Setup::new(&engine).await);
    let two = Arc::new(one.again(&engine).await);
    for number in 0..5 {
        let push = text("oAnn", number);
        let seen = one.claimed(&push).await;
        let tasks = (0..20).map(|index| {
            let at = Arc::clone(if index % 2 == 0 { &one } else { &two });
            let push = Arc::clone(&push);
            tokio::spawn(async move {
                let expires = at.now() + Duration::from_secs(60);
                let then = match index % 3 {
                    0 => Then::Keep,
                    _ => Then::Finish { expires },
                };
                let progress = offered(&index.to_string());
                let done = at.update(&push, seen, Change { progress, then, next_for: None }).await;
                (index, done)
            })
        });
        let (mut winners, mut seen_by_losers) = (Vec::new(), Vec::new());
        for outcome in join_all(tasks).await {
            match outcome.unwrap() {
                (index, Updated::Done { revision, .. }) => winners.push((index, revision)),
                (_, Updated::Conflict(status)) => seen_by_losers.push(status.unwrap()),
            }
        }
        assert_eq!(winners.len(), 1, "{winners:?}");
        let (winner, revision) = winners[0];
        for status in &seen_by_losers {
            assert_eq!(status.revision, revision);
            assert_eq!(status.progress.reply, offered(&winner.to_string()).reply);
        }
        let status = one.status(&push).await.unwrap();
        one.then(&push, status.revision, Then::Remove).await;
    }
}

/// A claim that is given back can be claimed again at once, and was no attempt.
pub async fn a_returned_claim_is_no_attempt(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let mut seen = at.claimed(&push).await;
    at.waiting(&text("oAnn", 2)).await;
    for _ in 0..3 {
        let (revision, next) = at.then(&push, seen, Then::GiveBack).await;
        assert!(next.is_none(), "the push keeps its place in the lane");
        let status = at.known(&push).await;
        assert!(is_waiting(&status));
        assert_eq!((status.attempts, status.revision), (0, revision));
        let claimed = at.claim(10).await;
        assert_eq!(claimed.len(), 1);
        assert_claimed(&claimed[0], &push, &at.owner, 1);
        assert!(claimed[0].status.revision > revision);
        seen = claimed[0].status.revision;
    }
}

/// A retry counts, keeps the progress, and is not claimed before it is due.
pub async fn a_retry_is_an_attempt_and_waits_until_it_is_due(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let mut seen = at.claimed(&push).await;
    for attempt in 1..4 {
        let due = at.now() + Duration::from_secs(10);
        let progress = Progress { failure: Some("no answer".into()), ..offered("a") };
        let retry = Change { progress, then: Then::Retry { due }, next_for: None };
        let (revision, _) = done(at.update(&push, seen, retry).await);
        let status = at.known(&push).await;
        assert_eq!(status.state, ItemState::Waiting { due });
        assert_eq!((status.attempts, status.revision), (attempt, revision));
        at.clock.advance(Duration::from_millis(9_999));
        assert!(at.claim(10).await.is_empty());
        at.clock.advance(Duration::from_millis(1));
        at.inbox.renew(&at.owner, super::TTL).await.unwrap();
        let claimed = at.claim(10).await;
        assert_claimed(&claimed[0], &push, &at.owner, attempt + 1);
        assert_eq!(claimed[0].status.progress.reply, offered("a").reply);
        assert_eq!(claimed[0].status.progress.failure.as_deref(), Some("no answer"));
        seen = claimed[0].status.revision;
    }
}

/// A parked push is not claimed until a person gives it back. It then no longer waits for others.
pub async fn parked_pushes_wait_for_a_person(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    let progress = Progress { failure: Some("a panic".into()), ..Progress::default() };
    let park = Change { progress, then: Then::Park, next_for: Some(at.owner.clone()) };
    let (revision, _) = done(at.update(&first, seen, park).await);
    at.clock.advance(Duration::from_secs(20));
    assert!(at.claim(10).await.is_empty());
    let status = at.known(&first).await;
    assert_eq!((status.state, status.revision), (ItemState::Parked, revision));
    assert_eq!(status.progress.failure.as_deref(), Some("a panic"));
    at.claimed(&second).await;
    done(at.update(&first, revision, change(Then::GiveBack)).await);
    let claimed = at.claim(10).await;
    assert_eq!(claimed.len(), 1);
    assert_claimed(&claimed[0], &first, &at.owner, 1);
    assert!(claimed[0].status.progress.failure.is_none());
}

/// A parked push that is replayed is claimed at once, its attempts are counted again, and it does not
/// wait for the other pushes of its lane.
pub async fn replayed_pushes_begin_again(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let mut seen = at.claimed(&first).await;
    for _ in 0..3 {
        let due = at.now();
        at.then(&first, seen, Then::Retry { due }).await;
        seen = at.claim(10).await[0].status.revision;
    }
    let (parked, _) = at.then(&first, seen, Then::Park).await;
    assert_eq!(at.known(&first).await.attempts, 4);
    let behind = at.claimed(&second).await;
    let replay = Change { progress: offered("a"), then: Then::Replay, next_for: None };
    let (revision, _) = done(at.update(&first, parked, replay).await);
    let status = at.known(&first).await;
    assert!(is_waiting(&status));
    assert_eq!((status.attempts, status.revision), (0, revision));
    assert_eq!(at.inbox.stats().await.unwrap().parked, 0);
    let claimed = at.claim(10).await;
    assert_eq!(claimed.len(), 1);
    assert_claimed(&claimed[0], &first, &at.owner, 1);
    assert_eq!(claimed[0].status.progress.reply, offered("a").reply);
    at.finish(&first, claimed[0].status.revision).await;
    at.finish(&second, behind).await;
    assert_eq!(at.inbox.stats().await.unwrap().oldest, None);
}

/// A finished push can be changed and claimed again.
pub async fn finished_pushes_can_be_resumed(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    let expires = at.now() + Duration::from_secs(60);
    let finish = Change { progress: offered("a"), then: Then::Finish { expires }, next_for: None };
    let (revision, _) = done(at.update(&first, seen, finish).await);
    let status = at.known(&first).await;
    assert_eq!((status.state, status.revision), (ItemState::Finished, revision));
    assert_eq!(status.progress.reply, offered("a").reply);
    let keep = Change { progress: offered("b"), then: Then::Keep, next_for: None };
    let (revision, _) = done(at.update(&first, revision, keep).await);
    let status = at.known(&first).await;
    assert_eq!((status.state, status.revision), (ItemState::Finished, revision));
    assert_eq!(status.progress.reply, offered("b").reply);

    at.claimed(&second).await;
    let resume = Then::Resume(at.owner.clone());
    let resume = Change { progress: offered("c"), then: resume, next_for: None };
    let (revision, _) = done(at.update(&first, revision, resume).await);
    let status = at.known(&first).await;
    assert_eq!(status.state, ItemState::Claimed(at.owner.clone()));
    assert_eq!(status.revision, revision);
    assert_eq!(status.progress.reply, offered("c").reply);
    // It is not in the lane: the second push is still claimed, and a third one waits for that.
    at.waiting(&text("oAnn", 3)).await;
    let expires = at.now() + Duration::from_secs(60);
    at.then(&first, revision, Then::Finish { expires }).await;
    assert_eq!(at.known(&first).await.state, ItemState::Finished);
    assert!(is_waiting(&at.known(&text("oAnn", 3)).await));
}

/// Changing a push that is not there is a conflict without a state.
pub async fn unknown_pushes_cannot_be_updated(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let seen = Revision::first(at.now());
    assert!(conflict(at.update(&text("oAnn", 1), seen, change(Then::Keep)).await).is_none());
    let seen = at.claimed(&independent(2)).await;
    let (revision, _) = at.then(&independent(2), seen, Then::Remove).await;
    for seen in [seen, revision] {
        assert!(conflict(at.update(&independent(2), seen, change(Then::Keep)).await).is_none());
    }
}
