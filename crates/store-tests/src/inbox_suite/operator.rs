//! What a person decides: that a push is handled again, or removed.

use std::{sync::Arc, time::Duration};

use futures_util::future::join_all;
use weixin_api::Message;
use weixin_store::{
    SealKey,
    inbox::{
        Change, Codec, Item, ItemFilter, ItemId, ItemState, ItemSummary, NotChanged, Outbox,
        ParkReason, Progress, Replayed, StateFilter, Then, discard, replay,
    },
};

use super::{Setup, assert_claimed, change, done, independent, message, text};
use crate::{InboxEngine, ManualClock};

/// Claims what is due, and sorts it by id.
async fn claim_sorted(at: &Setup) -> Vec<Item> {
    let mut claimed = at.claim(10).await;
    claimed.sort_by_key(|item| ItemId::of(&item.envelope));
    claimed
}

/// A parked push whose handler failed is handled again; one of which a message may have been sent
/// sends it again. Other pushes are not changed.
pub async fn a_person_replays_parked_pushes(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (failed, unknown, running) = (text("oAnn", 1), text("oBen", 2), text("oCem", 3));
    let failure = |why: &str| Some(Arc::from(why));
    let outbox = Outbox { done: 1, sending: true, ..Outbox::new([message("a"), message("b")]) };
    for (push, outbox, why) in
        [(&failed, None, "it panicked"), (&unknown, Some(outbox), "unknown: the process ended")]
    {
        let seen = at.claimed(push).await;
        let progress = Progress { outbox, failure: failure(why), ..Progress::default() };
        done(at.update(push, seen, Change { progress, then: Then::Park, next_for: None }).await);
    }
    at.claimed(&running).await;
    at.waiting(&text("oCem", 4)).await;
    let seen = at.claimed(&independent(5)).await;
    at.finish(&independent(5), seen).await;

    let parked = at.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    let reasons: Vec<_> = parked.items.iter().map(|item| item.park_reason().unwrap()).collect();
    assert_eq!(reasons, [ParkReason::Handler, ParkReason::Unknown]);
    let all = at.inbox.list(&ItemFilter::default(), None).await.unwrap();
    let reasons = all.items.iter().filter_map(|item| item.park_reason());
    assert_eq!(reasons.count(), 2, "others are not parked");

    let replay = async |number: usize| {
        let push = [&failed, &unknown, &running, &text("oCem", 4), &independent(5)][number].clone();
        replay(&*at.inbox, &ItemId::of(&push)).await
    };
    assert_eq!(replay(0).await.unwrap(), Replayed::Handler);
    assert_eq!(replay(1).await.unwrap(), Replayed::Messages(1));
    assert!(matches!(replay(0).await, Err(NotChanged::Waiting)));
    assert!(matches!(replay(2).await, Err(NotChanged::Claimed(by)) if by == at.owner));
    assert!(matches!(replay(3).await, Err(NotChanged::Waiting)));
    assert!(matches!(replay(4).await, Err(NotChanged::Finished)));
    let unused = ItemId::of(&text("oDan", 6));
    let none = weixin_store::inbox::replay(&*at.inbox, &unused).await;
    assert!(matches!(none, Err(NotChanged::NotFound)));

    let claimed = claim_sorted(&at).await;
    assert_eq!(claimed.len(), 2);
    for (item, push) in claimed.iter().zip([&failed, &unknown]) {
        assert_claimed(item, push, &at.owner, 1);
        assert!(item.status.progress.failure.is_none());
    }
    assert!(claimed[0].status.progress.outbox.is_none());
    let outbox = claimed[1].status.progress.outbox.as_ref().unwrap();
    assert_eq!((outbox.done, outbox.sending), (1, false));
    assert!(matches!(outbox.remaining(), [Message::Text(text)] if text == "b"));
}

/// All items of the inbox, oldest first.
async fn listed(at: &Setup) -> Vec<ItemSummary> {
    at.inbox.list(&ItemFilter::default(), None).await.unwrap().items
}

/// A push is removed whatever its state, unless it is being handled or has changed. Of several
/// callers, one succeeds.
pub async fn a_person_discards_pushes(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let (parked, running, waiting) = (text("oAnn", 1), text("oBen", 2), text("oBen", 3));
    let seen = at.claimed(&parked).await;
    at.then(&parked, seen, Then::Park).await;
    at.clock.advance(Duration::from_millis(1));
    let seen = at.claimed(&running).await;
    at.clock.advance(Duration::from_millis(1));
    at.waiting(&waiting).await;
    let items = listed(&at).await;
    let refused = discard(&*at.inbox, &items[1]).await;
    assert!(matches!(refused, Err(NotChanged::Claimed(by)) if by == at.owner));
    discard(&*at.inbox, &items[2]).await.unwrap();
    assert!(at.finish(&running, seen).await.is_none());
    let items = listed(&at).await;
    assert_eq!(items.len(), 2);
    discard(&*at.inbox, &items[1]).await.unwrap();

    let other = at.again(&engine).await;
    let callers = (0..10).map(|number| {
        let inbox = Arc::clone(if number % 2 == 0 { &at.inbox } else { &other.inbox });
        let item = items[0].clone();
        async move {
            match number % 3 {
                0 => replay(&*inbox, &item.id).await.map(drop),
                _ => discard(&*inbox, &item).await,
            }
        }
    });
    let ended = join_all(callers.map(tokio::spawn)).await;
    let done = ended.iter().filter(|ended| ended.as_ref().unwrap().is_ok());
    assert_eq!(done.count(), 1, "{ended:?}");
}

async fn with_codec(engine: &InboxEngine, clock: &Arc<ManualClock>, codec: Codec) -> Setup {
    Setup::with(engine.open_with(clock.clone(), codec), clock.clone()).await
}

fn key(number: u8) -> SealKey {
    SealKey::new([number; 32])
}

/// A push that is sealed with another key is not replayed, and can be removed.
pub async fn unreadable_pushes_are_discarded_and_not_replayed(engine: InboxEngine) {
    let clock = ManualClock::new();
    let at = with_codec(&engine, &clock, Codec::new().with_key(key(1))).await;
    let other = with_codec(&engine, &clock, Codec::new().with_key(key(2))).await;
    let (parked, running) = (text("oAnn", 1), text("oBen", 2));
    let seen = at.claimed(&parked).await;
    let progress = Progress { failure: Some("it panicked".into()), ..Progress::default() };
    let park = Change { progress, then: Then::Park, next_for: None };
    done(at.update(&parked, seen, park).await);
    at.clock.advance(Duration::from_millis(1));
    at.claimed(&running).await;

    let page = other.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    assert_eq!(page.items[0].park_reason(), Some(ParkReason::Unreadable));
    let page = at.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    assert_eq!(page.items[0].park_reason(), Some(ParkReason::Handler));
    let parked = ItemId::of(&parked);
    let refused = replay(&*other.inbox, &parked).await;
    assert!(matches!(refused, Err(NotChanged::Unreadable(_))), "{refused:?}");
    assert_eq!(at.inbox.find(&parked).await.unwrap().unwrap().status.state, ItemState::Parked);
    let items = listed(&other).await;
    let refused = discard(&*other.inbox, &items[1]).await;
    assert!(matches!(refused, Err(NotChanged::Claimed(_))), "{refused:?}");
    discard(&*other.inbox, &items[0]).await.unwrap();
    assert!(at.inbox.find(&parked).await.unwrap().is_none());
    assert_eq!(listed(&at).await.len(), 1);
}

/// With the previous key, a push that was parked before a change of the key is replayed. What a bot
/// could not read and has parked is replayed once the key is there.
pub async fn pushes_are_replayed_after_a_change_of_the_key(engine: InboxEngine) {
    let clock = ManualClock::new();
    let at = with_codec(&engine, &clock, Codec::new().with_key(key(1))).await;
    let (parked, waiting) = (text("oAnn", 1), text("oBen", 2));
    let seen = at.claimed(&parked).await;
    let progress = Progress { failure: Some("it panicked".into()), ..Progress::default() };
    let park = Change { progress, then: Then::Park, next_for: None };
    done(at.update(&parked, seen, park).await);
    let seen = at.claimed(&waiting).await;
    done(at.update(&waiting, seen, change(Then::GiveBack)).await);
    let forgetful = with_codec(&engine, &clock, Codec::new().with_key(key(2))).await;
    assert!(forgetful.claim(10).await.is_empty());

    let rotated = Codec::new().with_key(key(2)).with_previous_key(key(1));
    let rotated = with_codec(&engine, &clock, rotated).await;
    let page = rotated.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    let reasons: Vec<_> = page.items.iter().map(|item| item.park_reason().unwrap()).collect();
    assert_eq!(reasons, [ParkReason::Handler, ParkReason::Unreadable]);
    for push in [&parked, &waiting] {
        let replayed = replay(&*rotated.inbox, &ItemId::of(push)).await.unwrap();
        assert_eq!(replayed, Replayed::Handler);
    }
    let claimed = claim_sorted(&rotated).await;
    assert_eq!(claimed.len(), 2);
    for (item, push) in claimed.iter().zip([&parked, &waiting]) {
        assert_claimed(item, push, &rotated.owner, 1);
        assert_eq!(item.envelope.push().fields(), push.push().fields());
    }
}
