//! How pushes are shown: as a table, and as JSON.

use serde_json::{Map, Value, json};
use weixin::{
    api::Timestamp,
    bot::{
        inbox::{ItemState, ItemSummary},
        log_text::printable,
    },
    store::{Error, ErrorKind},
};

use super::select::StateName;
use crate::terminal::CliError;

const HEADERS: [&str; 7] =
    ["ID", "RECEIVED (UTC)", "ACCOUNT", "KIND", "STATE", "ATTEMPTS", "REASON"];

/// What can be done about an unreadable push.
pub(super) const UNREADABLE: &str = "it is sealed with a key that is neither `key` nor `previous_key` of \
    [store], or damaged: configure the key with which it was stored, or drop it \
    无法读取：密钥不是 [store] 中的 key 或 previous_key，或数据已损坏；请配置当时的密钥，或将其删除";

/// An error of the inbox.
pub(super) fn inbox_failed(error: Error) -> CliError {
    let mut text = format!("the inbox fails: {error}");
    if let Some(source) = std::error::Error::source(&error) {
        text = format!("{text}: {source}");
    }
    let hint = match error.kind() {
        ErrorKind::Unreachable => " 无法连接收件箱",
        _ => " 收件箱出错",
    };
    CliError::Message(printable(text).to_string() + hint)
}

/// The lines of a table of pushes, headers first. Without content and users.
pub(super) fn table(items: &[ItemSummary]) -> Vec<String> {
    let mut rows = vec![HEADERS.map(str::to_owned)];
    rows.extend(items.iter().map(row));
    let widths: Vec<_> = (0..HEADERS.len())
        .map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default())
        .collect();
    let line = |row: [String; 7]| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.into_iter().map(line).collect()
}

fn row(item: &ItemSummary) -> [String; 7] {
    [
        item.id.short(),
        date(item.received),
        printable(item.id.account()).to_string(),
        kind(item).unwrap_or_else(|| "-".to_owned()),
        StateName::of(&item.status.state).as_str().to_owned(),
        item.status.attempts.to_string(),
        reason(item).unwrap_or_default().to_owned(),
    ]
}

/// Why it is parked. A push that cannot be read is unreadable in every state.
pub(super) fn reason(item: &ItemSummary) -> Option<&'static str> {
    let unreadable = item.unreadable.then_some("unreadable");
    item.park_reason().map(weixin::bot::inbox::ParkReason::as_str).or(unreadable)
}

/// Its kind, such as `message text` or `event CLICK`. `None` if it cannot be read.
pub(super) fn kind(item: &ItemSummary) -> Option<String> {
    let envelope = item.envelope.as_ref()?;
    Some(printable(envelope.push().kind()).to_string())
}

/// What a list shows of it, as JSON.
pub(super) fn object(item: &ItemSummary) -> Map<String, Value> {
    let mut object = Map::new();
    let mut set = |name: &str, value: Value| object.insert(name.to_owned(), value);
    set("id", item.id.short().into());
    set("account", item.id.account().into());
    set("kind", item.envelope.as_ref().map(|envelope| envelope.push().kind().to_string()).into());
    set("received", iso(item.received).into());
    set("state", StateName::of(&item.status.state).as_str().into());
    if let ItemState::Waiting { due } = item.status.state {
        set("due", iso(due).into());
    }
    set("attempts", item.status.attempts.into());
    set("reason", reason(item).into());
    set("unreadable", item.unreadable.into());
    object
}

/// One line of JSON that is safe for a terminal.
pub(super) fn json_line(object: Map<String, Value>) -> String {
    escape_json(&json!(object).to_string())
}

/// Escapes what a terminal interprets, as JSON does.
pub(super) fn escape_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for character in json.chars() {
        let is_plain = matches!(character, ' '..='~' | '\n')
            || printable(character).to_string().starts_with(character);
        if is_plain {
            escaped.push(character);
        } else {
            let units = character.encode_utf16(&mut [0; 2]).to_vec();
            escaped.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    escaped
}

/// A time in UTC, as `2026-01-05 01:00:00`.
pub(crate) fn date(at: Timestamp) -> String {
    let (date, time) = civil(at);
    format!("{date} {time}")
}

/// A time as RFC 3339 has it.
pub(crate) fn iso(at: Timestamp) -> String {
    let (date, time) = civil(at);
    format!("{date}T{time}Z")
}

/// Date and time of day in UTC.
fn civil(at: Timestamp) -> (String, String) {
    let (days, second) = (at.as_secs() / 86_400, at.as_secs() % 86_400);
    // The days of a cycle of 400 years that begins on 1 March 0000.
    let days = days + 719_468;
    let (cycle, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = cycle * 400 + year + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    (format!("{year:04}-{month:02}-{day:02}"), format!("{hour:02}:{minute:02}:{second:02}"))
}

/// A text, filled with spaces to this width.
pub(super) fn padded(text: &str, to: usize) -> String {
    format!("{text}{}", " ".repeat(to.saturating_sub(width(text))))
}

/// How many columns of a terminal a text takes: two for each Chinese character.
pub(super) fn width(text: &str) -> usize {
    let is_wide = |character: char| {
        matches!(character, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
            | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}')
    };
    text.chars().map(|character| if is_wide(character) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (seconds, shown) in [
            (0, "1970-01-01 00:00:00"),
            (68_169_599, "1972-02-28 23:59:59"),
            (68_169_600, "1972-02-29 00:00:00"),
            (951_868_800, "2000-03-01 00:00:00"),
            (1_767_574_800, "2026-01-05 01:00:00"),
            (4_107_542_399, "2100-02-28 23:59:59"),
            (4_107_542_400, "2100-03-01 00:00:00"),
        ] {
            assert_eq!(date(Timestamp::from_secs(seconds)), shown);
        }
        assert_eq!(iso(Timestamp::from_millis(1_767_574_800_999)), "2026-01-05T01:00:00Z");
    }

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!((width("parked"), width("搁置"), width("微信 a，")), (6, 4, 8));
        assert_eq!(padded("搁置", 6), "搁置  ");
    }

    #[test]
    fn escaped_json_is_the_same_json() {
        let text = "\u{1b}[31m \u{9b}31m \u{202e}\u{e0001} 微信 \\ \" \u{7f}";
        let escaped = escape_json(&json!(text).to_string());
        assert!(escaped.chars().all(|c| c == '微' || c == '信' || (' '..='~').contains(&c)));
        assert_eq!(serde_json::from_str::<String>(&escaped).expect("it is JSON"), text);
    }
}
