//! Without the feature `metrics` nothing is measured.

use std::sync::Arc;

use weixin_api::{AccountId, Clock, Timestamp};
use weixin_protocol::Inbound;

use crate::{Outcome, route::Router};

#[inline]
pub(crate) fn describe() {}

#[derive(Debug, Clone)]
pub(crate) struct AccountLabel;

impl AccountLabel {
    #[inline]
    pub(crate) fn of(_: &AccountId) -> Self {
        Self
    }
}

#[derive(Debug)]
pub(crate) struct Kinds;

impl Kinds {
    #[inline]
    pub(crate) fn of(_: &Router) -> Self {
        Self
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Received {
    New,
    Repeat,
    Rejected(#[expect(dead_code, reason = "the reason is a label")] &'static str),
}

#[inline]
pub(crate) fn push_received(_: &AccountLabel, _: &Kinds, _: &Inbound, _: Received) {}

#[inline]
pub(crate) fn request_rejected(_: &AccountLabel, _: &'static str) {}

#[inline]
pub(crate) fn handler_runs() {}

#[inline]
pub(crate) fn handlers_ended(_: usize) {}

#[inline]
pub(crate) fn push_waits() {}

#[inline]
pub(crate) fn pushes_no_longer_wait(_: usize) {}

#[derive(Debug)]
pub(crate) struct HandlerTimer;

impl HandlerTimer {
    #[inline]
    pub(crate) fn start(_: &AccountLabel, _: &Arc<dyn Clock>, _: Option<Timestamp>) -> Self {
        Self
    }

    #[inline]
    pub(crate) fn stop(self, _: &AccountLabel, _: &Arc<dyn Clock>) {}
}

#[inline]
pub(crate) fn outcome(_: &AccountLabel, _: &Outcome) {}

#[inline]
pub(crate) fn inbox_failed(_: &'static str, _: &weixin_store::Error) {}
