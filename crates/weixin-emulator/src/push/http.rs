//! Pushes over HTTP.

use std::{
    net::{IpAddr, SocketAddr},
    task::{Context, Poll},
};

use bytes::Bytes;
use http::{Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::{
    client::legacy::{
        Client,
        connect::{
            HttpConnector,
            dns::{GaiResolver, Name},
        },
    },
    rt::TokioExecutor,
};
use tower::Service;
use weixin_api::BoxFuture;

use super::target::{
    CallbackError, CallbackRequest, CallbackResponse, Target, off_loopback, with_query,
};
use crate::Problem;

/// The HTTP client for pushes. Each push uses a new connection, so that a restarted bot is reached.
/// Redirects are not followed, as on the platform. Unless callbacks on other machines are allowed,
/// it only connects to loopback addresses, whatever a host name resolves to.
#[derive(Clone)]
pub(crate) struct HttpClient {
    client: Client<HttpConnector<CallbackResolver>, Full<Bytes>>,
    off_loopback: bool,
}

impl HttpClient {
    /// `off_loopback` allows callbacks on other machines.
    pub(crate) fn new(off_loopback: bool) -> Self {
        let resolver = CallbackResolver { system: GaiResolver::new(), off_loopback };
        let mut connector = HttpConnector::new_with_resolver(resolver);
        connector.set_nodelay(true);
        let mut builder = Client::builder(TokioExecutor::new());
        Self { client: builder.pool_max_idle_per_host(0).build(connector), off_loopback }
    }
}

/// The system's resolver, filtered by allowed addresses.
#[derive(Clone)]
struct CallbackResolver {
    system: GaiResolver,
    off_loopback: bool,
}

/// The host name only resolves to addresses of other machines.
#[derive(Debug, thiserror::Error)]
#[error("the address is not on this machine")]
struct NotOnThisMachine;

impl Service<Name> for CallbackResolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = axum::BoxError;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.system.poll_ready(context).map_err(Into::into)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let resolving = self.system.call(name);
        let off_loopback = self.off_loopback;
        Box::pin(async move {
            let resolved: Vec<SocketAddr> = resolving.await?.collect();
            let allowed = |address: &SocketAddr| off_loopback || is_loopback(address.ip());
            let kept: Vec<SocketAddr> = resolved.iter().copied().filter(allowed).collect();
            if kept.is_empty() && !resolved.is_empty() {
                return Err(NotOnThisMachine.into());
            }
            Ok(kept.into_iter())
        })
    }
}

/// Whether an address is a loopback address, including IPv4-mapped IPv6 addresses.
pub(crate) fn is_loopback(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

/// A bot at a URL.
pub(crate) struct HttpTarget {
    client: HttpClient,
    uri: Uri,
    /// Without the query.
    url: String,
}

impl HttpTarget {
    /// Parses and checks a URL.
    pub(crate) fn new(client: &HttpClient, url: &str) -> Result<Self, Problem> {
        // The URL is not quoted: it may contain a password.
        let bad = |en: &str, zh: &str| {
            Problem::new(format!("The URL {en}."), format!("该 URL {zh}。")).hint(
                "Enter the URL that the bot prints, such as http://127.0.0.1:3000/wechat.",
                "请填写机器人输出的地址，例如 http://127.0.0.1:3000/wechat。",
            )
        };
        let uri: Uri = url.trim().parse().map_err(|_| bad("is not a valid URL", "不合法"))?;
        if uri.scheme_str() != Some("http") {
            return Err(bad(
                "does not start with http://, the only scheme that the emulator supports",
                "不是以 http:// 开头，模拟器不支持其他协议",
            ));
        }
        let Some(authority) = uri.authority().filter(|authority| !authority.host().is_empty())
        else {
            return Err(bad("has no host name", "没有主机名"));
        };
        if authority.as_str().contains('@') {
            return Err(bad("contains a user name", "包含用户名"));
        }
        let url = format!("http://{authority}{}", uri.path());
        // IP addresses are checked here, because they are not resolved. What a host name resolves
        // to is checked at each connection.
        let host = authority.host().trim_start_matches('[').trim_end_matches(']');
        let ip = host.parse::<IpAddr>();
        if ip.is_ok_and(|address| !client.off_loopback && !is_loopback(address)) {
            return Err(off_loopback(&url));
        }
        Ok(Self { client: client.clone(), url, uri })
    }
}

impl Target for HttpTarget {
    fn url(&self) -> &str {
        &self.url
    }

    fn shares_clock(&self) -> bool {
        false
    }

    fn send(
        &self,
        callback: CallbackRequest,
        limit: usize,
    ) -> BoxFuture<'static, Result<CallbackResponse, CallbackError>> {
        let address = with_query(&self.url, self.uri.query(), &callback.query);
        let mut request = Request::builder()
            .method(callback.method)
            .uri(address)
            .header(header::USER_AGENT, "Mozilla/4.0")
            .header(header::ACCEPT, "*/*");
        if let Some(content_type) = callback.content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        let request = request.body(Full::from(callback.body));
        let client = self.client.client.clone();
        Box::pin(async move {
            let request =
                request.map_err(|error| CallbackError::NoConnection(error.to_string()))?;
            let response = client.request(request).await.map_err(|error| {
                if causes(&error).any(|cause| cause.is::<NotOnThisMachine>()) {
                    return CallbackError::OffLoopback;
                }
                let why = innermost(&error);
                if error.is_connect() {
                    CallbackError::NoConnection(why)
                } else {
                    CallbackError::Broken(why)
                }
            })?;
            read_response(response, limit).await
        })
    }
}

/// Reads a response to its end.
pub(super) async fn read_response<B>(
    response: http::Response<B>,
    limit: usize,
) -> Result<CallbackResponse, CallbackError>
where
    B: axum::body::HttpBody,
    B::Error: Into<axum::BoxError>,
{
    let status = response.status().as_u16();
    let content_type = response
        .headers()
        .get(header::CONTENT_TYPE)
        .map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
        .unwrap_or_default();
    match Limited::new(response.into_body(), limit).collect().await {
        Ok(body) => Ok(CallbackResponse { status, content_type, body: body.to_bytes().into() }),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            Err(CallbackError::TooLarge(limit))
        }
        Err(error) => Err(CallbackError::Broken(innermost(&*error))),
    }
}

/// An error and its causes, from the outside in.
fn causes<'e>(
    error: &'e (dyn std::error::Error + 'static),
) -> impl Iterator<Item = &'e (dyn std::error::Error + 'static)> {
    std::iter::successors(Some(error), |error| error.source())
}

/// The cause at the bottom: "connection refused" says more than "client error (Connect)".
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    causes(error).last().unwrap_or(error).to_string()
}
