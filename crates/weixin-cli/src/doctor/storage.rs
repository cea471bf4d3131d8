//! The store and the inbox: whether they can be used, and what they guarantee.

use std::path::Path;

use weixin::{
    Config,
    bot::inbox::Durability,
    protocol::Secret,
    store::{Error, Key, SealKey},
};

use super::{Doctor, Finding};
use crate::account::Driver;

const STORE: &str = "store";
const KEY: &str = "store.key";
const INBOX: &str = "inbox";

/// What was found out about the store.
#[derive(Debug)]
pub(super) struct StoreReport {
    pub(super) findings: Vec<Finding>,
    pub(super) use_: StoreUse,
}

/// Where tokens come from in the checks that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StoreUse {
    Configured,
    /// There is none, or it has no token yet.
    Memory,
    /// A token would be obtained past the programs that share the store.
    Unusable,
}

/// Why a database is not opened, and what follows for its tokens.
fn skipped(check: &'static str, url: &str, doctor: &Doctor) -> Option<(Finding, StoreUse)> {
    let Driver { name, feature, is_on } = Driver::of(url)?;
    if !is_on {
        let detail = format!(
            "{name}: this program was built without the feature `{feature}` 此程序未启用 {feature} 功能"
        );
        let advice = format!(
            "`cargo install weixin-cli --features {feature}`; the bot needs the feature `{feature}` of \
             weixin, and says so at its start if it is off 机器人也需启用该功能"
        );
        return Some((Finding::skipped(check, detail).advice(advice), StoreUse::Unusable));
    }
    if name == "SQLite" {
        let rest = url.strip_prefix("sqlite:").unwrap_or_default();
        let file = rest.strip_prefix("//").unwrap_or(rest);
        let is_missing = !file.is_empty() && !file.starts_with(':') && !Path::new(file).exists();
        let detail =
            format!("SQLite: the bot creates {file} at its start 机器人启动时会创建该文件");
        // A file that does not exist holds no token.
        return is_missing.then(|| (Finding::skipped(check, detail), StoreUse::Memory));
    }
    let detail = format!("{name}: left out by --offline 因 --offline 跳过");
    doctor.offline.then(|| (Finding::skipped(check, detail), StoreUse::Unusable))
}

fn given(url: Option<&Secret>) -> Option<&str> {
    url.map(Secret::expose).filter(|url| !url.is_empty())
}

pub(super) async fn store(doctor: &Doctor, config: &Config) -> StoreReport {
    let Some(store) = &config.store else {
        let detail = "in memory: tokens are fetched again at the next start, and not shared with other \
                      processes 保存在内存：重启后重新获取 token，不与其他进程共享";
        let findings = [Some(Finding::ok(STORE, detail)), seal_key(config)];
        return StoreReport {
            findings: findings.into_iter().flatten().collect(),
            use_: StoreUse::Memory,
        };
    };
    let url = given(store.url.as_ref()).unwrap_or_default();
    let (finding, use_) = match skipped(STORE, url, doctor) {
        Some(skipped) => skipped,
        None => match reach_store(doctor, config).await {
            Ok(()) => (Finding::ok(STORE, guarantee(url)), StoreUse::Configured),
            Err((detail, advice)) => {
                (Finding::wrong(STORE, detail).advice(advice), StoreUse::Unusable)
            }
        },
    };
    StoreReport {
        findings: [Some(finding), seal_key(config)].into_iter().flatten().collect(),
        use_,
    }
}

/// Detail and advice of what fails.
type Trouble = (String, String);

async fn reach_store(doctor: &Doctor, config: &Config) -> Result<(), Trouble> {
    let store = config.open_store(&doctor.clock).map_err(|error| misconfigured(error, "url"))?;
    let key = Key::new("doctor").join("probe");
    let read = doctor.clock.timeout(doctor.timeout, store.get(&key)).await;
    read.unwrap_or_else(|_| Err(too_slow())).map(drop).map_err(failed)
}

fn misconfigured(error: weixin::bot::ConfigError, name: &str) -> Trouble {
    let problems: Vec<_> = error.problems().iter().map(ToString::to_string).collect();
    let detail = format!("{} 配置有误", problems.join("; "));
    (detail, format!("correct `{name}` in weixin.toml or the WEIXIN_* variable 修改配置"))
}

fn too_slow() -> Error {
    Error::new(weixin::store::ErrorKind::Unreachable, "it does not answer in time")
}

fn failed(error: Error) -> Trouble {
    let mut text = error.to_string();
    if let Some(source) = std::error::Error::source(&error) {
        text = format!("{text}: {source}");
    }
    let text = weixin::bot::log_text::printable(text);
    let advice = match error.kind() {
        weixin::store::ErrorKind::Unreachable => {
            "start the database, and check host, port, user, password and firewall 启动数据库，检查地址、端口、用户名、密码和防火墙"
        }
        _ => {
            "check the permissions of the database's user, and the space on its disk 检查数据库用户的权限和磁盘空间"
        }
    };
    (format!("the database cannot be used: {text} 数据库不可用"), advice.to_owned())
}

/// What a reachable store guarantees.
fn guarantee(url: &str) -> String {
    match Driver::of(url) {
        Some(Driver { name: "SQLite", .. }) => {
            "SQLite: tokens survive a restart, and processes of one machine share them \
             重启后仍有效，本机各进程共享"
                .to_owned()
        }
        Some(Driver { name, .. }) => format!(
            "{name}: reachable; tokens survive a restart, and all machines share them 可连接；重启后仍有效，各机器共享"
        ),
        None => String::new(),
    }
}

/// Whether what is stored in a database is encrypted.
fn seal_key(config: &Config) -> Option<Finding> {
    let in_store = config.store.as_ref().and_then(|store| given(store.url.as_ref())).is_some();
    let in_inbox = config.inbox.as_ref().and_then(|inbox| given(inbox.url.as_ref())).is_some();
    let what = match (in_store, in_inbox) {
        (true, true) => "tokens and pushes",
        (true, false) => "tokens",
        (false, true) => "pushes",
        (false, false) => return None,
    };
    let keys = config.store.iter().flat_map(|store| [&store.key, &store.previous_key]).flatten();
    if let Some(error) = keys.filter_map(|key| SealKey::parse(key).err()).next() {
        return Some(Finding::wrong(KEY, format!("{error} 密钥格式有误")));
    }
    let has_key = config.store.as_ref().is_some_and(|store| store.key.is_some());
    if has_key {
        return Some(Finding::ok(KEY, format!("{what} are encrypted in the database 已加密存储")));
    }
    let detail = format!("missing: {what} are in the database in plain text 未设置：以明文存储");
    Some(Finding::warning(KEY, detail).advice(
        "set `key` of [store] (WEIXIN_STORE_KEY) to what `openssl rand -base64 32` prints, on every \
         machine 用 `openssl rand -base64 32` 生成并在各机器上设置",
    ))
}

pub(super) async fn inbox(doctor: &Doctor, config: &Config) -> Vec<Finding> {
    let configured = config.inbox.as_ref();
    let Some(url) = configured.and_then(|inbox| given(inbox.url.as_ref())) else {
        let detail = "in memory: pushes that were accepted and not yet handled are lost when the process \
                      dies 保存在内存：进程异常退出时，已接收但未处理的推送会丢失";
        return vec![Finding::warning(INBOX, detail).advice(
            "if that matters, set [inbox] url = \"sqlite:inbox.sqlite\", or postgres://…, redis://… \
             如不可接受，请在 [inbox] 中设置 url",
        )];
    };
    if let Some((finding, _)) = skipped(INBOX, url, doctor) {
        return vec![finding];
    }
    let accepts_loss = configured.is_some_and(|inbox| inbox.accept_loss);
    vec![match durability(doctor, config).await {
        Ok(durability) => survives(&durability, accepts_loss),
        Err((detail, advice)) => Finding::wrong(INBOX, detail).advice(advice),
    }]
}

async fn durability(doctor: &Doctor, config: &Config) -> Result<Durability, Trouble> {
    let inbox = config.open_existing_inbox(&doctor.clock);
    let inbox = inbox.map_err(|error| misconfigured(error, "url"))?;
    let asked = doctor.clock.timeout(doctor.timeout, inbox.durability()).await;
    asked.unwrap_or_else(|_| Err(too_slow())).map_err(failed)
}

fn survives(durability: &Durability, accepts_loss: bool) -> Finding {
    let advice = "change that setting of the database; with accept_loss = true the bot starts anyway \
                  修改该数据库设置；设置 accept_loss = true 可忽略";
    let text = |chinese: &str| format!("an accepted push {durability} {chinese}");
    let lossy = || format!("can lose accepted pushes: {durability} 可能丢失已接收的推送");
    match durability {
        Durability::Process => Finding::warning(INBOX, text("已接收的推送在进程结束后丢失")),
        Durability::ProcessCrash => Finding::ok(INBOX, text("已接收的推送在进程崩溃后仍在")),
        Durability::PowerFailure => Finding::ok(INBOX, text("已接收的推送在断电后仍在")),
        Durability::Lossy(_) if accepts_loss => Finding::warning(INBOX, lossy()).advice(advice),
        Durability::Lossy(_) => Finding::wrong(INBOX, lossy()).advice(advice),
    }
}
