//! What a push is, told from its discriminating fields.

use std::fmt;

use crate::tree::Map;

/// What a push is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind<'a> {
    /// A person sent something: the `MsgType`.
    Message(&'a str),
    /// Something happened: `Event`, and `ChangeType` for the events that have kinds of their own.
    Event {
        /// `Event`.
        event: &'a str,
        /// `ChangeType`.
        change: Option<&'a str>,
    },
    /// A notice to a third-party platform or a suite: `InfoType`, `ChangeType`.
    Notice {
        /// `InfoType`.
        info: &'a str,
        /// `ChangeType`.
        change: Option<&'a str>,
    },
    /// None of the discriminating fields is there.
    Unknown,
}

impl<'a> Kind<'a> {
    pub(super) fn of(fields: &'a Map) -> Self {
        let text = |name| fields.text(name).map(str::trim).filter(|text| !text.is_empty());
        let change = text("ChangeType");
        match (text("MsgType"), text("Event"), text("InfoType")) {
            (_, Some(event), _) => Self::Event { event, change },
            (Some(message), None, _) => Self::Message(message),
            (None, None, Some(info)) => Self::Notice { info, change },
            (None, None, None) => Self::Unknown,
        }
    }
}

impl fmt::Display for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, name, change) = match self {
            Kind::Message(name) => ("message", *name, None),
            Kind::Event { event, change } => ("event", *event, *change),
            Kind::Notice { info, change } => ("notice", *info, *change),
            Kind::Unknown => return f.write_str("unknown"),
        };
        write!(f, "{word} {name}")?;
        change.map_or(Ok(()), |change| write!(f, "/{change}"))
    }
}

/// Which pushes a typed message is read from. Names are compared without regard to case, because
/// Official Accounts say `CLICK` where WeCom says `click`, and a space in the name of an event
/// stands for `_`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Selector {
    /// Messages of this `MsgType`.
    Message(&'static str),
    /// Events of this name and, where given, `ChangeType`.
    Event {
        /// `Event`.
        event: &'static str,
        /// `ChangeType`; any if `None`.
        change: Option<&'static str>,
    },
    /// Notices of this `InfoType` and, where given, `ChangeType`.
    Notice {
        /// `InfoType`.
        info: &'static str,
        /// `ChangeType`; any if `None`.
        change: Option<&'static str>,
    },
}

impl Selector {
    /// Whether a push of this kind is meant.
    pub fn matches(&self, kind: &Kind<'_>) -> bool {
        let same = |mine: &str, theirs: &str| {
            // One event is documented as `complaint_callback` and shown as `complaint callback`.
            let plain = |name: &str| name.replace(' ', "_");
            mine.eq_ignore_ascii_case(theirs)
                || theirs.contains(' ') && mine.eq_ignore_ascii_case(&plain(theirs))
        };
        let same_change = |mine: Option<&str>, theirs: Option<&str>| {
            mine.is_none_or(|mine| theirs.is_some_and(|theirs| mine.eq_ignore_ascii_case(theirs)))
        };
        match (self, kind) {
            (Self::Message(mine), Kind::Message(theirs)) => mine.eq_ignore_ascii_case(theirs),
            (Self::Event { event, change }, Kind::Event { event: theirs, change: its }) => {
                same(event, theirs) && same_change(*change, *its)
            }
            (Self::Notice { info, change }, Kind::Notice { info: theirs, change: its }) => {
                info.eq_ignore_ascii_case(theirs) && same_change(*change, *its)
            }
            _ => false,
        }
    }

    /// Adds the discriminating fields to a push.
    pub fn write(&self, fields: &mut Map) {
        let (name, value, change) = match *self {
            Self::Message(message) => ("MsgType", message, None),
            Self::Event { event, change } => {
                fields.set("MsgType", "event");
                ("Event", event, change)
            }
            Self::Notice { info, change } => ("InfoType", info, change),
        };
        fields.set(name, value);
        if let Some(change) = change {
            fields.set("ChangeType", change);
        }
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match *self {
            Self::Message(message) => Kind::Message(message),
            Self::Event { event, change } => Kind::Event { event, change },
            Self::Notice { info, change } => Kind::Notice { info, change },
        };
        kind.fmt(f)
    }
}
