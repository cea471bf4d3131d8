//! The files of the cloud development service (云开发存储). `/tcb/uploadfile`, `/tcb/batch*file`

use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::Secret;

endpoints![GetUploadLink, GetDownloadLinks, DeleteFiles, GetCloudToken];

/// Gives the address to which a file is uploaded. `POST /tcb/uploadfile`
///
/// The file goes there as `multipart/form-data` with the parts `key` (the path), `Signature`
/// (`authorization`), `x-cos-security-token` (`token`), `x-cos-meta-fileid` (`cos_file_id`) and
/// `file`.
#[endpoint(POST "/tcb/uploadfile", title = "获取文件上传链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/getUploadTcbFileLink.html",
    scope(mini), reply = UploadLink)]
pub struct GetUploadLink {
    /// The environment.
    pub env: String,
    /// Where the file is to be.
    pub path: String,
}

/// Where a file is uploaded.
#[endpoint(part)]
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

/// Gives the addresses where up to 50 files are. `POST /tcb/batchdownloadfile`
#[endpoint(POST "/tcb/batchdownloadfile", title = "获取文件下载链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/getDownloadTcbFileLink.html",
    scope(mini), retry = safe, reply = DownloadLinks)]
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
#[endpoint(part)]
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

/// Deletes up to 50 files. `POST /tcb/batchdeletefile`
#[endpoint(POST "/tcb/batchdeletefile", title = "删除文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/file-management/deleteTcbCloudFile.html",
    scope(mini), retry = safe, reply = DeletedFiles)]
pub struct DeleteFiles {
    /// The environment.
    pub env: String,
    /// The files.
    pub fileid_list: Vec<String>,
}

/// What became of files that were to be deleted.
#[endpoint(part)]
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

/// Obtains what calls Tencent Cloud's own API. `POST /tcb/getqcloudtoken`
#[endpoint(POST "/tcb/getqcloudtoken", title = "获取腾讯云API调用凭证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/getCloudToken.html",
    scope(mini), retry = safe, reply = CloudToken)]
pub struct GetCloudToken {
    /// How many seconds it is to live: up to 7,200.
    pub lifespan: u64,
}

/// What calls Tencent Cloud's API.
#[endpoint(part)]
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

/// The group as a client has it: `wx.cloud_storage()`.
#[derive(Debug)]
pub struct CloudStorages<'c, C: ?Sized>(&'c C);

/// Gives a client `cloud_storage()`.
pub trait CloudStoragesApi: Caller {
    /// The files of the cloud development service (云开发存储).
    fn cloud_storage(&self) -> CloudStorages<'_, Self> {
        CloudStorages(self)
    }
}

impl<C: Caller + ?Sized> CloudStoragesApi for C where GetUploadLink: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CloudStorages<'c, C> {
    /// Gives the address to which a file is uploaded; see [`GetUploadLink`].
    pub fn upload_link(
        &self,
        env: impl Into<String>,
        path: impl Into<String>,
    ) -> Call<'c, C, GetUploadLink> {
        Call::new(self.0, GetUploadLink::new(env, path))
    }

    /// Gives the addresses where up to 50 files are; see [`GetDownloadLinks`].
    pub fn download_links(
        &self,
        env: impl Into<String>,
        file_list: impl Into<Vec<FileToDownload>>,
    ) -> Call<'c, C, GetDownloadLinks> {
        Call::new(self.0, GetDownloadLinks::new(env, file_list))
    }

    /// Deletes up to 50 files; see [`DeleteFiles`].
    pub fn delete(
        &self,
        env: impl Into<String>,
        fileid_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, DeleteFiles> {
        Call::new(self.0, DeleteFiles::new(env, fileid_list))
    }

    /// Obtains what calls Tencent Cloud's own API; see [`GetCloudToken`].
    pub fn token(&self, lifespan: u64) -> Call<'c, C, GetCloudToken> {
        Call::new(self.0, GetCloudToken::new(lifespan))
    }
}
