//! API security of the account that a client calls as.

use std::sync::atomic::{AtomicBool, Ordering};

use tracing::warn;
use weixin_api::{
    Error, ErrorKind, Timestamp,
    secured::{ApiSecurity, SealedCall, Verification},
    wire::{ApiRequest, CallSecurity},
};
use weixin_protocol::AppId;

/// The keys of an account, and whether its replies need another certificate soon.
#[derive(Debug)]
pub(crate) struct AccountSecurity {
    keys: ApiSecurity,
    account: AppId,
    /// The warning is logged once.
    has_warned: AtomicBool,
}

impl AccountSecurity {
    pub(crate) fn new(keys: ApiSecurity, account: AppId) -> Self {
        Self { keys, account, has_warned: AtomicBool::new(false) }
    }

    /// Logs that the platform will soon sign with another certificate only.
    pub(super) fn note(&self, verification: Verification) {
        if verification == Verification::Deprecated
            && !self.has_warned.swap(true, Ordering::Relaxed)
        {
            warn!(
                account = %self.account,
                "the platform is replacing its certificate: download the new one from the console \
                 (API安全) and add it, with its number, to the account's certificates"
            );
        }
    }
}

/// Encrypts and signs a call for one attempt at `host`. `None` if it is sent as it is.
///
/// # Errors
///
/// [`ErrorKind::Call`] if that is impossible, or the call requires it and there are no keys.
pub(super) fn seal(
    security: Option<&AccountSecurity>,
    call: &ApiRequest,
    host: &str,
    now: Timestamp,
) -> Result<Option<SealedCall>, Error> {
    match (security, call.security()) {
        (_, CallSecurity::Unsupported) | (None, CallSecurity::Supported) => Ok(None),
        (Some(security), _) => security.keys.seal(call, &security.account, host, now).map(Some),
        (None, _) => {
            let message =
                "the call is to be encrypted and signed, and the client has no API security";
            Err(Error::new(ErrorKind::Call, message))
        }
    }
}
