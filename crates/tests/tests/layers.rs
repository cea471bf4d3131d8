//! Middleware around handlers.
#![allow(clippy::unwrap_used)]

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use weixin::{
    bot::{BoxError, Extension, WrongCapture},
    emulator::*,
    prelude::*,
};
use weixin_tests::log_text::LogText;

#[derive(Clone, Default)]
struct Trace(Arc<Mutex<Vec<&'static str>>>);

impl Trace {
    fn add(&self, what: &'static str) {
        self.0.lock().unwrap().push(what);
    }

    fn take(&self) -> Vec<&'static str> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

#[derive(Clone)]
struct Role(&'static str);

async fn outer(State(trace): State<Trace>, next: Next) -> Result<Reply, BoxError> {
    trace.add("outer before");
    let reply = next.run().await?;
    trace.add("outer after");
    Ok(reply.and(Reply::text("signed")))
}

async fn inner(header: Header, State(trace): State<Trace>, next: Next) -> weixin::Result<Reply> {
    trace.add("inner before");
    let role = Role(if header.from.is_empty() { "nobody" } else { "a user" });
    let reply = next.with(role).run().await?;
    trace.add("inner after");
    Ok(reply)
}

#[tokio::test]
async fn layers_are_called_from_outside_in() {
    let platform = Emulator::start().await;
    let trace = Trace::default();
    let bot = Bot::new()
        .on(command("role", async |Extension(Role(role)): Extension<Role>| role))
        .layer(inner)
        .layer(outer)
        .on(command("bare", async || "bare"))
        .with_state(trace.clone());
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    let mut interaction = ann.says("role").await;
    interaction.expect_text("a user").await;
    platform.clock().advance(std::time::Duration::from_secs(1)).await;
    interaction.expect_text("signed").await;
    assert_eq!(trace.take(), ["outer before", "inner before", "inner after", "outer after"]);
    ann.says("bare").await.expect_text("bare").await;
    assert_eq!(trace.take(), Vec::<&str>::new(), "it was added after the layers");
}

#[tokio::test]
async fn a_layer_may_answer_itself() {
    let platform = Emulator::start().await;
    let ann = platform.follower("ann");
    let boss = ann.id().clone();
    let only_the_boss = move |header: Header, next: Next| {
        let is_boss = header.from == boss;
        async move {
            if !is_boss {
                return Ok(Reply::text("you may not"));
            }
            next.run().await
        }
    };
    let admin = Routes::new().on(command("stop", async || "stopped")).layer(only_the_boss);
    let bot = Bot::new().merge(admin).fallback(async || "fallback");
    platform.official().connect(bot).await.unwrap();
    ann.says("stop").await.expect_text("stopped").await;
    let bob = platform.follower("bob");
    bob.says("stop").await.expect_text("you may not").await;
    bob.says("go").await.expect_text("fallback").await;
}

#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the printer is out of paper")
    }
}

impl std::error::Error for Broken {}

#[tokio::test]
async fn captures_of_a_middleware_are_checked_at_the_start() {
    async fn word() -> &'static str {
        "word"
    }
    let takes_two = async |Captures((_, _)): Captures<(u32, u32)>, next: Next| next.run().await;
    for (handler, why) in [
        (matching(r"^n(\d+)$", word), "takes `Captures` of 2, and the regular"),
        (matching(r"^(\d+) (\d+)$", word), ""),
    ] {
        let platform = Emulator::start().await;
        let connected = platform.official().connect(Bot::new().on(handler).layer(takes_two)).await;
        match connected {
            Ok(_) => assert_eq!(why, ""),
            Err(error) => assert!(!why.is_empty() && error.to_string().contains(why), "{error}"),
        }
    }

    // One that copes without them may be around handlers that have none.
    let platform = Emulator::start().await;
    let counted = async |found: Result<Captures<(u32,)>, WrongCapture>, next: Next| {
        if found.is_err() {
            return Ok(Reply::text("no number"));
        }
        next.run().await
    };
    let bot = Bot::new()
        .on(matching(r"^n(\d+)$", async || "a number"))
        .fallback(async |_: Text| "something else")
        .layer(counted);
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    ann.says("n1").await.expect_text("a number").await;
    ann.says("hello").await.expect_text("no number").await;
}

#[tokio::test]
async fn errors_stay_what_they_are_on_their_way_through_layers() {
    let log = LogText::default();
    let _guard = log.start();
    let platform = Emulator::start().await;
    let bot = Bot::new()
        .on(command("print", async || Err::<(), _>(Broken)))
        .on(command("number", async |_: Captures<(u32,)>| ()))
        .on(command("apologize", async || Err::<(), _>(Broken)))
        .on(matching(r"^n(.*)$", async |Captures((number,)): Captures<(u32,)>| number.to_string()))
        .layer(async |next: Next| next.run().await)
        .layer(async |push: Push, next: Next| match next.run().await {
            Err(error)
                if error.downcast_ref::<Broken>().is_some()
                    && push.fields().text("Content") == Some("apologize") =>
            {
                Ok(Reply::text("sorry"))
            }
            result => result.map_err(BoxError::from),
        });
    // A wrong route is still found at the start; what a middleware takes is checked below.
    let error = platform.official().connect(bot).await.expect_err("`number` has no groups");
    assert!(error.to_string().contains("takes `Captures` of 1"), "{error}");

    let bot = Bot::new()
        .on(command("print", async || Err::<(), _>(Broken)))
        .on(command("apologize", async || Err::<(), _>(Broken)))
        .on(matching(r"^n(.*)$", async |Captures((number,)): Captures<(u32,)>| number.to_string()))
        .layer(async |next: Next| next.run().await)
        .layer(async |push: Push, next: Next| match next.run().await {
            Err(error)
                if error.downcast_ref::<Broken>().is_some()
                    && push.fields().text("Content") == Some("apologize") =>
            {
                Ok(Reply::text("sorry"))
            }
            result => result.map_err(BoxError::from),
        });
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    log.take();
    ann.says("apologize").await.expect_text("sorry").await;
    ann.says("n12").await.expect_text("12").await;
    let interaction = ann.says("n-one").await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    let logged = log.take();
    assert!(logged.contains("an argument could not be taken"), "{logged}");
    let interaction = ann.says("print").await;
    platform.clock().advance(std::time::Duration::from_secs(60)).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    let logged = log.take();
    assert!(logged.contains("the printer is out of paper"), "{logged}");
    assert!(logged.contains("the handler failed"), "{logged}");
}
