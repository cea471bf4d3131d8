//! What makes a call short: conversions into the request, and the method of the group's handle.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Ident, ItemStruct, ext::IdentExt};

use super::{
    declaration::{Declaration, Shortcut},
    member::Member,
};
use crate::{
    group,
    text::{last_segment, markdown},
};

/// The ids that are whole numbers (`integer_id!`, of a `u64`): a request converts from the number
/// too, so that a literal can be passed. A name that is missing here costs only that.
const INTEGER_IDS: [&str; 6] =
    ["CheckinRuleId", "CustomerStrategyId", "DepartmentId", "MenuId", "PoiId", "TagId"];

/// More values than this are not told apart by their position.
const MAX_TUPLE: usize = 3;

fn required(members: &[Member]) -> Vec<&Member> {
    members.iter().filter(|member| member.default.is_none()).collect()
}

/// `From` what must be given: the only required field, or the tuple of two or three.
pub(super) fn conversions(name: &Ident, members: &[Member]) -> TokenStream {
    match required(members)[..] {
        [] => TokenStream::new(),
        [member] => from_one(name, member),
        ref several if several.len() <= MAX_TUPLE => from_tuple(name, several),
        _ => TokenStream::new(),
    }
}

fn from_one(name: &Ident, member: &Member) -> TokenStream {
    let (field, ty) = (&member.ident, &member.ty);
    let from = quote!(::core::convert::From);
    let own = quote! {
        impl #from<#ty> for #name {
            fn from(#field: #ty) -> Self {
                Self::new(#field)
            }
        }
    };
    if member.is_primitive() {
        return own;
    }
    if let Some(item) = member.item() {
        return quote! {
            #own

            impl<const N: usize> #from<[#item; N]> for #name {
                fn from(#field: [#item; N]) -> Self {
                    Self::new(#field)
                }
            }
        };
    }
    let integer = last_segment(ty).is_some_and(|name| INTEGER_IDS.contains(&name.as_str()));
    if integer {
        return quote! {
            #own

            impl #from<u64> for #name {
                fn from(#field: u64) -> Self {
                    Self::new(#field)
                }
            }
        };
    }
    // The bound is there for types that no text converts into: with a lifetime in it, it is not
    // checked before somebody converts.
    let condition = (!member.is_string()).then(|| quote!(where #ty: #from<&'t str>));
    let reference = (!member.is_string()).then(|| {
        quote! {
            impl<'t> #from<&'t #ty> for #name
            where
                #ty: #from<&'t #ty>,
            {
                fn from(#field: &'t #ty) -> Self {
                    Self::new(#field)
                }
            }
        }
    });
    quote! {
        #own

        impl<'t> #from<&'t str> for #name #condition {
            fn from(#field: &'t str) -> Self {
                Self::new(#field)
            }
        }

        #reference
    }
}

fn from_tuple(name: &Ident, members: &[&Member]) -> TokenStream {
    let (mut parameters, mut types, mut values) = (Vec::new(), Vec::new(), Vec::new());
    for (at, member) in members.iter().enumerate() {
        let ty = &member.ty;
        if member.is_primitive() {
            types.push(quote!(#ty));
        } else {
            let parameter = format_ident!("T{at}");
            types.push(quote!(#parameter));
            parameters.push(quote!(#parameter: ::core::convert::Into<#ty>));
        }
        values.push(&member.ident);
    }
    quote! {
        impl<#(#parameters),*> ::core::convert::From<(#(#types),*)> for #name {
            fn from((#(#values),*): (#(#types),*)) -> Self {
                Self::new(#(#values),*)
            }
        }
    }
}

/// The method of the group's handle, if the declaration names one.
pub(super) fn shortcut(
    krate: &TokenStream,
    declaration: &Declaration,
    item: &ItemStruct,
    members: &[Member],
) -> TokenStream {
    let Some(Shortcut::Method { group, method }) = &declaration.call else {
        return TokenStream::new();
    };
    let (handle, name) = (group::handle(group), &item.ident);
    let docs = markdown(&item.attrs);
    let summary: String = docs.split("\n\n").next().unwrap_or_default().to_owned();
    let required = required(members);
    let (argument, request) = match required.is_empty() {
        true => (None, quote!(#name::new())),
        false => (
            Some(quote!(request: impl ::core::convert::Into<#name>)),
            quote!(::core::convert::Into::into(request)),
        ),
    };
    let note = note(name, &required, members.len() > required.len());
    quote! {
        impl<'c, C: #krate::Caller + ?::core::marker::Sized> #handle<'c, C>
        where
            #name: #krate::On<C::Kind>,
        {
            #[doc = #summary]
            #[doc = ""]
            #[doc = #note]
            pub fn #method(&self, #argument) -> #krate::Call<'c, C, #name> {
                #krate::Call::new(self.caller, #request)
            }
        }
    }
}

/// What a caller passes, and where the options are.
fn note(name: &Ident, required: &[&Member], options: bool) -> String {
    let names: Vec<_> = required.iter().map(|member| member.ident.unraw().to_string()).collect();
    let taken = match names.len() {
        0 => format!("Sends a [`{name}`]"),
        1 => format!("Sends a [`{name}`], which converts from its `{}`", names[0]),
        count if count <= MAX_TUPLE => {
            format!("Sends a [`{name}`], which converts from `({})`", names.join(", "))
        }
        _ => format!("Sends a [`{name}`]"),
    };
    match (options, required.is_empty()) {
        (true, true) => format!(
            "{taken}. Its options are set by [`Call::with`](weixin_api::Call::with), as in \
             `.with(|request| request.option(value))`."
        ),
        (true, false) => format!("{taken}; its other fields are set on it."),
        (false, _) => format!("{taken}."),
    }
}
