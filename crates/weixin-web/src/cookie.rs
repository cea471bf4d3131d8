//! Cookies of this crate: never readable by scripts, never sent by requests that another site makes a browser
//! send, except when a person follows a link.

use std::time::Duration;

use cookie::{Cookie, SameSite, time};
use http::{HeaderMap, HeaderValue, header};

use crate::origin::Origin;

/// The value of a cookie of a request.
pub(crate) fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.split_once('='));
    pairs
        .map(|(name, value)| (name.trim(), value.trim()))
        .find(|(found, _)| *found == name)
        .map(|(_, v)| v)
}

/// The `Set-Cookie` of a cookie that lives for a while. Names and values consist of plain characters.
pub(crate) fn set(
    name: &str,
    value: &str,
    lifetime: Duration,
    origin: &Origin,
) -> Option<HeaderValue> {
    let seconds = i64::try_from(lifetime.as_secs()).unwrap_or(i64::MAX);
    let cookie = Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(origin.is_https())
        .max_age(time::Duration::seconds(seconds));
    HeaderValue::from_str(&cookie.build().to_string()).ok()
}

/// The `Set-Cookie` that removes a cookie.
pub(crate) fn remove(name: &str, origin: &Origin) -> Option<HeaderValue> {
    set(name, "", Duration::ZERO, origin)
}
