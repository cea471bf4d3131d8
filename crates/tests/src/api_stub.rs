//! A stand-in for the API of an Official Account: it accepts every customer-service message.

#![allow(clippy::unwrap_used, clippy::missing_panics_doc, reason = "a test fails by panicking")]

use std::sync::Mutex;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use serde_json::Value;
use tokio::sync::watch;
use weixin::{
    api::BoxFuture,
    client::{Body, Transport, TransportError},
};

/// A platform API that accepts every customer-service message.
#[derive(Debug)]
pub struct ApiStub {
    sent: Mutex<Vec<String>>,
    /// Whether messages are held back.
    holding: watch::Sender<bool>,
    held: Mutex<usize>,
}

impl Default for ApiStub {
    fn default() -> Self {
        Self { sent: Mutex::default(), holding: watch::Sender::new(false), held: Mutex::new(0) }
    }
}

impl ApiStub {
    /// The texts that were sent, in order.
    pub fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
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
                    let message: Value = serde_json::from_slice(&body).unwrap();
                    let text = message["text"]["content"].as_str().unwrap().to_owned();
                    self.sent.lock().unwrap().push(text);
                    r#"{"errcode":0,"errmsg":"ok"}"#
                }
                path => panic!("{path}"),
            };
            let body = Full::new(Bytes::from_static(answer.as_bytes()));
            Ok(Response::new(Body::new(body)))
        })
    }
}
