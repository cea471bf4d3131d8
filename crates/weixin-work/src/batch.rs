//! Changes of the whole address book, done by and by (异步批量接口). `/cgi-bin/batch/*`

use weixin_api::{Call, Caller, On, codes, endpoint, endpoints};
use weixin_protocol::{AppId, Header, MediaId, Secret, UserId, inbound, messages};

endpoints![SyncUsers, ReplaceUsers, ReplaceDepartments, GetJob, InviteMembers];

messages![JobFinished];

/// Adds and changes the members in a CSV file; nobody is deleted. `POST /cgi-bin/batch/syncuser`
#[endpoint(POST "/cgi-bin/batch/syncuser", title = "增量更新成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90980",
    scope(work), reply = Job)]
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
#[endpoint(part)]
pub struct Job {
    /// Its name.
    pub jobid: String,
}

/// Makes the members those in a CSV file; everybody else is deleted.
/// `POST /cgi-bin/batch/replaceuser`
#[endpoint(POST "/cgi-bin/batch/replaceuser", title = "全量覆盖成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90981",
    scope(work), reply = Job)]
pub struct ReplaceUsers {
    /// The file, uploaded.
    pub media_id: MediaId,
    /// Whether to send invitations; they are sent if left out.
    pub to_invite: Option<bool>,
    /// Where to say that it is done.
    pub callback: Option<JobCallback>,
}

/// Makes the departments those in a CSV file; every other one, if it is empty, is deleted.
/// `POST /cgi-bin/batch/replaceparty`
#[endpoint(POST "/cgi-bin/batch/replaceparty", title = "全量覆盖部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90982",
    scope(work), reply = Job)]
pub struct ReplaceDepartments {
    /// The file, uploaded.
    pub media_id: MediaId,
    /// Where to say that it is done.
    pub callback: Option<JobCallback>,
}

/// Says how far a change is. Its result is kept 24 hours. `GET /cgi-bin/batch/getresult`
#[endpoint(GET "/cgi-bin/batch/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/90983",
    scope(work), reply = JobStatus)]
pub struct GetJob {
    /// The change.
    pub jobid: String,
}

/// How far a change is.
#[endpoint(part)]
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

codes! {
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
/// `POST /cgi-bin/batch/invite`
#[endpoint(POST "/cgi-bin/batch/invite", title = "邀请成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90975",
    scope(work), reply = Uninvited)]
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
#[endpoint(part)]
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

/// The group as a client has it: `wx.batches()`.
#[derive(Debug)]
pub struct Batches<'c, C: ?Sized>(&'c C);

/// Gives a client `batches()`.
pub trait BatchesApi: Caller {
    /// Changes of the whole address book (异步批量接口).
    fn batches(&self) -> Batches<'_, Self> {
        Batches(self)
    }
}

impl<C: Caller + ?Sized> BatchesApi for C where SyncUsers: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Batches<'c, C> {
    /// Adds and changes members; see [`SyncUsers`].
    pub fn sync_users(&self, media_id: impl Into<MediaId>) -> Call<'c, C, SyncUsers> {
        Call::new(self.0, SyncUsers::new(media_id))
    }

    /// Makes the members those in a file; see [`ReplaceUsers`].
    pub fn replace_users(&self, media_id: impl Into<MediaId>) -> Call<'c, C, ReplaceUsers> {
        Call::new(self.0, ReplaceUsers::new(media_id))
    }

    /// Makes the departments those in a file; see [`ReplaceDepartments`].
    pub fn replace_departments(
        &self,
        media_id: impl Into<MediaId>,
    ) -> Call<'c, C, ReplaceDepartments> {
        Call::new(self.0, ReplaceDepartments::new(media_id))
    }

    /// How far a change is; see [`GetJob`].
    pub fn job(&self, jobid: impl Into<String>) -> Call<'c, C, GetJob> {
        Call::new(self.0, GetJob::new(jobid))
    }

    /// Invites members; see [`InviteMembers`].
    pub fn invite(&self) -> Call<'c, C, InviteMembers> {
        Call::new(self.0, InviteMembers::new())
    }
}
