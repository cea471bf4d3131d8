//! Reading documentation and types out of the source.

use syn::{
    Attribute, Expr, ExprLit, GenericArgument, Lit, LitStr, Meta, PathArguments, Result, Type,
};
use syn::{Error, spanned::Spanned};

/// The text of a literal.
pub(crate) fn string(value: &Expr) -> Result<LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(text.clone()),
        other => Err(Error::new(other.span(), "expected a text in quotes")),
    }
}

/// The attributes that are documentation.
pub(crate) fn docs_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect()
}

/// The documentation with its line breaks, so that its tables and paragraphs stay what they are.
pub(crate) fn markdown(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let text = lines.filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(pair) => string(&pair.value).ok().map(|text| text.value()),
        _ => None,
    });
    text.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The last name of a type's path: `Vec` of `std::vec::Vec<T>`.
pub(crate) fn last_segment(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// The `T` of an `Option<T>`.
pub(crate) fn option_of(ty: &Type) -> Option<&Type> {
    generic_of("Option", ty)
}

/// The `T` of a `Vec<T>`.
pub(crate) fn vec_of(ty: &Type) -> Option<&Type> {
    generic_of("Vec", ty)
}

/// The `T` of a `Name<T>`.
pub(crate) fn generic_of<'t>(name: &str, ty: &'t Type) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let segment = path.path.segments.last().filter(|segment| segment.ident == name)?;
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(inner)) => Some(inner),
        _ => None,
    }
}
