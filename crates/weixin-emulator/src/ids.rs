//! Names in the platform's style: appids, openids, tokens, message ids.

use std::hash::{BuildHasher, RandomState};

/// Makes names. They are hard to mistake for one another, and no more: whatever the emulator
/// keeps is a sandbox whose secrets stand on its own page.
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
    /// A source that differs from every other one.
    pub(crate) fn new() -> Self {
        Self::seeded(RandomState::new().hash_one(0))
    }

    /// A source that gives the same whenever it is made of the same seed.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self { state: seed, message: 24_691_343_423_000_000, person: 0 }
    }

    /// One of these.
    pub(crate) fn pick<T: Copy, const N: usize>(&mut self, from: &[T; N]) -> T {
        from[(self.next() % N as u64) as usize]
    }

    /// Puts them into any order.
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

    /// The id of a corporation.
    pub(crate) fn corp_id(&mut self) -> String {
        format!("ww{}", self.text(HEX, 16))
    }

    /// An account's original name.
    pub(crate) fn user_name(&mut self) -> String {
        format!("gh_{}", self.text(HEX, 12))
    }

    /// An app secret.
    pub(crate) fn secret(&mut self) -> String {
        self.text(HEX, 32)
    }

    /// The secret of a WeCom app.
    pub(crate) fn work_secret(&mut self) -> String {
        self.text(WEB_SAFE, 43)
    }

    /// A callback's token.
    pub(crate) fn callback_token(&mut self) -> String {
        self.text(LETTERS, 32)
    }

    /// An EncodingAESKey. Any 43 letters and digits are one.
    pub(crate) fn aes_key(&mut self) -> String {
        self.text(LETTERS, 43)
    }

    /// A session key: 16 bytes in base64.
    pub(crate) fn session_key(&mut self) -> String {
        // Hexadecimal digits are base64 too; the last character holds two bits.
        format!("{}A==", &self.secret()[..21])
    }

    /// What all openids of one account begin with.
    pub(crate) fn openid_prefix(&mut self) -> String {
        format!("o{}", self.text(WEB_SAFE, 5))
    }

    /// A person's openid at the account whose openids begin with `prefix`.
    pub(crate) fn openid(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.text(WEB_SAFE, 22))
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

    /// The id of a template at an account.
    pub(crate) fn template(&mut self) -> String {
        self.text(WEB_SAFE, 43)
    }

    /// The ticket of a QR code.
    pub(crate) fn qr_ticket(&mut self) -> String {
        format!("gQ{}==", self.text(LETTERS, 90))
    }

    /// What the picture of a QR code holds.
    pub(crate) fn qr_url(&mut self) -> String {
        format!("http://weixin.qq.com/q/02{}", self.text(WEB_SAFE, 22))
    }

    /// What the picture of a Mini Program's code holds.
    pub(crate) fn program_url(&mut self) -> String {
        format!("https://mp.weixin.qq.com/a/~{}", self.text(WEB_SAFE, 22))
    }

    /// A message's id; each is larger than the one before.
    pub(crate) fn message(&mut self) -> u64 {
        self.message += 1 + self.next() % 1000;
        self.message
    }

    /// The number of a call, which the platform appends to its error messages.
    pub(crate) fn rid(&mut self) -> String {
        format!("{}-{}-{}", self.text(HEX, 8), self.text(HEX, 8), self.text(HEX, 8))
    }

    /// The hint that WeCom appends to its error messages, made at `seconds` since 1970.
    pub(crate) fn work_hint(&mut self, seconds: u64) -> String {
        format!("{seconds}_{}_{}", 1 + self.next() % 99, self.text(HEX, 32))
    }

    /// The number in a push's signature.
    pub(crate) fn nonce(&mut self) -> String {
        format!("{}{}", 1 + self.next() % 9, self.text(DIGITS, 8))
    }

    /// What a URL verification wants back.
    pub(crate) fn echo(&mut self) -> String {
        format!("{}{}", 1 + self.next() % 9, self.text(DIGITS, 18))
    }

    /// What stands in front of a message before it is encrypted: hexadecimal text.
    pub(crate) fn prefix(&mut self) -> [u8; 16] {
        std::array::from_fn(|_| HEX[(self.next() % 16) as usize])
    }

    /// A face for the next person.
    pub(crate) fn avatar(&mut self) -> &'static str {
        const FACES: [&str; 12] =
            ["🐼", "🦊", "🐯", "🐰", "🐨", "🦉", "🐳", "🐝", "🦄", "🐧", "🐢", "🐙"];
        let face = FACES[(self.person % FACES.len() as u64) as usize];
        self.person += 1;
        face
    }
}
