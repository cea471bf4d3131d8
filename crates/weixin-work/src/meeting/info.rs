//! What is known of meetings.

use crate::meeting::MeetingsHandle;
use weixin_api::{AgentId, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::booking::{MeetingGuest, MeetingReminders, MeetingSettings};

/// Tells about a meeting, named by its id or its number.
#[endpoint(POST "/cgi-bin/meeting/get_info", title = "获取会议详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93708",
    scope(work), retry = safe, reply = Meeting, call = meetings.get)]
pub struct GetMeetingInfo {
    /// The meeting.
    pub meetingid: Option<String>,
    /// The number people type in.
    pub meeting_code: Option<String>,
    /// Which time of a repetition.
    pub sub_meetingid: Option<String>,
}

/// A meeting.
#[endpoint(part, reply_to(GetMeetingInfo))]
pub struct Meeting {
    /// The meeting.
    pub meetingid: Option<String>,
    /// Who administers it.
    pub admin_userid: Option<UserId>,
    /// Their main department.
    pub main_department: Option<u64>,
    /// The title.
    pub title: Option<String>,
    /// When it begins.
    pub meeting_start: Option<Timestamp>,
    /// How long it lasts, in seconds.
    pub meeting_duration: Option<u64>,
    /// How far it is.
    pub status: Option<MeetingStatus>,
    /// What it is: 0 held once, 1 repeated, 2 begun through WeChat, 3 of Rooms, 5 of a member's own
    /// number, 6 a webinar.
    pub meeting_type: Option<u8>,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// The app that announced it.
    pub agentid: Option<AgentId>,
    /// The calendar it is in.
    pub cal_id: Option<String>,
    /// Who comes.
    pub attendees: Option<MeetingAttendees>,
    /// Who is invited by telephone number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<MeetingGuest>,
    /// How it is held.
    pub settings: Option<MeetingSettings>,
    /// Reminders and repetition.
    pub reminders: Option<MeetingReminders>,
    /// The number people type in.
    pub meeting_code: Option<String>,
    /// The address of its page.
    pub meeting_link: Option<String>,
    /// Whether there is a vote.
    pub has_vote: Option<bool>,
    /// The times of a repetition.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_meetings: Vec<SubMeeting>,
    /// Whether there are more of them.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more_sub_meeting: Option<bool>,
    /// How many there are to come.
    pub remain_sub_meetings: Option<u64>,
    /// Which is on, or next.
    pub current_sub_meetingid: Option<String>,
    /// The rules of repetition that it had one after the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_repeat_list: Vec<SubRepeat>,
}

int_enum! {
    /// How far a meeting is.
    pub enum MeetingStatus {
        /// It has not begun.
        Waiting = 1,
        /// It is on.
        Running = 2,
        /// It is over.
        Ended = 3,
        /// It was called off.
        Cancelled = 4,
        /// It never began.
        Expired = 5,
    }
}

/// Who comes to a meeting.
#[endpoint(part)]
pub struct MeetingAttendees {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub member: Vec<MeetingMember>,
    /// Others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tmp_external_user: Vec<MeetingExternalUser>,
    /// Devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device: Vec<MeetingDevice>,
}

/// A member who is invited or came.
#[endpoint(part)]
pub struct MeetingMember {
    /// The member.
    pub userid: UserId,
    /// 1 they came, 2 they did not.
    pub status: Option<u8>,
    /// When they first came.
    pub first_join_time: Option<Timestamp>,
    /// When they last went.
    pub last_quit_time: Option<Timestamp>,
    /// How often they came.
    pub total_join_count: Option<u64>,
    /// For how many seconds in all.
    pub cumulative_time: Option<u64>,
}

/// Somebody from outside who is invited or came.
#[endpoint(part)]
pub struct MeetingExternalUser {
    /// Who, by an id for this meeting.
    pub tmp_external_userid: String,
    /// 1 they came, 2 they did not.
    pub status: Option<u8>,
    /// When they first came.
    pub first_join_time: Option<Timestamp>,
    /// When they last went.
    pub last_quit_time: Option<Timestamp>,
    /// How often they came.
    pub total_join_count: Option<u64>,
    /// For how many seconds in all.
    pub cumulative_time: Option<u64>,
}

/// A device that is invited or came.
#[endpoint(part)]
pub struct MeetingDevice {
    /// The device.
    pub device_sn: String,
    /// 1 it came, 2 it did not.
    pub status: Option<u8>,
}

/// One time of a meeting that repeats.
#[endpoint(part)]
pub struct SubMeeting {
    /// Which.
    pub sub_meetingid: String,
    /// The title.
    pub title: Option<String>,
    /// How far it is: 0 it stands, 1 it was called off.
    pub status: Option<u8>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// The rule it follows.
    pub repeat_id: Option<String>,
}

/// A rule of repetition.
#[endpoint(part)]
pub struct SubRepeat {
    /// The rule.
    pub repeat_id: Option<String>,
    /// How it repeats: 0 daily, 1 weekly, 2 monthly, 7 on working days.
    pub repeat_type: Option<u8>,
    /// Whether the days below count.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// How it ends: 0 on a day, 1 after a number of times.
    pub repeat_until_type: Option<u8>,
    /// After how many times.
    pub repeat_until_count: Option<u32>,
    /// Until when.
    pub repeat_until: Option<Timestamp>,
    /// Every how many days, weeks or months.
    pub repeat_interval: Option<u32>,
    /// On which days of the week: 1 (Monday) to 7.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// On which days of the month: 1 to 31.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
}
