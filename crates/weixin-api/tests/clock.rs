//! The clock and the moments it gives.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{sync::Arc, time::Duration};

use weixin_api::{Clock, Elapsed, SystemClock, Timestamp, int_enum};
use weixin_protocol::{FromNode, Node, ToNode};

int_enum! {
    /// What became of it.
    pub enum Outcome {
        /// It is done.
        Done = 1,
    }
}

#[test]
fn moments_and_codes_travel_in_pushes() {
    let node = Node::from("1600000000");
    let moment = Timestamp::from_node(Some(&node)).unwrap();
    assert_eq!(moment, Timestamp::from_secs(1_600_000_000));
    assert_eq!(moment.to_node().unwrap().as_text(), Some("1600000000"));
    Timestamp::from_node(Some(&Node::from("soon"))).unwrap_err();
    for (text, outcome) in [("1", Outcome::Done), ("7", Outcome::Other(7))] {
        assert_eq!(Outcome::from_node(Some(&Node::from(text))), Ok(outcome));
        assert_eq!(outcome.to_node().unwrap().as_text(), Some(text));
    }
    Outcome::from_node(None).unwrap_err();
}

#[test]
fn moments_have_milliseconds_and_travel_as_seconds() {
    let moment = Timestamp::from_millis(1_500);
    assert_eq!((moment.as_secs(), moment.as_millis()), (1, 1_500));
    assert_eq!(moment + Duration::from_millis(500), Timestamp::from_secs(2));
    assert_eq!(moment - Duration::from_secs(9), Timestamp::default());
    assert_eq!(moment.since(Timestamp::from_secs(1)), Duration::from_millis(500));
    assert_eq!(Timestamp::from_secs(1).since(moment), Duration::ZERO);
    assert_eq!(Timestamp::from_millis(u64::MAX) + Duration::MAX, Timestamp::from_millis(u64::MAX));
    assert_eq!(serde_json::to_string(&moment).unwrap(), "1");
    assert_eq!(serde_json::from_str::<Timestamp>("2").unwrap(), Timestamp::from_secs(2));
}

// Tokio's paused time jumps to the next timer whenever nothing else can run.
#[tokio::test(start_paused = true)]
async fn a_time_limit_ends_what_does_not_end_itself() {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    assert!(clock.now() > Timestamp::from_secs(1_600_000_000));
    let day = Duration::from_secs(86_400);
    assert_eq!(clock.timeout(day, async { 7 }).await, Ok(7));
    assert_eq!(clock.timeout(Duration::ZERO, async { 7 }).await, Ok(7));
    assert_eq!(clock.timeout(day, std::future::pending::<()>()).await, Err(Elapsed));
    clock.sleep_until(clock.now() - day).await;
}
