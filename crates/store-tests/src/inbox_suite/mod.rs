//! The test cases of inboxes. Each has its own data.

mod claims;
mod enqueue;
mod lanes;
mod operator;
mod owners;
mod round_trip;
mod sealed;
mod stress;
mod tools;
mod updates;

pub use claims::*;
pub use enqueue::*;
pub use lanes::*;
pub use operator::*;
pub use owners::*;
pub use round_trip::*;
pub use sealed::*;
pub use stress::*;
pub use tools::*;
pub use updates::*;

use std::{sync::Arc, time::Duration};

use weixin_api::{AccountId, AccountKind, Clock, Message, Timestamp};
use weixin_protocol::{Inbound, Provenance, Verified};
use weixin_store::inbox::{
    Change, Enqueued, Envelope, Inbox, Item, ItemId, ItemState, ItemStatus, Order, Owner, Progress,
    Push, Revision, Then, Updated,
};

use crate::{InboxEngine, ManualClock};

/// Generates one test per case. The argument is an `async fn(&str) -> InboxEngine`, which receives a
/// name for the data: lower case letters and underscores. Attributes before it go on every test.
/// `shared by processes` adds the cases of inboxes that store items and can be opened twice.
#[macro_export]
macro_rules! inbox_suite {
    ($(#[$attribute:meta])* $open:path) => {
        $crate::inbox_suite!(@ [$(#[$attribute])*] $open:
            a_push_is_added_once,
            concurrent_enqueues_add_once,
            known_pushes_show_state_and_progress,
            accounts_and_senders_have_their_own_ids,
            the_next_of_a_lane_is_claimed_by_finish,
            park_and_remove_release_the_lane,
            a_retry_does_not_release_the_lane,
            other_lanes_are_not_blocked,
            independent_pushes_never_wait,
            a_lane_keeps_its_order,
            without_an_owner_the_next_one_waits,
            a_waiting_push_can_leave_its_lane,
            concurrent_pushes_of_one_lane_are_handled_one_by_one,
            stale_updates_conflict,
            racing_updates_have_one_winner,
            a_returned_claim_is_no_attempt,
            a_retry_is_an_attempt_and_waits_until_it_is_due,
            parked_pushes_wait_for_a_person,
            replayed_pushes_begin_again,
            finished_pushes_can_be_resumed,
            unknown_pushes_cannot_be_updated,
            claims_are_bounded_and_keep_lanes,
            concurrent_claims_do_not_overlap,
            unregistering_frees_claims_at_once,
            removed_pushes_are_forgotten,
            items_are_listed_oldest_first,
            items_are_counted,
            envelopes_are_stored_exactly,
            envelope_settings_are_stored,
            progress_is_stored_exactly,
            many_racing_requests_have_one_winner_each,
            busy_inboxes_handle_everything_once_in_order,
        );
    };
    ($(#[$attribute:meta])* $open:path, shared by processes) => {
        $crate::inbox_suite!($(#[$attribute])* $open);
        $crate::inbox_suite!(@ [$(#[$attribute])*] $open:
            claims_of_a_lost_owner_pass_on,
            renewals_keep_claims,
            a_lost_owner_cannot_add_or_claim,
            a_lost_owner_gets_no_next_push,
            finished_pushes_are_remembered_until_they_expire,
            resumed_pushes_pass_on,
            two_inboxes_share_a_lane,
            finished_pushes_are_found_and_removed,
            files_to_upload_are_not_stored,
            content_is_sealed,
            another_key_cannot_read,
            an_unreadable_push_does_not_stop_its_lane,
            a_previous_key_can_read,
            a_person_replays_parked_pushes,
            a_person_discards_pushes,
            unreadable_pushes_are_discarded_and_not_replayed,
            pushes_are_replayed_after_a_change_of_the_key,
        );
    };
    (@ [$(#[$attribute:meta])*] $open:path: $($case:ident),* $(,)?) => {
        $crate::inbox_suite!(@@ [[$(#[$attribute])*] $open] $($case)*);
    };
    (@@ [$attributes:tt $open:path] $($case:ident)*) => {
        $($crate::inbox_suite!(@@@ $attributes $open: $case);)*
    };
    (@@@ [$(#[$attribute:meta])*] $open:path: $case:ident) => {
        $(#[$attribute])*
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $case() {
            $crate::inbox_suite::$case($open(stringify!($case)).await).await;
        }
    };
}

/// How long claims are valid in these tests.
const TTL: Duration = Duration::from_secs(30);

/// An inbox with an owner that claims its items.
struct Setup {
    inbox: Arc<dyn Inbox>,
    clock: Arc<ManualClock>,
    owner: Owner,
}

impl Setup {
    async fn new(engine: &InboxEngine) -> Self {
        let clock = ManualClock::new();
        Self::with(engine.open(clock.clone()), clock).await
    }

    async fn with(inbox: Arc<dyn Inbox>, clock: Arc<ManualClock>) -> Self {
        let owner = inbox.register(TTL).await.unwrap();
        Self { inbox, clock, owner }
    }

    /// Another inbox on the same data, with another owner if the data are shared.
    async fn again(&self, engine: &InboxEngine) -> Self {
        Self::with(engine.open(self.clock.clone()), self.clock.clone()).await
    }

    fn now(&self) -> Timestamp {
        self.clock.now()
    }

    async fn enqueue(&self, envelope: &Arc<Envelope>) -> Enqueued {
        self.inbox.enqueue(envelope, &self.owner).await.unwrap()
    }

    /// Adds a push that can be handled at once.
    async fn claimed(&self, envelope: &Arc<Envelope>) -> Revision {
        match self.enqueue(envelope).await {
            Enqueued::Claimed(revision) => revision,
            other => panic!("not claimed: {other:?}"),
        }
    }

    /// Adds a push behind another one.
    async fn waiting(&self, envelope: &Arc<Envelope>) -> Revision {
        match self.enqueue(envelope).await {
            Enqueued::Waiting(revision) => revision,
            other => panic!("does not wait: {other:?}"),
        }
    }

    /// Adds a push that is known.
    async fn known(&self, envelope: &Arc<Envelope>) -> ItemStatus {
        match self.enqueue(envelope).await {
            Enqueued::Known(status) => status,
            other => panic!("not known: {other:?}"),
        }
    }

    async fn update(&self, envelope: &Arc<Envelope>, seen: Revision, change: Change) -> Updated {
        self.inbox.update(envelope, seen, change).await.unwrap()
    }

    /// A change that succeeds; returns the revision and the next item of the lane.
    async fn then(
        &self,
        envelope: &Arc<Envelope>,
        seen: Revision,
        then: Then,
    ) -> (Revision, Option<Item>) {
        let next_for = Some(self.owner.clone());
        let change = Change { progress: Progress::default(), then, next_for };
        done(self.update(envelope, seen, change).await)
    }

    async fn finish(&self, envelope: &Arc<Envelope>, seen: Revision) -> Option<Item> {
        let expires = self.now() + Duration::from_secs(60);
        self.then(envelope, seen, Then::Finish { expires }).await.1
    }

    async fn claim(&self, max: usize) -> Vec<Item> {
        self.inbox.claim(&self.owner, max).await.unwrap()
    }

    async fn status(&self, envelope: &Envelope) -> Option<ItemStatus> {
        self.inbox.status(envelope).await.unwrap()
    }
}

fn done(updated: Updated) -> (Revision, Option<Item>) {
    match updated {
        Updated::Done { revision, next } => (revision, next.map(|next| *next)),
        conflict @ Updated::Conflict(_) => panic!("not done: {conflict:?}"),
    }
}

fn conflict(updated: Updated) -> Option<ItemStatus> {
    match updated {
        Updated::Conflict(status) => status,
        done @ Updated::Done { .. } => panic!("no conflict: {done:?}"),
    }
}

/// A change without progress.
fn change(then: Then) -> Change {
    Change { progress: Progress::default(), then, next_for: None }
}

fn account() -> AccountId {
    AccountId::new(AccountKind::Official, "wx0123456789abcdef")
}

fn envelope_to(account: AccountId, body: &str) -> Envelope {
    let inbound = Inbound::parse(body).unwrap();
    let verified = Verified::vouch(inbound, Provenance::Encrypted);
    Envelope::new(Push::new(verified, Arc::new(account)))
}

fn body(sender: &str, number: u64) -> String {
    format!(
        "<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName>\
         <FromUserName><![CDATA[{sender}]]></FromUserName><CreateTime>1700000000</CreateTime>\
         <MsgType><![CDATA[text]]></MsgType><Content><![CDATA[number {number}]]></Content>\
         <MsgId>{number}</MsgId></xml>"
    )
}

/// A message that is sent separately.
fn message(text: impl Into<String>) -> Message {
    Message::Text(text.into())
}

/// A text of this sender. Texts with the same number are repeats.
fn text(sender: &str, number: u64) -> Arc<Envelope> {
    Arc::new(envelope_to(account(), &body(sender, number)))
}

/// A text that is handled independently of all others.
fn independent(number: u64) -> Arc<Envelope> {
    let text = envelope_to(account(), &body("oAnn", number));
    Arc::new(text.with_order(Order::Independent))
}

fn ids(items: &[Item]) -> Vec<ItemId> {
    let mut ids: Vec<_> = items.iter().map(|item| ItemId::of(&item.envelope)).collect();
    ids.sort();
    ids
}

/// Checks that an item is the one of this push, claimed by this owner.
fn assert_claimed(item: &Item, envelope: &Envelope, owner: &Owner, attempts: u32) {
    assert_eq!(ItemId::of(&item.envelope), ItemId::of(envelope));
    assert_eq!(item.status.state, ItemState::Claimed(owner.clone()));
    assert_eq!(item.status.attempts, attempts);
}

fn is_waiting(status: &ItemStatus) -> bool {
    matches!(status.state, ItemState::Waiting { .. })
}
