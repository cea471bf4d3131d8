//! The address book as encrypted files (异步导出接口). `/cgi-bin/export/*`
//!
//! Each call begins a job. When it is done, the app gets the event
//! [`JobFinished`](crate::batch::JobFinished), and [`GetExport`] tells where the files are.

use weixin_api::{Call, Caller, On, codes, endpoint, endpoints};
use weixin_protocol::Secret;

endpoints![ExportUsers, ExportUserDetails, ExportDepartments, ExportTagMembers, GetExport];

/// Exports who the members are, and where. `POST /cgi-bin/export/simple_user`
#[endpoint(POST "/cgi-bin/export/simple_user", title = "导出成员",
    doc = "https://developer.work.weixin.qq.com/document/path/94849",
    scope(work), reply = ExportJob)]
pub struct ExportUsers {
    /// The key the files are encrypted with: 43 letters and digits, Base64 of 32 bytes, as that of
    /// a callback.
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many members a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// An export that was begun.
#[endpoint(part)]
pub struct ExportJob {
    /// Its name.
    pub jobid: String,
}

/// Exports the members with what the app may know of them. `POST /cgi-bin/export/user`
#[endpoint(POST "/cgi-bin/export/user", title = "导出成员详情",
    doc = "https://developer.work.weixin.qq.com/document/path/94851",
    scope(work), reply = ExportJob)]
pub struct ExportUserDetails {
    /// The key the files are encrypted with, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many members a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// Exports the departments. `POST /cgi-bin/export/department`
#[endpoint(POST "/cgi-bin/export/department", title = "导出部门",
    doc = "https://developer.work.weixin.qq.com/document/path/94852",
    scope(work), reply = ExportJob)]
pub struct ExportDepartments {
    /// The key the files are encrypted with, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many departments a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// Exports the members and departments that have a tag. `POST /cgi-bin/export/taguser`
#[endpoint(POST "/cgi-bin/export/taguser", title = "导出标签成员",
    doc = "https://developer.work.weixin.qq.com/document/path/94853",
    scope(work), reply = ExportJob)]
pub struct ExportTagMembers {
    /// The tag.
    pub tagid: u64,
    /// The key the files are encrypted with, as in [`ExportUsers`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub encoding_aeskey: Secret,
    /// How many of them a file has: 10,000 to 1,000,000; a million if left out.
    pub block_size: Option<u64>,
}

/// Says how far an export is. `GET /cgi-bin/export/get_result`
#[endpoint(GET "/cgi-bin/export/get_result", title = "获取导出结果",
    doc = "https://developer.work.weixin.qq.com/document/path/94854",
    scope(work), reply = Export)]
pub struct GetExport {
    /// The export.
    pub jobid: String,
}

/// How far an export is.
#[endpoint(part)]
pub struct Export {
    /// How far.
    pub status: ExportState,
    /// The files, once it is done.
    #[serde(default)]
    pub data_list: Vec<ExportedFile>,
}

codes! {
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

/// The group as a client has it: `wx.exports()`.
#[derive(Debug)]
pub struct Exports<'c, C: ?Sized>(&'c C);

/// Gives a client `exports()`.
pub trait ExportsApi: Caller {
    /// The address book as encrypted files (异步导出接口).
    fn exports(&self) -> Exports<'_, Self> {
        Exports(self)
    }
}

impl<C: Caller + ?Sized> ExportsApi for C where ExportUsers: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Exports<'c, C> {
    /// Who the members are; see [`ExportUsers`].
    pub fn users(&self, encoding_aeskey: impl Into<Secret>) -> Call<'c, C, ExportUsers> {
        Call::new(self.0, ExportUsers::new(encoding_aeskey))
    }

    /// What is known of the members; see [`ExportUserDetails`].
    pub fn user_details(
        &self,
        encoding_aeskey: impl Into<Secret>,
    ) -> Call<'c, C, ExportUserDetails> {
        Call::new(self.0, ExportUserDetails::new(encoding_aeskey))
    }

    /// The departments; see [`ExportDepartments`].
    pub fn departments(
        &self,
        encoding_aeskey: impl Into<Secret>,
    ) -> Call<'c, C, ExportDepartments> {
        Call::new(self.0, ExportDepartments::new(encoding_aeskey))
    }

    /// Who has a tag; see [`ExportTagMembers`].
    pub fn tag_members(
        &self,
        tagid: u64,
        encoding_aeskey: impl Into<Secret>,
    ) -> Call<'c, C, ExportTagMembers> {
        Call::new(self.0, ExportTagMembers::new(tagid, encoding_aeskey))
    }

    /// How far an export is; see [`GetExport`].
    pub fn get(&self, jobid: impl Into<String>) -> Call<'c, C, GetExport> {
        Call::new(self.0, GetExport::new(jobid))
    }
}
