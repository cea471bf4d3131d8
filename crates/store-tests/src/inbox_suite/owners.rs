//! Owners that end, and finished items that expire.

use std::{sync::Arc, time::Duration};

use weixin_protocol::PassiveReply;
use weixin_store::{
    ErrorKind,
    inbox::{Change, Enqueued, ItemId, ItemState, Outbox, Progress, ReplyState, Then},
};

use super::{
    Setup, TTL, assert_claimed, change, conflict, done, ids, independent, is_waiting, message, text,
};
use crate::InboxEngine;

const JUST: Duration = Duration::from_millis(1);

fn progress() -> Progress {
    Progress {
        reply: ReplyState::Taken(Arc::new(PassiveReply::Text("a".to_owned()))),
        outbox: Some(Outbox::new(vec![message("b")])),
        failure: None,
    }
}

/// When the claims of an owner have ended, another one gets its items, with their progress. The
/// first one can no longer change them.
pub async fn claims_of_a_lost_owner_pass_on(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    at.waiting(&second).await;
    let keep = Change { progress: progress(), then: Then::Keep, next_for: None };
    let (seen, _) = done(at.update(&first, seen, keep).await);

    at.clock.advance(TTL - JUST);
    let other = at.again(&engine).await;
    assert!(other.claim(10).await.is_empty());
    at.clock.advance(JUST);
    let claimed = other.claim(10).await;
    assert_eq!(claimed.len(), 1, "the second push waits for the first one");
    assert_claimed(&claimed[0], &first, &other.owner, 2);
    assert_eq!(claimed[0].status.progress.reply, progress().reply);
    assert_eq!(claimed[0].status.progress.outbox.as_ref().unwrap().total, 1);

    let expires = at.now() + Duration::from_secs(60);
    for then in [Then::Keep, Then::Finish { expires }, Then::GiveBack] {
        let status = conflict(at.update(&first, seen, change(then)).await).unwrap();
        assert_eq!(status.state, ItemState::Claimed(other.owner.clone()));
        assert_eq!(status.revision, claimed[0].status.revision);
    }
    let lost = at.inbox.renew(&at.owner, TTL).await.unwrap_err();
    assert_eq!(lost.kind(), ErrorKind::LeaseLost);
    let next = other.finish(&first, claimed[0].status.revision).await.unwrap();
    assert_claimed(&next, &second, &other.owner, 1);
}

/// Claims last as long as they are renewed.
pub async fn renewals_keep_claims(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let seen = at.claimed(&push).await;
    for _ in 0..3 {
        at.clock.advance(TTL - JUST);
        at.inbox.renew(&at.owner, TTL).await.unwrap();
        let other = at.again(&engine).await;
        assert!(other.claim(10).await.is_empty());
    }
    assert_eq!(at.known(&push).await.revision, seen);
    // A renewal may also shorten them.
    at.inbox.renew(&at.owner, JUST).await.unwrap();
    at.clock.advance(JUST);
    assert_eq!(at.again(&engine).await.claim(10).await.len(), 1);
}

/// An owner whose claims have ended cannot add pushes or claim them.
pub async fn a_lost_owner_cannot_add_or_claim(engine: InboxEngine) {
    let lost = Setup::new(&engine).await;
    lost.claimed(&text("oBen", 1)).await;
    lost.clock.advance(TTL);
    let gone = lost.again(&engine).await;
    gone.inbox.unregister(&gone.owner).await.unwrap();
    let at = lost.again(&engine).await;
    for other in [&lost, &gone] {
        for push in [text("oAnn", 1), independent(2)] {
            let error = other.inbox.enqueue(&push, &other.owner).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::LeaseLost);
            assert!(at.status(&push).await.is_none(), "nothing was added");
        }
        let error = other.inbox.claim(&other.owner, 10).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LeaseLost);
        let error = other.inbox.renew(&other.owner, TTL).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::LeaseLost);
    }
    at.claimed(&text("oAnn", 1)).await;
    assert_eq!(ids(&at.claim(10).await), [ItemId::of(&text("oBen", 1))]);
    // It can register again.
    let again = lost.again(&engine).await;
    again.claimed(&text("oCai", 1)).await;
}

/// A change by an owner whose claims have ended does not claim the next push for it.
pub async fn a_lost_owner_gets_no_next_push(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&first).await;
    at.waiting(&second).await;
    at.clock.advance(TTL);
    let other = at.again(&engine).await;
    // Nobody has taken the first push over, so it can still be finished.
    assert!(at.finish(&first, seen).await.is_none());
    assert!(is_waiting(&other.known(&second).await));
    let claimed = other.claim(10).await;
    assert_claimed(&claimed[0], &second, &other.owner, 1);
}

/// A process that ends in order frees its items for the others.
pub async fn unregistering_frees_claims_at_once(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let pushes = [text("oAnn", 1), text("oBen", 2), independent(3)];
    let mut seen = Vec::new();
    for push in &pushes {
        seen.push(at.claimed(push).await);
    }
    at.waiting(&text("oAnn", 4)).await;
    at.inbox.unregister(&at.owner).await.unwrap();
    let other = at.again(&engine).await;
    let claimed = other.claim(10).await;
    let mut expected = pushes.each_ref().map(|push| ItemId::of(push));
    expected.sort();
    assert_eq!(ids(&claimed), expected);
    for item in &claimed {
        assert_eq!(item.status.attempts, 2);
    }
    for (push, seen) in pushes.iter().zip(seen) {
        assert!(conflict(at.update(push, seen, change(Then::Keep)).await).is_some());
    }
    // An unknown owner is nothing to end.
    let unknown = weixin_store::inbox::Owner::random().unwrap();
    other.inbox.unregister(&unknown).await.unwrap();
}

/// A finished push is remembered until it expires; a repeat after that is a new push.
pub async fn finished_pushes_are_remembered_until_they_expire(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (short, long) = (text("oAnn", 1), text("oAnn", 2));
    let seen = at.claimed(&short).await;
    let expires = at.now() + Duration::from_secs(20);
    let finish = Change { progress: progress(), then: Then::Finish { expires }, next_for: None };
    let (first, _) = done(at.update(&short, seen, finish).await);
    let seen = at.claimed(&long).await;
    let expires = at.now() + Duration::from_secs(3 * 24 * 3600);
    at.then(&long, seen, Then::Finish { expires }).await;

    at.clock.advance(Duration::from_secs(20) - JUST);
    at.claim(10).await;
    let status = at.known(&short).await;
    assert_eq!((status.state, status.revision), (ItemState::Finished, first));
    assert_eq!(status.progress.reply, progress().reply);
    at.clock.advance(JUST);
    // Whether it was removed or not.
    assert!(at.status(&short).await.is_none());
    assert!(at.inbox.find(&ItemId::of(&short)).await.unwrap().is_none());
    let again = at.claimed(&short).await;
    assert!(again > first, "a new push does not have the revision of an old one");
    assert_eq!(at.known(&short).await.progress.reply, ReplyState::Open);
    let expires = at.now() + Duration::from_secs(1);
    at.then(&short, again, Then::Finish { expires }).await;
    at.clock.advance(Duration::from_secs(1));
    at.claim(10).await;
    assert!(at.status(&short).await.is_none());

    at.clock.advance(Duration::from_secs(3 * 24 * 3600 - 22));
    let other = at.again(&engine).await;
    assert_eq!(other.known(&long).await.state, ItemState::Finished);
    assert_eq!(other.inbox.stats().await.unwrap().finished, 1);
    at.clock.advance(Duration::from_secs(1));
    let other = at.again(&engine).await;
    other.claim(10).await;
    assert_eq!(other.inbox.stats().await.unwrap().finished, 0);
    other.claimed(&long).await;
}

/// A push that is resumed by a process that then dies passes to another one.
pub async fn resumed_pushes_pass_on(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let seen = at.claimed(&push).await;
    let expires = at.now() + Duration::from_secs(60);
    let (seen, _) = at.then(&push, seen, Then::Finish { expires }).await;
    let resume = Then::Resume(at.owner.clone());
    let resume = Change { progress: progress(), then: resume, next_for: None };
    let (seen, _) = done(at.update(&push, seen, resume).await);
    at.clock.advance(TTL);
    let other = at.again(&engine).await;
    let claimed = other.claim(10).await;
    assert_eq!(claimed.len(), 1);
    assert_eq!(claimed[0].status.state, ItemState::Claimed(other.owner.clone()));
    assert_eq!(claimed[0].status.progress.reply, progress().reply);
    assert_eq!(claimed[0].envelope.push().fields(), push.push().fields());
    assert!(conflict(at.update(&push, seen, change(Then::Keep)).await).is_some());
    // It does not expire while it is being handled.
    at.clock.advance(Duration::from_secs(40));
    other.inbox.renew(&other.owner, TTL).await.unwrap_err();
    let last = at.again(&engine).await;
    let claimed = last.claim(10).await;
    assert_eq!(ids(&claimed), [ItemId::of(&push)]);
}

/// Two processes see the same lanes.
pub async fn two_inboxes_share_a_lane(engine: InboxEngine) {
    let one = Setup::new(&engine).await;
    let two = one.again(&engine).await;
    assert_ne!(one.owner, two.owner);
    let pushes = [1, 2, 3].map(|number| text("oAnn", number));
    let first = one.claimed(&pushes[0]).await;
    two.waiting(&pushes[1]).await;
    one.waiting(&pushes[2]).await;
    let Enqueued::Known(status) = two.enqueue(&pushes[0]).await else { panic!("it is known") };
    assert_eq!((status.state, status.revision), (ItemState::Claimed(one.owner.clone()), first));
    // The process that finishes a push continues with the next one.
    let next = one.finish(&pushes[0], first).await.unwrap();
    assert_claimed(&next, &pushes[1], &one.owner, 1);
    let (_, none) = one.then(&pushes[1], next.status.revision, Then::GiveBack).await;
    assert!(none.is_none());
    let claimed = two.claim(10).await;
    assert_claimed(&claimed[0], &pushes[1], &two.owner, 1);
    let next = two.finish(&pushes[1], claimed[0].status.revision).await.unwrap();
    assert_claimed(&next, &pushes[2], &two.owner, 1);
}
