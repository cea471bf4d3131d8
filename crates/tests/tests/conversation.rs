//! Conversations between people in the emulator and a bot.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use weixin::{api::Clock, emulator::*, prelude::*};

fn echo() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

/// The number of calls of a path.
fn calls_to(platform: &Emulator, path: &str) -> usize {
    platform.calls().iter().filter(|call| call.request.path == path).count()
}

#[tokio::test]
async fn the_readme_conversation() {
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(|_: Subscribe| async { "Welcome!" })
        .on(command("help", async || "I can help."));
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    ann.follows().await.expect_text("Welcome!").await;
    platform.clock().advance(Duration::from_secs(3 * 3600)).await;
    ann.says("help").await.expect_text(starts_with("I can")).await;
}

#[tokio::test]
async fn texts_are_echoed_byte_for_byte_without_uploads() {
    for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
        for format in [Format::Xml, Format::Json] {
            let platform = Emulator::start().await;
            platform.official().mode(mode).format(format).connect(echo()).await.unwrap();
            let ann = platform.follower("ann");
            for text in [
                "007",
                " 12 ",
                "a&b",
                "\"q\"",
                "]]>",
                "<b>",
                "😀",
                "a\nb",
                "@img@/etc/hostname",
                "@fil@/etc/hostname",
                "&lt;",
                "]]]]><![CDATA[>",
                "\u{200b}零宽",
            ] {
                ann.says(text).await.expect_text(text).await;
            }
            assert_eq!(calls_to(&platform, "/cgi-bin/media/upload"), 0);
            assert!(platform.calls().is_empty(), "an echo needs no call");
        }
    }
}

#[tokio::test]
async fn filters_captures_state_and_fallback_work_together() {
    #[derive(Clone)]
    struct Shop {
        orders: Arc<AtomicUsize>,
        name: &'static str,
    }

    struct Name(&'static str);

    impl FromRef<Shop> for Name {
        fn from_ref(shop: &Shop) -> Self {
            Self(shop.name)
        }
    }

    async fn order(
        msg: Text,
        Captures((id, rest)): Captures<(u64, String)>,
        State(shop): State<Shop>,
        State(name): State<Name>,
    ) -> String {
        let count = shop.orders.fetch_add(1, Ordering::Relaxed) + 1;
        format!("{}: order {id}{rest} for {}, {count} in all", name.0, msg.header.from)
    }

    let shop = Shop { orders: Arc::default(), name: "Tea" };
    let bot = Bot::new()
        .on(command("help", |Argument(about): Argument| async move { format!("help[{about}]") }))
        .on(matching(r"^order (\d+)(!?)$", order))
        .on(menu_click("TODAY", async || "today"))
        .on(when(|push| push.fields().text("Content") == Some("secret"), async || "found"))
        .on(|place: Location| async move { format!("{} {}", place.latitude, place.longitude) })
        .fallback(|push: Push| async move { format!("? {}", push.kind()) })
        .with_state(shop);
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    ann.says("help").await.expect_text("help[]").await;
    ann.says("/HELP me now ").await.expect_text("help[me now]").await;
    ann.says("helpless").await.expect_text("? message text").await;
    let (one, two) = ("Tea: order 7 for", "Tea: order 8! for");
    ann.says("order 7").await.expect_text(starts_with(one)).await;
    ann.says("order 8!").await.expect_text(starts_with(two)).await;
    ann.says("secret").await.expect_text("found").await;
    ann.sends_location(23.5, 113.25, "Guangzhou").await.expect_text("23.5 113.25").await;
    ann.scans("42").await.expect_text("? event SCAN").await;
    ann.causes("CLICK", [("EventKey".to_owned(), "TODAY".into())]).await.expect_text("today").await;
}

#[tokio::test]
async fn pictures_and_cards_are_sent() {
    async fn photo(image: Image) -> Reply {
        Reply::image(image.media_id)
    }

    async fn drawing() -> Reply {
        Reply::image(FilePart::image(&b"\x89PNG\r\n\x1a\n-drawn-here"[..]))
    }

    let bot = Bot::new()
        .on(photo)
        .on(command("draw", drawing))
        .on(command("card", async || Article::new("Title", "https://example.com/")));
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let picture = &b"\x89PNG\r\n\x1a\n-from-ann"[..];
    assert_eq!(ann.sends_image(picture).await.expect_image().await, picture);
    let drawn = ann.says("draw").await.expect_image().await;
    assert_eq!(drawn, &b"\x89PNG\r\n\x1a\n-drawn-here"[..]);
    assert_eq!(calls_to(&platform, "/cgi-bin/media/upload"), 1);
    let cards = ann.says("card").await.expect_news().await;
    assert_eq!(cards[0].title, "Title");
}

#[tokio::test]
async fn failing_handlers_send_nothing_and_do_not_affect_later_messages() {
    async fn fails(_: Text) -> Result<String, std::num::ParseIntError> {
        "x".parse::<u8>().map(|number| number.to_string())
    }

    async fn panics(_: Text) -> String {
        panic!("on purpose")
    }

    async fn never(_: Text, Captures((_,)): Captures<(u8,)>) -> &'static str {
        "unreachable: 999 is no u8"
    }

    let bot = Bot::new()
        .on(command("fail", fails))
        .on(command("panic", panics))
        .on(matching("^number (.*)$", never))
        .on(|msg: Text| async move { msg.content });
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    for slip in ["fail", "panic", "number 999"] {
        let mut interaction = ann.says(slip).await;
        assert_eq!(interaction.outcome().await, PushOutcome::Empty, "{slip}");
        interaction.expect_nothing_for(Duration::from_secs(20)).await;
        ann.says("still there?").await.expect_text("still there?").await;
    }
}

/// A bot whose handler takes as long as the message says.
fn slow(clock: Arc<dyn Clock>) -> Bot {
    Bot::new().on(matching(r"^after (\d+)$", move |Captures((seconds,)): Captures<(u64,)>| {
        let clock = clock.clone();
        async move {
            clock.sleep(Duration::from_secs(seconds)).await;
            format!("after {seconds} s")
        }
    }))
}

#[tokio::test]
async fn a_late_reply_is_sent_as_a_customer_service_message() {
    let platform = Emulator::start().await;
    let bot = slow(Arc::new(platform.clock()));
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");

    let mut in_time = ann.says("after 4").await;
    platform.clock().advance(Duration::from_secs(4)).await;
    in_time.expect_text("after 4 s").await;
    assert_eq!(in_time.outcome().await, PushOutcome::Answered);
    assert_eq!(calls_to(&platform, "/cgi-bin/message/custom/send"), 0);

    let mut late = ann.says("after 7").await;
    platform.clock().advance(Duration::from_secs(7)).await;
    late.expect_text("after 7 s").await;
    assert_eq!(late.outcome().await, PushOutcome::Empty, "acknowledged in time");
    assert_eq!(late.exchange().deliveries.len(), 1, "and so not repeated");
    assert_eq!(calls_to(&platform, "/cgi-bin/message/custom/send"), 1);
    late.expect_nothing_for(Duration::from_secs(60)).await;
}

#[tokio::test]
async fn only_the_first_of_several_messages_is_a_passive_reply() {
    let bot = Bot::new().on(|_: Text| async { vec!["one", "two", "three"] });
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("count").await;
    // The passive reply gets a head start.
    platform.clock().advance(Duration::from_millis(100)).await;
    for text in ["one", "two", "three"] {
        interaction.expect_text(text).await;
    }
    assert_eq!(calls_to(&platform, "/cgi-bin/message/custom/send"), 2);
}

#[tokio::test]
async fn expired_and_revoked_tokens_are_replaced_transparently() {
    let platform = Emulator::start().await;
    let bot = slow(Arc::new(platform.clock()));
    let official = platform.official();
    official.connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    for _ in 0..3 {
        let mut late = ann.says("after 6").await;
        platform.clock().advance(Duration::from_secs(6)).await;
        late.expect_text("after 6 s").await;
        platform.clock().advance(Duration::from_secs(3 * 3600)).await;
        official.revoke_tokens();
    }
}

#[tokio::test]
async fn mini_programs_have_no_passive_text_replies() {
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(command("human", async || Reply::transfer_to_customer_service()))
        .on(|msg: Text| async move { msg.content });
    platform.mini().format(Format::Json).connect(bot).await.unwrap();
    let ann = platform.mini().person("ann");
    let mut interaction = ann.says("hello").await;
    interaction.expect_text("hello").await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(calls_to(&platform, "/cgi-bin/message/custom/send"), 1);
    assert_eq!(ann.says("human").await.outcome().await, PushOutcome::Answered);
}

#[tokio::test]
async fn wecom_apps_receive_and_send_messages() {
    let platform = Emulator::start().await;
    let clock: Arc<dyn Clock> = Arc::new(platform.clock());
    let agents = Arc::new(Mutex::new(Vec::new()));
    let seen = agents.clone();
    let bot = Bot::new()
        .on(command("slow", move || {
            let clock = clock.clone();
            async move {
                clock.sleep(Duration::from_secs(9)).await;
                "late"
            }
        }))
        .on(move |msg: Text, wx: Client<Work>| {
            seen.lock().unwrap().push((msg.header.agent_id, wx.account().agent()));
            async move { msg.content }
        });
    let work = platform.work();
    work.connect(bot).await.unwrap();
    let ann = work.person("ann");
    ann.says("你好 ]]> 007").await.expect_text("你好 ]]> 007").await;
    let agent = work.credentials().agent_id.unwrap();
    assert_eq!(*agents.lock().unwrap(), [(Some(i64::from(agent.get())), Some(agent))]);
    let mut late = ann.says("slow").await;
    platform.clock().advance(Duration::from_secs(9)).await;
    late.expect_text("late").await;
    assert_eq!(calls_to(&platform, "/cgi-bin/message/send"), 1);
}

#[tokio::test]
async fn one_bot_serves_accounts_of_three_products() {
    let platform = Emulator::start().await;
    for account in [platform.official(), platform.mini(), platform.work()] {
        let app = echo();
        account.connect(app).await.unwrap();
        let ann = account.follower("ann");
        ann.says("hi").await.expect_text("hi").await;
    }
}

#[tokio::test]
async fn menus_created_by_a_bot_can_be_tapped() {
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(menu_click("TODAY", async || "today"))
        .on(|view: View| async move { view.url });
    platform.official().connect(bot).await.unwrap();
    let wx = platform.official_client();
    wx.menu()
        .create(vec![
            Button::click("Today", "TODAY"),
            Button::sub("More", vec![Button::view("Site", "https://example.com/")]),
        ])
        .await
        .unwrap();
    let ann = platform.follower("ann");
    ann.taps("Today").await.expect_text("today").await;
    ann.taps("Site").await.expect_text("https://example.com/").await;
}

#[tokio::test]
async fn shutdown_loses_no_message() {
    let platform = Emulator::start().await;
    let bot = slow(Arc::new(platform.clock()));
    let app = platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut late = ann.says("after 20").await;
    platform.clock().advance(Duration::from_secs(5)).await;
    let idle = tokio::spawn(async move { app.idle().await });
    platform.clock().advance(Duration::from_secs(1)).await;
    assert!(!idle.is_finished(), "an answer is still on its way");
    platform.clock().advance(Duration::from_secs(14)).await;
    idle.await.unwrap();
    late.expect_text("after 20 s").await;
}

#[tokio::test]
async fn failed_payment_notifications_are_retried() {
    let tries = Arc::new(AtomicUsize::new(0));
    let counter = tries.clone();
    let bot = Bot::new().on(move |_: Push| {
        let number = counter.fetch_add(1, Ordering::Relaxed);
        async move { if number == 0 { Err("the database is away") } else { Ok(()) } }
    });
    let platform = Emulator::start().await;
    let mini = platform.mini();
    mini.connect(bot).await.unwrap();
    let ann = mini.person("ann");
    let order = [("OutTradeNo".to_owned(), "T1".into())];
    let interaction = ann.causes("xpay_goods_deliver_notify", order).await;
    platform.clock().advance(Duration::from_secs(6)).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(interaction.exchange().deliveries.len(), 2);
    assert_eq!(tries.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn long_texts_are_split_into_several_messages() {
    let poem = "字".repeat(1500);
    let all = poem.clone();
    let bot = Bot::new()
        .on(command("poem", move || {
            let poem = poem.clone();
            async move { poem }
        }))
        .on(command("empty", async || String::new()))
        .on(command("cards", async || vec![Article::new("one", "u"), Article::new("two", "u")]));
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("poem").await;
    platform.clock().advance(Duration::from_secs(1)).await;
    let mut heard = String::new();
    for _ in 0..3 {
        match interaction.expect_message().await {
            timeline::MessageContent::Text { text } => heard += &text,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(heard, all);
    assert_eq!(ann.says("empty").await.outcome().await, PushOutcome::Empty);
    let mut interaction = ann.says("cards").await;
    platform.clock().advance(Duration::from_secs(1)).await;
    for title in ["one", "two"] {
        assert_eq!(interaction.expect_news().await[0].title, title);
    }
}

#[tokio::test]
async fn typed_handlers_only_see_matching_pushes() {
    let bot = Bot::new()
        .on(when(
            |push| push.fields().get("EventKey").is_some(),
            |click: Click| async move { format!("click {}", click.key) },
        ))
        .on(|push: Push, _: Click| async move { format!("{}", push.kind()) });
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let key = || [("EventKey".to_owned(), "A".into())];
    ann.causes("CLICK", key()).await.expect_text("click A").await;
    assert_eq!(ann.causes("VIEW", key()).await.outcome().await, PushOutcome::Empty);
}

#[tokio::test]
async fn a_panicking_filter_acknowledges_immediately() {
    let bot = Bot::new()
        .on(when(|push| push.fields().text("Content") == Some("boo") && panic!("boo"), async || {}))
        .on(command("/start", async || "started"))
        .on(|msg: Text| async move { msg.content });
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    assert_eq!(ann.says("boo").await.outcome().await, PushOutcome::Empty);
    ann.says("start").await.expect_text("started").await;
    ann.says("/start").await.expect_text("started").await;
}
