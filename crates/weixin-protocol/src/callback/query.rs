//! The query of a callback request.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::{Error, ErrorKind};

/// The parameters that the platform adds to the callback URL.
///
/// `Debug` shows which parameters are present but not their values, with which a request could be
/// repeated.
#[derive(Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Query {
    /// Signature over token, timestamp and nonce.
    pub signature: Option<String>,
    /// Signature that also covers the ciphertext.
    pub msg_signature: Option<String>,
    /// When the request was signed, in seconds since 1970, as text.
    pub timestamp: Option<String>,
    /// A random number.
    pub nonce: Option<String>,
    /// The text that a URL verification expects in the answer.
    pub echostr: Option<String>,
    /// Who sent the message (Official Accounts and Mini Programs).
    pub openid: Option<String>,
    /// `aes`, `raw` or absent. `aes` in safe and compatible mode (Official Accounts and Mini
    /// Programs).
    pub encrypt_type: Option<String>,
}

impl Query {
    /// Parses a query string. Unknown parameters are ignored. `+` is not decoded to a space: the
    /// platform sends no spaces, but base64 contains plus signs.
    ///
    /// # Errors
    /// [`ErrorKind::Query`] if a known parameter is given twice or is not UTF-8.
    pub fn parse(query: &str) -> Result<Self, Error> {
        let mut parsed = Self::default();
        for pair in query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            parsed.set(&decode(name)?, || Ok(decode(value)?.into_owned()))?;
        }
        Ok(parsed)
    }

    /// Takes parameters that a web framework has already decoded, such as the pairs of axum's
    /// `Query<Vec<(String, String)>>`. Unknown parameters are ignored. Frameworks decode `+` to a
    /// space; no parameter of the platform contains spaces, so they are turned back into plus
    /// signs.
    ///
    /// ```
    /// use weixin_protocol::Query;
    ///
    /// let query = Query::from_pairs([("signature", "9f6c"), ("timestamp", "1"), ("nonce", "2")])?;
    /// assert_eq!(query, Query::parse("signature=9f6c&timestamp=1&nonce=2")?);
    /// # Ok::<(), weixin_protocol::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Query`] if a known parameter is given twice.
    pub fn from_pairs<N: AsRef<str>, V: Into<String>>(
        pairs: impl IntoIterator<Item = (N, V)>,
    ) -> Result<Self, Error> {
        let mut query = Self::default();
        for (name, value) in pairs {
            query.set(name.as_ref(), || Ok(value.into().replace(' ', "+")))?;
        }
        Ok(query)
    }

    /// Sets a parameter, or ignores an unknown one.
    fn set(
        &mut self,
        name: &str,
        value: impl FnOnce() -> Result<String, Error>,
    ) -> Result<(), Error> {
        let slot = match name {
            "signature" => &mut self.signature,
            "msg_signature" => &mut self.msg_signature,
            "timestamp" => &mut self.timestamp,
            "nonce" => &mut self.nonce,
            "echostr" => &mut self.echostr,
            "openid" => &mut self.openid,
            "encrypt_type" => &mut self.encrypt_type,
            _ => return Ok(()),
        };
        if slot.is_some() {
            return Err(Error::new(
                ErrorKind::Query,
                format!(
                    "the query has `{name}` twice: something on its way has added it, or the URL in the console contains it"
                ),
            ));
        }
        *slot = Some(value()?);
        Ok(())
    }

    /// The parameters in the platform's order.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("signature", &self.signature),
            ("timestamp", &self.timestamp),
            ("nonce", &self.nonce),
            ("openid", &self.openid),
            ("encrypt_type", &self.encrypt_type),
            ("msg_signature", &self.msg_signature),
            ("echostr", &self.echostr),
        ]
        .into_iter()
        .filter_map(|(name, value)| value.as_deref().map(|value| (name, value)))
    }

    /// The query string, percent-encoded.
    pub fn to_query_string(&self) -> String {
        let mut query = String::with_capacity(256);
        for (name, value) in self.pairs() {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.extend(percent_encoding::utf8_percent_encode(value, RESERVED));
        }
        query
    }

    pub(super) fn require<'a>(
        &self,
        name: &'static str,
        value: &'a Option<String>,
    ) -> Result<&'a str, Error> {
        value.as_deref().filter(|value| !value.is_empty()).ok_or_else(|| {
            Error::new(
                ErrorKind::Query,
                format!("the query has no `{name}`: this is not a request of the platform, or something on its way dropped the parameter"),
            )
        })
    }
}

/// Everything except letters, digits and `-._~`.
const RESERVED: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn decode(text: &str) -> Result<Cow<'_, str>, Error> {
    if memchr::memchr(b'%', text.as_bytes()).is_none() {
        return Ok(Cow::Borrowed(text));
    }
    percent_decode_str(text)
        .decode_utf8()
        .map_err(|_| Error::new(ErrorKind::Query, "the query is not UTF-8"))
}

impl std::fmt::Debug for Query {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.pairs().map(|(name, _)| name)).finish()
    }
}
