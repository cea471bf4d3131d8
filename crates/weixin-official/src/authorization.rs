//! Events about authorizations that users withdraw (授权用户信息变更). There are no endpoints.
//!
//! The platform requires that data whose authorization was withdrawn are deleted.

use weixin_api::StringEnum;
use weixin_protocol::{AppId, Header, OpenId, UnionId, inbound};

weixin_protocol::messages![UserInfoModified, UserAuthorizationRevoked, UserAuthorizationCancelled];

weixin_api::string_id! {
    /// A user as one plugin knows them (openpid).
    OpenPid
}

/// What a user authorized (授权信息). Mini Programs have the small numbers, web pages those from 201
/// on, mobile apps 301.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum RevokedAuthorization {
    /// The number plate of a car (车牌号).
    #[string_enum(rename = "1")]
    PlateNumber,
    /// Postal addresses (地址).
    #[string_enum(rename = "2")]
    Address,
    /// Invoices (发票信息).
    #[string_enum(rename = "3")]
    Invoice,
    /// Bluetooth (蓝牙).
    #[string_enum(rename = "4")]
    Bluetooth,
    /// The microphone (麦克风).
    #[string_enum(rename = "5")]
    Microphone,
    /// Name and profile picture (昵称和头像).
    #[string_enum(rename = "6")]
    Profile,
    /// The camera (摄像头).
    #[string_enum(rename = "7")]
    Camera,
    /// The phone number (手机号).
    #[string_enum(rename = "8")]
    PhoneNumber,
    /// Steps walked (微信运动步数).
    #[string_enum(rename = "12")]
    Steps,
    /// The location (位置信息).
    #[string_enum(rename = "13")]
    Location,
    /// Pictures or videos that the user chose (选中的图片或视频).
    #[string_enum(rename = "14")]
    ChosenMedia,
    /// Files that the user chose (选中的文件).
    #[string_enum(rename = "15")]
    ChosenFiles,
    /// The mail address (邮箱).
    #[string_enum(rename = "16")]
    MailAddress,
    /// A location that the user chose (选择的位置信息).
    #[string_enum(rename = "18")]
    ChosenLocation,
    /// A name entered with the nickname keyboard (昵称输入键盘).
    #[string_enum(rename = "19")]
    EnteredName,
    /// A profile picture from the picker (获取头像组件).
    #[string_enum(rename = "20")]
    PickedPicture,
    /// Web page: postal addresses.
    #[string_enum(rename = "201")]
    WebAddress,
    /// Web page: invoices.
    #[string_enum(rename = "202")]
    WebInvoice,
    /// Web page: cards and coupons.
    #[string_enum(rename = "203")]
    WebCard,
    /// Web page: the microphone.
    #[string_enum(rename = "204")]
    WebMicrophone,
    /// Web page: name and profile picture.
    #[string_enum(rename = "205")]
    WebProfile,
    /// Web page: the location.
    #[string_enum(rename = "206")]
    WebLocation,
    /// Web page: pictures or videos that the user chose.
    #[string_enum(rename = "207")]
    WebChosenMedia,
    /// Mobile app: everything that was authorized.
    #[string_enum(rename = "301")]
    App,
    /// A value that this version does not know.
    Other(String),
}

/// The platform removed a user's name or picture because of a violation: request them again, or
/// delete them.
///
/// It is pushed to the accounts that the user allowed to read them within the last 30 days.
#[inbound(event = "user_info_modified", scope(official, mini))]
pub struct UserInfoModified {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user, as the account knows them.
    #[field(name = "openid", alias = "OpenID")]
    pub openid: Option<OpenId>,
    /// The account whose data it is about.
    #[field(name = "appid", alias = "AppID")]
    pub appid: Option<AppId>,
    /// The user at all accounts of the same Open Platform account. Missing if there is none.
    #[field(name = "UnionID")]
    pub unionid: Option<UnionId>,
    /// What the authorization was about; see [`RevokedAuthorization`].
    pub revoke_info: Option<RevokedAuthorization>,
}

/// A user withdrew an authorization: the data obtained by it must be deleted.
///
/// # Examples
///
/// ```
/// # use weixin_official::authorization::UserAuthorizationRevoked;
/// // A handler: `Bot::new().on(revoked)`.
/// async fn revoked(event: UserAuthorizationRevoked) {
///     println!("delete {:?} of {:?}", event.revoke_info, event.openid);
/// }
/// ```
#[inbound(event = "user_authorization_revoke", scope(official, mini))]
pub struct UserAuthorizationRevoked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user, as the account knows them.
    #[field(name = "OpenID", alias = "openid")]
    pub openid: Option<OpenId>,
    /// The account whose data it is about.
    #[field(name = "AppID", alias = "appid")]
    pub appid: Option<AppId>,
    /// The user at all accounts of the same Open Platform account. Missing if there is none.
    #[field(name = "UnionID")]
    pub unionid: Option<UnionId>,
    /// What the user no longer allows (撤回的授权信息).
    pub revoke_info: Option<RevokedAuthorization>,
    /// The plugin that was authorized (插件场景). Missing if it was the account itself.
    #[field(name = "PluginID")]
    pub plugin_id: Option<AppId>,
    /// The user, as that plugin knows them.
    #[field(name = "OpenPID")]
    pub open_pid: Option<OpenPid>,
}

/// A user deleted their WeChat account (注销): everything known of them must be deleted.
#[inbound(event = "user_authorization_cancellation", scope(official, mini))]
pub struct UserAuthorizationCancelled {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user, as the account knows them.
    #[field(name = "OpenID", alias = "openid")]
    pub openid: Option<OpenId>,
    /// The account whose data it is about.
    #[field(name = "AppID", alias = "appid")]
    pub appid: Option<AppId>,
    /// The user at all accounts of the same Open Platform account. Missing if there is none.
    #[field(name = "UnionID")]
    pub unionid: Option<UnionId>,
    /// What the authorization was about; see [`RevokedAuthorization`].
    pub revoke_info: Option<RevokedAuthorization>,
    /// The plugin that was authorized (插件场景). Missing if it was the account itself.
    #[field(name = "PluginID")]
    pub plugin_id: Option<AppId>,
    /// The user, as that plugin knows them.
    #[field(name = "OpenPID")]
    pub open_pid: Option<OpenPid>,
}
