//! Operations that Redis executes although their result does not arrive.

use std::{pin::pin, time::Duration};

use futures_util::future::{Either, select};
use weixin_api::{Clock, SystemClock};
use weixin_store::{
    ErrorKind,
    inbox::{Change, Enqueued, Inbox, ItemId, ItemState, Owner, Progress, Then, Updated},
};
use weixin_store_redis::RedisInbox;
use weixin_store_tests::RedisServer;

use crate::support::{TTL, command, connect, finish, independent, text};

const TIMEOUT: Duration = Duration::from_millis(100);
const PAUSE: Duration = Duration::from_millis(300);

async fn sleep(span: Duration) {
    let clock: &dyn Clock = &SystemClock;
    clock.sleep(span).await;
}

/// Runs an operation while Redis answers nothing, and waits until Redis has executed it.
async fn without_response<T>(server: &RedisServer, operation: impl Future<Output = T>) -> T {
    let mut connection = connect(&server.address()).await;
    let pause = PAUSE.as_millis().to_string();
    command(&mut connection, &["CLIENT", "PAUSE", &pause, "ALL"]).await;
    let result = operation.await;
    sleep(PAUSE).await;
    // Redis answers in the order in which it gets requests.
    command(&mut connection, &["PING"]).await;
    result
}

async fn open() -> (RedisServer, RedisInbox, Owner) {
    let server = RedisServer::start().await;
    let inbox = RedisInbox::builder(server.address()).timeout(TIMEOUT).open().unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    // The server has the scripts.
    for sender in ["oAnn", "oBen"] {
        let push = text(sender, 0);
        let Enqueued::Claimed(seen) = inbox.enqueue(&push, &owner).await.unwrap() else { panic!() };
        finish(&inbox, &push, seen, &owner).await;
    }
    inbox.claim(&owner, 1).await.unwrap();
    (server, inbox, owner)
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn a_push_whose_claim_was_not_reported_is_claimed_again() {
    let (server, inbox, owner) = open().await;
    let push = text("oAnn", 1);
    let error = without_response(&server, inbox.enqueue(&push, &owner)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    // It was added after all, and nobody handles it.
    let status = inbox.status(&push).await.unwrap().unwrap();
    assert_eq!((status.state, status.attempts), (ItemState::Claimed(owner.clone()), 1));
    let claimed = inbox.claim(&owner, 10).await.unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(claimed[0].status.attempts, 1, "nobody has tried to handle it");
    assert!(claimed[0].status.revision > status.revision);
    finish(&inbox, &push, claimed[0].status.revision, &owner).await;
    assert!(inbox.claim(&owner, 10).await.unwrap().is_empty());
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn the_next_push_of_a_lane_is_not_lost_with_the_response() {
    let (server, inbox, owner) = open().await;
    let (first, second) = (text("oAnn", 1), text("oAnn", 2));
    let Enqueued::Claimed(seen) = inbox.enqueue(&first, &owner).await.unwrap() else { panic!() };
    inbox.enqueue(&second, &owner).await.unwrap();
    let finish_first = || {
        let expires = inbox.clock().now() + Duration::from_secs(60);
        let (then, next_for) = (Then::Finish { expires }, Some(owner.clone()));
        Change { progress: Progress::default(), then, next_for }
    };
    let update = inbox.update(&first, seen, finish_first());
    let error = without_response(&server, update).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    // The caller tries again, and sees that it was done.
    let updated = inbox.update(&first, seen, finish_first()).await.unwrap();
    let Updated::Conflict(Some(status)) = updated else { panic!("{updated:?}") };
    assert_eq!(status.state, ItemState::Finished);
    let status = inbox.status(&second).await.unwrap().unwrap();
    assert_eq!(status.state, ItemState::Claimed(owner.clone()));
    let claimed = inbox.claim(&owner, 10).await.unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(ItemId::of(&claimed[0].envelope), ItemId::of(&second));
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn dropped_futures_leave_no_claims() {
    let (server, inbox, owner) = open().await;
    for number in 100..140 {
        let push = independent(number);
        let Enqueued::Claimed(seen) = inbox.enqueue(&push, &owner).await.unwrap() else { panic!() };
        let change = Change { progress: Progress::default(), then: Then::GiveBack, next_for: None };
        inbox.update(&push, seen, change).await.unwrap();
    }
    without_response(&server, async {
        let (claim, wait) = (inbox.claim(&owner, 100), pin!(sleep(TIMEOUT / 2)));
        assert!(matches!(select(claim, wait).await, Either::Right(_)));
    })
    .await;
    assert_ne!(inbox.stats().await.unwrap().claimed, 0);
    assert_eq!(inbox.claim(&owner, 100).await.unwrap().len(), 40);
    assert!(inbox.claim(&owner, 100).await.unwrap().is_empty());
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn a_claim_that_was_taken_up_is_kept() {
    let (server, inbox, owner) = open().await;
    let push = text("oAnn", 1);
    without_response(&server, inbox.enqueue(&push, &owner)).await.unwrap_err();
    // The platform sends it again, and the process sees that it has claimed it.
    let Enqueued::Known(status) = inbox.enqueue(&push, &owner).await.unwrap() else { panic!() };
    assert_eq!(status.state, ItemState::Claimed(owner.clone()));
    let keep = Change { progress: Progress::default(), then: Then::Keep, next_for: None };
    let updated = inbox.update(&push, status.revision, keep).await.unwrap();
    let Updated::Done { revision, .. } = updated else { panic!("{updated:?}") };
    assert!(inbox.claim(&owner, 10).await.unwrap().is_empty());
    assert_eq!(inbox.status(&push).await.unwrap().unwrap().revision, revision);
}
