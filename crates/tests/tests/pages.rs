//! Routes of the program's own beside the bot, on the bot's server.
#![allow(clippy::unwrap_used)]

use axum::{Router, extract::State as Shared, routing::get};
use tokio::net::TcpListener;
use weixin::{bot::App, prelude::*};

async fn home(Shared(app): Shared<App>) -> String {
    let accounts: Vec<_> =
        app.clients().iter().map(|client| client.account().to_string()).collect();
    format!("I am {}", accounts.join(", "))
}

#[tokio::test]
async fn pages_are_served_beside_the_bot() {
    let account = AccountConfig::official("wx0123456789abcdef", "secret")
        .callback("token", "RustFrameworkWeChatTestKey0123456789abcdefg");
    let mut config = Config::new(account);
    config.quiet = true;
    let app = Bot::new().on(async |msg: Text| msg.content).build(&config).unwrap();
    let pages = Router::new().route("/", get(home)).with_state(app.clone());
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let serving = tokio::spawn(async move { app.serve_on(listener, &config, pages).await });
    let get = async |path: &str| {
        let url = format!("http://127.0.0.1:{port}{path}");
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = client.get(url).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    };
    assert_eq!(get("/").await, (200, "I am official:wx0123456789abcdef".to_owned()));
    assert_eq!(get("/healthz").await, (200, "ok".to_owned()));
    assert_eq!(get("/callback").await, (403, String::new()));
    assert_eq!(get("/nowhere").await, (404, String::new()));
    serving.abort();
}
