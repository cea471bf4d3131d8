//! Does one piece of work a given number of times, in one thread, so that its instructions and allocations
//! can be counted: `count WORK TIMES`. `cargo xtask counts` runs it with two numbers and takes the
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
const TOKEN: &str = "testtoken";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

/// The bot of the comparison: an echo with nineteen other handlers.
fn bot() -> Bot {
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
    bot.on(matching(r"^order (\d+)$", async |Captures((id,)): Captures<(u64,)>| {
        format!("Order {id} is on its way.")
    }))
    .on(matching("^(hi|hello)$", async || "Hello."))
    .on(|msg: Text| async move {
        // A longer text would be more than one message.
        if msg.content.len() > 2048 { msg.content.len().to_string() } else { msg.content }
    })
}

fn push(
    callback: &Callback,
    mode: Mode,
    format: Format,
    number: usize,
    text: &str,
) -> PlatformPush {
    let header = Header::new("oAnn", "gh_1", NOW).with_msg_id(number.to_string());
    let inbound = Inbound::of(&header, &Text::new(header.clone(), text), format);
    let stamp =
        Stamp { timestamp: NOW, nonce: "123456789".to_owned(), random: *b"0123456789abcdef" };
    callback.push(&inbound, mode, format, &stamp).expect("a push")
}

/// Sends distinct pushes through a bot, one after the other.
fn answer(callback: &Callback, mode: Mode, format: Format, length: usize, times: usize) {
    let account = AccountConfig::official(APP_ID, "secret");
    let account = match mode {
        Mode::Plain => account.plain_callback(TOKEN),
        _ => account.callback(TOKEN, KEY),
    };
    let app = bot().build(&Config::new(account.clock_tolerance(None))).expect("a bot");
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let text = "x".repeat(length);
    for number in 1..=times {
        let push = push(callback, mode, format, number, &text);
        let uri = format!("/callback?{}", push.query.to_query_string());
        let request = Request::post(uri).body(Body::from(push.body)).expect("a request");
        let body = runtime.block_on(async {
            let response = app.clone().oneshot(request).await.expect("infallible");
            response.into_body().collect().await.expect("a body").to_bytes()
        });
        assert!(!body.is_empty(), "the bot did not answer");
    }
}

/// Only creates the pushes that [`answer`] sends.
fn create(callback: &Callback, mode: Mode, format: Format, length: usize, times: usize) {
    let text = "x".repeat(length);
    for number in 1..=times {
        let push = push(callback, mode, format, number, &text);
        let uri = format!("/callback?{}", push.query.to_query_string());
        black_box(Request::post(uri).body(Body::from(push.body)).expect("a request"));
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let [work, times] = args.as_slice() else { return usage() };
    let Ok(times) = times.parse() else { return usage() };
    let key = EncodingAesKey::new(KEY).expect("a key");
    let callback = Callback::new(Product::Official, CallbackToken::new(TOKEN).expect("a token"))
        .key(key)
        .receive_id(APP_ID);
    let (callback, xml) = (&callback, Format::Xml);
    match work.as_str() {
        "open" => {
            let push = push(callback, Mode::Safe, xml, 7, "hello, world");
            for _ in 0..times {
                black_box(callback.open(&push.query, push.body.as_bytes(), NOW).expect("opens"));
            }
        }
        "seal" => {
            let push = push(callback, Mode::Safe, xml, 7, "hello, world");
            let (_, seal) = callback.open(&push.query, push.body.as_bytes(), NOW).expect("opens");
            let reply = PassiveReply::Text("hello, world".to_owned());
            for _ in 0..times {
                black_box(seal.seal(&reply, NOW + 1).expect("seals"));
            }
        }
        "create-safe" => create(callback, Mode::Safe, xml, 12, times),
        "create-plain" => create(callback, Mode::Plain, xml, 12, times),
        "create-long" => create(callback, Mode::Safe, xml, 1_800, times),
        "create-article" => create(callback, Mode::Safe, xml, 20_000, times),
        "safe" => answer(callback, Mode::Safe, xml, 12, times),
        "plain" => answer(callback, Mode::Plain, xml, 12, times),
        "logged" => {
            // As `Bot::serve` does it.
            let filter = EnvFilter::new("info");
            tracing_subscriber::fmt()
                .with_env_filter(filter)
                .with_writer(std::io::stderr)
                .with_ansi(false)
                .with_target(false)
                .init();
            answer(callback, Mode::Plain, xml, 12, times);
        }
        "long" => answer(callback, Mode::Safe, xml, 1_800, times),
        "article" => answer(callback, Mode::Safe, xml, 20_000, times),
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!("count WORK TIMES; see README.md");
    ExitCode::FAILURE
}
