//! What is stored of logins: one record per token, and one per user with the session keys.

use std::{sync::Arc, time::Duration};

use http::StatusCode;
use serde::{Deserialize, Serialize};
use weixin_api::{Timestamp, kind::Mini};
use weixin_client::Client;
use weixin_protocol::{OpenId, Secret, UnionId};
use weixin_store::{Entry, Key, Sealed, Store, Write, WriteOutcome};

use super::token::{LoginToken, TokenHash};
use crate::{Problem, Web, stored};

/// How long a session key that was replaced is still tried: data that the phone encrypted before it called
/// `wx.login` again may be on their way.
const KEY_OVERLAP: Duration = Duration::from_secs(10 * 60);

/// The most session keys that are kept of a user.
const MAX_KEYS: usize = 4;

/// How often a change is repeated if others change the same user at the same moment.
const ATTEMPTS: usize = 10;

/// How long a token is still valid after it was renewed, for requests that are on their way.
pub(super) const RENEWAL_OVERLAP: Duration = Duration::from_secs(60);

/// A login, stored under the digest of its token.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct LoginRecord {
    pub(super) account: String,
    pub(super) openid: OpenId,
    /// That of the user when they logged in: a login of an earlier generation was revoked.
    pub(super) generation: u64,
}

/// What is stored of a user, sealed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct UserRecord {
    /// The session keys, the newest first.
    keys: Vec<SessionKey>,
    pub(super) unionid: Option<UnionId>,
    pub(super) generation: u64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct SessionKey {
    #[serde(serialize_with = "weixin_api::expose")]
    key: Secret,
    /// When another replaced it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    replaced: Option<Timestamp>,
}

impl LoginRecord {
    pub(super) fn new(wx: &Client<Mini>, openid: &OpenId, generation: u64) -> Self {
        Self { account: wx.account().id().to_string(), openid: openid.clone(), generation }
    }

    /// Stores it under a new token.
    pub(super) async fn store(&self, web: &Web) -> Result<LoginToken, Problem> {
        let token = LoginToken::random()?;
        let expires = web.now() + web.settings().login_lifetime;
        web.store().put(&Self::key(&token.hash()), stored::write(self)?, Some(expires)).await?;
        Ok(token)
    }

    pub(super) async fn load(web: &Web, token: &TokenHash) -> Result<Option<Self>, Problem> {
        Ok(web.store().get(&Self::key(token)).await?.as_ref().and_then(stored::read))
    }

    /// Makes a token invalid in a minute.
    pub(super) async fn retire(&self, web: &Web, token: &TokenHash) -> Result<(), Problem> {
        let expires = web.now() + RENEWAL_OVERLAP;
        Ok(web.store().put(&Self::key(token), stored::write(self)?, Some(expires)).await?)
    }

    pub(super) async fn remove(web: &Web, token: &TokenHash) -> Result<(), Problem> {
        Ok(web.store().delete(&Self::key(token)).await?)
    }

    fn key(token: &TokenHash) -> Key {
        Key::new("web").join("login").join(token.as_str())
    }
}

impl UserRecord {
    /// The session keys that are worth trying, the newest first.
    pub(super) fn keys(&self, now: Timestamp) -> impl Iterator<Item = &Secret> {
        let usable = move |key: &&SessionKey| {
            key.replaced.is_none_or(|replaced| now < replaced + KEY_OVERLAP)
        };
        self.keys.iter().filter(usable).map(|key| &key.key)
    }

    /// The newest session key.
    pub(super) fn newest(&self) -> Option<&Secret> {
        self.keys.first().map(|key| &key.key)
    }

    /// Makes a key the newest.
    fn add(&mut self, key: Secret, now: Timestamp) {
        self.keys.retain(|known| {
            known.key != key && known.replaced.is_none_or(|replaced| now < replaced + KEY_OVERLAP)
        });
        for known in &mut self.keys {
            known.replaced.get_or_insert(now);
        }
        self.keys.insert(0, SessionKey { key, replaced: None });
        self.keys.truncate(MAX_KEYS);
    }
}

/// The record of one user, in the store.
pub(super) struct UserKeys<'a> {
    web: &'a Web,
    store: Arc<dyn Store>,
    key: Key,
}

/// What the store has of a user.
enum Stored {
    Entry(Entry),
    Nothing,
    /// Sealed with another key.
    Unreadable,
}

impl Stored {
    fn user(&self) -> Option<UserRecord> {
        match self {
            Self::Entry(entry) => stored::read(entry),
            Self::Nothing | Self::Unreadable => None,
        }
    }
}

impl<'a> UserKeys<'a> {
    /// The records of an account are sealed with a key that is made from its AppSecret, so that session
    /// keys are never stored in plain text, whatever the store.
    pub(super) fn of(web: &'a Web, wx: &Client<Mini>, openid: &OpenId) -> Result<Self, Problem> {
        let seal = wx.seal_key("weixin-web session keys")?;
        let store = Arc::new(Sealed::new(Arc::clone(web.store()), seal));
        let key = Key::new("web").join("user").join(wx.account().id()).join(openid);
        Ok(Self { web, store, key })
    }

    /// `None` if the user is not known, or what is stored can no longer be read: the account has another
    /// AppSecret now. Then the user has to log in again.
    pub(super) async fn load(&self) -> Result<Option<UserRecord>, Problem> {
        Ok(self.entry().await?.user())
    }

    async fn entry(&self) -> Result<Stored, Problem> {
        match self.store.get(&self.key).await {
            Err(error) if error.kind() == weixin_store::ErrorKind::Unreadable => {
                tracing::warn!(%error, "the session key of a user cannot be read: they have to log in again");
                Ok(Stored::Unreadable)
            }
            entry => Ok(entry?.map_or(Stored::Nothing, Stored::Entry)),
        }
    }

    /// Adds the session key of a login.
    pub(super) async fn add(
        &self,
        key: Secret,
        unionid: Option<UnionId>,
    ) -> Result<UserRecord, Problem> {
        self.change(|user, now| {
            user.add(key.clone(), now);
            user.unionid = unionid.clone().or(user.unionid.take());
        })
        .await
    }

    /// Keeps the record for another lifetime.
    pub(super) async fn keep(&self) -> Result<UserRecord, Problem> {
        self.change(|_, _| ()).await
    }

    /// Makes all logins invalid.
    pub(super) async fn revoke(&self) -> Result<(), Problem> {
        self.change(|user, _| user.generation += 1).await.map(drop)
    }

    /// Applies a change to what is stored, in one step.
    async fn change(
        &self,
        change: impl Fn(&mut UserRecord, Timestamp),
    ) -> Result<UserRecord, Problem> {
        for _ in 0..ATTEMPTS {
            let entry = self.entry().await?;
            let now = self.web.now();
            // A new user begins at a generation that no earlier record of theirs had.
            let unknown = || UserRecord { generation: now.as_millis(), ..UserRecord::default() };
            let mut user = entry.user().unwrap_or_else(unknown);
            change(&mut user, now);
            // No login of the user lives longer than this record.
            let expires = now + self.web.settings().login_lifetime + RENEWAL_OVERLAP;
            let write = Write::put(stored::write(&user)?).expiring(expires);
            let write = match &entry {
                Stored::Entry(entry) => write.if_version(entry.version),
                Stored::Nothing => write.if_absent(),
                Stored::Unreadable => write,
            };
            match self.store.write(&self.key, write).await? {
                WriteOutcome::Stored(_) => return Ok(user),
                WriteOutcome::Removed | WriteOutcome::Conflict => {}
            }
        }
        // The same user logs in on very many connections at once.
        Err(Problem::of_status(StatusCode::SERVICE_UNAVAILABLE).retryable())
    }
}
