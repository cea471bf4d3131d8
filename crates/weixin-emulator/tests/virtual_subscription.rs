//! Subscriptions of virtual payment, with their rules, on the virtual clock. It starts on 5 January
//! 2026 at 09:00 in Beijing.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/xpay.rs"]
mod xpay;

use std::time::Duration;

use common::errcode;
use serde_json::json;
use weixin_emulator::PushOutcome;
use weixin_mini::virtual_payment::{
    XPayGoodsDeliver, XPaySubscriptionPayFail, XPaySubscriptionSigning,
};
use xpay::{Shop, Signatures};

const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A shop with a subscription of 30 yuan for a month.
async fn shop() -> Shop {
    let shop = Shop::handling().await;
    shop.account.clone().virtual_subscription("vip", 3000, 31);
    shop
}

/// Signs the contract `c1`.
async fn sign(shop: &Shop) {
    let signed = shop.ann.signs_contract("vip", "c1", Some("a")).await.unwrap();
    assert_eq!(signed.outcome().await, PushOutcome::Empty);
}

async fn state(shop: &Shop, contract: &str) -> String {
    let body = json!({"openid": shop.ann.id(), "product_id": "vip", "out_contract_code": contract});
    let signed = Signatures::App(&shop.keys.live_key);
    let answer = shop.call("query_subscribe_contract", body, signed).await;
    answer["authorization_state"].as_str().unwrap().to_owned()
}

async fn announce(shop: &Shop, price: u64) -> i64 {
    let body = json!({"openid": shop.ann.id(), "deduct_price": price, "product_id": "vip",
        "out_contract_code": "c1"});
    let signed = Signatures::App(&shop.keys.live_key);
    errcode(&shop.call("send_subscribe_pre_payment", body, signed).await)
}

async fn charge(shop: &Shop, number: &str, price: u64) -> i64 {
    let body = json!({"openid": shop.ann.id(), "offer_id": shop.keys.offer_id, "buy_quantity": 1,
        "env": 0, "currency_type": "CNY", "product_id": "vip", "deduct_price": price,
        "order_id": number, "attach": "a"});
    let signed = Signatures::App(&shop.keys.live_key);
    errcode(&shop.call("submit_subscribe_pay_order", body, signed).await)
}

#[tokio::test]
async fn a_contract_is_signed_and_ended() {
    let shop = shop().await;
    assert_eq!(state(&shop, "c1").await, "UNBINDUSER");
    assert!(shop.ann.signs_contract("sword", "c1", None).await.is_err(), "not a subscription");
    sign(&shop).await;
    assert_eq!(state(&shop, "c1").await, "SIGNED");
    let signing: XPaySubscriptionSigning = shop.heard.lock().unwrap()[0].1.read().unwrap();
    assert_eq!(signing.open_id.unwrap().as_str(), shop.ann.id().as_str());
    assert_eq!(signing.out_contract_code.unwrap().as_str(), "c1");
    let cancel = json!({"openid": shop.ann.id(), "termination_reason": "r", "product_id": "vip",
        "out_contract_code": "c1"});
    let signed = || Signatures::App(&shop.keys.live_key);
    let answer = shop.call("cancel_subscribe_contract", cancel.clone(), signed()).await;
    assert_eq!(errcode(&answer), 0, "{answer}");
    assert_eq!(state(&shop, "c1").await, "TERMINATED");
    let answer = shop.call("cancel_subscribe_contract", cancel, signed()).await;
    assert_eq!(errcode(&answer), 690_000_000);
    let problem = shop.ann.signs_contract("vip", "c1", None).await.unwrap_err();
    assert!(problem.en.contains("used before"), "{problem}");
    shop.ann.signs_contract("vip", "c2", None).await.unwrap();
    shop.ann.ends_contract("c2").await.unwrap();
    assert_eq!(state(&shop, "c2").await, "TERMINATED");
    let last: XPaySubscriptionSigning = {
        let heard = shop.heard.lock().unwrap();
        heard.last().unwrap().1.read().unwrap()
    };
    assert_eq!(last.action.as_deref(), Some("unsubscribe"));
    assert_eq!(charge(&shop, "order_0001", 3000).await, 690_000_000);
    assert_eq!(announce(&shop, 3000).await, 690_000_000);
}

#[tokio::test]
async fn the_first_charge_is_made_within_twelve_hours() {
    let shop = shop().await;
    shop.platform.clock().advance(12 * HOUR).await;
    sign(&shop).await;
    // At 23:00, when announced charges are not made.
    shop.platform.clock().advance(2 * HOUR).await;
    assert_eq!(charge(&shop, "order_0001", 3001).await, -15027);
    assert_eq!(charge(&shop, "order_0001", 99).await, -15027);
    assert_eq!(charge(&shop, "order_0001", 990).await, 0);
    shop.platform.clock().advance(Duration::ZERO).await;
    let order = shop.order("order_0001").await;
    assert_eq!((&order["paid_fee"], &order["status"]), (&json!(990), &json!(4)));
    let deliver: XPayGoodsDeliver = {
        let heard = shop.heard.lock().unwrap();
        heard.last().unwrap().1.read().unwrap()
    };
    let goods = deliver.goods.unwrap();
    assert_eq!((goods.orig_price, goods.actual_price), (Some(3000), Some(990)));
    assert_eq!((goods.subscribe_period_days, goods.attach.as_deref()), (Some(31), Some("a")));
    assert_eq!(charge(&shop, "order_0001", 990).await, -15002, "the number was used");
    assert_eq!(charge(&shop, "order_0002", 990).await, -15025, "not announced");
}

#[tokio::test]
async fn after_twelve_hours_a_charge_must_be_announced() {
    let shop = shop().await;
    sign(&shop).await;
    let second = Duration::from_secs(1);
    shop.platform.clock().advance(12 * HOUR + second).await;
    assert_eq!(charge(&shop, "order_0001", 3000).await, -15025);
}

#[tokio::test]
async fn a_charge_is_made_two_days_after_its_announcement() {
    let shop = shop().await;
    sign(&shop).await;
    assert_eq!(announce(&shop, 99).await, 674_690_001);
    assert_eq!(announce(&shop, 3001).await, 674_690_001);
    // 5 January, 22:00 and then 6 January, 07:00: too late and too early.
    shop.platform.clock().advance(13 * HOUR).await;
    assert_eq!(announce(&shop, 3000).await, 690_000_001);
    shop.platform.clock().advance(9 * HOUR).await;
    assert_eq!(announce(&shop, 3000).await, 690_000_001);
    // 07:10 is the first minute.
    shop.platform.clock().advance(Duration::from_secs(600)).await;
    assert_eq!(announce(&shop, 3000).await, 0);
    assert_eq!(announce(&shop, 3000).await, 690_000_001, "announced before");
    assert_eq!(charge(&shop, "order_0001", 3000).await, -15026);
    shop.platform.clock().advance(DAY).await;
    assert_eq!(charge(&shop, "order_0001", 3000).await, -15026);
    // 8 January, 07:00.
    shop.platform.clock().advance(DAY - Duration::from_secs(600)).await;
    assert_eq!(charge(&shop, "order_0001", 3000).await, -15026);
    shop.platform.clock().advance(Duration::from_secs(600)).await;
    assert_eq!(charge(&shop, "order_0001", 2000).await, -15027, "another amount was announced");
    assert_eq!(charge(&shop, "order_0001", 3000).await, 0);
    assert_eq!(charge(&shop, "order_0002", 3000).await, -15025, "charged before");
    // The period ends on 8 February; the next charge can be announced from 5 February on.
    shop.platform.clock().advance(27 * DAY).await;
    assert_eq!(announce(&shop, 3000).await, 690_000_001);
    shop.platform.clock().advance(DAY).await;
    assert_eq!(announce(&shop, 3000).await, 0);
    shop.platform.clock().advance(2 * DAY).await;
    assert_eq!(charge(&shop, "order_0003", 3000).await, 0);
}

#[tokio::test]
async fn a_charge_that_was_missed_is_announced_again_eight_days_later() {
    let shop = shop().await;
    sign(&shop).await;
    assert_eq!(announce(&shop, 3000).await, 0);
    shop.platform.clock().advance(9 * DAY).await;
    assert_eq!(charge(&shop, "order_0001", 3000).await, -15026);
    assert_eq!(announce(&shop, 3000).await, 690_000_001);
    shop.platform.clock().advance(DAY).await;
    assert_eq!(announce(&shop, 3000).await, 0);
}

#[tokio::test]
async fn a_charge_without_money_fails_with_a_notice() {
    let shop = shop().await;
    sign(&shop).await;
    shop.ann.charges_fail("c1", true);
    assert_eq!(charge(&shop, "order_0001", 3000).await, 0, "the charge was accepted");
    assert_eq!(shop.account.virtual_order("order_0001"), None);
    shop.platform.clock().advance(Duration::ZERO).await;
    let failed: XPaySubscriptionPayFail = shop.heard.lock().unwrap()[1].1.read().unwrap();
    assert_eq!(failed.out_trade_no.as_str(), "order_0001");
    shop.ann.charges_fail("c1", false);
    assert_eq!(charge(&shop, "order_0001", 3000).await, 0);
}

#[tokio::test]
async fn subscriptions_have_no_sandbox() {
    let shop = shop().await;
    sign(&shop).await;
    let body = json!({"openid": shop.ann.id(), "offer_id": shop.keys.offer_id, "buy_quantity": 1,
        "env": 1, "currency_type": "CNY", "product_id": "vip", "deduct_price": 3000,
        "order_id": "order_0001", "attach": "a"});
    let sandbox = Signatures::App(&shop.keys.sandbox_key);
    let answer = shop.call("submit_subscribe_pay_order", body, sandbox).await;
    assert_eq!(errcode(&answer), -15011);
}
