//! Fetching the messages of customers and servicers, and the events of customer service.

use crate::customer_service::CustomerServiceHandle;
use crate::ids::{ExternalUserId, KfId};
use weixin_api::{Paged, TaggedEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, MediaId, Secret, UserId};

use super::{
    ServiceBusinessCard, ServiceEvent, ServiceLocation, ServiceMedia, ServiceMenu,
    ServiceMessageId, ServiceVideo, ShopOrderId, ShopProductId,
};
use serde_json::{Map, Value};

/// Returns the messages and events of the last 3 days that came after a cursor, up to 1,000 at a
/// time.
///
/// Keep [`SyncedMessages::next_cursor`] for the next call. A page may be empty although more
/// follow: `.pages()` stops only when the platform says that nothing is left. Messages sent with
/// [`SendServiceMessage`](super::SendServiceMessage) are not included.
///
/// Fails with 95007 when the token is wrong or has expired.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let token = "TOKEN";
/// // `token` came with the event `NewServiceMessages`.
/// let mut messages = wx.customer_service().sync().with(|request| request.token(token)).pages();
/// while let Some(message) = messages.try_next().await? {
///     println!("{:?} from {:?}", message.msgid, message.external_userid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/kf/sync_msg", title = "读取消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94670",
    scope(work), retry = safe, reply = SyncedMessages, call = customer_service.sync)]
pub struct SyncMessages {
    /// [`SyncedMessages::next_cursor`] of the last call: up to 64 bytes. From 3 days ago if left
    /// out.
    pub cursor: Option<String>,
    /// The token of the push [`NewServiceMessages`](super::NewServiceMessages). Without it the
    /// platform limits the call strictly.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
    /// Page size: up to 1,000; 1,000 if left out.
    pub limit: Option<u32>,
    /// The format of voice recordings: AMR if left out.
    pub voice_format: Option<ServiceVoiceFormat>,
    /// The account whose messages are fetched. Required in practice: without it the platform limits
    /// the call strictly.
    pub open_kfid: Option<KfId>,
}

int_enum! {
    /// The format of fetched voice recordings (语音消息类型).
    pub enum ServiceVoiceFormat {
        /// AMR.
        Amr = 0,
        /// Silk.
        Silk = 1,
    }
}

/// A page of messages and events.
#[endpoint(part, reply_to(SyncMessages))]
#[derive(Default)]
pub struct SyncedMessages {
    /// Cursor for the next call, whether more follow now or later.
    pub next_cursor: Option<String>,
    /// Whether more messages are there already.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// The messages and events of the page, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub msg_list: Vec<SyncedMessage>,
}

impl Paged for SyncMessages {
    type Item = SyncedMessage;
    fn split_page(self, page: SyncedMessages) -> (Vec<SyncedMessage>, Option<Self>) {
        let next =
            page.next_cursor.filter(|cursor| page.has_more == Some(true) && !cursor.is_empty());
        (page.msg_list, next.map(|cursor| self.cursor(cursor)))
    }
}

int_enum! {
    /// The sender of a message (消息来源).
    pub enum MessageOrigin {
        /// The customer (微信客户发送的消息).
        Customer = 3,
        /// The platform; the content is an event (系统推送的事件消息).
        System = 4,
        /// A servicer, in the WeCom client (接待人员在企业微信客户端发送的消息).
        Servicer = 5,
    }
}

/// A message or an event.
#[endpoint(part)]
pub struct SyncedMessage {
    /// Id of the message.
    pub msgid: Option<ServiceMessageId>,
    /// The account; missing in events, which carry it in their content.
    pub open_kfid: Option<KfId>,
    /// The customer; missing in events, which carry it in their content.
    pub external_userid: Option<ExternalUserId>,
    /// Time of sending.
    pub send_time: Option<Timestamp>,
    /// The kind of sender.
    pub origin: Option<MessageOrigin>,
    /// The servicer who sent the message; only with [`MessageOrigin::Servicer`].
    pub servicer_userid: Option<UserId>,
    /// The content of the message, or the event.
    #[serde(flatten)]
    pub content: SyncedContent,
}

/// The content of a fetched message.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum SyncedContent {
    /// A text (文本消息).
    Text(ReceivedText),
    /// An image (图片消息).
    Image(ServiceMedia),
    /// A voice recording (语音消息).
    Voice(ServiceMedia),
    /// A video (视频消息).
    Video(ServiceVideo),
    /// A file (文件消息).
    File(ServiceMedia),
    /// A location (位置消息).
    Location(ServiceLocation),
    /// A link to a web page (链接消息).
    Link(ReceivedLink),
    /// The business card of a member (名片消息).
    #[tagged(rename = "business_card")]
    BusinessCard(ServiceBusinessCard),
    /// A Mini Program card (小程序消息).
    MiniProgram(ReceivedMiniProgram),
    /// A menu (菜单消息).
    #[tagged(rename = "msgmenu")]
    Menu(ServiceMenu),
    /// A product of a Channels shop (视频号商品消息).
    #[tagged(rename = "channels_shop_product")]
    ShopProduct(ShopProduct),
    /// An order at a Channels shop (视频号订单消息).
    #[tagged(rename = "channels_shop_order")]
    ShopOrder(ShopOrder),
    /// A post, live room or business card of Channels (视频号消息).
    Channels(ReceivedChannels),
    /// Several chat messages forwarded as one (聊天记录消息).
    #[tagged(rename = "merged_msg")]
    Merged(MergedMessages),
    /// An event (事件消息).
    Event(ServiceEvent),
    /// Content that this version does not know or cannot read, for instance a note (`note`), of
    /// which the platform reveals nothing: `msgtype`, and the field that it names.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// A text.
#[endpoint(part)]
pub struct ReceivedText {
    /// The text that was sent.
    pub content: String,
    /// The [`MenuClick::id`](super::MenuClick::id) of the menu entry whose tap sent the text.
    pub menu_id: Option<String>,
}

/// A link to a web page.
#[endpoint(part)]
#[derive(Default)]
pub struct ReceivedLink {
    /// Title of the link.
    pub title: Option<String>,
    /// Description below the title.
    pub desc: Option<String>,
    /// Address of the page.
    pub url: Option<String>,
    /// Address of the cover image.
    pub pic_url: Option<String>,
    /// The cover image as temporary media.
    pub thumb_media_id: Option<MediaId>,
}

/// A Mini Program card.
#[endpoint(part)]
#[derive(Default)]
pub struct ReceivedMiniProgram {
    /// Title of the card.
    pub title: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// Path of the page that the card opens.
    pub pagepath: Option<String>,
    /// The cover image as temporary media.
    pub thumb_media_id: Option<MediaId>,
}

/// A product of a Channels shop (视频号小店).
#[endpoint(part)]
#[derive(Default)]
pub struct ShopProduct {
    /// Id of the product in the shop.
    pub product_id: Option<ShopProductId>,
    /// Address of the product's image. Some replies call the field `head_img`.
    #[serde(alias = "head_img")]
    pub head_image: Option<String>,
    /// Title of the product.
    pub title: Option<String>,
    /// Price in fen (0.01 yuan).
    pub sales_price: Option<u64>,
    /// Name of the shop.
    pub shop_nickname: Option<String>,
    /// Address of the shop's avatar. Some replies call the field `shop_head_img`.
    #[serde(alias = "shop_head_img")]
    pub shop_head_image: Option<String>,
}

/// An order at a Channels shop (视频号小店).
#[endpoint(part)]
#[derive(Default)]
pub struct ShopOrder {
    /// Id of the order in the shop.
    pub order_id: Option<ShopOrderId>,
    /// Titles of the ordered products, joined to one text.
    pub product_titles: Option<String>,
    /// Price as a text, for instance with the currency.
    pub price_wording: Option<String>,
    /// State of the order as a text, for instance 待付款.
    pub state: Option<String>,
    /// Address of the order's image.
    pub image_url: Option<String>,
    /// Name of the shop.
    pub shop_nickname: Option<String>,
}

/// A message of Channels (视频号).
#[endpoint(part)]
#[derive(Default)]
pub struct ReceivedChannels {
    /// The kind of message.
    pub sub_type: Option<ChannelsMessageKind>,
    /// Name of the Channels account.
    pub nickname: Option<String>,
    /// Title of the post or live room.
    pub title: Option<String>,
}

int_enum! {
    /// The kind of a message of Channels (视频号消息类型).
    pub enum ChannelsMessageKind {
        /// A post (视频号动态).
        Post = 1,
        /// A live room (视频号直播).
        Live = 2,
        /// The business card of an account (视频号名片).
        BusinessCard = 3,
    }
}

/// Several chat messages forwarded as one (聊天记录).
#[endpoint(part)]
#[derive(Default)]
pub struct MergedMessages {
    /// Title of the record.
    pub title: Option<String>,
    /// The messages of the record, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item: Vec<MergedMessage>,
}

/// A message of a forwarded chat record.
#[endpoint(part)]
#[derive(Default)]
pub struct MergedMessage {
    /// Time of sending.
    pub send_time: Option<Timestamp>,
    /// The kind of the message, as the tags of [`SyncedContent`].
    pub msgtype: Option<String>,
    /// Display name of the sender.
    pub sender_name: Option<String>,
    /// The message as JSON text.
    pub msg_content: Option<String>,
}
