//! The suite on the in-memory inbox, and how long that remembers.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::Arc, time::Duration};

use weixin_api::{AccountId, AccountKind, Clock};
use weixin_protocol::{Inbound, PassiveReply, Provenance, Verified};
use weixin_store::inbox::{
    Change, Durability, Enqueued, Envelope, Inbox, ItemState, MemoryInbox, Order, Progress, Push,
    ReplyState, Then, Updated,
};
use weixin_store_tests::{InboxEngine, ManualClock};

async fn open(_: &str) -> InboxEngine {
    InboxEngine::memory()
}

weixin_store_tests::inbox_suite!(open);

fn independent(number: usize) -> Arc<Envelope> {
    let body = format!("<xml><FromUserName>oAnn</FromUserName><MsgId>{number}</MsgId></xml>");
    let inbound = Verified::vouch(Inbound::parse(&body).unwrap(), Provenance::Encrypted);
    let account = Arc::new(AccountId::new(AccountKind::Official, "wx0123456789abcdef"));
    Arc::new(Envelope::new(Push::new(inbound, account)).with_order(Order::Independent))
}

async fn add_and(inbox: &MemoryInbox, push: &Arc<Envelope>, then: Then, reply: &ReplyState) {
    let owner = inbox.register(Duration::from_secs(30)).await.unwrap();
    let Enqueued::Claimed(seen) = inbox.enqueue(push, &owner).await.unwrap() else {
        panic!("it is new");
    };
    let progress = Progress { reply: reply.clone(), ..Progress::default() };
    let change = Change { progress, then, next_for: None };
    let updated = inbox.update(push, seen, change).await.unwrap();
    assert!(matches!(updated, Updated::Done { .. }));
}

#[tokio::test]
async fn answers_are_forgotten_before_their_pushes() {
    let clock = ManualClock::new();
    let inbox = MemoryInbox::new(clock.clone());
    assert_eq!(inbox.durability().await.unwrap(), Durability::Process);
    let reply = ReplyState::Offered(Arc::new(PassiveReply::Text("a".to_owned())));
    // Memory has its own times, whatever it is told.
    let expires = clock.now() + Duration::from_secs(24 * 3600);
    let push = independent(1);
    add_and(&inbox, &push, Then::Finish { expires }, &reply).await;
    clock.advance(Duration::from_secs(15));
    let status = inbox.status(&push).await.unwrap().unwrap();
    assert_eq!((status.state, status.progress.reply), (ItemState::Finished, reply));
    clock.advance(Duration::from_secs(5));
    let status = inbox.status(&push).await.unwrap().unwrap();
    assert_eq!((status.state, status.progress.reply), (ItemState::Finished, ReplyState::Closed));
    clock.advance(MemoryInbox::DEDUP_TTL - Duration::from_secs(20));
    assert!(inbox.status(&push).await.unwrap().is_some());
    // Whole generations are forgotten.
    clock.advance(Duration::from_secs(25));
    assert!(inbox.status(&push).await.unwrap().is_none());
    let owner = inbox.register(Duration::from_secs(30)).await.unwrap();
    assert!(matches!(inbox.enqueue(&push, &owner).await.unwrap(), Enqueued::Claimed(_)));
}

#[tokio::test]
async fn a_push_is_remembered_for_a_minute_whenever_it_was_finished() {
    const SECOND: Duration = Duration::from_secs(1);
    let clock = ManualClock::new();
    let inbox = MemoryInbox::new(clock.clone());
    let minute = usize::try_from(MemoryInbox::DEDUP_TTL.as_secs()).unwrap();
    for number in 0..3 * minute {
        let expires = clock.now();
        add_and(&inbox, &independent(number), Then::Finish { expires }, &ReplyState::Closed).await;
        let first = number.saturating_sub(minute);
        for known in first..=number {
            assert!(inbox.status(&independent(known)).await.unwrap().is_some());
        }
        clock.advance(SECOND);
    }
    let known = inbox.stats().await.unwrap().finished;
    assert!(known <= 86, "{known} pushes are remembered");
}

#[tokio::test]
async fn a_bounded_number_of_parked_pushes_is_kept() {
    let clock = ManualClock::new();
    let inbox = MemoryInbox::new(clock.clone());
    for number in 0..MemoryInbox::MAX_PARKED + 10 {
        add_and(&inbox, &independent(number), Then::Park, &ReplyState::Open).await;
        clock.advance(Duration::from_millis(1));
    }
    assert_eq!(inbox.stats().await.unwrap().parked, MemoryInbox::MAX_PARKED as u64);
    assert!(inbox.status(&independent(9)).await.unwrap().is_none());
    assert!(inbox.status(&independent(10)).await.unwrap().is_some());
}
