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
