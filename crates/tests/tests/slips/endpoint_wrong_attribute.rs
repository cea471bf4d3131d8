#![allow(unused_imports)]

use weixin::{
    api::{FilePart, ResponseUrl},
    endpoint,
    protocol::Secret,
};

/// No such argument.
#[endpoint(POST "/cgi-bin/a", title = "A", scope(official), safe)]
pub struct UnknownArgument;

/// No such kind of account.
#[endpoint(POST "/cgi-bin/b", title = "B", scope(oficial))]
pub struct UnknownAccount;

/// No such credential.
#[endpoint(POST "/cgi-bin/c", title = "C", scope(official), auth = token)]
pub struct UnknownCredential;

/// Nobody may call it.
#[endpoint(POST "/cgi-bin/d", title = "D")]
pub struct NoScope;

/// The path wants a field.
#[endpoint(GET "/v3/things/{id}", title = "E", scope(official))]
pub struct NoPathField {
    /// It is not marked.
    pub id: String,
}

/// A field of the body beside a file.
#[endpoint(POST "/cgi-bin/f", title = "F", scope(official))]
pub struct BodyBesideFile {
    /// The file.
    #[part]
    pub media: FilePart,
    /// Where does it go?
    pub name: String,
}

/// A file that is no part.
#[endpoint(POST "/cgi-bin/g", title = "G", scope(official))]
pub struct FileInBody {
    /// The file.
    pub media: FilePart,
}

/// A user's token that is not there.
#[endpoint(GET "/sns/h", title = "H", scope(official), auth = user_token)]
pub struct NoUserToken {
    /// Who.
    pub openid: String,
}

/// An address that is not marked.
#[endpoint(POST "/cgi-bin/i", title = "I", scope(work), auth = response_url)]
pub struct NoAddress {
    /// Where.
    pub url: ResponseUrl,
}

/// A secret in the body.
#[endpoint(POST "/cgi-bin/j", title = "J", scope(official), auth = none)]
pub struct SecretInBody {
    /// The account's own.
    #[account_default(secret)]
    #[serde(serialize_with = "weixin::api::expose_some")]
    pub secret: Option<Secret>,
}

/// What the account fills in must be optional.
#[endpoint(POST "/cgi-bin/k", title = "K", scope(work))]
pub struct RequiredAgent {
    /// The app.
    #[account_default(agent)]
    pub agentid: u32,
}

/// A name that says nothing.
#[endpoint(POST "/cgi-bin/l", title = "L", scope(official))]
pub struct MenuRequest;

fn main() {}
