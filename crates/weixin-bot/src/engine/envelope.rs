//! A push on its way into the engine, and what its source can do with an answer.

use std::sync::Arc;

use weixin_api::{ResponseUrl, Timestamp};
use weixin_protocol::{MessageLimits, PeerId, PushClass, PushId};

use crate::Push;

/// A verified push with what the engine has to know about it, whatever brought it.
///
/// [`Intake::envelope`](super::Intake::envelope) makes one with what goes for most pushes: pushes of
/// one sender are handled in order, and what is said later goes to the sender.
#[derive(Debug, Clone)]
pub struct Envelope {
    push: Push,
    order: Order,
    to: Destination,
}

/// Which pushes are handled one after the other, within one account.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// Those of one sender; a push that names none is independent of all others.
    Sender,
    /// Those with this key: a conversation, a group.
    Key(Arc<str>),
    /// None: it is independent of all others.
    Independent,
}

/// Where a message goes that is no answer to a push. A [`ReplyChannel`](super::ReplyChannel) says
/// which of them it can reach.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Destination {
    /// A user of the account, by openid or userid.
    User(PeerId),
    /// A customer of a WeCom customer-service account (微信客服).
    Customer {
        /// The customer-service account (`open_kfid`).
        open_kfid: String,
        /// The customer (`external_userid`).
        customer: PeerId,
    },
    /// An address that a push brought along, good for one message.
    ResponseUrl(ResponseUrl),
    /// A request on a connection that the source holds: its `req_id`, or any other name that source
    /// and channel agree on.
    Request(Arc<str>),
}

/// Whether a source can carry an answer, and until when.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum ReplyWindow {
    /// It cannot: the push is acknowledged at once, and everything that is said goes by the reply
    /// channel.
    None,
    /// It carries one answer, of a kind that `class` allows and `limits` describe.
    Once {
        /// When the source waits no longer. What is said later goes by the reply channel.
        until: Timestamp,
        /// The rules for this kind of push: allowed answers, repeats.
        class: &'static PushClass,
        /// What one answer may carry.
        limits: &'static MessageLimits,
    },
}

impl Envelope {
    pub(super) fn new(push: Push) -> Self {
        let to = Destination::User(push.header().from.clone());
        Self { push, order: Order::Sender, to }
    }

    /// With another id: the same for all repeats of the push, different for any two pushes to the
    /// account. By default [`Inbound::id`](weixin_protocol::Inbound::id).
    #[must_use]
    pub fn with_id(mut self, id: PushId) -> Self {
        self.push = self.push.with_id(id);
        self
    }

    /// With another order than by sender.
    #[must_use]
    pub fn with_order(mut self, order: Order) -> Self {
        self.order = order;
        self
    }

    /// With another destination than the sender.
    #[must_use]
    pub fn with_destination(mut self, to: Destination) -> Self {
        self.to = to;
        self
    }

    /// The push.
    pub fn push(&self) -> &Push {
        &self.push
    }

    /// Which pushes it must wait for.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Where messages go that are no answer to it.
    pub fn destination(&self) -> &Destination {
        &self.to
    }
}
