//! Members with premium accounts for meetings (高级功能账号).

use crate::ids::JobId;
use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

use super::attendee::next_cursor;

/// Starts assigning premium accounts for meetings to members. [`GetMeetingVipAddResult`] returns
/// the outcome.
///
/// Fails with 770001 when there are not enough accounts, with 770009 when all of the members have
/// one.
#[endpoint(POST "/cgi-bin/meeting/vip/submit_batch_add_job", title = "提交批量分配任务",
    doc = "https://developer.work.weixin.qq.com/document/path/99508",
    scope(work), reply = MeetingVipJob, call = meetings.add_vips)]
pub struct AddMeetingVips {
    /// The members who receive premium accounts.
    pub userid_list: Vec<UserId>,
}

/// A job that assigns or withdraws premium accounts.
#[endpoint(part, reply_to(AddMeetingVips, DeleteMeetingVips))]
pub struct MeetingVipJob {
    /// The job, with which the outcome is queried.
    pub jobid: JobId,
    /// Members whom the job leaves out, because they are unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_userid_list: Vec<UserId>,
}

/// Returns the outcome of assigning premium accounts to members.
#[endpoint(POST "/cgi-bin/meeting/vip/batch_add_job_result", title = "查询批量分配任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/99508",
    scope(work), retry = safe, reply = MeetingVipJobResult, call = meetings.add_vips_result)]
pub struct GetMeetingVipAddResult {
    /// The job of [`AddMeetingVips`].
    pub jobid: JobId,
}

/// The outcome of a job.
#[endpoint(part, reply_to(GetMeetingVipAddResult, GetMeetingVipDeleteResult))]
pub struct MeetingVipJobResult {
    /// The members; missing while the job runs.
    pub job_result: Option<MeetingVipResult>,
}

/// The outcome of assigning or withdrawing premium accounts.
#[endpoint(part)]
pub struct MeetingVipResult {
    /// Members for whom it succeeded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Members for whom it failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Starts withdrawing premium accounts for meetings from members. [`GetMeetingVipDeleteResult`]
/// returns the outcome.
#[endpoint(POST "/cgi-bin/meeting/vip/submit_batch_del_job", title = "提交批量取消任务",
    doc = "https://developer.work.weixin.qq.com/document/path/99509",
    scope(work), retry = safe, reply = MeetingVipJob, call = meetings.delete_vips)]
pub struct DeleteMeetingVips {
    /// The members who lose their premium accounts.
    pub userid_list: Vec<UserId>,
}

/// Returns the outcome of withdrawing premium accounts from members.
#[endpoint(POST "/cgi-bin/meeting/vip/batch_del_job_result", title = "查询批量取消任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/99509",
    scope(work), retry = safe, reply = MeetingVipJobResult, call = meetings.delete_vips_result)]
pub struct GetMeetingVipDeleteResult {
    /// The job of [`DeleteMeetingVips`].
    pub jobid: JobId,
}

/// Returns the members with premium accounts for meetings, up to 100 at a time.
#[endpoint(POST "/cgi-bin/meeting/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99510",
    scope(work), retry = safe, reply = MeetingVips, call = meetings.vips)]
pub struct GetMeetingVips {
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 100.
    pub limit: Option<u32>,
}

/// A page of members with premium accounts.
#[endpoint(part, reply_to(GetMeetingVips))]
pub struct MeetingVips {
    /// The members of the page.
    #[serde(default)]
    pub userid_list: Vec<UserId>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

impl Paged for GetMeetingVips {
    type Item = UserId;
    fn split_page(self, page: MeetingVips) -> (Vec<UserId>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.userid_list, next.map(|next| self.cursor(next)))
    }
}
