//! What users allowed the account to know, and take back (授权用户信息变更). There are events only.
//!
//! Law and platform demand that what was taken back is deleted.

use weixin_protocol::{AppId, Header, OpenId, inbound};

weixin_protocol::messages![UserInfoModified, UserAuthorizationRevoked, UserAuthorizationCancelled];

/// The platform removed a user's name or picture because they were harmful: ask for them anew, or
/// delete them. Told to those whom the user allowed to know them within the last 30 days. Event
/// `user_info_modified`.
#[inbound(event = "user_info_modified", scope(official, mini))]
pub struct UserInfoModified {
    /// From whom, to whom, when.
    pub header: Header,
    /// The user.
    #[field(name = "openid", alias = "OpenID")]
    pub openid: Option<OpenId>,
    /// The account.
    #[field(name = "appid", alias = "AppID")]
    pub appid: Option<AppId>,
    /// Who the user is at all accounts of the same owner.
    #[field(name = "UnionID")]
    pub unionid: Option<String>,
    /// As with [`UserAuthorizationRevoked`].
    pub revoke_info: Option<String>,
}

/// A user takes back what they allowed: delete it. Event `user_authorization_revoke`.
#[inbound(event = "user_authorization_revoke", scope(official, mini))]
pub struct UserAuthorizationRevoked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The user.
    #[field(name = "OpenID", alias = "openid")]
    pub openid: Option<OpenId>,
    /// The account.
    #[field(name = "AppID", alias = "appid")]
    pub appid: Option<AppId>,
    /// Who the user is at all accounts of the same owner.
    #[field(name = "UnionID")]
    pub unionid: Option<String>,
    /// What it is, by number.
    ///
    /// Mini Programs: 1 number plate, 2 address, 3 invoices, 4 Bluetooth, 5 microphone, 6 name and
    /// picture, 7 camera, 8 phone number, 12 steps, 13 place, 14 chosen pictures or videos,
    /// 15 chosen files, 16 mail address, 18 chosen place, 19 name from the keyboard, 20 picture from
    /// the picker. Web pages: 201 address, 202 invoices, 203 coupons, 204 microphone, 205 name and
    /// picture, 206 place, 207 chosen pictures or videos. Apps: 301 everything.
    pub revoke_info: Option<String>,
    /// The plugin that was allowed to know it.
    #[field(name = "PluginID")]
    pub plugin_id: Option<AppId>,
    /// Who the user is to the plugin.
    #[field(name = "OpenPID")]
    pub open_pid: Option<String>,
}

/// A user has given up WeChat: delete what is known of them. Event
/// `user_authorization_cancellation`.
#[inbound(event = "user_authorization_cancellation", scope(official, mini))]
pub struct UserAuthorizationCancelled {
    /// From whom, to whom, when.
    pub header: Header,
    /// The user.
    #[field(name = "OpenID", alias = "openid")]
    pub openid: Option<OpenId>,
    /// The account.
    #[field(name = "AppID", alias = "appid")]
    pub appid: Option<AppId>,
    /// Who the user is at all accounts of the same owner.
    #[field(name = "UnionID")]
    pub unionid: Option<String>,
    /// As with [`UserAuthorizationRevoked`].
    pub revoke_info: Option<String>,
    /// The plugin that was allowed to know of them.
    #[field(name = "PluginID")]
    pub plugin_id: Option<AppId>,
    /// Who the user is to the plugin.
    #[field(name = "OpenPID")]
    pub open_pid: Option<String>,
}
