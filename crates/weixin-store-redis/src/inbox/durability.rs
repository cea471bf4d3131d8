//! What an accepted push survives, with the settings of the server.

use std::collections::HashMap;

use redis::FromRedisValue;
use weixin_store::{Error, ErrorKind, inbox::Durability};

use super::RedisInbox;
use crate::errors::error;

/// The settings that matter.
const SETTINGS: [&str; 5] =
    ["appendonly", "appendfsync", "no-appendfsync-on-rewrite", "maxmemory", "maxmemory-policy"];

impl RedisInbox {
    pub(super) async fn read_durability(&self) -> Result<Durability, Error> {
        if let Some(durability) = &self.assumed_durability {
            return Ok(durability.clone());
        }
        match self.read_settings().await {
            Ok(settings) => Ok(of_settings(&settings)),
            // The server is there, but does not let this user read its settings.
            Err(error) if error.kind() == ErrorKind::Rejected => {
                Ok(of_info(&self.read_info().await?))
            }
            Err(error) => Err(error),
        }
    }

    async fn read_settings(&self) -> Result<HashMap<String, String>, Error> {
        // One command for each, because Redis 6 accepts only one name.
        let mut pipe = redis::pipe();
        for setting in SETTINGS {
            pipe.cmd("CONFIG").arg("GET").arg(setting);
        }
        let found: Vec<HashMap<String, String>> = self.ask(&pipe).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Reads what `INFO` says about persistence and memory. Empty if that is not allowed either.
    async fn read_info(&self) -> Result<HashMap<String, String>, Error> {
        let mut pipe = redis::pipe();
        pipe.cmd("INFO").arg("persistence").cmd("INFO").arg("memory");
        match self.ask::<Vec<String>>(&pipe).await {
            Ok(sections) => Ok(parse_info(&sections)),
            Err(error) if error.kind() == ErrorKind::Rejected => Ok(HashMap::new()),
            Err(error) => Err(error),
        }
    }

    async fn ask<T: FromRedisValue>(&self, pipe: &redis::Pipeline) -> Result<T, Error> {
        pipe.query_async(&mut self.connection.clone()).await.map_err(error)
    }
}

fn parse_info(sections: &[String]) -> HashMap<String, String> {
    let lines = sections.iter().flat_map(|section| section.lines());
    let fields = lines.filter_map(|line| line.split_once(':'));
    fields.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect()
}

/// What the settings guarantee.
fn of_settings(settings: &HashMap<String, String>) -> Durability {
    let setting = |name: &str| settings.get(name).map(String::as_str);
    if let Some(lossy) = evicts(setting("maxmemory"), setting("maxmemory-policy")) {
        return lossy;
    }
    match (setting("appendonly"), setting("appendfsync")) {
        (Some("yes"), Some("always")) if setting("no-appendfsync-on-rewrite") == Some("no") => {
            Durability::PowerFailure
        }
        (Some("yes"), Some("always" | "everysec")) => Durability::ProcessCrash,
        (Some("yes"), Some("no")) => Durability::Lossy(
            "Redis lets the system decide when it writes to the disk (appendfsync no): set \
             `appendfsync everysec`, or `always` to lose nothing in a power failure"
                .to_owned(),
        ),
        (Some("no"), _) => no_append_only_file(),
        // A compatible server without these settings.
        _ => unknown(),
    }
}

/// What can be said without the settings.
fn of_info(info: &HashMap<String, String>) -> Durability {
    let field = |name: &str| info.get(name).map(String::as_str);
    if let Some(lossy) = evicts(field("maxmemory"), field("maxmemory_policy")) {
        return lossy;
    }
    if field("aof_enabled") == Some("0") { no_append_only_file() } else { unknown() }
}

/// Whether Redis deletes pushes when its memory is full.
fn evicts(maxmemory: Option<&str>, policy: Option<&str>) -> Option<Durability> {
    let is_limited = maxmemory.is_some_and(|limit| limit != "0");
    let policy = policy.filter(|policy| policy.starts_with("allkeys-") && is_limited)?;
    Some(Durability::Lossy(format!(
        "Redis deletes pushes when its memory is full (maxmemory-policy {policy}): set \
         `maxmemory-policy noeviction`"
    )))
}

fn no_append_only_file() -> Durability {
    Durability::Lossy(
        "Redis loses what it has accepted since its last snapshot when it restarts (appendonly no): \
         set `appendonly yes` and `appendfsync everysec`, or `always` to lose nothing in a power \
         failure"
            .to_owned(),
    )
}

fn unknown() -> Durability {
    Durability::Lossy(
        "the persistence settings of Redis cannot be read (CONFIG GET is not allowed): let this user \
         read them, or state what the server guarantees with `RedisInboxBuilder::assume_durability`"
            .to_owned(),
    )
}
