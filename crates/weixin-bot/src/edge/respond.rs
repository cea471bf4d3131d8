//! Turns the engine's answer into a response that the platform understands.

use axum::body::Body;
use http::{
    HeaderValue, Response, StatusCode,
    header::{ALLOW, CONTENT_TYPE},
};
use weixin_protocol::{Acknowledgement, Error, Map, Node, PushClass, ReplySeal, SealedReply};

use super::confirming::ConfirmingBody;
use crate::engine::Answer;

/// The field names in the answer to a virtual payment notice.
const CODE: &str = "ErrCode";
const MESSAGE: &str = "ErrMsg";

/// The response to a push. `now` is in seconds since 1970.
///
/// # Errors
/// If the answer cannot be written.
pub(super) fn respond(
    answer: Answer,
    class: &PushClass,
    seal: &ReplySeal,
    now: i64,
) -> Result<Response<Body>, Error> {
    let (code, message) = match (answer, class.acknowledgement) {
        (Answer::Reply(reply, receipt), _) => {
            let SealedReply { content_type, body, .. } = seal.seal(&reply, now)?;
            let body = Body::new(ConfirmingBody::new(body, receipt));
            return Ok(with_type(StatusCode::OK, content_type, body));
        }
        (Answer::Acknowledgement, Acknowledgement::Empty) => return Ok(status(StatusCode::OK)),
        (Answer::Acknowledgement, Acknowledgement::Success) => {
            return Ok(plain(StatusCode::OK, "success"));
        }
        (Answer::NotHandled, Acknowledgement::Empty | Acknowledgement::Success) => {
            return Ok(status(StatusCode::SERVICE_UNAVAILABLE));
        }
        // A virtual payment notice has its own form of answer.
        (Answer::Acknowledgement, _) => (0, "success"),
        (Answer::NotHandled, _) => (-1, "not handled yet"),
    };
    let answer = Map::from_iter([(CODE, Node::number(code)), (MESSAGE, Node::from(message))]);
    let sealed = seal.seal_text(&answer.write(seal.format()), now)?;
    Ok(with_type(StatusCode::OK, sealed.content_type, sealed.body))
}

/// Whether this is the acknowledgement of a virtual payment notice that [`respond`] writes. It is
/// encrypted and signed like a push, so it could be posted back as one.
pub(super) fn is_acknowledgement(fields: &Map) -> bool {
    fields.get(CODE).is_some() && fields.iter().all(|(name, _)| [CODE, MESSAGE].contains(&name))
}

pub(super) fn status(code: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = code;
    response
}

pub(super) fn not_allowed(methods: &'static str) -> Response<Body> {
    let mut response = status(StatusCode::METHOD_NOT_ALLOWED);
    response.headers_mut().insert(ALLOW, HeaderValue::from_static(methods));
    response
}

pub(super) fn plain(code: StatusCode, body: impl Into<Body>) -> Response<Body> {
    with_type(code, "text/plain; charset=utf-8", body)
}

fn with_type(
    code: StatusCode,
    content_type: &'static str,
    body: impl Into<Body>,
) -> Response<Body> {
    let mut response = Response::new(body.into());
    *response.status_mut() = code;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
