//! Followers (用户管理). `/cgi-bin/user/*`

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::{AppId, OpenId};

group! {
    /// Followers (用户管理).
    users: [GetUserInfo, BatchGetUserInfo, GetFollowers, SetRemark, ChangeOpenIds]
}

/// Gives what the account may know of one user.
#[endpoint(GET "/cgi-bin/user/info", title = "获取用户基本信息（UnionID 机制）",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), no_errcode, reply = UserInfo, call = users.info)]
pub struct GetUserInfo {
    /// The user.
    pub openid: OpenId,
    /// The language of what is answered.
    pub lang: Option<Language>,
}

/// Gives what the account may know of up to 100 users.
#[endpoint(POST "/cgi-bin/user/info/batchget", title = "批量获取用户基本信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), retry = safe, no_errcode, reply = UserInfoList, call = users.info_of)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Language {
    /// Simplified Chinese.
    #[string_enum(rename = "zh_CN")]
    SimplifiedChinese,
    /// Traditional Chinese.
    #[string_enum(rename = "zh_TW")]
    TraditionalChinese,
    /// English.
    #[string_enum(rename = "en")]
    English,
    /// A value that this version does not know.
    Other(String),
}

/// What the account may know of a user. Of one who does not follow it only the openid, and the
/// unionid if there is one.
#[endpoint(part, reply_to(GetUserInfo))]
pub struct UserInfo {
    /// Whether the user follows the account.
    #[serde(with = "weixin_api::bool_as_int")]
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
#[endpoint(part, reply_to(BatchGetUserInfo))]
pub struct UserInfoList {
    /// One for each user asked for.
    pub user_info_list: Vec<UserInfo>,
}

/// Gives the openids of the followers, 10,000 at a time.
///
/// `wx.users().followers().pages()` walks through all of them.
#[endpoint(GET "/cgi-bin/user/get", title = "获取用户列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html",
    scope(official), no_errcode, reply = Followers, call = users.followers)]
pub struct GetFollowers {
    /// The follower after whom to begin; from the start if `None`.
    pub next_openid: Option<OpenId>,
}

/// One page of the followers.
#[endpoint(part, reply_to(GetFollowers))]
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

    fn split_page(self, page: Followers) -> (Vec<OpenId>, Option<Self>) {
        let followers = page.data.map(|data| data.openid).unwrap_or_default();
        // The last page may still name its last follower.
        let more = !followers.is_empty() && !page.next_openid.is_empty();
        let next = more.then(|| Self::new().next_openid(page.next_openid));
        (followers, next)
    }
}

/// Sets the account's note on a follower.
#[endpoint(POST "/cgi-bin/user/info/updateremark", title = "设置用户备注名",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Configuring_user_notes.html",
    scope(official), retry = safe, call = users.set_remark)]
pub struct SetRemark {
    /// The follower.
    pub openid: OpenId,
    /// The note: up to 30 characters.
    pub remark: String,
}

/// Gives the openids that followers got when their account moved to this one.
#[endpoint(POST "/cgi-bin/changeopenid", title = "公众号迁移后用户 openid 转换",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), retry = safe, reply = ChangedOpenIds, call = users.change_openids)]
pub struct ChangeOpenIds {
    /// The account they followed before.
    pub from_appid: AppId,
    /// Their openids there: up to 100.
    pub openid_list: Vec<OpenId>,
}

/// The new openids of followers.
#[endpoint(part, reply_to(ChangeOpenIds))]
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
