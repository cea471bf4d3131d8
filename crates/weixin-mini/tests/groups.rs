//! What the groups send and read, in the platform's form.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::json;
use weixin_api::{Account, FilePart, Timestamp};
use weixin_mini::{
    MiniProgram, analytics::*, cloud_sms::*, form_message::*, hardware_device::*,
    instant_delivery::*, intracity::*, live::*, login::*, logistics::*, plugin::*, promoter::*,
    security::*, shipping::*, shopping_order::*, updatable_message::*, user_storage::*,
    virtual_payment::*, vod::*, waybill::*,
};
use weixin_protocol::Secret;
use weixin_wire_tests::{RoundTrip, file, reply};

// Computed with another program.
const PAY_SIG: &str = "7f0e16a9488b010526c46d09b96e4827d8892c0a8e5123f156f96e381a619afa";
const SIGNATURE: &str = "44da9850d69fb3ee59b9240c2b0b05c9f90b0c9b10ded0b83388b4f8b8d80310";
const PAY_EVENT_SIG: &str = "e4cf0ab69b4a1c1d87b6d289ef775ad9999ed8dbd4cf74ca8816b78cf21e8f62";

/// Calls of the account `wx1`.
fn calls() -> RoundTrip {
    RoundTrip::of(MiniProgram::new("wx1", "s").id())
}

#[test]
fn an_order_is_shipped_with_a_parcel() {
    let parcel = ShippedParcel::new().express_company("STO").tracking_no("7");
    let upload = UploadShippingInfo::new(
        OrderKey::by_trade_no("m", "t"),
        LogisticsType::Express,
        DeliveryMode::Unified,
        [parcel],
        "2022-12-15T13:29:35.120+08:00",
        Payer::new("oAnn"),
    );
    let (target, body) = calls().sent(&upload);
    assert_eq!(target, "POST /wxa/sec/order/upload_shipping_info");
    assert_eq!(
        body["order_key"],
        json!({"order_number_type": 1, "mchid": "m", "out_trade_no": "t"})
    );
    assert_eq!((&body["logistics_type"], &body["delivery_mode"]), (&json!(1), &json!(1)));
}

#[test]
fn the_calling_account_asks_whether_its_trade_is_managed() {
    calls().sends(
        &GetTradeManaged::new(),
        "POST /wxa/sec/order/is_trade_managed",
        json!({"appid": "wx1"}),
    );
}

#[test]
fn orders_are_listed_by_their_last_index() {
    let pages = [
        json!({"last_index": "9", "has_more": true,
            "order_list": [{"transaction_id": "4", "order_state": 6, "shipping": {}}]}),
        json!({"last_index": "9", "has_more": false, "order_list": []}),
    ];
    let (orders, sent) = calls().paged(GetShippingOrders::new().page_size(1), pages);
    assert_eq!(orders[0].order_state, Some(ShippingOrderState::Unsettled));
    assert_eq!(sent[1].1, json!({"last_index": "9", "page_size": 1}));
}

#[test]
fn a_shopping_link_leads_to_a_page_of_a_mini_program() {
    let link = ShoppingLink::new(ShoppingLinkKind::MiniProgram).path("p");
    assert_eq!(serde_json::to_value(link).unwrap(), json!({"type": "MINI_PROGRAM", "path": "p"}));
}

#[test]
fn a_payment_with_coins_is_signed_with_both_keys() {
    let key = VirtualPaymentKey::live("12345");
    let session_key = Secret::new("9hAb/NEYUlkaMBEsmFgzig==");
    let pay = PayWithCoins::new(key.signature(), &session_key, key.env(), "oAnn", "order1", 5);
    let (target, body) = calls().sent(&pay);
    let (path, query) = target.split_once('?').unwrap();
    assert_eq!(path, "POST /xpay/currency_pay");
    assert!(query.starts_with("pay_sig=") && query.contains("&signature="), "{query}");
    assert_eq!(body, json!({"env": 0, "openid": "oAnn", "order_id": "order1", "amount": 5}));
}

#[test]
fn a_query_of_an_order_is_signed_with_one_key() {
    let key = VirtualPaymentKey::live("12345");
    let order = GetVirtualOrder::new(key.signature(), key.env()).order_id("o");
    assert!(!calls().sent(&order).0.contains("&signature="));
}

#[test]
fn an_order_for_the_client_is_signed_with_both_keys() {
    let session_key = Secret::new("9hAb/NEYUlkaMBEsmFgzig==");
    let order = VirtualPaymentOrder::goods("1", "t", "sword", 1, 600);
    let signed = VirtualPaymentKey::sandbox("12345").sign(&session_key, order).unwrap();
    assert_eq!(
        signed.sign_data,
        r#"{"offerId":"1","buyQuantity":1,"env":1,"currencyType":"CNY","productId":"sword","goodsPrice":600,"outTradeNo":"t"}"#
    );
    assert_eq!(signed.mode, PaymentMode::Goods);
    assert_eq!(signed.pay_sig, PAY_SIG);
    assert_eq!(signed.signature, SIGNATURE);
}

#[test]
fn the_signature_of_a_notice_is_checked() {
    let key = VirtualPaymentKey::live("12345");
    let mut notice = MiniGameNotice::new("{\"OpenId\":\"oAnn\"}");
    assert!(!key.signed(&notice));
    notice.pay_event_sig = Some(PAY_EVENT_SIG.to_owned());
    assert!(key.signed(&notice));
    notice.payload.push(' ');
    assert!(!key.signed(&notice));
}

#[test]
fn a_session_key_signs_an_empty_text_and_is_not_shown() {
    let key = Secret::new("tiihtNczf5v6AKRyjwEUhQ==");
    let signature = "7154f9f8b4b76b92f541cbf0e37d48840fa06e5e42da92a6f80168a1516a4735";
    let check = CheckSessionKey::new("oAnn", &key);
    let (target, _) = calls().sent(&check);
    assert_eq!(
        target,
        format!("GET /wxa/checksession?openid=oAnn&sig_method=hmac_sha256&signature={signature}")
    );
    assert!(!format!("{check:?}").contains("tiihtNczf5v6AKRyjwEUhQ"));
}

#[test]
fn a_session_key_signs_the_body() {
    let key = Secret::new("tiihtNczf5v6AKRyjwEUhQ==");
    let signature = "7154f9f8b4b76b92f541cbf0e37d48840fa06e5e42da92a6f80168a1516a4735";
    let store = SetUserStorage::new(&key, "oAnn", [StoredValue::new("k", "v")]);
    let (target, body) = calls().sent(&store);
    assert!(target.contains("&signature=") && !target.contains(signature), "{target}");
    assert_eq!(body, json!({"kv_list": [{"key": "k", "value": "v"}]}));
}

#[test]
fn a_part_of_a_video_is_uploaded_with_its_number() {
    let upload = UploadVideoPart::new("u", 2, VideoPartKind::Cover, FilePart::image("x"));
    let expected = json!({"upload_id": "u", "part_number": "2", "resource_type": "2",
        "data": file("image.jpg", "image/jpeg", "x")});
    calls().sends(&upload, "POST /wxa/sec/vod/uploadpart", expected);
}

#[test]
fn the_audit_of_a_video_is_read() {
    let video = reply::<GetVideo>(json!({"media_info": {"media_id": 20001, "duration": "64",
        "audit_detail": {"status": 3, "evidence_material_id_list": null}}}));
    let audit = video.media_info.audit_detail.unwrap();
    assert_eq!(audit.status, Some(VideoAuditStatus::Approved));
}

#[test]
fn a_live_room_is_created_with_truth_values_as_numbers() {
    let (begin, end) = (Timestamp::from_secs(10), Timestamp::from_secs(20));
    let room = CreateLiveRoom::new("n", "c", begin, end, "a", "w", "s", "f", LiveKind::Phone)
        .close_like(true)
        .close_kf(false);
    let (_, body) = calls().sent(&room);
    assert_eq!(
        (&body["closeLike"], &body["closeGoods"], &body["closeKf"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!((&body["startTime"], &body["type"]), (&json!(10), &json!(0)));
}

#[test]
fn the_push_address_of_a_live_room_is_fetched() {
    assert_eq!(
        calls().sent(&GetLivePushUrl::new(7)).0,
        "GET /wxaapi/broadcast/room/getpushurl?roomId=7"
    );
}

#[test]
fn live_rooms_are_listed_by_start() {
    let page =
        json!({"total": 2, "room_info": [{"roomid": 1, "live_status": 103, "close_like": 1}]});
    let (rooms, sent) = calls().paged(GetLiveRooms::new(0, 1), [&page, &page]);
    assert_eq!((rooms[0].live_status, rooms[0].close_like), (Some(LiveStatus::Ended), Some(true)));
    assert_eq!(sent[1].1, json!({"start": 1, "limit": 1}));
}

#[test]
fn a_parcel_is_ordered_with_sender_and_receiver() {
    let address = || ExpressAddress::new("n", "p", "c", "a", "r").tel("1");
    let order = AddExpressOrder::new(
        "o",
        "SF",
        "b",
        ExpressSource::Elsewhere,
        address(),
        address(),
        ExpressCargo::new(1),
        ExpressInsurance::new(true, 100),
        ExpressService::new(0, "标准快递"),
    );
    let (target, body) = calls().sent(&order);
    assert_eq!(target, "POST /cgi-bin/express/business/order/add");
    assert_eq!((&body["add_source"], &body["insured"]["use_insured"]), (&json!(2), &json!(1)));
}

#[test]
fn the_path_of_a_parcel_is_read() {
    let path = reply::<GetExpressPath>(json!({"path_item_num": 1, "path_item_list":
        [{"action_time": 1533052800, "action_type": 300003, "action_msg": "签收"}]}));
    assert_eq!(path.path_item_list[0].action_type, Some(ExpressAction::Delivered));
}

#[test]
fn the_state_of_a_waybill_has_its_number_in_a_text() {
    let traced = reply::<QueryTrace>(json!({"waybill_info": {"status": "4", "waybill_id": "7"}}));
    assert_eq!(traced.waybill_info.unwrap().status, Some(WaybillStatus::Delivered));
}

#[test]
fn the_calling_account_sets_how_delivery_is_paid() {
    calls().sends(
        &SetIntracityPayMode::new(IntracityPayMode::App),
        "POST /cgi-bin/express/intracity/setpaymode",
        json!({"appid": "wx1", "pay_mode": "PAY_MODE_APP"}),
    );
}

#[test]
fn tips_are_added_to_a_delivery() {
    calls().sends(
        &AddInstantTips::new("o", "7", 1.5).shopid("s"),
        "POST /cgi-bin/express/local/business/order/addtips",
        json!({"shopid": "s", "shop_order_id": "o", "waybill_id": "7", "tips": 1.5}),
    );
}

#[test]
fn a_plugin_is_applied_for() {
    calls().sends(
        &ManagePlugin::new(PluginAction::Apply).plugin_appid("wx2").reason("r"),
        "POST /wxa/plugin",
        json!({"action": "apply", "plugin_appid": "wx2", "reason": "r"}),
    );
}

#[test]
fn promoters_are_listed_with_union_ids() {
    calls().sends(
        &GetPromoters::new().need_unionid(true),
        "POST /promoter/getpromoter",
        json!({"need_unionid": 1}),
    );
}

#[test]
fn an_updatable_message_is_changed_by_parameters() {
    let parameter = UpdatableParameter::new(UpdatableParameterName::RoomLimit, "5");
    let template = UpdatableTemplate::new([parameter]);
    let list = json!([{"name": "room_limit", "value": "5"}]);
    calls().sends(
        &SetUpdatableMessage::new("a", ActivityState::Open, template),
        "POST /cgi-bin/message/wxopen/updatablemsg/send",
        json!({"activity_id": "a", "target_state": 0, "template_info": {"parameter_list": list}}),
    );
}

#[test]
fn a_message_about_a_device_names_its_model() {
    calls().sends(
        &SendDeviceMessage::new(["oAnn".into()], "t").sn("1").model_id("m"),
        "POST /cgi-bin/message/device/subscribe/send",
        json!({"to_openid_list": ["oAnn"], "template_id": "t", "sn": "1", "modelId": "m"}),
    );
}

#[test]
fn records_of_messages_are_queried_in_a_group() {
    let query = CloudSmsQuery::new("e", "2020-08-01", "2020-08-02").page_size(10);
    let (_, body) = calls().sent(&GetCloudSmsRecords::new(query));
    assert_eq!(body["PostData"]["PageSize"], 10);
}

#[test]
fn a_template_is_added_with_keywords() {
    calls().sends(
        &AddFormTemplate::new("AT0002", [3, 4].map(KeywordId::new)),
        "POST /cgi-bin/wxopen/template/add",
        json!({"id": "AT0002", "keyword_id_list": [3, 4]}),
    );
}

#[test]
fn the_calling_account_asks_for_the_rank_of_a_user() {
    calls().sends(
        &GetUserRiskRank::new("oAnn", RiskScene::Promotion),
        "POST /wxa/getuserriskrank",
        json!({"appid": "wx1", "openid": "oAnn", "scene": 1}),
    );
}

#[test]
fn the_portrait_of_users_is_read() {
    let portrait = reply::<GetUserPortrait>(json!({"ref_date": "20170611-20170617",
        "visit_uv": {"genders": [{"id": 1, "name": "男", "value": 2146}]}}));
    assert_eq!(portrait.visit_uv.unwrap().genders[0].value, Some(2146));
}
