//! `#[inbound(…)]`: one declaration for reading, writing and describing a message, an event or a
//! part of one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Error, Field, Fields, Ident, ItemStruct, LitStr, Meta, Result, Token, Type,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
    spanned::Spanned,
};

use crate::{
    case::pascal_case,
    inbound_docs,
    text::{add_to_docs, last_segment, paragraph, string},
};

const FORMS: &str = "expected `message = \"…\"`, `event = \"…\"` (with `message = \"…\"` if its \
                     MsgType is not `event`), `notice = \"…\"`, or event and notice of the same \
                     name (with `change = \"…\"` and `group = \"…\"` if needed), and \
                     `scope(official, mini, work)`; or `part`";

/// The attribute's arguments.
enum Declaration {
    /// A message, event or notice.
    Message(Box<Message>),
    /// A group of fields inside one.
    Part,
}

struct Message {
    selector: Selector,
    change: Option<LitStr>,
    /// The element around the fields in XML.
    group: Option<LitStr>,
    scope: Vec<Ident>,
}

/// The pushes that a message is read from.
pub(crate) enum Selector {
    Message(LitStr),
    Event(LitStr),
    /// An event whose `MsgType` is not `event`: the type and the name.
    EventOf(LitStr, LitStr),
    Notice(LitStr),
    EventOrNotice(LitStr),
}

impl Parse for Declaration {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let span = input.span();
        let arguments = Punctuated::<Meta, Token![,]>::parse_terminated(input)?;
        let (mut message, mut event, mut notice) = (None, None, None);
        let (mut change, mut group, mut scope, mut part) = (None, None, Vec::new(), false);
        for argument in &arguments {
            match argument {
                Meta::Path(path) if path.is_ident("part") => part = true,
                Meta::List(list) if list.path.is_ident("scope") => {
                    let names =
                        list.parse_args_with(Punctuated::<Ident, Token![,]>::parse_terminated)?;
                    scope.extend(names);
                }
                Meta::NameValue(pair) => {
                    let value = string(&pair.value)?;
                    match pair.path.get_ident().map(Ident::to_string).as_deref() {
                        Some("message") => message = Some(value),
                        Some("event") => event = Some(value),
                        Some("notice") => notice = Some(value),
                        Some("change") => change = Some(value),
                        Some("group") => group = Some(value),
                        _ => return Err(Error::new(pair.path.span(), FORMS)),
                    }
                }
                other => return Err(Error::new(other.span(), FORMS)),
            }
        }
        let selector = match (message, event, notice) {
            (Some(message), None, None) => Some(Selector::Message(message)),
            (None, Some(event), None) => Some(Selector::Event(event)),
            (Some(message), Some(event), None) => Some(Selector::EventOf(message, event)),
            (None, None, Some(notice)) => Some(Selector::Notice(notice)),
            (None, Some(event), Some(notice)) if event.value() == notice.value() => {
                Some(Selector::EventOrNotice(event))
            }
            (None, None, None) => None,
            _ => return Err(Error::new(span, FORMS)),
        };
        match (selector, part) {
            (None, true) if scope.is_empty() && change.is_none() && group.is_none() => {
                Ok(Self::Part)
            }
            (Some(selector), false) if !scope.is_empty() => {
                Ok(Self::Message(Box::new(Message { selector, change, group, scope })))
            }
            _ => Err(Error::new(span, FORMS)),
        }
    }
}

/// One field of the struct.
pub(crate) struct Member<'a> {
    ident: &'a Ident,
    ty: &'a Type,
    docs: String,
    names: Vec<LitStr>,
    item: Option<LitStr>,
    header: bool,
}

impl<'a> Member<'a> {
    pub(crate) fn new(field: &'a Field) -> Result<Self> {
        let ident = field
            .ident
            .as_ref()
            .ok_or_else(|| Error::new(field.span(), "the fields must have names"))?;
        let (mut name, mut aliases, mut item) = (None, Vec::new(), None);
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("field")) {
            let arguments =
                attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)?;
            for argument in &arguments {
                let Meta::NameValue(pair) = argument else {
                    return Err(Error::new(argument.span(), FIELD_FORMS));
                };
                let value = string(&pair.value)?;
                match pair.path.get_ident().map(Ident::to_string).as_deref() {
                    Some("name") => name = Some(value),
                    Some("alias") => aliases.push(value),
                    Some("item") => item = Some(value),
                    _ => return Err(Error::new(pair.path.span(), FIELD_FORMS)),
                }
            }
        }
        let default = || LitStr::new(&pascal_case(&ident.unraw().to_string()), ident.span());
        let mut names = vec![name.unwrap_or_else(default)];
        names.extend(aliases);
        let header = ident == "header" && last_segment(&field.ty).is_some_and(|ty| ty == "Header");
        Ok(Self { ident, ty: &field.ty, docs: paragraph(&field.attrs), names, item, header })
    }

    /// Whether a push may lack it.
    fn optional(&self) -> bool {
        last_segment(self.ty).is_some_and(|ty| ty == "Option" || ty == "Vec")
    }

    fn read(&self, krate: &TokenStream) -> TokenStream {
        let (ident, names) = (self.ident, &self.names);
        match &self.item {
            Some(item) => quote!(#ident: #krate::item_field(fields, &[#(#names),*], #item)?),
            None => quote!(#ident: #krate::field(fields, &[#(#names),*])?),
        }
    }

    fn write(&self, krate: &TokenStream) -> TokenStream {
        let (ident, name) = (self.ident, &self.names[0]);
        let node = match &self.item {
            Some(item) => quote!(#krate::Node::Map(#krate::Map::from_iter([(#item, node)]))),
            None => quote!(node),
        };
        quote! {
            if let Some(node) = #krate::ToNode::to_node(&self.#ident) {
                fields.set(#name, #node);
            }
        }
    }

    fn listing(&self, krate: &TokenStream) -> TokenStream {
        let (ty, docs) = (self.ty, &self.docs);
        let (name, aliases) = (&self.names[0], &self.names[1..]);
        let optional = self.optional().then(|| quote!(.optional()));
        let aliases = (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])));
        let item = self.item.as_ref().map(|item| quote!(.item(#item)));
        let form = quote!(<#ty as #krate::FromNode>::form);
        quote!(#krate::FieldInfo::new(#name, #form, #docs) #optional #aliases #item)
    }
}

const FIELD_FORMS: &str = "expected `name = \"…\"`, `alias = \"…\"` or `item = \"…\"`";

pub(crate) fn expand(
    krate: &TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> Result<TokenStream> {
    let declaration: Declaration = syn::parse2(arguments)?;
    let mut item: ItemStruct = syn::parse2(item)?;
    let Fields::Named(named) = &item.fields else {
        return Err(Error::new(item.span(), "`#[inbound]` needs a struct with named fields"));
    };
    let members = named.named.iter().map(Member::new).collect::<Result<Vec<_>>>()?;
    let implementation = match &declaration {
        Declaration::Message(declared) => message(krate, &item.ident, &members, declared)?,
        Declaration::Part => part(krate, &item.ident, &paragraph(&item.attrs), &members),
    };
    let constructor = constructor(&item.ident, &members);
    if let Fields::Named(named) = &mut item.fields {
        for field in &mut named.named {
            field.attrs.retain(|attribute| !attribute.path().is_ident("field"));
        }
    }
    if let Declaration::Message(declared) = &declaration {
        let Message { selector, change, scope, .. } = &**declared;
        let page = inbound_docs::page(krate, selector, change.as_ref(), scope);
        add_to_docs(&mut item.attrs, &page);
    }
    Ok(quote! {
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        #item
        #constructor
        #implementation
    })
}

fn message(
    krate: &TokenStream,
    name: &Ident,
    members: &[Member<'_>],
    declared: &Message,
) -> Result<TokenStream> {
    let Message { selector, change, group, scope } = declared;
    let option = |text: &Option<LitStr>| match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    };
    let (change, group) = (option(change), option(group));
    let kind = match selector {
        Selector::EventOf(kind, _) => Some(quote!(fields.set("MsgType", #kind);)),
        _ => None,
    };
    let classes = inbound_docs::classes(selector, scope);
    let selector = match selector {
        Selector::Message(text) => quote!(Message(#text)),
        Selector::Event(text) | Selector::EventOf(_, text) => {
            quote!(Event { event: #text, change: #change })
        }
        Selector::Notice(text) => quote!(Notice { info: #text, change: #change }),
        Selector::EventOrNotice(text) => quote!(EventOrNotice { name: #text, change: #change }),
    };
    let products = scope.iter().map(product).collect::<Result<Vec<_>>>()?;
    let classes = classes.into_iter().map(|class| Ident::new(class, name.span()));
    let body = || members.iter().filter(|member| !member.header);
    let header = members.iter().find(|member| member.header).map(|member| {
        let ident = member.ident;
        quote!(#ident: inbound.header().clone(),)
    });
    let reads = body().map(|member| member.read(krate));
    let writes = body().map(|member| member.write(krate));
    let listings = body().map(|member| member.listing(krate));
    Ok(quote! {
        impl #krate::InboundMessage for #name {
            const SELECTOR: #krate::Selector = #krate::Selector::#selector;
            const GROUP: ::core::option::Option<&'static str> = #group;
            const SCOPE: &'static [#krate::Product] = &[#(#krate::Product::#products),*];
            const CLASSES: &'static [#krate::PushClass] = &[#(#krate::PushClass::#classes),*];
            const FIELDS: &'static [#krate::FieldInfo] = &[#(#listings),*];

            #[allow(unused_variables)]
            fn read(inbound: &#krate::Inbound) -> ::core::result::Result<Self, #krate::ReadError> {
                let fields = inbound.fields_of::<Self>();
                Ok(Self { #header #(#reads),* })
            }

            #[allow(unused_variables)]
            fn write(&self, fields: &mut #krate::Map) {
                #kind
                #(#writes)*
            }
        }
    })
}

pub(crate) fn product(name: &Ident) -> Result<Ident> {
    let product = match name.to_string().as_str() {
        "official" => "Official",
        "mini" => "Mini",
        "work" => "Work",
        _ => return Err(Error::new(name.span(), "expected `official`, `mini` or `work`")),
    };
    Ok(Ident::new(product, name.span()))
}

/// Reads, writes and describes a group of fields.
pub(crate) fn part(
    krate: &TokenStream,
    name: &Ident,
    docs: &str,
    members: &[Member<'_>],
) -> TokenStream {
    let reads = members.iter().map(|member| member.read(krate));
    let writes = members.iter().map(|member| member.write(krate));
    let listings = members.iter().map(|member| member.listing(krate));
    let text = name.unraw().to_string();
    quote! {
        impl #krate::FromNode for #name {
            fn from_node(
                node: ::core::option::Option<&#krate::Node>,
            ) -> ::core::result::Result<Self, #krate::ReadError> {
                #krate::read_part(node, |fields| Ok(Self { #(#reads),* }))
            }

            fn form() -> &'static #krate::TypeInfo {
                const INFO: #krate::StructInfo =
                    #krate::StructInfo::new(#text, #docs, &[#(#listings),*]);
                &#krate::TypeInfo::Struct(&INFO)
            }
        }

        impl #krate::ToNode for #name {
            fn to_node(&self) -> ::core::option::Option<#krate::Node> {
                let mut fields = #krate::Map::new();
                #(#writes)*
                Some(#krate::Node::Map(fields))
            }
        }
    }
}

/// `new(required…)`: the struct is `#[non_exhaustive]`, so other crates need a constructor.
fn constructor(name: &Ident, members: &[Member<'_>]) -> TokenStream {
    let (required, optional): (Vec<_>, Vec<_>) =
        members.iter().partition(|member| !member.optional());
    let arguments = required.iter().map(|member| {
        let (ident, ty) = (member.ident, member.ty);
        quote!(#ident: impl ::core::convert::Into<#ty>)
    });
    let given = required.iter().map(|member| member.ident);
    let defaults = optional.iter().map(|member| member.ident);
    quote! {
        impl #name {
            /// Creates a value from the required fields; the others are empty.
            pub fn new(#(#arguments),*) -> Self {
                Self {
                    #(#given: #given.into(),)*
                    #(#defaults: ::core::default::Default::default(),)*
                }
            }
        }
    }
}
