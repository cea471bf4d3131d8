//! The routes of a login.

use std::sync::Arc;

use axum::{
    Router,
    extract::{FromRef, FromRequestParts, OriginalUri, Query},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use http::{HeaderMap, StatusCode, header, request::Parts};
use serde::Deserialize;
use subtle::ConstantTimeEq;

use super::{
    Identity, Way, WebLogin, WebUser,
    exchange::Site,
    pending::{LIFETIME, PendingLogin, cookie_name},
    return_address,
    user::{COOKIE, known_profile},
};
use crate::{Problem, Web, account::app_id, cookie, origin::Origin, problem::rejected};

impl WebLogin {
    /// The routes, to be nested: `.nest("/login", WebLogin::in_wechat().routes())`.
    pub fn routes<S>(self) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
        Web: FromRef<S>,
    {
        let login = Arc::new(self);
        let (begin, back) = (Arc::clone(&login), login);
        Router::new()
            .route(
                "/",
                get(move |visit: Visit, Query(query): Query<Begin>| {
                    let login = Arc::clone(&begin);
                    async move { login.begin(visit, query).await }
                }),
            )
            .route(
                "/back",
                get(move |visit: Visit, Query(query): Query<Back>| {
                    let login = Arc::clone(&back);
                    async move { login.back(visit, query).await }
                }),
            )
            .route("/out", post(log_out))
    }

    /// Sends the visitor to the platform.
    async fn begin(&self, visit: Visit, query: Begin) -> Result<Response, Problem> {
        let return_to = query.return_to.unwrap_or_else(|| "/".to_owned());
        if !return_address::is_allowed(&return_to, &self.origins) {
            let problem = Problem::new(StatusCode::BAD_REQUEST, "return-not-allowed").text(
                "After the login one can only return to this site.",
                "登录后只能返回本站页面。",
            );
            return Err(rejected(problem, "a login would return to another site"));
        }
        let name = self.account.as_deref().or(visit.app_id.as_deref());
        let site = Site::find(&visit.web, self.way, name)?;
        // A visitor of an Official Account whose profile is known need not be asked for it.
        let explicit = self.profile && self.way != Way::InWechat;
        self.redirect(&visit, &site, return_to, explicit).await
    }

    async fn redirect(
        &self,
        visit: &Visit,
        site: &Site,
        return_to: String,
        explicit: bool,
    ) -> Result<Response, Problem> {
        let pending = PendingLogin { account: site.name(), return_to, explicit };
        let state = pending.store(&visit.web).await?;
        let back = format!("{}{}/back", visit.origin.text(), visit.base);
        let mut response = see_other(&site.address(self.way, &back, explicit, &state));
        let bound = cookie::set(&cookie_name(&state), &state, LIFETIME, &visit.origin);
        response.headers_mut().extend(bound.map(|cookie| (header::SET_COOKIE, cookie)));
        Ok(response)
    }

    /// Receives the visitor from the platform.
    async fn back(&self, visit: Visit, query: Back) -> Result<Response, Problem> {
        let state = query.state.unwrap_or_default();
        let name = cookie_name(&state);
        let bound = cookie::get(&visit.headers, &name).unwrap_or_default();
        if state.is_empty() || !bool::from(bound.as_bytes().ct_eq(state.as_bytes())) {
            return Err(unknown_state("the browser did not begin this login"));
        }
        let pending = PendingLogin::take(&visit.web, &state).await?;
        let pending = pending.ok_or_else(|| unknown_state("it is over, or has expired"))?;
        let Some(code) = query.code.filter(|code| !code.is_empty()) else {
            let problem = Problem::new(StatusCode::FORBIDDEN, "login-denied")
                .text("You did not agree to log in.", "您未同意登录。");
            return Err(rejected(problem, "the visitor did not agree"));
        };
        let site = Site::find(&visit.web, self.way, Some(&pending.account))?;
        let mut visitor = site.exchange(code.into(), pending.explicit).await?;
        let client = visit.web.client(&pending.account)?;
        if let (true, false, Identity::Wechat { openid, .. }) =
            (self.profile, pending.explicit, &visitor.identity)
        {
            match known_profile(&visit.web, &client, &pending.account, openid).await? {
                Some((identity, profile, refresh)) => {
                    (visitor.identity, visitor.profile) = (identity, Some(profile));
                    visitor.refresh_token = refresh;
                }
                // A virtual visitor has no profile to agree to.
                None if visitor.is_snapshot => {}
                None => return self.redirect(&visit, &site, pending.return_to, true).await,
            }
        }
        let token = WebUser::store(&visit.web, client, pending.account, visitor).await?;
        let mut response = see_other(&pending.return_to);
        let lifetime = visit.web.settings().login_lifetime;
        let cookies = [
            cookie::set(COOKIE, token.expose(), lifetime, &visit.origin),
            cookie::remove(&name, &visit.origin),
        ];
        for cookie in cookies.into_iter().flatten() {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
        Ok(response)
    }
}

async fn log_out(visit: Visit, user: Option<WebUser>) -> Result<Response, Problem> {
    if let Some(user) = user {
        user.log_out().await?;
    }
    let mut response = see_other("/");
    let removed = cookie::remove(COOKIE, &visit.origin);
    response.headers_mut().extend(removed.map(|cookie| (header::SET_COOKIE, cookie)));
    Ok(response)
}

#[derive(Deserialize)]
struct Begin {
    #[serde(rename = "return")]
    return_to: Option<String>,
}

#[derive(Deserialize)]
struct Back {
    code: Option<String>,
    state: Option<String>,
}

/// What is known of a request to these routes.
struct Visit {
    web: Web,
    headers: HeaderMap,
    origin: Origin,
    /// The path below which the routes are.
    base: String,
    /// The account that the path names.
    app_id: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for Visit
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let web = Web::from_ref(state);
        let origin = web.origin(parts)?;
        let app_id = app_id(parts, state).await?;
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |uri| &uri.0);
        let path = uri.path().trim_end_matches('/');
        let base = path.strip_suffix("/back").unwrap_or(path).to_owned();
        Ok(Self { web, headers: parts.headers.clone(), origin, base, app_id })
    }
}

/// A redirect that no cache keeps, and after which a browser does not tell where it was.
fn see_other(address: &str) -> Response {
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::REFERRER_POLICY, "no-referrer")];
    (headers, Redirect::to(address)).into_response()
}

fn unknown_state(why: &str) -> Problem {
    let problem = Problem::new(StatusCode::BAD_REQUEST, "login-state-unknown")
        .text(
            "This login was not begun in this browser, or has expired.",
            "登录请求不是由本浏览器发起，或已过期。",
        )
        .hint("Open the page again.", "请重新打开页面。");
    rejected(problem, why)
}
