//! A bot with an inbox in an SQLite file is killed again and again while pushes come in: whatever was
//! acknowledged is handled and answered, and nothing is answered twice.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    collections::{HashMap, HashSet},
    env,
    fs::OpenOptions,
    io::Write,
    net::SocketAddr,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Json, Router, extract::State, http::Uri};
use common::{APP_ID, NOW, account, platform, push_at};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::{net::TcpListener, process::Command};
use weixin::{
    InboxConfig,
    api::{Clock, SystemClock},
    bot::inbox::{ItemFilter, StateFilter},
    prelude::*,
    protocol::{BotAnswer, Format, Inbound, Mode, PassiveReply, Product},
};
use weixin_tests::{program::Program, wait::poll_until};

const MESSAGES: usize = 300;
const CONCURRENT: usize = 40;
const KILLS: usize = 6;

/// How long the platform waits for an answer, and before it repeats a push: less than in reality, so
/// that the test is fast.
const DEADLINE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_secs(1);
const DELIVERIES: usize = 8;

/// The bot's time for an answer, and the time of its slow handler.
const BUDGET: Duration = Duration::from_millis(400);
const SLOW: Duration = Duration::from_millis(900);

/// Environment variables with the parameters of the child.
const LISTEN: &str = "WEIXIN_TEST_CHILD_LISTEN";
const FOLDER: &str = "WEIXIN_TEST_CHILD_FOLDER";
const API: &str = "WEIXIN_TEST_CHILD_API";

fn inbox_of(folder: &Path) -> InboxConfig {
    InboxConfig::new(format!("sqlite:{}", folder.join("inbox.sqlite").display()))
}

/// The child process: a bot that answers at once or late, and writes down what it handles.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "not a test of its own: the test of this file starts it"]
async fn the_bot() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let log = OpenOptions::new().append(true).create(true).open(folder.join("handled")).unwrap();
    let log = Arc::new(log);
    let bot = Bot::new().budget(BUDGET).on(move |msg: Text| {
        let log = Arc::clone(&log);
        async move {
            // One write, so that a line is there or is not.
            (&*log).write_all(format!("{}\n", msg.content).as_bytes()).unwrap();
            if msg.content.starts_with("slow") {
                SystemClock.sleep_until(SystemClock.now() + SLOW).await;
            }
            format!("answer to {}", msg.content)
        }
    });
    let account = account(Product::Official).clock_tolerance(None).api_base(env::var(API).unwrap());
    let mut config = Config::new(account)
        .listen(env::var(LISTEN).unwrap().parse().unwrap())
        .inbox(inbox_of(folder).attempts(100));
    config.quiet = true;
    bot.serve(config).await.unwrap();
}

fn start(listen: SocketAddr, folder: &Path, api: &str) -> Program {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "the_bot", "--ignored", "--nocapture"]);
    command.env(LISTEN, listen.to_string()).env(FOLDER, folder).env(API, api);
    Program::start(command)
}

/// How often each text was sent separately.
type Sent = Arc<Mutex<HashMap<String, usize>>>;

async fn call(State(sent): State<Sent>, uri: Uri, body: String) -> Json<Value> {
    // The host of the call is a prefix of the path.
    if uri.path().ends_with("/cgi-bin/stable_token") {
        return Json(json!({"access_token": "T", "expires_in": 7200}));
    }
    assert!(uri.path().ends_with("/cgi-bin/message/custom/send"), "{uri}");
    let message: Value = serde_json::from_str(&body).unwrap();
    let text = message["text"]["content"].as_str().unwrap().to_owned();
    *sent.lock().unwrap().entry(text).or_default() += 1;
    Json(json!({"errcode": 0, "errmsg": "ok"}))
}

/// Serves the platform's API.
async fn serve_api(sent: Sent) -> String {
    let api = Router::new().fallback(call).with_state(sent);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, api).await.unwrap() });
    format!("http://{address}")
}

/// How the platform sees a push.
#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    Answered(String),
    Acknowledged,
    /// No delivery was accepted.
    Failed,
}

/// Delivers a message as the platform does, until a delivery is accepted.
async fn push(http: &reqwest::Client, listen: SocketAddr, number: usize) -> (String, Outcome) {
    let kind = if number.is_multiple_of(2) { "fast" } else { "slow" };
    let content = format!("{kind} {number}");
    let header = Header::new(format!("oUser{}", number % 25), "gh_0123456789ab", NOW)
        .with_msg_id((1_000_000 + number).to_string());
    let inbound = Inbound::of(&header, &Text::new(header.clone(), &content), Format::Xml);
    for delivery in 0..DELIVERIES {
        if delivery > 0 {
            SystemClock.sleep_until(SystemClock.now() + PAUSE).await;
        }
        let push = push_at(Product::Official, &inbound, Mode::Safe, NOW);
        let url = format!("http://{listen}/callback?{}", push.query.to_query_string());
        let request = http.post(url).timeout(DEADLINE).body(push.body.clone());
        let Ok(response) = request.send().await else { continue };
        if response.status() != 200 {
            continue;
        }
        let Ok(body) = response.text().await else { continue };
        return match platform(Product::Official).read_answer(&push, &body).unwrap() {
            BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => {
                (content, Outcome::Answered(text))
            }
            BotAnswer::Empty => (content, Outcome::Acknowledged),
            other => panic!("{other:?}"),
        };
    }
    (content, Outcome::Failed)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_and_nothing_is_answered_twice() {
    let folder = tempfile::tempdir().unwrap();
    let sent = Sent::default();
    let api = serve_api(sent.clone()).await;
    // The port of a listener that is closed again.
    let listen = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let mut bot = start(listen, folder.path(), &api);
    let http = reqwest::Client::new();
    let begun = Arc::new(AtomicUsize::new(0));
    let pushes = tokio::spawn({
        let (http, begun) = (http.clone(), begun.clone());
        async move {
            stream::iter(0..MESSAGES)
                .map(|number| {
                    begun.fetch_add(1, Ordering::Relaxed);
                    let http = http.clone();
                    async move { push(&http, listen, number).await }
                })
                .buffer_unordered(CONCURRENT)
                .collect::<Vec<_>>()
                .await
        }
    });
    for kill in 1..=KILLS {
        let due = kill * MESSAGES / (KILLS + 1);
        poll_until(async || (begun.load(Ordering::Relaxed) >= due).then_some(())).await.unwrap();
        bot.signal("KILL").await;
        bot.ended().await;
        bot = start(listen, folder.path(), &api);
    }
    let outcomes = pushes.await.unwrap();

    // Claims of the processes that were killed end after a while.
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let config = Config::new(AccountConfig::official(APP_ID, "s")).inbox(inbox_of(folder.path()));
    let inbox = config.open_inbox(&clock).unwrap();
    let mut stats = inbox.stats().await.unwrap();
    for _ in 0..10 {
        if stats.waiting + stats.claimed == 0 {
            break;
        }
        poll_until(async || {
            stats = inbox.stats().await.unwrap();
            (stats.waiting + stats.claimed == 0).then_some(())
        })
        .await;
    }
    assert_eq!((stats.waiting, stats.claimed), (0, 0), "{stats:?}");
    drop(bot);

    let handled = std::fs::read_to_string(folder.path().join("handled")).unwrap();
    let handled: HashSet<_> = handled.lines().collect();
    let parked = inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    let sent = sent.lock().unwrap().clone();
    let mut unanswered = Vec::new();
    for (content, outcome) in &outcomes {
        if *outcome == Outcome::Failed {
            continue;
        }
        assert!(handled.contains(content.as_str()), "{content} was acknowledged and not handled");
        let answer = format!("answer to {content}");
        let separately = sent.get(&answer).copied().unwrap_or_default();
        let passively = usize::from(*outcome == Outcome::Answered(answer));
        assert!(separately + passively <= 1, "{content}: {separately} and {passively} times");
        if separately + passively == 0 {
            unanswered.push(content);
        }
    }
    // A message that was being sent when the process was killed is parked: it may have been received.
    let why: Vec<_> = parked.items.iter().map(|item| &item.status.progress.failure).collect();
    assert!(unanswered.len() <= parked.items.len(), "{unanswered:?}, parked: {why:?}");
    let failed = outcomes.iter().filter(|(_, outcome)| *outcome == Outcome::Failed).count();
    assert!(failed < MESSAGES / 10, "{failed} pushes were never accepted");
}
