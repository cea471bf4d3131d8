//! Announcing webinars.

use crate::meeting::MeetingInvitee;
use crate::webinar::WebinarsHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

/// Announces a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/create", title = "创建网络研讨会",
    doc = "https://developer.work.weixin.qq.com/document/path/98842",
    scope(work), reply = CreatedWebinar, call = webinars.create)]
pub struct CreateWebinar {
    /// Who administers it.
    pub admin_userid: UserId,
    /// The title.
    pub title: String,
    /// Who holds it.
    pub sponsor: Option<String>,
    /// When it begins.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<MeetingInvitee>,
    /// Who may watch, as the platform numbers it.
    pub admission_type: u8,
    /// The password.
    pub password: Option<String>,
    /// The address of its picture.
    pub cover_url: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Whether there is a link for guests.
    pub enable_guest_invite_link: Option<bool>,
    /// How it is held.
    pub media_setting: Option<WebinarMedia>,
    /// Whether questions may be asked.
    pub enable_qa: Option<bool>,
    /// Words that may not be written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive_words: Vec<String>,
    /// Whether what is written is looked at first.
    pub enable_manual_check: Option<bool>,
    /// Whether it has a page.
    pub activity_page: Option<bool>,
    /// Who sees how many watch, as the platform numbers it.
    pub display_number_of_attendees: Option<u8>,
    /// Whether it can be watched afterwards.
    pub playback_for_audience: Option<bool>,
    /// Whether whoever leads it can prepare.
    pub preparation_mode: Option<bool>,
}

/// How a webinar is held.
#[endpoint(part)]
#[derive(Default)]
pub struct WebinarMedia {
    /// Whether people come muted.
    pub enable_enter_mute: Option<bool>,
    /// Whether people may unmute themselves.
    pub allow_unmute_self: Option<bool>,
    /// Whether people may come before whoever leads it.
    pub allow_enter_before_host: Option<bool>,
    /// Whether the picture carries a watermark.
    pub enable_screen_watermark: Option<bool>,
    /// The watermark: 1 one line, 2 several.
    pub watermark_type: Option<u8>,
    /// Whether people outside the corporation may come.
    pub allow_external_user: Option<bool>,
    /// Whether it is recorded: `none`, `local` or `cloud`.
    pub auto_record_type: Option<String>,
    /// Whether recording begins when somebody comes.
    pub attendee_join_auto_record: Option<bool>,
    /// Whether whoever leads it may pause the recording.
    pub enable_host_pause_auto_record: Option<bool>,
}

/// A webinar that was announced.
#[endpoint(part, reply_to(CreateWebinar))]
pub struct CreatedWebinar {
    /// The webinar.
    pub meetingid: String,
    /// The number people type in.
    pub meeting_code: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// Who may watch, as the platform numbers it.
    pub admission_type: Option<u8>,
    /// The password.
    pub password: Option<String>,
    /// The link for the audience.
    pub audience_join_link: Option<String>,
    /// The link for guests.
    pub guest_join_link: Option<String>,
    /// The link for who looks at what is written.
    pub manual_check_link: Option<String>,
    /// The password for it.
    pub manual_check_password: Option<String>,
}

/// Changes a webinar that has not begun.
#[endpoint(POST "/cgi-bin/meeting/webinar/update", title = "修改网络研讨会",
    doc = "https://developer.work.weixin.qq.com/document/path/98843",
    scope(work), retry = safe, call = webinars.update)]
pub struct UpdateWebinar {
    /// The webinar.
    pub meetingid: String,
    /// The title.
    pub title: String,
    /// Who holds it.
    pub sponsor: Option<String>,
    /// When it begins.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<MeetingInvitee>,
    /// Who may watch, as the platform numbers it.
    pub admission_type: u8,
    /// The password.
    pub password: Option<String>,
    /// The address of its picture.
    pub cover_url: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Whether there is a link for guests.
    pub enable_guest_invite_link: Option<bool>,
    /// How it is held.
    pub media_setting: Option<WebinarMedia>,
    /// Whether questions may be asked.
    pub enable_qa: Option<bool>,
    /// Words that may not be written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive_words: Vec<String>,
    /// Whether what is written is looked at first.
    pub enable_manual_check: Option<bool>,
    /// Whether it has a page.
    pub activity_page: Option<bool>,
    /// Who sees how many watch, as the platform numbers it.
    pub display_number_of_attendees: Option<u8>,
    /// Whether it can be watched afterwards.
    pub playback_for_audience: Option<bool>,
    /// Whether whoever leads it can prepare.
    pub preparation_mode: Option<bool>,
}

/// Calls a webinar off.
#[endpoint(POST "/cgi-bin/meeting/webinar/cancel", title = "取消网络研讨会",
    doc = "https://developer.work.weixin.qq.com/document/path/98843",
    scope(work), retry = safe, call = webinars.cancel)]
pub struct CancelWebinar {
    /// The webinar.
    pub meetingid: String,
}

/// Tells about a webinar, named by its id or its number.
#[endpoint(POST "/cgi-bin/meeting/webinar/get", title = "获取网络研讨会详情",
    doc = "https://developer.work.weixin.qq.com/document/path/98860",
    scope(work), retry = safe, reply = Webinar, call = webinars.get)]
pub struct GetWebinar {
    /// The webinar.
    pub meetingid: Option<String>,
    /// The number people type in.
    pub meeting_code: Option<String>,
}

/// A webinar.
#[endpoint(part, reply_to(GetWebinar))]
pub struct Webinar {
    /// The webinar.
    pub meetingid: Option<String>,
    /// The number people type in.
    pub meeting_code: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// Who holds it.
    pub sponsor: Option<String>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// How far it is, in the platform's words.
    pub status: Option<String>,
    /// Who leads it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<MeetingInvitee>,
    /// Who may watch, as the platform numbers it.
    pub admission_type: Option<u8>,
    /// The password.
    pub password: Option<String>,
    /// The address of its picture.
    pub cover_url: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Whether there is a link for guests.
    pub enable_guest_invite_link: Option<bool>,
    /// The link for the audience.
    pub audience_join_link: Option<String>,
    /// The link for guests.
    pub guest_join_link: Option<String>,
    /// The link for who looks at what is written.
    pub manual_check_link: Option<String>,
    /// The password for it.
    pub manual_check_password: Option<String>,
    /// How it is held.
    pub media_setting: Option<WebinarMedia>,
    /// Whether questions may be asked.
    pub enable_qa: Option<bool>,
    /// Whether it has a page.
    pub activity_page: Option<bool>,
    /// Who sees how many watch, as the platform numbers it.
    pub display_number_of_attendees: Option<u8>,
    /// Whether it can be watched afterwards.
    pub playback_for_audience: Option<bool>,
    /// Where it can be watched afterwards.
    pub playback_url: Option<String>,
    /// Whether whoever leads it can prepare.
    pub preparation_mode: Option<bool>,
    /// The picture to be shown before it begins.
    pub warm_up_picture: Option<String>,
    /// The video to be shown before it begins.
    pub warm_up_video: Option<String>,
    /// Whether the audience may invite others.
    pub allow_attendees_invite_others: Option<bool>,
}

/// Says what is shown before a webinar begins.
#[endpoint(POST "/cgi-bin/meeting/webinar/update_warm_up", title = "更新网络研讨会暖场素材",
    doc = "https://developer.work.weixin.qq.com/document/path/98882",
    scope(work), retry = safe, call = webinars.set_warm_up)]
pub struct SetWebinarWarmUp {
    /// The webinar.
    pub meetingid: String,
    /// The address of a picture.
    pub warm_up_picture: Option<String>,
    /// The address of a video.
    pub warm_up_video: Option<String>,
    /// Whether the audience may invite others.
    pub allow_attendees_invite_others: Option<bool>,
}

/// Gives the guests of a webinar, named by its id or its number.
#[endpoint(POST "/cgi-bin/meeting/webinar/list_guest", title = "获取网络研讨会嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98871",
    scope(work), retry = safe, reply = WebinarGuests, call = webinars.guests)]
pub struct GetWebinarGuests {
    /// The webinar.
    pub meetingid: Option<String>,
    /// The number people type in.
    pub meeting_code: Option<String>,
}

/// The guests of a webinar.
#[endpoint(part, reply_to(GetWebinarGuests))]
pub struct WebinarGuests {
    /// The guests.
    #[serde(default)]
    pub guests: Vec<WebinarGuest>,
}

/// A guest of a webinar.
#[endpoint(part)]
pub struct WebinarGuest {
    /// What follows, as the platform numbers it.
    pub guest_type: u8,
    /// The member.
    pub userid: Option<UserId>,
    /// The country's code of their telephone, as in `86`.
    pub area: Option<String>,
    /// Their telephone number.
    pub phone_number: Option<String>,
    /// Their address.
    pub email: Option<String>,
    /// Their name.
    pub guest_name: Option<String>,
}

/// Says who is a guest of a webinar, in place of those who were.
#[endpoint(POST "/cgi-bin/meeting/webinar/update_guest_list", title = "更新网络研讨会嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98872",
    scope(work), retry = safe, call = webinars.set_guests)]
pub struct SetWebinarGuests {
    /// The webinar.
    pub meetingid: String,
    /// The guests.
    pub guests: Vec<WebinarGuest>,
}
