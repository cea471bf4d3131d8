//! Errors for people and programs.

mod layer;
mod page;

pub(crate) use layer::prefers_html;
pub use layer::{ErrorLayer, ErrorService, RequestId, errors};

use std::{borrow::Cow, fmt};

use axum::{
    Json,
    response::{IntoResponse, Response},
};
use http::{HeaderValue, StatusCode, header};
use serde_json::{Map, Value, json};
use tracing::{error, info};
use weixin_api::{ErrorKind, Hint};

/// An error response: JSON for programs ([RFC 9457], `application/problem+json`), and with the layer
/// [`errors`] a page for browsers.
///
/// ```json
/// {
///   "type": "about:blank",
///   "title": "Bad Request",
///   "status": 400,
///   "code": "login-code-rejected",
///   "detail": "The login code is invalid, or was used before.",
///   "detail_zh": "登录凭证无效或已被使用。",
///   "hint": "Call wx.login again and send the new code within five minutes.",
///   "hint_zh": "请重新调用 wx.login，并在五分钟内提交新的 code。",
///   "request_id": "5f3c9d5be1f04a6e"
/// }
/// ```
///
/// Programs decide by `code`, which does not change; texts may. Errors of the store and of calls convert
/// into it (`?`), and say nothing of what only the operator should know: that is in the log, with the same
/// `request_id`.
///
/// [RFC 9457]: https://www.rfc-editor.org/rfc/rfc9457
#[derive(Debug, Clone)]
pub struct Problem(Box<Inner>);

#[derive(Debug, Clone)]
struct Inner {
    status: StatusCode,
    code: Cow<'static, str>,
    en: Cow<'static, str>,
    zh: Cow<'static, str>,
    hint_en: Cow<'static, str>,
    hint_zh: Cow<'static, str>,
    /// The code of the platform.
    errcode: Option<i64>,
    /// The number by which the platform finds the call.
    rid: Option<String>,
    /// Whether the same request may succeed later, without a change.
    retryable: bool,
}

impl Problem {
    /// An error with this status and code: a short name for programs, in lower case with hyphens.
    pub fn new(status: StatusCode, code: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            status,
            code: code.into(),
            en: Cow::Borrowed(""),
            zh: Cow::Borrowed(""),
            hint_en: Cow::Borrowed(""),
            hint_zh: Cow::Borrowed(""),
            errcode: None,
            rid: None,
            retryable: false,
        }))
    }

    /// What an error is of which only the status is known.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let (code, en, zh) = match status {
            StatusCode::BAD_REQUEST => {
                ("bad-request", "The request is malformed.", "请求格式错误。")
            }
            StatusCode::UNAUTHORIZED => ("login-required", "Please log in.", "请先登录。"),
            StatusCode::FORBIDDEN => ("forbidden", "That is not allowed.", "没有权限。"),
            StatusCode::NOT_FOUND => ("not-found", "There is nothing here.", "页面不存在。"),
            StatusCode::METHOD_NOT_ALLOWED => {
                ("method-not-allowed", "That method is not allowed here.", "不支持该请求方法。")
            }
            StatusCode::PAYLOAD_TOO_LARGE => {
                ("too-large", "The request is too large.", "请求内容过大。")
            }
            StatusCode::UNSUPPORTED_MEDIA_TYPE => (
                "unsupported-type",
                "The type of the content is not supported.",
                "不支持该内容类型。",
            ),
            StatusCode::UNPROCESSABLE_ENTITY => {
                ("bad-content", "The content of the request is invalid.", "请求内容无效。")
            }
            StatusCode::TOO_MANY_REQUESTS => {
                ("too-many-requests", "There were too many requests.", "请求过于频繁。")
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                ("unavailable", "The service is not available right now.", "服务暂不可用。")
            }
            status if status.is_client_error() => {
                ("rejected", "The request was rejected.", "请求被拒绝。")
            }
            _ => ("internal", "Something went wrong.", "服务器内部错误。"),
        };
        Self::new(status, code).text(en, zh)
    }

    /// What happened, in English and Chinese, as full sentences.
    #[must_use]
    pub fn text(
        mut self,
        en: impl Into<Cow<'static, str>>,
        zh: impl Into<Cow<'static, str>>,
    ) -> Self {
        (self.0.en, self.0.zh) = (en.into(), zh.into());
        self
    }

    /// What happened, in English only.
    #[must_use]
    pub fn detail(mut self, en: impl Into<Cow<'static, str>>) -> Self {
        self.0.en = en.into();
        self
    }

    /// What to do about it, in English and Chinese.
    #[must_use]
    pub fn hint(
        mut self,
        en: impl Into<Cow<'static, str>>,
        zh: impl Into<Cow<'static, str>>,
    ) -> Self {
        (self.0.hint_en, self.0.hint_zh) = (en.into(), zh.into());
        self
    }

    /// Says that the same request may succeed later.
    #[must_use]
    pub fn retryable(mut self) -> Self {
        self.0.retryable = true;
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// The name of the error for programs.
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// The error code of the platform, if a call failed with one.
    pub fn errcode(&self) -> Option<i64> {
        self.0.errcode
    }

    /// The body of the JSON form.
    fn to_json(&self, request_id: Option<&str>) -> Value {
        let inner = &*self.0;
        let mut body = Map::new();
        let mut put = |name: &str, value: Value| {
            if !value.is_null() && value != "" {
                body.insert(name.to_owned(), value);
            }
        };
        put("type", json!("about:blank"));
        put("title", json!(inner.status.canonical_reason().unwrap_or("Error")));
        put("status", json!(inner.status.as_u16()));
        put("code", json!(inner.code));
        put("detail", json!(inner.en));
        put("detail_zh", json!(inner.zh));
        put("hint", json!(inner.hint_en));
        put("hint_zh", json!(inner.hint_zh));
        put("errcode", json!(inner.errcode));
        put("rid", json!(inner.rid));
        if inner.retryable {
            put("retryable", json!(true));
        }
        put("request_id", json!(request_id));
        Value::Object(body)
    }

    fn json_response(&self, request_id: Option<&str>) -> Response {
        let mut response = (self.0.status, Json(self.to_json(request_id))).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.0.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }

    fn hinted(mut self, hint: Option<Hint>) -> Self {
        if let Some(hint) = hint {
            self = self.hint(hint.en, hint.zh);
        }
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &*self.0;
        write!(f, "{} {}: {}", inner.status.as_u16(), inner.code, inner.en)?;
        match &*inner.hint_en {
            "" => Ok(()),
            hint => write!(f, " ({hint})"),
        }
    }
}

impl std::error::Error for Problem {}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.json_response(None);
        // From which the layer makes the page, or adds the id of the request.
        response.extensions_mut().insert(self);
        response
    }
}

/// A call to the platform failed. What the platform said is in the log; the response has its code.
impl From<weixin_api::Error> for Problem {
    fn from(failed: weixin_api::Error) -> Self {
        let status = match failed.kind() {
            ErrorKind::Timeout => StatusCode::GATEWAY_TIMEOUT,
            ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            _ => StatusCode::BAD_GATEWAY,
        };
        let code = match failed.kind() {
            ErrorKind::Timeout => "wechat-timeout",
            ErrorKind::Connect | ErrorKind::Interrupted => "wechat-unreachable",
            ErrorKind::TooLarge => "too-large",
            _ => "wechat-rejected",
        };
        error!(error = %failed, "a call to WeChat failed");
        let mut problem = Self::new(status, code)
            .text("A call to WeChat failed.", "调用微信接口失败。")
            .hinted(failed.hint());
        problem.0.errcode = failed.code().map(|code| code.get());
        problem.0.rid = failed.rid().map(str::to_owned);
        problem.0.retryable = failed.is_retryable();
        problem
    }
}

/// The store failed. The reason is in the log only.
impl From<weixin_store::Error> for Problem {
    fn from(failed: weixin_store::Error) -> Self {
        error!(error = %failed, "the store failed");
        Self::of_status(StatusCode::SERVICE_UNAVAILABLE).retryable()
    }
}

/// The error code with which the platform rejected a call.
pub(crate) fn platform_code(failed: &weixin_api::Error) -> Option<i64> {
    failed.code().filter(|_| failed.kind() == ErrorKind::Platform).map(|code| code.get())
}

/// Logs that a request was rejected, for what a client did wrong.
pub(crate) fn rejected(problem: Problem, why: impl fmt::Display) -> Problem {
    info!(code = problem.code(), %why, "a request was rejected");
    problem
}
