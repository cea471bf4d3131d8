//! Generated values in the platform's style: appids, openids, tokens, message ids.

use std::hash::{BuildHasher, RandomState};

/// Generates ids and secrets. They are unlikely to collide but not cryptographically secure: the
/// emulator shows its sandbox secrets on its own page anyway.
#[derive(Debug)]
pub(crate) struct Ids {
    state: u64,
    message: u64,
    person: u64,
}

const HEX: &[u8] = b"0123456789abcdef";
const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const WEB_SAFE: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS: &[u8] = b"0123456789";

impl Ids {
    /// A generator with a random seed.
    pub(crate) fn new() -> Self {
        Self::seeded(RandomState::new().hash_one(0))
    }

    /// A generator with a fixed seed: the same seed yields the same values.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self { state: seed, message: 24_691_343_423_000_000, person: 0 }
    }

    /// Picks a random element.
    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, from: &[T; N]) -> T {
        from[(self.next() % N as u64) as usize]
    }

    /// Shuffles the items.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = (self.next() % (last as u64 + 1)) as usize;
            items.swap(last, other);
        }
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.state;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    fn text(&mut self, alphabet: &[u8], length: usize) -> String {
        let size = alphabet.len() as u64;
        (0..length).map(|_| char::from(alphabet[(self.next() % size) as usize])).collect()
    }

    /// The id of an Official Account or a Mini Program.
    pub(crate) fn app_id(&mut self) -> String {
        format!("wx{}", self.text(HEX, 16))
    }

    /// The id of a corp.
    pub(crate) fn corp_id(&mut self) -> String {
        format!("ww{}", self.text(HEX, 16))
    }

    /// The last six digits of an account's id in virtual payment.
    pub(crate) fn offer_digits(&mut self) -> String {
        self.text(DIGITS, 6)
    }

    /// The original ID (原始 ID) of an account.
    pub(crate) fn user_name(&mut self) -> String {
        format!("gh_{}", self.text(HEX, 12))
    }

    /// The number of a key or certificate (编号).
    pub(crate) fn key_number(&mut self) -> String {
        self.text(HEX, 32)
    }

    /// An initialization vector of AES-GCM.
    pub(crate) fn iv(&mut self) -> [u8; 12] {
        std::array::from_fn(|_| self.next().to_le_bytes()[0])
    }

    /// An app secret.
    pub(crate) fn secret(&mut self) -> String {
        self.text(HEX, 32)
    }

    /// The secret of a WeCom app.
    pub(crate) fn work_secret(&mut self) -> String {
        self.text(WEB_SAFE, 43)
    }

    /// The token of a callback.
    pub(crate) fn callback_token(&mut self) -> String {
        self.text(LETTERS, 32)
    }

    /// An EncodingAESKey: any 43 letters and digits.
    pub(crate) fn aes_key(&mut self) -> String {
        self.text(LETTERS, 43)
    }

    /// A symmetric key of API security: 32 bytes in base64.
    pub(crate) fn symmetric_key(&mut self) -> String {
        // The last character holds four bits.
        format!("{}A=", self.text(LETTERS, 42))
    }

    /// A session key: 16 bytes in base64.
    pub(crate) fn session_key(&mut self) -> String {
        // Hexadecimal digits are base64 too; the last character holds two bits.
        format!("{}A==", &self.secret()[..21])
    }

    /// The common prefix of all openids of an account.
    pub(crate) fn openid_prefix(&mut self) -> String {
        format!("o{}", self.text(WEB_SAFE, 5))
    }

    /// The openid of a person, with the prefix of the account.
    pub(crate) fn openid(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.text(WEB_SAFE, 22))
    }

    /// The id of a customer of a corp (`external_userid`).
    pub(crate) fn external_userid(&mut self) -> String {
        format!("wm{}", self.text(WEB_SAFE, 30))
    }

    /// An access token.
    pub(crate) fn access_token(&mut self) -> String {
        format!("{}_{}", 60 + self.next() % 40, self.text(WEB_SAFE, 136))
    }

    /// The access token of a WeCom app.
    pub(crate) fn work_access_token(&mut self) -> String {
        self.text(WEB_SAFE, 214)
    }

    /// A media id.
    pub(crate) fn media_id(&mut self) -> String {
        self.text(WEB_SAFE, 64)
    }

    /// A template id.
    pub(crate) fn template(&mut self) -> String {
        self.text(WEB_SAFE, 43)
    }

    /// The ticket of a QR code.
    pub(crate) fn qr_ticket(&mut self) -> String {
        format!("gQ{}==", self.text(LETTERS, 90))
    }

    /// The text encoded in a QR code.
    pub(crate) fn qr_url(&mut self) -> String {
        format!("http://weixin.qq.com/q/02{}", self.text(WEB_SAFE, 22))
    }

    /// The text encoded in a Mini Program code.
    pub(crate) fn program_url(&mut self) -> String {
        format!("https://mp.weixin.qq.com/a/~{}", self.text(WEB_SAFE, 22))
    }

    /// A message id. Ids increase.
    pub(crate) fn message(&mut self) -> u64 {
        self.message += 1 + self.next() % 1000;
        self.message
    }

    /// The `rid` that the platform appends to its error messages.
    pub(crate) fn rid(&mut self) -> String {
        format!("{}-{}-{}", self.text(HEX, 8), self.text(HEX, 8), self.text(HEX, 8))
    }

    /// The hint that WeCom appends to its error messages; `seconds` is the Unix time.
    pub(crate) fn work_hint(&mut self, seconds: u64) -> String {
        format!("{seconds}_{}_{}", 1 + self.next() % 99, self.text(HEX, 32))
    }

    /// The nonce of a signature.
    pub(crate) fn nonce(&mut self) -> String {
        format!("{}{}", 1 + self.next() % 9, self.text(DIGITS, 8))
    }

    /// The `echostr` of a URL verification.
    pub(crate) fn echo(&mut self) -> String {
        format!("{}{}", 1 + self.next() % 9, self.text(DIGITS, 18))
    }

    /// The random prefix of a plaintext before encryption: hexadecimal text.
    pub(crate) fn prefix(&mut self) -> [u8; 16] {
        std::array::from_fn(|_| HEX[(self.next() % 16) as usize])
    }

    /// An avatar for the next person.
    pub(crate) fn avatar(&mut self) -> &'static str {
        const FACES: [&str; 12] =
            ["🐼", "🦊", "🐯", "🐰", "🐨", "🦉", "🐳", "🐝", "🦄", "🐧", "🐢", "🐙"];
        let face = FACES[(self.person % FACES.len() as u64) as usize];
        self.person += 1;
        face
    }
}
