//! Watches a server room: a WeCom app that takes a photo and a video when it is told "photo", and a
//! page at `/` with its status, served beside the bot.
//!
//! Taking them is slow, so the handler only puts the job in a queue and answers at once. A worker takes
//! what was asked for, one job after the other, and sends it to the user.

mod camera;
mod monitor;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::{Router, response::Html, routing::get};
use tokio::sync::mpsc;
use weixin::{api::SystemClock, prelude::*};

use crate::{
    camera::Ffmpeg,
    monitor::{Job, Monitor, work},
};

/// How many jobs wait before users are asked to come back later.
const QUEUE: usize = 8;

async fn photo(header: Header, wx: Client<Work>, State(monitor): State<Monitor>) -> &'static str {
    match monitor.ask(Job { wx, user: header.from }) {
        true => "Taking a photo and a video …",
        false => "Too many people have asked for photos. Please try again later.",
    }
}

async fn status(State(monitor): State<Monitor>) -> String {
    monitor.status()
}

fn bot(monitor: Monitor) -> Bot {
    Bot::new()
        .on(command("photo", photo))
        .on(command("status", status))
        .fallback(async |_: Text| "Say: photo, or status")
        .with_state(monitor)
}

/// The page beside the bot: every path but `/` is the bot's.
fn pages(monitor: Monitor) -> Router {
    let page = async move || {
        let status = monitor.status().replace('&', "&amp;").replace('<', "&lt;");
        Html(format!("<!doctype html><title>Server room</title><pre>{status}</pre>"))
    };
    Router::new().route("/", get(page))
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let config = Config::load()?;
    let (queue, jobs) = mpsc::channel(QUEUE);
    let monitor = Monitor::new(queue, Arc::new(SystemClock));
    let worker = tokio::spawn(work(jobs, monitor.clone(), Ffmpeg::default()));

    let app = bot(monitor.clone()).build(&config)?;
    let served = app.serve(&config, pages(monitor.clone())).await;

    // Handlers have ended; now the jobs of the worker.
    monitor.close().await;
    worker.await.map_err(weixin::Error::other)?;
    served
}
