//! Members, departments, tags, apps and batch jobs: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_protocol::UserId;
use weixin_wire_tests::reply;
use weixin_work::{
    agent::{AgentAdminPermission, GetAgent, GetAgentAdmins, GetAgents, SetAgent, SetAgentScope},
    batch::{GetJob, InviteMembers, JobCallback, JobState, ReplaceUsers},
    department::{CreateDepartment, GetDepartment, GetDepartments},
    ids::DepartmentId,
    tag::{AddTagMembers, GetTagMembers},
    user::{
        CreateUser, EmailKind, ExtraField, ExtraFields, ExtraText, GetMemberAuths,
        GetUserIdByEmail, GetUserIds, GetUsersOfDepartment,
    },
};

use crate::common::calls;

#[test]
fn a_member_is_created_with_extra_fields() {
    let attribute = ExtraField::new("工号").kind(0).text(ExtraText::new("7"));
    let create = CreateUser::new("ann", "安")
        .department([DepartmentId::new(1), DepartmentId::new(2)])
        .enable(true)
        .extattr(ExtraFields::new().attrs([attribute]));
    calls().sends(
        &create,
        "POST /cgi-bin/user/create",
        json!({"userid": "ann", "name": "安", "department": [1, 2], "enable": 1,
            "extattr": {"attrs": [{"type": 0, "name": "工号", "text": {"value": "7"}}]}}),
    );
}

#[test]
fn members_of_a_department_are_listed_with_subdepartments() {
    calls().sends(
        &GetUsersOfDepartment::new(3_u64).fetch_child(true),
        "GET /cgi-bin/user/simplelist?department_id=3&fetch_child=1",
        Value::Null,
    );
}

#[test]
fn a_user_id_is_found_by_an_email_address_of_a_kind() {
    calls().sends(
        &GetUserIdByEmail::new("a@b.example").email_type(EmailKind::Personal),
        "POST /cgi-bin/user/get_userid_by_email",
        json!({"email": "a@b.example", "email_type": 2}),
    );
}

#[test]
fn a_department_is_created_below_another() {
    calls().sends(
        &CreateDepartment::new("研发", 1_u64).order(9_u64),
        "POST /cgi-bin/department/create",
        json!({"name": "研发", "parentid": 1, "order": 9}),
    );
}

#[test]
fn all_departments_are_listed_without_an_id() {
    calls().sends(&GetDepartments::new(), "GET /cgi-bin/department/list", Value::Null);
}

#[test]
fn a_tag_is_given_to_members() {
    calls().sends(
        &AddTagMembers::new(12_u64).userlist([UserId::new("ann")]),
        "POST /cgi-bin/tag/addtagusers",
        json!({"tagid": 12, "userlist": ["ann"]}),
    );
}

#[test]
fn the_details_of_an_app_are_fetched_by_the_app_itself() {
    calls().sends(&GetAgent::new(), "GET /cgi-bin/agent/get?agentid=1000002", Value::Null);
    let agent = reply::<GetAgent>(json!({"errcode": 0, "agentid": 1_000_002, "name": "n"}));
    assert_eq!(agent.redirect_domain, None);
}

#[test]
fn the_details_of_an_app_are_set_for_the_calling_app() {
    calls().sends(
        &SetAgent::new().isreportenter(false).name("n"),
        "POST /cgi-bin/agent/set",
        json!({"agentid": 1_000_002, "isreportenter": 0, "name": "n"}),
    );
}

#[test]
fn the_scope_of_an_app_is_set_for_the_calling_app() {
    calls().sends(
        &SetAgentScope::new().allow_party([DepartmentId::new(2)]),
        "POST /cgi-bin/agent/set_scope",
        json!({"agentid": 1_000_002, "allow_party": [2]}),
    );
}

#[test]
fn a_batch_job_replaces_members_and_calls_back() {
    let job = ReplaceUsers::new("M")
        .to_invite(false)
        .callback(JobCallback::new().url("https://a.example").token("t").encodingaeskey("k"));
    calls().sends(
        &job,
        "POST /cgi-bin/batch/replaceuser",
        json!({"media_id": "M", "to_invite": false, "callback": {
            "url": "https://a.example", "token": "t", "encodingaeskey": "k"}}),
    );
}

#[test]
fn members_are_invited_by_department() {
    calls().sends(
        &InviteMembers::new().party([DepartmentId::new(1)]),
        "POST /cgi-bin/batch/invite",
        json!({"party": [1]}),
    );
}

#[test]
fn a_department_has_numbers_in_texts() {
    let one = reply::<GetDepartment>(
        r#"{"errcode":0,"department":{"id":"2","parentid":1,"department_leader":["ann"]}}"#,
    );
    assert_eq!(
        (one.department.id, one.department.parentid),
        (DepartmentId::new(2), Some(DepartmentId::new(1)))
    );
}

#[test]
fn a_tag_lists_members_and_departments() {
    let tagged = reply::<GetTagMembers>(
        r#"{"errcode":0,"tagname":"t","userlist":[{"userid":"ann"}],"partylist":["4"]}"#,
    );
    assert_eq!(
        (tagged.userlist[0].userid.as_str(), &tagged.partylist[..]),
        ("ann", &[DepartmentId::new(4)][..])
    );
}

#[test]
fn members_that_are_not_tagged_come_as_one_text() {
    let change = reply::<AddTagMembers>(r#"{"errcode":0,"invalidlist":"a|b","invalidparty":[2]}"#);
    assert_eq!(change.invalidlist, [UserId::new("a"), "b".into()]);
}

#[test]
fn apps_are_listed_with_their_ids() {
    let apps = reply::<GetAgents>(r#"{"errcode":0,"agentlist":[{"agentid":"5","name":"n"}]}"#);
    assert_eq!(apps.agentlist[0].agentid.get(), 5);
}

#[test]
fn a_single_administrator_is_a_list() {
    let admins = reply::<GetAgentAdmins>(r#"{"errcode":0,"admin":{"userid":"ann","auth_type":1}}"#);
    assert_eq!(admins.admin[0].auth_type, Some(AgentAdminPermission::Manage));
}

#[test]
fn the_result_of_a_job_has_an_error_code_for_each_item() {
    let job = reply::<GetJob>(
        r#"{"errcode":0,"status":3,"type":"replace_party","total":2,"percentage":100,
            "result":[{"action":1,"partyid":2,"errcode":0},{"action":4,"partyid":3,"errcode":60123}]}"#,
    );
    assert_eq!((job.status, job.result[1].errcode), (JobState::Done, 60123));
}

#[test]
fn user_ids_are_listed_until_the_cursor_is_empty() {
    let pages = [
        r#"{"errcode":0,"next_cursor":"C","dept_user":[{"userid":"a","department":1}]}"#,
        r#"{"errcode":0,"next_cursor":"","dept_user":[{"userid":"b","department":2}]}"#,
    ];
    let (items, targets) = calls().paged(GetUserIds::new().limit(1_u32), pages);
    assert_eq!(items.iter().map(|item| item.userid.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(targets[1].1, json!({"cursor": "C", "limit": 1}));
}

#[test]
fn authorized_members_are_listed_until_there_is_no_cursor() {
    let pages = [
        r#"{"errcode":0,"next_cursor":"C","member_auth_list":[{"open_userid":"a"}]}"#,
        r#"{"errcode":0}"#,
    ];
    let (items, targets) = calls().paged(GetMemberAuths::new(), pages);
    assert_eq!(items.len(), 1);
    assert_eq!(targets[1].0, "GET /cgi-bin/user/list_member_auth?cursor=C");
}
