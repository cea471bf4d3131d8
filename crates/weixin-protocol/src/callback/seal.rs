//! Seals the answer to a push.

use std::borrow::Cow;

use super::{Query, ReplayKey};
use crate::{
    CallbackToken, EncodingAesKey, Error, Inbound, PassiveReply, PeerId, Product, Signature,
    crypto::fill_random,
    tree::{Format, Map, Node, Value, document},
};

/// Belongs to one HTTP exchange and fixes how its answer is written: the key that worked for the
/// push, the receive id, XML or JSON, the nonce, and the receiver. It cannot address anyone else,
/// or use another key or format.
#[derive(Clone)]
pub struct ReplySeal {
    product: Product,
    person: PeerId,
    account: String,
    format: Format,
    replay: ReplayKey,
    encryption: Option<Encryption>,
}

#[derive(Clone)]
struct Encryption {
    token: CallbackToken,
    key: EncodingAesKey,
    receive_id: String,
    nonce: String,
    envelope: Format,
}

/// An answer that is ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SealedReply {
    /// The `Content-Type` header.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
}

impl ReplySeal {
    pub(super) fn plain(product: Product, inbound: &Inbound, replay: ReplayKey) -> Self {
        Self {
            product,
            person: inbound.header().from.clone(),
            account: inbound.header().to.clone(),
            format: inbound.format(),
            replay,
            encryption: None,
        }
    }

    pub(super) fn encrypted(
        product: Product,
        query: &Query,
        inbound: &Inbound,
        replay: ReplayKey,
        (token, key): (CallbackToken, EncodingAesKey),
        receive_id: String,
        envelope: Format,
    ) -> Self {
        Self {
            encryption: Some(Encryption {
                token,
                key,
                receive_id,
                nonce: query.nonce.clone().unwrap_or_default(),
                envelope,
            }),
            ..Self::plain(product, inbound, replay)
        }
    }

    /// Writes an answer made at `now` (seconds since 1970), and encrypts it if the push was
    /// encrypted.
    ///
    /// # Errors
    /// [`ErrorKind::Build`](crate::ErrorKind::Build) if the platform would reject the answer and show the
    /// user an error instead: a second card at an Official Account, or a text that is too long. Or if the operating system provides no randomness.
    pub fn seal(&self, reply: &PassiveReply, now: i64) -> Result<SealedReply, Error> {
        self.seal_with(reply, now, self.random()?)
    }

    /// [`seal`](Self::seal) with given random bytes, which must be fresh for every answer.
    ///
    /// # Errors
    /// As [`seal`](Self::seal).
    pub fn seal_with(
        &self,
        reply: &PassiveReply,
        now: i64,
        random: [u8; 16],
    ) -> Result<SealedReply, Error> {
        reply.check(self.product)?;
        let mut fields = Map::new();
        fields.set("ToUserName", self.person.as_str());
        fields.set("FromUserName", self.account.as_str());
        fields.set("CreateTime", Node::number(now));
        reply.write(&mut fields);
        self.seal_written(fields.write(self.format).into(), now, random)
    }

    /// Seals a body written by the caller, such as the answer to a payment notice.
    ///
    /// # Errors
    /// If the operating system provides no randomness.
    pub fn seal_text(&self, plain: &str, now: i64) -> Result<SealedReply, Error> {
        self.seal_text_with(plain, now, self.random()?)
    }

    /// [`seal_text`](Self::seal_text) with given random bytes, which must be fresh for every
    /// answer.
    ///
    /// # Errors
    /// If the answer is longer than 4 GiB.
    pub fn seal_text_with(
        &self,
        plain: &str,
        now: i64,
        random: [u8; 16],
    ) -> Result<SealedReply, Error> {
        self.seal_written(plain.into(), now, random)
    }

    fn seal_written(
        &self,
        plain: Cow<'_, str>,
        now: i64,
        random: [u8; 16],
    ) -> Result<SealedReply, Error> {
        let Some(encryption) = &self.encryption else {
            return Ok(SealedReply {
                content_type: self.format.content_type(),
                body: plain.into_owned(),
            });
        };
        let encrypt = encryption.key.encrypt(random, &plain, &encryption.receive_id)?;
        let time = now.to_string();
        let parts = [encryption.token.expose(), &time, &encryption.nonce, &encrypt];
        let signature = Signature::of(parts);
        let body = document(
            encryption.envelope,
            &[
                ("Encrypt", Value::Text(&encrypt)),
                ("MsgSignature", Value::Text(signature.as_str())),
                ("TimeStamp", Value::Number(&time)),
                ("Nonce", Value::Text(&encryption.nonce)),
            ],
        );
        Ok(SealedReply { content_type: encryption.envelope.content_type(), body })
    }

    /// Fresh random bytes, if they are needed.
    fn random(&self) -> Result<[u8; 16], Error> {
        let mut random = [0; 16];
        if self.encryption.is_some() {
            fill_random(&mut random)?;
        }
        Ok(random)
    }

    /// Identifies the request; only its replays have the same key.
    pub fn replay_key(&self) -> ReplayKey {
        self.replay
    }

    /// The format of the push and of its answer.
    pub fn format(&self) -> Format {
        self.format
    }
}

impl std::fmt::Debug for ReplySeal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReplySeal")
            .field("person", &self.person)
            .field("format", &self.format)
            .field("encrypted", &self.encryption.is_some())
            .finish_non_exhaustive()
    }
}
