//! `#[derive(StringEnum)]`: an enum that is a string on the wire and keeps unknown values.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Data, DeriveInput, Error, Fields, Ident, LitStr, Result, ext::IdentExt, spanned::Spanned,
};

use crate::{case::Case, text::markdown};

const FORMS: &str = "expected `rename_all = \"snake_case\"` on the enum, `rename = \"…\"` or \
                     `alias = \"…\"` on a variant";

struct Variant {
    ident: Ident,
    value: String,
    aliases: Vec<LitStr>,
    docs: String,
}

pub(crate) fn expand(krate: &TokenStream, input: TokenStream) -> Result<TokenStream> {
    let input: DeriveInput = syn::parse2(input)?;
    let Data::Enum(data) = &input.data else {
        return Err(Error::new(input.span(), "`StringEnum` is for enums"));
    };
    let mut case = Case::Pascal;
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("string_enum"))
    {
        attribute.parse_nested_meta(|meta| {
            if !meta.path.is_ident("rename_all") {
                return Err(meta.error(FORMS));
            }
            case = Case::parse(&meta.value()?.parse()?)?;
            Ok(())
        })?;
    }
    let (mut variants, mut other) = (Vec::new(), None);
    for variant in &data.variants {
        match &variant.fields {
            Fields::Unit => variants.push(read_variant(variant, case)?),
            Fields::Unnamed(fields)
                if fields.unnamed.len() == 1
                    && fields.unnamed[0].ty.to_token_stream().to_string() == "String" =>
            {
                other = Some(&variant.ident);
            }
            _ => return Err(Error::new(variant.span(), "a variant must not have fields")),
        }
    }
    let Some(other) = other else {
        let message = "add a variant for unknown values: `Other(String)`";
        return Err(Error::new(input.ident.span(), message));
    };
    Ok(implementation(krate, &input, &variants, other))
}

fn read_variant(variant: &syn::Variant, case: Case) -> Result<Variant> {
    let (mut rename, mut aliases) = (None, Vec::new());
    for attribute in
        variant.attrs.iter().filter(|attribute| attribute.path().is_ident("string_enum"))
    {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                rename = Some(meta.value()?.parse::<LitStr>()?.value());
            } else if meta.path.is_ident("alias") {
                aliases.push(meta.value()?.parse()?);
            } else {
                return Err(meta.error(FORMS));
            }
            Ok(())
        })?;
    }
    Ok(Variant {
        value: rename.unwrap_or_else(|| case.apply(&variant.ident.unraw().to_string())),
        ident: variant.ident.clone(),
        aliases,
        docs: markdown(&variant.attrs),
    })
}

fn implementation(
    krate: &TokenStream,
    input: &DeriveInput,
    variants: &[Variant],
    other: &Ident,
) -> TokenStream {
    let (name, docs) = (&input.ident, markdown(&input.attrs));
    let name_text = name.unraw().to_string();
    let serde = quote!(#krate::__private::serde);
    let written =
        variants.iter().map(|Variant { ident, value, .. }| quote!(Self::#ident => #value));
    let read = variants
        .iter()
        .map(|Variant { ident, value, aliases, .. }| quote!(#value #(| #aliases)* => Self::#ident));
    let listed = variants.iter().map(|Variant { ident, value, docs, .. }| {
        let ident = ident.unraw().to_string();
        quote!(#krate::ValueInfo::new(#ident, #value, #docs))
    });
    quote! {
        impl #name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #(#written,)*
                    Self::#other(text) => text,
                }
            }
        }

        impl ::core::convert::From<&str> for #name {
            fn from(text: &str) -> Self {
                match text {
                    #(#read,)*
                    text => Self::#other(::std::borrow::ToOwned::to_owned(text)),
                }
            }
        }

        impl ::core::convert::From<::std::string::String> for #name {
            fn from(text: ::std::string::String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl #serde::Serialize for #name {
            fn serialize<S: #serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> #serde::Deserialize<'de> for #name {
            fn deserialize<D: #serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                <::std::string::String as #serde::Deserialize>::deserialize(deserializer)
                    .map(Self::from)
            }
        }

        impl #krate::FromNode for #name {
            fn from_node(
                node: ::core::option::Option<&#krate::Node>,
            ) -> ::core::result::Result<Self, #krate::ReadError> {
                <::std::string::String as #krate::FromNode>::from_node(node).map(Self::from)
            }

            fn form() -> &'static #krate::TypeInfo {
                <Self as #krate::Describe>::describe()
            }
        }

        impl #krate::ToNode for #name {
            fn to_node(&self) -> ::core::option::Option<#krate::Node> {
                ::core::option::Option::Some(#krate::Node::from(self.as_str()))
            }
        }

        impl #krate::Describe for #name {
            #[inline]
            fn describe() -> &'static #krate::TypeInfo {
                const INFO: #krate::EnumInfo =
                    #krate::EnumInfo::new(#name_text, false, #docs, &[#(#listed),*]);
                &#krate::TypeInfo::Enum(&INFO)
            }
        }
    }
}
