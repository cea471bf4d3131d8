//! Name, picture and settings of a Mini Program (基础信息设置). `/cgi-bin/account/*`, `/wxa/setnickname`

use weixin_api::{Timestamp, endpoint, group, int_enum, wire::query};
use weixin_protocol::{AppId, Header, Secret, inbound};

group! {
    /// Name, picture and settings of the Mini Program (基础信息设置).
    basic_info: [SetNickname, GetAccountBasicInfo, ModifyHeadImage, ModifySignature, GetNicknameStatus, CheckNickname, GetSearchStatus, SetSearchStatus, GetOrderPath, RebindAdmin, FetchDataSetting]
}

weixin_protocol::messages![NicknameAudited];

/// Tells about the Mini Program: owner, name, picture, and how often they may still be changed.
#[endpoint(GET "/cgi-bin/account/getaccountbasicinfo", title = "获取基本信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getAccountBasicInfo.html",
    scope(official, mini), reply = AccountBasicInfo, call = basic_info.get)]
pub struct GetAccountBasicInfo {}

/// What is known of an account.
#[endpoint(part, reply_to(GetAccountBasicInfo))]
pub struct AccountBasicInfo {
    /// The account.
    pub appid: AppId,
    /// 1 a subscription account, 2 a service account, 3 a Mini Program.
    pub account_type: Option<i64>,
    /// What its owner is: 0 a person, 1 a company, and other numbers for other organizations.
    pub principal_type: Option<i64>,
    /// Who owns it.
    pub principal_name: Option<String>,
    /// The number of the owner's licence.
    pub credential: Option<String>,
    /// 1 the owner's name was confirmed, 2 it is being confirmed, 3 it could not be confirmed.
    pub realname_status: Option<i64>,
    /// In which country it was registered.
    pub registered_country: Option<i64>,
    /// Its name.
    pub nickname: Option<String>,
    /// Its name.
    pub nickname_info: Option<NicknameInfo>,
    /// Its picture.
    pub head_image_info: Option<HeadImageInfo>,
    /// Its description.
    pub signature_info: Option<SignatureInfo>,
    /// Whether it is verified.
    pub wx_verify_info: Option<WxVerifyInfo>,
    /// The type of the owner that its verification is asked for with.
    pub customer_type: Option<i64>,
}

/// The name of an account.
#[endpoint(part)]
pub struct NicknameInfo {
    /// The name.
    pub nickname: Option<String>,
    /// How often it was changed this year.
    pub modify_used_count: Option<i64>,
    /// How often it may be changed in a year.
    pub modify_quota: Option<i64>,
}

/// The picture of an account.
#[endpoint(part)]
pub struct HeadImageInfo {
    /// Its address.
    pub head_image_url: Option<String>,
    /// How often it was changed this month.
    pub modify_used_count: Option<i64>,
    /// How often it may be changed in a month.
    pub modify_quota: Option<i64>,
}

/// The description of an account.
#[endpoint(part)]
pub struct SignatureInfo {
    /// The description.
    pub signature: Option<String>,
    /// How often it was changed this month.
    pub modify_used_count: Option<i64>,
    /// How often it may be changed in a month.
    pub modify_quota: Option<i64>,
}

/// Whether an account is verified.
#[endpoint(part)]
pub struct WxVerifyInfo {
    /// Whether its owner is.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub qualification_verify: Option<bool>,
    /// Whether its name is.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub naming_verify: Option<bool>,
    /// Whether the yearly review is due. There if the owner is verified.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub annual_review: Option<bool>,
    /// From when it is.
    pub annual_review_begin_time: Option<Timestamp>,
    /// Until when it is.
    pub annual_review_end_time: Option<Timestamp>,
}

/// Gives the account another picture: a piece of an uploaded one.
///
/// 53202: no more often this month; 46001: there is no such media.
#[endpoint(POST "/cgi-bin/account/modifyheadimage", title = "修改头像",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setHeadImage.html",
    scope(mini), call = basic_info.set_head_image)]
pub struct ModifyHeadImage {
    /// The media id of a temporary picture.
    pub head_img_media_id: String,
    /// The left edge of the piece, between 0 and 1.
    pub x1: f64,
    /// The upper edge.
    pub y1: f64,
    /// The right edge.
    pub x2: f64,
    /// The lower edge.
    pub y2: f64,
}

/// Gives the account another description.
///
/// 53200: no more often this month; 53201: it holds words that are not allowed.
#[endpoint(POST "/cgi-bin/account/modifysignature", title = "修改功能介绍",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setSignature.html",
    scope(mini), retry = safe, call = basic_info.set_signature)]
pub struct ModifySignature {
    /// The description: 4 to 120 characters.
    pub signature: String,
}

/// Gives the Mini Program another name, at once or after a review, which is pushed as
/// [`NicknameAudited`].
///
/// 91001: the Mini Program was not registered in a way that allows it; 91004: the name is not
/// allowed; 91006 and 91007: it is taken; 91009: papers are needed.
#[endpoint(POST "/wxa/setnickname", title = "设置小程序名称",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setNickName.html",
    scope(mini), reply = NicknameRequest, call = basic_info.set_nickname)]
pub struct SetNickname {
    /// The name: 4 to 30 characters, where a Chinese one counts as two.
    pub nick_name: String,
    /// A picture of the owner's identity card, for persons: a media id.
    pub id_card: Option<String>,
    /// A picture of the licence, for organizations: a media id.
    pub license: Option<String>,
    /// Another paper: a media id.
    pub naming_other_stuff_1: Option<String>,
    /// Another paper: a media id.
    pub naming_other_stuff_2: Option<String>,
    /// Another paper: a media id.
    pub naming_other_stuff_3: Option<String>,
    /// Another paper: a media id.
    pub naming_other_stuff_4: Option<String>,
    /// Another paper: a media id.
    pub naming_other_stuff_5: Option<String>,
}

/// A name that was asked for.
#[endpoint(part, reply_to(SetNickname))]
pub struct NicknameRequest {
    /// The review; there is none if the name was given at once.
    pub audit_id: Option<u64>,
    /// Which papers the name needs.
    pub wording: Option<String>,
}

/// Tells how the review of a name stands.
#[endpoint(POST "/wxa/api_wxa_querynickname", title = "查询小程序名称审核状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getNickNameStatus.html",
    scope(mini), retry = safe, reply = NicknameStatus, call = basic_info.nickname_status)]
pub struct GetNicknameStatus {
    /// The review.
    pub audit_id: u64,
}

/// How the review of a name stands.
#[endpoint(part, reply_to(GetNicknameStatus))]
pub struct NicknameStatus {
    /// The name.
    pub nickname: Option<String>,
    /// Where it is.
    pub audit_stat: Option<NicknameAudit>,
    /// Why it was refused.
    pub fail_reason: Option<String>,
    /// When it was asked for.
    pub create_time: Option<Timestamp>,
    /// When it was reviewed.
    pub audit_time: Option<Timestamp>,
}

int_enum! {
    /// Where the review of a name is.
    pub enum NicknameAudit {
        /// It goes on.
        Reviewing = 1,
        /// It was refused.
        Refused = 2,
        /// It passed.
        Passed = 3,
    }
}

/// Tells whether a name would need papers.
///
/// 53011: asked too often; others from 53010 to 53018: the name is not allowed, or taken.
#[endpoint(POST "/cgi-bin/wxverify/checkwxverifynickname", title = "小程序名称检测",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/checkNickName.html",
    scope(mini), retry = safe, reply = NicknameCheck, call = basic_info.check_nickname)]
pub struct CheckNickname {
    /// The name.
    pub nick_name: String,
}

/// Whether a name would need papers.
#[endpoint(part, reply_to(CheckNickname))]
pub struct NicknameCheck {
    /// Whether it would.
    pub hit_condition: Option<bool>,
    /// What for.
    pub wording: Option<String>,
}

/// Tells whether the Mini Program can be found by searching.
#[endpoint(GET "/wxa/getwxasearchstatus", title = "获取搜索状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getSearchStatus.html",
    scope(mini), reply = SearchStatus, call = basic_info.search_status)]
pub struct GetSearchStatus {}

/// Whether a Mini Program can be found by searching.
#[endpoint(part, reply_to(GetSearchStatus, SetSearchStatus))]
pub struct SearchStatus {
    /// 0 it can, 1 it cannot.
    pub status: Option<i64>,
}

/// Sets whether the Mini Program can be found by searching.
///
/// 85083 and 85084: it is barred from being found, or cannot be changed now.
#[endpoint(POST "/wxa/changewxasearchstatus", title = "设置搜索状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/setSearchStatus.html",
    scope(mini), retry = safe, reply = SearchStatus, call = basic_info.set_search_status)]
pub struct SetSearchStatus {
    /// 0 it can, 1 it cannot.
    pub status: i64,
}

/// Tells which page is the page of orders.
///
/// 61041: there is none.
#[endpoint(GET "/wxa/security/getorderpathinfo", title = "获取订单页path信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getOrderPathInfo.html",
    scope(mini), reply = OrderPath, call = basic_info.order_path)]
pub struct GetOrderPath {
    /// 0 what is in use, 1 what is or was in review.
    pub info_type: i64,
}

/// The page of orders of a Mini Program.
#[endpoint(part, reply_to(GetOrderPath))]
pub struct OrderPath {
    /// The page.
    pub msg: Option<OrderPathInfo>,
}

/// A page of orders.
#[endpoint(part)]
pub struct OrderPathInfo {
    /// The page.
    pub path: Option<String>,
    /// Addresses of the pictures for the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub img_list: Vec<String>,
    /// The address of the film for the review.
    pub video: Option<String>,
    /// The user for the review.
    pub test_account: Option<String>,
    /// The password of that user.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub test_pwd: Option<Secret>,
    /// What else the review was told.
    pub test_remark: Option<String>,
    /// Where it was set.
    pub come_from: Option<i64>,
    /// 2 in review, 3 refused, 4 passed.
    pub status: Option<i64>,
    /// When it was asked for.
    pub apply_time: Option<Timestamp>,
}

/// Gives a Mini Program that was registered by a third-party platform another administrator, who
/// has confirmed it on the page of [`rebind_admin_url`].
#[endpoint(POST "/cgi-bin/account/componentrebindadmin", title = "小程序管理员换绑",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/product/Register_Mini_Programs/fast_registration_of_mini_program.html",
    scope(mini), call = basic_info.rebind_admin)]
pub struct RebindAdmin {
    /// What the page brought back.
    pub taskid: String,
}

/// The address of the page where the administrator of the Mini Program `app` is changed. It comes
/// back to `redirect_uri` with `taskid` in its query, for [`RebindAdmin`].
pub fn rebind_admin_url(component: &AppId, app: &AppId, redirect_uri: &str) -> String {
    format!(
        "https://mp.weixin.qq.com/wxopen/componentrebindadmin?appid={}&component_appid={}\
         &redirect_uri={}",
        query::encode(app.as_str()),
        query::encode(component.as_str()),
        query::encode(redirect_uri),
    )
}

/// Gives or sets where WeChat fetches data from before the Mini Program starts, and from time to
/// time.
#[endpoint(POST "/wxa/fetchdatasetting", title = "获取/设置数据预拉取和数据周期性更新",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/getFetchdataSetting.html",
    scope(mini), retry = safe, reply = FetchData, call = basic_info.fetch_data)]
pub struct FetchDataSetting {
    /// `get`, `set_pre_fetch` or `set_period_fetch`.
    pub action: String,
    /// Whether they are fetched before it starts.
    pub is_pre_fetch_open: Option<bool>,
    /// 0 from an address, 1 from the cloud.
    pub pre_fetch_type: Option<i64>,
    /// The address.
    pub pre_fetch_url: Option<String>,
    /// The environment in the cloud.
    pub pre_env: Option<String>,
    /// The function there.
    pub pre_function_name: Option<String>,
    /// Whether they are fetched from time to time.
    pub is_period_fetch_open: Option<bool>,
    /// 0 from an address, 1 from the cloud.
    pub period_fetch_type: Option<i64>,
    /// The address.
    pub period_fetch_url: Option<String>,
    /// The environment in the cloud.
    pub period_env: Option<String>,
    /// The function there.
    pub period_function_name: Option<String>,
}

/// Where WeChat fetches a Mini Program's data from.
#[endpoint(part, reply_to(FetchDataSetting))]
pub struct FetchData {
    /// Whether they are fetched before it starts.
    pub is_pre_fetch_open: Option<bool>,
    /// 0 from an address, 1 from the cloud.
    pub pre_fetch_type: Option<i64>,
    /// The address.
    pub pre_fetch_url: Option<String>,
    /// The environment in the cloud.
    pub pre_env: Option<String>,
    /// The function there.
    pub pre_function_name: Option<String>,
    /// Whether they are fetched from time to time.
    pub is_period_fetch_open: Option<bool>,
    /// 0 from an address, 1 from the cloud.
    pub period_fetch_type: Option<i64>,
    /// The address.
    pub period_fetch_url: Option<String>,
    /// The environment in the cloud.
    pub period_env: Option<String>,
    /// The function there.
    pub period_function_name: Option<String>,
}

/// The review of a name is over. Event `wxa_nickname_audit`.
#[inbound(event = "wxa_nickname_audit", scope(mini))]
pub struct NicknameAudited {
    /// From whom, to whom, when.
    pub header: Header,
    /// 2 it was refused, 3 it passed.
    #[field(name = "ret")]
    pub ret: Option<i64>,
    /// The name.
    #[field(name = "nickname")]
    pub nickname: Option<String>,
    /// Why it was refused.
    #[field(name = "reason")]
    pub reason: Option<String>,
}
