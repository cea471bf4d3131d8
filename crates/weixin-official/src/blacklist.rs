//! People the account does not want to hear (黑名单管理). `/cgi-bin/tags/members/*blacklist`

use weixin_api::{Paged, endpoint, group};
use weixin_protocol::OpenId;

use crate::user::FollowerIds;

group! {
    /// People the account does not want to hear (黑名单管理).
    blacklist: [GetBlacklist, AddToBlacklist, RemoveFromBlacklist]
}

/// Gives those who are on the blacklist, 10,000 at a time.
///
/// `wx.blacklist().list().pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/tags/members/getblacklist", title = "获取公众号的黑名单列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, no_errcode, reply = Blacklist, call = blacklist.list)]
pub struct GetBlacklist {
    /// After whom to begin; from the start if `None`.
    pub begin_openid: Option<OpenId>,
}

/// One page of the blacklist.
#[endpoint(part, reply_to(GetBlacklist))]
pub struct Blacklist {
    /// How many there are.
    pub total: u64,
    /// How many are on this page.
    pub count: u64,
    /// The page; `None` when it is empty.
    pub data: Option<FollowerIds>,
    /// The last one of this page; empty at the end of the list.
    pub next_openid: Option<OpenId>,
}

impl Paged for GetBlacklist {
    type Item = OpenId;
    fn split_page(self, page: Blacklist) -> (Vec<OpenId>, Option<Self>) {
        let people = page.data.map(|data| data.openid).unwrap_or_default();
        // The last page may still name its last one.
        let next = page.next_openid.filter(|next| !people.is_empty() && !next.is_empty());
        (people, next.map(|next| Self::new().begin_openid(next)))
    }
}

/// Puts up to 20 followers on the blacklist.
#[endpoint(POST "/cgi-bin/tags/members/batchblacklist", title = "拉黑用户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, call = blacklist.add)]
pub struct AddToBlacklist {
    /// The followers.
    pub openid_list: Vec<OpenId>,
}

/// Takes up to 20 people off the blacklist.
#[endpoint(POST "/cgi-bin/tags/members/batchunblacklist", title = "取消拉黑用户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, call = blacklist.remove)]
pub struct RemoveFromBlacklist {
    /// The people.
    pub openid_list: Vec<OpenId>,
}
