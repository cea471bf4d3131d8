//! What became of a message to many.

use weixin_api::int_enum;
use weixin_protocol::{Header, inbound};

/// A message to many followers was sent, or not. Event `MASSSENDJOBFINISH`.
#[inbound(event = "MASSSENDJOBFINISH", scope(official))]
pub struct MassMessageFinished {
    /// From whom, to whom, when.
    pub header: Header,
    /// The message, as [`SentMass`](super::SentMass) has it.
    #[field(name = "MsgID", alias = "MsgId")]
    pub msg_id: i64,
    /// `send success`, `send fail`, or `err(…)` with a number that says why not.
    pub status: String,
    /// How many followers were meant.
    pub total_count: u64,
    /// To how many of them it could go: who refuses messages, or has had four this month, is left
    /// out.
    pub filter_count: u64,
    /// How many got it.
    pub sent_count: u64,
    /// How many did not.
    pub error_count: u64,
    /// What a comparison with original articles found.
    pub copyright_check_result: Option<CopyrightCheckResult>,
    /// Where the articles are.
    pub article_url_result: Option<ArticleUrlResult>,
}

impl MassMessageFinished {
    /// Whether it was sent.
    pub fn succeeded(&self) -> bool {
        self.status == "send success"
    }
}

/// What a comparison with original articles found.
#[inbound(part)]
pub struct CopyrightCheckResult {
    /// How many articles were compared.
    pub count: u32,
    /// What was found of each.
    #[field(name = "ResultList", item = "item")]
    pub list: Vec<CopyrightCheck>,
    /// What was found of all of them.
    pub check_state: Option<CopyrightState>,
}

int_enum! {
    /// What a comparison with original articles found.
    pub enum CopyrightState {
        /// Nothing was compared.
        Unchecked = 0,
        /// It is no reprint, and may be sent.
        Original = 1,
        /// It is a reprint, and may be sent.
        Reprint = 2,
        /// It is a reprint, and may not be sent.
        Forbidden = 3,
    }
}

/// What was found of an article.
#[inbound(part)]
pub struct CopyrightCheck {
    /// Which article, from 1.
    pub article_idx: u32,
    /// What its author says it is.
    pub user_declare_state: Option<i64>,
    /// What the platform finds it is.
    pub audit_state: Option<CopyrightState>,
    /// The address of the article that it resembles.
    pub original_article_url: Option<String>,
    /// What kind of article that is.
    pub original_article_type: Option<i64>,
    /// Whether that may be reprinted.
    pub can_reprint: Option<bool>,
    /// Whether the content is replaced by the original.
    pub need_replace_content: Option<bool>,
    /// Whether it says where it was first.
    pub need_show_reprint_source: Option<bool>,
}

/// Where the articles of a message are.
#[inbound(part)]
pub struct ArticleUrlResult {
    /// How many articles there are.
    pub count: u32,
    /// Each of them.
    #[field(name = "ResultList", item = "item")]
    pub list: Vec<ArticleUrl>,
}

/// Where an article is.
#[inbound(part)]
pub struct ArticleUrl {
    /// Which article, from 1.
    pub article_idx: u32,
    /// Its address.
    pub article_url: String,
}
