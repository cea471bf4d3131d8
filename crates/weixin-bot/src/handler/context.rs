//! What the arguments of a handler are taken from.

use std::sync::Arc;

use weixin_api::kind::Any;
use weixin_client::Client;

use crate::Push;

/// One push on its way to one handler: what [extractors](crate::FromContext) take arguments from.
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

    /// A client for the account the push came to. `None` if the account was
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
    /// What followed a command's word.
    pub(crate) argument: String,
}
