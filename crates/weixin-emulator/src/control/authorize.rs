//! The web authorization page (网页授权).

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use weixin_api::wire::query;
use weixin_protocol::PeerId;

use crate::{Problem, authorize::Consent, platform::Platform, state::PlatformState};

/// The path of the page.
const PATH: &str = "/connect/oauth2/authorize";

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

/// Asks which person visits the page and whether they agree, then redirects them.
pub(super) fn page(platform: &Platform, path: &str, encoded: &str) -> Response {
    if path != PATH {
        return StatusCode::NOT_FOUND.into_response();
    }
    let parameter =
        |name: &str| query::pairs(encoded).find(|(key, _)| key == name).map(|(_, value)| value);
    let outcome = platform.update(|state| {
        let consent = Consent::parse(state, encoded)?;
        match parameter("emulator_person") {
            None => Ok(Err(question(state, &consent, encoded))),
            Some(person) => {
                let agrees = parameter("emulator_answer").as_deref() != Some("no");
                consent.redirect(state, &PeerId::new(person), agrees).map(Ok)
            }
        }
    });
    match outcome {
        Ok(Ok(address)) => match HeaderValue::from_str(&address) {
            Ok(address) => (StatusCode::FOUND, [(header::LOCATION, address)]).into_response(),
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        },
        Ok(Err(html)) => html_page(StatusCode::OK, html),
        Err(problem) => html_page(StatusCode::BAD_REQUEST, rejection(&problem)),
    }
}

/// The HTML of the question: all people with their options.
fn question(state: &PlatformState, consent: &Consent, encoded: &str) -> String {
    let name = state.account(&consent.account).map(|account| account.name.as_str());
    let name = escape(name.unwrap_or_default());
    let query = escape(encoded);
    let people = state.people_of(&consent.account).map(|person| {
        let (id, who) = (escape(&query::encode(person.id.as_str())), escape(&person.name));
        let link = |answer: &str, label: &str| {
            format!("<a href=\"?{query}&amp;emulator_person={id}&amp;emulator_answer={answer}\">{label}</a>")
        };
        let links = if consent.needs_confirmation() {
            format!("{} {}", link("yes", "Allow 允许"), link("no", "Deny 拒绝"))
        } else {
            link("yes", "Continue 继续")
        };
        format!("<li><b>{} {who}</b> {links}</li>", person.avatar)
    });
    let people: String = people.collect();
    let asked = if consent.needs_confirmation() {
        "requests your nickname and avatar. 申请获取你的昵称、头像。"
    } else {
        "receives your OpenID without confirmation. 静默授权，将获取你的 OpenID。"
    };
    let no_people = if people.is_empty() {
        "<p>There are no people yet: add one on the emulator's page. 还没有用户，请先在模拟器页面添加。</p>"
    } else {
        ""
    };
    format!("<h1>{name}</h1><p>{asked}</p><ul>{people}</ul>{no_people}")
}

fn rejection(problem: &Problem) -> String {
    format!("<h1>{}</h1><h1>{}</h1>", escape(&problem.en), escape(&problem.zh))
}

fn html_page(status: StatusCode, content: String) -> Response {
    let html = format!(
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>weixin</title>\
         <style>body{{font:16px system-ui;max-width:28rem;margin:2rem auto;padding:0 1rem}}\
         li{{margin:.8rem 0}}a{{margin-left:.6rem}}</style>{content}</html>"
    );
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    (status, headers, html).into_response()
}

/// Escapes text for HTML, including attribute values.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
