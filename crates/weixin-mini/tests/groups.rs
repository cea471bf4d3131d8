//! What the groups send and read, in the platform's form.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    Account, AccountId, Endpoint, FilePart, Paged, Timestamp,
    wire::{self, ApiResponse, Body, IncomingRequest},
};
use weixin_mini::{
    MiniProgram, analytics::*, cloud_sms::*, form_message::*, hardware_device::*,
    instant_delivery::*, intracity::*, live::*, login::*, logistics::*, plugin::*, promoter::*,
    security::*, shipping::*, shopping_order::*, updatable_message::*, user_storage::*,
    virtual_payment::*, vod::*, waybill::*,
};
use weixin_protocol::Secret;

// Computed with another program.
const PAY_SIG: &str = "7f0e16a9488b010526c46d09b96e4827d8892c0a8e5123f156f96e381a619afa";
const SIGNATURE: &str = "44da9850d69fb3ee59b9240c2b0b05c9f90b0c9b10ded0b83388b4f8b8d80310";
const PAY_EVENT_SIG: &str = "e4cf0ab69b4a1c1d87b6d289ef775ad9999ed8dbd4cf74ca8816b78cf21e8f62";

fn account() -> AccountId {
    MiniProgram::new("wx1", "s").id()
}

/// Method, target and body of a request, after the other side has read and written it.
fn sent<E: Endpoint>(request: &E) -> (String, Value) {
    let json = |call: &wire::ApiRequest| match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    };
    let call = wire::write_call(request, &account()).unwrap();
    let (target, body) = (call.target(None), json(&call));
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let incoming = IncomingRequest {
        method: Some(call.method()),
        path,
        query,
        content_type: None,
        body: &body,
    };
    let back = wire::write_call(&wire::read_call::<E>(incoming).unwrap(), &account()).unwrap();
    // What was filled in or signed comes last only where it is made.
    let parts = |target: &str| {
        let mut parts: Vec<_> = target.split(['?', '&']).map(str::to_owned).collect();
        parts.sort_unstable();
        parts
    };
    let read = |body: &Bytes| serde_json::from_slice::<Value>(body).unwrap_or_default();
    assert_eq!(parts(&back.target(None)), parts(&target));
    assert_eq!(read(&json(&back)), read(&body));
    (format!("{} {target}", call.method()), read(&body))
}

fn reply<E: Endpoint>(json: Value) -> E::Reply {
    wire::read_reply::<E>(ApiResponse::json(json.to_string())).unwrap()
}

#[test]
fn shipping_and_shopping() {
    let parcel = ShippedParcel::new().express_company("STO").tracking_no("7");
    let upload = UploadShippingInfo::new(
        OrderKey::by_trade_no("m", "t"),
        LogisticsType::Express,
        DeliveryMode::Unified,
        [parcel],
        "2022-12-15T13:29:35.120+08:00",
        Payer::new("oAnn"),
    );
    let (target, body) = sent(&upload);
    assert_eq!(target, "POST /wxa/sec/order/upload_shipping_info");
    assert_eq!(
        body["order_key"],
        json!({"order_number_type": 1, "mchid": "m", "out_trade_no": "t"})
    );
    assert_eq!((&body["logistics_type"], &body["delivery_mode"]), (&json!(1), &json!(1)));
    let (_, body) = sent(&GetTradeManaged::new());
    assert_eq!(body, json!({"appid": "wx1"}));
    let orders = reply::<GetShippingOrders>(json!({"last_index": "9", "has_more": true,
        "order_list": [{"transaction_id": "4", "order_state": 6, "shipping": {}}]}));
    let (found, next) = GetShippingOrders::new().page_size(1).split_page(orders);
    assert_eq!(found[0].order_state, Some(ShippingOrderState::Unsettled));
    assert_eq!(sent(&next.unwrap()).1, json!({"last_index": "9", "page_size": 1}));
    let link = ShoppingLink::new(ShoppingLinkKind::MiniProgram).path("p");
    assert_eq!(serde_json::to_value(link).unwrap(), json!({"type": "MINI_PROGRAM", "path": "p"}));
}

#[test]
fn payments_are_signed_with_both_keys() {
    let key = VirtualPaymentKey::live("12345");
    let session_key = Secret::new("9hAb/NEYUlkaMBEsmFgzig==");
    let pay = PayWithCoins::new(key.signature(), &session_key, key.env(), "oAnn", "order1", 5);
    let (target, body) = sent(&pay);
    let (path, query) = target.split_once('?').unwrap();
    assert_eq!(path, "POST /xpay/currency_pay");
    assert!(query.starts_with("pay_sig=") && query.contains("&signature="), "{query}");
    assert_eq!(body, json!({"env": 0, "openid": "oAnn", "order_id": "order1", "amount": 5}));
    let order = GetVirtualOrder::new(key.signature(), key.env()).order_id("o");
    assert!(!sent(&order).0.contains("&signature="));

    let order = VirtualPaymentOrder::goods("1", "t", "sword", 1, 600);
    let signed = VirtualPaymentKey::sandbox("12345").sign(&session_key, order).unwrap();
    assert_eq!(
        signed.sign_data,
        r#"{"offerId":"1","buyQuantity":1,"env":1,"currencyType":"CNY","productId":"sword","goodsPrice":600,"outTradeNo":"t"}"#
    );
    assert_eq!(signed.mode, PaymentMode::Goods);
    assert_eq!(signed.pay_sig, PAY_SIG);
    assert_eq!(signed.signature, SIGNATURE);

    let mut notice = MiniGameNotice::new("{\"OpenId\":\"oAnn\"}");
    assert!(!key.signed(&notice));
    notice.pay_event_sig = Some(PAY_EVENT_SIG.to_owned());
    assert!(key.signed(&notice));
    notice.payload.push(' ');
    assert!(!key.signed(&notice));
}

#[test]
fn session_keys_sign_and_stay() {
    let key = Secret::new("tiihtNczf5v6AKRyjwEUhQ==");
    let signature = "7154f9f8b4b76b92f541cbf0e37d48840fa06e5e42da92a6f80168a1516a4735";
    let check = CheckSessionKey::new("oAnn", &key);
    let (target, _) = sent(&check);
    assert_eq!(
        target,
        format!("GET /wxa/checksession?openid=oAnn&sig_method=hmac_sha256&signature={signature}")
    );
    assert!(!format!("{check:?}").contains("tiihtNczf5v6AKRyjwEUhQ"));
    let store = SetUserStorage::new(&key, "oAnn", [StoredValue::new("k", "v")]);
    let (target, body) = sent(&store);
    assert!(target.contains("&signature=") && !target.contains(signature), "{target}");
    assert_eq!(body, json!({"kv_list": [{"key": "k", "value": "v"}]}));
}

#[test]
fn videos_and_live_rooms() {
    let upload = UploadVideoPart::new("u", 2, VideoPartKind::Cover, FilePart::image("x"));
    let call = wire::write_call(&upload, &account()).unwrap();
    let Body::Multipart(parts) = call.body() else { panic!("not multipart") };
    let names: Vec<_> = parts.iter().map(wire::Part::name).collect();
    assert_eq!(names, ["upload_id", "part_number", "resource_type", "data"]);
    let video = reply::<GetVideo>(json!({"media_info": {"media_id": 20001, "duration": "64",
        "audit_detail": {"status": 3, "evidence_material_id_list": null}}}));
    let audit = video.media_info.audit_detail.unwrap();
    assert_eq!(audit.status, Some(VideoAuditStatus::Approved));

    let (begin, end) = (Timestamp::from_secs(10), Timestamp::from_secs(20));
    let room = CreateLiveRoom::new("n", "c", begin, end, "a", "w", "s", "f", LiveKind::Phone)
        .close_like(true)
        .close_kf(false);
    let (_, body) = sent(&room);
    assert_eq!(
        (&body["closeLike"], &body["closeGoods"], &body["closeKf"]),
        (&json!(1), &json!(0), &json!(0))
    );
    assert_eq!((&body["startTime"], &body["type"]), (&json!(10), &json!(0)));
    assert_eq!(sent(&GetLivePushUrl::new(7)).0, "GET /wxaapi/broadcast/room/getpushurl?roomId=7");
    let rooms =
        json!({"total": 2, "room_info": [{"roomid": 1, "live_status": 103, "close_like": 1}]});
    let (rooms, next) = GetLiveRooms::new(0, 1).split_page(reply::<GetLiveRooms>(rooms));
    assert_eq!((rooms[0].live_status, rooms[0].close_like), (Some(LiveStatus::Ended), Some(true)));
    assert_eq!(sent(&next.unwrap()).1, json!({"start": 1, "limit": 1}));
}

#[test]
fn parcels_and_deliveries() {
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
    let (target, body) = sent(&order);
    assert_eq!(target, "POST /cgi-bin/express/business/order/add");
    assert_eq!((&body["add_source"], &body["insured"]["use_insured"]), (&json!(2), &json!(1)));
    let path = reply::<GetExpressPath>(json!({"path_item_num": 1, "path_item_list":
        [{"action_time": 1533052800, "action_type": 300003, "action_msg": "签收"}]}));
    assert_eq!(path.path_item_list[0].action_type, Some(ExpressAction::Delivered));
    let traced = reply::<QueryTrace>(json!({"waybill_info": {"status": "4", "waybill_id": "7"}}));
    assert_eq!(traced.waybill_info.unwrap().status, Some(WaybillStatus::Delivered));
    let (_, body) = sent(&SetIntracityPayMode::new(IntracityPayMode::App));
    assert_eq!(body, json!({"appid": "wx1", "pay_mode": "PAY_MODE_APP"}));
    let (_, body) = sent(&AddInstantTips::new("o", "7", 1.5).shopid("s"));
    assert_eq!(body, json!({"shopid": "s", "shop_order_id": "o", "waybill_id": "7", "tips": 1.5}));
}

#[test]
fn other_groups() {
    let (_, body) = sent(&ManagePlugin::new(PluginAction::Apply).plugin_appid("wx2").reason("r"));
    assert_eq!(body, json!({"action": "apply", "plugin_appid": "wx2", "reason": "r"}));
    let (_, body) = sent(&GetPromoters::new().need_unionid(true));
    assert_eq!(body, json!({"need_unionid": 1}));
    let parameter = UpdatableParameter::new(UpdatableParameterName::RoomLimit, "5");
    let template = UpdatableTemplate::new([parameter]);
    let (_, body) = sent(&SetUpdatableMessage::new("a", ActivityState::Open, template));
    let list = json!([{"name": "room_limit", "value": "5"}]);
    assert_eq!(
        body,
        json!({"activity_id": "a", "target_state": 0, "template_info": {"parameter_list": list}})
    );
    let (_, body) = sent(&SendDeviceMessage::new(["oAnn".into()], "t").sn("1").model_id("m"));
    assert_eq!(
        body,
        json!({"to_openid_list": ["oAnn"], "template_id": "t", "sn": "1", "modelId": "m"})
    );
    let query = CloudSmsQuery::new("e", "2020-08-01", "2020-08-02").page_size(10);
    let (_, body) = sent(&GetCloudSmsRecords::new(query));
    assert_eq!(body["PostData"]["PageSize"], 10);
    let (_, body) = sent(&AddFormTemplate::new("AT0002", [3, 4].map(KeywordId::new)));
    assert_eq!(body, json!({"id": "AT0002", "keyword_id_list": [3, 4]}));
    let (_, body) = sent(&GetUserRiskRank::new("oAnn", RiskScene::Promotion));
    assert_eq!(body, json!({"appid": "wx1", "openid": "oAnn", "scene": 1}));
    let portrait = reply::<GetUserPortrait>(json!({"ref_date": "20170611-20170617",
        "visit_uv": {"genders": [{"id": 1, "name": "男", "value": 2146}]}}));
    assert_eq!(portrait.visit_uv.unwrap().genders[0].value, Some(2146));
}
