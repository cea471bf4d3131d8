//! Mass messages (群发消息). `/cgi-bin/message/mass/*`, `/cgi-bin/media/uploadvideo`

mod event;

use serde_json::{Map, Value};
use weixin_api::{Call, Caller, StringEnum, TaggedEnum, endpoint, group, int_enum};
use weixin_protocol::{MediaId, OpenId};

pub use event::{
    ArticleUrl, ArticleUrlResult, CopyrightCheck, CopyrightCheckResult, CopyrightState,
    MassMessageFinished, MassSendStatus,
};

use crate::media::UploadedMedia;

use crate::ids::{CardId, MsgDataId, TagId};

group! {
    /// Mass messages (群发消息).
    mass_messages: [
        SendMass, SendMassToAll, PreviewMass, DeleteMass, GetMassStatus, GetMassSpeed, SetMassSpeed,
        PrepareMassVideo,
    ]
}

weixin_protocol::messages![MassMessageFinished];

weixin_api::integer_id! {
    /// A mass message (群发消息, msg_id).
    MassMessageId(u64)
}

/// Sends a mass message (群发) to all followers, or to those who have a tag.
///
/// A subscription account may do so once a day; with a service account each follower receives up to
/// four messages a month. A [`MassMessageFinished`] tells the outcome.
///
/// Fails with 45065 when `clientmsgid` was used within 24 hours, with 45066 when it was within a
/// minute, with 45067 when it is too long, with 45028 when no message is left, with 40152 when
/// there is no such tag, with 89504 or 89505 when the administrator must confirm the message first.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{mass_message::{MassFilter, MassMessage, SendMassToAll}, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let articles = MassMessage::news("gCHrEcZbPxhLkXlMHM0BHdk3xjQYQv4UAMzcqQ5WpVs");
/// let message = SendMassToAll::new(MassFilter::tag(102), articles).clientmsgid("2026-01-31");
/// let sent = wx.mass_messages().send_to_all(message).await?;
/// println!("message {:?}, in statistics {:?}", sent.msg_id, sent.msg_data_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/mass/sendall", title = "根据标签进行群发",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#2",
    scope(official), reply = SentMass, call = mass_messages.send_to_all)]
pub struct SendMassToAll {
    /// The receivers.
    pub filter: MassFilter,
    /// The content of the message.
    #[serde(flatten)]
    pub message: MassMessage,
    /// Whether to send the message even if an article turns out to be a reprint. `None`: it is not
    /// sent then.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_ignore_reprint: Option<bool>,
    /// An id of the caller's own that prevents duplicates, up to 64 characters. The same id within
    /// 24 hours fails with 45065.
    pub clientmsgid: Option<String>,
}

/// The receivers of a mass message.
#[endpoint(part)]
pub struct MassFilter {
    /// Whether the message is for all followers; `tag_id` is ignored then.
    pub is_to_all: bool,
    /// The tag whose followers receive the message. Required unless `is_to_all`.
    pub tag_id: Option<TagId>,
}

impl MassFilter {
    /// All followers.
    pub fn everybody() -> Self {
        Self::new(true)
    }
    /// The followers who have a tag.
    pub fn tag(id: impl Into<TagId>) -> Self {
        Self::new(false).tag_id(id)
    }
}

/// Sends a mass message to 2 to 10,000 followers. Service accounts only.
///
/// Fails with 45065 when `clientmsgid` was used within 24 hours, with 45066 when it was within a
/// minute, with 45067 when it is too long, with 45028 when no message is left, with 40130 when
/// there is only one follower, with 40032 when there are more than 10,000.
#[endpoint(POST "/cgi-bin/message/mass/send", title = "根据 OpenID 列表群发",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3",
    scope(official), reply = SentMass, call = mass_messages.send)]
pub struct SendMass {
    /// The followers, 2 to 10,000.
    pub touser: Vec<OpenId>,
    /// The content of the message.
    #[serde(flatten)]
    pub message: MassMessage,
    /// Whether to send the message even if an article turns out to be a reprint. `None`: it is not
    /// sent then.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_ignore_reprint: Option<bool>,
    /// An id of the caller's own that prevents duplicates, up to 64 characters. The same id within
    /// 24 hours fails with 45065.
    pub clientmsgid: Option<String>,
}

/// Sends a message to one follower as a preview (预览), up to 100 times a day.
///
/// Fails with 40132 when the WeChat name is wrong.
#[endpoint(POST "/cgi-bin/message/mass/preview", title = "预览接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#5",
    scope(official), reply = SentMass, call = "wx.mass_messages().preview(touser, message)")]
pub struct PreviewMass {
    /// The follower. Either this or `towxname` is given.
    pub touser: Option<OpenId>,
    /// The WeChat name (微信号) of the follower; it takes precedence over `touser`.
    pub towxname: Option<String>,
    /// The content of the message.
    #[serde(flatten)]
    pub message: MassMessage,
}

/// The content of a mass message.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum MassMessage {
    /// A text.
    #[tagged(from)]
    Text(MassText),
    /// Articles (图文): a draft, or uploaded articles.
    #[tagged(rename = "mpnews")]
    News(MassMedia),
    /// Pictures. Not in previews.
    #[tagged(rename = "image", key = "images", from)]
    Images(MassImages),
    /// A picture, in previews.
    Image(MassMedia),
    /// A voice recording.
    Voice(MassMedia),
    /// A video.
    #[tagged(rename = "mpvideo", from)]
    Video(MassVideo),
    /// A card or coupon (卡券).
    #[tagged(rename = "wxcard", from)]
    Coupon(MassCoupon),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

impl MassMessage {
    /// A text.
    pub fn text(content: impl Into<String>) -> Self {
        Self::Text(MassText::new(content))
    }
    /// A draft, or articles uploaded for this purpose.
    pub fn news(media_id: impl Into<MediaId>) -> Self {
        Self::News(MassMedia::new(media_id))
    }
    /// Pictures.
    pub fn images(images: impl Into<MassImages>) -> Self {
        Self::Images(images.into())
    }
    /// A picture, for a preview.
    pub fn image(media_id: impl Into<MediaId>) -> Self {
        Self::Image(MassMedia::new(media_id))
    }
    /// A voice recording.
    pub fn voice(media_id: impl Into<MediaId>) -> Self {
        Self::Voice(MassMedia::new(media_id))
    }
    /// A video, as [`PrepareMassVideo`] names it.
    pub fn video(media_id: impl Into<MediaId>) -> Self {
        Self::Video(MassVideo::new(media_id))
    }
    /// A card or coupon.
    pub fn coupon(card_id: impl Into<CardId>) -> Self {
        Self::Coupon(MassCoupon::new(card_id))
    }
}

/// The content of a text.
#[endpoint(part)]
pub struct MassText {
    /// The text.
    pub content: String,
}

/// The content of a message that is a file.
#[endpoint(part)]
pub struct MassMedia {
    /// The file.
    pub media_id: MediaId,
}

/// The content of a message with pictures.
#[endpoint(part)]
pub struct MassImages {
    /// The pictures.
    pub media_ids: Vec<MediaId>,
    /// The text above the pictures (推荐语).
    pub recommend: Option<String>,
    /// Whether comments are open. `None`: closed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_open_comment: Option<bool>,
    /// Whether only followers may comment. `None`: everybody.
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

/// The content of a video.
#[endpoint(part)]
pub struct MassVideo {
    /// The video, prepared by [`PrepareMassVideo`].
    pub media_id: MediaId,
    /// The title.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
}

/// The content of a card message.
#[endpoint(part)]
pub struct MassCoupon {
    /// The card.
    pub card_id: CardId,
    /// Parameters of the card for the receiver with their signature, as a JSON text. Only in
    /// previews.
    pub card_ext: Option<String>,
}

/// The reply to a submitted mass message.
#[endpoint(part, reply_to(SendMassToAll, SendMass, PreviewMass))]
pub struct SentMass {
    /// The id of the message. Missing for previews.
    pub msg_id: Option<MassMessageId>,
    /// The id of the message for comments and statistics. Only for articles.
    pub msg_data_id: Option<MsgDataId>,
}

/// Deletes the articles or the video of a mass message. Their pages disappear; the message stays in
/// the chats.
///
/// Fails with 40059 when there is no such message, with 40060 when it has no article at that
/// position.
#[endpoint(POST "/cgi-bin/message/mass/delete", title = "删除群发",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#4",
    scope(official), retry = safe, call = mass_messages.delete)]
pub struct DeleteMass {
    /// The message to delete.
    pub msg_id: MassMessageId,
    /// The position of the article to delete, from 1. `None` or 0: all of them.
    pub article_idx: Option<u32>,
}

/// Returns the state of a mass message.
#[endpoint(POST "/cgi-bin/message/mass/get", title = "查询群发消息发送状态",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#6",
    scope(official), retry = safe, no_errcode, reply = MassStatus, call = mass_messages.status)]
pub struct GetMassStatus {
    /// The message to look up.
    pub msg_id: MassMessageId,
}

/// The state of a mass message.
#[endpoint(part, reply_to(GetMassStatus))]
pub struct MassStatus {
    /// The message that was looked up.
    pub msg_id: MassMessageId,
    /// The state.
    pub msg_status: MassState,
}

/// The state of a mass message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MassState {
    /// It was sent (发送成功).
    #[string_enum(rename = "SEND_SUCCESS")]
    Sent,
    /// It is being sent (发送中).
    #[string_enum(rename = "SENDING")]
    Sending,
    /// It could not be sent (发送失败).
    #[string_enum(rename = "SEND_FAIL")]
    Failed,
    /// It was deleted (已删除).
    #[string_enum(rename = "DELETE")]
    Deleted,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the speed at which mass messages are sent (群发速度).
#[endpoint(GET "/cgi-bin/message/mass/speed/get", title = "获取群发速度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9",
    scope(official), no_errcode, reply = MassSpeed, call = mass_messages.speed)]
pub struct GetMassSpeed {}

/// The speed at which mass messages are sent.
#[endpoint(part, reply_to(GetMassSpeed))]
pub struct MassSpeed {
    /// The level of the speed.
    pub speed: MassSpeedLevel,
    /// The actual speed, in 10,000 messages a minute.
    pub realspeed: u64,
}

/// Sets the speed at which mass messages are sent.
///
/// Fails with 45083 when the level is not 0 to 4.
#[endpoint(POST "/cgi-bin/message/mass/speed/set", title = "设置群发速度",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#9",
    scope(official), retry = safe, call = mass_messages.set_speed)]
pub struct SetMassSpeed {
    /// The level of the speed.
    pub speed: MassSpeedLevel,
}

int_enum! {
    /// The level of the speed at which mass messages are sent (群发速度的级别).
    pub enum MassSpeedLevel {
        /// 800,000 messages a minute.
        Fastest = 0,
        /// 600,000 messages a minute.
        Fast = 1,
        /// 450,000 messages a minute.
        Medium = 2,
        /// 300,000 messages a minute.
        Slow = 3,
        /// 100,000 messages a minute.
        Slowest = 4,
    }
}

/// Prepares an uploaded video for mass messages.
#[endpoint(POST "/cgi-bin/media/uploadvideo", title = "群发视频素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#3",
    scope(official), no_errcode, reply = UploadedMedia, call = mass_messages.prepare_video)]
pub struct PrepareMassVideo {
    /// The uploaded video.
    pub media_id: MediaId,
    /// The title.
    pub title: Option<String>,
    /// The text below the title.
    pub description: Option<String>,
}
impl<'c, C: Caller + ?Sized> MassMessagesHandle<'c, C> {
    /// Sends a message to one follower as a preview; see [`PreviewMass`].
    pub fn preview(
        &self,
        touser: impl Into<OpenId>,
        message: MassMessage,
    ) -> Call<'c, C, PreviewMass> {
        Call::new(self.caller, PreviewMass::new(message).touser(touser))
    }
}
