//! How many messages an account may send to one user.

use std::time::Duration;

use crate::{Inbound, Kind, MessageChannel};

const MINUTE: Duration = Duration::from_secs(60);
const TWO_DAYS: Duration = Duration::from_secs(48 * 60 * 60);

/// How many messages an account may send to a user after an action of the user (客服消息下发额度).
///
/// Actions of different kinds have windows of their own. A new action of the same kind replaces the
/// window of the previous one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendWindow {
    /// The kind of action that opens it.
    pub opened_by: WindowAction,
    /// How many messages may be sent.
    pub messages: u32,
    /// How long after the action they may be sent.
    pub within: Duration,
}

/// The kinds of actions that open a [`SendWindow`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum WindowAction {
    /// The user sent a message.
    Message,
    /// The user tapped a menu entry that causes a push, or an answer of a menu message.
    Menu,
    /// The user followed the account.
    Follow,
    /// The user scanned a QR code with parameters.
    Scan,
    /// The user opened the customer-service conversation of a Mini Program.
    Enter,
}

impl WindowAction {
    /// All kinds of actions.
    pub const ALL: [WindowAction; 5] =
        [Self::Message, Self::Menu, Self::Follow, Self::Scan, Self::Enter];

    /// A short name, for storing.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Menu => "menu",
            Self::Follow => "follow",
            Self::Scan => "scan",
            Self::Enter => "enter",
        }
    }

    /// The action that caused a push on this channel. `None` if it opens no window.
    fn of(channel: MessageChannel, push: &Inbound) -> Option<Self> {
        let is = |event: &str, name: &str| event.eq_ignore_ascii_case(name);
        match (channel, push.kind()) {
            (MessageChannel::OfficialCustomerService, Kind::Message(_)) => {
                // The answers of a menu message come as texts.
                let tapped = push.fields().text("bizmsgmenuid").is_some();
                Some(if tapped { Self::Menu } else { Self::Message })
            }
            (MessageChannel::MiniCustomerService | MessageChannel::WorkKf, Kind::Message(_)) => {
                Some(Self::Message)
            }
            (MessageChannel::OfficialCustomerService, Kind::Event { event, .. }) => {
                let menu = ["CLICK", "scancode_push", "scancode_waitmsg"];
                if menu.iter().any(|name| is(event, name)) {
                    Some(Self::Menu)
                } else if is(event, "subscribe") {
                    Some(Self::Follow)
                } else if is(event, "SCAN") {
                    Some(Self::Scan)
                } else {
                    None
                }
            }
            (MessageChannel::MiniCustomerService, Kind::Event { event, .. }) => {
                is(event, "user_enter_tempsession").then_some(Self::Enter)
            }
            _ => None,
        }
    }
}

impl SendWindow {
    /// The window of messages on `channel` that the action behind a push opened. `None` if it opens
    /// none, or if the channel has no such windows.
    pub fn of(channel: MessageChannel, push: &Inbound) -> Option<Self> {
        WindowAction::of(channel, push).map(|action| Self::after(channel, action))
    }

    /// The window that an action opens.
    // Confirmed, two sources each. Payments open one, too, whose number of messages is not limited.
    // Until 2023, a message allowed 20 messages.
    pub const fn after(channel: MessageChannel, action: WindowAction) -> Self {
        let (messages, within) = match (channel, action) {
            (_, WindowAction::Message) => (5, TWO_DAYS),
            (MessageChannel::MiniCustomerService, _) => (2, MINUTE),
            (_, WindowAction::Enter) => (2, MINUTE),
            (_, WindowAction::Menu | WindowAction::Follow | WindowAction::Scan) => (3, MINUTE),
        };
        Self { opened_by: action, messages, within }
    }
}

/// How fast an account may send messages to one user, whatever the user does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct SendRate {
    /// How many messages may be sent.
    pub messages: u32,
    /// Within which time.
    pub within: Duration,
}

impl SendRate {
    /// The rate on `channel`; `None` if it is not limited for one user.
    // Confirmed. WeCom drops messages beyond it without an error.
    pub const fn of(channel: MessageChannel) -> Option<Self> {
        match channel {
            MessageChannel::WorkApp => Some(Self { messages: 30, within: MINUTE }),
            _ => None,
        }
    }
}
