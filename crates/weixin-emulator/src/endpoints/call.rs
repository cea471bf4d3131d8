//! Handles an API call: authorization, quota, the operation, and the entry in the timeline.

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde_json::Value;
use weixin_api::{
    Auth, EndpointField, EndpointInfo, ErrCode,
    wire::{ApiResponse, DecodeErrorKind, IncomingRequest, query},
};
use weixin_protocol::{AppId, MediaId, Product};

use super::{
    ApiError, CallTarget, HandlerError, Host, Operation, RequestContext,
    host::BAD_PATH,
    redact,
    security::{self, OpenedCall},
};
use crate::{
    push::Push,
    state::{AccountState, PlatformState, RejectedCall, TokenKind, TokenState},
    timeline::{CallEntry, CallRequest, EntryId, EventKind, HttpResponse},
};

/// An API call with its complete body.
pub(crate) struct ApiCall<'a> {
    pub(crate) method: &'a Method,
    pub(crate) target: &'a CallTarget,
    /// Percent-encoded.
    pub(crate) query: &'a str,
    pub(crate) content_type: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) body: &'a Bytes,
}

/// The result of a call.
pub(crate) struct CompletedCall {
    pub(crate) answer: ApiResponse,
    /// Further headers of the answer.
    pub(crate) headers: HeaderMap,
    /// The pushes to be sent to the account's bot now.
    pub(crate) pushes: Vec<Push>,
}

/// Handles a call and returns its response.
pub(crate) fn answer(
    state: &mut PlatformState,
    endpoints: &[Operation],
    call: &ApiCall<'_>,
) -> CompletedCall {
    if call.target.host == Host::Pictures {
        let answer = picture(state, &call.target.path);
        return CompletedCall { answer, headers: HeaderMap::new(), pushes: Vec::new() };
    }
    let found = find(endpoints, call);
    let entry = begin(state, call, found.map(|operation| operation.info));
    let HandlerResult { account, opened, outcome, pushes } = handle(state, entry, found, call);
    let product = account
        .as_ref()
        .and_then(|id| state.account(id))
        .map_or(call.target.host.product(), |account| account.product);
    let (answer, error) = match outcome {
        Ok(answer) => (answer, None),
        Err(error) => {
            let now = state.now();
            let (answer, rid) = error.answer(product, &mut state.ids, now);
            if let Some(rid) = rid {
                state.record_rejected(RejectedCall {
                    rid,
                    account: account.clone(),
                    at: now,
                    call: entry,
                });
            }
            (answer, Some(error))
        }
    };
    let shown = redact::body(state, answer.content_type(), answer.body());
    let sealed = match (&account, &opened) {
        (Some(account), Some(_)) => security::seal(state, account, call, &answer),
        _ => None,
    };
    let (answer, headers, body, plain) = match sealed {
        Some(sealed) => {
            let body = String::from_utf8_lossy(sealed.answer.body()).into_owned();
            (sealed.answer, sealed.headers, body, Some(shown))
        }
        None => (answer, HeaderMap::new(), shown, None),
    };
    let response = HttpResponse {
        status: answer.status(),
        content_type: answer.content_type().unwrap_or_default().to_owned(),
        body,
        plain,
    };
    let request = opened.map(|opened| redact::body(state, call.content_type, &opened.body));
    state.timeline.update_entry(entry, |entry| {
        entry.account = account;
        if let EventKind::Call(call) = &mut entry.what {
            call.response = response;
            call.request.plain = request;
            call.errcode = error.as_ref().map(|error| error.code.get());
            call.problem = error.map(|error| error.problem(product));
        }
    });
    CompletedCall { answer, headers, pushes }
}

/// The result of an operation.
struct HandlerResult {
    account: Option<AppId>,
    /// The call after decryption, if it was encrypted: then the answer is, too.
    opened: Option<OpenedCall>,
    outcome: Result<ApiResponse, ApiError>,
    pushes: Vec<Push>,
}

impl HandlerResult {
    fn error(account: Option<AppId>, error: ApiError) -> Self {
        Self { account, opened: None, outcome: Err(error), pushes: Vec::new() }
    }
}

/// Finds the operation of a call; if no method matches, one with another method.
fn find<'e>(endpoints: &'e [Operation], call: &ApiCall<'_>) -> Option<&'e Operation> {
    let here = |operation: &&Operation| {
        call.target.host.serves(operation.info)
            && operation.info.match_path(&call.target.path).is_some()
            && operation.info.match_query(call.query)
    };
    let exact = |operation: &&Operation| {
        here(operation) && operation.info.method.as_str() == call.method.as_str()
    };
    endpoints.iter().find(exact).or_else(|| endpoints.iter().find(here))
}

fn handle(
    state: &mut PlatformState,
    entry: EntryId,
    found: Option<&Operation>,
    call: &ApiCall<'_>,
) -> HandlerResult {
    let Some(operation) = found else {
        let (method, path) = (call.method, &call.target.path);
        let message = format!("invalid url: {method} {path} is not implemented by the emulator");
        return HandlerResult::error(None, ApiError::with_message(BAD_PATH, message));
    };
    let (account, kind) = match operation.info.auth {
        Auth::None | Auth::UserToken => (None, None),
        _ => match authorize(state, operation.info, call) {
            (account, Ok(kind)) => (account, kind),
            (account, Err(error)) => return HandlerResult::error(account, error),
        },
    };
    let opened = match security::open(state, account.as_ref(), operation.info, call) {
        Ok(opened) => opened,
        Err(error) => return HandlerResult::error(account, error),
    };
    let now = state.now();
    if let Some(account) = account.as_ref().and_then(|id| state.account_mut(id))
        && account.calls.count(operation.info.path, &account.rules.quotas, now).is_err()
    {
        let id = account.id.clone();
        let error = HandlerResult::error(Some(id), ApiError::new(ErrCode::QUOTA_USED_UP));
        return HandlerResult { opened, ..error };
    }
    let incoming = IncomingRequest {
        method: method(call.method),
        path: &call.target.path,
        query: opened.as_ref().map_or(call.query, |opened| &opened.query),
        content_type: call.content_type,
        body: opened.as_ref().map_or(call.body, |opened| &opened.body),
    };
    let has_contacts_token = kind == Some(TokenKind::Contacts);
    let mut ctx =
        RequestContext { state, account, has_contacts_token, call: entry, pushes: Vec::new() };
    let outcome = operation.handle(&mut ctx, incoming).map_err(|error| match error {
        HandlerError::Api(error) => error,
        HandlerError::Decode(misread) => match misread.kind() {
            DecodeErrorKind::Field => missing(operation.info, call).unwrap_or_else(|| {
                ApiError::with_message(misread.code(), misread.message().to_owned())
            }),
            _ => ApiError::with_message(misread.code(), misread.message().to_owned()),
        },
    });
    let RequestContext { account, pushes, .. } = ctx;
    HandlerResult { account, opened, outcome, pushes }
}

/// Determines the calling account, and checks its access token and permissions.
fn authorize(
    state: &PlatformState,
    info: &EndpointInfo,
    call: &ApiCall<'_>,
) -> (Option<AppId>, Result<Option<TokenKind>, ApiError>) {
    let now = state.now();
    let work = call.target.host == Host::Work;
    let token = query::pairs(call.query).find(|(name, _)| name == "access_token");
    let token = match token {
        Some((_, token)) if !token.is_empty() => token,
        _ => return (None, Err(ApiError::new(ErrCode::NO_ACCESS_TOKEN))),
    };
    let here = |account: &&AccountState| (account.product == Product::Work) == work;
    let owner = state
        .accounts
        .iter()
        .filter(here)
        .find_map(|account| Some((account, account.tokens.state(&token, now)?)));
    let verdict = match owner {
        Some((account, TokenState::Valid)) if info.scope.contains(&account.product.into()) => {
            Ok(account.tokens.kind(&token))
        }
        Some((_, TokenState::Valid)) => Err(ApiError::code(48001)),
        Some((_, TokenState::Expired)) => Err(ApiError::new(ErrCode::ACCESS_TOKEN_EXPIRED)),
        Some((_, TokenState::Superseded)) if !work => Err(ApiError::new(ErrCode::BAD_CREDENTIAL)),
        None if !work && is_like_a_token(&token) => Err(ApiError::new(ErrCode::BAD_CREDENTIAL)),
        _ => Err(ApiError::new(ErrCode::BAD_ACCESS_TOKEN)),
    };
    (owner.map(|(account, _)| account.id.clone()), verdict)
}

/// Whether a text has the form of an access token.
fn is_like_a_token(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '!' | '.');
    text.len() >= 20 && text.chars().all(fits)
}

/// The specific error for a missing field, where the platform has one.
fn missing(info: &EndpointInfo, call: &ApiCall<'_>) -> Option<ApiError> {
    let code = |field: &EndpointField| match field.name() {
        "appid" | "corpid" => Some(41002),
        "secret" | "corpsecret" => Some(41004),
        "media_id" => Some(41006),
        "js_code" | "code" => Some(41008),
        "openid" => Some(41009),
        _ => None,
    };
    let body: Value = serde_json::from_slice(call.body).unwrap_or_default();
    let given = |name: &str| {
        query::pairs(call.query).any(|(key, value)| key == name && !value.is_empty())
            || body.get(name).is_some()
    };
    let absent = info.fields.iter().filter(|field| field.field.required && !given(field.name()));
    absent.into_iter().find_map(code).map(ApiError::code)
}

fn method(method: &Method) -> Option<weixin_api::Method> {
    use weixin_api::Method as Known;
    [Known::Get, Known::Post, Known::Put, Known::Patch, Known::Delete]
        .into_iter()
        .find(|known| known.as_str() == method.as_str())
}

/// Serves a picture as the platform's picture host does.
fn picture(state: &PlatformState, path: &str) -> ApiResponse {
    let id = path.strip_prefix("/mmbiz/").and_then(|rest| rest.split('/').next());
    match id.and_then(|id| state.media.get_any(&MediaId::new(id))) {
        Some(media) => ApiResponse::file(media.content.clone(), &media.mime, None),
        None => ApiResponse::new(404, Bytes::new()),
    }
}

/// Adds the call to the timeline, without a response yet.
fn begin(
    state: &mut PlatformState,
    call: &ApiCall<'_>,
    info: Option<&'static EndpointInfo>,
) -> EntryId {
    let request = CallRequest {
        method: call.method.to_string(),
        host: call.target.name.clone(),
        path: call.target.path.clone(),
        query: redact::parameters(state, call.query),
        content_type: call.content_type.unwrap_or_default().to_owned(),
        body: (!call.body.is_empty()).then(|| redact::body(state, call.content_type, call.body)),
        plain: None,
    };
    let entry = CallEntry {
        request,
        title: info.map(|info| info.title.to_owned()),
        name: info.map(|info| info.name.to_owned()),
        response: HttpResponse::default(),
        errcode: None,
        took_ms: 0,
        problem: None,
    };
    let now = state.now();
    state.timeline.add(now, None, None, EventKind::Call(Box::new(entry)))
}

/// The error for a call whose host cannot be determined.
pub(crate) fn unknown_host(path: &str) -> String {
    let prefixes: Vec<String> = Host::names().map(|name| format!("/@{name}")).collect();
    let message = format!(
        "cannot determine the host of {path}: prepend one of these prefixes to the path, or send \
         the platform's Host header or an access token"
    );
    serde_json::json!({ "error": message, "prefixes": prefixes }).to_string()
}
