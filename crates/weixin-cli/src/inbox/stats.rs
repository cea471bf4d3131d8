//! `weixin inbox stats`

use std::{process::ExitCode, time::Duration};

use weixin::bot::inbox::{Durability, Inbox};

use super::format::{date, inbox_failed, padded, width};
use crate::terminal::{CliError, print_line};

pub(super) async fn run(inbox: &dyn Inbox, place: &str) -> Result<ExitCode, CliError> {
    let stats = inbox.stats().await.map_err(inbox_failed)?;
    let durability = inbox.durability().await.map_err(inbox_failed)?;
    let oldest = match stats.oldest {
        None => "-".to_owned(),
        Some(oldest) => {
            let age = inbox.clock().now().since(oldest);
            format!("{} UTC ({})", date(oldest), in_words(age))
        }
    };
    let lines = [
        ("inbox 收件箱", place.to_owned()),
        ("waiting 等待", stats.waiting.to_string()),
        ("running 处理中", stats.claimed.to_string()),
        ("parked 已搁置", stats.parked.to_string()),
        ("finished 已完成", stats.finished.to_string()),
        ("oldest unfinished 最早未完成", oldest),
        ("an accepted push 已接收的推送", survives(&durability)),
    ];
    let labels = lines.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
    for (label, value) in &lines {
        print_line(&format!("{}  {value}", padded(label, labels)))?;
    }
    Ok(ExitCode::SUCCESS)
}

fn survives(durability: &Durability) -> String {
    let chinese = match durability {
        Durability::Process => "进程结束后丢失",
        Durability::ProcessCrash => "进程崩溃后仍在",
        Durability::PowerFailure => "断电后仍在",
        Durability::Lossy(_) => "可能丢失",
    };
    format!("{durability} {chinese}")
}

/// A duration in its largest unit.
fn in_words(age: Duration) -> String {
    match age.as_secs() {
        seconds @ ..120 => format!("{seconds} s"),
        seconds @ ..7_200 => format!("{} min", seconds / 60),
        seconds @ ..172_800 => format!("{} h", seconds / 3_600),
        seconds => format!("{} d", seconds / 86_400),
    }
}
