//! Derives and attributes of the weixin crates (unofficial WeChat SDK).
//!
//! Each attribute exists twice: once with paths into the crate that defines its traits, for the
//! crates of this workspace, and once (`facade_…`) with paths into `weixin`, the only dependency of
//! users. A macro cannot find out under which crate name it was imported.

mod case;
mod describe;
mod endpoint;
mod group;
mod handler;
mod inbound;
mod inbound_docs;
mod kinds;
mod string_enum;
mod tagged_enum;
mod text;

use proc_macro::TokenStream;
use quote::quote;

/// Declares a message or event that the platform pushes, or a group of fields inside one.
///
/// * `#[inbound(message = "text", scope(official, mini, work))]`: a message, by `MsgType`.
/// * `#[inbound(event = "CLICK", scope(official, work))]`: an event, by `Event`; with
///   `change = "…"` also by `ChangeType`. For an event that the platform spells in two ways, list
///   both, as in `event = "complaint_callback|complaint callback"`; the first one is written.
/// * `#[inbound(notice = "suite_ticket", scope(work))]`: a notice, by `InfoType`.
/// * `#[inbound(event = "change_contact", notice = "change_contact", …)]`: a push that apps of the
///   corporation (自建应用) get as an event and suites as a notice. It is written as a notice if it
///   has a `SuiteId`.
/// * `#[inbound(event = "bind", message = "device_event", …)]`: an event whose `MsgType` is not
///   `event`.
/// * `#[inbound(event = "…", group = "SubscribeMsgSentEvent", …)]`: in XML the fields are in an
///   element of this name, in JSON next to those of the header. Both forms are read in either format.
/// * `#[inbound(part)]`: a group of fields inside one of these.
///
/// The struct becomes `#[non_exhaustive]` with `Debug`, `Clone`, `PartialEq` and
/// `new(required…)`. A field `header: Header` contains the header. Every other field is read from
/// the element with its name in `PascalCase`, or the names in `#[field(name = "…", alias = "…")]`;
/// `item = "item"` names the wrapper around the items of a list in XML. `Option` and `Vec` fields
/// may be missing.
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

/// Declares an endpoint of the platform: a struct whose fields are the parameters of a call.
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
/// Method and path come first. A `{parameter}` must be a whole segment of the path. A query that
/// distinguishes endpoints is part of the path (`/things?action=create`). Then, in any order:
///
/// | | |
/// |---|---|
/// | `title = "…"` | the title of the platform's page; required |
/// | `doc = "…"` | the address of that page |
/// | `scope(official, mini, …)` | the kinds of accounts that may call it: `official`, `mini`, `work`, `component`, `suite`, `provider`, `group_robot`; required |
/// | `reply = Type` | the result of a successful call; default: `Empty` |
/// | `retry = safe` or `unsent` | whether the call may be sent twice; default: `safe` for a GET, otherwise `unsent` |
/// | `auth = …` | the credential of the call: `access_token` (default), `none`, `user_token`, `component_token`, `suite_token`, `provider_token`, `webhook_key`, `response_url` |
/// | `host = "…"` | the host, if it is not the product's own |
/// | `call = group.method` | generates this method of the group's handle; or, in quotes, the call of a handwritten method, for the documentation |
/// | `no_errcode` | a success contains neither `errcode` nor `errmsg` |
/// | `secured` | accounts with API security (API 安全) encrypt and sign the call; only a POST with a JSON body |
///
/// Fields go into the JSON body, those of a GET into the query; `#[query]`, `#[path]` and
/// `#[part]` (of a multipart body; a `FilePart` must be one) place them elsewhere. Fields with
/// `#[account_default(agent)]`, `#[account_default(id)]` and `#[account_default(secret)]` default to
/// the account's value. With `auth = user_token` the token is a field, `#[query] access_token`; with
/// `auth = response_url` the whole address is one, `#[url]`. A `CallSignature` goes into the query
/// and is computed with a key when the call is written: `#[signed(body)]` signs the body,
/// `#[signed(path_and_body)]` path, `&` and body, `#[signed(nothing)]` an empty text. The name on
/// the wire is the field's name or `#[serde(rename = "…")]`; `Option` fields and those with
/// `#[serde(default)]` are optional.
///
/// The struct becomes `#[non_exhaustive]` with `Debug`, `Clone`, `Serialize`, `Deserialize`,
/// `new(required…)` and a setter for each optional field. A struct with one required field converts
/// from that field; with two or three, from their tuple.
///
/// `#[endpoint(part)]` does the same, with `PartialEq` and without a call, for a group of fields
/// inside requests and replies, or for a whole reply. A whole reply lists its endpoints,
/// `#[endpoint(part, reply_to(GetMenu))]`, so that its documentation links to theirs. A group that
/// also occurs in pushes is `#[endpoint(part, inbound)]`; `#[field(name = "…")]` is the name of a
/// field there, if it is not its name in `PascalCase`.
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

/// Declares a group: its endpoints, its handle and the trait that adds the handle to clients.
///
/// ```ignore
/// group! {
///     /// The menu at the bottom of the chat (自定义菜单).
///     menu: [CreateMenu, GetMenu, DeleteMenu]
/// }
/// ```
///
/// This defines `MenuHandle`, to which endpoints add methods with `call = menu.create`; `MenuApi`,
/// which adds the method `menu()` to every caller that may send the first endpoint; and, like
/// `endpoints!`, the table `ENDPOINTS` and the function `visit`.
#[proc_macro]
pub fn group(input: TokenStream) -> TokenStream {
    group::expand(&quote!(::weixin_api), input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declares an enum that is a string on the wire. It needs a variant `Other(String)`, which keeps
/// unknown values. By default the value of a variant is its name;
/// `#[string_enum(rename_all = "snake_case")]` on the enum and
/// `#[string_enum(rename = "…", alias = "…")]` on a variant change that.
///
/// Implements `as_str`, `Display`, `From` strings, `Serialize` and `Deserialize`, reading and writing
/// in pushes, and `Describe`.
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

/// Checks arguments, result and future of a handler separately, for clearer compile errors than
/// those of [`Bot::on`], which can only say that a function is not a handler. It has no other
/// effect and can be removed once the function compiles.
///
/// The type of the state is that of the first `State<T>` argument; if this is only a part of the
/// state, name the whole type: `#[handler(state = Shop)]`.
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
