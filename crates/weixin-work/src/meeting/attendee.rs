//! People of a meeting: the invited, those who attend, and those in the waiting room.

use super::{SubMeetingId, TmpOpenId};
use crate::ids::MeetingId;
use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::booking::MeetingGuest;

int_enum! {
    /// The kind of device with which somebody is in a meeting (终端设备类型).
    pub enum MeetingDeviceKind {
        /// A telephone (PSTN).
        Pstn = 0,
        /// A PC with Windows.
        Pc = 1,
        /// A Mac.
        Mac = 2,
        /// An Android phone.
        Android = 3,
        /// An iPhone (iOS).
        Ios = 4,
        /// A web browser.
        Web = 5,
        /// An iPad.
        IPad = 6,
        /// An Android tablet.
        AndroidPad = 7,
        /// A Mini Program (小程序).
        MiniProgram = 8,
        /// A VoIP or SIP device (MRA 设备).
        Sip = 9,
        /// A PC with Linux.
        Linux = 10,
        /// Rooms for Touch on Windows.
        RoomsWindows = 20,
        /// Rooms for Touch on macOS.
        RoomsMac = 21,
        /// Rooms for Touch on Android.
        RoomsAndroid = 22,
        /// Controller for Touch on Windows.
        ControllerWindows = 30,
        /// Controller for Touch on Android.
        ControllerAndroid = 32,
        /// Controller for Touch on iOS.
        ControllerIos = 33,
        /// A HarmonyOS phone (鸿蒙手机).
        HarmonyPhone = 81,
        /// A HarmonyOS tablet (鸿蒙平板).
        HarmonyTablet = 82,
        /// A HarmonyOS PC (鸿蒙 PC).
        HarmonyPc = 83,
        /// A car with HarmonyOS (鸿蒙汽车).
        HarmonyCar = 84,
    }
}

int_enum! {
    /// The role of somebody in a meeting (成员角色).
    pub enum AttendeeRole {
        /// No special role (普通成员).
        Member = 0,
        /// The creator (创建者).
        Creator = 1,
        /// The host (主持人).
        Host = 2,
        /// Creator and host (创建者+主持人).
        CreatorAndHost = 3,
        /// A guest (游客).
        Guest = 4,
        /// Guest and host (游客+主持人).
        GuestAndHost = 5,
        /// A co-host (联席主持人).
        CoHost = 6,
        /// Creator and co-host (创建者+联席主持人).
        CreatorAndCoHost = 7,
    }
}

int_enum! {
    /// The role of somebody in a webinar (网络研讨会成员角色).
    pub enum WebinarRole {
        /// No special role (普通参会角色).
        Attendee = 0,
        /// A panelist of the corporation (内部嘉宾).
        InternalPanelist = 1,
        /// A panelist from outside (外部嘉宾).
        ExternalPanelist = 2,
        /// A panelist who joined by an invitation link (邀请链接入会嘉宾).
        LinkPanelist = 3,
        /// A viewer (观众).
        Viewer = 4,
    }
}

int_enum! {
    /// The technical way somebody joined a meeting (入会方式).
    pub enum JoinMethod {
        /// By telephone (PSTN 普通用户).
        Pstn = 0,
        /// By VoIP (普通 VOIP 用户).
        Voip = 1,
        /// As the screen of a VoIP user (附属投屏 VOIP).
        ScreenVoip = 2,
        /// By VoIP with the Linux SDK (linux sdk for VOIP).
        LinuxVoip = 3,
        /// As the voice of another user, by telephone (附属语音 PSTN).
        VoicePstn = 4,
        /// As the video of a telephone user (附属视频 PSTN).
        VideoPstn = 5,
        /// By telephone with the Linux SDK (linux sdk for PSTN).
        LinuxPstn = 6,
    }
}

/// Returns the members who are invited to a meeting.
#[endpoint(POST "/cgi-bin/meeting/get_invitees", title = "获取会议受邀成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98160",
    scope(work), retry = safe, reply = MeetingInviteeList, call = meetings.invitees)]
pub struct GetMeetingInvitees {
    /// The meeting whose invited members are returned.
    pub meetingid: MeetingId,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
}

/// A page of members who are invited.
#[endpoint(part, reply_to(GetMeetingInvitees))]
pub struct MeetingInviteeList {
    /// The members of the page.
    #[serde(default)]
    pub invitees: Vec<MeetingInvitee>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// A member who is invited to a meeting.
#[endpoint(part)]
pub struct MeetingInvitee {
    /// The member who is invited.
    pub userid: UserId,
}

/// The cursor of the next page, unless this was the last.
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

/// Replaces the members who are invited to a meeting.
#[endpoint(POST "/cgi-bin/meeting/set_invitees", title = "更新会议受邀成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98162",
    scope(work), retry = safe, call = meetings.set_invitees)]
pub struct SetMeetingInvitees {
    /// The meeting whose invited members are replaced.
    pub meetingid: MeetingId,
    /// The members; those who are not listed are no longer invited.
    pub invitees: Vec<MeetingInvitee>,
}

/// Returns the guests of a meeting: people who are invited by telephone number (会议嘉宾).
#[endpoint(POST "/cgi-bin/meeting/get_guests", title = "获取会议嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99039",
    scope(work), retry = safe, reply = MeetingGuestList, call = meetings.guests)]
pub struct GetMeetingGuests {
    /// The meeting whose guests are returned.
    pub meetingid: MeetingId,
}

/// The guests of a meeting.
#[endpoint(part, reply_to(GetMeetingGuests))]
pub struct MeetingGuestList {
    /// Id of the meeting.
    pub meetingid: Option<MeetingId>,
    /// The number with which people join (会议号).
    pub meeting_code: Option<String>,
    /// Title of the meeting.
    pub title: Option<String>,
    /// The guests who are invited.
    #[serde(default)]
    pub guests: Vec<MeetingGuest>,
}

/// Replaces the guests of a meeting.
#[endpoint(POST "/cgi-bin/meeting/set_guests", title = "更新会议嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/99040",
    scope(work), retry = safe, call = meetings.set_guests)]
pub struct SetMeetingGuests {
    /// The meeting whose guests are replaced.
    pub meetingid: MeetingId,
    /// The guests; those who are not listed are no longer invited.
    pub guests: Vec<MeetingGuest>,
}

/// Returns the people who attended a meeting, up to 100 at a time. The list is empty before the
/// meeting begins.
#[endpoint(POST "/cgi-bin/meeting/get_attendee_list", title = "获取已参会成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98156",
    scope(work), retry = safe, reply = MeetingAttendeeList, call = meetings.attendees)]
pub struct GetMeetingAttendees {
    /// The meeting or webinar whose attendees are returned.
    pub meetingid: MeetingId,
    /// The occurrence; required for a recurring meeting.
    pub sub_meetingid: Option<SubMeetingId>,
    /// Restricts the list to people who attended from then on; 31 days before `end_time` if left
    /// out.
    pub start_time: Option<Timestamp>,
    /// Restricts the list to people who attended until then; now if left out. At most 31 days after
    /// `start_time`.
    pub end_time: Option<Timestamp>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 100. It has to be the same for all pages.
    pub limit: Option<u32>,
}

/// A page of people who attended or attend a meeting.
#[endpoint(part, reply_to(GetMeetingAttendees, GetPresentAttendees))]
pub struct MeetingAttendeeList {
    /// The people of the page.
    #[serde(default)]
    pub attendees: Vec<MeetingAttendee>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// Somebody who attended or attends a meeting.
#[endpoint(part)]
pub struct MeetingAttendee {
    /// The member; empty for people outside the corporation.
    pub userid: Option<UserId>,
    /// The person's id for this meeting.
    pub tmp_openid: Option<TmpOpenId>,
    /// The kind of device.
    pub instance_id: Option<MeetingDeviceKind>,
    /// The role in the meeting.
    pub role: Option<AttendeeRole>,
    /// The technical way of joining.
    pub join_type: Option<JoinMethod>,
    /// Time of joining.
    pub join_time: Option<Timestamp>,
    /// Time of leaving; missing while the person attends.
    pub quit_time: Option<Timestamp>,
    /// The kind of network, for instance `WIFI`.
    pub net: Option<String>,
    /// The role in a webinar; only for webinars.
    pub webinar_role: Option<WebinarRole>,
    /// Whether the microphone is on.
    pub audio_state: Option<bool>,
    /// Whether the camera is on.
    pub video_state: Option<bool>,
    /// Whether the person shares the screen.
    pub screen_shared_state: Option<bool>,
    /// The data of the person's own link to the meeting ([`CreateMeetingLink::customer_data`]).
    pub customer_data: Option<String>,
}

/// Returns the people who are in a meeting now, up to 50 at a time.
#[endpoint(POST "/cgi-bin/meeting/get_realtime_attendee_list", title = "获取实时会中成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98157",
    scope(work), retry = safe, reply = MeetingAttendeeList, call = meetings.present)]
pub struct GetPresentAttendees {
    /// The meeting, which has to be in progress.
    pub meetingid: MeetingId,
    /// The occurrence; required for a recurring meeting.
    pub sub_meetingid: Option<SubMeetingId>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 50. It has to be the same for all pages.
    pub limit: Option<u32>,
}

/// Returns the meetings that a member's devices are in.
#[endpoint(POST "/cgi-bin/meeting/check_device_in_meeting", title = "查询用户设备是否入会",
    doc = "https://developer.work.weixin.qq.com/document/path/98164",
    scope(work), retry = safe, reply = DevicesInMeeting, call = meetings.check_devices)]
pub struct CheckDevicesInMeeting {
    /// The member whose devices are looked for.
    pub userid: UserId,
    /// Restricts the check to these kinds of devices; all kinds if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instance_id_list: Vec<MeetingDeviceKind>,
    /// Restricts the check to these meetings; all meetings if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetingid_list: Vec<MeetingId>,
}

/// The meetings that a member's devices are in.
#[endpoint(part, reply_to(CheckDevicesInMeeting))]
pub struct DevicesInMeeting {
    /// One entry per device in a meeting.
    #[serde(default)]
    pub result_list: Vec<DeviceInMeeting>,
}

/// A device in a meeting.
#[endpoint(part)]
pub struct DeviceInMeeting {
    /// The meeting that the device is in.
    pub meetingid: Option<MeetingId>,
    /// The kind of device.
    pub instance_id: Option<MeetingDeviceKind>,
}

/// Returns the people who are in the waiting room (等候室) of a meeting now, up to 50 at a time.
#[endpoint(POST "/cgi-bin/meeting/waitingroom/get_current_user_list", title = "获取实时等候室成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98163",
    scope(work), retry = safe, reply = WaitingUserList, call = meetings.waiting)]
pub struct GetWaitingUsers {
    /// The meeting; the list is empty unless it is in progress.
    pub meetingid: MeetingId,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 50; 10 if left out. It has to be the same for all pages.
    pub limit: Option<u32>,
}

/// A page of people who are or were in a waiting room.
#[endpoint(part, reply_to(GetWaitingUsers, GetWaitingRecords))]
pub struct WaitingUserList {
    /// The people of the page.
    #[serde(default)]
    pub user_list: Vec<WaitingUser>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// Somebody who is or was in a waiting room.
#[endpoint(part)]
pub struct WaitingUser {
    /// The member; empty for people outside the corporation.
    pub userid: Option<UserId>,
    /// The person's id for this meeting.
    pub tmp_openid: Option<TmpOpenId>,
    /// The kind of device.
    pub instance_id: Option<MeetingDeviceKind>,
    /// The data of the person's own link to the meeting; only of people who wait now.
    pub customer_data: Option<String>,
    /// Time of entering the waiting room, in milliseconds since 1970. Only in
    /// [`GetWaitingRecords`].
    pub join_time: Option<u64>,
    /// Time of leaving the waiting room, in milliseconds since 1970. Only in [`GetWaitingRecords`].
    pub quit_time: Option<u64>,
}

/// Returns the people who have been in the waiting room (等候室) of a meeting, up to 50 at a time.
#[endpoint(POST "/cgi-bin/meeting/waitingroom/get_user_list", title = "获取等候室成员记录",
    doc = "https://developer.work.weixin.qq.com/document/path/98164",
    scope(work), retry = safe, reply = WaitingUserList, call = meetings.waited)]
pub struct GetWaitingRecords {
    /// The meeting, whether it has begun or not.
    pub meetingid: MeetingId,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 50; 20 if left out. It has to be the same for all pages.
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

/// Creates a link to a meeting that identifies the people who join by it (用户专属参会链接).
#[endpoint(POST "/cgi-bin/meeting/create_customer_short_url", title = "创建用户专属参会链接",
    doc = "https://developer.work.weixin.qq.com/document/path/98818",
    scope(work), reply = CreatedMeetingLink, call = meetings.create_link)]
pub struct CreateMeetingLink {
    /// The meeting. Webinars and meetings under a member's own number are not supported.
    pub meetingid: MeetingId,
    /// Data of the caller's own. It comes back with the people who join by the link
    /// ([`MeetingAttendee::customer_data`]).
    pub customer_data: String,
}

/// A link that was created.
#[endpoint(part, reply_to(CreateMeetingLink))]
pub struct CreatedMeetingLink {
    /// The link and its data.
    pub meeting_short_url_customer_data: MeetingLink,
}

/// A link to a meeting that identifies the people who join by it.
#[endpoint(part)]
pub struct MeetingLink {
    /// Address of the link.
    pub meeting_short_url: Option<String>,
    /// The data of the link.
    pub customer_data: Option<String>,
}

/// Returns the links to a meeting that identify the people who join by them.
#[endpoint(POST "/cgi-bin/meeting/get_customer_short_url", title = "获取用户专属参会链接",
    doc = "https://developer.work.weixin.qq.com/document/path/98819",
    scope(work), retry = safe, reply = MeetingLinks, call = meetings.links)]
pub struct GetMeetingLinks {
    /// The meeting whose links are returned.
    pub meetingid: MeetingId,
}

/// Links to a meeting.
#[endpoint(part, reply_to(GetMeetingLinks))]
pub struct MeetingLinks {
    /// The links and their data.
    #[serde(default)]
    pub meeting_short_url_customer_data_list: Vec<MeetingLink>,
}
