//! The form of a type as data: the fields of `#[endpoint]` structs, and `#[derive(Describe)]`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{
    Attribute, Data, DeriveInput, Error, Fields, LitStr, Meta, Result, Token, Type, ext::IdentExt,
    spanned::Spanned,
};

use crate::{
    case::Case,
    text::{markdown, option_of, vec_of},
};

/// The serde attributes of a field or a variant.
#[derive(Default)]
pub(crate) struct SerdeAttributes {
    pub(crate) rename: Option<String>,
    pub(crate) aliases: Vec<LitStr>,
    pub(crate) flat: bool,
    pub(crate) skip: bool,
    pub(crate) untagged: bool,
    /// The value of a missing field. `None` if the field is required.
    pub(crate) default: Option<TokenStream>,
    /// The function or module that serializes it in another form than that of its type.
    pub(crate) with: Option<String>,
    /// The function that describes this form, if it is not one of this project's.
    pub(crate) describe: Option<syn::Path>,
}

impl SerdeAttributes {
    pub(crate) fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut read = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("describe") {
                attribute.parse_nested_meta(|meta| {
                    if !meta.path.is_ident("with") {
                        return Err(meta.error("expected `with = \"path::of_a_function\"`"));
                    }
                    read.describe = Some(meta.value()?.parse::<LitStr>()?.parse()?);
                    Ok(())
                })?;
            }
            if !attribute.path().is_ident("serde") {
                continue;
            }
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("flatten") {
                    read.flat = true;
                } else if meta.path.is_ident("skip") {
                    read.skip = true;
                } else if meta.path.is_ident("untagged") {
                    read.untagged = true;
                } else if meta.path.is_ident("rename") {
                    read.rename = Some(meta.value()?.parse::<LitStr>()?.value());
                } else if meta.path.is_ident("alias") {
                    read.aliases.push(meta.value()?.parse()?);
                } else if meta.path.is_ident("with") || meta.path.is_ident("serialize_with") {
                    read.with = Some(meta.value()?.parse::<LitStr>()?.value());
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

    /// The function that describes a field of this type with these attributes.
    pub(crate) fn described(&self, krate: &TokenStream, ty: &Type) -> TokenStream {
        if let Some(describe) = &self.describe {
            return quote!(#describe);
        }
        let ty = option_of(ty).unwrap_or(ty);
        match self.with.as_deref().unwrap_or_default() {
            with if with.contains("bool_as_int") => quote!(#krate::__private::flag),
            with if with.contains("json_text") => {
                quote!(#krate::__private::json_text::<#ty>)
            }
            "crate::list" => {
                let item = vec_of(ty).unwrap_or(ty);
                quote!(#krate::__private::joined::<#item>)
            }
            _ => quote!(<#ty as #krate::Describe>::describe),
        }
    }
}

/// The description of one field.
pub(crate) fn field(
    krate: &TokenStream,
    name: &str,
    ty: &Type,
    serde: &SerdeAttributes,
    optional: bool,
    docs: &str,
) -> TokenStream {
    let described = serde.described(krate, ty);
    let optional = optional.then(|| quote!(.optional()));
    let flat = serde.flat.then(|| quote!(.flat()));
    let aliases = (!serde.aliases.is_empty()).then(|| {
        let aliases = &serde.aliases;
        quote!(.aliases(&[#(#aliases),*]))
    });
    quote!(#krate::FieldInfo::new(#name, #described, #docs) #optional #flat #aliases)
}

/// Implements `Describe` for a group of fields.
pub(crate) fn structure(
    krate: &TokenStream,
    name: &syn::Ident,
    docs: &str,
    fields: &[TokenStream],
) -> TokenStream {
    let text = name.unraw().to_string();
    quote! {
        impl #krate::Describe for #name {
            #[inline]
            fn describe() -> &'static #krate::TypeInfo {
                const INFO: #krate::StructInfo =
                    #krate::StructInfo::new(#text, #docs, &[#(#fields),*]);
                &#krate::TypeInfo::Struct(&INFO)
            }
        }
    }
}

/// `#[derive(Describe)]`
pub(crate) fn expand(krate: &TokenStream, input: TokenStream) -> Result<TokenStream> {
    let input: DeriveInput = syn::parse2(input)?;
    let docs = markdown(&input.attrs);
    match &input.data {
        Data::Enum(data) => choice(krate, &input, data, &docs),
        Data::Struct(data) => {
            let Fields::Named(named) = &data.fields else {
                return Err(Error::new(input.span(), "`Describe` needs named fields"));
            };
            let case = container(&input.attrs)?.case;
            let mut fields = Vec::new();
            for member in &named.named {
                let serde = SerdeAttributes::read(&member.attrs)?;
                let ident = member.ident.as_ref().map(|ident| ident.unraw().to_string());
                let plain = ident.unwrap_or_default();
                let name = serde.rename.clone().unwrap_or_else(|| match case {
                    Some(case) => case.apply(&crate::case::pascal_case(&plain)),
                    None => plain,
                });
                let optional = serde.default.is_some() || option_of(&member.ty).is_some();
                let docs = markdown(&member.attrs);
                fields.push(field(krate, &name, &member.ty, &serde, optional, &docs));
            }
            Ok(structure(krate, &input.ident, &docs, &fields))
        }
        Data::Union(_) => Err(Error::new(input.span(), "`Describe` is for structs and enums")),
    }
}

/// The attributes of the whole type.
#[derive(Default)]
struct Container {
    case: Option<Case>,
    /// serde's `tag`: the content's fields are next to this one.
    inner_tag: Option<LitStr>,
    untagged: bool,
}

fn container(attributes: &[Attribute]) -> Result<Container> {
    let mut read = Container::default();
    for attribute in attributes {
        if !attribute.path().is_ident("serde") {
            continue;
        }
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename_all") {
                read.case = Some(Case::parse(&meta.value()?.parse()?)?);
            } else if meta.path.is_ident("tag") {
                read.inner_tag = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("untagged") {
                read.untagged = true;
            } else if meta.input.peek(Token![=]) {
                meta.value()?.parse::<syn::Expr>()?;
            }
            Ok(())
        })?;
    }
    Ok(read)
}

fn choice(
    krate: &TokenStream,
    input: &DeriveInput,
    data: &syn::DataEnum,
    docs: &str,
) -> Result<TokenStream> {
    let container = container(&input.attrs)?;
    let (mut variants, mut open) = (Vec::new(), false);
    for variant in &data.variants {
        let serde = SerdeAttributes::read(&variant.attrs)?;
        if serde.skip {
            continue;
        }
        // What no other variant takes is kept there.
        if serde.untagged && !container.untagged {
            open = true;
            continue;
        }
        let ident = variant.ident.unraw().to_string();
        let name = serde.rename.clone().unwrap_or_else(|| match container.case {
            Some(case) => case.apply(&ident),
            None => ident,
        });
        let content = match &variant.fields {
            Fields::Unit => quote!(::core::option::Option::None),
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let described = serde.described(krate, &fields.unnamed[0].ty);
                quote!(::core::option::Option::Some(#described))
            }
            _ => {
                let message = "give the variant one struct with `#[endpoint(part)]`";
                return Err(Error::new(variant.span(), message));
            }
        };
        let docs = markdown(&variant.attrs);
        variants.push(quote!(#krate::VariantInfo::new(#name, #docs, #content)));
    }
    let form = match &container.inner_tag {
        Some(tag) => quote!(Tag(#tag)),
        None if container.untagged => quote!(Untagged),
        None => quote!(Key),
    };
    let name = &input.ident;
    let text = name.unraw().to_string();
    Ok(quote! {
        impl #krate::Describe for #name {
            #[inline]
            fn describe() -> &'static #krate::TypeInfo {
                const INFO: #krate::ChoiceInfo = #krate::ChoiceInfo::new(
                    #text, #docs, #krate::ChoiceForm::#form, &[#(#variants),*], #open,
                );
                &#krate::TypeInfo::Choice(&INFO)
            }
        }
    })
}

/// Removes the `#[describe]` attributes from a field.
pub(crate) fn strip(attributes: &mut Vec<Attribute>) {
    attributes.retain(
        |attribute| !matches!(&attribute.meta, Meta::List(list) if list.path.is_ident("describe")),
    );
}
