//! A small shop: handlers with state, captures, cards, a menu, and a slow answer.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use weixin::prelude::*;

/// The state shared by the handlers.
#[derive(Clone, Default)]
struct Shop {
    orders: Arc<Mutex<HashMap<PeerId, Vec<Order>>>>,
}

struct Order {
    count: u32,
    tea: String,
}

async fn welcome(_: Subscribe) -> &'static str {
    "Welcome to the tea shop! Say: 2 oolong"
}

async fn order(
    msg: Text,
    Captures((count, tea)): Captures<(u32, String)>,
    State(shop): State<Shop>,
) -> String {
    let answer = format!("{count} × {tea}, coming up.");
    let mut orders = shop.orders.lock().expect("no handler panics while it holds the lock");
    orders.entry(msg.header.from).or_default().push(Order { count, tea });
    answer
}

async fn bill(header: Header, State(shop): State<Shop>) -> Reply {
    let orders = shop.orders.lock().expect("no handler panics while it holds the lock");
    match orders.get(&header.from) {
        None => Reply::text("You have ordered nothing yet."),
        Some(orders) => {
            let lines = orders.iter().map(|Order { count, tea }| format!("{count} × {tea}"));
            let text = lines.collect::<Vec<_>>().join("\n");
            Reply::news([Article::new("Your bill", "https://example.com/bill").description(text)])
        }
    }
}

/// Takes longer than the platform waits: the reply arrives as a customer-service message.
async fn recommend() -> &'static str {
    tokio::time::sleep(Duration::from_secs(6)).await;
    "After some thought: the oolong."
}

fn bot(shop: Shop) -> Bot {
    Bot::new()
        .on(welcome)
        .on(matching(r"^(\d{1,3}) (\w+)$", order))
        .on(command("bill", bill))
        .on(menu_click("BILL", bill))
        .on(command("recommend", recommend))
        .on(|_: Text| async { "Say: 2 oolong, bill, or recommend" })
        .with_state(shop)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot(Shop::default()).serve(Config::load()?).await
}

#[tokio::test]
async fn sells_tea() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    platform.official().connect(bot(Shop::default())).await.unwrap();
    let ann = platform.follower("ann");
    ann.follows().await.expect_text(starts_with("Welcome")).await;
    ann.says("bill").await.expect_text("You have ordered nothing yet.").await;
    ann.says("2 oolong").await.expect_text("2 × oolong, coming up.").await;
    let cards = ann.says("bill").await.expect_news().await;
    assert_eq!(cards[0].description, "2 × oolong");
    // Another user has their own bill.
    platform.follower("bo").says("bill").await.expect_text(starts_with("You have")).await;
}
