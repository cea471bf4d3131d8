//! Books a table in three questions: answers are checked, "cancel" ends it, and so does half an hour of
//! silence, the default of `Dialogue::TIMEOUT`.

use serde::{Deserialize, Serialize};
use weixin::prelude::*;

/// The question that waits for its answer, with the answers before it.
#[derive(Serialize, Deserialize)]
enum Booking {
    Name,
    Guests { name: String },
    Phone { name: String, guests: u8 },
}

impl Dialogue for Booking {
    const NAME: &str = "booking";
}

async fn begin(mut booking: Session<Booking>) -> weixin::Result<&'static str> {
    booking.set(Booking::Name).await?;
    Ok("What is your name?")
}

async fn answer(msg: Text, mut booking: Session<Booking>) -> weixin::Result<String> {
    let answer = msg.content.trim().to_owned();
    let (next, question) = match booking.take() {
        Some(Booking::Guests { name }) => match answer.parse() {
            Ok(guests @ 1..=12) => (Booking::Phone { name, guests }, "Your phone number?"),
            _ => return Ok("A number from 1 to 12, please.".to_owned()),
        },
        Some(Booking::Phone { name, guests }) => {
            if answer.len() != 11 || !answer.bytes().all(|byte| byte.is_ascii_digit()) {
                return Ok("11 digits, please.".to_owned());
            }
            booking.end().await?;
            return Ok(format!("A table for {guests} is booked for {name}, {answer}."));
        }
        _ => (Booking::Guests { name: answer }, "How many guests?"),
    };
    booking.set(next).await?;
    Ok(question.to_owned())
}

async fn cancel(mut booking: Session<Booking>) -> weixin::Result<&'static str> {
    booking.end().await?;
    Ok("Nothing was booked.")
}

fn bot() -> Bot {
    let questions = Routes::new().on(command("cancel", cancel)).on(answer);
    Bot::new()
        .group(filter::in_dialogue::<Booking>(), questions)
        .on(command("book", begin))
        .fallback(async |_: Text| "Say: book")
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot().serve(Config::load()?).await
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use weixin::emulator::*;

    use super::*;

    #[tokio::test]
    async fn books_a_table_after_three_valid_answers() {
        let platform = Emulator::start().await;
        platform.official().connect(bot()).await.unwrap();
        let ann = platform.follower("ann");
        ann.says("hello").await.expect_text("Say: book").await;
        ann.says("book").await.expect_text("What is your name?").await;
        // Another user's messages are no answers.
        platform.follower("bo").says("Bo").await.expect_text("Say: book").await;
        ann.says("Ann").await.expect_text("How many guests?").await;
        for answer in ["many", "0", "13"] {
            ann.says(answer).await.expect_text("A number from 1 to 12, please.").await;
        }
        ann.says("3").await.expect_text("Your phone number?").await;
        ann.says("110").await.expect_text("11 digits, please.").await;
        let booked = "A table for 3 is booked for Ann, 13800138000.";
        ann.says("13800138000").await.expect_text(booked).await;
        ann.says("3").await.expect_text("Say: book").await;
    }

    #[tokio::test]
    async fn is_cancelled_by_a_word_or_by_silence() {
        let platform = Emulator::start().await;
        platform.work().connect(bot()).await.unwrap();
        let ann = platform.work().follower("ann");
        ann.says("cancel").await.expect_text("Say: book").await;
        ann.says("book").await.expect_text("What is your name?").await;
        ann.says("cancel").await.expect_text("Nothing was booked.").await;
        ann.says("Ann").await.expect_text("Say: book").await;

        ann.says("book").await.expect_text("What is your name?").await;
        // Each answer begins the half hour anew.
        platform.clock().advance(Duration::from_secs(29 * 60)).await;
        ann.says("Ann").await.expect_text("How many guests?").await;
        platform.clock().advance(Duration::from_secs(29 * 60)).await;
        ann.says("3").await.expect_text("Your phone number?").await;
        platform.clock().advance(Duration::from_secs(30 * 60)).await;
        ann.says("13800138000").await.expect_text("Say: book").await;
    }
}
