//! The app itself (应用管理). `/cgi-bin/agent/*`

use weixin_api::{AgentId, Call, Caller, On, endpoint, endpoints};
use weixin_protocol::UserId;

endpoints![GetAgent];

/// Tells about the app. `GET /cgi-bin/agent/get`
#[endpoint(GET "/cgi-bin/agent/get", title = "获取指定的应用详情",
    doc = "https://developer.work.weixin.qq.com/document/path/90227",
    scope(work), reply = Agent)]
pub struct GetAgent {
    /// The app; the account's own if left out.
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

/// The group as a client has it: `wx.agents()`.
#[derive(Debug)]
pub struct Agents<'c, C: ?Sized>(&'c C);

/// Gives a client `agents()`.
pub trait AgentsApi: Caller {
    /// The app itself (应用管理).
    fn agents(&self) -> Agents<'_, Self> {
        Agents(self)
    }
}

impl<C: Caller + ?Sized> AgentsApi for C where GetAgent: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Agents<'c, C> {
    /// What is known of the app; see [`GetAgent`].
    pub fn get(&self) -> Call<'c, C, GetAgent> {
        Call::new(self.0, GetAgent::new())
    }
}
