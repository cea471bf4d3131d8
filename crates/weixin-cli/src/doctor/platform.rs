//! What the platform says about an account: its credentials, the IP whitelist, permissions, quotas and
//! the time.

use std::net::IpAddr;

use reqwest::Url;
use serde_json::{Value, json};
use weixin::{
    AccountConfig, Client, Config,
    api::{Error, ErrorKind, GET},
    bot::log_text::printable,
    protocol::{Callback, Product},
};

use super::{
    CLOCKS_AGREE, Doctor, Finding,
    http::Failure,
    network,
    quota::{self, QUOTA, SEND},
    storage::StoreUse,
};

const API: &str = "api";
const CLOCK: &str = "clock";
const CREDENTIALS: &str = "credentials";
const WHITELIST: &str = "ip whitelist";
const PERMISSION: &str = "permission";
const CHECKS: [&str; 6] = [API, CLOCK, CREDENTIALS, WHITELIST, PERMISSION, QUOTA];

/// The caller's address is not allowed.
const ADDRESS_CODES: [i64; 7] = [40164, 60020, 61004, 89501, 89503, 89506, 89507];

/// The account may not call the endpoint, and whether that is a sanction.
const PERMISSION_CODES: [(i64, bool); 14] = [
    (48001, false),
    (48002, false),
    (48003, false),
    (48004, true),
    (48008, false),
    (50001, false),
    (50002, true),
    (50007, true),
    (60011, false),
    (61003, false),
    (61007, false),
    (76022, false),
    (301002, false),
    (43107, true),
];

/// The platform knows the account by other values than these.
const WRONG_AGENT: i64 = 40056;

pub(super) async fn check(
    doctor: &Doctor,
    config: &Config,
    account: &AccountConfig,
    store: StoreUse,
) -> Vec<Finding> {
    let all_skipped =
        |why: &str| CHECKS.map(|check| Finding::skipped(check, why.to_owned())).to_vec();
    if doctor.offline {
        return all_skipped("left out by --offline 因 --offline 跳过");
    }
    // Only what is needed for calls has to be valid.
    let client = match client(config, account, store) {
        Ok(client) => client,
        Err(why) => return all_skipped(&why),
    };
    let (mut findings, reachable) = probe(doctor, account, client.account().product()).await;
    if !reachable {
        let why = "the API cannot be reached 无法连接接口";
        findings.extend(CHECKS[2..].iter().map(|check| Finding::skipped(check, why)));
        return findings;
    }
    if store == StoreUse::Unusable {
        let why = "the store cannot be used from here, and a token must not be obtained past it \
                   无法使用存储，为避免影响其他程序，不直接获取 token";
        findings.extend(CHECKS[2..].iter().map(|check| Finding::skipped(check, why)));
        return findings;
    }
    findings.extend(calls(doctor, &client).await);
    findings
}

/// A client that takes its token from where the bot takes it.
fn client(config: &Config, account: &AccountConfig, store: StoreUse) -> Result<Client, String> {
    let mut single = config.clone();
    single.accounts = vec![account.clone()];
    if store != StoreUse::Configured {
        single.store = None;
    }
    single
        .client()
        .map_err(|_| "the configuration has to be corrected first 请先修正配置".to_owned())
}

/// Whether the API answers, and what time it has.
async fn probe(doctor: &Doctor, account: &AccountConfig, product: Product) -> (Vec<Finding>, bool) {
    let host = if product == Product::Work { "qyapi.weixin.qq.com" } else { "api.weixin.qq.com" };
    let url = match account.api_base.as_deref() {
        Some(base) => format!("{}/@{host}/cgi-bin/get_api_domain_ip", base.trim_end_matches('/')),
        None => format!("https://{host}/cgi-bin/get_api_domain_ip"),
    };
    let shown = account.api_base.as_ref().map_or(host, |_| "api_base");
    let Ok(url) = Url::parse(&url) else {
        return (vec![Finding::wrong(API, "api_base is not a URL 不是有效的网址")], false);
    };
    match doctor.http.get(url).await {
        Ok(answer) => {
            let api = Finding::ok(API, format!("{shown} answers 可连接"));
            (vec![api, clock(account, answer.ahead)], true)
        }
        Err(failure) => {
            let detail = failure.explain().0;
            let advice = match (&failure, &account.api_base) {
                (_, Some(_)) => {
                    "check api_base (WEIXIN_API_BASE); leave it out to call the platform itself \
                     检查 api_base；直接调用平台时请勿设置"
                }
                (Failure::Tls(_), None) => {
                    "a proxy intercepts TLS, or the clock or the certificates of this machine are wrong \
                     代理拦截了 TLS，或本机时间、根证书有误"
                }
                _ => {
                    "check the network, the DNS and the firewall of this machine, and HTTPS_PROXY \
                     检查本机网络、DNS、防火墙和 HTTPS_PROXY"
                }
            };
            let api = Finding::wrong(API, format!("{shown}: {detail}")).advice(advice);
            (vec![api, Finding::skipped(CLOCK, "no answer 没有收到响应")], false)
        }
    }
}

fn clock(account: &AccountConfig, ahead: Option<i64>) -> Finding {
    let Some(ahead) = ahead else {
        return Finding::skipped(CLOCK, "the API's answer has no `Date` 响应中没有 Date");
    };
    let apart = ahead.unsigned_abs();
    let tolerance = match account.clock_tolerance.as_deref() {
        None => Some(Callback::DEFAULT_CLOCK_TOLERANCE.as_secs()),
        Some(text) => text.trim().parse().ok(),
    };
    if apart <= CLOCKS_AGREE {
        return Finding::ok(
            CLOCK,
            format!("{apart} s from the platform's 与平台时间相差 {apart} 秒"),
        );
    }
    let side = if ahead > 0 { ("behind", "慢") } else { ("ahead of", "快") };
    let detail =
        format!("{apart} s {} the platform's clock 本机时间比平台{} {apart} 秒", side.0, side.1);
    let advice = "set the clock of this machine by NTP 请用 NTP 校准本机时间";
    match tolerance {
        Some(tolerance) if apart > tolerance => {
            let detail = format!(
                "{detail}; pushes are rejected above {tolerance} s 超过容许值，推送会被拒绝"
            );
            Finding::wrong(CLOCK, detail).advice(advice)
        }
        _ => Finding::warning(CLOCK, detail).advice(advice),
    }
}

/// Obtains a token, and calls endpoints that change nothing.
async fn calls(doctor: &Doctor, client: &Client) -> Vec<Finding> {
    let product = client.account().product();
    let credentials = client.credentials();
    let token = doctor.clock.timeout(doctor.timeout, credentials.get()).await;
    let token = token.unwrap_or_else(|_| Err(Error::new(ErrorKind::Timeout, "no answer in time")));
    if let Err(error) = token {
        return rejected_credentials(product, &error);
    }
    let mut findings = vec![Finding::ok(
        CREDENTIALS,
        "a token was obtained, without invalidating another 已获取 access_token，其他 token 不受影响",
    )];
    let (agent, quota);
    let asked: &[(&str, &str, &Result<Value, Error>)] = match product {
        Product::Work => {
            let id = client.account().agent();
            let id = id.map(|agent| agent.to_string()).unwrap_or_default();
            agent = client
                .call(GET, "/cgi-bin/agent/get", json!({ "agentid": id }))
                .timeout(doctor.timeout)
                .await;
            &[("/cgi-bin/agent/get", "the app's details 应用详情", &agent)]
        }
        _ => {
            quota = quota::get(doctor, client, SEND).await;
            let send = (SEND, "customer-service messages 客服消息", &quota);
            if product == Product::Mini {
                &[send]
            } else {
                agent = client
                    .call(GET, "/cgi-bin/menu/get", Value::Null)
                    .timeout(doctor.timeout)
                    .await;
                &[("/cgi-bin/menu/get", "the menu 自定义菜单", &agent), send]
            }
        }
    };
    let errors = || asked.iter().filter_map(|(.., result)| result.as_ref().err());
    if let Some(error) = errors().find(|error| is_address(error)) {
        findings.push(whitelist(product, error));
        let why = "the IP whitelist comes first 请先设置 IP 白名单";
        findings.extend([PERMISSION, QUOTA].map(|check| Finding::skipped(check, why)));
        return findings;
    }
    findings.push(
        match errors().count() == asked.len() && errors().all(|error| error.code().is_none()) {
            true => Finding::skipped(WHITELIST, "no call was answered 没有调用得到响应"),
            false => {
                Finding::ok(WHITELIST, "calls from this address are accepted 允许从本机地址调用")
            }
        },
    );
    findings
        .extend(asked.iter().map(|(path, what, result)| permission(product, path, what, result)));
    match asked.last() {
        Some((SEND, _, result)) => findings.push(quota::check(doctor, client, result).await),
        _ => findings.push(Finding::skipped(QUOTA, "WeCom does not tell 企业微信不提供查询")),
    }
    if doctor.network {
        findings.push(network::check(doctor, client).await);
    }
    findings
}

fn code(error: &Error) -> Option<i64> {
    error.code().map(|code| code.get())
}

fn is_address(error: &Error) -> bool {
    code(error).is_some_and(|code| ADDRESS_CODES.contains(&code))
}

/// The platform's answer, and what to do, in both languages.
pub(super) fn said(error: &Error) -> (String, Option<String>) {
    let code = error.code().map(|code| format!("{code}: ")).unwrap_or_default();
    let hint = error.hint().map(|hint| format!("{} {}", hint.en, hint.zh));
    (format!("{code}{}", printable(error.message())), hint)
}

fn rejected_credentials(product: Product, error: &Error) -> Vec<Finding> {
    let rest = |why: &str, checks: &[&'static str]| -> Vec<_> {
        checks.iter().map(|check| Finding::skipped(check, why.to_owned())).collect()
    };
    if is_address(error) {
        let why = "the IP whitelist comes first 请先设置 IP 白名单";
        let mut findings = rest(why, &[CREDENTIALS]);
        findings.push(whitelist(product, error));
        findings.extend(rest(why, &[PERMISSION, QUOTA]));
        return findings;
    }
    let (detail, hint) = said(error);
    let finding = Finding::wrong(CREDENTIALS, format!("no token: {detail} 无法获取 access_token"));
    let advice = hint.unwrap_or_else(|| "check app_id and secret 检查 app_id 和 secret".to_owned());
    let mut findings = vec![finding.advice(advice)];
    findings.extend(rest("there is no token 没有 access_token", &[WHITELIST, PERMISSION, QUOTA]));
    findings
}

fn whitelist(product: Product, error: &Error) -> Finding {
    let (detail, hint) = said(error);
    let place = match product {
        Product::Work => "WeCom console, the app, 企业可信IP 企业微信管理后台 → 应用 → 企业可信IP",
        Product::Mini => {
            "Mini Program console, 开发管理, IP白名单 小程序后台 → 开发管理 → IP白名单"
        }
        _ => "console, 基本配置, IP白名单 公众号后台 → 基本配置 → IP白名单",
    };
    let advice = match address(error.message()) {
        Some(address) => format!("add {address}: {place} 将 {address} 加入白名单"),
        None => {
            format!("{}: {place}", hint.unwrap_or_else(|| "add this machine's address".to_owned()))
        }
    };
    Finding::wrong(
        WHITELIST,
        format!("this machine's address is not allowed: {detail} 本机 IP 不在白名单中"),
    )
    .advice(advice)
}

/// The address in a message such as `invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist` or
/// `not allow to access from your ip, hint: […], from ip: 1.2.3.4, more info at …`.
fn address(message: &str) -> Option<IpAddr> {
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '.' || c == ':';
    let words = message.split(|c| !is_part(c));
    let mut addresses = words.filter_map(|word| {
        let trimmed = word.trim_end_matches(['.', ':']);
        [word, trimmed].iter().find_map(|word| word.parse::<IpAddr>().ok())
    });
    addresses.next().map(|address| address.to_canonical())
}

fn permission(product: Product, path: &str, what: &str, result: &Result<Value, Error>) -> Finding {
    let Err(error) = result else {
        return Finding::ok(PERMISSION, format!("{what} ({path})"));
    };
    let (detail, hint) = said(error);
    let detail = format!("{what} ({path}): {detail}");
    let Some(code) = code(error) else {
        return Finding::skipped(PERMISSION, format!("{detail} 没有得到结果"));
    };
    if code == WRONG_AGENT && product == Product::Work {
        let advice = hint.unwrap_or_else(|| "check agent_id 检查 agent_id".to_owned());
        return Finding::wrong(PERMISSION, detail).advice(advice);
    }
    let Some((_, is_sanction)) = PERMISSION_CODES.iter().find(|(known, _)| *known == code) else {
        // Any other answer, such as "there is no menu", is one to a call that was permitted.
        return Finding::ok(PERMISSION, detail);
    };
    let advice = match product {
        Product::Work => {
            "give the app the permission in the console (应用权限, 可见范围) 在管理后台授予应用相应权限"
        }
        _ if *is_sanction => {
            "the platform has banned it: see the notices in the console 接口被封禁，请查看后台通知"
        }
        _ => {
            "accounts without 微信认证, and personal ones, lack some endpoints: see 接口权限 in the console; \
              for answers that come late, late_reply = \"hold\" or \"mailbox\" needs none \
              未认证或个人主体账号缺少部分接口，请查看后台的接口权限；延迟回复可使用 late_reply"
        }
    };
    let advice = match hint {
        Some(hint) => format!("{hint}\n{advice}"),
        None => advice.to_owned(),
    };
    match is_sanction {
        true => Finding::wrong(PERMISSION, detail),
        false => Finding::warning(PERMISSION, detail),
    }
    .advice(advice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_taken_from_the_platforms_message() {
        for (message, expected) in [
            ("invalid ip 1.2.3.4 ipv6 ::ffff:1.2.3.4, not in whitelist rid: 61e5-27e9", "1.2.3.4"),
            ("invalid ip 2001:db8::7 ipv6 2001:db8::7, not in whitelist", "2001:db8::7"),
            (
                "not allow to access from your ip, hint: [1700000000123], from ip: 8.8.4.4, more info at https://open.work.weixin.qq.com/devtool/query?e=60020",
                "8.8.4.4",
            ),
        ] {
            assert_eq!(address(message).unwrap().to_string(), expected);
        }
        assert_eq!(address("invalid ip, rid: 61e5-27e9"), None);
    }
}
