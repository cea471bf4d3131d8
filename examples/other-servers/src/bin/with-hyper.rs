//! The bot on hyper itself: one task for each connection, HTTP/1.1.

use std::{net::SocketAddr, pin::pin};

use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use other_servers::bot;
use tokio::net::TcpListener;
use weixin::{bot::App, prelude::*};

async fn serve(
    listener: TcpListener,
    app: App,
    stop: impl Future<Output = std::io::Result<()>>,
) -> std::io::Result<()> {
    let mut stop = pin!(stop);
    let graceful = GracefulShutdown::new();
    loop {
        let (stream, _) = tokio::select! {
            accepted = listener.accept() => accepted?,
            stopped = &mut stop => break stopped?,
        };
        let service = TowerToHyperService::new(app.clone());
        // With a timer, a client that sends nothing is disconnected after half a minute.
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .half_close(true)
            .serve_connection(TokioIo::new(stream), service);
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection has failed");
            }
        });
    }
    drop(listener);
    // Requests that have begun are answered.
    graceful.shutdown().await;
    Ok(())
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
    serve(TcpListener::bind(address).await?, app.clone(), tokio::signal::ctrl_c()).await?;
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
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/callback", listener.local_addr().unwrap());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let stopped = async { stopped.await.map_err(std::io::Error::other) };
    let serving = tokio::spawn(serve(listener, app, stopped));
    account.connect_url(&url).await.unwrap();
    platform.follower("ann").says("hello").await.expect_text("hello").await;
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
}
