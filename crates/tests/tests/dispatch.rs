//! Property tests of the dispatcher on the virtual clock: order, bounds and completeness for
//! arbitrary pushes and handler durations.
#![allow(clippy::unwrap_used)]

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use proptest::prelude::*;
use weixin::{
    api::Clock,
    bot::{Rejected, ReplyWindow},
    emulator::VirtualClock,
    prelude::{Bot, Text},
};
use weixin_tests::test_source;

/// A push: its user, the duration of its handler, and the delay after the previous push.
#[derive(Debug, Clone, Copy)]
struct Arrival {
    user: u8,
    takes: u64,
    after: u64,
}

#[derive(Debug, Clone, Copy)]
struct Settings {
    max_running: usize,
    max_queued: usize,
    parallel: bool,
}

/// Handler events in order: user, number of the push, and whether it ended.
type Log = Arc<Mutex<Vec<(u8, usize, bool)>>>;

/// Sends the pushes. Returns the handler events and the rejected pushes.
async fn run(settings: Settings, arrivals: &[Arrival]) -> (Vec<(u8, usize, bool)>, Vec<usize>) {
    let clock = Arc::new(VirtualClock::default());
    let log = Log::default();
    let bot = Bot::new()
        .clock(clock.clone())
        .max_running(settings.max_running)
        .max_queued(settings.max_queued)
        .on({
            let (clock, log): (Arc<dyn Clock>, _) = (clock.clone(), log.clone());
            move |msg: Text| {
                let (clock, log) = (clock.clone(), log.clone());
                async move {
                    let mut words = msg.content.split(' ');
                    let mut word = || words.next().unwrap();
                    let (user, id) = (word().parse().unwrap(), word().parse().unwrap());
                    let takes: u64 = word().parse().unwrap();
                    log.lock().unwrap().push((user, id, false));
                    if takes > 0 {
                        clock.sleep(Duration::from_millis(takes)).await;
                    }
                    log.lock().unwrap().push((user, id, true));
                }
            }
        });
    let bot = if settings.parallel { bot.parallel() } else { bot };
    let (app, intake) = test_source::start(bot).await;
    let mut rejected = Vec::new();
    for (id, Arrival { user, takes, after }) in arrivals.iter().copied().enumerate() {
        if after > 0 {
            clock.advance(Duration::from_millis(after)).await;
        }
        let content = format!("{user} {id} {takes}");
        let push = test_source::text(&format!("user{user}"), &id.to_string(), &content);
        let envelope = intake.envelope(push);
        match intake.accept(envelope, ReplyWindow::None).await {
            Ok(_) => {}
            Err(Rejected::Busy) => rejected.push(id),
            Err(other) => panic!("{other}"),
        }
    }
    app.stop();
    let idle = tokio::spawn(async move { app.idle().await });
    clock.advance(Duration::from_secs(600)).await;
    idle.await.unwrap();
    let log = log.lock().unwrap().clone();
    (log, rejected)
}

fn check(settings: Settings, arrivals: &[Arrival]) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (log, rejected) = runtime.block_on(run(settings, arrivals));
    // No push is lost or handled twice.
    let mut handled: Vec<_> = log.iter().filter(|(.., ended)| *ended).map(|one| one.1).collect();
    assert_eq!(log.len(), 2 * handled.len(), "what began has ended");
    handled.extend(&rejected);
    handled.sort_unstable();
    assert_eq!(handled, (0..arrivals.len()).collect::<Vec<_>>());
    let most = settings.max_running + settings.max_queued;
    assert!(rejected.is_empty() || arrivals.len() > most, "there was room: {rejected:?}");
    // The limit holds, and the pushes of a user are handled in order.
    let (mut running, mut of_user) = (0, HashMap::<u8, (usize, Option<usize>)>::new());
    for (user, id, ended) in log {
        running = if ended { running - 1 } else { running + 1 };
        assert!(running <= settings.max_running, "{running} run");
        if settings.parallel {
            continue;
        }
        let (running, last) = of_user.entry(user).or_default();
        *running = if ended { *running - 1 } else { *running + 1 };
        assert!(*running <= 1, "two of user {user} run");
        assert!(last.is_none_or(|last| last <= id), "{id} after {last:?}");
        *last = Some(id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn pushes_are_handled_in_order_once_and_within_limits(
        max_running in 1..5_usize,
        max_queued in 0..40_usize,
        parallel in any::<bool>(),
        arrivals in prop::collection::vec(
            (0..5_u8, prop_oneof![Just(0), 1..50_u64], prop_oneof![2 => Just(0), 1 => 1..30_u64])
                .prop_map(|(user, takes, after)| Arrival { user, takes, after }),
            1..60,
        ),
    ) {
        check(Settings { max_running, max_queued, parallel }, &arrivals);
    }
}

#[test]
fn pushes_of_different_users_run_concurrently() {
    let settings = Settings { max_running: 10, max_queued: 10, parallel: false };
    let arrival = |user, takes| Arrival { user, takes, after: 0 };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let arrivals = [arrival(0, 1000), arrival(0, 1), arrival(1, 1)];
    let (log, _) = runtime.block_on(run(settings, &arrivals));
    let position = |wanted| log.iter().position(|one| *one == wanted).unwrap();
    assert!(position((1, 2, true)) < position((0, 0, true)), "{log:?}");
    assert!(position((0, 0, true)) < position((0, 1, false)), "{log:?}");
}
