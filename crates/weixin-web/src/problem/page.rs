//! The page that a browser shows for an error.

use axum::response::{Html, IntoResponse, Response};
use http::{HeaderValue, header};

use super::Problem;

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; \
    form-action 'none'; frame-ancestors 'none'";

const STYLE: &str = "body{font:16px/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;\
    padding:0 1.2rem;color:#222;background:#fff}h1{font-size:1.3rem;margin-bottom:.2rem}\
    p{margin:.4rem 0}small{color:#767676}@media(prefers-color-scheme:dark){body{color:#ddd;\
    background:#191919}small{color:#999}}";

/// The page, in Chinese or English first, as the browser prefers.
pub(super) fn response(problem: &Problem, chinese_first: bool, request_id: &str) -> Response {
    let inner = &*problem.0;
    let (en, zh) = ((&inner.en, &inner.hint_en), (&inner.zh, &inner.hint_zh));
    let (lang, first, second) = if chinese_first { ("zh", zh, en) } else { ("en", en, zh) };
    let status = inner.status;
    let title = match &**first.0 {
        "" => status.canonical_reason().unwrap_or("Error"),
        text => text,
    };
    let paragraph = |text: &str| match text {
        "" => String::new(),
        text => format!("<p>{}</p>", escape(text)),
    };
    let html = format!(
        "<!doctype html><html lang=\"{lang}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{code} {title}</title>\
         <style>{STYLE}</style><main><h1>{title}</h1>{}{}{}<p><small>{code} · {name} · {request_id}</small>\
         </p></main></html>",
        paragraph(first.1),
        paragraph(second.0),
        paragraph(second.1),
        title = escape(title),
        code = status.as_u16(),
        name = escape(&inner.code),
    );
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Escapes text for HTML.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
