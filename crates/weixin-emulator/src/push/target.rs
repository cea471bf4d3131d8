//! The targets of pushes.

use std::time::Duration;

use http::Method;
use weixin_api::BoxFuture;

use crate::Problem;

/// A bot's callback: a URL, or a service in this process.
pub(crate) trait Target: Send + Sync {
    /// The URL, without the query.
    fn url(&self) -> &str;

    /// Whether the bot uses the emulator's clock. A bot in another process uses the system clock,
    /// so its requests are signed with the system time.
    fn shares_clock(&self) -> bool;

    /// Sends a request. A response larger than `limit` bytes is an error. Dropping the future
    /// closes the connection.
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
    /// `None` for a request without a body.
    pub(crate) content_type: Option<&'static str>,
    pub(crate) body: String,
}

/// The complete HTTP response of the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallbackResponse {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: Vec<u8>,
}

/// Why there is no complete response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CallbackError {
    /// The connection failed.
    NoConnection(String),
    /// The URL is on another machine, which is not allowed.
    OffLoopback,
    /// The connection was closed before the response was complete.
    Broken(String),
    /// The emulator closed the connection after this time, as required by the account's rules.
    Cut(Duration),
    /// The response is larger than this number of bytes.
    TooLarge(usize),
}

impl CallbackError {
    /// Describes the error.
    pub(crate) fn problem(&self, url: &str) -> Problem {
        match self {
            Self::NoConnection(why) => Problem::new(
                format!("Could not connect to {url}: {why}."),
                format!("无法连接 {url}：{why}。"),
            )
            .hint(
                "Start the bot, and compare the port and the path it prints with this address.",
                "请启动机器人，并核对它输出的端口和路径是否与此地址一致。",
            ),
            Self::OffLoopback => off_loopback(url),
            Self::Broken(why) => Problem::new(
                format!(
                    "The connection to {url} was closed before the response was complete: {why}."
                ),
                format!("与 {url} 的连接在应答完成前中断：{why}。"),
            )
            .hint(
                "Check the bot's log: did the handler panic?",
                "请查看机器人日志：处理函数是否崩溃？",
            ),
            Self::Cut(after) => Problem::new(
                format!(
                    "The emulator closed the connection to {url} after {} seconds, as required by its rules.",
                    after.as_secs_f32()
                ),
                format!("按规则设置，模拟器在 {} 秒后断开了与 {url} 的连接。", after.as_secs_f32()),
            ),
            Self::TooLarge(limit) => Problem::new(
                format!("The response is longer than {limit} bytes."),
                format!("应答超过 {limit} 字节。"),
            )
            .hint(
                "Respond with a short passive reply; upload files with the media API.",
                "请使用简短的被动回复；文件请通过素材接口上传。",
            ),
        }
    }
}

/// The problem of a callback on another machine.
pub(crate) fn off_loopback(url: &str) -> Problem {
    Problem::new(
        format!(
            "{url} is not on this machine, and this emulator does not connect to other machines."
        ),
        format!("{url} 不在本机，而本模拟器只连接本机地址。"),
    )
    .hint(
        "To allow it, start the emulator with --allow-callbacks-off-loopback (in code: \
         EmulatorBuilder::allow_callbacks_off_loopback).",
        "如需允许，请在启动模拟器时加上 --allow-callbacks-off-loopback（代码中为 \
         EmulatorBuilder::allow_callbacks_off_loopback）。",
    )
}

/// Appends a query to a URL that may already have one.
pub(crate) fn with_query(path: &str, own: Option<&str>, query: &str) -> String {
    match own.filter(|own| !own.is_empty()) {
        Some(own) => format!("{path}?{own}&{query}"),
        None => format!("{path}?{query}"),
    }
}
