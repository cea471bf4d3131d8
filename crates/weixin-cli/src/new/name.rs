//! Names of new programs.

use std::path::Path;

/// The longest name that the package registry accepts.
const MAX: usize = 64;

/// Words of the language, which cannot be the name of a crate, and names that Cargo or this library
/// need for something else.
const RESERVED: &[&str] = &[
    "abstract",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "test",
    "core",
    "std",
    "alloc",
    "proc_macro",
    "proc-macro",
    "build",
    "deps",
    "examples",
    "incremental",
    "weixin",
    "tokio",
    "futures-util",
    "futures_util",
    "futures-core",
    "futures_core",
];

/// The name of the program in a folder.
///
/// # Errors
/// What is wrong with the name.
pub(super) fn of_folder(folder: &Path) -> Result<String, String> {
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    match problem(name) {
        None => Ok(name.to_owned()),
        Some(why) => Err(format!("{name:?} cannot be the name of a program 不能作为程序名: {why}")),
    }
}

fn problem(name: &str) -> Option<String> {
    let Some(first) = name.chars().next() else {
        return Some("it is empty 为空".to_owned());
    };
    if !first.is_ascii_alphabetic() {
        return Some(format!("it begins with {first:?} and not with a letter 须以字母开头"));
    }
    let allowed = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if let Some(wrong) = name.chars().find(|c| !allowed(c)) {
        return Some(format!(
            "{wrong:?} is in it, and only letters, digits, - and _ are allowed \
             只能包含字母、数字、- 和 _"
        ));
    }
    if name.len() > MAX {
        return Some(format!("it is longer than {MAX} characters 超过 {MAX} 个字符"));
    }
    RESERVED.contains(&name.to_ascii_lowercase().as_str()).then(|| {
        "it is a word of Rust, or the name of something that the program needs \
         是 Rust 的关键字，或与所需的名称冲突"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_crates() {
        for name in ["bot", "my-bot", "my_bot2", "B"] {
            assert_eq!(of_folder(Path::new(name)).as_deref(), Ok(name));
        }
        assert_eq!(of_folder(Path::new("a/b/bot")).as_deref(), Ok("bot"));
        for (name, why) in [
            ("", "empty"),
            ("..", "empty"),
            ("1bot", "begins with '1'"),
            ("-bot", "begins with '-'"),
            ("机器人", "begins with"),
            ("my bot", "' ' is in it"),
            ("my.bot", "'.' is in it"),
            ("match", "word of Rust"),
            ("weixin", "the program needs"),
            (&"b".repeat(65), "longer than 64"),
        ] {
            let error = of_folder(Path::new(name)).unwrap_err();
            assert!(error.contains(why), "{name}: {error}");
        }
    }
}
