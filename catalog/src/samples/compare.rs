//! Compares a sample with the result of reading it into its type and writing it back.

use serde_json::{Map, Value};
use weixin_api::check::is_empty;

/// The differences between a sample and what was written back, as key paths (`list[0].name`).
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Missing values.
    pub lost: Vec<String>,
    /// Changed values.
    pub changed: Vec<String>,
    /// Missing values that were empty.
    pub dropped_empty: Vec<String>,
}

impl Comparison {
    /// Treats missing or changed values at these paths as empty ones.
    pub fn ignore(&mut self, paths: &[&str]) {
        for found in [&mut self.lost, &mut self.changed] {
            let mut ignored: Vec<_> =
                found.extract_if(.., |path| paths.contains(&path.as_str())).collect();
            self.dropped_empty.append(&mut ignored);
        }
    }
}

/// Compares a sample with what was written back. Differences that do not count: a number instead of
/// its text and vice versa, an object instead of a list with one element and vice versa, another
/// spelling of a name, additional fields.
pub fn compare(before: &Value, after: &Value, found: &mut Comparison) {
    at("", before, Some(after), found);
}

fn at(path: &str, before: &Value, after: Option<&Value>, found: &mut Comparison) {
    let Some(after) = after else {
        let into = if is_empty(before) { &mut found.dropped_empty } else { &mut found.lost };
        return into.push(path.to_owned());
    };
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => objects(path, before, after, found),
        (Value::Array(before), Value::Array(after)) => {
            for (index, item) in before.iter().enumerate() {
                at(&format!("{path}[{index}]"), item, after.get(index), found);
            }
        }
        (Value::Array(before), after) if before.len() == 1 => {
            at(path, &before[0], Some(after), found)
        }
        (before, Value::Array(after)) if after.len() == 1 => {
            at(path, before, Some(&after[0]), found)
        }
        _ if same(before, after) => {}
        _ if is_empty(before) => found.dropped_empty.push(path.to_owned()),
        _ => found.changed.push(path.to_owned()),
    }
}

fn objects(
    path: &str,
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    found: &mut Comparison,
) {
    for (name, value) in before {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let written = after.get(name).or_else(|| {
            let added = after.iter().filter(|(other, _)| !before.contains_key(*other));
            let mut renamed =
                added.filter(|(other, kept)| is_spelling(name, other) && same(value, kept));
            renamed.next().map(|(_, kept)| kept)
        });
        at(&path, value, written, found);
    }
}

/// Whether two names are likely to be spellings of the same field, as the platform uses for some
/// (`head_img`, `head_image`): a type reads both and writes one.
fn is_spelling(one: &str, other: &str) -> bool {
    let shared = one.bytes().zip(other.bytes()).take_while(|(a, b)| a.eq_ignore_ascii_case(b));
    2 * shared.count() > one.len().min(other.len())
}

/// Whether two scalar values are equal, as number, text or boolean.
fn same(before: &Value, after: &Value) -> bool {
    let (Some(before), Some(after)) = (text(before), text(after)) else {
        return is_empty(before) && is_empty(after);
    };
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    let same_number = || match (before.parse::<i128>(), after.parse::<i128>()) {
        (Ok(before), Ok(after)) => before == after,
        _ => number(&before).is_some_and(|before| number(&after) == Some(before)),
    };
    let truth = |text: &str| match text {
        "1" | "true" | "True" | "TRUE" => Some(true),
        "0" | "false" | "False" | "FALSE" => Some(false),
        _ => None,
    };
    before == after
        || same_number()
        || truth(&before).is_some_and(|before| truth(&after) == Some(before))
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn compared(before: Value, after: Value) -> Comparison {
        let mut found = Comparison::default();
        compare(&before, &after, &mut found);
        found
    }

    #[test]
    fn equivalent_representations_are_equal() {
        let before =
            json!({ "n": "007", "t": 5, "f": 1, "d": "1.50", "l": { "a": 1 }, "o": [{ "b": 2 }] });
        let after = json!({ "n": "007", "t": "5", "f": true, "d": 1.5, "l": [{ "a": 1 }], "o": { "b": 2 } });
        assert_eq!(compared(before, after), Comparison::default());
        assert_eq!(compared(json!({}), json!({ "added": 1 })), Comparison::default());
    }

    #[test]
    fn another_spelling_of_a_name_is_not_a_loss() {
        let before = json!({ "head_img": "http://a/b", "price": "1" });
        let renamed = json!({ "head_image": "http://a/b", "price": "1" });
        assert_eq!(compared(before.clone(), renamed), Comparison::default());
        let other_value = json!({ "head_image": "http://a/c", "price": "1" });
        assert_eq!(compared(before.clone(), other_value).lost, ["head_img"]);
        let other_name = json!({ "title": "http://a/b", "price": "1" });
        assert_eq!(compared(before, other_name).lost, ["head_img"]);
    }

    #[test]
    fn missing_values_are_reported_by_path() {
        let before = json!({ "a": { "b": [{ "c": 1 }, { "c": 2, "d": 3 }] }, "e": 0, "f": [1, 2] });
        let after = json!({ "a": { "b": [{ "c": 1 }, { "c": 2 }] }, "f": [1] });
        assert_eq!(compared(before, after).lost, ["a.b[1].d", "e", "f[1]"]);
        assert_eq!(
            compared(json!({ "id": "9007199254740993" }), json!({ "id": 9007199254740992_u64 }))
                .changed,
            ["id"]
        );
        assert_eq!(compared(json!({ "a": "x" }), json!({ "a": "y" })).changed, ["a"]);
    }

    #[test]
    fn missing_empty_values_are_reported_separately() {
        let before = json!({ "a": null, "b": "", "c": [], "d": { "e": "" }, "f": "" });
        let found = compared(before, json!({ "f": 0 }));
        assert_eq!(found.dropped_empty, ["a", "b", "c", "d", "f"]);
        assert!(found.lost.is_empty() && found.changed.is_empty());
    }

    #[test]
    fn ignored_losses_count_as_empty() {
        let mut found = compared(json!({ "errcode": 0, "id": 1 }), json!({}));
        found.ignore(&["errcode"]);
        assert_eq!(
            (found.lost, found.dropped_empty),
            (vec!["id".to_owned()], vec!["errcode".to_owned()])
        );
    }
}
