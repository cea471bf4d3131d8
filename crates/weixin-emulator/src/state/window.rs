//! How many customer-service messages a person's acts still allow.

use weixin_api::Timestamp;

use crate::{Window, WindowRules};

/// An act of a person that allows messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WindowTrigger {
    Message,
    Menu,
    Follow,
    Scan,
    Enter,
}

impl WindowTrigger {
    fn window(self, rules: &WindowRules) -> Window {
        match self {
            Self::Message => rules.message,
            Self::Menu => rules.menu,
            Self::Follow => rules.follow,
            Self::Scan => rules.scan,
            Self::Enter => rules.enter,
        }
    }
}

/// What is left of what a person's acts allow.
#[derive(Debug, Default)]
pub(crate) struct ReplyWindows(Vec<OpenWindow>);

#[derive(Debug)]
struct OpenWindow {
    by: WindowTrigger,
    left: u32,
    until: Timestamp,
}

/// Why no message may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WindowError {
    /// No act of the person is recent enough.
    OutOfWindow,
    /// All messages are used up.
    NoneLeft,
}

impl ReplyWindows {
    /// The person did something. A later act of the same kind begins anew.
    pub(crate) fn open(&mut self, by: WindowTrigger, rules: &WindowRules, now: Timestamp) {
        let window = by.window(rules);
        self.0.retain(|window| window.by != by && window.until > now);
        self.0.push(OpenWindow { by, left: window.messages, until: now + window.lasts });
    }

    /// Takes one message, from what ends first.
    pub(crate) fn take_message(&mut self, now: Timestamp) -> Result<(), WindowError> {
        self.0.retain(|window| window.until > now);
        if self.0.is_empty() {
            return Err(WindowError::OutOfWindow);
        }
        let usable = self.0.iter_mut().filter(|window| window.left > 0);
        match usable.min_by_key(|window| window.until) {
            Some(window) => {
                window.left -= 1;
                Ok(())
            }
            None => Err(WindowError::NoneLeft),
        }
    }

    /// The person no longer follows.
    pub(crate) fn close_all(&mut self) {
        self.0.clear();
    }
}
