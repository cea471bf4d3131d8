//! Details of meetings.

use super::{MeetingRepeatEnd, MeetingRepeatId, MeetingRepeatKind, SubMeetingId};
use crate::ids::{CalendarId, DepartmentId, MeetingId, TmpExternalUserId};
use crate::meeting::MeetingsHandle;
use weixin_api::{AgentId, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::booking::{MeetingGuest, MeetingReminders, MeetingSettings};

/// Returns a meeting. Either `meetingid` or `meeting_code` is required.
///
/// Fails with 730004 when there is no such meeting number.
#[endpoint(POST "/cgi-bin/meeting/get_info", title = "获取会议详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93708",
    scope(work), retry = safe, reply = Meeting, call = meetings.get)]
pub struct GetMeetingInfo {
    /// The meeting to return.
    pub meetingid: Option<MeetingId>,
    /// The number with which people join (会议号), in place of the id.
    pub meeting_code: Option<String>,
    /// The occurrence of a recurring meeting.
    pub sub_meetingid: Option<SubMeetingId>,
}

/// A meeting.
#[endpoint(part, reply_to(GetMeetingInfo))]
pub struct Meeting {
    /// Id of the meeting.
    pub meetingid: Option<MeetingId>,
    /// The member who administers the meeting.
    pub admin_userid: Option<UserId>,
    /// The main department of the administrator.
    pub main_department: Option<DepartmentId>,
    /// Title of the meeting.
    pub title: Option<String>,
    /// Time of the beginning.
    pub meeting_start: Option<Timestamp>,
    /// Duration in seconds.
    pub meeting_duration: Option<u64>,
    /// The state of the meeting.
    pub status: Option<MeetingStatus>,
    /// The kind of meeting.
    pub meeting_type: Option<MeetingKind>,
    /// Description of the meeting.
    pub description: Option<String>,
    /// Place of the meeting.
    pub location: Option<String>,
    /// The app that scheduled the meeting.
    pub agentid: Option<AgentId>,
    /// The calendar that the meeting is entered into.
    pub cal_id: Option<CalendarId>,
    /// The people and devices that are invited or attended.
    pub attendees: Option<MeetingAttendees>,
    /// People who are invited by telephone number (会议嘉宾).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<MeetingGuest>,
    /// The settings of the meeting.
    pub settings: Option<MeetingSettings>,
    /// Reminders and recurrence.
    pub reminders: Option<MeetingReminders>,
    /// The number with which people join (会议号).
    pub meeting_code: Option<String>,
    /// Address of the page from which people join.
    pub meeting_link: Option<String>,
    /// Whether the meeting has a vote (投票). Visible to the creator and the hosts only.
    pub has_vote: Option<bool>,
    /// Occurrences of a recurring meeting that deviate from its rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_meetings: Vec<SubMeeting>,
    /// Whether more such occurrences exist than are listed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more_sub_meeting: Option<bool>,
    /// Number of occurrences to come.
    pub remain_sub_meetings: Option<u64>,
    /// The occurrence that is in progress, or the next one.
    pub current_sub_meetingid: Option<SubMeetingId>,
    /// The rules of recurrence that the meeting had one after the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_repeat_list: Vec<SubRepeat>,
}

int_enum! {
    /// The state of a meeting (会议状态).
    pub enum MeetingStatus {
        /// Not begun (待开始).
        Waiting = 1,
        /// In progress (会议中).
        Running = 2,
        /// Over (已结束).
        Ended = 3,
        /// Cancelled (已取消).
        Cancelled = 4,
        /// Never begun in its time (已过期).
        Expired = 5,
    }
}

int_enum! {
    /// The kind of a meeting (会议类型).
    pub enum MeetingKind {
        /// Held once (一次性会议).
        Once = 0,
        /// Recurring (周期性会议).
        Recurring = 1,
        /// For WeChat users (微信专属会议).
        WeChat = 2,
        /// Screen sharing in a Rooms room (Rooms 投屏会议).
        Rooms = 3,
        /// Under a member's own number (个人会议号会议).
        PersonalNumber = 5,
        /// A webinar (网络研讨会).
        Webinar = 6,
    }
}

/// The people and devices that are invited to a meeting or attended it.
#[endpoint(part)]
pub struct MeetingAttendees {
    /// Members of the corporation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub member: Vec<MeetingMember>,
    /// People outside the corporation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tmp_external_user: Vec<MeetingExternalUser>,
    /// Conference devices, by serial number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device: Vec<MeetingDevice>,
}

/// A member who is invited to a meeting or attended it.
#[endpoint(part)]
pub struct MeetingMember {
    /// The member who is invited or attended.
    pub userid: UserId,
    /// Whether the member attended.
    pub status: Option<AttendanceStatus>,
    /// Time of first joining.
    pub first_join_time: Option<Timestamp>,
    /// Time of last leaving.
    pub last_quit_time: Option<Timestamp>,
    /// Number of times the member joined.
    pub total_join_count: Option<u64>,
    /// Total time in the meeting, in seconds.
    pub cumulative_time: Option<u64>,
}

int_enum! {
    /// Whether somebody attended a meeting (与会状态).
    pub enum AttendanceStatus {
        /// Attended (已参与).
        Attended = 1,
        /// Did not attend (未参与).
        Absent = 2,
    }
}

/// Somebody outside the corporation who is invited to a meeting or attended it.
#[endpoint(part)]
pub struct MeetingExternalUser {
    /// The person, by an id that holds for this meeting only.
    pub tmp_external_userid: TmpExternalUserId,
    /// Whether the person attended.
    pub status: Option<AttendanceStatus>,
    /// Time of first joining.
    pub first_join_time: Option<Timestamp>,
    /// Time of last leaving.
    pub last_quit_time: Option<Timestamp>,
    /// Number of times the person joined.
    pub total_join_count: Option<u64>,
    /// Total time in the meeting, in seconds.
    pub cumulative_time: Option<u64>,
}

/// A conference device that is invited to a meeting or attended it.
#[endpoint(part)]
pub struct MeetingDevice {
    /// Serial number of the device.
    pub device_sn: String,
    /// Whether the device attended.
    pub status: Option<AttendanceStatus>,
}

/// An occurrence of a recurring meeting (子会议).
#[endpoint(part)]
pub struct SubMeeting {
    /// Id of the occurrence.
    pub sub_meetingid: SubMeetingId,
    /// Title of the occurrence.
    pub title: Option<String>,
    /// Whether the occurrence takes place.
    pub status: Option<SubMeetingStatus>,
    /// Time at which the occurrence begins.
    pub start_time: Option<Timestamp>,
    /// Time at which the occurrence ends.
    pub end_time: Option<Timestamp>,
    /// The rule of recurrence that the occurrence follows.
    pub repeat_id: Option<MeetingRepeatId>,
}

int_enum! {
    /// Whether an occurrence of a recurring meeting takes place (子会议状态).
    pub enum SubMeetingStatus {
        /// It takes place (默认).
        Normal = 0,
        /// It was cancelled (已取消).
        Cancelled = 1,
    }
}

/// A rule of recurrence (周期性会议分段信息).
#[endpoint(part)]
pub struct SubRepeat {
    /// Id of the rule.
    pub repeat_id: Option<MeetingRepeatId>,
    /// The interval of recurrence.
    pub repeat_type: Option<MeetingRepeatKind>,
    /// Whether the rules below apply (自定义重复).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// The way the recurrence ends.
    pub repeat_until_type: Option<MeetingRepeatEnd>,
    /// Number of occurrences, for [`MeetingRepeatEnd::Count`].
    pub repeat_until_count: Option<u32>,
    /// The last day, for [`MeetingRepeatEnd::Date`].
    pub repeat_until: Option<Timestamp>,
    /// Number of days, weeks or months between occurrences.
    pub repeat_interval: Option<u32>,
    /// Days of the week, 1 (Monday) to 7 (Sunday), for [`MeetingRepeatKind::Weekly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// Days of the month, 1 to 31, for [`MeetingRepeatKind::Monthly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
}
