//! Changes of the whole address book, done by and by (异步批量接口). `/cgi-bin/batch/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, MediaId, Secret, UserId, inbound, messages};

group! {
    /// Changes of the whole address book (异步批量接口).
    batches: [SyncUsers, ReplaceUsers, ReplaceDepartments, GetJob, InviteMembers]
}

messages![JobFinished];

/// Adds and changes the members in a CSV file; nobody is deleted.
#[endpoint(POST "/cgi-bin/batch/syncuser", title = "增量更新成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90980",
    scope(work), reply = Job, call = batches.sync_users)]
pub struct SyncUsers {
    /// The file, uploaded.
    pub media_id: MediaId,
    /// Whether to send invitations; they are sent if left out.
    pub to_invite: Option<bool>,
    /// Where to say that it is done.
    pub callback: Option<JobCallback>,
}

/// Where to say that a job is done, and by which token and key.
#[endpoint(part)]
pub struct JobCallback {
    /// The address.
    pub url: Option<String>,
    /// The callback's token.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub token: Option<Secret>,
    /// The callback's key.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub encodingaeskey: Option<Secret>,
}

/// A change that was begun.
#[endpoint(part, reply_to(SyncUsers, ReplaceUsers, ReplaceDepartments))]
pub struct Job {
    /// Its name.
    pub jobid: String,
}

/// Makes the members those in a CSV file; everybody else is deleted.
#[endpoint(POST "/cgi-bin/batch/replaceuser", title = "全量覆盖成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90981",
    scope(work), reply = Job, call = batches.replace_users)]
pub struct ReplaceUsers {
    /// The file, uploaded.
    pub media_id: MediaId,
    /// Whether to send invitations; they are sent if left out.
    pub to_invite: Option<bool>,
    /// Where to say that it is done.
    pub callback: Option<JobCallback>,
}

/// Makes the departments those in a CSV file; every other one, if it is empty, is deleted.
#[endpoint(POST "/cgi-bin/batch/replaceparty", title = "全量覆盖部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90982",
    scope(work), reply = Job, call = batches.replace_departments)]
pub struct ReplaceDepartments {
    /// The file, uploaded.
    pub media_id: MediaId,
    /// Where to say that it is done.
    pub callback: Option<JobCallback>,
}

/// Says how far a change is. Its result is kept 24 hours.
#[endpoint(GET "/cgi-bin/batch/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/90983",
    scope(work), reply = JobStatus, call = batches.job)]
pub struct GetJob {
    /// The change.
    pub jobid: String,
}

/// How far a change is.
#[endpoint(part, reply_to(GetJob))]
pub struct JobStatus {
    /// How far.
    pub status: JobState,
    /// `sync_user`, `replace_user` or `replace_party`.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many there are.
    pub total: u64,
    /// How many of a hundred are done.
    pub percentage: u8,
    /// What became of each, once all are done.
    #[serde(default)]
    pub result: Vec<JobResult>,
}

int_enum! {
    /// How far a change is.
    pub enum JobState {
        /// It has begun.
        Begun = 1,
        /// It is going on.
        Running = 2,
        /// It is done.
        Done = 3,
    }
}

/// What became of a member or department.
#[endpoint(part)]
pub struct JobResult {
    /// Departments: 1 made, 2 changed, 3 deleted (bits).
    pub action: Option<u8>,
    /// The member.
    pub userid: Option<UserId>,
    /// The department.
    pub partyid: Option<u64>,
    /// 0 if it went well.
    pub errcode: i64,
    /// What did not.
    pub errmsg: Option<String>,
}

/// Invites members to use WeCom: up to 1,000 members, 100 departments and 100 tags.
#[endpoint(POST "/cgi-bin/batch/invite", title = "邀请成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90975",
    scope(work), reply = Uninvited, call = batches.invite)]
pub struct InviteMembers {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<u64>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<u64>,
}

/// Who was not invited, because they are not there.
#[endpoint(part, reply_to(InviteMembers))]
pub struct Uninvited {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<u64>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<u64>,
}

/// A job is done. Event `batch_job_result`.
#[inbound(event = "batch_job_result", notice = "batch_job_result", scope(work))]
pub struct JobFinished {
    /// When.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation, if a suite is told.
    pub auth_corp_id: Option<AppId>,
    /// The job.
    pub batch_job: FinishedJob,
}

/// A job that is done.
#[inbound(part)]
pub struct FinishedJob {
    /// Its name.
    pub job_id: String,
    /// What was done: `sync_user`, `replace_user`, `invite_user`, `replace_party`, `export_user`, …
    pub job_type: Option<String>,
    /// 0 if it went well.
    pub err_code: Option<i64>,
    /// What did not.
    pub err_msg: Option<String>,
}
