//! `group!`: the endpoints of one group, their handle, and the trait that adds it to clients.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{
    Attribute, Ident, Result, Token, Type, bracketed,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    punctuated::Punctuated,
};

use crate::{case::pascal_case, text::docs_attributes};

struct Group {
    attributes: Vec<Attribute>,
    name: Ident,
    endpoints: Vec<Type>,
}

impl Parse for Group {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let name = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected `name: [Endpoint, …]`, as in `menu: [CreateMenu]`",
            )
        })?;
        input.parse::<Token![:]>()?;
        let list;
        bracketed!(list in input);
        let endpoints = Punctuated::<Type, Token![,]>::parse_terminated(&list)?;
        if endpoints.is_empty() {
            return Err(syn::Error::new(name.span(), "a group needs at least one endpoint"));
        }
        Ok(Self { attributes, name, endpoints: endpoints.into_iter().collect() })
    }
}

/// The name of the handle of a group: `menu` → `MenuHandle`.
pub(crate) fn handle(group: &Ident) -> Ident {
    format_ident!("{}Handle", pascal_case(&group.unraw().to_string()), span = group.span())
}

pub(crate) fn expand(krate: &TokenStream, input: TokenStream) -> Result<TokenStream> {
    let Group { attributes, name, endpoints } = syn::parse2(input)?;
    let docs = docs_attributes(&attributes);
    let handle = handle(&name);
    let plain = name.unraw().to_string();
    let api = format_ident!("{}Api", pascal_case(&plain), span = name.span());
    let handle_doc = format!("\n\nReturned by `wx.{plain}()`; see [`{api}`].");
    let api_doc = format!("Adds [`{plain}()`]({api}::{plain}) to clients.");
    let first = &endpoints[0];
    Ok(quote! {
        #krate::endpoints![#(#endpoints),*];

        #(#docs)*
        #[doc = #handle_doc]
        #[derive(Debug)]
        pub struct #handle<'c, C: ?Sized> {
            pub(crate) caller: &'c C,
        }

        #[doc = #api_doc]
        pub trait #api: #krate::Caller {
            #(#docs)*
            fn #name(&self) -> #handle<'_, Self> {
                #handle { caller: self }
            }
        }

        impl<C: #krate::Caller + ?Sized> #api for C where #first: #krate::On<C::Kind> {}
    })
}
