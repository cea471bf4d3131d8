//! Events about ratings of a Mini Program (小程序评价) and about its promoters (推广者).

use weixin_protocol::{Header, OpenId, inbound, messages};

use crate::ids::PromoterId;

messages![CommentBadScore, SharerAction, SharerBindStatusChanged];

weixin_api::string_id! {
    /// A rating that a user gave (评价 ID, comment_id).
    CommentId
}

/// A user has given the Mini Program a bad rating.
///
/// # Examples
///
/// ```
/// # use weixin_mini::comment::CommentBadScore;
/// // A handler: `Bot::new().on(bad_rating)`.
/// async fn bad_rating(event: CommentBadScore) {
///     println!("rating {:?} should be answered", event.comment.comment_id);
/// }
/// ```
#[inbound(event = "wxa_comment_bad_score", scope(mini))]
pub struct CommentBadScore {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The rating that the user gave.
    #[field(name = "result")]
    pub comment: BadScoreComment,
}

/// A rating of the Mini Program.
#[inbound(part)]
pub struct BadScoreComment {
    /// The rating that the user gave.
    #[field(name = "comment_id")]
    pub comment_id: Option<CommentId>,
}

/// A user whom a promoter brought has done something in the Mini Program.
#[inbound(event = "miniprogram_sharer_action", scope(mini))]
pub struct SharerAction {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// What the user did. The numbers are not documented here.
    #[field(name = "type")]
    pub kind: Option<i64>,
    /// The user whom the promoter brought.
    #[field(name = "openid")]
    pub openid: Option<OpenId>,
    /// The promoter who brought the user.
    #[field(name = "promoter")]
    pub promoter: Option<SharerPromoter>,
}

/// A promoter (推广者) of a Mini Program.
#[inbound(part)]
pub struct SharerPromoter {
    /// The promoter's name in Channels (视频号).
    #[field(name = "finder_nickname")]
    pub finder_nickname: Option<String>,
    /// The promoter, as the platform names them.
    #[field(name = "promoter_id")]
    pub promoter_id: Option<PromoterId>,
    /// The promoter as a user of the Mini Program.
    #[field(name = "promoter_openid")]
    pub promoter_openid: Option<OpenId>,
}

/// A user has become a promoter of the Mini Program or has ceased to be one.
#[inbound(event = "miniprogram_sharer_bind_status_change", scope(mini))]
pub struct SharerBindStatusChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The promoter as a user of the Mini Program.
    #[field(name = "openid")]
    pub openid: Option<OpenId>,
    /// Whether the user is a promoter now. The numbers are not documented here.
    #[field(name = "bind_status")]
    pub bind_status: Option<i64>,
}
