//! Parses XML into the tree, with quick-xml's pull reader.

use quick_xml::{
    Reader,
    events::{BytesRef, Event},
};

use super::{
    MAX_DEPTH, MAX_NODES, Map, Node, Rigour, flat_xml,
    name::Name,
    parse_error, too_deep, too_many,
    xml10::{self, Position},
};
use crate::Error;

/// An element whose end tag has not been read yet.
struct Open {
    name: Name,
    children: Map,
    /// The element's own text: CDATA sections and non-blank runs of text, joined.
    text: String,
    /// The text and references since the last tag or CDATA section.
    run: String,
}

impl Open {
    fn new(name: &str) -> Self {
        Self { name: Name::of(name), children: Map::new(), text: String::new(), run: String::new() }
    }

    /// Ends a run. Whitespace between elements or around CDATA has no meaning.
    fn end_run(&mut self) {
        if !self.run.trim().is_empty() {
            if self.text.is_empty() {
                // Most texts are a single run.
                std::mem::swap(&mut self.text, &mut self.run);
            } else {
                self.text.push_str(&self.run);
            }
        }
        self.run.clear();
    }

    /// An element that contains elements is a map, any other a text.
    fn close(mut self) -> (Name, Node) {
        self.end_run();
        let node =
            if self.children.is_empty() { Node::Text(self.text) } else { Node::Map(self.children) };
        (self.name, node)
    }
}

/// Reads a document into the children of its root element. The root's name does not matter in
/// pushes (`xml`, and `root` in refund notices), nor does what follows it.
pub(super) fn parse(document: &str, rigour: Rigour) -> Result<Map, Error> {
    let flat = if rigour == Rigour::Lenient { flat_xml::parse(document) } else { None };
    flat.map_or_else(|| parse_fully(document, rigour), Ok)
}

/// [`parse`] without the shorter way for the usual form.
pub(super) fn parse_fully(document: &str, rigour: Rigour) -> Result<Map, Error> {
    let strict = rigour == Rigour::Strict;
    if strict {
        xml10::check_characters(document)?;
    }
    let mut reader = Reader::from_str(document);
    // One stray `&` in a nickname or a URL must not lose a message.
    reader.config_mut().allow_dangling_amp = !strict;
    reader.config_mut().check_comments = strict;
    let mut stack: Vec<Open> = Vec::new();
    let mut nodes = 0_usize;
    let mut position = Position::Start;
    let mut whole: Option<Map> = None;
    loop {
        let event = reader.read_event().map_err(|error| {
            parse_error(format!("not well-formed XML at byte {}: {error}", reader.error_position()))
        })?;
        if strict {
            xml10::check(&event, position)?;
        }
        match event {
            Event::Start(start) => {
                count(&mut nodes)?;
                if stack.len() >= MAX_DEPTH {
                    return Err(too_deep());
                }
                stack.push(Open::new(start.name().as_ref()));
            }
            Event::Empty(start) => {
                count(&mut nodes)?;
                match stack.last_mut() {
                    Some(parent) => {
                        let empty = Node::Text(String::new());
                        parent.children.repeat(Name::of(start.name().as_ref()), empty);
                    }
                    None => whole = Some(Map::new()),
                }
            }
            Event::End(_) => {
                let Some(element) = stack.pop() else {
                    return Err(parse_error("an end tag without its start"));
                };
                match stack.last_mut() {
                    Some(parent) => {
                        let (name, node) = element.close();
                        parent.children.repeat(name, node);
                    }
                    None => whole = Some(root(element)?),
                }
            }
            Event::Text(text) => {
                if let Some(open) = stack.last_mut() {
                    open.run.push_str(&text);
                }
            }
            Event::CData(text) => {
                if let Some(open) = stack.last_mut() {
                    open.end_run();
                    open.text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                if let Some(open) = stack.last_mut() {
                    open.run.push(resolve(&reference)?);
                }
            }
            Event::DocType(_) => {
                return Err(parse_error("a document type declaration (DOCTYPE) is not allowed"));
            }
            Event::Eof => {
                return whole
                    .ok_or_else(|| parse_error("the XML ends before its root element does"));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
        position = match &whole {
            None if stack.is_empty() => Position::Before,
            None => Position::Inside,
            Some(_) => Position::After,
        };
        if !strict && let Some(map) = whole.take() {
            return Ok(map);
        }
    }
}

fn root(element: Open) -> Result<Map, Error> {
    match element.close().1 {
        Node::Map(children) => Ok(children),
        Node::Text(text) if text.is_empty() => Ok(Map::new()),
        _ => Err(parse_error("the XML contains text but no elements")),
    }
}

fn count(nodes: &mut usize) -> Result<(), Error> {
    *nodes += 1;
    if *nodes > MAX_NODES { Err(too_many()) } else { Ok(()) }
}

/// The five entities of XML and numeric references. No others can be declared.
fn resolve(reference: &BytesRef<'_>) -> Result<char, Error> {
    let unknown =
        || parse_error(format!("unknown reference &{};", reference.xml10_content().escape_debug()));
    if let Some(character) = reference.resolve_char_ref().map_err(|_| unknown())? {
        return Ok(character);
    }
    Ok(match &*reference.xml10_content() {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        _ => return Err(unknown()),
    })
}
