//! Uploads in parts.

use crate::wedrive::WedriveHandle;
use weixin_api::endpoint;

use super::file::UploadedFile;

/// Begins an upload in parts of 2 MB.
#[endpoint(POST "/cgi-bin/wedrive/file_upload_init", title = "分块上传初始化",
    doc = "https://developer.work.weixin.qq.com/document/path/98004",
    scope(work), reply = BegunUpload, call = wedrive.begin_upload)]
pub struct BeginUpload {
    /// The space. It and the folder, or `selected_ticket`, must be there.
    pub spaceid: Option<String>,
    /// The folder; the space itself is its top.
    pub fatherid: Option<String>,
    /// What the page for choosing a folder gave.
    pub selected_ticket: Option<String>,
    /// Its name, up to 255 characters.
    pub file_name: String,
    /// Its size in bytes: up to 20 GB.
    pub size: u64,
    /// For each part the state of SHA-1 after it, and for the last the SHA-1 of the file.
    pub block_sha: Vec<String>,
    /// Whether nobody is told.
    pub skip_push_card: Option<bool>,
}

/// An upload that began.
#[endpoint(part, reply_to(BeginUpload))]
pub struct BegunUpload {
    /// Whether the platform has the file already, so that nothing is to be done.
    pub hit_exist: Option<bool>,
    /// The upload, for [`UploadPart`].
    pub upload_key: Option<String>,
    /// The file, if the platform has it already.
    pub fileid: Option<String>,
}

/// Uploads a part.
#[endpoint(POST "/cgi-bin/wedrive/file_upload_part", title = "分块上传文件",
    doc = "https://developer.work.weixin.qq.com/document/path/98004",
    scope(work), retry = safe, call = wedrive.upload_part)]
pub struct UploadPart {
    /// The upload.
    pub upload_key: String,
    /// Which part, from 1 on.
    pub index: u32,
    /// Its content in Base64.
    pub file_base64_content: String,
}

/// Ends an upload in parts.
#[endpoint(POST "/cgi-bin/wedrive/file_upload_finish", title = "分块上传完成",
    doc = "https://developer.work.weixin.qq.com/document/path/98004",
    scope(work), retry = safe, reply = UploadedFile, call = wedrive.finish_upload)]
pub struct FinishUpload {
    /// The upload.
    pub upload_key: String,
}
