//! Guides, as they travel.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::Timestamp;
use weixin_official::guide::*;
use weixin_protocol::OpenId;
use weixin_wire_tests::{event, reply};

use crate::common::calls;

fn ann() -> GuideName {
    GuideName::by_account("ann")
}

#[test]
fn a_guide_is_named_by_account() {
    let path = "POST /cgi-bin/guide/addguideacct";
    let add = AddGuide::new(ann()).guide_nickname("安");
    calls().sends(&add, path, json!({"guide_account": "ann", "guide_nickname": "安"}));
}

#[test]
fn a_guide_is_named_by_openid() {
    let path = "POST /cgi-bin/guide/addguideacct";
    calls().sends(&AddGuide::new(&OpenId::new("o1")), path, json!({"guide_openid": "o1"}));
}

#[test]
fn a_guide_is_fetched_by_a_name_in_the_query() {
    let get = GetGuide::new().guide_account("安");
    calls().sends(&get, "GET /cgi-bin/guide/getguideacct?guide_account=%E5%AE%89", Value::Null);
}

#[test]
fn a_guide_without_an_openid_has_the_number_0() {
    let guide = reply::<GetGuide>(json!({"guide_account": "ann", "guide_headimgurl": "u",
        "guide_nickname": "n", "guide_openid": 0, "status": 2}));
    assert_eq!((guide.status, guide.guide_openid), (Some(GuideStatus::Agreed), Some("0".into())));
}

#[test]
fn all_guides_greet_with_a_text() {
    let everybody = SetGuideConfig::new(GuideName::new(), false)
        .guide_auto_reply(GuideGreeting::new(GreetingKind::Text, "hi"));
    let wanted = json!({"is_delete": false, "guide_auto_reply": {"msgtype": 1, "content": "hi"}});
    calls().sends(&everybody, "POST /cgi-bin/guide/setguideconfig", wanted);
}

#[test]
fn words_are_forbidden_to_guides() {
    let words = SetGuideAccountConfig::new(false).black_keyword(ForbiddenWords::new(["x".into()]));
    let wanted = json!({"is_delete": false, "black_keyword": {"values": ["x"]}});
    calls().sends(&words, "POST /cgi-bin/guide/setguideacctconfig", wanted);
}

#[test]
fn a_chat_has_directions_and_kinds() {
    let chats =
        reply::<GetGuideChats>(json!({"total_num": 1, "msg_list": [{"guide_account": "ann",
        "openid": "o", "content": "hi", "content_type": 49, "direction": 2, "create_time": 5}]}));
    let chat = &chats.msg_list[0];
    let said = (chat.content_type, chat.direction);
    assert_eq!(said, (GuideMessageKind::MiniProgram, GuideChatDirection::Customer));
}

#[test]
fn customers_are_listed_until_a_page_is_empty() {
    let pages = [
        json!({"total_num": 1, "list": [{"openid": "o", "create_time": 5}]}),
        json!({"total_num": 1, "list": []}),
    ];
    let (customers, sent) = calls().paged(GetCustomers::new(ann(), 0, 10), pages);
    assert_eq!(customers.len(), 1);
    assert_eq!(customers[0].create_time, Some(Timestamp::from_secs(5)));
    assert_eq!(sent[1].1, json!({"guide_account": "ann", "page": 1, "num": 10}));
}

#[test]
fn members_of_a_group_are_listed_by_page_number() {
    let pages = [
        json!({"guide_list": [{"guide_account": "ann", "create_time": 1584090536}]}),
        json!({"guide_list": []}),
    ];
    let (guides, sent) = calls().paged(GetGuideGroup::new(7, 0, 1), pages);
    assert_eq!(guides[0].guide_account.as_deref(), Some("ann"));
    assert_eq!(sent[1].1, json!({"group_id": 7, "page": 1, "num": 1}));
}

#[test]
fn customers_are_assigned_to_a_guide() {
    calls().sends(
        &AssignCustomers::new(ann()).buyer_list([NewCustomer::new("o")]),
        "POST /cgi-bin/guide/addguidebuyerrelation",
        json!({"guide_account": "ann", "buyer_list": [{"openid": "o"}]}),
    );
}

#[test]
fn customers_that_were_not_assigned_have_an_error_code() {
    let results = reply::<AssignCustomers>(
        json!({"buyer_resp": [{"errcode": 9300805, "errmsg": "taken", "openid": "o"}]}),
    );
    assert_eq!(results.buyer_resp[0].errcode, 9300805);
}

#[test]
fn customers_are_removed_without_results() {
    assert!(reply::<RemoveCustomers>(json!({})).buyer_resp.is_empty());
}

#[test]
fn customers_are_tagged() {
    let tag = TagCustomers::new(ann(), "gold").openid_list(["o".into()]);
    let wanted = json!({"guide_account": "ann", "openid_list": ["o"], "tag_value": "gold"});
    calls().sends(&tag, "POST /cgi-bin/guide/addguidebuyertag", wanted);
}

#[test]
fn tags_of_customers_are_read() {
    let tags = reply::<GetGuideTags>(json!({"options": [{"tag_name": "a", "tag_values": ["b"]}]}));
    assert_eq!(tags.options[0].tag_values, ["b"]);
}

#[test]
fn a_mini_program_is_a_material_of_guides() {
    let card = AddGuideCard::new("wx2", "t", "p", "M");
    let wanted = json!({"type": 0, "appid": "wx2", "title": "t", "path": "p", "media_id": "M"});
    calls().sends(&card, "POST /cgi-bin/guide/setguidecardmaterial", wanted);
}

#[test]
fn a_task_sends_several_materials() {
    let material = [
        TaskMaterial::text("hi"),
        TaskMaterial::image("M"),
        TaskMaterial::mini_program("wx2", "t", "p", "N"),
    ];
    let task = AddGuideTask::new(ann(), "n", Timestamp::from_secs(9), ["o".into()], material);
    let wanted = json!({"guide_account": "ann", "task_name": "n", "push_time": 9, "openid": ["o"],
        "material": [{"type": 1, "word": "hi"}, {"type": 3, "media_id": "M"},
            {"type": 49, "media_id": "N", "appid": "wx2", "title": "t", "path": "p"}]});
    calls().sends(&task, "POST /cgi-bin/guide/addguidemassendjob", wanted);
}

#[test]
fn tasks_are_listed_by_state() {
    let list = GetGuideTasks::new(ann()).task_status([GuideTaskStatus::Done]).limit(1);
    let wanted = json!({"guide_account": "ann", "task_status": [3], "limit": 1});
    calls().sends(&list, "POST /cgi-bin/guide/getguidemassendjoblist", wanted);
}

#[test]
fn a_cancelled_task_is_read() {
    let task = reply::<GetGuideTask>(json!({"job": {"task_id": 1332519773019865088_u64,
        "guide_openid": "o1", "task_name": "n", "task_status": 4, "material": [{"type": 3,
        "pic_url": "u"}], "buyer_info": [{"openid": "o", "send_status": 3}], "push_time": 1,
        "finish_time": 0, "create_time": 1, "update_time": 1}}));
    assert_eq!(task.job.task_status, GuideTaskStatus::Cancelled);
    assert_eq!(task.job.buyer_info[0].send_status, TaskSendStatus::NotFollowing);
}

#[test]
fn a_user_scanned_the_code_of_a_guide() {
    let scanned: GuideCodeScanned = event(
        "guide_qrcode_scan_event",
        "<GuideScanEvent><qrcode_guide_account>ann</qrcode_guide_account>\
         <qrcode_guide_openid></qrcode_guide_openid><openid>o</openid><action>2</action>\
         <qrcode_info>x</qrcode_info></GuideScanEvent>",
    );
    assert_eq!(scanned.scan.action, GuideScanResult::Assigned);
    assert_eq!((scanned.scan.openid, &*scanned.scan.qrcode_info.unwrap()), ("o".into(), "x"));
}

#[test]
fn a_guide_accepted_an_invitation() {
    let invited: GuideInvited = event(
        "guide_invite_result_event",
        "<GuideInviteEvent><guide_account>ann</guide_account><invite_result>1</invite_result>\
         </GuideInviteEvent>",
    );
    assert_eq!(invited.invitation.invite_result, Some(GuideInvitationResult::Accepted));
}
