//! The bot: 200 handlers, of all kinds of filters.

use weixin::prelude::*;

/// How many commands, words, patterns and menu keys it knows.
pub const EACH: usize = 50;

/// What a handler says.
pub fn answer(account: &str, kind: &str, number: usize, argument: &str) -> String {
    format!("{account}|{kind}{number}|{argument}")
}

/// Serves the configuration in the working directory, and reads it again when it is edited.
pub async fn serve() -> weixin::Result<()> {
    let mut bot = Bot::new();
    for number in 0..EACH {
        let says = move |push: Push, kind: &'static str, argument: String| {
            answer(push.account().id().as_str(), kind, number, &argument)
        };
        bot = bot
            .on(command(format!("c{number}"), move |push: Push, Argument(rest): Argument| async move {
                says(push, "command", rest)
            }))
            .on(exact(format!("exact {number}"), move |push: Push| async move {
                says(push, "exact", String::new())
            }))
            .on(matching(
                &format!(r"^order {number} (\w+)$"),
                move |push: Push, Captures((id,)): Captures<(String,)>| async move {
                    says(push, "match", id)
                },
            ))
            .on(only(
                filter::contains(format!("<{number}>")),
                move |push: Push, msg: Text| async move {
                    // Some answers take a while, and other users' answers do not wait for them.
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                    let word = msg.content.split(' ').next_back().unwrap_or_default().to_owned();
                    says(push, "contains", word)
                },
            ));
    }
    bot.fallback(async |_: Text| "fallback").serve(Config::load()?).await
}
