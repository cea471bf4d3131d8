//! Corporations above and below in a group or a chain (企业互联、上下游). `/cgi-bin/corpgroup/*`

mod chain;
mod rule;

use weixin_api::{AccessToken, AgentId, Call, Caller, On, Paged, endpoint, endpoints};
use weixin_protocol::{AppId, Header, OpenId, UserId, inbound, messages};

pub use chain::*;
pub use rule::*;

endpoints![
    GetSharedApps,
    GetLowerCorpToken,
    GetChains,
    GetChainGroups,
    GetChainCorps,
    GetChainCorp,
    ImportChainContacts,
    GetImport,
    RemoveChainCorp,
    GetChainUserCustomId,
    GetChainCustomers,
    ApplyMassCallTicket,
    AddChainRule,
    GetChainRules,
    GetChainRule,
    UpdateChainRule,
    DeleteChainRule
];

messages![ChainChanged, AgentShareChanged, ChainShareChanged];

/// Gives the corporations below with which an app is shared.
/// `POST /cgi-bin/corpgroup/corp/list_app_share_info`
#[endpoint(POST "/cgi-bin/corpgroup/corp/list_app_share_info", title = "获取应用共享信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93403",
    scope(work), retry = safe, reply = SharedApps)]
pub struct GetSharedApps {
    /// The app; the account's own if left out.
    #[fill(agent)]
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
#[endpoint(part)]
pub struct SharedApps {
    /// 1 if there are no more.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
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
    fn turn(self, page: SharedApps) -> (Vec<SharedApp>, Option<Self>) {
        let cursor = page.next_cursor.filter(|cursor| !cursor.is_empty());
        let next = cursor.filter(|_| page.ending != Some(true));
        (page.corp_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Obtains the token with which an app that is shared calls in a corporation below.
/// `POST /cgi-bin/corpgroup/corp/gettoken`
#[endpoint(POST "/cgi-bin/corpgroup/corp/gettoken", title = "获取下级/下游企业的access_token",
    doc = "https://developer.work.weixin.qq.com/document/path/93359",
    scope(work), retry = safe, reply = AccessToken)]
pub struct GetLowerCorpToken {
    /// The corporation.
    pub corpid: AppId,
    /// The number of the app there.
    pub agentid: AgentId,
    /// 0 in a group of corporations, 1 in a chain; 0 if left out.
    pub business_type: Option<u8>,
}

/// Gives which customers of corporations below somebody is in WeChat.
/// `POST /cgi-bin/corpgroup/unionid_to_external_userid`
#[endpoint(POST "/cgi-bin/corpgroup/unionid_to_external_userid",
    title = "通过unionid和openid查询external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95818",
    scope(work), retry = safe, reply = ChainCustomers)]
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
#[endpoint(part)]
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
/// `POST /cgi-bin/corp/apply_mass_call_ticket`
#[endpoint(POST "/cgi-bin/corp/apply_mass_call_ticket", title = "获取高频调用凭据",
    doc = "https://developer.work.weixin.qq.com/document/path/96168",
    scope(work), reply = MassCallTicket)]
pub struct ApplyMassCallTicket;

/// A ticket for many calls.
#[endpoint(part)]
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

/// The group as a client has it: `wx.corp_groups()`.
#[derive(Debug)]
pub struct CorpGroups<'c, C: ?Sized>(&'c C);

/// Gives a client `corp_groups()`.
pub trait CorpGroupsApi: Caller {
    /// Corporations above and below (企业互联、上下游).
    fn corp_groups(&self) -> CorpGroups<'_, Self> {
        CorpGroups(self)
    }
}

impl<C: Caller + ?Sized> CorpGroupsApi for C where GetSharedApps: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CorpGroups<'c, C> {
    /// With whom the app is shared, a page when awaited; see [`GetSharedApps`].
    pub fn shared_apps(&self) -> Call<'c, C, GetSharedApps> {
        Call::new(self.0, GetSharedApps::new())
    }

    /// The token for a corporation below; see [`GetLowerCorpToken`].
    pub fn token(
        &self,
        corpid: impl Into<AppId>,
        agentid: impl Into<AgentId>,
    ) -> Call<'c, C, GetLowerCorpToken> {
        Call::new(self.0, GetLowerCorpToken::new(corpid, agentid))
    }

    /// The chains of the corporation; see [`GetChains`].
    pub fn chains(&self) -> Call<'c, C, GetChains> {
        Call::new(self.0, GetChains::new())
    }

    /// The groups of a chain; see [`GetChainGroups`].
    pub fn groups(&self, chain_id: impl Into<String>) -> Call<'c, C, GetChainGroups> {
        Call::new(self.0, GetChainGroups::new(chain_id))
    }

    /// The corporations of a chain, a page when awaited; see [`GetChainCorps`].
    pub fn corps(&self, chain_id: impl Into<String>) -> Call<'c, C, GetChainCorps> {
        Call::new(self.0, GetChainCorps::new(chain_id))
    }

    /// A corporation of a chain; see [`GetChainCorp`].
    pub fn corp(
        &self,
        chain_id: impl Into<String>,
        corpid: impl Into<AppId>,
    ) -> Call<'c, C, GetChainCorp> {
        Call::new(self.0, GetChainCorp::new(chain_id).corpid(corpid))
    }

    /// Invites corporations into a chain; see [`ImportChainContacts`].
    pub fn import(
        &self,
        chain_id: impl Into<String>,
        contact_list: impl Into<Vec<ChainContact>>,
    ) -> Call<'c, C, ImportChainContacts> {
        Call::new(self.0, ImportChainContacts::new(chain_id, contact_list))
    }

    /// How far an import is; see [`GetImport`].
    pub fn get_import(&self, jobid: impl Into<String>) -> Call<'c, C, GetImport> {
        Call::new(self.0, GetImport::new(jobid))
    }

    /// Takes a corporation out of a chain; see [`RemoveChainCorp`].
    pub fn remove_corp(
        &self,
        chain_id: impl Into<String>,
        corpid: impl Into<AppId>,
    ) -> Call<'c, C, RemoveChainCorp> {
        Call::new(self.0, RemoveChainCorp::new(chain_id).corpid(corpid))
    }

    /// The own name of somebody in a chain; see [`GetChainUserCustomId`].
    pub fn user_custom_id(
        &self,
        chain_id: impl Into<String>,
        corpid: impl Into<AppId>,
        userid: impl Into<UserId>,
    ) -> Call<'c, C, GetChainUserCustomId> {
        Call::new(self.0, GetChainUserCustomId::new(chain_id, corpid, userid))
    }

    /// Which customers somebody is; see [`GetChainCustomers`].
    pub fn customers(
        &self,
        unionid: impl Into<String>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, GetChainCustomers> {
        Call::new(self.0, GetChainCustomers::new().unionid(unionid).openid(openid))
    }

    /// Adds a rule to a chain; see [`AddChainRule`].
    pub fn add_rule(
        &self,
        chain_id: impl Into<String>,
        rule_info: impl Into<ChainRuleInfo>,
    ) -> Call<'c, C, AddChainRule> {
        Call::new(self.0, AddChainRule::new(chain_id, rule_info))
    }

    /// The rules of a chain; see [`GetChainRules`].
    pub fn rules(&self, chain_id: impl Into<String>) -> Call<'c, C, GetChainRules> {
        Call::new(self.0, GetChainRules::new(chain_id))
    }

    /// A rule of a chain; see [`GetChainRule`].
    pub fn rule(&self, chain_id: impl Into<String>, rule_id: u64) -> Call<'c, C, GetChainRule> {
        Call::new(self.0, GetChainRule::new(chain_id, rule_id))
    }

    /// Changes a rule of a chain; see [`UpdateChainRule`].
    pub fn update_rule(
        &self,
        chain_id: impl Into<String>,
        rule_id: u64,
        rule_info: impl Into<ChainRuleInfo>,
    ) -> Call<'c, C, UpdateChainRule> {
        Call::new(self.0, UpdateChainRule::new(chain_id, rule_id, rule_info))
    }

    /// Deletes a rule of a chain; see [`DeleteChainRule`].
    pub fn delete_rule(
        &self,
        chain_id: impl Into<String>,
        rule_id: u64,
    ) -> Call<'c, C, DeleteChainRule> {
        Call::new(self.0, DeleteChainRule::new(chain_id, rule_id))
    }
}
