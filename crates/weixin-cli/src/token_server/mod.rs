//! `weixin token-server`: one program that holds the tokens, for all that call as the same
//! accounts.

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
        RefusalLog, Refusals,
        http_server::{ConnectionLimits, HttpServer, PeerAddress, SHUTDOWN_GRACE, StopSignals},
    },
    protocol::Secret,
};

use crate::terminal::{Stop, complain, say};
use keys::Keys;
use throttle::{Throttle, Verdict};

/// How long a program may use what it was given without asking again, in seconds. It is far less
/// than a token has left when it is renewed.
const USE_FOR: u64 = 60;
/// How large a question may be, in bytes.
const MAX_QUESTION_BYTES: usize = 16 << 10;
/// How long a program may take to send its question.
const QUESTION_DEADLINE: Duration = Duration::from_secs(10);
/// How many connections are open at a time, unless the configuration says otherwise.
const MAX_CONNECTIONS: usize = 1000;

/// How the token server is started.
#[derive(Debug, Args)]
pub(crate) struct TokenServerOptions {
    /// Where to listen. What travels is secret: anything but loopback belongs behind TLS 监听地址
    #[arg(long, default_value = "127.0.0.1:7080")]
    listen: SocketAddr,
    /// The key that programs show, if there is one account; better in the environment than on the
    /// command line. Several accounts: [[token_server]] tables in weixin.toml 共享密钥（单账号时）
    #[arg(long, env = "WEIXIN_TOKEN_SERVER_KEY", hide_env_values = true)]
    key: Option<String>,
}

pub(crate) async fn serve(options: TokenServerOptions) -> Result<ExitCode, Stop> {
    let config = Config::load().map_err(|error| error.to_string())?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let service = TokenService::new(&config, options.key.map(Secret::new), clock.clone())?;
    let accounts: Vec<_> = service.sources.keys().cloned().collect();
    let mut signals = StopSignals::new().map_err(|error| error.to_string())?;
    let connections = config.max_connections.unwrap_or(MAX_CONNECTIONS);
    let limits = ConnectionLimits::default().max_connections(connections).fit_to_descriptors();
    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", options.listen))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    say(&format!("\n  Token server 令牌服务   http://{address}"))?;
    if !address.ip().is_loopback() {
        say("  Others can reach it: put TLS in front. 可从其他机器访问，请在前面加上 TLS。")?;
    }
    for account in accounts {
        say(&format!("  {account}"))?;
    }
    let server = HttpServer::new(limits);
    let open = server.serve_until(listener, router(service), signals.recv()).await;
    let ended = tokio::select! {
        ended = clock.timeout(SHUTDOWN_GRACE, open.ended()) => ended.is_ok(),
        () = signals.recv() => false,
    };
    match open.requests_in_flight() {
        requests @ 1.. if !ended => {
            complain(&format!("{requests} questions were not answered 有请求未得到应答"));
            Ok(ExitCode::FAILURE)
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// The accounts it has tokens of, and who may ask.
struct TokenService {
    keys: Keys,
    sources: BTreeMap<String, Arc<dyn CredentialSource>>,
    throttle: Throttle,
    refusals: RefusalLog<IpAddr>,
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
        let refusals = RefusalLog::new(clock.clone(), report);
        Ok(Self { keys, sources, throttle, refusals, clock })
    }
}

fn report(Refusals { subject, reason, count, detail, .. }: Refusals<'_, IpAddr>) {
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
struct Question {
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
    let shown = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|value| value.strip_prefix("Bearer ")).map(Secret::new);
    let owner = shown.as_ref().and_then(|shown| service.keys.owner(shown));
    let program = match service.throttle.judge(peer, owner) {
        Verdict::Right(program) => program,
        Verdict::Wrong => {
            let detail = if shown.is_some() { "it is nobody's" } else { "there is none" };
            service.refusals.note(&peer, "a wrong key was refused", &detail);
            return refuse(StatusCode::UNAUTHORIZED, "the key is wrong");
        }
        Verdict::TooMany(rest) => {
            let detail = "its keys are not looked at for a while";
            service.refusals.note(&peer, "too many wrong keys came from this address", &detail);
            let why = "too many wrong keys came from this address: try again later";
            let mut answer = refuse(StatusCode::TOO_MANY_REQUESTS, why);
            let seconds = HeaderValue::from(rest.as_secs().max(1));
            answer.headers_mut().insert(header::RETRY_AFTER, seconds);
            return answer;
        }
    };
    let reading = to_bytes(body, MAX_QUESTION_BYTES);
    let body = match service.clock.timeout(QUESTION_DEADLINE, reading).await {
        Ok(Ok(body)) => body,
        Ok(Err(_)) => {
            return refuse(StatusCode::PAYLOAD_TOO_LARGE, "the question is too long or broken");
        }
        Err(_) => return refuse(StatusCode::REQUEST_TIMEOUT, "the question did not come in time"),
    };
    let Ok(Question { account, bad }) = serde_json::from_slice(&body) else {
        return refuse(StatusCode::BAD_REQUEST, "the question is not understood");
    };
    let name = service.keys.name(program);
    let source = service.sources.get(&account).filter(|_| service.keys.opens(program, &account));
    // An account that is there for others only is the same as one that is not there.
    let Some(source) = source else {
        let detail = format!("{name} asked for {account}");
        service.refusals.note(&peer, "an account was refused", &detail);
        return refuse(StatusCode::NOT_FOUND, "this server has no such account for this key");
    };
    let found = match bad {
        Some(bad) => source.replace(bad).await,
        None => source.get().await,
    };
    match found {
        Ok(credential) => {
            debug!(program = name, account, "a credential was given");
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

    /// A token server for the first account of each product, and its address. One key is for all of
    /// them, the other for the Mini Program.
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

    #[tokio::test]
    async fn a_key_opens_its_own_accounts() {
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
    async fn who_tries_keys_is_put_off() {
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
        // Not even a right guess is told from a wrong one; who was right before is still served.
        let error = ask(MINI_KEY).await.unwrap_err();
        assert!(error.message().contains("too many wrong keys"), "{error}");
        assert!(ask(KEY).await.is_ok());
    }

    #[test]
    fn a_configuration_without_accounts_or_secrets_is_refused() {
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
