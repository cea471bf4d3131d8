//! Files of the page: downloads of files in the chat, and uploads.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, Limited};
use serde::Deserialize;
use serde_json::{Value, json};
use weixin_protocol::{AppId, MediaId};

use super::ControlError;
use crate::{
    Problem,
    endpoints::media::max_bytes,
    platform::Platform,
    state::{Media, MediaKind},
};

/// Serves a file, even if it has expired, because it is still visible in the chat.
pub(super) async fn show(
    State(platform): State<Arc<Platform>>,
    id: Result<Path<String>, PathRejection>,
) -> Result<Response, ControlError> {
    let Path(id) = id.map_err(|error| ControlError::malformed(error.body_text()))?;
    let media = platform.read(|state| state.media.get_any(&MediaId::new(id)).cloned());
    let Some(media) = media else { return Ok(StatusCode::NOT_FOUND.into_response()) };
    let mut response = Response::new(Body::from(media.content));
    let content_type = HeaderValue::from_str(&media.mime);
    let headers = response.headers_mut();
    if let Ok(content_type) = content_type {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    let cache = HeaderValue::from_static("private, max-age=86400");
    headers.insert(header::CACHE_CONTROL, cache);
    set_safe_headers(headers);
    Ok(response)
}

/// Prevents uploaded files from running as a page of the emulator: no content sniffing, a sandboxed
/// origin, and only images, audio and video are displayed inline.
pub(super) fn set_safe_headers(headers: &mut HeaderMap) {
    let mime = headers.get(header::CONTENT_TYPE).and_then(|mime| mime.to_str().ok());
    let mime = mime.unwrap_or_default().trim().to_ascii_lowercase();
    let inline = ["image/", "audio/", "video/"].iter().any(|kind| mime.starts_with(kind))
        // SVG can contain scripts.
        && !mime.contains("svg") && !mime.contains("xml");
    if !inline {
        let opaque = HeaderValue::from_static("application/octet-stream");
        headers.insert(header::CONTENT_TYPE, opaque);
        let attachment = HeaderValue::from_static("attachment");
        headers.entry(header::CONTENT_DISPOSITION).or_insert(attachment);
    }
    sandbox(headers);
}

/// Disables content sniffing, and sandboxes the response if it is opened as a page.
pub(super) fn sandbox(headers: &mut HeaderMap) {
    let sandbox = HeaderValue::from_static("sandbox; default-src 'none'");
    headers.insert(header::CONTENT_SECURITY_POLICY, sandbox);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
}

#[derive(Deserialize)]
pub(super) struct Kind {
    account: AppId,
    kind: String,
}

pub(super) async fn upload(
    State(platform): State<Arc<Platform>>,
    kind: Result<Query<Kind>, QueryRejection>,
    headers: HeaderMap,
    body: Body,
) -> Result<Json<Value>, ControlError> {
    let Query(Kind { account, kind }) =
        kind.map_err(|error| ControlError::malformed(error.body_text()))?;
    let kind = MediaKind::parse(&kind)
        .ok_or_else(|| ControlError::bad(Problem::new("Unknown file type.", "未知的文件类型。")))?;
    let rules =
        platform.read(|state| state.account(&account).map(|account| account.rules.media.clone()));
    let rules = rules.ok_or_else(ControlError::unknown_account)?;
    let limit = max_bytes(&rules, kind);
    let content = Limited::new(body, limit).collect().await.map_err(|_| {
        ControlError::bad(Problem::new(
            format!("The file is larger than {limit} bytes."),
            format!("文件超过 {limit} 字节。"),
        ))
    })?;
    let content = content.to_bytes();
    if content.is_empty() {
        return Err(ControlError::bad(Problem::new("The file is empty.", "文件为空。")));
    }
    let mime = headers.get(header::CONTENT_TYPE).and_then(|mime| mime.to_str().ok());
    let mime = mime.unwrap_or("application/octet-stream").to_owned();
    let id = platform.update(|state| {
        let now = state.now();
        let id = MediaId::new(state.ids.media_id());
        let extension = mime.split(['/', ';', '+']).nth(1).unwrap_or("bin").trim().to_owned();
        let media = Media {
            id: id.clone(),
            account,
            kind,
            name: format!("{}.{extension}", kind.as_str()),
            mime,
            content,
            expires: now + rules.lifetime,
        };
        state.media.insert(media, now);
        id
    });
    let url = format!("/_/api/media/{id}");
    Ok(Json(json!({ "media_id": id, "url": url })))
}
