//! Determines the emulated host of a call. One port serves all hosts.

use http::{HeaderMap, Uri, header};
use serde_json::Value;
use weixin_api::{EndpointInfo, ErrCode, host_of, wire::query};
use weixin_protocol::{AppId, Product};

use crate::{
    authorize::host_of_page,
    state::{PICTURE_HOST, PlatformState},
};

/// A host of the platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Host {
    /// Official Accounts and Mini Programs.
    Api,
    /// WeCom.
    Work,
    /// The console, which also serves the images of QR codes.
    Console,
    /// The pages for web authorization and web login.
    OAuth,
    /// Pictures sent by people.
    Pictures,
}

/// The target of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CallTarget {
    pub(crate) host: Host,
    /// The host name as given by the caller.
    pub(crate) name: String,
    /// The path at that host.
    pub(crate) path: String,
}

/// The host names. The first name of each host is the default.
const NAMES: &[(&str, Host)] = &[
    ("api.weixin.qq.com", Host::Api),
    ("api2.weixin.qq.com", Host::Api),
    ("sh.api.weixin.qq.com", Host::Api),
    ("sz.api.weixin.qq.com", Host::Api),
    ("hk.api.weixin.qq.com", Host::Api),
    ("qyapi.weixin.qq.com", Host::Work),
    ("mp.weixin.qq.com", Host::Console),
    ("open.weixin.qq.com", Host::OAuth),
    ("open.work.weixin.qq.com", Host::OAuth),
    ("login.work.weixin.qq.com", Host::OAuth),
    (PICTURE_HOST, Host::Pictures),
];

impl Host {
    /// The host with this name, which may include a port.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        let name = name.rsplit_once(':').map_or(name, |(name, _)| name);
        let is = |known: &&(&str, Host)| known.0.eq_ignore_ascii_case(name);
        NAMES.iter().find(is).map(|(_, host)| *host)
    }

    /// The product whose error format this host uses.
    pub(crate) fn product(self) -> Product {
        match self {
            Self::Work => Product::Work,
            Self::Api | Self::Console | Self::OAuth | Self::Pictures => Product::Official,
        }
    }

    /// Whether this endpoint belongs to the host.
    pub(crate) fn serves(self, info: &EndpointInfo) -> bool {
        Self::from_name(info.host) == Some(self)
    }

    /// The names of all hosts.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

impl CallTarget {
    /// Determines the target by a prefix of the path, an absolute URL or the `Host` header, or the
    /// path of a page for web authorization, or the owner of the access token or account in the
    /// call. `None` if none of these is given.
    pub(crate) fn find(
        state: &PlatformState,
        uri: &Uri,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Option<Self> {
        let path = uri.path();
        if let Some(rest) = path.strip_prefix("/@") {
            let (name, path) = rest
                .split_once('/')
                .map_or((rest, "/".to_owned()), |(name, path)| (name, format!("/{path}")));
            return Host::from_name(name).map(|host| Self { host, name: name.to_owned(), path });
        }
        let header = headers.get(header::HOST).and_then(|value| value.to_str().ok());
        for name in [uri.host(), header].into_iter().flatten() {
            if let Some(host) = Host::from_name(name) {
                let name = name.rsplit_once(':').map_or(name, |(name, _)| name).to_owned();
                return Some(Self { host, name, path: path.to_owned() });
            }
        }
        if let Some(name) = host_of_page(path) {
            let (host, path) = (Host::OAuth, path.to_owned());
            return Some(Self { host, name: name.to_owned(), path });
        }
        let product = owner(state, uri.query().unwrap_or_default(), body)?;
        let host = if product == Product::Work { Host::Work } else { Host::Api };
        Some(Self { host, name: host_of(product).to_owned(), path: path.to_owned() })
    }
}

/// The product of the account that the call refers to.
fn owner(state: &PlatformState, query: &str, body: &[u8]) -> Option<Product> {
    let now = state.now();
    let of_app = |id: &AppId| match state.account(id) {
        Some(account) => Some(account.product),
        // Websites use the hosts and error format of Official Accounts.
        None => state.website(id).map(|_| Product::Official),
    };
    let by = |name: &str, value: &str| match name {
        "access_token" => {
            let mut accounts = state.accounts.iter();
            let account = accounts.find(|account| account.tokens.state(value, now).is_some());
            let account = account.map(|account| &account.id);
            let mut grants = state.all_grants();
            account
                .or_else(|| grants.find(|(_, of)| of.of_token(value, now).is_some()).map(|of| of.0))
                .and_then(of_app)
        }
        "appid" | "corpid" => of_app(&AppId::new(value)),
        _ => None,
    };
    let mut parameters = query::pairs(query);
    if let Some(product) = parameters.find_map(|(name, value)| by(&name, &value)) {
        return Some(product);
    }
    // The body is only examined if it can be the small JSON object of a token request.
    let body = body.trim_ascii_start();
    if body.len() > 4096 || !body.starts_with(b"{") {
        return None;
    }
    let body: Value = serde_json::from_slice(body).ok()?;
    let id = body.get("appid").or_else(|| body.get("corpid"))?.as_str()?;
    by("appid", id)
}

/// The error code for an unknown path.
pub(crate) const BAD_PATH: ErrCode = ErrCode::new(40066);
