//! What a WeCom user shows of themselves to people outside.

use weixin_api::{endpoint, int_enum};
use weixin_protocol::AppId;

/// What a WeCom user shows of themselves.
#[endpoint(part)]
#[derive(Default)]
pub struct ExternalProfile {
    /// The short name of the corporation.
    pub external_corp_name: Option<String>,
    /// Their Channels account.
    pub wechat_channels: Option<ProfileChannels>,
    /// Further lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub external_attr: Vec<ExternalAttribute>,
}

/// A Channels account in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct ProfileChannels {
    /// Its name.
    pub nickname: Option<String>,
    /// Whether it is shown: 0 no, 1 yes.
    pub status: Option<u64>,
}

/// A line of a profile: one of a text, a page or a Mini Program.
#[endpoint(part)]
pub struct ExternalAttribute {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: ExternalAttributeKind,
    /// What it is called.
    pub name: Option<String>,
    /// The text.
    pub text: Option<AttributeText>,
    /// The page.
    pub web: Option<AttributePage>,
    /// The Mini Program.
    pub miniprogram: Option<AttributeMiniProgram>,
}

int_enum! {
    /// What a line of a profile is.
    pub enum ExternalAttributeKind {
        /// A text.
        Text = 0,
        /// A page.
        Web = 1,
        /// A Mini Program.
        MiniProgram = 2,
    }
}

/// A text in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct AttributeText {
    /// The text.
    pub value: Option<String>,
}

/// A page in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct AttributePage {
    /// Its address.
    pub url: Option<String>,
    /// Its title.
    pub title: Option<String>,
}

/// A Mini Program in a profile.
#[endpoint(part)]
#[derive(Default)]
pub struct AttributeMiniProgram {
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// Its page.
    pub pagepath: Option<String>,
    /// The title.
    pub title: Option<String>,
}
