//! Filters: wrappers that decide which pushes a handler hears.

use std::sync::Arc;

use regex::Regex;
use weixin_protocol::{Click, Inbound, InboundMessage, Selector, Text};

use crate::handler::Matched;

/// A handler that hears only what its filter lets through. Made by [`command`], [`matching`],
/// [`menu_click`] and [`when`].
#[derive(Debug, Clone)]
pub struct Filtered<H> {
    pub(super) filter: Filter,
    pub(super) handler: H,
}

/// Hears texts whose first word is `word`, ignoring ASCII case, with or without a leading `/`. What
/// follows can be taken as an [`Argument`](crate::Argument).
///
/// ```
/// use weixin_bot::{Argument, Bot, command};
///
/// let bot: Bot = Bot::new()
///     .on(command("help", || async { "Ask me for the weather." }))
///     .on(command("weather", async |Argument(city): Argument| format!("Sunny in {city}.")));
/// ```
pub fn command<H>(word: impl Into<String>, handler: H) -> Filtered<H> {
    let word = word.into();
    let word = word.strip_prefix('/').map(str::to_owned).unwrap_or(word);
    Filtered { filter: Filter::Command(word), handler }
}

/// Hears texts that match a regular expression ([syntax](https://docs.rs/regex)). Its groups can be
/// taken as [`Captures`](crate::Captures). It is compiled once; a malformed one is reported when
/// the bot starts.
pub fn matching<H>(pattern: &str, handler: H) -> Filtered<H> {
    let regex = Regex::new(pattern).map_err(|error| error.to_string());
    Filtered { filter: Filter::Matching { pattern: pattern.to_owned(), regex }, handler }
}

/// Hears taps on the menu button (自定义菜单) with this key.
pub fn menu_click<H>(key: impl Into<String>, handler: H) -> Filtered<H> {
    Filtered { filter: Filter::MenuClick(key.into()), handler }
}

/// Hears pushes for which `test` returns `true`.
pub fn when<H>(test: impl Fn(&Inbound) -> bool + Send + Sync + 'static, handler: H) -> Filtered<H> {
    Filtered { filter: Filter::When(Predicate(Arc::new(test))), handler }
}

#[derive(Debug, Clone)]
pub(super) enum Filter {
    Command(String),
    Matching { pattern: String, regex: Result<Regex, String> },
    MenuClick(String),
    When(Predicate),
}

/// A function with a placeholder as its `Debug`.
#[derive(Clone)]
pub(super) struct Predicate(Arc<dyn Fn(&Inbound) -> bool + Send + Sync>);

impl std::fmt::Debug for Predicate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

impl Filter {
    /// The kind of push it looks at; any if `None`.
    pub(super) fn selector(&self) -> Option<Selector> {
        match self {
            Self::Command(_) | Self::Matching { .. } => Some(Text::SELECTOR),
            Self::MenuClick(_) => Some(Click::SELECTOR),
            Self::When(_) => None,
        }
    }

    /// How many groups it has for [`Captures`](crate::Captures).
    pub(super) fn groups(&self) -> Option<usize> {
        match self {
            // The first group is the whole match.
            Self::Matching { regex: Ok(regex), .. } => Some(regex.captures_len() - 1),
            _ => None,
        }
    }

    /// Its description in the start-up report.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Command(word) => format!("command({word:?})"),
            Self::Matching { pattern, .. } => format!("matching({pattern:?})"),
            Self::MenuClick(key) => format!("menu_click({key:?})"),
            Self::When(_) => "when(…)".to_owned(),
        }
    }

    /// What is wrong with it, if anything.
    pub(super) fn error(&self) -> Option<String> {
        match self {
            Self::Matching { regex: Err(error), .. } => {
                Some(format!("the regular expression is wrong:\n{error}"))
            }
            Self::Command(word) if word.is_empty() || word.contains(char::is_whitespace) => {
                Some("a command is one word without spaces; use `matching` for more".to_owned())
            }
            Self::MenuClick(key) if key.is_empty() => Some("the button's key is empty".to_owned()),
            _ => None,
        }
    }

    /// Whether `earlier` hears everything that this one does.
    pub(super) fn is_within(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Command(mine), Self::Command(theirs)) => mine.eq_ignore_ascii_case(theirs),
            (Self::Matching { pattern: mine, .. }, Self::Matching { pattern: theirs, .. })
            | (Self::MenuClick(mine), Self::MenuClick(theirs)) => mine == theirs,
            _ => false,
        }
    }

    pub(super) fn matches(&self, inbound: &Inbound) -> Option<Matched> {
        // The selector has made sure that it is a text or a click.
        let field = |name| inbound.fields().text(name);
        match self {
            Self::Command(word) => {
                let text = field("Content")?.trim();
                let text = text.strip_prefix('/').unwrap_or(text);
                // The first word is not searched for: a long text may have no blanks.
                let (first, rest) = text.split_at_checked(word.len())?;
                let ends = rest.chars().next().is_none_or(char::is_whitespace);
                (ends && first.eq_ignore_ascii_case(word))
                    .then(|| Matched { argument: rest.trim().to_owned(), ..Matched::default() })
            }
            Self::Matching { regex, .. } => {
                let found = regex.as_ref().ok()?.captures(field("Content")?)?;
                let groups = found.iter().skip(1);
                let captures = groups
                    .map(|group| group.map(|group| group.as_str()).unwrap_or_default().to_owned());
                Some(Matched { captures: captures.collect(), ..Matched::default() })
            }
            Self::MenuClick(key) => (field("EventKey")? == key).then(Matched::default),
            Self::When(Predicate(test)) => test(inbound).then(Matched::default),
        }
    }
}
