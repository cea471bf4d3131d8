//! The code of a Mini Program up to its trial version (代码上传, 体验版). `/wxa/commit`, `/wxa/get_page`,
//! `/wxa/get_qrcode`

use weixin_api::{Download, Timestamp, endpoint, group};

use crate::ids::CodeTemplateId;

group! {
    /// The code of the Mini Program up to its trial version (代码上传).
    code_upload: [CommitCode, GetCodePages, GetTrialQrCode, GetCodePrivacyInfo, GetVersionInfo]
}

/// Uploads the code of a template as the trial version of the Mini Program.
///
/// Fails with 85013 when `ext_json` is invalid, with 85014 when there is no such template, with
/// 85043 when the template is faulty, with 85044 when the code is too big, with 85045 when
/// `ext_json` names a page that does not exist, with 85046 or 85047 when its `tabBar` or `pages`
/// are, with 85048 when it cannot be read, with 80066, 80067 or 80082 when a plugin cannot be used,
/// and with 9402202 when there are too many calls at a time.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::code_upload::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let ext_json = r#"{"extAppid":"wxb1a2c3d4e5f60718","ext":{"shop":42}}"#;
/// let commit = CommitCode::new("25", ext_json, "1.4.0", "可以提前点单");
/// wx.code_upload().commit(commit).await?;
/// let trial = wx.code_upload().trial_qr_code().await?;
/// println!("testers scan a QR code of {} bytes", trial.content.len());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/commit", title = "上传代码并生成体验版",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/commit.html",
    scope(mini), call = code_upload.commit)]
pub struct CommitCode {
    /// The template, from [`GetTemplates`](crate::code_template::GetTemplates).
    pub template_id: CodeTemplateId,
    /// The content of `ext.json` as JSON text: `extAppid`, `ext`, and whatever replaces settings of
    /// the template.
    pub ext_json: String,
    /// A version number: up to 64 characters.
    pub user_version: String,
    /// A description of the version.
    pub user_desc: String,
}

/// Returns the pages of the code that was uploaded last.
///
/// Fails with 86000 when the caller is no third-party platform, and with 86001 when no code was
/// uploaded.
#[endpoint(GET "/wxa/get_page", title = "获取已上传的代码页面列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getCodePage.html",
    scope(mini), reply = CodePages, call = code_upload.pages)]
pub struct GetCodePages {}

/// The pages of a Mini Program.
#[endpoint(part, reply_to(GetCodePages))]
pub struct CodePages {
    /// The paths of the pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_list: Vec<String>,
}

/// Returns the QR code with which testers open the trial version.
#[endpoint(GET "/wxa/get_qrcode", title = "获取体验版二维码",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getTrialQRCode.html",
    scope(mini), reply = Download, call = code_upload.trial_qr_code)]
pub struct GetTrialQrCode {
    /// The path of the page with its query, such as `page/index?action=1`; the home page if left
    /// out.
    pub path: Option<String>,
}

/// Returns which interfaces of the uploaded code read private data without permission.
///
/// Fails with 61039 while the code is still being checked, and with 61040 when it reads private
/// data without permission.
#[endpoint(GET "/wxa/security/get_code_privacy_info", title = "获取隐私接口检测结果",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getCodePrivacyInfo.html",
    scope(mini), reply = CodePrivacyInfo, call = code_upload.privacy)]
pub struct GetCodePrivacyInfo {}

/// The interfaces of a Mini Program's code that read private data without permission.
#[endpoint(part, reply_to(GetCodePrivacyInfo))]
pub struct CodePrivacyInfo {
    /// The interfaces for which the Mini Program has no permission; see
    /// [`ApplyPrivacyInterface`](crate::privacy::ApplyPrivacyInterface).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_auth_list: Vec<String>,
    /// The interfaces that its `app.json` does not declare.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_conf_list: Vec<String>,
}

/// Returns the trial version and the released version of the code.
#[endpoint(POST "/wxa/getversioninfo", title = "查询小程序版本信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getVersionInfo.html",
    scope(mini), retry = safe, reply = VersionInfo, call = code_upload.versions)]
pub struct GetVersionInfo {}

/// The versions of a Mini Program.
#[endpoint(part, reply_to(GetVersionInfo))]
pub struct VersionInfo {
    /// The trial version; missing if there is none.
    pub exp_info: Option<TrialVersion>,
    /// The released version; missing if nothing was released.
    pub release_info: Option<ReleasedVersion>,
}

/// The trial version of a Mini Program (体验版).
#[endpoint(part)]
pub struct TrialVersion {
    /// When it was uploaded.
    pub exp_time: Option<Timestamp>,
    /// The version number.
    pub exp_version: Option<String>,
    /// The description of the version.
    pub exp_desc: Option<String>,
}

/// The released version of a Mini Program (线上版).
#[endpoint(part)]
pub struct ReleasedVersion {
    /// When it was released.
    pub release_time: Option<Timestamp>,
    /// The version number.
    pub release_version: Option<String>,
    /// The description of the version.
    pub release_desc: Option<String>,
}
