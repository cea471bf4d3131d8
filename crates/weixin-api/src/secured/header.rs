//! The HTTP headers of API security. Their names are written here in lower case, as HTTP libraries
//! need them.

/// `Wechatmp-Appid`: the account.
pub const APP_ID: &str = "wechatmp-appid";
/// `Wechatmp-TimeStamp`: when it was signed, as a Unix timestamp in seconds.
pub const TIMESTAMP: &str = "wechatmp-timestamp";
/// `Wechatmp-Signature`: the signature, in base64.
pub const SIGNATURE: &str = "wechatmp-signature";
/// `Wechatmp-Serial`, in replies: the number of the certificate that verifies the signature.
pub const SERIAL: &str = "wechatmp-serial";
/// `Wechatmp-Signature-Deprecated`, in replies: a second signature, while the certificate is replaced.
pub const DEPRECATED_SIGNATURE: &str = "wechatmp-signature-deprecated";
/// `Wechatmp-Serial-Deprecated`, in replies: the number of the certificate that verifies the second
/// signature and will soon be invalid.
pub const DEPRECATED_SERIAL: &str = "wechatmp-serial-deprecated";
