//! What operators use: find, remove, list, count.

use std::{collections::HashSet, time::Duration};

use weixin_store::{
    Cursor, ErrorKind,
    inbox::{ItemFilter, ItemId, ItemState, ItemSummary, Revision, StateFilter, Then},
};

use super::{Setup, change, done, independent, text};
use crate::InboxEngine;

/// A removed push is forgotten, whatever its state; a repeat is a new push.
pub async fn removed_pushes_are_forgotten(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let pushes = [1, 2, 3].map(|number| text("oAnn", number));
    let id = ItemId::of(&pushes[0]);
    let none = Revision::first(at.now());
    assert!(!at.inbox.remove(&id, none).await.unwrap());
    assert!(at.inbox.find(&id).await.unwrap().is_none());
    for unknown in ["", "official", "a#b", "wörk:1#\u{0}%00"] {
        assert!(!at.inbox.remove(&ItemId::new(unknown), none).await.unwrap());
        assert!(at.inbox.find(&ItemId::new(unknown)).await.unwrap().is_none());
    }
    let first = at.claimed(&pushes[0]).await;
    at.waiting(&pushes[1]).await;
    at.clock.advance(Duration::from_millis(1));
    for stale in [Revision::from_bits(0), first.next()] {
        assert!(!at.inbox.remove(&id, stale).await.unwrap());
    }
    assert!(at.status(&pushes[0]).await.is_some());
    assert!(at.inbox.remove(&id, first).await.unwrap());
    assert!(!at.inbox.remove(&id, first).await.unwrap());
    assert!(at.status(&pushes[0]).await.is_none());
    // The handler still runs; what it reports is ignored.
    let updated = at.update(&pushes[0], first, change(Then::GiveBack)).await;
    assert!(super::conflict(updated).is_none());
    // The next of the lane continues.
    let claimed = at.claim(10).await;
    assert_eq!(super::ids(&claimed), [ItemId::of(&pushes[1])]);
    let second = at.waiting(&pushes[0]).await;
    assert!(second > first);
    assert!(at.inbox.remove(&id, second).await.unwrap());

    let parked = at.claimed(&independent(4)).await;
    let (parked, _) = at.then(&independent(4), parked, Then::Park).await;
    assert!(at.inbox.remove(&ItemId::of(&independent(4)), parked).await.unwrap());
    assert_eq!(at.inbox.stats().await.unwrap().parked, 0);
    at.claimed(&independent(4)).await;
}

/// A finished push can be found and removed, so that a repeat is handled again.
pub async fn finished_pushes_are_found_and_removed(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let seen = at.claimed(&push).await;
    at.finish(&push, seen).await;
    let id = ItemId::of(&push);
    let found = at.inbox.find(&id).await.unwrap().unwrap();
    assert_eq!(found.status.state, ItemState::Finished);
    assert_eq!(found.envelope.push().fields(), push.push().fields());
    assert!(at.inbox.remove(&id, found.status.revision).await.unwrap());
    at.claimed(&push).await;
}

/// All items of a list, in the order of its pages.
async fn list(at: &Setup, filter: &ItemFilter) -> (Vec<ItemSummary>, usize) {
    let (mut items, mut pages) = (Vec::new(), 0);
    let mut cursor: Option<Cursor> = None;
    loop {
        let page = at.inbox.list(filter, cursor.as_ref()).await.unwrap();
        items.extend(page.items);
        pages += 1;
        cursor = page.next;
        if cursor.is_none() {
            return (items, pages);
        }
    }
}

/// Lists are in the order in which the pushes were added, in pages.
pub async fn items_are_listed_oldest_first(engine: InboxEngine) {
    const COUNT: u64 = 500;
    let at = Setup::new(&engine).await;
    let mut expected = Vec::new();
    for number in 0..COUNT {
        // The ids are in another order.
        let push = independent(number * 7 % COUNT);
        let seen = at.claimed(&push).await;
        match number % 5 {
            0 => _ = at.then(&push, seen, Then::Park).await,
            1 => _ = at.then(&push, seen, Then::GiveBack).await,
            _ => {}
        }
        expected.push((ItemId::of(&push), at.now()));
        at.clock.advance(Duration::from_millis(1));
    }
    for (state, among) in [
        (None, [0, 1, 2, 3, 4].as_slice()),
        (Some(StateFilter::Parked), &[0]),
        (Some(StateFilter::Waiting), &[1]),
        (Some(StateFilter::Claimed), &[2, 3, 4]),
        (Some(StateFilter::Finished), &[]),
    ] {
        let filter = state.map(ItemFilter::state).unwrap_or_default();
        let (items, pages) = list(&at, &filter).await;
        let expected =
            expected.iter().enumerate().filter(|(index, _)| among.contains(&(index % 5)));
        let expected: Vec<_> = expected.map(|(_, item)| item.clone()).collect();
        let found: Vec<_> = items.iter().map(|item| (item.id.clone(), item.received)).collect();
        assert_eq!(found, expected, "{state:?}");
        assert!(items.iter().all(|item| !item.unreadable));
        assert!(items.iter().all(|item| ItemId::of(item.envelope.as_ref().unwrap()) == item.id));
        if state.is_none() {
            let states: HashSet<_> =
                items.iter().map(|item| std::mem::discriminant(&item.status.state)).collect();
            assert_eq!(states.len(), 3);
            assert!(pages > 1 || !at.inbox.is_shared(), "{pages}");
        }
    }
    if at.inbox.is_shared() {
        let strange = Cursor::new("a cursor of another inbox");
        let error = at.inbox.list(&ItemFilter::default(), Some(&strange)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid);
    }
}

/// Items are counted by state.
pub async fn items_are_counted(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    assert_eq!(at.inbox.stats().await.unwrap(), Default::default());
    // Items that nobody has to handle are not the oldest ones.
    for number in 0..3 {
        let seen = at.claimed(&independent(number)).await;
        at.finish(&independent(number), seen).await;
    }
    let seen = at.claimed(&independent(3)).await;
    at.then(&independent(3), seen, Then::Park).await;
    assert_eq!(at.inbox.stats().await.unwrap().oldest, None);
    at.clock.advance(Duration::from_secs(1));
    let (oldest, second) = (at.now(), at.now() + Duration::from_secs(1));
    let first = at.claimed(&text("oAnn", 4)).await;
    at.clock.set(second);
    at.waiting(&text("oAnn", 5)).await;
    at.waiting(&text("oAnn", 6)).await;
    at.claimed(&text("oBen", 7)).await;
    let stats = at.inbox.stats().await.unwrap();
    assert_eq!((stats.waiting, stats.claimed), (2, 2));
    assert_eq!((stats.parked, stats.finished), (1, 3));
    assert_eq!(stats.oldest, Some(oldest));
    done(at.update(&text("oAnn", 4), first, change(Then::Remove)).await);
    let stats = at.inbox.stats().await.unwrap();
    assert_eq!((stats.waiting, stats.claimed, stats.oldest), (2, 1, Some(second)));
}
