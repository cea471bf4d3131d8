//! Messages of one user are handled in order by default; users and accounts are independent of each
//! other.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin::{
    api::{BoxFuture, Clock},
    bot::{deadline, parallel},
    emulator::*,
    prelude::*,
};

const SECOND: Duration = Duration::from_secs(1);

/// Replies to `3 text` with `text` after three seconds. `fail` returns an error and `panic` panics.
fn after(
    clock: PlatformClock,
) -> impl Fn(Captures<(u32, String)>) -> BoxFuture<'static, Result<String, &'static str>> + Clone {
    move |Captures((seconds, text))| {
        let clock = clock.clone();
        Box::pin(async move {
            clock.sleep_until(clock.now() + seconds * SECOND).await;
            match text.as_str() {
                "fail" => Err("it cannot be done"),
                "panic" => panic!("on purpose"),
                _ => Ok(text),
            }
        })
    }
}

const AFTER: &str = r"^(\d+) (.+)$";

/// An emulator with an account of each product.
async fn accounts() -> Vec<(Emulator, Account)> {
    let mut all = Vec::new();
    for product in [Product::Official, Product::Mini, Product::Work] {
        let platform = Emulator::start().await;
        let account = platform.first(product);
        all.push((platform, account));
    }
    all
}

/// The texts that a person received, in order.
fn heard(person: &Person, said: &[&str]) -> Vec<String> {
    let texts = person.chat().into_iter().filter_map(|content| match content {
        timeline::MessageContent::Text { text } => Some(text),
        _ => None,
    });
    texts.filter(|text| !said.contains(&text.as_str())).collect()
}

#[tokio::test]
async fn messages_of_a_user_are_sequential_and_users_are_concurrent() {
    for (platform, account) in accounts().await {
        let clock = platform.clock();
        account.connect(Bot::new().on(matching(AFTER, after(clock.clone())))).await.unwrap();
        let (ann, bob) = (account.follower("ann"), account.follower("bob"));
        let mut first = ann.says("7 first").await;
        clock.advance(SECOND).await;
        let mut second = ann.says("0 second").await;
        bob.says("0 hi").await.expect_text("hi").await;
        clock.advance(Duration::from_millis(3499)).await;
        assert_eq!(first.exchange().outcome, PushOutcome::Waiting);
        clock.advance(Duration::from_millis(1)).await;
        assert_eq!(first.exchange().outcome, PushOutcome::Empty, "acknowledged in time");
        assert_eq!(second.exchange().outcome, PushOutcome::Waiting);
        clock.advance(SECOND).await;
        assert_eq!(second.exchange().outcome, PushOutcome::Empty, "though its turn has not come");
        second.expect_nothing_for(SECOND).await;
        clock.advance(SECOND).await;
        first.expect_text("first").await;
        second.expect_text("second").await.expect_nothing_for(60 * SECOND).await;
        for interaction in [first, second] {
            assert_eq!(interaction.exchange().deliveries.len(), 1);
        }
        assert_eq!(heard(&ann, &["7 first", "0 second"]), ["first", "second"]);
    }
}

#[tokio::test]
async fn a_queued_message_can_still_get_a_passive_reply() {
    for (platform, account) in accounts().await {
        let clock = platform.clock();
        account.connect(Bot::new().on(matching(AFTER, after(clock.clone())))).await.unwrap();
        let ann = account.follower("ann");
        let all = ["2 one", "1 two", "0 three"];
        let mut moments = Vec::new();
        for text in all {
            moments.push(ann.says(text).await);
        }
        clock.advance(3 * SECOND).await;
        // Mini Programs have no passive text replies.
        let outcome = match account.product() {
            Product::Mini => PushOutcome::Empty,
            _ => PushOutcome::Answered,
        };
        for interaction in moments {
            assert_eq!(interaction.outcome().await, outcome);
        }
        assert_eq!(heard(&ann, &all), ["one", "two", "three"]);
    }
}

#[tokio::test]
async fn parallel_handlers_are_not_ordered() {
    for (platform, account) in accounts().await {
        let clock = platform.clock();
        let report = r"^(\d+) (report)$";
        let bot = Bot::new()
            .on(parallel(matching(report, after(clock.clone()))))
            .on(matching(AFTER, after(clock.clone())));
        account.connect(bot).await.unwrap();
        let ann = account.follower("ann");
        let mut reports = [ann.says("3 report").await, ann.says("2 report").await];
        ann.says("0 at once").await.expect_text("at once").await;
        let mut slow = ann.says("4 slow").await;
        let mut waiting = ann.says("0 waiting").await;
        ann.says("0 report").await.expect_text("report").await;
        clock.advance(2 * SECOND).await;
        reports[1].expect_text("report").await;
        clock.advance(SECOND).await;
        reports[0].expect_text("report").await;
        waiting.expect_nothing_for(Duration::ZERO).await;
        clock.advance(SECOND).await;
        slow.expect_text("slow").await;
        waiting.expect_text("waiting").await;
    }
}

#[tokio::test]
async fn a_parallel_bot_is_not_ordered() {
    for (platform, account) in accounts().await {
        let clock = platform.clock();
        let bot = Bot::new().on(matching(AFTER, after(clock.clone()))).parallel();
        account.connect(bot).await.unwrap();
        let ann = account.follower("ann");
        let all = ["3 three", "1 one", "2 two"];
        for text in all {
            ann.says(text).await;
        }
        clock.advance(3 * SECOND).await;
        assert_eq!(heard(&ann, &all), ["one", "two", "three"]);
    }
}

#[tokio::test]
async fn accounts_of_one_bot_are_concurrent() {
    let platform = Emulator::start().await;
    let clock = platform.clock();
    // Members of two corps can have the same userid.
    let accounts = [platform.work(), platform.add_account(Product::Work)];
    let config =
        Config::new(accounts[0].config().path("/0")).account(accounts[1].config().path("/1"));
    let bot = Bot::new()
        .on(matching(AFTER, after(clock.clone())))
        .clock(std::sync::Arc::new(clock.clone()))
        .transport(accounts[0].transport());
    let app = bot.build(&config).unwrap();
    for (account, path) in accounts.iter().zip(["/0", "/1"]) {
        account.connect_service_at(path, app.clone()).await.unwrap();
    }
    let [ann, other_ann] = accounts.map(|account| account.follower("ann"));
    assert_eq!(ann.id(), other_ann.id());
    let mut slow = ann.says("3 slow").await;
    let mut waiting = ann.says("0 waiting").await;
    other_ann.says("0 quick").await.expect_text("quick").await;
    assert_eq!(waiting.exchange().outcome, PushOutcome::Waiting);
    clock.advance(3 * SECOND).await;
    slow.expect_text("slow").await;
    waiting.expect_text("waiting").await;
}

#[tokio::test]
async fn a_failed_handler_does_not_block_the_next_message() {
    for (platform, account) in accounts().await {
        let clock = platform.clock();
        let limited = deadline(2 * SECOND, matching(r"^(\d+) (.*late)$", after(clock.clone())));
        let bot = Bot::new().on(limited).on(matching(AFTER, after(clock.clone())));
        account.connect(bot).await.unwrap();
        let ann = account.follower("ann");
        for slip in ["1 fail", "1 panic", "9 late", "0 fail", "0 panic"] {
            let interaction = ann.says(slip).await;
            let mut next = ann.says("0 next").await;
            clock.advance(2 * SECOND).await;
            next.expect_text("next").await.expect_nothing_for(20 * SECOND).await;
            assert_eq!(interaction.outcome().await, PushOutcome::Empty, "{slip}");
        }
    }
}

#[tokio::test]
async fn a_cancelled_delivery_keeps_its_position() {
    let platform = Emulator::start().await;
    let (account, clock) = (platform.official(), platform.clock());
    let account = account.rules(|rules| {
        rules.push.cut = Some(CutRule { after: SECOND, deliveries: 1 });
    });
    account.connect(Bot::new().on(matching(AFTER, after(clock.clone())))).await.unwrap();
    let ann = account.follower("ann");
    let all = ["7 one", "0 two", "0 three"];
    for text in all {
        ann.says(text).await;
    }
    clock.advance(30 * SECOND).await;
    assert_eq!(heard(&ann, &all), ["one", "two", "three"]);
}
