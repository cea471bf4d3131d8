//! Reads `weixin.toml` and the environment.

use std::{
    cell::RefCell,
    collections::BTreeSet,
    env,
    hash::{DefaultHasher, Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use serde::{
    Deserialize, Deserializer,
    de::{
        MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use weixin_protocol::Secret;

use super::{
    AccountConfig, ApiSecurityConfig, Config, ConfigError, InboxConfig, LogConfig, Problem,
    SourceAddresses, StoreConfig, TlsConfig, TokenServerKey,
    names::{self, PREFIX},
};

const DEFAULT_FILE: &str = "weixin.toml";

/// Given instead of a file name, it means that there is no file.
const NO_FILE: &str = "-";

/// The content of the file.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    listen: Option<String>,
    public_url: Option<String>,
    quiet: bool,
    max_connections: Option<usize>,
    no_reload: bool,
    store: Option<StoreConfig>,
    inbox: Option<InboxConfig>,
    source_addresses: Option<SourceAddresses>,
    log: Option<LogConfig>,
    tls: Option<TlsConfig>,
    account: OneOrMany,
    token_server: Vec<TokenServerKey>,
}

/// `[account]` or `[[account]]`.
#[derive(Debug, Default)]
struct OneOrMany(Vec<AccountConfig>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Accounts;

        impl<'de> Visitor<'de> for Accounts {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an [account] table or several [[account]] tables")
            }

            fn visit_map<A: MapAccess<'de>>(self, table: A) -> Result<OneOrMany, A::Error> {
                let account = AccountConfig::deserialize(MapAccessDeserializer::new(table))?;
                Ok(OneOrMany(vec![account]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, tables: A) -> Result<OneOrMany, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(tables)).map(OneOrMany)
            }
        }

        deserializer.deserialize_any(Accounts)
    }
}

/// The file that a configuration was read from.
#[derive(Debug, Clone)]
pub(crate) struct ConfigFile {
    pub(crate) path: PathBuf,
    /// Whether environment variables override it.
    with_environment: bool,
    /// Of its text, which has secrets.
    pub(crate) fingerprint: u64,
}

impl ConfigFile {
    /// A number that tells one text of the file from another.
    pub(crate) fn fingerprint(text: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        hasher.finish()
    }

    pub(crate) fn name(&self) -> impl std::fmt::Display + '_ {
        self.path.display()
    }

    /// The text of the file as it is now.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn read(&self) -> Result<String, ConfigError> {
        std::fs::read_to_string(&self.path).map_err(|error| unreadable(&self.path, &error))
    }

    /// Reads another text of the file as the first one was read.
    ///
    /// # Errors
    /// As [`Config::load`].
    pub(crate) fn parse(&self, text: &str) -> Result<Config, ConfigError> {
        let config = Config::parse(text, &self.name().to_string())?;
        if self.with_environment { config.with_environment() } else { Ok(config) }
    }
}

/// Why a file that was named cannot be read. If there is none, the folder in which the program runs is the
/// usual reason.
fn unreadable(path: &Path, error: &io::Error) -> ConfigError {
    let folder = if path.is_absolute() { None } else { env::current_dir().ok() };
    let why = match (error.kind(), folder) {
        (io::ErrorKind::NotFound, Some(folder)) => {
            format!("there is no such file in {}", folder.display())
        }
        (io::ErrorKind::NotFound, None) => "there is no such file".to_owned(),
        _ => error.to_string(),
    };
    ConfigError::one(path.display().to_string(), why)
}

impl Config {
    /// Reads `weixin.toml` in the current folder (or the file that `WEIXIN_CONFIG` names), if it
    /// is there, and `WEIXIN_*` environment variables, which win. `WEIXIN_CONFIG=-` reads no file.
    ///
    /// # Errors
    /// If the file cannot be read, is not TOML, has an unknown name in it, or a value has the wrong
    /// type. The values themselves, and `WEIXIN_*` variables with unknown names, are checked when
    /// the bot starts: a name that is nearly the same as a known one is a problem, any other is
    /// mentioned in the log.
    pub fn load() -> Result<Self, ConfigError> {
        let named = env::var("WEIXIN_CONFIG").ok().filter(|name| !name.is_empty());
        let config = match named.as_deref() {
            Some(NO_FILE) => Self::default(),
            Some(path) => Self::from_file(path)?,
            None => match Self::read(DEFAULT_FILE.as_ref()) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Self::default(),
                Err(error) => return Err(ConfigError::one(DEFAULT_FILE, error.to_string())),
                Ok(read) => read?,
            },
        };
        config.with_environment()
    }

    /// Lets `WEIXIN_*` environment variables override values, as [`load`](Self::load) does:
    /// `Config::from_file("bot.toml")?.with_environment()` loads a file of your choice.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    pub fn with_environment(mut self) -> Result<Self, ConfigError> {
        let read = self.apply(|name| env::var(format!("{PREFIX}{name}")).ok())?;
        let given = env::vars_os().map(|(name, _)| name.to_string_lossy().into_owned());
        let unknown = names::unknown(given, &read);
        self.early.extend(unknown.misspelt);
        self.unread = unknown.others;
        if let Some(file) = &mut self.file {
            file.with_environment = true;
        }
        Ok(self)
    }

    /// Reads a configuration file, without the environment.
    ///
    /// # Errors
    /// As [`load`](Self::load). A missing file is an error, too.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, ConfigError> {
        let path = path.as_ref();
        Self::read(path).map_err(|error| unreadable(path, &error))?
    }

    fn read(path: &Path) -> io::Result<Result<Self, ConfigError>> {
        let text = std::fs::read_to_string(path)?;
        Ok(Self::parse(&text, &path.display().to_string()).map(|config| Self {
            file: Some(ConfigFile {
                path: path.to_owned(),
                with_environment: false,
                fingerprint: ConfigFile::fingerprint(&text),
            }),
            ..config
        }))
    }

    fn parse(text: &str, name: &str) -> Result<Self, ConfigError> {
        // The parser's own message would quote the line, secret and all.
        let file: File = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(0, |span| {
                text.get(..span.start).map_or(0, |before| before.matches('\n').count() + 1)
            });
            ConfigError::one(format!("{name}, line {line}"), error.message())
        })?;
        let mut config = Self {
            public_url: file.public_url,
            quiet: file.quiet,
            max_connections: file.max_connections,
            no_reload: file.no_reload,
            store: file.store,
            inbox: file.inbox,
            source_addresses: file.source_addresses,
            log: file.log,
            tls: file.tls,
            accounts: file.account.0,
            token_server: file.token_server,
            ..Self::default()
        };
        if let Some(address) = file.listen {
            config.listen_on("listen", &address);
        }
        Ok(config)
    }

    fn listen_on(&mut self, name: &str, address: &str) {
        match address.parse() {
            Ok(address) => self.listen = Some(address),
            Err(_) => self.early.push(Problem {
                what: name.to_owned(),
                why: format!("{address:?} is not an address and port like 127.0.0.1:8080"),
            }),
        }
    }

    /// Lets `get` override values, as environment variables do. They describe one account. Returns
    /// the names that were asked for.
    fn apply(
        &mut self,
        get: impl Fn(&str) -> Option<String>,
    ) -> Result<BTreeSet<&'static str>, ConfigError> {
        let read = RefCell::new(BTreeSet::new());
        let get = |name: &'static str| {
            read.borrow_mut().insert(name);
            get(name).filter(|value| !value.is_empty())
        };
        if let Some(address) = get("LISTEN") {
            self.listen_on("WEIXIN_LISTEN", &address);
        }
        if let Some(quiet) = get("QUIET") {
            self.quiet = is_on(&quiet);
        }
        if let Some(no) = get("NO_RELOAD") {
            self.no_reload = is_on(&no);
        }
        if let Some(url) = get("PUBLIC_URL") {
            self.public_url = Some(url);
        }
        if let Some(url) = get("STORE_URL") {
            self.store.get_or_insert_default().url = Some(url.into());
        }
        if let Some(key) = get("STORE_KEY") {
            self.store.get_or_insert_default().key = Some(key.into());
        }
        if let Some(prefix) = get("STORE_PREFIX") {
            self.store.get_or_insert_default().prefix = Some(prefix);
        }
        if let Some(key) = get("STORE_PREVIOUS_KEY") {
            self.store.get_or_insert_default().previous_key = Some(key.into());
        }
        if let Some(url) = get("INBOX_URL") {
            self.inbox.get_or_insert_default().url = Some(url.into());
        }
        if let Some(number) = get("MAX_CONNECTIONS") {
            match number.parse() {
                Ok(number) => self.max_connections = Some(number),
                Err(_) => self.early.push(Problem {
                    what: "WEIXIN_MAX_CONNECTIONS".to_owned(),
                    why: format!("{number:?} is not a number of connections like 10000"),
                }),
            }
        }
        let mut account = self.accounts.first().cloned().unwrap_or_default();
        let mut named = false;
        for (one, other) in [("APP_ID", "CORP_ID"), ("ENCODING_AES_KEY", "AES_KEY")] {
            if let (Some(first), Some(second)) = (get(one), get(other))
                && first != second
            {
                let why = format!("WEIXIN_{other} is the same setting and has another value");
                self.early.push(Problem { what: format!("WEIXIN_{one}"), why });
            }
        }
        let mut text = |name: &'static str, slot: &mut Option<String>| {
            if let Some(value) = get(name) {
                (*slot, named) = (Some(value), true);
            }
        };
        text("KIND", &mut account.kind);
        text("APP_ID", &mut account.app_id);
        text("CORP_ID", &mut account.app_id);
        text("AGENT_ID", &mut account.agent_id);
        text("PATH", &mut account.path);
        text("ORIGINAL_ID", &mut account.original_id);
        text("CLOCK_TOLERANCE", &mut account.clock_tolerance);
        text("LATE_REPLY", &mut account.late_reply);
        text("DELIVERIES", &mut account.deliveries);
        text("MAILBOX_TEXT", &mut account.mailbox_text);
        text("API_BASE", &mut account.api_base);
        text("RECEIVE_ID", &mut account.receive_id);
        let mut secret = |name: &'static str, slot: &mut Option<Secret>| {
            if let Some(value) = get(name) {
                (*slot, named) = (Some(value.into()), true);
            }
        };
        secret("SECRET", &mut account.secret);
        secret("TOKEN", &mut account.token);
        secret("ENCODING_AES_KEY", &mut account.encoding_aes_key);
        secret("AES_KEY", &mut account.encoding_aes_key);
        secret("PREVIOUS_AES_KEY", &mut account.previous_aes_key);
        secret("PREVIOUS_TOKEN", &mut account.previous_token);
        if let Some(modes) = get("MODES") {
            let modes = modes.split(',').map(|mode| mode.trim().to_owned());
            (account.modes, named) = (Some(modes.collect()), true);
        }
        named |= ApiSecurityConfig::apply(&mut account.api_security, get, &mut self.early);
        match (named, self.accounts.len()) {
            (false, _) => {}
            (true, 0) => self.accounts.push(account),
            (true, 1) => self.accounts[0] = account,
            (true, many) => {
                return Err(ConfigError::one(
                    "WEIXIN_*",
                    format!("environment variables describe one account, and the file has {many}"),
                ));
            }
        }
        Ok(read.into_inner())
    }
}

/// Whether the value of a switch turns it on.
fn is_on(value: &str) -> bool {
    value != "0" && value != "false"
}
