//! Notices of a school to parents and students (学校通知). `/cgi-bin/externalcontact/message/send`

use serde::{Deserialize, Serialize};
use weixin_api::{AgentId, Describe, endpoint, group, int_enum};
use weixin_protocol::{AppId, MediaId, UserId};

use crate::message::{Media, MpNews, News, Text, TextCard, Video};

group! {
    /// Notices of a school to parents and students (学校通知).
    school_notices: [SendSchoolNotice, GetSubscribeQrCode, GetSubscribeMode, SetSubscribeMode]
}

/// Sends a notice to parents, students, or whole departments.
#[endpoint(POST "/cgi-bin/externalcontact/message/send", title = "发送「学校通知」",
    doc = "https://developer.work.weixin.qq.com/document/path/91609",
    scope(work), reply = SentSchoolNotice, call = school_notices.send)]
pub struct SendSchoolNotice {
    /// Parents, as customers: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_external_user: Vec<UserId>,
    /// Parents: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_parent_userid: Vec<UserId>,
    /// Students, whose parents get it too: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_student_userid: Vec<UserId>,
    /// Departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_party: Vec<String>,
    /// Whether it is for everybody.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub toall: Option<bool>,
    /// Who gets it of students and departments: 0 parents (if left out), 1 students, 2 both.
    pub recv_scope: Option<u32>,
    /// The notice.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub message: SchoolMessage,
    /// The app that sends it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// Whether ids in the text are shown as names.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
    /// Whether the platform drops a repeat of the same message.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_duplicate_check: Option<bool>,
    /// How many seconds a repeat is recognised: 1,800 if left out, up to 14,400.
    pub duplicate_check_interval: Option<u32>,
}

/// What a notice can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[non_exhaustive]
pub enum SchoolMessage {
    /// A text.
    #[serde(rename = "text")]
    Text(Text),
    /// A picture.
    #[serde(rename = "image")]
    Image(Media),
    /// A voice recording.
    #[serde(rename = "voice")]
    Voice(Media),
    /// A video.
    #[serde(rename = "video")]
    Video(Video),
    /// A file.
    #[serde(rename = "file")]
    File(Media),
    /// A card with a title, a text and a button.
    #[serde(rename = "textcard")]
    TextCard(TextCard),
    /// 1 to 8 cards that open web pages.
    #[serde(rename = "news")]
    News(News),
    /// 1 to 8 articles that the platform keeps.
    #[serde(rename = "mpnews")]
    MpNews(MpNews),
    /// A Mini Program.
    #[serde(rename = "miniprogram")]
    MiniProgram(SchoolMiniProgram),
}

/// A Mini Program in a notice.
#[endpoint(part)]
pub struct SchoolMiniProgram {
    /// The Mini Program, linked to the corporation.
    pub appid: AppId,
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// The uploaded picture: 520 by 416.
    pub thumb_media_id: Option<MediaId>,
    /// Its page.
    pub pagepath: String,
}

/// What became of a notice.
#[endpoint(part, reply_to(SendSchoolNotice))]
#[derive(Default)]
pub struct SentSchoolNotice {
    /// Parents, as customers, who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_external_user: Vec<UserId>,
    /// Parents who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_parent_userid: Vec<UserId>,
    /// Students who did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_student_userid: Vec<UserId>,
    /// Departments that did not get it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_party: Vec<String>,
}

/// Gives the code with which parents follow the notices.
#[endpoint(GET "/cgi-bin/externalcontact/get_subscribe_qr_code", title = "获取「学校通知」二维码",
    doc = "https://developer.work.weixin.qq.com/document/path/92320",
    scope(work), reply = SubscribeQrCode, call = school_notices.qr_code)]
pub struct GetSubscribeQrCode {}

/// The code with which parents follow the notices.
#[endpoint(part, reply_to(GetSubscribeQrCode))]
#[derive(Default)]
pub struct SubscribeQrCode {
    /// The address of a picture of 1,280 pixels.
    pub qrcode_big: Option<String>,
    /// The address of a picture of 430 pixels.
    pub qrcode_middle: Option<String>,
    /// The address of a picture of 258 pixels.
    pub qrcode_thumb: Option<String>,
}

/// Says how parents can follow the notices.
#[endpoint(GET "/cgi-bin/externalcontact/get_subscribe_mode", title = "获取「学校通知」的关注模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92318",
    scope(work), reply = SubscribeModeDetail, call = school_notices.mode)]
pub struct GetSubscribeMode {}

/// How parents can follow the notices.
#[endpoint(part, reply_to(GetSubscribeMode))]
pub struct SubscribeModeDetail {
    /// How.
    pub subscribe_mode: SubscribeMode,
}

int_enum! {
    /// How parents can follow the notices.
    pub enum SubscribeMode {
        /// Everybody, by the code.
        Open = 1,
        /// Only who is in the list of parents.
        Listed = 2,
    }
}

/// Says how parents can follow the notices.
#[endpoint(POST "/cgi-bin/externalcontact/set_subscribe_mode", title = "设置「学校通知」的关注模式",
    doc = "https://developer.work.weixin.qq.com/document/path/92318",
    scope(work), retry = safe, call = school_notices.set_mode)]
pub struct SetSubscribeMode {
    /// How.
    pub subscribe_mode: SubscribeMode,
}
