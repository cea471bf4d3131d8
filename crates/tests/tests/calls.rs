//! Calls of a client, answered by the emulator in the same process.
#![allow(clippy::unwrap_used)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::future::join_all;
use weixin::{
    client::{CallReport, IntoClient, Metrics},
    emulator::*,
    prelude::*,
};

/// Counts what the client reports.
#[derive(Debug, Default)]
struct Counter {
    calls: AtomicUsize,
    failed: AtomicUsize,
    attempts: AtomicUsize,
}

impl Metrics for Counter {
    fn call(&self, report: &CallReport<'_>) {
        self.calls.fetch_add(1, Ordering::SeqCst);
        self.attempts.fetch_add(report.attempts as usize, Ordering::SeqCst);
        if report.failure.is_some() {
            self.failed.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// The tokens the platform has handed out since it began to count.
async fn ten_thousand(expire: impl AsyncFnOnce(&Emulator)) {
    const CALLS: usize = 10_000;
    let platform = Emulator::start().await;
    let account = platform.official();
    let Credentials { id, secret, .. } = account.credentials();
    let counter = Arc::new(Counter::default());
    let wx = OfficialAccount::new(id, secret)
        .client_builder()
        .clock(Arc::new(platform.clock()))
        .transport(account.transport())
        .metrics(counter.clone())
        .build()
        .unwrap();
    wx.menu().create([Button::click("Today", "TODAY")]).await.unwrap();
    assert_eq!(account.tokens_granted(), 1);
    expire(&platform).await;

    let replies = join_all((0..CALLS).map(|_| wx.menu().get().into_future())).await;
    for reply in replies {
        assert_eq!(reply.unwrap().menu.button.len(), 1);
    }
    assert_eq!(account.tokens_granted(), 2, "one token before, one after");
    assert_eq!(counter.calls.load(Ordering::SeqCst), 1 + CALLS);
    assert_eq!(counter.failed.load(Ordering::SeqCst), 0);
    // Each was sent at most twice.
    assert!(counter.attempts.load(Ordering::SeqCst) <= 1 + 2 * CALLS);
}

#[tokio::test]
async fn ten_thousand_calls_with_a_revoked_token_fetch_one() {
    ten_thousand(async |platform: &Emulator| platform.official().revoke_tokens()).await;
}

#[tokio::test]
async fn ten_thousand_calls_with_an_expired_token_fetch_one() {
    ten_thousand(async |platform: &Emulator| {
        platform.clock().advance(Duration::from_secs(3 * 3600)).await;
    })
    .await;
}
