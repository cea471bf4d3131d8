//! Followers (用户管理). `/cgi-bin/user/*`

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId, UnionId};

use crate::ids::{FollowerGroupId, TagId};

group! {
    /// Followers (用户管理).
    users: [GetUserInfo, BatchGetUserInfo, GetFollowers, SetRemark, ChangeOpenIds]
}

/// Returns what the account may know of one user.
///
/// Fails with 40003 when the user is unknown.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let user = wx.users().info("oP5Ge5_h5PZ8aSxjfv7yxjYZ2Lwc").await?;
/// if user.subscribe {
///     println!("{:?}, tags {:?}", user.unionid, user.tagid_list.unwrap_or_default());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/user/info", title = "获取用户基本信息（UnionID 机制）",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), no_errcode, reply = UserInfo, call = users.info)]
pub struct GetUserInfo {
    /// The user to look up.
    pub openid: OpenId,
    /// The language of country, province and city. `None`: simplified Chinese.
    pub lang: Option<Language>,
}

/// Returns what the account may know of up to 100 users.
///
/// Fails with 40032 when there are more than 100 users.
#[endpoint(POST "/cgi-bin/user/info/batchget", title = "批量获取用户基本信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html",
    scope(official), retry = safe, no_errcode, reply = UserInfoList, call = users.info_of)]
pub struct BatchGetUserInfo {
    /// The users, 1 to 100.
    pub user_list: Vec<UserQuery>,
}

/// A user in a [`BatchGetUserInfo`].
#[endpoint(part)]
pub struct UserQuery {
    /// The user to look up.
    pub openid: OpenId,
    /// The language of country, province and city. `None`: simplified Chinese.
    pub lang: Option<Language>,
}

impl From<OpenId> for UserQuery {
    fn from(openid: OpenId) -> Self {
        Self::new(openid)
    }
}

/// A language of the platform.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum Language {
    /// Simplified Chinese (简体).
    #[string_enum(rename = "zh_CN")]
    SimplifiedChinese,
    /// Traditional Chinese (繁体).
    #[string_enum(rename = "zh_TW")]
    TraditionalChinese,
    /// English.
    #[string_enum(rename = "en")]
    English,
    /// A value that this version does not know.
    Other(String),
}

/// What the account may know of a user.
///
/// Of a user who does not follow it only `subscribe`, `openid` and `unionid` are known.
#[endpoint(part, reply_to(GetUserInfo))]
pub struct UserInfo {
    /// Whether the user follows the account (是否订阅).
    #[serde(with = "weixin_api::bool_as_int")]
    pub subscribe: bool,
    /// The user, as the account knows them.
    pub openid: OpenId,
    /// The user at all accounts of the same Open Platform account. Missing if there is none.
    pub unionid: Option<UnionId>,
    /// The name the user chose. No longer returned since the end of 2021.
    pub nickname: Option<String>,
    /// The sex of the user. No longer returned since the end of 2021.
    pub sex: Option<Gender>,
    /// The city in the user's profile. No longer returned since the end of 2021.
    pub city: Option<String>,
    /// The province in the user's profile. No longer returned since the end of 2021.
    pub province: Option<String>,
    /// The country in the user's profile. No longer returned since the end of 2021.
    pub country: Option<String>,
    /// The address of the profile picture. No longer returned since the end of 2021.
    pub headimgurl: Option<String>,
    /// The language of the user's app.
    pub language: Option<Language>,
    /// When the user last followed the account.
    pub subscribe_time: Option<Timestamp>,
    /// How the user came to follow the account (关注的渠道来源).
    pub subscribe_scene: Option<SubscribeScene>,
    /// The remark of the account on the user (备注); empty if there is none.
    pub remark: Option<String>,
    /// The group of the user; groups are the predecessor of tags.
    pub groupid: Option<FollowerGroupId>,
    /// The tags of the user.
    pub tagid_list: Option<Vec<TagId>>,
    /// The number in the QR code that the user scanned to follow (二维码扫码场景). 0 if there was none.
    pub qr_scene: Option<u32>,
    /// The text in the QR code that the user scanned to follow. Empty if there was none.
    pub qr_scene_str: Option<String>,
}

int_enum! {
    /// The sex in a user's profile (性别).
    pub enum Gender {
        /// The user has not set it, or the platform does not tell it.
        Unknown = 0,
        /// Male.
        Male = 1,
        /// Female.
        Female = 2,
    }
}

/// How a user came to follow the account (用户关注的渠道来源).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SubscribeScene {
    /// The search for accounts (公众号搜索).
    #[string_enum(rename = "ADD_SCENE_SEARCH")]
    Search,
    /// The account was migrated from another one (公众号迁移).
    #[string_enum(rename = "ADD_SCENE_ACCOUNT_MIGRATION")]
    AccountMigration,
    /// A name card that somebody shared (名片分享).
    #[string_enum(rename = "ADD_SCENE_PROFILE_CARD")]
    ProfileCard,
    /// A QR code (扫描二维码).
    #[string_enum(rename = "ADD_SCENE_QR_CODE")]
    QrCode,
    /// The account's name in an article (图文页内名称点击).
    #[string_enum(rename = "ADD_SCENE_PROFILE_LINK")]
    ProfileLink,
    /// The menu in the upper right corner of an article (图文页右上角菜单).
    #[string_enum(rename = "ADD_SCENE_PROFILE_ITEM")]
    ProfileItem,
    /// The page after a payment (支付后关注).
    #[string_enum(rename = "ADD_SCENE_PAID")]
    Paid,
    /// An advertisement (微信广告).
    #[string_enum(rename = "ADD_SCENE_WECHAT_ADVERTISEMENT")]
    Advertisement,
    /// An article that another account reposted (他人转载).
    #[string_enum(rename = "ADD_SCENE_REPRINT")]
    Reprint,
    /// A live broadcast of Channels (视频号直播).
    #[string_enum(rename = "ADD_SCENE_LIVESTREAM")]
    Livestream,
    /// Channels (视频号).
    #[string_enum(rename = "ADD_SCENE_CHANNELS")]
    Channels,
    /// A Mini Program (小程序关注).
    #[string_enum(rename = "ADD_SCENE_WXA")]
    MiniProgram,
    /// Any other way (其他).
    #[string_enum(rename = "ADD_SCENE_OTHERS")]
    Others,
    /// A value that this version does not know.
    Other(String),
}

/// What the account may know of several users.
#[endpoint(part, reply_to(BatchGetUserInfo))]
pub struct UserInfoList {
    /// One entry for each user in the request.
    pub user_info_list: Vec<UserInfo>,
}

/// Returns the openids of the followers, up to 10,000 per page.
///
/// `wx.users().followers().pages()` walks through all of them.
///
/// Fails with 40003 when `next_openid` is no follower.
#[endpoint(GET "/cgi-bin/user/get", title = "获取用户列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html",
    scope(official), no_errcode, reply = Followers, call = users.followers)]
pub struct GetFollowers {
    /// The follower after whom the page begins. `None`: the first page.
    pub next_openid: Option<OpenId>,
}

/// A page of the followers.
#[endpoint(part, reply_to(GetFollowers))]
pub struct Followers {
    /// How many followers the account has.
    pub total: u64,
    /// How many followers are on this page, at most 10,000.
    pub count: u64,
    /// The followers of this page; `None` when there are none.
    pub data: Option<FollowerIds>,
    /// The last follower of this page, to pass in the next request; empty at the end of the list.
    #[serde(default)]
    pub next_openid: OpenId,
}

/// The users of a page.
#[endpoint(part)]
pub struct FollowerIds {
    /// The openids.
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

/// Sets the remark of the account on a follower (用户备注名).
///
/// Fails with 40092 when the remark is too long, with 43004 when the user does not follow the
/// account.
#[endpoint(POST "/cgi-bin/user/info/updateremark", title = "设置用户备注名",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/User_Management/Configuring_user_notes.html",
    scope(official), retry = safe, call = users.set_remark)]
pub struct SetRemark {
    /// The follower that the remark is on.
    pub openid: OpenId,
    /// The remark, up to 30 characters.
    pub remark: String,
}

/// Returns the new openids of followers whose former account was migrated to this one (公众号迁移).
///
/// This works from the day the migration is approved until 15 days after it, and only if the former
/// account did not belong to a person.
///
/// Fails with 63178 when `from_appid` is wrong or that account was not migrated to this one, with
/// 63182 when the list is empty.
#[endpoint(POST "/cgi-bin/changeopenid", title = "公众号迁移后用户 openid 转换",
    doc = "https://developers.weixin.qq.com/doc/service/api/usermanage/changeopenid/api_changeopenid.html",
    scope(official), retry = safe, reply = ChangedOpenIds, call = users.change_openids)]
pub struct ChangeOpenIds {
    /// The account they followed before.
    ///
    /// The platform's page asks for the account's original id (原始 ID, `gh_…`); developers report
    /// that its AppID (`wx…`) works and that the original id is refused. Either can be passed.
    pub from_appid: AppId,
    /// Their openids there, up to 100.
    pub openid_list: Vec<OpenId>,
}

/// The new openids of followers.
#[endpoint(part, reply_to(ChangeOpenIds))]
pub struct ChangedOpenIds {
    /// One entry for each openid in the request.
    pub result_list: Vec<ChangedOpenId>,
}

/// The new openid of a follower.
#[endpoint(part)]
pub struct ChangedOpenId {
    /// The openid at the former account.
    pub ori_openid: OpenId,
    /// The openid at this account; missing if there is none.
    pub new_openid: Option<OpenId>,
    /// `ok`, or why there is no new openid: `ori_openid error` when nobody with that openid follows
    /// the former account.
    pub err_msg: String,
}
