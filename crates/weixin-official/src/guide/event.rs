//! Events about guides.

use weixin_api::int_enum;
use weixin_protocol::{Header, OpenId, inbound};

/// A user scanned the QR code of a guide (顾问二维码).
#[inbound(event = "guide_qrcode_scan_event", scope(official))]
pub struct GuideCodeScanned {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The scan.
    #[field(name = "GuideScanEvent")]
    pub scan: GuideScan,
}

/// A scan of the QR code of a guide.
#[inbound(part)]
pub struct GuideScan {
    /// The WeChat name (微信号) of the guide, if they were added by it.
    #[field(name = "qrcode_guide_account")]
    pub guide_account: Option<String>,
    /// The openid or unionid of the guide, if they were added by it.
    #[field(name = "qrcode_guide_openid")]
    pub guide_openid: Option<OpenId>,
    /// The user who scanned it.
    #[field(name = "openid")]
    pub openid: OpenId,
    /// What the scan led to.
    #[field(name = "action")]
    pub action: GuideScanResult,
    /// The data that [`CreateGuideQrCode`](super::CreateGuideQrCode) had as `qrcode_info`.
    #[field(name = "qrcode_info")]
    pub qrcode_info: Option<String>,
}

int_enum! {
    /// What the scan of a guide's QR code led to.
    pub enum GuideScanResult {
        /// Nothing: the person is no longer a guide.
        NoGuide = 1,
        /// The user became a customer of the guide.
        Assigned = 2,
        /// The user was a customer of the guide before.
        Known = 3,
        /// The user is a customer of another guide.
        Taken = 4,
    }
}

/// A person answered the invitation to be a guide that [`AddGuide`](super::AddGuide) sent.
#[inbound(event = "guide_invite_result_event", scope(official))]
pub struct GuideInvited {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The answer.
    #[field(name = "GuideInviteEvent")]
    pub invitation: GuideInvitation,
}

/// The answer to an invitation to be a guide.
#[inbound(part)]
pub struct GuideInvitation {
    /// The WeChat name (微信号) of the guide, if they were added by it.
    #[field(name = "guide_account")]
    pub guide_account: Option<String>,
    /// The openid or unionid of the guide, if they were added by it.
    #[field(name = "guide_openid")]
    pub guide_openid: Option<OpenId>,
    /// Whether the person accepted.
    #[field(name = "invite_result")]
    pub invite_result: Option<GuideInvitationResult>,
}

int_enum! {
    /// The answer to an invitation to be a guide. Only one value is documented; any other means that
    /// the person did not accept.
    pub enum GuideInvitationResult {
        /// The person accepted.
        Accepted = 1,
    }
}
