//! What the emulator says became of a message to a bot: late, twice, lost.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin::{api::Clock, emulator::*, prelude::*};

const SECOND: Duration = Duration::from_secs(1);

/// A bot that answers `20 s` after 20 seconds, and `0 s` at once.
fn echo_after(clock: PlatformClock) -> Bot {
    Bot::new().on(move |msg: Text| {
        let clock = clock.clone();
        async move {
            let seconds = msg.content.split(' ').next().unwrap().parse().unwrap();
            clock.sleep_until(clock.now() + Duration::from_secs(seconds)).await;
            format!("after {}", msg.content)
        }
    })
}

fn outcomes(trace: &MessageTrace) -> Vec<PushOutcome> {
    let outcome = |step: &TraceStep| match step.what {
        TraceStepKind::Delivery { outcome, .. } => outcome,
        _ => panic!("{step} is not a delivery"),
    };
    trace.deliveries().map(outcome).collect()
}

/// The answers: seconds after the message, and whether it was a call.
fn answers(trace: &MessageTrace) -> Vec<(u64, bool)> {
    let answer =
        |step: &TraceStep| (step.after_ms / 1000, matches!(step.what, TraceStepKind::Call { .. }));
    trace.answers().map(answer).collect()
}

#[tokio::test]
async fn an_answer_in_time_is_a_passive_reply() {
    let platform = Emulator::start().await;
    platform.official().connect(echo_after(platform.clock())).await.unwrap();
    let interaction = platform.follower("ann").says("3 s").await;
    platform.clock().advance(60 * SECOND).await;
    let trace = interaction.trace().unwrap();
    assert_eq!((trace.end, answers(&trace)), (TraceEnd::Passive, vec![(3, false)]), "{trace}");
    assert_eq!(outcomes(&trace), [PushOutcome::Answered]);
}

#[tokio::test]
async fn a_late_answer_is_a_call_and_the_push_was_acknowledged() {
    for account in [Product::Official, Product::Work] {
        let platform = Emulator::start().await;
        platform.first(account).connect(echo_after(platform.clock())).await.unwrap();
        let interaction = platform.first(account).follower("ann").says("20 s").await;
        platform.clock().advance(10 * SECOND).await;
        assert_eq!(interaction.trace().unwrap().end, TraceEnd::Nothing);
        platform.clock().advance(60 * SECOND).await;
        let trace = interaction.trace().unwrap();
        assert_eq!((trace.end, answers(&trace)), (TraceEnd::Message, vec![(20, true)]), "{trace}");
        assert_eq!(outcomes(&trace), [PushOutcome::Empty]);
    }
}

#[tokio::test]
async fn a_message_that_arrives_twice_is_answered_once() {
    for deliveries in 2..=4 {
        let platform = Emulator::start().await;
        let account = platform.official().deliveries(deliveries).rules(|rules| {
            rules.push.cut = Some(CutRule { after: 2 * SECOND, deliveries: 1 });
        });
        account.connect(echo_after(platform.clock())).await.unwrap();
        let interaction = account.follower("ann").says("4 s").await;
        platform.clock().advance(60 * SECOND).await;
        let trace = interaction.trace().unwrap();
        // The answer is ready after the first connection was closed: the repeat gets it.
        assert_eq!(outcomes(&trace), [PushOutcome::Rejected, PushOutcome::Answered], "{trace}");
        assert_eq!((trace.end, answers(&trace)), (TraceEnd::Passive, vec![(5, false)]), "{trace}");
    }
}

#[tokio::test]
async fn a_message_whose_connections_are_all_closed_is_answered_by_a_call() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(2).rules(|rules| {
        rules.push.cut = Some(CutRule { after: SECOND, deliveries: 2 });
    });
    account.connect(echo_after(platform.clock())).await.unwrap();
    let interaction = account.follower("ann").says("30 s").await;
    platform.clock().advance(20 * SECOND).await;
    assert_eq!(interaction.trace().unwrap().end, TraceEnd::Unavailable);
    platform.clock().advance(60 * SECOND).await;
    let trace = interaction.trace().unwrap();
    // Ready after 30 s, and kept for 15 s in case the platform pushes again.
    assert_eq!((trace.end, answers(&trace)), (TraceEnd::Message, vec![(45, true)]), "{trace}");
}

#[tokio::test]
async fn a_message_is_lost_if_the_window_is_used_up() {
    let platform = Emulator::start().await;
    let account = platform.official().rules(|rules| rules.windows.message.messages = 1);
    account.connect(echo_after(platform.clock())).await.unwrap();
    let ann = account.follower("ann");
    // Two answers, but the second message renewed the window before the first answer.
    let first = ann.says("20 s").await;
    platform.clock().advance(SECOND).await;
    let second = ann.says("6 s").await;
    assert_eq!(ann.reply_windows()[0].messages_left, 1);
    platform.clock().advance(120 * SECOND).await;
    let (first, second) = (first.trace().unwrap(), second.trace().unwrap());
    assert_eq!((first.end, answers(&first)), (TraceEnd::Message, vec![(20, true)]), "{first}");
    assert_eq!((second.end, answers(&second)), (TraceEnd::Nothing, vec![]), "{second}");
    let codes = second.steps.iter().filter_map(|step| match step.what {
        TraceStepKind::Call { errcode, .. } => errcode,
        _ => None,
    });
    assert_eq!(codes.collect::<Vec<_>>(), [45047], "{second}");
    assert_eq!(ann.reply_windows()[0].messages_left, 0);
}
