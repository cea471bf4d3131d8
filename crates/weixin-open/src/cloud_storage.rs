//! The files of cloud development (云开发存储). `/tcb/uploadfile`, `/tcb/batch*file`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::Secret;

use crate::ids::EnvironmentId;

group! {
    /// The files of cloud development (云开发存储).
    cloud_storage: [GetUploadLink, GetDownloadLinks, DeleteFiles, GetCloudToken]
}

weixin_api::string_id! {
    /// A file in the storage of a cloud environment (文件 ID, `cloud://…`).
    FileId
    /// A file in the object storage behind a cloud environment (cos_file_id).
    CosFileId
    /// A temporary key of Tencent Cloud's API (secretid).
    CloudSecretId
}

/// Returns the address to which a file is uploaded.
///
/// The file is sent there as `multipart/form-data` with the parts `key` (the path), `Signature`
/// (`authorization`), `x-cos-security-token` (`token`), `x-cos-meta-fileid` (`cos_file_id`) and
/// `file`.
///
/// Fails with 85088 when cloud development is not enabled.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::cloud_storage::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let link = wx.cloud_storage().upload_link(("prod-0a1b2c", "menu/tea.jpg")).await?;
/// println!("post the file to {}; it becomes {:?}", link.url, link.file_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/tcb/uploadfile", title = "获取文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/getUploadTcbFileLink.html",
    scope(mini), reply = UploadLink, call = cloud_storage.upload_link)]
pub struct GetUploadLink {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The path that the file gets.
    pub path: String,
}

/// The address to which a file is uploaded.
#[endpoint(part, reply_to(crate::cloud_batch_storage::GetBatchUploadLink, GetUploadLink))]
pub struct UploadLink {
    /// The address of the upload.
    pub url: String,
    /// The value of the part `x-cos-security-token`.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
    /// The value of the part `Signature`.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorization: Option<Secret>,
    /// The file that the upload creates.
    pub file_id: Option<FileId>,
    /// The value of the part `x-cos-meta-fileid`.
    pub cos_file_id: Option<CosFileId>,
}

/// Returns the download addresses of up to 50 files.
///
/// Fails with 85088 when cloud development is not enabled.
#[endpoint(POST "/tcb/batchdownloadfile", title = "获取文件下载链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/getDownloadTcbFileLink.html",
    scope(mini), retry = safe, reply = DownloadLinks, call = cloud_storage.download_links)]
pub struct GetDownloadLinks {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The files: up to 50.
    pub file_list: Vec<FileToDownload>,
}

/// A file whose download address is wanted.
#[endpoint(part)]
pub struct FileToDownload {
    /// The file, by its `cloud://…` id.
    pub fileid: FileId,
    /// The seconds for which the address is valid.
    pub max_age: u64,
}

/// The download addresses of files.
#[endpoint(part, reply_to(crate::cloud_batch_storage::GetBatchDownloadLinks, GetDownloadLinks))]
pub struct DownloadLinks {
    /// The addresses, one for each file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_list: Vec<DownloadLink>,
}

/// The download address of a file.
#[endpoint(part)]
pub struct DownloadLink {
    /// The file, by its `cloud://…` id.
    pub fileid: FileId,
    /// The address; missing if the file was not found.
    pub download_url: Option<String>,
    /// 0 if it succeeded; else the code of the error.
    pub status: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
}

/// Deletes up to 50 files.
///
/// Fails with 85088 when cloud development is not enabled.
#[endpoint(POST "/tcb/batchdeletefile", title = "删除文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/deleteTcbCloudFile.html",
    scope(mini), retry = safe, reply = DeletedFiles, call = cloud_storage.delete)]
pub struct DeleteFiles {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The files: up to 50.
    pub fileid_list: Vec<FileId>,
}

/// The result of deleting files.
#[endpoint(part, reply_to(crate::cloud_batch_storage::DeleteBatchFiles, DeleteFiles))]
pub struct DeletedFiles {
    /// The results, one for each file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delete_list: Vec<DeletedFile>,
}

/// The result of deleting a file.
#[endpoint(part)]
pub struct DeletedFile {
    /// The file, by its `cloud://…` id.
    pub fileid: FileId,
    /// 0 if it succeeded; else the code of the error.
    pub status: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
}

/// Returns temporary keys for the API of Tencent Cloud.
#[endpoint(POST "/tcb/getqcloudtoken", title = "获取腾讯云API调用凭证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/getCloudToken.html",
    scope(mini), retry = safe, reply = CloudToken, call = cloud_storage.token)]
pub struct GetCloudToken {
    /// The seconds for which they are valid: up to 7,200.
    pub lifespan: u64,
}

/// Temporary keys for the API of Tencent Cloud.
#[endpoint(part, reply_to(GetCloudToken))]
pub struct CloudToken {
    /// The id of the key.
    pub secretid: CloudSecretId,
    /// The secret key, which signs requests.
    #[serde(serialize_with = "weixin_api::expose")]
    pub secretkey: Secret,
    /// The session token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub token: Secret,
    /// When the keys expire.
    pub expired_time: Option<Timestamp>,
}
