//! The app itself (应用管理). `/cgi-bin/agent/*`

mod event;

use weixin_api::{AgentId, endpoint, group, int_enum};
use weixin_protocol::{MediaId, Secret, UserId, messages};

use crate::ids::{DepartmentId, OpenUserId, TagId};

pub use event::*;

group! {
    /// The app itself (应用管理).
    agents: [
        GetAgent, GetAgents, SetAgent, SetAgentScope, GetAgentAdmins, GetAgentPermissions,
        MigrateToCustomizedApp,
    ]
}

messages![
    AgentEntered,
    AgentAdminsChanged,
    InactiveAgentClosed,
    InactiveAgentReopened,
    WorkbenchModeSwitched,
    SecurityNotice,
    AppMailChanged,
    VipAccountRequested,
    VipAccountDecided,
];

/// Returns the settings of the app.
///
/// Fails with 301002 for another app than that of the access token.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let app = wx.agents().get().await?;
/// println!("{} opens {}", app.name, app.home_url.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/agent/get", title = "获取指定的应用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = Agent, call = agents.get)]
pub struct GetAgent {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// The settings of an app.
#[endpoint(part, reply_to(GetAgent))]
pub struct Agent {
    /// The app's AgentID.
    pub agentid: AgentId,
    /// The name of the app.
    pub name: String,
    /// The address of the square logo.
    pub square_logo_url: Option<String>,
    /// The description shown to members.
    pub description: Option<String>,
    /// The members in the visible range (可见范围).
    pub allow_userinfos: Option<AllowedUsers>,
    /// The departments in the visible range.
    pub allow_partys: Option<AllowedDepartments>,
    /// The tags in the visible range.
    pub allow_tags: Option<AllowedTags>,
    /// Whether the app is disabled (停用).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close: Option<bool>,
    /// The trusted domain of the app's pages (可信域名).
    pub redirect_domain: Option<String>,
    /// When members' locations are reported to the app.
    pub report_location_flag: Option<LocationReporting>,
    /// Whether [`AgentEntered`] is pushed when a member opens the app.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub isreportenter: Option<bool>,
    /// The home page of the app.
    pub home_url: Option<String>,
    /// How far a provider has developed the app; only for apps that a provider develops for the
    /// corporation (代开发自建应用).
    pub customized_publish_status: Option<CustomizedPublishStatus>,
}

int_enum! {
    /// When members' locations are reported to an app.
    pub enum LocationReporting {
        /// Never (不上报).
        Off = 0,
        /// When a member opens the app (进入会话上报).
        OnEntry = 1,
        /// All the time while the app is open (持续上报); in older settings only.
        Always = 2,
    }
}

int_enum! {
    /// How far a provider has developed an app for a corporation (代开发发布状态).
    pub enum CustomizedPublishStatus {
        /// The corporation authorized the provider, who has not created the app (待开发).
        Authorized = 0,
        /// The provider created the app and has not published it (开发中).
        InDevelopment = 1,
        /// The app is published and there is no newer version (已上线).
        Published = 2,
        /// The app is published and has a newer version that is not (存在未上线版本).
        NewVersionPending = 3,
    }
}

/// The members who can see an app.
#[endpoint(part)]
pub struct AllowedUsers {
    /// The members who are named in the visible range.
    #[serde(default)]
    pub user: Vec<AllowedUser>,
}

/// A member who can see an app.
#[endpoint(part)]
pub struct AllowedUser {
    /// The member who can see the app.
    pub userid: UserId,
}

/// The departments that can see an app.
#[endpoint(part)]
pub struct AllowedDepartments {
    /// The departments that are named in the visible range.
    #[serde(default)]
    pub partyid: Vec<DepartmentId>,
}

/// The tags whose members can see an app.
#[endpoint(part)]
pub struct AllowedTags {
    /// The tags that are named in the visible range.
    #[serde(default)]
    pub tagid: Vec<TagId>,
}

/// Returns the apps that the access token is valid for.
#[endpoint(GET "/cgi-bin/agent/list", title = "获取access_token对应的应用列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = AgentList, call = agents.list)]
pub struct GetAgents;

/// The apps that an access token is valid for.
#[endpoint(part, reply_to(GetAgents))]
pub struct AgentList {
    /// The apps, in short.
    pub agentlist: Vec<ListedAgent>,
}

/// An app in a list.
#[endpoint(part)]
pub struct ListedAgent {
    /// The app's AgentID.
    pub agentid: AgentId,
    /// The name of the app.
    pub name: String,
    /// The address of the square logo.
    pub square_logo_url: Option<String>,
}

/// Changes the settings of the app. Fields that are left out keep their value.
///
/// Fails with 45022 when the name is too long, with 45004 when the description has not 4 to 120
/// characters, with 60028 when the page of a suite's app would change, with 301002 for another app
/// than that of the access token.
#[endpoint(POST "/cgi-bin/agent/set", title = "设置应用",
    doc = "https://developer.work.weixin.qq.com/document/path/90228",
    scope(work), retry = safe, call = agents.set)]
pub struct SetAgent {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// When members' locations are reported to the app.
    pub report_location_flag: Option<LocationReporting>,
    /// The logo, uploaded as a temporary picture; the platform crops it to a square.
    pub logo_mediaid: Option<MediaId>,
    /// The new name: up to 32 characters.
    pub name: Option<String>,
    /// The new description: 4 to 120 characters.
    pub description: Option<String>,
    /// The trusted domain of the app's pages (可信域名).
    pub redirect_domain: Option<String>,
    /// Whether [`AgentEntered`] is pushed when a member opens the app.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub isreportenter: Option<bool>,
    /// The home page of the app, starting with `http` or `https`.
    pub home_url: Option<String>,
}

/// Replaces the visible range of an app that a provider developed for the corporation (代开发应用).
///
/// Lists that are left out are emptied. The platform rejects the call unless an administrator of
/// the corporation allowed it, and for other apps of suites.
#[endpoint(POST "/cgi-bin/agent/set_scope", title = "设置授权应用可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/90583",
    scope(work), retry = safe, reply = UnseenScope, call = agents.set_scope)]
pub struct SetAgentScope {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The members to make it visible to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_user: Vec<UserId>,
    /// The departments to make it visible to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_party: Vec<DepartmentId>,
    /// The tags whose members to make it visible to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_tag: Vec<TagId>,
}

/// The members, departments and tags of a new visible range that do not exist.
#[endpoint(part, reply_to(SetAgentScope))]
pub struct UnseenScope {
    /// Members that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// Departments that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<DepartmentId>,
    /// Tags that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<TagId>,
}

/// Returns the administrators of the app.
#[endpoint(POST "/cgi-bin/agent/get_admin_list", title = "获取应用管理员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/100073",
    scope(work), retry = safe, reply = AgentAdmins, call = agents.admins)]
pub struct GetAgentAdmins;

/// The administrators of an app.
#[endpoint(part, reply_to(GetAgentAdmins))]
pub struct AgentAdmins {
    /// One entry for each administrator.
    #[serde(default)]
    pub admin: Vec<AgentAdmin>,
}

int_enum! {
    /// What an administrator of an app may do.
    pub enum AgentAdminPermission {
        /// Send messages (发消息权限).
        SendMessages = 0,
        /// Manage the app (管理权限).
        Manage = 1,
    }
}

/// An administrator of an app.
#[endpoint(part)]
pub struct AgentAdmin {
    /// The member, as the app knows them.
    pub userid: UserId,
    /// The member, as the provider's suites know them; only for suites.
    pub open_userid: Option<OpenUserId>,
    /// What the administrator may do.
    pub auth_type: Option<AgentAdminPermission>,
}

/// Returns the permissions of an app that a provider developed for the corporation.
#[endpoint(POST "/cgi-bin/agent/get_permissions", title = "获取应用权限详情",
    doc = "https://developer.work.weixin.qq.com/document/path/99052",
    scope(work), retry = safe, reply = AgentPermissions, call = agents.permissions)]
pub struct GetAgentPermissions;

/// The permissions of an app.
#[endpoint(part, reply_to(GetAgentPermissions))]
pub struct AgentPermissions {
    /// The names of the permissions, such as `contact:base:readonly`.
    #[serde(default)]
    pub app_permissions: Vec<String>,
}

/// Turns the corporation's own app into one that a provider develops for it (代开发自建应用).
///
/// The call uses the access token of the own app; the provider's token is a parameter.
#[endpoint(POST "/cgi-bin/agent/migrate_to_customized_app", title = "自建应用迁移成代开发自建应用",
    doc = "https://developer.work.weixin.qq.com/document/path/96072",
    scope(work), call = agents.migrate)]
pub struct MigrateToCustomizedApp {
    /// The token of the provider's app template (代开发应用模板), obtained like that of a suite.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_access_token: Secret,
}
