//! Comparison of JSON values, with the path of each difference.

use serde_json::Value;

/// Which values count as equal.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    /// Only values that are the same.
    Exact,
    /// Also the forms between which the platform's JSON varies: a number and its text, a truth value
    /// and 0 or 1, a list of one item and that item, and a missing value and `null` or an empty list
    /// or object.
    Json,
    /// As [`Rule::Json`]; and an empty text and a missing value, as in XML.
    Push,
}

/// The paths of all differences, each with both values. Empty if there are none.
pub(crate) fn differences(rule: Rule, before: &Value, after: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(rule, "", Some(before), Some(after), &mut found);
    found
}

fn walk(
    rule: Rule,
    path: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    found: &mut Vec<String>,
) {
    match (before, after) {
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            let added = after.keys().filter(|name| !before.contains_key(*name));
            for name in before.keys().chain(added) {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                walk(rule, &path, before.get(name), after.get(name), found);
            }
        }
        (Some(Value::Array(before)), Some(Value::Array(after))) => {
            for index in 0..before.len().max(after.len()) {
                let path = format!("{path}[{index}]");
                walk(rule, &path, before.get(index), after.get(index), found);
            }
        }
        (Some(Value::Array(list)), Some(after)) if rule != Rule::Exact && list.len() == 1 => {
            walk(rule, path, list.first(), Some(after), found);
        }
        (Some(before), Some(Value::Array(list))) if rule != Rule::Exact && list.len() == 1 => {
            walk(rule, path, Some(before), list.first(), found);
        }
        _ if is_same(rule, before, after) => {}
        _ => found.push(format!("`{path}`: {} became {}", shown(before), shown(after))),
    }
}

fn is_same(rule: Rule, before: Option<&Value>, after: Option<&Value>) -> bool {
    if rule == Rule::Exact {
        return before == after;
    }
    match (before.and_then(|value| text(rule, value)), after.and_then(|value| text(rule, value))) {
        (Some(before), Some(after)) => before == after || is_same_number(&before, &after),
        _ => is_nothing(rule, before) && is_nothing(rule, after),
    }
}

/// The text of a scalar value.
fn text(rule: Rule, value: &Value) -> Option<String> {
    Some(match (value, rule) {
        (Value::Bool(truth), _) => u8::from(*truth).to_string(),
        (Value::Number(number), _) => number.to_string(),
        (Value::String(text), Rule::Push) => match text.trim() {
            "" => return None,
            "true" => "1".to_owned(),
            "false" => "0".to_owned(),
            text => text.to_owned(),
        },
        (Value::String(text), _) => text.clone(),
        (Value::Null | Value::Array(_) | Value::Object(_), _) => return None,
    })
}

/// Whether both are the same fraction in another notation, such as `1` and `1.0`. Whole numbers are
/// compared as texts: the digits of an id count.
fn is_same_number(before: &str, after: &str) -> bool {
    let whole = |text: &str| text.parse::<i128>().is_ok();
    let fraction = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    !(whole(before) && whole(after))
        && fraction(before).is_some_and(|before| fraction(after) == Some(before))
}

fn is_nothing(rule: Rule, value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.iter().all(|item| is_nothing(rule, Some(item))),
        Some(Value::Object(fields)) => fields.values().all(|field| is_nothing(rule, Some(field))),
        Some(Value::String(text)) => rule == Rule::Push && text.trim().is_empty(),
        Some(Value::Bool(_) | Value::Number(_)) => false,
    }
}

fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "nothing".to_owned(), Value::to_string)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn same(rule: Rule, before: &Value, after: &Value) -> bool {
        differences(rule, before, after).is_empty()
    }

    #[test]
    fn a_difference_is_named_by_its_path_with_both_values() {
        let before = json!({"a": {"b": [{"c": 1}, {"c": 2, "d": "x"}]}});
        let after = json!({"a": {"b": [{"c": 1}, {"c": 3}]}, "e": true});
        assert_eq!(
            differences(Rule::Exact, &before, &after),
            [
                "`a.b[1].c`: 2 became 3",
                "`a.b[1].d`: \"x\" became nothing",
                "`e`: nothing became true"
            ]
        );
    }

    #[test]
    fn equivalent_forms_are_the_same_unless_the_rule_is_exact() {
        let forms = [
            (json!({"n": 7}), json!({"n": "7"})),
            (json!({"n": 1}), json!({"n": true})),
            (json!({"n": "1.50"}), json!({"n": 1.5})),
            (json!({"n": {"a": 1}}), json!({"n": [{"a": 1}]})),
            (json!({"n": null, "l": [], "o": {"l": []}}), json!({})),
        ];
        for (one, other) in forms {
            assert!(same(Rule::Json, &one, &other) && same(Rule::Json, &other, &one), "{one}");
            assert!(same(Rule::Push, &one, &other) && same(Rule::Push, &other, &one), "{one}");
            assert!(!same(Rule::Exact, &one, &other), "{one}");
        }
    }

    #[test]
    fn an_empty_text_is_a_missing_value_only_in_a_push() {
        let (empty, missing) = (json!({"s": ""}), json!({}));
        assert!(same(Rule::Push, &empty, &missing));
        assert!(!same(Rule::Json, &empty, &missing));
        assert!(!same(Rule::Push, &empty, &json!({"s": 0})));
    }

    #[test]
    fn other_values_are_never_the_same() {
        let pairs = [
            (json!("007"), json!("7")),
            (json!(9_007_199_254_740_993_u64), json!(9_007_199_254_740_992_u64)),
            (json!([1, 2]), json!([1])),
            (json!([1, 2]), json!(1)),
            (json!(0), json!(null)),
            (json!({"a": 1}), json!("a")),
        ];
        for (one, other) in pairs {
            for rule in [Rule::Exact, Rule::Json, Rule::Push] {
                assert!(!same(rule, &one, &other), "{one} {other}");
                assert!(!same(rule, &other, &one), "{one} {other}");
            }
        }
    }
}
