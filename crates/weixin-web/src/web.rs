//! What all routes share: the accounts, the store, the settings.

use std::{fmt, sync::Arc, time::Duration};

use http::{StatusCode, request::Parts};
use weixin_api::{Clock, Timestamp, kind::Mini};
use weixin_client::{Client, ClientSource};
use weixin_store::Store;

use crate::{
    Problem,
    origin::{Origin, OriginSource},
};

/// The accounts of a program and a store: the state of the routes of this crate.
///
/// Cheap to clone. In a router with a state of its own, that state implements
/// [`FromRef`](axum::extract::FromRef) for it.
#[derive(Clone)]
pub struct Web(Arc<Inner>);

struct Inner {
    clients: Box<dyn ClientSource>,
    store: Arc<dyn Store>,
    settings: Settings,
}

/// What can be set about a [`Web`].
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) login_lifetime: Duration,
    pub(crate) open_data_age: Duration,
    pub(crate) login_page: Option<String>,
    pub(crate) origin: OriginSource,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            login_lifetime: Duration::from_secs(7 * 24 * 60 * 60),
            open_data_age: Duration::from_secs(10 * 60),
            login_page: None,
            origin: OriginSource::default(),
        }
    }
}

/// Makes a [`Web`] that differs from the defaults.
pub struct WebBuilder(Inner);

impl Web {
    /// The accounts of `clients`, which a bot's `App`, a single client or a list of clients can be, and the
    /// place where logins are stored: `App::store`, or any other.
    pub fn new(clients: impl ClientSource, store: Arc<dyn Store>) -> Self {
        Self::builder(clients, store).build()
    }

    /// As [`new`](Self::new), with settings.
    pub fn builder(clients: impl ClientSource, store: Arc<dyn Store>) -> WebBuilder {
        WebBuilder(Inner { clients: Box::new(clients), store, settings: Settings::default() })
    }

    /// The client of an account.
    ///
    /// # Errors
    /// 404 if the program serves no such account.
    pub fn client(&self, app_id: &str) -> Result<Client, Problem> {
        self.0.clients.client(app_id).ok_or_else(|| unknown("account", "账号"))
    }

    /// The client of a Mini Program.
    ///
    /// # Errors
    /// 404 if the program serves no such Mini Program.
    pub fn mini(&self, app_id: &str) -> Result<Client<Mini>, Problem> {
        let client = self.0.clients.client(app_id).and_then(|client| client.mini());
        client.ok_or_else(|| unknown("Mini Program", "小程序"))
    }

    /// The client of the only Mini Program. `None` if there are several, or none.
    pub(crate) fn only_mini(&self) -> Option<Client<Mini>> {
        let mut found = self.clients().into_iter().filter_map(|client| client.mini());
        found.next().filter(|_| found.next().is_none())
    }

    /// The clients of all accounts.
    pub(crate) fn clients(&self) -> Vec<Client> {
        self.0.clients.clients()
    }

    /// The address of this server, as the browser that sent a request sees it.
    pub(crate) fn origin(&self, parts: &Parts) -> Result<Origin, Problem> {
        Origin::of_request(&self.settings().origin, parts)
    }

    /// Where logins are stored.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.0.store
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        self.0.store.clock()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.clock().now()
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
    }
}

fn unknown(en: &str, zh: &str) -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "unknown-account")
        .text(format!("This server does not serve such a {en}."), format!("本服务没有该{zh}。"))
}

impl WebBuilder {
    /// How long a login is valid without being renewed: 7 days by default.
    #[must_use]
    pub fn login_lifetime(mut self, lifetime: Duration) -> Self {
        self.0.settings.login_lifetime = lifetime;
        self
    }

    /// How old open data (such as an encrypted phone number) may be when it arrives: 10 minutes by default.
    #[must_use]
    pub fn open_data_age(mut self, age: Duration) -> Self {
        self.0.settings.open_data_age = age;
        self
    }

    /// The page to which browsers without a login are redirected when they open a page that needs a
    /// [`WebUser`](crate::WebUser), with `?return=` and the address of that page: where the routes of a
    /// [`WebLogin`](crate::WebLogin) are, or a page with a choice. By default they get an error.
    #[must_use]
    pub fn login_page(mut self, path: impl Into<String>) -> Self {
        self.0.settings.login_page = Some(path.into());
        self
    }

    /// The address at which browsers see this server, such as `https://shop.example.com`. It is where visitors return
    /// after a login, and what pages are signed for.
    ///
    /// By default it is the `Host` of each request, with HTTPS unless that is this machine. A server behind a proxy
    /// that changes `Host` needs this setting, or [`trust_proxy`](Self::trust_proxy).
    ///
    /// # Errors
    /// If it is not the address of a web server.
    pub fn public_url(mut self, address: &str) -> Result<Self, weixin_api::Error> {
        let origin = Origin::of(address).ok_or_else(|| {
            let message = "the public address is not one such as https://shop.example.com";
            weixin_api::Error::new(weixin_api::ErrorKind::Call, message)
        })?;
        self.0.settings.origin = OriginSource::Fixed(origin);
        Ok(self)
    }

    /// Takes the address at which browsers see this server from `X-Forwarded-Host` and `X-Forwarded-Proto`. Only
    /// for a server that cannot be reached except through a proxy that sets both: otherwise anybody can set them.
    #[must_use]
    pub fn trust_proxy(mut self) -> Self {
        self.0.settings.origin = OriginSource::Forwarded;
        self
    }

    /// The state for routes.
    pub fn build(self) -> Web {
        Web(Arc::new(self.0))
    }
}

impl fmt::Debug for Web {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Web").field("settings", self.settings()).finish_non_exhaustive()
    }
}

impl fmt::Debug for WebBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WebBuilder").field("settings", &self.0.settings).finish_non_exhaustive()
    }
}
