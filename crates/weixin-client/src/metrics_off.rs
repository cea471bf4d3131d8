//! Without the feature `metrics` nothing is reported.

use weixin_api::{AccountId, EndpointInfo, Error};

use crate::CallReport;

#[inline]
pub(crate) fn call(_: &CallReport<'_>, _: Option<&'static EndpointInfo>) {}

pub(crate) struct TokenFetch;

impl TokenFetch {
    #[inline]
    pub(crate) fn start(_: &AccountId) -> Self {
        Self
    }

    #[inline]
    pub(crate) fn end(self, _: Option<&Error>) {}
}
