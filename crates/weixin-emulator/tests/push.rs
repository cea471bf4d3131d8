//! Pushes: modes, deadlines, retries, the notice to the person, the pause after failures.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::{sync::Arc, time::Duration};

use common::{Answer, always, bot};
use weixin_api::{Clock, SystemClock, Timestamp, wire::query};
use weixin_emulator::{
    CutRule, Emulator, Format, Mode, PushOutcome, contains, timeline::MessageContent,
};
use weixin_protocol::{Article, PassiveReply, Product, Subscribe, Text};

const SECOND: Duration = Duration::from_secs(1);

#[tokio::test]
async fn texts_round_trip_in_every_mode_and_format() {
    for product in Product::ALL {
        for mode in [Mode::Plain, Mode::Compatible, Mode::Safe] {
            for format in [Format::Xml, Format::Json] {
                let platform = Emulator::start().await;
                let account = platform.first(product).mode(mode).format(format);
                let echo = |inbound: weixin_protocol::Inbound| {
                    let content = inbound.read::<Text>().unwrap().content;
                    Box::pin(async move { Answer::text(content) }) as weixin_api::BoxFuture<'_, _>
                };
                let (service, heard) = bot(&account, echo);
                account.connect_service(service).await.unwrap();
                let ann = account.follower("ann");
                let text = "007 a&b ]]> <b> \"q\" 你好 🎉\nline";
                let mut interaction = ann.says(text).await;
                if product == Product::Mini {
                    // A passive text is not allowed: malformed, with an explanation.
                    interaction.expect_service_unavailable().await;
                    let exchange = interaction.exchange();
                    assert_eq!(exchange.outcome, PushOutcome::Malformed);
                    assert!(exchange.last().unwrap().problem.is_some());
                } else {
                    interaction.expect_text(text).await;
                    assert_eq!(interaction.outcome().await, PushOutcome::Answered);
                }
                assert_eq!(heard.lock().unwrap().len(), 1, "{product} {mode}");
            }
        }
    }
}

#[tokio::test]
async fn failed_url_verifications_are_explained() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let rejects = axum::Router::new();
    let problem = account.connect_service(rejects).await.unwrap_err();
    assert!(problem.en.contains("404"), "{problem}");
    let quotes = axum::Router::new().route(
        "/",
        axum::routing::get(async |query: axum::extract::RawQuery| {
            let query = query.0.unwrap_or_default();
            let echo = query.split('&').find_map(|pair| pair.strip_prefix("echostr="));
            format!("\"{}\"\n", echo.unwrap_or_default())
        }),
    );
    let problem = account.connect_service(quotes).await.unwrap_err();
    assert!(problem.en.contains("quotes"), "{problem}");
    // A bot with another token.
    let other = platform.add_account(Product::Official);
    let (stranger, _) = always(&other, || Answer::Empty);
    let problem = account.connect_service(stranger).await.unwrap_err();
    assert!(problem.en.contains("403"), "{problem}");
    // No push is sent to it.
    let interaction = account.follower("ann").says("hello").await;
    assert_eq!(interaction.outcome().await, PushOutcome::Unsent);
}

#[tokio::test]
async fn a_push_without_a_response_is_delivered_three_times() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let clock = platform.clock();
    let (service, heard) = bot(&account, move |_| {
        let clock = clock.clone();
        Box::pin(async move {
            clock.sleep_until(clock.now() + 6 * SECOND).await;
            Answer::text("too late")
        })
    });
    account.connect_service(service).await.unwrap();
    let ann = account.follower("ann");
    let mut interaction = ann.says("hello").await;
    let start = platform.clock().now();
    platform.clock().advance(14 * SECOND).await;
    assert_eq!(interaction.exchange().outcome, PushOutcome::Waiting);
    platform.clock().advance(SECOND).await;
    interaction.expect_service_unavailable().await;
    interaction.expect_nothing_for(60 * SECOND).await;

    let exchange = interaction.exchange();
    assert_eq!(exchange.outcome, PushOutcome::Timeout);
    let sent: Vec<_> = exchange.deliveries.iter().map(|one| one.sent.since(start)).collect();
    assert_eq!(sent, [Duration::ZERO, 5 * SECOND, 10 * SECOND]);
    let heard = heard.lock().unwrap();
    assert_eq!(heard.len(), 3);
    let ids: Vec<_> = heard.iter().map(|(_, inbound)| inbound.header().msg_id.clone()).collect();
    assert!(ids[0].is_some() && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert!(heard.iter().all(|(_, inbound)| inbound.header() == heard[0].1.header()));
    for one in 0..2 {
        assert_ne!(heard[one].0, heard[one + 1].0, "nonce, timestamp and signature are new");
    }
}

#[tokio::test]
async fn a_retry_can_be_answered() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(2);
    let clock = platform.clock();
    let asked = Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let (service, heard) = bot(&account, move |_| {
        let first = asked.fetch_add(1, std::sync::atomic::Ordering::SeqCst) == 0;
        let clock = clock.clone();
        Box::pin(async move {
            if first {
                clock.sleep_until(clock.now() + 60 * SECOND).await;
            }
            Answer::text("here I am")
        })
    });
    account.connect_service(service).await.unwrap();
    let mut interaction = account.follower("ann").says("hello").await;
    platform.clock().advance(5 * SECOND).await;
    interaction.expect_text(contains("here")).await;
    interaction.expect_nothing_for(100 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    assert_eq!(heard.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn a_response_just_before_the_deadline_counts() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let clock = platform.clock();
    let (service, _) = bot(&account, move |_| {
        let clock = clock.clone();
        Box::pin(async move {
            clock.sleep_until(clock.now() + Duration::from_millis(4999)).await;
            Answer::text("just in time")
        })
    });
    account.connect_service(service).await.unwrap();
    let mut interaction = account.follower("ann").says("hello").await;
    platform.clock().advance(5 * SECOND).await;
    interaction.expect_text("just in time").await;
    assert_eq!(interaction.exchange().deliveries.len(), 1);
}

#[tokio::test]
async fn failures_are_retried_but_malformed_responses_are_not() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (service, heard) = always(&account, || Answer::Raw(500, "oops".into()));
    account.connect_service(service).await.unwrap();
    let mut interaction = account.follower("ann").says("hello").await;
    interaction.expect_nothing_for(9 * SECOND).await;
    platform.clock().advance(SECOND).await;
    interaction.expect_service_unavailable().await;
    assert_eq!(
        (interaction.exchange().outcome, heard.lock().unwrap().len()),
        (PushOutcome::Rejected, 3)
    );

    for wrong in ["{\"content\":\"hello\"}", "hello", "<xml><MsgType>text</MsgType></xml>"] {
        let (service, heard) = always(&account, move || Answer::Raw(200, wrong.into()));
        account.connect_service(service).await.unwrap();
        let mut interaction = account.follower("ann").says("hello").await;
        interaction.expect_service_unavailable().await;
        interaction.expect_nothing_for(30 * SECOND).await;
        let exchange = interaction.exchange();
        assert_eq!((exchange.outcome, heard.lock().unwrap().len()), (PushOutcome::Malformed, 1));
        assert!(!exchange.last().unwrap().problem.as_ref().unwrap().hint_zh.is_empty());
    }
}

#[tokio::test]
async fn responses_have_to_be_well_formed_and_complete() {
    let platform = Emulator::start().await;
    let account = platform.official().mode(Mode::Plain);
    let ann = account.follower("ann");
    let gh = {
        let (service, heard) = always(&account, || Answer::Empty);
        account.connect_service(service).await.unwrap();
        ann.says("hello").await.outcome().await;
        let heard = heard.lock().unwrap();
        heard[0].1.header().to.clone()
    };
    let reply = |time: &str, content: &str| {
        format!(
            "<xml><ToUserName>{}</ToUserName><FromUserName>{gh}</FromUserName>{time}\
             <MsgType>text</MsgType><Content>{content}</Content></xml>",
            ann.id()
        )
    };
    let time = "<CreateTime>1700000000</CreateTime>";
    let good = reply(time, "Q&amp;A");
    for wrong in [
        reply(time, "Q&A"),
        reply(time, "Q & A"),
        reply(time, "a\u{1}b"),
        reply("", "hi"),
        reply("<CreateTime>soon</CreateTime>", "hi"),
        format!("{good}<br>"),
        format!("{good}\nThank you."),
        good.replace("xml>", "html>"),
    ] {
        let (service, heard) = always(&account, {
            let wrong = wrong.clone();
            move || Answer::Raw(200, wrong.clone())
        });
        account.connect_service(service).await.unwrap();
        let mut interaction = ann.says("hello").await;
        interaction.expect_service_unavailable().await;
        interaction.expect_nothing_for(30 * SECOND).await;
        let exchange = interaction.exchange();
        assert_eq!(
            (exchange.outcome, heard.lock().unwrap().len()),
            (PushOutcome::Malformed, 1),
            "{wrong}"
        );
        assert!(exchange.last().unwrap().problem.is_some(), "{wrong}");
    }
    let (service, _) = always(&account, move || Answer::Raw(200, format!("{good}\n")));
    account.connect_service(service).await.unwrap();
    ann.says("hello").await.expect_text("Q&A").await;
}

#[tokio::test]
async fn characters_not_allowed_in_xml_do_not_invalidate_a_response() {
    let platform = Emulator::start().await;
    for mode in [Mode::Plain, Mode::Safe] {
        let account = platform.add_account(Product::Official).mode(mode);
        let (service, _) = always(&account, || Answer::text("a\u{1}b]]\u{8}>\r\nc\u{ffff}"));
        account.connect_service(service).await.unwrap();
        account.follower("ann").says("hello").await.expect_text("ab]]>\r\nc").await;
    }
}

#[tokio::test]
async fn a_panic_of_the_bot_counts_as_a_broken_connection() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(1);
    let (service, _) = bot(&account, |_| Box::pin(async { panic!("the bot is broken") }));
    account.connect_service(service).await.unwrap();
    let mut interaction = account.follower("ann").says("hello").await;
    interaction.expect_service_unavailable().await;
    let exchange = interaction.exchange();
    assert_eq!(exchange.outcome, PushOutcome::Rejected);
    assert!(exchange.last().unwrap().problem.as_ref().unwrap().en.contains("panicked"));
}

#[tokio::test]
async fn acknowledged_pushes_show_nothing() {
    let platform = Emulator::start().await;
    for raw in ["", "success"] {
        let account = platform.add_account(Product::Official);
        let (service, heard) = always(&account, move || Answer::Raw(200, raw.into()));
        account.connect_service(service).await.unwrap();
        let mut interaction = account.follower("ann").says("hello").await;
        interaction.expect_nothing_for(60 * SECOND).await;
        assert_eq!(
            (interaction.outcome().await, heard.lock().unwrap().len()),
            (PushOutcome::Empty, 1)
        );
    }
}

#[tokio::test]
async fn pushing_pauses_for_a_minute_after_consecutive_failures() {
    let platform = Emulator::start().await;
    let account = platform.official().rules(|rules| rules.push.block_after = 4);
    let broken = Arc::new(std::sync::atomic::AtomicBool::new(true));
    let (service, heard) = always(&account, {
        let broken = broken.clone();
        move || match broken.load(std::sync::atomic::Ordering::SeqCst) {
            true => Answer::Raw(500, String::new()),
            false => Answer::text("well again"),
        }
    });
    account.connect_service(service).await.unwrap();
    let ann = account.follower("ann");
    let mut first = ann.says("one").await;
    platform.clock().advance(15 * SECOND).await;
    first.expect_service_unavailable().await;
    // The fourth consecutive failure: no retries follow.
    let mut second = ann.says("two").await;
    platform.clock().advance(15 * SECOND).await;
    second.expect_service_unavailable().await;
    assert_eq!(heard.lock().unwrap().len(), 4);
    broken.store(false, std::sync::atomic::Ordering::SeqCst);
    let mut third = ann.says("three").await;
    third.expect_service_unavailable().await;
    assert_eq!(third.outcome().await, PushOutcome::Blocked);
    assert_eq!(heard.lock().unwrap().len(), 4);
    platform.clock().advance(60 * SECOND).await;
    ann.says("four").await.expect_text("well again").await;
}

#[tokio::test]
async fn passive_replies_are_validated() {
    let platform = Emulator::start().await;
    let two =
        PassiveReply::News(vec![Article::new("a", "http://a"), Article::new("b", "http://b")]);
    let wrong = [
        (PassiveReply::Image("nothing".into()), "media id"),
        (two.clone(), "45008"),
        (PassiveReply::Text("x".repeat(2049)), "45002"),
        (PassiveReply::Text(String::new()), "empty"),
        (PassiveReply::UpdateButton { text: "x".into() }, "not allowed"),
    ];
    for (reply, because) in wrong {
        let account = platform.add_account(Product::Official);
        let (service, _) = always(&account, move || Answer::Reply(reply.clone()));
        account.connect_service(service).await.unwrap();
        let mut interaction = account.follower("ann").says("hello").await;
        interaction.expect_service_unavailable().await;
        let problem = interaction.exchange().last().unwrap().problem.clone().unwrap();
        assert!(problem.en.contains(because), "{problem}");
    }
    // WeCom allows several articles.
    let app = platform.work();
    let (service, _) = always(&app, move || Answer::Reply(two.clone()));
    app.connect_service(service).await.unwrap();
    let news = app.person("bob").says("hello").await.expect_news().await;
    assert_eq!(news.len(), 2);
}

#[tokio::test]
async fn a_reply_to_another_receiver_is_rejected() {
    let platform = Emulator::start().await;
    let account = platform.official().mode(Mode::Plain);
    let text = "<xml><ToUserName>somebody</ToUserName><FromUserName>me</FromUserName>\
        <CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hi</Content></xml>";
    let (service, _) = always(&account, move || Answer::Raw(200, text.into()));
    account.connect_service(service).await.unwrap();
    let mut interaction = account.follower("ann").says("hello").await;
    interaction.expect_service_unavailable().await;
    let problem = interaction.exchange().last().unwrap().problem.clone().unwrap();
    assert!(problem.en.contains("ToUserName"), "{problem}");
}

#[tokio::test]
async fn pictures_can_be_echoed_and_follows_are_pushed_as_events() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (service, heard) = bot(&account, |inbound| {
        Box::pin(async move {
            match inbound.read::<weixin_protocol::Image>() {
                Ok(image) if inbound.is::<weixin_protocol::Image>() => {
                    Answer::Reply(PassiveReply::Image(image.media_id))
                }
                _ => Answer::text("welcome"),
            }
        })
    });
    account.connect_service(service).await.unwrap();
    let ann = account.person("ann");
    // A person who does not follow the account cannot send messages.
    assert_eq!(ann.says("hello").await.outcome().await, PushOutcome::Unsent);
    ann.follows_by_code("media 7").await.expect_text("welcome").await;
    let picture = b"\x89PNG picture".as_slice();
    let back = ann.sends_image(picture).await.expect_image().await;
    assert_eq!(back, picture);
    {
        let heard = heard.lock().unwrap();
        let subscribe: Subscribe = heard[0].1.read().unwrap();
        assert_eq!(subscribe.scene(), Some("media 7"));
    }
    // A reply to an unfollow event is not delivered.
    ann.unfollows().await.expect_nothing_for(SECOND).await;
}

#[tokio::test]
async fn an_interaction_only_sees_its_own_replies() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let clock = platform.clock();
    let (service, _) = bot(&account, move |inbound| {
        let text = inbound.read::<Text>().unwrap().content;
        let clock = clock.clone();
        Box::pin(async move {
            if text == "slow" {
                clock.sleep_until(clock.now() + 2 * SECOND).await;
            }
            Answer::text(format!("{text} indeed"))
        })
    });
    account.connect_service(service).await.unwrap();
    let ann = account.follower("ann");
    let mut slow = ann.says("slow").await;
    let mut quick = ann.says("quick").await;
    platform.clock().advance(3 * SECOND).await;
    quick.expect_text("quick indeed").await;
    slow.expect_text("slow indeed").await;
    let texts: Vec<_> = ann
        .chat()
        .into_iter()
        .filter(|content| matches!(content, MessageContent::Text { .. }))
        .map(|content| content.summary())
        .collect();
    assert_eq!(texts, ["slow", "quick", "quick indeed", "slow indeed"]);
}

#[tokio::test]
#[should_panic(expected = "expected the text \"goodbye\", but \"hello\" arrived")]
async fn a_failed_expectation_reports_the_actual_message() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (service, _) = always(&account, || Answer::text("hello"));
    account.connect_service(service).await.unwrap();
    account.follower("ann").says("hi").await.expect_text("goodbye").await;
}

#[tokio::test]
async fn pushes_are_sent_over_http() {
    let platform = Emulator::start().await;
    let account = platform.official().mode(Mode::Plain).deliveries(1);
    let (service, heard) = always(&account, || Answer::text("over the wire"));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let server = tokio::spawn(async move { axum::serve(listener, service).await });
    account.connect_url(&format!("http://{address}/?shop=7")).await.unwrap();
    account.follower("ann").says("hello").await.expect_text("over the wire").await;
    assert!(heard.lock().unwrap()[0].0.starts_with("shop=7&signature="));
    server.abort();
    let _ = server.await;
    let mut interaction = account.follower("ann").says("hello").await;
    interaction.expect_service_unavailable().await;
    assert_eq!(interaction.outcome().await, PushOutcome::Rejected);

    for wrong in ["https://example.com/", "nonsense", "http://user:pw@127.0.0.1/", "ftp://x/"] {
        assert!(account.connect_url(wrong).await.is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn retries_have_a_different_layout_but_are_one_push() {
    for mode in [Mode::Plain, Mode::Compatible, Mode::Safe] {
        for format in [Format::Xml, Format::Json] {
            let platform = Emulator::start().await;
            let account = platform.official().mode(mode).format(format);
            let (service, heard) = always(&account, || Answer::Raw(500, String::new()));
            account.connect_service(service).await.unwrap();
            let ann = account.follower("ann");
            // Events have no id: retries are recognized by their content.
            for event in [false, true] {
                let interaction = match event {
                    false => ann.says(" <b> ]]> & ").await,
                    true => ann.scans("media 7").await,
                };
                platform.clock().advance(60 * SECOND).await;
                let deliveries = interaction.exchange().deliveries;
                let (mut plain, mut bodies, mut nonces) = (vec![], vec![], vec![]);
                for delivery in deliveries {
                    let request = delivery.request;
                    let nonce = request.query.iter().find(|(name, _)| name == "nonce").unwrap();
                    nonces.push(nonce.1.clone());
                    plain.push(request.plain.unwrap_or_else(|| request.body.clone()));
                    bodies.push(request.body);
                }
                for all in [&plain, &bodies, &nonces] {
                    assert_eq!(all.len(), 3);
                    assert!(all[0] != all[1] && all[1] != all[2] && all[0] != all[2], "{all:?}");
                }
                let heard = std::mem::take(&mut *heard.lock().unwrap());
                assert_eq!(heard.len(), 3);
                for (_, push) in &heard[1..] {
                    assert_eq!(push.id(), heard[0].1.id(), "{mode} {format:?}");
                    assert_ne!(names(push), names(&heard[0].1), "{mode} {format:?}");
                }
            }
        }
    }
}

fn names(push: &weixin_protocol::Inbound) -> Vec<&str> {
    push.fields().iter().map(|(name, _)| name).collect()
}

#[tokio::test]
async fn retries_are_identical_if_the_rules_say_so() {
    let platform = Emulator::start().await;
    let account = platform.official().rules(|rules| rules.push.identical_repeats = true);
    let (service, heard) = always(&account, || Answer::Raw(500, String::new()));
    account.connect_service(service).await.unwrap();
    let interaction = account.follower("ann").says("hello").await;
    platform.clock().advance(60 * SECOND).await;
    let deliveries = interaction.exchange().deliveries;
    assert_eq!(deliveries.len(), 3);
    assert!(deliveries.iter().all(|delivery| delivery.request == deliveries[0].request));
    assert!(deliveries[1].sent > deliveries[0].sent);
    let heard = heard.lock().unwrap();
    assert!(heard.len() == 3 && heard.iter().all(|push| push.0 == heard[0].0));
}

#[tokio::test]
async fn connections_can_be_closed_before_the_bot_responds() {
    let platform = Emulator::start().await;
    let cut = CutRule { after: 2 * SECOND, deliveries: 2 };
    let account = platform.official().rules(|rules| rules.push.cut = Some(cut));
    let clock = platform.clock();
    let (service, heard) = bot(&account, move |_| {
        let clock = clock.clone();
        Box::pin(async move {
            clock.sleep_until(clock.now() + 3 * SECOND).await;
            Answer::text("at last")
        })
    });
    account.connect_service(service).await.unwrap();
    let ann = account.follower("ann");
    let mut interaction = ann.says("hello").await;
    platform.clock().advance(20 * SECOND).await;
    interaction.expect_text("at last").await;
    let exchange = interaction.exchange();
    let outcomes: Vec<_> = exchange.deliveries.iter().map(|one| one.outcome).collect();
    assert_eq!(outcomes, [PushOutcome::Rejected, PushOutcome::Rejected, PushOutcome::Answered]);
    let first = &exchange.deliveries[0];
    assert_eq!(first.ended.unwrap().since(first.sent), 2 * SECOND);
    assert!(first.problem.as_ref().unwrap().en.contains("closed the connection"));
    assert_eq!(heard.lock().unwrap().len(), 3);
}

/// The time at which a request was signed.
fn signed_at(query: &str) -> Timestamp {
    let timestamp = query::pairs(query).find(|(name, _)| name == "timestamp").unwrap().1;
    Timestamp::from_secs(timestamp.parse().unwrap())
}

#[tokio::test]
async fn pushes_are_signed_with_the_time_of_the_bots_clock() {
    const NEAR: Duration = Duration::from_secs(600);
    let platform = Emulator::start().await;
    let account = platform.official();
    let (service, heard) = always(&account, || Answer::Empty);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let elsewhere = service.clone();
    tokio::spawn(async move { axum::serve(listener, elsewhere).await });
    let ann = account.follower("ann");
    platform.clock().advance(Duration::from_secs(5 * 24 * 60 * 60)).await;
    let emulated = platform.clock().now();

    // In another process: the system clock.
    account.connect_url(&url).await.unwrap();
    assert_eq!(ann.says("hello").await.outcome().await, PushOutcome::Empty);
    // In this process: the emulator's clock.
    account.connect_service(service).await.unwrap();
    assert_eq!(ann.says("hello").await.outcome().await, PushOutcome::Empty);

    let heard = heard.lock().unwrap();
    let (signed, now) = (signed_at(&heard[0].0), SystemClock.now());
    assert!(now.since(signed) < NEAR && signed.since(now) < NEAR, "{signed:?} {now:?}");
    assert_eq!(signed_at(&heard[1].0), emulated);
    for (_, push) in heard.iter() {
        assert_eq!(push.header().created, i64::try_from(emulated.as_secs()).unwrap());
    }
}
