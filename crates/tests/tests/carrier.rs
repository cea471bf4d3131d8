//! Express companies: questions of the platform that are answered with an event.

#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use weixin::{
    emulator::{Connect, Emulator, PushOutcome, timeline::MessageContent},
    mini::logistics::{ExpressQuotaQuery, ExpressResult, ExpressWaybillAdded},
    prelude::*,
    protocol::{Map, PassiveReply},
};

fn quota_of(biz_id: &str) -> [(String, Value); 2] {
    [("BizID".to_owned(), json!(biz_id)), ("BizPwd".to_owned(), json!("xyz123"))]
}

fn company() -> Bot {
    Bot::new()
        .on(|query: ExpressQuotaQuery| async move {
            let known = query.biz_id.as_ref().is_some_and(|id| id.as_str() == "xyz");
            PassiveReply::from(match known {
                true => query.answer(210),
                false => query.reject(ExpressResult::UnknownAccount, "客户编码不存在"),
            })
        })
        .on(|order: ExpressWaybillAdded| async move {
            PassiveReply::from(order.accept("73100012345", [("ZTO_mark", "888-666-666")]))
        })
}

/// The answer that the platform got.
async fn answer(platform: &Emulator, bot: Bot, event: &str) -> (PushOutcome, Vec<MessageContent>) {
    let mini = platform.mini();
    mini.connect(bot).await.unwrap();
    let team = mini.person("team");
    let interaction = team.causes(event, quota_of("xyz")).await;
    (interaction.outcome().await, team.chat())
}

#[tokio::test]
async fn an_express_company_answers_in_the_response() {
    let platform = Emulator::start().await;
    let mini = platform.mini();
    mini.connect(company()).await.unwrap();
    let team = mini.person("team");
    let interaction = team.causes("get_quota", quota_of("xyz")).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    assert_eq!(interaction.exchange().deliveries.len(), 1);
    let interaction = team.causes("get_quota", quota_of("other")).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    let order = [("Token", "t1"), ("OrderID", "0123"), ("BizID", "xyz"), ("WayBillID", "0")];
    let order = order.map(|(name, text)| (name.to_owned(), json!(text)));
    let interaction = team.causes("add_waybill", order).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    let answers: Vec<_> = team
        .chat()
        .into_iter()
        .filter_map(|content| match content {
            MessageContent::Other { name, json } => Some((name, json)),
            _ => None,
        })
        .collect();
    assert_eq!(
        answers,
        [
            (
                "get_quota".to_owned(),
                json!({"Event": "get_quota", "BizID": "xyz", "ResultCode": "0",
                    "ResultMsg": "success", "Quota": "210"})
            ),
            (
                "get_quota".to_owned(),
                json!({"Event": "get_quota", "BizID": "other", "ResultCode": "10001",
                    "ResultMsg": "客户编码不存在", "Quota": "0"})
            ),
            (
                "add_waybill".to_owned(),
                json!({"Event": "add_waybill", "Token": "t1", "OrderID": "0123", "BizID": "xyz",
                    "WayBillID": "73100012345", "ResultCode": "0", "ResultMsg": "success",
                    "WaybillData": "##ZTO_mark##888-666-666##"})
            ),
        ]
    );
}

#[tokio::test]
async fn a_question_without_a_proper_answer_has_failed() {
    let event = |fields: [(&'static str, &'static str); 2]| {
        Bot::new().on(move |_: Push| async move { PassiveReply::Event(Map::from_iter(fields)) })
    };
    for (bot, right) in [
        // No handler, and an acknowledgement is no answer.
        (Bot::new(), false),
        // Not a question's answer.
        (Bot::new().on(async |_: Push| "hello"), false),
        // The answer to another question.
        (event([("Event", "check_biz"), ("ResultCode", "0")]), false),
        // No result.
        (event([("Event", "get_quota"), ("ResultCode", "ok")]), false),
        (event([("Event", "GET_QUOTA"), ("resultcode", "0")]), true),
    ] {
        let platform = Emulator::start().await;
        let (outcome, _) = answer(&platform, bot, "get_quota").await;
        let expected = if right { PushOutcome::Answered } else { PushOutcome::Malformed };
        assert_eq!(outcome, expected);
    }
}

#[tokio::test]
async fn an_event_that_asks_nothing_gets_no_answer() {
    let platform = Emulator::start().await;
    let (outcome, chat) = answer(
        &platform,
        Bot::new().on(async |_: Push| PassiveReply::Event(Map::from_iter([("Event", "e")]))),
        "add_express_path",
    )
    .await;
    assert_eq!(outcome, PushOutcome::Empty);
    assert!(
        !chat.iter().any(|content| matches!(content, MessageContent::Other { .. })),
        "{chat:?}"
    );
}
