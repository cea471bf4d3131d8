//! `weixin emulator`: runs only the emulator, for bots in any language.

use std::{net::IpAddr, process::ExitCode, time::Duration};

use axum::http::Uri;
use clap::Args;
use weixin::{
    api::{Clock, SystemClock},
    emulator::{Account, Credentials, Emulator, EmulatorBuilder, Mode, Product},
    protocol::{CallbackToken, EncodingAesKey},
};

use crate::{
    os::Signals,
    page,
    sandbox::{self, LOOPBACK},
    terminal::{CliError, eprint_error, print_line},
};

/// Options of the emulator.
#[derive(Debug, Args)]
pub(crate) struct EmulatorOptions {
    /// The bot's callback URL, such as http://127.0.0.1:5000/wechat 机器人的服务器地址（URL）
    #[arg(long, value_name = "URL")]
    callback: Option<String>,
    /// The token of the callback [default: random] 令牌（Token）
    #[arg(long)]
    token: Option<String>,
    /// The EncodingAESKey of the callback [default: random] 消息加解密密钥
    #[arg(long = "aes-key")]
    aes_key: Option<String>,
    /// safe, compatible or plain 消息加解密方式
    #[arg(long, default_value = "safe")]
    mode: Mode,
    /// Use JSON instead of XML 使用 JSON 格式
    #[arg(long)]
    json: bool,
    /// The kind of the sandbox account: official, mini or work 沙箱账号类型
    #[arg(long, default_value = "official")]
    kind: Product,
    /// The emulator's port 模拟器端口 [default: 8888, or any free port]
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen on; if it is not loopback, the page requires a token
    /// 监听地址；若不是环回地址，访问页面需要令牌 [default: 127.0.0.1]
    #[arg(long, value_name = "IP")]
    listen: Option<IpAddr>,
    /// An additional host name of the page, besides localhost and its address; can be repeated; the
    /// page then requires a token 访问页面所用的主机名，可多次指定；此时访问页面需要令牌
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    /// The page token [default: random if the address is not loopback] 页面令牌，监听非环回地址时默认随机生成
    #[arg(long, value_name = "TOKEN")]
    page_token: Option<String>,
    /// Also connect to bots on other machines 允许连接其他机器上的机器人
    #[arg(long)]
    allow_callbacks_off_loopback: bool,
    /// Open the page in the browser 在浏览器中打开页面
    #[arg(long)]
    open: bool,
}

impl EmulatorOptions {
    /// An emulator builder with the access options.
    fn builder(&self) -> EmulatorBuilder {
        let mut builder = Emulator::builder();
        if let Some(token) = &self.page_token {
            builder = builder.page_token(token.as_str());
        }
        if self.allow_callbacks_off_loopback {
            builder = builder.allow_callbacks_off_loopback();
        }
        self.host.iter().fold(builder, |builder, name| builder.host(name))
    }
}

pub(crate) async fn emulator(options: EmulatorOptions) -> Result<ExitCode, CliError> {
    let sandbox = sandbox::Sandbox::new(options.kind, options.mode, options.json)?;
    if let Some(callback) = &options.callback {
        check_address(callback, options.allow_callbacks_off_loopback)?;
    }
    // Parsed here and not by the argument parser, which would print a malformed secret.
    let error = |error: weixin::protocol::Error| error.to_string();
    let token = options.token.as_deref().map(CallbackToken::new).transpose().map_err(error)?;
    let key = options.aes_key.as_deref().map(EncodingAesKey::new).transpose().map_err(error)?;
    let ip = options.listen.unwrap_or(LOOPBACK);
    let (emulator, url) = sandbox::start(options.builder(), ip, options.port).await?;
    let page = emulator.page_url().unwrap_or_default();
    let mut account = sandbox.account(&emulator);
    if let Some(token) = token {
        account = account.token(token);
    }
    if let Some(key) = key {
        account = account.key(key);
    }
    account.follower("Ann");
    print_settings(&account, &url, &page)?;
    let mut signals = Signals::standard()?;
    if options.open {
        page::open(&page);
    }
    let connecting = async {
        match &options.callback {
            Some(callback) => connect(&account, callback).await?,
            None => print_line("  Connect your bot on the page. 请在网页上填写服务器地址。\n")?,
        }
        std::future::pending().await
    };
    tokio::select! {
        _ = signals.next() => Ok(ExitCode::SUCCESS),
        stopped = connecting => stopped,
    }
}

/// Rejects a URL that can never be connected.
fn check_address(callback: &str, off_loopback: bool) -> Result<(), String> {
    let wrong = |en: &str, zh: &str| {
        // The URL is not printed: it may contain a password.
        Err(format!(
            "--callback {en}: enter the URL of your bot, such as http://127.0.0.1:5000/wechat\n  \
             --callback {zh}：请填写机器人的地址，例如 http://127.0.0.1:5000/wechat"
        ))
    };
    let Ok(uri) = callback.trim().parse::<Uri>() else {
        return wrong("is not a valid URL", "不是合法的 URL");
    };
    match uri.scheme_str() {
        Some("http") => {}
        Some("https") => {
            return wrong(
                "starts with https://, but the emulator connects to bots without TLS",
                "以 https:// 开头，但模拟器不使用 TLS 访问机器人",
            );
        }
        _ => return wrong("does not start with http://", "没有以 http:// 开头"),
    }
    let Some(authority) = uri.authority().filter(|authority| !authority.host().is_empty()) else {
        return wrong("has no host name", "没有主机名");
    };
    if authority.as_str().contains('@') {
        return wrong("contains a user name", "包含用户名");
    }
    if authority.as_str() != authority.host() && authority.port_u16().is_none() {
        return wrong(
            "has no port from 0 to 65535 after the colon",
            "冒号后不是 0 到 65535 的端口",
        );
    }
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let is_remote = host.parse::<IpAddr>().is_ok_and(|ip| !ip.to_canonical().is_loopback());
    if is_remote && !off_loopback {
        return Err(
            "--callback is not on this machine: to allow that, add --allow-callbacks-off-loopback\n  \
             --callback 不在本机：如需允许，请加上 --allow-callbacks-off-loopback"
                .to_owned(),
        );
    }
    Ok(())
}

/// Prints the values for the bot's configuration.
fn print_settings(account: &Account, url: &str, page: &str) -> Result<(), CliError> {
    let Credentials { product, id, agent_id, secret, token, aes_key, mode, user_name, .. } =
        account.credentials();
    let host = match product {
        Product::Work => "qyapi.weixin.qq.com",
        _ => "api.weixin.qq.com",
    };
    print_line(&format!("\n  Page 网页           {page}"))?;
    print_line(&format!("  API base            {url}    (instead of https://{host} 代替该地址)"))?;
    print_line(&format!("  AppID / CorpID      {id}"))?;
    if let Some(agent) = agent_id {
        print_line(&format!("  AgentId             {agent}"))?;
    }
    print_line(&format!("  原始 ID (gh_…)        {user_name}"))?;
    print_line(&format!("  Secret              {}", secret.expose()))?;
    print_line(&format!("  Token               {}", token.expose()))?;
    print_line(&format!("  EncodingAESKey      {}", aes_key.expose()))?;
    print_line(&format!("  Mode 加解密方式     {mode}\n"))
}

/// Connects the bot, retrying until it is reachable.
async fn connect(account: &Account, callback: &str) -> Result<(), CliError> {
    let clock: &dyn Clock = &SystemClock;
    let mut last = String::new();
    loop {
        match account.connect_url(callback).await {
            Ok(()) => {
                return print_line(&format!("  {callback} is connected. 已接入。\n"));
            }
            Err(problem) => {
                let problem = problem.to_string();
                if problem != last {
                    eprint_error(&format!(
                        "{problem}\n  Retrying every 2 seconds. 每 2 秒重试一次。"
                    ));
                    last = problem;
                }
                clock.sleep(Duration::from_secs(2)).await;
            }
        }
    }
}
