//! What the product crates declare of every endpoint and every push, without these crates.
//!
//! A tool that needs the declarations of all endpoints but calls none of them as a type would
//! otherwise compile all groups of all products. The declarations are in `data/declared.jsonl`,
//! which is generated from the types by `cargo xtask coverage`. The values are the same as those of
//! the types: [`EndpointInfo`] and [`MessageInfo`], which help texts and `weixin_api::check` accept.
//!
//! The file is part of the program in compressed form. It is read on first use, which takes some
//! tens of milliseconds and a few megabytes of memory for the rest of the program.
//!
//! ```
//! use weixin_catalog::declared;
//!
//! let info = declared::find("api.weixin.qq.com", "POST", "/cgi-bin/menu/create").unwrap();
//! assert_eq!(info.name, "CreateMenu");
//! assert_eq!(info.fields[0].field.name, "button");
//! ```
//!
//! # The file
//!
//! Each line is a JSON object with one field, which says what the line describes: `product`, `group`,
//! `endpoint`, `message` (a message, event or notice), or a type: `id`, `enum`, `struct`, `choice`.
//! Groups follow their product, endpoints the first group that lists them, and types the first line
//! that refers to them. Different types of the same name are numbered (`Card`, `Card#2`), and so are
//! endpoints. A type that is referred to is
//!
//! | form | type |
//! |---|---|
//! | `text`, `secret`, `bool`, `flag`, `float`, `time`, `json`, `file`, `u8` to `u64`, `i8` to `i64` | the simple type of [`TypeInfo`](weixin_api::TypeInfo) |
//! | `OpenId` | the type with that line |
//! | `list<OpenId>`, `map<OpenId>`, `json_text<OpenId>` | a list, an object with any keys, JSON in a text |
//! | `joined<\| OpenId>` | a list in one text, with `\|` between the items |

mod format;
mod read;
mod types;
mod write;

use std::{fmt, sync::LazyLock};

use weixin_api::{EndpointInfo, GroupInfo};
use weixin_protocol::MessageInfo;

pub use self::{read::read, write::write};

/// The declarations of all product crates.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Declared {
    /// The product crates, each with its groups.
    pub products: Vec<ProductGroups>,
    /// All messages, events and notices, each once.
    pub messages: Vec<MessageInfo>,
}

/// The groups of a product crate.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ProductGroups {
    /// The name of the crate without `weixin-`, such as `official`.
    pub name: &'static str,
    /// Its groups of endpoints, sorted like the table of the crate.
    pub groups: &'static [GroupInfo],
}

impl ProductGroups {
    /// The groups of the crate with this name.
    pub const fn new(name: &'static str, groups: &'static [GroupInfo]) -> Self {
        Self { name, groups }
    }
}

impl Declared {
    /// These declarations.
    pub fn new(products: Vec<ProductGroups>, messages: Vec<MessageInfo>) -> Self {
        Self { products, messages }
    }

    /// All endpoints, each once, in the order of the product crates. Products share endpoints:
    /// `weixin-mini` re-exports some of `weixin-official`.
    pub fn endpoints(&self) -> Vec<&'static EndpointInfo> {
        let mut all: Vec<&'static EndpointInfo> = Vec::new();
        let groups = self.products.iter().flat_map(|product| product.groups);
        for info in groups.flat_map(|group| group.endpoints) {
            // Usually it is the same address, which is quicker to compare.
            if !all.iter().any(|known| std::ptr::eq(*known, *info) || known == info) {
                all.push(info);
            }
        }
        all
    }
}

/// A file that cannot be read, or declarations that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredError(String);

impl DeclaredError {
    fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl fmt::Display for DeclaredError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DeclaredError {}

/// The product crates and their groups.
///
/// # Panics
///
/// On first use, if the file that is part of the program cannot be read. Tests prove that it can.
pub fn products() -> &'static [ProductGroups] {
    &embedded().declared.products
}

/// All endpoints that have a type, each once, in the order of the product crates.
///
/// # Panics
///
/// As [`products`].
pub fn endpoints() -> &'static [&'static EndpointInfo] {
    &embedded().endpoints
}

/// All messages, events and notices that have a type, each once.
///
/// # Panics
///
/// As [`products`].
pub fn messages() -> &'static [MessageInfo] {
    &embedded().declared.messages
}

/// The endpoint at this address, as [`EndpointInfo::is_at`] decides: `target` is path and query,
/// percent-encoded. `None` if it has no type.
///
/// # Panics
///
/// As [`products`].
pub fn find(host: &str, method: &str, target: &str) -> Option<&'static EndpointInfo> {
    endpoints().iter().copied().find(|info| info.is_at(host, method, target))
}

struct Embedded {
    declared: Declared,
    endpoints: Vec<&'static EndpointInfo>,
}

fn embedded() -> &'static Embedded {
    static EMBEDDED: LazyLock<Embedded> = LazyLock::new(|| {
        let declared = match unpack().and_then(read) {
            Ok(declared) => declared,
            Err(error) => panic!("the declarations in this program cannot be read: {error}"),
        };
        let endpoints = declared.endpoints();
        Embedded { declared, endpoints }
    });
    &EMBEDDED
}

/// The file, which the build script compresses.
fn unpack() -> Result<&'static str, DeclaredError> {
    let compressed = include_bytes!(concat!(env!("OUT_DIR"), "/declared.zlib"));
    let text = miniz_oxide::inflate::decompress_to_vec_zlib(compressed)
        .map_err(|error| DeclaredError::new(error.to_string()))?;
    String::from_utf8(text)
        .map(|text| &*text.leak())
        .map_err(|error| DeclaredError::new(error.to_string()))
}
