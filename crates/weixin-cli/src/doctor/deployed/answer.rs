//! What the status and the headers of an answer say.

use reqwest::header::LOCATION;
use weixin::bot::log_text::printable;

use super::super::http::Answer;

/// Why an answer is none of a bot that has accepted the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rejection {
    /// 403 or 401 without a page: the bot has checked the request.
    ByBot,
    /// It did not get to the bot's callback, or the bot cannot answer. Detail and advice.
    Elsewhere(String, String),
}

/// `None` if it is a success.
pub(super) fn rejection(answer: &Answer, method: &str) -> Option<Rejection> {
    let status = answer.status;
    let elsewhere = |detail: String, advice: &str| {
        Some(Rejection::Elsewhere(format!("HTTP {status}: {detail}"), advice.to_owned()))
    };
    match status {
        200 => None,
        201..=299 => elsewhere(
            "the platform expects 200 平台要求状态码 200".to_owned(),
            "answer with 200 改为返回 200",
        ),
        300..=399 => elsewhere(
            format!(
                "redirected{} and the platform does not follow 被重定向，平台不会跟随",
                location(answer)
            ),
            "enter the final URL in the console: https instead of http, with or without the slash at the end, the \
             right host name 在后台填写最终地址（https、末尾斜杠、域名）",
        ),
        401 | 403 if answer.body.is_empty() => Some(Rejection::ByBot),
        401 | 403 | 429 => elsewhere(
            "with a page, which a bot of this library never sends 带有内容，本库的机器人不会返回"
                .to_owned(),
            "a firewall (WAF), a proxy or another program rejects the request: let this path through \
             防火墙（WAF）、代理或其他程序拒绝了请求，请放行该路径",
        ),
        404 => elsewhere(
            "wrong path: nothing is served there 路径错误".to_owned(),
            "compare the URL with `path` of the account (/callback by default) and the routes of the proxy; \
             a proxy may cut off or add a part of the path 对照账号的 path（默认 /callback）与代理的转发规则",
        ),
        405 => elsewhere(
            format!("{method} is not allowed there 不允许 {method} 请求"),
            "the callback needs GET (URL verification) and POST (pushes) at the same path: check the routes \
             of the proxy 同一路径须同时支持 GET 和 POST",
        ),
        413 => elsewhere(
            "the proxy finds the body too large 请求体过大".to_owned(),
            "raise the limit of the proxy to 1 MiB 调大代理的限制",
        ),
        502..=504 if !answer.body.is_empty() => elsewhere(
            "the proxy does not reach the bot 代理无法连接机器人".to_owned(),
            "start the bot, and compare its `listen` with the proxy's upstream; 504: the bot is too slow \
             启动机器人，并核对 listen 与代理的上游地址",
        ),
        503 => elsewhere(
            "the bot does not accept pushes at present 机器人暂不接收推送".to_owned(),
            "its inbox cannot be reached, too many pushes wait, or it is shutting down: see its log \
             收件箱不可用、积压过多或正在退出，请查看日志",
        ),
        502 | 504 => elsewhere(
            "the proxy does not reach the bot 代理无法连接机器人".to_owned(),
            "start the bot, and compare its `listen` with the proxy's upstream 核对 listen 与代理的上游地址",
        ),
        500..=599 => elsewhere(
            "an error inside the server 服务器内部错误".to_owned(),
            "see the log of the bot and of the proxy 查看机器人和代理的日志",
        ),
        _ => elsewhere(
            "the request is not accepted 请求未被接受".to_owned(),
            "see the log of the proxy 查看代理的日志",
        ),
    }
}

/// Where a redirect leads, without its query, which contains signatures.
fn location(answer: &Answer) -> String {
    let location = answer.headers.get(LOCATION).map(|to| String::from_utf8_lossy(to.as_bytes()));
    let location = location.unwrap_or_default();
    match location.split(['?', '#']).next().unwrap_or_default() {
        "" => String::new(),
        location => format!(" to {}", printable(location)),
    }
}
