//! AI bots (智能机器人): the one message that a push allows to be sent later.
//! `/cgi-bin/aibot/response`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, Describe, Empty, ResponseUrl, endpoint, group};

use crate::template_card::TemplateCard;

group! {
    /// AI bots (智能机器人).
    ai_bot: [SendBotAnswer]
}

/// Answers a push of an AI bot at the address it brought along.
///
/// The address works once and for an hour; no access token is needed.
#[endpoint(POST "/cgi-bin/aibot/response", title = "智能机器人 主动回复消息",
    doc = "https://developer.work.weixin.qq.com/document/path/101138",
    scope(work), auth = response_url, reply = Empty, call = "wx.ai_bot().answer(url, content)")]
pub struct SendBotAnswer {
    /// The push's `response_url`.
    #[url]
    pub url: ResponseUrl,
    /// The answer.
    #[serde(flatten, with = "weixin_api::msgtype")]
    pub answer: BotAnswer,
}

/// What an answer can be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[describe(tag = "msgtype")]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BotAnswer {
    /// A text in Markdown.
    Markdown(BotMarkdown),
    /// A card.
    TemplateCard(Box<TemplateCard>),
}

/// A text in Markdown.
#[endpoint(part)]
pub struct BotMarkdown {
    /// The text, up to 20,480 bytes.
    pub content: String,
    /// Lets people say what they think of the answer.
    pub feedback: Option<BotFeedback>,
}

/// With what the opinion on an answer is reported.
#[endpoint(part)]
pub struct BotFeedback {
    /// A name of your choice, up to 256 bytes.
    pub id: String,
}

impl<'c, C: Caller + ?Sized> AiBotHandle<'c, C> {
    /// Answers a push with a text in Markdown; see [`SendBotAnswer`].
    pub fn answer(
        &self,
        url: impl Into<ResponseUrl>,
        content: impl Into<String>,
    ) -> Call<'c, C, SendBotAnswer> {
        let answer = BotAnswer::Markdown(BotMarkdown::new(content));
        Call::new(self.caller, SendBotAnswer::new(url, answer))
    }
}
