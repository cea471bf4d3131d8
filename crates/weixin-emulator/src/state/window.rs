//! Reply windows: how many customer-service messages an account may still send to a person.

use weixin_api::Timestamp;

use crate::{Window, WindowRules};

/// An action that opens a reply window.
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

/// The open reply windows of a person.
#[derive(Debug, Default)]
pub(crate) struct ReplyWindows(Vec<OpenWindow>);

#[derive(Debug)]
struct OpenWindow {
    by: WindowTrigger,
    left: u32,
    until: Timestamp,
}

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
        let window = by.window(rules);
        self.0.retain(|window| window.by != by && window.until > now);
        self.0.push(OpenWindow { by, left: window.messages, until: now + window.duration });
    }

    /// Uses up one message of the window that closes first.
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

    /// Closes all windows, because the person unfollowed the account.
    pub(crate) fn close_all(&mut self) {
        self.0.clear();
    }
}
