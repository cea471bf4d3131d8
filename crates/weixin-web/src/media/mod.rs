//! Files: what clients upload goes to the platform, what the platform has goes to clients. Nothing is written to
//! disk, and nothing that a client sends is ever a path.

mod download;
mod upload;

pub use download::FileResponse;
pub use upload::Files;

use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, FromRef, Path},
    http::HeaderMap,
    routing::{get, post},
};
use serde::Deserialize;
use weixin_client::StreamFile;
use weixin_official::media::{MediaApi, UploadedMedia};
use weixin_protocol::MediaId;

use crate::{MiniUser, Problem};
use upload::MAX_REQUEST;

/// Routes with which users of a Mini Program who are logged in exchange files with it, to be nested:
/// `.nest("/{appid}/media", media_routes())`.
///
/// | request | response |
/// |---|---|
/// | `POST /`, a form with 1 to 9 files, as `wx.uploadFile` sends it | a list of `{"type", "media_id", "created_at"}` |
/// | `GET /{media_id}` | the file |
///
/// The platform keeps the files for three days. See [`Files`] and [`FileResponse`] for what is checked.
pub fn media_routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    crate::Web: FromRef<S>,
{
    Router::new()
        .route("/", post(upload))
        .route("/{media_id}", get(download))
        .layer(DefaultBodyLimit::max(MAX_REQUEST))
}

async fn upload(user: MiniUser, files: Files) -> Result<Json<Vec<UploadedMedia>>, Problem> {
    Ok(Json(files.upload(user.client()).await?))
}

#[derive(Deserialize)]
struct Wanted {
    media_id: MediaId,
}

async fn download(
    user: MiniUser,
    Path(wanted): Path<Wanted>,
    headers: HeaderMap,
) -> Result<FileResponse, Problem> {
    let streamed = user.client().media().get(wanted.media_id).stream().await?;
    FileResponse::of(streamed).map(|file| file.range(&headers))
}
