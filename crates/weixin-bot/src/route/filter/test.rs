//! What a filter tests.

use std::fmt;

use regex::Regex;
use weixin_api::{AccountId, AccountKind, BoxFuture};
use weixin_protocol::{Click, InboundMessage, Kind, Scan, Selector, Subscribe, Text};

use super::predicate::Predicate;
use crate::{BoxError, Push, engine::PushInFlight, handler::Matched};

/// One test, or several that are combined.
#[derive(Debug, Clone)]
pub(super) enum Test {
    Kind(Selector),
    AnyEvent,
    AnyMessage,
    Event(String),
    MessageType(String),
    Command(String),
    Exact(String),
    Contains(String),
    Matching {
        pattern: String,
        regex: Result<Regex, String>,
    },
    MenuClick(String),
    EventKey(String),
    EventKeyPrefix(String),
    EventKeyMatching {
        pattern: String,
        regex: Result<Regex, String>,
    },
    Scene(String),
    From(String),
    Account(String),
    AccountKind(AccountKind),
    Agent(u32),
    When(Predicate<dyn Fn(&Push) -> bool + Send + Sync>),
    Ask {
        description: &'static str,
        test: Predicate<Asking>,
    },
    /// All of them; everything if there are none.
    All(Vec<Test>),
    Any(Vec<Test>),
    Not(Box<Test>),
}

type Asking = dyn Fn(&PushInFlight) -> BoxFuture<'static, Result<bool, BoxError>> + Send + Sync;

/// What is known of a push without waiting.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It is not heard.
    No,
    /// It is heard, and this was found.
    Yes(Matched),
    /// An asynchronous test decides.
    Ask,
}

impl From<bool> for Verdict {
    fn from(heard: bool) -> Self {
        if heard { Self::Yes(Matched::default()) } else { Self::No }
    }
}

impl Test {
    pub(super) fn selector(&self) -> Option<Selector> {
        match self {
            Self::Kind(selector) => Some(*selector),
            Self::Command(_) | Self::Exact(_) | Self::Contains(_) | Self::Matching { .. } => {
                Some(Text::SELECTOR)
            }
            Self::MenuClick(_) => Some(Click::SELECTOR),
            Self::All(tests) => tests.iter().find_map(Self::selector),
            Self::Any(tests) => {
                let (first, others) = tests.split_first()?;
                let first = first.selector()?;
                others.iter().all(|test| test.selector() == Some(first)).then_some(first)
            }
            _ => None,
        }
    }

    pub(super) fn groups(&self) -> Option<usize> {
        match self {
            // The first group is the whole match.
            Self::Matching { regex: Ok(regex), .. }
            | Self::EventKeyMatching { regex: Ok(regex), .. } => Some(regex.captures_len() - 1),
            Self::All(tests) => tests.iter().find_map(Self::groups),
            // Any of them may be the one that matches.
            Self::Any(tests) => tests.iter().map(Self::groups).min().flatten(),
            _ => None,
        }
    }

    /// Adds what is wrong with it.
    pub(super) fn errors(&self, errors: &mut Vec<String>) {
        let empty = |what: &str, text: &str| text.is_empty().then(|| format!("{what} is empty"));
        errors.extend(match self {
            Self::Matching { regex: Err(error), .. }
            | Self::EventKeyMatching { regex: Err(error), .. } => {
                Some(format!("the regular expression is wrong:\n{error}"))
            }
            Self::Command(word) if word.is_empty() || word.contains(char::is_whitespace) => {
                Some("a command is one word without spaces; use `matching` for more".to_owned())
            }
            Self::MenuClick(key) => empty("the button's key", key),
            Self::Exact(text) | Self::Contains(text) => empty("the text", text),
            Self::EventKey(key) | Self::EventKeyPrefix(key) => empty("the key", key),
            Self::Scene(scene) => empty("the scene", scene),
            Self::From(user) => empty("the user", user),
            Self::Account(id) => empty("the appid", id),
            _ => None,
        });
        for test in self.parts() {
            test.errors(errors);
        }
    }

    fn parts(&self) -> &[Test] {
        match self {
            Self::All(tests) | Self::Any(tests) => tests,
            Self::Not(test) => std::slice::from_ref(test),
            _ => &[],
        }
    }

    /// Whether `earlier` hears everything that this one does. `false` if that is not known.
    pub(super) fn is_within(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (_, Self::All(theirs)) => theirs.iter().all(|theirs| self.is_within(theirs)),
            (Self::Any(mine), _) => mine.iter().all(|mine| mine.is_within(earlier)),
            (Self::All(mine), _) if mine.iter().any(|mine| mine.is_within(earlier)) => true,
            (_, Self::Any(theirs)) => theirs.iter().any(|theirs| self.is_within(theirs)),
            (Self::Not(mine), Self::Not(theirs)) => theirs.is_within(mine),
            (Self::Command(mine), Self::Command(theirs)) => mine.eq_ignore_ascii_case(theirs),
            (Self::Event(mine), Self::Event(theirs))
            | (Self::MessageType(mine), Self::MessageType(theirs)) => {
                mine.eq_ignore_ascii_case(theirs)
            }
            (Self::Kind(mine), Self::Kind(theirs)) => mine == theirs,
            (_, Self::Kind(theirs)) => self.selector() == Some(*theirs),
            (Self::AnyEvent | Self::Event(_), Self::AnyEvent)
            | (Self::AnyMessage | Self::MessageType(_), Self::AnyMessage) => true,
            (Self::Matching { pattern: mine, .. }, Self::Matching { pattern: theirs, .. })
            | (
                Self::EventKeyMatching { pattern: mine, .. },
                Self::EventKeyMatching { pattern: theirs, .. },
            )
            | (Self::Exact(mine), Self::Exact(theirs))
            | (Self::MenuClick(mine), Self::MenuClick(theirs))
            | (Self::EventKey(mine), Self::EventKey(theirs))
            | (Self::Scene(mine), Self::Scene(theirs))
            | (Self::From(mine), Self::From(theirs))
            | (Self::Account(mine), Self::Account(theirs)) => mine == theirs,
            (Self::Exact(mine) | Self::Contains(mine), Self::Contains(theirs)) => {
                mine.contains(theirs)
            }
            (Self::EventKey(mine) | Self::EventKeyPrefix(mine), Self::EventKeyPrefix(theirs)) => {
                mine.starts_with(theirs)
            }
            (Self::AccountKind(mine), Self::AccountKind(theirs)) => mine == theirs,
            (Self::Agent(mine), Self::Agent(theirs)) => mine == theirs,
            _ => false,
        }
    }

    /// Whether no push to this account passes it.
    pub(super) fn excludes(&self, account: &AccountId) -> bool {
        match self {
            Self::Account(id) => account.id().as_str() != id,
            Self::AccountKind(kind) => account.kind() != *kind,
            Self::Agent(agent) => account.agent().is_none_or(|its| its.get() != *agent),
            Self::All(tests) => tests.iter().any(|test| test.excludes(account)),
            Self::Any(tests) => tests.iter().all(|test| test.excludes(account)),
            Self::Not(test) => test.includes(account),
            _ => false,
        }
    }

    /// Whether every push to this account passes it.
    fn includes(&self, account: &AccountId) -> bool {
        match self {
            Self::Account(_) | Self::AccountKind(_) | Self::Agent(_) => !self.excludes(account),
            Self::All(tests) => tests.iter().all(|test| test.includes(account)),
            Self::Any(tests) => tests.iter().any(|test| test.includes(account)),
            Self::Not(test) => test.excludes(account),
            _ => false,
        }
    }

    /// Decides about a push of this kind, as far as that is possible at once.
    pub(super) fn verdict(&self, push: &Push, kind: &Kind<'_>) -> Verdict {
        let field = |name| push.fields().text(name);
        let text = || Text::SELECTOR.matches(kind).then(|| field("Content")).flatten();
        let of_event = || match *kind {
            Kind::Event { event, .. } | Kind::Notice { info: event, .. } => Some(event),
            _ => None,
        };
        let key = || of_event().and_then(|_| field("EventKey"));
        let heard = match self {
            Self::Kind(selector) => selector.matches(kind),
            Self::AnyEvent => of_event().is_some(),
            Self::AnyMessage => matches!(kind, Kind::Message(_)),
            Self::Event(name) => of_event().is_some_and(|event| event.eq_ignore_ascii_case(name)),
            Self::MessageType(name) => {
                matches!(kind, Kind::Message(its) if its.eq_ignore_ascii_case(name))
            }
            Self::Command(word) => match text().and_then(|text| argument(text, word)) {
                Some(argument) => {
                    return Verdict::Yes(Matched {
                        argument: argument.to_owned(),
                        ..Matched::default()
                    });
                }
                None => false,
            },
            Self::Exact(wanted) => text().is_some_and(|text| text.trim() == wanted),
            Self::Contains(part) => text().is_some_and(|text| text.contains(part)),
            Self::Matching { regex, .. } => {
                let found = regex.as_ref().ok().zip(text());
                match found.and_then(|(regex, text)| regex.captures(text)) {
                    Some(found) => return Verdict::Yes(groups(&found)),
                    None => false,
                }
            }
            Self::MenuClick(wanted) => {
                Click::SELECTOR.matches(kind) && field("EventKey") == Some(wanted)
            }
            Self::EventKey(wanted) => key() == Some(wanted),
            Self::EventKeyPrefix(prefix) => key().is_some_and(|key| key.starts_with(prefix)),
            Self::EventKeyMatching { regex, .. } => {
                let found = regex.as_ref().ok().zip(key());
                match found.and_then(|(regex, key)| regex.captures(key)) {
                    Some(found) => return Verdict::Yes(groups(&found)),
                    None => false,
                }
            }
            Self::Scene(wanted) => scene(push, kind) == Some(wanted),
            Self::From(user) => push.header().from.as_str() == user,
            Self::Account(id) => push.account().id().as_str() == id,
            Self::AccountKind(kind) => push.account().kind() == *kind,
            Self::Agent(agent) => push.account().agent().is_some_and(|its| its.get() == *agent),
            Self::When(Predicate(test)) => test(push),
            Self::Ask { .. } => return Verdict::Ask,
            Self::All(tests) => return all(tests.iter().map(|test| test.verdict(push, kind))),
            Self::Any(tests) => return any(tests.iter().map(|test| test.verdict(push, kind))),
            Self::Not(test) => match test.verdict(push, kind) {
                Verdict::No => true,
                Verdict::Yes(_) => false,
                Verdict::Ask => return Verdict::Ask,
            },
        };
        heard.into()
    }

    /// The same with the asynchronous tests. They are asked only if that is necessary.
    pub(super) fn ask<'a>(
        &'a self,
        push: &'a PushInFlight,
    ) -> BoxFuture<'a, Result<Option<Matched>, BoxError>> {
        Box::pin(async move {
            match self.verdict(push.push(), &push.push().kind()) {
                Verdict::No => return Ok(None),
                Verdict::Yes(matched) => return Ok(Some(matched)),
                Verdict::Ask => {}
            }
            match self {
                Self::Ask { test: Predicate(test), .. } => {
                    Ok(test(push).await?.then(Matched::default))
                }
                Self::Not(test) => Ok(test.ask(push).await?.is_none().then(Matched::default)),
                Self::Any(tests) => {
                    for test in tests {
                        if let Some(matched) = test.ask(push).await? {
                            return Ok(Some(matched));
                        }
                    }
                    Ok(None)
                }
                Self::All(tests) => {
                    let mut together = Matched::default();
                    for test in tests {
                        let Some(matched) = test.ask(push).await? else { return Ok(None) };
                        together.add(matched);
                    }
                    Ok(Some(together))
                }
                _ => Ok(None),
            }
        })
    }
}

/// What follows the word of a command, if the text begins with it.
fn argument<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let text = text.trim();
    let text = text.strip_prefix('/').unwrap_or(text);
    // The first word is not searched for: a long text may have no blanks.
    let (first, rest) = text.split_at_checked(word.len())?;
    let ends = rest.chars().next().is_none_or(char::is_whitespace);
    (ends && first.eq_ignore_ascii_case(word)).then(|| rest.trim())
}

fn groups(found: &regex::Captures<'_>) -> Matched {
    let groups = found.iter().skip(1);
    let captures =
        groups.map(|group| group.map(|group| group.as_str()).unwrap_or_default().to_owned());
    Matched { captures: captures.collect(), ..Matched::default() }
}

/// The scene of the QR code by which somebody came.
fn scene<'p>(push: &'p Push, kind: &Kind<'_>) -> Option<&'p str> {
    let key = push.fields().text("EventKey")?;
    if Subscribe::SELECTOR.matches(kind) {
        return key.strip_prefix("qrscene_");
    }
    Scan::SELECTOR.matches(kind).then_some(key)
}

fn all(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let mut together = Verdict::Yes(Matched::default());
    for verdict in verdicts {
        match (&mut together, verdict) {
            (_, Verdict::No) => return Verdict::No,
            (Verdict::Yes(together), Verdict::Yes(matched)) => together.add(matched),
            (together, _) => *together = Verdict::Ask,
        }
    }
    together
}

fn any(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    let mut together = Verdict::No;
    for verdict in verdicts {
        match verdict {
            Verdict::No => {}
            // Whatever those before it that are not decided yet say.
            Verdict::Yes(matched) => return Verdict::Yes(matched),
            Verdict::Ask => together = Verdict::Ask,
        }
    }
    together
}

impl fmt::Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(selector) => write!(f, "is({selector})"),
            Self::AnyEvent => f.write_str("any_event()"),
            Self::AnyMessage => f.write_str("any_message()"),
            Self::Event(name) => write!(f, "event({name:?})"),
            Self::MessageType(name) => write!(f, "message_type({name:?})"),
            Self::Command(word) => write!(f, "command({word:?})"),
            Self::Exact(text) => write!(f, "exact({text:?})"),
            Self::Contains(part) => write!(f, "contains({part:?})"),
            Self::Matching { pattern, .. } => write!(f, "matching({pattern:?})"),
            Self::MenuClick(key) => write!(f, "menu_click({key:?})"),
            Self::EventKey(key) => write!(f, "event_key({key:?})"),
            Self::EventKeyPrefix(prefix) => write!(f, "event_key_prefix({prefix:?})"),
            Self::EventKeyMatching { pattern, .. } => {
                write!(f, "event_key_matching({pattern:?})")
            }
            Self::Scene(scene) => write!(f, "scene({scene:?})"),
            Self::From(user) => write!(f, "from({user:?})"),
            Self::Account(id) => write!(f, "account({id:?})"),
            Self::AccountKind(kind) => write!(f, "account_kind({kind})"),
            Self::Agent(agent) => write!(f, "agent({agent})"),
            Self::When(_) => f.write_str("when(…)"),
            Self::Ask { description, .. } => f.write_str(description),
            Self::All(tests) => join(f, tests, " and "),
            Self::Any(tests) => join(f, tests, " or "),
            Self::Not(test) => write!(f, "not {test}"),
        }
    }
}

fn join(f: &mut fmt::Formatter<'_>, tests: &[Test], word: &str) -> fmt::Result {
    for (index, test) in tests.iter().enumerate() {
        if index > 0 {
            f.write_str(word)?;
        }
        match test {
            Test::All(parts) | Test::Any(parts) if parts.len() > 1 => write!(f, "({test})")?,
            _ => write!(f, "{test}")?,
        }
    }
    Ok(())
}
