//! Calls and answers as they travel, and the way from a declared endpoint to them and back.
//!
//! | | the side that calls | the side that answers |
//! |---|---|---|
//! | call | [`write_call`] → [`Outgoing`] | [`Incoming`] → [`read_call`] |
//! | answer | [`Answer`] → [`read_reply`] | [`write_reply`] → [`Answer`] |
//!
//! Everything here is generic over the endpoint and performs no I/O.

mod answer;
mod incoming;
pub mod multipart;
mod outgoing;
mod place;
pub mod query;

pub use answer::Answer;
pub use incoming::{Incoming, Misread, MisreadKind, read_call};
pub use outgoing::{Body, Outgoing, Part, PartContent};

use crate::{AccountId, Endpoint, Error, ErrorKind, Reply};

/// Writes the call of an endpoint as `account` makes it. The credential is not part of it; it is
/// added by [`Outgoing::target`].
///
/// # Errors
///
/// [`ErrorKind::Call`] when a field has a value that cannot go where it is declared to go.
pub fn write_call<E: Endpoint>(endpoint: &E, account: &AccountId) -> Result<Outgoing, Error> {
    place::write_call(endpoint, account).map_err(|error| {
        Error::new(ErrorKind::Call, "the call cannot be written")
            .with_source(error)
            .in_call(format!("{} {}", E::INFO.method, E::INFO.path))
    })
}

/// Reads the reply of an endpoint from an answer that was found to hold no error code
/// ([`Answer::checked`]).
///
/// # Errors
///
/// [`ErrorKind::Reply`] when the answer is something else.
pub fn read_reply<E: Endpoint>(answer: Answer) -> Result<E::Reply, Error> {
    E::Reply::read(answer)
        .map_err(|error| error.in_call(format!("{} {}", E::INFO.method, E::INFO.path)))
}

/// Writes the reply of an endpoint, for the side that answers.
///
/// # Errors
///
/// [`ErrorKind::Reply`] when it cannot be written as JSON.
pub fn write_reply<E: Endpoint>(reply: &E::Reply) -> Result<Answer, Error> {
    reply.write(E::INFO.bare)
}
