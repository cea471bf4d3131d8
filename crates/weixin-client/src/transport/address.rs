//! Builds the address of a call. It always has the intended host, whatever the path contains.

use http::{Uri, uri::Authority};
use weixin_api::{Error, ErrorKind, wire::ApiRequest};
use weixin_protocol::Secret;

/// One address that stands in for all hosts of the platform.
#[derive(Debug, Clone)]
pub(crate) struct ApiBase(String);

impl ApiBase {
    pub(crate) fn parse(address: &str) -> Result<Self, Error> {
        let malformed = || {
            let message = "the API base is not an address such as http://127.0.0.1:8080";
            Error::new(ErrorKind::Call, message)
        };
        let uri: Uri = address.parse().map_err(|_| malformed())?;
        let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"));
        match (scheme, uri.authority(), uri.query()) {
            (Some(scheme), Some(authority), None) => {
                Ok(Self(format!("{scheme}://{authority}{}", uri.path().trim_end_matches('/'))))
            }
            _ => Err(malformed()),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether calls to it use TLS.
    pub(crate) fn is_tls(&self) -> bool {
        self.0.starts_with("https://")
    }
}

/// The address of a call at `host`, with the credential in its query.
///
/// # Errors
///
/// [`ErrorKind::Call`] if host and path do not form an address, or form one that leads elsewhere:
/// the credential is never sent to a host that the call does not name.
pub(crate) fn address_of(
    request: &ApiRequest,
    host: &str,
    credential: Option<&Secret>,
    api_base: Option<&ApiBase>,
) -> Result<Uri, Error> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':');
    if host.is_empty() || !host.chars().all(plain) {
        let message = "the host is not a name such as api.weixin.qq.com";
        return Err(Error::new(ErrorKind::Call, message));
    }
    let target = request.target(credential);
    let (place, origin) = match (request.origin(), api_base) {
        (Some(origin), Some(ApiBase(base))) => {
            ([base, "/@", request.host()].concat(), Some(origin))
        }
        (Some(_), None) => return Err(other_host()),
        (None, Some(ApiBase(base))) => ([base, "/@", host].concat(), None),
        (None, None) => (["https://", host].concat(), None),
    };
    let address = [origin.unwrap_or(&place), &target].concat();
    let inside = address.strip_prefix(&*place).is_some_and(|rest| rest.starts_with('/'));
    let wanted = place.split_once("://").map(|(scheme, rest)| {
        let authority = rest.split_once('/').map_or(rest, |(authority, _)| authority);
        (scheme, authority)
    });
    // The parser's error would quote the address.
    let address = Uri::try_from(address)
        .map_err(|_| Error::new(ErrorKind::Call, "host and path do not make an address"))?;
    let read = address.scheme_str().zip(address.authority().map(Authority::as_str));
    match inside && read == wanted {
        true => Ok(address),
        false => Err(other_host()),
    }
}

/// Nothing is sent to an address that an outsider may have chosen.
fn other_host() -> Error {
    Error::new(ErrorKind::Call, "the path leads to another host, so nothing is sent")
}
