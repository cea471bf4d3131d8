//! Sources of pushes other than the HTTP callbacks of the configuration.

use std::{fmt, sync::Arc};

use tokio_util::sync::CancellationToken;
use weixin_api::{AccountId, BoxFuture, kind::Any};
use weixin_client::Client;

use super::{
    Intake,
    channel::{AccountMessages, ReplyChannel},
    hold::HoldLimit,
};
use crate::{
    BoxError,
    config::{LateReplies, LateReply},
    metrics::AccountLabel,
};

/// Brings pushes to the engine, for example from a long-lived connection, a queue or a socket. The
/// HTTP callbacks of the configuration need no source.
///
/// It verifies the pushes ([`Verified`](weixin_protocol::Verified)), hands them to the [`Intake`]
/// and, if it can carry an answer, answers as the ticket says.
pub trait Source: fmt::Debug + Send + Sync + 'static {
    /// A short name, for logs.
    fn name(&self) -> &'static str;

    /// Runs until `stop` is cancelled, or forever. [`Bot::serve`](crate::Bot::serve) starts it; in
    /// a server of your own, [`App::start`](crate::App::start) does.
    ///
    /// Once `stop` is cancelled, it must bring no more pushes, and return when those it has brought
    /// are answered.
    ///
    /// # Errors
    /// Why it cannot continue. The error is logged, and the bot continues without it.
    fn run(
        self: Arc<Self>,
        intake: Intake,
        stop: CancellationToken,
    ) -> BoxFuture<'static, Result<(), BoxError>>;
}

/// An account as a bot serves it: its id, its client, and its reply channel. For
/// [`Bot::mount`](crate::Bot::mount); the accounts of the configuration need not be mounted.
#[derive(Debug)]
pub struct MountedAccount {
    id: Arc<AccountId>,
    /// The id as it is shown.
    name: String,
    label: AccountLabel,
    client: Option<Client<Any>>,
    channel: Option<Arc<dyn ReplyChannel>>,
    late: LateReplies,
    pub(super) held: HoldLimit,
}

impl MountedAccount {
    /// An account without a client and without a reply channel.
    pub fn new(id: AccountId) -> Self {
        Self {
            label: AccountLabel::of(&id),
            name: id.to_string(),
            id: Arc::new(id),
            client: None,
            channel: None,
            late: LateReplies::default(),
            held: HoldLimit::default(),
        }
    }

    /// An account with a client, which sends messages by the account's own API.
    pub fn of(client: Client<Any>) -> Self {
        let channel: Arc<dyn ReplyChannel> = Arc::new(AccountMessages(client.clone()));
        Self { channel: Some(channel), ..Self::new(client.account().clone()) }.with_client(client)
    }

    /// Sets a client. Handlers can take it as an argument, and it uploads files.
    #[must_use]
    pub fn with_client(mut self, client: Client<Any>) -> Self {
        self.client = Some(client);
        self
    }

    /// Sets how messages are sent that are not the answer to a push.
    #[must_use]
    pub fn with_channel(mut self, channel: impl ReplyChannel) -> Self {
        self.channel = Some(Arc::new(channel));
        self
    }

    /// Sets what happens to answers that come after the source has stopped waiting. Other ways than
    /// [`LateReply::Message`] mean that the account cannot send messages: its channel is not used.
    #[must_use]
    pub fn with_late_reply(self, way: LateReply) -> Self {
        self.with_late_replies(LateReplies::new(way))
    }

    pub(crate) fn with_late_replies(mut self, late: LateReplies) -> Self {
        if late.way != LateReply::Message {
            self.channel = None;
        }
        self.late = late;
        self
    }

    /// The account's id.
    pub fn id(&self) -> &AccountId {
        &self.id
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn label(&self) -> &AccountLabel {
        &self.label
    }

    pub(crate) fn id_shared(&self) -> Arc<AccountId> {
        Arc::clone(&self.id)
    }

    pub(crate) fn client(&self) -> Option<&Client<Any>> {
        self.client.as_ref()
    }

    pub(super) fn late(&self) -> &LateReplies {
        &self.late
    }

    /// Whether the account has no way to send messages.
    pub(super) fn can_only_answer(&self) -> bool {
        self.channel.is_none()
    }

    pub(crate) fn channel(&self) -> Option<&dyn ReplyChannel> {
        self.channel.as_deref()
    }
}
