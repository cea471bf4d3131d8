//! Connects credentials and calls: obtains the credential, sends the call with it, and sends it
//! once more with another credential if the platform rejects the first.

use std::{error::Error as _, sync::Arc};

use tracing::debug;
use weixin_api::{
    BoxFuture, CredentialSource, Error, ErrorKind, Timestamp,
    wire::{ApiRequest, ApiResponse},
};
use weixin_protocol::Product;

use crate::{
    credential::SendTokenRequest,
    report::Attempts,
    transport::{CallContext, Dispatcher, ReadAnswer, RetryPolicy, WholeAnswer},
};

/// Sends a call with the credential it needs, which `source` provides.
///
/// # Errors
///
/// Those of the source and of the call. If the platform rejects the credential and the source has
/// no other, the error is the source's.
pub(crate) async fn send_authenticated<R: ReadAnswer>(
    dispatcher: &Dispatcher,
    context: CallContext<'_>,
    source: Option<&dyn CredentialSource>,
) -> Result<R::Output, Error> {
    if context.request.auth().parameter().is_none() {
        return dispatcher.send_with_retry::<R>(context, None).await;
    }
    let source = source.ok_or_else(|| {
        let message =
            "the credential is obtained with another one, which this client was not given";
        Error::new(ErrorKind::Credential, message)
    })?;
    let first = source.get().await?;
    let outcome = dispatcher.send_with_retry::<R>(context, Some(&first)).await;
    let rejection = match outcome {
        Err(error) if context.is_rejected(&error) => error,
        outcome => {
            context.note_accepted(&outcome, || source.accepted(&first));
            return outcome;
        }
    };
    debug!(error = %rejection, "the credential was rejected");
    let second = source.replace(first).await.map_err(|error| match error.source() {
        None => error.with_source(rejection),
        Some(_) => error,
    })?;
    let outcome = dispatcher.send_with_retry::<R>(context, Some(&second)).await;
    context.note_accepted(&outcome, || source.accepted(&second));
    outcome
}

impl CallContext<'_> {
    /// Whether the platform rejected the credential of this call.
    fn is_rejected(&self, error: &Error) -> bool {
        let auth = self.request.auth();
        error.code().is_some_and(|code| code.is_token_rejected(self.product, auth))
    }

    /// Whatever else the platform answered, it has accepted the credential.
    fn note_accepted<T>(&self, outcome: &Result<T, Error>, note: impl FnOnce()) {
        let accepted = match outcome {
            Ok(_) => true,
            Err(error) => error.kind() == ErrorKind::Platform && !self.is_rejected(error),
        };
        if accepted {
            note();
        }
    }
}

/// Sends the requests by which tokens are obtained.
#[derive(Debug)]
pub(crate) struct TokenRequests {
    pub(crate) dispatcher: Arc<Dispatcher>,
    pub(crate) product: Product,
    /// Provides the credential with which the token is obtained, if one is needed.
    pub(crate) upstream: Option<Arc<dyn CredentialSource>>,
}

impl SendTokenRequest for TokenRequests {
    fn send<'a>(
        &'a self,
        request: &'a ApiRequest,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<ApiResponse, Error>> {
        Box::pin(async move {
            let attempts = Attempts::default();
            let retry = RetryPolicy::Transient;
            let context = CallContext::new(request, self.product, deadline, retry, &attempts);
            let upstream = self.upstream.as_deref();
            send_authenticated::<WholeAnswer>(&self.dispatcher, context, upstream).await
        })
    }
}
