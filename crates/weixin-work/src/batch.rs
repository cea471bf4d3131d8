//! Changes of the whole directory that the platform carries out asynchronously (异步批量接口). `/cgi-bin/batch/*`

use weixin_api::{StringEnum, endpoint, group, int_enum};
use weixin_protocol::{CorpId, Header, MediaId, Secret, UserId, inbound, messages};

use crate::ids::{DepartmentId, JobId, SuiteId, TagId};

group! {
    /// Asynchronous changes of the whole directory (异步批量接口).
    batches: [SyncUsers, ReplaceUsers, ReplaceDepartments, GetJob, InviteMembers]
}

messages![JobFinished];

/// Adds and updates the members listed in a CSV file, asynchronously. Nobody is deleted.
///
/// Fails with 40092 when the file has content that is not allowed.
///
/// # Examples
///
/// ```
/// # use weixin_api::FilePart;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let file = wx.media().upload(FilePart::path("members.csv")).await?;
/// let job = wx.batches().sync_users(file.media_id).await?;
///
/// let status = wx.batches().job(job.jobid).await?;
/// println!("{} % of {} members", status.percentage, status.total);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/batch/syncuser", title = "增量更新成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90980",
    scope(work), reply = Job, call = batches.sync_users)]
pub struct SyncUsers {
    /// The CSV file, uploaded as a temporary `file`.
    pub media_id: MediaId,
    /// Whether new members get an invitation (短信或邮件邀请); `None` means yes.
    pub to_invite: Option<bool>,
    /// Where the platform reports the end of the job ([`JobFinished`]); `None` sends no push.
    pub callback: Option<JobCallback>,
}

/// The callback that is told of the end of a job, with its own token and key.
#[endpoint(part)]
pub struct JobCallback {
    /// The address that receives the push.
    pub url: Option<String>,
    /// The token that the push is signed with (Token).
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub token: Option<Secret>,
    /// The key that the push is encrypted with (EncodingAESKey).
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub encodingaeskey: Option<Secret>,
}

/// A started job.
#[endpoint(part, reply_to(SyncUsers, ReplaceUsers, ReplaceDepartments))]
pub struct Job {
    /// The job, for [`GetJob`].
    pub jobid: JobId,
}

/// Replaces all members with those in a CSV file, asynchronously. Members that the file leaves out
/// are deleted.
///
/// Fails with 45026 when so many members would be deleted that the platform takes it for a mistake,
/// with 40092 when the file has content that is not allowed.
#[endpoint(POST "/cgi-bin/batch/replaceuser", title = "全量覆盖成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90981",
    scope(work), reply = Job, call = batches.replace_users)]
pub struct ReplaceUsers {
    /// The CSV file, uploaded as a temporary `file`.
    pub media_id: MediaId,
    /// Whether new members get an invitation (短信或邮件邀请); `None` means yes.
    pub to_invite: Option<bool>,
    /// Where the platform reports the end of the job ([`JobFinished`]); `None` sends no push.
    pub callback: Option<JobCallback>,
}

/// Replaces all departments with those in a CSV file, asynchronously. Departments that the file
/// leaves out are deleted if they are empty.
///
/// Fails with 40092 when the file has content that is not allowed.
#[endpoint(POST "/cgi-bin/batch/replaceparty", title = "全量覆盖部门",
    doc = "https://developer.work.weixin.qq.com/document/path/90982",
    scope(work), reply = Job, call = batches.replace_departments)]
pub struct ReplaceDepartments {
    /// The CSV file, uploaded as a temporary `file`.
    pub media_id: MediaId,
    /// Where the platform reports the end of the job ([`JobFinished`]); `None` sends no push.
    pub callback: Option<JobCallback>,
}

/// Returns the progress and the result of a job. The result is kept for 24 hours.
///
/// Fails with 40088 when there is no such job, with 40089 when its result is no longer kept.
#[endpoint(GET "/cgi-bin/batch/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/90983",
    scope(work), reply = JobStatus, call = batches.job)]
pub struct GetJob {
    /// The job to look up.
    pub jobid: JobId,
}

/// The progress and the result of a job.
#[endpoint(part, reply_to(GetJob))]
pub struct JobStatus {
    /// Whether the job still runs.
    pub status: JobState,
    /// What the job does.
    #[serde(rename = "type")]
    pub kind: JobKind,
    /// The number of records to process.
    pub total: u64,
    /// The progress in percent; 100 when the job is done.
    pub percentage: u8,
    /// The outcome for each record; empty until the job is done.
    #[serde(default)]
    pub result: Vec<JobResult>,
}

/// What a job does.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum JobKind {
    /// Adds and updates members (增量更新成员, [`SyncUsers`]).
    SyncUser,
    /// Replaces all members (全量覆盖成员, [`ReplaceUsers`]).
    ReplaceUser,
    /// Replaces all departments (全量覆盖部门, [`ReplaceDepartments`]).
    ReplaceParty,
    /// Invites members (邀请成员关注).
    InviteUser,
    /// A value that this version does not know, such as the kinds of exports (导出).
    Other(String),
}

int_enum! {
    /// The progress of a job.
    pub enum JobState {
        /// The platform accepted the job and has not started it.
        Begun = 1,
        /// The job is running.
        Running = 2,
        /// The job is done; its result is there.
        Done = 3,
    }
}

/// The outcome for one member or department.
#[endpoint(part)]
pub struct JobResult {
    /// What was done, as bits. For members 1: updated, 2: added; for departments 1: created, 2:
    /// renamed, 4: moved, 8: reordered.
    pub action: Option<u8>,
    /// The member, in jobs on members.
    pub userid: Option<UserId>,
    /// The department, in jobs on departments.
    pub partyid: Option<DepartmentId>,
    /// 0, or the error code of this record.
    pub errcode: i64,
    /// The reason of a failure, such as a missing permission or a malformed value.
    pub errmsg: Option<String>,
}

/// Invites members to use WeCom: up to 1,000 members, 100 departments and 100 tags. At least one of
/// the lists must be given.
#[endpoint(POST "/cgi-bin/batch/invite", title = "邀请成员",
    doc = "https://developer.work.weixin.qq.com/document/path/90975",
    scope(work), reply = Uninvited, call = batches.invite)]
pub struct InviteMembers {
    /// The members to invite: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub user: Vec<UserId>,
    /// Departments whose members to invite: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party: Vec<DepartmentId>,
    /// Tags whose members to invite: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tag: Vec<TagId>,
}

/// The receivers of an invitation that do not exist.
#[endpoint(part, reply_to(InviteMembers))]
pub struct Uninvited {
    /// Members that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// Departments that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<DepartmentId>,
    /// Tags that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<TagId>,
}

/// A job is done; [`GetJob`] returns its result.
///
/// Pushed to the callback that the job was started with.
#[inbound(event = "batch_job_result", notice = "batch_job_result", scope(work))]
pub struct JobFinished {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The job and its outcome.
    pub batch_job: FinishedJob,
}

/// A job that is done.
#[inbound(part)]
pub struct FinishedJob {
    /// The job; for [`GetJob`], or for the result of an export.
    pub job_id: JobId,
    /// What the job did.
    pub job_type: Option<JobKind>,
    /// 0 if the job succeeded.
    pub err_code: Option<i64>,
    /// The reason of a failure.
    pub err_msg: Option<String>,
}
