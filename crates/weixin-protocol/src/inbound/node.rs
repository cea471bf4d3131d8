//! Reading typed values out of the tree, leniently, and writing them back.

use std::fmt;

use crate::{
    Describe, Described, Secret, TypeInfo,
    tree::{Map, Node},
};

/// A push that could not be read as the type asked for.
#[derive(Clone, PartialEq, Eq)]
pub struct ReadError {
    path: String,
    problem: &'static str,
}

impl ReadError {
    /// The value is not what it should be, e.g. `"not a whole number"`.
    pub fn new(problem: &'static str) -> Self {
        Self { path: String::new(), problem }
    }

    /// The field the problem is in, as `Outer.Inner`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Says in which field the problem is.
    #[must_use]
    pub fn within(mut self, name: &str) -> Self {
        self.path = match self.path.is_empty() {
            true => name.to_owned(),
            false => format!("{name}.{}", self.path),
        };
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.path.is_empty() { "push" } else { &self.path }, self.problem)
    }
}

impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ReadError {}

/// A value that can be read from the tree. Numbers may come as texts and texts as numbers, a list
/// of one as its only item, and an empty text stands for anything that is not there.
pub trait FromNode: Sized {
    /// Reads it; `None` means that the field is not there.
    ///
    /// # Errors
    /// If it is there and is something else, or is not there and must be.
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError>;

    /// The form of its value in a push. It differs from [`Describe::describe`] where calls use
    /// other names for the same fields.
    fn form() -> &'static TypeInfo;
}

/// A value that can be written into the tree.
pub trait ToNode {
    /// Writes it; `None` leaves the field out.
    fn to_node(&self) -> Option<Node>;
}

/// Reads the field called `name`, or by one of its other spellings.
#[doc(hidden)]
pub fn field<T: FromNode>(map: &Map, names: &[&str]) -> Result<T, ReadError> {
    let node = names.iter().find_map(|name| map.get(name));
    T::from_node(node).map_err(|error| error.within(names.first().copied().unwrap_or_default()))
}

/// Reads a list whose items stand in a wrapper: `<PicList><item>…</item></PicList>`.
#[doc(hidden)]
pub fn item_field<T: FromNode>(map: &Map, names: &[&str], item: &str) -> Result<T, ReadError> {
    let node = names.iter().find_map(|name| map.get(name));
    // An official sample has a wrapper around each item.
    let unwrapped;
    let items = match node {
        Some(Node::Map(wrapper)) => wrapper.get(item).or(node),
        Some(Node::List(wrappers)) => {
            let inside = |wrapper: &Node| wrapper.as_map().and_then(|map| map.get(item)).cloned();
            match wrappers.iter().map(inside).collect::<Option<Vec<_>>>() {
                Some(items) => {
                    unwrapped = Node::List(items);
                    Some(&unwrapped)
                }
                None => node,
            }
        }
        _ => node,
    };
    T::from_node(items).map_err(|error| error.within(names.first().copied().unwrap_or_default()))
}

/// Reads a nested group of fields. An empty text is an empty group.
#[doc(hidden)]
pub fn read_part<T>(
    node: Option<&Node>,
    read: impl FnOnce(&Map) -> Result<T, ReadError>,
) -> Result<T, ReadError> {
    match node {
        Some(Node::Map(map)) => read(map),
        Some(Node::List(list)) if list.len() == 1 => read_part(list.first(), read),
        Some(node) if !node.is_empty() => Err(ReadError::new("not a group of fields")),
        None => Err(ReadError::new("is missing")),
        Some(_) => read(&Map::new()),
    }
}

impl<T: FromNode> FromNode for Option<T> {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        match node {
            None | Some(Node::Null) => Ok(None),
            Some(Node::Text(text)) if text.trim().is_empty() => {
                // An empty text is a text, but no number and no group.
                Ok(T::from_node(node).ok())
            }
            Some(_) => T::from_node(node).map(Some),
        }
    }

    fn form() -> &'static TypeInfo {
        T::form()
    }
}

impl<T: ToNode> ToNode for Option<T> {
    fn to_node(&self) -> Option<Node> {
        self.as_ref().and_then(ToNode::to_node)
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        match node {
            None => Ok(Vec::new()),
            Some(Node::List(list)) => list.iter().map(|item| T::from_node(Some(item))).collect(),
            Some(node) if node.is_empty() => Ok(Vec::new()),
            Some(one) => T::from_node(Some(one)).map(|item| vec![item]),
        }
    }

    fn form() -> &'static TypeInfo {
        const { &TypeInfo::List(Described::new(T::form)) }
    }
}

impl<T: ToNode> ToNode for Vec<T> {
    fn to_node(&self) -> Option<Node> {
        Some(Node::List(self.iter().filter_map(ToNode::to_node).collect()))
    }
}

impl FromNode for String {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        match node {
            None => Err(ReadError::new("is missing")),
            Some(Node::Null) => Ok(String::new()),
            Some(node) => {
                node.as_text().map(str::to_owned).ok_or_else(|| ReadError::new("not a text"))
            }
        }
    }

    fn form() -> &'static TypeInfo {
        Self::describe()
    }
}

impl ToNode for String {
    fn to_node(&self) -> Option<Node> {
        Some(Node::Text(self.clone()))
    }
}

impl FromNode for Secret {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        String::from_node(node).map(Self::new)
    }

    fn form() -> &'static TypeInfo {
        Self::describe()
    }
}

/// What is pushed has to be written out; whoever prints the tree takes care of what is in it.
impl ToNode for Secret {
    fn to_node(&self) -> Option<Node> {
        Some(Node::from(self.expose()))
    }
}

/// A macro because the standard library has no trait for "a number that can be parsed".
macro_rules! numbers {
    ($($number:ty: $problem:literal;)+) => { $(
        impl FromNode for $number {
            fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
                let node = node.ok_or_else(|| ReadError::new("is missing"))?;
                let number = node.as_text().and_then(|text| text.trim().parse().ok());
                number.ok_or_else(|| ReadError::new($problem))
            }

            fn form() -> &'static TypeInfo {
                Self::describe()
            }
        }

        impl ToNode for $number {
            fn to_node(&self) -> Option<Node> {
                Some(Node::Number(self.to_string()))
            }
        }
    )+ };
}

numbers! {
    i32: "not a whole number";
    i64: "not a whole number";
    u32: "not a whole number of 0 or more";
    u64: "not a whole number of 0 or more";
    f64: "not a number";
}

impl FromNode for bool {
    fn from_node(node: Option<&Node>) -> Result<Self, ReadError> {
        let node = node.ok_or_else(|| ReadError::new("is missing"))?;
        match node.as_text().map(str::trim) {
            Some("true" | "True" | "1") => Ok(true),
            Some("false" | "False" | "0") => Ok(false),
            _ => Err(ReadError::new("neither true nor false")),
        }
    }

    fn form() -> &'static TypeInfo {
        Self::describe()
    }
}

impl ToNode for bool {
    fn to_node(&self) -> Option<Node> {
        Some(Node::Bool(*self))
    }
}
