//! Operations that Redis executes although their result does not arrive.

use std::{pin::pin, time::Duration};

use futures_util::future::{Either, select};
use weixin_api::{Clock, SystemClock};
use weixin_store::{
    ErrorKind,
    inbox::{Change, Enqueued, Inbox, ItemId, ItemState, Progress, Then, Updated},
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

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn claims_whose_result_was_lost_end_with_their_owner() {
    let server = RedisServer::start().await;
    let inbox = RedisInbox::builder(server.address()).timeout(TIMEOUT).open().unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    let (first, second, third) = (text("oAnn", 1), text("oAnn", 2), text("oBen", 3));
    let Enqueued::Claimed(seen) = inbox.enqueue(&first, &owner).await.unwrap() else { panic!() };
    inbox.enqueue(&second, &owner).await.unwrap();
    let warm_up = text("oCai", 4);
    let Enqueued::Claimed(other) = inbox.enqueue(&warm_up, &owner).await.unwrap() else { panic!() };
    finish(&inbox, &warm_up, other, &owner).await;

    let error = without_response(&server, inbox.enqueue(&third, &owner)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    assert_eq!(error.to_string(), "Redis did not answer in time");
    let finish_first = || {
        let expires = inbox.clock().now() + Duration::from_secs(60);
        let (then, next_for) = (Then::Finish { expires }, Some(owner.clone()));
        Change { progress: Progress::default(), then, next_for }
    };
    let update = inbox.update(&first, seen, finish_first());
    let error = without_response(&server, update).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreachable);
    // Both were executed. Who tries again sees that.
    let updated = inbox.update(&first, seen, finish_first()).await.unwrap();
    let Updated::Conflict(Some(status)) = updated else { panic!("{updated:?}") };
    assert_eq!(status.state, ItemState::Finished);
    let Enqueued::Known(status) = inbox.enqueue(&third, &owner).await.unwrap() else { panic!() };
    assert_eq!(status.state, ItemState::Claimed(owner.clone()));
    // The owner has claimed the next push of the lane, too, which nobody handles.
    let status = inbox.status(&second).await.unwrap().unwrap();
    assert_eq!(status.state, ItemState::Claimed(owner.clone()));
    let next = inbox.register(TTL).await.unwrap();
    assert!(inbox.claim(&next, 10).await.unwrap().is_empty());
    inbox.unregister(&owner).await.unwrap();
    let mut claimed = Vec::new();
    for item in inbox.claim(&next, 10).await.unwrap() {
        assert!(item.status.state.is_claimed_by(&next));
        claimed.push(ItemId::of(&item.envelope));
    }
    claimed.sort();
    assert_eq!(claimed, [ItemId::of(&second), ItemId::of(&third)]);
}

#[tokio::test]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn claims_of_a_dropped_future_end_with_their_owner() {
    let server = RedisServer::start().await;
    let inbox = RedisInbox::builder(server.address()).timeout(TIMEOUT).open().unwrap();
    let owner = inbox.register(TTL).await.unwrap();
    for number in 0..40 {
        let push = independent(number);
        let Enqueued::Claimed(seen) = inbox.enqueue(&push, &owner).await.unwrap() else { panic!() };
        let change = Change { progress: Progress::default(), then: Then::GiveBack, next_for: None };
        inbox.update(&push, seen, change).await.unwrap();
    }
    // Redis has the script.
    let warm_up = inbox.register(TTL).await.unwrap();
    assert_eq!(inbox.claim(&warm_up, 100).await.unwrap().len(), 40);
    inbox.unregister(&warm_up).await.unwrap();
    without_response(&server, async {
        let (claim, wait) = (inbox.claim(&owner, 100), pin!(sleep(TIMEOUT / 2)));
        assert!(matches!(select(claim, wait).await, Either::Right(_)));
    })
    .await;
    assert_ne!(inbox.stats().await.unwrap().claimed, 0);
    let next = inbox.register(TTL).await.unwrap();
    inbox.unregister(&owner).await.unwrap();
    assert_eq!(inbox.claim(&next, 100).await.unwrap().len(), 40);
}
