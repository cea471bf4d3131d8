//! The verification of the account (微信认证事件推送): what became of it, and when it ends. There are
//! events only.

use weixin_api::Timestamp;
use weixin_protocol::{Header, inbound};

weixin_protocol::messages![
    QualificationVerified,
    QualificationRefused,
    NamingVerified,
    NamingRefused,
    AnnualRenewal,
    VerificationExpired
];

/// The owner's papers were found good: the account may use what needs verification from now on,
/// though its name is not verified yet. Event `qualification_verify_success`.
#[inbound(event = "qualification_verify_success", scope(official))]
pub struct QualificationVerified {
    /// From whom, to whom, when.
    pub header: Header,
    /// When the verification ends.
    pub expired_time: Timestamp,
}

/// The owner's papers were refused. Event `qualification_verify_fail`.
#[inbound(event = "qualification_verify_fail", scope(official))]
pub struct QualificationRefused {
    /// From whom, to whom, when.
    pub header: Header,
    /// When that was.
    pub fail_time: Timestamp,
    /// Why.
    pub fail_reason: String,
}

/// The account's name was verified. Event `naming_verify_success`.
#[inbound(event = "naming_verify_success", scope(official))]
pub struct NamingVerified {
    /// From whom, to whom, when.
    pub header: Header,
    /// When the verification ends.
    pub expired_time: Timestamp,
}

/// The account's name was refused. What needs verification may be used all the same. Event
/// `naming_verify_fail`.
#[inbound(event = "naming_verify_fail", scope(official))]
pub struct NamingRefused {
    /// From whom, to whom, when.
    pub header: Header,
    /// When that was.
    pub fail_time: Timestamp,
    /// Why.
    pub fail_reason: String,
}

/// The verification ends soon and has to be renewed. Event `annual_renew`.
#[inbound(event = "annual_renew", scope(official))]
pub struct AnnualRenewal {
    /// From whom, to whom, when.
    pub header: Header,
    /// When it ends.
    pub expired_time: Timestamp,
}

/// The verification has ended. Event `verify_expired`.
#[inbound(event = "verify_expired", scope(official))]
pub struct VerificationExpired {
    /// From whom, to whom, when.
    pub header: Header,
    /// When it ended.
    pub expired_time: Timestamp,
}
