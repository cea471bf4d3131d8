//! Encryption of stored values.

use std::{fmt, sync::Arc, time::Duration};

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use base64::Engine;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use weixin_api::{BoxFuture, Clock, Timestamp};
use weixin_protocol::Secret;
use zeroize::{Zeroize, Zeroizing};

use crate::{
    CountOutcome, Cursor, Entry, Error, ErrorKind, Key, KeyPage, Lease, LeaseOutcome, Store, Value,
    Version, WaitOutcome, Write, WriteOutcome, value::no_random_numbers,
};

/// The format version, the first byte of a sealed value. It is followed by 12 bytes of nonce, the
/// ciphertext, and 16 bytes of tag.
const FORMAT_VERSION: u8 = 1;
const NONCE: usize = 12;

/// A key for [`Sealed`]: 32 random bytes, as from `openssl rand -base64 32`.
pub struct SealKey(Aes256Gcm);

/// Encrypts the values of another store with AES-256-GCM. A value is bound to its key, so it cannot
/// be moved to another one. Keys, expiry, leases and counts are not encrypted.
#[derive(Debug)]
pub struct Sealed {
    inner: Arc<dyn Store>,
    key: SealKey,
    previous: Vec<SealKey>,
}

impl SealKey {
    /// Creates a key from its 32 bytes.
    pub fn new(mut bytes: [u8; 32]) -> Self {
        let cipher = Aes256Gcm::new(&bytes.into());
        bytes.zeroize();
        Self(cipher)
    }

    /// Parses a key from base64, 43 or 44 characters.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] when it is not base64 of 32 bytes.
    pub fn parse(text: &Secret) -> Result<Self, Error> {
        let text = text.expose().trim().trim_end_matches('=');
        let invalid = || {
            let message =
                "the store's key is not base64 of 32 bytes, as from `openssl rand -base64 32`";
            Error::new(ErrorKind::Invalid, message)
        };
        let bytes = base64::engine::general_purpose::STANDARD_NO_PAD.decode(text);
        let bytes = Zeroizing::new(bytes.map_err(|_| invalid())?);
        let bytes = Zeroizing::new(<[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| invalid())?);
        Ok(Self::new(*bytes))
    }

    /// Encrypts bytes and binds them to `associated`.
    /// A key made from another secret, such as an AppSecret: HMAC-SHA256 of `purpose` under it. Every process that
    /// has the secret makes the same key; keys for different purposes have nothing to do with each other.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`] if the secret is empty.
    pub fn derive(secret: &Secret, purpose: &str) -> Result<Self, Error> {
        let unusable =
            || Error::new(ErrorKind::Invalid, "a key cannot be made from an empty secret");
        let secret = Some(secret.expose().as_bytes()).filter(|secret| !secret.is_empty());
        let mac = Hmac::<Sha256>::new_from_slice(secret.ok_or_else(unusable)?);
        let mut mac = mac.map_err(|_| unusable())?;
        mac.update(purpose.as_bytes());
        Ok(Self::new(mac.finalize().into_bytes().into()))
    }

    pub(crate) fn seal_bytes(&self, associated: &[u8], bytes: &[u8]) -> Result<Vec<u8>, Error> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| no_random_numbers())?;
        let payload = Payload { msg: bytes, aad: associated };
        let sealed = self.0.encrypt(&nonce.into(), payload);
        let sealed = sealed
            .map_err(|_| Error::new(ErrorKind::Invalid, "a value is too large to be sealed"))?;
        Ok([&[FORMAT_VERSION][..], &nonce, &sealed].concat())
    }

    /// Decrypts the result of [`seal_bytes`](Self::seal_bytes). `None` if it was sealed with another
    /// key, is bound to something else or is damaged.
    pub(crate) fn open_bytes(&self, associated: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
        let (version, rest) = sealed.split_first()?;
        let (nonce, text) = rest.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: text, aad: associated };
        let opened = self.0.decrypt(&(*nonce).into(), payload).ok()?;
        (*version == FORMAT_VERSION).then_some(opened)
    }

    fn seal(&self, key: &Key, value: &Value) -> Result<Value, Error> {
        Ok(self.seal_bytes(key.encoded()?.as_bytes(), value.bytes())?.into())
    }

    fn open(&self, key: &Key, sealed: &Value) -> Option<Value> {
        let associated = key.encoded().ok()?.as_bytes();
        self.open_bytes(associated, sealed.bytes()).map(Value::from)
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SealKey(…)")
    }
}

impl Sealed {
    /// Wraps a store so that its values are sealed with this key. Values that were stored unsealed
    /// cannot be read through it.
    pub fn new(inner: Arc<dyn Store>, key: SealKey) -> Self {
        Self { inner, key, previous: Vec::new() }
    }

    /// Also accepts values that were sealed with an earlier key. Writes always use the current one.
    pub fn previous(mut self, key: SealKey) -> Self {
        self.previous.push(key);
        self
    }

    fn open(&self, key: &Key, entry: Entry) -> Result<Entry, Error> {
        let mut keys = std::iter::once(&self.key).chain(&self.previous);
        let value = keys.find_map(|candidate| candidate.open(key, &entry.value));
        let value = value.ok_or_else(|| {
            let message = format!("the value of {key} is not sealed with the store's key");
            Error::new(ErrorKind::Unreadable, message)
        })?;
        Ok(Entry { value, ..entry })
    }
}

impl Store for Sealed {
    fn clock(&self) -> &Arc<dyn Clock> {
        self.inner.clock()
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(async {
            let entry = self.inner.get(key).await?;
            entry.map(|entry| self.open(key, entry)).transpose()
        })
    }

    fn write<'a>(
        &'a self,
        key: &'a Key,
        mut write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>> {
        Box::pin(async {
            if let Some(value) = &write.value {
                write.value = Some(self.key.seal(key, value)?);
            }
            self.inner.write(key, write).await
        })
    }

    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>> {
        self.inner.try_count(key, limit, window)
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>> {
        self.inner.scan(under, cursor)
    }

    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>> {
        self.inner.lease(key, ttl)
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        self.inner.renew(lease, ttl)
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        self.inner.release(lease)
    }

    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<WaitOutcome, Error>> {
        Box::pin(async move {
            Ok(match self.inner.wait(key, seen, deadline).await? {
                WaitOutcome::Changed(Some(entry)) => {
                    WaitOutcome::Changed(Some(self.open(key, entry)?))
                }
                unsealed => unsealed,
            })
        })
    }
}
