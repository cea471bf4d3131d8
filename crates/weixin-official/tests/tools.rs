//! Speech, QR codes, advertisements, groups of followers and addresses, as they travel.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{account, reply, sends};
use serde_json::{Value, json};
use weixin_api::{
    FileContent, FilePart, Paged, Timestamp,
    wire::{self, Body, PartContent},
};
use weixin_official::{
    follower_group::*, marketing::*, oauth::login_url, qrcode_jump::*,
    template_message::subscribe_url, voice_recognition::*,
};

#[test]
fn speech_and_translation() {
    let submit = SubmitVoice::new("v1", FilePart::voice("x")).lang(SpokenLanguage::English);
    let call = wire::write_call(&submit, &account()).unwrap();
    let path = "/cgi-bin/media/voice/addvoicetorecofortext";
    assert_eq!(call.target(None), format!("{path}?format=mp3&voice_id=v1&lang=en_US"));
    let ask = GetVoiceText::new("v1");
    sends(&ask, "/cgi-bin/media/voice/queryrecoresultfortext?voice_id=v1", json!({}));
    assert_eq!(reply::<GetVoiceText>(json!({"result": "你好"})).result, "你好");
    let text = FilePart::new("text.txt", "text/plain", "你好");
    let translate = TranslateText::new(SpokenLanguage::Chinese, SpokenLanguage::English, text);
    let call = wire::write_call(&translate, &account()).unwrap();
    let path = "/cgi-bin/media/voice/translatecontent";
    assert_eq!(call.target(None), format!("{path}?lfrom=zh_CN&lto=en_US"));
    let Body::Multipart(parts) = call.body() else { panic!("the text is a file") };
    let PartContent::File(file) = parts[0].content() else { panic!("the text is a file") };
    assert!(matches!(file.content(), FileContent::Bytes(bytes) if bytes == "你好".as_bytes()));
}

#[test]
fn qr_codes_that_lead_to_pages() {
    let rule = SetQrCodeJump::new("http://weixin.qq.com/q/x", "pages/a", false).appid("wx2");
    let wanted = json!({"prefix": "http://weixin.qq.com/q/x", "appid": "wx2", "path": "pages/a",
        "is_edit": 0});
    sends(&rule, "/cgi-bin/wxopen/qrcodejumpadd", wanted);
    let rules = json!({"rule_list": [{"prefix": "https://a/", "open_version": 1, "state": 2,
        "permit_sub_rule": 1, "path": "p", "debug_url": ["https://a/b"]}], "qrcodejump_open": 0,
        "list_size": 1, "qrcodejump_pub_quota": 20});
    let list = GetQrCodeJumps::new().get_type(QrCodeJumpQuery::ByPage).page_num(1).page_size(1);
    let read = reply::<GetQrCodeJumps>(rules.clone());
    assert_eq!(read.rule_list[0].state, QrCodeJumpState::Published);
    assert_eq!(read.qrcodejump_open, Some(false));
    let (_, next) = list.split_page(read);
    let wanted = json!({"get_type": 2, "page_num": 2, "page_size": 1});
    sends(&next.unwrap(), "/cgi-bin/wxopen/qrcodejumpget", wanted);
    assert!(GetQrCodeJumps::new().split_page(reply::<GetQrCodeJumps>(rules)).1.is_none());
}

#[test]
fn advertisements() {
    let param = UserActionParameter::new().value(100);
    let action = UserAction::new(7, Timestamp::from_secs(9), "COMPLETE_ORDER")
        .trace(UserActionTrace::new("c"))
        .action_param(param);
    let wanted = json!({"actions": [{"user_action_set_id": 7, "action_time": 9,
        "action_type": "COMPLETE_ORDER", "trace": {"click_id": "c"},
        "action_param": {"value": 100}}]});
    let path = "/marketing/user_actions/add?version=v1.0";
    sends(&AddUserActions::new([action]), path, wanted);
    let days = DateRange::new("2020-01-01", "2020-01-02");
    let report = GetUserActionSetReport::new(7_u64, days.clone());
    let leads = GetAdLeads::new(days).page(1);
    let dates = "%7B%22start_date%22%3A%222020-01-01%22%2C%22end_date%22%3A%222020-01-02%22%7D";
    let path = format!(
        "/marketing/user_action_set_reports/get?version=v1.0&user_action_set_id=7&date_range={dates}"
    );
    sends(&report, &path, Value::Null);
    let path = format!("/marketing/wechat_ad_leads/get?date_range={dates}&page=1&version=v1.0");
    sends(&leads, &path, Value::Null);
    let page = json!({"data": {"list": [{"click_id": "c", "adgroup_id": 1,
        "leads_info": [{"key": "k", "value": "v"}]}],
        "page_info": {"page": 1, "page_size": 1, "total_number": 2, "total_page": 2}}});
    let (found, next) = leads.split_page(reply::<GetAdLeads>(page.clone()));
    assert_eq!(found[0].leads_info[0].value.as_deref(), Some("v"));
    assert!(next.unwrap().split_page(reply::<GetAdLeads>(page)).1.is_none());
}

#[test]
fn groups_of_followers() {
    let create = CreateFollowerGroup::new(FollowerGroupName::new("n"));
    sends(&create, "/cgi-bin/groups/create", json!({"group": {"name": "n"}}));
    let made = reply::<CreateFollowerGroup>(json!({"group": {"id": 107, "name": "n"}}));
    assert_eq!(made.group.id, 107);
    sends(&GetFollowerGroups::new(), "/cgi-bin/groups/get", Value::Null);
    let moved = MoveFollowers::new(["a".into()], 108);
    let wanted = json!({"openid_list": ["a"], "to_groupid": 108});
    sends(&moved, "/cgi-bin/groups/members/batchupdate", wanted);
    assert_eq!(reply::<GetGroupOfFollower>(json!({"groupid": 102})).groupid, 102);
}

#[test]
fn addresses_for_browsers() {
    assert_eq!(
        subscribe_url(&"wx1".into(), 1000, &"T".into(), "https://a.example/b?c=1", "r"),
        "https://mp.weixin.qq.com/mp/subscribemsg?action=get_confirm&appid=wx1&scene=1000\
         &template_id=T&redirect_url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&reserved=r#wechat_redirect"
    );
    assert_eq!(
        login_url(&"wx1".into(), "https://a.example/b", "s"),
        "https://open.weixin.qq.com/connect/qrconnect?appid=wx1\
         &redirect_uri=https%3A%2F%2Fa.example%2Fb&response_type=code&scope=snsapi_login&state=s\
         #wechat_redirect"
    );
}
