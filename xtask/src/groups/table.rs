//! The table of groups in the manual.

use super::{Group, Product};

const HEAD: &str = "\
<!-- Written by `cargo xtask groups`. -->

# Groups of endpoints, and the features that bring them

The groups that nearly everybody needs are always there. Each of the others is a feature of `weixin`;
`official-full`, `mini-full`, `work-full` and `open-full` are all groups of one product, `full` is
everything. A client has a group as the method in the first column.

基础接口始终可用;其余接口按分组由 feature 开启。
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
            "\n## {name}: `weixin::{}`\n\n| call | module | feature | what it is |\n|---|---|---|---|\n",
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
        None if group.endpoints => "by the client itself".to_owned(),
        None => "pushes only".to_owned(),
    };
    let feature = match product.facade_feature(group) {
        Some(feature) => format!("`{feature}`"),
        None => "always there".to_owned(),
    };
    format!(
        "| {call} | [`{name}`](crate::{product}::{name}) | {feature} | {title} |\n",
        name = group.name,
        product = product.name,
        title = group.title
    )
}
