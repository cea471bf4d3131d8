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

/// Where the discriminating fields are, so that they are looked for once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct KindAt {
    pub(super) message: Option<u32>,
    pub(super) event: Option<u32>,
    pub(super) info: Option<u32>,
    pub(super) change: Option<u32>,
}

impl KindAt {
    pub(super) fn of(self, fields: &Map) -> Kind<'_> {
        let text = |at: Option<u32>| {
            at.and_then(|at| fields.text_at(usize::try_from(at).ok()?)).map(str::trim)
        };
        let change = text(self.change);
        match (text(self.message), text(self.event), text(self.info)) {
            (_, Some(event), _) => Kind::Event { event, change },
            (Some(message), None, _) => Kind::Message(message),
            (None, None, Some(info)) => Kind::Notice { info, change },
            (None, None, None) => Kind::Unknown,
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
/// Official Accounts say `CLICK` where WeCom says `click`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Selector {
    /// Messages of this `MsgType`.
    Message(&'static str),
    /// Events of this name and, where given, `ChangeType`.
    Event {
        /// `Event`. Where the platform spells it in more than one way, all spellings with `|` between
        /// them; the first is the one that is written.
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
    /// What an app of the corporation's own gets as an event and a suite as a notice, of the same
    /// name and, where given, `ChangeType`.
    EventOrNotice {
        /// `Event` or `InfoType`.
        name: &'static str,
        /// `ChangeType`; any if `None`.
        change: Option<&'static str>,
    },
}

impl Selector {
    /// The `ChangeType`, where only one is meant.
    pub const fn change(&self) -> Option<&'static str> {
        match *self {
            Self::Message(_) => None,
            Self::Event { change, .. }
            | Self::Notice { change, .. }
            | Self::EventOrNotice { change, .. } => change,
        }
    }

    /// The same, decided between event and notice: what names a suite (`SuiteId`) is a notice.
    #[must_use]
    pub fn decided(self, fields: &Map) -> Self {
        match self {
            Self::EventOrNotice { name, change } => match fields.text("SuiteId") {
                Some(_) => Self::Notice { info: name, change },
                None => Self::Event { event: name, change },
            },
            decided => decided,
        }
    }

    /// Whether a push of this kind is meant.
    pub fn matches(&self, kind: &Kind<'_>) -> bool {
        let same_change = |mine: Option<&str>, theirs: Option<&str>| {
            mine.is_none_or(|mine| theirs.is_some_and(|theirs| mine.eq_ignore_ascii_case(theirs)))
        };
        match (self, kind) {
            (Self::Message(mine), Kind::Message(theirs)) => mine.eq_ignore_ascii_case(theirs),
            (Self::Event { event, change }, Kind::Event { event: theirs, change: its }) => {
                event.split('|').any(|event| event.eq_ignore_ascii_case(theirs))
                    && same_change(*change, *its)
            }
            (Self::Notice { info, change }, Kind::Notice { info: theirs, change: its }) => {
                info.eq_ignore_ascii_case(theirs) && same_change(*change, *its)
            }
            (
                Self::EventOrNotice { name, change },
                Kind::Event { event: theirs, change: its }
                | Kind::Notice { info: theirs, change: its },
            ) => name.eq_ignore_ascii_case(theirs) && same_change(*change, *its),
            _ => false,
        }
    }

    /// Adds the discriminating fields to a push; those of the event, unless it is
    /// [decided](Self::decided) that it is a notice.
    pub fn write(&self, fields: &mut Map) {
        let (name, value, change) = match *self {
            Self::Message(message) => ("MsgType", message, None),
            Self::Event { event, change } | Self::EventOrNotice { name: event, change } => {
                fields.set("MsgType", "event");
                ("Event", first_spelling(event), change)
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
            Self::Event { event, change } | Self::EventOrNotice { name: event, change } => {
                Kind::Event { event: first_spelling(event), change }
            }
            Self::Notice { info, change } => Kind::Notice { info, change },
        };
        kind.fmt(f)
    }
}

fn first_spelling(names: &str) -> &str {
    names.split_once('|').map_or(names, |(first, _)| first)
}
