//! Checks the slot under every interleaving of two or three threads, with loom. A lost wake-up
//! shows as a deadlock.
#![allow(clippy::unwrap_used, dead_code)]

mod sync {
    pub(super) use loom::sync::{Mutex, MutexGuard};
}
#[path = "../../weixin-bot/src/engine/slot.rs"]
mod slot;

use loom::{future::block_on, sync::Arc, thread};
use slot::{Claim, Closed, Leave, Next, Offer, ReplySlot};

type Slot = ReplySlot<u32>;

/// The slot of an accepted push.
fn accepted() -> Slot {
    let slot = Slot::new();
    assert!(slot.start());
    slot
}

/// The answer is prepared and offered.
fn answered(slot: &Slot, watched: bool) -> Option<Offer> {
    slot.prepare(7).ok().map(|()| slot.offer(watched))
}

#[test]
fn an_answer_is_either_in_time_or_too_late() {
    loom::model(|| {
        let slot = Arc::new(accepted());
        let handler = thread::spawn({
            let slot = Arc::clone(&slot);
            move || answered(&slot, true)
        });
        let claim = match slot.claim_or_close() {
            Some(claim) => claim,
            // The answer was being stored.
            None => block_on(slot.claimed()),
        };
        match (handler.join().unwrap(), claim) {
            (Some(Offer::Accepted), Claim::Reply(7)) => {}
            (None, Claim::Closed(Closed::Acknowledged)) => {}
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn a_waiting_delivery_is_woken() {
    loom::model(|| {
        let slot = Arc::new(accepted());
        slot.join();
        assert_eq!(slot.prepare(7), Ok(()));
        let deliveries = [0, 1].map(|_| {
            let slot = Arc::clone(&slot);
            thread::spawn(move || block_on(slot.claimed()))
        });
        assert_eq!(slot.offer(false), Offer::Accepted);
        for delivery in deliveries {
            assert_eq!(delivery.join().unwrap(), Claim::Reply(7));
        }
    });
}

#[test]
fn an_answer_is_not_withdrawn_while_it_is_written() {
    loom::model(|| {
        let slot = Arc::new(accepted());
        assert_eq!(answered(&slot, true), Some(Offer::Accepted));
        let delivery = thread::spawn({
            let slot = Arc::clone(&slot);
            move || {
                let claim = slot.claim().unwrap();
                let written = claim == Claim::Reply(7);
                slot.leave(if written { Leave::Written } else { Leave::Idle });
                written
            }
        });
        let withdrawn = slot.withdraw() == Some(7);
        let written = delivery.join().unwrap();
        assert!(written != withdrawn, "one way, and never none");
    });
}

#[test]
fn a_watcher_learns_the_result() {
    loom::model(|| {
        let slot = Arc::new(accepted());
        assert_eq!(answered(&slot, true), Some(Offer::Accepted));
        assert_eq!(slot.claim(), Some(Claim::Reply(7)));
        let delivery = thread::spawn({
            let slot = Arc::clone(&slot);
            move || slot.leave(Leave::Unwritten)
        });
        block_on(slot.unclaimed());
        assert_eq!(slot.withdraw(), Some(7));
        assert_eq!(delivery.join().unwrap(), Next::Nothing);
    });
}

#[test]
fn an_answer_never_stays_unclaimed_without_a_watcher() {
    loom::model(|| {
        let slot = Arc::new(accepted());
        let delivery = thread::spawn({
            let slot = Arc::clone(&slot);
            move || slot.leave(Leave::Idle)
        });
        let offer = answered(&slot, false);
        match (offer, delivery.join().unwrap()) {
            (Some(Offer::Unattended), Next::Nothing) | (Some(Offer::Accepted), Next::Watch) => {}
            other => panic!("{other:?}"),
        }
    });
}

#[test]
fn a_push_is_completed_once() {
    loom::model(|| {
        let slot = Arc::new(accepted());
        slot.join();
        assert_eq!(answered(&slot, false), Some(Offer::Accepted));
        let deliveries = [Leave::Written, Leave::Written].map(|how| {
            let slot = Arc::clone(&slot);
            thread::spawn(move || {
                assert_eq!(slot.claim(), Some(Claim::Reply(7)));
                slot.leave(how)
            })
        });
        let mut ends = vec![slot.finish()];
        ends.extend(deliveries.into_iter().map(|delivery| delivery.join().unwrap()));
        let completed = ends.iter().filter(|end| **end == Next::Forget);
        assert_eq!(completed.count(), 1, "{ends:?}");
    });
}

#[test]
fn a_delivery_is_acknowledged_only_if_the_push_is_accepted() {
    loom::model(|| {
        let slot = Arc::new(Slot::new());
        slot.join();
        let delivery = thread::spawn({
            let slot = Arc::clone(&slot);
            move || slot.claim_or_close()
        });
        slot.start();
        let offer = answered(&slot, true);
        let claim = delivery.join().unwrap().unwrap_or_else(|| block_on(slot.claimed()));
        match (claim, offer) {
            (Claim::Closed(Closed::Rejected) | Claim::Reply(7), Some(Offer::Accepted)) => {}
            (Claim::Closed(Closed::Acknowledged), None) => {}
            other => panic!("{other:?}"),
        }
    });
}
