//! What is known of a member.

use weixin_api::{endpoint, int_enum};
use weixin_protocol::{AppId, UserId};

use crate::ids::{DepartmentId, OpenUserId};

/// A member, as far as an app may see them. Most fields are only for the app that keeps the address
/// book in sync.
#[endpoint(part, reply_to(crate::user::GetUser))]
pub struct User {
    /// Id of the member.
    pub userid: UserId,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// Name of the member; for a suite the userid stands here.
    pub name: Option<String>,
    /// English name, in the older form of `alias`.
    pub english_name: Option<String>,
    /// Short name (别名).
    pub alias: Option<String>,
    /// Mobile number of the member.
    pub mobile: Option<String>,
    /// Landline number (座机).
    pub telephone: Option<String>,
    /// Private mail address.
    pub email: Option<String>,
    /// Mail address at the corporation (企业邮箱).
    pub biz_mail: Option<String>,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Postal address of the member.
    pub address: Option<String>,
    /// Job title of the member (职务).
    pub position: Option<String>,
    /// Departments of the member.
    #[serde(default)]
    pub department: Vec<DepartmentId>,
    /// Rank of the member in each of the departments; higher comes first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<u64>,
    /// Whether the member leads each of the departments, in their order: 1 or 0.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub is_leader_in_dept: Vec<u8>,
    /// The department that is shown first (主部门).
    pub main_department: Option<DepartmentId>,
    /// Direct superiors of the member (直属上级).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct_leader: Vec<UserId>,
    /// Address of the picture.
    pub avatar: Option<String>,
    /// Address of a small version of the picture.
    pub thumb_avatar: Option<String>,
    /// Address of the personal QR code, by which others add the member.
    pub qr_code: Option<String>,
    /// Whether the member has joined.
    pub status: Option<UserStatus>,
    /// Further attributes that the corporation has defined (扩展属性).
    pub extattr: Option<ExtraFields>,
    /// Job title shown to people outside the corporation.
    pub external_position: Option<String>,
    /// The profile shown to people outside the corporation (对外属性).
    pub external_profile: Option<ExternalProfile>,
}

int_enum! {
    /// The gender of a person.
    pub enum Gender {
        /// Not given.
        Unknown = 0,
        /// Male.
        Male = 1,
        /// Female.
        Female = 2,
    }
}

int_enum! {
    /// Whether a member has joined the corporation in WeCom (激活状态).
    pub enum UserStatus {
        /// All members; only to ask for them.
        All = 0,
        /// The member has joined (已激活).
        Active = 1,
        /// An administrator has disabled the member (已禁用).
        Disabled = 2,
        /// The member has not joined yet (未激活).
        Inactive = 4,
        /// The member has left (退出企业).
        Left = 5,
    }
}

/// Further attributes that a corporation has defined.
#[endpoint(part)]
pub struct ExtraFields {
    /// The attributes, in the order of the console.
    #[serde(default)]
    pub attrs: Vec<ExtraField>,
}

/// An attribute that a corporation has defined. The field of its kind holds the value.
///
/// This is no enum, because pushes contain it too, and `kind` may be missing.
#[endpoint(part, inbound)]
pub struct ExtraField {
    /// What the value is; the field that is set tells it too.
    #[serde(rename = "type")]
    #[field(name = "Type")]
    pub kind: Option<ExtraFieldKind>,
    /// Name of the attribute, as the console has it.
    pub name: String,
    /// The value of a [`ExtraFieldKind::Text`].
    pub text: Option<ExtraText>,
    /// The value of a [`ExtraFieldKind::Web`].
    pub web: Option<ExtraLink>,
    /// The value of a [`ExtraFieldKind::MiniProgram`].
    pub miniprogram: Option<ExtraMiniProgram>,
}

int_enum! {
    /// What the value of an attribute is.
    pub enum ExtraFieldKind {
        /// A text.
        Text = 0,
        /// A link to a web page.
        Web = 1,
        /// A page of a Mini Program; only in profiles shown outside.
        MiniProgram = 2,
    }
}

/// The text of an attribute.
#[endpoint(part, inbound)]
pub struct ExtraText {
    /// The words of the text.
    pub value: String,
}

/// The link of an attribute.
#[endpoint(part, inbound)]
pub struct ExtraLink {
    /// The label of the link.
    pub title: String,
    /// The page to open.
    pub url: String,
}

/// A page of a Mini Program.
#[endpoint(part, inbound)]
pub struct ExtraMiniProgram {
    /// The Mini Program, linked to the corporation.
    pub appid: AppId,
    /// The page of the Mini Program.
    pub pagepath: String,
    /// The label of the link: up to 12 characters.
    pub title: String,
}

/// The profile of a member that people outside the corporation see (对外属性).
#[endpoint(part)]
pub struct ExternalProfile {
    /// The short name of the corporation.
    pub external_corp_name: Option<String>,
    /// The member's Channels account (视频号).
    pub wechat_channels: Option<WechatChannels>,
    /// Further attributes shown outside.
    #[serde(default)]
    pub external_attr: Vec<ExtraField>,
}

/// An account in Channels (视频号).
#[endpoint(part)]
pub struct WechatChannels {
    /// Name of the account.
    pub nickname: Option<String>,
    /// Whether it is shown.
    pub status: Option<ChannelsStatus>,
}

int_enum! {
    /// Whether a Channels account is shown in a member's profile.
    pub enum ChannelsStatus {
        /// It is shown.
        Shown = 0,
        /// It is not shown.
        Hidden = 1,
    }
}
