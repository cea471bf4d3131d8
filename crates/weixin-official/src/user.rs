//! Followers (用户管理). `/cgi-bin/user/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, Paged, Timestamp, endpoint, endpoints};
use weixin_protocol::{AppId, OpenId};

endpoints![GetUserInfo, BatchGetUserInfo, GetFollowers, SetRemark, ChangeOpenIds];

/// Gives what the account may know of one user. `GET /cgi-bin/user/info`
#[endpoint(GET "/cgi-bin/user/info", title = "获取用户基本信息（UnionID 机制）",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), bare, reply = UserInfo)]
pub struct GetUserInfo {
    /// The user.
    pub openid: OpenId,
    /// The language of what is answered.
    pub lang: Option<Language>,
}

/// Gives what the account may know of up to 100 users.
/// `POST /cgi-bin/user/info/batchget`
#[endpoint(POST "/cgi-bin/user/info/batchget", title = "批量获取用户基本信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), retry = safe, bare, reply = UserInfoList)]
pub struct BatchGetUserInfo {
    /// 1 to 100 users.
    pub user_list: Vec<UserQuery>,
}

/// One user of a [`BatchGetUserInfo`].
#[endpoint(part)]
pub struct UserQuery {
    /// The user.
    pub openid: OpenId,
    /// The language of what is answered.
    pub lang: Option<Language>,
}

impl From<OpenId> for UserQuery {
    fn from(openid: OpenId) -> Self {
        Self::new(openid)
    }
}

/// A language the platform speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Language {
    /// Simplified Chinese.
    #[serde(rename = "zh_CN")]
    SimplifiedChinese,
    /// Traditional Chinese.
    #[serde(rename = "zh_TW")]
    TraditionalChinese,
    /// English.
    #[serde(rename = "en")]
    English,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// What the account may know of a user. Of one who does not follow it only the openid, and the
/// unionid if there is one.
#[endpoint(part)]
pub struct UserInfo {
    /// Whether the user follows the account.
    #[serde(with = "weixin_api::flag")]
    pub subscribe: bool,
    /// The user, at this account.
    pub openid: OpenId,
    /// The same person at all accounts of one Open Platform account.
    pub unionid: Option<String>,
    /// The name the user has chosen. Not told any more since the end of 2021.
    pub nickname: Option<String>,
    /// 1 male, 2 female, 0 unknown. Not told any more since the end of 2021.
    pub sex: Option<u8>,
    /// The user's city. Not told any more since the end of 2021.
    pub city: Option<String>,
    /// The user's province. Not told any more since the end of 2021.
    pub province: Option<String>,
    /// The user's country. Not told any more since the end of 2021.
    pub country: Option<String>,
    /// The address of the user's picture. Not told any more since the end of 2021.
    pub headimgurl: Option<String>,
    /// The language of the user's app.
    pub language: Option<Language>,
    /// When the user last followed the account.
    pub subscribe_time: Option<Timestamp>,
    /// By which way, for instance `ADD_SCENE_QR_CODE`.
    pub subscribe_scene: Option<String>,
    /// The account's note on the user.
    pub remark: Option<String>,
    /// The user's group, in the older form of tags.
    pub groupid: Option<u64>,
    /// The user's tags.
    pub tagid_list: Option<Vec<u64>>,
    /// The number in the QR code that brought the user.
    pub qr_scene: Option<u32>,
    /// The text in the QR code that brought the user.
    pub qr_scene_str: Option<String>,
}

/// What the account may know of several users.
#[endpoint(part)]
pub struct UserInfoList {
    /// One for each user asked for.
    pub user_info_list: Vec<UserInfo>,
}

/// Gives the openids of the followers, 10,000 at a time. `GET /cgi-bin/user/get`
///
/// `wx.users().followers().pages()` walks through all of them.
#[endpoint(GET "/cgi-bin/user/get", title = "获取用户列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html",
    scope(official), bare, reply = Followers)]
pub struct GetFollowers {
    /// The follower after whom to begin; from the start if `None`.
    pub next_openid: Option<OpenId>,
}

/// One page of the followers.
#[endpoint(part)]
pub struct Followers {
    /// How many there are.
    pub total: u64,
    /// How many are on this page.
    pub count: u64,
    /// The page; `None` when it is empty.
    pub data: Option<FollowerIds>,
    /// The last one of this page; empty at the end of the list.
    #[serde(default)]
    pub next_openid: OpenId,
}

/// The followers of one page.
#[endpoint(part)]
pub struct FollowerIds {
    /// Their openids.
    pub openid: Vec<OpenId>,
}

impl Paged for GetFollowers {
    type Item = OpenId;

    fn turn(self, page: Followers) -> (Vec<OpenId>, Option<Self>) {
        let followers = page.data.map(|data| data.openid).unwrap_or_default();
        // The last page may still name its last follower.
        let more = !followers.is_empty() && !page.next_openid.is_empty();
        let next = more.then(|| Self::new().next_openid(page.next_openid));
        (followers, next)
    }
}

/// Sets the account's note on a follower. `POST /cgi-bin/user/info/updateremark`
#[endpoint(POST "/cgi-bin/user/info/updateremark", title = "设置用户备注名",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Configuring_user_notes.html",
    scope(official), retry = safe)]
pub struct SetRemark {
    /// The follower.
    pub openid: OpenId,
    /// The note: up to 30 characters.
    pub remark: String,
}

/// Gives the openids that followers got when their account moved to this one.
/// `POST /cgi-bin/changeopenid`
#[endpoint(POST "/cgi-bin/changeopenid", title = "公众号迁移后用户 openid 转换",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), retry = safe, reply = ChangedOpenIds)]
pub struct ChangeOpenIds {
    /// The account they followed before.
    pub from_appid: AppId,
    /// Their openids there: up to 100.
    pub openid_list: Vec<OpenId>,
}

/// The new openids of followers.
#[endpoint(part)]
pub struct ChangedOpenIds {
    /// One for each that was asked for.
    pub result_list: Vec<ChangedOpenId>,
}

/// The new openid of a follower.
#[endpoint(part)]
pub struct ChangedOpenId {
    /// The one before.
    pub ori_openid: OpenId,
    /// The new one, if there is one.
    pub new_openid: Option<OpenId>,
    /// `ok`, or why there is none.
    pub err_msg: String,
}

/// The group as a client has it: `wx.users()`.
#[derive(Debug)]
pub struct Users<'c, C: ?Sized>(&'c C);

/// Gives a client `users()`.
pub trait UsersApi: Caller {
    /// Followers (用户管理).
    fn users(&self) -> Users<'_, Self> {
        Users(self)
    }
}

impl<C: Caller + ?Sized> UsersApi for C where GetUserInfo: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Users<'c, C> {
    /// What is known of one user; see [`GetUserInfo`].
    pub fn info(&self, openid: impl Into<OpenId>) -> Call<'c, C, GetUserInfo> {
        Call::new(self.0, GetUserInfo::new(openid))
    }

    /// What is known of up to 100 users; see [`BatchGetUserInfo`].
    pub fn info_of(&self, users: impl Into<Vec<UserQuery>>) -> Call<'c, C, BatchGetUserInfo> {
        Call::new(self.0, BatchGetUserInfo::new(users))
    }

    /// The followers, a page when awaited, all of them with
    /// [`pages`](weixin_api::Call::pages); see [`GetFollowers`].
    pub fn followers(&self) -> Call<'c, C, GetFollowers> {
        Call::new(self.0, GetFollowers::new())
    }

    /// Sets the note on a follower; see [`SetRemark`].
    pub fn set_remark(
        &self,
        openid: impl Into<OpenId>,
        remark: impl Into<String>,
    ) -> Call<'c, C, SetRemark> {
        Call::new(self.0, SetRemark::new(openid, remark))
    }

    /// The new openids of followers; see [`ChangeOpenIds`].
    pub fn change_openids(
        &self,
        from_appid: impl Into<AppId>,
        openid_list: impl Into<Vec<OpenId>>,
    ) -> Call<'c, C, ChangeOpenIds> {
        Call::new(self.0, ChangeOpenIds::new(from_appid, openid_list))
    }
}
