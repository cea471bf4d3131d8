//! The stand-in for WeChat's JS-SDK (`jweixin`), and the check of a page's configuration.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use weixin_protocol::AppId;

use super::ControlError;
use crate::{Problem, js_sdk::PageConfig, platform::Platform, timeline::Level};

/// The path of the script.
pub(super) const SCRIPT: &str = "/_/jweixin.js";

/// The path to which the script sends the configuration.
pub(super) const CHECK: &str = "/_/api/js-sdk/check";

pub(super) async fn script() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, include_str!("../../sdk/jweixin.js")).into_response()
}

/// Checks what a page passed to `wx.config` or `wx.agentConfig`. The body is the JSON of these
/// arguments with the page's `url`, and optionally the `href` that includes the fragment. The content
/// type does not matter: with `text/plain` a page of another origin needs no preflight.
pub(super) async fn check(
    State(platform): State<Arc<Platform>>,
    body: Bytes,
) -> Result<Json<Value>, ControlError> {
    let body: Value = serde_json::from_slice(&body).map_err(ControlError::malformed)?;
    let url = |name: &str| body.get(name).and_then(Value::as_str).filter(|url| !url.is_empty());
    let url = url("href")
        .or_else(|| url("url"))
        .ok_or_else(|| ControlError::bad(Problem::new("The url is missing.", "缺少 url。")))?;
    Ok(Json(platform.update(|state| {
        let config = match PageConfig::parse(&body, url) {
            Ok(config) => config,
            Err(problem) => {
                return json!({ "ok": false, "errMsg": "fail", "problem": problem, "warnings": [] });
            }
        };
        let app = AppId::new(config.app.as_str());
        let function = if config.is_agent() { "wx.agentConfig" } else { "wx.config" };
        let account = state.account(&app).map(|account| account.id.clone());
        match config.check(state) {
            Ok(()) => {
                let en = format!("{function} was accepted.");
                let zh = format!("{function} 校验通过。");
                state.add_note(account.as_ref(), None, Level::Info, en, zh);
                json!({ "ok": true, "errMsg": "ok", "warnings": config.warnings })
            }
            Err(rejection) => {
                let problem = rejection.problem;
                let en = format!("{function} was rejected: {} {}", problem.en, problem.hint_en);
                let zh = format!("{function} 校验未通过：{}{}", problem.zh, problem.hint_zh);
                state.add_note(account.as_ref(), None, Level::Error, en.trim(), zh);
                let message = rejection.message;
                json!({
                    "ok": false,
                    "errMsg": message,
                    "problem": problem,
                    "warnings": config.warnings,
                })
            }
        }
    })))
}
