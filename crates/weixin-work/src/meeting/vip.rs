//! Members with paid accounts.

use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

use super::attendee::next_cursor;

/// Begins to give members paid accounts.
#[endpoint(POST "/cgi-bin/meeting/vip/submit_batch_add_job", title = "提交批量分配任务",
    doc = "https://developer.work.weixin.qq.com/document/path/99508",
    scope(work), reply = MeetingVipJob, call = meetings.add_vips)]
pub struct AddMeetingVips {
    /// The members.
    pub userid_list: Vec<UserId>,
}

/// A job that runs.
#[endpoint(part, reply_to(AddMeetingVips, DeleteMeetingVips))]
pub struct MeetingVipJob {
    /// The job.
    pub jobid: String,
    /// Members it leaves out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_userid_list: Vec<UserId>,
}

/// Tells what became of giving members paid accounts.
#[endpoint(POST "/cgi-bin/meeting/vip/batch_add_job_result", title = "查询批量分配任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/99508",
    scope(work), retry = safe, reply = MeetingVipJobResult, call = meetings.add_vips_result)]
pub struct GetMeetingVipAddResult {
    /// The job.
    pub jobid: String,
}

/// What became of a job.
#[endpoint(part, reply_to(GetMeetingVipAddResult, GetMeetingVipDeleteResult))]
pub struct MeetingVipJobResult {
    /// The members.
    pub job_result: Option<MeetingVipResult>,
}

/// What became of members' paid accounts.
#[endpoint(part)]
pub struct MeetingVipResult {
    /// Those for whom it was done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_userid_list: Vec<UserId>,
    /// Those for whom it was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_userid_list: Vec<UserId>,
}

/// Begins to take paid accounts from members.
#[endpoint(POST "/cgi-bin/meeting/vip/submit_batch_del_job", title = "提交批量取消任务",
    doc = "https://developer.work.weixin.qq.com/document/path/99509",
    scope(work), retry = safe, reply = MeetingVipJob, call = meetings.delete_vips)]
pub struct DeleteMeetingVips {
    /// The members.
    pub userid_list: Vec<UserId>,
}

/// Tells what became of taking paid accounts from members.
#[endpoint(POST "/cgi-bin/meeting/vip/batch_del_job_result", title = "查询批量取消任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/99509",
    scope(work), retry = safe, reply = MeetingVipJobResult, call = meetings.delete_vips_result)]
pub struct GetMeetingVipDeleteResult {
    /// The job.
    pub jobid: String,
}

/// Gives the members with paid accounts.
#[endpoint(POST "/cgi-bin/meeting/vip/list", title = "获取高级功能账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99510",
    scope(work), retry = safe, reply = MeetingVips, call = meetings.vips)]
pub struct GetMeetingVips {
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of members.
#[endpoint(part, reply_to(GetMeetingVips))]
pub struct MeetingVips {
    /// The members.
    #[serde(default)]
    pub userid_list: Vec<UserId>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

impl Paged for GetMeetingVips {
    type Item = UserId;
    fn split_page(self, page: MeetingVips) -> (Vec<UserId>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.userid_list, next.map(|next| self.cursor(next)))
    }
}
