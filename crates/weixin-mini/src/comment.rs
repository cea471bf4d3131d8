//! What users say of a Mini Program (小程序评价), and who shares it (推广者): what the platform tells about
//! both.

use weixin_protocol::{Header, UserId, inbound, messages};

messages![CommentBadScore, SharerAction, SharerBindStatusChanged];

/// A user has given a bad mark. Event `wxa_comment_bad_score`.
#[inbound(event = "wxa_comment_bad_score", scope(mini))]
pub struct CommentBadScore {
    /// From whom, to whom, when.
    pub header: Header,
    /// What they said.
    #[field(name = "result")]
    pub comment: BadScoreComment,
}

/// What a user said.
#[inbound(part)]
pub struct BadScoreComment {
    /// The comment.
    #[field(name = "comment_id")]
    pub comment_id: Option<String>,
}

/// Somebody who shares the Mini Program has brought a user. Event `miniprogram_sharer_action`.
#[inbound(event = "miniprogram_sharer_action", scope(mini))]
pub struct SharerAction {
    /// From whom, to whom, when.
    pub header: Header,
    /// What the user did.
    #[field(name = "type")]
    pub kind: Option<i64>,
    /// The user.
    #[field(name = "openid")]
    pub openid: Option<UserId>,
    /// Who has brought them.
    #[field(name = "promoter")]
    pub promoter: Option<SharerPromoter>,
}

/// Who shares a Mini Program.
#[inbound(part)]
pub struct SharerPromoter {
    /// Their name in Channels.
    #[field(name = "finder_nickname")]
    pub finder_nickname: Option<String>,
    /// Their number.
    #[field(name = "promoter_id")]
    pub promoter_id: Option<String>,
    /// Who they are.
    #[field(name = "promoter_openid")]
    pub promoter_openid: Option<UserId>,
}

/// Somebody has begun or ceased to share the Mini Program. Event
/// `miniprogram_sharer_bind_status_change`.
#[inbound(event = "miniprogram_sharer_bind_status_change", scope(mini))]
pub struct SharerBindStatusChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// Who they are.
    #[field(name = "openid")]
    pub openid: Option<UserId>,
    /// Which of both.
    #[field(name = "bind_status")]
    pub bind_status: Option<i64>,
}
