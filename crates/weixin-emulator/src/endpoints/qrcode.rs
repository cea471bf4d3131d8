//! QR codes with a scene (带参数的二维码).

use std::time::Duration;

use weixin_api::{Download, ErrCode};
use weixin_official::qrcode::{CreateQrCode, QrCode as Made, QrCodeInfo, QrCodeKind, ShowQrCode};

use super::{ApiError, RequestContext};
use crate::{
    QrCodeRules,
    qr_image::{self, BLACK},
    state::{QrCode, QrScene},
};

const BAD_KIND: i64 = 40052;
const BAD_SCENE: i64 = 40053;
const USED_UP: i64 = 45029;

/// The width of an image, in pixels.
const WIDTH: u32 = 430;

pub(super) fn create(
    ctx: &mut RequestContext<'_>,
    request: CreateQrCode,
) -> Result<Made, ApiError> {
    let now = ctx.now();
    let account = ctx.account()?;
    let rules = &account.rules.qrcodes;
    let permanent = match request.action_name {
        QrCodeKind::Temporary | QrCodeKind::TemporaryText => false,
        QrCodeKind::Permanent | QrCodeKind::PermanentText => true,
        _ => return Err(ApiError::code(BAD_KIND)),
    };
    let scene = scene(&request.action_name, request.action_info, rules)?;
    if permanent && account.qrcodes.permanent() >= rules.max_permanent {
        return Err(ApiError::code(USED_UP));
    }
    let expires_in = match request.expire_seconds {
        None | Some(0) => rules.default_lifetime,
        Some(seconds) => Duration::from_secs(seconds.into()),
    };
    // The error code for an excessive duration is not documented.
    if !permanent && expires_in > rules.max_lifetime {
        return Err(ApiError::new(ErrCode::BAD_PARAMETER));
    }
    let code = QrCode {
        ticket: ctx.state.ids.qr_ticket(),
        url: ctx.state.ids.qr_url(),
        scene,
        expires: (!permanent).then(|| now + expires_in),
    };
    let mut made = Made::new(code.ticket.as_str(), code.url.as_str());
    made.expire_seconds =
        (!permanent).then(|| u32::try_from(expires_in.as_secs()).unwrap_or(u32::MAX));
    ctx.account_mut()?.qrcodes.put(code, now);
    ctx.state.mark_dirty();
    Ok(made)
}

/// The scene of a code, if it is valid for its kind.
fn scene(kind: &QrCodeKind, info: QrCodeInfo, rules: &QrCodeRules) -> Result<QrScene, ApiError> {
    let (number, text) = (info.scene.scene_id, info.scene.scene_str);
    let scene = match kind {
        QrCodeKind::Temporary => number.filter(|number| *number > 0).map(QrScene::Number),
        QrCodeKind::Permanent => number
            .filter(|number| (1..=rules.max_permanent_id).contains(number))
            .map(QrScene::Number),
        _ => text
            .filter(|text| (1..=rules.text_chars).contains(&text.chars().count()))
            .map(QrScene::Text),
    };
    scene.ok_or_else(|| ApiError::code(BAD_SCENE))
}

/// Serves the image of a code. The platform serves a JPEG; the emulator uses PNG, which keeps edges
/// sharp.
pub(super) fn show(
    ctx: &mut RequestContext<'_>,
    request: ShowQrCode,
) -> Result<Download, ApiError> {
    let now = ctx.now();
    let found = ctx.state.accounts.iter().find_map(|account| {
        let code = account.qrcodes.find(&request.ticket)?;
        code.is_valid(now).then(|| (account.id.clone(), code.url.clone()))
    });
    let Some((account, url)) = found else { return Err(ApiError::not_found()) };
    ctx.account = Some(account);
    let picture = qr_image::qr_code(&url, WIDTH, BLACK);
    let picture =
        picture.map_err(|error| ApiError::with_message(ErrCode::BUSY, error.to_string()))?;
    Ok(Download::new(picture).with_mime("image/png"))
}
