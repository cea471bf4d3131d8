//! Spaces and files of the corporation's drive (微盘). `/cgi-bin/wedrive/*`

mod capacity;
mod event;
mod file;
mod permission;
mod space;
mod upload;

use weixin_api::{Call, Caller, On, endpoints};
use weixin_protocol::UserId;

pub use capacity::{
    AddDriveVips, DeleteDriveVips, DriveCapacity, DriveProInfo, DriveVipResult, DriveVips,
    GetDriveCapacity, GetDriveProInfo, GetDriveProInfoCall, GetDriveVips, GetDriveVipsCall,
};
pub use event::{WedriveFileChange, WedriveInsufficientCapacity, WedriveSpaceChange};
pub use file::{
    CreateFile, CreatedFile, DeleteFiles, DriveFile, DriveFileType, FileDetail, FileDownload,
    FileItems, FileList, FileOrder, GetFile, GetFileDownload, GetFileDownloadCall, GetFiles,
    MoveFiles, MoveFilesCall, MovedFiles, RenameFile, RenamedFile, UploadFile, UploadFileCall,
    UploadedFile,
};
pub use permission::{
    AddFileMembers, DeleteFileMembers, FileLink, FilePermission, FileSecurity, GetFilePermission,
    InheritedAuth, SetFileScope, SetFileScopeCall, SetFileSecurity, SetFileSecurityCall, ShareFile,
    ShareRange, Watermark,
};
pub use space::{
    AddSpaceMembers, CreateSpace, CreateSpaceCall, DeleteSpaceMembers, DismissSpace, DriveMember,
    DriveMemberType, GetSpace, GetSpaceWithSettings, RenameSpace, SetSpaceSecurity,
    SetSpaceSecurityCall, ShareSpace, Space, SpaceDetail, SpaceId, SpaceLink, SpaceMembers,
    SpaceSecurity,
};
pub use upload::{BeginUpload, BeginUploadCall, BegunUpload, FinishUpload, UploadPart};

endpoints![
    CreateSpace,
    RenameSpace,
    DismissSpace,
    GetSpace,
    GetSpaceWithSettings,
    AddSpaceMembers,
    DeleteSpaceMembers,
    SetSpaceSecurity,
    ShareSpace,
    GetFiles,
    UploadFile,
    GetFileDownload,
    CreateFile,
    RenameFile,
    MoveFiles,
    DeleteFiles,
    GetFile,
    BeginUpload,
    UploadPart,
    FinishUpload,
    AddFileMembers,
    DeleteFileMembers,
    SetFileScope,
    ShareFile,
    GetFilePermission,
    SetFileSecurity,
    GetDriveCapacity,
    GetDriveProInfo,
    AddDriveVips,
    DeleteDriveVips,
    GetDriveVips
];

weixin_protocol::messages![WedriveInsufficientCapacity, WedriveSpaceChange, WedriveFileChange];

/// The group as a client has it: `wx.wedrive()`.
#[derive(Debug)]
pub struct Wedrive<'c, C: ?Sized>(&'c C);

/// Gives a client `wedrive()`.
pub trait WedriveApi: Caller {
    /// Spaces and files of the drive (微盘).
    fn wedrive(&self) -> Wedrive<'_, Self> {
        Wedrive(self)
    }
}

impl<C: Caller + ?Sized> WedriveApi for C where CreateSpace: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Wedrive<'c, C> {
    /// Makes a space; see [`CreateSpace`].
    pub fn create_space(&self, space_name: impl Into<String>) -> Call<'c, C, CreateSpace> {
        Call::new(self.0, CreateSpace::new(space_name))
    }

    /// Gives a space another name; see [`RenameSpace`].
    pub fn rename_space(
        &self,
        spaceid: impl Into<String>,
        space_name: impl Into<String>,
    ) -> Call<'c, C, RenameSpace> {
        Call::new(self.0, RenameSpace::new(spaceid, space_name))
    }

    /// Gives a space up; see [`DismissSpace`].
    pub fn dismiss_space(&self, spaceid: impl Into<String>) -> Call<'c, C, DismissSpace> {
        Call::new(self.0, DismissSpace::new(spaceid))
    }

    /// A space; see [`GetSpace`].
    pub fn space(&self, spaceid: impl Into<String>) -> Call<'c, C, GetSpace> {
        Call::new(self.0, GetSpace::new(spaceid))
    }

    /// A space and what is allowed in it; see [`GetSpaceWithSettings`].
    pub fn space_with_settings(
        &self,
        spaceid: impl Into<String>,
    ) -> Call<'c, C, GetSpaceWithSettings> {
        Call::new(self.0, GetSpaceWithSettings::new(spaceid))
    }

    /// Lets somebody use a space; see [`AddSpaceMembers`].
    pub fn add_space_members(
        &self,
        spaceid: impl Into<String>,
        auth_info: impl Into<Vec<DriveMember>>,
    ) -> Call<'c, C, AddSpaceMembers> {
        Call::new(self.0, AddSpaceMembers::new(spaceid, auth_info))
    }

    /// Keeps somebody out of a space; see [`DeleteSpaceMembers`].
    pub fn delete_space_members(
        &self,
        spaceid: impl Into<String>,
        auth_info: impl Into<Vec<DriveMember>>,
    ) -> Call<'c, C, DeleteSpaceMembers> {
        Call::new(self.0, DeleteSpaceMembers::new(spaceid, auth_info))
    }

    /// Says what is allowed in a space; see [`SetSpaceSecurity`].
    pub fn set_space_security(&self, spaceid: impl Into<String>) -> Call<'c, C, SetSpaceSecurity> {
        Call::new(self.0, SetSpaceSecurity::new(spaceid))
    }

    /// A link to join a space; see [`ShareSpace`].
    pub fn share_space(&self, spaceid: impl Into<String>) -> Call<'c, C, ShareSpace> {
        Call::new(self.0, ShareSpace::new(spaceid))
    }

    /// What is in a folder, a page when awaited; see [`GetFiles`].
    pub fn files(
        &self,
        spaceid: impl Into<String>,
        fatherid: impl Into<String>,
        sort_type: impl Into<FileOrder>,
        start: u64,
        limit: u32,
    ) -> Call<'c, C, GetFiles> {
        Call::new(self.0, GetFiles::new(spaceid, fatherid, sort_type, start, limit))
    }

    /// Uploads a file of up to 10 MB; see [`UploadFile`].
    pub fn upload(
        &self,
        file_name: impl Into<String>,
        file_base64_content: impl Into<String>,
    ) -> Call<'c, C, UploadFile> {
        Call::new(self.0, UploadFile::new(file_name, file_base64_content))
    }

    /// Where a file can be fetched; see [`GetFileDownload`].
    pub fn download(&self) -> Call<'c, C, GetFileDownload> {
        Call::new(self.0, GetFileDownload::new())
    }

    /// Makes a folder or a document; see [`CreateFile`].
    pub fn create(
        &self,
        spaceid: impl Into<String>,
        fatherid: impl Into<String>,
        file_type: impl Into<DriveFileType>,
        file_name: impl Into<String>,
    ) -> Call<'c, C, CreateFile> {
        Call::new(self.0, CreateFile::new(spaceid, fatherid, file_type, file_name))
    }

    /// Gives a file another name; see [`RenameFile`].
    pub fn rename(
        &self,
        fileid: impl Into<String>,
        new_name: impl Into<String>,
    ) -> Call<'c, C, RenameFile> {
        Call::new(self.0, RenameFile::new(fileid, new_name))
    }

    /// Moves files into a folder; see [`MoveFiles`].
    pub fn move_files(
        &self,
        fatherid: impl Into<String>,
        fileid: impl Into<Vec<String>>,
    ) -> Call<'c, C, MoveFiles> {
        Call::new(self.0, MoveFiles::new(fatherid, fileid))
    }

    /// Deletes files; see [`DeleteFiles`].
    pub fn delete(&self, fileid: impl Into<Vec<String>>) -> Call<'c, C, DeleteFiles> {
        Call::new(self.0, DeleteFiles::new(fileid))
    }

    /// A file; see [`GetFile`].
    pub fn get(&self, fileid: impl Into<String>) -> Call<'c, C, GetFile> {
        Call::new(self.0, GetFile::new(fileid))
    }

    /// Begins an upload in parts; see [`BeginUpload`].
    pub fn begin_upload(
        &self,
        file_name: impl Into<String>,
        size: u64,
        block_sha: impl Into<Vec<String>>,
    ) -> Call<'c, C, BeginUpload> {
        Call::new(self.0, BeginUpload::new(file_name, size, block_sha))
    }

    /// Uploads a part; see [`UploadPart`].
    pub fn upload_part(
        &self,
        upload_key: impl Into<String>,
        index: u32,
        file_base64_content: impl Into<String>,
    ) -> Call<'c, C, UploadPart> {
        Call::new(self.0, UploadPart::new(upload_key, index, file_base64_content))
    }

    /// Ends an upload in parts; see [`FinishUpload`].
    pub fn finish_upload(&self, upload_key: impl Into<String>) -> Call<'c, C, FinishUpload> {
        Call::new(self.0, FinishUpload::new(upload_key))
    }

    /// Lets somebody use a file; see [`AddFileMembers`].
    pub fn add_file_members(
        &self,
        fileid: impl Into<String>,
        auth_info: impl Into<Vec<DriveMember>>,
    ) -> Call<'c, C, AddFileMembers> {
        Call::new(self.0, AddFileMembers::new(fileid, auth_info))
    }

    /// Keeps somebody from a file; see [`DeleteFileMembers`].
    pub fn delete_file_members(
        &self,
        fileid: impl Into<String>,
        auth_info: impl Into<Vec<DriveMember>>,
    ) -> Call<'c, C, DeleteFileMembers> {
        Call::new(self.0, DeleteFileMembers::new(fileid, auth_info))
    }

    /// Says who may use a file; see [`SetFileScope`].
    pub fn set_file_scope(
        &self,
        fileid: impl Into<String>,
        auth_scope: u8,
    ) -> Call<'c, C, SetFileScope> {
        Call::new(self.0, SetFileScope::new(fileid, auth_scope))
    }

    /// A link to a file; see [`ShareFile`].
    pub fn share_file(&self, fileid: impl Into<String>) -> Call<'c, C, ShareFile> {
        Call::new(self.0, ShareFile::new(fileid))
    }

    /// Who may do what with a file; see [`GetFilePermission`].
    pub fn file_permission(&self, fileid: impl Into<String>) -> Call<'c, C, GetFilePermission> {
        Call::new(self.0, GetFilePermission::new(fileid))
    }

    /// Sets the watermark of a file; see [`SetFileSecurity`].
    pub fn set_file_security(&self, fileid: impl Into<String>) -> Call<'c, C, SetFileSecurity> {
        Call::new(self.0, SetFileSecurity::new(fileid))
    }

    /// How much room there is; see [`GetDriveCapacity`].
    pub fn capacity(&self) -> Call<'c, C, GetDriveCapacity> {
        Call::new(self.0, GetDriveCapacity::new())
    }

    /// What was bought; see [`GetDriveProInfo`].
    pub fn pro_info(&self) -> Call<'c, C, GetDriveProInfo> {
        Call::new(self.0, GetDriveProInfo::new())
    }

    /// Gives members paid accounts; see [`AddDriveVips`].
    pub fn add_vips(&self, userid_list: impl Into<Vec<UserId>>) -> Call<'c, C, AddDriveVips> {
        Call::new(self.0, AddDriveVips::new(userid_list))
    }

    /// Takes paid accounts from members; see [`DeleteDriveVips`].
    pub fn delete_vips(&self, userid_list: impl Into<Vec<UserId>>) -> Call<'c, C, DeleteDriveVips> {
        Call::new(self.0, DeleteDriveVips::new(userid_list))
    }

    /// Members with paid accounts, a page when awaited; see [`GetDriveVips`].
    pub fn vips(&self) -> Call<'c, C, GetDriveVips> {
        Call::new(self.0, GetDriveVips::new())
    }
}
