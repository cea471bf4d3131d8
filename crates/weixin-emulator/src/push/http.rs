//! Pushes over HTTP.

use bytes::Bytes;
use http::{Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use weixin_api::BoxFuture;

use super::target::{Heard, Knock, Target, Unheard, with_query};
use crate::Problem;

/// Makes the connections. Each push has its own: a bot that was restarted in between is found
/// anew. Redirects are not followed, as the platform does not.
#[derive(Clone)]
pub(crate) struct HttpClient(Client<HttpConnector, Full<Bytes>>);

impl HttpClient {
    pub(crate) fn new() -> Self {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        Self(Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build(connector))
    }
}

/// A bot at an address.
pub(crate) struct HttpTarget {
    client: HttpClient,
    uri: Uri,
    /// Without the query.
    url: String,
}

impl HttpTarget {
    /// Reads an address.
    pub(crate) fn new(client: &HttpClient, url: &str) -> Result<Self, Problem> {
        let bad = |en: &str, zh: &str| {
            Problem::new(format!("{url:?} {en}."), format!("{url:?} {zh}。")).hint(
                "Enter an address as the bot prints it, such as http://127.0.0.1:3000/wechat.",
                "请填写机器人输出的地址，例如 http://127.0.0.1:3000/wechat。",
            )
        };
        let uri: Uri =
            url.trim().parse().map_err(|_| bad("is not an address", "不是合法的地址"))?;
        if uri.scheme_str() != Some("http") {
            return Err(bad(
                "does not begin with http://, and the emulator knows no other scheme",
                "不以 http:// 开头，模拟器不支持其他协议",
            ));
        }
        let Some(authority) = uri.authority().filter(|authority| !authority.host().is_empty())
        else {
            return Err(bad("names no host", "没有主机名"));
        };
        if authority.as_str().contains('@') {
            return Err(bad("holds a user name", "包含用户名"));
        }
        let url = format!("http://{authority}{}", uri.path());
        Ok(Self { client: client.clone(), url, uri })
    }
}

impl Target for HttpTarget {
    fn url(&self) -> &str {
        &self.url
    }

    fn send(&self, knock: Knock, limit: usize) -> BoxFuture<'static, Result<Heard, Unheard>> {
        let address = with_query(&self.url, self.uri.query(), &knock.query);
        let mut request = Request::builder()
            .method(knock.method)
            .uri(address)
            .header(header::USER_AGENT, "Mozilla/4.0")
            .header(header::ACCEPT, "*/*");
        if let Some(content_type) = knock.content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        let request = request.body(Full::from(knock.body));
        let client = self.client.0.clone();
        Box::pin(async move {
            let request = request.map_err(|error| Unheard::NoConnection(error.to_string()))?;
            let response = client.request(request).await.map_err(|error| {
                let why = innermost(&error);
                if error.is_connect() { Unheard::NoConnection(why) } else { Unheard::Broken(why) }
            })?;
            heard(response, limit).await
        })
    }
}

/// Reads an answer.
pub(super) async fn heard<B>(response: http::Response<B>, limit: usize) -> Result<Heard, Unheard>
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
        Ok(body) => Ok(Heard { status, content_type, body: body.to_bytes().into() }),
        Err(error) if error.is::<http_body_util::LengthLimitError>() => {
            Err(Unheard::TooLarge(limit))
        }
        Err(error) => Err(Unheard::Broken(innermost(&*error))),
    }
}

/// The cause at the bottom: "connection refused" says more than "client error (Connect)".
fn innermost(error: &(dyn std::error::Error + 'static)) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
