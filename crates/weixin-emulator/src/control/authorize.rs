//! The pages for web authorization (网页授权) and web login.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use weixin_api::wire::query;
use weixin_protocol::PeerId;

use crate::{
    Problem,
    authorize::{Consent, ConsentPage, Decision, Visitor, host_of_page},
    platform::Platform,
    qr_image::{self, BLACK},
    state::{PersonState, PlatformState},
};

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The width of a QR code, in pixels.
const QR_WIDTH: u32 = 300;

/// What the emulator's own parameters in the URL ask for.
enum Visit {
    /// The page.
    Ask,
    /// The image of the QR code.
    QrCode,
    /// The decision of a visitor.
    Decide { visitor: Visitor, answer: Answer },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
    Snapshot,
    /// Yes, by somebody whom the corp knows as a customer from now on.
    Customer,
}

impl Visit {
    fn parse(encoded: &str) -> Self {
        let parameter =
            |name: &str| query::pairs(encoded).find(|(key, _)| key == name).map(|(_, text)| text);
        if parameter("emulator_qr").is_some() {
            return Self::QrCode;
        }
        let known = parameter("emulator_person").map(|id| Visitor::Known(PeerId::new(id)));
        let Some(visitor) = known.or_else(|| parameter("emulator_name").map(Visitor::Named)) else {
            return Self::Ask;
        };
        let answer = match parameter("emulator_answer").as_deref() {
            Some("no") => Answer::No,
            Some("snapshot") => Answer::Snapshot,
            Some("customer") => Answer::Customer,
            _ => Answer::Yes,
        };
        Self::Decide { visitor, answer }
    }
}

/// Asks which person visits the page and whether they agree, then redirects them. `host` is the
/// platform's host, `path` the path there.
pub(super) fn page(platform: &Platform, host: &str, path: &str, encoded: &str) -> Response {
    if !host_of_page(path).is_some_and(|known| known.eq_ignore_ascii_case(host)) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let outcome: Result<Response, Problem> = platform.update(|state| {
        let consent = Consent::parse(state, path, encoded)?;
        match Visit::parse(encoded) {
            Visit::Ask => Ok(html_page(StatusCode::OK, question(state, &consent, encoded))),
            Visit::QrCode => Ok(qr_code(state, host, path, encoded)),
            Visit::Decide { visitor, answer } => {
                if let (Answer::Customer, Visitor::Named(name)) = (answer, &visitor)
                    && let Some(account) = state.account_mut(&consent.account)
                {
                    account.visits.customers.insert(name.clone());
                }
                let decision = match answer {
                    Answer::Yes | Answer::Customer => Decision::Agree,
                    Answer::No => Decision::Reject,
                    Answer::Snapshot => Decision::Snapshot,
                };
                consent.redirect(state, &visitor, decision).map(|address| redirect(&address))
            }
        }
    });
    outcome.unwrap_or_else(|problem| html_page(StatusCode::BAD_REQUEST, rejection(&problem)))
}

fn redirect(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::FOUND, [(header::LOCATION, address)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// The image of a QR code that opens this page on another device.
fn qr_code(state: &PlatformState, host: &str, path: &str, encoded: &str) -> Response {
    let query = encoded.split("&emulator_qr=").next().unwrap_or_default();
    let address = match &state.address {
        Some(address) => format!("{address}/@{host}{path}?{query}"),
        None => format!("https://{host}{path}?{query}"),
    };
    match qr_image::qr_code(&address, QR_WIDTH, BLACK) {
        Ok(image) => {
            let headers =
                [(header::CONTENT_TYPE, "image/png"), (header::CACHE_CONTROL, "no-store")];
            (headers, image).into_response()
        }
        // The URL is too long for a QR code.
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The HTML of the question: all people with their options.
fn question(state: &PlatformState, consent: &Consent, encoded: &str) -> String {
    let name = match state.account(&consent.account) {
        Some(account) => account.name.as_str(),
        None => state.website(&consent.account).map_or("", |website| &website.name),
    };
    let name = escape(name);
    let query = escape(encoded);
    let (own, others) = consent.visitors(state);
    let line = |person: &PersonState, visitor: String, options: &[(&str, &str)]| {
        let links: Vec<String> = options
            .iter()
            .map(|(answer, label)| {
                format!(
                    "<a href=\"?{query}&amp;{visitor}&amp;emulator_answer={answer}\">{label}</a>"
                )
            })
            .collect();
        format!("<li><b>{} {}</b> {}</li>", person.avatar, escape(&person.name), links.join(" "))
    };
    let parameter = |name: &str, value: &str| format!("{name}={}", escape(&query::encode(value)));
    let mut people = String::new();
    for person in own {
        let visitor = parameter("emulator_person", person.id.as_str());
        people += &line(person, visitor, options(consent));
    }
    for person in others {
        let visitor = parameter("emulator_name", &person.name);
        let options = if consent.is_of_corp() { OUTSIDER } else { options(consent) };
        people += &line(person, visitor, options);
    }
    let no_people = if people.is_empty() {
        "<p>There are no people yet: add one on the emulator's page. 还没有用户，请先在模拟器页面添加。</p>"
    } else {
        ""
    };
    let code = match consent.page {
        ConsentPage::Website | ConsentPage::WorkLogin => format!(
            "<p><img src=\"?{query}&amp;emulator_qr=1\" width=\"{QR_WIDTH}\" \
             height=\"{QR_WIDTH}\" alt=\"QR code 二维码\"></p>\
             <p>Who scans the code? 谁来扫码？</p>"
        ),
        ConsentPage::Official | ConsentPage::Work => String::new(),
    };
    format!("<h1>{name}</h1><p>{}</p>{code}<ul>{people}</ul>{no_people}", purpose(consent))
}

/// The options of somebody outside of the corp.
const OUTSIDER: &[(&str, &str)] = &[
    ("yes", "Continue as an outsider 以非企业成员身份继续"),
    ("customer", "Continue as a customer 以企业客户身份继续"),
];

/// What a visitor can decide: answer and label.
fn options(consent: &Consent) -> &'static [(&'static str, &'static str)] {
    match consent.page {
        ConsentPage::Website | ConsentPage::WorkLogin => {
            &[("yes", "Scan and allow 扫码并允许"), ("no", "Cancel 取消")]
        }
        _ if consent.forced_snapshot => &[
            ("snapshot", "Open the snapshot 打开快照页"),
            ("yes", "Use the full service 使用完整服务"),
        ],
        _ if consent.has_snapshot() => {
            &[("yes", "Allow 允许"), ("no", "Deny 拒绝"), ("snapshot", "Snapshot 快照页")]
        }
        _ if consent.needs_confirmation() => &[("yes", "Allow 允许"), ("no", "Deny 拒绝")],
        _ => &[("yes", "Continue 继续")],
    }
}

/// What the site learns.
fn purpose(consent: &Consent) -> &'static str {
    match (consent.page, consent.needs_confirmation()) {
        (ConsentPage::Official, true) => {
            "requests your nickname and avatar. 申请获取你的昵称、头像。"
        }
        (ConsentPage::Official, false) => {
            "receives your OpenID without confirmation. 静默授权，将获取你的 OpenID。"
        }
        (ConsentPage::Website, _) => "requests a login with WeChat. 申请使用微信登录。",
        (ConsentPage::Work, true) => {
            "requests your avatar, QR code, mobile number and mail address. \
             申请获取你的头像、二维码、手机、邮箱等敏感信息。"
        }
        (ConsentPage::Work, false) => {
            "receives your UserID without confirmation. 静默授权，将获取你的 UserID。"
        }
        (ConsentPage::WorkLogin, _) => "requests a login with WeCom. 申请使用企业微信登录。",
    }
}

fn rejection(problem: &Problem) -> String {
    let Problem { en, zh, hint_en, hint_zh } = problem;
    format!(
        "<h1>{}</h1><h1>{}</h1><p>{}</p><p>{}</p>",
        escape(en),
        escape(zh),
        escape(hint_en),
        escape(hint_zh)
    )
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
