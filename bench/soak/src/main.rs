//! A mixed load for a long time: a bot with 200 handlers and five accounts of three kinds, whose
//! configuration is edited meanwhile, and the emulator that sends it 10,000 pushes a minute.
//!
//! ```sh
//! cargo run --release              # ten minutes
//! cargo run --release -- 1         # one minute
//! ```
//!
//! Every answer is compared with what its handler must say to that user of that account. It ends with an
//! error if an answer is missing, is another one, or if the memory of the bot has grown by more than a
//! tenth after the first quarter.

mod bot;
mod load;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let argument = std::env::args().nth(1);
    match argument.as_deref() {
        Some("bot") => match bot::serve().await {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        minutes => load::run(minutes.and_then(|text| text.parse().ok()).unwrap_or(10)).await,
    }
}
