//! `weixin doctor`: checks the configuration and what the platform says about it, or plays the
//! platform against a deployed bot, and says what is wrong.

mod deployed;
mod environment;
mod http;
mod local;
mod network;
mod platform;
mod quota;
mod report;
mod settings;
mod storage;

use std::{path::PathBuf, process::ExitCode, sync::Arc, time::Duration};

use clap::Args;
use weixin::{
    AccountConfig, Config,
    api::{Clock, SystemClock},
    protocol::{Format, Mode, Product, Secret},
};

use self::report::Finding;
use crate::{account, terminal::CliError};

/// What is checked, and how.
const HELP: &str = "\
Without --url: the configuration of every account, its credentials, the IP whitelist, its permissions
and quota, the clock, the store, the inbox and the address to listen on. Only calls that change nothing.
不带 --url：检查各账号的配置、凭据、IP 白名单、接口权限和额度，以及时钟、存储、收件箱和监听地址；只调用不改变任何内容的接口。

With --url: sends the bot what the platform sends: a URL verification, the same with a wrong signature,
and in each configured mode a push and one with a wrong signature. The push is an event `weixin_doctor`
of a made-up user `weixin-doctor-…`: no handler knows it, a fallback handler gets it, and an answer to
that user reaches nobody. If a push is rejected, further ones follow to find out why. The bot's log
mentions the rejected ones.
带 --url：模拟平台向机器人发送 URL 验证和各加密方式的推送（正确签名和错误签名各一次）。推送内容为虚构用户
weixin-doctor-… 的 weixin_doctor 事件，不会有专门的处理函数，兜底处理函数会收到它，对该用户的回复不会送达任何人。
推送被拒绝时会再发送几次以查明原因；机器人日志中会出现被拒绝的请求。

✓ ok 正常   ! warning 警告   ✗ wrong 错误   – not checked 未检查
The exit status is 1 if something is wrong (✗). 有错误（✗）时退出状态为 1。";

/// What to check.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(crate) struct DoctorOptions {
    /// The configuration file of the bot [default: weixin.toml, or WEIXIN_CONFIG] 机器人的配置文件
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Check only this account: its appid or corpid; for one of several apps of a corporation,
    /// CORPID/AGENTID 只检查该账号：AppID 或企业 ID；同一企业有多个应用时可写作 企业ID/AgentId
    #[arg(long, value_name = "ID")]
    account: Option<String>,
    /// Make the platform resolve and ping the host of the callback (网络检测). Official Accounts and Mini
    /// Programs 让平台解析并 ping 回调地址的主机（公众号、小程序）
    #[arg(long, conflicts_with_all = ["url", "offline"])]
    network: bool,
    /// Leave out what needs the network 跳过需要联网的检查
    #[arg(long, conflicts_with = "url")]
    offline: bool,
    /// Print an array of {check, account, status, detail, advice}; a status is ok, warning, wrong or
    /// skipped 以 JSON 数组输出
    #[arg(long)]
    json: bool,
    /// How many seconds each request may take 每个请求的超时秒数
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = parse_seconds)]
    timeout: Duration,
    /// Check the bot that is deployed at this callback URL; without a path, at the configured one
    /// 检查部署在该回调地址的机器人；不含路径时使用配置中的路径
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// After how many seconds an answer is too late [default: 5; 1 for WeCom's URL verification]
    /// 响应超过多少秒视为过慢
    #[arg(long, value_name = "SECONDS", requires = "url", value_parser = parse_seconds)]
    limit: Option<Duration>,
    /// The format of the pushes: xml or json 推送的数据格式
    #[arg(long, requires = "url", default_value = "xml", value_parser = parse_format)]
    format: Format,
    #[command(flatten)]
    callback: CallbackOptions,
}

/// Settings of the callback in place of the configured ones.
#[derive(Debug, Args)]
struct CallbackOptions {
    /// The token, instead of the configured one (or WEIXIN_TOKEN) 令牌（Token）
    #[arg(long, requires = "url")]
    token: Option<Secret>,
    /// The EncodingAESKey (or WEIXIN_ENCODING_AES_KEY) 消息加解密密钥
    #[arg(long = "aes-key", requires = "url")]
    aes_key: Option<Secret>,
    /// The receive id: the appid, or the corpid in WeCom (or WEIXIN_APP_ID) AppID 或企业 ID
    #[arg(long, requires = "url")]
    id: Option<String>,
    /// The kind of the account: official, mini or work (or WEIXIN_KIND) 账号类型
    #[arg(long, requires = "url")]
    kind: Option<Product>,
    /// A mode to check: plain, compatible or safe; may be given several times (or WEIXIN_MODES)
    /// 要检查的加密方式，可多次指定
    #[arg(long, requires = "url")]
    mode: Vec<Mode>,
}

impl CallbackOptions {
    fn is_given(&self) -> bool {
        self.token.is_some()
            || self.aes_key.is_some()
            || self.id.is_some()
            || self.kind.is_some()
            || !self.mode.is_empty()
    }

    fn apply(&self, account: &mut AccountConfig) {
        if let Some(token) = &self.token {
            account.token = Some(token.clone());
        }
        if let Some(key) = &self.aes_key {
            account.encoding_aes_key = Some(key.clone());
        }
        if let Some(id) = &self.id {
            (account.app_id, account.receive_id) = (Some(id.clone()), None);
        }
        if let Some(kind) = self.kind {
            account.kind = Some(kind.to_string());
        }
        if !self.mode.is_empty() {
            account.modes = Some(self.mode.iter().map(ToString::to_string).collect());
        }
    }
}

/// By how many seconds clocks may seem to differ: the accuracy of a `Date` header, and of a network.
const CLOCKS_AGREE: u64 = 5;

/// What all checks need.
#[derive(Debug)]
struct Doctor {
    clock: Arc<dyn Clock>,
    http: http::Http,
    timeout: Duration,
    offline: bool,
    /// Whether the platform is asked to look at the callback's host.
    network: bool,
}

pub(crate) async fn run(options: DoctorOptions) -> Result<ExitCode, CliError> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let (timeout, offline) = (options.timeout, options.offline);
    let http = http::Http::new(Arc::clone(&clock), timeout);
    let doctor = Doctor { clock, http, timeout, offline, network: options.network };
    let config = account::load(options.config.as_deref());
    let findings = match (config, &options.url) {
        (Err(error), _) => settings::unreadable(&error),
        (Ok(config), Some(url)) => deployed::check(&doctor, &options, config, url).await?,
        (Ok(config), None) => environment::check(&doctor, &options, &config).await?,
    };
    report::print(&findings, options.json)
}

impl DoctorOptions {
    /// Whether the account is to be checked.
    fn selects(&self, account: &AccountConfig) -> bool {
        self.account.as_ref().is_none_or(|id| account.is_named(id))
    }

    /// The accounts to check, with their numbers, which begin with 1.
    fn selected<'a>(
        &self,
        config: &'a Config,
    ) -> Result<Vec<(usize, &'a AccountConfig)>, CliError> {
        let all = config.accounts.iter().enumerate().map(|(index, account)| (index + 1, account));
        let selected: Vec<_> = all.filter(|(_, account)| self.selects(account)).collect();
        match &self.account {
            Some(id) if selected.is_empty() => Err(account::unknown(id, &config.accounts).into()),
            _ => Ok(selected),
        }
    }
}

/// The name of an account in the report, as the bot logs it.
fn name(account: &AccountConfig, number: usize) -> String {
    let (Some(kind), Some(id)) = (&account.kind, &account.app_id) else {
        return format!("account {number}");
    };
    let agent = account.agent_id.as_ref().map(|agent| format!("/{agent}")).unwrap_or_default();
    weixin::bot::log_text::printable(format!("{kind}:{id}{agent}")).to_string()
}

fn parse_seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    seconds.ok_or_else(|| "not a number of seconds 不是秒数".to_owned())
}

fn parse_format(text: &str) -> Result<Format, String> {
    match text {
        "xml" => Ok(Format::Xml),
        "json" => Ok(Format::Json),
        _ => Err("neither xml nor json 只能是 xml 或 json".to_owned()),
    }
}
