//! Which key opens which accounts.

use std::collections::BTreeSet;

use weixin::{Config, bot::TokenServerKey, protocol::Secret};

/// The shortest key, in characters.
const SHORTEST_KEY: usize = 16;

/// A program that may ask, by its key.
#[derive(Debug)]
struct Program {
    name: String,
    key: Secret,
    accounts: BTreeSet<String>,
}

/// The programs that may ask.
#[derive(Debug)]
pub(super) struct Keys(Vec<Program>);

/// The number of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ProgramId(usize);

impl Keys {
    /// The keys of the configuration, and `single`, the key of the command line, which is good for
    /// the account if there is only one. `accounts` are all that this server has tokens of.
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
                    "one key would open all {} accounts: give each program a key of its own, with \
                     its accounts, in [[token_server]] tables of weixin.toml \
                     有多个账号时，请在 weixin.toml 的 [[token_server]] 中为每个程序分别配置密钥",
                    accounts.len()
                ));
            }
            let all = TokenServerKey::new(key, accounts).name("--key");
            keys.add(0, &all, accounts)?;
        }
        if keys.0.is_empty() {
            return Err("no key is configured: set WEIXIN_TOKEN_SERVER_KEY, or write \
                        [[token_server]] tables in weixin.toml 没有配置密钥"
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
        if key.expose().chars().count() < SHORTEST_KEY {
            return Err(format!(
                "{name}: the key has fewer than {SHORTEST_KEY} characters \
                 密钥不足 {SHORTEST_KEY} 个字符"
            ));
        }
        if let Some(other) = self.0.iter().find(|other| other.key == key) {
            return Err(format!("{name} and {} have the same key 密钥相同", other.name));
        }
        let accounts: BTreeSet<String> = configured.accounts.iter().cloned().collect();
        if accounts.is_empty() {
            return Err(format!("{name} has no accounts: list those that it opens 没有列出账号"));
        }
        if let Some(unknown) = accounts.iter().find(|account| !known.contains(*account)) {
            let known = known.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            return Err(format!(
                "{name}: {unknown:?} is none of the configured accounts, which are {known} \
                 未配置该账号"
            ));
        }
        self.0.push(Program { name, key, accounts });
        Ok(())
    }

    /// Whose key it is. That takes the same time whichever it is, and if it is none.
    pub(super) fn owner(&self, shown: &Secret) -> Option<ProgramId> {
        let mut owner = None;
        for (number, program) in self.0.iter().enumerate() {
            if program.key == *shown {
                owner = Some(ProgramId(number));
            }
        }
        owner
    }

    pub(super) fn name(&self, program: ProgramId) -> &str {
        self.0.get(program.0).map_or("", |program| &program.name)
    }

    pub(super) fn opens(&self, program: ProgramId, account: &str) -> bool {
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
    fn a_key_opens_what_it_lists() {
        let shop = TokenServerKey::new(KEY, ["official:wx1"]).name("shop");
        let both = TokenServerKey::new(OTHER_KEY, ["official:wx1", "work:ww1/7"]);
        let keys = keys(&[shop, both], None).unwrap();
        let shop = keys.owner(&KEY.into()).unwrap();
        assert!(keys.opens(shop, "official:wx1") && !keys.opens(shop, "work:ww1/7"));
        let both = keys.owner(&OTHER_KEY.into()).unwrap();
        assert!(keys.opens(both, "official:wx1") && keys.opens(both, "work:ww1/7"));
        assert_eq!((keys.name(shop), keys.name(both)), ("shop", "key 2"));
        assert_eq!(keys.owner(&"0123456789abcdeX".into()), None);
        assert_eq!(keys.owner(&"".into()), None);
    }

    #[test]
    fn keys_that_make_no_sense_are_refused() {
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
    fn the_key_of_the_command_line_is_for_a_single_account() {
        let accounts = ["official:wx1".to_owned()].into();
        let keys = Keys::new(&Config::default(), Some(KEY.into()), &accounts).unwrap();
        assert!(keys.opens(keys.owner(&KEY.into()).unwrap(), "official:wx1"));
    }
}
