//! The outcome of a mass message.

use super::MassMessageId;
use weixin_api::{StringEnum, int_enum};
use weixin_protocol::{Header, inbound};

/// A mass message was sent, or could not be.
///
/// It follows a [`SendMass`](super::SendMass) or a [`SendMassToAll`](super::SendMassToAll) when the
/// platform is done with it.
#[inbound(event = "MASSSENDJOBFINISH", scope(official))]
pub struct MassMessageFinished {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The message, as [`SentMass`](super::SentMass) has it.
    #[field(name = "MsgID", alias = "MsgId")]
    pub msg_id: MassMessageId,
    /// The outcome.
    pub status: MassSendStatus,
    /// How many followers the message was for: all of them, or those who have the tag.
    pub total_count: u64,
    /// How many followers were left after filtering by region, sex and the users' settings, and by
    /// the limit of four messages a month.
    pub filter_count: u64,
    /// How many followers received it.
    pub sent_count: u64,
    /// How many followers it could not be delivered to.
    pub error_count: u64,
    /// The result of the check for originality. Missing if the message has no articles.
    pub copyright_check_result: Option<CopyrightCheckResult>,
    /// The addresses of the articles. Missing if the message has none.
    pub article_url_result: Option<ArticleUrlResult>,
}

/// The outcome of a mass message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MassSendStatus {
    /// The message was sent.
    #[string_enum(rename = "send success")]
    Success,
    /// The message could not be sent.
    #[string_enum(rename = "send fail")]
    Failed,
    /// Rejected as an advertisement (涉嫌广告).
    #[string_enum(rename = "err(10001)")]
    Advertisement,
    /// Rejected as political (涉嫌政治).
    #[string_enum(rename = "err(20001)")]
    Political,
    /// Rejected as pornographic (涉嫌色情).
    #[string_enum(rename = "err(20002)")]
    Pornographic,
    /// Rejected as harmful to society (涉嫌社会).
    #[string_enum(rename = "err(20004)")]
    Social,
    /// Rejected as criminal (涉嫌违法犯罪).
    #[string_enum(rename = "err(20006)")]
    Criminal,
    /// Rejected as fraudulent (涉嫌欺诈).
    #[string_enum(rename = "err(20008)")]
    Fraudulent,
    /// Rejected for a violation of copyright (涉嫌版权).
    #[string_enum(rename = "err(20013)")]
    Copyright,
    /// Rejected for other reasons (涉嫌其他).
    #[string_enum(rename = "err(21000)")]
    OtherViolation,
    /// Rejected as mutual promotion of accounts (涉嫌互推).
    #[string_enum(rename = "err(22000)")]
    MutualPromotion,
    /// The check for originality failed, and the request asked not to send reprints.
    #[string_enum(rename = "err(30001)")]
    OriginalityCheckFailed,
    /// The check for originality found that the message may not be sent.
    #[string_enum(rename = "err(30002)")]
    OriginalityRejected,
    /// An article is a reprint, and the request asked not to send reprints.
    #[string_enum(rename = "err(30003)")]
    Reprint,
    /// The administrator rejected it (管理员拒绝).
    #[string_enum(rename = "err(40001)")]
    AdministratorRejected,
    /// The administrator did not respond within 30 minutes (管理员30分钟内无响应).
    #[string_enum(rename = "err(40002)")]
    AdministratorTimeout,
    /// A value that this version does not know.
    Other(String),
}

impl MassMessageFinished {
    /// Whether the message was sent.
    pub fn succeeded(&self) -> bool {
        match &self.status {
            MassSendStatus::Success => true,
            // Some samples of the platform spell it without the blank.
            MassSendStatus::Other(status) => status == "sendsuccess",
            _ => false,
        }
    }
}

/// The result of the check for originality (原创校验).
#[inbound(part)]
pub struct CopyrightCheckResult {
    /// How many articles were checked.
    pub count: u32,
    /// The result for each article.
    #[field(name = "ResultList", item = "item")]
    pub list: Vec<CopyrightCheck>,
    /// The result for the message as a whole (整体校验结果).
    pub check_state: Option<CopyrightState>,
}

int_enum! {
    /// The result of a check for originality.
    pub enum CopyrightState {
        /// It was not checked.
        Unchecked = 0,
        /// It is not a reprint and may be sent (未被判为转载，可以群发).
        Original = 1,
        /// It is a reprint and may be sent (被判为转载，可以群发).
        Reprint = 2,
        /// It is a reprint and may not be sent (被判为转载，不能群发).
        Forbidden = 3,
    }
}

/// The result of the check of one article.
#[inbound(part)]
pub struct CopyrightCheck {
    /// The position of the article in the message, from 1.
    pub article_idx: u32,
    /// What the author declared the article to be (用户声明文章的状态); the values are not documented.
    pub user_declare_state: Option<i64>,
    /// What the platform found (系统校验的状态).
    pub audit_state: Option<CopyrightState>,
    /// The address of the similar original article.
    pub original_article_url: Option<String>,
    /// The type of the similar original article; the values are not documented.
    pub original_article_type: Option<i64>,
    /// Whether the original may be reprinted.
    pub can_reprint: Option<bool>,
    /// Whether the content is replaced by that of the original (是否需要替换成原创文内容).
    pub need_replace_content: Option<bool>,
    /// Whether the source of the reprint is shown (是否需要注明转载来源).
    pub need_show_reprint_source: Option<bool>,
}

/// The addresses of the articles of a message.
#[inbound(part)]
pub struct ArticleUrlResult {
    /// How many articles there are.
    pub count: u32,
    /// The address of each article.
    #[field(name = "ResultList", item = "item")]
    pub list: Vec<ArticleUrl>,
}

/// The address of an article.
#[inbound(part)]
pub struct ArticleUrl {
    /// The position of the article in the message, from 1.
    pub article_idx: u32,
    /// The address of the article.
    pub article_url: String,
}
