//! Claiming items that are due.

use std::{collections::HashSet, sync::Arc};

use futures_util::future::join_all;
use weixin_store::inbox::{ItemId, Then};

use super::{Setup, change, done, independent, text};
use crate::InboxEngine;

/// Makes pushes that wait: `independent` ones, and two each of three senders.
async fn waiting(at: &Setup, count: u64) {
    for number in 0..count {
        let seen = at.claimed(&independent(number)).await;
        done(at.update(&independent(number), seen, change(Then::GiveBack)).await);
    }
    for (index, sender) in ["oAnn", "oBen", "oCai"].into_iter().enumerate() {
        let number = 1000 + 10 * index as u64;
        let seen = at.claimed(&text(sender, number)).await;
        at.waiting(&text(sender, number + 1)).await;
        done(at.update(&text(sender, number), seen, change(Then::GiveBack)).await);
    }
}

/// A claim returns at most `max` items, and only the oldest one of each lane.
pub async fn claims_are_bounded_and_keep_lanes(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    waiting(&at, 10).await;
    assert!(at.claim(0).await.is_empty());
    let mut claimed = HashSet::new();
    for (max, count) in [(4, 4), (8, 8), (8, 1), (8, 0)] {
        let items = at.claim(max).await;
        assert_eq!(items.len(), count);
        for item in items {
            assert!(item.status.state.is_claimed_by(&at.owner));
            assert!(claimed.insert(ItemId::of(&item.envelope)));
            assert_eq!(at.known(&item.envelope).await.revision, item.status.revision);
        }
    }
    for sender in 0..3 {
        let sender_name = ["oAnn", "oBen", "oCai"][sender];
        let number = 1000 + 10 * sender as u64;
        assert!(claimed.contains(&ItemId::of(&text(sender_name, number))));
        assert!(!claimed.contains(&ItemId::of(&text(sender_name, number + 1))));
    }
}

/// No item is claimed by two owners that claim at the same time.
pub async fn concurrent_claims_do_not_overlap(engine: InboxEngine) {
    let one = Arc::new(Setup::new(&engine).await);
    waiting(&one, 60).await;
    let two = Arc::new(one.again(&engine).await);
    let tasks = (0..30).map(|index| {
        let at = Arc::clone(if index % 2 == 0 { &one } else { &two });
        tokio::spawn(async move { at.claim(3).await })
    });
    let mut claimed = HashSet::new();
    for outcome in join_all(tasks).await {
        for item in outcome.unwrap() {
            assert!(claimed.insert(ItemId::of(&item.envelope)), "claimed twice");
        }
    }
    // A claim may skip what another one is about to take.
    for item in one.claim(100).await {
        assert!(claimed.insert(ItemId::of(&item.envelope)), "claimed twice");
    }
    assert_eq!(claimed.len(), 63);
}
