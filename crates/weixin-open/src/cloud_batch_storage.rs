//! Files in the environments that a third-party platform owns (批量代云开发存储, 静态网站). `/componenttcb/*file*`, `/componenttcb/*static*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::Secret;

use crate::cloud_storage::{DeletedFiles, DownloadLinks, FileToDownload, UploadLink};

endpoints![
    GetBatchUploadLink,
    GetBatchDownloadLinks,
    DeleteBatchFiles,
    GetBucket,
    CreateStaticStore,
    GetStaticStore,
    GetStaticFiles,
    GetStaticUploadLink
];

/// Gives the address to which a file is uploaded; see
/// [`GetUploadLink`](crate::cloud_storage::GetUploadLink). `POST /componenttcb/uploadfile`
#[endpoint(POST "/componenttcb/uploadfile", title = "获取文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getUploadFileLink.html",
    scope(component), reply = UploadLink)]
pub struct GetBatchUploadLink {
    /// The environment.
    pub env: String,
    /// Where the file is to be.
    pub path: String,
}

/// Gives the addresses where up to 50 files are. `POST /componenttcb/batchdownloadfile`
#[endpoint(POST "/componenttcb/batchdownloadfile", title = "获取文件下载链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getDownloadFileLink.html",
    scope(component), retry = safe, reply = DownloadLinks)]
pub struct GetBatchDownloadLinks {
    /// The environment.
    pub env: String,
    /// The files.
    pub file_list: Vec<FileToDownload>,
}

/// Deletes up to 50 files. `POST /componenttcb/batchdeletefile`
#[endpoint(POST "/componenttcb/batchdeletefile", title = "删除文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/deleteTcbFile.html",
    scope(component), retry = safe, reply = DeletedFiles)]
pub struct DeleteBatchFiles {
    /// The environment.
    pub env: String,
    /// The files.
    pub fileid_list: Vec<String>,
}

/// Gives the files of an environment. `POST /componenttcb/getbucket`
#[endpoint(POST "/componenttcb/getbucket", title = "获取文件列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/file-mgnt/getTcbFile.html",
    scope(component), retry = safe, reply = StoredFiles)]
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
#[endpoint(part)]
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

/// Gives an environment a site of files. `POST /componenttcb/createstaticstore`
#[endpoint(POST "/componenttcb/createstaticstore", title = "开通静态网站",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/createStaticStore.html",
    scope(component), retry = safe)]
pub struct CreateStaticStore {
    /// The environment.
    pub env: String,
}

/// Tells about the site of an environment. `POST /componenttcb/describestaticstore`
#[endpoint(POST "/componenttcb/describestaticstore", title = "查看静态网站状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getStaticStore.html",
    scope(component), retry = safe, reply = StaticStores)]
pub struct GetStaticStore {
    /// The environment.
    pub env: String,
}

/// Sites of files.
#[endpoint(part)]
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

/// Gives the files of a site. `POST /componenttcb/staticfilelist`
#[endpoint(POST "/componenttcb/staticfilelist", title = "获取静态网站文件列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getStaticStoreFile.html",
    scope(component), retry = safe, reply = StoredFiles)]
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

/// Gives the address to which a file of a site is uploaded. `POST /componenttcb/staticuploadfile`
#[endpoint(POST "/componenttcb/staticuploadfile", title = "获取静态网站文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/staticstore-management/getUploadStaticStoreFile.html",
    scope(component), reply = StaticUploadLink)]
pub struct GetStaticUploadLink {
    /// The environment.
    pub env: String,
    /// The file.
    pub filename: String,
}

/// Where a file of a site is uploaded.
#[endpoint(part)]
pub struct StaticUploadLink {
    /// The address.
    pub signed_url: String,
    /// What goes with it.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
}

/// The group as a client has it: `wx.cloud_batch_storage()`.
#[derive(Debug)]
pub struct CloudBatchStorages<'c, C: ?Sized>(&'c C);

/// Gives a client `cloud_batch_storage()`.
pub trait CloudBatchStoragesApi: Caller {
    /// Files in the environments that the third-party platform owns (批量代云开发存储).
    fn cloud_batch_storage(&self) -> CloudBatchStorages<'_, Self> {
        CloudBatchStorages(self)
    }
}

impl<C: Caller + ?Sized> CloudBatchStoragesApi for C where GetBucket: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CloudBatchStorages<'c, C> {
    /// Gives the address to which a file is uploaded; see [`GetBatchUploadLink`].
    pub fn upload_link(
        &self,
        env: impl Into<String>,
        path: impl Into<String>,
    ) -> Call<'c, C, GetBatchUploadLink> {
        Call::new(self.0, GetBatchUploadLink::new(env, path))
    }

    /// Gives the addresses where up to 50 files are; see [`GetBatchDownloadLinks`].
    pub fn download_links(
        &self,
        env: impl Into<String>,
        file_list: impl Into<Vec<FileToDownload>>,
    ) -> Call<'c, C, GetBatchDownloadLinks> {
        Call::new(self.0, GetBatchDownloadLinks::new(env, file_list))
    }

    /// Deletes up to 50 files; see [`DeleteBatchFiles`].
    pub fn delete_files(
        &self,
        env: impl Into<String>,
        fileid_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, DeleteBatchFiles> {
        Call::new(self.0, DeleteBatchFiles::new(env, fileid_list))
    }

    /// Gives the files of an environment; see [`GetBucket`].
    pub fn files(&self, env: impl Into<String>) -> Call<'c, C, GetBucket> {
        Call::new(self.0, GetBucket::new(env))
    }

    /// Gives an environment a site of files; see [`CreateStaticStore`].
    pub fn create_site(&self, env: impl Into<String>) -> Call<'c, C, CreateStaticStore> {
        Call::new(self.0, CreateStaticStore::new(env))
    }

    /// Tells about the site of an environment; see [`GetStaticStore`].
    pub fn site(&self, env: impl Into<String>) -> Call<'c, C, GetStaticStore> {
        Call::new(self.0, GetStaticStore::new(env))
    }

    /// Gives the files of a site; see [`GetStaticFiles`].
    pub fn site_files(&self, env: impl Into<String>) -> Call<'c, C, GetStaticFiles> {
        Call::new(self.0, GetStaticFiles::new(env))
    }

    /// Gives the address to which a file of a site is uploaded; see [`GetStaticUploadLink`].
    pub fn site_upload_link(
        &self,
        env: impl Into<String>,
        filename: impl Into<String>,
    ) -> Call<'c, C, GetStaticUploadLink> {
        Call::new(self.0, GetStaticUploadLink::new(env, filename))
    }
}
