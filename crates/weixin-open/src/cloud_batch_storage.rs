//! Files in the environments that a third-party platform owns (批量代云开发存储, 静态网站). `/componenttcb/*file*`, `/componenttcb/*static*`

use weixin_api::{endpoint, group};
use weixin_protocol::Secret;

use crate::cloud_storage::{DeletedFiles, DownloadLinks, FileToDownload, UploadLink};

group! {
    /// Files in the environments that the third-party platform owns (批量代云开发存储).
    cloud_batch_storage: [GetBucket, GetBatchUploadLink, GetBatchDownloadLinks, DeleteBatchFiles, CreateStaticStore, GetStaticStore, GetStaticFiles, GetStaticUploadLink]
}

/// Gives the address to which a file is uploaded; see
/// [`GetUploadLink`](crate::cloud_storage::GetUploadLink).
#[endpoint(POST "/componenttcb/uploadfile", title = "获取文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getUploadFileLink.html",
    scope(component), reply = UploadLink, call = cloud_batch_storage.upload_link)]
pub struct GetBatchUploadLink {
    /// The environment.
    pub env: String,
    /// Where the file is to be.
    pub path: String,
}

/// Gives the addresses where up to 50 files are.
#[endpoint(POST "/componenttcb/batchdownloadfile", title = "获取文件下载链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getDownloadFileLink.html",
    scope(component), retry = safe, reply = DownloadLinks, call = cloud_batch_storage.download_links)]
pub struct GetBatchDownloadLinks {
    /// The environment.
    pub env: String,
    /// The files.
    pub file_list: Vec<FileToDownload>,
}

/// Deletes up to 50 files.
#[endpoint(POST "/componenttcb/batchdeletefile", title = "删除文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/deleteTcbFile.html",
    scope(component), retry = safe, reply = DeletedFiles, call = cloud_batch_storage.delete_files)]
pub struct DeleteBatchFiles {
    /// The environment.
    pub env: String,
    /// The files.
    pub fileid_list: Vec<String>,
}

/// Gives the files of an environment.
#[endpoint(POST "/componenttcb/getbucket", title = "获取文件列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getTcbFile.html",
    scope(component), retry = safe, reply = StoredFiles, call = cloud_batch_storage.files)]
pub struct GetBucket {
    /// The environment.
    pub env: String,
    /// What their paths begin with.
    pub prefix: Option<String>,
    /// What divides paths; those that are the same up to it are given once.
    pub delimiter: Option<String>,
    /// The path after which to begin.
    pub marker: Option<String>,
}

/// Files.
#[endpoint(part, reply_to(GetBucket, GetStaticFiles))]
pub struct StoredFiles {
    /// The files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<StoredFile>,
    /// Whether there are more.
    pub is_truncated: Option<bool>,
}

/// A file.
#[endpoint(part)]
pub struct StoredFile {
    /// Its path.
    pub key: String,
    /// When it was changed, as `2006-01-02T15:04:05.000Z`.
    pub last_modified: Option<String>,
    /// Its MD5.
    pub md5: Option<String>,
    /// How large it is, in bytes.
    pub size: Option<u64>,
}

/// Gives an environment a site of files.
#[endpoint(POST "/componenttcb/createstaticstore", title = "开通静态网站",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/createStaticStore.html",
    scope(component), retry = safe, call = cloud_batch_storage.create_site)]
pub struct CreateStaticStore {
    /// The environment.
    pub env: String,
}

/// Tells about the site of an environment.
#[endpoint(POST "/componenttcb/describestaticstore", title = "查看静态网站状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getStaticStore.html",
    scope(component), retry = safe, reply = StaticStores, call = cloud_batch_storage.site)]
pub struct GetStaticStore {
    /// The environment.
    pub env: String,
}

/// Sites of files.
#[endpoint(part, reply_to(GetStaticStore))]
pub struct StaticStores {
    /// The sites.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<StaticStore>,
}

/// A site of files.
#[endpoint(part)]
pub struct StaticStore {
    /// The environment.
    pub env: Option<String>,
    /// Its domain.
    pub domain: Option<String>,
    /// Where its files are.
    pub bucket: Option<String>,
    /// Where that is; the platform's spelling.
    pub regoin: Option<String>,
    /// How it is.
    pub status: Option<String>,
}

/// Gives the files of a site.
#[endpoint(POST "/componenttcb/staticfilelist", title = "获取静态网站文件列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getStaticStoreFile.html",
    scope(component), retry = safe, reply = StoredFiles, call = cloud_batch_storage.site_files)]
pub struct GetStaticFiles {
    /// The environment.
    pub env: String,
    /// What their paths begin with.
    pub prefix: Option<String>,
    /// What divides paths; those that are the same up to it are given once.
    pub delimiter: Option<String>,
    /// The path after which to begin.
    pub marker: Option<String>,
}

/// Gives the address to which a file of a site is uploaded.
#[endpoint(POST "/componenttcb/staticuploadfile", title = "获取静态网站文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getUploadStaticStoreFile.html",
    scope(component), reply = StaticUploadLink, call = cloud_batch_storage.site_upload_link)]
pub struct GetStaticUploadLink {
    /// The environment.
    pub env: String,
    /// The file.
    pub filename: String,
}

/// Where a file of a site is uploaded.
#[endpoint(part, reply_to(GetStaticUploadLink))]
pub struct StaticUploadLink {
    /// The address.
    pub signed_url: String,
    /// What goes with it.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
}
