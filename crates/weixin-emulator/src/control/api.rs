//! Calls of the platform's API: all paths that are not the emulator's own.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, Limited};
use weixin_api::{ErrCode, wire::ApiResponse};

use super::{
    authorize,
    guard::{RequestSource, check_visitor},
};
use crate::{
    endpoints::{ApiCall, ApiError, CallTarget, CompletedCall, Host, answer, unknown_host},
    platform::Platform,
    push::{self, PushRun},
};

/// The maximum size of a call, in bytes: the largest kind of file with its multipart envelope.
const MAX_BODY: usize = 24 * 1024 * 1024;

/// The result of routing a call.
enum Routed {
    /// The answer to an API call with its headers, and the pushes that it caused.
    Answered(Box<(ApiResponse, HeaderMap)>, Vec<Option<PushRun>>),
    /// A visit of a page for web authorization or web login.
    ConsentPage(CallTarget),
}

pub(super) async fn call(
    platform: Arc<Platform>,
    source: RequestSource,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match Limited::new(body, MAX_BODY).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            let error = ApiError::with_message(ErrCode::new(45001), "the call is too large");
            return respond(ApiResponse::rejection(error.code, &error.message));
        }
        // The client disconnected.
        Err(_) => return StatusCode::BAD_REQUEST.into_response(),
    };
    let content_type = parts.headers.get(header::CONTENT_TYPE);
    let answered = platform.update(|state| {
        let target = CallTarget::find(state, &parts.uri, &parts.headers, &body)?;
        if target.host == Host::OAuth {
            return Some(Routed::ConsentPage(target));
        }
        let call = ApiCall {
            method: &parts.method,
            target: &target,
            query: parts.uri.query().unwrap_or_default(),
            content_type: content_type.and_then(|value| value.to_str().ok()),
            headers: &parts.headers,
            body: &body,
        };
        let CompletedCall { answer, headers, pushes } = answer(state, &platform.endpoints, &call);
        let runs: Vec<_> = pushes.into_iter().map(|push| push::start(state, push).1).collect();
        Some(Routed::Answered(Box::new((answer, headers)), runs))
    });
    match answered {
        Some(Routed::ConsentPage(CallTarget { name, path, .. })) => {
            let query = parts.uri.query().unwrap_or_default();
            match check_visitor(&source, &parts) {
                Ok(()) => authorize::page(&platform, &name, &path, query),
                Err(rejected) => *rejected,
            }
        }
        Some(Routed::Answered(answered, runs)) => {
            runs.into_iter().for_each(|run| push::launch(&platform, run));
            let (answer, headers) = *answered;
            let mut response = respond(answer);
            response.headers_mut().extend(headers);
            response
        }
        None => {
            let json = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
            (StatusCode::NOT_FOUND, json, unknown_host(parts.uri.path())).into_response()
        }
    }
}

fn respond(answer: ApiResponse) -> Response {
    let header =
        |text: Option<&str>| text.and_then(|text| HeaderValue::from_bytes(text.as_bytes()).ok());
    let content_type = header(answer.content_type());
    let disposition = header(answer.disposition());
    let status = StatusCode::from_u16(answer.status()).unwrap_or(StatusCode::OK);
    let mut response = Response::new(Body::from(answer.into_body()));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if let Some(content_type) = content_type {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    if let Some(disposition) = disposition {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    // Files have the content type given by their uploader.
    super::media::sandbox(headers);
    response
}
