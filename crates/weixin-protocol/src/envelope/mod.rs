//! The envelope of an encrypted push, read before it is trusted.
//!
//! Until the signature is checked, anyone may have written a body. So the envelope is read
//! strictly, in one pass over the bytes, without a tree, without recursion and without copies: only
//! the names at the top level are compared, and everything below them is skipped. What is not a
//! well-formed envelope is rejected; nothing is repaired.

mod json;
mod xml;

use std::borrow::Cow;

use crate::{Error, ErrorKind, Format, MAX_NODES};

/// The envelope of an encrypted push: `<xml><ToUserName/><AgentID/><Encrypt/></xml>`, or the same
/// in JSON.
///
/// Only the ciphertext is signed. Anyone who relays a push can change everything else here.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct EncryptedEnvelope<'a> {
    /// XML or JSON.
    pub format: Format,
    /// The ciphertext. Whether it is base64 is not checked.
    pub encrypt: Cow<'a, str>,
    /// Whom the push is for; not signed.
    pub to_user_name: Option<Cow<'a, str>>,
    /// The third-party platform the push is for; not signed.
    pub app_id: Option<Cow<'a, str>>,
    /// The WeCom app the push is for; not signed.
    pub agent_id: Option<Cow<'a, str>>,
    /// Whether there are other fields, as in compatible mode.
    pub has_other_fields: bool,
}

impl<'a> EncryptedEnvelope<'a> {
    /// Reads the envelope of a push, in time linear in its length and with almost no memory.
    ///
    /// Names and ciphertext must be UTF-8; everything else in the body is skipped.
    ///
    /// # Errors
    /// [`ErrorKind::Parse`] if it is neither XML nor JSON, has a document type declaration, has no
    /// `Encrypt` or more than one, holds more than [`MAX_NODES`] values and
    /// comments, or is not well-formed as far as it is read.
    pub fn read(body: &'a [u8]) -> Result<Self, Error> {
        let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
        let body = body.trim_ascii_start();
        let mut fields = Fields::default();
        let format = match body.first() {
            Some(b'<') => {
                xml::read(body, &mut fields)?;
                Format::Xml
            }
            Some(b'{') => {
                json::read(body, &mut fields)?;
                Format::Json
            }
            _ => return Err(malformed("the body is neither XML (`<xml>…`) nor JSON (`{…}`)")),
        };
        let encrypt = fields.encrypt.ok_or_else(|| {
            malformed("the query announces an encrypted push but the body has no `Encrypt`")
        })?;
        Ok(Self {
            format,
            encrypt,
            to_user_name: fields.to_user_name,
            app_id: fields.app_id,
            agent_id: fields.agent_id,
            has_other_fields: fields.others,
        })
    }
}

/// The fields found so far.
#[derive(Default)]
struct Fields<'a> {
    encrypt: Option<Cow<'a, str>>,
    to_user_name: Option<Cow<'a, str>>,
    app_id: Option<Cow<'a, str>>,
    agent_id: Option<Cow<'a, str>>,
    others: bool,
    /// How many values and comments were skipped, at any depth.
    nodes: usize,
}

impl<'a> Fields<'a> {
    /// Counts a value or a comment.
    fn count(&mut self) -> Result<(), Error> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(malformed(
                "the body holds more values than any of the platform's messages",
            ));
        }
        Ok(())
    }

    /// Where the value of this name is put; `None` if it is not an envelope field.
    fn slot(&mut self, name: &[u8]) -> Option<&mut Option<Cow<'a, str>>> {
        let slot = match name {
            b"Encrypt" => &mut self.encrypt,
            b"ToUserName" => &mut self.to_user_name,
            b"AppId" => &mut self.app_id,
            b"AgentID" => &mut self.agent_id,
            _ => {
                self.others = true;
                return None;
            }
        };
        Some(slot)
    }
}

/// Puts a value into its field. A name that occurs twice could be read in two ways.
fn put<'a>(slot: &mut Option<Cow<'a, str>>, value: Cow<'a, str>) -> Result<(), Error> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(malformed("the envelope has a field twice")),
    }
}

fn text(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|_| malformed("the envelope is not UTF-8"))
}

fn malformed(detail: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Parse, detail)
}
