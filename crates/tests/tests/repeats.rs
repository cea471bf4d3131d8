//! Pushes that come again: the bot handles each once, and its answer arrives once.
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

/// A bot that works for `span` on each answer, and how often it has begun to.
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

/// Lets the network fail during the first `cuts` deliveries of each push, while the bot is at work
/// for `span` on its answer.
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
                // A message, which has an id, and an event, which has none.
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
async fn a_push_whose_connection_broke_is_handled_once_however_its_repeats_look() {
    for cuts in [1, 2] {
        once_in_spite_of(cuts, 3 * SECOND, |_| {}).await;
        once_in_spite_of(cuts, 8 * SECOND, |_| {}).await;
    }
}

#[tokio::test]
async fn a_push_whose_repeats_are_the_same_bytes_is_handled_once() {
    let identical = |rules: &mut Rules| rules.push.identical_repeats = true;
    once_in_spite_of(1, 3 * SECOND, identical).await;
    once_in_spite_of(2, 8 * SECOND, identical).await;
}

/// Delivers a push up to `deliveries` times, of which the first `cuts` break, while the bot is at
/// work for `span`: its handler runs once, and exactly one answer arrives.
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
async fn however_often_the_platform_delivers_one_answer_arrives() {
    for deliveries in [2, 3, 4] {
        for cuts in 0..=deliveries {
            for seconds in [0, 1, 3, 6, 11, 16, 21] {
                one_answer(deliveries, cuts, seconds * SECOND, |_| {}).await;
            }
        }
    }
}

#[tokio::test]
async fn however_close_together_deliveries_are_one_answer_arrives() {
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
async fn a_bot_that_takes_longer_than_the_platform_waits_answers_once_too() {
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
