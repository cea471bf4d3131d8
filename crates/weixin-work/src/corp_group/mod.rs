//! Corporations above and below in a group or a chain (企业互联、上下游). `/cgi-bin/corpgroup/*`

mod chain;
mod rule;

use weixin_api::{AccessToken, AgentId, Call, Caller, Paged, endpoint, group};
use weixin_protocol::{AppId, Header, OpenId, UserId, inbound, messages};

pub use chain::*;
pub use rule::*;

group! {
    /// Corporations above and below (企业互联、上下游).
    corp_groups: [GetSharedApps, GetLowerCorpToken, GetChains, GetChainGroups, GetChainCorps, GetChainCorp, ImportChainContacts, GetImport, RemoveChainCorp, GetChainUserCustomId, GetChainCustomers, ApplyMassCallTicket, AddChainRule, GetChainRules, GetChainRule, UpdateChainRule, DeleteChainRule]
}

messages![ChainChanged, AgentShareChanged, ChainShareChanged];

/// Gives the corporations below with which an app is shared.
#[endpoint(POST "/cgi-bin/corpgroup/corp/list_app_share_info", title = "获取应用共享信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93403",
    scope(work), retry = safe, reply = SharedApps, call = corp_groups.shared_apps)]
pub struct GetSharedApps {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// 0 in a group of corporations, 1 in a chain; 0 if left out.
    pub business_type: Option<u8>,
    /// Only this corporation.
    pub corpid: Option<AppId>,
    /// How many: up to 100.
    pub limit: Option<u32>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
}

/// A page of corporations with which an app is shared.
#[endpoint(part, reply_to(GetSharedApps))]
pub struct SharedApps {
    /// 1 if there are no more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// The page.
    #[serde(default)]
    pub corp_list: Vec<SharedApp>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// A corporation with which an app is shared.
#[endpoint(part)]
pub struct SharedApp {
    /// The corporation.
    pub corpid: AppId,
    /// Its name.
    pub corp_name: Option<String>,
    /// The number of the app there.
    pub agentid: AgentId,
}

impl Paged for GetSharedApps {
    type Item = SharedApp;
    fn split_page(self, page: SharedApps) -> (Vec<SharedApp>, Option<Self>) {
        let cursor = page.next_cursor.filter(|cursor| !cursor.is_empty());
        let next = cursor.filter(|_| page.ending != Some(true));
        (page.corp_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Obtains the token with which an app that is shared calls in a corporation below.
#[endpoint(POST "/cgi-bin/corpgroup/corp/gettoken", title = "获取下级/下游企业的access_token",
    doc = "https://developer.work.weixin.qq.com/document/path/93359",
    scope(work), retry = safe, reply = AccessToken, call = corp_groups.token)]
pub struct GetLowerCorpToken {
    /// The corporation.
    pub corpid: AppId,
    /// The number of the app there.
    pub agentid: AgentId,
    /// 0 in a group of corporations, 1 in a chain; 0 if left out.
    pub business_type: Option<u8>,
}

/// Gives which customers of corporations below somebody is in WeChat.
#[endpoint(POST "/cgi-bin/corpgroup/unionid_to_external_userid",
    title = "通过unionid和openid查询external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95818",
    scope(work), retry = safe, reply = ChainCustomers, call = "wx.corp_groups().customers(unionid, openid)")]
pub struct GetChainCustomers {
    /// Who they are at all accounts of one owner.
    pub unionid: Option<String>,
    /// Who they are at one of these accounts.
    pub openid: Option<OpenId>,
    /// Only at this corporation.
    pub corpid: Option<AppId>,
    /// Lets many of these calls be made; see [`ApplyMassCallTicket`].
    pub mass_call_ticket: Option<String>,
}

/// Which customers somebody is.
#[endpoint(part, reply_to(GetChainCustomers))]
pub struct ChainCustomers {
    /// The customers.
    #[serde(default)]
    pub external_userid_info: Vec<ChainCustomer>,
}

/// A customer of a corporation.
#[endpoint(part)]
pub struct ChainCustomer {
    /// The corporation.
    pub corpid: AppId,
    /// The customer.
    pub external_userid: UserId,
}

/// Obtains a ticket with which some calls may be made more often for a while.
#[endpoint(POST "/cgi-bin/corp/apply_mass_call_ticket", title = "获取高频调用凭据",
    doc = "https://developer.work.weixin.qq.com/document/path/96168",
    scope(work), reply = MassCallTicket)]
pub struct ApplyMassCallTicket;

/// A ticket for many calls.
#[endpoint(part, reply_to(ApplyMassCallTicket))]
pub struct MassCallTicket {
    /// The ticket.
    pub mass_call_ticket: String,
}

/// A chain was made, or its corporations have changed. Event `change_chain`.
#[inbound(event = "change_chain", scope(work))]
pub struct ChainChanged {
    /// When.
    pub header: Header,
    /// What happened, such as `create_chain`.
    pub change_type: Option<String>,
    /// The chain.
    pub chain_id: String,
    /// The groups it is about.
    pub group_ids: Option<ChangedGroups>,
    /// The corporations it is about.
    pub corp_ids: Option<ChangedCorps>,
}

/// Groups of a chain.
#[inbound(part)]
pub struct ChangedGroups {
    /// The groups.
    pub group_id: Vec<u64>,
}

/// Corporations of a chain.
#[inbound(part)]
pub struct ChangedCorps {
    /// The corporations.
    pub corp_id: Vec<AppId>,
}

/// With whom an app is shared in a group of corporations has changed. Event `share_agent_change`.
#[inbound(event = "share_agent_change", notice = "share_agent_change", scope(work))]
pub struct AgentShareChanged {
    /// When, and which app.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation above, if a suite is told.
    pub corp_id: Option<AppId>,
    /// The app in an older suite of several.
    pub app_id: Option<i64>,
    /// The app, if a suite is told.
    pub agent_id: Option<i64>,
}

/// With whom an app is shared in a chain has changed. Event `share_chain_change`.
#[inbound(event = "share_chain_change", notice = "share_chain_change", scope(work))]
pub struct ChainShareChanged {
    /// When, and which app.
    pub header: Header,
    /// The suite, if it is the one that is told.
    pub suite_id: Option<AppId>,
    /// The corporation above, if a suite is told.
    pub corp_id: Option<AppId>,
    /// The app in an older suite of several.
    pub app_id: Option<i64>,
    /// The app, if a suite is told.
    pub agent_id: Option<i64>,
}

impl<'c, C: Caller + ?Sized> CorpGroupsHandle<'c, C> {
    /// A corporation of a chain; see [`GetChainCorp`].
    pub fn corp(
        &self,
        chain_id: impl Into<String>,
        corpid: impl Into<AppId>,
    ) -> Call<'c, C, GetChainCorp> {
        Call::new(self.caller, GetChainCorp::new(chain_id).corpid(corpid))
    }

    /// Takes a corporation out of a chain; see [`RemoveChainCorp`].
    pub fn remove_corp(
        &self,
        chain_id: impl Into<String>,
        corpid: impl Into<AppId>,
    ) -> Call<'c, C, RemoveChainCorp> {
        Call::new(self.caller, RemoveChainCorp::new(chain_id).corpid(corpid))
    }

    /// Which customers somebody is; see [`GetChainCustomers`].
    pub fn customers(
        &self,
        unionid: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, GetChainCustomers> {
        Call::new(self.caller, GetChainCustomers::new().unionid(unionid).openid(openid))
    }
}
