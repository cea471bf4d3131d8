//! Uploads in parts.

use weixin_api::endpoint;

use super::file::UploadedFile;
use crate::{
    ids::{FileId, SpaceId},
    wedrive::WedriveHandle,
};

/// Begins an upload of a file to the drive in parts of 2 MB (分块上传).
#[endpoint(POST "/cgi-bin/wedrive/file_upload_init", title = "分块上传初始化",
    doc = "https://developer.work.weixin.qq.com/document/path/98004",
    scope(work), reply = BegunUpload, call = wedrive.begin_upload)]
pub struct BeginUpload {
    /// The space. Either it and the folder, or `selected_ticket` must be given.
    pub spaceid: Option<SpaceId>,
    /// The folder; the space's own id for its top level.
    pub fatherid: Option<FileId>,
    /// The ticket of a folder that a user selected in the JS-SDK's dialog.
    pub selected_ticket: Option<String>,
    /// Name of the file, up to 255 characters.
    pub file_name: String,
    /// Size of the file in bytes, up to 20 GB.
    pub size: u64,
    /// For each part the intermediate state of SHA-1 after it, and for the last part the SHA-1 of
    /// the file, in hexadecimal.
    pub block_sha: Vec<String>,
    /// Whether nobody is notified of the upload.
    pub skip_push_card: Option<bool>,
}

/// An upload that has begun.
#[endpoint(part, reply_to(BeginUpload))]
pub struct BegunUpload {
    /// Whether the platform already has the content. The file is then complete.
    pub hit_exist: Option<bool>,
    /// The upload, for [`UploadPart`] and [`FinishUpload`]; `None` if the file is complete.
    pub upload_key: Option<String>,
    /// The new file, if it is complete.
    pub fileid: Option<FileId>,
}

/// Uploads a part of a file to the drive.
#[endpoint(POST "/cgi-bin/wedrive/file_upload_part", title = "分块上传文件",
    doc = "https://developer.work.weixin.qq.com/document/path/98004",
    scope(work), retry = safe, call = wedrive.upload_part)]
pub struct UploadPart {
    /// The upload, from [`BegunUpload`].
    pub upload_key: String,
    /// Number of the part, from 1.
    pub index: u32,
    /// Content of the part, in Base64.
    pub file_base64_content: String,
}

/// Finishes an upload to the drive in parts.
///
/// Fails with 640048 when the upload was finished already.
#[endpoint(POST "/cgi-bin/wedrive/file_upload_finish", title = "分块上传完成",
    doc = "https://developer.work.weixin.qq.com/document/path/98004",
    scope(work), retry = safe, reply = UploadedFile, call = wedrive.finish_upload)]
pub struct FinishUpload {
    /// The upload, from [`BegunUpload`].
    pub upload_key: String,
}
