//! `weixin token-server`: one program that holds the tokens, for all that call as the same
//! accounts.

use std::{collections::HashMap, net::SocketAddr, process::ExitCode, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use clap::Args;
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use weixin::{Config, api::CredentialSource, protocol::Secret};

use crate::terminal::{Signals, Stop, say};

/// How long a program may use what it was given without asking again, in seconds. It is far less
/// than a token has left when it is renewed.
const USE_FOR: u64 = 60;
/// The shortest key, in characters.
const SHORTEST_KEY: usize = 16;
/// How large a question may be, in bytes.
const LARGEST: usize = 16 << 10;

/// How the token server is started.
#[derive(Debug, Args)]
pub(crate) struct TokenServerOptions {
    /// Where to listen. What travels is secret: anything but loopback belongs behind TLS 监听地址
    #[arg(long, default_value = "127.0.0.1:7080")]
    listen: SocketAddr,
    /// The key that programs show; better in the environment than on the command line 共享密钥
    #[arg(long, env = "WEIXIN_TOKEN_SERVER_KEY", hide_env_values = true)]
    key: String,
}

pub(crate) async fn serve(options: TokenServerOptions) -> Result<ExitCode, Stop> {
    if options.key.len() < SHORTEST_KEY {
        let problem = format!(
            "the key has fewer than {SHORTEST_KEY} characters 密钥不足 {SHORTEST_KEY} 个字符"
        );
        return Err(problem.into());
    }
    let config = Config::load().map_err(|error| error.to_string())?;
    let desk = Desk::new(&config, options.key)?;
    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", options.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let mut signals = Signals::usual()?;
    say(&format!("\n  Token server 令牌服务   http://{address}"))?;
    if !address.ip().is_loopback() {
        say("  Others can reach it: put TLS in front. 可从其他机器访问，请在前面加上 TLS。")?;
    }
    for account in desk.sources.keys() {
        say(&format!("  {account}"))?;
    }
    let server = axum::serve(listener, router(desk));
    tokio::select! {
        ended = server => {
            ended.map(|()| ExitCode::SUCCESS).map_err(|error| Stop::Problem(error.to_string()))
        }
        _ = signals.next() => Ok(ExitCode::SUCCESS),
    }
}

/// The accounts it has tokens of, and who may ask.
struct Desk {
    key: Secret,
    sources: HashMap<String, Arc<dyn CredentialSource>>,
}

impl Desk {
    fn new(config: &Config, key: impl Into<Secret>) -> Result<Self, String> {
        let mut sources = HashMap::new();
        for client in config.clients().map_err(|error| error.to_string())? {
            let name = client.account().to_string();
            if sources.insert(name.clone(), client.credentials()).is_some() {
                return Err(format!("{name} is configured twice 重复配置"));
            }
        }
        if sources.is_empty() {
            return Err("no account is configured 没有配置账号".to_owned());
        }
        Ok(Self { key: key.into(), sources })
    }
}

fn router(desk: Desk) -> Router {
    Router::new()
        .route("/credential", post(answer))
        .layer(DefaultBodyLimit::max(LARGEST))
        .with_state(Arc::new(desk))
}

#[derive(Deserialize)]
struct Question {
    account: String,
    bad: Option<Secret>,
}

async fn answer(State(desk): State<Arc<Desk>>, headers: HeaderMap, body: Bytes) -> Response {
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|value| value.strip_prefix("Bearer ")).map(Secret::new);
    if shown.is_none_or(|shown| shown != desk.key) {
        return refuse(StatusCode::UNAUTHORIZED, "the key is wrong");
    }
    let Ok(Question { account, bad }) = serde_json::from_slice(&body) else {
        return refuse(StatusCode::BAD_REQUEST, "the question is not understood");
    };
    let Some(source) = desk.sources.get(&account) else {
        return refuse(StatusCode::NOT_FOUND, "this server has no such account");
    };
    let found = match bad {
        Some(bad) => source.replace(bad).await,
        None => source.get().await,
    };
    match found {
        Ok(credential) => {
            let answer = json!({ "credential": credential.expose(), "use_for": USE_FOR });
            ([(header::CACHE_CONTROL, "no-store")], json_text(&answer)).into_response()
        }
        Err(error) => refuse(StatusCode::BAD_GATEWAY, &error.to_string()),
    }
}

fn refuse(status: StatusCode, why: &str) -> Response {
    (status, json_text(&json!({ "error": why }))).into_response()
}

fn json_text(value: &serde_json::Value) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/json")], value.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use weixin::{
        AccountConfig,
        api::{AccountId, ErrorKind},
        client::{CentralCredentials, IntoClient as _},
        emulator::*,
        official::OfficialAccount,
    };

    use super::*;

    const KEY: &str = "0123456789abcdef";

    /// A token server for the first account of each product, and its address.
    async fn start(platform: &Emulator) -> String {
        let url = platform.url().unwrap();
        let mut config = Config::default();
        for account in [platform.official(), platform.mini(), platform.work()] {
            config.accounts.push(account.config().api_base(&url));
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let desk = Desk::new(&config, KEY).unwrap();
        tokio::spawn(async { axum::serve(listener, router(desk)).await });
        address
    }

    /// A client that knows no secret.
    fn client(platform: &Emulator, address: &str) -> weixin::Client<weixin::api::kind::Official> {
        let account = OfficialAccount::new(platform.official().id(), "");
        let id = AccountId::new(Product::Official, platform.official().id());
        let source = CentralCredentials::new(address, KEY, id).unwrap();
        let builder = account.client_builder().credentials(Arc::new(source));
        builder.api_base(platform.url().unwrap()).build().unwrap()
    }

    #[tokio::test]
    async fn programs_share_what_the_server_has() {
        use weixin::official::prelude::*;

        let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
        let address = start(&platform).await;
        let clients = [client(&platform, &address), client(&platform, &address)];
        let account = platform.official();
        clients[0].menu().create([Button::click("a", "A")]).await.unwrap();
        for wx in &clients {
            wx.menu().get().await.unwrap();
        }
        assert_eq!(account.tokens_granted(), 1);
        // One program finds the token bad; the other comes later with the same bad one.
        account.revoke_tokens();
        for wx in &clients {
            wx.menu().get().await.unwrap();
        }
        assert_eq!(account.tokens_granted(), 2);
    }

    #[tokio::test]
    async fn nobody_else_is_given_anything() {
        let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
        let address = start(&platform).await;
        let id = |id: &str| AccountId::new(Product::Official, id);
        let own = platform.official().id().as_str().to_owned();
        for (key, account, words) in
            [("wrong-key-0123456", &*own, "key is wrong"), (KEY, "wx9", "no such account")]
        {
            let source = CentralCredentials::new(&address, key, id(account)).unwrap();
            let error = source.get().await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Credential);
            assert!(error.message().contains(words), "{error}");
        }
        assert_eq!(platform.official().tokens_granted(), 0);
        assert!(CentralCredentials::new("127.0.0.1:7080", KEY, id("wx1")).is_err());
    }

    #[test]
    fn a_configuration_without_accounts_or_secrets_is_refused() {
        assert!(Desk::new(&Config::default(), KEY).is_err());
        let mut account = AccountConfig::work("ww1", 7, "s");
        account.agent_id = None;
        assert!(Desk::new(&Config::new(account), KEY).is_err());
        let twice = Config::new(AccountConfig::mini("wx1", "s"));
        let twice = twice.account(AccountConfig::mini("wx1", "s"));
        assert!(Desk::new(&twice, KEY).is_err());
    }
}
