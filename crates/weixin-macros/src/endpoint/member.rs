//! One field of the struct.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Error, Field, Ident, Result, Type, ext::IdentExt, spanned::Spanned};

use super::declaration::choose;
use crate::{
    describe::{self, SerdeAttributes},
    text::{docs_attributes, last_segment, markdown, option_of, vec_of},
};

/// The location of a field in the call; the names are those of `weixin_api::FieldLocation`.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Location {
    Path,
    Query,
    Body,
    Part,
    Url,
}

impl Location {
    pub(super) const ATTRIBUTES: [(&'static str, Location); 4] = [
        ("path", Location::Path),
        ("query", Location::Query),
        ("part", Location::Part),
        ("url", Location::Url),
    ];

    pub(super) fn name(self) -> Ident {
        let name = match self {
            Location::Path => "Path",
            Location::Query => "Query",
            Location::Body => "Body",
            Location::Part => "Part",
            Location::Url => "Url",
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
    pub(super) location: Location,
    pub(super) account_default: Option<Ident>,
    /// What a signature covers, as a variant of `weixin_api::Signed`.
    pub(super) signed: Option<Ident>,
    /// A `FilePart`, which is not part of the serde form.
    pub(super) file: bool,
    /// The value of a missing field, if there is one; `new` does not take the field then.
    pub(super) default: Option<TokenStream>,
    /// Whether it may be missing where it is read. With `#[serde(default)]` on the struct all
    /// fields may be, and `new` takes them nevertheless.
    optional: bool,
    serde: SerdeAttributes,
}

impl Member {
    /// Reads the attributes of a field, removes those of this macro and adds those that serde needs.
    pub(super) fn take(
        field: &mut Field,
        default_location: Location,
        all_default: bool,
    ) -> Result<Self> {
        let span = field.span();
        let ident =
            field.ident.clone().ok_or_else(|| Error::new(span, "the fields must have names"))?;
        let serde = SerdeAttributes::read(&field.attrs)?;
        let (mut location, mut account_default, mut signed) = (default_location, None, None);
        for attribute in &field.attrs {
            let path = attribute.path();
            if let Some((_, wanted)) =
                Location::ATTRIBUTES.iter().find(|(name, _)| path.is_ident(name))
            {
                attribute.meta.require_path_only()?;
                location = *wanted;
            } else if path.is_ident("account_default") {
                let what: Ident = attribute.parse_args()?;
                let known = [("id", "Id"), ("agent", "Agent"), ("secret", "Secret")];
                account_default = Some(choose(&known, &what)?);
            } else if path.is_ident("signed") {
                let what: Ident = attribute.parse_args()?;
                let known =
                    [("body", "Body"), ("path_and_body", "PathAndBody"), ("nothing", "Nothing")];
                signed = Some(choose(&known, &what)?);
                location = Location::Query;
            }
        }
        describe::strip(&mut field.attrs);
        field.attrs.retain(|attribute| {
            let path = attribute.path();
            !path.is_ident("account_default")
                && !path.is_ident("signed")
                && !Location::ATTRIBUTES.iter().any(|(name, _)| path.is_ident(name))
        });
        let inner = option_of(&field.ty);
        let file = last_segment(inner.unwrap_or(&field.ty)).is_some_and(|ty| ty == "FilePart");
        if file && location != Location::Part {
            return Err(Error::new(span, "a file goes into a part: `#[part]`"));
        }
        if account_default.is_some() && inner.is_none() {
            let message = "a field with `#[account_default]` must be an `Option`";
            return Err(Error::new(field.ty.span(), message));
        }
        let is_signature = last_segment(&field.ty).is_some_and(|ty| ty == "CallSignature");
        if signed.is_some() != is_signature {
            let message = "a field of the type `CallSignature`, and no other, needs `#[signed(body)]`, \
                           `#[signed(path_and_body)]` or `#[signed(nothing)]`";
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
            .clone()
            .or_else(|| inner.is_some().then(|| quote!(::core::default::Default::default())));
        Ok(Self {
            name: serde.rename.clone().unwrap_or_else(|| ident.unraw().to_string()),
            docs: markdown(&field.attrs),
            docs_attributes: docs_attributes(&field.attrs),
            ty: field.ty.clone(),
            optional: all_default || default.is_some(),
            default,
            ident,
            location,
            account_default,
            signed,
            file,
            serde,
        })
    }

    /// The argument that sets the field, and the expression for its value: `impl Into` except for
    /// [`PRIMITIVES`].
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

    /// The description of the field of an endpoint.
    pub(super) fn listing(&self, krate: &TokenStream) -> TokenStream {
        let location = self.location.name();
        let info = self.info(krate);
        let account_default = match &self.account_default {
            Some(value) => quote!(::core::option::Option::Some(#krate::AccountDefault::#value)),
            None => quote!(::core::option::Option::None),
        };
        quote! {
            #krate::EndpointField {
                field: #info,
                location: #krate::FieldLocation::#location,
                account_default: #account_default,
            }
        }
    }

    /// The description of the field.
    pub(super) fn info(&self, krate: &TokenStream) -> TokenStream {
        let protocol = quote!(#krate::__private::weixin_protocol);
        describe::field(&protocol, &self.name, &self.ty, &self.serde, self.optional, &self.docs)
    }

    /// Whether a value is passed without a conversion; see [`PRIMITIVES`].
    pub(super) fn is_primitive(&self) -> bool {
        last_segment(&self.ty).is_some_and(|name| PRIMITIVES.contains(&name.as_str()))
    }

    /// The `T` of a required list.
    pub(super) fn item(&self) -> Option<&Type> {
        vec_of(&self.ty)
    }

    pub(super) fn is_string(&self) -> bool {
        last_segment(&self.ty).is_some_and(|name| name == "String")
    }
}

/// Numbers and `bool` are passed without a conversion: with `impl Into` the type of a literal could
/// not be inferred.
pub(super) const PRIMITIVES: [&str; 13] =
    ["bool", "u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64", "isize", "f32", "f64"];
