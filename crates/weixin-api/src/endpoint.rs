//! Endpoint declarations.

use std::{fmt, str::FromStr};

use serde::{Serialize, de::DeserializeOwned};
use weixin_protocol::{FieldInfo, Product, TypeInfo};

use crate::{AccountKind, CallSignature, FilePart, Reply, ReplyInfo, Signed, wire::query};

/// A call that the platform offers, declared by a struct with the attribute
/// [`#[endpoint]`](macro@crate::endpoint).
///
/// The trait has only constants, associated types and generic methods, so nothing is compiled for
/// endpoints that are never called.
pub trait Endpoint: fmt::Debug + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The declaration: address, rules, fields.
    const INFO: &'static EndpointInfo;

    /// The answer to a successful call.
    type Reply: Reply;

    /// Calls `visit` with every file of a multipart body and the name of its part. Files are not
    /// serialized with serde.
    fn visit_files(&self, _visit: &mut impl FnMut(&'static str, &FilePart)) {}

    /// Sets every file of a multipart body to what `file` returns for the name of its part.
    fn set_files(&mut self, _file: &mut impl FnMut(&'static str) -> Option<FilePart>) {}

    /// Calls `visit` with every signature, the name of its field and what it covers. The keys are
    /// not serialized with serde.
    fn visit_signatures(&self, _visit: &mut impl FnMut(&'static str, Signed, &CallSignature)) {}
}

/// The declaration of an endpoint, which can be used without a value of it: for dispatch, help
/// texts, coverage. Written by the attribute [`#[endpoint]`](macro@crate::endpoint).
#[derive(Debug, Clone, Copy)]
pub struct EndpointInfo {
    /// The name of the struct that declares it, such as `CreateMenu`.
    pub name: &'static str,
    /// The title of the platform's page that documents it.
    pub title: &'static str,
    /// The URL of that page; empty if unknown.
    pub doc: &'static str,
    /// The declaration's documentation, in Markdown.
    pub summary: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The host, without scheme.
    pub host: &'static str,
    /// The path, with `{name}` for parameters. After a `?` it has the fixed part of the query, for
    /// endpoints that differ only in that.
    pub path: &'static str,
    /// The kinds of accounts that may call it.
    pub scope: &'static [AccountKind],
    /// The credential that the call needs.
    pub auth: Auth,
    /// Whether the call may be repeated.
    pub retry: Retry,
    /// The form of the body.
    pub body: BodyKind,
    /// Whether a successful answer has neither `errcode` nor `errmsg`.
    pub no_errcode: bool,
    /// Whether the platform supports API security (API 安全) for it: accounts that have it encrypt and
    /// sign the call. Only a POST with a JSON body, and a JSON reply.
    pub secured: bool,
    /// The fields, in the order of the declaration.
    pub fields: &'static [EndpointField],
    /// The answer to a successful call.
    pub reply: ReplyInfo,
    /// The method by which a client calls it, as in `wx.menu().create`; empty if it is called with
    /// `wx.send` only.
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
    /// The field with this name on the wire.
    pub fn field(&self, name: &str) -> Option<&'static EndpointField> {
        self.fields.iter().find(|field| field.name() == name)
    }

    /// Whether an account of this product may call it.
    pub fn serves(&self, product: Product) -> bool {
        self.scope.iter().any(|kind| kind.product() == product)
    }

    /// The path without the fixed part of the query.
    pub fn path_only(&self) -> &'static str {
        self.path.split_once('?').map_or(self.path, |(path, _)| path)
    }

    /// The fixed part of the query, such as `action=create`; empty for most endpoints.
    pub fn fixed_query(&self) -> &'static str {
        self.path.split_once('?').map_or("", |(_, query)| query)
    }

    /// Whether `query`, percent-encoded, contains the fixed part of this endpoint's query.
    pub fn match_query(&self, query: &str) -> bool {
        let fixed = self.fixed_query();
        fixed.is_empty()
            || query::pairs(fixed).all(|fixed| query::pairs(query).any(|given| given == fixed))
    }

    /// Whether a call with `method` to `host` is a call of this endpoint. `target` is path and
    /// query, percent-encoded. Always false for an endpoint without a path of its own, whose
    /// address the platform issues for one call.
    pub fn is_at(&self, host: &str, method: &str, target: &str) -> bool {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        self.auth != Auth::ResponseUrl
            && self.host == host
            && self.method.as_str() == method
            && self.match_path(path).is_some()
            && self.match_query(query)
    }

    /// The parameters in `path`, still percent-encoded, if it is this endpoint's path. It must have
    /// no query.
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
    /// Where it is sent.
    pub location: FieldLocation,
    /// The account's value that is used if the field is not set.
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

/// Where a field of an endpoint is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldLocation {
    /// In the path, as a `{parameter}`.
    Path,
    /// In the query.
    Query,
    /// In the JSON body.
    Body,
    /// As a part of a multipart body.
    Part,
    /// It is the whole address, as received from the platform: path and query.
    Url,
}

/// A value of the account, which a call need not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AccountDefault {
    /// The account's appid or corpid.
    Id,
    /// The AgentID of the WeCom app.
    Agent,
    /// The account's secret. It is sent in the query.
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

/// Short for [`Method::Get`].
pub const GET: Method = Method::Get;
/// Short for [`Method::Post`].
pub const POST: Method = Method::Post;
/// Short for [`Method::Put`].
pub const PUT: Method = Method::Put;
/// Short for [`Method::Patch`].
pub const PATCH: Method = Method::Patch;
/// Short for [`Method::Delete`].
pub const DELETE: Method = Method::Delete;

/// The credential that a call needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Auth {
    /// None, or one among the endpoint's own fields.
    None,
    /// The account's access token.
    AccessToken,
    /// The token of a third-party platform (第三方平台).
    ComponentToken,
    /// The token of a suite in WeCom (第三方应用).
    SuiteToken,
    /// The token of a service provider in WeCom (服务商).
    ProviderToken,
    /// The token that a user granted by OAuth, which is set in the field `access_token` of each
    /// call.
    UserToken,
    /// The key of a group robot's webhook.
    WebhookKey,
    /// The address itself, which the platform issues for one call.
    ResponseUrl,
}

impl Auth {
    /// The query parameter for the account's credential, if one is needed.
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

/// Whether a call whose outcome is unknown may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// Sending it twice has the same effect as sending it once.
    Safe,
    /// Only if the platform certainly never received it, or answers that it was too busy to process
    /// it (`-1`).
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

/// The host of a product's API.
pub const fn host_of(product: Product) -> &'static str {
    match product {
        Product::Work => "qyapi.weixin.qq.com",
        _ => "api.weixin.qq.com",
    }
}
