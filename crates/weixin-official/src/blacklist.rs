//! The blacklist (黑名单管理): users whose messages the account does not receive.
//! `/cgi-bin/tags/members/*blacklist`

use weixin_api::{Paged, endpoint, group};
use weixin_protocol::OpenId;

use crate::user::FollowerIds;

group! {
    /// The blacklist (黑名单管理).
    blacklist: [GetBlacklist, AddToBlacklist, RemoveFromBlacklist]
}

/// Returns the users on the blacklist (黑名单), up to 10,000 per page.
///
/// `wx.blacklist().list().pages()` walks through all of them.
///
/// Fails with 40003 when `begin_openid` is unknown.
#[endpoint(POST "/cgi-bin/tags/members/getblacklist", title = "获取公众号的黑名单列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, no_errcode, reply = Blacklist, call = blacklist.list)]
pub struct GetBlacklist {
    /// The user after whom the page begins. `None`: the first page.
    pub begin_openid: Option<OpenId>,
}

/// A page of the blacklist.
#[endpoint(part, reply_to(GetBlacklist))]
pub struct Blacklist {
    /// How many users are on the whole blacklist.
    pub total: u64,
    /// How many users are on this page, at most 10,000.
    pub count: u64,
    /// The users of this page; `None` when there are none.
    pub data: Option<FollowerIds>,
    /// The last user of this page, to pass as `begin_openid`; empty at the end of the list.
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

/// Puts up to 20 followers on the blacklist: their messages no longer arrive (拉黑).
///
/// Fails with 40003 when a user is unknown, with 49003 when an openid is another account's, with
/// 40032 when there are more than 20.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// wx.blacklist().add(["oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc".into()]).await?;
/// println!("{} users are on the blacklist", wx.blacklist().list().await?.total);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/tags/members/batchblacklist", title = "拉黑用户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, call = blacklist.add)]
pub struct AddToBlacklist {
    /// The followers, 1 to 20.
    pub openid_list: Vec<OpenId>,
}

/// Removes up to 20 users from the blacklist.
///
/// Fails with 40003 when a user is unknown, with 49003 when an openid is another account's, with
/// 40032 when there are more than 20.
#[endpoint(POST "/cgi-bin/tags/members/batchunblacklist", title = "取消拉黑用户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, call = blacklist.remove)]
pub struct RemoveFromBlacklist {
    /// The users, 1 to 20.
    pub openid_list: Vec<OpenId>,
}
