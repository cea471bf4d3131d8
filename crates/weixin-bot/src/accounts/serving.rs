//! The accounts that are served at present.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use arc_swap::{ArcSwap, Guard};
use weixin_api::{AccountId, AgentId, Clock, kind::Any};
use weixin_client::{Client, IntoClient, Transport};
use weixin_mini::MiniProgram;
use weixin_official::OfficialAccount;
use weixin_protocol::{Callback, Product};
use weixin_store::Store;
use weixin_work::WorkApp;

use super::{AccountChanges, InvalidAccount};
use crate::{
    AccountConfig, Error,
    config::{CheckedAccount, ConfigError, Problem},
    edge::{BODY_DEADLINE, MountedCallback, Shared},
    engine::{Engine, Intake, MountedAccount},
    route::{Capabilities, check_account},
};

const SECOND: Duration = Duration::from_secs(1);

/// What the accounts of a bot have in common.
pub(crate) struct AccountsParts {
    pub(crate) engine: Arc<Engine>,
    pub(crate) shared: Arc<Shared>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) store: Arc<dyn Store>,
}

/// The accounts of a bot, without those that were mounted.
pub(crate) struct Accounts {
    parts: AccountsParts,
    serving: ArcSwap<Serving>,
    /// Locked during a change.
    sources: Mutex<Sources>,
}

/// The settings of an account, and the same checked.
pub(crate) type Checked = (AccountConfig, CheckedAccount);

/// An account of the registry, with its place in the list that the registry returned.
type Registered = (usize, Checked);

/// Where the accounts come from.
#[derive(Debug, Default)]
struct Sources {
    configured: Vec<Checked>,
    registered: Vec<Registered>,
}

/// The accounts that are served at present.
#[derive(Debug, Default)]
pub(crate) struct Serving {
    by_path: HashMap<String, Arc<MountedCallback>>,
    served: Vec<Arc<Served>>,
}

#[derive(Debug)]
struct Served {
    config: AccountConfig,
    checked: CheckedAccount,
    account: Arc<MountedAccount>,
    callback: Arc<MountedCallback>,
}

impl Serving {
    /// The callback at this path.
    pub(crate) fn at(&self, path: &str) -> Option<&Arc<MountedCallback>> {
        let with_slash = || self.by_path.get(path.strip_suffix('/')?);
        self.by_path.get(path).or_else(with_slash)
    }

    /// All callbacks, in the order of the configuration.
    pub(crate) fn callbacks(&self) -> impl Iterator<Item = &MountedCallback> {
        self.served.iter().map(|served| &*served.callback)
    }
}

impl Accounts {
    pub(crate) fn new(parts: AccountsParts) -> Self {
        Self { parts, serving: ArcSwap::default(), sources: Mutex::default() }
    }

    /// The accounts that are served at present.
    pub(crate) fn serving(&self) -> Guard<Arc<Serving>> {
        self.serving.load()
    }

    /// Serves these accounts and those of the registry, and no others.
    ///
    /// # Errors
    /// Every problem with the accounts. Everything stays as it was then.
    pub(crate) fn configure(&self, accounts: Vec<Checked>) -> Result<AccountChanges, Error> {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let mut problems = Vec::new();
        for (_, checked) in &accounts {
            self.check_routes(checked, &mut problems);
        }
        if !problems.is_empty() {
            return Err(Error::routes(problems));
        }
        let mut invalid = Vec::new();
        let registered = distinct(sources.registered.clone(), &accounts, &mut invalid);
        let registered = registered.into_iter().map(|(_, checked)| checked);
        let changes = self.serve(accounts.iter().cloned().chain(registered))?;
        sources.configured = accounts;
        Ok(AccountChanges { invalid, ..changes })
    }

    /// Serves these accounts of the registry and those of the configuration, and no others. One that is
    /// invalid is served as before.
    ///
    /// # Errors
    /// A client cannot be made. Everything stays as it was then.
    pub(crate) fn register(&self, accounts: Vec<AccountConfig>) -> Result<AccountChanges, Error> {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let before: HashMap<_, _> =
            sources.registered.iter().map(|(_, known)| (known.0.name(), known)).collect();
        let (mut valid, mut invalid) = (Vec::new(), Vec::new());
        for (index, account) in accounts.into_iter().enumerate() {
            let name = account.name();
            match before.get(&name) {
                // Most are as they were the last time.
                Some(known) if known.0 == account => valid.push((index, Checked::clone(known))),
                known => match self.check(account) {
                    Ok(checked) => valid.push((index, checked)),
                    Err(problems) => {
                        let problems = problems.into_iter();
                        invalid.extend(problems.map(|problem| InvalidAccount {
                            index,
                            name: name.clone(),
                            problem,
                        }));
                        valid.extend(known.map(|known| (index, Checked::clone(known))));
                    }
                },
            }
        }
        let registered = distinct(valid, &sources.configured, &mut invalid);
        let all = registered.iter().map(|(_, checked)| checked);
        let all = sources.configured.iter().chain(all).cloned();
        let changes = self.serve(all)?;
        sources.registered = registered;
        Ok(AccountChanges { invalid, ..changes })
    }

    /// Checks an account of the registry.
    ///
    /// # Errors
    /// What is wrong with it.
    fn check(&self, account: AccountConfig) -> Result<Checked, Vec<String>> {
        match account.check() {
            Ok(checked) => {
                let mut problems = Vec::new();
                self.check_routes(&checked, &mut problems);
                if problems.is_empty() { Ok((account, checked)) } else { Err(problems) }
            }
            Err(problems) => Err(problems.iter().map(ToString::to_string).collect()),
        }
    }

    fn check_routes(&self, checked: &CheckedAccount, problems: &mut Vec<String>) {
        let account = Capabilities { account: &checked.id, has_client: true };
        check_account(self.parts.engine.router(), account, problems);
    }

    /// Serves these accounts and no others.
    fn serve(&self, accounts: impl Iterator<Item = Checked>) -> Result<AccountChanges, Error> {
        let before = self.serving.load_full();
        let mut old: HashMap<&AccountId, &Arc<Served>> =
            before.served.iter().map(|served| (&served.checked.id, served)).collect();
        let mut changes = AccountChanges::default();
        let mut serving = Serving::default();
        for (config, checked) in accounts {
            let id = checked.id.clone();
            let served = match old.remove(&id) {
                Some(same) if same.config == config => Arc::clone(same),
                Some(other) => {
                    changes.changed.push(id);
                    Arc::new(self.change(other, config, checked)?)
                }
                None => {
                    changes.added.push(id);
                    let client = self.client_of(&checked)?;
                    Arc::new(self.mount(config, checked, client))
                }
            };
            serving.by_path.insert(served.checked.path.clone(), Arc::clone(&served.callback));
            serving.served.push(served);
        }
        changes.removed.extend(old.into_keys().cloned());
        self.remember_replays(&serving);
        let accounts = serving.served.iter().map(|served| Arc::clone(&served.account));
        let table = self.parts.engine.accounts();
        table.serve(accounts);
        table.remove(&changes.removed, self.parts.clock.now());
        self.serving.store(Arc::new(serving));
        Ok(changes)
    }

    /// An account with other settings. Its client, which has a token, is kept if they allow it.
    fn change(
        &self,
        old: &Served,
        config: AccountConfig,
        checked: CheckedAccount,
    ) -> Result<Served, ConfigError> {
        let client = old.account.client().filter(|_| old.checked.has_client_of(&checked));
        let client = client.cloned().map_or_else(|| self.client_of(&checked), Ok)?;
        Ok(self.mount(config, checked, client))
    }

    fn mount(&self, config: AccountConfig, checked: CheckedAccount, client: Client<Any>) -> Served {
        let late = checked.late.clone();
        let account = Arc::new(MountedAccount::of(client).with_late_replies(late));
        let intake = Intake::new(Arc::clone(&self.parts.engine), Arc::clone(&account));
        let callback = MountedCallback {
            path: checked.path.clone(),
            callback: checked.callback.clone(),
            intake,
            shared: Arc::clone(&self.parts.shared),
        };
        Served { config, checked, account, callback: Arc::new(callback) }
    }

    /// Remembers requests for as long as the callback with the largest tolerance accepts them. Their
    /// time is checked before their body is read, so the time for the body is added.
    fn remember_replays(&self, serving: &Serving) {
        let tolerances = serving.callbacks().filter_map(|mounted| mounted.callback.tolerance());
        let tolerance = match tolerances.max() {
            Some(tolerance) => tolerance + BODY_DEADLINE + SECOND,
            // All of them accept requests of any age.
            None => Callback::DEFAULT_CLOCK_TOLERANCE,
        };
        self.parts.shared.replays().cover(tolerance);
    }

    fn client_of(&self, checked: &CheckedAccount) -> Result<Client<Any>, ConfigError> {
        let CheckedAccount { id, secret, client, .. } = checked;
        if let Some(client) = client {
            return Ok(client.clone());
        }
        match id.product() {
            Product::Work => {
                let agent = id.agent().unwrap_or(AgentId::new(0));
                self.client(checked, WorkApp::new(id.id(), agent, secret.clone()))
            }
            Product::Mini => self.client(checked, MiniProgram::new(id.id(), secret.clone())),
            _ => self.client(checked, OfficialAccount::new(id.id(), secret.clone())),
        }
    }

    fn client<A: weixin_api::Account>(
        &self,
        checked: &CheckedAccount,
        account: A,
    ) -> Result<Client<Any>, ConfigError> {
        let AccountsParts { clock, store, transport, .. } = &self.parts;
        let mut builder = account.client_builder().clock(clock.clone()).store(Arc::clone(store));
        if let Some(transport) = transport {
            builder = builder.transport(transport.clone());
        }
        if let Some(keys) = &checked.security {
            builder = builder.api_security(keys.clone());
        }
        if let Some(base) = &checked.api_base {
            builder = builder.api_base(base);
        }
        let client = builder.build();
        client.map(|client| client.any()).map_err(|error| {
            ConfigError::new(vec![Problem { what: "api_base".to_owned(), why: error.to_string() }])
        })
    }
}

/// Those of the accounts that have an id and a path of their own.
fn distinct(
    accounts: Vec<Registered>,
    others: &[Checked],
    invalid: &mut Vec<InvalidAccount>,
) -> Vec<Registered> {
    let (mut ids, mut paths) = (HashMap::new(), HashMap::new());
    for (_, checked) in others {
        ids.insert(checked.id.clone(), "the configuration".to_owned());
        paths.insert(checked.path.clone(), "the configuration".to_owned());
    }
    let mut distinct = Vec::new();
    for (index, (config, checked)) in accounts {
        let (name, CheckedAccount { id, path, .. }) = (config.name(), &checked);
        let same_id = ids.get(id).map(|other| format!("{other} has the same account"));
        let same_path = paths.get(path).map(|other| format!("{other} has the same path, {path:?}"));
        if same_id.is_some() || same_path.is_some() {
            let problems = same_id.into_iter().chain(same_path);
            invalid.extend(problems.map(|problem| InvalidAccount {
                index,
                name: name.clone(),
                problem,
            }));
            continue;
        }
        ids.insert(id.clone(), name.clone());
        paths.insert(path.clone(), name);
        distinct.push((index, (config, checked)));
    }
    distinct
}

impl std::fmt::Debug for Accounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Accounts").field(&self.serving).finish()
    }
}
