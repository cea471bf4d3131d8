//! Opening the page in the user's browser.

use std::io::IsTerminal;

/// Whether there is an interactive user with a browser.
pub(crate) fn can_open() -> bool {
    let display = cfg!(any(windows, target_os = "macos"))
        || std::env::var_os("DISPLAY").is_some()
        || std::env::var_os("WAYLAND_DISPLAY").is_some();
    display && std::io::stdout().is_terminal() && std::env::var_os("CI").is_none()
}

/// Opens the page. A failure is only logged, because the URL is printed anyway.
pub(crate) fn open(url: &str) {
    if let Err(error) = ::open::that_detached(url) {
        tracing::debug!(%error, "no browser could be opened");
    }
}
