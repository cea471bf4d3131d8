//! Finds the mistakes of a menu before it is sent.

use serde_json::{Map, Value};
use weixin::protocol::Product;

/// How many buttons the menu has at most, and how many a button of it opens.
const BUTTONS: usize = 3;
const SUB_BUTTONS: usize = 5;

/// The longest label of a button of the menu, in bytes.
const NAME_BYTES: usize = 16;
const KEY_BYTES: usize = 128;
const URL_BYTES: usize = 1024;

/// The fields of a button.
const FIELDS: [&str; 9] =
    ["type", "name", "key", "url", "appid", "pagepath", "media_id", "article_id", "sub_button"];

/// The types of buttons, and the fields that each of them needs.
type Kinds = &'static [(&'static str, &'static [&'static str])];

const OFFICIAL_KINDS: Kinds = &[
    ("click", &["key"]),
    ("view", &["url"]),
    ("miniprogram", &["url", "appid", "pagepath"]),
    ("scancode_push", &["key"]),
    ("scancode_waitmsg", &["key"]),
    ("pic_sysphoto", &["key"]),
    ("pic_photo_or_album", &["key"]),
    ("pic_weixin", &["key"]),
    ("location_select", &["key"]),
    ("media_id", &["media_id"]),
    ("view_limited", &["media_id"]),
    ("article_id", &["article_id"]),
    ("article_view_limited", &["article_id"]),
];

const WORK_KINDS: Kinds = &[
    ("click", &["key"]),
    ("view", &["url"]),
    ("view_miniprogram", &["appid", "pagepath"]),
    ("scancode_push", &["key"]),
    ("scancode_waitmsg", &["key"]),
    ("pic_sysphoto", &["key"]),
    ("pic_photo_or_album", &["key"]),
    ("pic_weixin", &["key"]),
    ("location_select", &["key"]),
];

/// Returns the buttons of a menu in the platform's form (`{"button": […]}`), or in that of the answer
/// to a query (`{"menu": {"button": […]}}`).
///
/// # Errors
/// All mistakes, each with the place where it is.
pub(super) fn check(product: Product, mut menu: Value) -> Result<Value, Vec<String>> {
    let conditional = menu.get("conditionalmenu").and_then(Value::as_array);
    if conditional.is_some_and(|menus| !menus.is_empty()) {
        return Err(vec![
            "conditionalmenu: this command does not set conditional menus: remove the field \
             此命令不能设置个性化菜单，请删除该字段"
                .to_owned(),
        ]);
    }
    let holder = match menu.get_mut("menu") {
        Some(inner) => inner,
        None => &mut menu,
    };
    let Some(buttons) = holder.get_mut("button").map(Value::take) else {
        return Err(vec!["there is no \"button\": [ … ] 缺少 \"button\": [ … ]".to_owned()]);
    };
    let mut checker = Checker::new(product);
    checker.level("button", &buttons, 1);
    match checker.problems.is_empty() {
        true => Ok(buttons),
        false => Err(checker.problems),
    }
}

struct Checker {
    kinds: Kinds,
    /// The longest label of a button that another one opens, in bytes.
    sub_name_bytes: usize,
    problems: Vec<String>,
}

impl Checker {
    fn new(product: Product) -> Self {
        let (kinds, sub_name_bytes) = match product {
            Product::Work => (WORK_KINDS, 40),
            _ => (OFFICIAL_KINDS, 60),
        };
        Self { kinds, sub_name_bytes, problems: Vec::new() }
    }

    fn note(&mut self, place: &str, problem: impl AsRef<str>) {
        self.problems.push(format!("{place}: {}", problem.as_ref()));
    }

    /// Checks the buttons of one level: 1 is the menu itself.
    fn level(&mut self, place: &str, buttons: &Value, level: u8) {
        let Some(buttons) = buttons.as_array() else {
            return self.note(place, "is not a list 不是数组");
        };
        let max = if level == 1 { BUTTONS } else { SUB_BUTTONS };
        if buttons.is_empty() || buttons.len() > max {
            let count = buttons.len();
            self.note(
                place,
                format!("has {count} buttons instead of 1 to {max} 有 {count} 个按钮，应为 1 至 {max} 个"),
            );
        }
        for (index, button) in buttons.iter().enumerate() {
            let place = format!("{place}[{index}]");
            match button.as_object() {
                Some(button) => self.button(&place, button, level),
                None => self.note(&place, "is not an object 不是对象"),
            }
        }
    }

    fn button(&mut self, place: &str, button: &Map<String, Value>, level: u8) {
        let name = button.get("name").and_then(Value::as_str).unwrap_or_default();
        let place = match name {
            "" => place.to_owned(),
            name => format!("{place} {name:?}"),
        };
        for field in button.keys().filter(|field| !FIELDS.contains(&field.as_str())) {
            self.note(&place, format!("unknown field 未知字段 {field:?}"));
        }
        let max = if level == 1 { NAME_BYTES } else { self.sub_name_bytes };
        self.text(&place, button, "name", max);
        let opened = button.get("sub_button");
        // The platform's own answer has an empty list in buttons that act.
        if let Some(opened) =
            opened.filter(|opened| opened.as_array().is_none_or(|b| !b.is_empty()))
        {
            if level > 1 {
                return self.note(&place, "opens a third level, and there are two 菜单最多两级");
            }
            return self.level(&format!("{place} sub_button"), opened, level + 1);
        }
        let kinds = self.kinds;
        let known = || kinds.iter().map(|(kind, _)| *kind).collect::<Vec<_>>().join(", ");
        let Some(kind) = button.get("type").and_then(Value::as_str) else {
            return self.note(
                &place,
                format!("needs a type or a sub_button 缺少 type 或 sub_button: {}", known()),
            );
        };
        let Some((_, needed)) = kinds.iter().find(|(known, _)| *known == kind) else {
            return self.note(&place, format!("unknown type 未知类型 {kind:?}: {}", known()));
        };
        for field in *needed {
            let max = match *field {
                "key" => KEY_BYTES,
                "url" => URL_BYTES,
                _ => usize::MAX,
            };
            self.text(&place, button, field, max);
        }
    }

    /// Checks a text that is required.
    fn text(&mut self, place: &str, button: &Map<String, Value>, field: &str, max: usize) {
        match button.get(field) {
            None => self.note(place, format!("needs {field} 缺少 {field}")),
            Some(Value::String(text)) if text.is_empty() => {
                self.note(place, format!("{field} is empty 为空"));
            }
            Some(Value::String(text)) if text.len() > max => {
                let bytes = text.len();
                self.note(
                    place,
                    format!("{field} has {bytes} bytes, at most {max} 共 {bytes} 字节，最多 {max} 字节（汉字占 3 字节）"),
                );
            }
            Some(Value::String(_)) => {}
            Some(_) => self.note(place, format!("{field} is not a text 不是字符串")),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn problems(product: Product, menu: Value) -> Vec<String> {
        check(product, menu).err().unwrap_or_default()
    }

    #[test]
    fn both_forms_are_read() {
        let buttons = json!([
            { "name": "Today", "type": "click", "key": "TODAY", "sub_button": [] },
            { "name": "More", "sub_button": [{ "name": "Site", "type": "view", "url": "https://a" }] },
        ]);
        for menu in [
            json!({ "button": buttons }),
            json!({ "menu": { "button": buttons, "menuid": 7 }, "conditionalmenu": [] }),
        ] {
            assert_eq!(check(Product::Official, menu), Ok(buttons.clone()));
        }
    }

    #[test]
    fn every_mistake_is_listed_with_its_button() {
        let leaf = |name: &str| json!({ "name": name, "type": "click", "key": "K" });
        let menu = json!({ "button": [
            { "name": "今天今天今天", "type": "click", "key": "K" },
            { "name": "A", "type": "clik", "key": "K" },
            { "name": "B", "type": "view", "link": "https://a" },
            { "name": "C", "sub_button": [
                leaf("1"), leaf("2"), leaf("3"), leaf("4"), leaf("5"),
                { "name": "6", "sub_button": [leaf("7")] },
            ] },
            "D",
        ] });
        let found = problems(Product::Official, menu);
        let expected = [
            "button: has 5 buttons instead of 1 to 3",
            "button[0] \"今天今天今天\": name has 18 bytes, at most 16",
            "button[1] \"A\": unknown type",
            "button[2] \"B\": unknown field",
            "button[2] \"B\": needs url",
            "button[3] \"C\" sub_button: has 6 buttons instead of 1 to 5",
            "button[3] \"C\" sub_button[5] \"6\": opens a third level",
            "button[4]: is not an object",
        ];
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{found}");
        }
    }

    #[test]
    fn products_have_their_own_types_and_lengths() {
        let program = json!({ "button": [
            { "name": "P", "type": "view_miniprogram", "appid": "wx1", "pagepath": "p" },
        ] });
        assert_eq!(problems(Product::Work, program.clone()).len(), 0);
        assert!(problems(Product::Official, program)[0].contains("unknown type"));
        let long = "x".repeat(41);
        let long = json!({ "button": [{ "name": "M", "sub_button": [
            { "name": long, "type": "click", "key": "K" },
        ] }] });
        assert_eq!(problems(Product::Official, long.clone()).len(), 0);
        assert_eq!(problems(Product::Work, long).len(), 1);
    }

    #[test]
    fn what_is_no_menu_is_said_so() {
        for menu in [json!({}), json!([]), json!({ "menu": {} }), json!(7)] {
            assert!(problems(Product::Official, menu)[0].contains("there is no \"button\""));
        }
        assert!(problems(Product::Official, json!({ "button": {} }))[0].contains("not a list"));
        let conditional = json!({ "menu": { "button": [] }, "conditionalmenu": [{}] });
        assert!(problems(Product::Official, conditional)[0].starts_with("conditionalmenu"));
    }
}
