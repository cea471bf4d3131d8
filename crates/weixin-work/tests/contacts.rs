//! Members, departments, tags, apps and batch jobs: requests as they are written, replies as they are read.

#![cfg(feature = "full")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod round_trip;

use serde_json::{Value, json};
use weixin_protocol::UserId;
use weixin_work::{
    agent::{AgentAdminPermission, GetAgentAdmins, GetAgents, SetAgent, SetAgentScope},
    batch::{GetJob, InviteMembers, JobCallback, JobState, ReplaceUsers},
    department::{CreateDepartment, GetDepartment, GetDepartments},
    ids::DepartmentId,
    tag::{AddTagMembers, GetTagMembers},
    user::{
        CreateUser, EmailKind, ExtraField, ExtraFields, ExtraText, GetMemberAuths,
        GetUserIdByEmail, GetUserIds, GetUsersOfDepartment,
    },
};

use crate::round_trip::{paged, read, written};

#[test]
fn requests_have_the_platforms_form() {
    let attribute = ExtraField::new("工号").kind(0).text(ExtraText::new("7"));
    let create = CreateUser::new("ann", "安")
        .department([DepartmentId::new(1), DepartmentId::new(2)])
        .enable(true)
        .extattr(ExtraFields::new().attrs([attribute]));
    let job = ReplaceUsers::new("M")
        .to_invite(false)
        .callback(JobCallback::new().url("https://a.example").token("t").encodingaeskey("k"));
    let table = [
        (
            written(&create),
            "/cgi-bin/user/create",
            json!({"userid": "ann", "name": "安", "department": [1, 2], "enable": 1,
                "extattr": {"attrs": [{"type": 0, "name": "工号", "text": {"value": "7"}}]}}),
        ),
        (
            written(&GetUsersOfDepartment::new(3_u64).fetch_child(true)),
            "/cgi-bin/user/simplelist?department_id=3&fetch_child=1",
            Value::Null,
        ),
        (
            written(&GetUserIdByEmail::new("a@b.example").email_type(EmailKind::Personal)),
            "/cgi-bin/user/get_userid_by_email",
            json!({"email": "a@b.example", "email_type": 2}),
        ),
        (
            written(&CreateDepartment::new("研发", 1_u64).order(9_u64)),
            "/cgi-bin/department/create",
            json!({"name": "研发", "parentid": 1, "order": 9}),
        ),
        (written(&GetDepartments::new()), "/cgi-bin/department/list", Value::Null),
        (
            written(&AddTagMembers::new(12_u64).userlist([UserId::new("ann")])),
            "/cgi-bin/tag/addtagusers",
            json!({"tagid": 12, "userlist": ["ann"]}),
        ),
        (
            written(&SetAgent::new().isreportenter(false).name("n")),
            "/cgi-bin/agent/set",
            json!({"agentid": 1_000_002, "isreportenter": 0, "name": "n"}),
        ),
        (
            written(&SetAgentScope::new().allow_party([DepartmentId::new(2)])),
            "/cgi-bin/agent/set_scope",
            json!({"agentid": 1_000_002, "allow_party": [2]}),
        ),
        (
            written(&job),
            "/cgi-bin/batch/replaceuser",
            json!({"media_id": "M", "to_invite": false, "callback": {
                "url": "https://a.example", "token": "t", "encodingaeskey": "k"}}),
        ),
        (
            written(&InviteMembers::new().party([DepartmentId::new(1)])),
            "/cgi-bin/batch/invite",
            json!({"party": [1]}),
        ),
    ];
    for ((target, body), expected, json) in table {
        assert_eq!((target.as_str(), body), (expected, json));
    }
}

#[test]
fn replies_are_read_leniently() {
    let one = read::<GetDepartment>(
        r#"{"errcode":0,"department":{"id":"2","parentid":1,"department_leader":["ann"]}}"#,
    );
    assert_eq!(
        (one.department.id, one.department.parentid),
        (DepartmentId::new(2), Some(DepartmentId::new(1)))
    );
    let tagged = read::<GetTagMembers>(
        r#"{"errcode":0,"tagname":"t","userlist":[{"userid":"ann"}],"partylist":["4"]}"#,
    );
    assert_eq!(
        (tagged.userlist[0].userid.as_str(), &tagged.partylist[..]),
        ("ann", &[DepartmentId::new(4)][..])
    );
    let change = read::<AddTagMembers>(r#"{"errcode":0,"invalidlist":"a|b","invalidparty":[2]}"#);
    assert_eq!(change.invalidlist, [UserId::new("a"), "b".into()]);
    let apps = read::<GetAgents>(r#"{"errcode":0,"agentlist":[{"agentid":"5","name":"n"}]}"#);
    assert_eq!(apps.agentlist[0].agentid.get(), 5);
    let admins = read::<GetAgentAdmins>(r#"{"errcode":0,"admin":{"userid":"ann","auth_type":1}}"#);
    assert_eq!(admins.admin[0].auth_type, Some(AgentAdminPermission::Manage));
    let job = read::<GetJob>(
        r#"{"errcode":0,"status":3,"type":"replace_party","total":2,"percentage":100,
            "result":[{"action":1,"partyid":2,"errcode":0},{"action":4,"partyid":3,"errcode":60123}]}"#,
    );
    assert_eq!((job.status, job.result[1].errcode), (JobState::Done, 60123));
}

#[test]
fn lists_are_followed_to_their_end() {
    let pages = [
        r#"{"errcode":0,"next_cursor":"C","dept_user":[{"userid":"a","department":1}]}"#,
        r#"{"errcode":0,"next_cursor":"","dept_user":[{"userid":"b","department":2}]}"#,
    ];
    let (items, targets) = paged(GetUserIds::new().limit(1_u32), &pages);
    assert_eq!(items.iter().map(|item| item.userid.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(targets[1].1, json!({"cursor": "C", "limit": 1}));
    let pages = [
        r#"{"errcode":0,"next_cursor":"C","member_auth_list":[{"open_userid":"a"}]}"#,
        r#"{"errcode":0}"#,
    ];
    let (items, targets) = paged(GetMemberAuths::new(), &pages);
    assert_eq!(items.len(), 1);
    assert_eq!(targets[1].0, "/cgi-bin/user/list_member_auth?cursor=C");
}
