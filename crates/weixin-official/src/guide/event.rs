//! Who becomes a guide, and whose code was scanned.

use weixin_api::int_enum;
use weixin_protocol::{Header, OpenId, inbound};

/// Somebody scanned the QR code of a guide. Event `guide_qrcode_scan_event`.
#[inbound(event = "guide_qrcode_scan_event", scope(official))]
pub struct GuideCodeScanned {
    /// From whom, to whom, when.
    pub header: Header,
    /// What was scanned.
    #[field(name = "GuideScanEvent")]
    pub scan: GuideScan,
}

/// A scan of the QR code of a guide.
#[inbound(part)]
pub struct GuideScan {
    /// The guide's WeChat name.
    #[field(name = "qrcode_guide_account")]
    pub guide_account: Option<String>,
    /// The guide's openid, if they were added by it.
    #[field(name = "qrcode_guide_openid")]
    pub guide_openid: Option<OpenId>,
    /// Who scanned it.
    #[field(name = "openid")]
    pub openid: OpenId,
    /// What became of it.
    #[field(name = "action")]
    pub action: GuideScanResult,
    /// What [`CreateGuideQrCode`](super::CreateGuideQrCode) had as `qrcode_info`.
    #[field(name = "qrcode_info")]
    pub qrcode_info: Option<String>,
}

int_enum! {
    /// What became of the scan of a guide's QR code.
    pub enum GuideScanResult {
        /// The guide is none any more.
        NoGuide = 1,
        /// They are the guide's customer from now on.
        Assigned = 2,
        /// They were the guide's customer before.
        Known = 3,
        /// They are the customer of another guide.
        Taken = 4,
    }
}

/// Somebody who was asked to be a guide answered. Event `guide_invite_result_event`.
#[inbound(event = "guide_invite_result_event", scope(official))]
pub struct GuideInvited {
    /// From whom, to whom, when.
    pub header: Header,
    /// What they answered.
    #[field(name = "GuideInviteEvent")]
    pub invitation: GuideInvitation,
}

/// What somebody answered who was asked to be a guide.
#[inbound(part)]
pub struct GuideInvitation {
    /// Their WeChat name, if they were asked by it.
    #[field(name = "guide_account")]
    pub guide_account: Option<String>,
    /// Their openid, if they were asked by it.
    #[field(name = "guide_openid")]
    pub guide_openid: Option<OpenId>,
    /// 1 if they agreed.
    #[field(name = "invite_result")]
    pub invite_result: Option<i64>,
}
