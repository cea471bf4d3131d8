//! What became of a message: deliveries, replies, calls, and how it ended.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Router, http::Method};
use common::{Answer, always, bot, call, connect_silent, errcode, token};
use serde_json::{Value, json};
use weixin_api::Clock;
use weixin_emulator::{
    Account, Emulator, Interaction, MessageTrace, Person, PushOutcome, TraceEnd, TraceStepKind,
    UserAction, timeline::EventKind,
};

const SECOND: Duration = Duration::from_secs(1);

/// A bot that takes the given seconds for each of its deliveries, an hour for further ones, and
/// answers "late" to each.
fn slow(platform: &Emulator, account: &Account, seconds: &'static [u32]) -> Router {
    let (clock, count) = (platform.clock(), Arc::new(AtomicUsize::new(0)));
    let (router, _) = bot(account, move |_| {
        let (clock, number) = (clock.clone(), count.fetch_add(1, Ordering::SeqCst));
        Box::pin(async move {
            let wait = seconds.get(number).copied().unwrap_or(3600);
            clock.sleep_until(clock.now() + wait * SECOND).await;
            Answer::text("late")
        })
    });
    router
}

async fn custom(platform: &Emulator, token: &str, to: &Person, text: &str) -> i64 {
    let body = json!({ "touser": to.id(), "msgtype": "text", "text": { "content": text } });
    let path = format!("/cgi-bin/message/custom/send?access_token={token}");
    errcode(&call(platform, Method::POST, &path, Some(body)).await)
}

fn trace(interaction: &Interaction) -> MessageTrace {
    interaction.trace().expect("a trace")
}

/// The steps in short, each with the seconds since the message.
fn steps(trace: &MessageTrace) -> Vec<(u64, String)> {
    let short = |what: &TraceStepKind| match what {
        TraceStepKind::Delivery { attempt, attempts, outcome, .. } => {
            format!("{attempt}/{attempts} {outcome:?}")
        }
        TraceStepKind::Reply { attempt, summary, .. } => format!("reply to {attempt}: {summary}"),
        TraceStepKind::Call { errcode, summary, probable, .. } => {
            let code = errcode.unwrap_or_default();
            format!("call {code} {summary}{}", if *probable { " (probably)" } else { "" })
        }
        TraceStepKind::Unavailable => "unavailable".to_owned(),
        other => format!("{other:?}"),
    };
    trace.steps.iter().map(|step| (step.after_ms / 1000, short(&step.what))).collect()
}

fn step(after: u64, text: &str) -> (u64, String) {
    (after, text.to_owned())
}

#[tokio::test]
async fn a_late_passive_reply_belongs_to_one_delivery() {
    let platform = Emulator::start().await;
    let account = platform.official();
    account.connect_service(slow(&platform, &account, &[60, 3])).await.unwrap();
    let interaction = account.follower("ann").says("hello").await;
    assert_eq!(trace(&interaction).end, TraceEnd::Waiting);
    assert_eq!(steps(&trace(&interaction)), [step(0, "1/3 Waiting")]);
    platform.clock().advance(30 * SECOND).await;

    let trace = trace(&interaction);
    let expected = [step(0, "1/3 Timeout"), step(5, "2/3 Answered"), step(8, "reply to 2: late")];
    assert_eq!(steps(&trace), expected, "{trace}");
    assert_eq!((trace.end, &*trace.summary), (TraceEnd::Passive, "hello"));
    let took = |step: &weixin_emulator::TraceStep| match &step.what {
        TraceStepKind::Delivery { took_ms, status, problem, .. } => {
            (*took_ms, *status, problem.is_some())
        }
        other => panic!("{other:?} is not a delivery"),
    };
    let took: Vec<_> = trace.deliveries().map(took).collect();
    assert_eq!(took, [(Some(5000), None, true), (Some(3000), Some(200), false)]);
    assert_eq!(trace.answers().count(), 1);
}

#[tokio::test]
async fn a_message_without_a_response_ends_after_the_last_of_one_to_four_deliveries() {
    for deliveries in 1..=4_u8 {
        let platform = Emulator::start().await;
        let account = platform.official().deliveries(deliveries);
        account.connect_service(slow(&platform, &account, &[])).await.unwrap();
        let interaction = account.follower("ann").says("hello").await;
        platform.clock().advance(u32::from(deliveries) * 5 * SECOND - SECOND).await;
        assert_eq!(trace(&interaction).end, TraceEnd::Waiting);
        platform.clock().advance(60 * SECOND).await;

        let trace = trace(&interaction);
        let mut expected: Vec<_> = (0..deliveries)
            .map(|number| {
                step((number * 5).into(), &format!("{}/{deliveries} Timeout", number + 1))
            })
            .collect();
        expected.push(step((deliveries * 5).into(), "unavailable"));
        assert_eq!(steps(&trace), expected, "{trace}");
        assert_eq!(trace.end, TraceEnd::Unavailable);
    }
}

#[tokio::test]
async fn between_two_deliveries_the_message_is_waiting() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (broken, _) = always(&account, || Answer::Raw(500, String::new()));
    account.connect_service(broken).await.unwrap();
    let interaction = account.follower("ann").says("hello").await;
    platform.clock().advance(2 * SECOND).await;
    assert_eq!(steps(&trace(&interaction)), [step(0, "1/3 Rejected")]);
    assert_eq!(trace(&interaction).end, TraceEnd::Waiting);
    platform.clock().advance(20 * SECOND).await;
    assert_eq!(trace(&interaction).end, TraceEnd::Unavailable);
}

#[tokio::test]
async fn a_malformed_response_ends_the_message_at_once() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (broken, _) = always(&account, || Answer::Raw(200, "{\"reply\":1}".to_owned()));
    account.connect_service(broken).await.unwrap();
    let interaction = account.follower("ann").says("hello").await;
    platform.clock().advance(60 * SECOND).await;
    let trace = trace(&interaction);
    assert_eq!(steps(&trace), [step(0, "1/3 Malformed"), step(0, "unavailable")], "{trace}");
    assert_eq!(trace.end, TraceEnd::Unavailable);
}

#[tokio::test]
async fn messages_that_are_not_pushed_say_so() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(1).rules(|rules| rules.push.block_after = 1);
    let ann = account.follower("ann");
    let interaction = ann.says("nobody listens").await;
    assert_eq!(trace(&interaction).end, TraceEnd::Unsent);
    assert!(trace(&interaction).steps.is_empty());

    let (broken, _) = always(&account, || Answer::Raw(500, String::new()));
    account.connect_service(broken).await.unwrap();
    assert_eq!(account.paused_until(), None);
    let first = ann.says("fails").await;
    assert_eq!(steps(&trace(&first)), [step(0, "1/1 Rejected"), step(0, "unavailable")]);
    let until = account.paused_until().unwrap();
    assert_eq!(until.since(platform.clock().now()), 60 * SECOND);
    let second = ann.says("blocked").await;
    assert_eq!(steps(&trace(&second)), [step(0, "1/1 Blocked"), step(0, "unavailable")]);
    platform.clock().advance(60 * SECOND).await;
    assert_eq!(account.paused_until(), None);

    // A person who does not follow the account cannot write.
    assert_eq!(account.person("bob").says("hello").await.trace(), None);
}

#[tokio::test]
async fn calls_belong_to_the_message_that_they_answer() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let (ann, bob) = (account.follower("ann"), account.follower("bob"));
    let interaction = ann.says("hello").await;
    assert_eq!(trace(&interaction).end, TraceEnd::Nothing);
    bob.says("hello").await;
    platform.clock().advance(7 * SECOND).await;
    for count in 0..5 {
        assert_eq!(custom(&platform, &token, &ann, &format!("part {count}")).await, 0);
    }
    assert_eq!(custom(&platform, &token, &ann, "one too many").await, 45047);

    let trace = trace(&interaction);
    let mut expected = vec![step(0, "1/3 Empty")];
    expected.extend((0..5).map(|count| step(7, &format!("call 0 part {count}"))));
    expected.push(step(7, "call 45047 "));
    assert_eq!(steps(&trace), expected, "{trace}");
    assert_eq!(trace.end, TraceEnd::Message);
    assert_eq!(trace.answers().count(), 5);
    // Bob's message is not affected.
    assert_eq!(steps(&bob.traces()[0]), [step(0, "1/3 Empty")]);
}

#[tokio::test]
async fn a_call_may_belong_to_one_of_several_open_messages() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let ann = account.follower("ann");
    let advance = async |seconds: u32| platform.clock().advance(seconds * SECOND).await;
    let first = ann.says("first").await;
    advance(1).await;
    let second = ann.says("second").await;
    advance(2).await;
    // Both are open; bots answer in order.
    custom(&platform, &token, &ann, "one").await;
    advance(20).await;
    // Only the second is open.
    custom(&platform, &token, &ann, "two").await;
    advance(20).await;
    // Nothing is open: it follows the last answer.
    custom(&platform, &token, &ann, "three").await;
    assert_eq!(steps(&trace(&first)), [step(0, "1/3 Empty"), step(3, "call 0 one (probably)")]);
    let expected = [step(0, "1/3 Empty"), step(22, "call 0 two"), step(42, "call 0 three")];
    assert_eq!(steps(&trace(&second)), expected);

    // The next part of an answer may come after the next message.
    let third = ann.says("third").await;
    custom(&platform, &token, &ann, "four").await;
    let fourth = ann.says("fourth").await;
    advance(1).await;
    custom(&platform, &token, &ann, "five").await;
    assert_eq!(steps(&trace(&third))[1], step(0, "call 0 four (probably)"));
    assert_eq!(steps(&trace(&fourth))[1], step(1, "call 0 five (probably)"));

    // An old message that was never answered is not open any more.
    ann.says("ignored").await;
    advance(700).await;
    let fifth = ann.says("fifth").await;
    custom(&platform, &token, &ann, "six").await;
    assert_eq!(steps(&trace(&fifth))[1], step(0, "call 0 six"));
}

#[tokio::test]
async fn messages_are_answered_before_events() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let ann = account.person("ann");
    let follow = ann.follows().await;
    let hello = ann.says("hello").await;
    custom(&platform, &token, &ann, "hi").await;
    assert_eq!(steps(&trace(&hello))[1], step(0, "call 0 hi (probably)"));
    assert_eq!(trace(&follow).end, TraceEnd::Nothing);
    platform.clock().advance(20 * SECOND).await;
    custom(&platform, &token, &ann, "welcome").await;
    assert_eq!(steps(&trace(&follow))[1], step(20, "call 0 welcome"));
}

#[tokio::test]
async fn a_message_can_be_answered_after_the_notice() {
    let platform = Emulator::start().await;
    let account = platform.official().deliveries(1);
    account.connect_service(slow(&platform, &account, &[])).await.unwrap();
    let token = token(&platform, &account).await;
    let ann = account.follower("ann");
    let interaction = ann.says("hello").await;
    platform.clock().advance(6 * SECOND).await;
    assert_eq!(custom(&platform, &token, &ann, "sorry").await, 0);
    let trace = trace(&interaction);
    let expected = [step(0, "1/1 Timeout"), step(5, "unavailable"), step(6, "call 0 sorry")];
    assert_eq!(steps(&trace), expected);
    assert_eq!(trace.end, TraceEnd::Message);
}

#[tokio::test]
async fn app_messages_of_wecom_are_attributed_to_each_member() {
    let platform = Emulator::start().await;
    let account = platform.work().rules(|rules| rules.corp.messages_per_minute = 1);
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let (ann, bob) = (account.person("ann"), account.person("bob"));
    let (from_ann, from_bob) = (ann.says("a").await, bob.says("b").await);
    assert_eq!((ann.app_messages_left(), ann.reply_windows()), (Some(1), Vec::new()));
    let path = format!("/@qyapi.weixin.qq.com/cgi-bin/message/send?access_token={token}");
    for to in ["ann|bob", "ann", "@all"] {
        let body = json!({ "touser": to, "agentid": account.credentials().agent_id,
            "msgtype": "text", "text": { "content": to } });
        assert_eq!(errcode(&call(&platform, Method::POST, &path, Some(body)).await), 0);
        platform.clock().advance(if to == "ann" { 60 * SECOND } else { SECOND }).await;
    }
    // The second was dropped: the platform reports success, but nothing reached Ann.
    let expected = [
        step(0, "1/3 Empty"),
        step(0, "call 0 ann|bob"),
        step(1, "call 0 "),
        step(61, "call 0 @all"),
    ];
    assert_eq!(steps(&trace(&from_ann)), expected);
    assert_eq!(trace(&from_ann).answers().count(), 2);
    let expected = [step(0, "1/3 Empty"), step(0, "call 0 ann|bob"), step(61, "call 0 @all")];
    assert_eq!(steps(&trace(&from_bob)), expected);
    assert_eq!(ann.app_messages_left(), Some(0));
    let dropped =
        |what: &EventKind| matches!(what, EventKind::Note(note) if note.en.contains("dropped"));
    let notes = platform.timeline().into_iter().filter(|entry| dropped(&entry.what));
    assert_eq!(notes.map(|note| note.person.unwrap()).collect::<Vec<_>>(), [ann.id().clone()]);
}

#[tokio::test]
async fn every_entry_leads_to_its_message() {
    let platform = Emulator::start().await;
    let account = platform.official();
    account.connect_service(slow(&platform, &account, &[60, 1])).await.unwrap();
    let token = token(&platform, &account).await;
    let ann = account.follower("ann");
    let interaction = ann.says("hello").await;
    platform.clock().advance(10 * SECOND).await;
    custom(&platform, &token, &ann, "and more").await;
    let trace = trace(&interaction);
    let mut found = 0;
    for entry in platform.timeline() {
        let about_ann = entry.person.as_ref() == Some(ann.id());
        let sends = |path: &str| path.ends_with("/custom/send");
        let mine =
            about_ann || matches!(&entry.what, EventKind::Call(call) if sends(&call.request.path));
        assert_eq!(platform.trace(entry.id), mine.then(|| trace.clone()), "{entry:?}");
        found += usize::from(mine);
    }
    // The message, two deliveries, the reply, the call and its message.
    assert_eq!(found, 6);
    assert_eq!(ann.traces(), std::slice::from_ref(&trace));
    let text = trace.to_string();
    assert!(text.contains("delivery 1 of 3: Timeout"), "{text}");
    assert!(text.contains("call POST /cgi-bin/message/custom/send: 0, \"and more\""), "{text}");
}

#[tokio::test]
async fn the_control_api_returns_traces_and_what_may_still_be_sent() {
    let platform = Emulator::start().await;
    let account = platform.official();
    connect_silent(&account).await;
    let token = token(&platform, &account).await;
    let ann = account.follower("ann");
    ann.says("hello").await;
    ann.does(UserAction::Scan { scene: "shelf".to_owned() }).await;
    custom(&platform, &token, &ann, "hi").await;
    let get = async |path: &str| call(&platform, Method::GET, path, None).await;

    let message = ann.traces()[0].message;
    let found = get(&format!("/_/api/trace?entry={message}")).await;
    let trace = &found["trace"];
    assert_eq!((&trace["message"], &trace["end"]), (&json!(message), &json!("message")));
    let shown = &trace["steps"][0];
    assert_eq!((&shown["step"], &shown["outcome"]), (&json!("delivery"), &json!("empty")));
    let shown = &trace["steps"][1];
    assert_eq!((&shown["step"], &shown["summary"]), (&json!("call"), &json!("hi")));
    assert_eq!(
        (&shown["path"], &shown["errcode"]),
        (&json!("/cgi-bin/message/custom/send"), &Value::Null)
    );
    assert_eq!(get("/_/api/trace?entry=e99999").await["trace"], Value::Null);
    for wrong in ["", "?entry=", "?entry=12", "?entry=ex", "?entry=e-1"] {
        assert!(get(&format!("/_/api/trace{wrong}")).await["error"]["en"].is_string(), "{wrong}");
    }

    let windows = get("/_/api/state").await["people"][0]["windows"].clone();
    let now = platform.clock().now().as_millis();
    let expected = json!([
        { "by": "scan", "messages_left": 2, "closes": now + 60_000 },
        { "by": "message", "messages_left": 5, "closes": now + 48 * 3_600_000 },
    ]);
    assert_eq!(windows, expected);
    platform.clock().advance(60 * SECOND).await;
    let left: Vec<_> = ann.reply_windows().iter().map(|window| window.messages_left).collect();
    assert_eq!(left, [5]);
    assert_eq!(get("/_/api/state").await["people"][0]["app_messages_left"], Value::Null);
    assert_eq!(ann.says("bye").await.outcome().await, PushOutcome::Empty);
    ann.unfollows().await;
    assert_eq!(ann.reply_windows(), []);
}
