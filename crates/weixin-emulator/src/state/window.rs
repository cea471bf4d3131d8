//! Reply windows: how many customer-service messages an account may still send to a person.

use serde::Serialize;
use weixin_api::Timestamp;

use crate::{Window, WindowRules};

/// An action that opens a reply window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum WindowTrigger {
    /// The person sent a message.
    Message,
    /// The person tapped a menu button (of type `click` or `scancode_…`) or an item of a menu
    /// message.
    Menu,
    /// The person followed the account.
    Follow,
    /// The person scanned a QR code.
    Scan,
    /// The person opened the customer-service chat of a Mini Program.
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

/// An open reply window of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenWindow {
    /// The action that opened it.
    pub by: WindowTrigger,
    /// The number of customer-service messages that may still be sent. 0: a call fails with 45047
    /// until another window is open.
    pub messages_left: u32,
    /// When it closes. If no window is open, a call fails with 45015.
    pub closes: Timestamp,
}

/// The open reply windows of a person.
#[derive(Debug, Default)]
pub(crate) struct ReplyWindows(Vec<OpenWindow>);

/// Why no message can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WindowError {
    /// No window is open.
    OutOfWindow,
    /// All messages of the open windows are used up.
    NoneLeft,
}

impl ReplyWindows {
    /// Opens the window of an action. It replaces a previous window of the same kind.
    pub(crate) fn open(&mut self, by: WindowTrigger, rules: &WindowRules, now: Timestamp) {
        let Window { messages, duration } = by.window(rules);
        self.0.retain(|window| window.by != by && window.closes > now);
        self.0.push(OpenWindow { by, messages_left: messages, closes: now + duration });
    }

    /// Uses up one message of the window that closes first.
    pub(crate) fn take_message(&mut self, now: Timestamp) -> Result<(), WindowError> {
        self.0.retain(|window| window.closes > now);
        if self.0.is_empty() {
            return Err(WindowError::OutOfWindow);
        }
        let usable = self.0.iter_mut().filter(|window| window.messages_left > 0);
        match usable.min_by_key(|window| window.closes) {
            Some(window) => {
                window.messages_left -= 1;
                Ok(())
            }
            None => Err(WindowError::NoneLeft),
        }
    }

    /// The windows that are open at this time, the one that closes first in front.
    pub(crate) fn open_at(&self, now: Timestamp) -> Vec<OpenWindow> {
        let open = self.0.iter().filter(|window| window.closes > now);
        let mut open: Vec<_> = open.copied().collect();
        open.sort_by_key(|window| window.closes);
        open
    }

    /// Closes all windows, because the person unfollowed the account.
    pub(crate) fn close_all(&mut self) {
        self.0.clear();
    }
}
