//! Guides, as they travel.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{event, reply, sends, sent};
use serde_json::{Value, json};
use weixin_api::{Paged, Timestamp};
use weixin_official::guide::*;
use weixin_protocol::OpenId;

fn ann() -> GuideName {
    GuideName::by_account("ann")
}

#[test]
fn a_guide_is_named_by_account_or_openid() {
    let path = "/cgi-bin/guide/addguideacct";
    let add = AddGuide::new(ann()).guide_nickname("安");
    sends(&add, path, json!({"guide_account": "ann", "guide_nickname": "安"}));
    sends(&AddGuide::new(&OpenId::new("o1")), path, json!({"guide_openid": "o1"}));
    let get = GetGuide::new().guide_account("安");
    sends(&get, "/cgi-bin/guide/getguideacct?guide_account=%E5%AE%89", Value::Null);
    let guide = reply::<GetGuide>(json!({"guide_account": "ann", "guide_headimgurl": "u",
        "guide_nickname": "n", "guide_openid": 0, "status": 2}));
    assert_eq!((guide.status, guide.guide_openid), (Some(GuideStatus::Agreed), Some("0".into())));
    let everybody = SetGuideConfig::new(GuideName::new(), false)
        .guide_auto_reply(GuideGreeting::new(GreetingKind::Text, "hi"));
    let wanted = json!({"is_delete": false, "guide_auto_reply": {"msgtype": 1, "content": "hi"}});
    sends(&everybody, "/cgi-bin/guide/setguideconfig", wanted);
    let words = SetGuideAccountConfig::new(false).black_keyword(ForbiddenWords::new(["x".into()]));
    let wanted = json!({"is_delete": false, "black_keyword": {"values": ["x"]}});
    sends(&words, "/cgi-bin/guide/setguideacctconfig", wanted);
    let chats =
        reply::<GetGuideChats>(json!({"total_num": 1, "msg_list": [{"guide_account": "ann",
        "openid": "o", "content": "hi", "content_type": 49, "direction": 2, "create_time": 5}]}));
    let chat = &chats.msg_list[0];
    let said = (chat.content_type, chat.direction);
    assert_eq!(said, (GuideMessageKind::MiniProgram, GuideChatDirection::Customer));
}

#[test]
fn pages_turn_until_one_is_empty() {
    let full = json!({"total_num": 1, "list": [{"openid": "o", "create_time": 5}]});
    let first = GetCustomers::new(ann(), 0, 10);
    let (customers, next) = first.split_page(reply::<GetCustomers>(full));
    assert_eq!(customers[0].create_time, Some(Timestamp::from_secs(5)));
    let next = next.unwrap();
    let wanted = json!({"guide_account": "ann", "page": 1, "num": 10});
    sends(&next, "/cgi-bin/guide/getguidebuyerrelationlist", wanted);
    let (none, end) = next.split_page(reply::<GetCustomers>(json!({"total_num": 1, "list": []})));
    assert!(none.is_empty() && end.is_none());
    let members = json!({"guide_list": [{"guide_account": "ann", "create_time": 1584090536}]});
    let (guides, next) = GetGuideGroup::new(7, 0, 1).split_page(reply::<GetGuideGroup>(members));
    assert_eq!(guides[0].guide_account.as_deref(), Some("ann"));
    let wanted = json!({"group_id": 7, "page": 1, "num": 1});
    sends(&next.unwrap(), "/cgi-bin/guide/getgroupinfo", wanted);
}

#[test]
fn customers_and_their_tags() {
    let (_, body) = sent(&AssignCustomers::new(ann()).buyer_list([NewCustomer::new("o")]));
    assert_eq!(body, json!({"guide_account": "ann", "buyer_list": [{"openid": "o"}]}));
    let results = reply::<AssignCustomers>(
        json!({"buyer_resp": [{"errcode": 9300805, "errmsg": "taken", "openid": "o"}]}),
    );
    assert_eq!(results.buyer_resp[0].errcode, 9300805);
    assert!(reply::<RemoveCustomers>(json!({})).buyer_resp.is_empty());
    let tag = TagCustomers::new(ann(), "gold").openid_list(["o".into()]);
    let wanted = json!({"guide_account": "ann", "openid_list": ["o"], "tag_value": "gold"});
    sends(&tag, "/cgi-bin/guide/addguidebuyertag", wanted);
    let tags = reply::<GetGuideTags>(json!({"options": [{"tag_name": "a", "tag_values": ["b"]}]}));
    assert_eq!(tags.options[0].tag_values, ["b"]);
}

#[test]
fn what_is_sent() {
    let card = AddGuideCard::new("wx2", "t", "p", "M");
    let wanted = json!({"type": 0, "appid": "wx2", "title": "t", "path": "p", "media_id": "M"});
    sends(&card, "/cgi-bin/guide/setguidecardmaterial", wanted);
    let material = [
        TaskMaterial::text("hi"),
        TaskMaterial::image("M"),
        TaskMaterial::mini_program("wx2", "t", "p", "N"),
    ];
    let task = AddGuideTask::new(ann(), "n", Timestamp::from_secs(9), ["o".into()], material);
    let wanted = json!({"guide_account": "ann", "task_name": "n", "push_time": 9, "openid": ["o"],
        "material": [{"type": 1, "word": "hi"}, {"type": 3, "media_id": "M"},
            {"type": 49, "media_id": "N", "appid": "wx2", "title": "t", "path": "p"}]});
    sends(&task, "/cgi-bin/guide/addguidemassendjob", wanted);
    let list = GetGuideTasks::new(ann()).task_status([GuideTaskStatus::Done]).limit(1);
    let wanted = json!({"guide_account": "ann", "task_status": [3], "limit": 1});
    sends(&list, "/cgi-bin/guide/getguidemassendjoblist", wanted);
    let task = reply::<GetGuideTask>(json!({"job": {"task_id": 1332519773019865088_u64,
        "guide_openid": "o1", "task_name": "n", "task_status": 4, "material": [{"type": 3,
        "pic_url": "u"}], "buyer_info": [{"openid": "o", "send_status": 3}], "push_time": 1,
        "finish_time": 0, "create_time": 1, "update_time": 1}}));
    assert_eq!(task.job.task_status, GuideTaskStatus::Cancelled);
    assert_eq!(task.job.buyer_info[0].send_status, TaskSendStatus::NotFollowing);
}

#[test]
fn scans_and_invitations() {
    let scanned: GuideCodeScanned = event(
        "guide_qrcode_scan_event",
        "<GuideScanEvent><qrcode_guide_account>ann</qrcode_guide_account>\
         <qrcode_guide_openid></qrcode_guide_openid><openid>o</openid><action>2</action>\
         <qrcode_info>x</qrcode_info></GuideScanEvent>",
    );
    assert_eq!(scanned.scan.action, GuideScanResult::Assigned);
    assert_eq!((scanned.scan.openid, &*scanned.scan.qrcode_info.unwrap()), ("o".into(), "x"));
    let invited: GuideInvited = event(
        "guide_invite_result_event",
        "<GuideInviteEvent><guide_account>ann</guide_account><invite_result>1</invite_result>\
         </GuideInviteEvent>",
    );
    assert_eq!(invited.invitation.invite_result, Some(GuideInvitationResult::Accepted));
}
