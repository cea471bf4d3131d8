//! The keys and certificates of API security.

use std::{borrow::Cow, fmt, sync::Arc};

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{Aead, Payload},
};
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der},
    error::KeyRejected,
    rand::SystemRandom,
    rsa::KeySize,
    signature::{
        KeyPair as _, ParsedPublicKey, RSA_PSS_2048_8192_SHA256, RSA_PSS_SHA256, RsaKeyPair,
    },
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, STANDARD_NO_PAD},
};
use rustls_pki_types::{
    CertificateDer, PrivateKeyDer, SubjectPublicKeyInfoDer,
    pem::{self, PemObject, SectionKind},
};
use sha2::{Digest, Sha256};
use weixin_protocol::Secret;
use zeroize::Zeroizing;

/// The size of a key of AES-256, in bytes.
const KEY: usize = 32;
/// The size of the initialization vector of AES-GCM, in bytes.
pub(super) const IV: usize = 12;
/// The size of the authentication tag of AES-GCM, in bytes.
pub(super) const TAG: usize = 16;

/// Why a key or a certificate cannot be used. Never contains a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    what: &'static str,
    why: Cow<'static, str>,
}

impl KeyError {
    fn new(what: &'static str, why: impl Into<Cow<'static, str>>) -> Self {
        Self { what, why: why.into() }
    }

    /// What is wrong, without its subject, as in `is not base64`: for a message that names the
    /// setting.
    pub fn reason(&self) -> &str {
        &self.why
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what, self.why)
    }
}

impl std::error::Error for KeyError {}

/// The symmetric key (对称密钥) with its number (密钥编号), as in the console. It encrypts requests and
/// replies with AES-256-GCM. Two are equal if number and key are.
pub struct SymmetricKey {
    sn: String,
    cipher: Aes256Gcm,
    /// To compare keys without keeping them.
    digest: [u8; 32],
}

impl SymmetricKey {
    /// A key from its number and the base64 of its 32 bytes, as downloaded from the console.
    ///
    /// # Errors
    ///
    /// If it is not base64 of 32 bytes, or the number is empty or has other characters than letters and
    /// digits. A key of SM4 has 16 bytes; SM4 is not supported.
    pub fn new(sn: impl Into<String>, key: &Secret) -> Result<Self, KeyError> {
        const WHAT: &str = "the symmetric key";
        let sn = sn.into();
        number("the number of the symmetric key", &sn)?;
        let text = key.expose().trim().trim_end_matches('=');
        let bytes = STANDARD_NO_PAD.decode(text).map(Zeroizing::new).map_err(|_| {
            KeyError::new(WHAT, "is not base64 of 32 bytes, as downloaded from the console")
        })?;
        let bytes = <[u8; KEY]>::try_from(bytes.as_slice()).map(Zeroizing::new).map_err(|_| {
            KeyError::new(
                WHAT,
                match bytes.len() {
                    16 => Cow::Borrowed(
                        "has 16 bytes, as a key of SM4: choose AES256_GCM in the console",
                    ),
                    length => Cow::Owned(format!("has {length} bytes instead of 32")),
                },
            )
        })?;
        let digest = Sha256::digest(bytes.as_slice()).into();
        Ok(Self { sn, cipher: Aes256Gcm::new(&(*bytes).into()), digest })
    }

    /// Its number (密钥编号).
    pub fn sn(&self) -> &str {
        &self.sn
    }

    /// Encrypts a text. Returns ciphertext and tag; `None` if the text is too long.
    pub(super) fn encrypt(
        &self,
        iv: [u8; IV],
        aad: &[u8],
        text: &[u8],
    ) -> Option<(Vec<u8>, [u8; TAG])> {
        let mut data = self.cipher.encrypt(&iv.into(), Payload { msg: text, aad }).ok()?;
        let tag = data.split_off(data.len().checked_sub(TAG)?);
        Some((data, tag.try_into().ok()?))
    }

    /// Decrypts a text. `None` if anything was changed, or the key is another one.
    pub(super) fn decrypt(
        &self,
        iv: [u8; IV],
        aad: &[u8],
        data: &[u8],
        tag: [u8; TAG],
    ) -> Option<Vec<u8>> {
        let sealed = [data, &tag].concat();
        self.cipher.decrypt(&iv.into(), Payload { msg: &sealed, aad }).ok()
    }
}

impl PartialEq for SymmetricKey {
    fn eq(&self, other: &Self) -> bool {
        self.sn == other.sn && self.digest == other.digest
    }
}

impl Eq for SymmetricKey {}

impl fmt::Debug for SymmetricKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SymmetricKey").field("sn", &self.sn).finish_non_exhaustive()
    }
}

/// An RSA private key of at least 2048 bits, which signs with RSA-PSS: SHA-256, MGF1 with SHA-256, a
/// salt of 32 bytes. Two are equal if their public keys are.
pub struct PrivateKey(RsaKeyPair);

impl PrivateKey {
    const WHAT: &str = "the private key";

    /// Reads a key from PEM text: PKCS#8 (`BEGIN PRIVATE KEY`) or PKCS#1 (`BEGIN RSA PRIVATE KEY`). Line
    /// breaks may be written as `\n`, as in JSON.
    ///
    /// # Errors
    ///
    /// If it is anything else, such as a key of SM2, which is not supported, or has fewer than 2048
    /// bits.
    pub fn from_pem(text: &Secret) -> Result<Self, KeyError> {
        let wrong = |why: &'static str| KeyError::new(Self::WHAT, why);
        let text = Zeroizing::new(with_line_breaks(text.expose()).into_owned());
        let key = PrivateKeyDer::from_pem_slice(text.as_bytes()).map_err(|error| match error {
            pem::Error::NoItemsFound => wrong(
                "is not PEM text of a private key, which begins with -----BEGIN PRIVATE KEY----- or -----BEGIN RSA PRIVATE KEY-----",
            ),
            _ => wrong("is damaged PEM text"),
        })?;
        let pair = match &key {
            PrivateKeyDer::Pkcs8(key) => RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()),
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()),
            _ => return Err(wrong(NOT_RSA)),
        };
        pair.map(Self).map_err(|rejected| rejected_key(Self::WHAT, &rejected))
    }

    /// A new key of 2048 bits, as the console generates one.
    ///
    /// # Errors
    ///
    /// If the system has no random numbers.
    pub fn generate() -> Result<Self, KeyError> {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048);
        pair.map(Self).map_err(|_| KeyError::new(Self::WHAT, "cannot be generated"))
    }

    /// The key as PEM text (PKCS#8).
    ///
    /// # Errors
    ///
    /// None in practice.
    pub fn to_pem(&self) -> Result<Secret, KeyError> {
        let der: Result<Pkcs8V1Der<'_>, _> = self.0.as_der();
        let der = der.map_err(|_| KeyError::new(Self::WHAT, "cannot be written"))?;
        Ok(Secret::new(write_pem("PRIVATE KEY", der.as_ref())))
    }

    /// The public key that belongs to it.
    ///
    /// # Errors
    ///
    /// None in practice.
    pub fn public_key(&self) -> Result<PublicKey, KeyError> {
        let der: Result<PublicKeyX509Der<'_>, _> = self.0.public_key().as_der();
        let der = der.map_err(|_| KeyError::new(Self::WHAT, "has no public key"))?;
        PublicKey::from_der(PublicKey::WHAT, der.as_ref())
    }

    /// Signs a text.
    pub(super) fn sign(&self, text: &[u8]) -> Option<Vec<u8>> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        let random = SystemRandom::new();
        self.0.sign(&RSA_PSS_SHA256, &random, text, &mut signature).ok()?;
        Some(signature)
    }
}

impl PartialEq for PrivateKey {
    fn eq(&self, other: &Self) -> bool {
        self.0.public_key().as_ref() == other.0.public_key().as_ref()
    }
}

impl Eq for PrivateKey {}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey(…)")
    }
}

/// An RSA public key of 2048 to 8192 bits, which verifies the signatures of a [`PrivateKey`].
#[derive(Clone)]
pub struct PublicKey {
    key: Arc<ParsedPublicKey>,
    der: Arc<[u8]>,
}

impl PublicKey {
    const WHAT: &str = "the public key";

    /// Reads the key from PEM text: a certificate (`BEGIN CERTIFICATE`) or the key alone
    /// (`BEGIN PUBLIC KEY`). Line breaks may be written as `\n`, as in JSON. Neither the signature of a
    /// certificate nor its validity is checked: it is trusted because it was downloaded from the
    /// console.
    ///
    /// # Errors
    ///
    /// If it is anything else, or not RSA.
    pub fn from_pem(text: &str) -> Result<Self, KeyError> {
        Self::read_pem(Self::WHAT, text)
    }

    fn read_pem(what: &'static str, text: &str) -> Result<Self, KeyError> {
        let wrong = |why: &'static str| KeyError::new(what, why);
        let text = with_line_breaks(text);
        for section in <(SectionKind, Vec<u8>)>::pem_slice_iter(text.as_bytes()) {
            let (kind, der) = section.map_err(|_| wrong("is damaged PEM text"))?;
            match kind {
                SectionKind::PublicKey => return Self::from_der(what, &der),
                SectionKind::Certificate => {
                    let der = CertificateDer::from(der);
                    let certificate = webpki::EndEntityCert::try_from(&der)
                        .map_err(|_| wrong("is not a valid X.509 certificate"))?;
                    let key: SubjectPublicKeyInfoDer<'_> = certificate.subject_public_key_info();
                    return Self::from_der(what, &key);
                }
                SectionKind::PrivateKey | SectionKind::RsaPrivateKey => {
                    return Err(wrong(
                        "is a private key: the platform's certificate is needed here",
                    ));
                }
                _ => {}
            }
        }
        Err(wrong(
            "is not PEM text of a certificate, which begins with -----BEGIN CERTIFICATE-----",
        ))
    }

    fn from_der(what: &'static str, der: &[u8]) -> Result<Self, KeyError> {
        let key = ParsedPublicKey::new(&RSA_PSS_2048_8192_SHA256, der)
            .map_err(|rejected| rejected_key(what, &rejected))?;
        Ok(Self { key: Arc::new(key), der: der.into() })
    }

    /// The key as PEM text.
    pub fn to_pem(&self) -> String {
        write_pem("PUBLIC KEY", &self.der)
    }

    /// Whether this is the signature of a text.
    pub(super) fn verifies(&self, text: &[u8], signature: &[u8]) -> bool {
        self.key.verify_sig(text, signature).is_ok()
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.der == other.der
    }
}

impl Eq for PublicKey {}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey(…)")
    }
}

/// A certificate of the platform (平台证书) with its number in the console (平台证书编号), which is not
/// the serial number in the certificate. It verifies the platform's replies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformCertificate {
    serial: String,
    key: PublicKey,
}

impl PlatformCertificate {
    /// Reads a certificate, or its public key alone, from PEM text; see [`PublicKey::from_pem`].
    ///
    /// # Errors
    ///
    /// If it is anything else, or the number is empty or has other characters than letters and digits.
    pub fn from_pem(serial: impl Into<String>, text: &str) -> Result<Self, KeyError> {
        let serial = serial.into();
        number("the number of the platform's certificate", &serial)?;
        Ok(Self { serial, key: PublicKey::read_pem("the platform's certificate", text)? })
    }

    /// Its number in the console (平台证书编号).
    pub fn serial(&self) -> &str {
        &self.serial
    }

    pub(super) fn key(&self) -> &PublicKey {
        &self.key
    }
}

/// What is said about keys of other algorithms.
const NOT_RSA: &str =
    "is not an RSA key: SM2 is not supported, choose RSAwithSHA256 in the console";

fn rejected_key(what: &'static str, rejected: &KeyRejected) -> KeyError {
    let why = match rejected.description_() {
        "TooSmall" => "is an RSA key of fewer than 2048 bits: generate a longer one",
        "TooLarge" => "is an RSA key of more than 8192 bits",
        _ => NOT_RSA,
    };
    KeyError::new(what, why)
}

/// Checks a number from the console, which becomes part of what is signed.
fn number(what: &'static str, number: &str) -> Result<(), KeyError> {
    if number.is_empty() {
        return Err(KeyError::new(what, "is missing: it is in the console beside the key (编号)"));
    }
    if !number.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)) {
        let why = "has other characters than letters and digits: copy it from the console (编号)";
        return Err(KeyError::new(what, why));
    }
    Ok(())
}

/// PEM text in JSON or in an environment variable has `\n` in place of its line breaks.
fn with_line_breaks(text: &str) -> Cow<'_, str> {
    match text.contains("\\n") {
        true => Cow::Owned(text.replace("\\n", "\n")),
        false => Cow::Borrowed(text),
    }
}

fn write_pem(label: &str, der: &[u8]) -> String {
    let base64 = Zeroizing::new(STANDARD.encode(der));
    let mut text = format!("-----BEGIN {label}-----\n");
    text.reserve(base64.len() + base64.len() / 32 + 64);
    for (at, character) in base64.chars().enumerate() {
        if at > 0 && at % 64 == 0 {
            text.push('\n');
        }
        text.push(character);
    }
    text.push_str(&format!("\n-----END {label}-----\n"));
    text
}
