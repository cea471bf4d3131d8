//! Identifies the account that makes a call.

use std::{fmt, sync::Arc};

use weixin_protocol::{AppId, Product, Secret};

use crate::{AccountKind, AgentId, CredentialFlow, Kind, Messenger, messenger::NoMessenger};

/// Identifies the account that a call is made for: its kind, the appid or corpid, and in WeCom the
/// app. It contains no secret and prints as `official:wx0123…` or `work:ww0123…/1000002`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId {
    kind: AccountKind,
    id: AppId,
    agent: Option<AgentId>,
}

impl AccountId {
    /// An account without an app. A [`Product`] converts into the kind of its usual account.
    pub fn new(kind: impl Into<AccountKind>, id: impl Into<AppId>) -> Self {
        Self { kind: kind.into(), id: id.into(), agent: None }
    }

    /// The same corporation, narrowed to one of its apps.
    pub fn with_agent(mut self, agent: AgentId) -> Self {
        self.agent = Some(agent);
        self
    }

    /// The kind of the account.
    pub fn kind(&self) -> AccountKind {
        self.kind
    }

    /// The product the account belongs to.
    pub fn product(&self) -> Product {
        self.kind.product()
    }

    /// The appid; in WeCom the corpid, or the id of a suite. For a group robot, which has no id, a
    /// digest of its key.
    pub fn id(&self) -> &AppId {
        &self.id
    }

    /// Whether a text means this account: its id, `wx0123…`; in WeCom the corporation, `ww0123…`, or one of
    /// its apps, `ww0123…/1000002`; or the same after its kind, as it prints.
    ///
    /// ```
    /// use weixin_api::{AccountId, AccountKind, AgentId};
    ///
    /// let app = AccountId::new(AccountKind::Work, "ww0123").with_agent(AgentId::new(7));
    /// assert!(app.is_named("ww0123") && app.is_named("ww0123/7") && app.is_named("work:ww0123/7"));
    /// assert!(!app.is_named("ww0123/8") && !app.is_named("mini:ww0123"));
    /// ```
    pub fn is_named(&self, name: &str) -> bool {
        let agent = self.agent.map(|agent| agent.to_string());
        names_account(name, Some(&self.kind.to_string()), self.id.as_str(), agent.as_deref())
    }

    /// The app in WeCom; `None` for other kinds of accounts.
    pub fn agent(&self) -> Option<AgentId> {
        self.agent
    }
}

/// Whether `name` means the account with these values, of which some may be missing in a configuration; see
/// [`AccountId::is_named`].
#[doc(hidden)]
pub fn names_account(name: &str, kind: Option<&str>, id: &str, agent: Option<&str>) -> bool {
    let name = match name.split_once(':') {
        Some((given, _)) if kind != Some(given) => return false,
        Some((_, name)) => name,
        None => name,
    };
    match name.split_once('/') {
        Some((given, named)) => given == id && agent == Some(named),
        None => name == id,
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

/// An account: its id, how its credential is obtained, and how it does what every account can do.
/// Implemented in the product crates.
pub trait Account: fmt::Debug + Send + Sync + 'static {
    /// The kind of the account.
    type Kind: Kind;

    /// Which account this is.
    fn id(&self) -> AccountId;

    /// The account's secret: for the few calls that need it, and for all calls of an account
    /// without a [`flow`](Account::flow).
    fn secret(&self) -> Secret;

    /// How its credential is obtained. `None` if the secret itself is the credential.
    fn flow(&self) -> Option<Arc<dyn CredentialFlow>>;

    /// How it sends messages to users and keeps files, which most accounts can do. The default is
    /// for accounts that can do neither.
    fn messenger(&self) -> Arc<dyn Messenger> {
        Arc::new(NoMessenger)
    }
}
