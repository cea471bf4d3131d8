//! Shared code of the cross-crate tests: optional programs, child processes, a Python peer, a raw
//! HTTP client, a browser and the emulator's page.

pub mod api_stub;
pub mod browser;
pub mod extras;
pub mod log_text;
mod os;
pub mod page;
pub mod peer;
pub mod program;
pub mod qrcode;
pub mod raw_http;
pub mod sample;
pub mod test_source;
pub mod typed;
pub mod wait;
pub mod webdriver;
