//! Cloud recordings of meetings (录制管理).

use super::{MeetingRecordId, RecordFileId};
use crate::ids::MeetingId;
use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{Secret, UserId};

use super::attendee::next_cursor;

/// Returns the cloud recordings of a meeting, or of the meetings a member created, up to 20 at a
/// time.
///
/// One of `meetingid`, `meeting_code` and `userid` is required; the first of them that is set
/// decides.
#[endpoint(POST "/cgi-bin/meeting/record/list", title = "获取会议录制列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98192",
    scope(work), retry = safe, reply = MeetingRecords, call = meetings.records)]
pub struct GetMeetingRecords {
    /// The meeting whose recordings are returned.
    pub meetingid: Option<MeetingId>,
    /// The number of the meeting (会议号), in place of the id.
    pub meeting_code: Option<String>,
    /// The member whose meetings are searched.
    pub userid: Option<UserId>,
    /// Start of the period. Required by the platform.
    pub start_time: Option<Timestamp>,
    /// End of the period, at most 31 days after `start_time`. Required by the platform.
    pub end_time: Option<Timestamp>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 20; 10 if left out. It has to be the same for all pages.
    pub limit: Option<u32>,
}

/// A page of recordings.
#[endpoint(part, reply_to(GetMeetingRecords))]
pub struct MeetingRecords {
    /// The recordings of the page.
    #[serde(default)]
    pub record_meetings: Vec<MeetingRecord>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// A recording of a meeting.
#[endpoint(part)]
pub struct MeetingRecord {
    /// Id of the recording.
    pub meeting_record_id: MeetingRecordId,
    /// The meeting that was recorded.
    pub meetingid: Option<MeetingId>,
    /// The number of the meeting (会议号).
    pub meeting_code: Option<String>,
    /// The member who created the meeting.
    pub host_user_id: Option<UserId>,
    /// Title of the meeting.
    pub title: Option<String>,
    /// Time at which the meeting began.
    pub meeting_start_time: Option<Timestamp>,
    /// The state of the recording.
    pub state: Option<MeetingRecordState>,
    /// The files of the recording; only in [`MeetingRecordState::Done`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub record_files: Vec<MeetingRecordFile>,
}

int_enum! {
    /// The state of a recording (录制状态).
    pub enum MeetingRecordState {
        /// Being recorded (录制中).
        Recording = 1,
        /// Being transcoded (转码中).
        Transcoding = 2,
        /// Ready (转码完成).
        Done = 3,
    }
}

/// A file of a recording.
#[endpoint(part)]
pub struct MeetingRecordFile {
    /// Id of the file, for [`DeleteMeetingRecordFile`].
    pub record_file_id: RecordFileId,
    /// Beginning of the file, in milliseconds since 1970.
    pub record_start_time: Option<u64>,
    /// End of the file, in milliseconds since 1970.
    pub record_end_time: Option<u64>,
    /// Size in bytes.
    pub record_size: Option<u64>,
    /// Whether the file is shared, as a number that the platform defines.
    pub sharing_state: Option<u8>,
    /// Address at which the file can be watched.
    pub sharing_url: Option<String>,
    /// Whether only members of the corporation can watch the file.
    pub required_same_corp: Option<bool>,
    /// Whether only people who attended the meeting can watch the file.
    pub required_attendee: Option<bool>,
    /// Password for watching; empty if there is none.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Time at which sharing ends, in milliseconds since 1970; missing if it does not end.
    pub sharing_expire: Option<u64>,
    /// Whether the file can be downloaded.
    pub allow_download: Option<bool>,
}

impl Paged for GetMeetingRecords {
    type Item = MeetingRecord;
    fn split_page(self, page: MeetingRecords) -> (Vec<MeetingRecord>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.record_meetings, next.map(|next| self.cursor(next)))
    }
}

/// Deletes a recording of a meeting with all its files.
#[endpoint(POST "/cgi-bin/meeting/record/delete", title = "删除会议录制",
    doc = "https://developer.work.weixin.qq.com/document/path/98206",
    scope(work), retry = safe, call = meetings.delete_record)]
pub struct DeleteMeetingRecord {
    /// The meeting that was recorded.
    pub meetingid: MeetingId,
    /// The recording to delete.
    pub meeting_record_id: MeetingRecordId,
}

/// Deletes a file of a meeting's recording.
#[endpoint(POST "/cgi-bin/meeting/record/delete_file", title = "删除单个录制文件",
    doc = "https://developer.work.weixin.qq.com/document/path/98207",
    scope(work), retry = safe, call = meetings.delete_record_file)]
pub struct DeleteMeetingRecordFile {
    /// The meeting that was recorded.
    pub meetingid: MeetingId,
    /// The file to delete.
    pub record_file_id: RecordFileId,
}

/// Changes who can watch a recording of a meeting.
#[endpoint(POST "/cgi-bin/meeting/record/update_sharing_config", title = "修改会议录制共享设置",
    doc = "https://developer.work.weixin.qq.com/document/path/98208",
    scope(work), retry = safe, call = meetings.share_record)]
pub struct SetMeetingRecordSharing {
    /// The meeting that was recorded.
    pub meetingid: MeetingId,
    /// The recording whose settings change.
    pub meeting_record_id: MeetingRecordId,
    /// The new settings.
    pub sharing_config: RecordSharing,
}

/// Who can watch a recording (共享配置).
#[endpoint(part)]
pub struct RecordSharing {
    /// Whether the recording is shared. If it is not, the other fields must be left out, and
    /// earlier settings are lost.
    pub enable_sharing: bool,
    /// The people who can watch the recording.
    pub sharing_auth_type: Option<RecordAudience>,
    /// Whether a password is needed: yes if left out.
    pub enable_password: Option<bool>,
    /// The password. Required with `enable_password`, otherwise it must be left out.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Whether sharing ends at a time: no if left out.
    pub enable_sharing_expire: Option<bool>,
    /// Time at which sharing ends, in milliseconds since 1970. Required with
    /// `enable_sharing_expire`, otherwise it must be left out.
    pub sharing_expire: Option<u64>,
    /// Whether the recording can be downloaded: no if left out.
    pub allow_download: Option<bool>,
}

int_enum! {
    /// The people who can watch a recording (共享权限类型).
    pub enum RecordAudience {
        /// People who are logged in (仅允许登录成员查看).
        LoggedIn = 0,
        /// Members of the corporation (仅企业内成员可查看).
        Members = 1,
        /// People who attended the meeting (仅参会成员可查看).
        Attendees = 2,
        /// Everybody (全部成员可查看).
        Everybody = 3,
        /// People whose request was approved (通过权限审批的成员可查看).
        Approved = 4,
        /// People with a special WeChat link (获取微信特邀链接的成员可查看).
        WeChatLink = 5,
    }
}

/// Returns how often a recording of a meeting was watched and downloaded, day by day.
#[endpoint(POST "/cgi-bin/meeting/record/get_statistics", title = "获取会议录制统计数据",
    doc = "https://developer.work.weixin.qq.com/document/path/98209",
    scope(work), retry = safe, reply = RecordStatistics, call = meetings.record_statistics)]
pub struct GetMeetingRecordStatistics {
    /// The meeting that was recorded.
    pub meetingid: MeetingId,
    /// The recording whose statistics are returned.
    pub meeting_record_id: MeetingRecordId,
    /// Start of the period; 31 days ago if left out.
    pub start_time: Option<Timestamp>,
    /// End of the period, at most 31 days after `start_time`; now if left out.
    pub end_time: Option<Timestamp>,
}

/// Statistics of a recording.
#[endpoint(part, reply_to(GetMeetingRecordStatistics))]
pub struct RecordStatistics {
    /// One entry per day.
    #[serde(default)]
    pub summaries: Vec<RecordSummary>,
}

/// Statistics of a recording on a day.
#[endpoint(part)]
pub struct RecordSummary {
    /// The day, as the platform writes it.
    pub date: Option<String>,
    /// Number of views.
    pub view_count: Option<u64>,
    /// Number of downloads.
    pub download_count: Option<u64>,
}
