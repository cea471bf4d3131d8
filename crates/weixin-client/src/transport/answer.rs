//! Two ways to read the answer to a call: as a whole, or as a file that is still arriving.

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, Response, header, response};
use weixin_api::{Error, ReplyForm, wire::ApiResponse};

use super::{Body, CallContext, Dispatcher, FileStream, Streamed, body};

/// How the answer to a call is read; the implementing type determines what the caller gets.
pub(crate) trait ReadAnswer: Send {
    /// What the caller gets.
    type Output: Send;

    /// Reads an answer whose head has arrived.
    fn read(
        dispatcher: &Dispatcher,
        context: CallContext<'_>,
        answer: Response<Body>,
    ) -> impl Future<Output = Result<Self::Output, Error>> + Send;
}

/// The whole answer, in memory.
pub(crate) struct WholeAnswer;

/// Streams a file; reads anything else into memory.
pub(crate) struct StreamedAnswer;

impl ReadAnswer for WholeAnswer {
    type Output = ApiResponse;

    async fn read(
        dispatcher: &Dispatcher,
        context: CallContext<'_>,
        answer: Response<Body>,
    ) -> Result<ApiResponse, Error> {
        let (head, mut body) = answer.into_parts();
        read_rest(dispatcher, context, &head, &mut body, Bytes::new()).await
    }
}

impl ReadAnswer for StreamedAnswer {
    type Output = Streamed<ApiResponse>;

    async fn read(
        dispatcher: &Dispatcher,
        context: CallContext<'_>,
        answer: Response<Body>,
    ) -> Result<Streamed<ApiResponse>, Error> {
        let (head, mut body) = answer.into_parts();
        let mut first = Bytes::new();
        let streams = context.sealed.is_none() && context.request.form() == ReplyForm::File;
        if streams && head.status.is_success() {
            first = body::peek(&mut body).await?;
            let begun = with_head(&head, first.clone());
            if begun.is_file() {
                let limits = (context.deadline, dispatcher.limits.file);
                let clock = Arc::clone(&dispatcher.clock);
                let file = FileStream::new(&begun, first, body, clock, limits);
                return Ok(Streamed::File(file));
            }
        }
        read_rest(dispatcher, context, &head, &mut body, first).await.map(Streamed::Whole)
    }
}

/// Reads an answer to its end, of which `first` has arrived already, and checks it for an error
/// code.
async fn read_rest(
    dispatcher: &Dispatcher,
    context: CallContext<'_>,
    head: &response::Parts,
    body: &mut Body,
    first: Bytes,
) -> Result<ApiResponse, Error> {
    let form = context.request.form();
    let limit = match form {
        ReplyForm::File => dispatcher.limits.file,
        _ => dispatcher.limits.json,
    };
    let content = body.read(first, limit).await?;
    let answer = with_head(head, content);
    let Some(sealed) = context.sealed else {
        return answer.checked(form, context.product);
    };
    let header = |name| head.headers.get(name).and_then(|value| value.to_str().ok());
    let now = dispatcher.clock.now();
    let (answer, verification) = sealed.read(answer, header, context.product, now)?;
    if let Some(security) = &dispatcher.security {
        security.note(verification);
    }
    Ok(answer)
}

fn with_head(head: &response::Parts, content: Bytes) -> ApiResponse {
    let mut answer = ApiResponse::new(head.status.as_u16(), content);
    if let Some(content_type) = text(&head.headers, header::CONTENT_TYPE) {
        answer = answer.with_content_type(content_type);
    }
    if let Some(disposition) = text(&head.headers, header::CONTENT_DISPOSITION) {
        answer = answer.with_disposition(disposition);
    }
    answer
}

/// A header as text. File names are sent as raw UTF-8, which HTTP libraries do not accept as text.
fn text(headers: &HeaderMap, name: HeaderName) -> Option<String> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}
