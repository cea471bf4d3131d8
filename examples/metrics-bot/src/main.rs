//! A bot whose metrics Prometheus reads at http://127.0.0.1:9464/metrics, from a server of its own:
//! the bot's address is open to the internet.

use std::time::Duration;

use axum::{Router, routing::get};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use weixin::prelude::*;

const ADDRESS: &str = "127.0.0.1:9464";

/// The upper limits of the buckets, in seconds. The platform waits five seconds for an answer.
const BUCKETS: [f64; 10] = [0.005, 0.02, 0.1, 0.25, 0.5, 1.0, 2.0, 4.5, 10.0, 60.0];

fn bot() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

/// Installs the recorder. Before the bot is built, so that it sees everything.
fn install_recorder() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".to_owned()), &BUCKETS)?
        .install_recorder()
}

fn page(metrics: PrometheusHandle) -> Router {
    Router::new().route("/metrics", get(async move || metrics.render()))
}

/// Sums up what was recorded, so that it takes little memory even if nobody reads the page.
async fn keep_up(metrics: PrometheusHandle) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        metrics.run_upkeep();
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let metrics = install_recorder()?;
    let listener = TcpListener::bind(ADDRESS).await?;
    tokio::spawn(keep_up(metrics.clone()));
    tokio::spawn(axum::serve(listener, page(metrics)).into_future());
    bot().serve(Config::load()?).await?;
    Ok(())
}

#[tokio::test]
async fn the_page_has_the_metrics_of_the_bot() {
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        net::TcpStream,
    };
    use weixin::emulator::*;

    let metrics = install_recorder().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, page(metrics)).into_future());

    let platform = Emulator::start().await;
    platform.official().connect(bot()).await.unwrap();
    platform.follower("ann").says("hello").await.expect_text("hello").await;

    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(b"GET /metrics HTTP/1.0\r\n\r\n").await.unwrap();
    let mut page = String::new();
    connection.read_to_string(&mut page).await.unwrap();
    for expected in [
        "# HELP weixin_pushes_total Pushes received: new, repeats, and rejected ones\n",
        "kind=\"message text\",result=\"new\"} 1\n",
        "outcome=\"offered\"} 1\n",
        "weixin_handlers_running 0\n",
        "# TYPE weixin_handler_seconds histogram\n",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
}
