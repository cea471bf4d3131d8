//! The tickets of the JS-SDK.

use std::time::Duration;

use weixin_api::Timestamp;

/// How long a ticket lives.
const LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);

/// The tickets of an account, one of each kind.
#[derive(Debug, Default)]
pub(crate) struct Tickets(Vec<Ticket>);

#[derive(Debug)]
struct Ticket {
    kind: &'static str,
    value: String,
    expires: Timestamp,
}

impl Tickets {
    /// The ticket of this kind and how long it still lives: the same one while it does, else a
    /// fresh one.
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

    /// Every ticket, which none may see.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|ticket| ticket.value.as_str())
    }
}
