//! Checks that a verified message is a push to the account, and not one of its own answers posted
//! back.
//!
//! An answer is signed and encrypted in the same form as a push, so anyone who has seen one can
//! post it. Two things distinguish them: an answer is addressed to the user, and it has no `MsgId`.
//! An event has no `MsgId` either, but the answer to one has a result.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::Callback;
use crate::{Error, ErrorKind, Inbound, Kind, Product, push_class};

/// How many pushes must agree before their `ToUserName` is taken for the account's original id.
const CONFIRMATIONS: u8 = 3;

/// The original id of an account, learned from its pushes.
#[derive(Debug, Default)]
pub(super) struct LearnedId {
    /// Once it is known. Read with every push, so without a lock.
    known: OnceLock<String>,
    candidate: Mutex<Candidate>,
}

#[derive(Debug, Default)]
struct Candidate {
    id: String,
    /// How many pushes in a row were addressed to it.
    pushes: u8,
}

impl LearnedId {
    /// The id, once it is known.
    pub(super) fn known(&self) -> Option<String> {
        self.known.get().cloned()
    }

    /// Compares `to` with the known id, or learns from it. Only encrypted pushes are learned from:
    /// in plain mode anyone could have written the body.
    fn check(&self, to: &str, encrypted: bool) -> Result<(), Error> {
        match self.known.get() {
            Some(known) if known == to => return Ok(()),
            Some(known) => return Err(wrong(to, known)),
            None if !encrypted => return Ok(()),
            None => {}
        }
        let mut candidate = self.candidate.lock().unwrap_or_else(PoisonError::into_inner);
        if candidate.id == to {
            candidate.pushes = candidate.pushes.saturating_add(1);
        } else {
            *candidate = Candidate { id: to.to_owned(), pushes: 1 };
        }
        if candidate.pushes >= CONFIRMATIONS {
            // If another push was faster, it decides.
            let known = self.known.get_or_init(|| candidate.id.clone());
            return if known == to { Ok(()) } else { Err(wrong(to, known)) };
        }
        Ok(())
    }
}

impl Callback {
    /// Checks to whom a verified push is addressed, and that a message has the fields of a message.
    /// `receive_id` is whom it was encrypted for.
    pub(super) fn check_addressee(
        &self,
        inbound: &Inbound,
        receive_id: Option<&str>,
    ) -> Result<(), Error> {
        let kind = inbound.kind();
        if let Kind::Message(msg_type) = kind
            && !msg_type.eq_ignore_ascii_case("event")
        {
            check_message_fields(inbound)?;
        }
        check_no_event_answer(self.product, &kind, inbound)?;
        let to = inbound.header().to.as_str();
        if to.is_empty() || matches!(kind, Kind::Notice { .. }) {
            return Ok(());
        }
        let is_to = |id: &str| id.eq_ignore_ascii_case(to);
        if self.original_ids.iter().any(|id| is_to(id)) {
            return Ok(());
        }
        match self.product {
            Product::Work => {
                let ids = self.receive_ids.iter().map(String::as_str).chain(receive_id);
                let ids: Vec<_> = ids.filter(|id| !id.is_empty()).collect();
                if ids.is_empty() || ids.iter().any(|id| is_to(id)) {
                    return Ok(());
                }
                Err(wrong(to, ids[0]))
            }
            Product::Official | Product::Mini => match (&self.original_ids[..], &self.learned) {
                ([id, ..], _) => Err(wrong(to, id)),
                ([], Some(learned)) => learned.check(to, receive_id.is_some()),
                ([], None) => Ok(()),
            },
        }
    }
}

/// Every message from a user has a sender, a receiver, a time and an id. Events have no id, and
/// notices often only a time.
fn check_message_fields(inbound: &Inbound) -> Result<(), Error> {
    let has = |names: &[&str]| {
        let texts = names.iter().filter_map(|name| inbound.fields().text(name));
        texts.into_iter().any(|text| !text.trim().is_empty())
    };
    for names in [&["ToUserName"][..], &["FromUserName"], &["CreateTime"], &["MsgId", "MsgID"]] {
        if !has(names) {
            return Err(Error::new(
                ErrorKind::Incomplete,
                format!(
                    "a message without `{}` is not from the platform: an answer of this account may have been posted back",
                    names[0]
                ),
            ));
        }
    }
    Ok(())
}

/// An event that is a question has no result; its answer has one.
fn check_no_event_answer(
    product: Product,
    kind: &Kind<'_>,
    inbound: &Inbound,
) -> Result<(), Error> {
    let question = push_class(product, kind).allows("event");
    let has = |name: &&str| inbound.fields().get(name).is_some();
    if question && ["ResultCode", "resultcode"].iter().any(has) {
        return Err(Error::new(
            ErrorKind::Incomplete,
            "this is the answer to an event, not an event: an answer of this account has been \
             posted back",
        ));
    }
    Ok(())
}

fn wrong(to: &str, id: &str) -> Error {
    Error::new(
        ErrorKind::Addressee,
        format!(
            "the push is addressed to {to:?} and the account is {id:?}: an answer of this account has been posted back, or `original_id` is not the account's"
        ),
    )
}
