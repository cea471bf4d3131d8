//! `weixin api coverage`: the table of `docs/coverage.md`.

use std::fmt::Write;

use weixin::api::GroupInfo;
use weixin_catalog::{PRODUCTS, entries};

use super::endpoints;

/// Which endpoints have a type: a line per product, then each of them by group.
pub(crate) fn table() -> String {
    let mut text = String::from(
        "# Coverage\n\n\
         Which of the platform's endpoints have a type, written by `cargo xtask coverage` from the\n\
         catalogue and the product crates. Every other one can be called by `wx.call`, or by\n\
         `weixin api call`. An endpoint stands under the product in whose documentation it is, which\n\
         does not say who may call it. The feature of `weixin` that brings a group stands beside it.\n\n\
         | product | typed | of tier 1 | known |\n|---|---:|---:|---:|\n",
    );
    for product in PRODUCTS {
        let (mut typed, mut first, mut firsts, mut known) = (0, 0, 0, 0);
        for entry in entries().iter().filter(|entry| entry.product == product.name) {
            let (has_type, is_first) = (super::typed(entry).is_some(), entry.tier == 1);
            known += 1;
            typed += usize::from(has_type);
            firsts += usize::from(is_first);
            first += usize::from(has_type && is_first);
        }
        let _ = writeln!(text, "| {} | {typed} | {first} of {firsts} | {known} |", product.title);
    }
    for (name, groups) in endpoints::PRODUCTS {
        let _ =
            writeln!(text, "\n## weixin-{name}\n\n| group | feature | endpoints |\n|---|---|---|");
        for GroupInfo { name: group, always, endpoints, .. } in groups {
            let names: Vec<_> = endpoints.iter().map(|info| format!("`{}`", info.name)).collect();
            let feature = match always {
                true => "always there".to_owned(),
                false => format!("`{name}-{}`", group.replace('_', "-")),
            };
            let group = group.replace('_', " ");
            let _ = writeln!(text, "| {group} | {feature} | {} |", names.join(", "));
        }
    }
    text
}
