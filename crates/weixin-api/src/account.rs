//! Who is calling.

use std::{fmt, sync::Arc};

use weixin_protocol::{AppId, Product, Secret};

use crate::{AccountKind, AgentId, CredentialFlow, Kind, Messenger, messenger::NoMessenger};

/// Which account a call is made for: what it is, the appid or corpid, and for WeCom the app.
/// Holds nothing secret; it prints as `official:wx0123…` or `work:ww0123…/1000002`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId {
    kind: AccountKind,
    id: AppId,
    agent: Option<AgentId>,
}

impl AccountId {
    /// An account that has no apps below it. A [`Product`] stands for its usual account.
    pub fn new(kind: impl Into<AccountKind>, id: impl Into<AppId>) -> Self {
        Self { kind: kind.into(), id: id.into(), agent: None }
    }

    /// The same corporation, narrowed to one of its apps.
    pub fn with_agent(mut self, agent: AgentId) -> Self {
        self.agent = Some(agent);
        self
    }

    /// What the account is.
    pub fn kind(&self) -> AccountKind {
        self.kind
    }

    /// The product the account belongs to.
    pub fn product(&self) -> Product {
        self.kind.product()
    }

    /// The appid; in WeCom the corpid, of a suite its id. A group robot has none of its own: here
    /// stands a digest of its key.
    pub fn id(&self) -> &AppId {
        &self.id
    }

    /// The app, in WeCom.
    pub fn agent(&self) -> Option<AgentId> {
        self.agent
    }
}

impl fmt::Display for AccountId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.kind, self.id)?;
        match self.agent {
            Some(agent) => write!(f, "/{agent}"),
            None => Ok(()),
        }
    }
}

/// An account as a value: who it is, how its credential is obtained, and how it does what every
/// account can do. The product crates implement it.
pub trait Account: fmt::Debug + Send + Sync + 'static {
    /// The kind of the account.
    type Kind: Kind;

    /// Which account this is.
    fn id(&self) -> AccountId;

    /// What proves to the platform that it is this account: for the few calls that name it, and
    /// for those of an account without a [`flow`](Account::flow).
    fn secret(&self) -> Secret;

    /// How its credential is obtained. `None` when the secret itself is the credential.
    fn flow(&self) -> Option<Arc<dyn CredentialFlow>>;

    /// How it does what most accounts can do: messages to a user, files. An account that can do
    /// none of this leaves it out.
    fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(NoMessenger)
    }
}
