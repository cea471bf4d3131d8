//! A call that is encrypted and signed, and its answer.

use std::{collections::BTreeMap, fmt};

use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use bytes::Bytes;
use serde_json::{Value, value::RawValue};
use weixin_protocol::{AppId, Product};

use super::{
    ApiSecurity, MAX_CLOCK_SKEW, PlatformCertificate, SECURITY_FIELDS, SealContext, SealedBody,
    header, keys::IV,
};
use crate::{
    Error, ErrorKind, Method, ReplyForm, Timestamp,
    wire::{ApiRequest, ApiResponse, Body},
};

/// A call as it is sent: encrypted for one address, account and time. Each attempt needs a new one.
pub struct SealedCall {
    security: ApiSecurity,
    request: ApiRequest,
    url: String,
    app_id: AppId,
    timestamp: String,
    signature: String,
}

/// How the signature of an answer was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Verification {
    /// With the platform's current certificate.
    Current,
    /// With a certificate that the platform will soon stop using: the current one is missing.
    Deprecated,
}

impl ApiSecurity {
    /// Encrypts and signs a call of `account` to `host`, the platform's host without scheme, even if it
    /// is sent elsewhere. All parameters but the credential move into the body.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if it is not a POST with a JSON object as its body, or its answer is a file.
    pub fn seal(
        &self,
        call: &ApiRequest,
        account: &AppId,
        host: &str,
        now: Timestamp,
    ) -> Result<SealedCall, Error> {
        let unfit = |why: &'static str| Error::new(ErrorKind::Call, why);
        if call.method() != Method::Post || call.form() != ReplyForm::Json {
            return Err(unfit("API security covers only a POST with JSON and a JSON reply"));
        }
        let body: &[u8] = match call.body() {
            Body::Empty => b"{}",
            Body::Json(json) => json,
            Body::Multipart(_) => return Err(unfit("API security does not cover files")),
        };
        let random = || unfit("the system has no random numbers");
        let mut numbers = [0; IV + 1 + MAX_NONCE];
        getrandom::fill(&mut numbers).map_err(|_| random())?;
        let (iv, rest) = numbers.split_first_chunk::<IV>().ok_or_else(random)?;
        let timestamp = now.as_secs().to_string();
        let text = plain_text(call, body, account, &timestamp, &nonce(rest))
            .ok_or_else(|| unfit("API security needs a JSON object as the body of the call"))?;
        let url = format!("https://{host}{}", call.path());
        let context = SealContext { url: &url, app_id: account.as_str(), timestamp: &timestamp };
        let sealed = context.seal(&self.symmetric, *iv, &text);
        let sealed = sealed.ok_or_else(|| unfit("the body is too large to be encrypted"))?;
        let signature = context.sign(&self.private, &sealed).ok_or_else(random)?;
        Ok(SealedCall {
            security: self.clone(),
            request: call.sealed_in(sealed),
            url,
            app_id: account.clone(),
            timestamp,
            signature,
        })
    }
}

/// The sizes of the random text in a body, in bytes before base64. The platform advises to vary it.
const MIN_NONCE: usize = 16;
const MAX_NONCE: usize = 32;

/// A random text of random length: the first number determines it.
fn nonce(random: &[u8]) -> String {
    let Some((length, bytes)) = random.split_first() else { return String::new() };
    let length = MIN_NONCE + usize::from(*length) % (MAX_NONCE - MIN_NONCE + 1);
    STANDARD_NO_PAD.encode(bytes.get(..length).unwrap_or(bytes))
}

/// What is encrypted: the fields of the body, exactly as they are, the parameters of the query, and the
/// security fields.
fn plain_text(
    call: &ApiRequest,
    body: &[u8],
    account: &AppId,
    timestamp: &str,
    nonce: &str,
) -> Option<Vec<u8>> {
    let mut fields: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(body).ok()?;
    let raw = |text: &str| serde_json::value::to_raw_value(text).ok();
    for (name, value) in call.query() {
        fields.insert(name.clone().into_owned(), raw(value)?);
    }
    let timestamp = RawValue::from_string(timestamp.to_owned()).ok()?;
    for (name, value) in
        SECURITY_FIELDS.into_iter().zip([raw(nonce)?, raw(account.as_str())?, timestamp])
    {
        fields.insert(name.to_owned(), value);
    }
    serde_json::to_vec(&fields).ok()
}

impl SealedCall {
    /// The call to be sent: its body is encrypted, and its query empty.
    pub fn request(&self) -> &ApiRequest {
        &self.request
    }

    /// The headers to be sent with it.
    pub fn headers(&self) -> [(&'static str, &str); 3] {
        [
            (header::APP_ID, self.app_id.as_str()),
            (header::TIMESTAMP, &self.timestamp),
            (header::SIGNATURE, &self.signature),
        ]
    }

    /// Verifies and decrypts the answer, and checks it for an error code
    /// ([`ApiResponse::checked`]). `header` returns the header with this name, in lower case.
    ///
    /// The platform answers some errors in plain text; a plain success is never accepted.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unverified`] if the answer is not signed with a known certificate, was changed, is
    /// for another call, or its time differs by more than [`MAX_CLOCK_SKEW`]. Otherwise those of
    /// [`ApiResponse::checked`].
    pub fn read<'h>(
        &'h self,
        answer: ApiResponse,
        header: impl Fn(&'static str) -> Option<&'h str>,
        product: Product,
        now: Timestamp,
    ) -> Result<(ApiResponse, Verification), Error> {
        let form = self.request.form();
        let sealed = match SealedBody::read(answer.body()) {
            Ok(Some(sealed)) => sealed,
            Ok(None) => {
                // An error code, an HTTP status, or a text that is not JSON: errors of their own.
                answer.checked(form, product)?;
                return Err(unverified(
                    "the platform answered without encryption and signature: is API security (API安全) switched on in the console, and does it cover this call?",
                ));
            }
            Err(malformed) => {
                return Err(unverified("the answer is malformed").with_source(malformed));
            }
        };
        let (context, verification) = self.verify(answer.body(), &header, now)?;
        let text = context.open(&self.security.symmetric, &sealed).ok_or_else(|| {
            unverified(format!(
                "the answer cannot be decrypted with the symmetric key {}: is it the one in the console?",
                self.security.symmetric.sn()
            ))
        })?;
        let fields = context.unwrap_fields(&text).ok_or_else(|| {
            unverified("the decrypted answer is for another account or time, or not JSON")
        })?;
        let json = Bytes::from(Value::Object(fields).to_string());
        let opened = ApiResponse::new(answer.status(), json).checked(form, product)?;
        Ok((opened, verification))
    }

    /// Checks the headers and the signature of an answer.
    fn verify<'h>(
        &'h self,
        body: &[u8],
        header: &impl Fn(&'static str) -> Option<&'h str>,
        now: Timestamp,
    ) -> Result<(SealContext<'h>, Verification), Error> {
        let needed = |name: &'static str| {
            header(name).ok_or_else(|| unverified(format!("the answer has no header {name}")))
        };
        let (app_id, timestamp) = (needed(header::APP_ID)?, needed(header::TIMESTAMP)?);
        if app_id != self.app_id.as_str() {
            return Err(unverified("the answer is for another account"));
        }
        let signed = timestamp
            .parse()
            .map(Timestamp::from_secs)
            .map_err(|_| unverified(format!("the header {} is not a number", header::TIMESTAMP)))?;
        if now.since(signed).max(signed.since(now)) > MAX_CLOCK_SKEW {
            let difference = i128::from(signed.as_secs()) - i128::from(now.as_secs());
            return Err(unverified(format!(
                "the time of the answer differs from the local clock by {difference} seconds: is the clock right?"
            )));
        }
        let context = SealContext { url: &self.url, app_id, timestamp };
        let signatures = [
            (header::SERIAL, header::SIGNATURE, Verification::Current),
            (header::DEPRECATED_SERIAL, header::DEPRECATED_SIGNATURE, Verification::Deprecated),
        ];
        let mut received = Vec::new();
        let mut known = false;
        for (serial, signature, verification) in signatures {
            let (Some(serial), Some(signature)) = (header(serial), header(signature)) else {
                continue;
            };
            received.push(serial);
            if let Some(certificate) = self.certificate(serial) {
                known = true;
                if context.verifies(certificate.key(), body, signature) {
                    return Ok((context, verification));
                }
            }
        }
        Err(match (known, received.is_empty()) {
            (_, true) => unverified("the answer is encrypted, but not signed"),
            (true, _) => unverified("the signature of the answer is wrong"),
            (false, _) => {
                let configured: Vec<_> = self.security.serials().collect();
                unverified(format!(
                    "the answer is signed with the platform certificate {}, and configured is {}: download the certificate from the console (API安全) and add it with its number (平台证书编号)",
                    printable(&received),
                    configured.join(", ")
                ))
            }
        })
    }

    fn certificate(&self, serial: &str) -> Option<&PlatformCertificate> {
        self.security.certificates.iter().find(|certificate| certificate.serial() == serial)
    }
}

/// Numbers from outside, for an error message.
fn printable(serials: &[&str]) -> String {
    let short = |serial: &&str| {
        let plain = |c: char| if c.is_ascii_graphic() { c } else { '?' };
        serial.chars().take(64).map(plain).collect::<String>()
    };
    serials.iter().map(short).collect::<Vec<_>>().join(" or ")
}

fn unverified(why: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Unverified, why)
}

impl fmt::Debug for SealedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealedCall")
            .field("request", &self.request)
            .field("url", &self.url)
            .field("app_id", &self.app_id)
            .field("timestamp", &self.timestamp)
            .finish_non_exhaustive()
    }
}
