//! Beacons, Wi-Fi and devices, as they travel.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{account, event, push, reply, sends};
use serde_json::{Value, json};
use weixin_api::{
    FilePart, Paged, Timestamp,
    wire::{self, Body},
};
use weixin_official::{device::*, shake_around::*, wifi::*};

#[test]
fn beacons_and_what_they_show() {
    let name = BeaconName::by_signal("FDA5", 10001, 12102);
    let beacon = json!({"uuid": "FDA5", "major": 10001, "minor": 12102});
    let pages = SetBeaconPages::new(name, [7.into(), 8.into()]);
    let wanted = json!({"device_identifier": beacon, "page_ids": [7, 8]});
    sends(&pages, "/shakearound/device/bindpage", wanted);
    let applied = reply::<ApplyBeacons>(
        json!({"data": {"apply_id": 123, "audit_status": 1, "audit_comment": "审核中"}}),
    );
    assert_eq!(applied.data.audit_status, BeaconAudit::Waiting);
    let search = SearchBeacons::new(BeaconQuery::ByApplication).apply_id(9).last_seen(0).count(1);
    let found = json!({"data": {"devices": [{"comment": "", "device_id": 10097, "major": 10001,
        "minor": 12102, "status": 1, "last_active_time": 1437276018, "poi_id": 0, "uuid": "FDA5"}],
        "total_count": 2}});
    let (beacons, next) = search.split_page(reply::<SearchBeacons>(found));
    assert_eq!(beacons[0].status, Some(BeaconState::Seen));
    let next = next.unwrap();
    let wanted = json!({"type": 3, "apply_id": 9, "last_seen": 10097, "count": 1});
    sends(&next, "/shakearound/device/search", wanted);
    let end = json!({"data": {"devices": [], "total_count": 2}});
    assert!(next.split_page(reply::<SearchBeacons>(end)).1.is_none());
    let page = json!({"data": {"pages": [{"page_id": 1, "title": "t"}], "total_count": 1}});
    let all = SearchShakePages::new(ShakePageQuery::All);
    let (_, next) = all.split_page(reply::<SearchShakePages>(page.clone()));
    sends(&next.unwrap(), "/shakearound/page/search", json!({"type": 2, "begin": 1}));
    let some = SearchShakePages::new(ShakePageQuery::ByNumber).page_ids([1.into()]);
    assert!(some.split_page(reply::<SearchShakePages>(page)).1.is_none());

    let upload = UploadShakePicture::new(FilePart::image("x")).kind(ShakePictureKind::Icon);
    let call = wire::write_call(&upload, &account()).unwrap();
    assert_eq!(call.target(None), "/shakearound/material/add?type=icon");
    assert!(matches!(call.body(), Body::Multipart(parts) if parts[0].name() == "media"));
}

#[test]
fn who_shook() {
    let ask = GetShakeInfo::new("T").need_poi(true);
    sends(&ask, "/shakearound/user/getshakeinfo", json!({"ticket": "T", "need_poi": 1}));
    // The documentation's own example has blanks in two names.
    let answer = r#"{"data":{"page_id ":14211,"beacon_info":{"distance":55.5,"major":1,"minor":2,
        "uuid":"FDA5"},"openid":"o"," poi_id":1234},"errcode":0}"#;
    let answer = wire::ApiResponse::json(answer);
    let shake = wire::read_reply::<GetShakeInfo>(answer).unwrap().data;
    assert_eq!((shake.page_id, shake.poi_id), (Some(14211.into()), Some(1234.into())));
    assert_eq!(shake.beacon_info.unwrap().distance, Some(55.5));
    let (from, until) = (Timestamp::from_secs(1), Timestamp::from_secs(2));
    let wanted = json!({"device_identifier": {"device_id": 5}, "begin_date": 1, "end_date": 2});
    let ask = GetBeaconStatistics::new(BeaconName::by_number(5), from, until);
    sends(&ask, "/shakearound/statistics/device", wanted);
    let shaken: UserShake = event(
        "ShakearoundUserShake",
        "<ChosenBeacon><Uuid>u</Uuid><Major>1</Major><Minor>2</Minor><Distance>0.057</Distance>\
         </ChosenBeacon><AroundBeacons><AroundBeacon><Uuid>v</Uuid><Major>3</Major>\
         <Minor>4</Minor><Distance>166.816</Distance></AroundBeacon></AroundBeacons>",
    );
    assert_eq!((shaken.chosen.distance, shaken.around[0].major), (Some(0.057), 3));
}

#[test]
fn wifi_in_stores() {
    let first = GetWifiShops::new().pagesize(2);
    let page = |index: u32| {
        reply::<GetWifiShops>(json!({"data": {"totalcount": 3, "pageindex": index, "pagecount": 2,
            "records": [{"shop_id": 429620, "shop_name": "南山店", "ssid": "WX123",
            "ssid_list": ["WX123"], "protocol_type": 4, "sid": "", "poi_id": "285633617"}]}}))
    };
    let (shops, next) = first.split_page(page(1));
    assert_eq!(shops[0].protocol_type, Some(WifiKind::Password));
    let next = next.unwrap();
    sends(&next, "/bizwifi/shop/list", json!({"pageindex": 2, "pagesize": 2}));
    assert!(next.split_page(page(2)).1.is_none());
    let add = AddWifiDevice::new(429620, "WX123", "12345689");
    assert!(!format!("{add:?}").contains("12345689"));
    let wanted = json!({"shop_id": 429620, "ssid": "WX123", "password": "12345689"});
    sends(&add, "/bizwifi/device/add", wanted);
    let page =
        SetWifiHomepage::new(1, WifiHomepageKind::Custom).structure(WifiHomepageUrl::new("u"));
    let wanted = json!({"shop_id": 1, "template_id": 1, "struct": {"url": "u"}});
    sends(&page, "/bizwifi/homepage/set", wanted);
    let shop = reply::<GetWifiShop>(json!({"data": {"shop_name": "n", "ssid": "WX1",
        "ssid_password_list": [{"ssid": "WX1", "password": "p"}], "password": "p", "ap_count": 2,
        "template_id": 1, "homepage_url": "u", "bar_type": 3}}));
    assert_eq!(shop.data.bar_type, Some(WifiBar::ConnectedShop));
    let days = reply::<GetWifiStatistics>(json!({"data": [{"shop_id": "-1",
        "statis_time": 1430409600000_u64, "total_user": 2, "wxconnect_user": 8}]}));
    assert_eq!((days.data[0].shop_id, days.data[0].wxconnect_user), (-1, Some(8)));
    let connected: WifiConnected = event(
        "WifiConnected",
        "<ConnectTime>0</ConnectTime><ExpireTime>0</ExpireTime><VendorId>3001224419</VendorId>\
         <PlaceId>1234</PlaceId><DeviceNo>00:1f</DeviceNo>",
    );
    assert_eq!(
        (connected.shop_id, connected.connect_time),
        (Some(1234.into()), Timestamp::from_secs(0))
    );
}

#[test]
fn devices_and_their_users() {
    let device = DeviceProperties::new("d1", "123456789ABC", "3");
    let register = AuthorizeDevices::new(1, [device], DeviceOperation::Update);
    let wanted = json!({"device_num": "1", "device_list": [{"id": "d1", "mac": "123456789ABC",
        "connect_protocol": "3", "auth_key": "", "close_strategy": "1", "conn_strategy": "1",
        "crypt_method": "0", "auth_ver": "0", "manu_mac_pos": "-1", "ser_mac_pos": "-2"}],
        "op_type": "1"});
    sends(&register, "/device/authorize_device", wanted);
    let result = reply::<AuthorizeDevices>(json!({"resp": [{"base_info": {"device_type": "gh_1",
        "device_id": "d1"}, "errcode": 0, "errmsg": "ok"}]}));
    assert_eq!(result.resp[0].base_info.device_id, "d1");
    sends(&GetDeviceQrCode::new(), "/device/getqrcode", Value::Null);
    let made = reply::<GetDeviceQrCode>(json!({"base_resp": {"errcode": 0, "errmsg": "ok"},
        "deviceid": "gh_1_x", "qrticket": "http://we.qq.com/d/T"}));
    assert_eq!(made.deviceid, Some("gh_1_x".into()));
    let bind = BindDevice::new("T", "d1", "o");
    let wanted = json!({"ticket": "T", "device_id": "d1", "openid": "o"});
    sends(&bind, "/device/bind", wanted);
    assert_eq!(reply::<BindDevice>(json!({"base_resp": {"errcode": -1}})).base_resp.errcode, -1);
    let state = reply::<GetDeviceState>(json!({"status": 2, "status_info": "bind"}));
    assert_eq!(state.status, DeviceState::Bound);
    let users = json!({"open_id": ["a", "b"], "resp_msg": {"ret_code": 0, "error_info": "ok"}});
    assert_eq!(reply::<GetUsersOfDevice>(users).open_id.len(), 2);
    assert_eq!(device_qrcode_url("T", Some("shop")), "https://we.qq.com/d/T#shop");
    let serial = RegisterHardware::new(1, [HardwareSerial::new("x1")]);
    let wanted = json!({"product_id": 1, "iot_device_list": [{"sn": "x1"}]});
    sends(&serial, "/ilink/api/cloud_register_device", wanted);
    let payload = HardwareQrCodePayload::new().ticket_scene(HardwareTicketScene::Public);
    let code = GetHardwareQrCode::new("x@ilink.im.sdk").payload(payload);
    let wanted = json!({"ilink_im_sdk_id": "x@ilink.im.sdk", "payload": {"ticket_scene": 4}});
    sends(&code, "/ilink/api/mmiot/get_device_qrcode", wanted);
}

#[test]
fn what_devices_say() {
    let device = "<DeviceType>gh_1</DeviceType><DeviceID>d1</DeviceID>";
    let more = "<SessionID>5</SessionID><OpenID>o</OpenID>";
    let fields = format!("{device}<Content>aGk=</Content>{more}<MsgId>7</MsgId>");
    let said: DeviceMessage = push("device_text", "", &fields);
    assert_eq!((&*said.content, said.header.msg_id.as_deref()), ("aGk=", Some("7")));
    let fields = format!("{device}<Content>aGk=</Content>{more}");
    let bound: DeviceBound = push("device_event", "bind", &fields);
    assert_eq!((bound.device_id.as_str(), bound.open_id.unwrap()), ("d1", "o".into()));
    let unbound: DeviceUnbound = push("device_event", "unbind", &fields);
    assert_eq!(unbound.session_id, Some("5".into()));
    let fields = format!("{device}<OpType>2</OpType><OpenID>o</OpenID>");
    let wanted: DeviceStatusWanted = push("device_event", "subscribe_status", &fields);
    assert_eq!(wanted.op_type, Some(DeviceStatusOperation::Subscribe));
    let unwanted: DeviceStatusUnwanted = push("device_event", "unsubscribe_status", &fields);
    assert_eq!(unwanted.device_type, "gh_1");
}
