//! Pushes about the drive.

use weixin_protocol::{Header, inbound};

/// There is little room left. Event `wedrive_insufficient_capacity`.
#[inbound(event = "wedrive_insufficient_capacity", scope(work))]
pub struct WedriveInsufficientCapacity {
    /// From whom, to whom, when.
    pub header: Header,
}

/// Something happened to spaces. Event `wedrive_space_change`.
#[inbound(event = "wedrive_space_change", scope(work))]
pub struct WedriveSpaceChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// What, such as `dismiss_space`.
    pub change_type: String,
    /// The spaces.
    pub space_id: Vec<String>,
}

/// Something happened to files. Event `wedrive_file_change`.
#[inbound(event = "wedrive_file_change", scope(work))]
pub struct WedriveFileChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// What.
    pub change_type: String,
    /// The files.
    pub file_id: Vec<String>,
}
