//! Visitors of the web pages of a WeCom app (网页授权登录): codes, and tickets for private data.

use std::{
    collections::{HashMap, HashSet},
    time::Duration,
};

use weixin_api::Timestamp;
use weixin_protocol::PeerId;

use super::{CODE_LIFETIME, GrantError};

/// How long a `user_ticket` is valid.
const TICKET_LIFETIME: Duration = Duration::from_secs(1800);

/// How long expired values are kept, so that they are reported as expired and not as unknown.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

/// The visitors of a WeCom app's pages.
#[derive(Debug, Default)]
pub(crate) struct Visits {
    codes: HashMap<String, Code>,
    /// Member and expiry by ticket.
    tickets: HashMap<String, (PeerId, Timestamp)>,
    /// The names of people outside of the corp who are its customers (客户).
    pub(crate) customers: HashSet<String>,
}

#[derive(Debug)]
struct Code {
    visitor: VisitingPerson,
    private: bool,
    expires: Timestamp,
    used: bool,
}

/// Who visits a page of a corp.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VisitingPerson {
    /// A member, by userid.
    Member(PeerId),
    /// Somebody else, by name.
    Outsider(String),
}

impl Visits {
    /// Issues a code to a visitor. `private`: they agreed to share private data.
    pub(crate) fn issue_code(
        &mut self,
        visitor: VisitingPerson,
        private: bool,
        code: String,
        now: Timestamp,
    ) {
        self.codes.retain(|_, code| now < code.expires + RETENTION);
        self.tickets.retain(|_, (_, expires)| now < *expires + RETENTION);
        let expires = now + CODE_LIFETIME;
        self.codes.insert(code, Code { visitor, private, expires, used: false });
    }

    /// Exchanges a code for its visitor, and whether they share private data.
    pub(crate) fn exchange(
        &mut self,
        code: &str,
        now: Timestamp,
    ) -> Result<(VisitingPerson, bool), GrantError> {
        let code = self.codes.get_mut(code).ok_or(GrantError::Unknown)?;
        if std::mem::replace(&mut code.used, true) {
            return Err(GrantError::Used);
        }
        if now >= code.expires {
            return Err(GrantError::Expired);
        }
        Ok((code.visitor.clone(), code.private))
    }

    /// Issues a ticket for the private data of a member, and returns its lifetime.
    pub(crate) fn issue_ticket(
        &mut self,
        member: PeerId,
        ticket: String,
        now: Timestamp,
    ) -> Duration {
        self.tickets.insert(ticket, (member, now + TICKET_LIFETIME));
        TICKET_LIFETIME
    }

    /// The member whose private data a ticket permits to read.
    pub(crate) fn member_of_ticket(
        &self,
        ticket: &str,
        now: Timestamp,
    ) -> Result<&PeerId, GrantError> {
        let (member, expires) = self.tickets.get(ticket).ok_or(GrantError::Unknown)?;
        if now < *expires { Ok(member) } else { Err(GrantError::Expired) }
    }

    /// All tickets, for redaction.
    pub(crate) fn tickets(&self) -> impl Iterator<Item = &str> {
        self.tickets.keys().map(String::as_str)
    }
}
