//! Comments below articles (图文消息留言管理). `/cgi-bin/comment/*`

use weixin_api::{Call, Caller, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![
    OpenComments,
    CloseComments,
    GetComments,
    ChooseComment,
    UnchooseComment,
    DeleteComment,
    ReplyToComment,
    DeleteReplyToComment
];

/// Opens the comments of an article. `POST /cgi-bin/comment/open`
#[endpoint(POST "/cgi-bin/comment/open", title = "打开已群发文章评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe)]
pub struct OpenComments {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
}

/// Closes the comments of an article. `POST /cgi-bin/comment/close`
#[endpoint(POST "/cgi-bin/comment/close", title = "关闭已群发文章评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe)]
pub struct CloseComments {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
}

/// Gives the comments of an article. `POST /cgi-bin/comment/list`
#[endpoint(POST "/cgi-bin/comment/list", title = "查看指定文章的评论数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe, reply = Comments)]
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

codes! {
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
#[endpoint(part)]
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
    #[serde(rename = "comment_type", with = "weixin_api::flag")]
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

/// Chooses a comment to stand below the article. `POST /cgi-bin/comment/markelect`
#[endpoint(POST "/cgi-bin/comment/markelect", title = "将评论标记精选",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe)]
pub struct ChooseComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}

/// Takes a chosen comment away from below the article. `POST /cgi-bin/comment/unmarkelect`
#[endpoint(POST "/cgi-bin/comment/unmarkelect", title = "将评论取消精选",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe)]
pub struct UnchooseComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}

/// Deletes a comment. `POST /cgi-bin/comment/delete`
#[endpoint(POST "/cgi-bin/comment/delete", title = "删除评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe)]
pub struct DeleteComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}

/// Answers a comment, for all to see. `POST /cgi-bin/comment/reply/add`
#[endpoint(POST "/cgi-bin/comment/reply/add", title = "回复评论",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official))]
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

/// Deletes the answer to a comment. `POST /cgi-bin/comment/reply/delete`
#[endpoint(POST "/cgi-bin/comment/reply/delete", title = "删除回复",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Comments_management/Image_Comments_Management_Interface.html",
    scope(official), retry = safe)]
pub struct DeleteReplyToComment {
    /// The message the article was sent in.
    pub msg_data_id: u64,
    /// Which of its articles, from 0; the first if left out.
    pub index: Option<u32>,
    /// The comment.
    pub user_comment_id: u64,
}
/// The group as a client has it: `wx.comments()`.
#[derive(Debug)]
pub struct CommentsOf<'c, C: ?Sized>(&'c C);

/// Gives a client `comments()`.
pub trait CommentsOfApi: Caller {
    /// Comments below articles (图文消息留言管理).
    fn comments(&self) -> CommentsOf<'_, Self> {
        CommentsOf(self)
    }
}

impl<C: Caller + ?Sized> CommentsOfApi for C where GetComments: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CommentsOf<'c, C> {
    /// Opens the comments of an article; see [`OpenComments`].
    pub fn open(&self, msg_data_id: u64) -> Call<'c, C, OpenComments> {
        Call::new(self.0, OpenComments::new(msg_data_id))
    }

    /// Closes them; see [`CloseComments`].
    pub fn close(&self, msg_data_id: u64) -> Call<'c, C, CloseComments> {
        Call::new(self.0, CloseComments::new(msg_data_id))
    }

    /// The comments of an article; see [`GetComments`].
    pub fn list(&self, msg_data_id: u64, begin: u64, count: u32) -> Call<'c, C, GetComments> {
        Call::new(self.0, GetComments::new(msg_data_id, begin, count, CommentFilter::All))
    }

    /// Chooses a comment; see [`ChooseComment`].
    pub fn choose(&self, msg_data_id: u64, user_comment_id: u64) -> Call<'c, C, ChooseComment> {
        Call::new(self.0, ChooseComment::new(msg_data_id, user_comment_id))
    }

    /// Takes a chosen comment away; see [`UnchooseComment`].
    pub fn unchoose(&self, msg_data_id: u64, user_comment_id: u64) -> Call<'c, C, UnchooseComment> {
        Call::new(self.0, UnchooseComment::new(msg_data_id, user_comment_id))
    }

    /// Deletes a comment; see [`DeleteComment`].
    pub fn delete(&self, msg_data_id: u64, user_comment_id: u64) -> Call<'c, C, DeleteComment> {
        Call::new(self.0, DeleteComment::new(msg_data_id, user_comment_id))
    }

    /// Answers a comment; see [`ReplyToComment`].
    pub fn reply(
        &self,
        msg_data_id: u64,
        user_comment_id: u64,
        content: impl Into<String>,
    ) -> Call<'c, C, ReplyToComment> {
        Call::new(self.0, ReplyToComment::new(msg_data_id, user_comment_id, content))
    }

    /// Deletes an answer; see [`DeleteReplyToComment`].
    pub fn delete_reply(
        &self,
        msg_data_id: u64,
        user_comment_id: u64,
    ) -> Call<'c, C, DeleteReplyToComment> {
        Call::new(self.0, DeleteReplyToComment::new(msg_data_id, user_comment_id))
    }
}
