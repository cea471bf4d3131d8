//! The test cases. Each has its own data.

mod concurrency;
mod counts;
mod keys;
mod kill;
mod leases;
mod values;
mod waits;

pub use concurrency::*;
pub use counts::*;
pub use keys::*;
pub use kill::*;
pub use leases::*;
pub use values::*;
pub use waits::*;

use std::{sync::Arc, time::Duration};

use weixin_api::Timestamp;
use weixin_store::{Key, Store, Value};

use crate::{Engine, ManualClock};

/// Generates one test per case. The argument is an `async fn(&str) -> Engine`, which receives a name
/// for the data: lower case letters and underscores. Attributes before it go on every test, for
/// instance an `#[ignore = "…"]` that says what an engine needs. `shared by processes` adds the cases
/// that start another process.
#[macro_export]
macro_rules! suite {
    ($(#[$attribute:meta])* $open:path) => {
        $crate::suite!(@ [$(#[$attribute])*] $open:
            values_are_stored,
            values_expire,
            put_if_absent_stores_only_once,
            swaps_need_the_version_seen,
            removals_check_conditions,
            keys_never_collide,
            keys_longer_than_the_maximum_are_invalid,
            scans_find_what_is_below,
            leases_exclude_each_other,
            fences_grow,
            a_paused_holder_is_fenced_off,
            counts_are_bounded,
            concurrent_counts_are_bounded,
            waits_end_with_a_change,
            waits_end_at_the_deadline,
            concurrent_swaps_lose_nothing,
            concurrent_leases_exclude_each_other,
        );
    };
    ($(#[$attribute:meta])* $open:path, shared by processes) => {
        $crate::suite!($(#[$attribute])* $open);
        $crate::suite!(@ [$(#[$attribute])*] $open: a_killed_holder_loses_its_lease);

        /// Holds a lease until it is killed.
        #[tokio::test]
        #[ignore = "not a test of its own: a_killed_holder_loses_its_lease starts it"]
        async fn child_holding_a_lease() {
            $crate::suite::hold_until_killed().await;
        }
    };
    (@ [$(#[$attribute:meta])*] $open:path: $($case:ident),* $(,)?) => {
        $crate::suite!(@@ [[$(#[$attribute])*] $open] $($case)*);
    };
    (@@ [$attributes:tt $open:path] $($case:ident)*) => {
        $($crate::suite!(@@@ $attributes $open: $case);)*
    };
    (@@@ [$(#[$attribute:meta])*] $open:path: $case:ident) => {
        $(#[$attribute])*
        #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
        async fn $case() {
            $crate::suite::$case($open(stringify!($case)).await).await;
        }
    };
}

/// Opens a store of this engine, with a clock.
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
