//! One call over the wire: its address, its attempts, its answer.

use std::{sync::Arc, time::Duration};

use http::{HeaderMap, HeaderName, Request, Uri, header};
use tracing::debug;
use weixin_api::{
    Clock, Error, ErrorKind, ReplyForm, Retry, Timestamp,
    wire::{Answer, Outgoing},
};
use weixin_protocol::{Product, Secret};

use crate::{Transport, body};

/// How often one call is tried at most.
const ATTEMPTS: u32 = 3;

/// How long to wait before the second attempt; before the third one three times as long.
const FIRST_PAUSE: Duration = Duration::from_millis(200);

/// The way to the platform.
#[derive(Debug)]
pub(crate) struct Line {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) api_base: Option<ApiBase>,
    pub(crate) limits: Limits,
}

/// How large an answer may be, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) json: usize,
    pub(crate) file: usize,
}

/// One address under which all hosts of the platform are found.
#[derive(Debug, Clone)]
pub(crate) struct ApiBase(String);

impl ApiBase {
    pub(crate) fn parse(address: &str) -> Result<Self, Error> {
        let unfit = || {
            let message = "the API base is not an address such as http://127.0.0.1:8080";
            Error::new(ErrorKind::Call, message)
        };
        let uri: Uri = address.parse().map_err(|_| unfit())?;
        let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"));
        match (scheme, uri.authority(), uri.query()) {
            (Some(scheme), Some(authority), None) => {
                Ok(Self(format!("{scheme}://{authority}{}", uri.path().trim_end_matches('/'))))
            }
            _ => Err(unfit()),
        }
    }
}

impl Line {
    /// Sends a call and repeats it where that is allowed, until `deadline`.
    pub(crate) async fn deliver(
        &self,
        call: &Outgoing,
        product: Product,
        credential: Option<&Secret>,
        deadline: Timestamp,
    ) -> Result<Answer, Error> {
        let mut attempt = 1;
        let mut pause = FIRST_PAUSE;
        loop {
            let error = match self.attempt(call, product, credential).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            debug!(attempt, code = error.code().map(|code| code.get()), kind = ?error.kind(), "a call failed");
            let again = attempt < ATTEMPTS && may_repeat(call, product, &error);
            if !again || self.clock.now() + pause >= deadline {
                return Err(error);
            }
            self.clock.sleep(pause).await;
            attempt += 1;
            pause *= 3;
        }
    }

    async fn attempt(
        &self,
        call: &Outgoing,
        product: Product,
        credential: Option<&Secret>,
    ) -> Result<Answer, Error> {
        let (body, content_type) = body::write(call).await?;
        let mut request =
            Request::builder().method(call.method().as_str()).uri(self.address(call, credential));
        if let Some(content_type) = content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        // The source would quote the address.
        let request = request
            .body(body)
            .map_err(|_| Error::new(ErrorKind::Call, "host and path do not make an address"))?;
        let answer = self.transport.send(request).await.map_err(|error| {
            let kind = if error.may_have_been_sent() {
                ErrorKind::Interrupted
            } else {
                ErrorKind::Connect
            };
            Error::new(kind, error.to_string()).with_source(error)
        })?;
        let (head, body) = answer.into_parts();
        let limit = match call.form() {
            ReplyForm::File => self.limits.file,
            _ => self.limits.json,
        };
        let mut answer = Answer::new(head.status.as_u16(), body.read(limit).await?);
        if let Some(content_type) = text(&head.headers, header::CONTENT_TYPE) {
            answer = answer.with_content_type(content_type);
        }
        if let Some(disposition) = text(&head.headers, header::CONTENT_DISPOSITION) {
            answer = answer.with_disposition(disposition);
        }
        answer.checked(call.form(), product).map_err(|error| hide(error, credential))
    }

    fn address(&self, call: &Outgoing, credential: Option<&Secret>) -> String {
        let (host, target) = (call.host(), call.target(credential));
        match &self.api_base {
            Some(ApiBase(base)) => format!("{base}/@{host}{target}"),
            None => format!("https://{host}{target}"),
        }
    }
}

/// A header as text. File names come in raw UTF-8, which HTTP libraries do not take for text.
fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// Takes the credential out of the platform's words, should they quote it.
fn hide(error: Error, credential: Option<&Secret>) -> Error {
    let Some(credential) = credential.filter(|credential| !credential.is_empty()) else {
        return error;
    };
    error.map_message(|message| {
        message.contains(credential.expose()).then(|| message.replace(credential.expose(), "…"))
    })
}

/// Whether a call that failed like this may be sent again as it is.
fn may_repeat(call: &Outgoing, product: Product, error: &Error) -> bool {
    let safe = call.retry() == Retry::Safe;
    match error.kind() {
        ErrorKind::Connect => true,
        ErrorKind::Interrupted => safe,
        ErrorKind::Platform => safe && error.code().is_some_and(|code| code.is_busy(product)),
        _ => false,
    }
}
