//! The README's echo bot, as `tests/cli.rs` runs it below `weixin dev`. It ends when its standard
//! input does, so that nothing is left behind whatever becomes of the test.

use std::{io, thread};

use tokio::sync::oneshot;
use weixin::prelude::*;

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let (ended, end) = oneshot::channel();
    // A thread, which unlike a task may still be waiting when the program is over.
    thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        let _ = ended.send(());
    });
    let bot = Bot::new().on(|msg: Text| async move { msg.content });
    tokio::select! {
        served = bot.serve(Config::load()?) => served,
        _ = end => Ok(()),
    }
}
