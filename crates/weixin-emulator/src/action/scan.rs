//! Resolution of scanned QR codes.

use weixin_protocol::AppId;

use super::UserAction;
use crate::{
    Problem,
    state::{PlatformState, QrCode, QrScene},
};

/// The code that an action scans, if it is a scan.
///
/// # Errors
/// If the code does not exist or has expired.
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
                Problem::new("The account has no such QR code.", "该账号没有此二维码。").hint(
                    "Use the ticket or url returned by /cgi-bin/qrcode/create.",
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
            // If the account has not created such a code, one is made up.
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
