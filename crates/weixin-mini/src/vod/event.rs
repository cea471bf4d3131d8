//! What the platform tells about uploads and reviews.

use weixin_protocol::{Header, inbound};

/// An upload of a video has ended. Event `secvod_upload_event`.
#[inbound(event = "secvod_upload_event", scope(mini))]
pub struct SecVodUpload {
    /// From whom, to whom, when.
    pub header: Header,
    /// What became of it.
    #[field(name = "upload_event")]
    pub upload: SecVodUploaded,
}

/// What became of an upload.
#[inbound(part)]
pub struct SecVodUploaded {
    /// The video.
    #[field(name = "media_id")]
    pub media_id: Option<String>,
    /// What was said when it began.
    #[field(name = "source_context")]
    pub source_context: Option<String>,
    /// 0 if it has succeeded.
    #[field(name = "errcode")]
    pub errcode: Option<i64>,
    /// Why it failed.
    #[field(name = "errmsg")]
    pub errmsg: Option<String>,
}

/// The platform has looked at a play. Event `secvod_audit_event`.
#[inbound(event = "secvod_audit_event", scope(mini))]
pub struct SecVodAudit {
    /// From whom, to whom, when.
    pub header: Header,
    /// What it thinks.
    #[field(name = "audit_event")]
    pub audit: SecVodAudited,
}

/// What the platform thinks of a play.
#[inbound(part)]
pub struct SecVodAudited {
    /// The play.
    #[field(name = "drama_id")]
    pub drama_id: Option<String>,
    /// What was said when it was submitted.
    #[field(name = "source_context")]
    pub source_context: Option<String>,
    /// What it thinks.
    #[field(name = "audit_detail")]
    pub audit_detail: Option<SecAuditDetail>,
}

/// What the platform thinks.
#[inbound(part)]
pub struct SecAuditDetail {
    /// What was looked at.
    #[field(name = "audit_type")]
    pub audit_type: Option<i64>,
    /// 0 nothing that could be said, 1 it is being looked at, 2 refused for good, 3 it may be
    /// shown, 4 refused, and may be submitted again.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// When it was asked, in seconds since 1970.
    #[field(name = "create_time")]
    pub create_time: Option<i64>,
    /// When it answered, in seconds since 1970.
    #[field(name = "audit_time")]
    pub audit_time: Option<i64>,
}

/// The platform has looked at a book. Event `secbook_audit_event`.
#[inbound(event = "secbook_audit_event", scope(mini))]
pub struct SecBookAudit {
    /// From whom, to whom, when.
    pub header: Header,
    /// What it thinks.
    #[field(name = "audit_event")]
    pub audit: SecBookAudited,
}

/// What the platform thinks of a book.
#[inbound(part)]
pub struct SecBookAudited {
    /// The book.
    #[field(name = "book_id")]
    pub book_id: Option<String>,
    /// What it thinks.
    #[field(name = "audit_detail")]
    pub audit_detail: Option<SecAuditDetail>,
}
