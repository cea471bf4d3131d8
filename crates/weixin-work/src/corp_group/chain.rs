//! The corporations of a chain (上下游).

use weixin_api::{Paged, endpoint, int_enum};
use weixin_protocol::{CorpId, UserId};

use crate::corp_group::CorpGroupsHandle;
use crate::ids::JobId;

weixin_api::string_id! {
    /// A chain of corporations (上下游, chain_id).
    ChainId
    /// A corporation that was invited into a chain and has not joined (pending_corpid). It gets its
    /// CorpID there when it joins.
    PendingCorpId
}

weixin_api::integer_id! {
    /// A group of corporations in a chain (上下游通讯录分组, groupid). The root is 1.
    ChainGroupId(u64)
    /// A rule of a chain (对接规则, rule_id).
    ChainRuleId(u64)
}

/// Returns the chains of the corporation (上下游).
#[endpoint(GET "/cgi-bin/corpgroup/corp/get_chain_list", title = "获取上下游列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), reply = Chains, call = corp_groups.chains)]
pub struct GetChains;

/// The chains of a corporation.
#[endpoint(part, reply_to(GetChains))]
pub struct Chains {
    /// The chains that the corporation belongs to.
    #[serde(default)]
    pub chains: Vec<Chain>,
}

/// A chain (上下游空间).
#[endpoint(part)]
pub struct Chain {
    /// The chain's id.
    pub chain_id: ChainId,
    /// The name of the chain, as the corporation on top set it.
    pub chain_name: Option<String>,
}

/// Returns the groups of a chain (上下游).
///
/// Fails with 670002 when there is no such chain, with 670003 when it has no such group.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_group", title = "获取上下游通讯录分组",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), retry = safe, reply = ChainGroups, call = corp_groups.groups)]
pub struct GetChainGroups {
    /// The chain to look up.
    pub chain_id: ChainId,
    /// Returns only this group; `None` returns all.
    pub groupid: Option<ChainGroupId>,
}

/// The groups of a chain.
#[endpoint(part, reply_to(GetChainGroups))]
pub struct ChainGroups {
    /// The groups asked for.
    #[serde(default)]
    pub groups: Vec<ChainGroup>,
}

/// A group of corporations in a chain.
#[endpoint(part)]
pub struct ChainGroup {
    /// The group's id.
    pub groupid: ChainGroupId,
    /// The name of the group in the chain's directory.
    pub group_name: Option<String>,
    /// The parent group; the root is 1.
    pub parentid: Option<ChainGroupId>,
    /// The rank among its siblings; groups with a higher one come first.
    pub order: Option<u64>,
}

/// Returns the corporations of a chain (上下游).
///
/// Fails with 670002 when there is no such chain, with 670003 when it has no such group.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_corpinfo_list",
    title = "获取企业上下游通讯录分组下的企业详情列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), retry = safe, reply = ChainCorps, call = corp_groups.corps)]
pub struct GetChainCorps {
    /// The chain to look up.
    pub chain_id: ChainId,
    /// Returns only the corporations of this group.
    pub groupid: Option<ChainGroupId>,
    /// Whether corporations that have not joined are returned as well; `None` means no.
    pub need_pending: Option<bool>,
    /// The [`next_cursor`](ChainCorps::next_cursor) of the page before; `None` for the first page.
    pub cursor: Option<String>,
    /// The size of a page; `None` or 0 lets the platform choose it.
    pub limit: Option<u32>,
}

/// A page of corporations of a chain.
#[endpoint(part, reply_to(GetChainCorps))]
pub struct ChainCorps {
    /// Whether there are more pages.
    pub has_more: Option<bool>,
    /// The cursor of the next page.
    pub next_cursor: Option<String>,
    /// The corporations of this page.
    #[serde(default)]
    pub group_corps: Vec<ChainCorp>,
}

/// A corporation of a chain.
#[endpoint(part)]
pub struct ChainCorp {
    /// The group that the corporation is in.
    pub groupid: Option<ChainGroupId>,
    /// The corporation, once it has joined.
    pub corpid: Option<CorpId>,
    /// The corporation, before it has joined.
    pub pending_corpid: Option<PendingCorpId>,
    /// The name of the corporation, in the chain's directory.
    pub corp_name: Option<String>,
    /// The id that the corporation on top gave it (自定义企业id), a text of its own.
    pub custom_id: Option<String>,
    /// The member who invited it.
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

/// Returns a corporation of a chain (上下游).
///
/// Fails with 670002 when there is no such chain, with 670004 when the corporation is not in it.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_corpinfo",
    title = "获取企业上下游通讯录下的企业信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95820",
    scope(work), retry = safe, reply = ChainCorpInfo, call = "wx.corp_groups().corp(chain_id, corpid)")]
pub struct GetChainCorp {
    /// The chain of the corporation.
    pub chain_id: ChainId,
    /// The corporation, if it has joined. Either this or `pending_corpid` must be given.
    pub corpid: Option<CorpId>,
    /// The corporation, if it has not joined.
    pub pending_corpid: Option<PendingCorpId>,
}

/// The details of a corporation of a chain.
#[endpoint(part, reply_to(GetChainCorp))]
pub struct ChainCorpInfo {
    /// The name of the corporation.
    pub corp_name: Option<String>,
    /// The state of its verification (企业认证状态), as a number. The values are not documented here.
    pub qualification_status: Option<i64>,
    /// The id that the corporation on top gave it (自定义企业id), a text of its own.
    pub custom_id: Option<String>,
    /// The group that the corporation is in.
    pub groupid: Option<ChainGroupId>,
    /// Whether it has joined.
    pub is_joined: Option<bool>,
}

/// Starts an import of corporations and their contacts into a chain.
///
/// Fails with 670022 while another import is running, with 670023 when too many people were
/// imported on this day, with 670012 to 670017 when the name of a corporation, a person or a group
/// is missing or not allowed, with 670002 when there is no such chain.
#[endpoint(POST "/cgi-bin/corpgroup/import_chain_contact", title = "批量导入上下游联系人",
    doc = "https://developer.work.weixin.qq.com/document/path/95821",
    scope(work), reply = ImportJob, call = corp_groups.import)]
pub struct ImportChainContacts {
    /// The chain to import into.
    pub chain_id: ChainId,
    /// The corporations with their contacts.
    pub contact_list: Vec<ChainContact>,
}

/// A corporation to import into a chain.
#[endpoint(part)]
pub struct ChainContact {
    /// The name of the corporation.
    pub corp_name: String,
    /// The group it goes into, as the names from the root with `/` between them.
    pub group_path: Option<String>,
    /// An id of your own for the corporation (自定义企业id): up to 64 bytes.
    pub custom_id: Option<String>,
    /// The contacts who are invited.
    pub contact_info_list: Vec<ChainContactInfo>,
}

/// A contact in a corporation to import.
#[endpoint(part)]
pub struct ChainContactInfo {
    /// The name of the contact.
    pub name: String,
    /// Whether the contact is in charge.
    pub identity_type: ChainIdentity,
    /// The mobile number.
    pub mobile: Option<String>,
    /// An id of your own for the contact (自定义成员id): up to 64 bytes.
    pub user_custom_id: Option<String>,
}

int_enum! {
    /// The role of a contact in a corporation of a chain (联系人身份类型).
    pub enum ChainIdentity {
        /// A member (成员).
        Member = 1,
        /// The person in charge (负责人).
        Principal = 2,
    }
}

/// A started import.
#[endpoint(part, reply_to(ImportChainContacts))]
pub struct ImportJob {
    /// The job, for [`GetImport`].
    pub jobid: JobId,
}

/// Returns the progress and the result of an import of contacts into a chain.
#[endpoint(GET "/cgi-bin/corpgroup/getresult", title = "获取异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/95823",
    scope(work), reply = Import, call = corp_groups.get_import)]
pub struct GetImport {
    /// The job to look up.
    pub jobid: JobId,
}

/// The progress and the result of an import.
#[endpoint(part, reply_to(GetImport))]
pub struct Import {
    /// Whether the import still runs.
    pub status: ImportState,
    /// The result, once the import is done.
    pub result: Option<ImportResult>,
}

int_enum! {
    /// The progress of an import.
    pub enum ImportState {
        /// The platform accepted the import and has not started it.
        Begun = 1,
        /// The import is running.
        Running = 2,
        /// The import is done; its result is there.
        Done = 3,
    }
}

int_enum! {
    /// How much of an import succeeded.
    pub enum ImportStatus {
        /// All corporations (全部企业导入成功).
        All = 1,
        /// Some corporations (部分企业导入成功).
        Part = 2,
        /// No corporation (全部企业导入失败).
        None = 3,
    }
}

/// The result of an import.
#[endpoint(part)]
pub struct ImportResult {
    /// The chain that was imported into.
    pub chain_id: Option<ChainId>,
    /// How much was imported.
    pub import_status: Option<ImportStatus>,
    /// The corporations that were not imported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<FailedCorp>,
}

/// A corporation that was not imported.
#[endpoint(part)]
pub struct FailedCorp {
    /// The name of the corporation.
    pub corp_name: Option<String>,
    /// The id of your own for it, as in the request.
    pub custom_id: Option<String>,
    /// The error code, such as 670016.
    pub errcode: i64,
    /// The error as a text.
    pub errmsg: Option<String>,
    /// The contacts that could not be imported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contact_info_list: Vec<FailedContact>,
}

/// A contact that could not be imported.
#[endpoint(part)]
pub struct FailedContact {
    /// The mobile number, as in the request.
    pub mobile: Option<String>,
    /// The error code.
    pub errcode: i64,
    /// The error as a text.
    pub errmsg: Option<String>,
}

/// Removes a corporation from a chain (上下游).
///
/// Fails with 670027 for the corporation that created the chain, with 670004 when it is not in the
/// chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/remove_corp", title = "移除企业",
    doc = "https://developer.work.weixin.qq.com/document/path/95822",
    scope(work), call = "wx.corp_groups().remove_corp(chain_id, corpid)")]
pub struct RemoveChainCorp {
    /// The chain of the corporation.
    pub chain_id: ChainId,
    /// The corporation, if it has joined. Either this or `pending_corpid` must be given.
    pub corpid: Option<CorpId>,
    /// The corporation, if it has not joined.
    pub pending_corpid: Option<PendingCorpId>,
}

/// Returns the custom id of a member in a chain.
///
/// Fails with 670035 when the member has none, with 670004 when the corporation is not in the
/// chain.
#[endpoint(POST "/cgi-bin/corpgroup/corp/get_chain_user_custom_id",
    title = "查询成员自定义id",
    doc = "https://developer.work.weixin.qq.com/document/path/97441",
    scope(work), retry = safe, reply = ChainUserCustomId, call = corp_groups.user_custom_id)]
pub struct GetChainUserCustomId {
    /// The chain of the member.
    pub chain_id: ChainId,
    /// The corporation of the member.
    pub corpid: CorpId,
    /// The member of that corporation.
    pub userid: UserId,
}

/// The custom id of a member in a chain.
#[endpoint(part, reply_to(GetChainUserCustomId))]
pub struct ChainUserCustomId {
    /// The id that was given at the import (自定义成员id), a text of your own.
    pub user_custom_id: Option<String>,
}
