//! Makes text from outside safe to log.

use std::{
    error::Error,
    fmt::{self, Display, Write},
};

/// How many characters of a text from outside are written to a log line at most.
pub const MAX_LOG_TEXT: usize = 200;

/// Makes text from outside safe for a log line: on one line, without anything that a terminal
/// interprets, and at most [`MAX_LOG_TEXT`] characters of it.
///
/// Control characters and line breaks are written as escapes (`\n`, `\u{1b}`), as are bidirectional
/// controls, invisible characters and the backslash itself. Of a longer text the beginning is
/// shown, followed by the number of missing bytes.
///
/// ```
/// use weixin_bot::log_text::printable;
///
/// assert_eq!(printable("name\nERROR: \u{1b}[31m").to_string(), r"name\nERROR: \u{1b}[31m");
/// ```
pub fn printable<T: Display>(text: T) -> Printable<T> {
    Printable(text)
}

/// See [`printable`].
#[derive(Clone, Copy)]
pub struct Printable<T>(T);

impl<T: Display> Display for Printable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut limited = Limited { f, shown: 0, missing: 0 };
        write!(limited, "{}", self.0)?;
        match limited.missing {
            0 => Ok(()),
            missing => write!(f, "… ({missing} more bytes)"),
        }
    }
}

impl<T: Display> fmt::Debug for Printable<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

/// Escapes what is written, and counts what exceeds the limit.
struct Limited<'a, 'b> {
    f: &'a mut fmt::Formatter<'b>,
    /// In characters, escapes included.
    shown: usize,
    /// In bytes of the text.
    missing: usize,
}

impl Write for Limited<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Nearly all texts are names and ids.
        let is_plain = |byte: u8| (b' '..0x7f).contains(&byte) && byte != b'\\';
        let fits = self.missing == 0 && self.shown + text.len() <= MAX_LOG_TEXT;
        if fits && text.bytes().all(is_plain) {
            self.shown += text.len();
            return self.f.write_str(text);
        }
        for (at, character) in text.char_indices() {
            let is_escaped = must_be_escaped(character);
            let length = if is_escaped { character.escape_default().len() } else { 1 };
            // Once a character is left out, all that follow are.
            if self.missing > 0 || self.shown + length > MAX_LOG_TEXT {
                self.missing += text.len() - at;
                return Ok(());
            }
            self.shown += length;
            match is_escaped {
                true => write!(self.f, "{}", character.escape_default())?,
                false => self.f.write_char(character)?,
            }
        }
        Ok(())
    }
}

fn must_be_escaped(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\\' | '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// An error with its causes.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if !text.ends_with(&said) {
            text = format!("{text}: {said}");
        }
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_escaped() {
        for (text, shown) in [
            ("你好 hello 'quotes' \"too\"", "你好 hello 'quotes' \"too\""),
            ("a\r\nb\tc", r"a\r\nb\tc"),
            ("\u{1b}]0;title\u{7}", r"\u{1b}]0;title\u{7}"),
            ("\u{9b}31m\u{0}\u{7f}", r"\u{9b}31m\u{0}\u{7f}"),
            ("\u{202e}gpj.exe\u{2028}", r"\u{202e}gpj.exe\u{2028}"),
            (r"C:\new", r"C:\\new"),
        ] {
            assert_eq!(printable(text).to_string(), shown);
            assert_eq!(format!("{:?}", printable(text)), shown);
        }
    }

    #[test]
    fn long_texts_end_with_how_much_is_missing() {
        let exact = "x".repeat(MAX_LOG_TEXT);
        assert_eq!(printable(&exact).to_string(), exact);
        let long = "x".repeat(900_000);
        let shown = printable(&long).to_string();
        assert_eq!(shown, format!("{exact}… (899800 more bytes)"));
        // Several pieces, and an escape that does not fit whole.
        let pieces = format_args!("{}{}{}", "y".repeat(MAX_LOG_TEXT - 1), "\n", "more").to_string();
        let shown = printable(pieces).to_string();
        assert!(shown.ends_with("yyy… (5 more bytes)"), "{shown}");
    }

    proptest! {
        #[test]
        fn nothing_stands_in_a_log_line_as_it_is(text in any::<String>(), times in 1..40_usize) {
            let text = text.repeat(times);
            let shown = printable(&text).to_string();
            let is_harmless = |c: char| c == '\\' || !must_be_escaped(c);
            prop_assert!(shown.chars().all(is_harmless));
            let beginning = shown.rsplit_once("… (").map_or(&*shown, |(beginning, _)| beginning);
            prop_assert!(beginning.chars().count() <= MAX_LOG_TEXT || text.contains("… ("));
            prop_assert!(shown.chars().count() <= MAX_LOG_TEXT + 40);
            // What is shown is the beginning of what was given.
            if !text.contains('\\') && !text.chars().any(must_be_escaped) && shown == beginning {
                prop_assert_eq!(shown, text);
            }
        }
    }
}
