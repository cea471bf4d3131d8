//! Derives and attributes of the weixin crates (unofficial WeChat SDK).
//!
//! Each attribute exists twice: once with paths into the crate that defines its traits, for the
//! crates of this workspace, and once (`facade_…`) with paths into `weixin`, which is all that
//! users depend on. A macro cannot see through which name it was called.

mod case;
mod describe;
mod endpoint;
mod group;
mod handler;
mod inbound;
mod string_enum;
mod tagged_enum;
mod text;

use proc_macro::TokenStream;
use quote::quote;

/// Declares a message or event the platform pushes, or a group of fields inside one.
///
/// * `#[inbound(message = "text", scope(official, mini, work))]`: a message, by `MsgType`.
/// * `#[inbound(event = "CLICK", scope(official, work))]`: an event, by `Event`; with
///   `change = "…"` also by `ChangeType`. An event that the platform spells in two ways has both,
///   `event = "complaint_callback|complaint callback"`: the first is written.
/// * `#[inbound(notice = "suite_ticket", scope(work))]`: a notice, by `InfoType`.
/// * `#[inbound(event = "change_contact", notice = "change_contact", …)]`: what an app of the
///   corporation's own gets as an event and a suite as a notice. Has it a `SuiteId`, it is written
///   as a notice.
/// * `#[inbound(event = "bind", message = "device_event", …)]`: an event whose `MsgType` is not
///   `event`.
/// * `#[inbound(event = "…", group = "SubscribeMsgSentEvent", …)]`: XML has the fields in an element
///   of this name, JSON beside those of the header. Both are read in either form.
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

/// Declares an endpoint of the platform: a struct whose fields are what a call says.
///
/// ```ignore
/// /// Creates the menu at the bottom of the chat. `POST /cgi-bin/menu/create`
/// #[endpoint(POST "/cgi-bin/menu/create", title = "…", doc = "https://…",
///     scope(official), retry = safe, reply = Empty)]
/// pub struct CreateMenu {
///     /// 1 to 3 entries.
///     pub button: Vec<Button>,
/// }
/// ```
///
/// Method and path come first; a `{parameter}` of the path is a segment of its own, and what the
/// query always holds stands behind a `?` (`/things?action=create`), where that tells endpoints
/// apart. Then, in any order:
///
/// | | |
/// |---|---|
/// | `title = "…"` | the title of the platform's page; required |
/// | `doc = "…"` | the address of that page |
/// | `scope(official, mini, …)` | the accounts that may call it: `official`, `mini`, `work`, `component`, `suite`, `provider`, `group_robot`; required |
/// | `reply = Type` | what a success answers; `Empty` if left out |
/// | `retry = safe` or `unsent` | whether sending it twice is harmless; a GET is safe, everything else is not, unless this says so |
/// | `auth = …` | what proves who is calling: `access_token` (if left out), `none`, `user_token`, `component_token`, `suite_token`, `provider_token`, `webhook_key`, `response_url` |
/// | `host = "…"` | the host, if it is not the product's own |
/// | `call = group.method` | the method that the group's handle has for it, which this writes; or, in quotes, the call of a method that is written by hand, for the documentation |
/// | `no_errcode` | a success carries neither `errcode` nor `errmsg` |
///
/// Fields go into the JSON body, those of a GET into the query; `#[query]`, `#[path]` and
/// `#[part]` (of a multipart body; a `FilePart` is always one) place them elsewhere.
/// `#[account_default(agent)]`, `#[account_default(id)]` and `#[account_default(secret)]` mark what
/// is taken from the account when it is left out. With `auth = user_token` the token is a field, `#[query] access_token`; with
/// `auth = response_url` the whole address is one, `#[url]`. A `CallSignature` goes into the query
/// and is made with a key when the call is written: `#[signed(body)]` over the body,
/// `#[signed(path_and_body)]` over path, `&` and body, `#[signed(nothing)]` over nothing. The name on the wire is the field's or that of `#[serde(rename = "…")]`; `Option` fields and those with
/// `#[serde(default)]` may be left out.
///
/// The struct becomes `#[non_exhaustive]` with `Debug`, `Clone`, `Serialize`, `Deserialize`,
/// `new(required…)` and a setter for each field that may be left out. A struct of which one field
/// is required converts from that field; of which two or three are required, from their tuple.
///
/// `#[endpoint(part)]` does the same, with `PartialEq`, for a group of fields inside requests and
/// replies and for a whole reply, but for the call. A whole reply names the endpoints that answer
/// with it, `#[endpoint(part, reply_to(GetMenu))]`, so that its page links to theirs. A group that
/// pushes contain too is `#[endpoint(part, inbound)]`; `#[field(name = "…")]` says what a field is
/// called there, if it is not its name in `PascalCase`.
#[proc_macro_attribute]
pub fn endpoint(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand_endpoint(quote!(::weixin_api), arguments, item)
}

/// [`macro@endpoint`] for crates that depend on `weixin` alone.
#[proc_macro_attribute]
pub fn facade_endpoint(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand_endpoint(quote!(::weixin::api), arguments, item)
}

fn expand_endpoint(
    krate: proc_macro2::TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> TokenStream {
    endpoint::expand(&krate, arguments.into(), item.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declares a group: its endpoints, its handle and the trait that gives a client the handle.
///
/// ```ignore
/// group! {
///     /// The menu at the bottom of the chat (自定义菜单).
///     menu: [CreateMenu, GetMenu, DeleteMenu]
/// }
/// ```
///
/// This defines `MenuHandle`, whose methods the endpoints add with `call = menu.create`; `MenuApi`,
/// which gives every caller that may send the first endpoint the method `menu()`; and, as
/// `endpoints!` does, the table `ENDPOINTS` and the function `visit`.
#[proc_macro]
pub fn group(input: TokenStream) -> TokenStream {
    group::expand(&quote!(::weixin_api), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declares an enum that travels as a text. It needs a variant `Other(String)`, which keeps texts
/// that it does not know; `#[string_enum(rename_all = "snake_case")]` on the enum and
/// `#[string_enum(rename = "…", alias = "…")]` on a variant say how the others are spelt.
///
/// The enum gets `as_str`, `Display`, `From` for texts, both directions of serde, of pushes, and
/// its list of values as data.
#[proc_macro_derive(StringEnum, attributes(string_enum))]
pub fn string_enum(input: TokenStream) -> TokenStream {
    string_enum::expand(&quote!(::weixin_protocol), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// [`macro@StringEnum`] for crates that depend on `weixin` alone.
#[proc_macro_derive(FacadeStringEnum, attributes(string_enum))]
pub fn facade_string_enum(input: TokenStream) -> TokenStream {
    string_enum::expand(&quote!(::weixin::protocol), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declares an enum whose kind stands in one field and whose content in the field that the kind
/// names, as in `{"msgtype": "text", "text": {…}}`. It may be a field, an item of a list, or stand
/// beside the fields of a struct, with `#[serde(flatten)]`.
///
/// ```ignore
/// /// The content of a message.
/// #[derive(Debug, Clone, PartialEq, TaggedEnum)]
/// #[tagged(tag = "msgtype", rename_all = "snake_case")]
/// #[non_exhaustive]
/// pub enum Message {
///     /// A text.
///     Text(Text),
///     /// Nothing more to say.
///     Empty,
///     /// A kind that this version does not know, or content that it cannot read, with all its
///     /// fields.
///     #[tagged(other)]
///     Other(Map<String, Value>),
/// }
/// ```
///
/// A variant holds one type, or none if the kind has no content. With `Option<T>` the content may
/// be missing. Without a variant `other`, an unknown kind cannot be read.
///
/// | on the enum | |
/// |---|---|
/// | `tag = "…"` | the field that names the kind; required |
/// | `rename_all = "…"` | how the kinds are spelt; as the variants if left out |
/// | `rename_keys = "…"` | how the fields with the content are spelt, if not as the kinds |
/// | `flat` | the content has no field of its own: its fields stand beside the tag |
///
/// | on a variant | |
/// |---|---|
/// | `rename = "…"` | how this kind is spelt; a kind that travels as a number is one, `rename = 1` |
/// | `alias = "…"` | another spelling, only read |
/// | `key = "…"` | the field with the content. Of several variants of the same kind, the first whose field is there is read |
/// | `from` | the content converts into the enum, by `From` |
/// | `other` | the variant keeps what is not known |
///
/// The enum gets both directions of serde, the content being read as by `weixin_api::lenient`, and
/// `Describe`.
#[proc_macro_derive(TaggedEnum, attributes(tagged))]
pub fn tagged_enum(input: TokenStream) -> TokenStream {
    tagged_enum::expand(&quote!(::weixin_api), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// [`macro@TaggedEnum`] for crates that depend on `weixin` alone.
#[proc_macro_derive(FacadeTaggedEnum, attributes(tagged))]
pub fn facade_tagged_enum(input: TokenStream) -> TokenStream {
    tagged_enum::expand(&quote!(::weixin::api), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Lists the form of a type on the wire as data, from its serde attributes: for structs and enums
/// that no other attribute declares. `#[describe(with = "path")]` on a field names the function that
/// describes it. An enum with an `#[serde(untagged)]` variant beside others keeps what it does not
/// know there.
#[proc_macro_derive(Describe, attributes(describe))]
pub fn describe(input: TokenStream) -> TokenStream {
    describe::expand(&quote!(::weixin_protocol), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// [`macro@Describe`] for crates that depend on `weixin` alone.
#[proc_macro_derive(FacadeDescribe, attributes(describe))]
pub fn facade_describe(input: TokenStream) -> TokenStream {
    describe::expand(&quote!(::weixin::protocol), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Checks a handler piece by piece, for a clear error where [`Bot::on`] can only say that a
/// function is none. It changes nothing else; leave it out once the function compiles.
///
/// The state is taken from the first `State<T>` argument; if that is only a part of it, name the
/// whole: `#[handler(state = Shop)]`.
///
/// [`Bot::on`]: https://docs.rs/weixin/latest/weixin/struct.Bot.html#method.on
#[proc_macro_attribute]
pub fn handler(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand_handler(quote!(::weixin_bot), arguments, item)
}

/// [`macro@handler`] for crates that depend on `weixin` alone.
#[proc_macro_attribute]
pub fn facade_handler(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand_handler(quote!(::weixin::bot), arguments, item)
}

fn expand_handler(
    krate: proc_macro2::TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> TokenStream {
    let function = proc_macro2::TokenStream::from(item.clone());
    handler::expand(&krate, arguments.into(), item.into())
        .unwrap_or_else(|error| {
            let error = error.into_compile_error();
            quote!(#function #error)
        })
        .into()
}
