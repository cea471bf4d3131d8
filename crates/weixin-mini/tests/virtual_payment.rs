//! Virtual payment: what is signed, sent and read, in the platform's form.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use weixin_api::{Account, Endpoint, Signed, Timestamp};
use weixin_mini::{MiniProgram, virtual_payment::*};
use weixin_protocol::{Kind, Product, Secret, push_class};
use weixin_wire_tests::{RoundTrip, event, irregular_reply, reply};

const SESSION_KEY: &str = "9hAb/NEYUlkaMBEsmFgzig==";

fn key() -> VirtualPaymentKey {
    VirtualPaymentKey::live("12345")
}

/// The request is sent to this path with this body and one signature, which covers both.
#[track_caller]
fn sends<E: Endpoint>(request: &E, path: &str, body: Value) {
    let (target, sent) = RoundTrip::of(MiniProgram::new("wx1", "s").id()).sent(request);
    assert_eq!(sent, body);
    let (sent_to, query) = target.split_once('?').unwrap();
    assert_eq!(sent_to, format!("POST {path}"));
    let signature = query.strip_prefix("pay_sig=").unwrap();
    assert_eq!(signature.len(), 64, "{query}");
}

#[test]
fn the_official_example_has_the_official_signature() {
    // From the page about signatures, whose JSON has spaces. The second signature is not on the page;
    // it was computed with Python's hmac, which reproduces the first.
    let body = br#"{"openid": "xxx", "user_ip": "127.0.0.1", "env": 0}"#;
    let pay = Signed::PathAndBody.sign(&Secret::new("12345"), "/xpay/query_user_balance", body);
    assert_eq!(pay, "c37809f27c6d7fd1837ad2500a04512b66b34fd793a39a385fade56dca89a4b5");
    let user = Signed::Body.sign(&Secret::new(SESSION_KEY), "", body);
    assert_eq!(user, "089d9e8dc5d308977360c4b79ec600a93d736802802a807d634192328032f6c7");
}

#[test]
fn the_phone_gets_the_exact_text_that_was_signed() {
    // The order of the page of wx.requestVirtualPayment. Computed with Python:
    // hmac.new(b"12345", b"requestVirtualPayment&" + sign_data, hashlib.sha256).hexdigest(), and with
    // the session key as text over sign_data alone.
    let order = VirtualPaymentOrder::goods("123", "xxxxxx", "testproductId", 1, 10);
    let signed = key().sign(&Secret::new(SESSION_KEY), order.attach("testdata")).unwrap();
    assert_eq!(
        serde_json::to_value(&signed).unwrap(),
        json!({
            "signData": r#"{"offerId":"123","buyQuantity":1,"env":0,"currencyType":"CNY","productId":"testproductId","goodsPrice":10,"outTradeNo":"xxxxxx","attach":"testdata"}"#,
            "mode": "short_series_goods",
            "paySig": "0ce2a9fcab3532e9f78dd3beb841806c0c08a24ec26b04c366584ac06d852bb0",
            "signature": "8e08bc05e10243e2e943385292e2063be327f8285c0db753a5c3e5db5745cb69",
        })
    );
}

#[test]
fn coins_are_bought_in_their_own_mode() {
    let order = VirtualPaymentOrder::coins("123", "order_0001", 60);
    let signed = VirtualPaymentKey::sandbox("k").sign(&Secret::new(SESSION_KEY), order).unwrap();
    let value = serde_json::to_value(&signed).unwrap();
    assert_eq!(value["mode"], "short_series_coin");
    let data: Value = serde_json::from_str(&signed.sign_data).unwrap();
    assert_eq!(data["env"], 1);
    assert_eq!(data.get("productId"), None);
}

#[test]
fn a_subscription_with_apple_is_signed_with_both_keys() {
    let order = AppleSubscriptionOrder::new("1450032323", "vip_monthly", 3000_u64, "uid=12345")
        .activity_selling_price(990_u64);
    let signed = key().sign_apple_subscription(&Secret::new(SESSION_KEY), &order).unwrap();
    // Computed with Python, as above.
    assert_eq!(
        serde_json::to_value(&signed).unwrap(),
        json!({
            "signData": r#"{"offerId":"1450032323","productId":"vip_monthly","goodsPrice":3000,"activitySellingPrice":990,"attach":"uid=12345"}"#,
            "paySig": "aead94f2fd2e9943025728dc54dd6898088eaf21ac9dc2f5ce21d2a4b4762a3a",
            "signature": "5fafe9efa9dc5091e2795b406488d84b5f8b4fbe7d41d925d00d610ee826df42",
        })
    );
    let text = key().sign_text(&Secret::new(SESSION_KEY), signed.sign_data.clone());
    assert_eq!(text, signed);
}

#[test]
fn neither_key_is_shown() {
    let key = VirtualPaymentKey::live("TheAppKeyOfTheLiveEnvironment");
    let session_key = Secret::new(SESSION_KEY);
    let order = VirtualPaymentOrder::goods("123", "order_0001", "sword", 1, 600);
    let signed = key.sign(&session_key, order).unwrap();
    let subscription = key.sign_text(&session_key, "{}");
    let shown = format!("{key:?} {signed:?} {subscription:?}")
        + &serde_json::to_string(&signed).unwrap()
        + &serde_json::to_string(&subscription).unwrap();
    assert!(!shown.contains("TheAppKey") && !shown.contains("9hAb/NEY"), "{shown}");
}

#[test]
fn a_subscription_is_queried_announced_charged_and_ended() {
    let sig = || key().signature();
    sends(
        &GetVirtualSubscription::new(sig(), "oAnn", "vip").out_contract_code("c1"),
        "/xpay/query_subscribe_contract",
        json!({"openid": "oAnn", "product_id": "vip", "out_contract_code": "c1"}),
    );
    sends(
        &GetVirtualSubscription::new(sig(), "oAnn", "vip").mode(SubscriptionMode::Apple),
        "/xpay/query_subscribe_contract",
        json!({"mode": "apple", "openid": "oAnn", "product_id": "vip"}),
    );
    sends(
        &AnnounceVirtualCharge::new(sig(), "oAnn", 3000_u64, "vip", "c1"),
        "/xpay/send_subscribe_pre_payment",
        json!({"openid": "oAnn", "deduct_price": 3000, "product_id": "vip",
            "out_contract_code": "c1"}),
    );
    sends(
        &ChargeVirtualSubscription::new(
            sig(),
            "oAnn",
            "1450",
            1_u64,
            "CNY",
            "vip",
            3000_u64,
            "order_0001",
            "a",
        ),
        "/xpay/submit_subscribe_pay_order",
        json!({"openid": "oAnn", "offer_id": "1450", "buy_quantity": 1, "currency_type": "CNY",
            "product_id": "vip", "deduct_price": 3000, "order_id": "order_0001", "attach": "a"}),
    );
    sends(
        &CancelVirtualSubscription::new(sig(), "oAnn", "wish", "vip", "c1"),
        "/xpay/cancel_subscribe_contract",
        json!({"openid": "oAnn", "termination_reason": "wish", "product_id": "vip",
            "out_contract_code": "c1"}),
    );
}

#[test]
fn the_state_of_a_subscription_is_read() {
    // The sample of the page about subscriptions on Apple's phones.
    let subscription = reply::<GetVirtualSubscription>(json!({
        "errcode": 0, "errmsg": "ok", "authorization_state": "SIGNED",
        "apple_subscription_info": {"original_transaction_id": "2000001147426510",
            "auto_renew_status": 1, "recent_subscription_start_date": 1_775_226_065_000_i64,
            "renewal_date": 1_775_226_245_000_i64}}));
    assert_eq!(subscription.authorization_state, Some(SubscriptionState::Signed));
    let apple = subscription.apple_subscription_info.unwrap();
    assert_eq!(apple.auto_renew_status, Some(AppleRenewal::On));
    assert_eq!(apple.renewal_date, Some(1_775_226_245_000));
}

#[test]
fn orders_are_written_into_a_file() {
    let (sig, env) = (key().signature(), key().env());
    let export = ExportVirtualOrders::new(
        sig.clone(),
        env,
        20_260_420_u32,
        20_260_421_u32,
        ExportedOrders::Goods,
        PaymentChannel::Virtual,
    );
    sends(
        &export.is_provided(false),
        "/xpay/start_download_order",
        json!({"env": 0, "begin_ds": 20_260_420, "end_ds": 20_260_421, "order_type": 2,
            "pay_channel": 1, "is_provided": false}),
    );
    sends(
        &GetVirtualOrderExport::new(sig.clone(), env, "t1"),
        "/xpay/query_download_order",
        json!({"env": 0, "task_id": "t1"}),
    );
    let export = reply::<GetVirtualOrderExport>(json!({"task_id": "t1", "status": 2,
        "download_url": "https://u", "expire_at": 1_745_328_000}));
    assert_eq!(export.status, Some(VirtualOrderExportStatus::Succeeded));
    assert_eq!(export.expire_at, Some(Timestamp::from_secs(1_745_328_000)));
    sends(
        &GetAppleSettlementBills::new(sig, "202601", "202606"),
        "/xpay/download_ios_settlement_bill",
        json!({"start_month": "202601", "end_month": "202606"}),
    );
    let bills = reply::<GetAppleSettlementBills>(
        json!({"bill_list": [{"month": "202501", "bill_url": "https://u"}]}),
    );
    assert_eq!(bills.bill_list[0].month.as_deref(), Some("202501"));
}

#[test]
fn the_merchant_has_a_balance_and_restrictions() {
    let (sig, env) = (key().signature(), key().env());
    sends(
        &GetVirtualMerchantBalance::new(sig.clone(), env),
        "/xpay/query_biz_balance",
        json!({"env": 0}),
    );
    let balance = reply::<GetVirtualMerchantBalance>(
        json!({"balance_available": {"amount": "0.01", "currency_code": "CNY"}}),
    );
    assert_eq!(balance.balance_available.unwrap().amount.as_deref(), Some("0.01"));
    sends(&GetVirtualMerchantRestrictions::new(sig), "/xpay/query_punishment_reasons", json!({}));
    // The page says that relate_limitations is a text, and that it is a list.
    let regular = json!({"limited_functions": ["NO_PAYMENT"], "recovery_specifications": [
        {"limitation_case_id": "c", "relate_limitations": ["NO_PAYMENT"]}]});
    let restrictions = irregular_reply::<GetVirtualMerchantRestrictions>(
        json!({"limited_functions": ["NO_PAYMENT"], "recovery_specifications": [
            {"limitation_case_id": "c", "relate_limitations": "NO_PAYMENT"}]}),
        regular,
    );
    assert_eq!(restrictions.recovery_specifications[0].relate_limitations, ["NO_PAYMENT"]);
}

#[test]
fn ad_money_is_listed_and_paid_into_an_account() {
    let (sig, env) = (key().signature(), key().env());
    let time = Timestamp::from_secs;
    sends(&GetAdAccounts::new(sig.clone(), env), "/xpay/query_transfer_account", json!({"env": 0}));
    sends(
        &BindAdAccount::new(sig.clone(), env, 7, "org"),
        "/xpay/bind_transfer_accout",
        json!({"env": 0, "transfer_account_uid": 7, "transfer_account_org_name": "org"}),
    );
    let filter = AdGrantFilter::new().settle_begin(time(1)).fund_type(AdGrantReason::Incentive);
    sends(
        &GetAdGrants::new(sig.clone(), env, 1_u32, 10_u32).filter(filter),
        "/xpay/query_adver_funds",
        json!({"env": 0, "page": 1, "page_size": 10,
            "filter": {"settle_begin": 1, "fund_type": 1}}),
    );
    let charge = ChargeAdAccount::new(
        sig.clone(),
        env,
        5_u64,
        7,
        "n",
        8,
        "r1",
        time(1),
        time(2),
        AdGrantReason::General,
        true,
    );
    sends(
        &charge,
        "/xpay/create_funds_bill",
        json!({"env": 0, "transfer_amount": 5, "transfer_account_uid": 7,
            "transfer_account_name": "n", "transfer_account_agency_id": 8, "request_id": "r1",
            "settle_begin": 1, "settle_end": 2, "fund_type": 0, "authorize_advertise": 1}),
    );
    sends(
        &GetAdCharges::new(sig.clone(), env, 1_u32, 10_u32, AdChargeFilter::new(time(1), time(2))),
        "/xpay/query_funds_bill",
        json!({"env": 0, "page": 1, "page_size": 10,
            "filter": {"oper_time_begin": 1, "oper_time_end": 2}}),
    );
    let filter = AdRecoveryFilter::new(time(1), time(2)).bill_id("b");
    sends(
        &GetAdRecoveries::new(sig.clone(), env, 1_u32, 10_u32, filter),
        "/xpay/query_recover_bill",
        json!({"env": 0, "page": 1, "page_size": 10,
            "filter": {"recover_time_begin": 1, "recover_time_end": 2, "bill_id": "b"}}),
    );
    sends(
        &DownloadAdGrantOrders::new(sig, env, "f1"),
        "/xpay/download_adverfunds_order",
        json!({"env": 0, "fund_id": "f1"}),
    );
    let accounts = reply::<GetAdAccounts>(json!({"acct_list": [{"transfer_account_uid": 7,
        "state": 1, "bind_result": 2, "error_msg": "no"}]}));
    assert_eq!(accounts.acct_list[0].bind_result, Some(AdAccountBinding::Failed));
    let recoveries = reply::<GetAdRecoveries>(json!({"total_page": 1, "bill_list": [
        {"bill_id": "b", "recover_amount": 5, "refund_order_list": ["r"]}]}));
    assert_eq!(recoveries.bill_list[0].refund_order_list, ["r"]);
}

#[test]
fn complaints_are_listed_answered_and_completed() {
    let (sig, env) = (key().signature(), key().env());
    sends(
        &GetVirtualComplaints::new(sig.clone(), env, "2023-01-01", "2023-01-02", 0_u32, 10_u32),
        "/xpay/get_complaint_list",
        json!({"env": 0, "begin_date": "2023-01-01", "end_date": "2023-01-02", "offset": 0,
            "limit": 10}),
    );
    sends(
        &GetVirtualComplaint::new(sig.clone(), env, "c"),
        "/xpay/get_complaint_detail",
        json!({"env": 0, "complaint_id": "c"}),
    );
    sends(
        &GetVirtualComplaintHistory::new(sig.clone(), env, "c", 0_u32, 10_u32),
        "/xpay/get_negotiation_history",
        json!({"env": 0, "complaint_id": "c", "offset": 0, "limit": 10}),
    );
    sends(
        &ReplyToVirtualComplaint::new(sig.clone(), env, "c", "sorry", ["f1".to_owned()]),
        "/xpay/response_complaint",
        json!({"env": 0, "complaint_id": "c", "response_content": "sorry",
            "response_images": ["f1"]}),
    );
    sends(
        &CompleteVirtualComplaint::new(sig.clone(), env, "c"),
        "/xpay/complete_complaint",
        json!({"env": 0, "complaint_id": "c"}),
    );
    sends(
        &UploadVirtualPaymentImage::new(sig.clone(), env, "a.png").img_url("https://u"),
        "/xpay/upload_vp_file",
        json!({"env": 0, "img_url": "https://u", "file_name": "a.png"}),
    );
    sends(
        &SignComplaintImage::new(sig, env, "https://i", true, "c"),
        "/xpay/get_upload_file_sign",
        json!({"env": 0, "wxpay_url": "https://i", "convert_cos": true, "complaint_id": "c"}),
    );
    let found = reply::<GetVirtualComplaint>(json!({"complaint": {"complaint_id": "c",
        "complaint_state": "PENDING", "problem_type": "REFUND", "apply_refund_amount": 600,
        "complaint_order_info": [{"wxa_out_trade_no": "order_0001", "amount": 600}],
        "user_tag_list": ["TRUSTED"]}}));
    assert_eq!(found.complaint.complaint_state, Some(VirtualComplaintState::Pending));
    assert_eq!(found.complaint.problem_type, Some(VirtualComplaintProblem::Refund));
}

#[test]
fn goods_of_a_group_and_of_a_subscription_are_to_be_delivered() {
    let deliver: XPayGoodsDeliver = event(
        "xpay_goods_deliver_notify",
        "<OpenId>oAnn</OpenId><OutTradeNo>t</OutTradeNo><Env>0</Env>\
         <GoodsInfo><ProductId>p</ProductId><Quantity>1</Quantity></GoodsInfo>\
         <TeamInfo><ActivityId>a</ActivityId><TeamId>t</TeamId><TeamType>1</TeamType>\
         <TeamAction>0</TeamAction></TeamInfo>\
         <AppleSubscriptionInfo><OriginalTransactionId>2</OriginalTransactionId>\
         <AutoRenewStatus>1</AutoRenewStatus><RenewalDate>1775226245000</RenewalDate>\
         </AppleSubscriptionInfo>",
    );
    assert_eq!(deliver.team.unwrap().team_type, Some(1));
    assert_eq!(deliver.apple.unwrap().auto_renew_status, Some(AppleRenewal::On));
}

#[test]
fn the_contract_of_a_subscription_was_signed() {
    let signing: XPaySubscriptionSigning = event(
        "xpay_subscribe_signing_result_notify",
        "<OpenId>oAnn</OpenId><ProductId>vip</ProductId><OutContractCode>c1</OutContractCode>",
    );
    assert_eq!(signing.out_contract_code.unwrap().as_str(), "c1");
    // Nothing of it is certain.
    let signing: XPaySubscriptionSigning = event("xpay_subscribe_signing_result_notify", "");
    assert_eq!(signing.open_id, None);
}

#[test]
fn a_charge_of_a_subscription_has_failed() {
    let failed: XPaySubscriptionPayFail = event(
        "xpay_subscribe_pay_fail_notify",
        "<OpenId>oAnn</OpenId><OutTradeNo>t</OutTradeNo><Env>0</Env><GoodsInfo>\
         <ProductId>vip</ProductId><Quantity>1</Quantity><SubscribePeriodDays>31</SubscribePeriodDays>\
         </GoodsInfo><ContractWxAppid>wx1</ContractWxAppid>",
    );
    assert_eq!(failed.goods.unwrap().subscribe_period_days, Some(31));
}

#[test]
fn a_user_subscribes_and_unsubscribes_with_apple() {
    let signed: XPayAppleSubscriptionSigned = event(
        "xpay_apple_subscribe_signing_result_notify",
        "<OpenId>oAnn</OpenId><Attach>uid=1</Attach><AppleSubscriptionInfo>\
         <OriginalTransactionId>2</OriginalTransactionId><ProductId>vip</ProductId>\
         <AutoRenewStatus>1</AutoRenewStatus><RenewalDate>1775226245000</RenewalDate>\
         <SignedTime>1775226065000</SignedTime></AppleSubscriptionInfo>",
    );
    assert_eq!(signed.apple.unwrap().signed_time, Some(1_775_226_065_000));
    let unsigned: XPayAppleSubscriptionUnsigned = event(
        "xpay_apple_subscribe_unsigning_result_notify",
        "<OpenId>oAnn</OpenId><Action>unsubscribe</Action><AppleSubscriptionInfo>\
         <AutoRenewStatus>0</AutoRenewStatus><UnsignedTime>1775226065000</UnsignedTime>\
         </AppleSubscriptionInfo>",
    );
    assert_eq!(unsigned.apple.unwrap().auto_renew_status, Some(AppleRenewal::Off));
}

#[test]
fn a_user_complains() {
    let complaint: XPayComplaint = event(
        "xpay_complaint_notify",
        "<OpenId>oAnn</OpenId><WxOrderId>w</WxOrderId><MchOrderId>t</MchOrderId>\
         <ComplaintTime>1700000000</ComplaintTime><RetryTimes>0</RetryTimes>\
         <RequestId>r</RequestId>",
    );
    assert_eq!(complaint.complaint_time, Some(Timestamp::from_secs(1_700_000_000)));
}

#[test]
fn every_event_is_acknowledged_only_if_it_was_handled() {
    for event in [
        "xpay_goods_deliver_notify",
        "xpay_complaint_notify",
        "xpay_subscribe_signing_result_notify",
        "xpay_subscribe_pay_fail_notify",
        "xpay_apple_subscribe_signing_result_notify",
        "xpay_apple_subscribe_unsigning_result_notify",
    ] {
        let class = push_class(Product::Mini, &Kind::Event { event, change: None });
        assert!(class.only_if_handled(), "{event}");
    }
}
