//! A client for a configured account, without a bot around it.

use weixin_api::{Account, AgentId, kind::Any};
use weixin_client::{Client, IntoClient};
use weixin_mini::MiniProgram;
use weixin_official::OfficialAccount;
use weixin_protocol::Product;
use weixin_work::WorkApp;

use super::{AccountConfig, ConfigError, check::Check};

impl AccountConfig {
    /// A client that calls the platform as this account, for programs that only call. The values
    /// of the callback are not looked at and may be missing.
    ///
    /// # Errors
    /// If kind, id, secret, agent or the address to call are missing or malformed.
    pub fn client(&self) -> Result<Client<Any>, ConfigError> {
        let mut check = Check::new(self, "account.".to_owned());
        let (identity, api_base) = (check.identity(), check.api_base());
        let problems = check.into_problems();
        let Some((id, secret)) = identity.filter(|_| problems.is_empty()) else {
            return Err(ConfigError::new(problems));
        };
        match id.product() {
            Product::Work => {
                let agent = id.agent().unwrap_or(AgentId::new(0));
                build(WorkApp::new(id.id(), agent, secret), api_base)
            }
            Product::Mini => build(MiniProgram::new(id.id(), secret), api_base),
            _ => build(OfficialAccount::new(id.id(), secret), api_base),
        }
    }
}

fn build<A: Account>(account: A, api_base: Option<String>) -> Result<Client<Any>, ConfigError> {
    let mut builder = account.client_builder();
    if let Some(base) = api_base {
        builder = builder.api_base(base);
    }
    let client =
        builder.build().map_err(|error| ConfigError::one("api_base", error.to_string()))?;
    Ok(client.any())
}
