//! An Official Account, a Mini Program and a WeCom app in one process, from one `weixin.toml`: see
//! `weixin.example.toml`. Each has handlers of its own, and all have some in common.
//!
//! Every push is logged, and admin commands are for the staff only: for whoever writes to the WeCom
//! app, whose members are known to the company.

use weixin::{
    bot::{BoxError, Extension},
    prelude::*,
    protocol::Product,
};

/// Who has written, as far as that is known.
#[derive(Clone, Copy, PartialEq)]
enum Role {
    Customer,
    Staff,
}

/// Logs every push that is handled, and tells the handlers who has sent it.
async fn log(push: Push, next: Next) -> Result<Reply, BoxError> {
    let (account, user) = (push.account(), &push.header().from);
    let role = match push.account().product() {
        Product::Work => Role::Staff,
        _ => Role::Customer,
    };
    match next.with(role).run().await {
        Ok(reply) => {
            let messages = reply.messages().count();
            tracing::info!(%account, %user, kind = %push.kind(), messages, "handled");
            Ok(reply)
        }
        Err(error) => {
            tracing::warn!(%account, %user, kind = %push.kind(), %error, "not handled");
            Err(error.into())
        }
    }
}

/// Answers in place of the handler if a customer tries an admin command.
async fn staff_only(Extension(role): Extension<Role>, next: Next) -> Result<Reply, BoxError> {
    match role {
        Role::Staff => Ok(next.run().await?),
        Role::Customer => Ok(Reply::text("只有员工可以这样做。\nOnly the staff may do that.")),
    }
}

async fn welcome(_: Subscribe) -> &'static str {
    "Welcome! Say: hours"
}

/// What only an Official Account can do: a card in the answer.
async fn news() -> Reply {
    Reply::news([Article::new("New teas", "https://example.com/teas")])
}

/// Nothing in an answer but the transfer to customer service is possible in a Mini Program, so this is
/// sent as a message. The handler need not know.
async fn order(Captures((id,)): Captures<(u64,)>) -> String {
    format!("Order {id} is on its way.")
}

async fn stock(member: Header) -> String {
    format!("{}: 12 boxes of oolong are left.", member.from)
}

async fn stop() -> &'static str {
    "The shop is closed now."
}

fn bot() -> Bot {
    let official = Routes::new().on(welcome).on(command("news", news));
    let mini = Routes::new().on(matching(r"^order (\d+)$", order));
    let work = Routes::new().on(command("stock", stock));
    let admin = Routes::new().on(command("stop", stop)).layer(staff_only);
    Bot::new()
        .group(filter::account_kind(Product::Official), official)
        .group(filter::account_kind(Product::Mini), mini)
        .group(filter::account_kind(Product::Work), work)
        .merge(admin)
        .on(command("hours", async || "From 9 to 18 o’clock."))
        .fallback(async |_: Text| "Say: hours")
        // Added last, so it is called first, around everything above.
        .layer(log)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    bot().serve(Config::load()?).await
}

#[cfg(test)]
mod tests {
    use std::{path::Path, sync::Arc};

    use weixin::emulator::*;

    use super::*;

    #[tokio::test]
    async fn three_accounts_are_served_by_one_process() {
        let platform = Emulator::start().await;
        let accounts = [platform.official(), platform.mini(), platform.work()];
        let path = |account: &Account| format!("/{}", account.product());
        let config = accounts.iter().map(|account| account.config().path(path(account)));
        let config = config.fold(Config::default(), Config::account);
        let bot = bot().clock(Arc::new(platform.clock())).transport(accounts[0].transport());
        let app = bot.build(&config).unwrap();
        for account in &accounts {
            account.connect_service_at(&path(account), app.clone()).await.unwrap();
        }
        let [official, mini, work] = accounts.each_ref().map(|account| account.follower("ann"));

        official.follows().await.expect_text("Welcome! Say: hours").await;
        let cards = official.says("news").await.expect_news().await;
        assert_eq!(cards[0].title, "New teas");
        mini.says("order 17").await.expect_text("Order 17 is on its way.").await;
        work.says("stock").await.expect_text(contains("12 boxes of oolong")).await;
        // A handler of one kind is none of another.
        official.says("order 17").await.expect_text("Say: hours").await;
        mini.says("stock").await.expect_text("Say: hours").await;
        work.says("news").await.expect_text("Say: hours").await;

        for person in [&official, &mini, &work] {
            person.says("hours").await.expect_text("From 9 to 18 o’clock.").await;
        }
        for person in [&official, &mini] {
            person.says("stop").await.expect_text(contains("Only the staff")).await;
        }
        work.says("stop").await.expect_text("The shop is closed now.").await;
    }

    #[test]
    fn the_example_of_a_configuration_is_valid() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("weixin.example.toml");
        bot().build(&Config::from_file(file).unwrap()).unwrap();
    }
}
