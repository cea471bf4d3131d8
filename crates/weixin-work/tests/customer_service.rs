//! Customer service for WeChat users: what is sent, and what is fetched.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod round_trip;

use serde_json::{Value, json};
use weixin_api::wire;
use weixin_protocol::{Inbound, UserId};
use weixin_work::customer_service::{
    AddServicers, GetServiceAccounts, MenuEntry, MessageOrigin, NewServiceMessages, SendFailure,
    SendServiceMessage, SendServiceMessageOnEvent, ServiceAccountAuthChanged, ServiceContent,
    ServiceEvent, ServiceLocation, ServiceMenu, ServiceState, ServiceText, ServicerStatusEvent,
    ServicerStopType, SessionChange, ShopProduct, SyncMessages, SyncedContent,
    TransferServiceState,
};

use crate::round_trip::{paged, read, written};

#[test]
fn requests_have_the_platforms_form() {
    let menu = ServiceMenu::new().head_content("?").list([
        MenuEntry::of_click("1", "yes"),
        MenuEntry::of_view("https://a.example", "more"),
        MenuEntry::of_text("end"),
    ]);
    let table = [
        (
            written(&SendServiceMessage::new("wm1", "wk1", ServiceContent::Menu(menu)).msgid("m1")),
            "/cgi-bin/kf/send_msg",
            json!({"touser": "wm1", "open_kfid": "wk1", "msgid": "m1", "msgtype": "msgmenu",
                "msgmenu": {"head_content": "?", "list": [
                    {"type": "click", "click": {"id": "1", "content": "yes"}},
                    {"type": "view", "view": {"url": "https://a.example", "content": "more"}},
                    {"type": "text", "text": {"content": "end"}}]}}),
        ),
        (
            written(&SendServiceMessage::new(
                "wm1",
                "wk1",
                ServiceContent::Location(ServiceLocation::new(1.5, 2.5).name("n")),
            )),
            "/cgi-bin/kf/send_msg",
            json!({"touser": "wm1", "open_kfid": "wk1", "msgtype": "location",
                "location": {"name": "n", "latitude": 1.5, "longitude": 2.5}}),
        ),
        (
            written(&SendServiceMessageOnEvent::new(
                "CODE",
                ServiceContent::Text(ServiceText::new("hi")),
            )),
            "/cgi-bin/kf/send_msg_on_event",
            json!({"code": "CODE", "msgtype": "text", "text": {"content": "hi"}}),
        ),
        (
            written(
                &TransferServiceState::new("wk1", "wm1", ServiceState::Servicer)
                    .servicer_userid("ann"),
            ),
            "/cgi-bin/kf/service_state/trans",
            json!({"open_kfid": "wk1", "external_userid": "wm1", "service_state": 3,
                "servicer_userid": "ann"}),
        ),
        (
            written(&AddServicers::new("wk1").userid_list([UserId::new("ann")])),
            "/cgi-bin/kf/servicer/add",
            json!({"open_kfid": "wk1", "userid_list": ["ann"]}),
        ),
    ];
    for ((target, json), path, body) in table {
        assert_eq!((target.as_str(), json), (path, body));
    }
}

/// What is fetched when the platform has these messages; they are written again as they came.
fn synced(messages: &Value) -> Vec<SyncedContent> {
    let page = json!({"next_cursor": "C", "has_more": 0, "msg_list": messages});
    let reply = read::<SyncMessages>(&page.to_string());
    let written = wire::write_reply::<SyncMessages>(&reply).unwrap().into_json().unwrap();
    assert_eq!(written["msg_list"], *messages);
    reply.msg_list.into_iter().map(|message| message.content).collect()
}

#[test]
fn what_is_fetched_is_typed() {
    let contents = synced(&json!([
        {"msgid": "1", "open_kfid": "wk1", "external_userid": "wm1", "send_time": 5, "origin": 3,
            "msgtype": "text", "text": {"content": "hi", "menu_id": "101"}},
        {"msgtype": "link", "link": {"title": "t", "url": "u", "pic_url": "p"}},
        {"msgtype": "channels", "channels": {"sub_type": 1, "nickname": "n"}},
        {"msgtype": "merged_msg", "merged_msg": {"title": "t", "item": [
            {"send_time": 5, "msgtype": "text", "sender_name": "n", "msg_content": "{}"}]}},
    ]));
    let [text, link, channels, merged] = &contents[..] else { panic!("{contents:?}") };
    assert!(matches!(text, SyncedContent::Text(text) if text.menu_id.as_deref() == Some("101")));
    assert!(matches!(link, SyncedContent::Link(_)));
    assert!(matches!(channels, SyncedContent::Channels(_)));
    assert!(matches!(merged, SyncedContent::Merged(merged) if merged.item.len() == 1));
    let reply = read::<SyncMessages>(
        r#"{"msg_list":[{"msgid":"1","origin":5,"msgtype":"image","image":{"media_id":"M"}}]}"#,
    );
    assert_eq!(reply.msg_list[0].origin, Some(MessageOrigin::Servicer));
}

#[test]
fn events_among_what_is_fetched_are_typed() {
    let event = |name: &str, fields: Value| {
        let mut event = json!({"event_type": name, "open_kfid": "wk1", "external_userid": "wm1"});
        for (name, value) in fields.as_object().unwrap() {
            event[name] = value.clone();
        }
        let contents = synced(&json!([{"origin": 4, "msgtype": "event", "event": event}]));
        match contents.into_iter().next() {
            Some(SyncedContent::Event(event)) => event,
            other => panic!("{other:?}"),
        }
    };
    let entered = event(
        "enter_session",
        json!({"scene": "123", "welcome_code": "W",
            "wechat_channels": {"nickname": "n", "scene": 1}}),
    );
    assert!(matches!(entered, ServiceEvent::SessionEntered(entered)
        if entered.welcome_code.as_deref() == Some("W")));
    let failed = event("msg_send_fail", json!({"fail_msgid": "m", "fail_type": 4}));
    assert!(matches!(failed, ServiceEvent::MessageSendFailed(failed)
        if failed.fail_type == SendFailure::SessionExpired));
    let changed = event(
        "session_status_change",
        json!({"change_type": 2, "old_servicer_userid": "ann", "new_servicer_userid": "bob"}),
    );
    assert!(matches!(changed, ServiceEvent::SessionStatusChanged(changed)
        if changed.change_type == SessionChange::Transferred));
    let recalled = event("user_recall_msg", json!({"recall_msgid": "m"}));
    assert!(matches!(recalled, ServiceEvent::UserRecalledMessage(_)));
    let recalled = event("servicer_recall_msg", json!({"recall_msgid": "m"}));
    assert!(matches!(recalled, ServiceEvent::ServicerRecalledMessage(_)));
    let switched = event(
        "reject_customer_msg_switch_change",
        json!({"servicer_userid": "ann", "reject_switch": 1}),
    );
    assert!(matches!(switched, ServiceEvent::RejectSwitchChanged(switched)
        if switched.reject_switch));
    assert!(matches!(event("something_new", json!({"x": 1})), ServiceEvent::Other(_)));
}

#[test]
fn a_member_who_stops_serving_is_read() {
    let contents = synced(&json!([{"msgtype": "event", "event": {
        "event_type": "servicer_status_change", "servicer_userid": "ann", "status": 2,
        "stop_type": 1, "open_kfid": "wk1"}}]));
    assert!(matches!(&contents[0], SyncedContent::Event(ServiceEvent::ServicerStatusChanged(it))
        if it.status == ServicerStatusEvent::Stopped
            && it.stop_type == Some(ServicerStopType::Suspended)));
}

#[test]
fn one_strange_message_does_not_hide_the_others() {
    let contents = synced(&json!([
        {"msgid": "1", "msgtype": "note"},
        {"msgid": "2", "msgtype": "hologram", "hologram": {"x": [1]}},
        {"msgid": "3", "msgtype": "text", "text": "not an object"},
        {"msgid": "4", "msgtype": "text", "text": {"content": "hi"}},
    ]));
    let other = |content: &SyncedContent| match content {
        SyncedContent::Other(fields) => fields["msgtype"].as_str().unwrap().to_owned(),
        _ => String::new(),
    };
    assert_eq!(contents.iter().map(other).collect::<Vec<_>>(), ["note", "hologram", "text", ""]);
}

#[test]
fn fetching_stops_when_the_platform_says_so_and_not_before() {
    let message = r#"{"msgid":"1","msgtype":"text","text":{"content":"hi"}}"#;
    let last = format!(r#"{{"next_cursor":"C3","has_more":0,"msg_list":[{message}]}}"#);
    let (items, calls) = paged(
        SyncMessages::new().token("T").open_kfid("wk1"),
        &[r#"{"next_cursor":"C2","has_more":1,"msg_list":[]}"#, &last],
    );
    assert_eq!(items.len(), 1);
    assert_eq!(calls[1].1, json!({"cursor": "C2", "token": "T", "open_kfid": "wk1"}));
    let account = r#"{"account_list":[{"open_kfid":"wk1"}]}"#;
    let (items, calls) =
        paged(GetServiceAccounts::new().limit(1), &[account, r#"{"account_list":[]}"#]);
    assert_eq!((items.len(), &calls[1].1["offset"]), (1, &json!(1)));
}

#[test]
fn pushes_are_read() {
    let push = Inbound::parse(
        "<xml><ToUserName>ww1</ToUserName><CreateTime>5</CreateTime><MsgType>event</MsgType>\
         <Event>kf_msg_or_event</Event><Token>T</Token><OpenKfId>wk1</OpenKfId></xml>",
    )
    .unwrap();
    assert!(push.is::<NewServiceMessages>());
    let waiting: NewServiceMessages = push.read().unwrap();
    assert_eq!((waiting.token.expose(), waiting.open_kf_id.as_str()), ("T", "wk1"));
    let push = Inbound::parse(
        "<xml><MsgType>event</MsgType><Event>kf_account_auth_change</Event>\
         <AuthAddOpenKfId>a</AuthAddOpenKfId><AuthAddOpenKfId>b</AuthAddOpenKfId></xml>",
    )
    .unwrap();
    let changed: ServiceAccountAuthChanged = push.read().unwrap();
    assert_eq!((changed.auth_add_open_kf_id.len(), changed.auth_del_open_kf_id.len()), (2, 0));
}

/// What the documentation has come to say since the first samples.
#[test]
fn newer_failures_and_both_spellings_are_read() {
    let failure = |code: u64| -> SendFailure { serde_json::from_value(json!(code)).unwrap() };
    assert_eq!(
        [10, 11, 12, 13].map(failure),
        [
            SendFailure::Rejected,
            SendFailure::NobodyLoggedIn,
            SendFailure::TypeForbidden,
            SendFailure::SecurityLimit
        ]
    );
    assert_eq!(failure(14), SendFailure::Other(14));
    for (image, shop) in [("head_image", "shop_head_image"), ("head_img", "shop_head_img")] {
        let product: ShopProduct =
            serde_json::from_value(json!({"product_id": "1", image: "i", shop: "s"})).unwrap();
        assert_eq!(product.head_image.as_deref(), Some("i"));
        assert_eq!(product.shop_head_image.as_deref(), Some("s"));
    }
}
