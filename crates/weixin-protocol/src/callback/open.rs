//! From a request to a verified push.

use std::borrow::Cow;

use super::{Callback, Mode, Prechecked, Query, ReplayKey, ReplySeal, precheck::Stamped};
use crate::{
    EncodingAesKey, EncryptedEnvelope, Error, ErrorKind, Inbound, Plaintext, Product, Provenance,
    Verified,
};

/// The longest `echostr` that is read, in bytes.
const MAX_ECHOSTR: usize = 1024;

/// The longest text that is echoed, in bytes. The platform sends about twenty digits.
const MAX_ECHO: usize = 64;

/// The text that a URL verification expects in the answer, without quotes or a line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo(String);

impl Echo {
    /// Accepts a text that is safe to send to any client: 1 to 64 letters, digits, `-` and `_`.
    ///
    /// All ciphertexts of WeCom are signed in the same form, both pushes and answers. If any text
    /// were echoed, anyone who has seen a ciphertext could have it decrypted by sending it as an
    /// `echostr`.
    fn new(text: String) -> Result<Self, Error> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        if (1..=MAX_ECHO).contains(&text.len()) && text.bytes().all(plain) {
            return Ok(Self(text));
        }
        Err(Error::new(
            ErrorKind::Query,
            "the `echostr` is not short letters and digits: the platform never sends anything else, so it is not echoed",
        ))
    }

    /// The text, as the whole body of the answer.
    pub fn into_body(self) -> String {
        self.0
    }
}

impl Callback {
    /// Answers the platform's URL verification (a `GET`) at `now` (seconds since 1970). Official
    /// Accounts and Mini Programs send a plain `echostr`, WeCom an encrypted one. Only 1 to 64
    /// letters, digits, `-` and `_` are echoed, so that nothing else can be decrypted or reflected.
    ///
    /// # Errors
    /// [`ErrorKind::Query`], [`ErrorKind::Signature`] or [`ErrorKind::Clock`] if the request is not
    /// from the platform; for WeCom also every error of [`open`](Self::open). Answer 403 with an
    /// empty body.
    pub fn verify_url(&self, query: &Query, now: i64) -> Result<Echo, Error> {
        let echostr = query.require("echostr", &query.echostr)?;
        if echostr.len() > MAX_ECHOSTR {
            return Err(Error::new(ErrorKind::Query, "the `echostr` is too long"));
        }
        let stamp = Stamped::of(query, now)?;
        match self.product {
            Product::Work => {
                self.check_msg_signature(query, &stamp, echostr)?;
                self.check_clock(&stamp)?;
                self.decrypt(echostr).and_then(|(plaintext, _)| Echo::new(plaintext.message))
            }
            Product::Official | Product::Mini => {
                self.check_signature(query, &stamp)?;
                self.check_clock(&stamp)?;
                Echo::new(echostr.to_owned())
            }
        }
    }

    /// Verifies and decrypts a push (a `POST`) at `now` (seconds since 1970), and returns the seal
    /// for its answer: [`precheck`](Self::precheck) and [`Prechecked::open`] in one call, for
    /// bodies that have been read already.
    ///
    /// # Errors
    /// Those of both. Answer 403.
    pub fn open(
        &self,
        query: &Query,
        body: &[u8],
        now: i64,
    ) -> Result<(Verified<Inbound>, ReplySeal), Error> {
        self.precheck(query, now)?.open(body)
    }

    /// Tries the current key, then the previous one.
    pub(super) fn decrypt(&self, ciphertext: &str) -> Result<(Plaintext, &EncodingAesKey), Error> {
        let mut first_error = None;
        for key in &self.keys {
            match key.decrypt(ciphertext).and_then(|plaintext| self.addressed(plaintext)) {
                Ok(plaintext) => return Ok((plaintext, key)),
                Err(error) => first_error = first_error.or(Some(error)),
            }
        }
        Err(first_error.unwrap_or_else(|| {
            Error::new(
                ErrorKind::Key,
                "the push is encrypted and no EncodingAESKey is configured: set `encoding_aes_key`",
            )
        }))
    }

    fn addressed(&self, plaintext: Plaintext) -> Result<Plaintext, Error> {
        if self.receive_ids.contains(&plaintext.receive_id) {
            return Ok(plaintext);
        }
        Err(Error::new(
            ErrorKind::ReceiveId,
            format!(
                "the push is encrypted for {:?} and not for {}: check `app_id` (the corp id in WeCom), or `receive_id`",
                plaintext.receive_id,
                self.receive_ids.join(", "),
            ),
        ))
    }
}

impl Prechecked<'_> {
    /// Verifies and decrypts the push, and returns the seal for its answer.
    ///
    /// The query states the mode of the push; the configuration decides which modes are accepted.
    /// Of a compatible push only the ciphertext is read: its plain fields are not signed. Before
    /// `msg_signature` is checked, only the [envelope](EncryptedEnvelope::read) is read, in time
    /// linear in its length.
    ///
    /// A verified message must also be addressed to the account and have the fields of a message
    /// (see [`Callback::original_id`]), so that an answer that is posted back is not taken for a
    /// push.
    ///
    /// # Errors
    /// An [`Error`] whose kind says what is wrong: envelope, signature, clock, mode, key, padding,
    /// receive id, addressee or content. Answer 403.
    pub fn open(self, body: &[u8]) -> Result<(Verified<Inbound>, ReplySeal), Error> {
        let Self { callback, query, stamp, plain } = self;
        if plain {
            // Most bodies are UTF-8, which is quickly seen.
            let text =
                str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::from);
            let inbound = Inbound::parse(&text)?;
            callback.check_addressee(&inbound, None)?;
            let signature = query.signature.as_deref().unwrap_or_default();
            let replay = ReplayKey::of_plain(signature, body, stamp.timestamp);
            let seal = ReplySeal::plain(callback.product, &inbound, replay);
            return Ok((Verified::vouch(inbound, Provenance::PlainSigned), seal));
        }
        let envelope = EncryptedEnvelope::read(body)?;
        // The signature is checked before anything else is done with the ciphertext.
        let (signature, token) = callback.check_msg_signature(query, &stamp, &envelope.encrypt)?;
        if callback.product == Product::Work {
            callback.check_clock(&stamp)?;
        }
        // Safe pushes have only the addressee besides the ciphertext, compatible ones the whole
        // message.
        let compatible = callback.product != Product::Work && envelope.has_other_fields;
        callback.accepts(if compatible { Mode::Compatible } else { Mode::Safe })?;
        let (plaintext, key) = callback.decrypt(&envelope.encrypt)?;
        let inbound = Inbound::parse(&plaintext.message)?;
        callback.check_addressee(&inbound, Some(&plaintext.receive_id))?;
        let replay = ReplayKey::of_encrypted(&signature, stamp.timestamp);
        let seal = ReplySeal::encrypted(
            callback.product,
            query,
            &inbound,
            replay,
            (token.clone(), key.clone()),
            plaintext.receive_id,
            envelope.format,
        );
        Ok((Verified::vouch(inbound, Provenance::Encrypted), seal))
    }
}
