//! Customers, their tags, groups and moments, and what happens to them.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::Timestamp;
use weixin_protocol::{InboundMessage, UserId};
use weixin_wire_tests::{event, notice, reply};
use weixin_work::{
    contact_way::{AddContactWay, ContactWayConclusions, ContactWayKind, ContactWayScene},
    customer::{
        AddWay, AttributeMiniProgram, AttributeText, ContactDeletionSource, ExternalAttributeValue,
        ExternalContactAdded, ExternalContactDeleted, Gender, GetCustomer, GetCustomersByMembers,
        UpdateCustomerRemark,
    },
    customer_acquisition::{
        AcquisitionBalanceLow, AcquisitionPriority, AcquisitionPriorityKind, AcquisitionRange,
        CreateAcquisitionLink, GetAcquisitionLinks, GetAcquisitionStatistic,
    },
    customer_message::{
        AddMessageTemplate, AttachedLink, Attachment, GetGroupMessages, GroupMessageKind,
        MessageText, SendWelcomeMessage,
    },
    customer_statistics::{GetGroupChatStatistic, GroupChatOwners},
    customer_strategy::{
        CreateCustomerStrategy, CustomerPrivilege, StrategyRange, StrategyRangeKind,
    },
    customer_tag::{AddCustomerTags, ExternalTagCreated, ExternalTagsShuffled, NewCustomerTag},
    customer_transfer::{GetTransferResult, TransferGroupChats, TransferState},
    group_chat::{
        AddJoinWay, ExternalChatCreated, ExternalChatUpdated, GetGroupChat, GetGroupChats,
        GroupChatTransfer, GroupMemberId, JoinWayScene,
    },
    ids::{ChatId, DepartmentId, SuiteId},
    intercept_rule::{AddInterceptRule, InterceptRange, Interception, Semantics},
    moment::{
        AddMomentTask, GetMomentTaskResult, MomentAttachment, MomentTaskStatus, NewMomentLink,
    },
    product_album::{AddProductAlbum, ProductAttachment},
};

use crate::common::calls;

#[test]
fn a_customer_is_fetched_from_a_cursor_on() {
    calls().sends(
        &GetCustomer::new("wm1").cursor("C"),
        "GET /cgi-bin/externalcontact/get?external_userid=wm1&cursor=C",
        Value::Null,
    );
}

#[test]
fn the_remark_of_a_customer_is_updated() {
    calls().sends(
        &UpdateCustomerRemark::new("ann", "wm1").remark_mobiles(["1".to_owned()]),
        "POST /cgi-bin/externalcontact/remark",
        json!({"userid": "ann", "external_userid": "wm1", "remark_mobiles": ["1"]}),
    );
}

#[test]
fn tags_are_added_to_a_group_of_tags() {
    calls().sends(
        &AddCustomerTags::new([NewCustomerTag::new("vip").order(2)]).group_name("g"),
        "POST /cgi-bin/externalcontact/add_corp_tag",
        json!({"group_name": "g", "tag": [{"name": "vip", "order": 2}]}),
    );
}

#[test]
fn a_strategy_has_administrators_privileges_and_a_range() {
    let ann = || UserId::new("ann");
    calls().sends(
        &CreateCustomerStrategy::new(
            "s",
            [ann()],
            [StrategyRange::new(StrategyRangeKind::Department).partyid(3)],
        )
        .privilege(CustomerPrivilege::new().share_customer(false)),
        "POST /cgi-bin/externalcontact/customer_strategy/create",
        json!({"strategy_name": "s", "admin_list": ["ann"],
            "privilege": {"share_customer": false}, "range": [{"type": 2, "partyid": 3}]}),
    );
}

#[test]
fn group_chats_are_transferred_to_another_owner() {
    calls().sends(
        &TransferGroupChats::new([ChatId::from("wr1")], "ann"),
        "POST /cgi-bin/externalcontact/groupchat/transfer",
        json!({"chat_id_list": ["wr1"], "new_owner": "ann"}),
    );
}

#[test]
fn a_way_to_be_contacted_keeps_an_empty_conclusion() {
    let ann = || UserId::new("ann");
    calls().sends(
        &AddContactWay::new(ContactWayKind::Single, ContactWayScene::QrCode)
            .user([ann()])
            .skip_verify(false)
            .conclusions(ContactWayConclusions::new()),
        "POST /cgi-bin/externalcontact/add_contact_way",
        json!({"type": 1, "scene": 2, "user": ["ann"], "skip_verify": false,
            "conclusions": {}}),
    );
}

#[test]
fn group_chats_are_listed_by_state_of_their_transfer() {
    calls().sends(
        &GetGroupChats::new(50).status_filter(GroupChatTransfer::OwnerLeft).cursor("C"),
        "POST /cgi-bin/externalcontact/groupchat/list",
        json!({"status_filter": 1, "limit": 50, "cursor": "C"}),
    );
}

#[test]
fn a_group_chat_is_fetched_with_names() {
    calls().sends(
        &GetGroupChat::new("wr1").need_name(true),
        "POST /cgi-bin/externalcontact/groupchat/get",
        json!({"chat_id": "wr1", "need_name": 1}),
    );
}

#[test]
fn a_way_to_join_group_chats_need_not_create_them() {
    calls().sends(
        &AddJoinWay::new(JoinWayScene::QrCode, ["wr1".into()]).auto_create_room(false),
        "POST /cgi-bin/externalcontact/groupchat/add_join_way",
        json!({"scene": 2, "chat_id_list": ["wr1"], "auto_create_room": 0}),
    );
}

#[test]
fn a_moment_has_a_link() {
    calls().sends(
        &AddMomentTask::new()
            .attachments([MomentAttachment::of_link(NewMomentLink::new("https://a.example"))]),
        "POST /cgi-bin/externalcontact/add_moment_task",
        json!({"attachments": [{"msgtype": "link", "link": {"url": "https://a.example"}}]}),
    );
}

#[test]
fn a_message_to_group_chats_has_several_attachments() {
    let link = AttachedLink::new("https://a.example").title("t");
    calls().sends(
        &AddMessageTemplate::new(GroupMessageKind::Group)
            .sender("ann")
            .text(MessageText::new().content("hi"))
            .attachments([Attachment::of_link(link), Attachment::of_file("M")]),
        "POST /cgi-bin/externalcontact/add_msg_template",
        json!({"chat_type": "group", "sender": "ann", "text": {"content": "hi"},
            "attachments": [
                {"msgtype": "link", "link": {"title": "t", "url": "https://a.example"}},
                {"msgtype": "file", "file": {"media_id": "M"}}]}),
    );
}

#[test]
fn a_welcome_message_has_a_picture() {
    calls().sends(
        &SendWelcomeMessage::new("W").attachments([Attachment::of_image("M")]),
        "POST /cgi-bin/externalcontact/send_welcome_msg",
        json!({"welcome_code": "W",
            "attachments": [{"msgtype": "image", "image": {"media_id": "M"}}]}),
    );
}

#[test]
fn group_chats_are_counted_by_owner_in_ascending_order() {
    let ann = || UserId::new("ann");
    calls().sends(
        &GetGroupChatStatistic::new(
            Timestamp::from_secs(1_600_272_000),
            GroupChatOwners::new().userid_list([ann()]),
        )
        .order_asc(true),
        "POST /cgi-bin/externalcontact/groupchat/statistic",
        json!({"day_begin_time": 1_600_272_000, "owner_filter": {"userid_list": ["ann"]},
            "order_asc": 1}),
    );
}

#[test]
fn a_product_has_a_price_and_a_picture() {
    calls().sends(
        &AddProductAlbum::new("d", 30_000, [ProductAttachment::of_image("M")]),
        "POST /cgi-bin/externalcontact/add_product_album",
        json!({"description": "d", "price": 30_000,
            "attachments": [{"type": "image", "image": {"media_id": "M"}}]}),
    );
}

#[test]
fn an_intercept_rule_covers_words_and_meanings() {
    calls().sends(
        &AddInterceptRule::new(
            "r",
            ["x".to_owned()],
            Interception::Warn,
            InterceptRange::new().department_list([DepartmentId::new(2)]),
        )
        .semantics_list([Semantics::RedPacket]),
        "POST /cgi-bin/externalcontact/add_intercept_rule",
        json!({"rule_name": "r", "word_list": ["x"], "semantics_list": [3],
            "intercept_type": 2, "applicable_range": {"department_list": [2]}}),
    );
}

#[test]
fn an_acquisition_link_has_a_priority() {
    let ann = || UserId::new("ann");
    calls().sends(
        &CreateAcquisitionLink::new("l", AcquisitionRange::new().user_list([ann()]))
            .priority_option(AcquisitionPriority::new(AcquisitionPriorityKind::Corporation)),
        "POST /cgi-bin/externalcontact/customer_acquisition/create_link",
        json!({"link_name": "l", "range": {"user_list": ["ann"]},
            "priority_option": {"priority_type": 1}}),
    );
}

#[test]
fn an_acquisition_link_is_counted_between_two_times() {
    calls().sends(&GetAcquisitionStatistic::new(
                "l1",
                Timestamp::from_secs(1),
                Timestamp::from_secs(2),
            ), "GET /cgi-bin/externalcontact/customer_acquisition/statistic?link_id=l1&start_time=1&end_time=2", Value::Null);
}

#[test]
fn a_customer_is_read_with_attributes_of_every_kind() {
    let detail = reply::<GetCustomer>(
        r#"{"errcode":0,"external_contact":{"external_userid":"wm1","type":1,"gender":"2",
            "external_profile":{"external_attr":[{"type":0,"name":"n","text":{"value":"v"}},
                {"type":"2","name":"m","miniprogram":{"appid":"wx1"}}, {"type":9,"name":"x"}]}},
            "follow_user":{"userid":"ann","add_way":16,"createtime":5,"tags":[{"type":1}]}}"#,
    );
    assert_eq!(detail.external_contact.gender, Some(Gender::Female));
    let lines = detail.external_contact.external_profile.unwrap().external_attr;
    assert_eq!(lines[0].value, AttributeText::new().value("v").into());
    assert_eq!(lines[1].value, AttributeMiniProgram::new().appid("wx1").into());
    assert!(matches!(lines[2].value, ExternalAttributeValue::Other(_)));
    assert_eq!(
        serde_json::to_value(&lines[1]).unwrap(),
        json!({"name": "m", "type": 2, "miniprogram": {"appid": "wx1"}}),
    );
    assert_eq!(detail.follow_user[0].add_way, Some(AddWay::AcquisitionLink));
}

#[test]
fn the_results_of_a_transfer_are_read() {
    let results = reply::<GetTransferResult>(
        r#"{"customer":[{"external_userid":"wm1","status":3,"takeover_time":0}]}"#,
    );
    assert_eq!(results.customer[0].status, TransferState::Rejected);
}

#[test]
fn the_result_of_a_moment_names_invalid_senders() {
    let job = reply::<GetMomentTaskResult>(
        r#"{"status":3,"type":"add_moment_task","result":{"errcode":0,"moment_id":"m1",
            "invalid_sender_list":{"user_list":["bob"]}}}"#,
    );
    assert_eq!(job.status, MomentTaskStatus::Done);
    assert_eq!(job.result.unwrap().invalid_sender_list.unwrap().user_list, [UserId::new("bob")]);
}

#[test]
fn an_attachment_of_an_unknown_kind_is_kept() {
    let messages = reply::<GetGroupMessages>(
        r#"{"group_msg_list":[{"msgid":"m","attachments":[{"msgtype":"meeting","meeting":{}}]}]}"#,
    );
    // What this version does not know makes nothing unreadable.
    let attachment = &messages.group_msg_list[0].attachments[0];
    let Attachment::Other(fields) = attachment else { panic!("{attachment:?}") };
    assert_eq!(fields["msgtype"], "meeting");
    assert_eq!(
        serde_json::to_value(attachment).unwrap(),
        json!({"msgtype": "meeting", "meeting": {}})
    );
}

#[test]
fn customers_of_members_are_listed_until_the_cursor_is_empty() {
    let (items, sent) = calls().paged(
        GetCustomersByMembers::new([UserId::new("ann")]).limit(1),
        [
            r#"{"external_contact_list":[{"external_contact":{"external_userid":"wm1"},
                "follow_info":{"userid":"ann"}}],"next_cursor":"C"}"#,
            r#"{"external_contact_list":[],"next_cursor":""}"#,
        ],
    );
    assert_eq!(items.len(), 1);
    assert_eq!(sent[1].1, json!({"userid_list": ["ann"], "cursor": "C", "limit": 1}));
}

#[test]
fn acquisition_links_are_listed_until_there_is_no_cursor() {
    let (items, _) = calls().paged(
        GetAcquisitionLinks::new(),
        [r#"{"link_id_list":["a"],"next_cursor":"C"}"#, r#"{"link_id_list":["b"]}"#],
    );
    assert_eq!(items, ["a", "b"]);
}

#[test]
fn statistics_are_listed_until_the_total_is_reached() {
    let owners = GetGroupChatStatistic::new(
        Timestamp::from_secs(1),
        GroupChatOwners::new().userid_list([UserId::new("ann")]),
    );
    let page = |owner: &str, next: u32| {
        format!(r#"{{"total":2,"next_offset":{next},"items":[{{"owner":"{owner}","data":{{}}}}]}}"#)
    };
    let (items, sent) = calls().paged(owners, [&page("a", 1), &page("b", 2)]);
    assert_eq!((items.len(), &sent[1].1["offset"]), (2, &json!(1)));
}

/// An event of an app of the corporation's own, and the notice a suite gets of the same.
#[track_caller]
fn both<T: InboundMessage + PartialEq>(name: &str, fields: &str) -> [T; 2] {
    let suite = "<SuiteId>tj1</SuiteId><AuthCorpId>ww2</AuthCorpId>";
    [event(name, fields), notice(name, &format!("{suite}{fields}"))]
}

#[test]
fn a_new_customer_is_an_event_or_a_notice() {
    let people = "<UserID>ann</UserID><ExternalUserID>wm1</ExternalUserID>";
    let [event, notice] = both::<ExternalContactAdded>(
        "change_external_contact",
        &format!(
            "<ChangeType>add_external_contact</ChangeType>{people}<State>s</State>\
             <WelcomeCode>W</WelcomeCode>"
        ),
    );
    assert_eq!((event.suite_id, event.welcome_code.as_deref()), (None, Some("W")));
    assert_eq!(
        (
            notice.suite_id.as_ref().map(SuiteId::as_str),
            notice.auth_corp_id.unwrap().as_str(),
            notice.user_id.as_str()
        ),
        (Some("tj1"), "ww2", "ann")
    );
}

#[test]
fn a_deleted_customer_has_a_source() {
    let people = "<UserID>ann</UserID><ExternalUserID>wm1</ExternalUserID>";
    let [event, _] = both::<ExternalContactDeleted>(
        "change_external_contact",
        &format!(
            "<ChangeType>del_external_contact</ChangeType>{people}\
             <Source>DELETE_BY_TRANSFER</Source>"
        ),
    );
    assert_eq!(event.source, Some(ContactDeletionSource::Transfer));
}

#[test]
fn a_created_group_chat_is_an_event_or_a_notice() {
    both::<ExternalChatCreated>(
        "change_external_chat",
        "<ChatId>wr1</ChatId><ChangeType>create</ChangeType>",
    );
}

#[test]
fn a_changed_group_chat_lists_who_joined() {
    let [event, _] = both::<ExternalChatUpdated>(
        "change_external_chat",
        "<ChatId>wr1</ChatId><ChangeType>update</ChangeType><UpdateDetail>add_member</UpdateDetail>\
         <MemChangeCnt>2</MemChangeCnt><MemChangeList><Item>a</Item><Item>b</Item></MemChangeList>",
    );
    assert_eq!(event.mem_change_list, ["a", "b"].map(GroupMemberId::new));
}

#[test]
fn a_created_tag_is_an_event_or_a_notice() {
    both::<ExternalTagCreated>(
        "change_external_tag",
        "<Id>t1</Id><TagType>tag</TagType><ChangeType>create</ChangeType>",
    );
}

#[test]
fn tags_that_were_sorted_are_an_event_or_a_notice() {
    both::<ExternalTagsShuffled>("change_external_tag", "<ChangeType>shuffle</ChangeType>");
}

#[test]
fn a_low_balance_is_an_event_or_a_notice() {
    both::<AcquisitionBalanceLow>("customer_acquisition", "<ChangeType>balance_low</ChangeType>");
}
