//! Calls and answers as they travel, and the way from a declared endpoint to them and back.
//!
//! | | the side that calls | the side that answers |
//! |---|---|---|
//! | call | [`write_call`] → [`ApiRequest`] | [`IncomingRequest`] → [`read_call`] |
//! | answer | [`ApiResponse`] → [`read_reply`] | [`write_reply`] → [`ApiResponse`] |
//!
//! Everything here is generic over the endpoint and performs no I/O.

mod encode;
mod incoming_request;
pub mod multipart;
pub mod query;
mod request;
mod response;

pub use incoming_request::{DecodeError, DecodeErrorKind, IncomingRequest, read_call};
pub use request::{ApiRequest, Body, Part, PartContent};
pub use response::ApiResponse;

use serde_json::{Map, Value};

use crate::{AccountId, Endpoint, EndpointInfo, Error, ErrorKind, FilePart, Reply};

/// Writes the call of an endpoint as `account` makes it. The credential is not part of it; it is
/// added by [`ApiRequest::target`].
///
/// # Errors
///
/// [`ErrorKind::Call`] when a field has a value that cannot go where it is declared to go.
pub fn write_call<E: Endpoint>(endpoint: &E, account: &AccountId) -> Result<ApiRequest, Error> {
    encode::write_call(endpoint, account).map_err(|error| {
        Error::new(ErrorKind::Call, "the call cannot be written")
            .with_source(error)
            .in_call(format!("{} {}", E::INFO.method, E::INFO.path))
    })
}

/// Writes the call of an endpoint from its fields as JSON and its files, without a value of its
/// type: for tools that know endpoints only by what is declared of them.
///
/// # Errors
///
/// [`ErrorKind::Call`] when a field has a value that cannot go where it is declared to go. Types and
/// missing fields are not checked here.
pub fn write_json_call(
    info: &'static EndpointInfo,
    fields: &Map<String, Value>,
    files: Vec<(String, FilePart)>,
    account: &AccountId,
) -> Result<ApiRequest, Error> {
    let mut call = encode::encode(info, fields, account).map_err(|error| {
        Error::new(ErrorKind::Call, "the call cannot be written")
            .with_source(error)
            .in_call(format!("{} {}", info.method, info.path))
    })?;
    for (name, file) in files {
        call = call.with_part(Part::file(name, file));
    }
    Ok(call)
}

/// Reads the reply of an endpoint from an answer that was found to hold no error code
/// ([`ApiResponse::checked`]).
///
/// # Errors
///
/// [`ErrorKind::Reply`] when the answer is something else.
pub fn read_reply<E: Endpoint>(answer: ApiResponse) -> Result<E::Reply, Error> {
    E::Reply::read(answer)
        .map_err(|error| error.in_call(format!("{} {}", E::INFO.method, E::INFO.path)))
}

/// Writes the reply of an endpoint, for the side that answers.
///
/// # Errors
///
/// [`ErrorKind::Reply`] when it cannot be written as JSON.
pub fn write_reply<E: Endpoint>(reply: &E::Reply) -> Result<ApiResponse, Error> {
    reply.write(E::INFO.no_errcode)
}
