//! Where pushes go.

use http::Method;
use weixin_api::BoxFuture;

use crate::Problem;

/// The bot's side of the callback: an address, or a service in this process.
pub(crate) trait Target: Send + Sync {
    /// The address, without the query.
    fn url(&self) -> &str;

    /// Sends a request. Of the answer at most `limit` bytes are read. Dropping the future cuts
    /// the connection.
    fn send(&self, request: Knock, limit: usize) -> BoxFuture<'static, Result<Heard, Unheard>>;
}

/// A request to the bot.
#[derive(Debug, Clone)]
pub(crate) struct Knock {
    pub(crate) method: Method,
    /// Percent-encoded.
    pub(crate) query: String,
    /// Without one there is no body.
    pub(crate) content_type: Option<&'static str>,
    pub(crate) body: String,
}

/// What the bot answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unheard {
    /// Nobody listens there.
    NoConnection(String),
    /// The connection broke before the answer was complete.
    Broken(String),
    /// The answer is larger than the platform reads.
    TooLarge(usize),
}

impl Unheard {
    /// The failure in words.
    pub(crate) fn problem(&self, url: &str) -> Problem {
        match self {
            Self::NoConnection(why) => Problem::new(
                format!("No connection to {url}: {why}."),
                format!("无法连接 {url}：{why}。"),
            )
            .hint(
                "Start the bot, and compare the port and the path it prints with this address.",
                "请启动机器人，并核对它输出的端口和路径是否与此地址一致。",
            ),
            Self::Broken(why) => Problem::new(
                format!("The connection to {url} broke before the answer was complete: {why}."),
                format!("与 {url} 的连接在应答完成前中断：{why}。"),
            )
            .hint(
                "See the bot's log: did the handler panic?",
                "请查看机器人日志：处理函数是否崩溃？",
            ),
            Self::TooLarge(limit) => Problem::new(
                format!("The answer is longer than {limit} bytes."),
                format!("应答超过 {limit} 字节。"),
            )
            .hint(
                "Answer with a short passive reply; send files by the media API.",
                "请使用简短的被动回复；文件请通过素材接口发送。",
            ),
        }
    }
}

/// Appends a query to an address that may already have one.
pub(crate) fn with_query(path: &str, own: Option<&str>, query: &str) -> String {
    match own.filter(|own| !own.is_empty()) {
        Some(own) => format!("{path}?{own}&{query}"),
        None => format!("{path}?{query}"),
    }
}
