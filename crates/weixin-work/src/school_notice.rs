//! Notices of a school to parents and students (学校通知). `/cgi-bin/externalcontact/message/send`

use weixin_api::{AgentId, TaggedEnum, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId};

use crate::{
    ids::{ExternalUserId, ParentUserId, SchoolDepartmentId, StudentUserId},
    message::{Media, MpNews, News, Text, TextCard, Video},
};

group! {
    /// Notices of a school to parents and students (学校通知).
    school_notices: [SendSchoolNotice, GetSubscribeQrCode, GetSubscribeMode, SetSubscribeMode]
}

/// Sends a notice to parents, students, or whole departments of a school.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::school_notice::{SchoolMessage, SendSchoolNotice};
/// # use weixin_work::{ids::SchoolDepartmentId, message::Text};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let message = SchoolMessage::Text(Text::new("There is no school tomorrow."));
/// let notice = SendSchoolNotice::new(message).to_party([SchoolDepartmentId::new(10)]);
/// let sent = wx.school_notices().send(notice).await?;
/// println!("not reached: {:?}", sent.invalid_party);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/externalcontact/message/send", title = "发送「学校通知」",
    doc = "https://developer.work.weixin.qq.com/document/path/91609",
    scope(work), reply = SentSchoolNotice, call = school_notices.send)]
pub struct SendSchoolNotice {
    /// Parents, as external contacts: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_external_user: Vec<ExternalUserId>,
    /// Parents, by their id in the directory: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_parent_userid: Vec<ParentUserId>,
    /// Students, whose parents get the notice as well: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_student_userid: Vec<StudentUserId>,
    /// Departments of the school: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_party: Vec<SchoolDepartmentId>,
    /// Whether everybody gets it; the lists of recipients are then ignored.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub toall: Option<bool>,
    /// Who of the students and departments gets it; the parents if left out.
    pub recv_scope: Option<NoticeReceivers>,
    /// The notice itself.
    #[serde(flatten)]
    pub message: SchoolMessage,
    /// The app that sends it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// Whether ids in the text are shown as names (id转译).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
    /// Whether the platform drops a repetition of the same notice.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_duplicate_check: Option<bool>,
    /// Within how many seconds a repetition is dropped: up to 14,400, 1,800 if left out.
    pub duplicate_check_interval: Option<u32>,
}

int_enum! {
    /// Who of the chosen students and departments gets a notice.
    pub enum NoticeReceivers {
        /// The parents.
        Parents = 0,
        /// The students.
        Students = 1,
        /// Parents and students.
        Both = 2,
    }
}

/// The content of a notice.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum SchoolMessage {
    /// A text.
    Text(Text),
    /// A picture.
    Image(Media),
    /// A voice recording.
    Voice(Media),
    /// A video.
    Video(Video),
    /// A file.
    File(Media),
    /// A card with a title, a text and a button.
    TextCard(TextCard),
    /// 1 to 8 cards that open web pages.
    News(News),
    /// 1 to 8 articles that the platform keeps.
    MpNews(MpNews),
    /// A Mini Program.
    MiniProgram(SchoolMiniProgram),
}

/// A Mini Program in a notice.
#[endpoint(part)]
pub struct SchoolMiniProgram {
    /// The Mini Program, linked to the corporation.
    pub appid: AppId,
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// The picture of the card, an uploaded file of 520 by 416 pixels.
    pub thumb_media_id: Option<MediaId>,
    /// The page of the Mini Program to open.
    pub pagepath: String,
}

/// The recipients of a notice who could not be reached.
#[endpoint(part, reply_to(SendSchoolNotice))]
#[derive(Default)]
pub struct SentSchoolNotice {
    /// Parents, as external contacts, who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_external_user: Vec<ExternalUserId>,
    /// Parents who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_parent_userid: Vec<ParentUserId>,
    /// Students who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_student_userid: Vec<StudentUserId>,
    /// Departments that did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_party: Vec<SchoolDepartmentId>,
}

/// Returns the QR code by which parents subscribe to the notices.
#[endpoint(GET "/cgi-bin/externalcontact/get_subscribe_qr_code", title = "获取「学校通知」二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/92320",
    scope(work), reply = SubscribeQrCode, call = school_notices.qr_code)]
pub struct GetSubscribeQrCode {}

/// The QR code by which parents subscribe to the notices, in three sizes.
#[endpoint(part, reply_to(GetSubscribeQrCode))]
#[derive(Default)]
pub struct SubscribeQrCode {
    /// Address of the picture, 1,280 pixels wide.
    pub qrcode_big: Option<String>,
    /// Address of the picture, 430 pixels wide.
    pub qrcode_middle: Option<String>,
    /// Address of the picture, 258 pixels wide.
    pub qrcode_thumb: Option<String>,
}

/// Returns how parents can subscribe to the notices.
#[endpoint(GET "/cgi-bin/externalcontact/get_subscribe_mode", title = "获取「学校通知」的关注模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92318",
    scope(work), reply = SubscribeModeDetail, call = school_notices.mode)]
pub struct GetSubscribeMode {}

/// How parents can subscribe to the notices.
#[endpoint(part, reply_to(GetSubscribeMode))]
pub struct SubscribeModeDetail {
    /// Who can subscribe.
    pub subscribe_mode: SubscribeMode,
}

int_enum! {
    /// Who can subscribe to the notices of a school.
    pub enum SubscribeMode {
        /// Anybody who scans the QR code (可扫码填写资料加入).
        Open = 1,
        /// Only parents whose phone number is in the directory (禁止扫码填写资料加入).
        Listed = 2,
    }
}

/// Sets how parents can subscribe to the notices.
#[endpoint(POST "/cgi-bin/externalcontact/set_subscribe_mode", title = "设置「学校通知」的关注模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92318",
    scope(work), retry = safe, call = school_notices.set_mode)]
pub struct SetSubscribeMode {
    /// Who can subscribe.
    pub subscribe_mode: SubscribeMode,
}
