//! `#[endpoint(…)]`: one declaration writes and reads the calls of an endpoint and lists what is
//! known of it.

mod declaration;
mod member;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Error, Fields, Ident, ItemStruct, LitStr, Result, Token, Visibility, ext::IdentExt,
    spanned::Spanned,
};

use declaration::{Declaration, ROLES, choose};
use member::{Member, Place, markdown, option_of};

pub(crate) fn expand(
    krate: &TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> Result<TokenStream> {
    let mut item: ItemStruct = syn::parse2(item)?;
    refuse_unfit(&item)?;
    if matches!(item.fields, Fields::Unit) {
        item.fields = Fields::Named(syn::parse_quote!({}));
        item.semi_token = None;
    }
    let serde = format!("{krate}::__private::serde").replace(' ', "");
    if syn::parse2::<Ident>(arguments.clone()).is_ok_and(|word| word == "part") {
        return part(krate, &serde, item);
    }
    let declaration: Declaration = syn::parse2(arguments)?;
    let default_place = if declaration.is_get() { Place::Query } else { Place::Body };
    let members = members(&mut item, default_place)?;
    check_places(&declaration, &item, &members)?;
    let constructor = constructor(&item.ident, &members);
    let setters = setters(krate, &item.vis, &item.ident, &members);
    let implementation = implementation(krate, &declaration, &item, &members)?;
    Ok(quote! {
        #[derive(
            Debug, Clone, #krate::__private::serde::Serialize, #krate::__private::serde::Deserialize,
        )]
        #[serde(crate = #serde)]
        #[non_exhaustive]
        #item
        #constructor
        #setters
        #implementation
    })
}

/// `#[endpoint(part)]`: a group of fields inside requests and replies, or a whole reply.
fn part(krate: &TokenStream, serde: &str, mut item: ItemStruct) -> Result<TokenStream> {
    let members = members(&mut item, Place::Body)?;
    let placed = |member: &&Member| member.place != Place::Body || member.file;
    if let Some(member) = members.iter().find(placed) {
        let message = "only the fields of the endpoint itself have places";
        return Err(Error::new(member.ident.span(), message));
    }
    let constructor = constructor(&item.ident, &members);
    Ok(quote! {
        #[derive(
            Debug, Clone, PartialEq, #krate::__private::serde::Serialize,
            #krate::__private::serde::Deserialize,
        )]
        #[serde(crate = #serde)]
        #[non_exhaustive]
        #item
        #constructor
    })
}

fn members(item: &mut ItemStruct, default_place: Place) -> Result<Vec<Member>> {
    item.fields.iter_mut().map(|field| Member::take(field, default_place)).collect()
}

/// Refuses structs that are no list of named fields under their own names.
fn refuse_unfit(item: &ItemStruct) -> Result<()> {
    if let Fields::Unnamed(fields) = &item.fields {
        return Err(Error::new(fields.span(), "`#[endpoint]` needs a struct with named fields"));
    }
    if !item.generics.params.is_empty() {
        return Err(Error::new(item.generics.span(), "an endpoint has no generic parameters"));
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

/// Each field has a place that the call has, and each parameter of the path has a field.
fn check_places(declaration: &Declaration, item: &ItemStruct, members: &[Member]) -> Result<()> {
    let parameters = declaration.parameters()?;
    for parameter in &parameters {
        let found = |member: &&Member| member.place == Place::Path && member.name == *parameter;
        if members.iter().find(found).is_none() {
            let message = format!("no field `#[path] {parameter}` for `{{{parameter}}}`");
            return Err(Error::new(declaration.path.span(), message));
        }
    }
    let multipart = members.iter().any(|member| member.place == Place::Part);
    for member in members {
        let problem = match member.place {
            Place::Path if !parameters.contains(&member.name) => {
                format!("the path has no `{{{}}}`", member.name)
            }
            Place::Path if member.default.is_some() => {
                "what goes into the path cannot be left out".to_owned()
            }
            _ if member.signed.as_ref().is_some_and(|signed| signed != "Nothing")
                && (multipart || declaration.is_get()) =>
            {
                "only the body of a JSON call is signed".to_owned()
            }
            Place::Part if declaration.is_get() => "a GET has no body".to_owned(),
            place
                if place != Place::Query
                    && member.fill.as_ref().is_some_and(|fill| fill == "Secret") =>
            {
                "the account's secret goes into the query: `#[query]`".to_owned()
            }
            Place::Url if !declaration.has_auth("response_url") => {
                "only `auth = response_url` takes a whole address".to_owned()
            }
            Place::Body if multipart => {
                "this call is multipart: make the field `#[part]` or `#[query]`".to_owned()
            }
            _ => continue,
        };
        return Err(Error::new(member.ident.span(), problem));
    }
    let given = |name: &str, has: &dyn Fn(&Member) -> bool, message: &str| match &declaration.auth {
        Some(auth) if auth == name && !members.iter().any(has) => {
            Err(Error::new(auth.span(), message))
        }
        _ => Ok(()),
    };
    let token = |member: &Member| member.place == Place::Query && member.name == "access_token";
    given("user_token", &token, "the user's token is a field: `#[query] access_token: Secret`")?;
    let address = |member: &Member| member.place == Place::Url;
    given("response_url", &address, "the address is a field: `#[url] url: ResponseUrl`")?;
    if item.ident.to_string().ends_with("Request") {
        let message = "name it after what it does (`CreateMenu`), without `Request`";
        return Err(Error::new(item.ident.span(), message));
    }
    Ok(())
}

/// `new(required…)`, and a setter for each field that may be left out.
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
            /// Makes one from the fields that must be there; the others are left out.
            #[allow(clippy::too_many_arguments)]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#given,)* #(#defaults,)* }
            }

            #(#setters)*
        }
    }
}

/// The same setters on a call that has not been sent.
fn setters(
    krate: &TokenStream,
    visibility: &Visibility,
    name: &Ident,
    members: &[Member],
) -> TokenStream {
    let members: Vec<_> = optional(members).collect();
    if members.is_empty() {
        return TokenStream::new();
    }
    let doc = format!("The setters of [`{name}`], on a call that has not been sent yet.");
    let calls = format_ident!("{name}Call");
    let declared = members.iter().map(|member| {
        let (ident, docs) = (&member.ident, &member.docs_attributes);
        let (argument, _) = member.argument();
        quote!(#(#docs)* fn #ident(self, #argument) -> Self;)
    });
    let written = members.iter().map(|member| {
        let ident = &member.ident;
        let (argument, _) = member.argument();
        quote! {
            fn #ident(self, #argument) -> Self {
                self.with(|request| request.#ident(#ident))
            }
        }
    });
    quote! {
        #[doc = #doc]
        #visibility trait #calls: ::core::marker::Sized {
            #(#declared)*
        }

        impl<C: ?::core::marker::Sized> #calls for #krate::Call<'_, C, #name> {
            #(#written)*
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
    let Declaration { path, title, scope, bare, .. } = declaration;
    let (method, retry, auth) = (declaration.method()?, declaration.retry()?, declaration.auth()?);
    let doc = declaration.doc.as_ref().map_or_else(String::new, LitStr::value);
    let summary = markdown(&item.attrs);
    let roles = scope.iter().map(|name| choose(&ROLES, name)).collect::<Result<Vec<_>>>()?;
    let host = match &declaration.host {
        Some(host) => quote!(#host),
        None => {
            let first = roles.first();
            quote!(#krate::host_of(#krate::Role::#first.product()))
        }
    };
    let body = if members.iter().any(|member| member.place == Place::Part) {
        quote!(Multipart)
    } else if declaration.is_get()
        || (declaration.method == "DELETE"
            && members.iter().all(|member| member.place != Place::Body))
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
                scope: &[#(#krate::Role::#roles),*],
                auth: #krate::Auth::#auth,
                retry: #krate::Retry::#retry,
                body: #krate::BodyKind::#body,
                bare: #bare,
                fields: &[#(#fields),*],
            };

            type Reply = #reply;

            #files
            #signatures
        }

        #(impl #krate::On<#krate::kind::#roles> for #name {})*
    })
}

/// The two methods that pass the files, which are no part of the serde form.
fn files(krate: &TokenStream, members: &[Member]) -> TokenStream {
    let files: Vec<_> = members.iter().filter(|member| member.file).collect();
    if files.is_empty() {
        return TokenStream::new();
    }
    let give = files.iter().map(|member| {
        let (ident, name) = (&member.ident, &member.name);
        match option_of(&member.ty) {
            Some(_) => quote! {
                if let ::core::option::Option::Some(file) = &self.#ident {
                    give(#name, file);
                }
            },
            None => quote!(give(#name, &self.#ident);),
        }
    });
    let take = files.iter().map(|member| {
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
        fn give_files(&self, give: &mut impl ::core::ops::FnMut(&'static str, &#krate::FilePart)) {
            #(#give)*
        }

        fn take_files(
            &mut self,
            take: &mut impl ::core::ops::FnMut(
                &'static str,
            ) -> ::core::option::Option<#krate::FilePart>,
        ) {
            #(#take)*
        }
    }
}

/// The method that passes the signatures, whose keys are no part of the serde form.
fn signatures(krate: &TokenStream, members: &[Member]) -> TokenStream {
    let give: Vec<_> = members
        .iter()
        .filter_map(|member| {
            let (ident, name, signed) = (&member.ident, &member.name, member.signed.as_ref()?);
            Some(quote!(give(#name, #krate::Signed::#signed, &self.#ident);))
        })
        .collect();
    if give.is_empty() {
        return TokenStream::new();
    }
    quote! {
        fn give_signatures(
            &self,
            give: &mut impl ::core::ops::FnMut(
                &'static str,
                #krate::Signed,
                &#krate::CallSignature,
            ),
        ) {
            #(#give)*
        }
    }
}

fn optional(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|member| member.default.is_some())
}
