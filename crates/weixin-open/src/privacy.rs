//! What a Mini Program tells its users of their privacy, and which private data it may read (用户隐私保护指引, 隐私接口). `/cgi-bin/component/*privacy*`, `/wxa/security/*_privacy_interface`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, inbound};

group! {
    /// Users' privacy (用户隐私保护指引, 隐私接口).
    privacy: [SetPrivacySetting, GetPrivacySetting, UploadPrivacyFile, ApplyPrivacyInterface, GetPrivacyInterfaces]
}

weixin_protocol::messages![PrivacyInterfaceAudited];

/// Gives what the Mini Program tells its users of their privacy.
#[endpoint(POST "/cgi-bin/component/getprivacysetting", title = "获取小程序用户隐私保护指引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/getPrivacySetting.html",
    scope(mini), retry = safe, reply = PrivacySetting, call = privacy.get)]
pub struct GetPrivacySetting {
    /// Which version; that in development if left out.
    pub privacy_ver: Option<PrivacyVersion>,
}

int_enum! {
    /// A version of what users are told.
    pub enum PrivacyVersion {
        /// The one they are shown.
        Released = 1,
        /// The one in development, which is released with the code.
        Development = 2,
    }
}

/// What a Mini Program tells its users of their privacy.
#[endpoint(part, reply_to(GetPrivacySetting))]
pub struct PrivacySetting {
    /// Whether code has been uploaded.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub code_exist: Option<bool>,
    /// The kinds of data that the code was seen to read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub privacy_list: Vec<String>,
    /// What the kinds are read for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub setting_list: Vec<PrivacyUse>,
    /// Who reads them.
    pub owner_setting: Option<PrivacyOwner>,
    /// Every kind there is.
    pub privacy_desc: Option<PrivacyKinds>,
    /// What is read by components of others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_privacy_info_list: Vec<SdkPrivacy>,
    /// When it was changed.
    pub update_time: Option<Timestamp>,
}

/// What a kind of data is read for.
#[endpoint(part)]
pub struct PrivacyUse {
    /// The kind, as in `UserInfo` or `Location`.
    pub privacy_key: String,
    /// What it is read for.
    pub privacy_text: String,
    /// The name of the kind; not for requests.
    pub privacy_label: Option<String>,
}

/// Who reads the data of users. At least one way to reach them is given.
#[endpoint(part)]
pub struct PrivacyOwner {
    /// A telephone number.
    pub contact_phone: Option<String>,
    /// An e-mail address.
    pub contact_email: Option<String>,
    /// A QQ number.
    pub contact_qq: Option<String>,
    /// A WeChat name.
    pub contact_weixin: Option<String>,
    /// How users are told of changes. Requests need it.
    pub notice_method: Option<String>,
    /// How long the data are kept, in words; as long as is needed if left out.
    pub store_expire_timestamp: Option<String>,
    /// A text of one's own, uploaded by [`UploadPrivacyFile`].
    pub ext_file_media_id: Option<String>,
}

/// Every kind of data there is.
#[endpoint(part)]
pub struct PrivacyKinds {
    /// The kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub privacy_desc_list: Vec<PrivacyKind>,
}

/// A kind of data.
#[endpoint(part)]
pub struct PrivacyKind {
    /// What names it in calls.
    pub privacy_key: String,
    /// Its name.
    pub privacy_desc: Option<String>,
}

/// What a component of somebody else reads.
#[endpoint(part)]
pub struct SdkPrivacy {
    /// The component.
    pub sdk_name: Option<String>,
    /// Whose it is.
    pub sdk_biz_name: Option<String>,
    /// What it reads, and what for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_list: Vec<PrivacyUse>,
}

/// Sets what the Mini Program tells its users of their privacy. What is changed in the version in
/// development is released with the code.
///
/// 86074: there is no released version to be changed.
#[endpoint(POST "/cgi-bin/component/setprivacysetting", title = "设置小程序用户隐私保护指引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/setPrivacySetting.html",
    scope(mini), retry = safe, call = privacy.set)]
pub struct SetPrivacySetting {
    /// Who reads the data.
    pub owner_setting: PrivacyOwner,
    /// Which version; that in development if left out. Of the released one only `owner_setting` can
    /// be changed.
    pub privacy_ver: Option<PrivacyVersion>,
    /// What the kinds are read for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub setting_list: Vec<PrivacyUse>,
    /// What is read by components of others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_privacy_info_list: Vec<SdkPrivacy>,
}

/// Uploads a text of one's own for users to read.
#[endpoint(POST "/cgi-bin/component/uploadprivacyextfile", title = "上传小程序用户隐私保护指引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/uploadPrivacySetting.html",
    scope(mini), reply = PrivacyFile, call = privacy.upload)]
pub struct UploadPrivacyFile {
    /// A text file of up to 100 KB.
    #[part]
    pub file: FilePart,
}

/// A text that was uploaded.
#[endpoint(part, reply_to(UploadPrivacyFile))]
pub struct PrivacyFile {
    /// Its id.
    pub ext_file_media_id: String,
}

/// Asks for the right to a call that reads private data; the answer is pushed as
/// [`PrivacyInterfaceAudited`].
#[endpoint(POST "/wxa/security/apply_privacy_interface", title = "申请地理位置接口",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-api-management/applyPrivacyInterface.html",
    scope(mini), reply = PrivacyInterfaceRequest, call = privacy.apply)]
pub struct ApplyPrivacyInterface {
    /// The call, as in `wx.chooseAddress`.
    pub api_name: String,
    /// What it is needed for.
    pub content: String,
    /// Addresses that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub url_list: Vec<String>,
    /// Pictures that show it: media ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pic_list: Vec<String>,
    /// Films that show it: media ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub video_list: Vec<String>,
}

/// A right that was asked for.
#[endpoint(part, reply_to(ApplyPrivacyInterface))]
pub struct PrivacyInterfaceRequest {
    /// The review.
    pub audit_id: Option<u64>,
}

/// Gives the calls that read private data and need a right of their own, and whether the Mini
/// Program has it.
#[endpoint(GET "/wxa/security/get_privacy_interface", title = "获取地理位置接口列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-api-management/getPrivacyInterface.html",
    scope(mini), reply = PrivacyInterfaces, call = privacy.interfaces)]
pub struct GetPrivacyInterfaces {}

/// Calls that read private data.
#[endpoint(part, reply_to(GetPrivacyInterfaces))]
pub struct PrivacyInterfaces {
    /// The calls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interface_list: Vec<PrivacyInterface>,
}

/// A call that reads private data.
#[endpoint(part)]
pub struct PrivacyInterface {
    /// The call.
    pub api_name: String,
    /// Its Chinese name.
    pub api_ch_name: Option<String>,
    /// What it does.
    pub api_desc: Option<String>,
    /// When the right was asked for.
    pub apply_time: Option<Timestamp>,
    /// Whether the Mini Program has the right.
    pub status: Option<PrivacyInterfaceStatus>,
    /// The review.
    pub audit_id: Option<u64>,
    /// Why there is no right.
    pub fail_reason: Option<String>,
    /// The address of its documentation.
    pub api_link: Option<String>,
    /// The group it belongs to.
    pub group_name: Option<String>,
}

int_enum! {
    /// Whether a Mini Program has the right to a call.
    pub enum PrivacyInterfaceStatus {
        /// It may ask for it.
        NotApplied = 1,
        /// It may not have it.
        NotAllowed = 2,
        /// It has asked.
        Reviewing = 3,
        /// It was refused.
        Refused = 4,
        /// It has it.
        Granted = 5,
    }
}

/// The review of a right to a call is over. Event `wxa_privacy_apply`.
#[inbound(event = "wxa_privacy_apply", scope(mini))]
pub struct PrivacyInterfaceAudited {
    /// From whom, to whom, when.
    pub header: Header,
    /// What came of it.
    #[field(name = "result_info")]
    pub result_info: Option<PrivacyAudit>,
}

/// What came of the review of a right to a call.
#[inbound(part)]
pub struct PrivacyAudit {
    /// The call.
    #[field(name = "api_name")]
    pub api_name: Option<String>,
    /// When the right was asked for.
    #[field(name = "apply_time")]
    pub apply_time: Option<i64>,
    /// The review.
    #[field(name = "audit_id")]
    pub audit_id: Option<u64>,
    /// When it was reviewed.
    #[field(name = "audit_time")]
    pub audit_time: Option<i64>,
    /// Why it was refused.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// Whether the right was given; `reason` is there if it was not.
    #[field(name = "status")]
    pub status: Option<i64>,
}
