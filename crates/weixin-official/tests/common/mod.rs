//! The account that the tests call as.

use weixin_api::Account;
use weixin_official::OfficialAccount;
use weixin_wire_tests::RoundTrip;

/// Calls of the account `wx1`.
pub(crate) fn calls() -> RoundTrip {
    RoundTrip::of(OfficialAccount::new("wx1", "s").id())
}
