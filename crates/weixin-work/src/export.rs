//! Asynchronous exports of the directory as encrypted files (异步导出接口). `/cgi-bin/export/*`
//!
//! Each call starts a job. When it is done, the app gets the event
//! [`JobFinished`](crate::batch::JobFinished), and [`GetExport`] returns the addresses of the files.

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::Secret;

use crate::ids::{JobId, TagId};

group! {
    /// Exports of the directory (异步导出接口).
    exports: [ExportUsers, ExportUserDetails, ExportDepartments, ExportTagMembers, GetExport]
}

/// Starts an export of the members' ids, names and departments.
#[endpoint(POST "/cgi-bin/export/simple_user", title = "导出成员",
    doc = "https://developer.work.weixin.qq.com/document/path/94849",
    scope(work), reply = ExportJob, call = exports.users)]
pub struct ExportUsers {
    /// The key that encrypts the files: 43 letters and digits, the Base64 of 32 bytes, like the
    /// EncodingAESKey of a callback.
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// The number of members per file: 10,000 to 1,000,000, which is also the default.
    pub block_size: Option<u64>,
}

/// A started export.
#[endpoint(part, reply_to(ExportUsers, ExportUserDetails, ExportDepartments, ExportTagMembers))]
pub struct ExportJob {
    /// The job, for [`GetExport`].
    pub jobid: JobId,
}

/// Starts an export of the members with all fields that the app may read.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
/// let job = wx.exports().user_details(key).await?;
///
/// let export = wx.exports().get(job.jobid).await?;
/// for file in export.data_list {
///     println!("{} bytes, encrypted with the key, at {}", file.size, file.url);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/export/user", title = "导出成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94851",
    scope(work), reply = ExportJob, call = exports.user_details)]
pub struct ExportUserDetails {
    /// The key that encrypts the files, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// The number of members per file: 10,000 to 1,000,000, which is also the default.
    pub block_size: Option<u64>,
}

/// Starts an export of the departments.
#[endpoint(POST "/cgi-bin/export/department", title = "导出部门",
    doc = "https://developer.work.weixin.qq.com/document/path/94852",
    scope(work), reply = ExportJob, call = exports.departments)]
pub struct ExportDepartments {
    /// The key that encrypts the files, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// The number of departments per file: 10,000 to 1,000,000, which is also the default.
    pub block_size: Option<u64>,
}

/// Starts an export of the members and departments that have a tag.
#[endpoint(POST "/cgi-bin/export/taguser", title = "导出标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/94853",
    scope(work), reply = ExportJob, call = exports.tag_members)]
pub struct ExportTagMembers {
    /// The tag whose members to export.
    pub tagid: TagId,
    /// The key that encrypts the files, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// The number of members and departments per file: 10,000 to 1,000,000, which is also the
    /// default.
    pub block_size: Option<u64>,
}

/// Returns the progress of an export and the addresses of its files.
#[endpoint(GET "/cgi-bin/export/get_result", title = "获取导出结果",
    doc = "https://developer.work.weixin.qq.com/document/path/94854",
    scope(work), reply = Export, call = exports.get)]
pub struct GetExport {
    /// The export to look up.
    pub jobid: JobId,
}

/// The progress of an export.
#[endpoint(part, reply_to(GetExport))]
pub struct Export {
    /// Whether the export still runs.
    pub status: ExportState,
    /// The files; empty until the export is done.
    #[serde(default)]
    pub data_list: Vec<ExportedFile>,
}

int_enum! {
    /// The progress of an export.
    pub enum ExportState {
        /// The platform has not started the export.
        Waiting = 0,
        /// The export is running.
        Running = 1,
        /// The files are ready.
        Done = 2,
        /// The export failed.
        Failed = 3,
    }
}

/// A file of an export: JSON, encrypted with AES-256-CBC and PKCS#7 padding. The first 16 bytes of
/// the key are the initialization vector.
#[endpoint(part)]
pub struct ExportedFile {
    /// The address of the file; valid for two hours.
    pub url: String,
    /// The size of the file in bytes.
    pub size: u64,
    /// The MD5 of the file in hexadecimal.
    pub md5: String,
}
