//! The generated parts of the product crates.

use super::{Group, Product, prelude_lines, region};

/// The modules, the lists and the prelude of `lib.rs`.
pub(super) fn lib(product: &Product, text: &str) -> Result<String, String> {
    let text = region(text, "//", "modules", &modules(product))?;
    let text = region(&text, "//", "lists", &lists(product))?;
    region(&text, "    //", "prelude", &prelude(product))
}

fn cfg(group: &Group, indent: &str) -> String {
    match group.always {
        true => String::new(),
        false => format!("{indent}#[cfg(feature = \"{}\")]\n", group.feature()),
    }
}

fn modules(product: &Product) -> String {
    let mut text = String::new();
    let (own, shared): (Vec<_>, Vec<_>) =
        product.sorted().into_iter().partition(|group| !group.from_official);
    for group in own {
        text.push_str(&format!("{}pub mod {};\n", cfg(group, ""), group.name));
    }
    if !shared.is_empty() {
        text.push('\n');
    }
    for group in shared {
        text.push_str(&format!("{}pub use weixin_official::{};\n", cfg(group, ""), group.name));
    }
    text
}

fn lists(product: &Product) -> String {
    let entries = |name: &str, wanted: &dyn Fn(&Group) -> bool| {
        let mut text = format!("{name}![\n");
        for group in product.groups.iter().filter(|group| wanted(group)) {
            text.push_str(&format!("{}    {},\n", cfg(group, "    "), group.name));
        }
        text.push_str("];\n");
        text
    };
    let endpoints = entries("weixin_api::endpoint_groups", &|group| group.endpoints);
    match product.groups.iter().any(|group| group.messages) {
        true => {
            let messages = entries("weixin_protocol::message_groups", &|group| group.messages);
            format!("{endpoints}\n{messages}")
        }
        false => endpoints,
    }
}

fn prelude(product: &Product) -> String {
    product
        .sorted()
        .into_iter()
        .map(|group| prelude_lines("crate", group, &cfg(group, "    ")))
        .collect()
}

/// The features of the crate, without `default`.
pub(super) fn features(product: &Product) -> String {
    let groups: Vec<_> = product.sorted().into_iter().filter(|group| !group.always).collect();
    let mut text = String::from("## Every group.\nfull = [\n");
    for group in &groups {
        text.push_str(&format!("    \"{}\",\n", group.feature()));
    }
    text.push_str("]\n");
    for group in &groups {
        let mut needs: Vec<_> =
            group.needs.iter().map(|other| format!("\"{}\"", other.replace('_', "-"))).collect();
        if group.from_official {
            needs.push(format!("\"weixin-official/{}\"", group.feature()));
        }
        text.push_str(&format!("{} = [{}]\n", group.feature(), needs.join(", ")));
    }
    text
}
