//! The app itself (应用管理). `/cgi-bin/agent/*`

use weixin_api::{AgentId, Call, Caller, On, endpoint, endpoints};

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

/// An app.
#[endpoint(part)]
pub struct Agent {
    /// Its number.
    pub agentid: AgentId,
    /// Its name.
    pub name: String,
    /// The address of its picture.
    pub square_logo_url: Option<String>,
    /// What it is for, in words.
    pub description: Option<String>,
    /// Where the addresses in it may lead.
    pub redirect_domain: Option<String>,
    /// The page it opens with.
    pub home_url: Option<String>,
    /// 1 if the corporation has switched it off.
    pub close: Option<u8>,
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
