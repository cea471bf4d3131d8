//! Virtual payment: signatures, purchases, coins, refunds and goods.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/xpay.rs"]
mod xpay;

use std::time::Duration;

use axum::http::Method;
use common::{Answer, errcode};
use serde_json::{Value, json};
use weixin_emulator::PushOutcome;
use weixin_mini::virtual_payment::{
    PaymentEnv, VirtualOrderStatus, VirtualPaymentKey, VirtualPaymentOrder, XPayCoinPay,
    XPayGoodsDeliver, XPayRefund,
};
use weixin_protocol::Secret;
use xpay::{HANDLED, Shop, Signatures, log_in};

const SECOND: Duration = Duration::from_secs(1);

fn message(answer: &Value) -> &str {
    answer["errmsg"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn a_wrong_pay_sig_is_explained() {
    let shop = Shop::handling().await;
    let body = json!({"openid": shop.ann.id(), "env": 0, "order_id": "order_0001"});
    let (live, sandbox) = (&shop.keys.live_key, &shop.keys.sandbox_key);
    let over = |signed: weixin_api::Signed, path: &str| {
        format!("&pay_sig={}", signed.sign(live, path, body.to_string().as_bytes()))
    };
    let alone = over(weixin_api::Signed::Body, "");
    let phone = over(weixin_api::Signed::PathAndBody, "requestVirtualPayment");
    for (signatures, found) in [
        (Signatures::App(sandbox), "made with the AppKey of the other env"),
        (Signatures::Raw(""), "there is none in the query"),
        (Signatures::Raw("&pay_sig=00"), "written again after signing"),
        (Signatures::Raw(&alone), "made over the body alone"),
        (Signatures::Raw(&phone), "that of a call on the phone"),
    ] {
        let answer = shop.call("query_order", body.clone(), signatures).await;
        assert_eq!(errcode(&answer), 268_490_003, "{answer}");
        let message = message(&answer);
        assert!(message.starts_with("pay_sig error"), "{message}");
        assert!(message.contains(r#""/xpay/query_order&" and the body"#), "{message}");
        assert!(message.contains("live AppKey (env 0)"), "{message}");
        assert!(message.contains(found), "{message}");
        assert!(![live, sandbox].iter().any(|key| message.contains(key.expose())), "{message}");
    }
    // The signature is right: there only is no such order.
    let answer = shop.call("query_order", body, Signatures::App(live)).await;
    assert_eq!(errcode(&answer), 268_490_002, "{answer}");
    let answer = shop.call("query_order", json!({"env": 2}), Signatures::App(live)).await;
    assert_eq!(errcode(&answer), 268_490_002, "{answer}");
}

#[tokio::test]
async fn a_wrong_signature_of_the_user_is_explained() {
    let shop = Shop::handling().await;
    shop.account.clone().virtual_coins(10);
    let live = &shop.keys.live_key;
    let body = json!({"openid": shop.ann.id(), "env": 0});
    let name = "query_user_balance";
    let answer = shop.call(name, body.clone(), Signatures::App(live)).await;
    assert_eq!(errcode(&answer), 268_490_003);
    assert!(message(&answer).starts_with("signature error"), "{answer}");
    assert!(message(&answer).contains("there is none in the query"), "{answer}");
    // The person has logged in again, so the key is an old one.
    let new = log_in(&shop.platform, &shop.account, &shop.ann).await;
    let old = Signatures::Both(live, &shop.session_key);
    let answer = shop.call(name, body.clone(), old).await;
    assert_eq!(errcode(&answer), 268_490_003);
    assert!(message(&answer).contains("of the user's last login"), "{answer}");
    let answer = shop.call(name, body, Signatures::Both(live, &new)).await;
    assert_eq!((errcode(&answer), &answer["balance"]), (0, &json!(0)));
    let bob = shop.account.person("bob");
    let body = json!({"openid": bob.id(), "env": 0});
    let answer = shop.call(name, body, Signatures::Both(live, &new)).await;
    assert_eq!(errcode(&answer), 268_490_009, "bob has not logged in");
    let body = json!({"openid": "nobody", "env": 0});
    let answer = shop.call(name, body, Signatures::Both(live, &new)).await;
    assert_eq!(errcode(&answer), 268_490_001);
}

#[tokio::test]
async fn goods_are_paid_and_delivered() {
    let shop = Shop::handling().await;
    let bought = shop.ann.buys(&shop.sword("order_0001")).await.unwrap();
    assert_eq!(bought.outcome().await, PushOutcome::Empty);
    let heard = shop.heard.lock().unwrap()[0].1.clone();
    let deliver: XPayGoodsDeliver = heard.read().unwrap();
    // The sender is the platform, the person is a field.
    assert_ne!(deliver.header.from, *shop.ann.id());
    assert_eq!(deliver.open_id.as_str(), shop.ann.id().as_str());
    assert_eq!((deliver.out_trade_no.as_str(), deliver.env), ("order_0001", PaymentEnv::Live));
    let goods = deliver.goods.unwrap();
    assert_eq!((goods.product_id.as_str(), goods.quantity), ("sword", 1));
    assert_eq!((goods.actual_price, goods.attach.as_deref()), (Some(600), Some("a")));
    let order = shop.order("order_0001").await;
    assert_eq!((&order["status"], &order["left_fee"]), (&json!(4), &json!(600)));
    assert_eq!((&order["env_type"], &order["order_type"]), (&json!(1), &json!(0)));
    let transaction = deliver.payment.unwrap().transaction_id.unwrap();
    assert_eq!(order["wxpay_order_id"], transaction.as_str());
    let by_wx = json!({"wx_order_id": order["wx_order_id"]});
    let found = shop.live("query_order", by_wx).await;
    assert_eq!(found["order"]["order_id"], "order_0001");
}

#[tokio::test]
async fn the_phone_rejects_wrong_parameters() {
    let shop = Shop::handling().await;
    let offer = || shop.keys.offer_id.clone();
    let sign = |order| shop.key().sign(&shop.session_key, order).unwrap();
    let goods = |id: &'static str, number: &'static str, price| {
        VirtualPaymentOrder::goods(offer(), number, id, 1, price)
    };
    let right = shop.sword("order_0001");
    let mut changed = right.clone();
    changed.sign_data = changed.sign_data.replace(r#""buyQuantity":1"#, r#""buyQuantity":2"#);
    let mut other_user = right.clone();
    other_user.signature = "00".to_owned();
    let mut no_json = right.clone();
    no_json.sign_data = "{".to_owned();
    let sandbox = VirtualPaymentKey::sandbox(shop.keys.live_key.clone());
    let wrong_key = sandbox.sign(&shop.session_key, goods("sword", "order_0001", 600)).unwrap();
    let coins = VirtualPaymentOrder::coins(offer(), "order_0001", 10);
    let elsewhere = VirtualPaymentOrder::goods("1", "order_0001", "sword", 1, 600);
    for (payment, code) in [
        (changed, -15006),
        (other_user, -15005),
        (no_json, -15016),
        (wrong_key, -15006),
        (sign(goods("sword", "order_0001", 1)), -15013),
        (sign(goods("shield", "order_0001", 600)), -15010),
        (sign(goods("sword", "short", 600)), -15001),
        (sign(goods("sword", "_order_0001", 600)), -15001),
        (sign(coins), -15009),
        (sign(elsewhere), -15001),
    ] {
        let problem = shop.ann.buys(&payment).await.unwrap_err();
        assert!(problem.en.contains(&format!("(errCode {code})")), "{code}: {problem}");
        assert!(!problem.hint_en.is_empty() && !problem.hint_zh.is_empty(), "{code}");
    }
    assert_eq!(shop.account.virtual_order("order_0001"), None);
    shop.ann.buys(&right).await.unwrap();
    let problem = shop.ann.buys(&right).await.unwrap_err();
    assert!(problem.en.contains("(errCode -15002)"), "{problem}");
}

#[tokio::test]
async fn the_session_key_must_be_that_of_the_last_login() {
    let shop = Shop::handling().await;
    let before = shop.sword("order_0001");
    log_in(&shop.platform, &shop.account, &shop.ann).await;
    let problem = shop.ann.buys(&before).await.unwrap_err();
    assert!(problem.en.contains("(errCode -15005)"), "{problem}");
    assert!(problem.hint_en.contains("logged in again"), "{problem}");
    let bob = shop.account.person("bob");
    let problem = bob.buys(&before).await.unwrap_err();
    assert!(problem.en.contains("(errCode -15007)"), "{problem}");
}

#[tokio::test]
async fn the_published_version_cannot_pay_in_the_sandbox() {
    let shop = Shop::handling().await;
    let key = VirtualPaymentKey::sandbox(shop.keys.sandbox_key.clone());
    let order = |number: &'static str| {
        let offer = shop.keys.offer_id.clone();
        let order = VirtualPaymentOrder::goods(offer, number, "sword", 1, 600);
        key.sign(&shop.session_key, order).unwrap()
    };
    shop.ann.buys(&order("order_0001")).await.unwrap();
    let query = json!({"openid": shop.ann.id(), "env": 1, "order_id": "order_0001"});
    let sandbox = Signatures::App(&shop.keys.sandbox_key);
    let found = shop.call("query_order", query, sandbox).await;
    assert_eq!(found["order"]["env_type"], 2);
    assert_eq!(shop.order("order_0001").await, Value::Null, "it is not live");
    shop.account.clone().published(true);
    let problem = shop.ann.buys(&order("order_0002")).await.unwrap_err();
    assert!(problem.en.contains("(errCode -15011)"), "{problem}");
}

#[tokio::test]
async fn a_delivery_is_repeated_until_it_was_handled() {
    let shop = Shop::open(|number| {
        let code = i32::from(number < 3);
        Answer::Raw(200, format!(r#"{{"ErrCode":{code},"ErrMsg":"m"}}"#))
    })
    .await;
    let bought = shop.ann.buys(&shop.sword("order_0001")).await.unwrap();
    shop.platform.clock().advance(10 * SECOND).await;
    assert_eq!(shop.account.virtual_order("order_0001"), Some(VirtualOrderStatus::Paid));
    assert_eq!(shop.order("order_0001").await["status"], 2);
    shop.platform.clock().advance(10 * SECOND).await;
    assert_eq!(bought.outcome().await, PushOutcome::Empty);
    let deliveries = bought.exchange().deliveries;
    let sent: Vec<_> = deliveries.iter().map(|one| one.sent.since(deliveries[0].sent)).collect();
    assert_eq!(sent, [0, 2, 6, 14].map(|seconds| seconds * SECOND));
    assert_eq!(shop.account.virtual_order("order_0001"), Some(VirtualOrderStatus::Provided));
}

#[tokio::test]
async fn a_delivery_that_is_never_handled_is_reported_by_a_call() {
    let shop = Shop::open(|_| Answer::Raw(500, String::new())).await;
    let bought = shop.ann.buys(&shop.sword("order_0001")).await.unwrap();
    shop.platform.clock().advance(10 * 60 * 60 * SECOND).await;
    assert_eq!(bought.outcome().await, PushOutcome::Rejected);
    assert_eq!(bought.exchange().deliveries.len(), 15);
    assert_eq!(shop.account.paused_until(), None);
    assert_eq!(shop.order("order_0001").await["status"], 2);
    let answer = shop.live("notify_provide_goods", json!({"order_id": "order_0001"})).await;
    assert_eq!(errcode(&answer), 0, "{answer}");
    assert_eq!(shop.order("order_0001").await["status"], 4);
}

#[tokio::test]
async fn an_empty_answer_stands_for_a_success() {
    let shop = Shop::open(|number| match number {
        0 => Answer::Empty,
        _ => Answer::Raw(200, "success".to_owned()),
    })
    .await;
    for number in ["order_0001", "order_0002"] {
        let bought = shop.ann.buys(&shop.sword(number)).await.unwrap();
        assert_eq!(bought.outcome().await, PushOutcome::Empty);
        assert_eq!(bought.exchange().deliveries.len(), 1);
    }
}

#[tokio::test]
async fn coins_are_bought_given_spent_and_returned() {
    let shop = Shop::handling().await;
    assert_eq!(errcode(&shop.of_user("query_user_balance", json!({})).await), 268_490_008);
    shop.account.clone().virtual_coins(10);
    let order = VirtualPaymentOrder::coins(shop.keys.offer_id.clone(), "order_0001", 60);
    let signed = shop.key().sign(&shop.session_key, order).unwrap();
    shop.ann.buys(&signed).await.unwrap().outcome().await;
    let heard = shop.heard.lock().unwrap()[0].1.clone();
    let coins = heard.read::<XPayCoinPay>().unwrap().coins.unwrap();
    assert_eq!((coins.quantity, coins.actual_price), (60, Some(600)));
    assert_eq!(shop.account.coins_of(&shop.ann, PaymentEnv::Live), 60);
    let gift = json!({"order_id": "gift_00001", "amount": 5});
    let given = shop.live("present_currency", gift.clone()).await;
    assert_eq!((&given["balance"], &given["present_balance"]), (&json!(65), &json!(5)));
    assert_eq!(errcode(&shop.live("present_currency", gift).await), 268_490_004);
    let pay = json!({"order_id": "pay_000001", "amount": 20});
    let paid = shop.of_user("currency_pay", pay.clone()).await;
    assert_eq!((&paid["balance"], &paid["used_present_amount"]), (&json!(45), &json!(5)));
    assert_eq!(errcode(&shop.of_user("currency_pay", pay).await), 268_490_004);
    let much = json!({"order_id": "pay_000002", "amount": 46});
    assert_eq!(errcode(&shop.of_user("currency_pay", much).await), 268_490_006);
    let back = |order: &str, amount: u32| json!({"pay_order_id": "pay_000001", "order_id": order, "amount": amount});
    let answer = shop.of_user("cancel_currency_pay", back("back_00001", 21)).await;
    assert_eq!(errcode(&answer), 268_490_006);
    for _ in 0..2 {
        // The second time nothing changes.
        let answer = shop.of_user("cancel_currency_pay", back("back_00001", 10)).await;
        assert_eq!((errcode(&answer), &answer["order_id"]), (0, &json!("back_00001")));
    }
    let balance = shop.of_user("query_user_balance", json!({})).await;
    let expected = json!({"balance": 55, "present_balance": 0, "sum_save": 60, "sum_present": 5,
        "sum_balance": 65, "sum_cost": 10, "first_save_flag": false});
    for (name, value) in expected.as_object().unwrap() {
        assert_eq!(balance[name], *value, "{name} of {balance}");
    }
}

#[tokio::test]
async fn a_payment_is_refunded_in_parts() {
    let shop = Shop::open(|number| match number {
        // The second notice is that of the refund.
        1 => Answer::Raw(500, String::new()),
        _ => Answer::Raw(200, HANDLED.to_owned()),
    })
    .await;
    shop.ann.buys(&shop.sword("order_0001")).await.unwrap().outcome().await;
    let refund = |number: &str, left: u64, fee: u64| {
        json!({"order_id": "order_0001", "refund_order_id": number, "left_fee": left,
            "refund_fee": fee, "biz_meta": "", "refund_reason": "3", "req_from": "1"})
    };
    for (body, code) in [
        (refund("refund_001", 599, 100), 268_490_016),
        (refund("refund_001", 600, 601), 268_490_002),
        (refund("short", 600, 100), 268_490_002),
    ] {
        assert_eq!(errcode(&shop.live("refund_order", body).await), code);
    }
    let started = shop.live("refund_order", refund("refund_001", 600, 100)).await;
    assert_eq!(started["pay_order_id"], "order_0001");
    // The same number is not refunded again.
    let again = shop.live("refund_order", refund("refund_001", 600, 100)).await;
    assert_eq!(again["refund_wx_order_id"], started["refund_wx_order_id"]);
    let order = shop.order("order_0001").await;
    assert_eq!((&order["status"], &order["left_fee"]), (&json!(4), &json!(500)));
    let found = shop.order("refund_001").await;
    assert_eq!((&found["order_type"], &found["refund_fee"]), (&json!(1), &json!(100)));
    shop.platform.clock().advance(3 * SECOND).await;
    let refunds: Vec<XPayRefund> =
        shop.heard.lock().unwrap()[1..].iter().map(|(_, push)| push.read().unwrap()).collect();
    let retries: Vec<_> = refunds.iter().map(|refund| refund.retry_times.unwrap()).collect();
    assert_eq!(retries, [0, 1]);
    assert_eq!((refunds[1].refund_fee, refunds[1].ret_code), (Some(100), Some(0)));
    assert_eq!(refunds[1].mch_refund_id.as_ref().unwrap().as_str(), "refund_001");
    let answer = shop.live("refund_order", refund("refund_002", 500, 500)).await;
    assert_eq!(errcode(&answer), 0, "{answer}");
    assert_eq!(shop.account.virtual_order("order_0001"), Some(VirtualOrderStatus::Refunded));
}

#[tokio::test]
async fn goods_are_uploaded_and_then_published() {
    let shop = Shop::handling().await;
    let upload = json!({"upload_item": [{"id": "shield", "name": "Shield 盾", "price": 300}]});
    assert_eq!(shop.live("query_upload_goods", json!({})).await["status"], 0);
    assert_eq!(errcode(&shop.live("start_upload_goods", upload.clone()).await), 0);
    assert_eq!(errcode(&shop.live("start_upload_goods", upload).await), 268_490_012);
    assert_eq!(shop.live("query_upload_goods", json!({})).await["status"], 1);
    shop.platform.clock().advance(5 * SECOND).await;
    let uploaded = shop.live("query_upload_goods", json!({})).await;
    assert_eq!(
        (&uploaded["status"], &uploaded["upload_item"][0]["upload_status"]),
        (&3.into(), &2.into())
    );
    let order = |key: &VirtualPaymentKey, number: &'static str| {
        let offer = shop.keys.offer_id.clone();
        let order = VirtualPaymentOrder::goods(offer, number, "shield", 1, 300);
        key.sign(&shop.session_key, order).unwrap()
    };
    let sandbox = VirtualPaymentKey::sandbox(shop.keys.sandbox_key.clone());
    shop.ann.buys(&order(&sandbox, "order_0001")).await.unwrap();
    let problem = shop.ann.buys(&order(&shop.key(), "order_0002")).await.unwrap_err();
    assert!(problem.en.contains("(errCode -15010)"), "{problem}");
    let publish = json!({"publish_item": [{"id": "shield"}, {"id": "unknown"}]});
    assert_eq!(errcode(&shop.live("start_publish_goods", publish).await), 0);
    shop.platform.clock().advance(5 * SECOND).await;
    let published = shop.live("query_publish_goods", json!({})).await;
    assert_eq!(published["status"], 2, "one of them was not uploaded");
    assert_eq!(published["publish_item"][0]["publish_status"], 2);
    shop.ann.buys(&order(&shop.key(), "order_0002")).await.unwrap();
}

#[tokio::test]
async fn goods_are_bought_with_the_keys_that_the_page_shows() {
    let shop = Shop::handling().await;
    let state = common::call(&shop.platform, Method::GET, "/_/api/state", None).await;
    let shown = &state["accounts"][0]["virtual_payment"];
    let key = VirtualPaymentKey::live(shown["live_key"].as_str().unwrap());
    let offer = shown["offer_id"].as_str().unwrap();
    let order = VirtualPaymentOrder::goods(offer, "order_0001", "sword", 1, 600);
    let payment = key.sign(&shop.session_key, order).unwrap();
    let buy = json!({"account": shop.account.id(), "person": shop.ann.id(),
        "do": {"type": "buy", "payment": payment}});
    let act = || common::call(&shop.platform, Method::POST, "/_/api/act", Some(buy.clone()));
    assert_eq!(act().await["error"], Value::Null);
    assert_eq!(shop.account.virtual_order("order_0001"), Some(VirtualOrderStatus::Provided));
    let problem = act().await.to_string();
    assert!(problem.contains("-15002") && problem.contains("重复使用"), "{problem}");
}

#[tokio::test]
async fn neither_key_is_in_the_timeline() {
    let shop = Shop::handling().await;
    let (live, session) = (shop.keys.live_key.clone(), shop.session_key.clone());
    let body = json!({"env": 0, "note": live.expose(), "other": session.expose()});
    shop.call("query_upload_goods", body, Signatures::App(&live)).await;
    let shown = format!("{:?}", shop.platform.timeline());
    for key in [live, session] {
        let key: &Secret = &key;
        assert!(!shown.contains(&key.expose()[6..]), "a key is shown");
    }
}
