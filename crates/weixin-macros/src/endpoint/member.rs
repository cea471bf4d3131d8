//! One field of the struct.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{
    Attribute, Error, Field, GenericArgument, Ident, LitStr, Meta, PathArguments, Result, Token,
    Type, ext::IdentExt, spanned::Spanned,
};

use super::declaration::choose;
use crate::inbound::{last_segment, string};

/// Where a field goes; the names are those of `weixin_api::Place`.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    Path,
    Query,
    Body,
    Part,
    Url,
}

impl Place {
    pub(super) const ATTRIBUTES: [(&'static str, Place); 4] = [
        ("path", Place::Path),
        ("query", Place::Query),
        ("part", Place::Part),
        ("url", Place::Url),
    ];

    pub(super) fn name(self) -> Ident {
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
pub(super) struct Member {
    pub(super) ident: Ident,
    pub(super) ty: Type,
    pub(super) docs: String,
    pub(super) docs_attributes: Vec<Attribute>,
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) fill: Option<Ident>,
    /// What it is the signature of, as a variant of `weixin_api::Signed`.
    pub(super) signed: Option<Ident>,
    /// A `FilePart`, which is no part of the serde form.
    pub(super) file: bool,
    pub(super) flat: bool,
    /// What serde takes when the field is missing, if anything.
    pub(super) default: Option<TokenStream>,
}

impl Member {
    /// Reads a field's attributes, removes those that are ours and adds what serde needs.
    pub(super) fn take(field: &mut Field, default_place: Place) -> Result<Self> {
        let span = field.span();
        let ident =
            field.ident.clone().ok_or_else(|| Error::new(span, "the fields must have names"))?;
        let serde = SerdeField::read(&field.attrs)?;
        let (mut place, mut fill, mut signed) = (default_place, None, None);
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
            } else if path.is_ident("signed") {
                let what: Ident = attribute.parse_args()?;
                let known =
                    [("body", "Body"), ("path_and_body", "PathAndBody"), ("nothing", "Nothing")];
                signed = Some(choose(&known, &what)?);
                place = Place::Query;
            }
        }
        field.attrs.retain(|attribute| {
            let path = attribute.path();
            !path.is_ident("fill")
                && !path.is_ident("signed")
                && !Place::ATTRIBUTES.iter().any(|(name, _)| path.is_ident(name))
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
        let is_signature = last_segment(&field.ty).is_some_and(|ty| ty == "CallSignature");
        if signed.is_some() != is_signature {
            let message = "say what the signature covers, in front of a field of the type \
                           `CallSignature`: `#[signed(body)]`, `path_and_body` or `nothing`";
            return Err(Error::new(field.ty.span(), message));
        }
        if signed.is_some() {
            let is_key = format!("{}::is_key", field.ty.to_token_stream()).replace(' ', "");
            field.attrs.push(syn::parse_quote!(#[serde(skip_serializing_if = #is_key)]));
        } else if file {
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
            signed,
            file,
        })
    }

    /// What one must pass to give the field a value: as much as the type allows to be inferred.
    pub(super) fn argument(&self) -> (TokenStream, TokenStream) {
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

    pub(super) fn listing(&self, krate: &TokenStream) -> TokenStream {
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
pub(super) const PRIMITIVES: [&str; 13] =
    ["bool", "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f32", "f64"];

/// What serde's own attributes say of a field.
#[derive(Default)]
pub(super) struct SerdeField {
    pub(super) rename: Option<String>,
    pub(super) flat: bool,
    pub(super) default: Option<TokenStream>,
}

impl SerdeField {
    pub(super) fn read(attributes: &[Attribute]) -> Result<Self> {
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

pub(super) fn docs_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect()
}

/// The documentation with its line breaks, so that its tables and paragraphs stay what they are.
pub(super) fn markdown(attributes: &[Attribute]) -> String {
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
pub(super) fn option_of(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}
