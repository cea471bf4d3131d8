//! Privacy notices and private data of Mini Programs (用户隐私保护指引, 隐私接口).
//! `/cgi-bin/component/*privacy*`, `/wxa/security/*_privacy_interface`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound};

group! {
    /// Privacy notices and private data (用户隐私保护指引, 隐私接口).
    privacy: [
        SetPrivacySetting, GetPrivacySetting, UploadPrivacyFile, ApplyPrivacyInterface,
        GetPrivacyInterfaces,
    ]
}

weixin_api::string_id! {
    /// A privacy notice that was uploaded as a file (ext_file_media_id).
    PrivacyFileId
}

weixin_api::integer_id! {
    /// The review of an interface that reads private data (审核单 ID, audit_id).
    PrivacyAuditId(u64)
}

weixin_protocol::messages![PrivacyInterfaceAudited];

/// Returns the privacy notice of the Mini Program (用户隐私保护指引).
#[endpoint(POST "/cgi-bin/component/getprivacysetting", title = "获取小程序用户隐私保护指引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/getPrivacySetting.html",
    scope(mini), retry = safe, reply = PrivacySetting, call = privacy.get)]
pub struct GetPrivacySetting {
    /// Which version; [`PrivacyVersion::Development`] if left out.
    pub privacy_ver: Option<PrivacyVersion>,
}

int_enum! {
    /// A version of the privacy notice.
    pub enum PrivacyVersion {
        /// The version that users see (现网版本).
        Released = 1,
        /// The version in development, which is released with the code (开发版).
        Development = 2,
    }
}

/// The privacy notice of a Mini Program.
#[endpoint(part, reply_to(GetPrivacySetting))]
pub struct PrivacySetting {
    /// Whether code was uploaded.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub code_exist: Option<bool>,
    /// The kinds of private data that the code was found to read, such as `UserInfo`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub privacy_list: Vec<String>,
    /// The uses of private data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub setting_list: Vec<PrivacyUse>,
    /// Who uses the data, and how to reach them.
    pub owner_setting: Option<PrivacyOwner>,
    /// All kinds of private data.
    pub privacy_desc: Option<PrivacyKinds>,
    /// Private data that components of others read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_privacy_info_list: Vec<SdkPrivacy>,
    /// When the notice was last changed.
    pub update_time: Option<Timestamp>,
}

/// A use of private data.
#[endpoint(part)]
pub struct PrivacyUse {
    /// The kind of data, such as `UserInfo` or `Location`.
    pub privacy_key: String,
    /// What the data are used for.
    pub privacy_text: String,
    /// The Chinese name of the kind; only in replies.
    pub privacy_label: Option<String>,
}

/// Who uses private data. At least one way of contact is needed.
#[endpoint(part)]
pub struct PrivacyOwner {
    /// A telephone number.
    pub contact_phone: Option<String>,
    /// An e-mail address.
    pub contact_email: Option<String>,
    /// A QQ number.
    pub contact_qq: Option<String>,
    /// A WeChat ID (微信号).
    pub contact_weixin: Option<String>,
    /// How users are notified of changes, in words; needed in requests.
    pub notice_method: Option<String>,
    /// How long the data are stored, in words; as long as necessary if left out.
    pub store_expire_timestamp: Option<String>,
    /// A privacy notice of the account's own, as [`UploadPrivacyFile`] returned it.
    pub ext_file_media_id: Option<PrivacyFileId>,
}

/// All kinds of private data.
#[endpoint(part)]
pub struct PrivacyKinds {
    /// The kinds with their descriptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub privacy_desc_list: Vec<PrivacyKind>,
}

/// A kind of private data.
#[endpoint(part)]
pub struct PrivacyKind {
    /// The key of the kind, such as `UserInfo`.
    pub privacy_key: String,
    /// The Chinese description of the kind.
    pub privacy_desc: Option<String>,
}

/// The private data that a component of somebody else reads.
#[endpoint(part)]
pub struct SdkPrivacy {
    /// The name of the component.
    pub sdk_name: Option<String>,
    /// The provider of the component.
    pub sdk_biz_name: Option<String>,
    /// The uses of private data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_list: Vec<PrivacyUse>,
}

/// Sets the privacy notice of the Mini Program. Changes to the version in development are released
/// with the code.
///
/// Fails with 86074 when there is no released version to change.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::privacy::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let owner = PrivacyOwner::new().contact_email("privacy@example.com").notice_method("弹窗");
/// let uses = [PrivacyUse::new("PhoneNumber", "登录,联系取餐")];
/// wx.privacy().set(owner).with(|setting| setting.setting_list(uses)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/component/setprivacysetting", title = "设置小程序用户隐私保护指引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/setPrivacySetting.html",
    scope(mini), retry = safe, call = privacy.set)]
pub struct SetPrivacySetting {
    /// Who uses the data, and how to reach them.
    pub owner_setting: PrivacyOwner,
    /// Which version; [`PrivacyVersion::Development`] if left out. Of the released version only
    /// `owner_setting` can change.
    pub privacy_ver: Option<PrivacyVersion>,
    /// The uses of private data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub setting_list: Vec<PrivacyUse>,
    /// Private data that components of others read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sdk_privacy_info_list: Vec<SdkPrivacy>,
}

/// Uploads a privacy notice of the account's own.
#[endpoint(POST "/cgi-bin/component/uploadprivacyextfile", title = "上传小程序用户隐私保护指引",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-management/uploadPrivacySetting.html",
    scope(mini), reply = PrivacyFile, call = privacy.upload)]
pub struct UploadPrivacyFile {
    /// A text file of up to 100 KB.
    #[part]
    pub file: FilePart,
}

/// A privacy notice that was uploaded.
#[endpoint(part, reply_to(UploadPrivacyFile))]
pub struct PrivacyFile {
    /// The id of the file, for [`PrivacyOwner`].
    pub ext_file_media_id: PrivacyFileId,
}

/// Requests the permission to use an interface that reads private data. The result is pushed as
/// [`PrivacyInterfaceAudited`].
#[endpoint(POST "/wxa/security/apply_privacy_interface", title = "申请地理位置接口",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-api-management/applyPrivacyInterface.html",
    scope(mini), reply = PrivacyInterfaceRequest, call = privacy.apply)]
pub struct ApplyPrivacyInterface {
    /// The interface, such as `wx.chooseAddress`.
    pub api_name: String,
    /// Why the interface is needed.
    pub content: String,
    /// Addresses of pages that show the need.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub url_list: Vec<String>,
    /// Screenshots that show the need, as media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pic_list: Vec<MediaId>,
    /// Videos that show the need, as media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub video_list: Vec<MediaId>,
}

/// A requested permission.
#[endpoint(part, reply_to(ApplyPrivacyInterface))]
pub struct PrivacyInterfaceRequest {
    /// The review of the request.
    pub audit_id: Option<PrivacyAuditId>,
}

/// Returns the interfaces that read private data and need permission, and whether the Mini Program
/// has it.
#[endpoint(GET "/wxa/security/get_privacy_interface", title = "获取地理位置接口列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/privacy-api-management/getPrivacyInterface.html",
    scope(mini), reply = PrivacyInterfaces, call = privacy.interfaces)]
pub struct GetPrivacyInterfaces {}

/// The interfaces that read private data and need permission.
#[endpoint(part, reply_to(GetPrivacyInterfaces))]
pub struct PrivacyInterfaces {
    /// The interfaces with the state of their permission.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interface_list: Vec<PrivacyInterface>,
}

/// An interface that reads private data.
#[endpoint(part)]
pub struct PrivacyInterface {
    /// The interface, such as `wx.chooseAddress`.
    pub api_name: String,
    /// The Chinese name of the interface.
    pub api_ch_name: Option<String>,
    /// The Chinese description of the interface.
    pub api_desc: Option<String>,
    /// When the permission was requested.
    pub apply_time: Option<Timestamp>,
    /// Whether the Mini Program has the permission.
    pub status: Option<PrivacyInterfaceStatus>,
    /// The review of the request.
    pub audit_id: Option<PrivacyAuditId>,
    /// The reason of a rejection.
    pub fail_reason: Option<String>,
    /// The address of the interface's documentation.
    pub api_link: Option<String>,
    /// The group of the interface, such as `地理位置`.
    pub group_name: Option<String>,
}

int_enum! {
    /// Whether a Mini Program may use an interface that reads private data.
    pub enum PrivacyInterfaceStatus {
        /// The permission can be requested (待申请开通).
        NotApplied = 1,
        /// The permission cannot be requested (无权限).
        NotAllowed = 2,
        /// The request is under review (申请中).
        Reviewing = 3,
        /// The request was rejected (申请失败).
        Rejected = 4,
        /// The permission was granted (已开通).
        Granted = 5,
    }
}

/// The review of a permission to read private data has ended. The third-party platform that has
/// requested it gets this.
#[inbound(event = "wxa_privacy_apply", scope(mini))]
pub struct PrivacyInterfaceAudited {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The result of the review.
    #[field(name = "result_info")]
    pub result_info: Option<PrivacyAudit>,
}

/// The result of a permission's review.
#[inbound(part)]
pub struct PrivacyAudit {
    /// The interface, such as `wx.chooseAddress`.
    #[field(name = "api_name")]
    pub api_name: Option<String>,
    /// When the permission was requested.
    #[field(name = "apply_time")]
    pub apply_time: Option<Timestamp>,
    /// The review of the request.
    #[field(name = "audit_id")]
    pub audit_id: Option<PrivacyAuditId>,
    /// When the review ended.
    #[field(name = "audit_time")]
    pub audit_time: Option<Timestamp>,
    /// The reason of a rejection.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// The result as the platform numbers it; `reason` is set if the permission was not granted.
    #[field(name = "status")]
    pub status: Option<i64>,
}
