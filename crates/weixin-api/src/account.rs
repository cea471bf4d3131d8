//! Who is calling.

use std::{fmt, sync::Arc};

use weixin_protocol::{AppId, Product};

use crate::{AccountKind, AgentId, CredentialFlow, Portable};

/// Which account a call is made for: the product, the appid or corpid, and for WeCom the app.
/// Holds nothing secret; it prints as `official:wx0123…` or `work:ww0123…/1000002`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountId {
    product: Product,
    id: AppId,
    agent: Option<AgentId>,
}

impl AccountId {
    /// An account of a product that knows no apps below the account.
    pub fn new(product: Product, id: impl Into<AppId>) -> Self {
        Self { product, id: id.into(), agent: None }
    }

    /// The same corporation, narrowed to one of its apps.
    pub fn with_agent(mut self, agent: AgentId) -> Self {
        self.agent = Some(agent);
        self
    }

    /// The product the account belongs to.
    pub fn product(&self) -> Product {
        self.product
    }

    /// The appid, or in WeCom the corpid.
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
        write!(f, "{}:{}", self.product, self.id)?;
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
    type Kind: AccountKind;

    /// Which account this is.
    fn id(&self) -> AccountId;

    /// How its credential is obtained.
    fn flow(&self) -> Arc<dyn CredentialFlow>;

    /// How it does what every account can do.
    fn portable(&self) -> Arc<dyn Portable>;
}
