//! Case conventions of names on the wire.

use syn::{Error, LitStr, Result};

/// The case convention for the names of variants on the wire; the conventions have serde's names.
#[derive(Clone, Copy)]
pub(crate) enum Case {
    Pascal,
    Camel,
    Lower,
    Upper,
    Snake,
    ScreamingSnake,
    Kebab,
}

impl Case {
    pub(crate) fn parse(name: &LitStr) -> Result<Self> {
        Ok(match name.value().as_str() {
            "PascalCase" => Self::Pascal,
            "camelCase" => Self::Camel,
            "lowercase" => Self::Lower,
            "UPPERCASE" => Self::Upper,
            "snake_case" => Self::Snake,
            "SCREAMING_SNAKE_CASE" => Self::ScreamingSnake,
            "kebab-case" => Self::Kebab,
            _ => {
                let message = "expected `PascalCase`, `camelCase`, `lowercase`, `UPPERCASE`, \
                               `snake_case`, `SCREAMING_SNAKE_CASE` or `kebab-case`";
                return Err(Error::new(name.span(), message));
            }
        })
    }

    /// Converts a name from `PascalCase`.
    pub(crate) fn apply(self, name: &str) -> String {
        match self {
            Self::Pascal => name.to_owned(),
            Self::Camel => {
                let mut letters = name.chars();
                let first = letters.next().map(|letter| letter.to_ascii_lowercase());
                first.into_iter().chain(letters).collect()
            }
            Self::Lower => name.to_ascii_lowercase(),
            Self::Upper => name.to_ascii_uppercase(),
            Self::Snake => separated(name, '_').to_ascii_lowercase(),
            Self::ScreamingSnake => separated(name, '_').to_ascii_uppercase(),
            Self::Kebab => separated(name, '-').to_ascii_lowercase(),
        }
    }
}

/// Inserts a separator before each capital but the first.
fn separated(name: &str, separator: char) -> String {
    let mut separated = String::with_capacity(name.len() + 4);
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_ascii_uppercase() {
            separated.push(separator);
        }
        separated.push(letter);
    }
    separated
}

/// `js_sdk` → `JsSdk`.
pub(crate) fn pascal_case(name: &str) -> String {
    name.split('_')
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            first.into_iter().chain(letters).collect::<String>()
        })
        .collect()
}
