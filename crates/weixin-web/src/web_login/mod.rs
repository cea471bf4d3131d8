//! Login of visitors of web pages: in WeChat, by QR code on a web site, in WeCom.

mod exchange;
mod identity;
mod pending;
mod return_address;
mod routes;
mod user;

pub use identity::{Identity, Profile};
pub use user::{WebRejection, WebUser};

/// How visitors of web pages log in; makes the routes of it.
///
/// ```
/// use axum::{Router, routing::get};
/// use weixin_web::{Web, WebLogin, WebUser};
///
/// async fn account(user: WebUser) -> String {
///     format!("You are {:?}.", user.identity())
/// }
///
/// let routes: Router<Web> = Router::new()
///     .nest("/login", WebLogin::in_wechat().with_profile().routes())
///     .route("/account", get(account));
/// ```
///
/// | request | response |
/// |---|---|
/// | `GET /?return=/account` | redirects to the page of the platform on which the visitor authorizes |
/// | `GET /back` | to which the platform redirects them; sets the cookie, and redirects to the return address |
/// | `POST /out` | ends the login, and redirects to `/` |
///
/// The host of this server has to be set in the console of the account: see
/// [`WebBuilder::public_url`](crate::WebBuilder::public_url).
///
/// A login that another site started in the visitor's browser is not completed: its `state` is random, works once,
/// within ten minutes, and only in the browser to which it was given. Visitors return to paths of this server, or to
/// the [origins](Self::may_return_to) that are allowed, and nowhere else. None of the platform's ways to log in
/// offers PKCE.
///
/// Which account it is for: the one of [`account`](Self::account); else that of `{appid}` in the path; else the only one
/// of its kind.
#[derive(Debug, Clone)]
pub struct WebLogin {
    way: Way,
    account: Option<String>,
    profile: bool,
    origins: Vec<crate::origin::Origin>,
}

/// Where a visitor logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// In a page that is open in WeChat, for an Official Account.
    InWechat,
    /// In any browser, by a QR code, for a web site of the Open Platform.
    Website,
    /// In a page that is open in WeCom.
    InWecom,
    /// In any browser, by a QR code or the WeCom of the computer.
    WecomQr,
}

impl WebLogin {
    fn new(way: Way) -> Self {
        Self { way, account: None, profile: false, origins: Vec::new() }
    }

    /// For pages that are open in WeChat, of an Official Account that is verified (网页授权).
    pub fn in_wechat() -> Self {
        Self::new(Way::InWechat)
    }

    /// For any browser, by QR code, of a web site that is registered at the Open Platform (网站应用微信登录).
    /// Its appid and AppSecret make an `OfficialAccount`, whose client has to be one of
    /// [`Web::new`](crate::Web::new)'s; name it with [`account`](Self::account).
    pub fn website() -> Self {
        Self { profile: true, ..Self::new(Way::Website) }
    }

    /// For pages that are open in WeCom (网页授权登录).
    pub fn in_wecom() -> Self {
        Self::new(Way::InWecom)
    }

    /// For any browser, by QR code or with the WeCom of the computer (企业微信 Web 登录). The account has to be an app.
    pub fn wecom_qr() -> Self {
        Self::new(Way::WecomQr)
    }

    /// The account: its appid, or in WeCom `CORPID/AGENTID`.
    #[must_use]
    pub fn account(mut self, app_id: impl Into<String>) -> Self {
        self.account = Some(app_id.into());
        self
    }

    /// Also learns name and picture of the visitor (in WeCom phone number, mail address and more), after they have
    /// agreed. At an Official Account they are first recognized silently, and not asked again for 30 days.
    #[must_use]
    pub fn with_profile(mut self) -> Self {
        self.profile = true;
        self
    }

    /// Allows to return to another site, such as `https://shop.example.com`. What is not an origin allows nothing.
    #[must_use]
    pub fn may_return_to(mut self, origin: &str) -> Self {
        self.origins.extend(crate::origin::Origin::of(origin));
        self
    }
}
