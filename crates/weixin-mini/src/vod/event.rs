//! Events about uploads and reviews.

use weixin_api::Timestamp;
use weixin_protocol::{Header, inbound};

use super::{DramaId, VideoAuditStatus, VideoId};

weixin_api::string_id! {
    /// A book under review (book_id).
    BookId
}

/// The upload of a video has ended, with or without success.
#[inbound(event = "secvod_upload_event", scope(mini))]
pub struct SecVodUpload {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The video and the result.
    #[field(name = "upload_event")]
    pub upload: SecVodUploaded,
}

/// The result of an upload.
#[inbound(part)]
pub struct SecVodUploaded {
    /// The uploaded video.
    #[field(name = "media_id")]
    pub media_id: Option<VideoId>,
    /// What the account attached when the upload began.
    #[field(name = "source_context")]
    pub source_context: Option<String>,
    /// 0 if the upload succeeded; else the code of the failure.
    #[field(name = "errcode")]
    pub errcode: Option<i64>,
    /// The reason of the failure.
    #[field(name = "errmsg")]
    pub errmsg: Option<String>,
}

/// The review of a drama has changed.
#[inbound(event = "secvod_audit_event", scope(mini))]
pub struct SecVodAudit {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The drama and the result.
    #[field(name = "audit_event")]
    pub audit: SecVodAudited,
}

/// The result of a drama's review.
#[inbound(part)]
pub struct SecVodAudited {
    /// The reviewed drama.
    #[field(name = "drama_id")]
    pub drama_id: Option<DramaId>,
    /// What the account attached when the drama was submitted.
    #[field(name = "source_context")]
    pub source_context: Option<String>,
    /// The state of the review.
    #[field(name = "audit_detail")]
    pub audit_detail: Option<SecAuditDetail>,
}

/// The state of a review.
#[inbound(part)]
pub struct SecAuditDetail {
    /// What was reviewed. The numbers are not documented here.
    #[field(name = "audit_type")]
    pub audit_type: Option<i64>,
    /// The state of the review.
    #[field(name = "status")]
    pub status: Option<VideoAuditStatus>,
    /// When the review was requested.
    #[field(name = "create_time")]
    pub create_time: Option<Timestamp>,
    /// When the review ended.
    #[field(name = "audit_time")]
    pub audit_time: Option<Timestamp>,
}

/// The review of a book has changed.
#[inbound(event = "secbook_audit_event", scope(mini))]
pub struct SecBookAudit {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The book and the result.
    #[field(name = "audit_event")]
    pub audit: SecBookAudited,
}

/// The result of a book's review.
#[inbound(part)]
pub struct SecBookAudited {
    /// The reviewed book.
    #[field(name = "book_id")]
    pub book_id: Option<BookId>,
    /// The state of the review.
    #[field(name = "audit_detail")]
    pub audit_detail: Option<SecAuditDetail>,
}
