//! Permanent material.

use weixin_api::{Empty, ErrCode, FileOr, Timestamp};
use weixin_official::material::{
    AddMaterial, AddedMaterial, DeleteMaterial, DescribedMaterial, GetMaterial, VideoMaterial,
};
use weixin_protocol::MediaId;

use super::{Desk, Refusal, media};
use crate::world::MediaKind;

pub(super) fn add(desk: &mut Desk<'_>, request: AddMaterial) -> Result<AddedMaterial, Refusal> {
    let kind = media::kind_of(&request.kind)?;
    if kind == MediaKind::Video && request.description.is_none() {
        return Err(Refusal::known(ErrCode::BAD_PARAMETER));
    }
    let mut file = media::accept(desk, kind, &request.media)?;
    file.expires = Timestamp::from_millis(u64::MAX);
    let (id, now) = (file.id.clone(), desk.now());
    desk.world.shelf.put(file, now);
    desk.account_mut()?.materials.insert(id.clone(), request.description);
    desk.world.touch();
    let mut added = AddedMaterial::new(&id);
    if matches!(kind, MediaKind::Image | MediaKind::Thumb) {
        added.url = Some(desk.world.picture_url(&id));
    }
    Ok(added)
}

pub(super) fn get(
    desk: &mut Desk<'_>,
    request: GetMaterial,
) -> Result<FileOr<DescribedMaterial>, Refusal> {
    let description = known(desk, &request.media_id)?.clone();
    let file = desk.world.shelf.any(&request.media_id);
    let file = file.ok_or_else(|| Refusal::known(ErrCode::BAD_MEDIA_ID))?;
    Ok(match description {
        Some(about) => {
            let url = desk.world.picture_url(&request.media_id);
            let video = VideoMaterial::new(about.title, about.introduction, url);
            FileOr::Json(DescribedMaterial::Video(video))
        }
        None => FileOr::File(media::download(file)),
    })
}

pub(super) fn delete(desk: &mut Desk<'_>, request: DeleteMaterial) -> Result<Empty, Refusal> {
    known(desk, &request.media_id)?;
    desk.account_mut()?.materials.remove(&request.media_id);
    desk.world.shelf.remove(&request.media_id);
    desk.world.touch();
    Ok(Empty {})
}

/// What the account says of one of its files.
fn known<'d>(
    desk: &'d Desk<'_>,
    id: &MediaId,
) -> Result<&'d Option<weixin_official::material::VideoDescription>, Refusal> {
    desk.account()?.materials.get(id).ok_or_else(|| Refusal::known(ErrCode::BAD_MEDIA_ID))
}
