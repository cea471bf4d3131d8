//! The form of an endpoint declaration.

use std::{fmt, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use weixin_protocol::{FieldInfo, Product, TypeInfo};

use crate::{AccountKind, CallSignature, FilePart, Reply, ReplyInfo, Signed, wire::query};

/// One call the platform offers, declared by a struct with the attribute
/// [`#[endpoint]`](macro@crate::endpoint).
///
/// The trait has constants, associated types and generic methods only, so nothing is compiled for
/// endpoints that are never called.
pub trait Endpoint: fmt::Debug + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What the declaration says: address, rules, fields.
    const INFO: &'static EndpointInfo;

    /// What a successful call answers.
    type Reply: Reply;

    /// Shows every file of a multipart body to `visit`, with the name of its part. Files are not
    /// part of the serde form.
    fn visit_files(&self, _visit: &mut impl FnMut(&'static str, &FilePart)) {}

    /// Sets every file of a multipart body to what `file` returns for the name of its part.
    fn set_files(&mut self, _file: &mut impl FnMut(&'static str) -> Option<FilePart>) {}

    /// Shows every signature to `visit`, with the name of its field and what it covers. The keys are
    /// not part of the serde form.
    fn visit_signatures(&self, _visit: &mut impl FnMut(&'static str, Signed, &CallSignature)) {}
}

/// What is known of an endpoint without having a value of it: for dispatch, help texts, coverage.
/// Written by the attribute [`#[endpoint]`](macro@crate::endpoint).
#[derive(Debug, Clone, Copy)]
pub struct EndpointInfo {
    /// The name of the struct that declares it, for instance `CreateMenu`.
    pub name: &'static str,
    /// The platform's own title of the page that documents it.
    pub title: &'static str,
    /// The address of that page; empty when unknown.
    pub doc: &'static str,
    /// The declaration's documentation, in Markdown.
    pub summary: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The host it is called at, without scheme.
    pub host: &'static str,
    /// The path, with `{name}` for parameters, and behind a `?` what the query always holds, where
    /// that tells endpoints apart.
    pub path: &'static str,
    /// The accounts that may call it.
    pub scope: &'static [AccountKind],
    /// What proves who is calling.
    pub auth: Auth,
    /// Whether the call may be repeated.
    pub retry: Retry,
    /// The form of the body.
    pub body: BodyKind,
    /// Whether a success carries neither `errcode` nor `errmsg`.
    pub no_errcode: bool,
    /// The fields, in the order of the declaration.
    pub fields: &'static [EndpointField],
    /// What a success answers.
    pub reply: ReplyInfo,
    /// How a client calls it in one line, as in `wx.menu().create`; empty if only by `wx.send`.
    pub call: &'static str,
}

/// Two are equal if they describe the same call: everything else follows from the declaration.
impl PartialEq for EndpointInfo {
    fn eq(&self, other: &Self) -> bool {
        (self.name, self.method, self.host, self.path)
            == (other.name, other.method, other.host, other.path)
    }
}

impl Eq for EndpointInfo {}

impl EndpointInfo {
    /// The field of this wire name.
    pub fn field(&self, name: &str) -> Option<&'static EndpointField> {
        self.fields.iter().find(|field| field.name() == name)
    }

    /// Whether an account of this product may call it.
    pub fn serves(&self, product: Product) -> bool {
        self.scope.iter().any(|kind| kind.product() == product)
    }

    /// The path alone, without what the query always holds.
    pub fn path_only(&self) -> &'static str {
        self.path.split_once('?').map_or(self.path, |(path, _)| path)
    }

    /// What the query always holds, as it stands in it: `action=create`; empty for most.
    pub fn fixed_query(&self) -> &'static str {
        self.path.split_once('?').map_or("", |(_, query)| query)
    }

    /// Whether `query`, percent-encoded, holds what the query of this endpoint always holds.
    pub fn match_query(&self, query: &str) -> bool {
        let fixed = self.fixed_query();
        fixed.is_empty()
            || query::pairs(fixed).all(|fixed| query::pairs(query).any(|given| given == fixed))
    }

    /// Whether a call by `method` to `host` is a call of this endpoint. `target` is path and query,
    /// percent-encoded. Never for an endpoint without a path of its own, whose address the platform
    /// hands out for one call.
    pub fn is_at(&self, host: &str, method: &str, target: &str) -> bool {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        self.auth != Auth::ResponseUrl
            && self.host == host
            && self.method.as_str() == method
            && self.match_path(path).is_some()
            && self.match_query(query)
    }

    /// Whether `path`, without a query, is this endpoint's path, and if so the parameters in it,
    /// still percent-encoded.
    pub fn match_path<'p>(&self, path: &'p str) -> Option<Vec<(&'static str, &'p str)>> {
        let mut wanted = self.path_only().split('/');
        let mut given = path.split('/');
        let mut parameters = Vec::new();
        loop {
            match (wanted.next(), given.next()) {
                (None, None) => return Some(parameters),
                (Some(wanted), Some(given)) => {
                    let name = wanted.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
                    match name {
                        Some(name) if !given.is_empty() => parameters.push((name, given)),
                        None if wanted == given => {}
                        _ => return None,
                    }
                }
                _ => return None,
            }
        }
    }
}

/// One field of an endpoint.
#[derive(Debug, Clone, Copy)]
pub struct EndpointField {
    /// Its name, type and meaning.
    pub field: FieldInfo,
    /// Where it goes.
    pub location: FieldLocation,
    /// What of the account is used when the field is not given.
    pub account_default: Option<AccountDefault>,
}

impl EndpointField {
    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        self.field.name
    }

    /// Whether it is a file (always in a [`FieldLocation::Part`]).
    pub fn is_file(&self) -> bool {
        matches!(self.field.type_info(), TypeInfo::File)
    }
}

/// Where a field of an endpoint goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldLocation {
    /// Into the path, for a `{parameter}`.
    Path,
    /// Into the query.
    Query,
    /// Into the JSON body.
    Body,
    /// Into a multipart body, as a part of its own.
    Part,
    /// It is the whole address, as the platform gave it: path and query.
    Url,
}

/// What is known of the account, so that a call need not say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AccountDefault {
    /// The account's appid or corpid.
    Id,
    /// The number of the WeCom app.
    Agent,
    /// The account's secret. It goes into the query.
    Secret,
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method's name, in capitals.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Patch => "PATCH",
            Method::Delete => "DELETE",
        }
    }
}

impl FromStr for Method {
    type Err = UnknownMethod;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [GET, POST, PUT, PATCH, DELETE]
            .into_iter()
            .find(|method| method.as_str() == name)
            .ok_or(UnknownMethod)
    }
}

/// A method that the platform's API does not use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected GET, POST, PUT, PATCH or DELETE")]
pub struct UnknownMethod;

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `GET`, as it is usually written.
pub const GET: Method = Method::Get;
/// `POST`, as it is usually written.
pub const POST: Method = Method::Post;
/// `PUT`, as it is usually written.
pub const PUT: Method = Method::Put;
/// `PATCH`, as it is usually written.
pub const PATCH: Method = Method::Patch;
/// `DELETE`, as it is usually written.
pub const DELETE: Method = Method::Delete;

/// What proves to an endpoint who is calling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Auth {
    /// Nothing, or something among the endpoint's own fields.
    None,
    /// The account's access token.
    AccessToken,
    /// The token of a third-party platform (第三方平台).
    ComponentToken,
    /// The token of a suite in WeCom (第三方应用).
    SuiteToken,
    /// The token of a service provider in WeCom (服务商).
    ProviderToken,
    /// The token that a user granted by OAuth, which each call is given as its field
    /// `access_token`.
    UserToken,
    /// The key of a group robot's webhook.
    WebhookKey,
    /// The address itself, which the platform hands out for one call.
    ResponseUrl,
}

impl Auth {
    /// The query parameter that carries the account's credential, if one is needed.
    pub const fn parameter(self) -> Option<&'static str> {
        match self {
            Auth::None | Auth::UserToken | Auth::ResponseUrl => None,
            Auth::AccessToken => Some("access_token"),
            Auth::ComponentToken => Some("component_access_token"),
            Auth::SuiteToken => Some("suite_access_token"),
            Auth::ProviderToken => Some("provider_access_token"),
            Auth::WebhookKey => Some("key"),
        }
    }
}

/// Whether a call whose fate is unknown may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// Sending it twice does no more than sending it once.
    Safe,
    /// Only when it is certain that the platform never saw it, or when the platform answers that
    /// it was too busy to look at it (`-1`).
    Unsent,
}

/// The form of the body of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// No body.
    None,
    /// A JSON object, in UTF-8 without `\u` escapes.
    Json,
    /// `multipart/form-data`
    Multipart,
}

/// The host at which the API of a product is called.
pub const fn host_of(product: Product) -> &'static str {
    match product {
        Product::Work => "qyapi.weixin.qq.com",
        _ => "api.weixin.qq.com",
    }
}
