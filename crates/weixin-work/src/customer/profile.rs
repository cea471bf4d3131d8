//! The public profile of a WeCom user.

use serde_json::{Map, Value};
use weixin_api::{TaggedEnum, endpoint, int_enum};
use weixin_protocol::AppId;

/// The public profile of a WeCom user (成员对外信息).
#[endpoint(part)]
#[derive(Default)]
pub struct ExternalProfile {
    /// The short name of the corporation.
    pub external_corp_name: Option<String>,
    /// The Channels account of the user (视频号).
    pub wechat_channels: Option<ProfileChannels>,
    /// Further lines of the profile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_attr: Vec<ExternalAttribute>,
}

int_enum! {
    /// The state of a Channels account in a profile (对外展示视频号状态).
    pub enum ProfileChannelsStatus {
        /// The account is confirmed and shown (已被确认).
        Confirmed = 0,
        /// The account waits for confirmation (待确认).
        Pending = 1,
    }
}

/// A Channels account in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct ProfileChannels {
    /// The name of the account.
    pub nickname: Option<String>,
    /// Whether the account can be shown.
    pub status: Option<ProfileChannelsStatus>,
}

/// A line of a profile.
#[endpoint(part)]
pub struct ExternalAttribute {
    /// The label of the line.
    pub name: Option<String>,
    /// What the line shows, by `type`.
    #[serde(flatten)]
    pub value: ExternalAttributeValue,
}

/// What a line of a profile shows.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "type", rename_keys = "lowercase")]
#[non_exhaustive]
pub enum ExternalAttributeValue {
    /// A text.
    #[tagged(rename = 0, from)]
    Text(AttributeText),
    /// A web page.
    #[tagged(rename = 1, from)]
    Web(AttributePage),
    /// A Mini Program.
    #[tagged(rename = 2, from)]
    MiniProgram(AttributeMiniProgram),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// A text in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct AttributeText {
    /// The text to show.
    pub value: Option<String>,
}

/// A web page in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct AttributePage {
    /// The address of the page.
    pub url: Option<String>,
    /// The title of the page.
    pub title: Option<String>,
}

/// A Mini Program in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct AttributeMiniProgram {
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The path of the page that opens.
    pub pagepath: Option<String>,
    /// The title to show.
    pub title: Option<String>,
}
