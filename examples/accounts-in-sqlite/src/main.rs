//! Serves the accounts in a table of an SQLite file. They are added, changed and removed while the bot
//! runs, by requests to http://127.0.0.1:8081, an address of this machine only:
//!
//! ```sh
//! curl -X PUT http://127.0.0.1:8081/accounts/tea -H 'content-type: application/json' -d '{
//!   "kind": "official", "app_id": "wx…", "secret": "…", "token": "…", "encoding_aes_key": "…"}'
//! curl -X DELETE http://127.0.0.1:8081/accounts/tea
//! ```
//!
//! The callback of this account is `/wx/tea`. `weixin.toml` has the settings that are not an account's.

mod accounts;
mod admin;
#[cfg(test)]
mod tests;

use std::net::SocketAddr;

use axum::Router;
use tokio::net::TcpListener;
use weixin::prelude::*;

use crate::accounts::Accounts;

const FILE: &str = "accounts.sqlite";
const ADMIN: SocketAddr =
    SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8081);

async fn answer(msg: Text, push: Push) -> String {
    format!("{}: {}", push.account().id(), msg.content)
}

fn bot(accounts: Accounts) -> Bot {
    Bot::new().on(answer).accounts(accounts)
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let config = Config::load()?;
    let accounts = Accounts::open(FILE).await.map_err(weixin::Error::other)?;
    let app = bot(accounts.clone()).build(&config)?;
    let admin = admin::router(accounts, app.clone());
    tokio::spawn(axum::serve(TcpListener::bind(ADMIN).await?, admin).into_future());
    // Reads the table, and then again every ten seconds: other programs may write to it, too.
    app.serve(&config, Router::new()).await
}
