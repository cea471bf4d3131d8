//! The generated parts of the facade.

use std::collections::{BTreeMap, BTreeSet};

use super::{Group, Product, list, prelude_lines};

const NOTE: &str = "// Written by `cargo xtask groups`.\n";

fn cfg(product: &Product, group: &Group, indent: &str) -> String {
    match product.facade_feature(group) {
        Some(feature) => format!("{indent}#[cfg(feature = \"{feature}\")]\n"),
        None => String::new(),
    }
}

/// The module of a product, with the groups that the facade's features enable, even if other crates of
/// the program enable more in the product crate.
pub(super) fn module(product: &Product) -> String {
    let krate = format!("weixin_{}", product.name);
    let about = match product.name.as_str() {
        "official" => "Official Account endpoints (公众号)",
        "mini" => "Mini Program endpoints (小程序)",
        "work" => "WeCom endpoints (企业微信)",
        _ => "Third-party platform endpoints (第三方平台)",
    };
    let mut text = format!(
        "{NOTE}\n//! {about}, one module for each group.\n//!\n//! A group beyond the core has a \
         feature: see the [table of groups](crate::manual::groups).\n\n"
    );
    let mut root = product.root.clone();
    root.sort();
    text.push_str("#[doc(inline)]\n");
    match &root[..] {
        [name] => text.push_str(&format!("pub use {krate}::{name};\n")),
        _ => text.push_str(&list(&format!("pub use {krate}::{{"), &root, "};", "")),
    }
    for group in product.sorted() {
        text.push_str(&format!(
            "{}#[doc(inline)]\npub use {krate}::{};\n",
            cfg(product, group, ""),
            group.name
        ));
    }
    let messages = product.groups.iter().any(|group| group.messages);
    let tables = if messages { "ENDPOINTS, visit, visit_messages" } else { "ENDPOINTS, visit" };
    text.push_str(&format!("pub use {krate}::{{{tables}}};\n"));
    text.push_str(&format!(
        "#[doc(inline)]\npub use {krate}::{{{}}};\n",
        product.shared.join(", ")
    ));
    text.push_str(&format!(
        "\n/// The traits and types for calling these endpoints.\npub mod prelude {{\n{}}}\n",
        prelude(product, &krate)
    ));
    text
}

fn prelude(product: &Product, krate: &str) -> String {
    let accounts: Vec<_> =
        product.root.iter().filter(|name| !name.ends_with("Messenger")).cloned().collect();
    let mut text = match &accounts[..] {
        [name] => format!("    pub use {krate}::{name};\n"),
        _ => list(&format!("pub use {krate}::{{"), &accounts, "};", "    "),
    };
    for group in product.sorted() {
        text.push_str(&prelude_lines(krate, group, &cfg(product, group, "    ")));
        if let (Some(feature), Some(handle)) = (product.facade_feature(group), &group.handle) {
            text.push_str(&format!(
                "    #[cfg(not(feature = \"{feature}\"))]\n    pub use crate::missing::{}::{} as _;\n",
                product.name, handle.api
            ));
        }
    }
    text
}

/// The replacements of groups whose feature is disabled, so that compile errors name the feature.
pub(super) fn missing(products: &[Product]) -> String {
    let mut text = format!("{NOTE}\n{MISSING}");
    for product in products {
        text.push_str(&format!("\npub mod {} {{\n", product.name));
        for group in product.sorted() {
            let (Some(feature), Some(handle)) = (product.facade_feature(group), &group.handle)
            else {
                continue;
            };
            text.push_str(&format!(
                "    #[cfg(not(feature = \"{feature}\"))]\n    missing! {{\n        {}::{}, [{}],\n        \
                 \"`{method}()` is behind the feature `{feature}` of `weixin`\",\n        \
                 \"in Cargo.toml: `features = [\\\"{feature}\\\"]`, or `{}-full` for all groups\"\n    }}\n",
                handle.api,
                handle.method,
                handle.kinds.join(", "),
                product.name,
                method = handle.method,
            ));
        }
        text.push_str("}\n");
    }
    text.push_str(&unnarrowed(products));
    text
}

/// The methods of all groups for a client whose kind is only known at run time: the compile error for
/// a call says how to narrow the client.
fn unnarrowed(products: &[Product]) -> String {
    let mut methods: BTreeMap<&str, (&str, BTreeSet<&str>)> = BTreeMap::new();
    for product in products {
        for handle in product.groups.iter().filter_map(|group| group.handle.as_ref()) {
            let narrow = handle.kinds.iter().filter_map(|kind| match kind.as_str() {
                "Official" => Some("`.official()`"),
                "Mini" => Some("`.mini()`"),
                "Work" => Some("`.work()`"),
                _ => None,
            });
            let entry = methods.entry(&handle.method).or_insert((&handle.api, BTreeSet::new()));
            entry.1.extend(narrow);
        }
    }
    methods.retain(|_, (_, narrow)| !narrow.is_empty());
    let mut text = "\n/// For clients of an account whose kind is only known at run time.\n\
                    pub mod any {\n"
        .to_owned();
    for (method, (api, narrow)) in &methods {
        let narrow = narrow.iter().copied().collect::<Vec<_>>().join(" or ");
        text.push_str(&format!(
            "    missing! {{\n        {api}::{method}, [Any],\n        \
             \"`{method}()` needs to know what kind of account this is\",\n        \
             \"narrow the client first, with {narrow}, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`\"\n    }}\n"
        ));
    }
    text.push_str("}\n\npub mod unnarrowed {\n");
    for (api, _) in methods.values() {
        text.push_str(&format!("    pub use super::any::{api} as _;\n"));
    }
    text.push_str("}\n");
    text
}

const MISSING: &str = "\
//! Groups whose feature is disabled: their methods exist, and the compile error for a call names the
//! feature.
#![allow(missing_docs, unreachable_pub, reason = \"the items cannot be named outside of this crate\")]

/// The return type of methods that cannot be called.
#[derive(Debug)]
pub enum NotAvailable {}

/// Declares the method of a disabled group. A macro, because each has its own message.
macro_rules! missing {
    ($api:ident::$method:ident, [$($kind:ident),*], $message:literal, $note:literal) => {
        pub use self::$method::$api;

        mod $method {
            #[diagnostic::on_unimplemented(
                message = $message,
                label = \"not available\",
                note = $note
            )]
            pub trait Enabled {}

            pub trait $api {
                fn $method(&self) -> $crate::missing::NotAvailable
                where
                    Self: Enabled,
                {
                    unreachable!(\"no type is `Enabled`\")
                }
            }

            $(impl $api for ::weixin_client::Client<::weixin_api::kind::$kind> {})*
        }
    };
}
";

/// The features of the facade.
pub(super) fn features(products: &[Product]) -> String {
    let mut text = String::new();
    for product in products {
        let groups: Vec<_> = product.sorted().into_iter().filter(|group| !group.always).collect();
        text.push_str(&format!(
            "## Every group of `weixin::{name}`.\n{name}-full = [\n",
            name = product.name
        ));
        for group in &groups {
            text.push_str(&format!("    \"{}-{}\",\n", product.name, group.feature()));
        }
        text.push_str("]\n");
        for group in &groups {
            let (name, feature) = (&product.name, group.feature());
            let mut needs: Vec<_> = group
                .needs
                .iter()
                .filter(|other| product.groups.iter().any(|g| g.name == **other && !g.always))
                .map(|other| format!("\"{name}-{}\"", other.replace('_', "-")))
                .collect();
            needs.push(format!("\"weixin-{name}/{feature}\""));
            text.push_str(&format!("{name}-{feature} = [{}]\n", needs.join(", ")));
        }
    }
    text
}
