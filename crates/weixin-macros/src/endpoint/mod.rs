//! `#[endpoint(…)]`: one declaration for writing, reading and describing the calls of an endpoint.

mod convert;
mod declaration;
mod docs;
mod member;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Error, Fields, Ident, ItemStruct, LitStr, Path, Result, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    spanned::Spanned,
};

use crate::{
    describe, inbound,
    text::{add_to_docs, markdown, option_of, paragraph},
};
use declaration::{Declaration, KINDS, Shortcut, choose};
use member::{Location, Member};

pub(crate) fn expand(
    krate: &TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> Result<TokenStream> {
    let mut item: ItemStruct = syn::parse2(item)?;
    check_struct(&item)?;
    if matches!(item.fields, Fields::Unit) {
        item.fields = Fields::Named(syn::parse_quote!({}));
        item.semi_token = None;
    }
    let serde = format!("{krate}::__private::serde").replace(' ', "");
    if let Some(part) = Part::parse_if(&arguments)? {
        return expand_part(krate, &serde, &part, item);
    }
    let declaration: Declaration = syn::parse2(arguments)?;
    let default_location = if declaration.is_get() { Location::Query } else { Location::Body };
    let members = members(&mut item, default_location)?;
    check_locations(&declaration, &item, &members)?;
    let implementation = implementation(krate, &declaration, &item, &members)?;
    add_to_docs(&mut item.attrs, &docs::of_endpoint(&declaration)?);
    let constructor = constructor(&item.ident, &members);
    let conversions = convert::conversions(krate, &item.ident, &members);
    let shortcut = convert::shortcut(krate, &declaration, &item, &members);
    let (attributes, visibility, name, fields) =
        (&item.attrs, &item.vis, &item.ident, &item.fields);
    Ok(quote! {
        #[derive(
            Debug, Clone, #krate::__private::serde::Serialize, #krate::__private::serde::Deserialize,
        )]
        #[serde(crate = #serde)]
        #[non_exhaustive]
        #(#attributes)*
        #visibility struct #name #fields
        #constructor
        #conversions
        #shortcut
        #implementation
    })
}

/// `part`, `part, inbound`, `part, reply_to(…)`
struct Part {
    inbound: bool,
    reply_to: Vec<Path>,
}

impl Part {
    /// `None` if the arguments are those of an endpoint.
    fn parse_if(arguments: &TokenStream) -> Result<Option<Self>> {
        let first = arguments.clone().into_iter().next().map(|token| token.to_string());
        match first.as_deref() {
            Some("part") => syn::parse2(arguments.clone()).map(Some),
            _ => Ok(None),
        }
    }
}

impl Parse for Part {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        input.parse::<Ident>()?;
        let mut part = Self { inbound: false, reply_to: Vec::new() };
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let word: Ident = input.parse()?;
            if word == "inbound" {
                part.inbound = true;
            } else if word == "reply_to" {
                let names;
                syn::parenthesized!(names in input);
                part.reply_to.extend(Punctuated::<Path, Token![,]>::parse_terminated(&names)?);
            } else {
                return Err(Error::new(
                    word.span(),
                    "expected `part`, `part, inbound` or `part, reply_to(Endpoint, …)`",
                ));
            }
        }
        Ok(part)
    }
}

/// `#[endpoint(part)]`: a group of fields inside requests and replies, or a whole reply.
fn expand_part(
    krate: &TokenStream,
    serde: &str,
    part: &Part,
    mut item: ItemStruct,
) -> Result<TokenStream> {
    let protocol = quote!(#krate::__private::weixin_protocol);
    let pushes = match (&item.fields, part.inbound) {
        (Fields::Named(named), true) => {
            let fields =
                named.named.iter().map(inbound::Member::new).collect::<Result<Vec<_>>>()?;
            Some(inbound::part(&protocol, &item.ident, &paragraph(&item.attrs), &fields))
        }
        _ => None,
    };
    if let Fields::Named(named) = &mut item.fields {
        for field in &mut named.named {
            field.attrs.retain(|attribute| !attribute.path().is_ident("field"));
        }
    }
    let members = members(&mut item, Location::Body)?;
    let elsewhere = |member: &&Member| member.location != Location::Body || member.file;
    if let Some(member) = members.iter().find(elsewhere) {
        let message = "only the fields of the endpoint itself have locations";
        return Err(Error::new(member.ident.span(), message));
    }
    let fields: Vec<_> = members.iter().map(|member| member.info(krate)).collect();
    let described = describe::structure(&protocol, &item.ident, &markdown(&item.attrs), &fields);
    let constructor = constructor(&item.ident, &members);
    let page = docs::of_reply(&part.reply_to).map(|page| quote!(#[doc = #page]));
    let (attributes, visibility, name, fields) =
        (&item.attrs, &item.vis, &item.ident, &item.fields);
    Ok(quote! {
        #[derive(
            Debug, Clone, PartialEq, #krate::__private::serde::Serialize,
            #krate::__private::serde::Deserialize,
        )]
        #[serde(crate = #serde)]
        #[non_exhaustive]
        #(#attributes)*
        #page
        #visibility struct #name #fields
        #constructor
        #described
        #pushes
    })
}

/// Whether every field of a struct is optional: `#[serde(default)]` on the struct.
fn has_serde_default(item: &ItemStruct) -> bool {
    let mut found = false;
    for attribute in item.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        // Serde reports malformed attributes itself.
        let _ = attribute.parse_nested_meta(|meta| {
            found |= meta.path.is_ident("default");
            if meta.input.peek(Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        });
    }
    found
}

fn members(item: &mut ItemStruct, default_location: Location) -> Result<Vec<Member>> {
    let all_default = has_serde_default(item);
    item.fields.iter_mut().map(|field| Member::take(field, default_location, all_default)).collect()
}

/// Rejects tuple structs, generic parameters and `#[serde(rename_all)]`.
fn check_struct(item: &ItemStruct) -> Result<()> {
    if let Fields::Unnamed(fields) = &item.fields {
        return Err(Error::new(fields.span(), "`#[endpoint]` needs a struct with named fields"));
    }
    if !item.generics.params.is_empty() {
        return Err(Error::new(item.generics.span(), "an endpoint cannot be generic"));
    }
    for attribute in item.attrs.iter().filter(|attribute| attribute.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename_all") {
                return Err(meta.error("rename the fields one by one: `#[serde(rename = \"…\")]`"));
            }
            if meta.input.peek(Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Checks that the call has the location of each field, and that each parameter of the path has a
/// field.
fn check_locations(declaration: &Declaration, item: &ItemStruct, members: &[Member]) -> Result<()> {
    let parameters = declaration.parameters()?;
    for parameter in &parameters {
        let found =
            |member: &&Member| member.location == Location::Path && member.name == *parameter;
        if members.iter().find(found).is_none() {
            let message = format!("no field `#[path] {parameter}` for `{{{parameter}}}`");
            return Err(Error::new(declaration.path.span(), message));
        }
    }
    let multipart = members.iter().any(|member| member.location == Location::Part);
    for member in members {
        let problem = match member.location {
            Location::Path if !parameters.contains(&member.name) => {
                format!("the path has no `{{{}}}`", member.name)
            }
            Location::Path if member.default.is_some() => {
                "a field of the path cannot be optional".to_owned()
            }
            _ if member.signed.as_ref().is_some_and(|signed| signed != "Nothing")
                && (multipart || declaration.is_get()) =>
            {
                "only the body of a JSON call can be signed".to_owned()
            }
            Location::Part if declaration.is_get() => "a GET has no body".to_owned(),
            location
                if location != Location::Query
                    && member.account_default.as_ref().is_some_and(|what| what == "Secret") =>
            {
                "the account's secret goes into the query: `#[query]`".to_owned()
            }
            Location::Url if !declaration.has_auth("response_url") => {
                "only `auth = response_url` takes a whole address".to_owned()
            }
            Location::Body if multipart => {
                "this call is multipart: make the field `#[part]` or `#[query]`".to_owned()
            }
            _ => continue,
        };
        return Err(Error::new(member.ident.span(), problem));
    }
    if let Some(secured) = declaration.secured
        && (declaration.method != "POST" || multipart)
    {
        return Err(Error::new(secured, "API security covers the JSON body of a POST only"));
    }
    let given = |name: &str, has: &dyn Fn(&Member) -> bool, message: &str| match &declaration.auth {
        Some(auth) if auth == name && !members.iter().any(has) => {
            Err(Error::new(auth.span(), message))
        }
        _ => Ok(()),
    };
    let token =
        |member: &Member| member.location == Location::Query && member.name == "access_token";
    given("user_token", &token, "the user's token is a field: `#[query] access_token: Secret`")?;
    let address = |member: &Member| member.location == Location::Url;
    given("response_url", &address, "the address is a field: `#[url] url: ResponseUrl`")?;
    if item.ident.to_string().ends_with("Request") {
        let message = "name it after what it does (`CreateMenu`), without `Request`";
        return Err(Error::new(item.ident.span(), message));
    }
    Ok(())
}

/// `new(required…)`, and a setter for each optional field.
fn constructor(name: &Ident, members: &[Member]) -> TokenStream {
    let required = members.iter().filter(|member| member.default.is_none());
    let arguments = required.clone().map(|member| member.argument().0);
    let given = required.map(|member| {
        let (ident, value) = (&member.ident, member.argument().1);
        quote!(#ident: #value)
    });
    let defaults = members.iter().filter_map(|member| {
        let (ident, default) = (&member.ident, member.default.as_ref()?);
        Some(quote!(#ident: #default))
    });
    let setters = optional(members).map(|member| {
        let (ident, docs) = (&member.ident, &member.docs_attributes);
        let (argument, value) = member.argument();
        let value = match option_of(&member.ty) {
            Some(_) => quote!(::core::option::Option::Some(#value)),
            None => value,
        };
        quote! {
            #(#docs)*
            #[must_use]
            pub fn #ident(mut self, #argument) -> Self {
                self.#ident = #value;
                self
            }
        }
    });
    quote! {
        impl #name {
            /// Creates a value from the required fields; the optional ones have their defaults.
            #[allow(clippy::too_many_arguments)]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#given,)* #(#defaults,)* }
            }

            #(#setters)*
        }
    }
}

fn implementation(
    krate: &TokenStream,
    declaration: &Declaration,
    item: &ItemStruct,
    members: &[Member],
) -> Result<TokenStream> {
    let name = &item.ident;
    let name_text = name.unraw().to_string();
    let Declaration { path, title, scope, no_errcode, .. } = declaration;
    let (method, retry, auth) = (declaration.method()?, declaration.retry()?, declaration.auth()?);
    let doc = declaration.doc.as_ref().map_or_else(String::new, LitStr::value);
    let summary = markdown(&item.attrs);
    let kinds = scope.iter().map(|name| choose(&KINDS, name)).collect::<Result<Vec<_>>>()?;
    let host = match &declaration.host {
        Some(host) => quote!(#host),
        None => {
            let first = kinds.first();
            quote!(#krate::host_of(#krate::AccountKind::#first.product()))
        }
    };
    let body = if members.iter().any(|member| member.location == Location::Part) {
        quote!(Multipart)
    } else if declaration.is_get()
        || (declaration.method == "DELETE"
            && members.iter().all(|member| member.location != Location::Body))
    {
        quote!(None)
    } else {
        quote!(Json)
    };
    let reply = match &declaration.reply {
        Some(reply) => quote!(#reply),
        None => quote!(#krate::Empty),
    };
    let fields = members.iter().map(|member| member.listing(krate));
    let call = match &declaration.call {
        Some(Shortcut::Method { group, method }) => {
            format!("wx.{}().{}", group.unraw(), method.unraw())
        }
        Some(Shortcut::Written(text)) => text.value(),
        None => String::new(),
    };
    let secured = declaration.secured.is_some();
    let files = files(krate, members);
    let signatures = signatures(krate, members);
    Ok(quote! {
        impl #krate::Endpoint for #name {
            const INFO: &'static #krate::EndpointInfo = &#krate::EndpointInfo {
                name: #name_text,
                title: #title,
                doc: #doc,
                summary: #summary,
                method: #krate::Method::#method,
                host: #host,
                path: #path,
                scope: &[#(#krate::AccountKind::#kinds),*],
                auth: #krate::Auth::#auth,
                retry: #krate::Retry::#retry,
                body: #krate::BodyKind::#body,
                no_errcode: #no_errcode,
                secured: #secured,
                fields: &[#(#fields),*],
                reply: <#reply as #krate::Reply>::INFO,
                call: #call,
            };

            type Reply = #reply;

            #files
            #signatures
        }

        #(impl #krate::On<#krate::kind::#kinds> for #name {})*
    })
}

/// The two methods for the files, which are not part of the serde form.
fn files(krate: &TokenStream, members: &[Member]) -> TokenStream {
    let files: Vec<_> = members.iter().filter(|member| member.file).collect();
    if files.is_empty() {
        return TokenStream::new();
    }
    let visited = files.iter().map(|member| {
        let (ident, name) = (&member.ident, &member.name);
        match option_of(&member.ty) {
            Some(_) => quote! {
                if let ::core::option::Option::Some(file) = &self.#ident {
                    visit(#name, file);
                }
            },
            None => quote!(visit(#name, &self.#ident);),
        }
    });
    let set = files.iter().map(|member| {
        let (ident, name) = (&member.ident, &member.name);
        match option_of(&member.ty) {
            Some(_) => quote!(self.#ident = take(#name);),
            None => quote! {
                if let ::core::option::Option::Some(file) = take(#name) {
                    self.#ident = file;
                }
            },
        }
    });
    quote! {
        fn visit_files(&self, visit: &mut impl ::core::ops::FnMut(&'static str, &#krate::FilePart)) {
            #(#visited)*
        }

        fn set_files(
            &mut self,
            take: &mut impl ::core::ops::FnMut(
                &'static str,
            ) -> ::core::option::Option<#krate::FilePart>,
        ) {
            #(#set)*
        }
    }
}

/// The method for the signatures, whose keys are not part of the serde form.
fn signatures(krate: &TokenStream, members: &[Member]) -> TokenStream {
    let visited: Vec<_> = members
        .iter()
        .filter_map(|member| {
            let (ident, name, signed) = (&member.ident, &member.name, member.signed.as_ref()?);
            Some(quote!(visit(#name, #krate::Signed::#signed, &self.#ident);))
        })
        .collect();
    if visited.is_empty() {
        return TokenStream::new();
    }
    quote! {
        fn visit_signatures(
            &self,
            visit: &mut impl ::core::ops::FnMut(
                &'static str,
                #krate::Signed,
                &#krate::CallSignature,
            ),
        ) {
            #(#visited)*
        }
    }
}

fn optional(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|member| member.default.is_some())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    /// The message with which a declaration is rejected.
    fn rejected(arguments: &str, item: &str) -> Option<String> {
        let (arguments, item) = (arguments.parse().unwrap(), item.parse().unwrap());
        let expanded = expand(&quote!(weixin_api), arguments, item);
        expanded.err().map(|error| error.to_string())
    }

    #[test]
    fn only_a_post_with_json_can_be_secured() {
        let rest = r#""/a", title = "t", scope(official), secured"#;
        let plain = "pub struct A { pub b: String }";
        assert_eq!(rejected(&format!("POST {rest}"), plain), None);
        let file = "pub struct A { #[part] pub b: FilePart }";
        for (method, item) in [("GET", plain), ("PUT", plain), ("POST", file)] {
            let error = rejected(&format!("{method} {rest}"), item).unwrap();
            assert!(error.contains("the JSON body of a POST only"), "{error}");
        }
    }
}
