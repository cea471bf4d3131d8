//! Customer service for WeChat users: what is sent, and what is fetched.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_protocol::UserId;
use weixin_wire_tests::{event, reply};
use weixin_work::customer_service::{
    AddServicers, GetServiceAccounts, MenuEntry, MessageOrigin, NewServiceMessages, SendFailure,
    SendServiceMessage, SendServiceMessageOnEvent, ServiceAccountAuthChanged, ServiceContent,
    ServiceEvent, ServiceLocation, ServiceMenu, ServiceState, ServiceText, ServicerStatusEvent,
    ServicerStopType, SessionChange, ShopProduct, SyncMessages, SyncedContent,
    TransferServiceState,
};

use crate::common::calls;

#[test]
fn a_menu_has_entries_of_three_kinds() {
    let menu = ServiceMenu::new().head_content("?").list([
        MenuEntry::of_click("1", "yes"),
        MenuEntry::of_view("https://a.example", "more"),
        MenuEntry::of_text("end"),
    ]);
    calls().sends(
        &SendServiceMessage::new("wm1", "wk1", ServiceContent::Menu(menu)).msgid("m1"),
        "POST /cgi-bin/kf/send_msg",
        json!({"touser": "wm1", "open_kfid": "wk1", "msgid": "m1", "msgtype": "msgmenu",
            "msgmenu": {"head_content": "?", "list": [
                {"type": "click", "click": {"id": "1", "content": "yes"}},
                {"type": "view", "view": {"url": "https://a.example", "content": "more"}},
                {"type": "text", "text": {"content": "end"}}]}}),
    );
}

#[test]
fn a_location_has_a_name() {
    calls().sends(
        &SendServiceMessage::new(
            "wm1",
            "wk1",
            ServiceContent::Location(ServiceLocation::new(1.5, 2.5).name("n")),
        ),
        "POST /cgi-bin/kf/send_msg",
        json!({"touser": "wm1", "open_kfid": "wk1", "msgtype": "location",
            "location": {"name": "n", "latitude": 1.5, "longitude": 2.5}}),
    );
}

#[test]
fn a_message_on_an_event_has_its_code() {
    calls().sends(
        &SendServiceMessageOnEvent::new("CODE", ServiceContent::Text(ServiceText::new("hi"))),
        "POST /cgi-bin/kf/send_msg_on_event",
        json!({"code": "CODE", "msgtype": "text", "text": {"content": "hi"}}),
    );
}

#[test]
fn a_session_is_transferred_to_a_member() {
    calls().sends(
        &TransferServiceState::new("wk1", "wm1", ServiceState::Servicer).servicer_userid("ann"),
        "POST /cgi-bin/kf/service_state/trans",
        json!({"open_kfid": "wk1", "external_userid": "wm1", "service_state": 3,
            "servicer_userid": "ann"}),
    );
}

#[test]
fn members_are_added_to_an_account() {
    calls().sends(
        &AddServicers::new("wk1").userid_list([UserId::new("ann")]),
        "POST /cgi-bin/kf/servicer/add",
        json!({"open_kfid": "wk1", "userid_list": ["ann"]}),
    );
}

/// What is fetched when the platform has these messages.
#[track_caller]
fn synced(messages: &Value) -> Vec<SyncedContent> {
    let page = json!({"next_cursor": "C", "has_more": 0, "msg_list": messages});
    let messages = reply::<SyncMessages>(page).msg_list;
    messages.into_iter().map(|message| message.content).collect()
}

#[test]
fn fetched_messages_are_typed() {
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
}

#[test]
fn a_fetched_message_has_an_origin() {
    let page = reply::<SyncMessages>(
        r#"{"msg_list":[{"msgid":"1","origin":5,"msgtype":"image","image":{"media_id":"M"}}]}"#,
    );
    assert_eq!(page.msg_list[0].origin, Some(MessageOrigin::Servicer));
}

/// The event of this name and with these fields, as it is fetched.
#[track_caller]
fn synced_event(name: &str, fields: Value) -> ServiceEvent {
    let mut event = json!({"event_type": name, "open_kfid": "wk1", "external_userid": "wm1"});
    for (name, value) in fields.as_object().unwrap() {
        event[name] = value.clone();
    }
    let contents = synced(&json!([{"origin": 4, "msgtype": "event", "event": event}]));
    match contents.into_iter().next() {
        Some(SyncedContent::Event(event)) => event,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_customer_who_enters_brings_a_welcome_code() {
    let fields = json!({"scene": "123", "welcome_code": "W",
        "wechat_channels": {"nickname": "n", "scene": 1}});
    let entered = synced_event("enter_session", fields);
    assert!(matches!(entered, ServiceEvent::SessionEntered(entered)
        if entered.welcome_code.as_deref() == Some("W")));
}

#[test]
fn a_message_that_was_not_sent_has_a_reason() {
    let failed = synced_event("msg_send_fail", json!({"fail_msgid": "m", "fail_type": 4}));
    assert!(matches!(failed, ServiceEvent::MessageSendFailed(failed)
        if failed.fail_type == SendFailure::SessionExpired));
}

#[test]
fn a_session_is_transferred_between_members() {
    let fields =
        json!({"change_type": 2, "old_servicer_userid": "ann", "new_servicer_userid": "bob"});
    let changed = synced_event("session_status_change", fields);
    assert!(matches!(changed, ServiceEvent::SessionStatusChanged(changed)
        if changed.change_type == SessionChange::Transferred));
}

#[test]
fn messages_are_recalled_by_customers_and_members() {
    let recalled = synced_event("user_recall_msg", json!({"recall_msgid": "m"}));
    assert!(matches!(recalled, ServiceEvent::UserRecalledMessage(_)));
    let recalled = synced_event("servicer_recall_msg", json!({"recall_msgid": "m"}));
    assert!(matches!(recalled, ServiceEvent::ServicerRecalledMessage(_)));
}

#[test]
fn a_member_switches_messages_off() {
    let fields = json!({"servicer_userid": "ann", "reject_switch": 1});
    let switched = synced_event("reject_customer_msg_switch_change", fields);
    assert!(matches!(switched, ServiceEvent::RejectSwitchChanged(switched)
        if switched.reject_switch));
}

#[test]
fn an_event_of_an_unknown_kind_is_kept() {
    let event = synced_event("something_new", json!({"x": 1}));
    assert!(matches!(event, ServiceEvent::Other(_)));
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
fn fetching_goes_on_after_an_empty_page() {
    let message = r#"{"msgid":"1","msgtype":"text","text":{"content":"hi"}}"#;
    let last = format!(r#"{{"next_cursor":"C3","has_more":0,"msg_list":[{message}]}}"#);
    let (items, sent) = calls().paged(
        SyncMessages::new().token("T").open_kfid("wk1"),
        [r#"{"next_cursor":"C2","has_more":1,"msg_list":[]}"#, &last],
    );
    assert_eq!(items.len(), 1);
    assert_eq!(sent[1].1, json!({"cursor": "C2", "token": "T", "open_kfid": "wk1"}));
}

#[test]
fn accounts_are_listed_until_a_page_is_empty() {
    let account = r#"{"account_list":[{"open_kfid":"wk1"}]}"#;
    let (items, sent) =
        calls().paged(GetServiceAccounts::new().limit(1), [account, r#"{"account_list":[]}"#]);
    assert_eq!((items.len(), &sent[1].1["offset"]), (1, &json!(1)));
}

#[test]
fn a_push_says_that_messages_wait() {
    let waiting: NewServiceMessages =
        event("kf_msg_or_event", "<Token>T</Token><OpenKfId>wk1</OpenKfId>");
    assert_eq!((waiting.token.expose(), waiting.open_kf_id.as_str()), ("T", "wk1"));
}

#[test]
fn accounts_that_an_app_may_manage_are_added() {
    let changed: ServiceAccountAuthChanged = event(
        "kf_account_auth_change",
        "<AuthAddOpenKfId>a</AuthAddOpenKfId><AuthAddOpenKfId>b</AuthAddOpenKfId>",
    );
    assert_eq!((changed.auth_add_open_kf_id.len(), changed.auth_del_open_kf_id.len()), (2, 0));
}

#[test]
fn failures_that_were_added_later_are_read() {
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
}

#[test]
fn pictures_of_a_product_are_read_in_both_spellings() {
    for (image, shop) in [("head_image", "shop_head_image"), ("head_img", "shop_head_img")] {
        let product: ShopProduct =
            serde_json::from_value(json!({"product_id": "1", image: "i", shop: "s"})).unwrap();
        assert_eq!(product.head_image.as_deref(), Some("i"));
        assert_eq!(product.shop_head_image.as_deref(), Some("s"));
    }
}
