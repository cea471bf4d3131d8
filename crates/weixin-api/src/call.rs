//! A typed call that has not been sent yet.

use std::{sync::Arc, time::Duration};

use crate::{
    AccountId, BoxFuture, CredentialFlow, CredentialSource, Endpoint, Error, Kind, Timestamp,
    wire::{self, ApiRequest, ApiResponse},
};

/// Sends calls: the client, or a replacement for it in tests. Groups such as `wx.menu()` are
/// extension traits over it.
pub trait Caller: Send + Sync {
    /// The kind of account that calls.
    type Kind: Kind;

    /// The account that calls.
    fn account(&self) -> &AccountId;

    /// Sends a call: adds the credential, retries where that is allowed, and checks the answer for
    /// an error code.
    ///
    /// # Errors
    ///
    /// Every [`ErrorKind`](crate::ErrorKind); an answer with an error code is an error as well.
    fn send_call(
        &self,
        call: ApiRequest,
        options: CallOptions,
    ) -> BoxFuture<'_, Result<ApiResponse, Error>>;

    /// The current time.
    fn now(&self) -> Timestamp;

    /// The source of a credential that is obtained with the account's own, such as a JS-SDK ticket.
    /// It is cached and renewed like the account's own, under its [`key`](CredentialFlow::key).
    fn derived(&self, flow: Arc<dyn CredentialFlow>) -> Arc<dyn CredentialSource>;
}

/// Options for sending one call.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct CallOptions {
    /// How long the whole call may take, with all attempts; the caller's default if `None`.
    pub timeout: Option<Duration>,
}

/// A typed call, which is sent when awaited. It has the setters of its endpoint, through a trait in
/// the endpoint's prelude, and a few methods of its own.
#[derive(Debug)]
#[must_use = "a call is sent only when it is awaited"]
pub struct Call<'c, C: ?Sized, E> {
    caller: &'c C,
    endpoint: E,
    options: CallOptions,
}

impl<'c, C: ?Sized, E> Call<'c, C, E> {
    /// A call of `endpoint` by `caller`.
    pub fn new(caller: &'c C, endpoint: E) -> Self {
        Self { caller, endpoint, options: CallOptions::default() }
    }

    /// Changes the request with a function, for example one of its setters.
    pub fn with(mut self, change: impl FnOnce(E) -> E) -> Self {
        self.endpoint = change(self.endpoint);
        self
    }

    /// Sets how long the whole call may take, with all attempts.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.options.timeout = Some(limit);
        self
    }

    /// Returns the answer unparsed: awaiting gives an [`ApiResponse`] instead of the typed reply.
    /// An error code in it is still an error.
    pub fn raw(self) -> UnreadCall<'c, C, E> {
        UnreadCall(self)
    }

    /// The request as it will be sent.
    pub fn request(&self) -> &E {
        &self.endpoint
    }

    /// The caller, the request, and the options, for ways of sending it other than awaiting it.
    pub fn into_parts(self) -> (&'c C, E, CallOptions) {
        (self.caller, self.endpoint, self.options)
    }
}

impl<'c, C: Caller + ?Sized, E: Endpoint> IntoFuture for Call<'c, C, E> {
    type Output = Result<E::Reply, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        // Encoded now, so that the future holds the bytes instead of the request.
        let call = wire::write_call(&self.endpoint, self.caller.account());
        Box::pin(async move {
            let answer = self.caller.send_call(call?, self.options).await?;
            wire::read_reply::<E>(answer)
        })
    }
}

/// A [`Call`] whose answer is returned unparsed.
#[derive(Debug)]
#[must_use = "a call is sent only when it is awaited"]
pub struct UnreadCall<'c, C: ?Sized, E>(Call<'c, C, E>);

impl<'c, C: Caller + ?Sized, E: Endpoint> IntoFuture for UnreadCall<'c, C, E> {
    type Output = Result<ApiResponse, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        let Call { caller, endpoint, options } = self.0;
        let call = wire::write_call(&endpoint, caller.account());
        Box::pin(async move { caller.send_call(call?, options).await })
    }
}
