//! Derives and attributes of the weixin crates (unofficial WeChat SDK).
//!
//! Each attribute exists twice: once with paths into the crate that defines its traits, for the
//! crates of this workspace, and once (`facade_…`) with paths into `weixin`, which is all that
//! users depend on. A macro cannot see through which name it was called.

mod inbound;

use proc_macro::TokenStream;
use quote::quote;

/// Declares a message or event the platform pushes, or a group of fields inside one.
///
/// * `#[inbound(message = "text", scope(official, mini, work))]`: a message, by `MsgType`.
/// * `#[inbound(event = "CLICK", scope(official, work))]`: an event, by `Event`; with
///   `change = "…"` also by `ChangeType`.
/// * `#[inbound(notice = "suite_ticket", scope(work))]`: a notice, by `InfoType`.
/// * `#[inbound(part)]`: a group of fields inside one of these.
///
/// The struct becomes `#[non_exhaustive]` with `Debug`, `Clone`, `PartialEq` and
/// `new(required…)`. A field `header: Header` receives the header. Every other field is read from
/// the element of its name in `PascalCase`, or as `#[field(name = "…", alias = "…")]` says;
/// `item = "item"` names the wrapper around a list's items in XML. `Option` and `Vec` fields may
/// be missing.
#[proc_macro_attribute]
pub fn inbound(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand_inbound(quote!(::weixin_protocol), arguments, item)
}

/// [`macro@inbound`] for crates that depend on `weixin` alone.
#[proc_macro_attribute]
pub fn facade_inbound(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand_inbound(quote!(::weixin::protocol), arguments, item)
}

fn expand_inbound(
    krate: proc_macro2::TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> TokenStream {
    inbound::expand(&krate, arguments.into(), item.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
