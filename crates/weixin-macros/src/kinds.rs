//! The kinds of accounts, as readers of the documentation know them.

const SHOWN: [(&str, &str); 7] = [
    ("official", "Official Account (公众号)"),
    ("mini", "Mini Program (小程序)"),
    ("work", "WeCom app (企业微信应用)"),
    ("component", "third-party platform (第三方平台)"),
    ("suite", "WeCom suite (第三方应用)"),
    ("provider", "WeCom service provider (服务商)"),
    ("group_robot", "WeCom group robot (群机器人)"),
];

/// A kind as it is written in a declaration's scope, in words.
pub(crate) fn shown(kind: &str) -> &'static str {
    SHOWN.iter().find(|(known, _)| kind == *known).map_or("", |(_, text)| text)
}
