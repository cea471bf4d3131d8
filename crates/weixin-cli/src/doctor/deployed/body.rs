//! How the body of an answer differs from the expected one.

use weixin::bot::log_text::printable;

const BOM: &str = "\u{feff}";

/// How much of an unexpected body is shown.
const SHOWN: usize = 80;

/// How a body differs, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) detail: String,
    pub(super) advice: String,
}

fn difference(detail: impl Into<String>, advice: &str) -> Difference {
    Difference { detail: detail.into(), advice: advice.to_owned() }
}

/// Removes what frameworks put around a text, and names it.
fn unwrapped(body: &str) -> (&str, Vec<&'static str>) {
    let (mut rest, mut around) = (body, Vec::new());
    loop {
        let before = rest.len();
        if let Some(inner) = rest.strip_prefix(BOM) {
            around.push("a byte order mark (BOM)");
            rest = inner;
        }
        let trimmed = rest.trim_matches([' ', '\t', '\r', '\n']);
        if trimmed.len() < rest.len() {
            around.push(if rest.contains('\n') { "a line break" } else { "spaces" });
            rest = trimmed;
        }
        for quote in ['"', '\''] {
            let inner = rest.strip_prefix(quote).and_then(|inner| inner.strip_suffix(quote));
            if let Some(inner) = inner {
                around.push("quotes");
                rest = inner;
            }
        }
        if rest.len() == before {
            return (rest, around);
        }
    }
}

/// Whether a body is one of the expected texts with something around it. `None` if it is exactly
/// one of them, or none at all.
pub(super) fn around(body: &str, expected: &[&str]) -> Option<Difference> {
    if expected.contains(&body) {
        return None;
    }
    let (rest, around) = unwrapped(body);
    if !expected.contains(&rest) {
        return None;
    }
    let advice = match around.first().copied() {
        Some("quotes") => {
            "return the text itself, not as JSON: the framework quotes strings \
                           直接返回文本，不要以 JSON 序列化"
        }
        Some("a byte order mark (BOM)") => {
            "save the source file as UTF-8 without BOM 源文件请保存为无 BOM 的 UTF-8"
        }
        _ => {
            "write the text without a line break (print instead of println), and look for blank lines \
              outside the code 输出时不要换行，检查代码之外的空行"
        }
    };
    let around = around.join(", ");
    Some(difference(
        format!("the answer has {around} around the text 响应内容前后有多余字符"),
        advice,
    ))
}

/// Whether this is a page for people.
pub(super) fn is_html(body: &str) -> bool {
    let lower = body.trim_start_matches(BOM).trim_start().to_ascii_lowercase();
    ["<!doctype", "<html", "<head", "<body", "<p>", "<div", "<pre", "<script"]
        .iter()
        .any(|tag| lower.starts_with(tag))
}

/// How the answer to a URL verification differs. `sent` is the `echostr` as it was sent.
pub(super) fn of_echo(body: &str, expected: &str, sent: &str) -> Option<Difference> {
    if body == expected {
        return None;
    }
    if body.is_empty() {
        return Some(difference(
            "the answer is empty 响应为空",
            "return the `echostr`; a proxy may answer in place of the bot 需原样返回 echostr；也可能是代理代为响应",
        ));
    }
    if let Some(difference) = around(body, &[expected]) {
        return Some(difference);
    }
    if body.contains(expected) {
        return Some(if is_html(body) || body.contains('<') {
            difference(
                "there is HTML around the text 文本外有 HTML",
                "return the text alone, as text/plain; a template of the framework or a proxy adds the rest \
                 只返回文本（text/plain），去掉框架模板或代理添加的内容",
            )
        } else if body.starts_with(['{', '[']) {
            difference(
                "the text is inside JSON 文本在 JSON 中",
                "return the text alone 只返回文本本身",
            )
        } else {
            difference(
                format!("something is added to the text 文本被添加了内容: {}", shown(body)),
                "a proxy, a debug toolbar or a print statement of the bot adds it 可能来自代理、调试工具或程序中的打印",
            )
        });
    }
    if body == sent {
        return Some(difference(
            "the `echostr` came back as it was sent, not decrypted 返回了未解密的 echostr",
            "WeCom encrypts it: decrypt it with the EncodingAESKey 企业微信需解密 echostr 后返回明文",
        ));
    }
    if is_html(body) {
        return Some(difference(
            "the answer is a page, not the text 响应是网页",
            "a proxy, a login or a start page answers in place of the bot: check path and proxy \
             代理、登录页或首页代为响应，检查路径和代理",
        ));
    }
    Some(difference(
        format!("the answer is another text 响应内容不符: {}", shown(body)),
        "something else answers at this path, or a proxy has changed the text; if it is a cached answer, \
         turn caching off for this path 路径对应了其他程序、内容被代理改动或被缓存",
    ))
}

/// The beginning of a body.
pub(super) fn shown(body: &str) -> String {
    let start: String = body.chars().take(SHOWN).collect();
    let more = if start.len() < body.len() { "…" } else { "" };
    format!("{}{more}", printable(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_named() {
        for (body, expected) in [
            ("\"123\"", "quotes"),
            ("\u{feff}123", "BOM"),
            ("123\n", "a line break"),
            ("123\r\n", "a line break"),
            (" 123", "spaces"),
            ("\u{feff}\"123\"\n", "BOM), a line break, quotes"),
            ("<html><body>123</body></html>", "HTML around"),
            ("123<script src=x></script>", "HTML around"),
            ("{\"echo\":\"123\"}", "inside JSON"),
            ("echo 123", "is added"),
            ("", "is empty"),
            ("abc=", "not decrypted"),
            ("<!DOCTYPE html><title>nginx</title>", "a page"),
            ("124", "another text"),
        ] {
            let found = of_echo(body, "123", "abc=").unwrap();
            assert!(found.detail.contains(expected), "{body:?}: {found:?}");
        }
        assert_eq!(of_echo("123", "123", "abc="), None);
    }

    #[test]
    fn an_acknowledgement_may_be_empty() {
        assert_eq!(around("", &["", "success"]), None);
        assert!(around("\n", &["", "success"]).unwrap().detail.contains("line break"));
        assert!(around("\"success\"", &["", "success"]).unwrap().detail.contains("quotes"));
        assert_eq!(around("<xml/>", &["", "success"]), None);
    }
}
