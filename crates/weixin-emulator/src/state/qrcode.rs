//! The QR codes an Official Account made, each with a scene (带参数的二维码).

use std::time::Duration;

use weixin_api::Timestamp;

/// For how long a code is remembered after its end, so that whoever scans it is told why nothing
/// happens.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

/// The codes of an account, oldest first.
#[derive(Debug, Default)]
pub(crate) struct QrCodes(Vec<QrCode>);

/// One code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct QrCode {
    pub(crate) ticket: String,
    /// What its picture holds.
    pub(crate) url: String,
    pub(crate) scene: QrScene,
    /// A permanent code has no end.
    pub(crate) expires: Option<Timestamp>,
}

/// What a code stands for: a number or a text.
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
    /// Whether its time is not over.
    pub(crate) fn is_valid(&self, now: Timestamp) -> bool {
        self.expires.is_none_or(|expires| now < expires)
    }
}

impl QrCodes {
    /// Keeps a code.
    pub(crate) fn put(&mut self, code: QrCode, now: Timestamp) {
        self.0.retain(|code| code.expires.is_none_or(|expires| now < expires + RETENTION));
        self.0.push(code);
    }

    /// How many there are without an end.
    pub(crate) fn permanent(&self) -> usize {
        self.0.iter().filter(|code| code.expires.is_none()).count()
    }

    /// The code of this ticket, or with this text in its picture.
    pub(crate) fn find(&self, text: &str) -> Option<&QrCode> {
        self.0.iter().find(|code| code.ticket == text || code.url == text)
    }

    /// The latest code of this scene that lives.
    pub(crate) fn of_scene(&self, scene: &str, now: Timestamp) -> Option<&QrCode> {
        self.valid(now).find(|code| code.scene.to_string() == scene)
    }

    /// The codes that live, latest first.
    pub(crate) fn valid(&self, now: Timestamp) -> impl Iterator<Item = &QrCode> {
        self.0.iter().rev().filter(move |code| code.is_valid(now))
    }
}
