//! Schools, group chats of apps, invoices, the archive of messages and changing cards.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod round_trip;

use serde_json::{Value, json};
use weixin_api::{ReplyForm, wire::ApiResponse};
use weixin_protocol::{Inbound, Product, UserId};
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

use crate::round_trip::{read, written};

#[test]
fn requests_have_the_platforms_form() {
    let ann = || UserId::new("ann");
    let card = TaskCard::new("t", "d", "T1", [TaskCardButton::new("K", "yes").is_bold(true)]);
    let table = [
        (
            written(&CreateAppChat::new([ann(), "bob".into()]).owner("ann")),
            "/cgi-bin/appchat/create",
            json!({"owner": "ann", "userlist": ["ann", "bob"]}),
        ),
        (
            written(
                &SendAppChatMessage::new(
                    "c1",
                    AppChatMessage::Markdown(
                        AppChatText::new("*x*").mentioned_list(["@all".to_owned()]),
                    ),
                )
                .safe(true),
            ),
            "/cgi-bin/appchat/send",
            json!({"chatid": "c1", "msgtype": "markdown", "safe": 1,
                "markdown": {"content": "*x*", "mentioned_list": ["@all"]}}),
        ),
        (written(&GetAppChat::new("c1")), "/cgi-bin/appchat/get?chatid=c1", Value::Null),
        (
            written(&UpdateInvoiceStatuses::new(
                "o1",
                ReimburseStatus::Locked,
                [InvoiceKey::new("p1", "e1")],
            )),
            "/cgi-bin/card/invoice/reimburse/updatestatusbatch",
            json!({"openid": "o1", "reimburse_status": "INVOICE_REIMBURSE_LOCK",
                "invoice_list": [{"card_id": "p1", "encrypt_code": "e1"}]}),
        ),
        (
            written(&SendMessage::new("ann", WorkMessage::TaskCard(card))),
            "/cgi-bin/message/send",
            json!({"touser": "ann", "agentid": 1_000_002, "msgtype": "interactive_taskcard",
                "interactive_taskcard": {"title": "t", "description": "d", "task_id": "T1",
                    "btn": [{"key": "K", "name": "yes", "is_bold": true}]}}),
        ),
        (
            written(&UpdateTemplateCard::new("R").atall(true).button(ReplacedButton::new("done"))),
            "/cgi-bin/message/update_template_card",
            json!({"atall": 1, "agentid": 1_000_002, "response_code": "R",
                "button": {"replace_name": "done"}}),
        ),
        (
            written(&UpdateTaskCard::new([ann()], "T1", "done")),
            "/cgi-bin/message/update_taskcard",
            json!({"userids": ["ann"], "agentid": 1_000_002, "task_id": "T1",
                "replace_name": "done"}),
        ),
        (
            written(&GetMessageStatistics::new().time_type(StatisticDay::Yesterday)),
            "/cgi-bin/message/get_statistics",
            json!({"time_type": 1}),
        ),
        (
            written(&CodeToMemberSession::new("C")),
            "/cgi-bin/miniprogram/jscode2session?js_code=C&grant_type=authorization_code",
            Value::Null,
        ),
        (
            written(&CheckSingleAgreement::new([MemberAndCustomer::new("ann", "wm1")])),
            "/cgi-bin/msgaudit/check_single_agree",
            json!({"info": [{"userid": "ann", "exteranalopenid": "wm1"}]}),
        ),
        (
            written(&CreateParent::new("p1", "1", [Child::new("s1").relation("妈妈")])),
            "/cgi-bin/school/user/create_parent",
            json!({"parent_userid": "p1", "mobile": "1",
                "children": [{"student_userid": "s1", "relation": "妈妈"}]}),
        ),
        (
            written(&GetStudents::new(3).fetch_child(true)),
            "/cgi-bin/school/user/list?department_id=3&fetch_child=1",
            Value::Null,
        ),
        (
            written(
                &SendSchoolNotice::new(SchoolMessage::Text(Text::new("x")))
                    .to_party([SchoolDepartmentId::new(1)])
                    .toall(false),
            ),
            "/cgi-bin/externalcontact/message/send",
            json!({"to_party": [1], "toall": 0, "agentid": 1_000_002, "msgtype": "text",
                "text": {"content": "x"}}),
        ),
        (
            written(&SetSubscribeMode::new(SubscribeMode::Listed)),
            "/cgi-bin/externalcontact/set_subscribe_mode",
            json!({"subscribe_mode": 2}),
        ),
    ];
    for ((target, json), path, body) in table {
        assert_eq!((target.as_str(), json), (path, body));
    }
}

#[test]
fn replies_are_read() {
    let invoice = read::<GetInvoice>(
        r#"{"errcode":0,"card_id":"p1","user_info":{"fee":"4000","info":[{"name":"n","num":10}],
            "reimburse_status":"INVOICE_REIMBURSE_INIT"}}"#,
    );
    let content = invoice.user_info.unwrap();
    assert_eq!((content.fee, content.info.len()), (Some(4000), 1));
    assert_eq!(content.reimburse_status, Some(ReimburseStatus::Initial));
    let agreed = read::<CheckSingleAgreement>(
        r#"{"agreeinfo":[{"userid":"ann","exteranalopenid":"wm1","agree_status":"Disagree"}]}"#,
    );
    assert_eq!(agreed.agreeinfo[0].agree_status, Some(AgreeStatus::Disagree));
    let departments = read::<GetSchoolDepartments>(
        r#"{"departments":[{"id":3,"type":1,"open_group_chat":1,"is_graduated":"0",
            "department_admins":[{"userid":"ann","type":3,"subject":"语文"}]}]}"#,
    );
    let class = &departments.departments[0];
    assert_eq!((class.open_group_chat, class.is_graduated), (Some(true), Some(false)));
    let user = read::<GetSchoolUser>(
        r#"{"user_type":1,"student":{"student_userid":"s1","parents":[
            {"parent_userid":"p1","is_subscribe":1}]}}"#,
    );
    assert_eq!(user.student.unwrap().parents[0].is_subscribe, Some(true));
    let health = read::<GetStudentHealthInfo>(
        r#"{"health_infos":[{"userid":"s1","report_values":[{"question_id":1,"single_chose":2}]}],
            "ending":1}"#,
    );
    assert_eq!(health.health_infos[0].report_values[0].single_chose, Some(HealthOptionId::new(2)));
    let watched = read::<GetSchoolWatchStat>(
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

#[test]
fn events_are_read() {
    let school = |change: &str| {
        let body = format!(
            "<xml><MsgType>event</MsgType><Event>change_school_contact</Event>\
             <ChangeType>{change}</ChangeType><Id>7</Id></xml>"
        );
        let push = Inbound::parse(&body).unwrap();
        assert!(push.is::<SchoolContactChanged>());
        let changed: SchoolContactChanged = push.read().unwrap();
        (changed.change, changed.id.unwrap())
    };
    assert_eq!(school("subscribe"), (SchoolContactChange::Subscribed, "7".to_owned()));
    // As the platform's samples spell it, and as it should be.
    for spelling in ["create_deparmtment", "create_department"] {
        assert_eq!(school(spelling).0, SchoolContactChange::DepartmentCreated);
    }
    assert_eq!(school("x").0, SchoolContactChange::Other("x".to_owned()));
    let push = Inbound::parse(
        "<xml><MsgType>event</MsgType><Event>msgaudit_notify</Event><AgentID>5</AgentID></xml>",
    )
    .unwrap();
    let archived: MessagesArchived = push.read().unwrap();
    assert_eq!(archived.header.agent_id, Some(5));
    let push = Inbound::parse(
        "<xml><SuiteId>tj1</SuiteId><AuthCorpId>ww1</AuthCorpId><InfoType>hit_keyword</InfoType>\
         <Token>T</Token><TimeStamp>5</TimeStamp></xml>",
    )
    .unwrap();
    let hit: KeywordHit = push.read().unwrap();
    assert_eq!((hit.token.expose(), hit.header.created), ("T", 5));
}
