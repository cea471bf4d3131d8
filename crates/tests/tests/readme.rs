//! The code of the README, compiled from its text and executed.
#![allow(clippy::unwrap_used, clippy::print_stdout, dead_code, unused_imports, missing_docs)]

/// The echo bot. `tests/cli.rs` runs it with the emulator.
mod echo {
    include!(concat!(env!("OUT_DIR"), "/readme_en_0.rs"));
}

mod handlers {
    #[derive(Clone)]
    pub(crate) struct Shop;

    impl Shop {
        fn page(&self, order: u64) -> String {
            format!("https://example.com/orders/{order}")
        }
    }

    async fn model(question: &str) -> String {
        format!("I wonder: {question}?")
    }

    include!(concat!(env!("OUT_DIR"), "/readme_en_1.rs"));

    pub(crate) fn with_shop() -> Bot {
        bot(Shop)
    }
}

mod groups {
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    pub(crate) struct Form(Vec<String>);

    impl Dialogue for Form {
        const NAME: &str = "form";
    }

    fn next_question(form: Option<Form>, answer: &str) -> Form {
        let mut answers = form.map_or_else(Vec::new, |form| form.0);
        answers.push(answer.to_owned());
        Form(answers)
    }

    async fn is_staff(user: &PeerId) -> bool {
        user.as_str().starts_with("staff")
    }

    include!(concat!(env!("OUT_DIR"), "/readme_en_2.rs"));

    pub(crate) fn with_groups() -> Bot {
        bot()
    }
}

mod calls {
    include!(concat!(env!("OUT_DIR"), "/readme_en_4.rs"));

    pub(crate) async fn run(wx: &Client<Official>, openid: OpenId) -> weixin::Result<()> {
        calls(wx, openid, b"\x89PNG\r\n\x1a\n-a-photo".to_vec()).await
    }
}

mod greet {
    include!(concat!(env!("OUT_DIR"), "/readme_en_3.rs"));

    pub(crate) async fn run(config: &Config, user: PeerId) -> weixin::Result<()> {
        greet(config, user).await
    }
}

mod in_tests {
    include!(concat!(env!("OUT_DIR"), "/readme_en_5.rs"));
}

/// The Chinese README has the same code, except for comments.
#[test]
fn both_readmes_have_the_same_code() {
    let without_comments = |text: &str| {
        let lines = text.lines().map(|line| line.split("//").next().unwrap().trim_end());
        lines.collect::<Vec<_>>().join("\n")
    };
    let pairs = [
        (
            include_str!(concat!(env!("OUT_DIR"), "/readme_en_0.rs")),
            include_str!(concat!(env!("OUT_DIR"), "/readme_zh_0.rs")),
        ),
        (
            include_str!(concat!(env!("OUT_DIR"), "/readme_en_1.rs")),
            include_str!(concat!(env!("OUT_DIR"), "/readme_zh_1.rs")),
        ),
        (
            include_str!(concat!(env!("OUT_DIR"), "/readme_en_2.rs")),
            include_str!(concat!(env!("OUT_DIR"), "/readme_zh_2.rs")),
        ),
        (
            include_str!(concat!(env!("OUT_DIR"), "/readme_en_3.rs")),
            include_str!(concat!(env!("OUT_DIR"), "/readme_zh_3.rs")),
        ),
        (
            include_str!(concat!(env!("OUT_DIR"), "/readme_en_4.rs")),
            include_str!(concat!(env!("OUT_DIR"), "/readme_zh_4.rs")),
        ),
        (
            include_str!(concat!(env!("OUT_DIR"), "/readme_en_5.rs")),
            include_str!(concat!(env!("OUT_DIR"), "/readme_zh_5.rs")),
        ),
    ];
    for (english, chinese) in pairs {
        // URLs contain slashes too; they are the same in both.
        assert_eq!(without_comments(english), without_comments(chinese));
    }
}

#[test]
fn the_echo_bot_has_at_most_nine_lines() {
    let text = include_str!(concat!(env!("OUT_DIR"), "/readme_en_0.rs"));
    assert!(text.lines().filter(|line| !line.trim().is_empty()).count() <= 9);
}

/// One account of each product, configured like a bot.
#[tokio::test]
async fn a_customer_is_greeted_in_five_lines() {
    use weixin::emulator::*;
    let text = include_str!(concat!(env!("OUT_DIR"), "/readme_en_3.rs"));
    let code = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("use "));
    assert_eq!(code.count(), 5);
    let platform = Emulator::builder().port(0).start().await.unwrap();
    for account in [platform.official(), platform.mini(), platform.work()] {
        let config = account.config().api_base(platform.url().unwrap());
        let ann = account.follower("ann");
        ann.says("hi").await;
        greet::run(&weixin::Config::new(config), ann.id().clone()).await.unwrap();
        assert_eq!(
            ann.chat().last(),
            Some(&timeline::MessageContent::Text { text: "hello".to_owned() })
        );
    }
}

#[tokio::test]
async fn the_calls_in_the_readme_work() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    let ann = platform.follower("ann");
    ann.says("hi").await;
    calls::run(&platform.official_client(), ann.id().into()).await.unwrap();
    assert_eq!(
        ann.chat().last(),
        Some(&timeline::MessageContent::Text { text: "hello".to_owned() })
    );
    assert_eq!(platform.official().menu().unwrap().len(), 2);
}

#[tokio::test]
async fn the_handlers_in_the_readme_work() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    platform.official().connect(handlers::with_shop()).await.unwrap();
    let ann = platform.follower("ann");
    ann.follows().await.expect_text("Welcome!").await;
    ann.follows_by_code("poster").await.expect_text("Welcome! You came by poster.").await;
    ann.says("help").await.expect_text("Send me a photo, or: order 42").await;
    let cards = ann.says("order 42").await.expect_news().await;
    assert_eq!(cards[0].title, "Order 42");
    let photo = &b"\x89PNG\r\n\x1a\n-a-photo"[..];
    assert_eq!(ann.sends_image(photo).await.expect_image().await, photo);
    ann.causes("CLICK", [("EventKey".to_owned(), "TODAY".into())])
        .await
        .expect_text("Closed on Mondays.")
        .await;
    ann.says("tea").await.expect_text("I wonder: tea?").await;
    assert_eq!(ann.unfollows().await.outcome().await, PushOutcome::Empty);
}
