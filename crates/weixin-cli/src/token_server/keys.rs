//! The keys of programs, and the accounts they grant access to.

use std::collections::BTreeSet;

use weixin::{Config, bot::TokenServerKey, protocol::Secret};

/// The minimum length of a key, in characters.
const MIN_KEY_CHARS: usize = 16;

/// A program that is identified by its key.
#[derive(Debug)]
struct AuthorizedProgram {
    name: String,
    key: Secret,
    accounts: BTreeSet<String>,
}

/// All authorized programs.
#[derive(Debug)]
pub(super) struct Keys(Vec<AuthorizedProgram>);

/// Identifies a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ProgramId(usize);

impl Keys {
    /// Reads the keys of the configuration and `single`, the key of the command line, which is only
    /// allowed if there is a single account. `accounts` are the accounts that this server has
    /// tokens for.
    pub(super) fn new(
        config: &Config,
        single: Option<Secret>,
        accounts: &BTreeSet<String>,
    ) -> Result<Self, String> {
        let mut keys = Self(Vec::new());
        for (index, configured) in config.token_server.iter().enumerate() {
            keys.add(index, configured, accounts)?;
        }
        if let Some(key) = single {
            if accounts.len() > 1 {
                return Err(format!(
                    "one key would grant access to all {} accounts: configure a key for each program, with \
                                         its accounts, in [[token_server]] tables of weixin.toml \
                     有多个账号时，请在 weixin.toml 的 [[token_server]] 中为每个程序分别配置密钥",
                    accounts.len()
                ));
            }
            let all = TokenServerKey::new(key, accounts).name("--key");
            keys.add(0, &all, accounts)?;
        }
        if keys.0.is_empty() {
            return Err("no key is configured: set WEIXIN_TOKEN_SERVER_KEY, or add \
                        [[token_server]] tables to weixin.toml 没有配置密钥"
                .to_owned());
        }
        Ok(keys)
    }

    fn add(
        &mut self,
        index: usize,
        configured: &TokenServerKey,
        known: &BTreeSet<String>,
    ) -> Result<(), String> {
        let name = configured.name.clone().unwrap_or_else(|| format!("key {}", index + 1));
        let key = configured.key.clone().unwrap_or_default();
        if key.expose().chars().count() < MIN_KEY_CHARS {
            return Err(format!(
                "{name}: the key has fewer than {MIN_KEY_CHARS} characters \
                 密钥不足 {MIN_KEY_CHARS} 个字符"
            ));
        }
        if let Some(other) = self.0.iter().find(|other| other.key == key) {
            return Err(format!("{name} and {} have the same key 密钥相同", other.name));
        }
        let accounts: BTreeSet<String> = configured.accounts.iter().cloned().collect();
        if accounts.is_empty() {
            return Err(format!(
                "{name} has no accounts: list those it grants access to 没有列出账号"
            ));
        }
        if let Some(unknown) = accounts.iter().find(|account| !known.contains(*account)) {
            let known = known.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            return Err(format!(
                "{name}: {unknown:?} is not a configured account; configured are {known} \
                 未配置该账号"
            ));
        }
        self.0.push(AuthorizedProgram { name, key, accounts });
        Ok(())
    }

    /// The program with this key. Takes the same time for all keys, known or not.
    pub(super) fn owner(&self, given: &Secret) -> Option<ProgramId> {
        let mut owner = None;
        for (number, program) in self.0.iter().enumerate() {
            if program.key == *given {
                owner = Some(ProgramId(number));
            }
        }
        owner
    }

    pub(super) fn name(&self, program: ProgramId) -> &str {
        self.0.get(program.0).map_or("", |program| &program.name)
    }

    pub(super) fn allows(&self, program: ProgramId, account: &str) -> bool {
        self.0.get(program.0).is_some_and(|program| program.accounts.contains(account))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    const KEY: &str = "0123456789abcdef";
    const OTHER_KEY: &str = "fedcba9876543210";

    fn keys(configured: &[TokenServerKey], single: Option<&str>) -> Result<Keys, String> {
        let accounts = ["official:wx1", "work:ww1/7"].map(str::to_owned);
        let mut config = Config::default();
        config.token_server = configured.to_vec();
        Keys::new(&config, single.map(Secret::new), &accounts.into())
    }

    #[test]
    fn a_key_grants_access_to_its_accounts() {
        let shop = TokenServerKey::new(KEY, ["official:wx1"]).name("shop");
        let both = TokenServerKey::new(OTHER_KEY, ["official:wx1", "work:ww1/7"]);
        let keys = keys(&[shop, both], None).unwrap();
        let shop = keys.owner(&KEY.into()).unwrap();
        assert!(keys.allows(shop, "official:wx1") && !keys.allows(shop, "work:ww1/7"));
        let both = keys.owner(&OTHER_KEY.into()).unwrap();
        assert!(keys.allows(both, "official:wx1") && keys.allows(both, "work:ww1/7"));
        assert_eq!((keys.name(shop), keys.name(both)), ("shop", "key 2"));
        assert_eq!(keys.owner(&"0123456789abcdeX".into()), None);
        assert_eq!(keys.owner(&"".into()), None);
    }

    #[test]
    fn invalid_key_configurations_are_rejected() {
        let one = || TokenServerKey::new(KEY, ["official:wx1"]);
        for (configured, single, why) in [
            (vec![], None, "no key"),
            (vec![], Some(KEY), "all 2 accounts"),
            (vec![TokenServerKey::new("short", ["official:wx1"])], None, "fewer than 16"),
            (vec![TokenServerKey::default()], None, "fewer than 16"),
            (vec![one(), one()], None, "the same key"),
            (vec![TokenServerKey::new(KEY, ["wx1"])], None, "official:wx1, work:ww1/7"),
            (vec![TokenServerKey::new(KEY, [""; 0])], None, "no accounts"),
        ] {
            let problem = keys(&configured, single).unwrap_err();
            assert!(problem.contains(why) && !problem.contains(KEY), "{problem}");
        }
    }

    #[test]
    fn the_command_line_key_is_valid_for_a_single_account() {
        let accounts = ["official:wx1".to_owned()].into();
        let keys = Keys::new(&Config::default(), Some(KEY.into()), &accounts).unwrap();
        assert!(keys.allows(keys.owner(&KEY.into()).unwrap(), "official:wx1"));
    }
}
