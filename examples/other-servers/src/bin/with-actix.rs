//! The bot in actix-web. Its types are of another version of the crate `http`, so requests and responses
//! are converted.

use std::net::SocketAddr;

use actix_web::{
    App as Site, HttpRequest, HttpResponse, HttpServer,
    error::ErrorInternalServerError,
    http::StatusCode,
    web::{Bytes, Data, PayloadConfig, to},
};
use http::Request;
use http_body_util::{BodyExt, Full};
use other_servers::bot;
use tokio::runtime::Handle;
use tower::ServiceExt;
use weixin::{bot::App, prelude::*};

/// As the bot's own limit.
const BODY_LIMIT: usize = 1024 * 1024;

/// The bot, and the runtime of `main`: actix has a runtime for each of its threads, which ends with the
/// thread, and with it whatever a handler has still to do.
struct Wechat {
    app: App,
    runtime: Handle,
}

async fn handle(
    request: HttpRequest,
    body: Bytes,
    wechat: Data<Wechat>,
) -> actix_web::Result<HttpResponse> {
    let mut converted =
        Request::builder().method(request.method().as_str()).uri(request.uri().to_string());
    for (name, value) in request.headers() {
        converted = converted.header(name.as_str(), value.as_bytes());
    }
    let converted = converted.body(Full::new(body)).map_err(ErrorInternalServerError)?;
    let answering = wechat.runtime.spawn(wechat.app.clone().oneshot(converted));
    let Ok(response) = answering.await.map_err(ErrorInternalServerError)?;
    let (head, body) = response.into_parts();
    let status = StatusCode::from_u16(head.status.as_u16()).map_err(ErrorInternalServerError)?;
    let mut answer = HttpResponse::build(status);
    for (name, value) in &head.headers {
        answer.append_header((name.as_str(), value.as_bytes()));
    }
    Ok(answer.body(body.collect().await.map_err(ErrorInternalServerError)?.to_bytes()))
}

fn serve(app: App, address: SocketAddr) -> std::io::Result<(SocketAddr, actix_web::dev::Server)> {
    let wechat = Data::new(Wechat { app, runtime: Handle::current() });
    let site = move || {
        let limit = PayloadConfig::new(BODY_LIMIT);
        // Your own routes come before.
        Site::new().app_data(wechat.clone()).app_data(limit).default_service(to(handle))
    };
    let server = HttpServer::new(site).workers(2).bind(address)?;
    Ok((server.addrs()[0], server.run()))
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
    let (address, server) = serve(app.clone(), address)?;
    eprintln!("listening on http://{address}/");
    // It ends with Ctrl-C or SIGTERM.
    server.await?;
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
    let (address, server) = serve(app, SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
    let handle = server.handle();
    tokio::spawn(server);
    account.connect_url(&format!("http://{address}/callback")).await.unwrap();
    platform.follower("ann").says("hello").await.expect_text("hello").await;
    handle.stop(true).await;
}
