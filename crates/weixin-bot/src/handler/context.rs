//! What the arguments of a handler are extracted from.

use std::sync::Arc;

use http::Extensions;
use weixin_api::kind::Any;
use weixin_client::Client;
use weixin_store::Store;

use crate::{Push, engine::PushInFlight};

/// One push on its way to one handler: [extractors](crate::FromContext) read it.
#[derive(Debug, Clone)]
pub struct Context<S> {
    /// Has the push and the client, so that neither is cloned for handlers that do not take it.
    in_flight: PushInFlight,
    pub(crate) state: S,
    /// `None` if it is nothing, as for most handlers.
    matched: Option<Arc<Matched>>,
    /// What middleware passes on.
    extensions: Option<Arc<Extensions>>,
}

impl Context<()> {
    pub(crate) fn new(in_flight: PushInFlight, matched: Option<Arc<Matched>>) -> Self {
        Self { in_flight, state: (), matched, extensions: None }
    }
}

impl<S> Context<S> {
    /// The push.
    pub fn push(&self) -> &Push {
        self.in_flight.push()
    }

    /// A client for the account that the push was sent to. `None` if the account was
    /// [mounted](crate::MountedAccount) without one.
    pub fn client(&self) -> Option<&Client<Any>> {
        self.in_flight.client()
    }

    /// The groups of the regular expression that the push matched, without the whole match.
    pub(crate) fn captures(&self) -> &[String] {
        self.matched.as_ref().map_or(&[], |matched| &matched.captures)
    }

    /// The text after the command's word.
    pub(crate) fn argument(&self) -> &str {
        self.matched.as_ref().map_or("", |matched| &matched.argument)
    }

    /// The bot's state.
    pub fn state(&self) -> &S {
        &self.state
    }

    pub(crate) fn with_state<T>(self, state: T) -> Context<T> {
        let Self { in_flight, matched, extensions, .. } = self;
        Context { in_flight, state, matched, extensions }
    }

    pub(crate) fn extensions(&self) -> Option<&Arc<Extensions>> {
        self.extensions.as_ref()
    }

    pub(crate) fn with_extensions(self, extensions: Option<Arc<Extensions>>) -> Self {
        Self { extensions, ..self }
    }

    /// The bot's store: in memory, or the one that is configured.
    pub fn store(&self) -> &Arc<dyn Store> {
        self.in_flight.store()
    }
}

/// What a filter found in the push.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Matched {
    /// The groups of a regular expression, without the whole match.
    pub(crate) captures: Vec<String>,
    /// The text after a command's word.
    pub(crate) argument: String,
}

impl Matched {
    /// Adds what another filter found, as far as this one found nothing.
    pub(crate) fn add(&mut self, other: Self) {
        if self.captures.is_empty() {
            self.captures = other.captures;
        }
        if self.argument.is_empty() {
            self.argument = other.argument;
        }
    }
}
