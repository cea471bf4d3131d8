//! Approvals, journals and vacation: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{Paged, Timestamp};
use weixin_protocol::UserId;
use weixin_wire_tests::{irregular_reply, reply};
use weixin_work::{
    approval::{
        ApplicationContent, ApplicationContents, ApplyEvent, ApprovalNode, ApprovalNodeType,
        ApprovalProcess, ApprovalRelation, ApprovalStatus, ApprovalText, ControlValue,
        CreateApprovalTemplate, GetApprovalDetail, GetApprovalNumbers, GetApprovalTemplate,
        SummaryLine, TemplateContent,
    },
    journal::{GetJournal, GetJournals},
    vacation::{GetVacationConfig, SetUserVacationQuota, VacationUnit},
};

use crate::common::calls;

const NOON: Timestamp = Timestamp::from_secs(1_700_000_000);

fn words(text: &str) -> Vec<ApprovalText> {
    vec![ApprovalText::new(text).lang("zh_CN")]
}

/// What the calls for the pages of a list say under this name.
fn cursors<E: Paged + Clone>(first: E, pages: &[&str], name: &str) -> Vec<Value> {
    let (_, sent) = calls().paged(first, pages);
    sent.into_iter().map(|(_, body)| body[name].clone()).collect()
}

#[test]
fn an_application_has_contents_approvers_and_a_summary() {
    let leave = ApplicationContent::new("Textarea", "T-1", ControlValue::new().text("病假"));
    let node = ApprovalNode::new(ApprovalNodeType::Approve)
        .apv_rel(ApprovalRelation::Any)
        .userid([UserId::new("ann")]);
    let apply = ApplyEvent::new(
        "bob",
        "TPL",
        ApplicationContents::new([leave]),
        [SummaryLine::new(words("请假"))],
    )
    .use_template_approver(false)
    .process(ApprovalProcess::new([node]));
    calls().sends(
        &apply,
        "POST /cgi-bin/oa/applyevent",
        json!({"creator_userid": "bob", "template_id": "TPL", "use_template_approver": 0,
            "apply_data": {"contents": [
                {"control": "Textarea", "id": "T-1", "value": {"text": "病假"}}]},
            "process": {"node_list": [{"type": 1, "apv_rel": 2, "userid": ["ann"]}]},
            "summary_list": [{"summary_info": [{"text": "请假", "lang": "zh_CN"}]}]}),
    );
}

#[test]
fn a_template_has_controls_in_a_table() {
    let content: TemplateContent = serde_json::from_value(json!({"controls": [{
        "property": {"control": "Table", "id": "t", "require": 1},
        "config": {"table": {"print_format": 0, "children": [
            {"property": {"control": "Money", "id": "m"}}]}}}]}))
    .unwrap();
    calls().sends(
        &CreateApprovalTemplate::new(words("报销"), content),
        "POST /cgi-bin/oa/approval/create_template",
        json!({"template_name": [{"text": "报销", "lang": "zh_CN"}],
            "template_content": {"controls": [{
                "property": {"control": "Table", "id": "t", "require": 1},
                "config": {"table": {"print_format": 0, "children": [
                    {"property": {"control": "Money", "id": "m"}}]}}}]}}),
    );
}

#[test]
fn an_application_is_read_with_its_approvals_and_comments() {
    let detail = reply::<GetApprovalDetail>(
        r#"{"errcode":0,"info":{"sp_no":"2019","sp_status":6,"applyer":{"userid":"bob","partyid":"2"},
        "sp_record":[{"sp_status":1,"approverattr":1,"details":[{"approver":{"userid":"ann"},
        "speech":"","sp_status":1,"sptime":0,"media_id":[]}]}],
        "apply_data":{"contents":[{"control":"Table","id":"t","title":[{"text":"明细","lang":"zh_CN"}],
        "value":{"children":[{"list":[{"control":"Date","id":"d","value":
        {"date":{"type":"day","s_timestamp":"1700000000"}}}]}]}}]},
        "comments":[{"commentUserInfo":{"userid":"eve"},"commenttime":1,"commentcontent":"c"}],
        "process_list":{"node_list":[{"node_type":2,"sub_node_list":[{"userid":"eve","Sptime":5}]}]}}}"#,
    )
    .info;
    assert_eq!(detail.sp_status, Some(ApprovalStatus::WithdrawnAfterApproval));
    assert_eq!(detail.sp_record[0].details[0].sptime, Some(Timestamp::from_secs(0)));
    let table = &detail.apply_data.unwrap().contents[0];
    let day = table.value.children[0].list[0].value.date.clone().unwrap();
    assert_eq!((day.kind.as_str(), day.s_timestamp), ("day", Some(NOON)));
    let commenter = detail.comments[0].comment_user_info.clone().unwrap();
    assert_eq!(commenter.userid, Some(UserId::new("eve")));
    let node = &detail.process_list.unwrap().node_list[0];
    assert_eq!(node.node_type, Some(ApprovalNodeType::Notify));
    assert_eq!(node.sub_node_list[0].sptime, Some(Timestamp::from_secs(5)));
}

#[test]
fn the_time_of_a_pending_approval_may_be_an_empty_text() {
    let detail = irregular_reply::<GetApprovalDetail>(
        r#"{"info":{"sp_no":"2019","sp_record":[{"details":[{"sptime":""}]}]}}"#,
        json!({"info": {"sp_no": "2019", "sp_record": [{"details": [{"sptime": 0}]}]}}),
    );
    let approval = &detail.info.sp_record[0].details[0];
    assert_eq!(approval.sptime, Some(Timestamp::from_secs(0)));
}

#[test]
fn a_template_has_tips_with_links() {
    let template = reply::<GetApprovalTemplate>(
        r#"{"template_names":[{"text":"全字段","lang":"zh_CN"}],"template_content":{"controls":[
        {"property":{"control":"Tips","id":"i","require":0,"un_print":1,
            "un_replace":0,"display":1},"config":{"tips":
        {"tips_content":[{"lang":"zh_CN","text":{"sub_text":[{"type":2,"content":{"link":
        {"title":"t","url":"u"}}}]}}]}}}]}}"#,
    );
    let tips = &template.template_content.controls[0];
    assert_eq!((tips.property.require, tips.property.un_print), (Some(false), Some(true)));
    assert_eq!((tips.property.un_replace, tips.property.display), (Some(false), Some(true)));
    let part = &tips.config.as_ref().unwrap().tips.as_ref().unwrap().tips_content[0];
    let link = part.text.as_ref().unwrap().sub_text[0].content.clone().unwrap().link.unwrap();
    assert_eq!(link.url.as_deref(), Some("u"));
}

#[test]
fn a_journal_has_documents_and_comments() {
    let journal = reply::<GetJournal>(
        r#"{"info":{"journal_uuid":"j","submitter":{"userid":"bob"},"readed_receivers":[],
        "apply_data":{"contents":[{"control":"Docs","id":"d","value":{"docs":[{"docid":"D"}]}}]},
        "comments":[{"commentid":1,"tocommentid":0,"comment_userinfo":{"userid":"ann"}}]}}"#,
    )
    .info;
    assert_eq!(journal.comments[0].commentid, Some("1".into()));
    assert_eq!(journal.apply_data.unwrap().contents[0].value.docs[0].docid, Some("D".into()));
}

#[test]
fn a_quota_of_vacation_is_set_in_seconds() {
    calls().sends(
        &SetUserVacationQuota::new("ann", 1_u64, -3600_i64, VacationUnit::Hour),
        "POST /cgi-bin/oa/vacation/setoneuserquota",
        json!({"userid": "ann", "vacation_id": 1, "leftduration": -3600, "time_attr": 1}),
    );
}

#[test]
fn the_quota_of_a_vacation_has_rules() {
    let config = reply::<GetVacationConfig>(
        r#"{"lists":[{"id":1,"name":"年假","time_attr":0,"quota_attr":{"type":1,"quota_rules":{"list":[
        {"quota":432000,"begin":0,"end":10}],"based_on_actual_work_time":true}},"is_newovertime":0,
        "expire_rule":{"type":2,"duration":1,"date":{"month":0,"day":0},"extern_duration_enable":false}}]}"#,
    );
    let quota = config.lists[0].quota_attr.as_ref().unwrap().quota_rules.as_ref().unwrap();
    assert_eq!((quota.list[0].quota, quota.based_on_actual_work_time), (Some(432_000), Some(true)));
}

#[test]
fn numbers_of_applications_are_listed_by_the_new_cursor() {
    let newer = GetApprovalNumbers::new(NOON, NOON, 100_u32).new_cursor("");
    let pages = [r#"{"sp_no_list":["1"],"new_next_cursor":"n"}"#, r#"{"sp_no_list":["2"]}"#];
    assert_eq!(cursors(newer, &pages, "new_cursor"), [json!(""), json!("n")]);
}

#[test]
fn numbers_of_applications_are_listed_by_the_old_cursor() {
    let older = GetApprovalNumbers::new(NOON, NOON, 100_u32).cursor(0);
    let pages = [r#"{"sp_no_list":["1"],"next_cursor":9}"#, r#"{"sp_no_list":[]}"#];
    assert_eq!(cursors(older, &pages, "cursor"), [json!(0), json!(9)]);
}

#[test]
fn journals_are_listed_until_the_end_is_flagged() {
    let journals = GetJournals::new(NOON, NOON, 0_u64, 100_u32);
    let pages = [
        r#"{"journaluuid_list":["a"],"next_cursor":5,"endflag":0}"#,
        r#"{"journaluuid_list":["b"],"next_cursor":6,"endflag":1}"#,
    ];
    assert_eq!(cursors(journals, &pages, "cursor"), [json!(0), json!(5)]);
}
