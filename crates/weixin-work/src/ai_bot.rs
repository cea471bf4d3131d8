//! AI bots (智能机器人): the one reply that can be sent after a push.
//! `/cgi-bin/aibot/response`

use weixin_api::{Call, Caller, Empty, ResponseUrl, TaggedEnum, endpoint, group};

use crate::template_card::TemplateCard;

group! {
    /// AI bots (智能机器人).
    ai_bot: [SendBotAnswer]
}

/// Sends one reply to a push of an AI bot, at the address that the push carries.
///
/// The address works once and for an hour; no access token is needed.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let response_url = weixin_api::ResponseUrl::new("https://qyapi.weixin.qq.com/x");
/// // `response_url` came with the push.
/// wx.ai_bot().answer(response_url, "**Done**: the report is in your mailbox.").await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/aibot/response", title = "智能机器人 主动回复消息",
    doc = "https://developer.work.weixin.qq.com/document/path/101138",
    scope(work), auth = response_url, reply = Empty, call = "wx.ai_bot().answer(url, content)")]
pub struct SendBotAnswer {
    /// The `response_url` of the push.
    #[url]
    pub url: ResponseUrl,
    /// The reply: Markdown or a template card.
    #[serde(flatten)]
    pub answer: BotAnswer,
}

/// The content of a late reply of an AI bot.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "snake_case")]
#[non_exhaustive]
pub enum BotAnswer {
    /// A text in Markdown.
    Markdown(BotMarkdown),
    /// A template card (模板卡片).
    TemplateCard(Box<TemplateCard>),
}

/// A Markdown text in a reply of an AI bot.
#[endpoint(part)]
pub struct BotMarkdown {
    /// The text: up to 20,480 bytes of UTF-8.
    pub content: String,
    /// Adds the buttons with which people rate the reply; `None` leaves them out.
    pub feedback: Option<BotFeedback>,
}

/// The mark that a rating of the reply carries.
#[endpoint(part)]
pub struct BotFeedback {
    /// A text of your own, up to 256 bytes, that the feedback event (用户反馈事件) repeats.
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
