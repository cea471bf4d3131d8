//! JS-SDK tickets.

use std::time::Duration;

use weixin_api::Timestamp;

/// How long a ticket is valid.
const LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);

/// The tickets of an account, one per kind.
#[derive(Debug, Default)]
pub(crate) struct Tickets(Vec<Ticket>);

#[derive(Debug)]
struct Ticket {
    kind: &'static str,
    value: String,
    expires: Timestamp,
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
        let alive = |ticket: &Ticket| ticket.kind == kind && now < ticket.expires;
        let at = self.0.iter().position(alive).unwrap_or_else(|| {
            self.0.retain(|ticket| ticket.kind != kind);
            self.0.push(Ticket { kind, value: fresh, expires: now + LIFETIME });
            self.0.len() - 1
        });
        let ticket = &self.0[at];
        (&ticket.value, ticket.expires.since(now))
    }

    /// All tickets, for redaction.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|ticket| ticket.value.as_str())
    }
}
