//! Reads the top level of a JSON object.

use std::borrow::Cow;

use super::{Fields, malformed, put, text};
use crate::{
    Error,
    tree::{Cursor, unescape},
};

pub(super) fn read<'a>(body: &'a [u8], fields: &mut Fields<'a>) -> Result<(), Error> {
    let mut cursor = Cursor::new(body);
    cursor.eat(b'{');
    cursor.blanks();
    if !cursor.eat(b'}') {
        entries(&mut cursor, fields)?;
    }
    cursor.blanks();
    match cursor.peek() {
        None => Ok(()),
        Some(_) => Err(cursor.error("unexpected content after the object")),
    }
}

fn entries<'a>(cursor: &mut Cursor<'a>, fields: &mut Fields<'a>) -> Result<(), Error> {
    loop {
        if !cursor.eat(b'"') {
            return Err(cursor.error("expected a name"));
        }
        let name = name(cursor)?;
        fields.count()?;
        cursor.blanks();
        if !cursor.eat(b':') {
            return Err(cursor.error("expected a `:`"));
        }
        cursor.blanks();
        match fields.slot(&name) {
            Some(slot) => {
                if let Some(value) = value(cursor)? {
                    put(slot, value)?;
                }
            }
            None => pass(cursor, fields)?,
        }
        cursor.blanks();
        if cursor.eat(b'}') {
            return Ok(());
        }
        if !cursor.eat(b',') {
            return Err(cursor.error("expected a `,` or `}`"));
        }
        cursor.blanks();
    }
}

/// The longest spelling of an envelope field's name: ten characters, each as `\uXXXX`.
const MAX_NAME: usize = 60;

/// Reads the rest of a name whose opening quote has been passed. A name that is too long for an
/// envelope field is not unescaped.
fn name<'a>(cursor: &mut Cursor<'a>) -> Result<Cow<'a, [u8]>, Error> {
    let start = cursor.at;
    let (raw, escaped) = cursor.raw_string()?;
    if !escaped || raw.len() > MAX_NAME {
        return Ok(Cow::Borrowed(raw));
    }
    cursor.at = start;
    string(cursor)
}

/// Reads the rest of a string whose opening quote has been passed, and resolves its escapes.
fn string<'a>(cursor: &mut Cursor<'a>) -> Result<Cow<'a, [u8]>, Error> {
    let (raw, escaped) = cursor.raw_string()?;
    if !escaped {
        return Ok(Cow::Borrowed(raw));
    }
    match unescape(text(raw)?) {
        Some(unescaped) if unescaped.halves == 0 => Ok(Cow::Owned(unescaped.text.into_bytes())),
        _ => Err(cursor.error("an escape is malformed")),
    }
}

/// Reads the value of an envelope field: a text, or a number as `AgentID` may be. `null` is `None`.
fn value<'a>(cursor: &mut Cursor<'a>) -> Result<Option<Cow<'a, str>>, Error> {
    match cursor.peek() {
        Some(b'"') => {
            cursor.at += 1;
            match string(cursor)? {
                Cow::Borrowed(bytes) => text(bytes).map(|text| Some(Cow::Borrowed(text))),
                Cow::Owned(bytes) => {
                    let owned = String::from_utf8(bytes);
                    let owned = owned.map_err(|_| malformed("the envelope is not UTF-8"))?;
                    Ok(Some(Cow::Owned(owned)))
                }
            }
        }
        Some(b'n') => cursor.word("null").map(|()| None),
        Some(b'-' | b'0'..=b'9') => {
            cursor.number().and_then(text).map(|digits| Some(Cow::Borrowed(digits)))
        }
        _ => Err(cursor.error("an envelope field is neither text nor number")),
    }
}

/// Skips a value. Only strings and brackets inside it are recognised.
fn pass(cursor: &mut Cursor<'_>, fields: &mut Fields<'_>) -> Result<(), Error> {
    match cursor.peek() {
        Some(b'"') => {
            cursor.at += 1;
            cursor.raw_string().map(|_| ())
        }
        Some(b'{' | b'[') => {
            let mut open = 0_usize;
            while let Some(byte) = cursor.peek() {
                cursor.at += 1;
                match byte {
                    b'"' => {
                        cursor.raw_string()?;
                    }
                    b'{' | b'[' => {
                        fields.count()?;
                        open += 1;
                    }
                    b'}' | b']' => {
                        open -= 1;
                        if open == 0 {
                            return Ok(());
                        }
                    }
                    _ => {}
                }
            }
            Err(cursor.error("a value does not end"))
        }
        Some(b't') => cursor.word("true"),
        Some(b'f') => cursor.word("false"),
        Some(b'n') => cursor.word("null"),
        _ => cursor.number().map(|_| ()),
    }
}
