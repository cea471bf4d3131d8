//! Files and folders.

use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::Secret;

use crate::{
    ids::{FileId, SpaceId},
    wedrive::WedriveHandle,
};

/// Returns the files and folders in a folder of the drive (微盘), a page at a time.
///
/// Fails with 640001 when there is no such space, with 640002 when there is no such folder.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::wedrive::{FileOrder, GetFiles};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// // The id of the space stands for its top level.
/// let space = "s.ww1234567890abcdef.688127113yVJ";
/// let folder = GetFiles::new(space, space, FileOrder::NameAscending, 0, 100);
/// let mut files = wx.wedrive().files(folder).pages();
/// while let Some(file) = files.try_next().await? {
///     println!("{} {}", file.fileid, file.file_name.unwrap_or_default());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wedrive/file_list", title = "获取文件列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93657",
    scope(work), retry = safe, reply = FileList, call = wedrive.files)]
pub struct GetFiles {
    /// The space to list.
    pub spaceid: SpaceId,
    /// The folder; the space's own id for its top level.
    pub fatherid: FileId,
    /// The order of the files.
    pub sort_type: FileOrder,
    /// How many to skip: 0, then [`FileList::next_start`] of the page before.
    pub start: u64,
    /// How many at most: up to 1,000.
    pub limit: u32,
}

int_enum! {
    /// The order of files.
    pub enum FileOrder {
        /// By name, ascending.
        NameAscending = 1,
        /// By name, descending.
        NameDescending = 2,
        /// By size, the smallest first.
        SizeAscending = 3,
        /// By size, the largest first.
        SizeDescending = 4,
        /// By the time of the last change, the oldest first.
        ModifiedAscending = 5,
        /// By the time of the last change, the newest first.
        ModifiedDescending = 6,
    }
}

/// A page of files.
#[endpoint(part, reply_to(GetFiles))]
pub struct FileList {
    /// Whether there are further pages.
    pub has_more: Option<bool>,
    /// The `start` of the next page.
    pub next_start: Option<u64>,
    /// The files of this page.
    pub file_list: FileItems,
}

/// Files and folders.
#[endpoint(part)]
pub struct FileItems {
    /// The files and folders, in order.
    #[serde(default)]
    pub item: Vec<DriveFile>,
}

/// A file or folder.
#[endpoint(part)]
pub struct DriveFile {
    /// Id of the file.
    pub fileid: FileId,
    /// Name of the file.
    pub file_name: Option<String>,
    /// The space it is in.
    pub spaceid: Option<SpaceId>,
    /// The folder it is in; the space's own id for its top level.
    pub fatherid: Option<FileId>,
    /// Size in bytes; for a folder that of all that is in it.
    pub file_size: Option<u64>,
    /// When it was created.
    pub ctime: Option<Timestamp>,
    /// When it was last changed.
    pub mtime: Option<Timestamp>,
    /// Whether it is a folder, a file or a document.
    pub file_type: Option<DriveFileType>,
    /// Whether it was deleted.
    pub file_status: Option<DriveFileStatus>,
    /// SHA-1 of the content, in hexadecimal.
    pub sha: Option<String>,
    /// MD5 of the content, in hexadecimal.
    pub md5: Option<String>,
    /// The address at which it opens; only for documents (微文档).
    pub url: Option<String>,
}

int_enum! {
    /// Whether a file was deleted.
    pub enum DriveFileStatus {
        /// It exists.
        Normal = 1,
        /// It was deleted.
        Deleted = 2,
    }
}

int_enum! {
    /// What an entry of the drive is.
    pub enum DriveFileType {
        /// A folder.
        Folder = 1,
        /// A file.
        File = 2,
        /// A document (微文档文档).
        Document = 3,
        /// A spreadsheet (微文档表格).
        Spreadsheet = 4,
        /// A form (微文档收集表).
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

/// Uploads a file of up to 10 MB to the drive (微盘).
///
/// Larger ones are uploaded in parts, by [`BeginUpload`](super::BeginUpload).
///
/// Fails with 640047 when the file is too large, with 640022 when the content is no Base64, with
/// 640009 when the name is not allowed, with 640007 when the drive is full, with 640060 when the
/// space has as many files as possible, with 640001 when there is no such space.
#[endpoint(POST "/cgi-bin/wedrive/file_upload", title = "上传文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97880",
    scope(work), reply = UploadedFile, call = wedrive.upload)]
pub struct UploadFile {
    /// The space. Either it and the folder, or `selected_ticket` must be given.
    pub spaceid: Option<SpaceId>,
    /// The folder; the space's own id for its top level.
    pub fatherid: Option<FileId>,
    /// The ticket of a folder that a user selected in the JS-SDK's dialog.
    pub selected_ticket: Option<String>,
    /// Name of the file, up to 255 characters.
    pub file_name: String,
    /// Content of the file, in Base64.
    pub file_base64_content: String,
}

/// A file that was uploaded.
#[endpoint(part, reply_to(UploadFile, crate::wedrive::FinishUpload))]
pub struct UploadedFile {
    /// The new file.
    pub fileid: FileId,
}

/// Returns the address from which a file of the drive (微盘) can be downloaded within two hours.
///
/// Fails with 640002 when there is no such file, with 640003 when it was deleted, with 640004 when
/// the app may not read it.
#[endpoint(POST "/cgi-bin/wedrive/file_download", title = "下载文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97881",
    scope(work), retry = safe, reply = FileDownload, call = wedrive.download)]
pub struct GetFileDownload {
    /// The file. Either it or `selected_ticket` must be given.
    pub fileid: Option<FileId>,
    /// The ticket of a file that a user selected in the JS-SDK's dialog.
    pub selected_ticket: Option<String>,
}

/// Where a file can be downloaded.
#[endpoint(part, reply_to(GetFileDownload))]
pub struct FileDownload {
    /// The address, valid for two hours. The cookie must be sent along.
    pub download_url: String,
    /// Name of the cookie to send.
    pub cookie_name: Option<String>,
    /// Value of the cookie to send.
    #[serde(
        serialize_with = "weixin_api::expose_some",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub cookie_value: Option<Secret>,
}

/// Creates a folder or a document in the drive (微盘).
#[endpoint(POST "/cgi-bin/wedrive/file_create", title = "新建文件夹/文档",
    doc = "https://developer.work.weixin.qq.com/document/path/97882",
    scope(work), reply = CreatedFile, call = wedrive.create)]
pub struct CreateFile {
    /// The space to create it in.
    pub spaceid: SpaceId,
    /// The folder; the space's own id for its top level.
    pub fatherid: FileId,
    /// What to create: a folder, document or spreadsheet.
    pub file_type: DriveFileType,
    /// Name of the file, up to 255 characters.
    pub file_name: String,
}

/// A new folder or document.
#[endpoint(part, reply_to(CreateFile))]
pub struct CreatedFile {
    /// The new folder or document.
    pub fileid: FileId,
    /// The address at which it opens; only for documents (微文档).
    pub url: Option<String>,
}

/// Renames a file or folder of the drive (微盘).
#[endpoint(POST "/cgi-bin/wedrive/file_rename", title = "重命名文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97883",
    scope(work), retry = safe, reply = RenamedFile, call = wedrive.rename)]
pub struct RenameFile {
    /// The file to rename.
    pub fileid: FileId,
    /// The new name, up to 255 characters.
    pub new_name: String,
}

/// The file with its new name.
#[endpoint(part, reply_to(RenameFile))]
pub struct RenamedFile {
    /// The file after the change.
    pub file: DriveFile,
}

/// Moves files of the drive (微盘) into a folder.
#[endpoint(POST "/cgi-bin/wedrive/file_move", title = "移动文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97884",
    scope(work), retry = safe, reply = MovedFiles, call = wedrive.move_files)]
pub struct MoveFiles {
    /// The target folder; a space's own id for its top level.
    pub fatherid: FileId,
    /// The files and folders to move.
    pub fileid: Vec<FileId>,
    /// Whether files of the same name are replaced; the moved ones are renamed if left out.
    pub replace: Option<bool>,
}

/// Files that were moved.
#[endpoint(part, reply_to(MoveFiles))]
pub struct MovedFiles {
    /// The files in their new place.
    pub file_list: FileItems,
}

/// Deletes files of the drive (微盘).
#[endpoint(POST "/cgi-bin/wedrive/file_delete", title = "删除文件",
    doc = "https://developer.work.weixin.qq.com/document/path/97885",
    scope(work), retry = safe, call = wedrive.delete)]
pub struct DeleteFiles {
    /// The files and folders to delete.
    pub fileid: Vec<FileId>,
}

/// Returns name, size and times of a file of the drive (微盘).
///
/// Fails with 640002 when there is no such file, with 640003 when it was deleted, with 640004 when
/// the app may not read it.
#[endpoint(POST "/cgi-bin/wedrive/file_info", title = "获取文件信息",
    doc = "https://developer.work.weixin.qq.com/document/path/97886",
    scope(work), retry = safe, reply = FileDetail, call = wedrive.get)]
pub struct GetFile {
    /// The file to look up.
    pub fileid: FileId,
}

/// The details of a file.
#[endpoint(part, reply_to(GetFile))]
pub struct FileDetail {
    /// Name, place and size of the file.
    pub file_info: DriveFile,
}
