//! `#[handler]`: reports what is wrong with a function that should be a handler.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::{
    Error, FnArg, GenericArgument, ItemFn, PathArguments, Result, ReturnType, Token, Type,
    parse::{Parse, ParseStream},
    parse_quote,
    spanned::Spanned,
};

/// `state = Shop`
struct Arguments {
    state: Option<Type>,
}

impl Parse for Arguments {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        if input.is_empty() {
            return Ok(Self { state: None });
        }
        let name: syn::Ident = input.parse()?;
        if name != "state" {
            return Err(Error::new(name.span(), "expected `state = TheState`"));
        }
        input.parse::<Token![=]>()?;
        Ok(Self { state: Some(input.parse()?) })
    }
}

pub(crate) fn expand(
    krate: &TokenStream,
    arguments: TokenStream,
    item: TokenStream,
) -> Result<TokenStream> {
    let Arguments { state } = syn::parse2(arguments)?;
    let function: ItemFn = syn::parse2(item)?;
    let signature = &function.sig;
    if signature.asyncness.is_none() {
        return Err(Error::new(
            signature.fn_token.span(),
            "a handler must be `async`: write `async fn`",
        ));
    }
    if !signature.generics.params.is_empty() {
        return Err(Error::new(signature.generics.span(), "a handler cannot be generic"));
    }
    let types = signature.inputs.iter().map(argument_type).collect::<Result<Vec<_>>>()?;
    let state = state.or_else(|| types.iter().find_map(|ty| state_of(ty)));
    let state = state.unwrap_or_else(|| parse_quote!(()));
    let arguments = types
        .iter()
        .map(|ty| quote_spanned!(ty.span()=> #krate::__check::argument::<#ty, #state, _>();));
    let reply = match &signature.output {
        ReturnType::Type(_, ty) if !matches!(**ty, Type::ImplTrait(_)) => {
            Some(quote_spanned!(ty.span()=> #krate::__check::reply::<#ty>();))
        }
        _ => None,
    };
    let name = &signature.ident;
    let (values, send): (Vec<_>, _) = (
        (0..types.len()).map(|index| quote::format_ident!("argument_{index}")).collect(),
        quote_spanned!(name.span()=> #krate::__check::future),
    );
    Ok(quote! {
        #function

        const _: () = {
            #[allow(dead_code, clippy::all)]
            fn check(#(#values: #types),*) {
                #(#arguments)*
                #reply
                #send(#name(#(#values),*));
            }
        };
    })
}

fn argument_type(argument: &FnArg) -> Result<&Type> {
    match argument {
        FnArg::Typed(argument) => Ok(&argument.ty),
        FnArg::Receiver(receiver) => Err(Error::new(
            receiver.span(),
            "a handler must be a function, not a method: pass data with `State`",
        )),
    }
}

/// The `T` of an argument `State<T>`.
fn state_of(ty: &Type) -> Option<Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last().filter(|segment| segment.ident == "State")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(ty) => Some(ty.clone()),
        _ => None,
    }
}
