//! URL verification (服务器地址验证), which the platform performs when a callback is saved in its console.

use std::sync::Arc;

use http::Method;
use weixin_api::{Clock, Timestamp};
use weixin_protocol::{AppId, Product, url_check_deadline};

use super::{
    Target, response,
    target::{CallbackError, CallbackRequest, CallbackResponse},
};
use crate::{
    Problem,
    platform::Platform,
    state::{AccountState, CallbackEndpoint, PlatformState, Settings, stamp},
    timeline::{
        EntryId, EventKind, HttpResponse, PushEntry, PushOutcome, PushRequest, PushSummary,
    },
};

/// The maximum size of the response, in bytes.
const LIMIT: usize = 64 * 1024;

/// A verification request.
struct SentCheck {
    entry: EntryId,
    at: Timestamp,
    product: Product,
    expected: String,
    request: CallbackRequest,
}

/// Verifies that a callback knows the token (and in WeCom the key), and saves it if it does. If the
/// verification fails, a previously verified callback is kept.
///
/// # Errors
/// If the verification fails.
pub(crate) async fn verify(
    platform: &Platform,
    account: &AppId,
    settings: Settings,
    target: Arc<dyn Target>,
) -> Result<(), Problem> {
    let sent = platform.update(|state| send(state, account, &settings, &*target))?;
    let clock: &dyn Clock = &platform.clock;
    let deadline = url_check_deadline(sent.product);
    let returned = clock.timeout(deadline, target.send(sent.request, LIMIT)).await;
    let (outcome, response, verdict) = match returned {
        Err(_) => (PushOutcome::Timeout, None, Err(response::timed_out(deadline))),
        Ok(Err(error)) => {
            let outcome = match error {
                CallbackError::TooLarge(_) => PushOutcome::Malformed,
                _ => PushOutcome::Rejected,
            };
            (outcome, None, Err(error.problem(target.url())))
        }
        Ok(Ok(response)) => {
            let verdict = compare(&sent.expected, &response);
            let outcome = match &verdict {
                Ok(()) => PushOutcome::Answered,
                Err(_) if response.status != 200 => PushOutcome::Rejected,
                Err(_) => PushOutcome::Malformed,
            };
            let response = HttpResponse {
                status: response.status,
                content_type: response.content_type,
                body: String::from_utf8_lossy(&response.body).into_owned(),
                plain: None,
            };
            (outcome, Some(response), verdict)
        }
    };
    platform.update(|state| {
        let now = state.now();
        state.timeline.update(sent.entry, |what| {
            if let EventKind::Push(push) = what {
                push.response = response;
                push.took_ms = Some(now.as_millis().saturating_sub(sent.at.as_millis()));
                push.outcome = outcome;
                push.problem = verdict.clone().err();
            }
        });
        let keep = |account: &&mut AccountState| verdict.is_ok() || account.verified().is_none();
        if let Some(account) = state.account_mut(account).filter(keep) {
            let verified_at = verdict.is_ok().then_some(now);
            account.settings = settings;
            account.endpoint =
                Some(CallbackEndpoint { target, verified_at, problem: verdict.clone().err() });
            (account.failures, account.blocked_until) = (0, None);
        }
        state.mark_dirty();
    });
    verdict
}

fn send(
    state: &mut PlatformState,
    account: &AppId,
    settings: &Settings,
    target: &dyn Target,
) -> Result<SentCheck, Problem> {
    let at = state.now();
    let (stamp, echo) = (stamp(&mut state.ids, at, target), state.ids.echo());
    let account = state
        .account(account)
        .ok_or_else(|| Problem::new("The account does not exist.", "账号不存在。"))?;
    let (id, product) = (account.id.clone(), account.product);
    let check = account
        .callback(settings)
        .url_check(&echo, &stamp)
        .map_err(|error| Problem::new(error.to_string(), error.to_string()))?;
    let pairs = check.query.pairs().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let entry = PushEntry {
        summary: PushSummary {
            msg_type: "url_check".to_owned(),
            event: None,
            text: "URL verification".to_owned(),
            text_zh: Some("URL 验证".to_owned()),
        },
        attempt: 1,
        attempts: 1,
        repeat_of: None,
        request: PushRequest {
            method: "GET".to_owned(),
            url: target.url().to_owned(),
            query: pairs.collect(),
            plain: (product == Product::Work).then(|| check.expected.clone()),
            ..PushRequest::default()
        },
        response: None,
        started: at.as_millis(),
        took_ms: None,
        deadline_ms: u64::try_from(url_check_deadline(product).as_millis()).unwrap_or(u64::MAX),
        outcome: PushOutcome::Waiting,
        problem: None,
    };
    let entry = state.timeline.add(at, Some(id), None, EventKind::Push(Box::new(entry)));
    let request = CallbackRequest {
        method: Method::GET,
        query: check.query.to_query_string(),
        content_type: None,
        body: String::new(),
    };
    Ok(SentCheck { entry, at, product, expected: check.expected, request })
}

/// Compares the response with the expected one, byte for byte, and diagnoses differences.
fn compare(expected: &str, response: &CallbackResponse) -> Result<(), Problem> {
    if response.status != 200 {
        return Err(response::wrong_status(response.status));
    }
    if response.body == expected.as_bytes() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&response.body);
    let trimmed = text.trim_start_matches('\u{feff}').trim().trim_matches('"');
    let (en, zh) = if text.is_empty() {
        ("The response is empty.", "应答为空。")
    } else if trimmed == expected {
        (
            "The response is correct except for surrounding quotes, whitespace or a BOM.",
            "应答内容正确，但带有引号、空白、换行或 BOM。",
        )
    } else if text.trim_start().starts_with('<') {
        ("The response is a web page or XML.", "应答是网页或 XML。")
    } else {
        ("The response is not the echostr that was sent.", "应答不是发送的 echostr。")
    };
    Err(Problem::new(en, zh).hint(
        "Respond with exactly the echostr (in WeCom: decrypted) and nothing else.",
        "请原样返回 echostr（企业微信为解密后的明文），前后不得有任何字符。",
    ))
}
