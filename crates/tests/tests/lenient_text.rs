//! Malformed text does not prevent a verified push from being handled.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::sync::{Arc, Mutex};

use common::*;
use http::StatusCode;
use weixin::{
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Mode, Product, Stamp},
};

#[tokio::test]
async fn a_truncated_character_becomes_a_replacement_character() {
    for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
        for (written, heard) in [
            (r"a\ud83db", "a\u{fffd}b"),
            (r"\ude00", "\u{fffd}"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
            (r"\ud83d", "\u{fffd}"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\ud83d\n", "\u{fffd}\n"),
            (r"\\ud83d", r"\ud83d"),
        ] {
            let said = Arc::<Mutex<Vec<String>>>::default();
            let hearing = said.clone();
            let bot = Bot::new().clock(Arc::new(VirtualClock::default())).on(move |msg: Text| {
                hearing.lock().unwrap().push(msg.content);
                async {}
            });
            let account = account(Product::Mini).modes([mode]);
            let app = bot.build(&Config::new(account)).unwrap();
            let inbound = text(Product::Mini, 7, "PLACE", Format::Json);
            let push = platform(Product::Mini)
                .push_written(&inbound, mode, Format::Json, &Stamp::at(NOW).unwrap(), |map| {
                    map.write(Format::Json).replace("PLACE", written)
                })
                .unwrap();
            assert!(push.plain.contains(written));
            let (status, body) = answer(&app, deliver(&push)).await;
            assert_eq!((status, &*body), (StatusCode::OK, "success"), "{mode} {written}");
            assert_eq!(*said.lock().unwrap(), [heard], "{mode} {written}");
        }
    }
}
