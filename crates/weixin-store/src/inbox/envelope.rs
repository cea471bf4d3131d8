//! A push and how it is to be handled.

use std::sync::Arc;

use weixin_api::ResponseUrl;
use weixin_protocol::{PeerId, PushId};

use super::{Push, digest::Digest};

/// A verified push and what is needed to handle it, whatever source it comes from.
///
/// [`Envelope::new`] makes one with the usual settings: pushes of one sender are handled in order,
/// and late messages go to the sender.
#[derive(Debug, Clone)]
pub struct Envelope {
    push: Push,
    order: Order,
    to: Destination,
    lane: Option<Digest>,
}

/// Which pushes are handled one after the other, within one account.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// The pushes of one sender. A push without a sender is independent of all others.
    Sender,
    /// The pushes with this key, such as a conversation or a group.
    Key(Arc<str>),
    /// None: the push is independent of all others.
    Independent,
}

/// Where a message goes that is not the answer to a push. Which destinations can be reached depends
/// on the reply channel of the account.
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
    /// A URL that came with a push, good for one message.
    ResponseUrl(ResponseUrl),
    /// A request on a connection that the source holds: its `req_id`, or any other id that source
    /// and channel agree on.
    Request(Arc<str>),
}

impl Envelope {
    /// An envelope with the usual settings around a push.
    pub fn new(push: Push) -> Self {
        let to = Destination::User(push.header().from.clone());
        let mut envelope = Self { push, order: Order::Sender, to, lane: None };
        envelope.find_lane();
        envelope
    }

    fn find_lane(&mut self) {
        self.lane = self.order_key().map(|key| Digest::of((self.push.account(), key)));
    }

    /// Sets the id: the same for all repeats of the push, different for any two pushes to the
    /// account. By default [`Inbound::id`](weixin_protocol::Inbound::id).
    #[must_use]
    pub fn with_id(mut self, id: PushId) -> Self {
        self.push = self.push.with_id(id);
        self
    }

    /// Sets which pushes it waits for, instead of those of the same sender.
    #[must_use]
    pub fn with_order(mut self, order: Order) -> Self {
        self.order = order;
        self.find_lane();
        self
    }

    /// Sets where messages go, instead of to the sender.
    #[must_use]
    pub fn with_destination(mut self, to: Destination) -> Self {
        self.to = to;
        self
    }

    /// The push.
    pub fn push(&self) -> &Push {
        &self.push
    }

    /// Which pushes it waits for.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Where messages go that are not the answer to it.
    pub fn destination(&self) -> &Destination {
        &self.to
    }

    /// The order key: pushes to one account with the same key are handled one after the other.
    /// `None` if the push is independent of all others.
    pub fn order_key(&self) -> Option<&str> {
        let key = match &self.order {
            Order::Key(key) => key,
            Order::Sender => self.push.header().from.as_str(),
            Order::Independent => "",
        };
        (!key.is_empty()).then_some(key)
    }

    /// A short name of the account and the order key, in the memory of this process. `None` if the push
    /// is independent of all others.
    pub(super) fn lane(&self) -> Option<Digest> {
        self.lane
    }
}
