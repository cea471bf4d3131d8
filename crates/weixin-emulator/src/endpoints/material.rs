//! Permanent materials (永久素材).

use weixin_api::{Empty, ErrCode, FileOr, Timestamp};
use weixin_official::material::{
    AddMaterial, AddedMaterial, DeleteMaterial, DescribedMaterial, GetMaterial, VideoMaterial,
};
use weixin_protocol::MediaId;

use super::{ApiError, RequestContext, media};
use crate::state::MediaKind;

pub(super) fn add(
    ctx: &mut RequestContext<'_>,
    request: AddMaterial,
) -> Result<AddedMaterial, ApiError> {
    let kind = media::kind_of(&request.kind)?;
    if kind == MediaKind::Video && request.description.is_none() {
        return Err(ApiError::new(ErrCode::BAD_PARAMETER));
    }
    let mut file = media::accept(ctx, kind, &request.media)?;
    file.expires = Timestamp::from_millis(u64::MAX);
    let (id, now) = (file.id.clone(), ctx.now());
    ctx.state.media.insert(file, now);
    ctx.account_mut()?.materials.insert(id.clone(), request.description);
    ctx.state.mark_dirty();
    let mut added = AddedMaterial::new(&id);
    if matches!(kind, MediaKind::Image | MediaKind::Thumb) {
        added.url = Some(ctx.state.picture_url(&id));
    }
    Ok(added)
}

pub(super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetMaterial,
) -> Result<FileOr<DescribedMaterial>, ApiError> {
    let description = known(ctx, &request.media_id)?.clone();
    let file = ctx.state.media.get_any(&request.media_id);
    let file = file.ok_or_else(|| ApiError::new(ErrCode::BAD_MEDIA_ID))?;
    Ok(match description {
        Some(about) => {
            let url = ctx.state.picture_url(&request.media_id);
            let video = VideoMaterial::new(about.title, about.introduction, url);
            FileOr::Json(DescribedMaterial::Video(video))
        }
        None => FileOr::File(media::download(file)),
    })
}

pub(super) fn delete(
    ctx: &mut RequestContext<'_>,
    request: DeleteMaterial,
) -> Result<Empty, ApiError> {
    known(ctx, &request.media_id)?;
    ctx.account_mut()?.materials.remove(&request.media_id);
    ctx.state.media.remove(&request.media_id);
    ctx.state.mark_dirty();
    Ok(Empty {})
}

/// The description of a material of the account.
fn known<'d>(
    ctx: &'d RequestContext<'_>,
    id: &MediaId,
) -> Result<&'d Option<weixin_official::material::VideoDescription>, ApiError> {
    ctx.account()?.materials.get(id).ok_or_else(|| ApiError::new(ErrCode::BAD_MEDIA_ID))
}
