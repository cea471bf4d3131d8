//! Schools, group chats of apps, invoices, the archive of messages and changing cards.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{ReplyForm, wire::ApiResponse};
use weixin_protocol::{Product, UserId};
use weixin_wire_tests::{event, irregular_push, notice, reply};
use weixin_work::{
    app_chat::{AppChatMessage, AppChatText, CreateAppChat, GetAppChat, SendAppChatMessage},
    ids::SchoolDepartmentId,
    invoice::{GetInvoice, InvoiceKey, ReimburseStatus, UpdateInvoiceStatuses},
    message::{
        GetMessageStatistics, ReplacedButton, SendMessage, StatisticDay, TaskCard, TaskCardButton,
        Text, UpdateTaskCard, UpdateTemplateCard, WorkMessage,
    },
    message_audit::{
        AgreeStatus, CheckSingleAgreement, KeywordHit, MemberAndCustomer, MessagesArchived,
    },
    mini_program::CodeToMemberSession,
    school::{
        Child, CreateParent, GetSchoolDepartments, GetSchoolUser, GetStudents, SchoolContactChange,
        SchoolContactChanged, StudentResults,
    },
    school_app::{GetSchoolWatchStat, GetStudentHealthInfo, HealthOptionId},
    school_notice::{SchoolMessage, SendSchoolNotice, SetSubscribeMode, SubscribeMode},
};

use crate::common::calls;

#[test]
fn a_group_chat_has_an_owner_and_members() {
    let ann = || UserId::new("ann");
    calls().sends(
        &CreateAppChat::new([ann(), "bob".into()]).owner("ann"),
        "POST /cgi-bin/appchat/create",
        json!({"owner": "ann", "userlist": ["ann", "bob"]}),
    );
}

#[test]
fn a_message_to_a_group_chat_mentions_members() {
    calls().sends(
        &SendAppChatMessage::new(
            "c1",
            AppChatMessage::Markdown(AppChatText::new("*x*").mentioned_list(["@all".to_owned()])),
        )
        .safe(true),
        "POST /cgi-bin/appchat/send",
        json!({"chatid": "c1", "msgtype": "markdown", "safe": 1,
            "markdown": {"content": "*x*", "mentioned_list": ["@all"]}}),
    );
}

#[test]
fn a_group_chat_is_fetched_by_its_id() {
    calls().sends(&GetAppChat::new("c1"), "GET /cgi-bin/appchat/get?chatid=c1", Value::Null);
}

#[test]
fn invoices_are_locked_in_a_batch() {
    calls().sends(
        &UpdateInvoiceStatuses::new("o1", ReimburseStatus::Locked, [InvoiceKey::new("p1", "e1")]),
        "POST /cgi-bin/card/invoice/reimburse/updatestatusbatch",
        json!({"openid": "o1", "reimburse_status": "INVOICE_REIMBURSE_LOCK",
            "invoice_list": [{"card_id": "p1", "encrypt_code": "e1"}]}),
    );
}

#[test]
fn a_task_card_has_buttons() {
    let card = TaskCard::new("t", "d", "T1", [TaskCardButton::new("K", "yes").is_bold(true)]);
    calls().sends(
        &SendMessage::new("ann", WorkMessage::TaskCard(card)),
        "POST /cgi-bin/message/send",
        json!({"touser": "ann", "agentid": 1_000_002, "msgtype": "interactive_taskcard",
            "interactive_taskcard": {"title": "t", "description": "d", "task_id": "T1",
                "btn": [{"key": "K", "name": "yes", "is_bold": true}]}}),
    );
}

#[test]
fn a_template_card_is_changed_for_everybody() {
    calls().sends(
        &UpdateTemplateCard::new("R").atall(true).button(ReplacedButton::new("done")),
        "POST /cgi-bin/message/update_template_card",
        json!({"atall": 1, "agentid": 1_000_002, "response_code": "R",
            "button": {"replace_name": "done"}}),
    );
}

#[test]
fn a_task_card_is_changed_for_members() {
    let ann = || UserId::new("ann");
    calls().sends(
        &UpdateTaskCard::new([ann()], "T1", "done"),
        "POST /cgi-bin/message/update_taskcard",
        json!({"userids": ["ann"], "agentid": 1_000_002, "task_id": "T1",
            "replace_name": "done"}),
    );
}

#[test]
fn messages_of_yesterday_are_counted() {
    calls().sends(
        &GetMessageStatistics::new().time_type(StatisticDay::Yesterday),
        "POST /cgi-bin/message/get_statistics",
        json!({"time_type": 1}),
    );
}

#[test]
fn a_mini_program_exchanges_its_code() {
    calls().sends(
        &CodeToMemberSession::new("C"),
        "GET /cgi-bin/miniprogram/jscode2session?js_code=C&grant_type=authorization_code",
        Value::Null,
    );
}

#[test]
fn agreements_are_checked_for_a_member_and_a_customer() {
    calls().sends(
        &CheckSingleAgreement::new([MemberAndCustomer::new("ann", "wm1")]),
        "POST /cgi-bin/msgaudit/check_single_agree",
        json!({"info": [{"userid": "ann", "exteranalopenid": "wm1"}]}),
    );
}

#[test]
fn a_parent_is_created_with_children() {
    calls().sends(
        &CreateParent::new("p1", "1", [Child::new("s1").relation("妈妈")]),
        "POST /cgi-bin/school/user/create_parent",
        json!({"parent_userid": "p1", "mobile": "1",
            "children": [{"student_userid": "s1", "relation": "妈妈"}]}),
    );
}

#[test]
fn students_are_listed_with_subdepartments() {
    calls().sends(
        &GetStudents::new(3).fetch_child(true),
        "GET /cgi-bin/school/user/list?department_id=3&fetch_child=1",
        Value::Null,
    );
}

#[test]
fn a_notice_to_a_department_of_a_school_names_its_app() {
    calls().sends(
        &SendSchoolNotice::new(SchoolMessage::Text(Text::new("x")))
            .to_party([SchoolDepartmentId::new(1)])
            .toall(false),
        "POST /cgi-bin/externalcontact/message/send",
        json!({"to_party": [1], "toall": 0, "agentid": 1_000_002, "msgtype": "text",
            "text": {"content": "x"}}),
    );
}

#[test]
fn who_may_subscribe_to_a_school_is_set() {
    calls().sends(
        &SetSubscribeMode::new(SubscribeMode::Listed),
        "POST /cgi-bin/externalcontact/set_subscribe_mode",
        json!({"subscribe_mode": 2}),
    );
}

#[test]
fn an_invoice_has_a_fee_in_a_text() {
    let invoice = reply::<GetInvoice>(
        r#"{"errcode":0,"card_id":"p1","user_info":{"fee":"4000","info":[{"name":"n","num":10}],
            "reimburse_status":"INVOICE_REIMBURSE_INIT"}}"#,
    );
    let content = invoice.user_info.unwrap();
    assert_eq!((content.fee, content.info.len()), (Some(4000), 1));
    assert_eq!(content.reimburse_status, Some(ReimburseStatus::Initial));
}

#[test]
fn a_customer_who_disagrees_is_read() {
    let agreed = reply::<CheckSingleAgreement>(
        r#"{"agreeinfo":[{"userid":"ann","exteranalopenid":"wm1","agree_status":"Disagree"}]}"#,
    );
    assert_eq!(agreed.agreeinfo[0].agree_status, Some(AgreeStatus::Disagree));
}

#[test]
fn a_class_has_truth_values_as_numbers() {
    let departments = reply::<GetSchoolDepartments>(
        r#"{"departments":[{"id":3,"type":1,"open_group_chat":1,"is_graduated":"0",
            "department_admins":[{"userid":"ann","type":3,"subject":"语文"}]}]}"#,
    );
    let class = &departments.departments[0];
    assert_eq!((class.open_group_chat, class.is_graduated), (Some(true), Some(false)));
}

#[test]
fn a_student_has_parents() {
    let user = reply::<GetSchoolUser>(
        r#"{"user_type":1,"student":{"student_userid":"s1","parents":[
            {"parent_userid":"p1","is_subscribe":1}]}}"#,
    );
    assert_eq!(user.student.unwrap().parents[0].is_subscribe, Some(true));
}

#[test]
fn the_health_report_of_a_student_has_a_choice() {
    let health = reply::<GetStudentHealthInfo>(
        r#"{"health_infos":[{"userid":"s1","report_values":[{"question_id":1,"single_chose":2}]}],
            "ending":1}"#,
    );
    assert_eq!(health.health_infos[0].report_values[0].single_chose, Some(HealthOptionId::new(2)));
}

#[test]
fn students_who_watched_are_read() {
    let watched = reply::<GetSchoolWatchStat>(
        r#"{"ending":0,"next_key":"K","stat_infoes":{"students":[{"student_userid":"s1",
            "partyids":[2],"watch_time":30,"is_comment":1}]}}"#,
    );
    assert_eq!(watched.ending, Some(false));
    assert_eq!(watched.stat_infoes.unwrap().students[0].partyids, [2]);
}

#[test]
fn a_rejected_batch_says_what_went_wrong_with_whom() {
    let body = r#"{"errcode":1,"errmsg":"invalid","result_list":[
        {"student_userid":"s1","errcode":1,"errmsg":"invalid"}]}"#;
    let error = ApiResponse::json(body).checked(ReplyForm::Json, Product::Work).unwrap_err();
    let results: StudentResults = error.details().unwrap();
    assert_eq!(results.result_list[0].student_userid, "s1");
}

/// What changed in the contacts of a school, by the name of the change.
#[track_caller]
fn school_change(name: &str) -> SchoolContactChange {
    let fields = format!("<ChangeType>{name}</ChangeType><Id>7</Id>");
    let changed: SchoolContactChanged = event("change_school_contact", &fields);
    assert_eq!(changed.id.as_deref(), Some("7"));
    changed.change
}

#[test]
fn a_change_of_contacts_is_read() {
    assert_eq!(school_change("subscribe"), SchoolContactChange::Subscribed);
    assert_eq!(school_change("create_department"), SchoolContactChange::DepartmentCreated);
    assert_eq!(school_change("x"), SchoolContactChange::Other("x".to_owned()));
}

#[test]
fn a_change_of_contacts_is_read_as_the_samples_spell_it() {
    let changed: SchoolContactChanged = irregular_push(
        "<xml><MsgType>event</MsgType><Event>change_school_contact</Event>\
         <ChangeType>create_deparmtment</ChangeType><Id>7</Id></xml>",
    );
    assert_eq!(changed.change, SchoolContactChange::DepartmentCreated);
}

#[test]
fn archived_messages_are_announced_to_an_app() {
    let archived: MessagesArchived = event("msgaudit_notify", "<AgentID>5</AgentID>");
    assert_eq!(archived.header.agent_id, Some(5));
}

#[test]
fn a_suite_is_told_of_a_keyword() {
    let hit: KeywordHit =
        notice("hit_keyword", "<SuiteId>tj1</SuiteId><AuthCorpId>ww1</AuthCorpId><Token>T</Token>");
    assert_eq!((hit.token.expose(), hit.header.created), ("T", 1_700_000_000));
}
