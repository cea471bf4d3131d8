//! Bots with an inbox in a database are killed again and again, or share it while repeats go to all
//! of them: whatever was acknowledged is handled and answered, and nothing is answered twice.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(unreachable_pub, missing_docs, reason = "this is one program")]

mod bots;
#[path = "../common/mod.rs"]
mod common;
mod platform;
mod verdict;

use std::time::Duration;

use bots::{Bots, Stage};
use platform::Pushes;
use weixin_store_tests::{RedisServer, postgres};

/// Kills one of the bots each time a part of the pushes has begun.
async fn storm(bots: &mut Bots, pushes: Pushes, kills: usize) {
    let messages = pushes.messages;
    let mut running = pushes.begin(bots);
    for kill in 1..=kills {
        running.until_begun(kill * messages / (kills + 1)).await;
        bots.kill(kill % bots.len()).await;
    }
    let outcomes = running.outcomes().await;
    bots.until_done().await;
    bots.verdict(&outcomes).await.nothing_lost_and_nothing_twice();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_is_killed_again_and_again_loses_nothing() {
    let mut bots = Bots::with_sqlite(1).await;
    storm(&mut bots, Pushes::of(1000), 16).await;
}

/// One kill at every stage of the handling, each with a bot of its own, all at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_bot_that_is_killed_at_any_stage_loses_nothing() {
    let stages = Stage::ALL.map(|stage| async move {
        let mut bots = Bots::with_sqlite(1).await;
        bots.die_at(stage, 20).await;
        let mut running = Pushes::of(80).begin(&bots);
        running.until_begun(40).await;
        bots.restart_dead().await;
        let outcomes = running.outcomes().await;
        bots.until_done().await;
        let verdict = bots.verdict(&outcomes).await;
        println!("{stage:?}: {verdict:?}");
        verdict.nothing_lost_and_nothing_twice();
    });
    futures_util::future::join_all(stages).await;
}

/// Deliveries and repeats alternate between two bots.
async fn round_robin(mut bots: Bots) {
    let pushes = Pushes { cut: Some(Duration::from_millis(150)), ..Pushes::of(200) };
    let outcomes = pushes.begin(&bots).outcomes().await;
    bots.until_done().await;
    let verdict = bots.verdict(&outcomes).await;
    verdict.nothing_lost_and_nothing_twice();
    verdict.each_handled_and_answered_once();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_bots_with_one_sqlite_file_handle_each_push_once() {
    round_robin(Bots::with_sqlite(2).await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Redis: `cargo xtask stores` runs it"]
async fn two_bots_with_redis_handle_each_push_once_and_survive_kills() {
    let redis = RedisServer::start_with(&["--appendonly", "yes"]).await;
    round_robin(Bots::with(&format!("{}/0", redis.address()), 2).await).await;
    let mut bots = Bots::with(&format!("{}/1", redis.address()), 2).await;
    storm(&mut bots, Pushes::of(400), 6).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Postgres: `cargo xtask stores` runs it"]
async fn two_bots_with_postgres_handle_each_push_once_and_survive_kills() {
    let once = postgres("killed_once").await;
    round_robin(Bots::with(once.address().unwrap(), 2).await).await;
    let storms = postgres("killed_storm").await;
    let mut bots = Bots::with(storms.address().unwrap(), 2).await;
    storm(&mut bots, Pushes::of(400), 6).await;
}
