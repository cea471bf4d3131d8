//! Spaces and files of the corporation's drive (微盘). `/cgi-bin/wedrive/*`

mod capacity;
mod event;
mod file;
mod permission;
mod space;
mod upload;

use weixin_api::group;

pub use capacity::{
    AddDriveVips, DeleteDriveVips, DriveCapacity, DriveProInfo, DriveVipResult, DriveVips,
    GetDriveCapacity, GetDriveProInfo, GetDriveVips,
};
pub use event::{
    ArchivedSpaceChange, FileArchiveMembersChange, FileArchiveScopeChange, FileChange, SpaceChange,
    WedriveArchiveSpaceChange, WedriveFileChange, WedriveInsufficientCapacity, WedriveSpaceChange,
};
pub use file::{
    CreateFile, CreatedFile, DeleteFiles, DriveFile, DriveFileStatus, DriveFileType, FileDetail,
    FileDownload, FileItems, FileList, FileOrder, GetFile, GetFileDownload, GetFiles, MoveFiles,
    MovedFiles, RenameFile, RenamedFile, UploadFile, UploadedFile,
};
pub use permission::{
    AddFileMembers, DeleteFileMembers, DriveWatermarkDensity, FileLink, FilePermission, FileScope,
    FileSecurity, GetFilePermission, InheritedAuth, SetFileScope, SetFileSecurity, ShareFile,
    ShareRange, Watermark,
};
pub use space::{
    AddSpaceMembers, CreateSpace, CreatedSpace, DefaultFileScope, DeleteSpaceMembers, DismissSpace,
    DriveAuth, DriveMember, DriveMemberType, GetSpace, GetSpaceWithSettings, RenameSpace,
    SetSpaceSecurity, ShareSpace, Space, SpaceDetail, SpaceKind, SpaceLink, SpaceMembers,
    SpaceSecurity,
};
pub use upload::{BeginUpload, BegunUpload, FinishUpload, UploadPart};

group! {
    /// Spaces and files of the drive (微盘).
    wedrive: [
        CreateSpace, RenameSpace, DismissSpace, GetSpace, GetSpaceWithSettings, AddSpaceMembers,
        DeleteSpaceMembers, SetSpaceSecurity, ShareSpace, GetFiles, UploadFile, GetFileDownload,
        CreateFile, RenameFile, MoveFiles, DeleteFiles, GetFile, BeginUpload, UploadPart,
        FinishUpload, AddFileMembers, DeleteFileMembers, SetFileScope, ShareFile, GetFilePermission,
        SetFileSecurity, GetDriveCapacity, GetDriveProInfo, AddDriveVips, DeleteDriveVips,
        GetDriveVips,
    ]
}

weixin_protocol::messages![
    WedriveInsufficientCapacity,
    WedriveSpaceChange,
    WedriveFileChange,
    WedriveArchiveSpaceChange,
    FileArchiveScopeChange,
    FileArchiveMembersChange
];
