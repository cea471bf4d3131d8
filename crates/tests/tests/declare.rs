//! Messages and endpoints of one's own, declared with nothing but `weixin`.
#![allow(clippy::unwrap_used)]

use serde_json::json;
use weixin::{
    api::{Empty, POST},
    emulator::*,
    prelude::*,
};

/// A follower pays with a card. Event `user_pay_from_pay_cell`.
#[weixin::inbound(event = "user_pay_from_pay_cell", scope(official))]
pub struct CardPayment {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// In fen.
    pub fee: Option<i64>,
}

/// Closes a customer-service session. `POST /customservice/kfsession/close`
#[weixin::endpoint(POST "/customservice/kfsession/close", title = "关闭会话",
    doc = "https://developers.weixin.qq.com/doc/", scope(official), reply = Empty)]
pub struct CloseSession {
    /// The servicer.
    pub kf_account: String,
    /// The follower.
    pub openid: OpenId,
}

#[tokio::test]
async fn an_event_of_ones_own() {
    let bot = Bot::new().on(|payment: CardPayment| async move {
        format!("{} for {:?}", payment.card_id, payment.fee)
    });
    let platform = Emulator::start().await;
    platform.official().connect(bot).await.unwrap();
    let fields = [("CardId".to_owned(), "p1".into()), ("Fee".to_owned(), json!(100))];
    let mut interaction = platform.follower("ann").causes("user_pay_from_pay_cell", fields).await;
    interaction.expect_text("p1 for Some(100)").await;
}

#[tokio::test]
async fn an_endpoint_of_ones_own_and_one_without_a_type() {
    let platform = Emulator::start().await;
    let wx = platform.official_client();
    // The emulator does not know it, and says so; what it was asked is what was declared.
    wx.send(CloseSession::new("ann@shop", "oBo")).await.unwrap_err();
    let untyped = json!({ "kf_account": "ann@shop", "openid": "oBo" });
    let answer: Result<serde_json::Value, _> =
        wx.call(POST, "/customservice/kfsession/close", untyped).await;
    answer.unwrap_err();
    let calls = platform.calls();
    let bodies: Vec<_> = calls
        .iter()
        .filter(|call| call.request.path == "/customservice/kfsession/close")
        .map(|call| call.request.body.clone().unwrap())
        .collect();
    assert_eq!(bodies.len(), 2);
    assert_eq!(bodies[0], bodies[1]);
}
