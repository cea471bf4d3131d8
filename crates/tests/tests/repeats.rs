//! Retries of pushes: the bot handles each push once, and its reply arrives once.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use weixin::{api::Clock, emulator::*, prelude::*};

const SECOND: Duration = Duration::from_secs(1);

/// A bot whose handler takes `span`, and the number of handler runs.
fn working(clock: PlatformClock, span: Duration) -> (Bot, Arc<AtomicUsize>) {
    let runs = Arc::<AtomicUsize>::default();
    let begun = runs.clone();
    let bot = Bot::new().fallback(move |_: Push| {
        let (clock, number) = (clock.clone(), begun.fetch_add(1, Ordering::Relaxed) + 1);
        async move {
            clock.sleep_until(clock.now() + span).await;
            format!("answer {number}")
        }
    });
    (bot, runs)
}

/// Closes the connection of the first `cuts` deliveries of each push, while the handler takes
/// `span`.
async fn once_in_spite_of(cuts: u8, span: Duration, change: impl Fn(&mut Rules)) {
    for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
        for format in [Format::Xml, Format::Json] {
            let platform = Emulator::start().await;
            let account = platform.official().mode(mode).format(format).rules(|rules| {
                rules.push.cut = Some(CutRule { after: 2 * SECOND, deliveries: cuts });
                change(rules);
            });
            let (bot, runs) = working(platform.clock(), span);
            account.connect(bot).await.unwrap();
            let ann = platform.follower("ann");
            for number in 1..=2 {
                // A message, which has an id, and an event, which does not.
                let mut interaction = match number {
                    1 => ann.says(" <b> ]]> & ").await,
                    _ => ann.scans("shelf 7").await,
                };
                platform.clock().advance(20 * SECOND).await;
                interaction.expect_text(format!("answer {number}").as_str()).await;
                interaction.expect_nothing_for(60 * SECOND).await;
                assert_eq!(runs.load(Ordering::Relaxed), number, "{mode} {format:?}");
                assert!(interaction.exchange().deliveries.len() > 1, "{mode} {format:?}");
            }
        }
    }
}

#[tokio::test]
async fn retries_with_a_different_layout_are_handled_once() {
    for cuts in [1, 2] {
        once_in_spite_of(cuts, 3 * SECOND, |_| {}).await;
        once_in_spite_of(cuts, 8 * SECOND, |_| {}).await;
    }
}

#[tokio::test]
async fn identical_retries_are_handled_once() {
    let identical = |rules: &mut Rules| rules.push.identical_repeats = true;
    once_in_spite_of(1, 3 * SECOND, identical).await;
    once_in_spite_of(2, 8 * SECOND, identical).await;
}

/// Delivers a push up to `deliveries` times, of which the first `cuts` fail, while the handler
/// takes `span`. The handler runs once, and exactly one reply arrives.
async fn one_answer(deliveries: u8, cuts: u8, span: Duration, change: impl Fn(&mut Rules)) {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(deliveries).rules(|rules| {
        rules.push.cut = Some(CutRule { after: 2 * SECOND, deliveries: cuts });
        change(rules);
    });
    let (bot, runs) = working(platform.clock(), span);
    account.connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("hello").await;
    platform.clock().advance(60 * SECOND).await;
    let is_answer = |content: &timeline::MessageContent| match content {
        timeline::MessageContent::Text { text } => text.starts_with("answer"),
        _ => false,
    };
    let answers = ann.chat().into_iter().filter(is_answer).count();
    assert_eq!(answers, 1, "{deliveries} deliveries, {cuts} of them cut, {span:?}");
    assert_eq!(runs.load(Ordering::Relaxed), 1);
    if cuts < deliveries {
        interaction.expect_text("answer 1").await.expect_nothing_for(60 * SECOND).await;
        let outcomes = [PushOutcome::Answered, PushOutcome::Empty];
        assert!(outcomes.contains(&interaction.outcome().await), "{:?}", interaction.exchange());
    }
}

#[tokio::test]
async fn one_reply_arrives_for_any_number_of_deliveries() {
    for deliveries in [2, 3, 4] {
        for cuts in 0..=deliveries {
            for seconds in [0, 1, 3, 6, 11, 16, 21] {
                one_answer(deliveries, cuts, seconds * SECOND, |_| {}).await;
            }
        }
    }
}

#[tokio::test]
async fn one_reply_arrives_for_any_interval_between_deliveries() {
    for seconds in [2, 3, 5, 9] {
        for (cuts, identical) in [(1, false), (2, true), (3, false)] {
            let close = |rules: &mut Rules| {
                rules.push.spacing = Duration::ZERO;
                rules.push.identical_repeats = identical;
            };
            one_answer(4, cuts, seconds * SECOND, close).await;
        }
    }
}

#[tokio::test]
async fn a_slow_bot_replies_once() {
    for deliveries in [2, 3, 4] {
        for seconds in [5, 7, 12, 30] {
            let platform = Emulator::start().await;
            let account = platform.official().deliveries(deliveries);
            let (bot, runs) = working(platform.clock(), seconds * SECOND);
            account.connect(bot.budget(8 * SECOND)).await.unwrap();
            let ann = platform.follower("ann");
            ann.says("hello").await;
            platform.clock().advance(90 * SECOND).await;
            let texts = ann.chat().into_iter().filter(|content| match content {
                timeline::MessageContent::Text { text } => text == "answer 1",
                _ => false,
            });
            assert_eq!(texts.count(), 1, "{deliveries} deliveries, {seconds} s");
            assert_eq!(runs.load(Ordering::Relaxed), 1);
        }
    }
}
