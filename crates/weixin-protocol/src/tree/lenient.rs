//! JSON as the platform sometimes sends it.

use std::borrow::Cow;

/// Turns the platform's JSON into valid JSON: drops a byte order mark, and escapes raw control
/// characters inside strings (they occur in nicknames). Anything else is unchanged.
pub fn lenient_json(document: &str) -> Cow<'_, str> {
    let document = document.trim_start_matches('\u{feff}');
    if !document.bytes().any(|byte| byte < 0x20 || byte == 0x7f) {
        return Cow::Borrowed(document);
    }
    let mut fixed = String::with_capacity(document.len() + 16);
    let (mut in_string, mut escaped) = (false, false);
    for character in document.chars() {
        if in_string && !escaped && character < ' ' {
            fixed.push_str(&format!("\\u{:04x}", u32::from(character)));
            continue;
        }
        match character {
            '"' if !escaped => in_string = !in_string,
            _ => {}
        }
        escaped = in_string && !escaped && character == '\\';
        fixed.push(character);
    }
    Cow::Owned(fixed)
}
