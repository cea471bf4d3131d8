//! Checks every sequence of transitions of the slot, up to the depth at which no new states appear.
#![allow(clippy::unwrap_used, dead_code)]

mod sync {
    pub(super) use std::sync::{Mutex, MutexGuard};
}
#[path = "../../weixin-bot/src/engine/slot.rs"]
mod slot;

use slot::{Claim, Closed, Leave, Next, Offer, ReplySlot};

/// A transition of a slot.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Join,
    Prepare,
    Offer {
        watched: bool,
    },
    Close(Closed),
    /// A delivery claims the answer.
    Claim,
    /// A delivery stops waiting.
    ClaimOrClose,
    /// A delivery that has claimed ends.
    LeaveClaimed {
        written: bool,
    },
    /// A delivery that has not claimed ends.
    LeaveIdle,
    Finish,
    Withdraw,
}

const STEPS: [Step; 13] = [
    Step::Join,
    Step::Prepare,
    Step::Offer { watched: false },
    Step::Offer { watched: true },
    Step::Close(Closed::Empty),
    Step::Close(Closed::Rejected),
    Step::Claim,
    Step::ClaimOrClose,
    Step::LeaveClaimed { written: true },
    Step::LeaveClaimed { written: false },
    Step::LeaveIdle,
    Step::Finish,
    Step::Withdraw,
];

/// The state of a slot as far as it follows from its results so far.
#[derive(Debug, Clone, Default, PartialEq)]
struct Known {
    /// Deliveries that have not claimed.
    waiting: u32,
    /// Deliveries that were given the answer.
    writing: u32,
    /// Deliveries that were given nothing.
    dismissed: u32,
    prepared: bool,
    offers_accepted: u32,
    /// A watcher will withdraw the answer if no delivery claims it.
    watched: bool,
    closed: bool,
    written: bool,
    withdrawn: bool,
    finished: bool,
    completed: bool,
}

/// Takes one step, if it is possible for the users of a slot, and checks its result.
fn step(slot: &ReplySlot<u32>, known: &mut Known, step: Step) -> bool {
    match step {
        Step::Join => {
            if known.waiting + known.writing + known.dismissed >= 2 {
                return false;
            }
            slot.join();
            known.waiting += 1;
        }
        Step::Prepare => {
            // A handler answers only once.
            if known.finished || known.prepared {
                return false;
            }
            match slot.prepare(7) {
                Err(7) => assert!(known.closed, "{known:?}"),
                Err(_) => panic!("another answer"),
                Ok(()) => {
                    assert!(!known.closed, "{known:?}");
                    known.prepared = true;
                }
            }
        }
        Step::Offer { watched } => {
            if !known.prepared || known.offers_accepted > 0 || known.withdrawn {
                return false;
            }
            let deliveries = known.waiting + known.writing + known.dismissed;
            let offer = slot.offer(watched);
            assert_eq!(offer == Offer::Unattended, deliveries == 0, "{known:?}");
            known.offers_accepted = 1;
            known.watched = watched || deliveries == 0;
        }
        Step::Close(reason) => {
            let decided = known.closed || known.prepared;
            assert_eq!(slot.close(reason), !decided, "{known:?}");
            known.closed |= !decided;
        }
        Step::Claim | Step::ClaimOrClose => {
            if known.waiting == 0 {
                return false;
            }
            let claim = match step {
                Step::Claim => slot.claim(),
                _ => slot.claim_or_close(),
            };
            match claim {
                None => {
                    let undecided = known.offers_accepted == 0 && !known.withdrawn;
                    assert!(!known.closed && undecided, "{known:?}");
                    assert!(step == Step::Claim || known.prepared, "{known:?}");
                }
                Some(Claim::Reply(7)) => {
                    assert!(known.offers_accepted == 1 && !known.withdrawn, "{known:?}");
                    known.waiting -= 1;
                    known.writing += 1;
                }
                Some(Claim::Reply(_)) => panic!("another answer"),
                Some(Claim::Closed(_)) => {
                    assert!(!known.prepared || known.withdrawn, "{known:?}");
                    known.closed |= !known.prepared;
                    known.waiting -= 1;
                    known.dismissed += 1;
                }
            }
        }
        Step::LeaveClaimed { written } => {
            if known.writing == 0 {
                return false;
            }
            known.writing -= 1;
            known.written |= written;
            let next = slot.leave(if written { Leave::Written } else { Leave::Unwritten });
            after_leaving(known, next);
        }
        Step::LeaveIdle => {
            if known.waiting + known.dismissed == 0 {
                return false;
            }
            match known.dismissed {
                0 => known.waiting -= 1,
                _ => known.dismissed -= 1,
            }
            let next = slot.leave(Leave::Idle);
            after_leaving(known, next);
        }
        Step::Finish => {
            // The handler offers or withdraws what it has prepared.
            if known.prepared && known.offers_accepted == 0 && !known.withdrawn {
                return false;
            }
            known.finished = true;
            let next = slot.finish();
            check_completion(known, next, true);
        }
        Step::Withdraw => {
            // Only the handler withdraws what is not offered, and only the watcher what is.
            let is_unoffered = known.prepared && known.offers_accepted == 0;
            if !known.watched && !is_unoffered {
                return false;
            }
            let withdrawn = slot.withdraw().is_some();
            let may = !known.written && known.writing == 0 && !known.withdrawn;
            assert_eq!(withdrawn, may, "{known:?}");
            known.withdrawn |= withdrawn;
        }
    }
    assert!(!(known.written && known.withdrawn), "both ways: {known:?}");
    true
}

fn after_leaving(known: &mut Known, next: Next) {
    let deliveries = known.waiting + known.writing + known.dismissed;
    let pending = known.offers_accepted == 1 && !known.written && !known.withdrawn;
    let unattended = pending && deliveries == 0 && !known.watched;
    assert_eq!(next == Next::Watch, unattended, "{known:?}");
    known.watched |= unattended;
    if next != Next::Watch {
        check_completion(known, next, known.written);
    }
}

/// A slot is forgotten once, when the handler has finished and the answer is delivered.
fn check_completion(known: &mut Known, next: Next, asked: bool) {
    if next != Next::Forget {
        let out = known.written || known.withdrawn || known.closed;
        assert!(known.completed || !(asked && known.finished && out), "{known:?}");
        return;
    }
    assert!(!known.completed, "{known:?}");
    assert!(known.finished || known.closed, "the handler runs: {known:?}");
    assert!(known.written || known.withdrawn || known.closed, "{known:?}");
    known.completed = true;
}

/// The slot of an accepted push.
fn accepted() -> ReplySlot<u32> {
    let slot = ReplySlot::new();
    assert!(slot.start());
    slot
}

/// Runs a sequence from the start; `None` if one of its steps is impossible.
fn run(steps: &[Step]) -> Option<Known> {
    let slot = accepted();
    let mut known = Known { waiting: 1, ..Known::default() };
    steps.iter().all(|next| step(&slot, &mut known, *next)).then_some(known)
}

#[test]
fn no_sequence_of_steps_breaks_an_invariant() {
    let mut sequences = vec![Vec::new()];
    let mut tried = 0_u64;
    let (mut seen_written, mut seen_withdrawn, mut seen_late) = (false, false, false);
    for _ in 0..7 {
        let mut longer = Vec::new();
        for sequence in &sequences {
            for next in STEPS {
                let mut sequence = sequence.clone();
                sequence.push(next);
                let Some(known) = run(&sequence) else { continue };
                tried += 1;
                seen_written |= known.completed && known.written;
                seen_withdrawn |= known.completed && known.withdrawn;
                seen_late |= known.completed && known.closed;
                longer.push(sequence);
            }
        }
        // Completed sequences need no further steps.
        longer.retain(|sequence| {
            let known = run(sequence).unwrap();
            !(known.completed && known.waiting + known.writing + known.dismissed == 0)
        });
        sequences = longer;
    }
    assert!(seen_written && seen_withdrawn && seen_late);
    assert!(tried > 10_000, "{tried}");
}

#[test]
fn a_delivery_of_an_unaccepted_push_is_rejected_without_closing_the_slot() {
    let slot = ReplySlot::<u32>::new();
    slot.join();
    assert_eq!(slot.claim(), None);
    assert_eq!(slot.claim_or_close(), Some(Claim::Closed(Closed::Rejected)));
    assert_eq!(slot.leave(Leave::Idle), Next::Nothing);
    assert_eq!(slot.claim(), None, "the other delivery can still be answered");
    slot.accept();
    assert_eq!(slot.claim_or_close(), Some(Claim::Closed(Closed::Acknowledged)));
    assert_eq!(slot.prepare(7), Err(7));

    let slot = ReplySlot::new();
    assert_eq!(slot.prepare(7), Ok(()));
    assert_eq!(slot.offer(false), Offer::Accepted);
    assert_eq!(slot.claim_or_close(), Some(Claim::Reply(7)));

    let slot = ReplySlot::<u32>::new();
    assert!(slot.close(Closed::Rejected));
    assert_eq!(slot.finish(), Next::Forget);
    assert_eq!(slot.finish(), Next::Nothing, "it is forgotten once");
    assert_eq!(slot.claim_or_close(), Some(Claim::Closed(Closed::Rejected)));
}

#[test]
fn an_answer_given_again_leaves_nothing_to_do() {
    for how in [Leave::Written, Leave::Unwritten] {
        let slot = ReplySlot::new();
        slot.join();
        slot.answer_again(7);
        assert_eq!(slot.finish(), Next::Forget);
        assert_eq!(slot.claim(), Some(Claim::Reply(7)));
        assert_eq!(slot.leave(how), Next::Nothing);
        assert_eq!(slot.leave(Leave::Idle), Next::Nothing);
        assert_eq!(slot.withdraw(), None);
    }
    let slot = accepted();
    assert!(slot.close(Closed::Acknowledged));
    slot.answer_again(7);
    assert_eq!(slot.claim(), Some(Claim::Closed(Closed::Acknowledged)));
}

#[test]
fn deliveries_wait_while_an_answer_is_stored() {
    let slot = accepted();
    assert_eq!(slot.prepare(7), Ok(()));
    assert_eq!((slot.claim(), slot.claim_or_close()), (None, None));
    assert!(!slot.close(Closed::Acknowledged));
    assert_eq!(slot.offer(false), Offer::Accepted);
    assert_eq!(slot.claim(), Some(Claim::Reply(7)));
}

#[test]
fn a_push_handled_elsewhere_is_forgotten_with_its_last_delivery() {
    let slot = ReplySlot::<u32>::new();
    slot.join();
    slot.accept_remote();
    assert!(slot.is_remote());
    assert_eq!(slot.leave(Leave::Idle), Next::Nothing);
    assert_eq!(slot.leave(Leave::Idle), Next::Forget);
    // It is kept if this process takes the push over.
    let slot = ReplySlot::<u32>::new();
    slot.accept_remote();
    assert!(slot.start());
    assert!(!slot.start(), "it is handled once");
    assert!(!slot.is_remote());
    assert_eq!(slot.leave(Leave::Idle), Next::Nothing);
}

#[test]
fn a_push_that_waits_for_its_turn_is_kept_for_repeats() {
    let slot = ReplySlot::<u32>::new();
    slot.accept();
    assert_eq!(slot.leave(Leave::Idle), Next::Nothing);
    assert!(slot.start());
    slot.suspend();
    assert!(slot.start(), "it is handled again");
}

#[test]
fn a_rejected_push_is_kept_until_the_inbox_has_forgotten_it() {
    let slot = ReplySlot::<u32>::new();
    assert!(slot.close(Closed::Rejected));
    assert_eq!(slot.leave(Leave::Idle), Next::Nothing);
    slot.join();
    assert_eq!(slot.claim(), Some(Claim::Closed(Closed::Rejected)));
    assert_eq!(slot.finish(), Next::Forget);
}
