//! `#[endpoint(…)]`: one declaration writes and reads the calls of an endpoint and lists what is
//! known of it.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::{
    Attribute, Error, Field, Fields, GenericArgument, Ident, ItemStruct, LitStr, Meta,
    PathArguments, Result, Token, Type, Visibility,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    spanned::Spanned,
};

use crate::inbound::{last_segment, string};

const FORMS: &str = "expected `title = \"…\"`, `doc = \"…\"`, `scope(official, mini, work, …)`, \
                     `reply = Type`, `retry = safe` or `unsent`, `auth = …`, `host = \"…\"` or `bare`";

/// The kinds of accounts: the name in `scope(…)`, and that of `weixin_api::Role` and of the type in
/// `weixin_api::kind`.
const ROLES: [(&str, &str); 7] = [
    ("official", "Official"),
    ("mini", "Mini"),
    ("work", "Work"),
    ("component", "Component"),
    ("suite", "Suite"),
    ("provider", "Provider"),
    ("group_robot", "GroupRobot"),
];

/// What proves who is calling: the name in `auth = …`, and that of `weixin_api::Auth`.
const AUTHS: [(&str, &str); 8] = [
    ("access_token", "AccessToken"),
    ("none", "None"),
    ("user_token", "UserToken"),
    ("component_token", "ComponentToken"),
    ("suite_token", "SuiteToken"),
    ("provider_token", "ProviderToken"),
    ("webhook_key", "WebhookKey"),
    ("response_url", "ResponseUrl"),
];

/// The Rust name for a name in the attribute, at its place.
fn choose(table: &[(&str, &str)], name: &Ident) -> Result<Ident> {
    let found = table.iter().find(|(known, _)| name == known);
    found.map(|(_, ident)| Ident::new(ident, name.span())).ok_or_else(|| {
        let names: Vec<_> = table.iter().map(|(known, _)| format!("`{known}`")).collect();
        Error::new(name.span(), format!("expected one of {}", names.join(", ")))
    })
}

/// The attribute's arguments.
struct Declaration {
    method: Ident,
    path: LitStr,
    title: LitStr,
    doc: Option<LitStr>,
    host: Option<LitStr>,
    scope: Vec<Ident>,
    reply: Option<Type>,
    retry: Option<Ident>,
    auth: Option<Ident>,
    bare: bool,
}

impl Parse for Declaration {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let start = input.span();
        let method: Ident = input.parse().map_err(|error| {
            let message =
                "expected a method and a path first, as in `POST \"/cgi-bin/…\"`, or `part`";
            Error::new(error.span(), message)
        })?;
        let path: LitStr = input.parse()?;
        if !path.value().starts_with('/') {
            return Err(Error::new(path.span(), "the path starts with `/` and has no host"));
        }
        let (mut title, mut doc, mut host, mut reply) = (None, None, None, None);
        let (mut scope, mut retry, mut auth, mut bare) = (Vec::new(), None, None, false);
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let key = input.call(Ident::parse_any)?;
            match key.to_string().as_str() {
                "scope" => {
                    let names;
                    syn::parenthesized!(names in input);
                    scope.extend(Punctuated::<Ident, Token![,]>::parse_terminated(&names)?);
                }
                "bare" => bare = true,
                "title" => title = Some(value(input)?),
                "doc" => doc = Some(value(input)?),
                "host" => host = Some(value(input)?),
                "reply" => reply = Some(value(input)?),
                "retry" => retry = Some(value(input)?),
                "auth" => auth = Some(value(input)?),
                _ => return Err(Error::new(key.span(), FORMS)),
            }
        }
        if scope.is_empty() {
            return Err(Error::new(start, "say who may call it: `scope(official, mini, work)`"));
        }
        let title = title.ok_or_else(|| {
            Error::new(start, "give the title of the platform's page: `title = \"…\"`")
        })?;
        Ok(Self { method, path, title, doc, host, scope, reply, retry, auth, bare })
    }
}

fn value<T: Parse>(input: ParseStream<'_>) -> Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

impl Declaration {
    fn method(&self) -> Result<Ident> {
        let method = match self.method.to_string().as_str() {
            "GET" => "Get",
            "POST" => "Post",
            "PUT" => "Put",
            "PATCH" => "Patch",
            "DELETE" => "Delete",
            _ => {
                let expected = "expected `GET`, `POST`, `PUT`, `PATCH` or `DELETE`";
                return Err(Error::new(self.method.span(), expected));
            }
        };
        Ok(Ident::new(method, self.method.span()))
    }

    fn is_get(&self) -> bool {
        self.method == "GET"
    }

    fn retry(&self) -> Result<Ident> {
        match &self.retry {
            None if self.is_get() => Ok(Ident::new("Safe", Span::call_site())),
            None => Ok(Ident::new("Unsent", Span::call_site())),
            Some(retry) if retry == "safe" => Ok(Ident::new("Safe", retry.span())),
            Some(retry) if retry == "unsent" => Ok(Ident::new("Unsent", retry.span())),
            Some(retry) => Err(Error::new(retry.span(), "expected `safe` or `unsent`")),
        }
    }

    fn auth(&self) -> Result<Ident> {
        match &self.auth {
            None => Ok(Ident::new("AccessToken", Span::call_site())),
            Some(auth) => choose(&AUTHS, auth),
        }
    }

    fn has_auth(&self, name: &str) -> bool {
        self.auth.as_ref().is_some_and(|auth| auth == name)
    }

    /// The names of the `{parameters}` in the path.
    fn parameters(&self) -> Result<Vec<String>> {
        let path = self.path.value();
        let segments = path.split('/').filter(|segment| segment.contains(['{', '}']));
        segments
            .map(|segment| {
                segment
                    .strip_prefix('{')
                    .and_then(|rest| rest.strip_suffix('}'))
                    .filter(|name| !name.is_empty() && !name.contains(['{', '}']))
                    .map(str::to_owned)
                    .ok_or_else(|| {
                        let message = "a parameter is a whole segment of the path: `/{name}/`";
                        Error::new(self.path.span(), message)
                    })
            })
            .collect()
    }
}

/// Where a field goes; the names are those of `weixin_api::Place`.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Path,
    Query,
    Body,
    Part,
    Url,
}

impl Place {
    const ATTRIBUTES: [(&'static str, Place); 4] = [
        ("path", Place::Path),
        ("query", Place::Query),
        ("part", Place::Part),
        ("url", Place::Url),
    ];

    fn name(self) -> Ident {
        let name = match self {
            Place::Path => "Path",
            Place::Query => "Query",
            Place::Body => "Body",
            Place::Part => "Part",
            Place::Url => "Url",
        };
        Ident::new(name, Span::call_site())
    }
}

/// One field of the struct.
struct Member {
    ident: Ident,
    ty: Type,
    docs: String,
    docs_attributes: Vec<Attribute>,
    name: String,
    place: Place,
    fill: Option<Ident>,
    /// A `FilePart`, which is no part of the serde form.
    file: bool,
    flat: bool,
    /// What serde takes when the field is missing, if anything.
    default: Option<TokenStream>,
}

impl Member {
    /// Reads a field's attributes, removes those that are ours and adds what serde needs.
    fn take(field: &mut Field, default_place: Place) -> Result<Self> {
        let span = field.span();
        let ident =
            field.ident.clone().ok_or_else(|| Error::new(span, "the fields must have names"))?;
        let serde = SerdeField::read(&field.attrs)?;
        let (mut place, mut fill) = (default_place, None);
        for attribute in &field.attrs {
            let path = attribute.path();
            if let Some((_, wanted)) =
                Place::ATTRIBUTES.iter().find(|(name, _)| path.is_ident(name))
            {
                attribute.meta.require_path_only()?;
                place = *wanted;
            } else if path.is_ident("fill") {
                let what: Ident = attribute.parse_args()?;
                let known = [("id", "Id"), ("agent", "Agent"), ("secret", "Secret")];
                fill = Some(choose(&known, &what)?);
            }
        }
        field.attrs.retain(|attribute| {
            let path = attribute.path();
            !path.is_ident("fill") && !Place::ATTRIBUTES.iter().any(|(name, _)| path.is_ident(name))
        });
        let inner = option_of(&field.ty);
        let file = last_segment(inner.unwrap_or(&field.ty)).is_some_and(|ty| ty == "FilePart");
        if file && place != Place::Part {
            return Err(Error::new(span, "a file goes into a part: `#[part]`"));
        }
        if fill.is_some() && inner.is_none() {
            let message = "what the account fills in may be left out: make it an `Option`";
            return Err(Error::new(field.ty.span(), message));
        }
        if file {
            field.attrs.push(syn::parse_quote!(#[serde(skip)]));
        } else if inner.is_some() && !serde.flat && serde.default.is_none() {
            field.attrs.push(syn::parse_quote!(
                #[serde(default, skip_serializing_if = "Option::is_none")]
            ));
        }
        let default = serde
            .default
            .or_else(|| inner.is_some().then(|| quote!(::core::default::Default::default())));
        Ok(Self {
            name: serde.rename.unwrap_or_else(|| ident.unraw().to_string()),
            docs: markdown(&field.attrs),
            docs_attributes: docs_attributes(&field.attrs),
            ty: field.ty.clone(),
            flat: serde.flat,
            default,
            ident,
            place,
            fill,
            file,
        })
    }

    /// What one must pass to give the field a value: as much as the type allows to be inferred.
    fn argument(&self) -> (TokenStream, TokenStream) {
        let (ident, ty) = (&self.ident, option_of(&self.ty).unwrap_or(&self.ty));
        let primitive = last_segment(ty).is_some_and(|name| PRIMITIVES.contains(&name.as_str()));
        if primitive {
            (quote!(#ident: #ty), quote!(#ident))
        } else {
            (
                quote!(#ident: impl ::core::convert::Into<#ty>),
                quote!(::core::convert::Into::into(#ident)),
            )
        }
    }

    fn listing(&self, krate: &TokenStream) -> TokenStream {
        let Self { name, docs, file, flat, .. } = self;
        let place = self.place.name();
        let required = self.default.is_none();
        let ty = option_of(&self.ty).unwrap_or(&self.ty);
        let ty = ty.to_token_stream().to_string().replace(' ', "");
        let fill = match &self.fill {
            Some(fill) => quote!(::core::option::Option::Some(#krate::Fill::#fill)),
            None => quote!(::core::option::Option::None),
        };
        quote! {
            #krate::FieldInfo {
                name: #name,
                place: #krate::Place::#place,
                ty: #ty,
                required: #required,
                file: #file,
                flat: #flat,
                fill: #fill,
                doc: #docs,
            }
        }
    }
}

/// Numbers and truth values are taken as they are: with `impl Into` a literal would have no type.
const PRIMITIVES: [&str; 13] =
    ["bool", "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f32", "f64"];

/// What serde's own attributes say of a field.
#[derive(Default)]
struct SerdeField {
    rename: Option<String>,
    flat: bool,
    default: Option<TokenStream>,
}

impl SerdeField {
    fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut read = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("serde")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("flatten") {
                    read.flat = true;
                } else if meta.path.is_ident("rename") {
                    read.rename = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("default") {
                    read.default = Some(if meta.input.peek(Token![=]) {
                        let path: syn::Path = meta.value()?.parse::<LitStr>()?.parse()?;
                        quote!(#path())
                    } else {
                        quote!(::core::default::Default::default())
                    });
                } else if meta.input.peek(Token![=]) {
                    meta.value()?.parse::<syn::Expr>()?;
                }
                Ok(())
            })?;
        }
        Ok(read)
    }
}

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
    if let Some(member) = members.iter().find(|member| member.place != Place::Body || member.file) {
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

fn optional(members: &[Member]) -> impl Iterator<Item = &Member> {
    members.iter().filter(|member| member.default.is_some())
}

fn docs_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect()
}

/// The documentation with its line breaks, so that its tables and paragraphs stay what they are.
fn markdown(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let text = lines.filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) => string(&pair.value).ok().map(|text| text.value()),
        _ => None,
    });
    text.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The `T` of an `Option<T>`.
fn option_of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}
