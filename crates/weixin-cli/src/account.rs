//! The configured account that a command works with.

use std::path::{Path, PathBuf};

use clap::Args;
use weixin::{AccountConfig, Client, Config, bot::ConfigError};

/// Which configuration, and which of its accounts.
#[derive(Debug, Args)]
pub(crate) struct AccountOptions {
    /// The configuration file [default: weixin.toml, or WEIXIN_CONFIG] 配置文件
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// The account, if several are configured: its appid or corpid; for one of several apps of a
    /// corporation, CORPID/AGENTID
    /// 配置了多个账号时使用哪一个：AppID 或企业 ID；同一企业有多个应用时写作 企业ID/AgentId
    #[arg(long, value_name = "ID")]
    account: Option<String>,
}

impl AccountOptions {
    /// A client of the account, which keeps its tokens in the configured store.
    pub(crate) fn client(&self) -> Result<Client, String> {
        let config = load(self.config.as_deref());
        let mut config = config.map_err(|error| error.to_string())?;
        if let Some(id) = &self.account {
            let (named, others): (Vec<_>, Vec<_>) =
                config.accounts.drain(..).partition(|account| account.is_named(id));
            config.accounts = match named.len() {
                1 => named,
                0 => return Err(unknown(id, &others)),
                _ => return Err(ambiguous(id, &named)),
            };
        }
        let store = config.store.as_ref().and_then(|store| store.url.as_ref());
        if let Some(url) = store {
            check_feature(url.expose())?;
        }
        config.client().map_err(|error| error.to_string())
    }

    /// Whether an account or a file was named.
    pub(crate) fn is_given(&self) -> bool {
        self.config.is_some() || self.account.is_some()
    }
}

/// Loads a configuration file, or the default one, with the environment.
pub(crate) fn load(file: Option<&Path>) -> Result<Config, ConfigError> {
    match file {
        Some(file) => Config::from_file(file).and_then(Config::with_environment),
        None => Config::load(),
    }
}

/// The driver of a database.
pub(crate) struct Driver {
    pub(crate) name: &'static str,
    pub(crate) feature: &'static str,
    /// Whether this program was built with it.
    pub(crate) is_on: bool,
}

impl Driver {
    /// The driver for a URL. `None` if it is of no database that is known.
    pub(crate) fn of(url: &str) -> Option<Self> {
        let (name, feature, is_on) = match url.split(':').next()? {
            "sqlite" => ("SQLite", "sqlite", cfg!(feature = "sqlite")),
            "postgres" | "postgresql" => ("Postgres", "postgres", cfg!(feature = "postgres")),
            "redis" | "rediss" => ("Redis", "redis", cfg!(feature = "redis")),
            _ => return None,
        };
        Some(Self { name, feature, is_on })
    }
}

/// Reports a driver that this program was built without.
pub(crate) fn check_feature(url: &str) -> Result<(), String> {
    match Driver::of(url) {
        Some(Driver { feature, is_on: false, .. }) => Err(format!(
            "this program was built without the feature `{feature}`: `cargo install weixin-cli \
             --features {feature}` 此程序未启用 {feature} 功能"
        )),
        _ => Ok(()),
    }
}

/// What `--account` would have to be for this account.
fn name(account: &AccountConfig) -> String {
    let id = account.app_id.clone().unwrap_or_else(|| "?".to_owned());
    match &account.agent_id {
        Some(agent) => format!("{id}/{agent}"),
        None => id,
    }
}

fn names(accounts: &[AccountConfig]) -> String {
    accounts.iter().map(name).collect::<Vec<_>>().join(", ")
}

pub(crate) fn unknown(id: &str, configured: &[AccountConfig]) -> String {
    match configured.is_empty() {
        true => format!("no account {id:?} is configured: there is none 未配置任何账号"),
        false => {
            let names = names(configured);
            format!("no account {id:?} is configured, but 未配置账号 {id:?}，已配置的账号: {names}")
        }
    }
}

fn ambiguous(id: &str, named: &[AccountConfig]) -> String {
    let names = names(named);
    format!("{id:?} names several accounts: use one of 对应多个账号，请指定其一: {names}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_named_by_id_kind_and_agent() {
        let official = AccountConfig::official("wx1", "s");
        let work = AccountConfig::work("ww1", 7, "s");
        for (id, names) in [
            ("wx1", [true, false]),
            ("official:wx1", [true, false]),
            ("mini:wx1", [false, false]),
            ("ww1", [false, true]),
            ("ww1/7", [false, true]),
            ("work:ww1/7", [false, true]),
            ("ww1/8", [false, false]),
            ("", [false, false]),
        ] {
            assert_eq!([&official, &work].map(|account| account.is_named(id)), names, "{id}");
        }
    }
}
