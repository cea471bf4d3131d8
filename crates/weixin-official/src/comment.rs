//! Comments below articles (图文消息留言管理). `/cgi-bin/comment/*`

use weixin_api::{Call, Caller, Timestamp, endpoint, group, int_enum};
use weixin_protocol::OpenId;

group! {
    /// Comments below articles (图文消息留言管理).
    comments: [GetComments, OpenComments, CloseComments, ChooseComment, UnchooseComment, DeleteComment, ReplyToComment, DeleteReplyToComment]
}

/// Opens the comments of an article.
#[endpoint(POST "/cgi-bin/comment/open", title = "打开已群发文章评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.open)]
pub struct OpenComments {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
}

/// Closes the comments of an article.
#[endpoint(POST "/cgi-bin/comment/close", title = "关闭已群发文章评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.close)]
pub struct CloseComments {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
}

/// Gives the comments of an article.
#[endpoint(POST "/cgi-bin/comment/list", title = "查看指定文章的评论数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, reply = Comments, call = "wx.comments().list(msg_data_id, begin, count)")]
pub struct GetComments {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// Where to begin, from 0.
    pub begin: u64,
    /// How many: up to 49.
    pub count: u32,
    /// Which ones.
    #[serde(rename = "type")]
    pub kind: CommentFilter,
}

int_enum! {
    /// Which comments.
    pub enum CommentFilter {
        /// All of them.
        All = 0,
        /// Those not chosen.
        Ordinary = 1,
        /// Those chosen to stand below the article.
        Chosen = 2,
    }
}

/// Comments of an article.
#[endpoint(part, reply_to(GetComments))]
pub struct Comments {
    /// How many there are.
    pub total: u64,
    /// This page of them.
    pub comment: Vec<Comment>,
}

/// A comment.
#[endpoint(part)]
pub struct Comment {
    /// Its number below this article.
    pub user_comment_id: u64,
    /// Who wrote it.
    pub openid: OpenId,
    /// When.
    pub create_time: Timestamp,
    /// What.
    pub content: String,
    /// Whether it was chosen to stand below the article.
    #[serde(rename = "comment_type", with = "weixin_api::bool_as_int")]
    pub chosen: bool,
    /// The account's answer.
    #[serde(default)]
    pub reply: Vec<CommentReply>,
}

/// What the account answered to a comment.
#[endpoint(part)]
pub struct CommentReply {
    /// The text.
    pub content: String,
    /// When.
    pub create_time: Timestamp,
}

/// Chooses a comment to stand below the article.
#[endpoint(POST "/cgi-bin/comment/markelect", title = "将评论标记精选",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.choose)]
pub struct ChooseComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}

/// Takes a chosen comment away from below the article.
#[endpoint(POST "/cgi-bin/comment/unmarkelect", title = "将评论取消精选",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.unchoose)]
pub struct UnchooseComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}

/// Deletes a comment.
#[endpoint(POST "/cgi-bin/comment/delete", title = "删除评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.delete)]
pub struct DeleteComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}

/// Answers a comment, for all to see.
#[endpoint(POST "/cgi-bin/comment/reply/add", title = "回复评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), call = comments.reply)]
pub struct ReplyToComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
    /// The answer.
    pub content: String,
}

/// Deletes the answer to a comment.
#[endpoint(POST "/cgi-bin/comment/reply/delete", title = "删除回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, call = comments.delete_reply)]
pub struct DeleteReplyToComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}
impl<'c, C: Caller + ?Sized> CommentsHandle<'c, C> {
    /// The comments of an article; see [`GetComments`].
    pub fn list(&self, msg_data_id: u64, begin: u64, count: u32) -> Call<'c, C, GetComments> {
        Call::new(self.caller, GetComments::new(msg_data_id, begin, count, CommentFilter::All))
    }
}
