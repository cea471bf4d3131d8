//! What XML 1.0 requires and quick-xml does not check. The platform requires it of answers.

use quick_xml::{
    XmlVersion,
    events::{BytesStart, Event},
};

use super::parse_error;
use crate::Error;

/// Whether a document may contain this character at all, even as a reference. Of the control
/// characters only tab, line feed and carriage return are allowed.
pub(super) fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// Whether a name may begin with this character.
pub(super) fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | 'a'..='z' | '_'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}'
        | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// Whether a name may contain this character. Colons are not allowed: they belong to namespaces,
/// which no message has.
pub(super) fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || matches!(c,
            '-' | '.' | '0'..='9' | '\u{b7}' | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

/// The reader's position in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Position {
    /// At the very beginning.
    Start,
    /// Before the root element.
    Before,
    /// In the root element.
    Inside,
    /// After the root element.
    After,
}

/// Checks that every character is allowed in a document.
///
/// # Errors
/// If one is not.
pub(super) fn check_characters(document: &str) -> Result<(), Error> {
    match document.char_indices().find(|(_, c)| !is_char(*c)) {
        None => Ok(()),
        Some((at, c)) => Err(parse_error(format!(
            "not well-formed XML at byte {at}: XML has no character U+{:04X}",
            u32::from(c)
        ))),
    }
}

/// Checks what the reader found at its position.
///
/// # Errors
/// If the document is not well-formed, or its root element is not called `xml`.
pub(super) fn check(event: &Event<'_>, position: Position) -> Result<(), Error> {
    match event {
        Event::Start(start) | Event::Empty(start) => check_tag(start, position),
        Event::Text(text) if position == Position::Inside => {
            if text.contains("]]>") {
                return Err(parse_error("not well-formed XML: `]]>` outside a CDATA section"));
            }
            Ok(())
        }
        Event::Text(text) if text.bytes().all(|byte| b" \t\r\n".contains(&byte)) => Ok(()),
        Event::GeneralRef(reference) if position == Position::Inside => {
            match reference.resolve_char_ref() {
                Ok(Some(c)) if !is_char(c) => Err(parse_error(format!(
                    "not well-formed XML: a reference to U+{:04X}, which XML does not allow",
                    u32::from(c)
                ))),
                _ => Ok(()),
            }
        }
        Event::CData(_) if position == Position::Inside => Ok(()),
        Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => {
            Err(parse_error(match position {
                Position::After => "not well-formed XML: unexpected content after the root element",
                _ => "not well-formed XML: unexpected content before the root element",
            }))
        }
        Event::Decl(_) if position != Position::Start => {
            Err(parse_error("not well-formed XML: `<?xml …?>` is not at the very beginning"))
        }
        _ => Ok(()),
    }
}

fn check_tag(start: &BytesStart<'_>, position: Position) -> Result<(), Error> {
    let name = start.name();
    let name: &str = name.as_ref();
    match position {
        Position::Inside => {}
        Position::After => {
            return Err(parse_error("not well-formed XML: there is a second root element"));
        }
        Position::Start | Position::Before if name == "xml" => {}
        Position::Start | Position::Before => {
            return Err(parse_error("the root element is not called `xml`"));
        }
    }
    if !name.starts_with(is_name_start) || !name.chars().all(is_name_char) {
        return Err(parse_error(format!(
            "not well-formed XML: `{}` is not a valid element name",
            name.escape_debug()
        )));
    }
    let well_formed = start.attributes().all(|attribute| {
        attribute.is_ok_and(|attribute| {
            !attribute.value.contains('<')
                && attribute.normalized_value(XmlVersion::Implicit1_0).is_ok()
        })
    });
    if well_formed {
        Ok(())
    } else {
        Err(parse_error(format!("not well-formed XML: the attributes of `{name}` are malformed")))
    }
}
