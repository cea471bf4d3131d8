//! How many customer-service messages a person's acts still allow.

use weixin_api::Timestamp;

use crate::{Window, WindowRules};

/// An act of a person that allows messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deserves {
    Message,
    Menu,
    Follow,
    Scan,
    Enter,
}

impl Deserves {
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
pub(crate) struct Allowances(Vec<Allowance>);

#[derive(Debug)]
struct Allowance {
    by: Deserves,
    left: u32,
    until: Timestamp,
}

/// Why no message may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closed {
    /// No act of the person is recent enough.
    OutOfWindow,
    /// All messages are used up.
    NoneLeft,
}

impl Allowances {
    /// The person did something. A later act of the same kind begins anew.
    pub(crate) fn grant(&mut self, by: Deserves, rules: &WindowRules, now: Timestamp) {
        let window = by.window(rules);
        self.0.retain(|allowance| allowance.by != by && allowance.until > now);
        self.0.push(Allowance { by, left: window.messages, until: now + window.lasts });
    }

    /// Takes one message, from what ends first.
    pub(crate) fn spend(&mut self, now: Timestamp) -> Result<(), Closed> {
        self.0.retain(|allowance| allowance.until > now);
        if self.0.is_empty() {
            return Err(Closed::OutOfWindow);
        }
        let usable = self.0.iter_mut().filter(|allowance| allowance.left > 0);
        match usable.min_by_key(|allowance| allowance.until) {
            Some(allowance) => {
                allowance.left -= 1;
                Ok(())
            }
            None => Err(Closed::NoneLeft),
        }
    }

    /// The person no longer follows.
    pub(crate) fn end(&mut self) {
        self.0.clear();
    }
}
