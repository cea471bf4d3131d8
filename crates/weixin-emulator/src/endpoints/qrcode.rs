//! QR codes that say where somebody came from.

use std::time::Duration;

use weixin_api::{Download, ErrCode};
use weixin_official::qrcode::{CreateQrCode, QrCode as Made, QrCodeInfo, QrCodeKind, ShowQrCode};

use super::{Desk, Refusal};
use crate::{
    QrCodeRules,
    drawing::{self, BLACK},
    world::{QrCode, SceneOf},
};

const BAD_KIND: i64 = 40052;
const BAD_SCENE: i64 = 40053;
const USED_UP: i64 = 45029;

/// How wide a picture is, in pixels.
const WIDTH: u32 = 430;

pub(super) fn create(desk: &mut Desk<'_>, request: CreateQrCode) -> Result<Made, Refusal> {
    let now = desk.now();
    let account = desk.account()?;
    let rules = &account.rules.qrcodes;
    let permanent = match request.action_name {
        QrCodeKind::Temporary | QrCodeKind::TemporaryText => false,
        QrCodeKind::Permanent | QrCodeKind::PermanentText => true,
        _ => return Err(Refusal::code(BAD_KIND)),
    };
    let scene = scene(&request.action_name, request.action_info, rules)?;
    if permanent && account.qrcodes.permanent() >= rules.permanent {
        return Err(Refusal::code(USED_UP));
    }
    let lives = match request.expire_seconds {
        None | Some(0) => rules.usual_life,
        Some(seconds) => Duration::from_secs(seconds.into()),
    };
    // Which code too long a life gets is not documented.
    if !permanent && lives > rules.longest_life {
        return Err(Refusal::known(ErrCode::BAD_PARAMETER));
    }
    let code = QrCode {
        ticket: desk.world.ids.qr_ticket(),
        url: desk.world.ids.qr_url(),
        scene,
        expires: (!permanent).then(|| now + lives),
    };
    let mut made = Made::new(code.ticket.as_str(), code.url.as_str());
    made.expire_seconds = (!permanent).then(|| u32::try_from(lives.as_secs()).unwrap_or(u32::MAX));
    desk.account_mut()?.qrcodes.put(code, now);
    desk.world.touch();
    Ok(made)
}

/// The scene of a code, if it is one that this kind of code may have.
fn scene(kind: &QrCodeKind, info: QrCodeInfo, rules: &QrCodeRules) -> Result<SceneOf, Refusal> {
    let (number, text) = (info.scene.scene_id, info.scene.scene_str);
    let scene = match kind {
        QrCodeKind::Temporary => number.filter(|number| *number > 0).map(SceneOf::Number),
        QrCodeKind::Permanent => number
            .filter(|number| (1..=rules.largest_permanent).contains(number))
            .map(SceneOf::Number),
        _ => text
            .filter(|text| (1..=rules.text_chars).contains(&text.chars().count()))
            .map(SceneOf::Text),
    };
    scene.ok_or_else(|| Refusal::code(BAD_SCENE))
}

/// The picture of a code. The platform's is a JPEG; who shows it does not care, and lines stay sharp
/// in a PNG.
pub(super) fn show(desk: &mut Desk<'_>, request: ShowQrCode) -> Result<Download, Refusal> {
    let now = desk.now();
    let found = desk.world.accounts.iter().find_map(|account| {
        let code = account.qrcodes.find(&request.ticket)?;
        code.lives(now).then(|| (account.id.clone(), code.url.clone()))
    });
    let Some((account, url)) = found else { return Err(Refusal::not_found()) };
    desk.account = Some(account);
    let picture = drawing::qr_code(&url, WIDTH, BLACK);
    let picture = picture.map_err(|error| Refusal::new(ErrCode::BUSY, error.to_string()))?;
    Ok(Download::new(picture).with_mime("image/png"))
}
