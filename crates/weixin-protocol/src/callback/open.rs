//! From a request to a verified push.

use super::{Callback, Mode, Query, ReplySeal};
use crate::{
    EncodingAesKey, Error, ErrorKind, Inbound, Plaintext, Product, Provenance, Signature, Verified,
    tree::Map,
};

/// The text a URL verification wants back, and nothing else: no quotes, no line break.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Echo(String);

impl Echo {
    /// The text, as the whole body of the answer.
    pub fn into_body(self) -> String {
        self.0
    }
}

impl Callback {
    /// Answers the platform's URL verification (a `GET`). Official Accounts and Mini Programs send
    /// a plain `echostr`, WeCom an encrypted one.
    ///
    /// # Errors
    /// [`ErrorKind::Query`] or [`ErrorKind::Signature`] if it is not the platform that asks; with
    /// WeCom also every error of [`open`](Self::open). Answer 403 and reflect nothing.
    pub fn verify_url(&self, query: &Query) -> Result<Echo, Error> {
        let echostr = query.require("echostr", &query.echostr)?;
        match self.product {
            Product::Work => {
                self.check_msg_signature(query, echostr)?;
                self.decrypt(echostr).map(|(plaintext, _)| Echo(plaintext.message))
            }
            Product::Official | Product::Mini => {
                self.check_signature(query)?;
                Ok(Echo(echostr.to_owned()))
            }
        }
    }

    /// Verifies and decrypts a push (a `POST`), and gives the seal for its answer.
    ///
    /// The query says in which mode the push came; which modes are accepted is configured. A
    /// compatible push is read from its ciphertext alone: its plain fields are not signed.
    ///
    /// # Errors
    /// An [`Error`] that says which of query, mode, signature, key, padding, receive id or content
    /// is wrong. Answer 403.
    pub fn open(
        &self,
        query: &Query,
        body: &[u8],
    ) -> Result<(Verified<Inbound>, ReplySeal), Error> {
        let body = String::from_utf8_lossy(body);
        if self.is_plain(query)? {
            self.accepts(Mode::Plain)?;
            self.check_signature(query)?;
            let inbound = Inbound::parse(&body)?;
            let seal = ReplySeal::plain(self, query, &inbound);
            return Ok((Verified::vouch(inbound, Provenance::PlainSigned), seal));
        }
        if !self.modes().contains(&Mode::Safe) && !self.modes().contains(&Mode::Compatible) {
            self.accepts(Mode::Safe)?;
        }
        // The signature comes before everything else that is done with the ciphertext.
        let (envelope, format) = Map::parse(&body)?;
        let ciphertext = envelope.text("Encrypt").ok_or_else(|| {
            Error::new(
                ErrorKind::Parse,
                "the query announces an encrypted push and the body has no `Encrypt`",
            )
        })?;
        self.check_msg_signature(query, ciphertext)?;
        self.accepts(mode_of(&envelope, self.product))?;
        let (plaintext, key) = self.decrypt(ciphertext)?;
        let inbound = Inbound::parse(&plaintext.message)?;
        let seal =
            ReplySeal::encrypted(self, query, &inbound, key.clone(), plaintext.receive_id, format);
        Ok((Verified::vouch(inbound, Provenance::Encrypted), seal))
    }

    fn is_plain(&self, query: &Query) -> Result<bool, Error> {
        if self.product == Product::Work {
            return Ok(false);
        }
        match query.encrypt_type.as_deref() {
            None | Some("" | "raw") => Ok(true),
            Some("aes") => Ok(false),
            Some(_) => Err(Error::new(
                ErrorKind::Query,
                "the query's `encrypt_type` is neither `raw` nor `aes`",
            )),
        }
    }

    fn accepts(&self, mode: Mode) -> Result<(), Error> {
        if self.modes().contains(&mode) {
            return Ok(());
        }
        let accepted = self.modes().iter().map(|mode| mode.as_str()).collect::<Vec<_>>().join(", ");
        Err(Error::new(
            ErrorKind::Mode,
            format!(
                "the push came in {mode} mode and only {accepted} is accepted: switch the platform's console, or add \"{mode}\" to `modes`"
            ),
        ))
    }

    pub(super) fn check_signature(&self, query: &Query) -> Result<(), Error> {
        let given = query.require("signature", &query.signature)?;
        let timestamp = query.require("timestamp", &query.timestamp)?;
        let nonce = query.require("nonce", &query.nonce)?;
        let right = Signature::of([self.token.expose(), timestamp, nonce]).matches(given);
        right.then_some(()).ok_or_else(|| wrong_signature("signature"))
    }

    pub(super) fn check_msg_signature(&self, query: &Query, ciphertext: &str) -> Result<(), Error> {
        let given = query.require("msg_signature", &query.msg_signature)?;
        let timestamp = query.require("timestamp", &query.timestamp)?;
        let nonce = query.require("nonce", &query.nonce)?;
        let right = Signature::of([self.token.expose(), timestamp, nonce, ciphertext]);
        right.matches(given).then_some(()).ok_or_else(|| wrong_signature("msg_signature"))
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
                "the push is encrypted for {:?} and not for {}: check the configured app or corp id",
                plaintext.receive_id,
                self.receive_ids.join(", "),
            ),
        ))
    }
}

/// Safe pushes have only the address beside the ciphertext, compatible ones the whole message.
fn mode_of(envelope: &Map, product: Product) -> Mode {
    let beside = |name| matches!(name, "ToUserName" | "AppId" | "AgentID" | "Encrypt");
    match product {
        Product::Work => Mode::Safe,
        _ if envelope.iter().all(|(name, _)| beside(name)) => Mode::Safe,
        _ => Mode::Compatible,
    }
}

fn wrong_signature(name: &str) -> Error {
    Error::new(
        ErrorKind::Signature,
        format!(
            "the `{name}` is wrong: either the token here differs from the one in the platform's console, or the request is not from the platform"
        ),
    )
}
