//! Messages to many followers at once (群发消息). `/cgi-bin/message/mass/*`, `/cgi-bin/media/uploadvideo`

mod event;

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, Describe, StringEnum, endpoint, group};
use weixin_protocol::{MediaId, OpenId};

pub use event::{
    ArticleUrl, ArticleUrlResult, CopyrightCheck, CopyrightCheckResult, CopyrightState,
    MassMessageFinished,
};

use crate::media::UploadedMedia;

group! {
    /// Messages to many followers at once (群发消息).
    mass_messages: [SendMass, SendMassToAll, PreviewMass, DeleteMass, GetMassStatus, GetMassSpeed, SetMassSpeed, PrepareMassVideo]
}

weixin_protocol::messages![MassMessageFinished];

/// Sends a message to all followers, or to those who have a tag.
///
/// A subscription account may do so once a day, a service account four times a month for each
/// follower. A [`MassMessageFinished`] says what became of it.
#[endpoint(POST "/cgi-bin/message/mass/sendall", title = "根据标签进行群发",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#2",
    scope(official), reply = SentMass, call = mass_messages.send_to_all)]
pub struct SendMassToAll {
    /// To whom.
    pub filter: MassFilter,
    /// The message.
    #[serde(flatten)]
    pub message: MassMessage,
    /// Whether an article that turns out to be a reprint is sent all the same.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_ignore_reprint: Option<bool>,
    /// A name of the sender's for this message, up to 64 characters. The same name within 24 hours
    /// is refused (45065).
    pub clientmsgid: Option<String>,
}

/// To whom a message goes.
#[endpoint(part)]
pub struct MassFilter {
    /// Whether to everybody; else to those who have the tag.
    pub is_to_all: bool,
    /// The tag.
    pub tag_id: Option<u64>,
}

impl MassFilter {
    /// To everybody.
    pub fn everybody() -> Self {
        Self::new(true)
    }
    /// To those who have a tag.
    pub fn tag(id: u64) -> Self {
        Self::new(false).tag_id(id)
    }
}

/// Sends a message to 2 to 10,000 followers. Service accounts only.
#[endpoint(POST "/cgi-bin/message/mass/send", title = "根据 OpenID 列表群发",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3",
    scope(official), reply = SentMass, call = mass_messages.send)]
pub struct SendMass {
    /// The followers.
    pub touser: Vec<OpenId>,
    /// The message.
    #[serde(flatten)]
    pub message: MassMessage,
    /// Whether an article that turns out to be a reprint is sent all the same.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_ignore_reprint: Option<bool>,
    /// A name of the sender's for this message, up to 64 characters. The same name within 24 hours
    /// is refused (45065).
    pub clientmsgid: Option<String>,
}

/// Sends a message to one follower, to see how it looks: up to 100 times a day.
#[endpoint(POST "/cgi-bin/message/mass/preview", title = "预览接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#5",
    scope(official), reply = SentMass, call = "wx.mass_messages().preview(touser, message)")]
pub struct PreviewMass {
    /// The follower.
    pub touser: Option<OpenId>,
    /// The follower by their WeChat name, which goes before `touser`.
    pub towxname: Option<String>,
    /// The message.
    #[serde(flatten)]
    pub message: MassMessage,
}

/// What is sent: its kind, and the content of that kind. Made by [`text`](Self::text),
/// [`news`](Self::news) and the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[non_exhaustive]
pub struct MassMessage {
    /// The kind.
    pub msgtype: MassKind,
    /// A text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<MassText>,
    /// A draft or an uploaded article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mpnews: Option<MassMedia>,
    /// A picture, in a preview.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<MassMedia>,
    /// Pictures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub images: Option<MassImages>,
    /// A voice recording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<MassMedia>,
    /// A video.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mpvideo: Option<MassVideo>,
    /// A coupon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wxcard: Option<MassCoupon>,
}

/// The kinds of messages to many.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MassKind {
    /// A text.
    #[string_enum(rename = "text")]
    Text,
    /// An article.
    #[string_enum(rename = "mpnews")]
    News,
    /// Pictures.
    #[string_enum(rename = "image")]
    Image,
    /// A voice recording.
    #[string_enum(rename = "voice")]
    Voice,
    /// A video.
    #[string_enum(rename = "mpvideo")]
    Video,
    /// A coupon.
    #[string_enum(rename = "wxcard")]
    Coupon,
    /// A value that this version does not know.
    Other(String),
}

impl MassMessage {
    fn empty(msgtype: MassKind) -> Self {
        let (text, mpnews, image, images) = (None, None, None, None);
        Self { msgtype, text, mpnews, image, images, voice: None, mpvideo: None, wxcard: None }
    }
    /// A text.
    pub fn text(content: impl Into<String>) -> Self {
        Self { text: Some(MassText::new(content)), ..Self::empty(MassKind::Text) }
    }
    /// A draft, or an article uploaded for this purpose.
    pub fn news(media_id: impl Into<MediaId>) -> Self {
        Self { mpnews: Some(MassMedia::new(media_id)), ..Self::empty(MassKind::News) }
    }
    /// Pictures.
    pub fn images(images: impl Into<MassImages>) -> Self {
        Self { images: Some(images.into()), ..Self::empty(MassKind::Image) }
    }
    /// A voice recording.
    pub fn voice(media_id: impl Into<MediaId>) -> Self {
        Self { voice: Some(MassMedia::new(media_id)), ..Self::empty(MassKind::Voice) }
    }
    /// A video, as [`PrepareMassVideo`] names it.
    pub fn video(media_id: impl Into<MediaId>) -> Self {
        Self { mpvideo: Some(MassVideo::new(media_id)), ..Self::empty(MassKind::Video) }
    }
    /// A coupon.
    pub fn coupon(card_id: impl Into<String>) -> Self {
        Self { wxcard: Some(MassCoupon::new(card_id)), ..Self::empty(MassKind::Coupon) }
    }
}

/// A text to many.
#[endpoint(part)]
pub struct MassText {
    /// The text.
    pub content: String,
}

/// A file to many.
#[endpoint(part)]
pub struct MassMedia {
    /// The file.
    pub media_id: MediaId,
}

/// Pictures to many.
#[endpoint(part)]
pub struct MassImages {
    /// The pictures.
    pub media_ids: Vec<MediaId>,
    /// What is said of them.
    pub recommend: Option<String>,
    /// Whether comments are open.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_open_comment: Option<bool>,
    /// Whether followers only may comment.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub only_fans_can_comment: Option<bool>,
}

impl<T: Into<MediaId>> From<Vec<T>> for MassImages {
    fn from(pictures: Vec<T>) -> Self {
        Self::new(pictures.into_iter().map(Into::into).collect::<Vec<_>>())
    }
}

/// A video to many.
#[endpoint(part)]
pub struct MassVideo {
    /// The video, as [`PrepareMassVideo`] names it.
    pub media_id: MediaId,
    /// The title.
    pub title: Option<String>,
    /// The text below it.
    pub description: Option<String>,
}

/// A coupon to many.
#[endpoint(part)]
pub struct MassCoupon {
    /// The coupon.
    pub card_id: String,
    /// What the coupon's holder gets, signed, as JSON text; in a preview.
    pub card_ext: Option<String>,
}

/// A message that is on its way.
#[endpoint(part, reply_to(SendMassToAll, SendMass, PreviewMass))]
pub struct SentMass {
    /// Its number.
    pub msg_id: Option<u64>,
    /// The number of its article, for comments and statistics.
    pub msg_data_id: Option<u64>,
}

/// Deletes an article or a video that was sent to many. Only its page is gone; the card stays.
#[endpoint(POST "/cgi-bin/message/mass/delete", title = "删除群发",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#4",
    scope(official), retry = safe, call = mass_messages.delete)]
pub struct DeleteMass {
    /// The message.
    pub msg_id: u64,
    /// Which of its articles, from 1; all of them if left out.
    pub article_idx: Option<u32>,
}

/// Says what became of a message to many.
#[endpoint(POST "/cgi-bin/message/mass/get", title = "查询群发消息发送状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#6",
    scope(official), retry = safe, no_errcode, reply = MassStatus, call = mass_messages.status)]
pub struct GetMassStatus {
    /// The message.
    pub msg_id: u64,
}

/// What became of a message to many.
#[endpoint(part, reply_to(GetMassStatus))]
pub struct MassStatus {
    /// The message.
    pub msg_id: u64,
    /// What became of it.
    pub msg_status: MassState,
}

/// What became of a message to many.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MassState {
    /// It was sent.
    #[string_enum(rename = "SEND_SUCCESS")]
    Sent,
    /// It is being sent.
    #[string_enum(rename = "SENDING")]
    Sending,
    /// It was not sent.
    #[string_enum(rename = "SEND_FAIL")]
    Failed,
    /// It was deleted.
    #[string_enum(rename = "DELETE")]
    Deleted,
    /// A value that this version does not know.
    Other(String),
}

/// Gives the speed at which messages go out.
#[endpoint(GET "/cgi-bin/message/mass/speed/get", title = "获取群发速度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9",
    scope(official), no_errcode, reply = MassSpeed, call = mass_messages.speed)]
pub struct GetMassSpeed {}

/// The speed at which messages go out.
#[endpoint(part, reply_to(GetMassSpeed))]
pub struct MassSpeed {
    /// The step, 0 (fastest) to 4.
    pub speed: u8,
    /// In 10,000 a minute.
    pub realspeed: u64,
}

/// Sets the speed at which messages go out.
#[endpoint(POST "/cgi-bin/message/mass/speed/set", title = "设置群发速度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9",
    scope(official), retry = safe, call = mass_messages.set_speed)]
pub struct SetMassSpeed {
    /// 0: 800,000 a minute; 1: 600,000; 2: 450,000; 3: 300,000; 4: 100,000.
    pub speed: u8,
}

/// Makes an uploaded video one that can be sent to many.
#[endpoint(POST "/cgi-bin/media/uploadvideo", title = "群发视频素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3",
    scope(official), no_errcode, reply = UploadedMedia, call = mass_messages.prepare_video)]
pub struct PrepareMassVideo {
    /// The uploaded video.
    pub media_id: MediaId,
    /// The title.
    pub title: Option<String>,
    /// The text below it.
    pub description: Option<String>,
}
impl<'c, C: Caller + ?Sized> MassMessagesHandle<'c, C> {
    /// Sends to one follower, to see how it looks; see [`PreviewMass`].
    pub fn preview(
        &self,
        touser: impl Into<OpenId>,
        message: MassMessage,
    ) -> Call<'c, C, PreviewMass> {
        Call::new(self.caller, PreviewMass::new(message).touser(touser))
    }
}
