//! The signatures of calls. An error says which of the two is wrong, over what it has to be made, and
//! if possible what was done instead.

use serde_json::Value;
use weixin_api::{EndpointInfo, Signed, wire::IncomingRequest, wire::query};
use weixin_mini::virtual_payment::PaymentEnv;
use weixin_protocol::{PeerId, Secret};

use super::{ApiError, BAD_OPENID, RequestContext, bad_field, error};

const BAD_SIGNATURE: i64 = 268_490_003;
const NO_SESSION: i64 = 268_490_009;

/// Checks `pay_sig`, and `signature` where the endpoint has one.
pub(super) fn check(
    ctx: &mut RequestContext<'_>,
    info: &EndpointInfo,
    call: IncomingRequest<'_>,
) -> Result<(), ApiError> {
    let body: Value = serde_json::from_slice(call.body).unwrap_or_default();
    let env = match body.get("env").map(env_of) {
        // Subscriptions have no sandbox.
        None => PaymentEnv::Live,
        Some(Some(env)) => env,
        Some(None) => return Err(bad_field("env must be 0 or 1")),
    };
    let account = ctx.account()?;
    let payments = &account.virtual_payments;
    check_pay_sig(call, env, |env| payments.key(env))?;
    if !info.fields.iter().any(|field| field.name() == "signature") {
        return Ok(());
    }
    let openid = body.get("openid").and_then(Value::as_str).unwrap_or_default();
    if ctx.state.person(&account.id, openid).is_none() {
        return Err(ApiError::code(BAD_OPENID));
    }
    let key = account.sessions.key_of(&PeerId::new(openid));
    let key = Secret::new(key.ok_or_else(|| ApiError::code(NO_SESSION))?);
    check_user_signature(call, &key)
}

fn env_of(value: &Value) -> Option<PaymentEnv> {
    let code = value.as_i64().or_else(|| value.as_str()?.parse().ok())?;
    let env = PaymentEnv::from(code);
    matches!(env, PaymentEnv::Live | PaymentEnv::Sandbox).then_some(env)
}

fn check_pay_sig<'k>(
    call: IncomingRequest<'_>,
    env: PaymentEnv,
    key: impl Fn(PaymentEnv) -> &'k Secret,
) -> Result<(), ApiError> {
    let (name, other) = match env {
        PaymentEnv::Sandbox => ("sandbox", PaymentEnv::Live),
        _ => ("live", PaymentEnv::Sandbox),
    };
    let given = given(call, "pay_sig");
    let own = key(env);
    if given == Signed::PathAndBody.sign(own, call.path, call.body) {
        return Ok(());
    }
    let with_query = format!("{}?{}", call.path, call.query);
    let found = mistake(
        &given,
        [
            (Signed::PathAndBody, key(other), call.path, "made with the AppKey of the other env"),
            (Signed::Body, own, "", "made over the body alone"),
            (Signed::PathAndBody, own, "requestVirtualPayment", "that of a call on the phone"),
            (Signed::PathAndBody, own, &with_query, "made over the path with its query"),
        ],
        call.body,
    );
    let (path, bytes, env) = (call.path, call.body.len(), env.code());
    Err(error(
        BAD_SIGNATURE,
        format!(
            "pay_sig error: it has to be the HMAC-SHA256 of \"{path}&\" and the body ({bytes} bytes) \
             with the {name} AppKey (env {env}); {found}"
        ),
    ))
}

fn check_user_signature(call: IncomingRequest<'_>, key: &Secret) -> Result<(), ApiError> {
    let given = given(call, "signature");
    if given == Signed::Body.sign(key, "", call.body) {
        return Ok(());
    }
    let found = mistake(
        &given,
        [(Signed::PathAndBody, key, call.path, "made over the path and the body")],
        call.body,
    );
    let bytes = call.body.len();
    Err(error(
        BAD_SIGNATURE,
        format!(
            "signature error: it has to be the HMAC-SHA256 of the body alone ({bytes} bytes) with the \
             session key of the user's last login, as text; {found}"
        ),
    ))
}

/// What was done instead.
fn mistake<const N: usize>(
    given: &str,
    mistakes: [(Signed, &Secret, &str, &'static str); N],
    body: &[u8],
) -> String {
    if given.is_empty() {
        return "there is none in the query".to_owned();
    }
    let found = mistakes
        .into_iter()
        .find(|(signed, key, path, _)| given.eq_ignore_ascii_case(&signed.sign(key, path, body)));
    match found {
        Some((.., what)) => format!("this one was {what}"),
        None => {
            "this one is of another key, or the body was written again after signing".to_owned()
        }
    }
}

fn given(call: IncomingRequest<'_>, name: &str) -> String {
    let found = query::pairs(call.query).find(|(key, _)| key == name);
    found.map(|(_, value)| value.to_string()).unwrap_or_default()
}
