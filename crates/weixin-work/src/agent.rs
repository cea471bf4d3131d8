//! The app itself (应用管理). `/cgi-bin/agent/*`

use weixin_api::{AgentId, Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{MediaId, UserId};

endpoints![GetAgent, GetAgents, SetAgent];

/// Gives what is set for an app. `GET /cgi-bin/agent/get`
#[endpoint(GET "/cgi-bin/agent/get", title = "获取指定的应用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = Agent)]
pub struct GetAgent {
    /// The app; the one that calls if left out.
    #[fill(agent)]
    pub agentid: Option<AgentId>,
}

/// What is set for an app.
#[endpoint(part)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub close: Option<bool>,
    /// The domain of its pages.
    pub redirect_domain: Option<String>,
    /// 0 members are not asked where they are, 1 when they enter, 2 all the time.
    pub report_location_flag: Option<u8>,
    /// Whether it is told when a member enters.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
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

/// Gives the apps that the token is for. `GET /cgi-bin/agent/list`
#[endpoint(GET "/cgi-bin/agent/list", title = "获取access_token对应的应用列表",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = Agents)]
pub struct GetAgents {}

/// Apps.
#[endpoint(part)]
pub struct Agents {
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

/// Changes what is set for an app. What is left out stays. `POST /cgi-bin/agent/set`
#[endpoint(POST "/cgi-bin/agent/set", title = "设置应用",
    doc = "https://developer.work.weixin.qq.com/document/path/90228",
    scope(work), retry = safe)]
pub struct SetAgent {
    /// The app; the one that calls if left out.
    #[fill(agent)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub isreportenter: Option<bool>,
    /// Its first page.
    pub home_url: Option<String>,
}
/// The group as a client has it: `wx.agent()`.
#[derive(Debug)]
pub struct AgentOf<'c, C: ?Sized>(&'c C);

/// Gives a client `agent()`.
pub trait AgentOfApi: Caller {
    /// The app itself (应用管理).
    fn agent(&self) -> AgentOf<'_, Self> {
        AgentOf(self)
    }
}

impl<C: Caller + ?Sized> AgentOfApi for C where GetAgent: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> AgentOf<'c, C> {
    /// What is set for the app; see [`GetAgent`].
    pub fn get(&self) -> Call<'c, C, GetAgent> {
        Call::new(self.0, GetAgent::new())
    }

    /// The apps that the token is for; see [`GetAgents`].
    pub fn list(&self) -> Call<'c, C, GetAgents> {
        Call::new(self.0, GetAgents::new())
    }

    /// Changes what is set for the app; see [`SetAgent`].
    pub fn set(&self) -> Call<'c, C, SetAgent> {
        Call::new(self.0, SetAgent::new())
    }
}
