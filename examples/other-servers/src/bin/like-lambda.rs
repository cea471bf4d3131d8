//! The bot as a function from request to response, as serverless platforms call it. `main` answers one
//! request on standard input: `POST /callback?…`, an empty line, and the body.
//!
//! * Such a platform freezes the process once it has answered, so nothing may be left to do by then: the
//!   handlers' deadline is shorter than the time that WeChat waits.
//! * A repeat of a push may reach another instance, so `[inbox]` and `[store]` should be in a database
//!   that they share.

use std::{
    io::{Read, Write},
    time::Duration,
};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt, Full};
use other_servers::bot;
use tower::ServiceExt;
use weixin::{bot::App, prelude::*};

const DEADLINE: Duration = Duration::from_secs(4);

async fn handle(app: &App, event: Request<Vec<u8>>) -> weixin::Result<Response<Vec<u8>>> {
    let request = event.map(|body| Full::new(Bytes::from(body)));
    let Ok(response) = app.clone().oneshot(request).await;
    let (head, body) = response.into_parts();
    let body = body.collect().await.map_err(weixin::Error::other)?.to_bytes();
    Ok(Response::from_parts(head, body.to_vec()))
}

/// Reads the few things that the bot looks at.
fn read_event(text: &str) -> weixin::Result<Request<Vec<u8>>> {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let (method, uri) = head.trim_end().split_once(' ').unwrap_or(("GET", head));
    let request = Request::builder().method(method).uri(uri).body(body.as_bytes().to_vec());
    request.map_err(weixin::Error::other)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    // Once for each process, not for each request: it has the access tokens.
    let app = bot().handler_deadline(DEADLINE).build(&Config::load()?)?;
    app.ready().await?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let response = handle(&app, read_event(&text)?).await?;
    eprintln!("{}", response.status());
    std::io::stdout().write_all(response.body())?;
    app.idle().await;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use weixin::emulator::*;

    use super::*;

    #[tokio::test]
    async fn answers_a_push() {
        let platform = Emulator::start().await;
        let account = platform.official();
        let bot = bot().clock(Arc::new(platform.clock())).transport(account.transport());
        let app = bot.build(&Config::new(account.config())).unwrap();
        let function = tower::service_fn(move |request: Request<_>| {
            let app = app.clone();
            async move {
                let (head, body) = request.into_parts();
                let body = BodyExt::collect(body).await.map_err(weixin::Error::other)?;
                let event = Request::from_parts(head, body.to_bytes().to_vec());
                let response = handle(&app, event).await?;
                Ok::<_, weixin::Error>(response.map(|body| Full::new(Bytes::from(body))))
            }
        });
        account.connect_service_at("/callback", function).await.unwrap();
        platform.follower("ann").says("hello").await.expect_text("hello").await;
    }

    #[tokio::test]
    async fn reads_an_event() {
        let event = read_event("POST /callback?timestamp=1\n\n<xml/>").unwrap();
        assert_eq!((event.method().as_str(), event.uri().query()), ("POST", Some("timestamp=1")));
        assert_eq!(event.body(), b"<xml/>");
        let event = read_event("GET /healthz\n").unwrap();
        let config = Config::new(
            AccountConfig::official("wx0123456789abcdef", "secret")
                .callback("token", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"),
        );
        let response = handle(&bot().build(&config).unwrap(), event).await.unwrap();
        assert_eq!(response.into_body(), b"ok");
    }
}
