//! The names of account kinds in the generated documentation.

const TITLES: [(&str, &str); 7] = [
    ("official", "Official Account (公众号)"),
    ("mini", "Mini Program (小程序)"),
    ("work", "WeCom app (企业微信应用)"),
    ("component", "third-party platform (第三方平台)"),
    ("suite", "WeCom suite (第三方应用)"),
    ("provider", "WeCom service provider (服务商)"),
    ("group_robot", "WeCom group robot (群机器人)"),
];

/// The title of a kind, given by its name in `scope(…)`.
pub(crate) fn title(kind: &str) -> &'static str {
    TITLES.iter().find(|(known, _)| kind == *known).map_or("", |(_, text)| text)
}
