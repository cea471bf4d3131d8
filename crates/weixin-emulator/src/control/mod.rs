//! The HTTP interface of the emulator: the platform's API, the page and its control API.

mod access;
mod act;
mod api;
mod authorize;
mod callback;
mod cors;
mod events;
mod guard;
mod js_sdk;
mod media;
mod page;
mod snapshot;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Query, Request, State, rejection::QueryRejection},
    http::{HeaderValue, StatusCode, header},
    middleware,
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use serde::Deserialize;
use serde_json::{Value, json};
use weixin_protocol::AppId;

pub(crate) use access::{Access, AccessRules};
pub(crate) use guard::{ConnectionAddrs, RequestSource};

use crate::{Problem, platform::Platform, timeline::Entry};

/// Routes everything on one port. Paths below `/_/` belong to the emulator; all others are the
/// platform's API, with the platform's own authentication.
pub(crate) fn router(platform: Arc<Platform>, source: RequestSource) -> Router {
    let own = Router::new()
        .route("/", get(async || Redirect::temporary("/_/")))
        .route("/_", get(async || Redirect::temporary("/_/")))
        .route("/_/", get(page::index))
        .route("/_/assets/{name}", get(page::asset))
        .route("/_/api/state", get(state))
        .route("/_/api/timeline", get(timeline))
        .route("/_/api/trace", get(trace))
        .route("/_/api/events", get(events::events))
        .route("/_/api/act", post(act::act))
        .route("/_/api/callback", post(callback::callback))
        .route(js_sdk::SCRIPT, get(js_sdk::script))
        .route(js_sdk::CHECK, post(js_sdk::check))
        .route("/_/api/media/{media_id}", get(media::show))
        .route("/_/api/media", post(media::upload))
        .route("/_/{*rest}", axum::routing::any(async || StatusCode::NOT_FOUND))
        .layer(middleware::from_fn_with_state(source.clone(), guard::guard));
    let call = move |State(platform): State<Arc<Platform>>, request: Request| {
        api::call(platform, source.clone(), request)
    };
    own.fallback(call).layer(middleware::from_fn(guard::reject_multiple_hosts)).with_state(platform)
}

async fn state(State(platform): State<Arc<Platform>>) -> Response {
    Json(platform.read(snapshot::of)).into_response()
}

#[derive(Deserialize)]
struct TimelineQuery {
    account: Option<AppId>,
    #[serde(default)]
    after: u64,
}

/// The entries of an account (and those without an account) that were added or changed after a
/// revision.
async fn timeline(
    State(platform): State<Arc<Platform>>,
    wanted: Result<Query<TimelineQuery>, QueryRejection>,
) -> Result<Json<Value>, ControlError> {
    let Query(wanted) = wanted.map_err(|error| ControlError::malformed(error.body_text()))?;
    let concerns = |entry: &&Entry| match (&entry.account, &wanted.account) {
        (Some(of), Some(wanted)) => of == wanted,
        _ => true,
    };
    platform.read(|state| {
        let changes = state.timeline.changes_after(wanted.after);
        let entries: Vec<&Entry> = changes.map(|(_, entry)| entry).filter(concerns).collect();
        Ok(Json(json!({ "entries": entries })))
    })
}

#[derive(Deserialize)]
struct TraceQuery {
    entry: String,
}

/// What became of the message that an entry belongs to; `null` if it belongs to none.
async fn trace(
    State(platform): State<Arc<Platform>>,
    wanted: Result<Query<TraceQuery>, QueryRejection>,
) -> Result<Json<Value>, ControlError> {
    let Query(wanted) = wanted.map_err(|error| ControlError::malformed(error.body_text()))?;
    let entry = wanted
        .entry
        .parse()
        .map_err(|_| ControlError::malformed("entry is not an id of the timeline, such as e12"))?;
    Ok(Json(json!({ "trace": platform.read(|state| state.trace(entry)) })))
}

/// An error response of the control API.
struct ControlError(StatusCode, Problem);

impl ControlError {
    fn bad(problem: Problem) -> Self {
        Self(StatusCode::BAD_REQUEST, problem)
    }

    fn malformed(error: impl std::fmt::Display) -> Self {
        Self::bad(Problem::new(
            format!("The request is malformed: {error}."),
            format!("请求格式错误：{error}。"),
        ))
    }

    fn unknown_account() -> Self {
        Self(StatusCode::NOT_FOUND, Problem::new("The account does not exist.", "账号不存在。"))
    }
}

impl IntoResponse for ControlError {
    fn into_response(self) -> Response {
        let Self(status, problem) = self;
        let join = |what: &str, hint: &str| format!("{what} {hint}").trim_end().to_owned();
        let error = json!({
            "en": join(&problem.en, &problem.hint_en),
            "zh": join(&problem.zh, &problem.hint_zh),
        });
        let mut response = (status, Json(json!({ "error": error }))).into_response();
        if status == StatusCode::UNAUTHORIZED {
            let bearer = HeaderValue::from_static(guard::BEARER);
            response.headers_mut().insert(header::WWW_AUTHENTICATE, bearer);
        }
        response
    }
}
