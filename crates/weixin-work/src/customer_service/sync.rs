//! What customers and members wrote, and what else happened, as it is fetched.

use crate::customer_service::CustomerServiceHandle;
use serde::{Deserialize, Serialize};
use weixin_api::{Describe, Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, MediaId, UserId};

use super::{
    ServiceBusinessCard, ServiceEvent, ServiceLocation, ServiceMedia, ServiceMenu, ServiceVideo,
    content,
};
use serde_json::Value;

/// Fetches what has come since a cursor, of the last 3 days, up to 1,000 at a time.
///
/// Keep [`SyncedMessages::next_cursor`]. A page may be empty though there is more: `.pages()` stops
/// only when the platform says that that was all. What was sent with
/// [`SendServiceMessage`](super::SendServiceMessage) is not among it.
#[endpoint(POST "/cgi-bin/kf/sync_msg", title = "读取消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94670",
    scope(work), retry = safe, reply = SyncedMessages, call = customer_service.sync)]
pub struct SyncMessages {
    /// Where to go on: up to 64 bytes. From the start if left out.
    pub cursor: Option<String>,
    /// That of the event [`NewServiceMessages`](super::NewServiceMessages). Without one the
    /// platform allows few calls.
    pub token: Option<String>,
    /// How many at most: 1,000 if left out, which is the most.
    pub limit: Option<u32>,
    /// The form of voice recordings: 0 AMR, 1 Silk.
    pub voice_format: Option<u32>,
    /// The account; without it the platform allows few calls.
    pub open_kfid: Option<String>,
}

/// What has come.
#[endpoint(part, reply_to(SyncMessages))]
#[derive(Default)]
pub struct SyncedMessages {
    /// Where to go on, now or later.
    pub next_cursor: Option<String>,
    /// Whether there is more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// The messages and events.
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
    /// Whom a message is from.
    pub enum MessageOrigin {
        /// The customer.
        Customer = 3,
        /// The platform: it is an event.
        System = 4,
        /// A member, in WeCom.
        Servicer = 5,
    }
}

/// A message or event.
#[endpoint(part)]
pub struct SyncedMessage {
    /// Its id.
    pub msgid: Option<String>,
    /// The account; of events it is in their content.
    pub open_kfid: Option<String>,
    /// The customer; of events it is in their content.
    pub external_userid: Option<UserId>,
    /// When it was sent.
    pub send_time: Option<Timestamp>,
    /// Whom it is from.
    pub origin: Option<MessageOrigin>,
    /// The member who wrote it.
    pub servicer_userid: Option<UserId>,
    /// What it is.
    #[serde(flatten, with = "content")]
    pub content: SyncedContent,
}

/// What a message can be that has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[non_exhaustive]
pub enum SyncedContent {
    /// A text.
    #[serde(rename = "text")]
    Text(ReceivedText),
    /// A picture.
    #[serde(rename = "image")]
    Image(ServiceMedia),
    /// A voice recording.
    #[serde(rename = "voice")]
    Voice(ServiceMedia),
    /// A video.
    #[serde(rename = "video")]
    Video(ServiceVideo),
    /// A file.
    #[serde(rename = "file")]
    File(ServiceMedia),
    /// A place.
    #[serde(rename = "location")]
    Location(ServiceLocation),
    /// A page.
    #[serde(rename = "link")]
    Link(ReceivedLink),
    /// A member's card.
    #[serde(rename = "business_card")]
    BusinessCard(ServiceBusinessCard),
    /// A Mini Program.
    #[serde(rename = "miniprogram")]
    MiniProgram(ReceivedMiniProgram),
    /// A menu.
    #[serde(rename = "msgmenu")]
    Menu(ServiceMenu),
    /// A product of a Channels shop.
    #[serde(rename = "channels_shop_product")]
    ShopProduct(ShopProduct),
    /// An order at a Channels shop.
    #[serde(rename = "channels_shop_order")]
    ShopOrder(ShopOrder),
    /// Something of Channels.
    #[serde(rename = "channels")]
    Channels(ReceivedChannels),
    /// Several messages of a chat, as one.
    #[serde(rename = "merged_msg")]
    Merged(MergedMessages),
    /// Something happened.
    #[serde(rename = "event")]
    Event(ServiceEvent),
    /// Something this version does not know, or cannot read: among others notes (`note`), of
    /// which the platform tells nothing.
    #[serde(skip)]
    Other(OtherContent),
}

/// What a message is that this version does not know.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct OtherContent {
    /// What the platform calls it.
    pub msgtype: String,
    /// What it says, if anything.
    pub content: Option<Value>,
}

impl OtherContent {
    /// A message of the kind `msgtype`.
    pub fn new(msgtype: impl Into<String>, content: Option<Value>) -> Self {
        Self { msgtype: msgtype.into(), content }
    }
}

/// A text.
#[endpoint(part)]
pub struct ReceivedText {
    /// The text.
    pub content: String,
    /// The entry of a menu that sent it.
    pub menu_id: Option<String>,
}

/// A page.
#[endpoint(part)]
#[derive(Default)]
pub struct ReceivedLink {
    /// Its title.
    pub title: Option<String>,
    /// The text below the title.
    pub desc: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The address of its picture.
    pub pic_url: Option<String>,
    /// Its picture.
    pub thumb_media_id: Option<MediaId>,
}

/// A Mini Program.
#[endpoint(part)]
#[derive(Default)]
pub struct ReceivedMiniProgram {
    /// The title.
    pub title: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// Its page.
    pub pagepath: Option<String>,
    /// The picture.
    pub thumb_media_id: Option<MediaId>,
}

/// A product of a Channels shop.
#[endpoint(part)]
#[derive(Default)]
pub struct ShopProduct {
    /// The product.
    pub product_id: Option<String>,
    /// The address of its picture. Some answers call it `head_img`.
    #[serde(alias = "head_img")]
    pub head_image: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// What it costs, in fen (0.01 yuan).
    pub sales_price: Option<u64>,
    /// The name of the shop.
    pub shop_nickname: Option<String>,
    /// The address of the shop's picture. Some answers call it `shop_head_img`.
    #[serde(alias = "shop_head_img")]
    pub shop_head_image: Option<String>,
}

/// An order at a Channels shop.
#[endpoint(part)]
#[derive(Default)]
pub struct ShopOrder {
    /// The order.
    pub order_id: Option<String>,
    /// The titles of its products.
    pub product_titles: Option<String>,
    /// What it costs, in words.
    pub price_wording: Option<String>,
    /// Where it is, in words.
    pub state: Option<String>,
    /// The address of its picture.
    pub image_url: Option<String>,
    /// The name of the shop.
    pub shop_nickname: Option<String>,
}

/// Something of Channels.
#[endpoint(part)]
#[derive(Default)]
pub struct ReceivedChannels {
    /// What it is: 1 a post, 2 a live room, 3 a business card.
    pub sub_type: Option<u64>,
    /// The name of the account.
    pub nickname: Option<String>,
    /// The title.
    pub title: Option<String>,
}

/// Several messages of a chat, as one.
#[endpoint(part)]
#[derive(Default)]
pub struct MergedMessages {
    /// Its title.
    pub title: Option<String>,
    /// The messages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item: Vec<MergedMessage>,
}

/// A message among several.
#[endpoint(part)]
#[derive(Default)]
pub struct MergedMessage {
    /// When it was sent.
    pub send_time: Option<Timestamp>,
    /// What it is, as in [`SyncedContent`].
    pub msgtype: Option<String>,
    /// Who sent it.
    pub sender_name: Option<String>,
    /// The message, as JSON.
    pub msg_content: Option<String>,
}
