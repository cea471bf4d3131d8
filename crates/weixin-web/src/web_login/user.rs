//! The visitor of a request.

use std::sync::Arc;

use axum::{
    extract::{FromRef, FromRequestParts, OptionalFromRequestParts},
    response::{IntoResponse, Redirect, Response},
};
use http::{Method, StatusCode, header, request::Parts};
use serde::{Deserialize, Serialize};
use weixin_api::{AccountId, Timestamp, wire::query};
use weixin_client::Client;
use weixin_official::oauth::OauthApi as _;
use weixin_protocol::{OpenId, Secret, UnionId, UserId};
use weixin_store::{Key, Sealed, Store};

use super::{
    Identity, Profile,
    exchange::{Visitor, profile},
};
use crate::{Problem, Web, account::app_id, cookie, login::LoginToken, stored};

/// The cookie with the token of a login.
pub(super) const COOKIE: &str = "weixin_user";

/// How long a profile is kept, so that a visitor is not asked again. So long lives a refresh token of theirs.
const PROFILE_LIFETIME: std::time::Duration = std::time::Duration::from_secs(30 * 24 * 60 * 60);

/// A visitor of a web page who is logged in, with a [`WebLogin`](crate::WebLogin): an argument of handlers.
///
/// A request without a login is rejected: browsers that open a page are redirected to the
/// [login page](crate::WebBuilder::login_page) if there is one; everything else gets 401 `login-required`. A handler that
/// takes `Option<WebUser>` decides itself.
#[derive(Debug, Clone)]
pub struct WebUser {
    web: Web,
    client: Client,
    record: Record,
    token: LoginToken,
}

/// What is stored of a login, sealed.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Record {
    account: String,
    identity: Identity,
    #[serde(default)]
    profile: Option<Profile>,
    #[serde(default)]
    is_snapshot: bool,
    #[serde(default, serialize_with = "weixin_api::expose_some")]
    refresh_token: Option<Secret>,
    expires: Timestamp,
}

/// What is stored of a visitor who agreed to share it, sealed.
#[derive(Debug, Serialize, Deserialize)]
struct KnownProfile {
    identity: Identity,
    profile: Profile,
    #[serde(default, serialize_with = "weixin_api::expose_some")]
    refresh_token: Option<Secret>,
}

impl WebUser {
    /// Stores a login, and returns the token of it.
    pub(super) async fn store(
        web: &Web,
        client: Client,
        account: String,
        visitor: Visitor,
    ) -> Result<LoginToken, Problem> {
        let Visitor { identity, profile, is_snapshot, refresh_token } = visitor;
        if let (Some(profile), Identity::Wechat { openid, .. }) = (&profile, &identity) {
            let known = KnownProfile {
                identity: identity.clone(),
                profile: profile.clone(),
                refresh_token: refresh_token.clone(),
            };
            let expires = web.now() + PROFILE_LIFETIME;
            let key = profile_key(&account, openid);
            sealed(web, &client)?.put(&key, stored::write(&known)?, Some(expires)).await?;
        }
        let expires = web.now() + web.settings().login_lifetime;
        let record = Record { account, identity, profile, is_snapshot, refresh_token, expires };
        let user = Self { web: web.clone(), client, record, token: LoginToken::random()? };
        user.save().await?;
        Ok(user.token)
    }

    async fn save(&self) -> Result<(), Problem> {
        let store = sealed(&self.web, &self.client)?;
        // The account stands outside of the seal, because the seal is the account's.
        let account = self.record.account.as_str().into();
        let expires = Some(self.record.expires);
        self.web.store().put(&account_key(&self.token), account, expires).await?;
        Ok(store.put(&key(&self.token), stored::write(&self.record)?, expires).await?)
    }

    async fn load(web: &Web, token: LoginToken) -> Result<Option<Self>, Problem> {
        let Some(account) = web.store().get(&account_key(&token)).await? else { return Ok(None) };
        // An account that is no longer served has no visitors.
        let client = account.value.text().ok().and_then(|account| web.client(account).ok());
        let Some(client) = client else { return Ok(None) };
        let record = stored::get_sealed(&sealed(web, &client)?, &key(&token)).await?;
        Ok(record.map(|record| Self { web: web.clone(), client, record, token }))
    }

    /// The account at which the visitor logged in.
    pub fn account(&self) -> &AccountId {
        self.client.account()
    }

    /// The client of this account.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Who the visitor is.
    pub fn identity(&self) -> &Identity {
        &self.record.identity
    }

    /// The visitor's id at the account, if they are not a member of a corporation.
    pub fn openid(&self) -> Option<&OpenId> {
        match &self.record.identity {
            Identity::Wechat { openid, .. } => Some(openid),
            Identity::Guest { openid, .. } => openid.as_ref(),
            Identity::Member { .. } => None,
        }
    }

    /// The visitor's id at all accounts of one Open Platform account.
    pub fn unionid(&self) -> Option<&UnionId> {
        match &self.record.identity {
            Identity::Wechat { unionid, .. } => unionid.as_ref(),
            _ => None,
        }
    }

    /// The member of the corporation.
    pub fn userid(&self) -> Option<&UserId> {
        match &self.record.identity {
            Identity::Member { userid } => Some(userid),
            _ => None,
        }
    }

    /// What the visitor has agreed to share; `None` if they were not asked.
    pub fn profile(&self) -> Option<&Profile> {
        self.record.profile.as_ref()
    }

    /// Whether the page was opened as a snapshot (快照页): then the visitor is a virtual one, with another openid
    /// and without a real name.
    pub fn is_snapshot(&self) -> bool {
        self.record.is_snapshot
    }

    /// Reads name and picture again, which the visitor may have changed. They are not asked; it is possible for 30 days
    /// after they agreed.
    ///
    /// # Errors
    /// 401 if the visitor has not agreed, or it is too long ago; 502 and 504 if the platform cannot be asked.
    pub async fn refresh_profile(&mut self) -> Result<(), Problem> {
        let (refresh, wx) = match (&self.record.refresh_token, self.client.official()) {
            (Some(refresh), Some(wx)) => (refresh.clone(), wx),
            _ => return Err(Problem::of_status(StatusCode::UNAUTHORIZED)),
        };
        let token = wx.oauth().refresh(refresh).await.map_err(|failed| {
            match failed.code().map(|code| code.get()) {
                Some(40030 | 42002 | 42007) => Problem::of_status(StatusCode::UNAUTHORIZED),
                _ => failed.into(),
            }
        })?;
        let (profile, identity) = profile(&wx, &token).await?;
        (self.record.profile, self.record.identity) = (Some(profile), identity);
        self.save().await
    }

    /// Ends the login. The cookie is removed by the route `/out` of [`WebLogin`](crate::WebLogin), and is of no use
    /// any more.
    ///
    /// # Errors
    /// 503 if the store fails: the login is still valid then.
    pub async fn log_out(self) -> Result<(), Problem> {
        self.web.store().delete(&account_key(&self.token)).await?;
        Ok(self.web.store().delete(&key(&self.token)).await?)
    }

    async fn of_request<S>(parts: &mut Parts, state: &S) -> Result<Option<Self>, Problem>
    where
        S: Send + Sync,
        Web: FromRef<S>,
    {
        let web = Web::from_ref(state);
        let token = LoginToken::of(&parts.headers)
            .or_else(|| LoginToken::parse(cookie::get(&parts.headers, COOKIE)?));
        let Some(token) = token else { return Ok(None) };
        let user = Self::load(&web, token).await?;
        let wanted = app_id(parts, state).await?;
        let fits = |user: &Self| {
            wanted.is_none_or(|wanted| {
                user.account().id().as_str() == wanted || user.record.account == wanted
            })
        };
        Ok(user.filter(fits))
    }
}

/// What a visitor has agreed to share before, if the account still knows.
pub(super) async fn known_profile(
    web: &Web,
    client: &Client,
    account: &str,
    openid: &OpenId,
) -> Result<Option<(Identity, Profile, Option<Secret>)>, Problem> {
    let key = profile_key(account, openid);
    let known: Option<KnownProfile> = stored::get_sealed(&sealed(web, client)?, &key).await?;
    Ok(known.map(|known| (known.identity, known.profile, known.refresh_token)))
}

/// The store, sealed with a key of the account.
fn sealed(web: &Web, client: &Client) -> Result<Sealed, Problem> {
    Ok(Sealed::new(Arc::clone(web.store()), client.seal_key("weixin-web visitors")?))
}

fn key(token: &LoginToken) -> Key {
    Key::new("web").join("visitor").join(token.hash().as_str())
}

fn account_key(token: &LoginToken) -> Key {
    Key::new("web").join("visitor-account").join(token.hash().as_str())
}

fn profile_key(account: &str, openid: &OpenId) -> Key {
    Key::new("web").join("profile").join(account).join(openid)
}

/// A request without a login.
#[derive(Debug)]
pub struct WebRejection(Kind);

#[derive(Debug)]
enum Kind {
    Problem(Problem),
    /// To the login page.
    Redirect(String),
}

impl From<Problem> for WebRejection {
    fn from(problem: Problem) -> Self {
        Self(Kind::Problem(problem))
    }
}

impl IntoResponse for WebRejection {
    fn into_response(self) -> Response {
        match self.0 {
            Kind::Problem(problem) => problem.into_response(),
            Kind::Redirect(address) => Redirect::to(&address).into_response(),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for WebUser
where
    Web: FromRef<S>,
{
    type Rejection = WebRejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, WebRejection> {
        if let Some(user) = Self::of_request(parts, state).await? {
            return Ok(user);
        }
        let web = Web::from_ref(state);
        let accept = parts.headers.get(header::ACCEPT).and_then(|accept| accept.to_str().ok());
        let opens_page =
            parts.method == Method::GET && accept.is_some_and(crate::problem::prefers_html);
        match web.settings().login_page.as_deref().filter(|_| opens_page) {
            Some(page) => {
                let here = parts.extensions.get::<axum::extract::OriginalUri>().map(|uri| &uri.0);
                let here = here.unwrap_or(&parts.uri).path_and_query();
                let here = query::encode(here.map_or("/", |here| here.as_str()));
                let separator = if page.contains('?') { '&' } else { '?' };
                Err(WebRejection(Kind::Redirect(format!("{page}{separator}return={here}"))))
            }
            None => Err(Problem::of_status(StatusCode::UNAUTHORIZED).into()),
        }
    }
}

impl<S: Send + Sync> OptionalFromRequestParts<S> for WebUser
where
    Web: FromRef<S>,
{
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Problem> {
        Self::of_request(parts, state).await
    }
}
