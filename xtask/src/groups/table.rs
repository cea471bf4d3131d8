//! The table of groups in the manual.

use super::{Group, Product};

const HEAD: &str = "\
<!-- Written by `cargo xtask groups`. -->

# Groups of endpoints, and their features

The groups that nearly every program needs are always enabled. Each of the others is a feature of
`weixin`; `official-full`, `mini-full`, `work-full` and `open-full` enable all groups of one product,
`full` enables everything. The first column is the method of the client that returns the handle of the
group.

基础接口组始终可用；其余接口组各由一个 feature 启用。
";

/// One table for each product.
pub(super) fn manual(products: &[Product]) -> String {
    let mut text = HEAD.to_owned();
    for product in products {
        let name = match product.name.as_str() {
            "official" => "Official Account (公众号)",
            "mini" => "Mini Program (小程序)",
            "work" => "WeCom (企业微信)",
            _ => "Third-party platform (第三方平台)",
        };
        text.push_str(&format!(
            "\n## {name}: `weixin::{}`\n\n| method | module | feature | contents |\n|---|---|---|---|\n",
            product.name
        ));
        for group in &product.groups {
            text.push_str(&row(product, group));
        }
    }
    text
}

fn row(product: &Product, group: &Group) -> String {
    let call = match &group.handle {
        Some(handle) => format!("`wx.{}()`", handle.method),
        None if group.endpoints => "called by the client".to_owned(),
        None => "pushes only".to_owned(),
    };
    let feature = match product.facade_feature(group) {
        Some(feature) => format!("`{feature}`"),
        None => "always enabled".to_owned(),
    };
    format!(
        "| {call} | [`{name}`](crate::{product}::{name}) | {feature} | {title} |\n",
        name = group.name,
        product = product.name,
        title = group.title
    )
}
