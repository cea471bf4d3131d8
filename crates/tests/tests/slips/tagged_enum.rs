use serde_json::{Map, Value};
use weixin::{TaggedEnum, endpoint};

/// A text.
#[endpoint(part)]
pub struct Text {
    /// The words.
    pub content: String,
}

/// Which field?
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
pub enum NoTag {
    /// A text.
    Text(Text),
}

/// No such argument.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename = "snake_case")]
pub enum WrongArgument {
    /// A text.
    Text(Text),
}

/// Fields without a struct.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype")]
pub enum NamedFields {
    /// A text.
    Text {
        /// The words.
        content: String,
    },
}

/// A place that cannot keep everything.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype")]
pub enum NarrowOther {
    /// Everything else.
    #[tagged(other)]
    Other(String),
}

/// Two places.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype")]
pub enum TwoOthers {
    /// Everything else.
    #[tagged(other)]
    Other(Map<String, Value>),
    /// Everything else again.
    #[tagged(other)]
    Rest(Map<String, Value>),
}

/// Which of them?
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
pub enum TwiceTheSame {
    /// A text.
    Text(Text),
    /// Another one.
    #[tagged(rename = "text")]
    Words(Text),
}

/// A key for what has none.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "event", flat)]
pub enum KeyOfFlat {
    /// A text.
    #[tagged(key = "text")]
    Text(Text),
}

/// No enum.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype")]
pub struct NoEnum {
    /// A text.
    pub text: Text,
}

fn main() {}
