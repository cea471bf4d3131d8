//! The address book as encrypted files (异步导出接口). `/cgi-bin/export/*`
//!
//! Each call begins a job. When it is done, the app gets the event
//! [`JobFinished`](crate::batch::JobFinished), and [`GetExport`] tells where the files are.

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::Secret;

group! {
    /// The address book as encrypted files (异步导出接口).
    exports: [ExportUsers, ExportUserDetails, ExportDepartments, ExportTagMembers, GetExport]
}

/// Exports who the members are, and where.
#[endpoint(POST "/cgi-bin/export/simple_user", title = "导出成员",
    doc = "https://developer.work.weixin.qq.com/document/path/94849",
    scope(work), reply = ExportJob, call = exports.users)]
pub struct ExportUsers {
    /// The key the files are encrypted with: 43 letters and digits, Base64 of 32 bytes, as that of
    /// a callback.
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many members a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// An export that was begun.
#[endpoint(part, reply_to(ExportUsers, ExportUserDetails, ExportDepartments, ExportTagMembers))]
pub struct ExportJob {
    /// Its name.
    pub jobid: String,
}

/// Exports the members with what the app may know of them.
#[endpoint(POST "/cgi-bin/export/user", title = "导出成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94851",
    scope(work), reply = ExportJob, call = exports.user_details)]
pub struct ExportUserDetails {
    /// The key the files are encrypted with, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many members a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// Exports the departments.
#[endpoint(POST "/cgi-bin/export/department", title = "导出部门",
    doc = "https://developer.work.weixin.qq.com/document/path/94852",
    scope(work), reply = ExportJob, call = exports.departments)]
pub struct ExportDepartments {
    /// The key the files are encrypted with, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many departments a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// Exports the members and departments that have a tag.
#[endpoint(POST "/cgi-bin/export/taguser", title = "导出标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/94853",
    scope(work), reply = ExportJob, call = exports.tag_members)]
pub struct ExportTagMembers {
    /// The tag.
    pub tagid: u64,
    /// The key the files are encrypted with, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many of them a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// Says how far an export is.
#[endpoint(GET "/cgi-bin/export/get_result", title = "获取导出结果",
    doc = "https://developer.work.weixin.qq.com/document/path/94854",
    scope(work), reply = Export, call = exports.get)]
pub struct GetExport {
    /// The export.
    pub jobid: String,
}

/// How far an export is.
#[endpoint(part, reply_to(GetExport))]
pub struct Export {
    /// How far.
    pub status: ExportState,
    /// The files, once it is done.
    #[serde(default)]
    pub data_list: Vec<ExportedFile>,
}

int_enum! {
    /// How far an export is.
    pub enum ExportState {
        /// It waits.
        Waiting = 0,
        /// It is going on.
        Running = 1,
        /// It is done.
        Done = 2,
        /// It failed.
        Failed = 3,
    }
}

/// A file of an export: JSON, encrypted with AES-256-CBC, PKCS#7 and the first 16 bytes of the key
/// as initial vector.
#[endpoint(part)]
pub struct ExportedFile {
    /// Its address, for two hours.
    pub url: String,
    /// How many bytes.
    pub size: u64,
    /// The MD5 of its bytes, in hexadecimal.
    pub md5: String,
}
