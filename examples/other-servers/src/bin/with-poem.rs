//! The bot in poem. Its types are those of the crate `http`, but it wants bodies that threads can share
//! (`Sync`), which the bot's are not: so bodies are read here, as they are short.

use std::{net::SocketAddr, time::Duration};

use http::Request;
use http_body_util::{BodyExt, Full};
use other_servers::bot;
use poem::{
    Body, Endpoint, Response, Route, Server,
    error::InternalServerError,
    get,
    listener::{Acceptor, Listener, TcpAcceptor, TcpListener},
};
use tower::ServiceExt;
use weixin::{bot::App, prelude::*};

/// As the bot's own limit.
const BODY_LIMIT: usize = 1024 * 1024;

/// How long requests may take to end when the server is stopped.
const GRACE: Duration = Duration::from_secs(10);

struct Wechat(App);

impl Endpoint for Wechat {
    type Output = Response;

    async fn call(&self, request: poem::Request) -> poem::Result<Response> {
        let (head, body) = request.into_parts();
        let mut converted = Request::new(Full::new(body.into_bytes_limit(BODY_LIMIT).await?));
        *converted.method_mut() = head.method;
        *converted.uri_mut() = head.uri;
        *converted.headers_mut() = head.headers;
        let Ok(response) = self.0.clone().oneshot(converted).await;
        let (head, body) = response.into_parts();
        let body = body.collect().await.map_err(InternalServerError)?.to_bytes();
        let mut answer = Response::builder().status(head.status).body(Body::from_bytes(body));
        *answer.headers_mut() = head.headers;
        Ok(answer)
    }
}

#[poem::handler]
fn ping() -> &'static str {
    "pong"
}

async fn serve(
    acceptor: TcpAcceptor,
    app: App,
    stop: impl Future<Output = ()>,
) -> std::io::Result<()> {
    let site = Route::new().at("/ping", get(ping)).nest("/", Wechat(app));
    Server::new_with_acceptor(acceptor).run_with_graceful_shutdown(site, stop, Some(GRACE)).await
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    // In place of `Bot::serve`, which logs, checks the inbox, watches the configuration, and finishes what
    // was begun before the process ends.
    tracing_subscriber::fmt().init();
    let config = Config::load()?;
    let address = config.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)));
    let app = bot().build(&config)?;
    app.ready().await?;
    app.start();
    let acceptor = TcpListener::bind(address).into_acceptor().await?;
    let stop = async { drop(tokio::signal::ctrl_c().await) };
    serve(acceptor, app.clone(), stop).await?;
    app.stop();
    app.idle().await;
    Ok(())
}

#[tokio::test]
async fn answers_a_push() {
    use weixin::emulator::*;
    let platform = Emulator::start().await;
    let account = platform.official();
    let bot = bot().transport(account.transport());
    let app = bot.build(&Config::new(account.config())).unwrap();
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let address = *acceptor.local_addr()[0].as_socket_addr().unwrap();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = tokio::spawn(serve(acceptor, app, async { drop(stopped.await) }));
    account.connect_url(&format!("http://{address}/callback")).await.unwrap();
    platform.follower("ann").says("hello").await.expect_text("hello").await;
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
}
