//! Files in the cloud environments that a third-party platform owns (批量代云开发存储, 静态网站).
//! `/componenttcb/*file*`, `/componenttcb/*static*`

use weixin_api::{endpoint, group};
use weixin_protocol::Secret;

use crate::cloud_storage::{DeletedFiles, DownloadLinks, FileId, FileToDownload, UploadLink};

use crate::ids::EnvironmentId;

group! {
    /// Files in the environments that the third-party platform owns (批量代云开发存储).
    cloud_batch_storage: [
        GetBucket, GetBatchUploadLink, GetBatchDownloadLinks, DeleteBatchFiles, CreateStaticStore,
        GetStaticStore, GetStaticFiles, GetStaticUploadLink,
    ]
}

/// Returns the address to which a file is uploaded; see
/// [`GetUploadLink`](crate::cloud_storage::GetUploadLink).
#[endpoint(POST "/componenttcb/uploadfile", title = "获取文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getUploadFileLink.html",
    scope(component), reply = UploadLink, call = cloud_batch_storage.upload_link)]
pub struct GetBatchUploadLink {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The path that the file gets.
    pub path: String,
}

/// Returns the download addresses of up to 50 files.
#[endpoint(POST "/componenttcb/batchdownloadfile", title = "获取文件下载链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getDownloadFileLink.html",
    scope(component), retry = safe, reply = DownloadLinks, call = cloud_batch_storage.download_links)]
pub struct GetBatchDownloadLinks {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The files: up to 50.
    pub file_list: Vec<FileToDownload>,
}

/// Deletes up to 50 files.
#[endpoint(POST "/componenttcb/batchdeletefile", title = "删除文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/deleteTcbFile.html",
    scope(component), retry = safe, reply = DeletedFiles, call = cloud_batch_storage.delete_files)]
pub struct DeleteBatchFiles {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The files: up to 50.
    pub fileid_list: Vec<FileId>,
}

/// Returns the files of an environment.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::cloud_batch_storage::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let files =
///     wx.cloud_batch_storage().files("prod-0a1b2c").with(|files| files.prefix("menu/")).await?;
/// for file in files.contents {
///     println!("{}: {:?} bytes", file.key, file.size);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/componenttcb/getbucket", title = "获取文件列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getTcbFile.html",
    scope(component), retry = safe, reply = StoredFiles, call = cloud_batch_storage.files)]
pub struct GetBucket {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// Only files whose paths start with this text.
    pub prefix: Option<String>,
    /// A separator of paths. Paths that are equal up to it are returned once.
    pub delimiter: Option<String>,
    /// The path after which the page starts.
    pub marker: Option<String>,
}

/// A page of files.
#[endpoint(part, reply_to(GetBucket, GetStaticFiles))]
pub struct StoredFiles {
    /// The files on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<StoredFile>,
    /// Whether there are more files.
    pub is_truncated: Option<bool>,
}

/// A file in a storage.
#[endpoint(part)]
pub struct StoredFile {
    /// The path of the file.
    pub key: String,
    /// When the file was last changed, as `2006-01-02T15:04:05.000Z`.
    pub last_modified: Option<String>,
    /// The MD5 of the file.
    pub md5: Option<String>,
    /// The size in bytes.
    pub size: Option<u64>,
}

/// Enables static hosting (静态网站) for an environment.
#[endpoint(POST "/componenttcb/createstaticstore", title = "开通静态网站",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/createStaticStore.html",
    scope(component), retry = safe, call = cloud_batch_storage.create_site)]
pub struct CreateStaticStore {
    /// The cloud environment.
    pub env: EnvironmentId,
}

/// Returns the static site of an environment.
#[endpoint(POST "/componenttcb/describestaticstore", title = "查看静态网站状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getStaticStore.html",
    scope(component), retry = safe, reply = StaticStores, call = cloud_batch_storage.site)]
pub struct GetStaticStore {
    /// The cloud environment.
    pub env: EnvironmentId,
}

/// The static site of an environment.
#[endpoint(part, reply_to(GetStaticStore))]
pub struct StaticStores {
    /// The sites; at most one for each environment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<StaticStore>,
}

/// A static site.
#[endpoint(part)]
pub struct StaticStore {
    /// The cloud environment.
    pub env: Option<EnvironmentId>,
    /// The domain of the site.
    pub domain: Option<String>,
    /// The bucket that holds the files.
    pub bucket: Option<String>,
    /// The region of the bucket. The platform spells the name so.
    pub regoin: Option<String>,
    /// The state of the site, in Tencent Cloud's words.
    pub status: Option<String>,
}

/// Returns the files of a static site.
#[endpoint(POST "/componenttcb/staticfilelist", title = "获取静态网站文件列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getStaticStoreFile.html",
    scope(component), retry = safe, reply = StoredFiles, call = cloud_batch_storage.site_files)]
pub struct GetStaticFiles {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// Only files whose paths start with this text.
    pub prefix: Option<String>,
    /// A separator of paths. Paths that are equal up to it are returned once.
    pub delimiter: Option<String>,
    /// The path after which the page starts.
    pub marker: Option<String>,
}

/// Returns the address to which a file of a static site is uploaded.
#[endpoint(POST "/componenttcb/staticuploadfile", title = "获取静态网站文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getUploadStaticStoreFile.html",
    scope(component), reply = StaticUploadLink, call = cloud_batch_storage.site_upload_link)]
pub struct GetStaticUploadLink {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The path of the file.
    pub filename: String,
}

/// The address to which a file of a static site is uploaded.
#[endpoint(part, reply_to(GetStaticUploadLink))]
pub struct StaticUploadLink {
    /// The signed address.
    pub signed_url: String,
    /// The token to send as header `x-cos-security-token`.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
}
