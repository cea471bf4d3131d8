//! The bot and its watcher, with a source in this process and with a web server.

use std::sync::Mutex;

use axum::{Router, http::StatusCode, routing::get};
use tokio::net::TcpListener;
use weixin::{
    api::BoxFuture,
    bot::{App, BoxError},
    emulator::*,
    store::MemoryStore,
};

use super::*;
use crate::{page::Source, watcher::INTERVAL};

const CHANGED: &str = "Something has changed: tickets";

/// A page that the test changes.
#[derive(Clone)]
struct Board(Arc<Mutex<Result<&'static str, &'static str>>>);

impl Board {
    fn new(text: &'static str) -> Self {
        Self(Arc::new(Mutex::new(Ok(text))))
    }

    fn says(&self, text: Result<&'static str, &'static str>) {
        *self.0.lock().unwrap() = text;
    }
}

impl Source for Board {
    fn name(&self) -> &str {
        "tickets"
    }

    fn read(&self) -> BoxFuture<'_, Result<String, BoxError>> {
        let text = *self.0.lock().unwrap();
        Box::pin(async move { Ok(text?.to_owned()) })
    }
}

/// A bot at this account, and who watches.
async fn connect(account: &Account) -> (App, Watchers) {
    let store = MemoryStore::with_clock(Arc::new(account.clock()));
    let watchers = Watchers::new(Arc::new(store));
    let app = account.connect(bot(watchers.clone())).await.unwrap();
    (app, watchers)
}

fn watcher<S: Source>(source: S, account: &Account, app: &App, watchers: &Watchers) -> Watcher<S> {
    Watcher::new(source, app.clients(), watchers.clone(), Arc::new(account.clock()))
}

#[tokio::test]
async fn those_who_watch_are_told_of_changes() {
    let platform = Emulator::start().await;
    let account = platform.work();
    let (app, watchers) = connect(&account).await;
    let board = Board::new("sold out");
    tokio::spawn(watcher(board.clone(), &account, &app, &watchers).run());
    let (ann, bo) = (account.follower("ann"), account.follower("bo"));
    let mut ann_sees = ann.says("watch").await;
    ann_sees.expect_text(starts_with("You will be told")).await;
    let mut bo_sees = bo.says("hello").await;
    bo_sees.expect_text("Say: watch, or unwatch").await;
    ann_sees.expect_nothing_for(3 * INTERVAL).await;

    board.says(Ok("two left"));
    platform.clock().advance(INTERVAL).await;
    ann_sees.expect_text(CHANGED).await.expect_nothing_for(3 * INTERVAL).await;
    bo_sees.expect_nothing_for(INTERVAL).await;

    // An error is no change, and does not end it.
    board.says(Err("the page is away"));
    ann_sees.expect_nothing_for(3 * INTERVAL).await;
    board.says(Ok("two left"));
    ann_sees.expect_nothing_for(3 * INTERVAL).await;
    board.says(Ok("one left"));
    platform.clock().advance(INTERVAL).await;
    ann_sees.expect_text(CHANGED).await;

    ann.says("unwatch").await.expect_text("You will hear nothing more.").await;
    board.says(Ok("sold out"));
    ann_sees.expect_nothing_for(3 * INTERVAL).await;
}

#[tokio::test]
async fn one_who_cannot_be_told_does_not_keep_others_from_it() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (app, watchers) = connect(&account).await;
    let board = Board::new("sold out");
    let watcher = watcher(board.clone(), &account, &app, &watchers);
    watcher.check().await.unwrap();
    let (ann, bo) = (account.follower("ann"), account.follower("bo"));
    let mut ann_sees = ann.says("watch").await;
    ann_sees.expect_text(starts_with("You will be told")).await;
    // An Official Account may send messages to her for two days.
    platform.clock().advance(48 * 60 * INTERVAL).await;
    let mut bo_sees = bo.says("watch").await;
    bo_sees.expect_text(starts_with("You will be told")).await;
    board.says(Ok("two left"));
    watcher.check().await.unwrap();
    bo_sees.expect_text(CHANGED).await;
    ann_sees.expect_nothing_for(INTERVAL).await;
}

#[tokio::test]
async fn a_change_while_the_process_was_away_is_told() {
    let platform = Emulator::start().await;
    let account = platform.work();
    let (app, watchers) = connect(&account).await;
    let board = Board::new("sold out");
    watcher(board.clone(), &account, &app, &watchers).check().await.unwrap();
    let ann = account.follower("ann");
    let mut ann_sees = ann.says("watch").await;
    ann_sees.expect_text(starts_with("You will be told")).await;
    board.says(Ok("two left"));
    // Another watcher with the same store.
    watcher(board, &account, &app, &watchers).check().await.unwrap();
    ann_sees.expect_text(CHANGED).await;
}

#[tokio::test]
async fn a_page_is_read_over_http() {
    let answer = Arc::new(Mutex::new((StatusCode::OK, "sold out")));
    let of_server = Arc::clone(&answer);
    let page = Router::new().route("/", get(async move || *of_server.lock().unwrap()));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, page).await });

    let platform = Emulator::start().await;
    let account = platform.work();
    let (app, watchers) = connect(&account).await;
    let watcher = watcher(Page::new(url.clone()).unwrap(), &account, &app, &watchers);
    watcher.check().await.unwrap();
    let mut ann_sees = account.follower("ann").says("watch").await;
    ann_sees.expect_text(starts_with("You will be told")).await;

    *answer.lock().unwrap() = (StatusCode::BAD_GATEWAY, "try again later");
    assert!(watcher.check().await.unwrap_err().to_string().contains("502"));
    *answer.lock().unwrap() = (StatusCode::OK, "two left");
    watcher.check().await.unwrap();
    ann_sees.expect_text(format!("Something has changed: {url}").as_str()).await;
}
