//! The accounts that the tests call as.

#![allow(dead_code, reason = "not every file uses all of them")]

use weixin_api::{Account, AccountId, AccountKind};
use weixin_wire_tests::RoundTrip;
use weixin_work::WorkApp;

/// Calls of the app 1000002 of the corporation `ww1`.
pub(crate) fn calls() -> RoundTrip {
    RoundTrip::of(WorkApp::new("ww1", 1_000_002, "s").id())
}

/// Calls of another kind of account, `ww1`.
pub(crate) fn calls_of(kind: AccountKind) -> RoundTrip {
    RoundTrip::of(AccountId::new(kind, "ww1"))
}
