//! Virtual payment from end to end: a server that signs orders, a phone that pays, a bot that delivers.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use weixin::{
    emulator::*,
    mini::{login::Session, virtual_payment::*},
    prelude::*,
};

const SECOND: Duration = Duration::from_secs(1);

/// An emulator with goods and coins, and a person who has logged in.
async fn shop(bot: Bot) -> (Emulator, Person, Session) {
    let platform = Emulator::start().await;
    let account = platform.mini().virtual_goods("sword", 600).virtual_coins(10);
    account.connect(bot).await.unwrap();
    let ann = account.person("ann");
    let session = platform.mini_client().login().session(ann.logs_in()).await.unwrap();
    (platform, ann, session)
}

/// The keys that the console shows.
fn keys(platform: &Emulator) -> (OfferId, VirtualPaymentKey, VirtualPaymentKey) {
    let payment = platform.mini().credentials().virtual_payment.unwrap();
    let live = VirtualPaymentKey::live(payment.live_key);
    (payment.offer_id, live, VirtualPaymentKey::sandbox(payment.sandbox_key))
}

#[tokio::test]
async fn goods_are_bought_delivered_and_refunded() {
    let tries = Arc::new(AtomicUsize::new(0));
    let refunds = Arc::new(Mutex::new(Vec::new()));
    let (counter, refunded) = (tries.clone(), refunds.clone());
    let bot = Bot::new()
        .on(move |deliver: XPayGoodsDeliver| {
            let number = counter.fetch_add(1, Ordering::Relaxed);
            async move {
                assert_eq!(deliver.goods.unwrap().attach.as_deref(), Some("level 7"));
                // The first time the goods cannot be delivered.
                if number == 0 { Err("the database is away") } else { Ok(()) }
            }
        })
        .on(move |refund: XPayRefund| {
            refunded.lock().unwrap().push((refund.mch_refund_id, refund.refund_fee));
            async {}
        });
    let (platform, ann, session) = shop(bot).await;
    let wx = platform.mini_client();
    let (offer, key, _) = keys(&platform);

    let order = VirtualPaymentOrder::goods(offer, "20260105_0001", "sword", 2, 600);
    let payment = key.sign(&session.session_key, order.attach("level 7")).unwrap();
    // The front end gets it as JSON.
    let json = serde_json::to_string(&payment).unwrap();
    let payment: SignedVirtualPayment = serde_json::from_str(&json).unwrap();
    let bought = ann.buys(&payment).await.unwrap();

    let pay = wx.virtual_payment(&key);
    let found =
        || async { pay.order(session.openid.clone(), "20260105_0001").await.unwrap().order };
    assert_eq!(found().await.status, Some(VirtualOrderStatus::Paid));
    platform.clock().advance(3 * SECOND).await;
    assert_eq!(bought.outcome().await, PushOutcome::Empty);
    assert_eq!(tries.load(Ordering::Relaxed), 2);
    let order = found().await;
    assert_eq!(order.status, Some(VirtualOrderStatus::Provided));
    assert_eq!((order.paid_fee, order.left_fee), (Some(1200), Some(1200)));

    let refund = pay.refund(session.openid.clone(), "20260105_0001", "refund_001", 1200, 1200);
    assert_eq!(refund.await.unwrap().pay_order_id, order.order_id);
    platform.clock().advance(SECOND).await;
    let refunds = refunds.lock().unwrap().clone();
    assert_eq!(refunds, [(Some(VirtualOrderId::new("refund_001")), Some(1200))]);
    assert_eq!(found().await.status, Some(VirtualOrderStatus::Refunded));
}

#[tokio::test]
async fn coins_are_bought_and_spent() {
    let bot = Bot::new().on(async |_: XPayCoinPay| {});
    let (platform, ann, session) = shop(bot).await;
    let wx = platform.mini_client();
    let (offer, key, _) = keys(&platform);
    let order = VirtualPaymentOrder::coins(offer, "20260105_0001", 60);
    let payment = key.sign(&session.session_key, order).unwrap();
    assert_eq!(ann.buys(&payment).await.unwrap().outcome().await, PushOutcome::Empty);
    let pay = wx.virtual_payment(&key);
    let (openid, session_key) = (session.openid.clone(), &session.session_key);
    let paid = pay.pay(openid.clone(), session_key, "pay_000001", 25).await.unwrap();
    assert_eq!(paid.balance, Some(35));
    let error = pay.pay(openid.clone(), session_key, "pay_000002", 36).await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 268_490_006);
    pay.cancel_pay(openid.clone(), session_key, "pay_000001", "back_00001", 5).await.unwrap();
    assert_eq!(pay.balance(openid, session_key).await.unwrap().balance, Some(40));
}

#[tokio::test]
async fn wrong_signatures_are_explained_to_the_program() {
    let (platform, ann, session) = shop(Bot::new()).await;
    let wx = platform.mini_client();
    let (offer, live, sandbox) = keys(&platform);
    let payment = platform.mini().credentials().virtual_payment.unwrap();
    // The AppKey of the sandbox is taken for that of the live environment.
    let mixed = VirtualPaymentKey::live(payment.sandbox_key.clone());
    let error = wx.virtual_payment(&mixed).order(session.openid.clone(), "o").await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 268_490_003);
    let text = error.to_string();
    assert!(text.contains("pay_sig error") && text.contains("the other env"), "{text}");
    assert!(error.hint().unwrap().zh.contains("另一环境的 AppKey"), "{text}");
    assert!(!text.contains(payment.sandbox_key.expose()), "{text}");
    // The session key of an earlier login.
    wx.login().session(ann.logs_in()).await.unwrap();
    let (openid, old) = (session.openid.clone(), &session.session_key);
    let error = wx.virtual_payment(&live).balance(openid, old).await.unwrap_err();
    assert_eq!(error.code().unwrap().get(), 268_490_003);
    assert!(error.to_string().contains("signature error"), "{error}");
    let order = VirtualPaymentOrder::goods(offer, "20260105_0001", "sword", 1, 600);
    let problem = ann.buys(&sandbox.sign(old, order).unwrap()).await.unwrap_err();
    assert!(problem.en.contains("-15005"), "{problem}");
}

#[tokio::test]
async fn a_subscription_is_charged_month_by_month() {
    let delivered = Arc::new(AtomicUsize::new(0));
    let counter = delivered.clone();
    let bot = Bot::new().on(async |_: XPaySubscriptionSigning| {}).on(
        move |deliver: XPayGoodsDeliver| {
            assert_eq!(deliver.goods.unwrap().subscribe_period_days, Some(31));
            counter.fetch_add(1, Ordering::Relaxed);
            async {}
        },
    );
    let (platform, ann, session) = shop(bot).await;
    let wx = platform.mini_client();
    platform.mini().virtual_subscription("vip", 3000, 31);
    let (offer, key, _) = keys(&platform);
    let pay = wx.virtual_payment(&key);
    let user = || session.openid.clone();
    let state = || async {
        pay.subscription(user(), "vip", "c1").await.unwrap().authorization_state.unwrap()
    };
    assert_eq!(state().await, SubscriptionState::NeverSigned);
    ann.signs_contract("vip", "c1", None).await.unwrap();
    assert_eq!(state().await, SubscriptionState::Signed);
    // The first month at a lower price.
    pay.charge(user(), offer.clone(), "vip", "20260105_0001", 990, "").await.unwrap();
    for month in 1..=3 {
        let number = format!("20260105_000{}", month + 1);
        // Two days before the end of the period.
        platform.clock().advance(29 * 24 * 60 * 60 * SECOND).await;
        pay.announce_charge(user(), "vip", "c1", 3000).await.unwrap();
        let early = pay.charge(user(), offer.clone(), "vip", &*number, 3000, "").await;
        assert_eq!(early.unwrap_err().code().unwrap().get(), -15026);
        platform.clock().advance(2 * 24 * 60 * 60 * SECOND).await;
        pay.charge(user(), offer.clone(), "vip", &*number, 3000, "").await.unwrap();
    }
    platform.clock().advance(SECOND).await;
    assert_eq!(delivered.load(Ordering::Relaxed), 4);
    pay.end_subscription(user(), "vip", "c1", "the service ends").await.unwrap();
    assert_eq!(state().await, SubscriptionState::Terminated);
}
