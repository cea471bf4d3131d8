//! Speech, QR codes, advertisements, groups of followers and addresses, as they travel.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{FilePart, Timestamp};
use weixin_official::{
    follower_group::*, marketing::*, oauth::login_url, qrcode_jump::*,
    template_message::subscribe_url, voice_recognition::*,
};
use weixin_wire_tests::{file, reply};

use crate::common::calls;

#[test]
fn speech_is_submitted_in_a_language() {
    let submit = SubmitVoice::new("v1", FilePart::voice("x")).lang(SpokenLanguage::English);
    calls().sends(
        &submit,
        "POST /cgi-bin/media/voice/addvoicetorecofortext?format=mp3&voice_id=v1&lang=en_US",
        json!({"media": file("voice.amr", "audio/amr", "x")}),
    );
}

#[test]
fn the_text_of_speech_is_fetched() {
    let ask = GetVoiceText::new("v1");
    calls().sends(&ask, "POST /cgi-bin/media/voice/queryrecoresultfortext?voice_id=v1", json!({}));
    assert_eq!(reply::<GetVoiceText>(json!({"result": "你好"})).result, "你好");
}

#[test]
fn a_text_is_translated_as_a_file() {
    let text = FilePart::new("text.txt", "text/plain", "你好");
    let translate = TranslateText::new(SpokenLanguage::Chinese, SpokenLanguage::English, text);
    calls().sends(
        &translate,
        "POST /cgi-bin/media/voice/translatecontent?lfrom=zh_CN&lto=en_US",
        json!({"media": file("text.txt", "text/plain", "你好")}),
    );
}

#[test]
fn a_qr_code_leads_to_a_page_of_a_mini_program() {
    let rule = SetQrCodeJump::new("http://weixin.qq.com/q/x", "pages/a", false).appid("wx2");
    let wanted = json!({"prefix": "http://weixin.qq.com/q/x", "appid": "wx2", "path": "pages/a",
        "is_edit": 0});
    calls().sends(&rule, "POST /cgi-bin/wxopen/qrcodejumpadd", wanted);
}

/// A page of rules, with as many rules.
fn rules(count: usize) -> Value {
    let rule = json!({"prefix": "https://a/", "open_version": 1, "state": 2, "permit_sub_rule": 1,
        "path": "p", "debug_url": ["https://a/b"]});
    json!({"rule_list": vec![rule; count], "qrcodejump_open": 0, "list_size": 1,
        "qrcodejump_pub_quota": 20})
}

#[test]
fn the_rules_of_qr_codes_are_read() {
    let read = reply::<GetQrCodeJumps>(rules(1));
    assert_eq!(read.rule_list[0].state, QrCodeJumpState::Published);
    assert_eq!(read.qrcodejump_open, Some(false));
}

#[test]
fn qr_codes_are_listed_by_page_number() {
    let list = GetQrCodeJumps::new().get_type(QrCodeJumpQuery::ByPage).page_num(1).page_size(1);
    let (found, sent) = calls().paged(list, [rules(1), rules(0)]);
    assert_eq!(found.len(), 1);
    assert_eq!(sent[1].1, json!({"get_type": 2, "page_num": 2, "page_size": 1}));
}

#[test]
fn qr_codes_that_were_asked_for_have_no_next_page() {
    assert_eq!(calls().paged(GetQrCodeJumps::new(), [rules(1)]).0.len(), 1);
}

#[test]
fn an_action_of_a_user_is_reported() {
    let param = UserActionParameter::new().value(100);
    let action = UserAction::new(7, Timestamp::from_secs(9), "COMPLETE_ORDER")
        .trace(UserActionTrace::new("c"))
        .action_param(param);
    let wanted = json!({"actions": [{"user_action_set_id": 7, "action_time": 9,
        "action_type": "COMPLETE_ORDER", "trace": {"click_id": "c"},
        "action_param": {"value": 100}}]});
    let path = "POST /marketing/user_actions/add?version=v1.0";
    calls().sends(&AddUserActions::new([action]), path, wanted);
}

#[test]
fn a_report_covers_days_in_the_query() {
    let days = DateRange::new("2020-01-01", "2020-01-02");
    let report = GetUserActionSetReport::new(7_u64, days.clone());
    let dates = "%7B%22start_date%22%3A%222020-01-01%22%2C%22end_date%22%3A%222020-01-02%22%7D";
    let path = format!(
        "GET /marketing/user_action_set_reports/get?version=v1.0&user_action_set_id=7&date_range={dates}"
    );
    calls().sends(&report, &path, Value::Null);
}

#[test]
fn leads_are_listed_until_the_last_page() {
    let leads = GetAdLeads::new(DateRange::new("2020-01-01", "2020-01-02")).page(1);
    let page = json!({"data": {"list": [{"click_id": "c", "adgroup_id": 1,
        "leads_info": [{"key": "k", "value": "v"}]}],
        "page_info": {"page": 1, "page_size": 1, "total_number": 2, "total_page": 2}}});
    let (found, sent) = calls().paged(leads, [&page, &page]);
    assert_eq!(found[0].leads_info[0].value.as_deref(), Some("v"));
    let dates = "%7B%22start_date%22%3A%222020-01-01%22%2C%22end_date%22%3A%222020-01-02%22%7D";
    let path = format!("GET /marketing/wechat_ad_leads/get?date_range={dates}");
    let targets: Vec<_> = sent.iter().map(|(target, _)| target.as_str()).collect();
    assert_eq!(targets, [1, 2].map(|page| format!("{path}&page={page}&version=v1.0")));
}

#[test]
fn a_group_of_followers_is_created() {
    let create = CreateFollowerGroup::new(FollowerGroupName::new("n"));
    calls().sends(&create, "POST /cgi-bin/groups/create", json!({"group": {"name": "n"}}));
    let made = reply::<CreateFollowerGroup>(json!({"group": {"id": 107, "name": "n"}}));
    assert_eq!(made.group.id, 107);
}

#[test]
fn groups_of_followers_are_listed() {
    calls().sends(&GetFollowerGroups::new(), "GET /cgi-bin/groups/get", Value::Null);
}

#[test]
fn followers_are_moved_to_a_group() {
    let moved = MoveFollowers::new(["a".into()], 108);
    let wanted = json!({"openid_list": ["a"], "to_groupid": 108});
    calls().sends(&moved, "POST /cgi-bin/groups/members/batchupdate", wanted);
}

#[test]
fn the_group_of_a_follower_is_read() {
    assert_eq!(reply::<GetGroupOfFollower>(json!({"groupid": 102})).groupid, 102);
}

#[test]
fn the_page_for_a_subscription_is_encoded() {
    assert_eq!(
        subscribe_url(&"wx1".into(), 1000, &"T".into(), "https://a.example/b?c=1", "r"),
        "https://mp.weixin.qq.com/mp/subscribemsg?action=get_confirm&appid=wx1&scene=1000\
         &template_id=T&redirect_url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&reserved=r#wechat_redirect"
    );
}

#[test]
fn the_page_for_login_is_encoded() {
    assert_eq!(
        login_url(&"wx1".into(), "https://a.example/b", "s"),
        "https://open.weixin.qq.com/connect/qrconnect?appid=wx1\
         &redirect_uri=https%3A%2F%2Fa.example%2Fb&response_type=code&scope=snsapi_login&state=s\
         #wechat_redirect"
    );
}
