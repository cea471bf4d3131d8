//! JS-SDK tickets.

use std::time::Duration;

use weixin_api::Timestamp;

/// How long a ticket is valid.
const LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);

/// The number of tickets per kind that are kept, so that a signature with a former one is recognized.
const KEPT: usize = 3;

/// The tickets of an account, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Tickets(Vec<JsTicket>);

/// A ticket.
#[derive(Debug)]
pub(crate) struct JsTicket {
    /// `jsapi`, `wx_card`, or in WeCom `agent_config`.
    pub(crate) kind: &'static str,
    pub(crate) value: String,
    pub(crate) expires: Timestamp,
}

impl Tickets {
    /// The ticket of this kind and its remaining lifetime. A new one is issued when the previous
    /// one has expired.
    pub(crate) fn get(
        &mut self,
        kind: &'static str,
        now: Timestamp,
        fresh: String,
    ) -> (&str, Duration) {
        let alive = |ticket: &JsTicket| ticket.kind == kind && now < ticket.expires;
        let at = self.0.iter().position(alive).unwrap_or_else(|| {
            self.drop_oldest(kind);
            self.0.push(JsTicket { kind, value: fresh, expires: now + LIFETIME });
            self.0.len() - 1
        });
        let ticket = &self.0[at];
        (&ticket.value, ticket.expires.since(now))
    }

    /// Makes room for another ticket of this kind.
    fn drop_oldest(&mut self, kind: &'static str) {
        let of_kind = self.0.iter().filter(|ticket| ticket.kind == kind).count();
        let oldest = self.0.iter().position(|ticket| ticket.kind == kind);
        if let Some(oldest) = oldest.filter(|_| of_kind >= KEPT) {
            self.0.remove(oldest);
        }
    }

    /// The tickets that were issued, newest first.
    pub(crate) fn issued(&self) -> impl Iterator<Item = &JsTicket> {
        self.0.iter().rev()
    }

    /// All tickets, for redaction.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|ticket| ticket.value.as_str())
    }
}
