//! Calls and answers on the wire, and the conversion of declared endpoints to and from them.
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
pub use request::{ApiRequest, Body, CallSecurity, Part, PartContent};
pub use response::ApiResponse;

use serde_json::{Map, Value};

use crate::{AccountId, Endpoint, EndpointInfo, Error, ErrorKind, FilePart, Reply};

/// Encodes a call of an endpoint by `account`. The credential is not part of it;
/// [`ApiRequest::target`] adds it.
///
/// # Errors
///
/// [`ErrorKind::Call`] if a field has a value that does not fit its declared location.
pub fn write_call<E: Endpoint>(endpoint: &E, account: &AccountId) -> Result<ApiRequest, Error> {
    encode::write_call(endpoint, account).map_err(|error| {
        Error::new(ErrorKind::Call, "the call cannot be written")
            .with_source(error)
            .in_call(format!("{} {}", E::INFO.method, E::INFO.path))
    })
}

/// Encodes a call of an endpoint from its fields as JSON and its files, without a value of its
/// type: for tools that know endpoints only by their declaration.
///
/// # Errors
///
/// [`ErrorKind::Call`] if a field has a value that does not fit its declared location. Types and
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

/// Reads the reply of an endpoint from an answer without an error code ([`ApiResponse::checked`]).
///
/// # Errors
///
/// [`ErrorKind::Reply`] if the answer does not fit.
pub fn read_reply<E: Endpoint>(answer: ApiResponse) -> Result<E::Reply, Error> {
    E::Reply::read(answer)
        .map_err(|error| error.in_call(format!("{} {}", E::INFO.method, E::INFO.path)))
}

/// Writes the reply of an endpoint, for the side that answers.
///
/// # Errors
///
/// [`ErrorKind::Reply`] if it cannot be written as JSON.
pub fn write_reply<E: Endpoint>(reply: &E::Reply) -> Result<ApiResponse, Error> {
    reply.write(E::INFO.no_errcode)
}
