//! Name, picture and settings of an account (基础信息设置). `/cgi-bin/account/*`, `/wxa/setnickname`

use weixin_api::{StringEnum, Timestamp, endpoint, group, int_enum, wire::query};
use weixin_protocol::{AppId, Header, MediaId, Secret, inbound};

use crate::ids::EnvironmentId;

group! {
    /// Name, picture and settings of the Mini Program (基础信息设置).
    basic_info: [
        SetNickname, GetAccountBasicInfo, ModifyHeadImage, ModifySignature, GetNicknameStatus,
        CheckNickname, GetSearchStatus, SetSearchStatus, GetOrderPath, RebindAdmin,
        FetchDataSetting,
    ]
}

weixin_api::string_id! {
    /// A change of the administrator that waits for its completion (换绑任务 id, taskid).
    RebindTaskId
}

weixin_api::integer_id! {
    /// The review of a name (审核单 id, audit_id).
    NicknameAuditId(u64)
}

weixin_protocol::messages![NicknameAudited];

/// Returns the account's owner, name, picture and verification, and how often they may still be
/// changed.
#[endpoint(GET "/cgi-bin/account/getaccountbasicinfo", title = "获取基本信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getAccountBasicInfo.html",
    scope(official, mini), reply = AccountBasicInfo, call = basic_info.get)]
pub struct GetAccountBasicInfo {}

/// The basic data of an account.
#[endpoint(part, reply_to(GetAccountBasicInfo))]
pub struct AccountBasicInfo {
    /// The appid of the account.
    pub appid: AppId,
    /// Whether it is an Official Account or a Mini Program.
    pub account_type: Option<AccountType>,
    /// The type of the account's owner.
    pub principal_type: Option<PrincipalType>,
    /// The name of the account's owner (主体名称).
    pub principal_name: Option<String>,
    /// The number of the owner's license or certificate (主体标识).
    pub credential: Option<String>,
    /// The state of the owner's verification by name.
    pub realname_status: Option<RealnameStatus>,
    /// The country of registration, as the platform numbers it; 1017 is China.
    pub registered_country: Option<i64>,
    /// The name of the account.
    pub nickname: Option<String>,
    /// The name of the account and its quota of changes.
    pub nickname_info: Option<NicknameInfo>,
    /// The picture of the account and its quota of changes.
    pub head_image_info: Option<HeadImageInfo>,
    /// The description of the account and its quota of changes.
    pub signature_info: Option<SignatureInfo>,
    /// The verification of the account.
    pub wx_verify_info: Option<WxVerifyInfo>,
    /// The type of organization with which the account is verified, as the platform numbers it.
    pub customer_type: Option<i64>,
}

int_enum! {
    /// The state of a verification by name (实名验证状态).
    pub enum RealnameStatus {
        /// The name was verified (实名验证成功).
        Verified = 1,
        /// The verification is under way (实名验证中).
        Verifying = 2,
        /// The verification failed (实名验证失败).
        Failed = 3,
    }
}

int_enum! {
    /// The type of an account's owner (主体类型). Other numbers are other organizations.
    pub enum PrincipalType {
        /// A person (个人).
        Person = 0,
        /// A company (企业).
        Company = 1,
    }
}

int_enum! {
    /// The type of an account (帐号类型).
    pub enum AccountType {
        /// A subscription account (订阅号).
        Subscription = 1,
        /// A service account (服务号).
        Service = 2,
        /// A Mini Program (小程序).
        MiniProgram = 3,
    }
}

/// The name of an account.
#[endpoint(part)]
pub struct NicknameInfo {
    /// The present name of the account.
    pub nickname: Option<String>,
    /// How often it was changed this year.
    pub modify_used_count: Option<i64>,
    /// How often it may be changed in a year.
    pub modify_quota: Option<i64>,
}

/// The picture of an account.
#[endpoint(part)]
pub struct HeadImageInfo {
    /// The address of the picture.
    pub head_image_url: Option<String>,
    /// How often it was changed this month.
    pub modify_used_count: Option<i64>,
    /// How often it may be changed in a month.
    pub modify_quota: Option<i64>,
}

/// The description of an account (功能介绍).
#[endpoint(part)]
pub struct SignatureInfo {
    /// The text of the description.
    pub signature: Option<String>,
    /// How often it was changed this month.
    pub modify_used_count: Option<i64>,
    /// How often it may be changed in a month.
    pub modify_quota: Option<i64>,
}

/// The verification of an account (微信认证).
#[endpoint(part)]
pub struct WxVerifyInfo {
    /// Whether the owner's qualification is verified (资质认证).
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub qualification_verify: Option<bool>,
    /// Whether the name is verified (名称认证).
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub naming_verify: Option<bool>,
    /// Whether the yearly review is due (年审); missing if the owner is not verified.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub annual_review: Option<bool>,
    /// When the yearly review starts.
    pub annual_review_begin_time: Option<Timestamp>,
    /// Until when the yearly review must be passed.
    pub annual_review_end_time: Option<Timestamp>,
}

/// Sets the picture of the account: a part of uploaded media.
///
/// Fails with 53202 when the quota of this month is used up, with 46001 when the media do not
/// exist, and with 40009 when the picture is too big.
#[endpoint(POST "/cgi-bin/account/modifyheadimage", title = "修改头像",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setHeadImage.html",
    scope(mini), call = basic_info.set_head_image)]
pub struct ModifyHeadImage {
    /// The picture, as temporary media.
    pub head_img_media_id: MediaId,
    /// The left edge of the part, as a fraction of the width: 0 to 1.
    pub x1: f64,
    /// The upper edge of the part, as a fraction of the height: 0 to 1.
    pub y1: f64,
    /// The right edge of the part, as a fraction of the width: 0 to 1.
    pub x2: f64,
    /// The lower edge of the part, as a fraction of the height: 0 to 1.
    pub y2: f64,
}

/// Sets the description of the account (功能介绍).
///
/// Fails with 53200 when the quota of this month is used up, and with 53201 when the text contains
/// forbidden words.
#[endpoint(POST "/cgi-bin/account/modifysignature", title = "修改功能介绍",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setSignature.html",
    scope(mini), retry = safe, call = basic_info.set_signature)]
pub struct ModifySignature {
    /// The description: 4 to 120 characters.
    pub signature: String,
}

/// Sets the name of the Mini Program, at once or after a review, whose result is pushed as
/// [`NicknameAudited`].
///
/// Fails with 91001 when the Mini Program was not registered by the quick way, with 91002 when it
/// is released and must be verified for another name, with 91004 when the name is not allowed, with
/// 91005 or 91008 when it is protected, with 91006 or 91007 when it is taken, and with 91009 when
/// certificates are needed.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::basic_info::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let request = wx.basic_info().set_nickname("示例茶馆").await?;
/// match request.audit_id {
///     Some(review) => println!("the name is under review: {review}"),
///     None => println!("the name was set"),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/setnickname", title = "设置小程序名称",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setNickName.html",
    scope(mini), reply = NicknameRequest, call = basic_info.set_nickname)]
pub struct SetNickname {
    /// The name: 4 to 30 characters, where a Chinese one counts as two.
    pub nick_name: String,
    /// A picture of the owner's identity card, as temporary media; for persons.
    pub id_card: Option<MediaId>,
    /// A picture of the business license, as temporary media; for organizations.
    pub license: Option<MediaId>,
    /// A further certificate, as temporary media.
    pub naming_other_stuff_1: Option<MediaId>,
    /// A further certificate, as temporary media.
    pub naming_other_stuff_2: Option<MediaId>,
    /// A further certificate, as temporary media.
    pub naming_other_stuff_3: Option<MediaId>,
    /// A further certificate, as temporary media.
    pub naming_other_stuff_4: Option<MediaId>,
    /// A further certificate, as temporary media.
    pub naming_other_stuff_5: Option<MediaId>,
}

/// The request for a name.
#[endpoint(part, reply_to(SetNickname))]
pub struct NicknameRequest {
    /// The review, for [`GetNicknameStatus`]; missing if the name was set at once.
    pub audit_id: Option<NicknameAuditId>,
    /// The certificates that the name needs.
    pub wording: Option<String>,
}

/// Returns the state of a name's review.
///
/// Fails with 91011 when there is no such review.
#[endpoint(POST "/wxa/api_wxa_querynickname", title = "查询小程序名称审核状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getNickNameStatus.html",
    scope(mini), retry = safe, reply = NicknameStatus, call = basic_info.nickname_status)]
pub struct GetNicknameStatus {
    /// The review, as [`SetNickname`] returned it.
    pub audit_id: NicknameAuditId,
}

/// The state of a name's review.
#[endpoint(part, reply_to(GetNicknameStatus))]
pub struct NicknameStatus {
    /// The requested name.
    pub nickname: Option<String>,
    /// The state of the review.
    pub audit_stat: Option<NicknameAudit>,
    /// The reason of a rejection.
    pub fail_reason: Option<String>,
    /// When the review was requested.
    pub create_time: Option<Timestamp>,
    /// When the review ended.
    pub audit_time: Option<Timestamp>,
}

int_enum! {
    /// The state of a name's review.
    pub enum NicknameAudit {
        /// The review is under way (审核中).
        Reviewing = 1,
        /// It was rejected (审核失败).
        Rejected = 2,
        /// It was approved (审核成功).
        Passed = 3,
    }
}

/// Checks whether a name would need certificates.
///
/// Fails with 53011 when it is called too often, and with 53010 and 53012 to 53018 when the name is
/// not allowed or taken.
#[endpoint(POST "/cgi-bin/wxverify/checkwxverifynickname", title = "小程序名称检测",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/checkNickName.html",
    scope(mini), retry = safe, reply = NicknameCheck, call = basic_info.check_nickname)]
pub struct CheckNickname {
    /// The name to check.
    pub nick_name: String,
}

/// Whether a name would need certificates.
#[endpoint(part, reply_to(CheckNickname))]
pub struct NicknameCheck {
    /// Whether the name contains a keyword that needs certificates (命中关键字).
    pub hit_condition: Option<bool>,
    /// Which certificates are needed, in words.
    pub wording: Option<String>,
}

/// Returns whether the Mini Program can be found by search.
#[endpoint(GET "/wxa/getwxasearchstatus", title = "获取搜索状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getSearchStatus.html",
    scope(mini), reply = SearchStatus, call = basic_info.search_status)]
pub struct GetSearchStatus {}

/// Whether a Mini Program can be found by search.
#[endpoint(part, reply_to(GetSearchStatus, SetSearchStatus))]
pub struct SearchStatus {
    /// Whether it can be found.
    pub status: Option<Searchability>,
}

int_enum! {
    /// Whether a Mini Program can be found by search (搜索状态).
    pub enum Searchability {
        /// It can be found (可搜索).
        Searchable = 0,
        /// It cannot be found (不可搜索).
        Hidden = 1,
    }
}

/// Sets whether the Mini Program can be found by search.
///
/// Fails with 85083 when the Mini Program is barred from search, and with 85084 when the status
/// cannot change at present.
#[endpoint(POST "/wxa/changewxasearchstatus", title = "设置搜索状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setSearchStatus.html",
    scope(mini), retry = safe, reply = SearchStatus, call = basic_info.set_search_status)]
pub struct SetSearchStatus {
    /// Whether it can be found.
    pub status: Searchability,
}

/// Returns the order page (订单页) of the Mini Program.
///
/// Fails with 61041 when the order page is not set.
#[endpoint(GET "/wxa/security/getorderpathinfo", title = "获取订单页path信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getOrderPathInfo.html",
    scope(mini), reply = OrderPath, call = basic_info.order_path)]
pub struct GetOrderPath {
    /// Which setting is returned.
    pub info_type: OrderPathVersion,
}

int_enum! {
    /// A setting of the order page.
    pub enum OrderPathVersion {
        /// The setting in use (线上版).
        Online = 0,
        /// The setting that is or was under review (审核版).
        Review = 1,
    }
}

/// The order page of a Mini Program.
#[endpoint(part, reply_to(GetOrderPath))]
pub struct OrderPath {
    /// The setting of the order page.
    pub msg: Option<OrderPathInfo>,
}

/// A setting of the order page.
#[endpoint(part)]
pub struct OrderPathInfo {
    /// The path of the order page.
    pub path: Option<String>,
    /// The addresses of pictures for the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub img_list: Vec<String>,
    /// The address of a video for the review.
    pub video: Option<String>,
    /// The account with which the review signs in.
    pub test_account: Option<String>,
    /// The password of that account.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub test_pwd: Option<Secret>,
    /// A remark for the review.
    pub test_remark: Option<String>,
    /// Where the setting was made, as the platform numbers it.
    pub come_from: Option<i64>,
    /// The state of the review.
    pub status: Option<OrderPathStatus>,
    /// When the setting was submitted.
    pub apply_time: Option<Timestamp>,
}

int_enum! {
    /// The state of an order page's review.
    pub enum OrderPathStatus {
        /// The review is under way (审核中).
        Reviewing = 2,
        /// It was rejected (审核失败).
        Rejected = 3,
        /// It was approved (审核通过).
        Passed = 4,
    }
}

/// Changes the administrator of a Mini Program that a third-party platform registered, after the
/// confirmation on the page of [`rebind_admin_url`].
///
/// Fails with 85060 when the task is invalid, with 85026, 85027 or 85061 when the person, by WeChat
/// ID, identity card or telephone, is the administrator of too many accounts, and with 85062 or
/// 85063 when barred.
#[endpoint(POST "/cgi-bin/account/componentrebindadmin", title = "小程序管理员换绑",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/product/Register_Mini_Programs/fast_registration_of_mini_program.html",
    scope(mini), call = basic_info.rebind_admin)]
pub struct RebindAdmin {
    /// The task, from the query of the page's redirect.
    pub taskid: RebindTaskId,
}

/// Returns the address of the page where the administrator of the Mini Program `app` is changed. It
/// redirects to `redirect_uri` with `taskid` in its query, for [`RebindAdmin`].
pub fn rebind_admin_url(component: &AppId, app: &AppId, redirect_uri: &str) -> String {
    format!(
        "https://mp.weixin.qq.com/wxopen/componentrebindadmin?appid={}&component_appid={}\
         &redirect_uri={}",
        query::encode(app.as_str()),
        query::encode(component.as_str()),
        query::encode(redirect_uri),
    )
}

/// Returns or sets how WeChat fetches data for the Mini Program in advance (数据预拉取) and periodically
/// (数据周期性更新).
#[endpoint(POST "/wxa/fetchdatasetting", title = "获取/设置数据预拉取和数据周期性更新",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getFetchdataSetting.html",
    scope(mini), retry = safe, reply = FetchData, call = basic_info.fetch_data)]
pub struct FetchDataSetting {
    /// Whether settings are returned or set.
    pub action: FetchDataAction,
    /// Whether data are fetched before the Mini Program starts.
    pub is_pre_fetch_open: Option<bool>,
    /// Where data are fetched from in advance.
    pub pre_fetch_type: Option<FetchSource>,
    /// The address; for [`FetchSource::Address`].
    pub pre_fetch_url: Option<String>,
    /// The cloud environment; for [`FetchSource::Cloud`].
    pub pre_env: Option<EnvironmentId>,
    /// The cloud function; for [`FetchSource::Cloud`].
    pub pre_function_name: Option<String>,
    /// Whether data are fetched periodically.
    pub is_period_fetch_open: Option<bool>,
    /// Where data are fetched from periodically.
    pub period_fetch_type: Option<FetchSource>,
    /// The address; for [`FetchSource::Address`].
    pub period_fetch_url: Option<String>,
    /// The cloud environment; for [`FetchSource::Cloud`].
    pub period_env: Option<EnvironmentId>,
    /// The cloud function; for [`FetchSource::Cloud`].
    pub period_function_name: Option<String>,
}

int_enum! {
    /// Where data are fetched from (数据来源).
    pub enum FetchSource {
        /// A web address (开发者服务器).
        Address = 0,
        /// A cloud function (云函数).
        Cloud = 1,
    }
}

/// What is done with the settings of fetched data.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum FetchDataAction {
    /// Returns the settings.
    #[string_enum(rename = "get")]
    Get,
    /// Sets how data are fetched in advance (数据预拉取).
    #[string_enum(rename = "set_pre_fetch")]
    SetPreFetch,
    /// Sets how data are fetched periodically (数据周期性更新).
    #[string_enum(rename = "set_period_fetch")]
    SetPeriodFetch,
    /// A value that this version does not know.
    Other(String),
}

/// How WeChat fetches data for a Mini Program.
#[endpoint(part, reply_to(FetchDataSetting))]
pub struct FetchData {
    /// Whether data are fetched before the Mini Program starts.
    pub is_pre_fetch_open: Option<bool>,
    /// Where data are fetched from in advance.
    pub pre_fetch_type: Option<FetchSource>,
    /// The address; for [`FetchSource::Address`].
    pub pre_fetch_url: Option<String>,
    /// The cloud environment; for [`FetchSource::Cloud`].
    pub pre_env: Option<EnvironmentId>,
    /// The cloud function; for [`FetchSource::Cloud`].
    pub pre_function_name: Option<String>,
    /// Whether data are fetched periodically.
    pub is_period_fetch_open: Option<bool>,
    /// Where data are fetched from periodically.
    pub period_fetch_type: Option<FetchSource>,
    /// The address; for [`FetchSource::Address`].
    pub period_fetch_url: Option<String>,
    /// The cloud environment; for [`FetchSource::Cloud`].
    pub period_env: Option<EnvironmentId>,
    /// The cloud function; for [`FetchSource::Cloud`].
    pub period_function_name: Option<String>,
}

/// The review of a Mini Program's name has ended. The third-party platform that has set the name
/// gets it.
#[inbound(event = "wxa_nickname_audit", scope(mini))]
pub struct NicknameAudited {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The result of the review.
    #[field(name = "ret")]
    pub ret: Option<NicknameAudit>,
    /// The requested name.
    #[field(name = "nickname")]
    pub nickname: Option<String>,
    /// The reason of a rejection.
    #[field(name = "reason")]
    pub reason: Option<String>,
}
