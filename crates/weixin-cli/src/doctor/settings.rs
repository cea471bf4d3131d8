//! Whether the configuration is complete, valid and advisable.

use reqwest::Url;
use weixin::{
    AccountConfig, Bot, Config,
    bot::{ConfigError, Problem},
    protocol::Product,
};

use super::{Finding, http::is_loopback};

const CHECK: &str = "configuration";

/// The findings if the configuration cannot be read.
pub(super) fn unreadable(error: &ConfigError) -> Vec<Finding> {
    error.problems().iter().map(problem).collect()
}

fn problem(problem: &Problem) -> Finding {
    let advice = "values come from weixin.toml (or --config, WEIXIN_CONFIG) and WEIXIN_* variables \
                  配置来自 weixin.toml（或 --config、WEIXIN_CONFIG）和 WEIXIN_* 环境变量";
    Finding::wrong(CHECK, format!("{problem} 配置有误")).advice(advice)
}

/// All problems that a bot would report at its start.
pub(super) fn problems(config: &Config) -> Vec<Problem> {
    // Databases are opened by checks of their own.
    let mut config = config.clone();
    config.store = None;
    if let Some(inbox) = &mut config.inbox {
        inbox.url = None;
    }
    match Bot::new().build(&config) {
        Ok(_) => Vec::new(),
        Err(error) => match error.config() {
            Some(error) => error.problems().to_vec(),
            None => Vec::new(),
        },
    }
}

/// The number of the account that a problem is about.
fn account_of(problem: &Problem, config: &Config) -> Option<usize> {
    if config.accounts.len() == 1 && problem.what.starts_with("account.") {
        return Some(1);
    }
    let number = problem.what.strip_prefix("account ")?.split_once(':')?.0;
    number.parse().ok()
}

/// What concerns no single account.
pub(super) fn of_all(
    config: &Config,
    problems: &[Problem],
    selected: &[(usize, &AccountConfig)],
) -> Vec<Finding> {
    let mut findings: Vec<_> = problems
        .iter()
        .filter(|problem| account_of(problem, config).is_none())
        .map(self::problem)
        .collect();
    if findings.is_empty() {
        let accounts = config.accounts.len();
        findings.push(Finding::ok(CHECK, format!("accounts 账号数: {accounts}")));
    }
    findings.push(public_url(config, selected));
    findings
}

/// What concerns one account.
pub(super) fn of_account(
    config: &Config,
    problems: &[Problem],
    (number, account): (usize, &AccountConfig),
) -> Vec<Finding> {
    let own = problems.iter().filter(|problem| account_of(problem, config) == Some(number));
    let mut findings: Vec<_> = own.map(self::problem).collect();
    if findings.is_empty() {
        findings.push(Finding::ok(CHECK, "complete and valid 完整有效"));
    }
    let modes = account.modes.as_deref().unwrap_or_default();
    if modes.iter().any(|mode| mode == "plain") {
        findings.push(
            Finding::warning(
                "plain mode",
                "plain pushes are accepted: their signature does not cover the body, so anyone who has \
                 seen one can forge others 接受明文推送：签名不包含消息体，推送可被伪造",
            )
            .advice(
                "set modes = [\"safe\"], and the mode in the console to 安全模式 改为 modes = \
                 [\"safe\"]，并在后台选择安全模式",
            ),
        );
    }
    findings
}

fn public_url(config: &Config, selected: &[(usize, &AccountConfig)]) -> Finding {
    const CHECK: &str = "public_url";
    let Some(text) = &config.public_url else {
        return Finding::skipped(
            CHECK,
            "not set; check the deployed bot with --url 未设置；可用 --url 检查已部署的机器人",
        );
    };
    let advice = "it should look like https://bot.example.com 应类似 https://bot.example.com";
    let url = Url::parse(text).ok().filter(|url| ["http", "https"].contains(&url.scheme()));
    let Some(url) = url else {
        return Finding::wrong(CHECK, "is not an http(s) URL 不是 http(s) 地址").advice(advice);
    };
    let is_work = |account: &AccountConfig| account.kind.as_deref() == Some(Product::Work.as_str());
    if is_loopback(&url) {
        return Finding::warning(CHECK, "only this machine can reach it 只有本机能访问")
            .advice(advice);
    }
    if url.scheme() != "https" {
        return Finding::warning(
            CHECK,
            "is not https: whoever is on the way can read plain pushes, and replay every push within the \
             clock tolerance 不是 https：途中可被窃听",
        )
        .advice(advice);
    }
    if selected.iter().any(|(_, account)| !is_work(account)) && url.port().is_some() {
        return Finding::warning(CHECK, PORTS).advice(advice);
    }
    Finding::ok(CHECK, "https")
}

/// What is wrong with another port.
pub(super) const PORTS: &str = "Official Accounts and Mini Programs are only called on the ports 80 and 443 \
    公众号和小程序的回调地址只支持 80 和 443 端口";
