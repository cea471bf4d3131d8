//! Several processes share a store: one fetches the token, and others take over when it dies or is
//! suspended. Each test runs against every kind of shared database.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::VecDeque,
    env,
    io::{Read, Write},
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, extract::State, http::Uri};
use futures_util::future::join_all;
use tokio::{process::Command, sync::oneshot};
use weixin::{
    api::{Clock, SystemClock, kind::Official},
    emulator::*,
    prelude::*,
};
use weixin_store_tests::{Engine, ManualClock, postgres, redis};
use weixin_tests::{program::Program, wait::with_timeout};

const PROCESSES: usize = 8;
const TASKS: usize = 50;

/// Environment variables with the parameters of a child.
const PLATFORM: &str = "WEIXIN_TEST_CHILD_PLATFORM";
const APP_ID: &str = "WEIXIN_TEST_CHILD_APP_ID";
const SECRET: &str = "WEIXIN_TEST_CHILD_SECRET";
const CALLS: &str = "WEIXIN_TEST_CHILD_CALLS";

/// Starts this program as a child that makes this number of concurrent calls.
fn child(engine: &Engine, platform: &str, id: &str, secret: &str, calls: usize) -> Program {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "the_child", "--ignored", "--nocapture"]);
    command.env(PLATFORM, platform).env(APP_ID, id).env(SECRET, secret);
    command.env(CALLS, calls.to_string());
    engine.pass_to(&mut command);
    Program::start(command)
}

/// A client with its token in the store.
fn client(
    engine: &Engine,
    clock: Arc<dyn Clock>,
    platform: &str,
    id: &str,
    secret: &str,
) -> Client<Official> {
    let account = OfficialAccount::new(id, secret);
    let builder = account.client_builder().clock(clock.clone()).api_base(platform);
    builder.store(engine.open(clock)).build().unwrap()
}

/// The child process: reports that it is ready, waits for the end of its input, and makes its
/// calls.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "not a test of its own: the tests of this file start it"]
async fn the_child() {
    let Ok(platform) = env::var(PLATFORM) else { return };
    let (id, secret) = (env::var(APP_ID).unwrap(), env::var(SECRET).unwrap());
    let calls: usize = env::var(CALLS).unwrap().parse().unwrap();
    let engine = Engine::from_env().unwrap();
    let wx = client(&engine, Arc::new(SystemClock), &platform, &id, &secret);
    writeln!(std::io::stdout(), "the child is ready").unwrap();
    tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()))
        .await
        .unwrap()
        .unwrap();
    let tasks = (0..calls).map(|_| {
        let wx = wx.clone();
        tokio::spawn(async move { wx.menu().delete().await })
    });
    for outcome in join_all(tasks).await {
        outcome.unwrap().unwrap();
    }
    writeln!(std::io::stdout(), "the child made {calls} calls").unwrap();
}

async fn eight_processes_fetch_one_token(engine: Engine) {
    let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
    let url = platform.url().unwrap();
    let Credentials { id, secret, .. } = platform.official().credentials();
    let children = (0..PROCESSES)
        .map(|_| child(&engine, &url, id.as_str(), secret.expose(), TASKS))
        .collect::<Vec<_>>();
    for child in &children {
        child.prints("the child is ready").await;
    }
    for (status, printed) in join_all(children.into_iter().map(Program::end)).await {
        assert!(status.success(), "{printed}");
        assert!(printed.contains(&format!("the child made {TASKS} calls")), "{printed}");
    }
    let count = |path| platform.calls().iter().filter(|call| call.request.path == path).count();
    assert_eq!(count("/cgi-bin/stable_token"), 1);
    assert_eq!(count("/cgi-bin/menu/delete"), PROCESSES * TASKS);
}

/// A platform whose first responses wait until they are released.
#[derive(Default)]
struct Slow {
    /// For each waiting token request: the notification that it arrived, and its release.
    waiting: VecDeque<(oneshot::Sender<()>, oneshot::Receiver<()>)>,
    tokens: usize,
    /// The tokens of other calls.
    seen: Vec<String>,
}

type Platform = Arc<Mutex<Slow>>;

async fn answer(State(platform): State<Platform>, uri: Uri) -> String {
    let (number, waiting) = {
        let mut platform = platform.lock().unwrap();
        if !uri.path().ends_with("/cgi-bin/stable_token") {
            let query = uri.query().unwrap_or_default();
            platform.seen.push(query.trim_start_matches("access_token=").to_owned());
            return r#"{"errcode":0,"errmsg":"ok"}"#.to_owned();
        }
        platform.tokens += 1;
        (platform.tokens - 1, platform.waiting.pop_front())
    };
    if let Some((came, word)) = waiting {
        came.send(()).unwrap();
        // If the test has ended, the response is not needed.
        let _ = word.await;
    }
    format!(r#"{{"access_token":"T{number}","expires_in":7200}}"#)
}

/// Starts such a platform. Its first token request is reported, and waits for its release.
async fn slow_platform() -> (String, Platform, oneshot::Receiver<()>, oneshot::Sender<()>) {
    let ((came, comes), (go, word)) = (oneshot::channel(), oneshot::channel());
    let platform = Platform::default();
    platform.lock().unwrap().waiting.push_back((came, word));
    let app = Router::new().fallback(answer).with_state(platform.clone());
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    (url, platform, comes, go)
}

/// The documented duration of the lease.
const LEASE: Duration = Duration::from_secs(10);

async fn a_killed_process_is_replaced_within_its_lease(engine: Engine) {
    let (url, platform, comes, _go) = slow_platform().await;
    let mut holder = child(&engine, &url, "wx1", "secret", 1);
    holder.prints("the child is ready").await;
    holder.close_input();
    with_timeout("the first question for a token", comes).await.unwrap();
    holder.signal("KILL").await;
    let (status, printed) = holder.end().await;
    assert!(status.code().is_none(), "{printed}");

    let clock = ManualClock::new();
    let wx = client(&engine, clock.clone(), &url, "wx1", "secret");
    let call = tokio::spawn(async move { wx.menu().delete().await });
    clock.set(SystemClock.now() + LEASE);
    with_timeout("the call", call).await.unwrap().unwrap();
    let platform = platform.lock().unwrap();
    assert_eq!((platform.tokens, &platform.seen[..]), (2, &["T1".to_owned()][..]));
}

async fn a_process_that_was_stopped_takes_the_later_token(engine: Engine) {
    let (url, platform, comes, go) = slow_platform().await;
    let mut paused = child(&engine, &url, "wx1", "secret", 1);
    paused.prints("the child is ready").await;
    paused.close_input();
    with_timeout("the first question for a token", comes).await.unwrap();
    paused.signal("STOP").await;

    let clock = ManualClock::new();
    let wx = client(&engine, clock.clone(), &url, "wx1", "secret");
    let call = tokio::spawn(async move { wx.menu().delete().await });
    clock.set(SystemClock.now() + LEASE);
    with_timeout("the call", call).await.unwrap().unwrap();

    // The response to the first process arrives late. It must not replace the newer token.
    go.send(()).unwrap();
    paused.signal("CONT").await;
    let (status, printed) = paused.end().await;
    assert!(status.success(), "{printed}");
    {
        let platform = platform.lock().unwrap();
        assert_eq!((platform.tokens, platform.seen.clone()), (2, vec!["T1".to_owned(); 2]));
    }
    let third = client(&engine, ManualClock::new(), &url, "wx1", "secret");
    third.menu().delete().await.unwrap();
    assert_eq!(platform.lock().unwrap().tokens, 2);
}

async fn sqlite(_: &str) -> Engine {
    Engine::sqlite()
}

/// A test of one case with one kind of database.
macro_rules! tests {
    ($($(#[$attribute:meta])* $name:ident: $case:ident in $engine:ident;)*) => {
        $(
            $(#[$attribute])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                $case($engine(stringify!($name)).await).await;
            }
        )*
    };
}

tests! {
    #[ignore = "needs Redis: `cargo xtask stores` runs it"]
    eight_processes_fetch_one_token_with_redis: eight_processes_fetch_one_token in redis;
    eight_processes_fetch_one_token_with_sqlite: eight_processes_fetch_one_token in sqlite;
    #[ignore = "needs Postgres: `cargo xtask stores` runs it"]
    eight_processes_fetch_one_token_with_postgres: eight_processes_fetch_one_token in postgres;
    #[ignore = "needs Redis: `cargo xtask stores` runs it"]
    killed_with_redis: a_killed_process_is_replaced_within_its_lease in redis;
    killed_with_sqlite: a_killed_process_is_replaced_within_its_lease in sqlite;
    #[ignore = "needs Postgres: `cargo xtask stores` runs it"]
    killed_with_postgres: a_killed_process_is_replaced_within_its_lease in postgres;
    #[ignore = "needs Redis: `cargo xtask stores` runs it"]
    stopped_with_redis: a_process_that_was_stopped_takes_the_later_token in redis;
    stopped_with_sqlite: a_process_that_was_stopped_takes_the_later_token in sqlite;
    #[ignore = "needs Postgres: `cargo xtask stores` runs it"]
    stopped_with_postgres: a_process_that_was_stopped_takes_the_later_token in postgres;
}
