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
) -> Finding {
    let mut answers = vec![(SEND, left(send))];
    let others: &[&str] = match client.account().product() {
        _ if send.is_err() => &[],
        Product::Mini => &MINI,
        _ => &OFFICIAL,
    };
    for path in others {
        let answer = get(doctor, client, path).await;
        // An endpoint that the account does not have is no problem of its quota.
        if answer.is_ok() {
            answers.push((path, left(&answer)));
        }
    }
    judge(&answers)
}

/// The calls that are left of an endpoint today, and of how many.
type CallsLeft = (u64, u64);

/// How many calls of an endpoint are left today, of how many; or why that is not known.
fn left(answer: &Result<Value, Error>) -> Result<CallsLeft, String> {
    let value = answer.as_ref().map_err(|error| said(error).0)?;
    let number = |name: &str| {
        let value = &value["quota"][name];
        value.as_u64().or_else(|| value.as_str()?.parse().ok())
    };
    let both = number("remain").zip(number("daily_limit"));
    both.ok_or_else(|| "the platform did not tell 平台未返回".to_owned())
}

fn judge(answers: &[(&str, Result<CallsLeft, String>)]) -> Finding {
    let told = answers.iter().map(|(path, left)| match left {
        Ok((remain, limit)) => format!("{path}: {remain} of {limit}"),
        Err(why) => format!("{path}: {why}"),
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let known = || answers.iter().filter_map(|(_, left)| left.as_ref().ok());
    if known().next().is_none() {
        return Finding::skipped(QUOTA, told);
    }
    let detail = format!("calls left today 今日剩余调用次数: {told}");
    let advice = "wait for tomorrow, or call clear_quota (ten times a month) \
                  等待次日，或调用 clear_quota（每月 10 次）";
    if known().any(|(remain, limit)| *remain == 0 && *limit > 0) {
        return Finding::wrong(QUOTA, detail).advice(advice);
    }
    if known().any(|(remain, limit)| *remain < limit / 10) {
        return Finding::warning(QUOTA, detail).advice(advice);
    }
    Finding::ok(QUOTA, detail)
}
