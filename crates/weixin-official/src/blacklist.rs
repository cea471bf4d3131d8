//! People the account does not want to hear (黑名单管理). `/cgi-bin/tags/members/*blacklist`

use weixin_api::{Call, Caller, On, Paged, endpoint, endpoints};
use weixin_protocol::OpenId;

use crate::user::FollowerIds;

endpoints![GetBlacklist, AddToBlacklist, RemoveFromBlacklist];

/// Gives those who are on the blacklist, 10,000 at a time.
/// `POST /cgi-bin/tags/members/getblacklist`
///
/// `wx.blacklist().list().pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/tags/members/getblacklist", title = "获取公众号的黑名单列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe, bare, reply = Blacklist)]
pub struct GetBlacklist {
    /// After whom to begin; from the start if `None`.
    pub begin_openid: Option<OpenId>,
}

/// One page of the blacklist.
#[endpoint(part)]
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
    fn turn(self, page: Blacklist) -> (Vec<OpenId>, Option<Self>) {
        let people = page.data.map(|data| data.openid).unwrap_or_default();
        // The last page may still name its last one.
        let next = page.next_openid.filter(|next| !people.is_empty() && !next.is_empty());
        (people, next.map(|next| Self::new().begin_openid(next)))
    }
}

/// Puts up to 20 followers on the blacklist. `POST /cgi-bin/tags/members/batchblacklist`
#[endpoint(POST "/cgi-bin/tags/members/batchblacklist", title = "拉黑用户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe)]
pub struct AddToBlacklist {
    /// The followers.
    pub openid_list: Vec<OpenId>,
}

/// Takes up to 20 people off the blacklist. `POST /cgi-bin/tags/members/batchunblacklist`
#[endpoint(POST "/cgi-bin/tags/members/batchunblacklist", title = "取消拉黑用户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html",
    scope(official), retry = safe)]
pub struct RemoveFromBlacklist {
    /// The people.
    pub openid_list: Vec<OpenId>,
}
/// The group as a client has it: `wx.blacklist()`.
#[derive(Debug)]
pub struct BlacklistOf<'c, C: ?Sized>(&'c C);

/// Gives a client `blacklist()`.
pub trait BlacklistOfApi: Caller {
    /// People the account does not want to hear (黑名单管理).
    fn blacklist(&self) -> BlacklistOf<'_, Self> {
        BlacklistOf(self)
    }
}

impl<C: Caller + ?Sized> BlacklistOfApi for C where GetBlacklist: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> BlacklistOf<'c, C> {
    /// Who is on it, a page when awaited; see [`GetBlacklist`].
    pub fn list(&self) -> Call<'c, C, GetBlacklist> {
        Call::new(self.0, GetBlacklist::new())
    }

    /// Puts followers on it; see [`AddToBlacklist`].
    pub fn add(&self, followers: impl Into<Vec<OpenId>>) -> Call<'c, C, AddToBlacklist> {
        Call::new(self.0, AddToBlacklist::new(followers))
    }

    /// Takes people off it; see [`RemoveFromBlacklist`].
    pub fn remove(&self, people: impl Into<Vec<OpenId>>) -> Call<'c, C, RemoveFromBlacklist> {
        Call::new(self.0, RemoveFromBlacklist::new(people))
    }
}
