//! `weixin emulator`: the platform alone, for bots in any language.

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
    terminal::{Stop, complain, say},
};

/// How the emulator is started.
#[derive(Debug, Args)]
pub(crate) struct EmulatorOptions {
    /// The bot's callback address, such as http://127.0.0.1:5000/wechat 机器人的回调地址
    #[arg(long, value_name = "URL")]
    callback: Option<String>,
    /// The callback's token; a random one if left out 令牌
    #[arg(long)]
    token: Option<String>,
    /// The callback's EncodingAESKey; a random one if left out 消息加解密密钥
    #[arg(long = "aes-key")]
    aes_key: Option<String>,
    /// safe, compatible or plain 消息加解密方式
    #[arg(long, default_value = "safe")]
    mode: Mode,
    /// JSON instead of XML 使用 JSON 格式
    #[arg(long)]
    json: bool,
    /// The kind of the sandbox account: official, mini or work 沙箱账号类型
    #[arg(long, default_value = "official")]
    kind: Product,
    /// The emulator's port 模拟器端口 [default: 8888, or any free one]
    #[arg(long)]
    port: Option<u16>,
    /// The address to listen on; off loopback the page demands a token
    /// 监听地址；若不是环回地址，页面会要求令牌 [default: 127.0.0.1]
    #[arg(long, value_name = "IP")]
    listen: Option<IpAddr>,
    /// A host name under which the page is reached, besides localhost and its address; may be
    /// repeated; the page then demands a token
    /// 访问页面所用的主机名，可多次指定；此时页面会要求令牌
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    /// The page's token; a random one off loopback if left out 页面令牌，未监听环回地址时默认随机生成
    #[arg(long, value_name = "TOKEN")]
    page_token: Option<String>,
    /// Connect to bots on other machines, too 允许连接其他机器上的机器人
    #[arg(long)]
    allow_callbacks_off_loopback: bool,
    /// Open the page in the browser 在浏览器中打开页面
    #[arg(long)]
    open: bool,
}

impl EmulatorOptions {
    /// Who may use the emulator, and what it may connect to.
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

pub(crate) async fn emulator(options: EmulatorOptions) -> Result<ExitCode, Stop> {
    let sandbox = sandbox::Sandbox::new(options.kind, options.mode, options.json)?;
    if let Some(callback) = &options.callback {
        check_address(callback, options.allow_callbacks_off_loopback)?;
    }
    // Read here and not by the argument parser, which would repeat a malformed secret.
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
    introduce(&account, &url, &page)?;
    let mut signals = Signals::usual()?;
    if options.open {
        page::open(&page);
    }
    let connecting = async {
        match &options.callback {
            Some(callback) => connect(&account, callback).await?,
            None => say("  Connect your bot on the page. 请在网页上填写回调地址。\n")?,
        }
        std::future::pending().await
    };
    tokio::select! {
        _ = signals.next() => Ok(ExitCode::SUCCESS),
        stopped = connecting => stopped,
    }
}

/// Refuses an address that no amount of waiting would make one of a bot that may be connected.
fn check_address(callback: &str, off_loopback: bool) -> Result<(), String> {
    let wrong = |en: &str, zh: &str| {
        // The address is not repeated: it may have a password in it.
        Err(format!(
            "--callback {en}: give an address as your bot has it, such as http://127.0.0.1:5000/wechat\n  \
             --callback {zh}：请填写机器人的地址，例如 http://127.0.0.1:5000/wechat"
        ))
    };
    let Ok(uri) = callback.trim().parse::<Uri>() else {
        return wrong("is not an address", "不是合法的地址");
    };
    match uri.scheme_str() {
        Some("http") => {}
        Some("https") => {
            return wrong(
                "begins with https://, and the emulator talks to bots without TLS",
                "以 https:// 开头，而模拟器不使用 TLS 访问机器人",
            );
        }
        _ => return wrong("does not begin with http://", "没有以 http:// 开头"),
    }
    let Some(authority) = uri.authority().filter(|authority| !authority.host().is_empty()) else {
        return wrong("names no host", "没有主机名");
    };
    if authority.as_str().contains('@') {
        return wrong("holds a user name", "包含用户名");
    }
    if authority.as_str() != authority.host() && authority.port_u16().is_none() {
        return wrong(
            "has no port from 0 to 65535 after the colon",
            "冒号后不是 0 到 65535 的端口",
        );
    }
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let elsewhere = host.parse::<IpAddr>().is_ok_and(|ip| !ip.to_canonical().is_loopback());
    if elsewhere && !off_loopback {
        return Err(
            "--callback is not on this machine: to allow that, add --allow-callbacks-off-loopback\n  \
             --callback 不在本机：如需允许，请加上 --allow-callbacks-off-loopback"
                .to_owned(),
        );
    }
    Ok(())
}

/// What the bot must be told.
fn introduce(account: &Account, url: &str, page: &str) -> Result<(), Stop> {
    let Credentials { product, id, agent_id, secret, token, aes_key, mode, user_name, .. } =
        account.credentials();
    let host = match product {
        Product::Work => "qyapi.weixin.qq.com",
        _ => "api.weixin.qq.com",
    };
    say(&format!("\n  Page 网页           {page}"))?;
    say(&format!("  API base            {url}    (instead of https://{host} 代替该地址)"))?;
    say(&format!("  AppID / CorpID      {id}"))?;
    if let Some(agent) = agent_id {
        say(&format!("  AgentId             {agent}"))?;
    }
    say(&format!("  Name 原始 ID        {user_name}"))?;
    say(&format!("  Secret              {}", secret.expose()))?;
    say(&format!("  Token               {}", token.expose()))?;
    say(&format!("  EncodingAESKey      {}", aes_key.expose()))?;
    say(&format!("  Mode 加解密方式     {mode}\n"))
}

/// Connects the bot, as soon as it is there.
async fn connect(account: &Account, callback: &str) -> Result<(), Stop> {
    let clock: &dyn Clock = &SystemClock;
    let mut said = String::new();
    loop {
        match account.connect_url(callback).await {
            Ok(()) => return say(&format!("  {callback} is connected. 已连接。\n")),
            Err(problem) => {
                let problem = problem.to_string();
                if problem != said {
                    complain(&format!(
                        "{problem}\n  Trying again every 2 seconds. 每两秒重试一次。"
                    ));
                    said = problem;
                }
                clock.sleep(Duration::from_secs(2)).await;
            }
        }
    }
}
