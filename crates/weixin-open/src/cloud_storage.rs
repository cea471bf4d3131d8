//! The files of the cloud development service (云开发存储). `/tcb/uploadfile`, `/tcb/batch*file`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::Secret;

group! {
    /// The files of the cloud development service (云开发存储).
    cloud_storage: [GetUploadLink, GetDownloadLinks, DeleteFiles, GetCloudToken]
}

/// Gives the address to which a file is uploaded.
///
/// The file goes there as `multipart/form-data` with the parts `key` (the path), `Signature`
/// (`authorization`), `x-cos-security-token` (`token`), `x-cos-meta-fileid` (`cos_file_id`) and
/// `file`.
#[endpoint(POST "/tcb/uploadfile", title = "获取文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/getUploadTcbFileLink.html",
    scope(mini), reply = UploadLink, call = cloud_storage.upload_link)]
pub struct GetUploadLink {
    /// The environment.
    pub env: String,
    /// Where the file is to be.
    pub path: String,
}

/// Where a file is uploaded.
#[endpoint(part, reply_to(crate::cloud_batch_storage::GetBatchUploadLink, GetUploadLink))]
pub struct UploadLink {
    /// The address.
    pub url: String,
    /// What goes with it.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
    /// What goes with it.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorization: Option<Secret>,
    /// The id of the file.
    pub file_id: Option<String>,
    /// Its id in the storage.
    pub cos_file_id: Option<String>,
}

/// Gives the addresses where up to 50 files are.
#[endpoint(POST "/tcb/batchdownloadfile", title = "获取文件下载链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/getDownloadTcbFileLink.html",
    scope(mini), retry = safe, reply = DownloadLinks, call = cloud_storage.download_links)]
pub struct GetDownloadLinks {
    /// The environment.
    pub env: String,
    /// The files.
    pub file_list: Vec<FileToDownload>,
}

/// A file whose address is asked for.
#[endpoint(part)]
pub struct FileToDownload {
    /// The file.
    pub fileid: String,
    /// How many seconds the address is to be good.
    pub max_age: u64,
}

/// Addresses of files.
#[endpoint(part, reply_to(crate::cloud_batch_storage::GetBatchDownloadLinks, GetDownloadLinks))]
pub struct DownloadLinks {
    /// One for each file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_list: Vec<DownloadLink>,
}

/// The address of a file.
#[endpoint(part)]
pub struct DownloadLink {
    /// The file.
    pub fileid: String,
    /// The address.
    pub download_url: Option<String>,
    /// 0, or the code of what was wrong.
    pub status: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Deletes up to 50 files.
#[endpoint(POST "/tcb/batchdeletefile", title = "删除文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/deleteTcbCloudFile.html",
    scope(mini), retry = safe, reply = DeletedFiles, call = cloud_storage.delete)]
pub struct DeleteFiles {
    /// The environment.
    pub env: String,
    /// The files.
    pub fileid_list: Vec<String>,
}

/// What became of files that were to be deleted.
#[endpoint(part, reply_to(crate::cloud_batch_storage::DeleteBatchFiles, DeleteFiles))]
pub struct DeletedFiles {
    /// One for each file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delete_list: Vec<DeletedFile>,
}

/// What became of a file that was to be deleted.
#[endpoint(part)]
pub struct DeletedFile {
    /// The file.
    pub fileid: String,
    /// 0, or the code of what was wrong.
    pub status: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Obtains what calls Tencent Cloud's own API.
#[endpoint(POST "/tcb/getqcloudtoken", title = "获取腾讯云API调用凭证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/getCloudToken.html",
    scope(mini), retry = safe, reply = CloudToken, call = cloud_storage.token)]
pub struct GetCloudToken {
    /// How many seconds it is to live: up to 7,200.
    pub lifespan: u64,
}

/// What calls Tencent Cloud's API.
#[endpoint(part, reply_to(GetCloudToken))]
pub struct CloudToken {
    /// The id.
    pub secretid: String,
    /// The key.
    #[serde(serialize_with = "weixin_api::expose")]
    pub secretkey: Secret,
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub token: Secret,
    /// When it ends.
    pub expired_time: Option<Timestamp>,
}
