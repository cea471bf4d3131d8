//! Hands a user over to a human: after "human", the bot is silent until customer service closes the
//! session, the user says "bot", or half an hour has passed.
//!
//! The platform itself delivers the messages of a session to customer service, and ends it after half
//! an hour. Until a human has accepted the user, messages still reach the bot, which passes them on.
//! Official Accounts report the beginning and the end of sessions; Mini Programs report nothing, so
//! that the half hour counts.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use weixin::{prelude::*, protocol::Kind};

/// The user is not the bot's at present.
#[derive(Serialize, Deserialize)]
enum WithHuman {
    Waits,
    Talks,
}

impl Dialogue for WithHuman {
    const NAME: &str = "with-human";
    const TIMEOUT: Duration = Duration::from_secs(30 * 60);
}

async fn hand_over(mut session: Session<WithHuman>) -> weixin::Result<Reply> {
    session.set(WithHuman::Waits).await?;
    Ok(Reply::transfer_to_customer_service())
}

/// A human has accepted the user: the half hour begins again.
async fn opened(mut session: Session<WithHuman>) -> weixin::Result<()> {
    session.set(WithHuman::Talks).await?;
    Ok(())
}

async fn closed(mut session: Session<WithHuman>) -> weixin::Result<()> {
    session.end().await?;
    Ok(())
}

async fn back(mut session: Session<WithHuman>) -> weixin::Result<&'static str> {
    session.end().await?;
    Ok("机器人回来了。\nThe bot is back.")
}

/// Only messages are passed on: customer service could do nothing with an event.
async fn pass_on(push: Push) -> Reply {
    match push.kind() {
        Kind::Message(_) => Reply::transfer_to_customer_service(),
        _ => Reply::nothing(),
    }
}

fn bot() -> Bot {
    let with_human =
        Routes::new().on(matching(r"(?i)^\s*(机器人|bot)\s*$", back)).fallback(pass_on);
    Bot::new()
        .on(only(filter::event("kf_create_session"), opened))
        .on(only(filter::event("kf_close_session"), closed))
        .group(filter::in_dialogue::<WithHuman>(), with_human)
        .on(matching(r"(?i)^\s*(人工|human)\s*$", hand_over))
        .on(async |msg: Text| format!("🤖 {}", msg.content))
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot().serve(Config::load()?).await
}

#[cfg(test)]
mod tests {
    use weixin::emulator::{timeline::MessageContent, *};

    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    async fn connect(account: &Account) -> Person {
        account.connect(bot()).await.unwrap();
        account.follower("ann")
    }

    /// Says something that reaches customer service, and not the bot.
    async fn is_passed_on(person: &Person, text: &str) {
        let seen = person.says(text).await.expect_message().await;
        let MessageContent::System { en, .. } = &seen else { panic!("{seen:?}") };
        assert_eq!(en, "Transferred to customer service");
    }

    /// An event of customer service. The bot says nothing.
    async fn session(person: &Person, event: &str) {
        let account = ("KfAccount".to_owned(), "lily@shop".into());
        person.causes(event, [account]).await.expect_nothing_for(Duration::from_secs(15)).await;
    }

    #[tokio::test]
    async fn the_bot_is_silent_until_the_session_is_closed() {
        let platform = Emulator::start().await;
        let ann = connect(&platform.official()).await;
        ann.says("hello").await.expect_text("🤖 hello").await;
        is_passed_on(&ann, "人工").await;
        // Nobody has accepted her yet, so the platform still asks the bot.
        is_passed_on(&ann, "Is anybody there?").await;
        ann.causes("VIEW", [("EventKey".to_owned(), "https://example.com".into())])
            .await
            .expect_nothing_for(MINUTE)
            .await;
        platform.follower("bo").says("hello").await.expect_text("🤖 hello").await;
        session(&ann, "kf_create_session").await;
        session(&ann, "kf_close_session").await;
        ann.says("hello").await.expect_text("🤖 hello").await;
    }

    #[tokio::test]
    async fn the_half_hour_begins_when_a_human_accepts_the_user() {
        let platform = Emulator::start().await;
        let ann = connect(&platform.official()).await;
        is_passed_on(&ann, "human").await;
        platform.clock().advance(20 * MINUTE).await;
        session(&ann, "kf_create_session").await;
        platform.clock().advance(20 * MINUTE).await;
        is_passed_on(&ann, "And then?").await;
        platform.clock().advance(10 * MINUTE).await;
        ann.says("hello").await.expect_text("🤖 hello").await;
    }

    #[tokio::test]
    async fn a_user_may_return_to_the_bot() {
        let platform = Emulator::start().await;
        let ann = connect(&platform.official()).await;
        is_passed_on(&ann, "human").await;
        ann.says("Bot").await.expect_text("机器人回来了。\nThe bot is back.").await;
        ann.says("hello").await.expect_text("🤖 hello").await;
    }

    #[tokio::test]
    async fn a_mini_program_reports_nothing_so_the_time_decides() {
        let platform = Emulator::start().await;
        let ann = connect(&platform.mini()).await;
        is_passed_on(&ann, "human").await;
        platform.clock().advance(29 * MINUTE).await;
        is_passed_on(&ann, "Is anybody there?").await;
        platform.clock().advance(MINUTE).await;
        ann.says("hello").await.expect_text("🤖 hello").await;
    }
}
