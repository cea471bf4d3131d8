//! A client for a configured account, without a bot around it.

use std::sync::Arc;

use weixin_api::{Account, AgentId, Clock, SystemClock, kind::Any, secured::ApiSecurity};
use weixin_client::{Client, IntoClient};
use weixin_mini::MiniProgram;
use weixin_official::OfficialAccount;
use weixin_protocol::Product;
use weixin_store::Store;
use weixin_work::WorkApp;

use super::{AccountConfig, Config, ConfigError, check::Check};

impl AccountConfig {
    /// A client that calls the platform as this account, for programs without a bot. The values of
    /// the callback are not checked and may be missing.
    ///
    /// # Errors
    /// If kind, id, secret, agent or API base are missing or malformed.
    pub fn client(&self) -> Result<Client<Any>, ConfigError> {
        self.client_with(None)
    }

    fn client_with(&self, store: Option<Arc<dyn Store>>) -> Result<Client<Any>, ConfigError> {
        let mut check = Check::new(self, "account.".to_owned());
        let (identity, api_base) = (check.identity(), check.api_base());
        let product = identity.as_ref().map(|(id, _)| id.product());
        let security = check.api_security(product);
        let problems = check.into_problems();
        let Some((id, secret)) = identity.filter(|_| problems.is_empty()) else {
            return Err(ConfigError::new(problems));
        };
        let settings = ClientSettings { api_base, security, store };
        match id.product() {
            Product::Work => {
                let agent = id.agent().unwrap_or(AgentId::new(0));
                build(WorkApp::new(id.id(), agent, secret), settings)
            }
            Product::Mini => build(MiniProgram::new(id.id(), secret), settings),
            _ => build(OfficialAccount::new(id.id(), secret), settings),
        }
    }
}

impl Config {
    /// A client for the configured account, for programs without a bot; it keeps its tokens in the
    /// configured [store](super::StoreConfig). The values of the callback are not checked and may
    /// be missing. Call inside a Tokio runtime.
    ///
    /// ```no_run
    /// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
    /// use weixin_bot::Config;
    ///
    /// let wx = Config::load()?.client()?;
    /// wx.send_text("openid", "hello").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// If there is no account or more than one ([`client_of`](Self::client_of) picks one of
    /// several), or if kind, id, secret, agent, API base or store are missing or malformed.
    pub fn client(&self) -> Result<Client<Any>, ConfigError> {
        match &self.accounts[..] {
            [account] => self.client_for(account),
            [] => Err(ConfigError::no_account()),
            several => {
                let ids = several.iter().filter_map(|account| account.app_id.as_deref());
                let ids = ids.collect::<Vec<_>>().join(", ");
                Err(ConfigError::one("account", format!("there are several: name one of {ids}")))
            }
        }
    }

    /// The same for one of several accounts: by its appid, or in WeCom by `CORPID/AGENTID`; the corpid alone is
    /// enough for the only app of a corporation.
    ///
    /// # Errors
    /// As [`client`](Self::client), or if it names no account or several.
    pub fn client_of(&self, account: &str) -> Result<Client<Any>, ConfigError> {
        let named: Vec<_> =
            self.accounts.iter().filter(|configured| configured.is_named(account)).collect();
        let why = match named[..] {
            [named] => return self.client_for(named),
            [] => format!("no account {account:?} is configured"),
            _ => format!("there are several {account:?}: name one of the apps, CORPID/AGENTID"),
        };
        Err(ConfigError::one("account", why))
    }

    /// One client per configured account, in the order of the configuration, with one store for all
    /// of them. Call inside a Tokio runtime.
    ///
    /// # Errors
    /// As [`client`](Self::client), except that any number of accounts is allowed.
    pub fn clients(&self) -> Result<Vec<Client<Any>>, ConfigError> {
        let store = self.shared_store()?;
        self.accounts.iter().map(|account| account.client_with(store.clone())).collect()
    }

    fn client_for(&self, account: &AccountConfig) -> Result<Client<Any>, ConfigError> {
        account.client_with(self.shared_store()?)
    }

    /// The store, if one is configured; otherwise each client has its own in memory.
    fn shared_store(&self) -> Result<Option<Arc<dyn Store>>, ConfigError> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        self.store.is_some().then(|| self.open_store(&clock)).transpose()
    }
}

/// The settings of a client, apart from its account.
struct ClientSettings {
    api_base: Option<String>,
    security: Option<ApiSecurity>,
    store: Option<Arc<dyn Store>>,
}

fn build<A: Account>(account: A, settings: ClientSettings) -> Result<Client<Any>, ConfigError> {
    let ClientSettings { api_base, security, store } = settings;
    let mut builder = account.client_builder();
    if let Some(keys) = security {
        builder = builder.api_security(keys);
    }
    if let Some(base) = api_base {
        builder = builder.api_base(base);
    }
    if let Some(store) = store {
        builder = builder.store(store);
    }
    let client =
        builder.build().map_err(|error| ConfigError::one("api_base", error.to_string()))?;
    Ok(client.any())
}
