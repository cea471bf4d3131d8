//! Custom messages and endpoints, declared using only the crate `weixin`.
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
    /// Sender, receiver and time.
    pub header: Header,
    /// The card id.
    pub card_id: String,
    /// The amount in fen.
    pub fee: Option<i64>,
}

/// Closes a customer-service session. `POST /customservice/kfsession/close`
#[weixin::endpoint(POST "/customservice/kfsession/close", title = "关闭会话",
    doc = "https://developers.weixin.qq.com/doc/", scope(official), reply = Empty)]
pub struct CloseSession {
    /// The customer-service account.
    pub kf_account: String,
    /// The follower's openid.
    pub openid: OpenId,
}

#[tokio::test]
async fn a_custom_event_is_received() {
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
async fn custom_and_untyped_endpoints_can_be_called() {
    let platform = Emulator::start().await;
    let wx = platform.official_client();
    // The emulator does not implement it, but records the request as declared.
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
