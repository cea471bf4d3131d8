//! The kinds of work that are measured: which account, which mode, which texts.

use std::time::{SystemTime, UNIX_EPOCH};

use weixin_protocol::{
    BotAnswer, Callback, CallbackToken, EncodingAesKey, Format, Header, Inbound, Mode,
    PassiveReply, PlatformPush, Product, Signature, Stamp, Text,
};

const TOKEN: &str = "benchtoken";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";
const APP_ID: &str = "wx0123456789abcdef";
const CORP_ID: &str = "ww0123456789abcdef";
const ORIGINAL_ID: &str = "gh_0123456789ab";
const AGENT: i64 = 1_000_002;

/// The number of senders.
const SENDERS: u64 = 5_000;

/// The longest text that is echoed, in bytes; longer ones are answered with their length.
const MAX_ECHO: usize = 2048;

/// The length of the long text, in bytes.
const LONG: usize = 20_000;

/// One kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Work {
    /// A text to an Official Account in safe mode.
    Safe,
    /// The same in plain mode.
    Plain,
    /// A text of 20 KB in safe mode.
    Long,
    /// A text to a Mini Program in safe mode, as JSON.
    Json,
    /// A text to a WeCom app.
    WeCom,
}

impl Work {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 5] = [Self::Safe, Self::Plain, Self::Long, Self::Json, Self::WeCom];

    /// A short name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Plain => "plain",
            Self::Long => "long",
            Self::Json => "json",
            Self::WeCom => "wecom",
        }
    }

    /// The heading of its table.
    pub fn title(self) -> &'static str {
        match self {
            Self::Safe => "Text to an Official Account, safe mode, XML",
            Self::Plain => "Text to an Official Account, plain mode, XML",
            Self::Long => "Text of 20 KB to an Official Account, safe mode, XML",
            Self::Json => "Text to a Mini Program, safe mode, JSON",
            Self::WeCom => "Text to a WeCom app, XML",
        }
    }

    fn product(self) -> Product {
        match self {
            Self::Safe | Self::Plain | Self::Long => Product::Official,
            Self::Json => Product::Mini,
            Self::WeCom => Product::Work,
        }
    }

    fn mode(self) -> Mode {
        if self == Self::Plain { Mode::Plain } else { Mode::Safe }
    }

    fn format(self) -> Format {
        if self == Self::Json { Format::Json } else { Format::Xml }
    }

    fn id(self) -> &'static str {
        if self == Self::WeCom { CORP_ID } else { APP_ID }
    }

    /// The configuration of a server, as environment variables.
    pub fn variables(self) -> Vec<(&'static str, String)> {
        let mut variables = vec![
            ("WEIXIN_CONFIG", "-".to_owned()),
            ("WEIXIN_KIND", self.product().to_string()),
            ("WEIXIN_APP_ID", self.id().to_owned()),
            ("WEIXIN_SECRET", "secret".to_owned()),
            ("WEIXIN_TOKEN", TOKEN.to_owned()),
        ];
        if self == Self::Plain {
            variables.push(("WEIXIN_MODES", "plain".to_owned()));
        } else {
            variables.push(("WEIXIN_ENCODING_AES_KEY", KEY.to_owned()));
        }
        if self == Self::WeCom {
            variables.push(("WEIXIN_AGENT_ID", AGENT.to_string()));
        }
        variables
    }

    fn text(self, number: u64) -> String {
        if self == Self::Long {
            let line = format!("第{number}条消息，这是一条很长的文字。");
            return line.repeat(LONG / line.len());
        }
        format!("message number {number}: 你好，世界 & <b>")
    }
}

/// The platform's side of the account: makes pushes and checks answers.
#[derive(Debug)]
pub struct Platform {
    work: Work,
    callback: Callback,
    number: u64,
}

/// A push and what its answer must be.
#[derive(Debug)]
pub struct Pushed {
    /// The push.
    pub push: PlatformPush,
    sender: String,
    text: String,
}

impl Platform {
    /// The platform of an account for this work.
    ///
    /// # Panics
    /// If the constants of this file are wrong.
    pub fn new(work: Work) -> Self {
        let token = CallbackToken::new(TOKEN).expect("a token");
        let callback = Callback::new(work.product(), token)
            .key(EncodingAesKey::new(KEY).expect("a key"))
            .receive_id(work.id())
            .accept([Mode::Plain, Mode::Safe]);
        // Repeated runs against one server must not repeat ids.
        let number = now().cast_unsigned() % 1_000_000 * 10_000_000;
        Self { work, callback, number }
    }

    /// The kind of its pushes.
    pub fn work(&self) -> Work {
        self.work
    }

    /// The next push: a new message with an id of its own, signed now.
    pub fn next(&mut self) -> Pushed {
        self.number += 1;
        let (number, now) = (self.number, now());
        let sender = format!("oSender{:021}", number % SENDERS);
        let to = if self.work == Work::WeCom { CORP_ID } else { ORIGINAL_ID };
        let msg_id = (1_000_000_000_000_000_000 + number).to_string();
        let mut header = Header::new(sender.as_str(), to, now).with_msg_id(msg_id);
        if self.work == Work::WeCom {
            header = header.with_agent_id(AGENT);
        }
        let text = self.work.text(number);
        let inbound =
            Inbound::of(&header, &Text::new(header.clone(), text.as_str()), self.work.format());
        let stamp = Stamp::at(now).expect("random bytes");
        let push = self.callback.push(&inbound, self.work.mode(), self.work.format(), &stamp);
        Pushed { push: push.expect("a push"), sender, text }
    }

    /// What a correct server answers to this push.
    pub fn answer(&self, pushed: &Pushed) -> String {
        let (_, seal) = self
            .callback
            .open(&pushed.push.query, pushed.push.body.as_bytes(), now())
            .expect("our own push");
        seal.seal(&self.expected(pushed), now()).expect("a reply").body
    }

    fn expected(&self, pushed: &Pushed) -> PassiveReply {
        if self.work == Work::Json {
            return PassiveReply::TransferCustomerService { account: None };
        }
        let text = &pushed.text;
        let long = text.len() > MAX_ECHO;
        PassiveReply::Text(if long { text.len().to_string() } else { text.clone() })
    }

    /// Checks a body that answers the push: the platform must accept it, it must be addressed to the
    /// sender, and it must be the echo.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, pushed: &Pushed, body: &[u8]) -> Result<(), String> {
        let body = std::str::from_utf8(body).map_err(|_| "the answer is not UTF-8".to_owned())?;
        let answer = self
            .callback
            .read_answer(&pushed.push, body.trim())
            .map_err(|error| format!("{error}, in {body:?}"))?;
        match answer {
            BotAnswer::Reply { to, reply, .. }
                if to.as_str() == pushed.sender && reply == self.expected(pushed) =>
            {
                Ok(())
            }
            other => Err(format!("not the echo of {:?}: {other:?}", pushed.text)),
        }
    }

    /// As [`check`](Self::check), but without the details in which SDKs differ and which the platform does
    /// not seem to mind: times in milliseconds, and the format of the envelope.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check_leniently(&self, pushed: &Pushed, body: &[u8]) -> Result<(), String> {
        let body = std::str::from_utf8(body).map_err(|_| "the answer is not UTF-8".to_owned())?;
        let fields = |text: &str| {
            let read = Inbound::parse(text).map_err(|error| format!("{error}, in {text:?}"))?;
            Ok::<_, String>(read.fields().clone())
        };
        let mut reply = fields(body)?;
        if self.work.mode() != Mode::Plain {
            let text = |name: &str| {
                let text = reply.text(name).map(str::to_owned);
                text.ok_or_else(|| format!("the answer has no {name}"))
            };
            let (encrypt, given) = (text("Encrypt")?, text("MsgSignature")?);
            let signed = [TOKEN, &text("TimeStamp")?, &text("Nonce")?, &encrypt];
            if !Signature::of(signed).matches(&given) {
                return Err("the signature of the answer is wrong".to_owned());
            }
            let key = EncodingAesKey::new(KEY).map_err(|error| error.to_string())?;
            let plain = key.decrypt(&encrypt).map_err(|error| error.to_string())?;
            if plain.receive_id != self.work.id() {
                return Err(format!("the answer is encrypted for {:?}", plain.receive_id));
            }
            reply = fields(&plain.message)?;
        }
        let content = match self.expected(pushed) {
            PassiveReply::Text(text) => text,
            other => return Err(format!("nothing to compare {other:?} with")),
        };
        let right = reply.text("ToUserName") == Some(&pushed.sender)
            && reply.text("MsgType") == Some("text")
            && reply.text("Content") == Some(&content);
        right.then_some(()).ok_or_else(|| format!("not the echo of {:?}: {reply:?}", pushed.text))
    }
}

impl Pushed {
    /// The request as it is sent.
    pub fn request(&self, host: &str) -> Vec<u8> {
        let (query, kind) = (self.push.query.to_query_string(), self.push.content_type);
        let body = &self.push.body;
        let length = body.len();
        let head = format!(
            "POST /callback?{query} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind}\r\n\
             Content-Length: {length}\r\n\r\n"
        );
        [head.as_bytes(), body.as_bytes()].concat()
    }
}

/// The time, in seconds since 1970.
///
/// # Panics
/// If the clock of this machine is before 1970.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970");
    since.as_secs().cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn right_answers_are_accepted_and_others_are_not() {
        for work in Work::ALL {
            let mut platform = Platform::new(work);
            let (one, other) = (platform.next(), platform.next());
            let answer = platform.answer(&one);
            assert_eq!(platform.check(&one, answer.as_bytes()), Ok(()), "{work:?}");
            assert!(platform.check(&other, answer.as_bytes()).is_err(), "{work:?}");
            assert!(platform.check(&one, b"").is_err(), "{work:?}");
            assert!(platform.check(&one, b"success").is_err(), "{work:?}");
        }
    }

    #[test]
    fn answers_of_sdks_must_be_signed_and_right_too() {
        for work in [Work::Safe, Work::Plain, Work::Long, Work::WeCom] {
            let mut platform = Platform::new(work);
            let (one, other) = (platform.next(), platform.next());
            let answer = platform.answer(&one);
            assert_eq!(platform.check_leniently(&one, answer.as_bytes()), Ok(()), "{work:?}");
            assert!(platform.check_leniently(&other, answer.as_bytes()).is_err(), "{work:?}");
            let forged = answer.replace("<Nonce><![CDATA[", "<Nonce><![CDATA[1");
            let forged = platform.check_leniently(&one, forged.as_bytes());
            assert_eq!(forged.is_err(), work != Work::Plain, "{work:?}");
        }
    }
}
