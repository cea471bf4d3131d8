//! Which of an account's QR codes somebody scans.

use weixin_protocol::AppId;

use super::Deed;
use crate::{
    Problem,
    world::{QrCode, SceneOf, World},
};

/// The code that a deed scans, if it scans one.
///
/// # Errors
/// If there is no such code, or its time is over.
pub(super) fn scanned(
    world: &mut World,
    account: &AppId,
    deed: &Deed,
) -> Result<Option<QrCode>, Problem> {
    let now = world.now();
    let codes = world.account(account).map(|account| &account.qrcodes);
    match deed {
        Deed::ScanCode { code } => {
            let found = codes.and_then(|codes| codes.find(code)).ok_or_else(|| {
                Problem::new("This is no QR code of the account.", "这不是该账号的二维码。").hint(
                    "Give the ticket or the url that /cgi-bin/qrcode/create answered.",
                    "请使用 /cgi-bin/qrcode/create 返回的 ticket 或 url。",
                )
            })?;
            if !found.lives(now) {
                return Err(Problem::new("The QR code has expired.", "该二维码已过期。"));
            }
            Ok(Some(found.clone()))
        }
        Deed::Scan { scene } | Deed::Follow { scene: Some(scene) } => {
            let made = codes.and_then(|codes| codes.of_scene(scene, now)).cloned();
            // A code that nobody made: it is as if one had been.
            Ok(Some(made.unwrap_or_else(|| QrCode {
                ticket: world.ids.qr_ticket(),
                url: String::new(),
                scene: SceneOf::Text(scene.clone()),
                expires: None,
            })))
        }
        _ => Ok(None),
    }
}
