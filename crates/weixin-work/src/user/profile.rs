//! What is known of a member.

use weixin_api::endpoint;
use weixin_protocol::{AppId, UserId};

/// What an app may know of a member. Most of it only the app that keeps the address book sees.
#[endpoint(part, reply_to(crate::user::GetUser))]
pub struct User {
    /// The member, in the corporation.
    pub userid: UserId,
    /// The member, as providers of apps know one.
    pub open_userid: Option<String>,
    /// The name.
    pub name: Option<String>,
    /// The English name.
    pub english_name: Option<String>,
    /// The short name.
    pub alias: Option<String>,
    /// The phone number.
    pub mobile: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The mail address.
    pub email: Option<String>,
    /// The mail address at the corporation.
    pub biz_mail: Option<String>,
    /// 0 unknown, 1 male, 2 female.
    pub gender: Option<u8>,
    /// The address.
    pub address: Option<String>,
    /// What the member does.
    pub position: Option<String>,
    /// The departments.
    #[serde(default)]
    pub department: Vec<u64>,
    /// The member's rank in each of the departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u64>,
    /// 1 for each of the departments that the member leads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_leader_in_dept: Vec<u8>,
    /// The department shown first.
    pub main_department: Option<u64>,
    /// To whom the member reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct_leader: Vec<UserId>,
    /// The address of the picture.
    pub avatar: Option<String>,
    /// The address of the picture in small.
    pub thumb_avatar: Option<String>,
    /// The address of the personal QR code.
    pub qr_code: Option<String>,
    /// 1 active, 2 disabled, 4 not yet active, 5 left.
    pub status: Option<u8>,
    /// Further fields of the corporation.
    pub extattr: Option<ExtraFields>,
    /// What outsiders are shown as the position.
    pub external_position: Option<String>,
    /// What outsiders are shown.
    pub external_profile: Option<ExternalProfile>,
}

/// Further fields of a corporation.
#[endpoint(part)]
pub struct ExtraFields {
    /// The fields.
    #[serde(default)]
    pub attrs: Vec<ExtraField>,
}

/// A further field of a corporation; which part it has is up to its kind.
#[endpoint(part)]
pub struct ExtraField {
    /// 0 text, 1 a link, 2 a Mini Program.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The name.
    pub name: String,
    /// The text.
    pub text: Option<ExtraText>,
    /// The link.
    pub web: Option<ExtraLink>,
    /// The Mini Program.
    pub miniprogram: Option<ExtraMiniProgram>,
}

/// A text.
#[endpoint(part)]
pub struct ExtraText {
    /// The text.
    pub value: String,
}

/// A link.
#[endpoint(part)]
pub struct ExtraLink {
    /// What it shows.
    pub title: String,
    /// The page.
    pub url: String,
}

/// A page of a Mini Program.
#[endpoint(part)]
pub struct ExtraMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// Its page.
    pub pagepath: String,
    /// What it shows.
    pub title: String,
}

/// What outsiders are shown of a member.
#[endpoint(part)]
pub struct ExternalProfile {
    /// The short name of the corporation.
    pub external_corp_name: Option<String>,
    /// The member's Channels account.
    pub wechat_channels: Option<WechatChannels>,
    /// Further fields.
    #[serde(default)]
    pub external_attr: Vec<ExtraField>,
}

/// An account in Channels (视频号).
#[endpoint(part)]
pub struct WechatChannels {
    /// Its name.
    pub nickname: Option<String>,
    /// 0 shown, 1 not shown.
    pub status: Option<u8>,
}
