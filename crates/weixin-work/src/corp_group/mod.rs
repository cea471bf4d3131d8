//! Corporations above and below in a group or a chain (企业互联、上下游). `/cgi-bin/corpgroup/*`

mod chain;
mod rule;

use weixin_api::{
    AccessToken, AgentId, Call, Caller, Paged, StringEnum, endpoint, group, int_enum,
};
use weixin_protocol::{CorpId, Header, OpenId, UnionId, inbound, messages};

use crate::ids::{ExternalUserId, SuiteId};

pub use chain::*;
pub use rule::*;

group! {
    /// Corporations above and below (企业互联、上下游).
    corp_groups: [
        GetSharedApps, GetLowerCorpToken, GetChains, GetChainGroups, GetChainCorps, GetChainCorp,
        ImportChainContacts, GetImport, RemoveChainCorp, GetChainUserCustomId, GetChainCustomers,
        ApplyMassCallTicket, AddChainRule, GetChainRules, GetChainRule, UpdateChainRule,
        DeleteChainRule,
    ]
}

messages![ChainChanged, AgentShareChanged, ChainShareChanged];

int_enum! {
    /// How corporations are linked.
    pub enum CorpLink {
        /// In a group, with upper and lower corporations (企业互联/局校互联).
        Group = 0,
        /// In a chain, with upstream and downstream corporations (上下游).
        Chain = 1,
    }
}

/// Returns the corporations that an app is shared with (下级/下游企业).
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut apps = wx.corp_groups().shared_apps().pages();
/// while let Some(app) = apps.try_next().await? {
///     println!("{} uses it as app {}", app.corpid, app.agentid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/corpgroup/corp/list_app_share_info", title = "获取应用共享信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93403",
    scope(work), retry = safe, reply = SharedApps, call = corp_groups.shared_apps)]
pub struct GetSharedApps {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// How the corporations are linked; `None` means [`Group`](CorpLink::Group).
    pub business_type: Option<CorpLink>,
    /// Returns only this corporation.
    pub corpid: Option<CorpId>,
    /// The size of a page: up to 100.
    pub limit: Option<u32>,
    /// The [`next_cursor`](SharedApps::next_cursor) of the page before; `None` for the first page.
    pub cursor: Option<String>,
}

/// A page of corporations that an app is shared with.
#[endpoint(part, reply_to(GetSharedApps))]
pub struct SharedApps {
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// The corporations of this page.
    #[serde(default)]
    pub corp_list: Vec<SharedApp>,
    /// The cursor of the next page.
    pub next_cursor: Option<String>,
}

/// A corporation that an app is shared with.
#[endpoint(part)]
pub struct SharedApp {
    /// The lower corporation.
    pub corpid: CorpId,
    /// The name of the corporation.
    pub corp_name: Option<String>,
    /// The AgentID of the app in that corporation.
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

/// Obtains the access token with which a shared app calls in a lower corporation.
///
/// Fails with 670001 when the app is not shared with the corporation.
#[endpoint(POST "/cgi-bin/corpgroup/corp/gettoken", title = "获取下级/下游企业的access_token",
    doc = "https://developer.work.weixin.qq.com/document/path/93359",
    scope(work), retry = safe, reply = AccessToken, call = corp_groups.token)]
pub struct GetLowerCorpToken {
    /// The lower corporation, from [`GetSharedApps`].
    pub corpid: CorpId,
    /// The AgentID of the app in that corporation.
    pub agentid: AgentId,
    /// How the corporations are linked; `None` means [`Group`](CorpLink::Group).
    pub business_type: Option<CorpLink>,
}

/// Finds the customers of lower corporations that a WeChat user is, by unionid and openid.
#[endpoint(POST "/cgi-bin/corpgroup/unionid_to_external_userid",
    title = "通过unionid和openid查询external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95818",
    scope(work), retry = safe, reply = ChainCustomers, call = "wx.corp_groups().customers(unionid, openid)")]
pub struct GetChainCustomers {
    /// The WeChat user across the accounts of one owner.
    pub unionid: Option<UnionId>,
    /// The same WeChat user at one of these accounts; the platform requires both.
    pub openid: Option<OpenId>,
    /// Searches only this corporation.
    pub corpid: Option<CorpId>,
    /// A ticket from [`ApplyMassCallTicket`], which raises the limit of calls.
    pub mass_call_ticket: Option<String>,
}

/// The customers that a WeChat user is.
#[endpoint(part, reply_to(GetChainCustomers))]
pub struct ChainCustomers {
    /// One entry for each corporation where the user is a customer.
    #[serde(default)]
    pub external_userid_info: Vec<ChainCustomer>,
}

/// A customer of a lower corporation.
#[endpoint(part)]
pub struct ChainCustomer {
    /// The corporation that has the customer.
    pub corpid: CorpId,
    /// The customer of that corporation.
    pub external_userid: ExternalUserId,
}

/// Obtains a ticket that raises the limit of some calls for a while.
#[endpoint(POST "/cgi-bin/corp/apply_mass_call_ticket", title = "获取高频调用凭据",
    doc = "https://developer.work.weixin.qq.com/document/path/96168",
    scope(work), reply = MassCallTicket)]
pub struct ApplyMassCallTicket;

/// A ticket that raises the limit of some calls.
#[endpoint(part, reply_to(ApplyMassCallTicket))]
pub struct MassCallTicket {
    /// The ticket, a text to pass on.
    pub mass_call_ticket: String,
}

/// What happened to a chain.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ChainChange {
    /// The chain was created (创建上下游空间).
    CreateChain,
    /// The chain was changed (更新上下游空间).
    UpdateChain,
    /// A value that this version does not know, such as those of changes of groups and corporations.
    Other(String),
}

/// A chain, or its groups or corporations changed.
///
/// Pushed to the apps that may use chains (上下游).
#[inbound(event = "change_chain", scope(work))]
pub struct ChainChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// What happened to the chain.
    pub change_type: Option<ChainChange>,
    /// The chain that changed.
    pub chain_id: ChainId,
    /// The groups that changed; only for changes of groups.
    pub group_ids: Option<ChangedGroups>,
    /// The corporations that changed; only for changes of corporations.
    pub corp_ids: Option<ChangedCorps>,
}

/// Groups of a chain that changed.
#[inbound(part)]
pub struct ChangedGroups {
    /// The groups that were created, changed or deleted.
    pub group_id: Vec<ChainGroupId>,
}

/// Corporations of a chain that changed.
#[inbound(part)]
pub struct ChangedCorps {
    /// The corporations that joined, changed or were removed.
    pub corp_id: Vec<CorpId>,
}

/// An app was shared with a corporation of the same group (企业互联), or no longer is.
#[inbound(event = "share_agent_change", notice = "share_agent_change", scope(work))]
pub struct AgentShareChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The upper corporation; `None` in a push to the corporation itself.
    pub corp_id: Option<CorpId>,
    /// The number of the app in a suite with several apps of the older kind (旧的多应用套件), not an
    /// AppID.
    pub app_id: Option<i64>,
    /// The shared app; `None` in a push to the app itself.
    pub agent_id: Option<AgentId>,
}

/// An app was shared with a corporation of a chain (上下游), or no longer is.
#[inbound(event = "share_chain_change", notice = "share_chain_change", scope(work))]
pub struct ChainShareChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The upstream corporation; `None` in a push to the corporation itself.
    pub corp_id: Option<CorpId>,
    /// The number of the app in a suite with several apps of the older kind (旧的多应用套件), not an
    /// AppID.
    pub app_id: Option<i64>,
    /// The shared app; `None` in a push to the app itself.
    pub agent_id: Option<AgentId>,
}

impl<'c, C: Caller + ?Sized> CorpGroupsHandle<'c, C> {
    /// Returns a corporation of a chain that has joined; see [`GetChainCorp`].
    pub fn corp(
        &self,
        chain_id: impl Into<ChainId>,
        corpid: impl Into<CorpId>,
    ) -> Call<'c, C, GetChainCorp> {
        Call::new(self.caller, GetChainCorp::new(chain_id).corpid(corpid))
    }

    /// Removes a corporation that has joined from a chain; see [`RemoveChainCorp`].
    pub fn remove_corp(
        &self,
        chain_id: impl Into<ChainId>,
        corpid: impl Into<CorpId>,
    ) -> Call<'c, C, RemoveChainCorp> {
        Call::new(self.caller, RemoveChainCorp::new(chain_id).corpid(corpid))
    }

    /// Finds the customers of lower corporations that a WeChat user is; see [`GetChainCustomers`].
    pub fn customers(
        &self,
        unionid: impl Into<UnionId>,
        openid: impl Into<OpenId>,
    ) -> Call<'c, C, GetChainCustomers> {
        Call::new(self.caller, GetChainCustomers::new().unionid(unionid).openid(openid))
    }
}
