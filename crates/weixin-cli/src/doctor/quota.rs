//! How many calls an account has left today.

use serde_json::{Value, json};
use weixin::{
    Client,
    api::{Error, POST},
    protocol::Product,
};

use super::{Doctor, Finding, platform::said};

pub(super) const QUOTA: &str = "quota";

/// The endpoint with which late replies are sent.
pub(super) const SEND: &str = "/cgi-bin/message/custom/send";

/// Other endpoints whose quota bots use up, of Official Accounts and of Mini Programs.
const OFFICIAL: [&str; 3] =
    ["/cgi-bin/message/template/send", "/cgi-bin/media/upload", "/cgi-bin/user/info"];
const MINI: [&str; 2] = ["/cgi-bin/message/subscribe/send", "/cgi-bin/media/upload"];

/// Asks for the quota of one endpoint, which does not count as a call of it.
pub(super) async fn get(doctor: &Doctor, client: &Client, path: &str) -> Result<Value, Error> {
    let call = client.call(POST, "/cgi-bin/openapi/quota/get", json!({ "cgi_path": path }));
    call.safe().timeout(doctor.timeout).await
}

/// The quotas of the endpoints that bots call most; that of [`SEND`] is known already.
pub(super) async fn check(
    doctor: &Doctor,
    client: &Client,
    send: &Result<Value, Error>,
) -> Vec<Finding> {
    let mut findings = vec![left(SEND, send)];
    if send.is_err() {
        return findings;
    }
    let others: &[&str] = match client.account().product() {
        Product::Mini => &MINI,
        _ => &OFFICIAL,
    };
    for path in others {
        let result = get(doctor, client, path).await;
        // An endpoint that the account does not have is no problem of its quota.
        if result.is_ok() {
            findings.push(left(path, &result));
        }
    }
    findings
}

/// What is left of the calls of an endpoint today.
fn left(path: &str, result: &Result<Value, Error>) -> Finding {
    let value = match result {
        Ok(value) => value,
        Err(error) => return Finding::skipped(QUOTA, format!("{path}: {}", said(error).0)),
    };
    let number = |name: &str| {
        let value = &value["quota"][name];
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    };
    let (Some(limit), Some(remain)) = (number("daily_limit"), number("remain")) else {
        return Finding::skipped(QUOTA, format!("{path}: the platform did not tell 平台未返回"));
    };
    let detail =
        format!("{path}: {remain} of {limit} calls are left today 今日剩余 {remain}/{limit} 次");
    let advice = "wait for tomorrow, or call clear_quota (ten times a month) 等待次日，或调用 clear_quota（每月 10 次）";
    if remain == 0 && limit > 0 {
        return Finding::wrong(QUOTA, detail).advice(advice);
    }
    if remain < limit / 10 {
        return Finding::warning(QUOTA, detail).advice(advice);
    }
    Finding::ok(QUOTA, detail)
}
