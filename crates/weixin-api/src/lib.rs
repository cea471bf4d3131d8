//! Describes the platform's API for the weixin crates, without performing any I/O (unofficial).
//!
//! One struct with one attribute declares an endpoint; everything else is derived from it:
//!
//! ```
//! use weixin_api::{Empty, endpoint};
//!
//! /// Tells the platform that somebody is typing. `POST /cgi-bin/message/custom/typing`
//! #[endpoint(POST "/cgi-bin/message/custom/typing", title = "客服输入状态",
//!     doc = "https://developers.weixin.qq.com/doc/", scope(official, mini), retry = safe,
//!     reply = Empty)]
//! pub struct SetTyping {
//!     /// Who sees the state.
//!     pub touser: String,
//!     /// `Typing` or `CancelTyping`.
//!     pub command: String,
//! }
//!
//! let call = SetTyping::new("oAnn", "Typing");
//! assert_eq!(call.touser, "oAnn");
//! ```
//!
//! * [`Endpoint`] is the declaration, [`On`] says which account kinds may call it.
//! * [`wire`] turns a declared value into the parts of an HTTP call and back, in both directions:
//!   a client writes calls and reads answers, an emulator reads calls and writes answers.
//! * [`Caller`] sends calls; [`Call`] is a call that is sent when awaited.
//! * [`Account`], [`CredentialFlow`] and [`CredentialSource`] describe accounts and their
//!   credentials.
//! * [`Clock`] is the only source of time in the weixin crates.
//! * [`Error`] is why a call failed.

// `#[endpoint]` writes paths that start with the name of this crate.
extern crate self as weixin_api;

mod account;
pub mod bool_as_int;
mod call;
pub mod check;
mod clock;
mod code;
mod credential;
mod endpoint;
mod error;
mod file;
mod hint;
pub mod js_sdk;
pub mod json_text;
pub mod kind;
pub mod lenient;
mod message;
pub mod messenger;
mod paged;
mod raw;
mod reply;
mod response_url;
#[cfg(feature = "api-security")]
pub mod secured;
mod signed;
mod tagged;
mod visit;
pub mod wire;

use std::pin::Pin;

#[doc(hidden)]
pub use account::names_account;
pub use account::{Account, AccountId};
pub use call::{Call, CallOptions, Caller, UnreadCall};
pub use clock::{Clock, Elapsed, SystemClock, Timeout, Timestamp};
pub use code::ErrCode;
pub use credential::{
    AccessToken, Credential, CredentialFlow, CredentialKey, CredentialSource, LatestTicket,
    StaticCredential, TicketSource,
};
pub use endpoint::{
    AccountDefault, Auth, BodyKind, DELETE, Endpoint, EndpointField, EndpointInfo, FieldLocation,
    GET, Method, PATCH, POST, PUT, Retry, UnknownMethod, host_of,
};
pub use error::{Error, ErrorKind};
pub use file::{FileContent, FilePart};
pub use hint::Hint;
pub use kind::{AccountKind, Kind, On};
pub use message::{Media, Message};
pub use messenger::Messenger;
pub use paged::{Paged, Pages};
pub use raw::RawCall;
pub use reply::{Download, Empty, FileOr, Reply, ReplyForm, ReplyInfo};
pub use response_url::ResponseUrl;
pub use signed::{CallSignature, Signed};
pub use visit::{EndpointVisitor, GroupInfo};
pub use weixin_macros::{TaggedEnum, endpoint, group};
pub use weixin_protocol::{
    AgentId, ChoiceForm, ChoiceInfo, Describe, Described, EnumInfo, FieldInfo, FileKind, IdInfo,
    StringEnum, StructInfo, TypeInfo, ValueInfo, VariantInfo, int_enum, integer_id, string_id,
};

/// A boxed future that can be sent between threads; what the object-safe traits here return.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Serializes a secret where it must be sent or stored: for `#[serde(serialize_with =
/// "weixin_api::expose")]`. [`Secret`](weixin_protocol::Secret) does not implement `Serialize`, so
/// that every place that writes one out can be found by this name.
///
/// # Errors
///
/// Those of the serializer.
pub fn expose<S: serde::Serializer>(
    secret: &weixin_protocol::Secret,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(secret.expose())
}

/// [`expose`] for an optional secret.
///
/// # Errors
///
/// Those of the serializer.
pub fn expose_some<S: serde::Serializer>(
    secret: &Option<weixin_protocol::Secret>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match secret {
        Some(secret) => expose(secret, serializer),
        None => serializer.serialize_none(),
    }
}

/// What `#[endpoint]` generates code for in other crates.
#[doc(hidden)]
pub mod __private {
    pub use serde;
    pub use weixin_protocol;

    /// What `#[derive(TaggedEnum)]` calls.
    pub mod tagged {
        pub use crate::tagged::{
            Fields, Tagged, content, deserialize, flat_content, has, optional_content, unknown,
            write, write_flat, write_kind,
        };
    }
}
