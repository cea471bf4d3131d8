//! Adding pushes.

use std::sync::Arc;

use futures_util::future::join_all;
use weixin_api::{AccountId, AccountKind, AgentId};
use weixin_protocol::PassiveReply;
use weixin_store::inbox::{Change, Enqueued, ItemState, Outbox, Progress, ReplyState, Then};

use super::{Setup, body, done, envelope_to, message, text};
use crate::InboxEngine;

/// A push is added once; a repeat finds the first one.
pub async fn a_push_is_added_once(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    assert!(at.status(&text("oAnn", 1)).await.is_none());
    let revision = at.claimed(&text("oAnn", 1)).await;
    for status in [at.known(&text("oAnn", 1)).await, at.status(&text("oAnn", 1)).await.unwrap()] {
        assert_eq!(status.state, ItemState::Claimed(at.owner.clone()));
        assert_eq!((status.attempts, status.revision), (1, revision));
        assert_eq!(status.progress.reply, ReplyState::Open);
        assert!(status.progress.outbox.is_none() && status.progress.failure.is_none());
    }
}

/// Of concurrent deliveries of one push in two inboxes, exactly one is to handle it.
pub async fn concurrent_enqueues_add_once(engine: InboxEngine) {
    let (one, two) = {
        let one = Setup::new(&engine).await;
        let two = one.again(&engine).await;
        (Arc::new(one), Arc::new(two))
    };
    for number in 0..4 {
        let tasks = (0..50).map(|index| {
            let at = Arc::clone(if index % 2 == 0 { &one } else { &two });
            tokio::spawn(async move { at.enqueue(&text("oAnn", number)).await })
        });
        let mut counts = (0, 0);
        let mut revisions = Vec::new();
        for outcome in join_all(tasks).await {
            match outcome.unwrap() {
                Enqueued::Claimed(revision) | Enqueued::Waiting(revision) => {
                    counts.0 += 1;
                    revisions.push(revision);
                }
                Enqueued::Known(status) => {
                    counts.1 += 1;
                    revisions.push(status.revision);
                }
            }
        }
        assert_eq!(counts, (1, 49));
        revisions.dedup();
        assert_eq!(revisions.len(), 1, "all saw the same state");
    }
    let stats = one.inbox.stats().await.unwrap();
    assert_eq!((stats.claimed, stats.waiting), (1, 3));
}

/// A repeat sees how far the handling has come.
pub async fn known_pushes_show_state_and_progress(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = text("oAnn", 1);
    let seen = at.claimed(&push).await;
    let reply = ReplyState::Offered(Arc::new(PassiveReply::Text("你好".to_owned())));
    let outbox = Outbox { done: 1, sending: true, ..Outbox::new(vec![message("a"), message("b")]) };
    let progress = Progress {
        reply: reply.clone(),
        outbox: Some(outbox),
        failure: Some("it failed once".into()),
    };
    let change = Change { progress, then: Then::Keep, next_for: None };
    let (revision, next) = done(at.update(&push, seen, change).await);
    assert!(revision > seen && next.is_none());
    let status = at.known(&push).await;
    assert_eq!(status.state, ItemState::Claimed(at.owner.clone()));
    assert_eq!((status.attempts, status.revision), (1, revision));
    assert_eq!(status.progress.reply, reply);
    let outbox = status.progress.outbox.unwrap();
    assert_eq!((outbox.total, outbox.done, outbox.sending), (2, 1, true));
    assert_eq!(format!("{:?}", outbox.remaining()), r#"[Text("b")]"#);
    assert_eq!(status.progress.failure.as_deref(), Some("it failed once"));
}

/// The same message id of another account, app or sender is another push.
pub async fn accounts_and_senders_have_their_own_ids(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let work = || AccountId::new(AccountKind::Work, "ww0123456789abcdef");
    let accounts = [
        AccountId::new(AccountKind::Official, "wx0123456789abcdef"),
        AccountId::new(AccountKind::Official, "wx0123456789abcdee"),
        AccountId::new(AccountKind::Mini, "wx0123456789abcdef"),
        work(),
        work().with_agent(AgentId::new(1)),
        work().with_agent(AgentId::new(11)),
    ];
    for account in accounts {
        for sender in ["oAnn", "oBen", "小红 100%", "it's \"x\"\\"] {
            let push = Arc::new(envelope_to(account.clone(), &body(sender, 1)));
            at.claimed(&push).await;
            at.known(&push).await;
            assert!(at.status(&push).await.is_some());
        }
    }
    assert_eq!(at.inbox.stats().await.unwrap().claimed, 24);
}
