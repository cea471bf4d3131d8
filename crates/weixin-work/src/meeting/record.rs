//! Recordings.

use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

use super::attendee::next_cursor;

/// Gives recordings of meetings.
#[endpoint(POST "/cgi-bin/meeting/record/list", title = "获取会议录制列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98192",
    scope(work), retry = safe, reply = MeetingRecords, call = meetings.records)]
pub struct GetMeetingRecords {
    /// Only of this meeting.
    pub meetingid: Option<String>,
    /// Only of the meeting with this number.
    pub meeting_code: Option<String>,
    /// Only of this member's meetings.
    pub userid: Option<UserId>,
    /// From when.
    pub start_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// A page of recordings.
#[endpoint(part, reply_to(GetMeetingRecords))]
pub struct MeetingRecords {
    /// The recordings.
    #[serde(default)]
    pub record_meetings: Vec<MeetingRecord>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// A recording of a meeting.
#[endpoint(part)]
pub struct MeetingRecord {
    /// The recording.
    pub meeting_record_id: String,
    /// The meeting.
    pub meetingid: Option<String>,
    /// The meeting's number.
    pub meeting_code: Option<String>,
    /// Who led it.
    pub host_user_id: Option<UserId>,
    /// The title.
    pub title: Option<String>,
    /// When it began.
    pub meeting_start_time: Option<Timestamp>,
    /// How far the recording is, as the platform numbers it.
    pub state: Option<u8>,
    /// Its files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub record_files: Vec<MeetingRecordFile>,
}

/// A file of a recording.
#[endpoint(part)]
pub struct MeetingRecordFile {
    /// The file.
    pub record_file_id: String,
    /// When it begins.
    pub record_start_time: Option<Timestamp>,
    /// When it ends.
    pub record_end_time: Option<Timestamp>,
    /// Its size in bytes.
    pub record_size: Option<u64>,
    /// Whether it is shared, as the platform numbers it.
    pub sharing_state: Option<u8>,
    /// The link to it.
    pub sharing_url: Option<String>,
    /// Whether only members of the corporation may watch.
    pub required_same_corp: Option<bool>,
    /// Whether only those who came may watch.
    pub required_attendee: Option<bool>,
    /// The password.
    pub password: Option<String>,
    /// Until when it is shared.
    pub sharing_expire: Option<Timestamp>,
    /// Whether it may be downloaded.
    pub allow_download: Option<bool>,
}

impl Paged for GetMeetingRecords {
    type Item = MeetingRecord;
    fn split_page(self, page: MeetingRecords) -> (Vec<MeetingRecord>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.record_meetings, next.map(|next| self.cursor(next)))
    }
}

/// Deletes a recording with all its files.
#[endpoint(POST "/cgi-bin/meeting/record/delete", title = "删除会议录制",
    doc = "https://developer.work.weixin.qq.com/document/path/98206",
    scope(work), retry = safe, call = meetings.delete_record)]
pub struct DeleteMeetingRecord {
    /// The meeting.
    pub meetingid: String,
    /// The recording.
    pub meeting_record_id: String,
}

/// Deletes a file of a recording.
#[endpoint(POST "/cgi-bin/meeting/record/delete_file", title = "删除单个录制文件",
    doc = "https://developer.work.weixin.qq.com/document/path/98207",
    scope(work), retry = safe, call = meetings.delete_record_file)]
pub struct DeleteMeetingRecordFile {
    /// The meeting.
    pub meetingid: String,
    /// The file.
    pub record_file_id: String,
}

/// Says who may watch a recording.
#[endpoint(POST "/cgi-bin/meeting/record/update_sharing_config", title = "修改会议录制共享设置",
    doc = "https://developer.work.weixin.qq.com/document/path/98208",
    scope(work), retry = safe, call = meetings.share_record)]
pub struct SetMeetingRecordSharing {
    /// The meeting.
    pub meetingid: String,
    /// The recording.
    pub meeting_record_id: String,
    /// Who.
    pub sharing_config: RecordSharing,
}

/// Who may watch a recording.
#[endpoint(part)]
pub struct RecordSharing {
    /// Whether it is shared.
    pub enable_sharing: bool,
    /// With whom, as the platform numbers it.
    pub sharing_auth_type: Option<u8>,
    /// Whether there is a password.
    pub enable_password: Option<bool>,
    /// The password.
    pub password: Option<String>,
    /// Whether it ends.
    pub enable_sharing_expire: Option<bool>,
    /// When it ends.
    pub sharing_expire: Option<Timestamp>,
    /// Whether it may be downloaded.
    pub allow_download: Option<bool>,
}

/// Tells how often a recording was watched.
#[endpoint(POST "/cgi-bin/meeting/record/get_statistics", title = "获取会议录制统计数据",
    doc = "https://developer.work.weixin.qq.com/document/path/98209",
    scope(work), retry = safe, reply = RecordStatistics, call = meetings.record_statistics)]
pub struct GetMeetingRecordStatistics {
    /// The meeting.
    pub meetingid: String,
    /// The recording.
    pub meeting_record_id: String,
    /// From when.
    pub start_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
}

/// How often a recording was watched.
#[endpoint(part, reply_to(GetMeetingRecordStatistics))]
pub struct RecordStatistics {
    /// One for each day.
    #[serde(default)]
    pub summaries: Vec<RecordSummary>,
}

/// How often a recording was watched on a day.
#[endpoint(part)]
pub struct RecordSummary {
    /// The day.
    pub date: Option<String>,
    /// How often it was watched.
    pub view_count: Option<u64>,
    /// How often it was downloaded.
    pub download_count: Option<u64>,
}
