//! Reads documentation and types from the source.

use syn::{
    Attribute, Expr, ExprLit, GenericArgument, Lit, LitStr, Meta, PathArguments, Result, Type,
};
use syn::{Error, spanned::Spanned};

/// The text of a literal.
pub(crate) fn string(value: &Expr) -> Result<LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(text.clone()),
        other => Err(Error::new(other.span(), "expected a string literal")),
    }
}

/// The `#[doc]` attributes.
pub(crate) fn docs_attributes(attributes: &[Attribute]) -> Vec<Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("doc")).cloned().collect()
}

/// The heading of the examples. What the attributes add stands before it, and texts that are read
/// outside of the documentation end there.
const EXAMPLES: &str = "# Examples";

/// The documentation with its line breaks, which tables and paragraphs need,
/// without its examples.
pub(crate) fn markdown(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(doc_line);
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned());
    let text = lines.take_while(|line| line != EXAMPLES).collect::<Vec<_>>().join("\n");
    text.trim_end().to_owned()
}

/// The documentation as one paragraph.
pub(crate) fn paragraph(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(doc_line);
    lines.map(|line| line.trim().to_owned()).collect::<Vec<_>>().join(" ")
}

/// Adds to the documentation, before its examples.
pub(crate) fn add_to_docs(attributes: &mut Vec<Attribute>, text: &str) {
    let examples = attributes
        .iter()
        .position(|attribute| doc_line(attribute).is_some_and(|line| line.trim() == EXAMPLES));
    let at = examples.unwrap_or(attributes.len());
    attributes.insert(at, syn::parse_quote!(#[doc = #text]));
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    if !attribute.path().is_ident("doc") {
        return None;
    }
    match &attribute.meta {
        Meta::NameValue(pair) => string(&pair.value).ok().map(|text| text.value()),
        _ => None,
    }
}

/// The last segment of a type's path: `Vec` for `std::vec::Vec<T>`.
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
