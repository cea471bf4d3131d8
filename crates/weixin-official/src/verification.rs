//! Events about the verification of the account (微信认证事件推送). There are no endpoints.

use weixin_api::Timestamp;
use weixin_protocol::{Header, inbound};

weixin_protocol::messages![
    QualificationVerified,
    QualificationRejected,
    NamingVerified,
    NamingRejected,
    AnnualRenewal,
    VerificationExpired
];

/// The owner's documents were approved (资质认证成功). The account can use the endpoints that need
/// verification from now on, although its name is not verified yet.
#[inbound(event = "qualification_verify_success", scope(official))]
pub struct QualificationVerified {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When the verification expires.
    pub expired_time: Timestamp,
}

/// The owner's documents were rejected (资质认证失败).
#[inbound(event = "qualification_verify_fail", scope(official))]
pub struct QualificationRejected {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When it was rejected.
    pub fail_time: Timestamp,
    /// Why it was rejected.
    pub fail_reason: String,
}

/// The account's name was verified (名称认证成功).
#[inbound(event = "naming_verify_success", scope(official))]
pub struct NamingVerified {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When the verification expires.
    pub expired_time: Timestamp,
}

/// The account's name was rejected (名称认证失败). The endpoints that need verification can still be
/// used.
#[inbound(event = "naming_verify_fail", scope(official))]
pub struct NamingRejected {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When it was rejected.
    pub fail_time: Timestamp,
    /// Why it was rejected.
    pub fail_reason: String,
}

/// The verification expires soon and must be renewed (年审通知).
///
/// # Examples
///
/// ```
/// # use weixin_official::verification::AnnualRenewal;
/// // A handler: `Bot::new().on(renew)`.
/// async fn renew(event: AnnualRenewal) {
///     println!("the verification expires at {:?}", event.expired_time);
/// }
/// ```
#[inbound(event = "annual_renew", scope(official))]
pub struct AnnualRenewal {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When the verification expires.
    pub expired_time: Timestamp,
}

/// The verification has expired (认证过期失效).
#[inbound(event = "verify_expired", scope(official))]
pub struct VerificationExpired {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When the verification expired.
    pub expired_time: Timestamp,
}
