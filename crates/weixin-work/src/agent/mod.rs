//! The app itself (应用管理). `/cgi-bin/agent/*`

mod event;

use weixin_api::{AgentId, endpoint, group};
use weixin_protocol::{MediaId, Secret, UserId, messages};

pub use event::*;

group! {
    /// The app itself (应用管理).
    agents: [GetAgent, GetAgents, SetAgent, SetAgentScope, GetAgentAdmins, GetAgentPermissions, MigrateToCustomizedApp]
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

/// Tells about the app.
#[endpoint(GET "/cgi-bin/agent/get", title = "获取指定的应用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = Agent, call = agents.get)]
pub struct GetAgent {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// What is set for an app.
#[endpoint(part, reply_to(GetAgent))]
pub struct Agent {
    /// The app.
    pub agentid: AgentId,
    /// Its name.
    pub name: String,
    /// The address of its picture.
    pub square_logo_url: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The members who see it.
    pub allow_userinfos: Option<AllowedUsers>,
    /// The departments that see it.
    pub allow_partys: Option<AllowedDepartments>,
    /// The tags whose members see it.
    pub allow_tags: Option<AllowedTags>,
    /// Whether it is switched off.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub close: Option<bool>,
    /// The domain of its pages.
    pub redirect_domain: Option<String>,
    /// 0 members are not asked where they are, 1 when they enter, 2 all the time.
    pub report_location_flag: Option<u8>,
    /// Whether it is told when a member enters.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub isreportenter: Option<bool>,
    /// Its first page.
    pub home_url: Option<String>,
    /// 1 waiting to go online, 2 online, when another made it for the corporation.
    pub customized_publish_status: Option<u8>,
}

/// The members who see an app.
#[endpoint(part)]
pub struct AllowedUsers {
    /// The members.
    #[serde(default)]
    pub user: Vec<AllowedUser>,
}

/// A member who sees an app.
#[endpoint(part)]
pub struct AllowedUser {
    /// The member.
    pub userid: UserId,
}

/// The departments that see an app.
#[endpoint(part)]
pub struct AllowedDepartments {
    /// The departments.
    #[serde(default)]
    pub partyid: Vec<u64>,
}

/// The tags whose members see an app.
#[endpoint(part)]
pub struct AllowedTags {
    /// The tags.
    #[serde(default)]
    pub tagid: Vec<u64>,
}

/// Gives the apps that the token is for.
#[endpoint(GET "/cgi-bin/agent/list", title = "获取access_token对应的应用列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = AgentList, call = agents.list)]
pub struct GetAgents;

/// Apps.
#[endpoint(part, reply_to(GetAgents))]
pub struct AgentList {
    /// The apps.
    pub agentlist: Vec<ListedAgent>,
}

/// An app, briefly.
#[endpoint(part)]
pub struct ListedAgent {
    /// The app.
    pub agentid: AgentId,
    /// Its name.
    pub name: String,
    /// The address of its picture.
    pub square_logo_url: Option<String>,
}

/// Changes what is set for an app. What is left out stays.
#[endpoint(POST "/cgi-bin/agent/set", title = "设置应用",
    doc = "https://developer.work.weixin.qq.com/document/path/90228",
    scope(work), retry = safe, call = agents.set)]
pub struct SetAgent {
    /// The app; the one that calls if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// 0 members are not asked where they are, 1 when they enter.
    pub report_location_flag: Option<u8>,
    /// The picture, an uploaded file.
    pub logo_mediaid: Option<MediaId>,
    /// The name: up to 32 characters.
    pub name: Option<String>,
    /// What it is for: 4 to 120 characters.
    pub description: Option<String>,
    /// The domain of its pages.
    pub redirect_domain: Option<String>,
    /// Whether it is told when a member enters.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub isreportenter: Option<bool>,
    /// Its first page.
    pub home_url: Option<String>,
}

/// Changes who sees an app that was made for the corporation (代开发应用).
///
/// It is refused unless the corporation's administrator allowed it, and to suites' other apps. What
/// is left out is emptied.
#[endpoint(POST "/cgi-bin/agent/set_scope", title = "设置授权应用可见范围",
    doc = "https://developer.work.weixin.qq.com/document/path/90583",
    scope(work), retry = safe, reply = UnseenScope, call = agents.set_scope)]
pub struct SetAgentScope {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The members who are to see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_user: Vec<UserId>,
    /// The departments that are to see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_party: Vec<u64>,
    /// The tags whose members are to see it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub allow_tag: Vec<u64>,
}

/// Who is not there, of those who were to see an app.
#[endpoint(part, reply_to(SetAgentScope))]
pub struct UnseenScope {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidparty: Vec<u64>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalidtag: Vec<u64>,
}

/// Gives who administers the app.
#[endpoint(POST "/cgi-bin/agent/get_admin_list", title = "获取应用管理员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/100073",
    scope(work), retry = safe, reply = AgentAdmins, call = agents.admins)]
pub struct GetAgentAdmins;

/// Who administers an app.
#[endpoint(part, reply_to(GetAgentAdmins))]
pub struct AgentAdmins {
    /// The administrators.
    #[serde(default)]
    pub admin: Vec<AgentAdmin>,
}

/// An administrator of an app.
#[endpoint(part)]
pub struct AgentAdmin {
    /// The member.
    pub userid: UserId,
    /// The member, as providers of apps know one.
    pub open_userid: Option<UserId>,
    /// 0 they may send messages, 1 they may administer it.
    pub auth_type: Option<u8>,
}

/// Gives what an app that was made for the corporation may do.
#[endpoint(POST "/cgi-bin/agent/get_permissions", title = "获取应用权限详情",
    doc = "https://developer.work.weixin.qq.com/document/path/99052",
    scope(work), retry = safe, reply = AgentPermissions, call = agents.permissions)]
pub struct GetAgentPermissions;

/// What an app may do.
#[endpoint(part, reply_to(GetAgentPermissions))]
pub struct AgentPermissions {
    /// The permissions, by their names, such as `contact:base:readonly`.
    #[serde(default)]
    pub app_permissions: Vec<String>,
}

/// Turns the corporation's own app into one that a provider makes for it.
///
/// The token is the own app's; the provider's is given besides.
#[endpoint(POST "/cgi-bin/agent/migrate_to_customized_app", title = "自建应用迁移成代开发自建应用",
    doc = "https://developer.work.weixin.qq.com/document/path/96072",
    scope(work), call = agents.migrate)]
pub struct MigrateToCustomizedApp {
    /// The token of the provider's template, as a suite has one.
    #[serde(serialize_with = "weixin_api::expose")]
    pub suite_access_token: Secret,
}
