//! Temporary media (临时素材).

use bytes::Bytes;
use weixin_api::{Download, ErrCode, FileOr, FilePart};
use weixin_official::media::{GetMedia, UploadMedia, UploadedMedia, VideoAddress};
use weixin_protocol::{MediaId, Product};

use super::{ApiError, RequestContext};
use crate::{
    MediaRules,
    state::{Media, MediaKind},
};

pub(super) fn upload(
    ctx: &mut RequestContext<'_>,
    request: UploadMedia,
) -> Result<UploadedMedia, ApiError> {
    let kind = kind_of(&request.kind)?;
    let id = keep(ctx, kind, &request.media)?;
    Ok(UploadedMedia::new(request.kind, id, ctx.now()))
}

/// The kind of an uploaded file.
pub(super) fn kind_of(kind: &weixin_official::media::MediaKind) -> Result<MediaKind, ApiError> {
    use weixin_official::media::MediaKind as Wire;
    match kind {
        Wire::Image => Ok(MediaKind::Image),
        Wire::Voice => Ok(MediaKind::Voice),
        Wire::Video => Ok(MediaKind::Video),
        Wire::Thumb => Ok(MediaKind::Thumb),
        _ => Err(ApiError::new(ErrCode::BAD_MEDIA_TYPE)),
    }
}

pub(super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetMedia,
) -> Result<FileOr<VideoAddress>, ApiError> {
    let media = find(ctx, &request.media_id)?;
    Ok(match media.kind {
        MediaKind::Video => FileOr::Json(VideoAddress::new(ctx.state.picture_url(&media.id))),
        _ => FileOr::File(download(media)),
    })
}

/// A file as a download.
pub(super) fn download(media: &Media) -> Download {
    Download::new(media.content.clone()).named(&*media.name).with_mime(&*media.mime)
}

/// A temporary file of the calling account that has not expired.
pub(super) fn find<'d>(ctx: &'d RequestContext<'_>, id: &MediaId) -> Result<&'d Media, ApiError> {
    let account = ctx.account()?;
    let media = ctx.state.media.get(&account.id, id, ctx.now());
    let media = media.filter(|media| !account.materials.contains_key(&media.id));
    media.ok_or_else(|| ApiError::new(ErrCode::BAD_MEDIA_ID))
}

/// Checks and stores an uploaded file.
pub(super) fn keep(
    ctx: &mut RequestContext<'_>,
    kind: MediaKind,
    file: &FilePart,
) -> Result<MediaId, ApiError> {
    let media = accept(ctx, kind, file)?;
    let (id, now) = (media.id.clone(), ctx.now());
    ctx.state.media.insert(media, now);
    Ok(id)
}

/// Checks an uploaded file against the rules of its kind.
pub(super) fn accept(
    ctx: &mut RequestContext<'_>,
    kind: MediaKind,
    file: &FilePart,
) -> Result<Media, ApiError> {
    let account = ctx.account()?;
    let (owner, product, rules) =
        (account.id.clone(), account.product, account.rules.media.clone());
    let content: Bytes = file.bytes().cloned().unwrap_or_default();
    if content.is_empty() {
        return Err(ApiError::code(44001));
    }
    if content.len() < rules.min_bytes {
        return Err(ApiError::code(40006));
    }
    if content.len() > max_bytes(&rules, kind) {
        return Err(ApiError::code(45001));
    }
    if !is_allowed(product, kind, file) {
        return Err(ApiError::code(40005));
    }
    let now = ctx.now();
    Ok(Media {
        id: MediaId::new(ctx.state.ids.media_id()),
        account: owner,
        kind,
        name: file.name().to_owned(),
        mime: mime_of(file),
        content,
        expires: now + rules.lifetime,
    })
}

/// The maximum size of a kind of file.
pub(crate) fn max_bytes(rules: &MediaRules, kind: MediaKind) -> usize {
    match kind {
        MediaKind::Image => rules.image_bytes,
        MediaKind::Voice => rules.voice_bytes,
        MediaKind::Video => rules.video_bytes,
        MediaKind::Thumb => rules.thumb_bytes,
        MediaKind::File => rules.file_bytes,
    }
}

/// The MIME type of an upload, or if there is none, that of its file extension.
fn mime_of(file: &FilePart) -> String {
    match file.mime() {
        "application/octet-stream" | "" => {
            FilePart::file(file.name(), Bytes::new()).mime().to_owned()
        }
        mime => mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase(),
    }
}

/// Whether the platform accepts a file of this type for this kind.
fn is_allowed(product: Product, kind: MediaKind, file: &FilePart) -> bool {
    let mime = mime_of(file);
    let types: &[&str] = match (kind, product) {
        (MediaKind::File, _) => return true,
        (MediaKind::Image, Product::Work) => &["image/png", "image/jpeg", "image/jpg"],
        (MediaKind::Image, _) => {
            &["image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp"]
        }
        (MediaKind::Voice, Product::Work) => &["audio/amr", "audio/x-amr"],
        (MediaKind::Voice, _) => &["audio/amr", "audio/x-amr", "audio/mpeg", "audio/mp3"],
        (MediaKind::Video, _) => &["video/mp4"],
        (MediaKind::Thumb, _) => &["image/jpeg", "image/jpg"],
    };
    types.contains(&mime.as_str())
}
