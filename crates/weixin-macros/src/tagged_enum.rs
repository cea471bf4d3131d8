//! `#[derive(TaggedEnum)]`: an enum of which one field names the variant.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Attribute, Data, DeriveInput, Error, Fields, Ident, Lit, LitInt, LitStr, Result, Type,
    ext::IdentExt, meta::ParseNestedMeta, spanned::Spanned,
};

use crate::{
    case::Case,
    text::{generic_of, last_segment, markdown, option_of},
};

const ON_ENUM: &str = "expected `tag = \"…\"`, `rename_all = \"snake_case\"`, \
                       `rename_keys = \"snake_case\"` or `flat`";
const ON_VARIANT: &str = "expected `rename = \"…\"`, `alias = \"…\"`, `key = \"…\"`, `from` or \
                          `other`";
const OTHER: &str = "what is not known is kept as JSON, with all fields: \
                     `Other(serde_json::Map<String, serde_json::Value>)`";

/// What the attributes say of the whole enum.
struct Container {
    tag: LitStr,
    case: Case,
    /// How the fields with the content are spelt, if not as the kinds.
    key_case: Option<Case>,
    /// Whether the content's fields stand beside the tag.
    flat: bool,
}

struct Variant<'i> {
    ident: &'i Ident,
    /// The kind on the wire, a text or a whole number.
    name: Lit,
    aliases: Vec<LitStr>,
    /// The field with the content.
    key: String,
    content: Option<&'i Type>,
    /// Whether the content converts into the enum.
    from: bool,
    docs: String,
}

pub(crate) fn expand(krate: &TokenStream, input: TokenStream) -> Result<TokenStream> {
    let input: DeriveInput = syn::parse2(input)?;
    let Data::Enum(data) = &input.data else {
        return Err(Error::new(input.span(), "`TaggedEnum` is for enums"));
    };
    if !input.generics.params.is_empty() {
        return Err(Error::new(input.generics.span(), "a `TaggedEnum` has no generic parameters"));
    }
    let container = container(&input)?;
    let (mut variants, mut other) = (Vec::new(), None);
    for variant in &data.variants {
        match read_variant(&container, variant)? {
            Some(read) => variants.push(read),
            None if other.is_some() => {
                return Err(Error::new(variant.span(), "one variant keeps what is not known"));
            }
            None => other = Some(&variant.ident),
        }
    }
    reject_ambiguous(&variants)?;
    let described = described(krate, &input, &container, &variants, other.is_some());
    let conversions = conversions(&input.ident, &variants);
    let written = written(krate, &input.ident, &container, &variants, other);
    let read = read(krate, &input.ident, &container, &variants, other);
    Ok(quote!(#written #read #described #conversions))
}

fn own(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("tagged"))
}

fn container(input: &DeriveInput) -> Result<Container> {
    let (mut tag, mut case, mut key_case, mut flat) = (None, Case::Pascal, None, false);
    for attribute in own(&input.attrs) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("tag") {
                tag = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("rename_all") {
                case = Case::parse(&meta.value()?.parse()?)?;
            } else if meta.path.is_ident("rename_keys") {
                key_case = Some(Case::parse(&meta.value()?.parse()?)?);
            } else if meta.path.is_ident("flat") {
                flat = true;
            } else {
                return Err(meta.error(ON_ENUM));
            }
            Ok(())
        })?;
    }
    let Some(tag) = tag else {
        let message = "say which field names the variant: `#[tagged(tag = \"msgtype\")]`";
        return Err(Error::new(input.ident.span(), message));
    };
    Ok(Container { tag, case, key_case, flat })
}

/// `None` for the variant of what is not known.
fn read_variant<'i>(
    container: &Container,
    variant: &'i syn::Variant,
) -> Result<Option<Variant<'i>>> {
    let (mut rename, mut key, mut aliases) = (None, None, Vec::new());
    let (mut from, mut other) = (false, false);
    for attribute in own(&variant.attrs) {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                rename = Some(kind(&meta)?);
            } else if meta.path.is_ident("alias") {
                aliases.push(meta.value()?.parse()?);
            } else if meta.path.is_ident("key") {
                let given: LitStr = meta.value()?.parse()?;
                if container.flat {
                    let message = "the content's fields stand beside the tag: it has no key";
                    return Err(Error::new(given.span(), message));
                }
                key = Some(given.value());
            } else if meta.path.is_ident("from") {
                from = true;
            } else if meta.path.is_ident("other") {
                other = true;
            } else {
                return Err(meta.error(ON_VARIANT));
            }
            Ok(())
        })?;
    }
    let content = match &variant.fields {
        Fields::Unit => None,
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Some(&fields.unnamed[0].ty),
        _ => {
            let message = "give the variant one struct with `#[endpoint(part)]`";
            return Err(Error::new(variant.span(), message));
        }
    };
    if other {
        return match content {
            Some(ty) if last_segment(ty).is_some_and(|name| name == "Map") => Ok(None),
            _ => Err(Error::new(variant.span(), OTHER)),
        };
    }
    if let Some(ty) = content.filter(|ty| container.flat && option_of(ty).is_some()) {
        let message = "fields that stand beside the tag cannot be missing as a whole";
        return Err(Error::new(ty.span(), message));
    }
    if from && content.is_none() {
        return Err(Error::new(variant.span(), "`from` converts from the content: there is none"));
    }
    let ident = variant.ident.unraw().to_string();
    let name = rename.unwrap_or_else(|| {
        Lit::Str(LitStr::new(&container.case.apply(&ident), variant.ident.span()))
    });
    let key = key.unwrap_or_else(|| match container.key_case {
        Some(case) => case.apply(&ident),
        None => text(&name),
    });
    let docs = markdown(&variant.attrs);
    Ok(Some(Variant { ident: &variant.ident, name, aliases, key, content, from, docs }))
}

/// The kind of a variant: a text or a whole number.
fn kind(meta: &ParseNestedMeta<'_>) -> Result<Lit> {
    match meta.value()?.parse()? {
        kind @ (Lit::Str(_) | Lit::Int(_)) => Ok(kind),
        other => Err(Error::new(other.span(), "expected a text or a whole number")),
    }
}

/// A kind as a text.
fn text(name: &Lit) -> String {
    match name {
        Lit::Str(text) => text.value(),
        other => other.to_token_stream().to_string(),
    }
}

/// Variants of the same kind are told apart by the field with the content.
fn reject_ambiguous(variants: &[Variant<'_>]) -> Result<()> {
    for (at, variant) in variants.iter().enumerate() {
        let same = |earlier: &&Variant<'_>| {
            text(&earlier.name) == text(&variant.name)
                && (earlier.key == variant.key
                    || earlier.content.is_none()
                    || variant.content.is_none())
        };
        if let Some(earlier) = variants[..at].iter().find(same) {
            let message = format!(
                "`{}` has the same kind; give one of them another name (`rename`) or another field \
                 with the content (`key`)",
                earlier.ident,
            );
            return Err(Error::new(variant.ident.span(), message));
        }
    }
    Ok(())
}

/// `From` of the contents that ask for it; what is in a `Box` converts too.
fn conversions(name: &Ident, variants: &[Variant<'_>]) -> TokenStream {
    let conversions = variants.iter().filter(|variant| variant.from).filter_map(|variant| {
        let ident = variant.ident;
        let content = variant.content?;
        let inner = option_of(content).unwrap_or(content);
        let (ty, value) = match generic_of("Box", inner) {
            Some(boxed) => (boxed, quote!(::std::boxed::Box::new(content))),
            None => (inner, quote!(content)),
        };
        let value = match option_of(content) {
            Some(_) => quote!(::core::option::Option::Some(#value)),
            None => value,
        };
        Some(quote! {
            impl ::core::convert::From<#ty> for #name {
                fn from(content: #ty) -> Self {
                    Self::#ident(#value)
                }
            }
        })
    });
    quote!(#(#conversions)*)
}

fn written(
    krate: &TokenStream,
    name: &Ident,
    container: &Container,
    variants: &[Variant<'_>],
    other: Option<&Ident>,
) -> TokenStream {
    let (serde, tagged) = (quote!(#krate::__private::serde), quote!(#krate::__private::tagged));
    let tag = &container.tag;
    let arms = variants.iter().map(|Variant { ident, name, key, content, .. }| {
        let name = match name {
            Lit::Int(number) => {
                let number = LitInt::new(&format!("{number}i64"), number.span());
                quote!(&#number)
            }
            name => quote!(#name),
        };
        match content {
            None => quote!(Self::#ident => #tagged::write_kind(serializer, #tag, #name)),
            Some(_) if container.flat => quote! {
                Self::#ident(content) => #tagged::write_flat(serializer, #tag, #name, content)
            },
            Some(ty) if option_of(ty).is_some() => quote! {
                Self::#ident(content) => match content {
                    ::core::option::Option::Some(content) => {
                        #tagged::write(serializer, #tag, #name, #key, content)
                    }
                    ::core::option::Option::None => #tagged::write_kind(serializer, #tag, #name),
                }
            },
            Some(_) => quote! {
                Self::#ident(content) => #tagged::write(serializer, #tag, #name, #key, content)
            },
        }
    });
    let other = other.map(
        |other| quote!(Self::#other(fields) => #serde::Serialize::serialize(fields, serializer),),
    );
    quote! {
        impl #serde::Serialize for #name {
            fn serialize<S: #serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                match self {
                    #(#arms,)*
                    #other
                }
            }
        }
    }
}

fn read(
    krate: &TokenStream,
    name: &Ident,
    container: &Container,
    variants: &[Variant<'_>],
    other: Option<&Ident>,
) -> TokenStream {
    let (serde, tagged) = (quote!(#krate::__private::serde), quote!(#krate::__private::tagged));
    let tag = &container.tag;
    let arms = variants.iter().enumerate().map(|(at, variant)| {
        let Variant { ident, name, key, content, aliases, .. } = variant;
        let kind = text(name);
        let pattern = quote!(#kind #(| #aliases)*);
        match content {
            None => quote!(#pattern => ::core::result::Result::Ok(Self::#ident)),
            Some(_) if container.flat => {
                quote!(#pattern => #tagged::flat_content(fields, #tag).map(Self::#ident))
            }
            Some(ty) => {
                // The last one of a kind says which field is missing.
                let later = variants[at + 1..].iter().any(|later| text(&later.name) == kind);
                let guard = later.then(|| quote!(if #tagged::has(fields, #key)));
                let read = match option_of(ty) {
                    Some(_) => quote!(optional_content),
                    None => quote!(content),
                };
                quote!(#pattern #guard => #tagged::#read(fields, #key).map(Self::#ident))
            }
        }
    });
    let kept = match other {
        Some(other) => quote!(::core::option::Option::Some(Self::#other)),
        None => quote!(::core::option::Option::None),
    };
    quote! {
        impl #tagged::Tagged for #name {
            const TAG: &'static str = #tag;
            const OTHER: ::core::option::Option<fn(#tagged::Fields) -> Self> = #kept;

            fn read(
                kind: &str,
                fields: &#tagged::Fields,
            ) -> ::core::result::Result<Self, #krate::lenient::Error> {
                match kind {
                    #(#arms,)*
                    kind => ::core::result::Result::Err(#tagged::unknown(#tag, kind)),
                }
            }
        }

        impl<'de> #serde::Deserialize<'de> for #name {
            fn deserialize<D: #serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                #tagged::deserialize(deserializer)
            }
        }
    }
}

fn described(
    krate: &TokenStream,
    input: &DeriveInput,
    container: &Container,
    variants: &[Variant<'_>],
    open: bool,
) -> TokenStream {
    let protocol = quote!(#krate::__private::weixin_protocol);
    let variants = variants.iter().map(|variant| {
        let (name, docs, aliases) = (text(&variant.name), &variant.docs, &variant.aliases);
        let optional = variant.content.and_then(option_of).map(|_| quote!(.optional()));
        let content = match variant.content {
            Some(ty) => {
                let ty = option_of(ty).unwrap_or(ty);
                quote!(::core::option::Option::Some(<#ty as #protocol::Describe>::describe))
            }
            None => quote!(::core::option::Option::None),
        };
        let key =
            (variant.key != name && !container.flat && variant.content.is_some()).then(|| {
                let key = &variant.key;
                quote!(.key(#key))
            });
        let aliases = (!aliases.is_empty()).then(|| quote!(.aliases(&[#(#aliases),*])));
        quote!(#protocol::VariantInfo::new(#name, #docs, #content) #key #aliases #optional)
    });
    let tag = &container.tag;
    let form = if container.flat { quote!(Tag(#tag)) } else { quote!(TagAndKey(#tag)) };
    let (name, docs) = (&input.ident, markdown(&input.attrs));
    let text = name.unraw().to_string();
    quote! {
        impl #protocol::Describe for #name {
            #[inline]
            fn describe() -> &'static #protocol::TypeInfo {
                const INFO: #protocol::ChoiceInfo = #protocol::ChoiceInfo::new(
                    #text, #docs, #protocol::ChoiceForm::#form, &[#(#variants),*], #open,
                );
                &#protocol::TypeInfo::Choice(&INFO)
            }
        }
    }
}
