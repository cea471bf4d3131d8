//! Does one piece of work a given number of times, in one thread, so that its instructions and allocations
//! can be counted: `count WORK TIMES [LENGTH]`. `cargo xtask counts` runs it with two numbers and takes the
//! difference, in which the start of the process does not appear.

use std::{env, hint::black_box, process::ExitCode};

use axum::body::Body;
use http::Request;
use http_body_util::BodyExt;
use tower::ServiceExt;
use tracing_subscriber::EnvFilter;
use weixin::{
    prelude::*,
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Format, Mode, PassiveReply, PlatformPush, Product,
        Stamp,
    },
};

/// When the pushes are signed, in seconds since 1970.
const NOW: i64 = 1_700_000_000;
const APP_ID: &str = "wx0123456789abcdef";
const CORP_ID: &str = "ww0123456789abcdef";
const AGENT: u32 = 1_000_002;
const TOKEN: &str = "testtoken";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

/// The bot of the comparison: an echo with nineteen other handlers.
fn bot(product: Product) -> Bot {
    let bot = Bot::new()
        .on(|_: Subscribe| async { "Welcome!" })
        .on(|_: Unsubscribe| async {})
        .on(|scan: Scan| async move { scan.scene })
        .on(|image: Image| async move { Reply::image(image.media_id) })
        .on(|voice: Voice| async move { Reply::voice(voice.media_id) })
        .on(|_: Video| async { "A video." })
        .on(|location: Location| async move { location.label })
        .on(|link: Link| async move { link.title });
    let bot = ["TODAY", "PRICES", "CONTACT"]
        .into_iter()
        .fold(bot, |bot, key| bot.on(menu_click(key, async || "Here you are.")));
    let bot = ["help", "start", "stop", "language", "weather", "agent"]
        .into_iter()
        .fold(bot, |bot, word| bot.on(command(word, async || "Here you are.")));
    let bot = bot
        .on(matching(r"^order (\d+)$", async |Captures((id,)): Captures<(u64,)>| {
            format!("Order {id} is on its way.")
        }))
        .on(matching("^(hi|hello)$", async || "Hello."));
    if product == Product::Mini {
        // The only passive reply that is allowed there.
        return bot.on(|_: Text| async { Reply::transfer_to_customer_service() });
    }
    bot.on(|msg: Text| async move {
        // A longer text would be more than one message.
        if msg.content.len() > 2048 { msg.content.len().to_string() } else { msg.content }
    })
}

/// Which pushes are made.
#[derive(Clone)]
struct Pushes {
    product: Product,
    mode: Mode,
    format: Format,
    callback: Callback,
    /// The length of the text, in bytes.
    length: usize,
}

impl Pushes {
    fn new(product: Product, mode: Mode, format: Format, length: usize) -> Self {
        let receive_id = if product == Product::Work { CORP_ID } else { APP_ID };
        let callback = Callback::new(product, CallbackToken::new(TOKEN).expect("a token"))
            .key(EncodingAesKey::new(KEY).expect("a key"))
            .receive_id(receive_id);
        Self { product, mode, format, callback, length }
    }

    fn account(&self) -> AccountConfig {
        let account = match self.product {
            Product::Mini => AccountConfig::mini(APP_ID, "secret"),
            Product::Work => AccountConfig::work(CORP_ID, AGENT, "secret"),
            _ => AccountConfig::official(APP_ID, "secret"),
        };
        match self.mode {
            Mode::Plain => account.plain_callback(TOKEN),
            _ => account.callback(TOKEN, KEY),
        }
    }

    fn push(&self, number: usize, text: &str) -> PlatformPush {
        let to = if self.product == Product::Work { CORP_ID } else { "gh_1" };
        let mut header = Header::new("oAnn", to, NOW).with_msg_id(number.to_string());
        if self.product == Product::Work {
            header = header.with_agent_id(AGENT.into());
        }
        let inbound = Inbound::of(&header, &Text::new(header.clone(), text), self.format);
        let stamp =
            Stamp { timestamp: NOW, nonce: "123456789".to_owned(), random: *b"0123456789abcdef" };
        self.callback.push(&inbound, self.mode, self.format, &stamp).expect("a push")
    }

    fn request(&self, number: usize, text: &str) -> Request<Body> {
        let push = self.push(number, text);
        let uri = format!("/callback?{}", push.query.to_query_string());
        Request::post(uri).body(Body::from(push.body)).expect("a request")
    }

    /// Sends distinct pushes through a bot, one after the other.
    fn answer(&self, times: usize) {
        let config = Config::new(self.account().clock_tolerance(None));
        let app = bot(self.product).build(&config).expect("a bot");
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let text = "x".repeat(self.length);
        for number in 1..=times {
            let request = self.request(number, &text);
            let body = runtime.block_on(async {
                let response = app.clone().oneshot(request).await.expect("infallible");
                response.into_body().collect().await.expect("a body").to_bytes()
            });
            assert!(!body.is_empty(), "the bot did not answer");
        }
    }

    /// Only creates the pushes that [`answer`](Self::answer) sends.
    fn create(&self, times: usize) {
        let text = "x".repeat(self.length);
        for number in 1..=times {
            black_box(self.request(number, &text));
        }
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let (work, times, length) = match args.as_slice() {
        [work, times] => (work, times, None),
        [work, times, length] => (work, times, Some(length)),
        _ => return usage(),
    };
    let Ok(times) = times.parse() else { return usage() };
    let Ok(length) = length.map(|length| length.parse()).transpose() else { return usage() };
    let (create, name) = match work.strip_prefix("create-") {
        Some(name) => (true, name),
        None => (false, work.as_str()),
    };
    let (official, xml) = (Product::Official, Format::Xml);
    let pushes = match name {
        "open" | "seal" | "safe" => Pushes::new(official, Mode::Safe, xml, 12),
        "plain" | "logged" => Pushes::new(official, Mode::Plain, xml, 12),
        "long" => Pushes::new(official, Mode::Safe, xml, 1_800),
        "article" => Pushes::new(official, Mode::Safe, xml, 20_000),
        "json" => Pushes::new(Product::Mini, Mode::Safe, Format::Json, 12),
        "work" => Pushes::new(Product::Work, Mode::Safe, xml, 12),
        _ => return usage(),
    };
    let pushes = Pushes { length: length.unwrap_or(pushes.length), ..pushes };
    match name {
        _ if create => pushes.create(times),
        "open" => {
            let push = pushes.push(7, "hello, world");
            for _ in 0..times {
                let opened = pushes.callback.open(&push.query, push.body.as_bytes(), NOW);
                black_box(opened.expect("opens"));
            }
        }
        "seal" => {
            let push = pushes.push(7, "hello, world");
            let opened = pushes.callback.open(&push.query, push.body.as_bytes(), NOW);
            let (_, seal) = opened.expect("opens");
            let reply = PassiveReply::Text("hello, world".to_owned());
            for _ in 0..times {
                black_box(seal.seal(&reply, NOW + 1).expect("seals"));
            }
        }
        "logged" => {
            // As `Bot::serve` does it.
            let filter = EnvFilter::new("info");
            tracing_subscriber::fmt()
                .with_env_filter(filter)
                .with_writer(std::io::stderr)
                .with_ansi(false)
                .with_target(false)
                .init();
            pushes.answer(times);
        }
        _ => pushes.answer(times),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("count WORK TIMES [LENGTH]; see README.md");
    ExitCode::FAILURE
}
