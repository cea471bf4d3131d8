//! One call over the wire: its address, its attempts, its answer.

use std::{sync::Arc, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Request, Response, Uri, header};
use tracing::debug;
use weixin_api::{
    Clock, CredentialSource, Error, ErrorKind, ReplyForm, Retry, Timestamp,
    wire::{Answer, Outgoing},
};
use weixin_protocol::{Product, Secret};

use crate::{Body, FileStream, Transport, body, hosts::Entrances, metrics::Attempts, shelf::Shelf};

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
    pub(crate) entrances: Entrances,
    pub(crate) shelf: Shelf,
}

/// How one call is carried.
#[derive(Clone, Copy)]
pub(crate) struct Carriage<'a> {
    pub(crate) call: &'a Outgoing,
    pub(crate) product: Product,
    /// Until when.
    pub(crate) deadline: Timestamp,
    /// Whether a file is left to be read by whoever asked for it.
    pub(crate) streams: bool,
    pub(crate) attempts: &'a Attempts,
}

/// What a call brought.
pub(crate) enum Got {
    /// The whole answer.
    Answer(Answer),
    /// A file that has begun.
    File(Box<FileStream>),
}

impl Got {
    /// The answer, read as a whole.
    pub(crate) fn whole(self) -> Result<Answer, Error> {
        match self {
            Got::Answer(answer) => Ok(answer),
            Got::File(_) => Err(Error::new(ErrorKind::Reply, "the answer is a file")),
        }
    }
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

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Line {
    /// Sends a call that is answered as a whole, with the credential it needs.
    pub(crate) async fn deliver_as(
        &self,
        call: &Outgoing,
        product: Product,
        source: Option<&dyn CredentialSource>,
        deadline: Timestamp,
    ) -> Result<Answer, Error> {
        let attempts = &Attempts::default();
        let carriage = Carriage { call, product, deadline, streams: false, attempts };
        self.carry(carriage, source).await?.whole()
    }

    /// Sends a call with the credential it needs from `source`, and once more with another one if
    /// the platform refuses the first.
    pub(crate) async fn carry(
        &self,
        carriage: Carriage<'_>,
        source: Option<&dyn CredentialSource>,
    ) -> Result<Got, Error> {
        if carriage.call.auth().parameter().is_none() {
            return self.deliver(carriage, None).await;
        }
        let source = source.ok_or_else(|| {
            let message = "the credential is obtained with another one, which this client was not \
                           given";
            Error::new(ErrorKind::Credential, message)
        })?;
        let credential = source.get().await?;
        let product = carriage.product;
        match self.deliver(carriage, Some(&credential)).await {
            Err(error) if error.code().is_some_and(|code| code.is_token_refused(product)) => {
                debug!(%error, "the credential was refused");
                let another = source.replace(credential).await?;
                self.deliver(carriage, Some(&another)).await
            }
            outcome => outcome,
        }
    }

    /// Sends a call and repeats it where that is allowed, until its deadline.
    async fn deliver(
        &self,
        carriage: Carriage<'_>,
        credential: Option<&Secret>,
    ) -> Result<Got, Error> {
        let Carriage { call, product, deadline, .. } = carriage;
        let now = || self.clock.now();
        // With an address of its own the client goes there and nowhere else.
        let hosts = match self.api_base {
            Some(_) => vec![call.host()],
            None => self.entrances.of(call.host(), now()),
        };
        let mut hosts = hosts.into_iter().peekable();
        let Some(mut host) = hosts.next() else {
            return Err(Error::new(ErrorKind::Call, "the call has no host"));
        };
        let several = hosts.peek().is_some();
        let (mut tries, mut pause) = (1, FIRST_PAUSE);
        loop {
            carriage.attempts.count();
            let error = match self.attempt(carriage, host, credential).await {
                Ok(got) => {
                    self.entrances.note(host, now());
                    return Ok(got);
                }
                Err(error) => error,
            };
            let code = error.code().map(|code| code.get());
            debug!(tries, host, code, kind = ?error.kind(), "a call failed");
            if error.kind() == ErrorKind::Connect && several {
                match hosts.next().filter(|_| now() < deadline) {
                    Some(other) => host = other,
                    None => return Err(error),
                }
                continue;
            }
            if error.kind() != ErrorKind::Connect {
                self.entrances.note(host, now());
            }
            let again = tries < ATTEMPTS && may_repeat(call, product, &error);
            if !again || now() + pause >= deadline {
                return Err(error);
            }
            self.clock.sleep(pause).await;
            tries += 1;
            pause *= 3;
        }
    }

    async fn attempt(
        &self,
        carriage: Carriage<'_>,
        host: &str,
        credential: Option<&Secret>,
    ) -> Result<Got, Error> {
        let call = carriage.call;
        let (body, content_type) = body::write(call).await?;
        let address = self.address(call, host, credential)?;
        let mut request = Request::builder().method(call.method().as_str()).uri(address);
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
        self.receive(carriage, answer).await.map_err(|error| hide(error, credential))
    }

    /// Reads an answer, unless it is a file that is to be streamed.
    async fn receive(&self, carriage: Carriage<'_>, answer: Response<Body>) -> Result<Got, Error> {
        let (head, body) = answer.into_parts();
        let mut body = Box::pin(body);
        let with_head = |content: Bytes| {
            let mut answer = Answer::new(head.status.as_u16(), content);
            if let Some(content_type) = text(&head.headers, header::CONTENT_TYPE) {
                answer = answer.with_content_type(content_type);
            }
            if let Some(disposition) = text(&head.headers, header::CONTENT_DISPOSITION) {
                answer = answer.with_disposition(disposition);
            }
            answer
        };
        let form = carriage.call.form();
        let mut read = Bytes::new();
        if carriage.streams && form == ReplyForm::File && head.status.is_success() {
            read = body::peek(&mut body).await?;
            let begun = with_head(read.clone());
            if begun.is_file() {
                let limits = (carriage.deadline, self.limits.file);
                let clock = Arc::clone(&self.clock);
                let file = FileStream::new(&begun, read, body, clock, limits);
                return Ok(Got::File(Box::new(file)));
            }
        }
        let limit = match form {
            ReplyForm::File => self.limits.file,
            _ => self.limits.json,
        };
        let content = Body::read(body.as_mut(), read, limit).await?;
        with_head(content).checked(form, carriage.product).map(Got::Answer)
    }

    fn address(
        &self,
        call: &Outgoing,
        host: &str,
        credential: Option<&Secret>,
    ) -> Result<String, Error> {
        let target = call.target(credential);
        Ok(match (call.origin(), &self.api_base) {
            (Some(origin), Some(ApiBase(base))) => {
                let address = format!("{origin}{target}");
                let place = format!("{base}/@{}/", call.host());
                if !address.starts_with(&place) {
                    return Err(elsewhere());
                }
                address
            }
            (Some(_), None) => return Err(elsewhere()),
            (None, Some(ApiBase(base))) => format!("{base}/@{host}{target}"),
            (None, None) => format!("https://{host}{target}"),
        })
    }
}

/// Nothing is sent to an address that somebody else may have chosen.
fn elsewhere() -> Error {
    Error::new(ErrorKind::Call, "the address is not the platform's, so nothing is sent there")
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
