//! Files and folders.

use crate::wedrive::WedriveHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::Secret;

/// Gives what is in a folder.
#[endpoint(POST "/cgi-bin/wedrive/file_list", title = "获取文件列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93657",
    scope(work), retry = safe, reply = FileList, call = wedrive.files)]
pub struct GetFiles {
    /// The space.
    pub spaceid: String,
    /// The folder; the space itself is its top.
    pub fatherid: String,
    /// In which order.
    pub sort_type: FileOrder,
    /// How many to skip: 0, then what the page before says.
    pub start: u64,
    /// How many: up to 1,000.
    pub limit: u32,
}

int_enum! {
    /// The order of files.
    pub enum FileOrder {
        /// By name.
        NameAscending = 1,
        /// By name, backwards.
        NameDescending = 2,
        /// By size, the smallest first.
        SizeAscending = 3,
        /// By size, the largest first.
        SizeDescending = 4,
        /// By the last change, the oldest first.
        ModifiedAscending = 5,
        /// By the last change, the newest first.
        ModifiedDescending = 6,
    }
}

/// A page of files.
#[endpoint(part, reply_to(GetFiles))]
pub struct FileList {
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_start: Option<u64>,
    /// The files.
    pub file_list: FileItems,
}

/// Files and folders.
#[endpoint(part)]
pub struct FileItems {
    /// The files and folders.
    #[serde(default)]
    pub item: Vec<DriveFile>,
}

/// A file or folder.
#[endpoint(part)]
pub struct DriveFile {
    /// The file.
    pub fileid: String,
    /// Its name.
    pub file_name: Option<String>,
    /// The space.
    pub spaceid: Option<String>,
    /// The folder.
    pub fatherid: Option<String>,
    /// Its size in bytes.
    pub file_size: Option<u64>,
    /// When it was made.
    pub ctime: Option<Timestamp>,
    /// When it was last changed.
    pub mtime: Option<Timestamp>,
    /// What it is.
    pub file_type: Option<DriveFileType>,
    /// 1 it is there, 2 it was deleted.
    pub file_status: Option<u8>,
    /// Its SHA-1.
    pub sha: Option<String>,
    /// Its MD5.
    pub md5: Option<String>,
    /// Where it opens, for documents only.
    pub url: Option<String>,
}

int_enum! {
    /// What something in the drive is.
    pub enum DriveFileType {
        /// A folder.
        Folder = 1,
        /// A file.
        File = 2,
        /// A document.
        Document = 3,
        /// A spreadsheet.
        Spreadsheet = 4,
        /// A form.
        Form = 5,
    }
}

impl Paged for GetFiles {
    type Item = DriveFile;
    fn split_page(mut self, page: FileList) -> (Vec<DriveFile>, Option<Self>) {
        let next = page.next_start.filter(|next| page.has_more == Some(true) && *next > self.start);
        let next = next.map(|next| {
            self.start = next;
            self
        });
        (page.file_list.item, next)
    }
}

/// Uploads a file of up to 10 MB; a larger one goes in parts ([`BeginUpload`](super::BeginUpload)).
#[endpoint(POST "/cgi-bin/wedrive/file_upload", title = "上传文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97880",
    scope(work), reply = UploadedFile, call = wedrive.upload)]
pub struct UploadFile {
    /// The space. It and the folder, or `selected_ticket`, must be there.
    pub spaceid: Option<String>,
    /// The folder; the space itself is its top.
    pub fatherid: Option<String>,
    /// What the page for choosing a folder gave.
    pub selected_ticket: Option<String>,
    /// Its name, up to 255 characters.
    pub file_name: String,
    /// Its content in Base64.
    pub file_base64_content: String,
}

/// A file that was uploaded.
#[endpoint(part, reply_to(UploadFile, crate::wedrive::FinishUpload))]
pub struct UploadedFile {
    /// The file.
    pub fileid: String,
}

/// Gives the address from which a file is fetched, for two hours, with a cookie.
#[endpoint(POST "/cgi-bin/wedrive/file_download", title = "下载文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97881",
    scope(work), retry = safe, reply = FileDownload, call = wedrive.download)]
pub struct GetFileDownload {
    /// The file.
    pub fileid: Option<String>,
    /// What the page for choosing a file gave.
    pub selected_ticket: Option<String>,
}

/// Where a file can be fetched.
#[endpoint(part, reply_to(GetFileDownload))]
pub struct FileDownload {
    /// The address.
    pub download_url: String,
    /// The cookie that must be sent along.
    pub cookie_name: Option<String>,
    /// Its value.
    #[serde(
        serialize_with = "weixin_api::expose_some",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub cookie_value: Option<Secret>,
}

/// Makes a folder or a document.
#[endpoint(POST "/cgi-bin/wedrive/file_create", title = "新建文件夹/文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97882",
    scope(work), reply = CreatedFile, call = wedrive.create)]
pub struct CreateFile {
    /// The space.
    pub spaceid: String,
    /// The folder; the space itself is its top.
    pub fatherid: String,
    /// What to make: a folder, document or spreadsheet.
    pub file_type: DriveFileType,
    /// Its name, up to 255 characters.
    pub file_name: String,
}

/// A new folder or document.
#[endpoint(part, reply_to(CreateFile))]
pub struct CreatedFile {
    /// The file.
    pub fileid: String,
    /// Where it opens, for documents only.
    pub url: Option<String>,
}

/// Gives a file another name.
#[endpoint(POST "/cgi-bin/wedrive/file_rename", title = "重命名文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97883",
    scope(work), retry = safe, reply = RenamedFile, call = wedrive.rename)]
pub struct RenameFile {
    /// The file.
    pub fileid: String,
    /// Its name, up to 255 characters.
    pub new_name: String,
}

/// A file with its new name.
#[endpoint(part, reply_to(RenameFile))]
pub struct RenamedFile {
    /// The file.
    pub file: DriveFile,
}

/// Moves files into a folder.
#[endpoint(POST "/cgi-bin/wedrive/file_move", title = "移动文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97884",
    scope(work), retry = safe, reply = MovedFiles, call = wedrive.move_files)]
pub struct MoveFiles {
    /// The folder; the space itself is its top.
    pub fatherid: String,
    /// The files.
    pub fileid: Vec<String>,
    /// Whether a file of the same name is replaced.
    pub replace: Option<bool>,
}

/// Files that were moved.
#[endpoint(part, reply_to(MoveFiles))]
pub struct MovedFiles {
    /// The files.
    pub file_list: FileItems,
}

/// Deletes files.
#[endpoint(POST "/cgi-bin/wedrive/file_delete", title = "删除文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97885",
    scope(work), retry = safe, call = wedrive.delete)]
pub struct DeleteFiles {
    /// The files.
    pub fileid: Vec<String>,
}

/// Tells about a file.
#[endpoint(POST "/cgi-bin/wedrive/file_info", title = "获取文件信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97886",
    scope(work), retry = safe, reply = FileDetail, call = wedrive.get)]
pub struct GetFile {
    /// The file.
    pub fileid: String,
}

/// What is known of a file.
#[endpoint(part, reply_to(GetFile))]
pub struct FileDetail {
    /// The file.
    pub file_info: DriveFile,
}
