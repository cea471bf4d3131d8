//! Filters, groups, several handlers for one push, and observers.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use weixin::{
    InboxConfig, Outcome,
    api::Clock,
    bot::{BoxError, also},
    emulator::*,
    prelude::*,
    protocol::Product,
};

/// Notes of what happened, in order.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn add(&self, note: impl Into<String>) {
        self.0.lock().unwrap().push(note.into());
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// Connects a bot that handles a push up to three times.
async fn connect_with_attempts(platform: &Emulator, bot: Bot) {
    let account = platform.official();
    let inbox = InboxConfig::default().attempts(3);
    let config = Config::new(account.config()).inbox(inbox);
    let bot = bot.clock(Arc::new(platform.clock())).transport(account.transport());
    account.connect_service_at("/callback", bot.build(&config).unwrap()).await.unwrap();
}

#[tokio::test]
async fn filters_of_texts() {
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(exact("hi", async || "exact"))
        .on(only(filter::contains("weather"), async || "contains"))
        .on(only(
            filter::matching(r"^(\d+)\+(\d+)$"),
            async |Captures((a, b)): Captures<(u32, u32)>| (a + b).to_string(),
        ))
        .on(only((!filter::command("no")).and(filter::is::<Text>()), async || "anything but no"))
        .fallback(async || "fallback");
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    for (says, answer) in [
        (" hi ", "exact"),
        ("HI", "anything but no"),
        ("how is the weather?", "contains"),
        ("2+3", "5"),
        ("no more", "fallback"),
    ] {
        ann.says(says).await.expect_text(answer).await;
    }
    ann.sends_image("picture").await.expect_text("fallback").await;
}

#[tokio::test]
async fn filters_of_events_users_and_accounts() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (ann, bob) = (platform.follower("ann"), platform.follower("bob"));
    let bot = || {
        Bot::new()
            .on(scene("table-7", async || "you sit at table 7"))
            .on(only(filter::event_key_prefix("order_"), async |event: Click| event.key))
            .on(only(
                filter::event_key_matching(r"^vote_(\d+)$"),
                async |Captures((number,)): Captures<(u32,)>| format!("vote {number}"),
            ))
            .on(only(filter::event("VIEW"), async |push: Push| {
                format!("opened {}", push.fields().text("EventKey").unwrap_or_default())
            }))
            .on(only(filter::from(bob.id().as_str()), command("who", async || "bob")))
            .on(only(filter::account_kind(Product::Work), command("who", async || "a colleague")))
            .on(only(filter::message_type("LOCATION"), async || "a place"))
            .on(command("who", async || "somebody"))
    };
    account.connect(bot()).await.unwrap();
    ann.scans("table-7").await.expect_text("you sit at table 7").await;
    ann.says("who").await.expect_text("somebody").await;
    bob.says("who").await.expect_text("bob").await;
    ann.sends_location(23.1, 113.3, "a").await.expect_text("a place").await;
    let new = account.person("newcomer");
    new.follows_by_code("table-7").await.expect_text("you sit at table 7").await;
    let event = [("EventKey".to_owned(), "order_17".into())];
    ann.causes("CLICK", event).await.expect_text("order_17").await;
    let event = [("EventKey".to_owned(), "vote_3".into())];
    ann.causes("CLICK", event).await.expect_text("vote 3").await;

    let work = platform.work();
    work.connect(bot()).await.unwrap();
    work.follower("cid").says("who").await.expect_text("a colleague").await;
}

#[tokio::test]
async fn one_handler_hears_several_types() {
    let platform = Emulator::start().await;
    let media = filter::is::<Image>().or(filter::is::<Voice>());
    let bot = Bot::new()
        .on(only(media, async |push: Push| format!("thank you for the {}", push.kind())))
        .on(only(filter::any_message(), async |push: Push| format!("a {}", push.kind())))
        .on(only(filter::any_event(), async || "an event"));
    platform.official().connect(bot).await.unwrap();
    let ann = platform.official().person("ann");
    ann.follows().await.expect_text("an event").await;
    ann.sends_image("picture").await.expect_text("thank you for the message image").await;
    ann.says("hello").await.expect_text("a message text").await;
}

#[tokio::test]
async fn a_group_has_a_filter_and_a_fallback_of_its_own() {
    let platform = Emulator::start().await;
    let (ann, bob) = (platform.follower("ann"), platform.follower("bob"));
    let admin = Routes::new()
        .on(command("stop", async || "stopped"))
        .fallback(async |_: Text| "admin: what?");
    let bot = Bot::new()
        .group(filter::from(ann.id().as_str()), admin)
        .merge(Routes::new().on(command("help", async || "help")))
        .fallback(async || "fallback");
    platform.official().connect(bot).await.unwrap();
    ann.says("stop").await.expect_text("stopped").await;
    ann.says("help").await.expect_text("admin: what?").await;
    ann.sends_image("picture").await.expect_text("fallback").await;
    bob.says("stop").await.expect_text("fallback").await;
    bob.says("help").await.expect_text("help").await;
}

#[tokio::test]
async fn several_handlers_answer_one_push() {
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(also(async |_: Text| "first"))
        .on(also(only(filter::contains("two"), async || "second")))
        .on(command("nothing", async || {}))
        .on(async |_: Text| "last")
        .on(only(filter::from("nobody"), async |_: Push| "never"));
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("two").await;
    interaction.expect_text("first").await;
    platform.clock().advance(Duration::from_secs(1)).await;
    interaction.expect_text("second").await;
    interaction.expect_text("last").await;
    let mut interaction = ann.says("one").await;
    interaction.expect_text("first").await;
    platform.clock().advance(Duration::from_secs(1)).await;
    interaction.expect_text("last").await;
    ann.says("nothing").await.expect_text("first").await;
}

#[tokio::test]
async fn an_asynchronous_filter_decides_when_it_is_the_pushs_turn() {
    let platform = Emulator::start().await;
    let asked = Arc::<AtomicUsize>::default();
    let counter = Arc::clone(&asked);
    let clock: Arc<dyn Clock> = Arc::new(platform.clock());
    let slow = filter::when_async(move |push: Push| {
        let number = counter.fetch_add(1, Ordering::Relaxed);
        let clock = clock.clone();
        async move {
            clock.sleep(Duration::from_secs(1)).await;
            match number {
                0 => Err(BoxError::from("the database is away")),
                _ => Ok(push.header().from.as_str().contains("ann")),
            }
        }
    });
    let bot = Bot::new()
        .on(only(slow.and(filter::command("stop")), async || "stopped"))
        .on(async |_: Text| "no");
    connect_with_attempts(&platform, bot).await;
    let ann = platform.follower("ann");
    ann.says("hello").await.expect_text("no").await;
    assert_eq!(asked.load(Ordering::Relaxed), 0, "the cheap test has decided");
    // The first answer is an error, so the push is handled again.
    let mut interaction = ann.says("stop").await;
    platform.clock().advance(Duration::from_secs(10)).await;
    let says_stopped = ann.id().as_str().contains("ann");
    interaction.expect_text(if says_stopped { "stopped" } else { "no" }).await;
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn observers_see_every_push_beside_the_handler() {
    let platform = Emulator::start().await;
    let notes = Notes::default();
    let (all, texts, hook) = (notes.clone(), notes.clone(), notes.clone());
    let clock: Arc<dyn Clock> = Arc::new(platform.clock());
    let bot = Bot::new()
        .observe(move |push: Push| {
            let (all, clock) = (all.clone(), clock.clone());
            async move {
                // The answer does not wait for it.
                clock.sleep(Duration::from_secs(3)).await;
                all.add(format!("saw {}", push.kind()));
            }
        })
        .observe(async |_: Text| -> Result<(), BoxError> { Err("on purpose".into()) })
        .observe(move |msg: Text| {
            texts.add(format!("text {}", msg.content));
            async {}
        })
        .on(async |msg: Text| msg.content)
        .on_outcome(move |_, outcome| {
            if *outcome == Outcome::Unheard {
                hook.add("unheard");
            }
        });
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    ann.says("hello").await.expect_text("hello").await;
    assert_eq!(notes.take(), Vec::<String>::new());
    platform.clock().advance(Duration::from_secs(3)).await;
    assert_eq!(notes.take(), ["saw message text", "text hello"]);
    let interaction = ann.sends_image("picture").await;
    platform.clock().advance(Duration::from_secs(3)).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(notes.take(), ["unheard", "saw message image"]);
}

#[test]
fn problems_of_filters_are_reported_at_the_start() {
    let account = || AccountConfig::official("wx0123456789abcdef", "secret");
    let config =
        Config::new(account().callback("token", "RustFrameworkWeChatTestKey0123456789abcdefg"));
    let problems = |bot: Bot| {
        let error = bot.build(&config).expect_err("it has a problem");
        error.route_problems().join("\n")
    };
    let nothing = async || ();
    let found = problems(Bot::new().on(exact(" ", nothing)));
    assert!(found.contains("the text is empty"), "{found}");
    let found =
        problems(Bot::new().on(only(filter::from("x").and(filter::matching("(")), nothing)));
    assert!(found.contains("regular expression is wrong"), "{found}");
    let found = problems(Bot::new().on(only(filter::menu_click("A"), async |_: Text| ())));
    assert!(found.contains("event CLICK") && found.contains("message text"), "{found}");
    let twice = Bot::new()
        .on(only(filter::from("ann"), async |_: Text| ()))
        .on(only(filter::from("ann"), command("help", nothing)));
    let found = problems(twice);
    assert!(found.contains("is never reached"), "{found}");
    let hidden = Bot::new()
        .on(only(filter::contains("a").or(filter::contains("b")), nothing))
        .on(only(filter::contains("xbx"), nothing));
    let found = problems(hidden);
    assert!(found.contains("is never reached"), "{found}");
    // What another account gives is no problem where the handler hears only that account.
    let work = Routes::new().on(command("help", async |_: Client<Work>| ()));
    let kind = filter::account_kind(Product::Work);
    let bot = Bot::new().group(kind.clone(), work).on(command("help", nothing));
    assert!(bot.build(&config).is_ok());
    let wrong = Bot::new().group(!kind, Routes::new().on(command("x", async |_: Client<Work>| ())));
    let found = problems(wrong);
    assert!(found.contains("only accounts of kind \"work\""), "{found}");
    // One that goes on hides nothing.
    let goes_on = Bot::new().on(also(async |_: Text| ())).on(async |_: Text| ());
    assert!(goes_on.build(&config).is_ok());
}
