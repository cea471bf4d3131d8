//! Meetings that are announced.

use crate::meeting::MeetingsHandle;
use weixin_api::{AgentId, Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

/// Announces a meeting.
#[endpoint(POST "/cgi-bin/meeting/create", title = "创建预约会议",
    doc = "https://developer.work.weixin.qq.com/document/path/93706",
    scope(work), reply = CreatedMeeting, call = meetings.create)]
pub struct CreateMeeting {
    /// Who administers it.
    pub admin_userid: UserId,
    /// The title, up to 255 characters.
    pub title: String,
    /// When it begins, later than now.
    pub meeting_start: Timestamp,
    /// How long it lasts: 300 to 86,399 seconds.
    pub meeting_duration: u64,
    /// What it is about, up to 500 characters.
    pub description: Option<String>,
    /// Where, up to 128 characters.
    pub location: Option<String>,
    /// The app, for older suites of several apps only.
    pub agentid: Option<AgentId>,
    /// Who is invited: up to 300, or as many as the administrator may.
    pub invitees: Option<MeetingInvitees>,
    /// Who is invited by telephone number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<MeetingGuest>,
    /// How it is held.
    pub settings: Option<MeetingSettings>,
    /// The calendar it goes into, one of this app.
    pub cal_id: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<MeetingReminders>,
}

/// Who is invited.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingInvitees {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
    /// Devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_sn: Vec<String>,
}

/// Somebody who is invited by telephone number.
#[endpoint(part)]
pub struct MeetingGuest {
    /// The country's code, as in `86`.
    pub area: String,
    /// The number.
    pub phone_number: String,
    /// The name.
    pub guest_name: Option<String>,
}

/// How a meeting is held.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingSettings {
    /// Whether a password is needed; in replies only.
    pub need_password: Option<bool>,
    /// The password: 4 to 6 digits.
    pub password: Option<String>,
    /// Whether people wait until they are let in.
    pub enable_waiting_room: Option<bool>,
    /// Whether people may come before whoever leads it.
    pub allow_enter_before_host: Option<bool>,
    /// Whether people outside the corporation may come.
    pub allow_external_user: Option<bool>,
    /// Whether people come muted: 0 no, 1 yes, 2 when there are more than six.
    pub enable_enter_mute: Option<u8>,
    /// Whether people may unmute themselves.
    pub allow_unmute_self: Option<bool>,
    /// Whether everybody is muted.
    pub mute_all: Option<bool>,
    /// Whether the picture carries a watermark.
    pub enable_screen_watermark: Option<bool>,
    /// The watermark: 1 one line, 2 several.
    pub watermark_type: Option<u8>,
    /// Whether it is recorded: `none`, `local` or `cloud`.
    pub auto_record_type: Option<String>,
    /// Whether recording begins when somebody comes, or else when whoever leads it does.
    pub attendee_join_auto_record: Option<bool>,
    /// Whether whoever leads it may pause the recording.
    pub enable_host_pause_auto_record: Option<bool>,
    /// Whether there is simultaneous interpreting.
    pub enable_interpreter: Option<bool>,
    /// Whether members may upload documents.
    pub enable_doc_upload_permission: Option<bool>,
    /// Whether one has to enrol.
    pub enable_enroll: Option<bool>,
    /// Whether there is a key by which one becomes a leader.
    pub enable_host_key: Option<bool>,
    /// The key: 6 digits.
    pub host_key: Option<String>,
    /// Who is called when it begins: 1 nobody, 2 whoever leads it, 3 everybody, 4 `ring_users`.
    pub remind_scope: Option<u8>,
    /// Who leads it: up to 10 members.
    pub hosts: Option<MeetingUsers>,
    /// Who leads it now; in replies only.
    pub current_hosts: Option<MeetingUsers>,
    /// Who helps to lead it now; in replies only.
    pub co_hosts: Option<MeetingUsers>,
    /// Who is called when it begins.
    pub ring_users: Option<MeetingUsers>,
}

/// Members.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingUsers {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
}

/// When somebody is reminded, and when a meeting repeats.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingReminders {
    /// Whether it repeats.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_repeat: Option<bool>,
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
    /// How many seconds before the beginning somebody is reminded: 0, 300, 900, 3,600 or 86,400.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remind_before: Vec<u64>,
}

/// A meeting that was announced.
#[endpoint(part, reply_to(CreateMeeting))]
pub struct CreatedMeeting {
    /// The meeting.
    pub meetingid: String,
    /// The number people type in.
    pub meeting_code: Option<String>,
    /// The address of its page.
    pub meeting_link: Option<String>,
    /// Members who were not invited, being too many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excess_users: Vec<UserId>,
}

/// Changes a meeting that has not begun; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/meeting/update", title = "修改预约会议",
    doc = "https://developer.work.weixin.qq.com/document/path/93710",
    scope(work), retry = safe, reply = UpdatedMeeting, call = meetings.update)]
pub struct UpdateMeeting {
    /// The meeting.
    pub meetingid: String,
    /// The title, up to 255 characters.
    pub title: Option<String>,
    /// When it begins; goes with `meeting_duration`.
    pub meeting_start: Option<Timestamp>,
    /// How long it lasts: 300 to 86,399 seconds.
    pub meeting_duration: Option<u64>,
    /// What it is about, up to 500 characters.
    pub description: Option<String>,
    /// Where, up to 128 characters.
    pub location: Option<String>,
    /// The app, for older suites of several apps only.
    pub agentid: Option<AgentId>,
    /// Who is invited.
    pub invitees: Option<MeetingInvitees>,
    /// Who is invited by telephone number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<MeetingGuest>,
    /// How it is held.
    pub settings: Option<MeetingSettings>,
    /// The calendar it goes into.
    pub cal_id: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<MeetingReminders>,
}

/// What became of a change.
#[endpoint(part, reply_to(UpdateMeeting))]
pub struct UpdatedMeeting {
    /// Members who were not invited, being too many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excess_users: Vec<UserId>,
}

/// Calls a meeting off that has not begun.
#[endpoint(POST "/cgi-bin/meeting/cancel", title = "取消预约会议",
    doc = "https://developer.work.weixin.qq.com/document/path/93709",
    scope(work), retry = safe, call = meetings.cancel)]
pub struct CancelMeeting {
    /// The meeting.
    pub meetingid: String,
    /// Which time of a repetition; all if left out.
    pub sub_meetingid: Option<String>,
}

/// Gives the meetings of a member.
#[endpoint(POST "/cgi-bin/meeting/get_user_meetingid", title = "获取成员会议ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93707",
    scope(work), retry = safe, reply = MeetingIds, call = meetings.of)]
pub struct GetUserMeetings {
    /// The member.
    pub userid: UserId,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// From when.
    pub begin_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of meetings.
#[endpoint(part, reply_to(GetUserMeetings))]
pub struct MeetingIds {
    /// The meetings.
    #[serde(default)]
    pub meetingid_list: Vec<String>,
    /// Where the next page begins; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetUserMeetings {
    type Item = String;
    fn split_page(self, page: MeetingIds) -> (Vec<String>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty());
        (page.meetingid_list, next.map(|next| self.cursor(next)))
    }
}
