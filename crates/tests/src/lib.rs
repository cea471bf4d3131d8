//! What the cross-crate tests share: the extras a machine may lack, programs that are started and
//! ended, a Python peer, a hand-written HTTP client, a browser and the emulator's page in it.

pub mod browser;
pub mod extras;
pub mod handover;
pub mod log_text;
mod os;
pub mod page;
pub mod patience;
pub mod peer;
pub mod program;
pub mod qrcode;
pub mod raw_http;
pub mod specimen;
pub mod webdriver;
