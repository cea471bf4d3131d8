//! When a token is asked for again, and when it is not: to the second, and by which process.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::{
    Does, OK, Platform, SECRET, client, connect, faulty::Faulty, pass, processes::Shared, token,
};
use weixin_api::{BoxFuture, Clock, CredentialSource, Error, ErrorKind, TicketSource};
use weixin_open::ThirdPartyPlatform;
use weixin_protocol::Secret;
use weixin_work::WorkApp;

/// Lets whatever goes on in the background come to an end.
async fn settle() {
    for _ in 0..500 {
        tokio::task::yield_now().await;
    }
}

fn numbered() -> Arc<Platform> {
    Platform::with_tokens(|_, _| Does::Answers(OK))
}

async fn value(source: &dyn CredentialSource) -> Secret {
    source.get().await.unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_token_of_two_hours_is_not_used_in_its_last_ten_seconds() {
    for (seconds, wanted) in [(7200 - 11, "T0"), (7200 - 10, "T1")] {
        let source = client(&numbered()).credentials();
        value(&*source).await;
        pass(seconds).await;
        assert_eq!(value(&*source).await, Secret::new(wanted), "after {seconds} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_stored_token_is_taken_until_it_is_due() {
    for (seconds, fetched) in [(7200 - 241, 1), (7200 - 240, 2)] {
        let shared = Shared::new(numbered());
        value(&*shared.client().credentials()).await;
        pass(seconds).await;
        value(&*shared.client().credentials()).await;
        assert_eq!(shared.platform.tokens_fetched(), fetched, "after {seconds} s");
    }
}

#[tokio::test(start_paused = true)]
async fn a_token_that_is_not_due_is_used_without_a_look_at_the_store() {
    let mut shared = Shared::new(numbered());
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    let source = shared.client().credentials();
    value(&*source).await;
    // A look would end in a token that is fetched without the store.
    faulty.goes_down();
    for _ in 0..5 {
        assert_eq!(value(&*source).await, Secret::new("T0"));
        settle().await;
    }
    assert_eq!(shared.platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn calls_at_the_same_time_fetch_one_token_without_the_store_too() {
    let mut shared =
        Shared::new(Platform::new(|_, before| Does::Dawdles(token(&format!("T{before}")))));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.goes_down();
    let source = shared.client().credentials();
    let all = futures_util::future::join_all((0..20).map(|_| source.get())).await;
    assert!(all.into_iter().all(|got| got.unwrap() == Secret::new("T0")));
    assert_eq!(shared.platform.tokens_fetched(), 1);
}

#[tokio::test(start_paused = true)]
async fn who_joins_a_fetch_that_knows_of_no_rejection_asks_again() {
    let platform = Platform::new(|_, before| Does::Dawdles(token(&format!("T{before}"))));
    let source = client(&platform).credentials();
    let (first, other) = tokio::join!(source.get(), source.replace(Secret::new("T0")));
    assert_eq!((first.unwrap(), other.unwrap()), (Secret::new("T0"), Secret::new("T1")));
    assert_eq!(platform.tokens_fetched(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_one_call_found_rejected_is_good_enough_for_another() {
    let platform = Platform::new(|_, _| Does::Dawdles(token("SAME")));
    let source = connect(&WorkApp::new("ww1", 7, SECRET), &platform).credentials();
    let (rejected, other) = tokio::join!(source.replace(Secret::new("SAME")), source.get());
    assert_eq!(rejected.unwrap_err().kind(), ErrorKind::Credential);
    assert_eq!(other.unwrap(), Secret::new("SAME"));
}

#[tokio::test(start_paused = true)]
async fn the_platform_is_left_alone_for_thirty_seconds_after_it_gave_the_same_again() {
    let platform = Platform::new(|_, _| Does::Says(token("SAME")));
    let source = connect(&WorkApp::new("ww1", 7, SECRET), &platform).credentials();
    value(&*source).await;
    for (seconds, fetched) in [(0, 2), (29, 2), (1, 3)] {
        pass(seconds).await;
        source.replace(Secret::new("SAME")).await.unwrap_err();
        assert_eq!(platform.tokens_fetched(), fetched);
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejected_address_costs_this_process_one_call_in_thirty_seconds() {
    let platform = Platform::new(|_, _| {
        Does::Answers(r#"{"errcode":40164,"errmsg":"invalid ip, not in whitelist"}"#)
    });
    let source = client(&platform).credentials();
    for (seconds, fetched) in [(0, 1), (29, 1), (1, 2)] {
        pass(seconds).await;
        source.get().await.unwrap_err();
        assert_eq!(platform.tokens_fetched(), fetched);
    }
}

#[tokio::test(start_paused = true)]
async fn a_rejected_account_costs_all_processes_one_call_in_thirty_seconds() {
    let shared = Shared::new(Platform::new(|_, _| {
        Does::Answers(r#"{"errcode":40125,"errmsg":"invalid appsecret"}"#)
    }));
    for (seconds, fetched) in [(0, 1), (29, 1), (1, 2)] {
        pass(seconds).await;
        shared.client().credentials().get().await.unwrap_err();
        assert_eq!(shared.platform.tokens_fetched(), fetched);
    }
}

#[tokio::test(start_paused = true)]
async fn the_pause_after_a_failure_doubles_up_to_thirty_seconds() {
    let platform = Platform::new(|_, _| Does::Interrupts);
    let source = client(&platform).credentials();
    source.get().await.unwrap_err();
    let mut pauses = Vec::new();
    while pauses.len() < 7 {
        let (asked, mut seconds) = (platform.seen().len(), 0);
        while platform.seen().len() == asked {
            pass(1).await;
            seconds += 1;
            source.get().await.unwrap_err();
        }
        pauses.push(seconds);
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 30, 30]);
}

/// A platform that hands out the same token until it is forced, and counts how often it is.
fn same_until_forced() -> (Arc<Platform>, Arc<AtomicUsize>) {
    let forced = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&forced);
    let platform = Platform::new(move |seen, _| {
        if seen.text().contains(r#""force_refresh":true"#) {
            count.fetch_add(1, Ordering::SeqCst);
        }
        Does::Says(token(&format!("T{}", count.load(Ordering::SeqCst))))
    });
    (platform, forced)
}

#[tokio::test(start_paused = true)]
async fn what_another_process_forced_in_vain_is_not_forced_again() {
    let (platform, forced) = same_until_forced();
    let shared = Shared::new(platform);
    let one = shared.client().credentials();
    value(&*one).await;
    assert_eq!(one.replace(Secret::new("T0")).await.unwrap(), Secret::new("T1"));
    assert_eq!(forced.load(Ordering::SeqCst), 1);
    pass(31).await;
    // It has the token from elsewhere, such as a call that began before it was started.
    let error = shared.client().credentials().replace(Secret::new("T1")).await.unwrap_err();
    assert!(error.message().contains("same one again"), "{error}");
    assert_eq!(forced.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn that_the_last_token_worked_says_nothing_about_the_next() {
    let (given, forced) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (next, count) = (Arc::clone(&given), Arc::clone(&forced));
    let platform = Platform::new(move |seen, _| {
        if seen.text().contains(r#""force_refresh":true"#) {
            count.fetch_add(1, Ordering::SeqCst);
            next.fetch_add(1, Ordering::SeqCst);
        }
        Does::Says(token(&format!("T{}", next.load(Ordering::SeqCst))))
    });
    let source = client(&platform).credentials();
    source.accepted(&value(&*source).await);
    given.store(1, Ordering::SeqCst);
    assert_eq!(source.replace(Secret::new("T0")).await.unwrap(), Secret::new("T1"));
    assert_eq!(forced.load(Ordering::SeqCst), 0);
    // No call was accepted with it, and the platform hands it out again.
    assert_eq!(source.replace(Secret::new("T1")).await.unwrap(), Secret::new("T2"));
    assert_eq!(forced.load(Ordering::SeqCst), 1);
}

/// A ticket that takes its time.
#[derive(Debug)]
struct SlowTicket(Duration, Arc<dyn Clock>);

impl TicketSource for SlowTicket {
    fn latest(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            self.1.sleep(self.0).await;
            Ok(Secret::new("TICKET"))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn who_slept_through_its_lease_takes_what_its_successor_stored() {
    let mut shared = Shared::new(Platform::new(|_, before| {
        Does::Says(format!(r#"{{"component_access_token":"C{before}","expires_in":7200}}"#))
    }));
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.hangs_in_renewals();
    let component = |seconds| {
        let ticket = SlowTicket(Duration::from_secs(seconds), shared.clock.clone());
        shared.client_of(&ThirdPartyPlatform::new("wxC", SECRET, Arc::new(ticket))).credentials()
    };
    // Its lease is over after ten seconds.
    let slow = component(15);
    let slow = tokio::spawn(async move { slow.get().await });
    settle().await;
    let quick = component(0);
    assert_eq!(value(&*quick).await, Secret::new("C0"));
    assert_eq!(slow.await.unwrap().unwrap(), Secret::new("C0"));
    assert_eq!(shared.platform.seen().len(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_store_that_hangs_is_waited_for_no_longer_than_six_seconds() {
    let mut shared = Shared::new(numbered());
    let faulty = Faulty::of(Arc::clone(&shared.store));
    shared.store = faulty.clone();
    faulty.hangs();
    let before = shared.now();
    value(&*shared.client().credentials()).await;
    assert_eq!(shared.now().since(before), Duration::from_secs(6));
}
