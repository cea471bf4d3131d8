//! Where pushes go.

use std::time::Duration;

use http::Method;
use weixin_api::BoxFuture;

use crate::Problem;

/// The bot's side of the callback: an address, or a service in this process.
pub(crate) trait Target: Send + Sync {
    /// The address, without the query.
    fn url(&self) -> &str;

    /// Whether the bot reads the emulator's own clock. A bot in another process reads the
    /// computer's clock, so its requests are signed with the computer's time.
    fn shares_clock(&self) -> bool;

    /// Sends a request. Of the answer at most `limit` bytes are read. Dropping the future cuts
    /// the connection.
    fn send(
        &self,
        request: CallbackRequest,
        limit: usize,
    ) -> BoxFuture<'static, Result<CallbackResponse, CallbackError>>;
}

/// A request to the bot.
#[derive(Debug, Clone)]
pub(crate) struct CallbackRequest {
    pub(crate) method: Method,
    /// Percent-encoded.
    pub(crate) query: String,
    /// Without one there is no body.
    pub(crate) content_type: Option<&'static str>,
    pub(crate) body: String,
}

/// The bot's HTTP response, read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallbackResponse {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

/// Why there is no response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CallbackError {
    /// Nothing listens at the address.
    NoConnection(String),
    /// The address is another machine's, and this emulator may not connect to it.
    OffLoopback,
    /// The connection broke before the response was complete.
    Broken(String),
    /// The emulator cut the connection after this time, as the account's rules say.
    Cut(Duration),
    /// The response is larger than the platform reads.
    TooLarge(usize),
}

impl CallbackError {
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
            Self::OffLoopback => off_loopback(url),
            Self::Broken(why) => Problem::new(
                format!("The connection to {url} broke before the answer was complete: {why}."),
                format!("与 {url} 的连接在应答完成前中断：{why}。"),
            )
            .hint(
                "See the bot's log: did the handler panic?",
                "请查看机器人日志：处理函数是否崩溃？",
            ),
            Self::Cut(after) => Problem::new(
                format!(
                    "The emulator cut the connection to {url} after {} seconds, as its rules say.",
                    after.as_secs_f32()
                ),
                format!("按规则设定，模拟器在 {} 秒后断开了与 {url} 的连接。", after.as_secs_f32()),
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

/// The refusal of a callback on another machine.
pub(crate) fn off_loopback(url: &str) -> Problem {
    Problem::new(
        format!("{url} is not on this machine, and this emulator connects to nothing else."),
        format!("{url} 不在本机，而本模拟器只连接本机地址。"),
    )
    .hint(
        "To allow it, start the emulator with --allow-callbacks-off-loopback (in code: \
         EmulatorBuilder::allow_callbacks_off_loopback).",
        "如需允许，请在启动模拟器时加上 --allow-callbacks-off-loopback（代码中为 \
         EmulatorBuilder::allow_callbacks_off_loopback）。",
    )
}

/// Appends a query to an address that may already have one.
pub(crate) fn with_query(path: &str, own: Option<&str>, query: &str) -> String {
    match own.filter(|own| !own.is_empty()) {
        Some(own) => format!("{path}?{own}&{query}"),
        None => format!("{path}?{query}"),
    }
}
