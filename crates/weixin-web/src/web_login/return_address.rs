//! Where a visitor goes after the login.

use crate::origin::Origin;

/// The longest address.
const MAX: usize = 2000;

/// Whether a visitor may be sent to an address: a path of this server, or one at an allowed origin.
pub(super) fn is_allowed(address: &str, origins: &[Origin]) -> bool {
    // Browsers drop control characters and read backslashes as slashes.
    let plain = address.len() <= MAX
        && address
            .chars()
            .all(|c| !c.is_control() && !c.is_whitespace() && c != '\\' && c.is_ascii());
    if !plain {
        return false;
    }
    match address.strip_prefix('/') {
        // Two slashes begin an address at another host.
        Some(rest) => !rest.starts_with('/'),
        None => Origin::of(address).is_some_and(|origin| origins.contains(&origin)),
    }
}
