//! The platform's side of a callback: making pushes and reading answers. Used by the emulator and
//! by tests.

use super::{Callback, Mode, Query, precheck::Stamped};
use crate::{
    EncodingAesKey, Error, ErrorKind, Inbound, PassiveReply, PeerId, Product, Signature,
    crypto::fill_random,
    tree::{Format, Map, Node},
};

/// The values in which two pushes of one message differ.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// When the push is signed, in seconds since 1970.
    pub timestamp: i64,
    /// A random number.
    pub nonce: String,
    /// The random bytes in front of the plaintext.
    pub random: [u8; 16],
}

impl Stamp {
    /// A fresh stamp at `timestamp` (seconds since 1970).
    ///
    /// # Errors
    /// If the operating system provides no randomness.
    pub fn at(timestamp: i64) -> Result<Self, Error> {
        let (mut nonce, mut bytes) = ([0; 4], [0; 8]);
        fill_random(&mut nonce)?;
        fill_random(&mut bytes)?;
        // The platform's random prefix is hexadecimal text.
        let hex = format!("{:016x}", u64::from_be_bytes(bytes));
        let mut random = [0; 16];
        random.copy_from_slice(hex.as_bytes());
        Ok(Self { timestamp, nonce: u32::from_be_bytes(nonce).to_string(), random })
    }
}

/// A push as it is sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct PlatformPush {
    /// The query to add to the callback's URL.
    pub query: Query,
    /// The `Content-Type` header.
    pub content_type: &'static str,
    /// The body.
    pub body: String,
    /// The message before encryption.
    pub plain: String,
    mode: Mode,
    format: Format,
}

impl PlatformPush {
    /// Parses an answer, or its decrypted content, which must be in the format of the push.
    fn parse_answer(&self, body: &str) -> Result<Map, Error> {
        let (fields, format) = Map::parse_strictly(body)?;
        if format == self.format {
            return Ok(fields);
        }
        Err(Error::new(
            ErrorKind::Parse,
            format!("the answer is {format:?} and the push was {:?}", self.format),
        ))
    }
}

/// A URL verification as it is sent.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct UrlCheck {
    /// The query to add to the callback's URL.
    pub query: Query,
    /// The expected body of the answer, byte for byte.
    pub expected: String,
}

/// A bot's answer to a push.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum BotAnswer {
    /// An empty body, which acknowledges the push.
    Empty,
    /// The literal `success`, which acknowledges the push.
    Success,
    /// A passive reply.
    Reply {
        /// The receiver. The caller must check that this is the sender of the push.
        to: PeerId,
        /// The sender. The caller must check that this is the account.
        from: String,
        /// When it was created, in seconds since 1970.
        created: i64,
        /// The reply.
        reply: PassiveReply,
        /// Its XML or JSON, decrypted.
        plain: String,
    },
    /// Another JSON or XML body, such as the answer to a payment notice.
    Other {
        /// The body, decrypted.
        plain: String,
    },
}

impl Callback {
    /// Makes a push.
    ///
    /// # Errors
    /// [`ErrorKind::Key`] if `mode` needs a key and the callback has none.
    pub fn push(
        &self,
        inbound: &Inbound,
        mode: Mode,
        format: Format,
        stamp: &Stamp,
    ) -> Result<PlatformPush, Error> {
        self.push_written(inbound, mode, format, stamp, |map| map.write(format))
    }

    /// As [`push`](Self::push), with bodies written by `write`: first the message, then, in the
    /// encrypted modes, the envelope around it. The emulator uses it to write the repeats of a push
    /// with different whitespace and order.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn push_written(
        &self,
        inbound: &Inbound,
        mode: Mode,
        format: Format,
        stamp: &Stamp,
        mut write: impl FnMut(&Map) -> String,
    ) -> Result<PlatformPush, Error> {
        let plain = write(inbound.fields());
        let mut query = self.signed_query(stamp);
        if self.product != Product::Work {
            query.openid = Some(inbound.header().from.to_string());
        }
        let body = if mode == Mode::Plain {
            plain.clone()
        } else {
            let mut envelope = match mode {
                Mode::Safe => {
                    Map::from_iter([("ToUserName", Node::from(inbound.header().to.as_str()))])
                }
                _ => inbound.fields().clone(),
            };
            let ciphertext = self.encrypt(&plain, stamp)?;
            let time = stamp.timestamp.to_string();
            let signature = Signature::of([self.token.expose(), &time, &stamp.nonce, &ciphertext]);
            query.msg_signature = Some(signature.to_string());
            match self.product {
                Product::Work => {
                    query.signature = None;
                    if let Some(agent) = inbound.header().agent_id {
                        envelope.set("AgentID", Node::number(agent));
                    }
                }
                _ => query.encrypt_type = Some("aes".to_owned()),
            }
            envelope.set("Encrypt", ciphertext);
            write(&envelope)
        };
        Ok(PlatformPush { query, content_type: format.content_type(), body, plain, mode, format })
    }

    /// Makes a URL verification that expects `echo` in the answer.
    ///
    /// # Errors
    /// [`ErrorKind::Key`] if it must be encrypted and the callback has no key.
    pub fn url_check(&self, echo: &str, stamp: &Stamp) -> Result<UrlCheck, Error> {
        let mut query = self.signed_query(stamp);
        if self.product == Product::Work {
            let ciphertext = self.encrypt(echo, stamp)?;
            let time = stamp.timestamp.to_string();
            let signature = Signature::of([self.token.expose(), &time, &stamp.nonce, &ciphertext]);
            query.signature = None;
            query.msg_signature = Some(signature.to_string());
            query.echostr = Some(ciphertext);
        } else {
            query.echostr = Some(echo.to_owned());
        }
        Ok(UrlCheck { query, expected: echo.to_owned() })
    }

    /// Reads a bot's answer to `push`, as strictly as the platform: the XML or JSON must be
    /// well-formed, XML must have the root `xml`, and a reply must name its receiver, its sender
    /// and its time.
    ///
    /// # Errors
    /// An [`Error`] that says what is malformed. On the real platform the user would see
    /// "该公众号提供的服务出现故障，请稍后再试".
    pub fn read_answer(&self, push: &PlatformPush, body: &str) -> Result<BotAnswer, Error> {
        match body {
            "" => return Ok(BotAnswer::Empty),
            "success" => return Ok(BotAnswer::Success),
            _ => {}
        }
        let fields = push.parse_answer(body)?;
        let encrypted = fields.text("Encrypt");
        let plain = match (push.mode, encrypted) {
            (Mode::Plain, _) | (Mode::Compatible, None) => body.to_owned(),
            (Mode::Safe, None) => {
                return Err(Error::new(
                    ErrorKind::Parse,
                    "the push was encrypted but the answer is not: it has no `Encrypt`",
                ));
            }
            (_, Some(ciphertext)) => {
                let given = Query {
                    msg_signature: fields.text("MsgSignature").map(str::to_owned),
                    timestamp: fields.text("TimeStamp").map(str::to_owned),
                    nonce: fields.text("Nonce").map(str::to_owned),
                    ..Query::default()
                };
                self.check_msg_signature(&given, &Stamped::of(&given, 0)?, ciphertext)?;
                self.decrypt(ciphertext)?.0.message
            }
        };
        let fields = push.parse_answer(&plain)?;
        if fields.get("MsgType").is_none() {
            return Ok(BotAnswer::Other { plain });
        }
        let need = |name: &str| {
            let text = fields.text(name).map(str::trim).filter(|text| !text.is_empty());
            text.ok_or_else(|| Error::new(ErrorKind::Parse, format!("the reply has no `{name}`")))
        };
        Ok(BotAnswer::Reply {
            to: PeerId::new(need("ToUserName")?),
            from: need("FromUserName")?.to_owned(),
            created: seconds(need("CreateTime")?)?,
            reply: PassiveReply::read(&fields)?,
            plain,
        })
    }

    fn signed_query(&self, stamp: &Stamp) -> Query {
        let time = stamp.timestamp.to_string();
        let signature = Signature::of([self.token.expose(), &time, &stamp.nonce]);
        Query {
            signature: Some(signature.to_string()),
            timestamp: Some(time),
            nonce: Some(stamp.nonce.clone()),
            ..Query::default()
        }
    }

    fn encrypt(&self, plain: &str, stamp: &Stamp) -> Result<String, Error> {
        let key: &EncodingAesKey = self.keys.first().ok_or_else(|| {
            Error::new(ErrorKind::Key, "this mode needs an EncodingAESKey and none is configured")
        })?;
        let receive_id = self.receive_ids.first().map(String::as_str).unwrap_or_default();
        key.encrypt(stamp.random, plain, receive_id)
    }
}

/// A time in whole seconds since 1970.
fn seconds(text: &str) -> Result<i64, Error> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| digits).ok_or_else(|| {
        Error::new(ErrorKind::Parse, "`CreateTime` of the reply is not a number of seconds")
    })
}
