//! One call, from its arrival to its answer and its entry in the timeline.

use bytes::Bytes;
use http::Method;
use serde_json::Value;
use weixin_api::{
    Auth, EndpointInfo, ErrCode, FieldInfo,
    wire::{Answer, Incoming, MisreadKind, query},
};
use weixin_protocol::{AppId, MediaId, Product};

use super::{Desk, Failed, Host, Place, Refusal, Served, host::BAD_PATH, shown};
use crate::{
    push::Push,
    timeline::{CallEntry, CallRequest, EntryId, Happening, HttpAnswer},
    world::{AccountState, Rid, TokenKind, TokenState, World},
};

/// A call that has arrived as a whole.
pub(crate) struct Arrived<'a> {
    pub(crate) method: &'a Method,
    pub(crate) place: &'a Place,
    /// Percent-encoded.
    pub(crate) query: &'a str,
    pub(crate) content_type: Option<&'a str>,
    pub(crate) body: &'a Bytes,
}

/// An answered call.
pub(crate) struct Answered {
    pub(crate) answer: Answer,
    /// What the account's bot is to be told now.
    pub(crate) pushes: Vec<Push>,
}

/// Answers a call.
pub(crate) fn answer(world: &mut World, endpoints: &[Served], call: &Arrived<'_>) -> Answered {
    if call.place.host == Host::Pictures {
        return Answered { answer: picture(world, &call.place.path), pushes: Vec::new() };
    }
    let found = find(endpoints, call);
    let entry = begin(world, call, found.map(|served| served.info));
    let Handled { account, outcome, pushes } = handle(world, entry, found, call);
    let product = account
        .as_ref()
        .and_then(|id| world.account(id))
        .map_or(call.place.host.product(), |account| account.product);
    let (answer, refusal) = match outcome {
        Ok(answer) => (answer, None),
        Err(refusal) => {
            let now = world.now();
            let (answer, rid) = refusal.answer(product, &mut world.ids, now);
            if let Some(rid) = rid {
                world.remember(Rid { rid, account: account.clone(), at: now, call: entry });
            }
            (answer, Some(refusal))
        }
    };
    let response = HttpAnswer {
        status: answer.status(),
        content_type: answer.content_type().unwrap_or_default().to_owned(),
        body: shown::body(world, answer.content_type(), answer.body()),
        plain: None,
    };
    world.timeline.change_whole(entry, |entry| {
        entry.account = account;
        if let Happening::Call(call) = &mut entry.what {
            call.response = response;
            call.errcode = refusal.as_ref().map(|refusal| refusal.code.get());
            call.problem = refusal.map(|refusal| refusal.problem(product));
        }
    });
    Answered { answer, pushes }
}

/// What an endpoint made of a call.
struct Handled {
    account: Option<AppId>,
    outcome: Result<Answer, Refusal>,
    pushes: Vec<Push>,
}

impl Handled {
    fn refused(account: Option<AppId>, refusal: Refusal) -> Self {
        Self { account, outcome: Err(refusal), pushes: Vec::new() }
    }
}

/// The endpoint of a call, if necessary one that wants another method.
fn find<'e>(endpoints: &'e [Served], call: &Arrived<'_>) -> Option<&'e Served> {
    let here = |served: &&Served| {
        call.place.host.serves(served.info)
            && served.info.match_path(&call.place.path).is_some()
            && served.info.match_query(call.query)
    };
    let exact =
        |served: &&Served| here(served) && served.info.method.as_str() == call.method.as_str();
    endpoints.iter().find(exact).or_else(|| endpoints.iter().find(here))
}

fn handle(
    world: &mut World,
    entry: EntryId,
    found: Option<&Served>,
    call: &Arrived<'_>,
) -> Handled {
    let Some(served) = found else {
        let (method, path) = (call.method, &call.place.path);
        let message = format!("invalid url: {method} {path} is not known to the emulator");
        return Handled::refused(None, Refusal::new(BAD_PATH, message));
    };
    let (account, kind) = match served.info.auth {
        Auth::None | Auth::UserToken => (None, None),
        _ => match authorize(world, served.info, call) {
            (account, Ok(kind)) => (account, kind),
            (account, Err(refusal)) => return Handled::refused(account, refusal),
        },
    };
    let now = world.now();
    if let Some(account) = account.as_ref().and_then(|id| world.account_mut(id))
        && account.calls.count(served.info.path, &account.rules.quotas, now).is_err()
    {
        let id = account.id.clone();
        return Handled::refused(Some(id), Refusal::known(ErrCode::QUOTA_USED_UP));
    }
    let incoming = Incoming {
        method: method(call.method),
        path: &call.place.path,
        query: call.query,
        content_type: call.content_type,
        body: call.body,
    };
    let keeps_contacts = kind == Some(TokenKind::Contacts);
    let mut desk = Desk { world, account, keeps_contacts, call: entry, pushes: Vec::new() };
    let outcome = served.handle(&mut desk, incoming).map_err(|failed| match failed {
        Failed::Refused(refusal) => refusal,
        Failed::Misread(misread) => match misread.kind() {
            MisreadKind::Field => missing(served.info, call)
                .unwrap_or_else(|| Refusal::new(misread.code(), misread.message().to_owned())),
            _ => Refusal::new(misread.code(), misread.message().to_owned()),
        },
    });
    Handled { account: desk.account, outcome, pushes: desk.pushes }
}

/// Finds out who calls, and whether they may.
fn authorize(
    world: &World,
    info: &EndpointInfo,
    call: &Arrived<'_>,
) -> (Option<AppId>, Result<Option<TokenKind>, Refusal>) {
    let now = world.now();
    let work = call.place.host == Host::Work;
    let token = query::pairs(call.query).find(|(name, _)| name == "access_token");
    let token = match token {
        Some((_, token)) if !token.is_empty() => token,
        _ => return (None, Err(Refusal::known(ErrCode::NO_ACCESS_TOKEN))),
    };
    let here = |account: &&AccountState| (account.product == Product::Work) == work;
    let owner = world
        .accounts
        .iter()
        .filter(here)
        .find_map(|account| Some((account, account.tokens.state(&token, now)?)));
    let verdict = match owner {
        Some((account, TokenState::Valid)) if info.scope.contains(&account.product.into()) => {
            Ok(account.tokens.kind(&token))
        }
        Some((_, TokenState::Valid)) => Err(Refusal::code(48001)),
        Some((_, TokenState::Expired)) => Err(Refusal::known(ErrCode::ACCESS_TOKEN_EXPIRED)),
        Some((_, TokenState::Superseded)) if !work => Err(Refusal::known(ErrCode::BAD_CREDENTIAL)),
        None if !work && is_like_a_token(&token) => Err(Refusal::known(ErrCode::BAD_CREDENTIAL)),
        _ => Err(Refusal::known(ErrCode::BAD_ACCESS_TOKEN)),
    };
    (owner.map(|(account, _)| account.id.clone()), verdict)
}

/// Whether a text could be an access token of somebody.
fn is_like_a_token(text: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '!' | '.');
    text.len() >= 20 && text.chars().all(fits)
}

/// The platform has codes of their own for some fields that are not there.
fn missing(info: &EndpointInfo, call: &Arrived<'_>) -> Option<Refusal> {
    let code = |field: &FieldInfo| match field.name {
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
    let absent = info.fields.iter().filter(|field| field.required && !given(field.name));
    absent.into_iter().find_map(code).map(Refusal::code)
}

fn method(method: &Method) -> Option<weixin_api::Method> {
    use weixin_api::Method as Known;
    [Known::Get, Known::Post, Known::Put, Known::Patch, Known::Delete]
        .into_iter()
        .find(|known| known.as_str() == method.as_str())
}

/// A picture somebody sent, as the platform's picture host shows it.
fn picture(world: &World, path: &str) -> Answer {
    let id = path.strip_prefix("/mmbiz/").and_then(|rest| rest.split('/').next());
    match id.and_then(|id| world.shelf.any(&MediaId::new(id))) {
        Some(media) => Answer::file(media.content.clone(), &media.mime, None),
        None => Answer::new(404, Bytes::new()),
    }
}

/// Puts the call into the timeline, still without an answer.
fn begin(world: &mut World, call: &Arrived<'_>, info: Option<&'static EndpointInfo>) -> EntryId {
    let request = CallRequest {
        method: call.method.to_string(),
        host: call.place.name.clone(),
        path: call.place.path.clone(),
        query: shown::parameters(world, call.query),
        content_type: call.content_type.unwrap_or_default().to_owned(),
        body: (!call.body.is_empty()).then(|| shown::body(world, call.content_type, call.body)),
    };
    let entry = CallEntry {
        request,
        title: info.map(|info| info.title.to_owned()),
        name: info.map(|info| info.name.to_owned()),
        response: HttpAnswer::default(),
        errcode: None,
        took_ms: 0,
        problem: None,
    };
    let now = world.now();
    world.timeline.add(now, None, None, Happening::Call(Box::new(entry)))
}

/// What is answered to a call that no host is found for.
pub(crate) fn unknown_host(path: &str) -> String {
    let prefixes: Vec<String> = Host::names().map(|name| format!("/@{name}")).collect();
    let message = format!(
        "nothing in this call tells which host {path} is meant for: put one of the prefixes in \
         front of the path, or send the platform's own Host header or access token"
    );
    serde_json::json!({ "error": message, "prefixes": prefixes }).to_string()
}
