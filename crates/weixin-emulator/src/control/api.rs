//! Everything that is not the emulator's own: calls of the platform's API.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, Limited};
use weixin_api::{ErrCode, wire::Answer};

use super::{
    authorize,
    guard::{Entrance, check_visitor},
};
use crate::{
    endpoints::{Answered, Arrived, Host, Place, Refusal, answer, unknown_host},
    platform::Platform,
    push::{self, Run},
};

/// The largest call, in bytes: a file of the largest kind and what stands around it.
const MOST_BYTES: usize = 24 * 1024 * 1024;

/// What a call was.
enum Found {
    /// One of the API, with what it lets the bots be told.
    Answered(Answer, Vec<Option<Run>>),
    /// A visit to the page with this path.
    Visitors(String),
}

pub(super) async fn call(
    platform: Arc<Platform>,
    entrance: Entrance,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let body = match Limited::new(body, MOST_BYTES).collect().await {
        Ok(body) => body.to_bytes(),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            let refusal = Refusal::new(ErrCode::new(45001), "the call is too large");
            return respond(Answer::refusal(refusal.code, &refusal.message));
        }
        // The caller went away.
        Err(_) => return StatusCode::BAD_REQUEST.into_response(),
    };
    let content_type = parts.headers.get(header::CONTENT_TYPE);
    let answered = platform.change(|world| {
        let place = Place::find(world, &parts.uri, &parts.headers, &body)?;
        if place.host == Host::Visitors {
            return Some(Found::Visitors(place.path));
        }
        let call = Arrived {
            method: &parts.method,
            place: &place,
            query: parts.uri.query().unwrap_or_default(),
            content_type: content_type.and_then(|value| value.to_str().ok()),
            body: &body,
        };
        let Answered { answer, pushes } = answer(world, &platform.endpoints, &call);
        let runs: Vec<_> = pushes.into_iter().map(|push| push::start(world, push).1).collect();
        Some(Found::Answered(answer, runs))
    });
    match answered {
        Some(Found::Visitors(path)) => match check_visitor(&entrance, &parts) {
            Ok(()) => authorize::page(&platform, &path, parts.uri.query().unwrap_or_default()),
            Err(refused) => *refused,
        },
        Some(Found::Answered(answer, runs)) => {
            runs.into_iter().for_each(|run| push::launch(&platform, run));
            respond(answer)
        }
        None => {
            let json = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
            (StatusCode::NOT_FOUND, json, unknown_host(parts.uri.path())).into_response()
        }
    }
}

fn respond(answer: Answer) -> Response {
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
    // Files are handed out with the type that their sender gave them.
    super::media::confine(headers);
    response
}
