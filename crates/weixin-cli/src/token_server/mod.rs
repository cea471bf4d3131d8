//! `weixin token-server`: manages the access tokens for all programs that use the same accounts.

mod keys;
mod throttle;

use std::{
    collections::{BTreeMap, BTreeSet},
    net::{IpAddr, SocketAddr},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use axum::{
    Extension, Router,
    body::{Body, to_bytes},
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use clap::Args;
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use tracing::{debug, warn};
use weixin::{
    Config,
    api::{Clock, CredentialSource, SystemClock},
    bot::{
        RejectionLog, Rejections,
        http_server::{ConnectionLimits, HttpServer, PeerAddress, SHUTDOWN_GRACE, StopSignals},
    },
    protocol::Secret,
};

use crate::terminal::{CliError, eprint_error, print_line};
use keys::Keys;
use throttle::{KeyCheck, Throttle};

/// How long a program may use a credential without asking again, in seconds. Much shorter than the
/// remaining lifetime of a token when it is renewed.
const USE_FOR: u64 = 60;
/// The maximum size of a request, in bytes.
const MAX_REQUEST_BYTES: usize = 16 << 10;
/// How long a program may take to send its request.
const REQUEST_DEADLINE: Duration = Duration::from_secs(10);
/// The default limit of open connections.
const MAX_CONNECTIONS: usize = 1000;

/// Options of the token server.
#[derive(Debug, Args)]
pub(crate) struct TokenServerOptions {
    /// The address to listen on. Responses contain secrets: put a TLS proxy in front of anything but
    /// loopback 监听地址；响应中含有密钥，监听非环回地址时请在前面部署 TLS 代理
    #[arg(long, default_value = "127.0.0.1:7080")]
    listen: SocketAddr,
    /// The key of the programs, if there is a single account; prefer the environment to the command
    /// line. For several accounts use [[token_server]] tables in weixin.toml
    /// 单账号时各程序共用的密钥，建议用环境变量设置；多账号请在 weixin.toml 的 [[token_server]] 中配置
    #[arg(long, env = "WEIXIN_TOKEN_SERVER_KEY", hide_env_values = true)]
    key: Option<String>,
}

pub(crate) async fn serve(options: TokenServerOptions) -> Result<ExitCode, CliError> {
    let config = Config::load().map_err(|error| error.to_string())?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let service = TokenService::new(&config, options.key.map(Secret::new), clock.clone())?;
    let accounts: Vec<_> = service.sources.keys().cloned().collect();
    let mut signals = StopSignals::new().map_err(|error| error.to_string())?;
    let connections = config.max_connections.unwrap_or(MAX_CONNECTIONS);
    let limits = ConnectionLimits::default().max_connections(connections).fit_to_descriptors();
    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error} 无法监听该地址", options.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    print_line(&format!("\n  Token server 令牌服务   http://{address}"))?;
    if !address.ip().is_loopback() {
        print_line(
            "  Reachable from other machines: put a TLS proxy in front. 可从其他机器访问，请在前面部署 TLS 代理。",
        )?;
    }
    for account in accounts {
        print_line(&format!("  {account}"))?;
    }
    let server = HttpServer::new(limits);
    let open = server.serve_until(listener, router(service), signals.recv()).await;
    let ended = tokio::select! {
        ended = clock.timeout(SHUTDOWN_GRACE, open.ended()) => ended.is_ok(),
        () = signals.recv() => false,
    };
    match open.requests_in_flight() {
        requests @ 1.. if !ended => {
            eprint_error(&format!("{requests} requests were not answered 有请求未得到应答"));
            Ok(ExitCode::FAILURE)
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// The credential sources of the accounts, and access control.
struct TokenService {
    keys: Keys,
    sources: BTreeMap<String, Arc<dyn CredentialSource>>,
    throttle: Throttle,
    rejections: RejectionLog<IpAddr>,
    clock: Arc<dyn Clock>,
}

impl TokenService {
    fn new(config: &Config, key: Option<Secret>, clock: Arc<dyn Clock>) -> Result<Self, String> {
        let mut sources = BTreeMap::new();
        for client in config.clients().map_err(|error| error.to_string())? {
            let name = client.account().to_string();
            if sources.insert(name.clone(), client.credentials()).is_some() {
                return Err(format!("{name} is configured twice 重复配置"));
            }
        }
        if sources.is_empty() {
            return Err("no account is configured 没有配置账号".to_owned());
        }
        let accounts: BTreeSet<String> = sources.keys().cloned().collect();
        let keys = Keys::new(config, key, &accounts)?;
        let throttle = Throttle::new(clock.clone());
        let rejections = RejectionLog::new(clock.clone(), report);
        Ok(Self { keys, sources, throttle, rejections, clock })
    }
}

fn report(Rejections { subject, reason, count, detail, .. }: Rejections<'_, IpAddr>) {
    let peer = subject.map_or_else(|| "several".to_owned(), IpAddr::to_string);
    match count {
        1 => warn!(peer, "{reason}: {detail}"),
        _ => warn!(peer, count, "{reason}; the last one: {detail}"),
    }
}

fn router(service: TokenService) -> Router {
    Router::new().route("/credential", post(answer)).with_state(Arc::new(service))
}

#[derive(Deserialize)]
struct CredentialRequest {
    account: String,
    bad: Option<Secret>,
}

async fn answer(
    State(service): State<Arc<TokenService>>,
    Extension(PeerAddress(peer)): Extension<PeerAddress>,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let peer = peer.ip();
    let key = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let key = key.and_then(|value| value.strip_prefix("Bearer ")).map(Secret::new);
    let owner = key.as_ref().and_then(|key| service.keys.owner(key));
    let program = match service.throttle.check(peer, owner) {
        KeyCheck::Accepted(program) => program,
        KeyCheck::Wrong => {
            let detail = if key.is_some() { "unknown key" } else { "no key" };
            service.rejections.note(&peer, "rejected a wrong key", &detail);
            return error_response(StatusCode::UNAUTHORIZED, "the key is wrong");
        }
        KeyCheck::Throttled(rest) => {
            let detail = "its keys are not checked for a while";
            service.rejections.note(&peer, "too many wrong keys from this address", &detail);
            let why = "too many wrong keys from this address: try again later";
            let mut answer = error_response(StatusCode::TOO_MANY_REQUESTS, why);
            let seconds = HeaderValue::from(rest.as_secs().max(1));
            answer.headers_mut().insert(header::RETRY_AFTER, seconds);
            return answer;
        }
    };
    let reading = to_bytes(body, MAX_REQUEST_BYTES);
    let body = match service.clock.timeout(REQUEST_DEADLINE, reading).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => {
            return error_response(
                StatusCode::PAYLOAD_TOO_LARGE,
                "the request is too large or incomplete",
            );
        }
        Err(_) => {
            return error_response(
                StatusCode::REQUEST_TIMEOUT,
                "the request was not received in time",
            );
        }
    };
    let Ok(CredentialRequest { account, bad }) = serde_json::from_slice(&body) else {
        return error_response(StatusCode::BAD_REQUEST, "the request is malformed");
    };
    let name = service.keys.name(program);
    let source = service.sources.get(&account).filter(|_| service.keys.allows(program, &account));
    // An account that the key has no access to is treated like an unknown one.
    let Some(source) = source else {
        let detail = format!("{name} asked for {account}");
        service.rejections.note(&peer, "denied access to an account", &detail);
        return error_response(
            StatusCode::NOT_FOUND,
            "this server has no such account for this key",
        );
    };
    let found = match bad {
        Some(bad) => source.replace(bad).await,
        None => source.get().await,
    };
    match found {
        Ok(credential) => {
            debug!(program = name, account, "issued a credential");
            let answer = json!({ "credential": credential.expose(), "use_for": USE_FOR });
            ([(header::CACHE_CONTROL, "no-store")], json_text(&answer)).into_response()
        }
        Err(error) => error_response(StatusCode::BAD_GATEWAY, &error.to_string()),
    }
}

fn error_response(status: StatusCode, why: &str) -> Response {
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
        bot::TokenServerKey,
        client::{CentralCredentials, IntoClient as _},
        emulator::*,
        official::OfficialAccount,
    };

    use super::*;

    const KEY: &str = "0123456789abcdef";
    const MINI_KEY: &str = "fedcba9876543210";

    fn clock() -> Arc<dyn Clock> {
        Arc::new(SystemClock)
    }

    /// Starts a token server for the first account of each product and returns its URL. One key
    /// grants access to all of them, the other only to the Mini Program.
    async fn start(platform: &Emulator) -> String {
        let url = platform.url().unwrap();
        let mut config = Config::default();
        for account in [platform.official(), platform.mini(), platform.work()] {
            config.accounts.push(account.config().api_base(&url));
        }
        let accounts = config.clients().unwrap();
        let accounts: Vec<_> = accounts.iter().map(|client| client.account().to_string()).collect();
        config.token_server = vec![
            TokenServerKey::new(KEY, &accounts),
            TokenServerKey::new(MINI_KEY, &accounts[1..2]).name("mini"),
        ];
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let service = TokenService::new(&config, None, clock()).unwrap();
        tokio::spawn(async {
            let server = HttpServer::new(ConnectionLimits::default());
            server.serve_until(listener, router(service), std::future::pending()).await
        });
        address
    }

    /// A client without an app secret.
    fn client(platform: &Emulator, address: &str) -> weixin::Client<weixin::api::kind::Official> {
        let account = OfficialAccount::new(platform.official().id(), "");
        let id = AccountId::new(Product::Official, platform.official().id());
        let source = CentralCredentials::new(address, KEY, id).unwrap();
        let builder = account.client_builder().credentials(Arc::new(source));
        builder.api_base(platform.url().unwrap()).build().unwrap()
    }

    #[tokio::test]
    async fn programs_share_the_servers_token() {
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
        // One program reports the token as bad; the other reports the same one later.
        account.revoke_tokens();
        for wx in &clients {
            wx.menu().get().await.unwrap();
        }
        assert_eq!(account.tokens_granted(), 2);
    }

    #[tokio::test]
    async fn wrong_keys_and_unknown_accounts_are_rejected() {
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

    #[tokio::test]
    async fn a_key_only_grants_access_to_its_accounts() {
        let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
        let address = start(&platform).await;
        let official = AccountId::new(Product::Official, platform.official().id());
        let source = CentralCredentials::new(&address, MINI_KEY, official).unwrap();
        let error = source.get().await.unwrap_err();
        assert!(error.message().contains("no such account"), "{error}");
        let mini = AccountId::new(Product::Mini, platform.mini().id());
        let source = CentralCredentials::new(&address, MINI_KEY, mini).unwrap();
        assert!(!source.get().await.unwrap().is_empty());
        let granted = (platform.official().tokens_granted(), platform.mini().tokens_granted());
        assert_eq!(granted, (0, 1));
    }

    #[tokio::test]
    async fn guessing_keys_is_throttled() {
        let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
        let address = start(&platform).await;
        let id = AccountId::new(Product::Mini, platform.mini().id());
        let ask = async |key: &str| {
            let source = CentralCredentials::new(&address, key, id.clone()).unwrap();
            source.get().await
        };
        assert!(ask(KEY).await.is_ok());
        let mut answers = Vec::new();
        for number in 0..30 {
            let error = ask(&format!("a-guess-of-mine-{number}")).await.unwrap_err();
            answers.push(error.message().contains("too many wrong keys"));
        }
        assert!(!answers[0] && answers[29], "{answers:?}");
        assert!(answers.is_sorted(), "{answers:?}");
        // A right guess is not confirmed either; a key that was accepted before still works.
        let error = ask(MINI_KEY).await.unwrap_err();
        assert!(error.message().contains("too many wrong keys"), "{error}");
        assert!(ask(KEY).await.is_ok());
    }

    #[test]
    fn invalid_account_configurations_are_rejected() {
        let new = |config: &Config| TokenService::new(config, Some(KEY.into()), clock());
        assert!(new(&Config::default()).is_err());
        let mut account = AccountConfig::work("ww1", 7, "s");
        account.agent_id = None;
        assert!(new(&Config::new(account)).is_err());
        let twice = Config::new(AccountConfig::mini("wx1", "s"));
        let twice = twice.account(AccountConfig::mini("wx1", "s"));
        assert!(new(&twice).is_err());
    }
}
