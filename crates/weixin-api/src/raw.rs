//! Calls without a declared endpoint.

use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::{
    Auth, BoxFuture, CallOptions, Caller, Download, Error, ErrorKind, FilePart, Method, Reply,
    ReplyForm, Retry, host_of,
    wire::{ApiRequest, CallSecurity, Part},
};

/// A call of any path of the platform, which is sent when awaited. The answer is JSON.
///
/// The account's access token is added, and an error code in the answer is an error, as with any
/// other call.
#[derive(Debug)]
#[must_use = "a call is sent only when it is awaited"]
pub struct RawCall<'c, C: ?Sized> {
    caller: &'c C,
    call: Result<ApiRequest, Error>,
    options: CallOptions,
}

impl<'c, C: Caller + ?Sized> RawCall<'c, C> {
    /// A call by `caller` of `path`, which may have a query, at the host of the account's product.
    ///
    /// `body` is sent as JSON; the fields of a GET go into the query. `()` and `null` are sent as
    /// no body. If the path does not begin with `/`, the call fails with
    /// [`ErrorKind::Call`](crate::ErrorKind::Call).
    pub fn new(caller: &'c C, method: Method, path: &str, body: impl Serialize) -> Self {
        let host = host_of(caller.account().product());
        let call = if path.starts_with('/') {
            ApiRequest::new(method, host, path).with_fields(&body)
        } else {
            let message = "the path of a call begins with `/`, as in /cgi-bin/menu/get";
            Err(Error::new(ErrorKind::Call, message))
        };
        Self { caller, call, options: CallOptions::default() }
    }

    fn change(mut self, change: impl FnOnce(ApiRequest) -> ApiRequest) -> Self {
        self.call = self.call.map(change);
        self
    }

    /// Adds a parameter to the query.
    pub fn query(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let (name, value) = (name.into(), value.into());
        self.change(|call| call.with_query(name, value))
    }

    /// Makes the body multipart and adds a file to it.
    pub fn file(self, name: impl Into<String>, file: FilePart) -> Self {
        let name = name.into();
        self.change(|call| call.with_part(Part::file(name, file)))
    }

    /// Calls another host, without scheme: `mp.weixin.qq.com`. The account's access token is sent
    /// there, so never take the host from outside.
    pub fn host(self, host: impl Into<String>) -> Self {
        let host = host.into();
        self.change(|call| call.with_host(host))
    }

    /// Sends no access token.
    pub fn without_token(self) -> Self {
        self.change(|call| call.with_auth(Auth::None))
    }

    /// Declares that sending the call twice has the same effect as sending it once, so that it is
    /// retried if no answer arrives.
    pub fn safe(self) -> Self {
        self.change(|call| call.with_retry(Retry::Safe))
    }

    /// Encrypts and signs the call, for one that supports API security (API 安全) and that this
    /// library does not know as such. It must be a POST with a JSON body, and the account must have
    /// API security; otherwise it fails with [`ErrorKind::Call`](crate::ErrorKind::Call).
    pub fn secured(self) -> Self {
        self.change(|call| call.with_security(CallSecurity::Required))
    }

    /// Sets how long the whole call may take, with all attempts.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.options.timeout = Some(limit);
        self
    }

    /// Sends the call and returns the answer as a file.
    ///
    /// # Errors
    ///
    /// As any call; an error code in place of the file is an error too.
    pub async fn download(self) -> Result<Download, Error> {
        let call = self.call?.with_form(ReplyForm::File);
        Download::read(self.caller.send_call(call, self.options).await?)
    }
}

impl<'c, C: Caller + ?Sized> IntoFuture for RawCall<'c, C> {
    type Output = Result<Value, Error>;
    type IntoFuture = BoxFuture<'c, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            let answer = self.caller.send_call(self.call?, self.options).await?;
            answer.into_json()
        })
    }
}

impl ApiRequest {
    /// Adds the fields of `body`: to the query of a GET, otherwise as the JSON body.
    fn with_fields(self, body: &impl Serialize) -> Result<Self, Error> {
        let unfit = |what: &'static str| Error::new(ErrorKind::Call, what);
        let json = serde_json::to_vec(body)
            .map_err(|error| unfit("the body cannot be written as JSON").with_source(error))?;
        if json == b"null" {
            return Ok(self);
        }
        if self.method() != Method::Get {
            return Ok(self.with_json(json));
        }
        let Ok(Value::Object(fields)) = serde_json::from_slice(&json) else {
            return Err(unfit("the fields of a GET go into the query, so they must be an object"));
        };
        fields.into_iter().try_fold(self, |call, (name, value)| match value {
            Value::Null => Ok(call),
            Value::String(text) => Ok(call.with_query(name, text)),
            Value::Bool(_) | Value::Number(_) => Ok(call.with_query(name, value.to_string())),
            _ => Err(unfit("a list or an object cannot go into the query")),
        })
    }
}
