//! Sources: where pushes come from, besides the HTTP callbacks of the configuration.

use std::{fmt, sync::Arc};

use tokio_util::sync::CancellationToken;
use weixin_api::{AccountId, BoxFuture, kind::Any};
use weixin_client::Client;

use super::{
    Intake,
    channel::{AccountMessages, ReplyChannel},
};
use crate::BoxError;

/// Brings pushes from somewhere: a connection that is held, a queue that is asked, a socket of your
/// own. The callbacks of the configuration are there already.
///
/// It verifies what it brings ([`Verified`](weixin_protocol::Verified)), hands it to the
/// [`Intake`], and answers with what the ticket says if it can carry an answer.
pub trait Source: fmt::Debug + Send + Sync + 'static {
    /// A short name, for logs.
    fn name(&self) -> &'static str;

    /// Runs until `stop` is cancelled, or for ever. [`Bot::serve`](crate::Bot::serve) starts it;
    /// an [`App`](crate::App) in a server of your own does with [`App::start`](crate::App::start).
    ///
    /// When `stop` is cancelled it brings no more pushes and returns once those it has brought
    /// are answered.
    ///
    /// # Errors
    /// Why it cannot go on. It is logged, and the bot goes on without it.
    fn run(
        self: Arc<Self>,
        intake: Intake,
        stop: CancellationToken,
    ) -> BoxFuture<'static, Result<(), BoxError>>;
}

/// An account as a bot serves it: who it is, how it calls the platform, how it sends messages. For
/// [`Bot::mount`](crate::Bot::mount); the accounts of the configuration are mounted by themselves.
#[derive(Debug)]
pub struct MountedAccount {
    id: Arc<AccountId>,
    client: Option<Client<Any>>,
    channel: Option<Arc<dyn ReplyChannel>>,
}

impl MountedAccount {
    /// An account that neither calls the platform nor sends messages.
    pub fn new(id: AccountId) -> Self {
        Self { id: Arc::new(id), client: None, channel: None }
    }

    /// An account that calls the platform, and sends messages as such an account does.
    pub fn of(client: Client<Any>) -> Self {
        let channel: Arc<dyn ReplyChannel> = Arc::new(AccountMessages(client.clone()));
        Self { channel: Some(channel), ..Self::new(client.account().clone()) }.with_client(client)
    }

    /// With a client, which handlers can take as an argument and which uploads files.
    #[must_use]
    pub fn with_client(mut self, client: Client<Any>) -> Self {
        self.client = Some(client);
        self
    }

    /// With a way to send messages that are no answer to a push.
    #[must_use]
    pub fn with_channel(mut self, channel: impl ReplyChannel) -> Self {
        self.channel = Some(Arc::new(channel));
        self
    }

    /// Which account it is.
    pub fn id(&self) -> &AccountId {
        &self.id
    }

    pub(crate) fn id_shared(&self) -> Arc<AccountId> {
        Arc::clone(&self.id)
    }

    pub(crate) fn client(&self) -> Option<&Client<Any>> {
        self.client.as_ref()
    }

    pub(crate) fn channel(&self) -> Option<&dyn ReplyChannel> {
        self.channel.as_deref()
    }
}
