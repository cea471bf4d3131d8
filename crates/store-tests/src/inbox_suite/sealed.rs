//! Items that are sealed with a key.

use std::sync::Arc;

use weixin_protocol::PassiveReply;
use weixin_store::{
    ErrorKind, SealKey,
    inbox::{
        Change, Codec, Destination, ItemFilter, ItemId, ItemState, Outbox, Progress, ReplyState,
        StateFilter, Then,
    },
};

use super::{
    Setup, account, assert_claimed, change, done, envelope_to, ids, independent, message, text,
};
use crate::{InboxEngine, ManualClock};

fn codec(key: u8) -> Codec {
    Codec::new().with_key(SealKey::new([key; 32]))
}

async fn sealed(engine: &InboxEngine, clock: &Arc<ManualClock>, codec: Codec) -> Setup {
    Setup::with(engine.open_with(clock.clone(), codec), clock.clone()).await
}

fn contains(dump: &[u8], word: &str) -> bool {
    dump.windows(word.len()).any(|window| window == word.as_bytes())
}

/// With a key, the database contains nothing of pushes, answers and messages.
pub async fn content_is_sealed(engine: InboxEngine) {
    let clock = ManualClock::new();
    for (key, codec) in [(None, Codec::new()), (Some(1), codec(1))] {
        let at = sealed(&engine, &clock, codec).await;
        let word = |name: &str| format!("{name}-OF-{key:?}-").replace(['(', ')'], "");
        let body = format!(
            "<xml><FromUserName>oAnn</FromUserName><MsgType>text</MsgType>\
             <Content>{}</Content><MsgId>{}</MsgId></xml>",
            word("CONTENT"),
            key.unwrap_or(0)
        );
        let to = Destination::Request(word("REQUEST").into());
        let push = Arc::new(envelope_to(account(), &body).with_destination(to));
        let seen = at.claimed(&push).await;
        let reply = ReplyState::Offered(Arc::new(PassiveReply::Text(word("ANSWER"))));
        let outbox = Some(Outbox::new(vec![message(word("MESSAGE"))]));
        let progress = Progress { reply, outbox, failure: Some(word("FAILURE").into()) };
        let change = Change { progress, then: Then::Park, next_for: None };
        done(at.update(&push, seen, change).await);
        let found = at.inbox.find(&ItemId::of(&push)).await.unwrap().unwrap();
        assert_eq!(found.envelope.push().fields(), push.push().fields());
        assert_eq!(found.status.progress.failure.as_deref(), Some(&*word("FAILURE")));
        let Some(dump) = engine.dump().await else { continue };
        for name in ["CONTENT", "REQUEST", "ANSWER", "MESSAGE", "FAILURE"] {
            assert_eq!(contains(&dump, &word(name)), key.is_none(), "{}", word(name));
        }
    }
}

/// Without the key, an item can be seen but not read. Claiming parks it and goes on.
pub async fn another_key_cannot_read(engine: InboxEngine) {
    let clock = ManualClock::new();
    let at = sealed(&engine, &clock, codec(1)).await;
    let (secret, plain) = (text("oAnn", 1), independent(2));
    let seen = at.claimed(&secret).await;
    let progress = Progress { failure: Some("kept".into()), ..Progress::default() };
    let give_back = Change { progress, then: Then::GiveBack, next_for: None };
    done(at.update(&secret, seen, give_back).await);

    let other = sealed(&engine, &clock, codec(2)).await;
    let seen = other.claimed(&plain).await;
    other.then(&plain, seen, Then::GiveBack).await;
    let id = ItemId::of(&secret);
    let error = other.inbox.find(&id).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    assert!(error.to_string().contains(id.as_str()), "{error}");
    let page = other.inbox.list(&ItemFilter::default(), None).await.unwrap();
    let listed: Vec<_> = page.items.iter().map(|item| (item.id.clone(), item.unreadable)).collect();
    assert_eq!(listed, [(id.clone(), true), (ItemId::of(&plain), false)]);
    assert!(page.items[0].envelope.is_none() && page.items[1].envelope.is_some());

    let claimed = other.claim(10).await;
    assert_eq!(ids(&claimed), [ItemId::of(&plain)]);
    let parked = ItemFilter::state(StateFilter::Parked);
    let page = other.inbox.list(&parked, None).await.unwrap();
    assert_eq!(page.items.len(), 1);
    let item = &page.items[0];
    assert_eq!((&item.id, item.unreadable), (&id, true));
    assert_eq!(item.status.state, ItemState::Parked);

    // Nothing was lost: with the key, it can be given back.
    let found = at.inbox.find(&id).await.unwrap().unwrap();
    assert_eq!(found.status.progress.failure.as_deref(), Some("kept"));
    done(at.update(&secret, found.status.revision, change(Then::GiveBack)).await);
    let claimed = at.claim(10).await;
    assert_claimed(&claimed[0], &secret, &at.owner, 1);
}

/// An unreadable push in a lane is parked, and the rest of the lane continues.
pub async fn an_unreadable_push_does_not_stop_its_lane(engine: InboxEngine) {
    let clock = ManualClock::new();
    let at = sealed(&engine, &clock, codec(1)).await;
    let other = sealed(&engine, &clock, codec(2)).await;
    let pushes = [1, 2, 3, 4].map(|number| text("oAnn", number));
    let first = at.claimed(&pushes[0]).await;
    other.waiting(&pushes[1]).await;
    other.waiting(&pushes[2]).await;
    at.waiting(&pushes[3]).await;
    let mut next = at.finish(&pushes[0], first).await;
    // An engine may leave the rest of the lane to the next claim.
    for _ in 0..3 {
        if next.is_none() {
            next = at.claim(10).await.pop();
        }
    }
    assert_claimed(&next.unwrap(), &pushes[3], &at.owner, 1);
    let parked = ItemFilter::state(StateFilter::Parked);
    let page = at.inbox.list(&parked, None).await.unwrap();
    assert!(page.items.iter().all(|item| item.unreadable));
    assert_eq!(page.items.len(), 2);
}

/// After a change of the key, old items can be read, and new ones only with the new key.
pub async fn a_previous_key_can_read(engine: InboxEngine) {
    let clock = ManualClock::new();
    let at = sealed(&engine, &clock, codec(1)).await;
    let (old, new) = (text("oAnn", 1), text("oBen", 2));
    let seen = at.claimed(&old).await;
    at.then(&old, seen, Then::GiveBack).await;
    let both = codec(2).with_previous_key(SealKey::new([1; 32]));
    let other = sealed(&engine, &clock, both).await;
    let claimed = other.claim(10).await;
    assert_claimed(&claimed[0], &old, &other.owner, 1);
    assert_eq!(claimed[0].envelope.push().fields(), old.push().fields());
    other.claimed(&new).await;
    assert!(other.inbox.find(&ItemId::of(&new)).await.unwrap().is_some());
    let error = at.inbox.find(&ItemId::of(&new)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Unreadable);
    // What was stored without a key can be read with one.
    let plain = sealed(&engine, &clock, Codec::new()).await;
    plain.claimed(&independent(3)).await;
    assert!(other.inbox.find(&ItemId::of(&independent(3))).await.unwrap().is_some());
    assert!(plain.inbox.find(&ItemId::of(&new)).await.is_err());
}
