//! The cases. Each gets data of its own.

mod counts;
mod crowd;
mod keys;
mod kill;
mod leases;
mod values;
mod waits;

pub use counts::*;
pub use crowd::*;
pub use keys::*;
pub use kill::*;
pub use leases::*;
pub use values::*;
pub use waits::*;

use std::{sync::Arc, time::Duration};

use weixin_api::Timestamp;
use weixin_store::{Key, Store, Value};

use crate::{Engine, ManualClock};

/// One test of every case. The argument is an `async fn(&str) -> Option<Engine>`, which gets a name
/// for the data: lower case letters and underscores. Without an engine the test is left out. With
/// `shared by processes` there are also those that start one.
#[macro_export]
macro_rules! suite {
    ($open:path) => {
        $crate::suite!(@ $open:
            values_are_kept,
            values_expire,
            only_the_first_is_first,
            swaps_need_the_version_seen,
            removals_have_conditions_too,
            keys_never_collide,
            keys_are_too_long,
            scans_find_what_is_below,
            leases_exclude,
            fences_grow,
            a_paused_holder_is_fenced_off,
            counts_are_bounded,
            counts_are_bounded_in_a_crowd,
            waits_end_with_a_change,
            waits_end_with_the_time,
            swaps_in_a_crowd_lose_nothing,
            leases_in_a_crowd_exclude,
        );
    };
    ($open:path, shared by processes) => {
        $crate::suite!($open);
        $crate::suite!(@ $open: a_killed_holder_loses_its_lease);

        /// Holds a lease until it is killed, if another test has started it for that.
        #[tokio::test]
        async fn a_child_that_holds() {
            $crate::suite::hold_until_killed().await;
        }
    };
    (@ $open:path: $($case:ident),* $(,)?) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                if let Some(engine) = $open(stringify!($case)).await {
                    $crate::suite::$case(engine).await;
                }
            }
        )*
    };
}

/// A store of this engine, and the clock it lives by.
fn open(engine: &Engine) -> (Arc<dyn Store>, Arc<ManualClock>) {
    let clock = ManualClock::new();
    (engine.open(clock.clone()), clock)
}

fn key(name: &str) -> Key {
    Key::new(name)
}

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

async fn put(store: &Arc<dyn Store>, key: &Key, text: &str, expires: Option<Timestamp>) {
    store.put(key, text.into(), expires).await.unwrap();
}

async fn text(store: &Arc<dyn Store>, key: &Key) -> Option<String> {
    let entry = store.get(key).await.unwrap()?;
    Some(entry.value.text().unwrap().to_owned())
}

fn value(text: &str) -> Value {
    text.into()
}
