//! Pushes about the drive.

use weixin_api::StringEnum;
use weixin_protocol::{Header, inbound};

use crate::ids::{FileId, SpaceId};

/// The corporation's storage in the drive is nearly used up.
#[inbound(event = "wedrive_insufficient_capacity", scope(work))]
pub struct WedriveInsufficientCapacity {
    /// Sender, receiver and time of the event.
    pub header: Header,
}

/// A space that the app created was dissolved in WeCom, or its members or security settings were
/// changed there.
///
/// Pushed to the app that created the space.
#[inbound(event = "wedrive_space_change", scope(work))]
pub struct WedriveSpaceChange {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// What was changed.
    pub change_type: SpaceChange,
    /// The spaces that were changed.
    pub space_id: Vec<SpaceId>,
}

/// Files that the app uploaded were created, renamed, changed, moved or deleted in WeCom.
///
/// Pushed to the app that uploaded them.
#[inbound(event = "wedrive_file_change", scope(work))]
pub struct WedriveFileChange {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// What was changed.
    pub change_type: FileChange,
    /// The files that were changed.
    pub file_id: Vec<FileId>,
}

/// A space of the drive came into the scope of its archive (微盘内容存档), or left it.
///
/// Pushed to the app that may call the archive.
#[inbound(event = "wedrive_archive_space_change", scope(work))]
pub struct WedriveArchiveSpaceChange {
    /// The member whose spaces changed, receiver and time of the event.
    pub header: Header,
    /// Whether the space is archived from now on, or no longer.
    pub change_type: ArchivedSpaceChange,
    /// The space that changed.
    pub space_id: SpaceId,
}

/// The corporation changed which members are archived (文件内容存档的被存档成员范围).
///
/// Pushed to the app that may call the archive of files. The push does not name the members.
#[inbound(event = "file_content_archive_auth_change", scope(work))]
pub struct FileArchiveScopeChange {
    /// Sender, receiver and time of the event. The sender is always `sys`.
    pub header: Header,
}

/// Members were added to the archive of files (文件内容存档) or removed from it, because accounts were
/// bought, assigned, or have expired.
///
/// Pushed to the app that may call the archive. The push does not name the members.
#[inbound(event = "file_content_archive_user_list_change", scope(work))]
pub struct FileArchiveMembersChange {
    /// Sender, receiver and time of the event. The sender is always `sys`.
    pub header: Header,
}

/// How the archive of a space changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ArchivedSpaceChange {
    /// The space is archived from now on (授权).
    #[string_enum(rename = "auth_space")]
    Authorized,
    /// The space is no longer archived (取消授权): it was dissolved, or the member left it or withdrew
    /// the permission.
    #[string_enum(rename = "cancel_auth_space")]
    Cancelled,
    /// A value that this version does not know.
    Other(String),
}

/// What was changed about spaces.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SpaceChange {
    /// They were dissolved.
    #[string_enum(rename = "dismiss_space")]
    Dismissed,
    /// Their members were changed.
    #[string_enum(rename = "space_member_change")]
    Members,
    /// Their security settings were changed.
    #[string_enum(rename = "space_security_settings_change")]
    SecuritySettings,
    /// A value that this version does not know.
    Other(String),
}

/// What was changed about files.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FileChange {
    /// They were created.
    #[string_enum(rename = "create_file")]
    Created,
    /// They were renamed.
    #[string_enum(rename = "rename_file")]
    Renamed,
    /// Their content was changed.
    #[string_enum(rename = "update_file")]
    Updated,
    /// They were deleted.
    #[string_enum(rename = "delete_file")]
    Deleted,
    /// They were moved.
    #[string_enum(rename = "move_file")]
    Moved,
    /// A value that this version does not know.
    Other(String),
}
