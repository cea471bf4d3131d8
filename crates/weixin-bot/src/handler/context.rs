//! What the arguments of a handler are extracted from.

use std::sync::Arc;

use weixin_api::kind::Any;
use weixin_client::Client;

use crate::Push;

/// One push on its way to one handler: [extractors](crate::FromContext) read it.
#[derive(Debug, Clone)]
pub struct Context<S> {
    pub(crate) push: Push,
    pub(crate) client: Option<Client<Any>>,
    pub(crate) state: S,
    pub(crate) matched: Arc<Matched>,
}

impl<S> Context<S> {
    /// The push.
    pub fn push(&self) -> &Push {
        &self.push
    }

    /// A client for the account that the push was sent to. `None` if the account was
    /// [mounted](crate::MountedAccount) without one.
    pub fn client(&self) -> Option<&Client<Any>> {
        self.client.as_ref()
    }

    /// The bot's state.
    pub fn state(&self) -> &S {
        &self.state
    }

    pub(crate) fn with_state<T>(self, state: T) -> Context<T> {
        let Self { push, client, matched, .. } = self;
        Context { push, client, state, matched }
    }
}

/// What a filter found in the push.
#[derive(Debug, Default)]
pub(crate) struct Matched {
    /// The groups of a regular expression, without the whole match.
    pub(crate) captures: Vec<String>,
    /// The text after a command's word.
    pub(crate) argument: String,
}
