//! Group robots (群机器人): messages into a group chat, by nothing but a key.
//! `/cgi-bin/webhook/*`

use std::sync::Arc;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use md5::{Digest as _, Md5};
use serde::{Deserialize, Serialize};
use weixin_api::{
    Account, AccountId, AccountKind, Call, Caller, CredentialFlow, CredentialKey, Describe, Empty,
    FilePart, TaggedEnum, Timestamp, endpoint, group, kind,
};
use weixin_protocol::{MediaId, Secret};

use crate::{media::MediaKind, message::News, template_card::TemplateCard};

group! {
    /// The robot's group chat (群机器人).
    group: [SendToGroup, UploadForGroup]
}

/// Sends a message into the robot's group.
///
/// A robot may send 20 messages a minute.
///
/// Fails with 45009 when the robot sends more than 20 messages a minute, with 93000 when the key is
/// wrong or the robot was removed from the group, with 93004 when it was disabled.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::GroupRobot};
/// # use weixin_work::prelude::*;
/// # use weixin_work::webhook::{GroupMessage, GroupText};
/// # async fn example(wx: impl Caller<Kind = GroupRobot>) -> Result<(), Error> {
/// wx.group().send_markdown("**Build 7** has failed: [log](https://ci.example.com/7)").await?;
///
/// let text = GroupText::new("Who can look at it?").mentioned_list(["zhangsan".to_owned()]);
/// wx.group().send(GroupMessage::Text(text)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/webhook/send", title = "群机器人 发送消息",
    doc = "https://developer.work.weixin.qq.com/document/path/91770",
    scope(group_robot), auth = webhook_key, reply = Empty, call = group.send)]
pub struct SendToGroup {
    /// The message to send.
    #[serde(flatten)]
    pub message: GroupMessage,
}

impl SendToGroup {
    /// A text.
    pub fn text(content: impl Into<String>) -> Self {
        Self::new(GroupMessage::Text(GroupText::new(content)))
    }

    /// A text in the small part of Markdown that WeCom shows.
    pub fn markdown(content: impl Into<String>) -> Self {
        Self::new(GroupMessage::Markdown(GroupMarkdown::new(content)))
    }

    /// A picture: the bytes of a PNG or JPEG file, up to 2 MB.
    pub fn image(content: impl AsRef<[u8]>) -> Self {
        Self::new(GroupMessage::image(content))
    }
}

/// The content of a message into a group.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum GroupMessage {
    /// A text, up to 2,048 bytes.
    Text(GroupText),
    /// A text in Markdown, up to 4,096 bytes.
    Markdown(GroupMarkdown),
    /// A picture, up to 2 MB before its encoding.
    Image(GroupImage),
    /// 1 to 8 cards that open web pages.
    News(News),
    /// An uploaded file.
    File(GroupFile),
    /// An uploaded voice recording.
    Voice(GroupFile),
    /// A card.
    TemplateCard(Box<TemplateCard>),
}

impl GroupMessage {
    /// A picture: the bytes of a PNG or JPEG file, up to 2 MB.
    pub fn image(content: impl AsRef<[u8]>) -> Self {
        Self::Image(GroupImage::new(content))
    }
}

/// A text.
#[endpoint(part)]
pub struct GroupText {
    /// The text, up to 2,048 bytes.
    pub content: String,
    /// Members to notify (@), by userid; `@all` is everybody. Userids and `@all` share the list, so
    /// these are plain texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_list: Vec<String>,
    /// Members to notify (@), by phone number; `@all` is everybody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentioned_mobile_list: Vec<String>,
}

/// A text in Markdown. `<@userid>` in it notifies a member.
#[endpoint(part)]
pub struct GroupMarkdown {
    /// The text, up to 4,096 bytes.
    pub content: String,
}

/// A picture as it travels: encoded, with its digest. [`GroupImage::new`] takes the picture itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Describe)]
#[non_exhaustive]
pub struct GroupImage {
    /// The content, PNG or JPEG, in base64.
    pub base64: String,
    /// The MD5 of the content before its encoding, in hexadecimal.
    pub md5: String,
}

impl GroupImage {
    /// Encodes a picture: the bytes of a PNG or JPEG file, up to 2 MB.
    pub fn new(content: impl AsRef<[u8]>) -> Self {
        let content = content.as_ref();
        let digest = Md5::digest(content);
        let md5 = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { base64: STANDARD.encode(content), md5 }
    }
}

/// An uploaded file.
#[endpoint(part)]
pub struct GroupFile {
    /// The file, uploaded by [`UploadForGroup`].
    pub media_id: MediaId,
}

/// Uploads a file that only this robot can send, within three days.
#[endpoint(POST "/cgi-bin/webhook/upload_media", title = "群机器人 文件上传接口",
    doc = "https://developer.work.weixin.qq.com/document/path/91770",
    scope(group_robot), auth = webhook_key, retry = safe, reply = UploadedForGroup, call = "wx.group().upload(media)")]
pub struct UploadForGroup {
    /// What the file is: [`MediaKind::File`] or [`MediaKind::Voice`].
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file: 5 bytes to 20 MB, a voice recording (AMR) up to 2 MB and 60 seconds.
    #[part]
    pub media: FilePart,
}

/// A file the robot can send.
#[endpoint(part, reply_to(UploadForGroup))]
pub struct UploadedForGroup {
    /// The uploaded file; only this robot can send it.
    pub media_id: MediaId,
    /// When it was uploaded. The platform writes the number as text.
    pub created_at: Timestamp,
}

/// A group robot (群机器人). Its key is its only credential: whoever knows it can write into the group.
#[derive(Debug, Clone)]
pub struct GroupWebhook {
    key: Secret,
}

impl GroupWebhook {
    /// The robot with this key: what stands after `key=` in the address of its webhook.
    pub fn new(key: impl Into<Secret>) -> Self {
        Self { key: key.into() }
    }

    /// The robot of a whole address, `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`.
    /// `None` if there is no key in it.
    pub fn from_url(url: &str) -> Option<Self> {
        let (_, query) = url.split_once('?')?;
        weixin_api::wire::query::pairs(query)
            .find(|(name, value)| name == "key" && !value.is_empty())
            .map(|(_, key)| Self::new(key))
    }
}

impl Account for GroupWebhook {
    type Kind = kind::GroupRobot;

    fn id(&self) -> AccountId {
        AccountId::new(AccountKind::GroupRobot, CredentialKey::fingerprint_of(&self.key))
    }

    fn secret(&self) -> Secret {
        self.key.clone()
    }

    /// There is nothing to fetch: the key proves it.
    fn flow(&self) -> Option<Arc<dyn CredentialFlow>> {
        None
    }
}

impl<'c, C: Caller + ?Sized> GroupHandle<'c, C> {
    /// Sends a text; see [`SendToGroup`].
    pub fn send_text(&self, content: impl Into<String>) -> Call<'c, C, SendToGroup> {
        Call::new(self.caller, SendToGroup::text(content))
    }

    /// Sends a text in Markdown; see [`SendToGroup`].
    pub fn send_markdown(&self, content: impl Into<String>) -> Call<'c, C, SendToGroup> {
        Call::new(self.caller, SendToGroup::markdown(content))
    }

    /// Sends a picture: the bytes of a PNG or JPEG file, up to 2 MB; see [`SendToGroup`].
    pub fn send_image(&self, content: impl AsRef<[u8]>) -> Call<'c, C, SendToGroup> {
        Call::new(self.caller, SendToGroup::image(content))
    }

    /// Uploads a file for the group; see [`UploadForGroup`].
    pub fn upload(&self, media: FilePart) -> Call<'c, C, UploadForGroup> {
        Call::new(self.caller, UploadForGroup::new(MediaKind::File, media))
    }
}
