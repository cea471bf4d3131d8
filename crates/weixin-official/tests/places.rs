//! Beacons, Wi-Fi and devices, as they travel.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{ErrCode, FilePart, ReplyForm, Timestamp, wire::ApiResponse};
use weixin_official::{device::*, shake_around::*, wifi::*};
use weixin_protocol::Product;
use weixin_wire_tests::{event, file, irregular_push, irregular_reply, message, reply};

use crate::common::calls;

#[test]
fn a_beacon_named_by_its_signal_shows_pages() {
    let name = BeaconName::by_signal("FDA5", 10001, 12102);
    let beacon = json!({"uuid": "FDA5", "major": 10001, "minor": 12102});
    let pages = SetBeaconPages::new(name, [7.into(), 8.into()]);
    let wanted = json!({"device_identifier": beacon, "page_ids": [7, 8]});
    calls().sends(&pages, "POST /shakearound/device/bindpage", wanted);
}

#[test]
fn an_application_for_beacons_is_waiting() {
    let applied = reply::<ApplyBeacons>(
        json!({"data": {"apply_id": 123, "audit_status": 1, "audit_comment": "审核中"}}),
    );
    assert_eq!(applied.data.audit_status, BeaconAudit::Waiting);
}

#[test]
fn beacons_of_an_application_are_listed_by_the_last_one() {
    let search = SearchBeacons::new(BeaconQuery::ByApplication).apply_id(9).last_seen(0).count(1);
    let pages = [
        json!({"data": {"devices": [{"comment": "", "device_id": 10097, "major": 10001,
            "minor": 12102, "status": 1, "last_active_time": 1437276018, "poi_id": 0,
            "uuid": "FDA5"}], "total_count": 2}}),
        json!({"data": {"devices": [], "total_count": 2}}),
    ];
    let (beacons, sent) = calls().paged(search, pages);
    assert_eq!((beacons.len(), beacons[0].status), (1, Some(BeaconState::Seen)));
    assert_eq!(sent[1].1, json!({"type": 3, "apply_id": 9, "last_seen": 10097, "count": 1}));
}

#[test]
fn pages_are_listed_by_offset() {
    let pages = [
        json!({"data": {"pages": [{"page_id": 1, "title": "t"}], "total_count": 1}}),
        json!({"data": {"pages": [], "total_count": 1}}),
    ];
    let (found, sent) = calls().paged(SearchShakePages::new(ShakePageQuery::All), pages);
    assert_eq!(found.len(), 1);
    assert_eq!(sent[1].1, json!({"type": 2, "begin": 1}));
}

#[test]
fn pages_that_were_asked_for_have_no_next_page() {
    let some = SearchShakePages::new(ShakePageQuery::ByNumber).page_ids([1.into()]);
    let page = json!({"data": {"pages": [{"page_id": 1, "title": "t"}], "total_count": 1}});
    assert_eq!(calls().paged(some, [page]).0.len(), 1);
}

#[test]
fn an_icon_is_uploaded() {
    let upload = UploadShakePicture::new(FilePart::image("x")).kind(ShakePictureKind::Icon);
    let picture = json!({"media": file("image.jpg", "image/jpeg", "x")});
    calls().sends(&upload, "POST /shakearound/material/add?type=icon", picture);
}

#[test]
fn a_ticket_tells_who_shook() {
    let ask = GetShakeInfo::new("T").need_poi(true);
    calls().sends(
        &ask,
        "POST /shakearound/user/getshakeinfo",
        json!({"ticket": "T", "need_poi": 1}),
    );
}

#[test]
fn who_shook_is_read_from_names_with_blanks() {
    // The documentation's own example has blanks in two names.
    let answer = r#"{"data":{"page_id ":14211,"beacon_info":{"distance":55.5,"major":1,"minor":2,
        "uuid":"FDA5"},"openid":"o"," poi_id":1234},"errcode":0}"#;
    let regular = json!({"data": {"page_id": 14211, "openid": "o", "poi_id": 1234,
        "beacon_info": {"distance": 55.5, "major": 1, "minor": 2, "uuid": "FDA5"}}});
    let shake = irregular_reply::<GetShakeInfo>(answer, regular).data;
    assert_eq!((shake.page_id, shake.poi_id), (Some(14211.into()), Some(1234.into())));
    assert_eq!(shake.beacon_info.unwrap().distance, Some(55.5));
}

#[test]
fn a_beacon_named_by_its_number_has_statistics() {
    let (from, until) = (Timestamp::from_secs(1), Timestamp::from_secs(2));
    let wanted = json!({"device_identifier": {"device_id": 5}, "begin_date": 1, "end_date": 2});
    let ask = GetBeaconStatistics::new(BeaconName::by_number(5), from, until);
    calls().sends(&ask, "POST /shakearound/statistics/device", wanted);
}

#[test]
fn a_user_shook_near_several_beacons() {
    let shaken: UserShake = event(
        "ShakearoundUserShake",
        "<ChosenBeacon><Uuid>u</Uuid><Major>1</Major><Minor>2</Minor><Distance>0.057</Distance>\
         </ChosenBeacon><AroundBeacons><AroundBeacon><Uuid>v</Uuid><Major>3</Major>\
         <Minor>4</Minor><Distance>166.816</Distance></AroundBeacon></AroundBeacons>",
    );
    assert_eq!((shaken.chosen.distance, shaken.around[0].major), (Some(0.057), 3));
}

#[test]
fn stores_with_wifi_are_listed_by_page_number() {
    let pages = [1, 2].map(|index| {
        json!({"data": {"totalcount": 3, "pageindex": index, "pagecount": 2,
            "records": [{"shop_id": 429620, "shop_name": "南山店", "ssid": "WX123",
            "ssid_list": ["WX123"], "protocol_type": 4, "sid": "", "poi_id": "285633617"}]}})
    });
    let (shops, sent) = calls().paged(GetWifiShops::new().pagesize(2), pages);
    assert_eq!((shops.len(), shops[0].protocol_type), (2, Some(WifiKind::Password)));
    assert_eq!(sent[1].1, json!({"pageindex": 2, "pagesize": 2}));
}

#[test]
fn the_password_of_a_network_is_not_shown() {
    let add = AddWifiDevice::new(429620, "WX123", "12345689");
    assert!(!format!("{add:?}").contains("12345689"));
    let wanted = json!({"shop_id": 429620, "ssid": "WX123", "password": "12345689"});
    calls().sends(&add, "POST /bizwifi/device/add", wanted);
}

#[test]
fn a_store_has_a_homepage_of_its_own() {
    let page =
        SetWifiHomepage::new(1, WifiHomepageKind::Custom).structure(WifiHomepageUrl::new("u"));
    let wanted = json!({"shop_id": 1, "template_id": 1, "struct": {"url": "u"}});
    calls().sends(&page, "POST /bizwifi/homepage/set", wanted);
}

#[test]
fn a_store_with_wifi_has_a_bar() {
    let shop = reply::<GetWifiShop>(json!({"data": {"shop_name": "n", "ssid": "WX1",
        "ssid_password_list": [{"ssid": "WX1", "password": "p"}], "password": "p", "ap_count": 2,
        "template_id": 1, "homepage_url": "u", "bar_type": 3}}));
    assert_eq!(shop.data.bar_type, Some(WifiBar::ConnectedShop));
}

#[test]
fn connections_of_all_stores_are_counted() {
    let days = reply::<GetWifiStatistics>(json!({"data": [{"shop_id": "-1",
        "statis_time": 1430409600000_u64, "total_user": 2, "wxconnect_user": 8}]}));
    assert_eq!((days.data[0].shop_id, days.data[0].wxconnect_user), (-1, Some(8)));
}

#[test]
fn a_user_connected_to_the_wifi_of_a_store() {
    let connected: WifiConnected = event(
        "WifiConnected",
        "<ConnectTime>0</ConnectTime><ExpireTime>0</ExpireTime><VendorId>3001224419</VendorId>\
         <ShopId>1234</ShopId><DeviceNo>00:1f</DeviceNo>",
    );
    assert_eq!(
        (connected.shop_id, connected.connect_time),
        (Some(1234.into()), Timestamp::from_secs(0))
    );
}

#[test]
fn the_store_with_wifi_may_have_the_name_of_a_place() {
    let connected: WifiConnected = irregular_push(
        "<xml><MsgType>event</MsgType><Event>WifiConnected</Event><ConnectTime>0</ConnectTime>\
         <ExpireTime>0</ExpireTime><VendorId>3001224419</VendorId><PlaceId>1234</PlaceId>\
         <DeviceNo>00:1f</DeviceNo></xml>",
    );
    assert_eq!(connected.shop_id, Some(1234.into()));
}

#[test]
fn devices_are_authorized_with_numbers_in_texts() {
    let device = DeviceProperties::new("d1", "123456789ABC", "3");
    let register = AuthorizeDevices::new(1, [device], DeviceOperation::Update);
    let wanted = json!({"device_num": "1", "device_list": [{"id": "d1", "mac": "123456789ABC",
        "connect_protocol": "3", "auth_key": "", "close_strategy": "1", "conn_strategy": "1",
        "crypt_method": "0", "auth_ver": "0", "manu_mac_pos": "-1", "ser_mac_pos": "-2"}],
        "op_type": "1"});
    calls().sends(&register, "POST /device/authorize_device", wanted);
}

#[test]
fn authorized_devices_have_results() {
    let result = reply::<AuthorizeDevices>(json!({"resp": [{"base_info": {"device_type": "gh_1",
        "device_id": "d1"}, "errcode": 0, "errmsg": "ok"}]}));
    assert_eq!(result.resp[0].base_info.device_id, "d1");
}

#[test]
fn a_qr_code_for_a_device_is_made() {
    calls().sends(&GetDeviceQrCode::new(), "GET /device/getqrcode", Value::Null);
    let made = reply::<GetDeviceQrCode>(json!({"base_resp": {"errcode": 0, "errmsg": "ok"},
        "deviceid": "gh_1_x", "qrticket": "http://we.qq.com/d/T"}));
    assert_eq!(made.deviceid, Some("gh_1_x".into()));
}

#[test]
fn a_device_is_bound_to_a_user() {
    let bind = BindDevice::new("T", "d1", "o");
    let wanted = json!({"ticket": "T", "device_id": "d1", "openid": "o"});
    calls().sends(&bind, "POST /device/bind", wanted);
}

#[test]
fn a_binding_has_its_result_in_a_group() {
    let bound = reply::<BindDevice>(json!({"base_resp": {"errcode": 0, "errmsg": "ok"}}));
    assert_eq!(bound.base_resp.errcode, 0);
}

#[test]
fn a_refused_binding_is_an_error() {
    let answer = ApiResponse::json(r#"{"base_resp":{"errcode":-1,"errmsg":"busy"}}"#);
    let error = answer.checked(ReplyForm::Json, Product::Official).unwrap_err();
    assert_eq!(error.code(), Some(ErrCode::new(-1)));
}

#[test]
fn the_state_of_a_device_is_read() {
    let state = reply::<GetDeviceState>(json!({"status": 2, "status_info": "bind"}));
    assert_eq!(state.status, DeviceState::Bound);
}

#[test]
fn users_of_a_device_are_read() {
    let users = json!({"open_id": ["a", "b"], "resp_msg": {"ret_code": 0, "error_info": "ok"}});
    assert_eq!(reply::<GetUsersOfDevice>(users).open_id.len(), 2);
}

#[test]
fn the_address_of_a_device_has_a_custom_part() {
    assert_eq!(device_qrcode_url("T", Some("shop")), "https://we.qq.com/d/T#shop");
}

#[test]
fn hardware_is_registered_by_its_serial_number() {
    let serial = RegisterHardware::new(1, [HardwareSerial::new("x1")]);
    let wanted = json!({"product_id": 1, "iot_device_list": [{"sn": "x1"}]});
    calls().sends(&serial, "POST /ilink/api/cloud_register_device", wanted);
}

#[test]
fn a_qr_code_for_hardware_has_a_scene() {
    let payload = HardwareQrCodePayload::new().ticket_scene(HardwareTicketScene::Public);
    let code = GetHardwareQrCode::new("x@ilink.im.sdk").payload(payload);
    let wanted = json!({"ilink_im_sdk_id": "x@ilink.im.sdk", "payload": {"ticket_scene": 4}});
    calls().sends(&code, "POST /ilink/api/mmiot/get_device_qrcode", wanted);
}

#[test]
fn a_device_sends_a_message() {
    let device = "<DeviceType>gh_1</DeviceType><DeviceID>d1</DeviceID>";
    let more = "<SessionID>5</SessionID><OpenID>o</OpenID>";
    let fields = format!("{device}<Content>aGk=</Content>{more}<MsgId>7</MsgId>");
    let said: DeviceMessage = message("device_text", &fields);
    assert_eq!((&*said.content, said.header.msg_id.as_deref()), ("aGk=", Some("7")));
}

#[test]
fn a_device_was_bound() {
    let device = "<DeviceType>gh_1</DeviceType><DeviceID>d1</DeviceID>";
    let more = "<SessionID>5</SessionID><OpenID>o</OpenID>";
    let fields = format!("{device}<Content>aGk=</Content>{more}");
    let bound: DeviceBound = message("device_event", &format!("<Event>bind</Event>{fields}"));
    assert_eq!((bound.device_id.as_str(), bound.open_id.unwrap()), ("d1", "o".into()));
}

#[test]
fn a_device_was_unbound() {
    let device = "<DeviceType>gh_1</DeviceType><DeviceID>d1</DeviceID>";
    let more = "<SessionID>5</SessionID><OpenID>o</OpenID>";
    let fields = format!("{device}<Content>aGk=</Content>{more}");
    let unbound: DeviceUnbound = message("device_event", &format!("<Event>unbind</Event>{fields}"));
    assert_eq!(unbound.session_id, Some("5".into()));
}

#[test]
fn a_user_wants_the_state_of_a_device() {
    let device = "<DeviceType>gh_1</DeviceType><DeviceID>d1</DeviceID>";
    let fields = format!("{device}<OpType>2</OpType><OpenID>o</OpenID>");
    let wanted: DeviceStatusWanted =
        message("device_event", &format!("<Event>subscribe_status</Event>{fields}"));
    assert_eq!(wanted.op_type, Some(DeviceStatusOperation::Subscribe));
}

#[test]
fn a_user_no_longer_wants_the_state_of_a_device() {
    let device = "<DeviceType>gh_1</DeviceType><DeviceID>d1</DeviceID>";
    let fields = format!("{device}<OpType>2</OpType><OpenID>o</OpenID>");
    let unwanted: DeviceStatusUnwanted =
        message("device_event", &format!("<Event>unsubscribe_status</Event>{fields}"));
    assert_eq!(unwanted.device_type, "gh_1");
}
