//! The corporations of a chain (上下游).

use crate::corp_group::CorpGroupsHandle;
use weixin_api::{Paged, endpoint, int_enum};
use weixin_protocol::{AppId, UserId};

/// Gives the chains that the corporation has.
#[endpoint(GET "/cgi-bin/corpgroup/corp/get_chain_list", title = "获取上下游列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), reply = Chains, call = corp_groups.chains)]
pub struct GetChains;

/// The chains of a corporation.
#[endpoint(part, reply_to(GetChains))]
pub struct Chains {
    /// The chains.
    #[serde(default)]
    pub chains: Vec<Chain>,
}

/// A chain.
#[endpoint(part)]
pub struct Chain {
    /// The chain.
    pub chain_id: String,
    /// Its name.
    pub chain_name: Option<String>,
}

/// Gives the groups of a chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_group", title = "获取上下游通讯录分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), retry = safe, reply = ChainGroups, call = corp_groups.groups)]
pub struct GetChainGroups {
    /// The chain.
    pub chain_id: String,
    /// Only this group and those below it.
    pub groupid: Option<u64>,
}

/// The groups of a chain.
#[endpoint(part, reply_to(GetChainGroups))]
pub struct ChainGroups {
    /// The groups.
    #[serde(default)]
    pub groups: Vec<ChainGroup>,
}

/// A group of a chain.
#[endpoint(part)]
pub struct ChainGroup {
    /// The group.
    pub groupid: u64,
    /// Its name.
    pub group_name: Option<String>,
    /// The group above it.
    pub parentid: Option<u64>,
    /// Its rank among its siblings; higher goes first.
    pub order: Option<u64>,
}

/// Gives the corporations of a chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_corpinfo_list",
    title = "获取企业上下游通讯录分组下的企业详情列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), retry = safe, reply = ChainCorps, call = corp_groups.corps)]
pub struct GetChainCorps {
    /// The chain.
    pub chain_id: String,
    /// Only those of this group.
    pub groupid: Option<u64>,
    /// Whether those that have not joined yet count as well.
    pub need_pending: Option<bool>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// A page of corporations of a chain.
#[endpoint(part, reply_to(GetChainCorps))]
pub struct ChainCorps {
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// The page.
    #[serde(default)]
    pub group_corps: Vec<ChainCorp>,
}

/// A corporation of a chain.
#[endpoint(part)]
pub struct ChainCorp {
    /// Its group.
    pub groupid: Option<u64>,
    /// The corporation, once it has joined.
    pub corpid: Option<AppId>,
    /// What it is called until then.
    pub pending_corpid: Option<AppId>,
    /// Its name.
    pub corp_name: Option<String>,
    /// The name that the corporation above has given it.
    pub custom_id: Option<String>,
    /// Who invited it.
    pub invite_userid: Option<UserId>,
    /// Whether it has joined.
    pub is_joined: Option<bool>,
}

impl Paged for GetChainCorps {
    type Item = ChainCorp;
    fn split_page(self, page: ChainCorps) -> (Vec<ChainCorp>, Option<Self>) {
        let cursor = page.next_cursor.filter(|cursor| !cursor.is_empty());
        let next = cursor.filter(|_| page.has_more == Some(true));
        (page.group_corps, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Gives a corporation of a chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_corpinfo",
    title = "获取企业上下游通讯录下的企业信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), retry = safe, reply = ChainCorpInfo, call = "wx.corp_groups().corp(chain_id, corpid)")]
pub struct GetChainCorp {
    /// The chain.
    pub chain_id: String,
    /// The corporation, if it has joined.
    pub corpid: Option<AppId>,
    /// What it is called until then.
    pub pending_corpid: Option<AppId>,
}

/// A corporation of a chain, more closely.
#[endpoint(part, reply_to(GetChainCorp))]
pub struct ChainCorpInfo {
    /// Its name.
    pub corp_name: Option<String>,
    /// How far the platform has verified it; a number whose meanings are not known here.
    pub qualification_status: Option<i64>,
    /// The name that the corporation above has given it.
    pub custom_id: Option<String>,
    /// Its group.
    pub groupid: Option<u64>,
    /// Whether it has joined.
    pub is_joined: Option<bool>,
}

/// Invites corporations into a chain.
#[endpoint(POST "/cgi-bin/corpgroup/import_chain_contact", title = "批量导入上下游联系人",
    doc = "https://developer.work.weixin.qq.com/document/path/95821",
    scope(work), reply = ImportJob, call = corp_groups.import)]
pub struct ImportChainContacts {
    /// The chain.
    pub chain_id: String,
    /// The corporations and whom to ask there.
    pub contact_list: Vec<ChainContact>,
}

/// A corporation that is to join a chain.
#[endpoint(part)]
pub struct ChainContact {
    /// Its name.
    pub corp_name: String,
    /// The group it is to be in, from the top, with `/` between the names.
    pub group_path: Option<String>,
    /// A name of one's own for it.
    pub custom_id: Option<String>,
    /// Whom to ask.
    pub contact_info_list: Vec<ChainContactInfo>,
}

/// Somebody to ask in a corporation.
#[endpoint(part)]
pub struct ChainContactInfo {
    /// The name.
    pub name: String,
    /// 1 a member, 2 the one who is responsible.
    pub identity_type: u8,
    /// The phone number.
    pub mobile: Option<String>,
    /// A name of one's own for them.
    pub user_custom_id: Option<String>,
}

/// An import that was begun.
#[endpoint(part, reply_to(ImportChainContacts))]
pub struct ImportJob {
    /// Its name.
    pub jobid: String,
}

/// Says how far an import is.
#[endpoint(GET "/cgi-bin/corpgroup/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/95823",
    scope(work), reply = Import, call = corp_groups.get_import)]
pub struct GetImport {
    /// The import.
    pub jobid: String,
}

/// How far an import is.
#[endpoint(part, reply_to(GetImport))]
pub struct Import {
    /// How far.
    pub status: ImportState,
    /// What became of it, once it is done.
    pub result: Option<ImportResult>,
}

int_enum! {
    /// How far an import is.
    pub enum ImportState {
        /// It has begun.
        Begun = 1,
        /// It is going on.
        Running = 2,
        /// It is done.
        Done = 3,
    }
}

/// What became of an import.
#[endpoint(part)]
pub struct ImportResult {
    /// The chain.
    pub chain_id: Option<String>,
    /// 1 all of it, 2 a part, 3 nothing was imported.
    pub import_status: Option<u8>,
    /// What was not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<FailedCorp>,
}

/// A corporation that was not imported.
#[endpoint(part)]
pub struct FailedCorp {
    /// Its name.
    pub corp_name: Option<String>,
    /// The name of one's own for it.
    pub custom_id: Option<String>,
    /// Why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
    /// Who could not be asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact_info_list: Vec<FailedContact>,
}

/// Somebody who could not be asked.
#[endpoint(part)]
pub struct FailedContact {
    /// The phone number.
    pub mobile: Option<String>,
    /// Why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Takes a corporation out of a chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/remove_corp", title = "移除企业",
    doc = "https://developer.work.weixin.qq.com/document/path/95822",
    scope(work), call = "wx.corp_groups().remove_corp(chain_id, corpid)")]
pub struct RemoveChainCorp {
    /// The chain.
    pub chain_id: String,
    /// The corporation, if it has joined.
    pub corpid: Option<AppId>,
    /// What it is called until then.
    pub pending_corpid: Option<AppId>,
}

/// Gives the name of one's own for somebody in a chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_user_custom_id",
    title = "查询成员自定义id",
    doc = "https://developer.work.weixin.qq.com/document/path/97441",
    scope(work), retry = safe, reply = ChainUserCustomId, call = corp_groups.user_custom_id)]
pub struct GetChainUserCustomId {
    /// The chain.
    pub chain_id: String,
    /// The corporation.
    pub corpid: AppId,
    /// The member there.
    pub userid: UserId,
}

/// The name of one's own for somebody in a chain.
#[endpoint(part, reply_to(GetChainUserCustomId))]
pub struct ChainUserCustomId {
    /// The name.
    pub user_custom_id: Option<String>,
}
