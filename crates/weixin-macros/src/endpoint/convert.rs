//! Shorter calls: conversions into the request, and the method of the group's handle.

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

/// The integer ids (`integer_id!` with a `u64`): a request also converts from the number, so that a
/// literal can be passed. If a name is missing here, only this conversion is missing.
const INTEGER_IDS: &[&str] = &[
    "AuditId",
    "BeaconApplicationId",
    "CheckinRuleId",
    "CustomerStrategyId",
    "DepartmentId",
    "DraftId",
    "DramaId",
    "ExpressTemplateId",
    "GoodsId",
    "GuideGroupId",
    "GuideTaskId",
    "LiveRoomId",
    "MassMessageId",
    "MeetingRoomId",
    "MenuId",
    "MerchantGroupId",
    "MerchantShelfId",
    "MomentStrategyId",
    "MsgDataId",
    "NicknameAuditId",
    "PayGiftRuleId",
    "PoiId",
    "ProductCategoryId",
    "PromoterRoleId",
    "PublicMailId",
    "PublishId",
    "SchoolDepartmentId",
    "ShakePageId",
    "TagId",
    "UserActionSetId",
    "VideoId",
    "VideoTaskId",
    "WifiShopId",
];

/// The maximum number of values in a tuple: with more, their order would be hard to remember.
const MAX_TUPLE: usize = 3;

fn required(members: &[Member]) -> Vec<&Member> {
    members.iter().filter(|member| member.default.is_none()).collect()
}

/// `From` the required fields: the only one, or the tuple of two or three.
pub(super) fn conversions(krate: &TokenStream, name: &Ident, members: &[Member]) -> TokenStream {
    match required(members)[..] {
        [] => TokenStream::new(),
        [member] => from_one(krate, name, member),
        ref several if several.len() <= MAX_TUPLE => from_tuple(name, several),
        _ => TokenStream::new(),
    }
}

fn from_one(krate: &TokenStream, name: &Ident, member: &Member) -> TokenStream {
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
    // For types without a conversion from `&str`: with a lifetime in it, the bound is not checked
    // until the conversion is used.
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
    // Pushes identify users by a `PeerId`, which all products share.
    let person = last_segment(ty).is_some_and(|name| name == "OpenId" || name == "UserId");
    let peer = person.then(|| {
        let peer = quote!(#krate::__private::weixin_protocol::PeerId);
        quote! {
            impl #from<#peer> for #name {
                fn from(#field: #peer) -> Self {
                    Self::new(#field)
                }
            }

            impl #from<&#peer> for #name {
                fn from(#field: &#peer) -> Self {
                    Self::new(#field)
                }
            }
        }
    });
    // Codes and tickets are often taken from the query of a page, as texts.
    let secret = last_segment(ty).is_some_and(|name| name == "Secret");
    let text = secret.then(|| {
        quote! {
            impl #from<::std::string::String> for #name {
                fn from(#field: ::std::string::String) -> Self {
                    Self::new(#field)
                }
            }
        }
    });
    quote! {
        #own
        #peer
        #text

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

/// Documents the argument, and how optional fields are set.
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
            "{taken}. Its optional fields are set with [`Call::with`](weixin_api::Call::with), as in \
             `.with(|request| request.option(value))`."
        ),
        (true, false) => format!("{taken}; optional fields are set on the request."),
        (false, _) => format!("{taken}."),
    }
}
