//! The platform's own check of the callback's host (网络检测).

use serde_json::{Value, json};
use weixin::{Client, api::POST, protocol::Product};

use super::{Doctor, Finding, platform::said};

const NETWORK: &str = "network";

/// Makes the platform resolve the name of the host and ping its addresses, from the operator of each.
pub(super) async fn check(doctor: &Doctor, client: &Client) -> Finding {
    if client.account().product() == Product::Work {
        return Finding::skipped(NETWORK, "WeCom has no such check 企业微信没有网络检测接口");
    }
    let body = json!({ "action": "all", "check_operator": "DEFAULT" });
    let call = client.call(POST, "/cgi-bin/callback/check", body);
    match call.safe().timeout(doctor.timeout).await {
        Ok(answer) => judge(&answer),
        Err(error) => {
            let (detail, hint) = said(&error);
            let finding = Finding::warning(NETWORK, format!("not checked: {detail} 未能检测"));
            finding.advice(hint.unwrap_or_else(|| {
                "set the URL in the console first 请先在后台设置服务器地址".to_owned()
            }))
        }
    }
}

fn judge(answer: &Value) -> Finding {
    let list = |name: &str| answer[name].as_array().cloned().unwrap_or_default();
    let (addresses, pings) = (list("dns"), list("ping"));
    let text = |value: &Value, name: &str| value[name].as_str().unwrap_or("?").to_owned();
    if addresses.is_empty() {
        return Finding::wrong(
            NETWORK,
            "the platform cannot resolve the host 平台无法解析该主机名",
        )
        .advice("check the DNS record, also from outside 检查域名解析，包括从外网解析是否正常");
    }
    let found: Vec<_> = addresses.iter().map(|address| text(address, "ip")).collect();
    let found = found.join(", ");
    let lost = |ping: &Value| {
        let share = text(ping, "package_loss");
        let percent = share.trim_end_matches('%').parse::<f64>().unwrap_or_default();
        (percent > 0.0).then(|| format!("{}: {share}", text(ping, "ip")))
    };
    let losses: Vec<_> = pings.iter().filter_map(lost).collect();
    if losses.is_empty() {
        return Finding::ok(NETWORK, format!("the platform reaches {found} 平台可以连通"));
    }
    let losses = losses.join(", ");
    let detail = format!("{found}; lost packets 丢包 {losses}");
    Finding::warning(NETWORK, detail).advice(
        "a firewall may reject pings only: `weixin doctor --url` sends real requests \
         防火墙可能只是禁止了 ping，可用 weixin doctor --url 发送真实请求来确认",
    )
}
