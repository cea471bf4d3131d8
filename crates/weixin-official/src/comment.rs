//! Comments below articles (图文消息留言管理). `/cgi-bin/comment/*`

use weixin_api::{Call, Caller, Timestamp, endpoint, group, int_enum};
use weixin_protocol::OpenId;

use crate::ids::MsgDataId;

group! {
    /// Comments below articles (图文消息留言管理).
    comments: [
        GetComments, OpenComments, CloseComments, ChooseComment, UnchooseComment, DeleteComment,
        ReplyToComment, DeleteReplyToComment,
    ]
}

weixin_api::integer_id! {
    /// A comment below an article (留言, user_comment_id). Unique below this article only.
    CommentId(u64)
}

/// Opens the comments of a sent article.
///
/// Fails with 88000 when the account may not use comments, with 88001 when there is no such
/// article, with 88002 when the article may have none.
#[endpoint(POST "/cgi-bin/comment/open", title = "打开已群发文章评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.open)]
pub struct OpenComments {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
}

/// Closes the comments of a sent article.
///
/// Fails with 88000 when the account may not use comments, with 88001 when there is no such
/// article.
#[endpoint(POST "/cgi-bin/comment/close", title = "关闭已群发文章评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.close)]
pub struct CloseComments {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
}

/// Returns the comments of an article, from one position on.
///
/// Fails with 88000 when the account may not use comments, with 88001 when there is no such
/// article, with 88010 when `count` is 0 or too large.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let page = wx.comments().list(2_247_483_650, 0, 49).await?;
/// for comment in page.comment.iter().filter(|comment| !comment.chosen) {
///     println!("{} by {}: {}", comment.user_comment_id, comment.openid, comment.content);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/comment/list", title = "查看指定文章的评论数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, reply = Comments, call = "wx.comments().list(msg_data_id, begin, count)")]
pub struct GetComments {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
    /// How many comments to skip.
    pub begin: u64,
    /// How many comments to return: at most 49.
    pub count: u32,
    /// Which comments to return.
    #[serde(rename = "type")]
    pub kind: CommentFilter,
}

int_enum! {
    /// Which comments to return.
    pub enum CommentFilter {
        /// Ordinary and featured comments.
        All = 0,
        /// Only comments that are not featured.
        Ordinary = 1,
        /// Only featured comments (精选评论).
        Chosen = 2,
    }
}

/// A page of the comments of an article.
#[endpoint(part, reply_to(GetComments))]
pub struct Comments {
    /// How many comments the filter matches in all.
    pub total: u64,
    /// The comments of this page.
    pub comment: Vec<Comment>,
}

/// A comment below an article.
#[endpoint(part)]
pub struct Comment {
    /// The id of the comment, unique below this article.
    pub user_comment_id: CommentId,
    /// The user who wrote it.
    pub openid: OpenId,
    /// When it was written.
    pub create_time: Timestamp,
    /// The text of the comment.
    pub content: String,
    /// Whether the comment is featured (精选评论): everybody sees it below the article.
    #[serde(rename = "comment_type", with = "weixin_api::bool_as_int")]
    pub chosen: bool,
    /// The account's reply; empty if there is none.
    #[serde(default)]
    pub reply: Vec<CommentReply>,
}

/// The account's reply to a comment.
#[endpoint(part)]
pub struct CommentReply {
    /// The text of the reply.
    pub content: String,
    /// When the reply was written.
    pub create_time: Timestamp,
}

/// Features a comment, so that it is shown below the article (标记精选).
///
/// Fails with 88001 when there is no such article, with 88003 when it has as many featured comments
/// as are allowed, with 88004 when the user deleted the comment, with 88008 when there is no such
/// comment.
#[endpoint(POST "/cgi-bin/comment/markelect", title = "将评论标记精选",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.choose)]
pub struct ChooseComment {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
    /// The comment, one below this article.
    pub user_comment_id: CommentId,
}

/// Removes a comment from the featured ones (取消精选).
///
/// Fails with 88001 when there is no such article, with 88008 when there is no such comment.
#[endpoint(POST "/cgi-bin/comment/unmarkelect", title = "将评论取消精选",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.unchoose)]
pub struct UnchooseComment {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
    /// The comment, one below this article.
    pub user_comment_id: CommentId,
}

/// Deletes a comment.
///
/// Fails with 88001 when there is no such article, with 88008 when there is no such comment.
#[endpoint(POST "/cgi-bin/comment/delete", title = "删除评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.delete)]
pub struct DeleteComment {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
    /// The comment, one below this article.
    pub user_comment_id: CommentId,
}

/// Replies to a comment. The reply is public.
///
/// Fails with 88001 when there is no such article, with 88005 when the comment has a reply, with
/// 88007 when the reply is empty or too long, with 88008 when there is no such comment.
#[endpoint(POST "/cgi-bin/comment/reply/add", title = "回复评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), call = comments.reply)]
pub struct ReplyToComment {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
    /// The comment, one below this article.
    pub user_comment_id: CommentId,
    /// The text of the reply.
    pub content: String,
}

/// Deletes the account's reply to a comment.
///
/// Fails with 88001 when there is no such article, with 88008 when there is no such comment.
#[endpoint(POST "/cgi-bin/comment/reply/delete", title = "删除回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.delete_reply)]
pub struct DeleteReplyToComment {
    /// The message the article was sent in; sending it returned the id.
    pub msg_data_id: MsgDataId,
    /// The position of the article in the message, from 0. `None`: the first.
    pub index: Option<u32>,
    /// The comment, one below this article.
    pub user_comment_id: CommentId,
}
impl<'c, C: Caller + ?Sized> CommentsHandle<'c, C> {
    /// Returns the comments of an article; see [`GetComments`].
    pub fn list(
        &self,
        msg_data_id: impl Into<MsgDataId>,
        begin: u64,
        count: u32,
    ) -> Call<'c, C, GetComments> {
        Call::new(self.caller, GetComments::new(msg_data_id, begin, count, CommentFilter::All))
    }
}
