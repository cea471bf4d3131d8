//! Announcing webinars.

use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{Secret, UserId};

use crate::{
    ids::MeetingId,
    meeting::{MeetingAutoRecord, MeetingInvitee, MeetingWatermark},
    webinar::WebinarsHandle,
};

/// Schedules a webinar.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::{meeting::MeetingInvitee, webinar::{CreateWebinar, WebinarAdmission}};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let start = wx.now() + Duration::from_secs(7 * 86_400);
/// let end = start + Duration::from_secs(3600);
/// let webinar = CreateWebinar::new("zhangsan", "News", start, end, WebinarAdmission::Public)
///     .hosts([MeetingInvitee::new("zhangsan")]);
/// let created = wx.webinars().create(webinar).await?;
/// println!("{}", created.audience_join_link.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/meeting/webinar/create", title = "创建网络研讨会",
    doc = "https://developer.work.weixin.qq.com/document/path/98842",
    scope(work), reply = CreatedWebinar, call = webinars.create)]
pub struct CreateWebinar {
    /// The member who administers it.
    pub admin_userid: UserId,
    /// The title: 1 to 255 characters.
    pub title: String,
    /// Name of the organizer (主办方): 1 to 40 characters.
    pub sponsor: Option<String>,
    /// When it begins; at least half an hour from now.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// The hosts (主持人); the administrator if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<MeetingInvitee>,
    /// Who can watch.
    pub admission_type: WebinarAdmission,
    /// The password of 4 to 6 digits, for [`WebinarAdmission::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Address of the cover picture, a PNG or JPEG of up to 5 MB. It needs the activity page.
    pub cover_url: Option<String>,
    /// The description: 1 to 5,000 characters. It needs the activity page.
    pub description: Option<String>,
    /// Whether people become guests (嘉宾) by an invitation link; they do not if left out.
    pub enable_guest_invite_link: Option<bool>,
    /// Settings of sound, watermark and recording.
    pub media_setting: Option<WebinarMedia>,
    /// Whether the audience may ask questions.
    pub enable_qa: Option<bool>,
    /// Words that are blocked in the chat: up to 50, of up to 10 characters each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive_words: Vec<String>,
    /// Whether messages are checked before they are shown (人工审核).
    pub enable_manual_check: Option<bool>,
    /// Whether it has an activity page (活动页); it has one if left out.
    pub activity_page: Option<bool>,
    /// Whether the activity page shows how many people have enrolled; it does if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub display_number_of_attendees: Option<bool>,
    /// Whether the audience can watch the recording afterwards. It has to be recorded in the cloud.
    pub playback_for_audience: Option<bool>,
    /// Whether hosts and guests can prepare before the audience comes in (准备模式).
    pub preparation_mode: Option<bool>,
}

int_enum! {
    /// Who can watch a webinar (观看限制).
    pub enum WebinarAdmission {
        /// Everybody (公开).
        Public = 0,
        /// People who have enrolled (报名).
        Enrollment = 1,
        /// People who know the password (密码).
        Password = 2,
    }
}

/// Settings of sound, watermark and recording of a webinar.
#[endpoint(part)]
#[derive(Default)]
pub struct WebinarMedia {
    /// Whether people are muted when they enter.
    pub enable_enter_mute: Option<bool>,
    /// Whether people may unmute themselves.
    pub allow_unmute_self: Option<bool>,
    /// Whether people may enter before a host does.
    pub allow_enter_before_host: Option<bool>,
    /// Whether the picture carries a watermark.
    pub enable_screen_watermark: Option<bool>,
    /// The form of the watermark.
    pub watermark_type: Option<MeetingWatermark>,
    /// Whether people outside the corporation may enter.
    pub allow_external_user: Option<bool>,
    /// Whether it is recorded automatically, and where.
    pub auto_record_type: Option<MeetingAutoRecord>,
    /// Whether recording begins as soon as somebody enters.
    pub attendee_join_auto_record: Option<bool>,
    /// Whether a host may pause the recording.
    pub enable_host_pause_auto_record: Option<bool>,
}

/// A webinar that was scheduled.
#[endpoint(part, reply_to(CreateWebinar))]
pub struct CreatedWebinar {
    /// The new webinar.
    pub meetingid: MeetingId,
    /// The number that people type in to join (会议号).
    pub meeting_code: Option<String>,
    /// Title of the webinar.
    pub title: Option<String>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// Who can watch.
    pub admission_type: Option<WebinarAdmission>,
    /// The password, for [`WebinarAdmission::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// The link by which the audience joins.
    pub audience_join_link: Option<String>,
    /// The link by which guests join.
    pub guest_join_link: Option<String>,
    /// The link for those who check messages.
    pub manual_check_link: Option<String>,
    /// The password for those who check messages.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub manual_check_password: Option<Secret>,
}

/// Changes a webinar that has not begun.
#[endpoint(POST "/cgi-bin/meeting/webinar/update", title = "修改网络研讨会",
    doc = "https://developer.work.weixin.qq.com/document/path/98843",
    scope(work), retry = safe, call = webinars.update)]
pub struct UpdateWebinar {
    /// The webinar to change.
    pub meetingid: MeetingId,
    /// The title: 1 to 255 characters.
    pub title: String,
    /// Name of the organizer (主办方): 1 to 40 characters.
    pub sponsor: Option<String>,
    /// When it begins; at least half an hour from now.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// The hosts (主持人), replacing the current ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<MeetingInvitee>,
    /// Who can watch.
    pub admission_type: WebinarAdmission,
    /// The password of 4 to 6 digits, for [`WebinarAdmission::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Address of the cover picture, a PNG or JPEG of up to 5 MB. It needs the activity page.
    pub cover_url: Option<String>,
    /// The description: 1 to 5,000 characters. It needs the activity page.
    pub description: Option<String>,
    /// Whether people become guests (嘉宾) by an invitation link.
    pub enable_guest_invite_link: Option<bool>,
    /// Settings of sound, watermark and recording.
    pub media_setting: Option<WebinarMedia>,
    /// Whether the audience may ask questions.
    pub enable_qa: Option<bool>,
    /// Words that are blocked in the chat: up to 50, of up to 10 characters each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sensitive_words: Vec<String>,
    /// Whether messages are checked before they are shown (人工审核).
    pub enable_manual_check: Option<bool>,
    /// Whether it has an activity page (活动页).
    pub activity_page: Option<bool>,
    /// Whether the activity page shows how many people have enrolled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub display_number_of_attendees: Option<bool>,
    /// Whether the audience can watch the recording afterwards. It has to be recorded in the cloud.
    pub playback_for_audience: Option<bool>,
    /// Whether hosts and guests can prepare before the audience comes in (准备模式).
    pub preparation_mode: Option<bool>,
}

/// Cancels a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/cancel", title = "取消网络研讨会",
    doc = "https://developer.work.weixin.qq.com/document/path/98843",
    scope(work), retry = safe, call = webinars.cancel)]
pub struct CancelWebinar {
    /// The webinar to cancel.
    pub meetingid: MeetingId,
}

/// Returns a webinar by its id or its number.
///
/// One of the two must be given; the id goes first.
#[endpoint(POST "/cgi-bin/meeting/webinar/get", title = "获取网络研讨会详情",
    doc = "https://developer.work.weixin.qq.com/document/path/98860",
    scope(work), retry = safe, reply = Webinar, call = webinars.get)]
pub struct GetWebinar {
    /// The webinar, by its id.
    pub meetingid: Option<MeetingId>,
    /// The webinar, by the number that people type in to join (会议号).
    pub meeting_code: Option<String>,
}

/// A webinar.
#[endpoint(part, reply_to(GetWebinar))]
pub struct Webinar {
    /// Id of the webinar.
    pub meetingid: Option<MeetingId>,
    /// The number that people type in to join (会议号).
    pub meeting_code: Option<String>,
    /// Title of the webinar.
    pub title: Option<String>,
    /// Name of the organizer (主办方).
    pub sponsor: Option<String>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// State of the webinar, a text whose values the platform does not list.
    pub status: Option<String>,
    /// The hosts (主持人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<MeetingInvitee>,
    /// Who can watch.
    pub admission_type: Option<WebinarAdmission>,
    /// The password, for [`WebinarAdmission::Password`].
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Address of the cover picture.
    pub cover_url: Option<String>,
    /// The description on the activity page.
    pub description: Option<String>,
    /// Whether people become guests (嘉宾) by an invitation link.
    pub enable_guest_invite_link: Option<bool>,
    /// The link by which the audience joins.
    pub audience_join_link: Option<String>,
    /// The link by which guests join.
    pub guest_join_link: Option<String>,
    /// The link for those who check messages.
    pub manual_check_link: Option<String>,
    /// The password for those who check messages.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub manual_check_password: Option<Secret>,
    /// Settings of sound, watermark and recording.
    pub media_setting: Option<WebinarMedia>,
    /// Whether the audience may ask questions.
    pub enable_qa: Option<bool>,
    /// Whether it has an activity page (活动页).
    pub activity_page: Option<bool>,
    /// Whether the activity page shows how many people have enrolled.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub display_number_of_attendees: Option<bool>,
    /// Whether the audience can watch the recording afterwards.
    pub playback_for_audience: Option<bool>,
    /// Address of the recording.
    pub playback_url: Option<String>,
    /// Whether hosts and guests can prepare before the audience comes in (准备模式).
    pub preparation_mode: Option<bool>,
    /// Address of the picture shown before it begins.
    pub warm_up_picture: Option<String>,
    /// Address of the video shown before it begins.
    pub warm_up_video: Option<String>,
    /// Whether the audience may invite others.
    pub allow_attendees_invite_others: Option<bool>,
}

/// Sets what is shown before a webinar begins (暖场素材).
#[endpoint(POST "/cgi-bin/meeting/webinar/update_warm_up", title = "更新网络研讨会暖场素材",
    doc = "https://developer.work.weixin.qq.com/document/path/98882",
    scope(work), retry = safe, call = webinars.set_warm_up)]
pub struct SetWebinarWarmUp {
    /// The webinar to change.
    pub meetingid: MeetingId,
    /// Address of the picture to show.
    pub warm_up_picture: Option<String>,
    /// Address of the video to show.
    pub warm_up_video: Option<String>,
    /// Whether the audience may invite others.
    pub allow_attendees_invite_others: Option<bool>,
}

/// Returns the guests of a webinar, by its id or its number.
///
/// One of the two must be given; the id goes first.
#[endpoint(POST "/cgi-bin/meeting/webinar/list_guest", title = "获取网络研讨会嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98871",
    scope(work), retry = safe, reply = WebinarGuests, call = webinars.guests)]
pub struct GetWebinarGuests {
    /// The webinar, by its id.
    pub meetingid: Option<MeetingId>,
    /// The webinar, by the number that people type in to join (会议号).
    pub meeting_code: Option<String>,
}

/// The guests of a webinar.
#[endpoint(part, reply_to(GetWebinarGuests))]
pub struct WebinarGuests {
    /// The guests (嘉宾).
    #[serde(default)]
    pub guests: Vec<WebinarGuest>,
}

/// A guest of a webinar.
#[endpoint(part)]
pub struct WebinarGuest {
    /// Whether the guest is a member, and how they were invited.
    pub guest_type: WebinarGuestKind,
    /// The guest, for [`WebinarGuestKind::Internal`].
    pub userid: Option<UserId>,
    /// Country code of the phone number, such as `86`; needed for [`WebinarGuestKind::External`].
    pub area: Option<String>,
    /// Phone number; needed for [`WebinarGuestKind::External`].
    pub phone_number: Option<String>,
    /// Mail address of an external guest.
    pub email: Option<String>,
    /// Name: 1 to 16 characters; needed for [`WebinarGuestKind::External`].
    pub guest_name: Option<String>,
}

int_enum! {
    /// Whether a guest is a member, and how they were invited.
    pub enum WebinarGuestKind {
        /// A member of the corporation (内部嘉宾).
        Internal = 1,
        /// Somebody else, by phone number (外部嘉宾).
        External = 2,
        /// Somebody who came by the link; in replies only (链接嘉宾).
        Link = 3,
    }
}

/// Sets the guests of a webinar, replacing the current ones.
#[endpoint(POST "/cgi-bin/meeting/webinar/update_guest_list", title = "更新网络研讨会嘉宾列表",
    doc = "https://developer.work.weixin.qq.com/document/path/98872",
    scope(work), retry = safe, call = webinars.set_guests)]
pub struct SetWebinarGuests {
    /// The webinar to change.
    pub meetingid: MeetingId,
    /// The new guests (嘉宾).
    pub guests: Vec<WebinarGuest>,
}
