//! Signatures for the JS-SDK, with which pages in WeChat and WeCom use functions of the app.

use axum::{
    Json, Router,
    extract::{FromRef, FromRequestParts, OriginalUri, Query, State},
    response::{IntoResponse, Response},
    routing::get,
};
use http::{StatusCode, header, request::Parts};
use serde::{Deserialize, Serialize};
use weixin_official::js_sdk::{JsSdkApi as _, JsSdkConfig};
use weixin_work::js_sdk::{AgentConfig, JsSdkApi as _};

use crate::{Problem, Web, account::app_id, origin::Origin, problem::rejected};

/// The address of the page that a request asks for, as the browser shows it, without what follows `#`: what a
/// page that a server renders itself is signed for. An argument of handlers.
///
/// Scheme and host are those of [`WebBuilder::public_url`](crate::WebBuilder::public_url).
///
/// ```
/// use axum::extract::State;
/// use weixin_web::{PageAddress, Problem, Web};
///
/// async fn shop(State(web): State<Web>, page: PageAddress) -> Result<String, Problem> {
///     let config = web.js_sdk_config("wx0123456789abcdef", page.as_str()).await?;
///     Ok(format!("<script>wx.config({{ signature: '{}', … }})</script>", config.signature))
/// }
/// # let _ = axum::Router::<Web>::new().route("/", axum::routing::get(shop));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageAddress(String);

impl PageAddress {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for PageAddress
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let origin = Web::from_ref(state).origin(parts)?;
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |uri| &uri.0);
        let path = uri.path_and_query().map_or("/", |path| path.as_str());
        Ok(Self(origin.text() + path))
    }
}

impl Web {
    /// What the page at `url` passes to `wx.config`, for an Official Account or an app of WeCom. The ticket is fetched
    /// once for all processes that share the store.
    ///
    /// # Errors
    /// 404 if the program serves no such account; 502 and 504 if the platform gives no ticket.
    pub async fn js_sdk_config(&self, app_id: &str, url: &str) -> Result<JsSdkConfig, Problem> {
        let client = self.client(app_id)?;
        if let Some(wx) = client.official() {
            return Ok(wx.js_sdk().config(url).await?);
        }
        let wx = client.work().ok_or_else(no_pages)?;
        Ok(wx.js_sdk().config(url).await?)
    }

    /// What the page at `url` passes to `wx.agentConfig`, for an app of WeCom.
    ///
    /// # Errors
    /// As [`js_sdk_config`](Self::js_sdk_config).
    pub async fn js_sdk_agent_config(
        &self,
        app_id: &str,
        url: &str,
    ) -> Result<AgentConfig, Problem> {
        let wx = self.client(app_id)?.work().ok_or_else(no_pages)?;
        Ok(wx.js_sdk().agent_config(url).await?)
    }
}

/// Routes for pages that sign themselves, to be nested: `.nest("/{appid}/js-sdk", js_sdk_routes())`.
///
/// | request | response |
/// |---|---|
/// | `GET /config?url=…` | what the page passes to `wx.config`, except `jsApiList` |
/// | `GET /agent-config?url=…` | what it passes to `wx.agentConfig` in WeCom |
///
/// `url` is `encodeURIComponent(location.href.split('#')[0])`. Pages of other sites are not signed. A path without `{appid}`
/// is for the only account that has pages.
pub fn js_sdk_routes<S>() -> Router<S>
where
    S: Clone + Send + Sync + 'static,
    Web: FromRef<S>,
{
    Router::new().route("/config", get(config)).route("/agent-config", get(agent_config))
}

async fn config(State(web): State<Web>, page: SignedPage) -> Result<Response, Problem> {
    Ok(not_cached(web.js_sdk_config(&page.account, &page.url).await?))
}

async fn agent_config(State(web): State<Web>, page: SignedPage) -> Result<Response, Problem> {
    Ok(not_cached(web.js_sdk_agent_config(&page.account, &page.url).await?))
}

fn not_cached(config: impl Serialize) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(config)).into_response()
}

/// A page of this site that is to be signed for an account.
struct SignedPage {
    account: String,
    url: String,
}

#[derive(Deserialize)]
struct PageQuery {
    url: String,
}

impl<S: Send + Sync> FromRequestParts<S> for SignedPage
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let web = Web::from_ref(state);
        let query = Query::<PageQuery>::from_request_parts(parts, state).await;
        let Query(PageQuery { url }) = query.map_err(|_| {
            Problem::of_status(StatusCode::BAD_REQUEST).hint(
                "Add ?url= with encodeURIComponent(location.href.split('#')[0]).",
                "请添加 ?url=，其值为 encodeURIComponent(location.href.split('#')[0])。",
            )
        })?;
        if Origin::of(&url) != Some(web.origin(parts)?) {
            let problem = Problem::new(StatusCode::FORBIDDEN, "page-not-ours")
                .text("Only pages of this site are signed.", "只能为本站页面签名。");
            return Err(rejected(problem, "a page of another site was to be signed"));
        }
        let account = match app_id(parts, state).await? {
            Some(account) => account,
            None => only_with_pages(&web)?,
        };
        Ok(Self { account, url })
    }
}

/// The only account that has pages.
fn only_with_pages(web: &Web) -> Result<String, Problem> {
    let mut accounts = web
        .clients()
        .into_iter()
        .filter(|client| client.official().is_some() || client.work().is_some());
    let only = accounts.next().filter(|_| accounts.next().is_none());
    only.map(|client| client.account().id().to_string()).ok_or_else(|| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "ambiguous-account").detail(
            "The program has more or fewer than one account with pages: give the routes a path with {appid}.",
        )
    })
}

fn no_pages() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown-account")
        .text("This account has no pages.", "该账号不支持网页。")
}
