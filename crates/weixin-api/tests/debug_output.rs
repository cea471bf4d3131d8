//! What holds a secret says what it is in `Debug` output, and nothing of the secret.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fmt::Debug, sync::Arc, time::Duration};

use weixin_api::{
    AccessToken, AccountId, Auth, BoxFuture, Call, CallOptions, CallSignature, Caller, Credential,
    CredentialFlow, CredentialKey, CredentialSource, ErrCode, Error, FilePart, LatestTicket,
    Method, ResponseUrl, StaticCredential, Timestamp, endpoint, expose, expose_some,
    js_sdk::Ticket,
    kind::Official,
    lenient,
    wire::{self, ApiRequest, ApiResponse, Body, Part},
};
use weixin_protocol::{Product, Secret};

const SECRET: &str = "Vc4Xb7Nz1Ml8Kj5H";
const TOKEN: &str = "Hq3vT8Yx7Lm2RpWd";
const KEY: &str = "Zp9Qw4KsRe2Dy7Cx";
const REFRESH: &str = "Bn6Yt1UvGf3Sa9Eo";
const TICKET: &str = "Jd5Fg8Hw2Ti6Pu0Q";

/// Both forms of `value` show all of `shown` and no five characters in a row of a secret.
#[track_caller]
fn check(value: &dyn Debug, shown: &[&str]) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for wanted in shown {
            assert!(text.contains(wanted), "no {wanted:?} in {text}");
        }
        for secret in [SECRET, TOKEN, KEY, REFRESH, TICKET] {
            for start in 0..=secret.len() - 5 {
                let part = &secret[start..start + 5];
                assert!(!text.contains(part), "{part:?} in {text}");
            }
        }
    }
}

fn account() -> AccountId {
    AccountId::new(Product::Official, "wx0123456789abcdef")
}

#[test]
fn credentials_show_their_lifetime_and_owner() {
    let credential =
        Credential::new(TOKEN, Some(Duration::from_secs(7200))).with_refresh_token(REFRESH.into());
    assert_eq!(credential.value.expose(), TOKEN);
    check(&credential, &["Credential", "7200s", "refresh_token: Some("]);
    check(&AccessToken::new(TOKEN, 7200_u64), &["AccessToken", "7200"]);
    check(&Ticket::new(TICKET, 7200_u64), &["Ticket", "7200"]);
    check(&StaticCredential::new(TOKEN), &["StaticCredential"]);
    let key = CredentialKey::new(account(), "access_token", &SECRET.into());
    check(&key, &["CredentialKey", "wx0123456789abcdef", "access_token"]);
    check(&key.to_string(), &["wx0123456789abcdef"]);
}

#[test]
fn a_kept_ticket_is_not_shown() {
    let ticket = LatestTicket::new();
    ticket.put(TICKET);
    check(&ticket, &["LatestTicket"]);
}

#[test]
fn keys_and_addresses_that_permit_calls_show_their_type_alone() {
    check(&CallSignature::by(KEY), &["CallSignature"]);
    let url = format!("https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code={KEY}");
    check(&ResponseUrl::new(&*url), &["ResponseUrl"]);
}

/// Logs in.
#[endpoint(GET "/sns/login", title = "登录", doc = "https://example.com/doc", scope(official),
    auth = none, retry = unsent, reply = LoggedIn)]
struct LogIn {
    /// The account.
    appid: String,
    /// Its secret.
    #[serde(serialize_with = "expose")]
    secret: Secret,
    /// A code.
    #[serde(serialize_with = "expose_some")]
    code: Option<Secret>,
}

/// The session of a user.
#[endpoint(part)]
struct LoggedIn {
    /// The user.
    openid: String,
    /// The key of the session.
    #[serde(serialize_with = "expose")]
    session_key: Secret,
}

/// Never sends anything.
#[derive(Debug)]
struct NoCaller;

impl Caller for NoCaller {
    type Kind = Official;

    fn account(&self) -> &AccountId {
        unreachable!("nothing is sent")
    }

    fn send_call(
        &self,
        _: ApiRequest,
        _: CallOptions,
    ) -> BoxFuture<'_, Result<ApiResponse, Error>> {
        unreachable!("nothing is sent")
    }

    fn now(&self) -> Timestamp {
        unreachable!("nothing is sent")
    }

    fn derived(&self, _: Arc<dyn CredentialFlow>) -> Arc<dyn CredentialSource> {
        unreachable!("nothing is sent")
    }
}

#[test]
fn requests_and_replies_show_their_other_fields() {
    let login = LogIn::new("wx0123456789abcdef", SECRET).code(TICKET);
    check(&login, &["LogIn", "wx0123456789abcdef", "secret: ", "code: Some("]);
    check(&Call::new(&NoCaller, login.clone()), &["Call", "wx0123456789abcdef"]);
    check(&Call::new(&NoCaller, login.clone()).raw(), &["UnreadCall", "wx0123456789abcdef"]);

    let call = wire::write_call(&login, &account()).unwrap();
    assert!(call.target(None).contains(SECRET) && call.target(None).contains(TICKET));
    check(&call, &["ApiRequest", "LogIn", "/sns/login", "\"secret\"", "\"code\""]);

    let answer = ApiResponse::json(format!(r#"{{"openid":"oAnn","session_key":"{KEY}"}}"#));
    check(&answer, &["ApiResponse", "200"]);
    let session = wire::read_reply::<LogIn>(answer).unwrap();
    assert_eq!(session.session_key.expose(), KEY);
    check(&session, &["LoggedIn", "oAnn"]);
}

#[test]
fn raw_calls_show_names_and_lengths() {
    let target = format!("/cgi-bin/thing?access_token={TOKEN}&secret={SECRET}");
    let call = ApiRequest::new(Method::Post, "api.weixin.qq.com", &target)
        .with_auth(Auth::None)
        .with_json(format!(r#"{{"refresh_token":"{REFRESH}"}}"#));
    check(&call, &["/cgi-bin/thing", "\"access_token\"", "\"secret\"", "Json(36 bytes)"]);
    check(call.body(), &["Json(36 bytes)"]);
    assert!(call.target(None).contains(TOKEN));

    let file = FilePart::new("key.bin", "application/octet-stream", KEY);
    let parts = [Part::text("token", TOKEN), Part::file("media", file)];
    check(&parts, &["token", "Text(16 bytes)", "media", "16 bytes"]);
    let call = parts.into_iter().fold(call, ApiRequest::with_part);
    assert!(matches!(call.body(), Body::Multipart(parts) if parts.len() == 2));
    check(&call, &["Multipart", "\"token\"", "\"media\""]);
}

#[test]
fn errors_do_not_quote_the_answer_that_could_not_be_read() {
    let body = format!(r#"{{"openid":["{TOKEN}"],"session_key":{{"a":"{KEY}"}}}}"#);
    let error = wire::read_reply::<LogIn>(ApiResponse::json(body)).unwrap_err();
    check(&error, &["Reply"]);
    check(&error.to_string(), &[]);
    let error = lenient::from_slice::<LoggedIn>(format!("{{{TOKEN}").as_bytes()).unwrap_err();
    check(&error, &["Error"]);
    let error = Error::platform(Product::Official, ErrCode::new(40001), "invalid credential");
    check(&error.with_source(wire_error()), &["40001"]);
}

/// An error about an answer with a secret in it.
fn wire_error() -> Error {
    let body = format!(r#"{{"openid":1,"session_key":["{KEY}","{TOKEN}"]}}"#);
    wire::read_reply::<LogIn>(ApiResponse::json(body)).unwrap_err()
}
