//! One push, as handlers, sources and inboxes see it.

use std::{ops::Deref, sync::Arc};

use weixin_api::AccountId;
use weixin_protocol::{Inbound, PushId, Verified};

use super::digest::Digest;

/// A verified push: the message or event with every field, the account it came to, and an id that
/// is the same for all its repeats.
///
/// As an argument of a bot's handler, it hears every push. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Push(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    inbound: Verified<Inbound>,
    account: Arc<AccountId>,
    id: PushId,
    digest: Digest,
}

impl Inner {
    fn new(inbound: Verified<Inbound>, account: Arc<AccountId>, id: PushId) -> Self {
        let digest = Digest::of((&*account, &id));
        Self { inbound, account, id, digest }
    }
}

impl Push {
    /// A push that was sent to this account. Its id is that of the [`Inbound`].
    pub fn new(inbound: Verified<Inbound>, account: Arc<AccountId>) -> Self {
        let id = inbound.id();
        Self(Arc::new(Inner::new(inbound, account, id)))
    }

    /// The same push with another id.
    #[must_use]
    pub fn with_id(self, id: PushId) -> Self {
        let (inbound, account) = match Arc::try_unwrap(self.0) {
            Ok(inner) => (inner.inbound, inner.account),
            Err(shared) => (shared.inbound.clone(), Arc::clone(&shared.account)),
        };
        Self(Arc::new(Inner::new(inbound, account, id)))
    }

    /// The push and how it was verified.
    pub fn verified(&self) -> &Verified<Inbound> {
        &self.0.inbound
    }

    /// The account that it was sent to.
    pub fn account(&self) -> &AccountId {
        &self.0.account
    }

    /// A short name of the push and its account, in the memory of this process.
    #[doc(hidden)]
    pub fn digest(&self) -> Digest {
        self.0.digest
    }

    /// The same for all repeats of this push, different for any two pushes to one account.
    pub fn id(&self) -> &PushId {
        &self.0.id
    }
}

impl Deref for Push {
    type Target = Inbound;

    fn deref(&self) -> &Inbound {
        &self.0.inbound
    }
}
