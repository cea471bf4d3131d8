//! Code of a Mini Program, up to its test version (代码上传, 体验版). `/wxa/commit`, `/wxa/get_page`, `/wxa/get_qrcode`

use weixin_api::{Download, Timestamp, endpoint, group};

group! {
    /// Code of the Mini Program, up to its test version (代码上传).
    code_upload: [CommitCode, GetCodePages, GetTrialQrCode, GetCodePrivacyInfo, GetVersionInfo]
}

/// Gives the Mini Program the code of a template, as its test version.
///
/// 85043: the template is faulty; 85044: the code is too big; 85045 and 85048: `ext_json` names a
/// page that is not there, or cannot be read; 9402202: too much at the same time.
#[endpoint(POST "/wxa/commit", title = "上传代码并生成体验版",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/commit.html",
    scope(mini), call = code_upload.commit)]
pub struct CommitCode {
    /// The template; see [`GetTemplates`](crate::code_template::GetTemplates).
    pub template_id: String,
    /// What `ext.json` is to hold, as JSON in a text: with `extAppid`, `ext`, and whatever else
    /// replaces what the template says.
    pub ext_json: String,
    /// A version number of one's own: up to 64 characters.
    pub user_version: String,
    /// A description of one's own.
    pub user_desc: String,
}

/// Gives the pages of the code that was uploaded last.
#[endpoint(GET "/wxa/get_page", title = "获取已上传的代码页面列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getCodePage.html",
    scope(mini), reply = CodePages, call = code_upload.pages)]
pub struct GetCodePages {}

/// The pages of a Mini Program.
#[endpoint(part, reply_to(GetCodePages))]
pub struct CodePages {
    /// Their paths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_list: Vec<String>,
}

/// Draws the code with which testers open the test version.
#[endpoint(GET "/wxa/get_qrcode", title = "获取体验版二维码",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getTrialQRCode.html",
    scope(mini), reply = Download, call = code_upload.trial_qr_code)]
pub struct GetTrialQrCode {
    /// The page with its query, such as `page/index?action=1`; the first page if left out.
    pub path: Option<String>,
}

/// Tells which private data the uploaded code reads without the right to.
///
/// 61039: the code is still being looked at, ask again; 61040: it reads some that was not asked
/// for.
#[endpoint(GET "/wxa/security/get_code_privacy_info", title = "获取隐私接口检测结果",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getCodePrivacyInfo.html",
    scope(mini), reply = CodePrivacyInfo, call = code_upload.privacy)]
pub struct GetCodePrivacyInfo {}

/// The calls of a Mini Program's code that read private data without the right to.
#[endpoint(part, reply_to(GetCodePrivacyInfo))]
pub struct CodePrivacyInfo {
    /// Those that the Mini Program has no right to; see
    /// [`ApplyPrivacyInterface`](crate::privacy::ApplyPrivacyInterface).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_auth_list: Vec<String>,
    /// Those that its `app.json` does not declare.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_conf_list: Vec<String>,
}

/// Tells which code is the test version and which is released.
#[endpoint(POST "/wxa/getversioninfo", title = "查询小程序版本信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getVersionInfo.html",
    scope(mini), retry = safe, reply = VersionInfo, call = code_upload.versions)]
pub struct GetVersionInfo {}

/// The versions of a Mini Program.
#[endpoint(part, reply_to(GetVersionInfo))]
pub struct VersionInfo {
    /// The test version; `None` if there is none.
    pub exp_info: Option<TrialVersion>,
    /// What is released; `None` if nothing is.
    pub release_info: Option<ReleasedVersion>,
}

/// The test version of a Mini Program.
#[endpoint(part)]
pub struct TrialVersion {
    /// When it was uploaded.
    pub exp_time: Option<Timestamp>,
    /// Its version.
    pub exp_version: Option<String>,
    /// Its description.
    pub exp_desc: Option<String>,
}

/// The released version of a Mini Program.
#[endpoint(part)]
pub struct ReleasedVersion {
    /// When it was released.
    pub release_time: Option<Timestamp>,
    /// Its version.
    pub release_version: Option<String>,
    /// Its description.
    pub release_desc: Option<String>,
}
