//! QR codes with a scene (带参数的二维码) of an Official Account.

use std::time::Duration;

use weixin_api::Timestamp;

/// How long an expired code is kept, so that scanning it is reported as expired.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

/// The codes of an account, oldest first.
#[derive(Debug, Default)]
pub(crate) struct QrCodes(Vec<QrCode>);

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QrCode {
    pub(crate) ticket: String,
    /// The text encoded in the image.
    pub(crate) url: String,
    pub(crate) scene: QrScene,
    /// `None` for a permanent code.
    pub(crate) expires: Option<Timestamp>,
}

/// The scene of a code: an id or a string.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum QrScene {
    Number(u32),
    Text(String),
}

impl std::fmt::Display for QrScene {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => text.fmt(f),
        }
    }
}

impl QrCode {
    /// Whether the code has not expired.
    pub(crate) fn is_valid(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|expires| now < expires)
    }
}

impl QrCodes {
    /// Adds a code.
    pub(crate) fn put(&mut self, code: QrCode, now: Timestamp) {
        self.0.retain(|code| code.expires.is_none_or(|expires| now < expires + RETENTION));
        self.0.push(code);
    }

    /// The number of permanent codes.
    pub(crate) fn permanent(&self) -> usize {
        self.0.iter().filter(|code| code.expires.is_none()).count()
    }

    /// The code with this ticket or this encoded text.
    pub(crate) fn find(&self, text: &str) -> Option<&QrCode> {
        self.0.iter().find(|code| code.ticket == text || code.url == text)
    }

    /// The latest valid code with this scene.
    pub(crate) fn of_scene(&self, scene: &str, now: Timestamp) -> Option<&QrCode> {
        self.valid(now).find(|code| code.scene.to_string() == scene)
    }

    /// The valid codes, latest first.
    pub(crate) fn valid(&self, now: Timestamp) -> impl Iterator<Item = &QrCode> {
        self.0.iter().rev().filter(move |code| code.is_valid(now))
    }
}
