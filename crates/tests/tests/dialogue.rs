//! Dialogues: sessions of users, kept from one message to the next.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use serde::{Deserialize, Serialize};
use weixin::{
    InboxConfig,
    bot::{BoxError, SessionError},
    emulator::*,
    prelude::*,
};
use weixin_tests::log_text::LogText;

const MINUTE: Duration = Duration::from_secs(60);

#[derive(Serialize, Deserialize)]
enum Form {
    AskName,
    AskAge { name: String },
}

impl Dialogue for Form {
    const NAME: &str = "form";
    const TIMEOUT: Duration = Duration::from_secs(600);
}

async fn begin(mut form: Session<Form>) -> Result<&'static str, SessionError> {
    form.set(Form::AskName).await?;
    Ok("What is your name?")
}

async fn answer(msg: Text, mut form: Session<Form>) -> Result<String, SessionError> {
    match form.take() {
        Some(Form::AskAge { name }) => match msg.content.parse::<u8>() {
            Ok(age) => {
                form.end().await?;
                Ok(format!("{name} is {age}."))
            }
            Err(_) => Ok("A number, please.".to_owned()),
        },
        _ => {
            let question = format!("How old are you, {}?", msg.content);
            form.set(Form::AskAge { name: msg.content }).await?;
            Ok(question)
        }
    }
}

async fn cancel(mut form: Session<Form>) -> Result<&'static str, SessionError> {
    form.end().await?;
    Ok("Cancelled.")
}

fn bot() -> Bot {
    let in_form = Routes::new().on(command("cancel", cancel)).on(answer);
    Bot::new()
        .group(filter::in_dialogue::<Form>(), in_form)
        .on(command("form", begin))
        .fallback(async |_: Text| "Write form.")
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
async fn a_form_is_filled_cancelled_and_times_out() {
    let platform = Emulator::start().await;
    platform.official().connect(bot()).await.unwrap();
    let (ann, bob) = (platform.follower("ann"), platform.follower("bob"));
    for user in [&ann, &bob] {
        user.says("hello").await.expect_text("Write form.").await;
        user.says("form").await.expect_text("What is your name?").await;
    }
    ann.says("Ann").await.expect_text("How old are you, Ann?").await;
    bob.says("Bob").await.expect_text("How old are you, Bob?").await;
    ann.says("old").await.expect_text("A number, please.").await;
    ann.says("42").await.expect_text("Ann is 42.").await;
    ann.says("42").await.expect_text("Write form.").await;
    bob.says("cancel").await.expect_text("Cancelled.").await;
    bob.says("cancel").await.expect_text("Write form.").await;
    // It ends by itself ten minutes after the last answer.
    ann.says("form").await.expect_text("What is your name?").await;
    platform.clock().advance(9 * MINUTE).await;
    ann.says("Ann").await.expect_text("How old are you, Ann?").await;
    platform.clock().advance(11 * MINUTE).await;
    ann.says("42").await.expect_text("Write form.").await;
}

#[tokio::test]
async fn each_account_has_sessions_of_its_own() {
    let platform = Emulator::start().await;
    let (one, two) = (platform.official(), platform.add_account(Product::Official));
    let store = Arc::new(weixin::store::MemoryStore::with_clock(Arc::new(platform.clock())));
    one.connect(bot().store(store.clone())).await.unwrap();
    two.connect(bot().store(store)).await.unwrap();
    let (ann, also_ann) = (one.follower("ann"), two.follower("ann"));
    ann.says("form").await.expect_text("What is your name?").await;
    also_ann.says("Ann").await.expect_text("Write form.").await;
    ann.says("Ann").await.expect_text("How old are you, Ann?").await;
}

#[tokio::test]
async fn a_push_that_is_handled_again_sees_the_session_as_it_was() {
    let platform = Emulator::start().await;
    let fails = Arc::new(AtomicBool::new(false));
    let failing = Arc::clone(&fails);
    let count = move |_: Text, mut form: Session<Form>| {
        let failing = Arc::clone(&failing);
        async move {
            let said = match form.take() {
                None => "first",
                Some(Form::AskName) => "second",
                Some(Form::AskAge { .. }) => "third",
            };
            form.set(match said {
                "first" => Form::AskName,
                _ => Form::AskAge { name: String::new() },
            })
            .await?;
            if failing.swap(false, Ordering::Relaxed) {
                return Err(BoxError::from("on purpose"));
            }
            Ok(said)
        }
    };
    connect_with_attempts(&platform, Bot::new().on(count)).await;
    let ann = platform.follower("ann");
    ann.says("a").await.expect_text("first").await;
    fails.store(true, Ordering::Relaxed);
    let mut interaction = ann.says("b").await;
    platform.clock().advance(MINUTE).await;
    interaction.expect_text("second").await;
    ann.says("c").await.expect_text("third").await;
}

#[derive(Serialize, Deserialize)]
struct Other {
    number: u32,
}

impl Dialogue for Other {
    const NAME: &str = "form";
}

#[tokio::test]
async fn a_session_of_an_older_program_has_ended() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let store = Arc::new(weixin::store::MemoryStore::with_clock(Arc::new(platform.clock())));
    platform.official().connect(bot().store(store.clone())).await.unwrap();
    let ann = platform.follower("ann");
    ann.says("form").await.expect_text("What is your name?").await;
    let newer = Bot::new()
        .on(async |_: Text, session: Session<Other>| {
            session.get().map_or_else(|| "none".to_owned(), |other| other.number.to_string())
        })
        .store(store);
    platform.official().connect(newer).await.unwrap();
    log.take();
    ann.says("Ann").await.expect_text("none").await;
    let logged = log.take();
    assert!(logged.contains("a stored dialogue cannot be read"), "{logged}");
}

#[derive(Serialize, Deserialize)]
struct WithHuman;

impl Dialogue for WithHuman {
    const NAME: &str = "with-human";
}

#[tokio::test]
async fn a_state_without_fields_is_a_state() {
    let platform = Emulator::start().await;
    let bot = Bot::new().on(only(filter::in_dialogue::<WithHuman>(), async || "silent")).on(
        async |_: Text, mut session: Session<WithHuman>| {
            session.set(WithHuman).await?;
            Ok::<_, weixin::Error>("begun")
        },
    );
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    ann.says("a").await.expect_text("begun").await;
    ann.says("b").await.expect_text("silent").await;
}
