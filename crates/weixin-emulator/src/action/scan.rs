//! Which of an account's QR codes somebody scans.

use weixin_protocol::AppId;

use super::UserAction;
use crate::{
    Problem,
    state::{PlatformState, QrCode, QrScene},
};

/// The code that a action scans, if it scans one.
///
/// # Errors
/// If there is no such code, or its time is over.
pub(super) fn scanned(
    state: &mut PlatformState,
    account: &AppId,
    action: &UserAction,
) -> Result<Option<QrCode>, Problem> {
    let now = state.now();
    let codes = state.account(account).map(|account| &account.qrcodes);
    match action {
        UserAction::ScanCode { code } => {
            let found = codes.and_then(|codes| codes.find(code)).ok_or_else(|| {
                Problem::new("This is no QR code of the account.", "这不是该账号的二维码。").hint(
                    "Give the ticket or the url that /cgi-bin/qrcode/create answered.",
                    "请使用 /cgi-bin/qrcode/create 返回的 ticket 或 url。",
                )
            })?;
            if !found.is_valid(now) {
                return Err(Problem::new("The QR code has expired.", "该二维码已过期。"));
            }
            Ok(Some(found.clone()))
        }
        UserAction::Scan { scene } | UserAction::Follow { scene: Some(scene) } => {
            let made = codes.and_then(|codes| codes.of_scene(scene, now)).cloned();
            // A code that nobody made: it is as if one had been.
            Ok(Some(made.unwrap_or_else(|| QrCode {
                ticket: state.ids.qr_ticket(),
                url: String::new(),
                scene: QrScene::Text(scene.clone()),
                expires: None,
            })))
        }
        _ => Ok(None),
    }
}
