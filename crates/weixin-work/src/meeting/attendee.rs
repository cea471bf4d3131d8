//! Who is invited, comes and waits.

use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

use super::booking::MeetingGuest;

/// Gives the members who are invited.
#[endpoint(POST "/cgi-bin/meeting/get_invitees", title = "获取会议受邀成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98160",
    scope(work), retry = safe, reply = MeetingInviteeList, call = meetings.invitees)]
pub struct GetMeetingInvitees {
    /// The meeting.
    pub meetingid: String,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
}

/// A page of members who are invited.
#[endpoint(part, reply_to(GetMeetingInvitees))]
pub struct MeetingInviteeList {
    /// The members.
    #[serde(default)]
    pub invitees: Vec<MeetingInvitee>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// A member who is invited.
#[endpoint(part)]
pub struct MeetingInvitee {
    /// The member.
    pub userid: UserId,
}

/// Where the next page begins, unless this was the last.
pub(super) fn next_cursor(next: Option<String>, more: Option<bool>) -> Option<String> {
    next.filter(|next| !next.is_empty() && more != Some(false))
}

impl Paged for GetMeetingInvitees {
    type Item = MeetingInvitee;
    fn split_page(self, page: MeetingInviteeList) -> (Vec<MeetingInvitee>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.invitees, next.map(|next| self.cursor(next)))
    }
}

/// Says which members are invited, in place of those who were.
#[endpoint(POST "/cgi-bin/meeting/set_invitees", title = "更新会议受邀成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98162",
    scope(work), retry = safe, call = meetings.set_invitees)]
pub struct SetMeetingInvitees {
    /// The meeting.
    pub meetingid: String,
    /// The members.
    pub invitees: Vec<MeetingInvitee>,
}

/// Gives those who are invited by telephone number.
#[endpoint(POST "/cgi-bin/meeting/get_guests", title = "获取会议嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99039",
    scope(work), retry = safe, reply = MeetingGuestList, call = meetings.guests)]
pub struct GetMeetingGuests {
    /// The meeting.
    pub meetingid: String,
}

/// Those who are invited by telephone number.
#[endpoint(part, reply_to(GetMeetingGuests))]
pub struct MeetingGuestList {
    /// The meeting.
    pub meetingid: Option<String>,
    /// The number people type in.
    pub meeting_code: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// Those who are invited.
    #[serde(default)]
    pub guests: Vec<MeetingGuest>,
}

/// Says who is invited by telephone number, in place of those who were.
#[endpoint(POST "/cgi-bin/meeting/set_guests", title = "更新会议嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99040",
    scope(work), retry = safe, call = meetings.set_guests)]
pub struct SetMeetingGuests {
    /// The meeting.
    pub meetingid: String,
    /// Those who are invited.
    pub guests: Vec<MeetingGuest>,
}

/// Gives those who came to a meeting.
#[endpoint(POST "/cgi-bin/meeting/get_attendee_list", title = "获取已参会成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98156",
    scope(work), retry = safe, reply = MeetingAttendeeList, call = meetings.attendees)]
pub struct GetMeetingAttendees {
    /// The meeting.
    pub meetingid: String,
    /// Which time of a repetition.
    pub sub_meetingid: Option<String>,
    /// Of which time on.
    pub start_time: Option<Timestamp>,
    /// Until which time.
    pub end_time: Option<Timestamp>,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// A page of those who came to a meeting.
#[endpoint(part, reply_to(GetMeetingAttendees, GetPresentAttendees))]
pub struct MeetingAttendeeList {
    /// Those who came.
    #[serde(default)]
    pub attendees: Vec<MeetingAttendee>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// Somebody who came to a meeting.
#[endpoint(part)]
pub struct MeetingAttendee {
    /// The member.
    pub userid: Option<UserId>,
    /// Who, by an id for this meeting.
    pub tmp_openid: Option<String>,
    /// The kind of device they came with, as the platform numbers them.
    pub instance_id: Option<u32>,
    /// Their role, as the platform numbers them.
    pub role: Option<u8>,
    /// How they came, as the platform numbers it.
    pub join_type: Option<u8>,
    /// When they came.
    pub join_time: Option<Timestamp>,
    /// When they went.
    pub quit_time: Option<Timestamp>,
    /// Their network.
    pub net: Option<String>,
    /// Their role in a webinar, as the platform numbers them.
    pub webinar_role: Option<u8>,
    /// Whether they can be heard.
    pub audio_state: Option<bool>,
    /// Whether they can be seen.
    pub video_state: Option<bool>,
    /// Whether they show their screen.
    pub screen_shared_state: Option<bool>,
    /// What their link to the meeting carried.
    pub customer_data: Option<String>,
}

/// Gives those who are in a meeting now.
#[endpoint(POST "/cgi-bin/meeting/get_realtime_attendee_list", title = "获取实时会中成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98157",
    scope(work), retry = safe, reply = MeetingAttendeeList, call = meetings.present)]
pub struct GetPresentAttendees {
    /// The meeting.
    pub meetingid: String,
    /// Which time of a repetition.
    pub sub_meetingid: Option<String>,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// Tells in which meetings a member's devices are.
#[endpoint(POST "/cgi-bin/meeting/check_device_in_meeting", title = "查询用户设备是否入会",
    doc = "https://developer.work.weixin.qq.com/document/path/98164",
    scope(work), retry = safe, reply = DevicesInMeeting, call = meetings.check_devices)]
pub struct CheckDevicesInMeeting {
    /// The member.
    pub userid: UserId,
    /// Only these kinds of devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instance_id_list: Vec<u32>,
    /// Only these meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetingid_list: Vec<String>,
}

/// In which meetings devices are.
#[endpoint(part, reply_to(CheckDevicesInMeeting))]
pub struct DevicesInMeeting {
    /// One for each device.
    #[serde(default)]
    pub result_list: Vec<DeviceInMeeting>,
}

/// A device in a meeting.
#[endpoint(part)]
pub struct DeviceInMeeting {
    /// The meeting.
    pub meetingid: Option<String>,
    /// The kind of device, as the platform numbers them.
    pub instance_id: Option<u32>,
}

/// Gives those who wait to be let in.
#[endpoint(POST "/cgi-bin/meeting/waitingroom/get_current_user_list", title = "获取实时等候室成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98163",
    scope(work), retry = safe, reply = WaitingUserList, call = meetings.waiting)]
pub struct GetWaitingUsers {
    /// The meeting.
    pub meetingid: String,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// A page of those who wait or waited.
#[endpoint(part, reply_to(GetWaitingUsers, GetWaitingRecords))]
pub struct WaitingUserList {
    /// Those who do.
    #[serde(default)]
    pub user_list: Vec<WaitingUser>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// Somebody who waits or waited.
#[endpoint(part)]
pub struct WaitingUser {
    /// The member.
    pub userid: Option<UserId>,
    /// Who, by an id for this meeting.
    pub tmp_openid: Option<String>,
    /// The kind of device, as the platform numbers them.
    pub instance_id: Option<u32>,
    /// What their link to the meeting carried.
    pub customer_data: Option<String>,
    /// Since when.
    pub join_time: Option<Timestamp>,
    /// Until when.
    pub quit_time: Option<Timestamp>,
}

/// Gives those who waited to be let in.
#[endpoint(POST "/cgi-bin/meeting/waitingroom/get_user_list", title = "获取等候室成员记录",
    doc = "https://developer.work.weixin.qq.com/document/path/98164",
    scope(work), retry = safe, reply = WaitingUserList, call = meetings.waited)]
pub struct GetWaitingRecords {
    /// The meeting.
    pub meetingid: String,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

impl Paged for GetMeetingAttendees {
    type Item = MeetingAttendee;
    fn split_page(self, page: MeetingAttendeeList) -> (Vec<MeetingAttendee>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.attendees, next.map(|next| self.cursor(next)))
    }
}

impl Paged for GetPresentAttendees {
    type Item = MeetingAttendee;
    fn split_page(self, page: MeetingAttendeeList) -> (Vec<MeetingAttendee>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.attendees, next.map(|next| self.cursor(next)))
    }
}

impl Paged for GetWaitingUsers {
    type Item = WaitingUser;
    fn split_page(self, page: WaitingUserList) -> (Vec<WaitingUser>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.user_list, next.map(|next| self.cursor(next)))
    }
}

impl Paged for GetWaitingRecords {
    type Item = WaitingUser;
    fn split_page(self, page: WaitingUserList) -> (Vec<WaitingUser>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.user_list, next.map(|next| self.cursor(next)))
    }
}

/// Makes a link to a meeting that tells who comes by it.
#[endpoint(POST "/cgi-bin/meeting/create_customer_short_url", title = "创建用户专属参会链接",
    doc = "https://developer.work.weixin.qq.com/document/path/98818",
    scope(work), reply = CreatedMeetingLink, call = meetings.create_link)]
pub struct CreateMeetingLink {
    /// The meeting.
    pub meetingid: String,
    /// What the link carries.
    pub customer_data: String,
}

/// A link of somebody's own.
#[endpoint(part, reply_to(CreateMeetingLink))]
pub struct CreatedMeetingLink {
    /// The link.
    pub meeting_short_url_customer_data: MeetingLink,
}

/// A link to a meeting.
#[endpoint(part)]
pub struct MeetingLink {
    /// The link.
    pub meeting_short_url: Option<String>,
    /// What it carries.
    pub customer_data: Option<String>,
}

/// Gives the links to a meeting that tell who comes by them.
#[endpoint(POST "/cgi-bin/meeting/get_customer_short_url", title = "获取用户专属参会链接",
    doc = "https://developer.work.weixin.qq.com/document/path/98819",
    scope(work), retry = safe, reply = MeetingLinks, call = meetings.links)]
pub struct GetMeetingLinks {
    /// The meeting.
    pub meetingid: String,
}

/// Links of people's own.
#[endpoint(part, reply_to(GetMeetingLinks))]
pub struct MeetingLinks {
    /// The links.
    #[serde(default)]
    pub meeting_short_url_customer_data_list: Vec<MeetingLink>,
}
