//! `weixin doctor --url`: plays the platform against a deployed bot.

mod answer;
mod body;
mod causes;
mod probe;
mod target;

use reqwest::Url;
use weixin::{AccountConfig, Config};

use self::{probe::Probe, target::Target};
use super::{Doctor, DoctorOptions, Finding, http::is_loopback, name, settings::PORTS};
use crate::terminal::CliError;

pub(super) async fn check(
    doctor: &Doctor,
    options: &DoctorOptions,
    mut config: Config,
    url: &str,
) -> Result<Vec<Finding>, CliError> {
    let url = Url::parse(url).map_err(|_| bad_url())?;
    let has_host = url.host_str().is_some_and(|host| !host.is_empty());
    if !["http", "https"].contains(&url.scheme()) || !has_host {
        return Err(bad_url().into());
    }
    if config.accounts.is_empty() && options.callback.is_given() {
        let mut account = AccountConfig::default();
        account.kind = Some("official".to_owned());
        account.app_id.clone_from(&options.account);
        config.accounts.push(account);
    }
    let mut findings = Vec::new();
    let accounts = at_path(options.selected(&config)?, &url);
    if accounts.is_empty() {
        return Err(
            "no account is configured: use weixin.toml, --config, WEIXIN_* or --token, --aes-key, \
                    --id and --kind 没有配置账号"
                .to_owned()
                .into(),
        );
    }
    if options.callback.is_given() && accounts.len() > 1 {
        return Err("--token, --aes-key, --id, --kind and --mode are for one account: name it with --account \
                    这些选项只适用于单个账号，请用 --account 指定"
            .to_owned()
            .into());
    }
    for (number, account) in accounts {
        let mut account = account.clone();
        options.callback.apply(&mut account);
        let name = name(&account, number);
        let own = match Target::new(&account, &url, options) {
            Ok(target) => {
                let mut own = vec![address(&target)];
                own.extend(Probe::new(doctor, &target).run().await);
                own
            }
            Err(problems) => problems,
        };
        findings.extend(own.into_iter().map(|finding| finding.of(&name)));
    }
    Ok(findings)
}

fn bad_url() -> String {
    "--url has to be like https://bot.example.com/callback --url 应类似 https://bot.example.com/callback"
        .to_owned()
}

/// The accounts that are served at this URL: without a path all of them, each at its own.
fn at_path<'a>(
    selected: Vec<(usize, &'a AccountConfig)>,
    url: &Url,
) -> Vec<(usize, &'a AccountConfig)> {
    let is_there = |account: &AccountConfig| {
        let path = account.path.as_deref().unwrap_or(target::DEFAULT_PATH);
        path.trim_end_matches('/') == url.path().trim_end_matches('/')
    };
    let matching: Vec<_> =
        selected.iter().copied().filter(|(_, account)| is_there(account)).collect();
    // A reverse proxy may change the path.
    if matching.is_empty() { selected } else { matching }
}

/// Whether the platform calls such an address at all.
fn address(target: &Target) -> Finding {
    const CHECK: &str = "url";
    let url = &target.url;
    if is_loopback(url) {
        return Finding::warning(CHECK, "only this machine can reach it 只有本机能访问")
            .advice("check the public address, too 还应检查公网地址");
    }
    if url.port().is_some() && !target.is_work() {
        return Finding::warning(CHECK, PORTS);
    }
    if url.scheme() != "https" {
        return Finding::warning(
            CHECK,
            "is not https: whoever is on the way can read it 不是 https，途中可被窃听",
        );
    }
    Finding::ok(CHECK, "https")
}
