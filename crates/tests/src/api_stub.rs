//! A stand-in for the API of an Official Account: it accepts every customer-service message.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use std::{collections::VecDeque, sync::Mutex};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use serde_json::Value;
use tokio::sync::watch;
use weixin::{
    api::BoxFuture,
    client::{Body, Transport, TransportError},
};

/// What happens to a message instead of being accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// The platform answers with this code.
    Code(i64),
    /// The platform cannot be reached.
    Unsent,
    /// The platform gets the message, and its answer is lost.
    Interrupted,
}

/// A platform API that accepts every customer-service message.
#[derive(Debug)]
pub struct ApiStub {
    sent: Mutex<Vec<String>>,
    /// Whether messages are held back.
    holding: watch::Sender<bool>,
    held: Mutex<usize>,
    faults: Mutex<VecDeque<Fault>>,
    tries: Mutex<usize>,
}

impl Default for ApiStub {
    fn default() -> Self {
        Self {
            sent: Mutex::default(),
            holding: watch::Sender::new(false),
            held: Mutex::new(0),
            faults: Mutex::default(),
            tries: Mutex::default(),
        }
    }
}

impl ApiStub {
    /// The texts that were sent, in order.
    pub fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }

    /// Lets the next messages fail, one after the other.
    pub fn fail(&self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.lock().unwrap().extend(faults);
    }

    /// How many messages came, accepted or not.
    pub fn tries(&self) -> usize {
        *self.tries.lock().unwrap()
    }

    /// Lets messages wait before they are accepted, until [`release`](Self::release).
    pub fn hold(&self) {
        self.holding.send_replace(true);
    }

    /// Accepts messages again.
    pub fn release(&self) {
        self.holding.send_replace(false);
    }

    /// How many messages have waited.
    pub fn held(&self) -> usize {
        *self.held.lock().unwrap()
    }
}

impl Transport for ApiStub {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.collect().await.map_err(TransportError::unsent)?.to_bytes();
            let answer = match head.uri.path() {
                "/cgi-bin/stable_token" => r#"{"access_token":"T","expires_in":7200}"#,
                "/cgi-bin/message/custom/send" => {
                    if *self.holding.borrow() {
                        *self.held.lock().unwrap() += 1;
                        _ = self.holding.subscribe().wait_for(|holding| !holding).await;
                    }
                    *self.tries.lock().unwrap() += 1;
                    let fault = self.faults.lock().unwrap().pop_front();
                    match fault {
                        Some(Fault::Code(code)) => {
                            let answer = format!(r#"{{"errcode":{code},"errmsg":"no"}}"#);
                            return Ok(Response::new(Body::new(Full::new(Bytes::from(answer)))));
                        }
                        Some(Fault::Unsent) => return Err(TransportError::unsent("no route")),
                        Some(Fault::Interrupted) | None => {}
                    }
                    let message: Value = serde_json::from_slice(&body).unwrap();
                    let text = message["text"]["content"].as_str().unwrap().to_owned();
                    self.sent.lock().unwrap().push(text);
                    if fault == Some(Fault::Interrupted) {
                        return Err(TransportError::interrupted("the connection broke"));
                    }
                    r#"{"errcode":0,"errmsg":"ok"}"#
                }
                path => panic!("{path}"),
            };
            let body = Full::new(Bytes::from_static(answer.as_bytes()));
            Ok(Response::new(Body::new(body)))
        })
    }
}
