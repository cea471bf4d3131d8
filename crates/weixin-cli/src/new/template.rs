//! The files of new projects, which are in `templates/new`.

use std::path::Path;

use super::BotKind;

/// Whether this library is in the package registry. As long as it is not, new projects depend on its
/// repository, as the README's installation lines do; a test compares the two.
const IS_PUBLISHED: bool = false;

/// What is put into the files.
pub(super) struct Values<'a> {
    /// The name of the program.
    pub(super) name: &'a str,
    /// The kind of the account.
    pub(super) kind: &'a str,
    /// Where this library comes from, as a table without its braces.
    pub(super) weixin: &'a str,
}

impl Values<'_> {
    /// The options of `weixin dev` for this kind of account.
    pub(super) fn dev_options(&self) -> String {
        match self.kind {
            "official" => String::new(),
            kind => format!(" --kind {kind}"),
        }
    }
}

/// The dependency on this version of the library, as fields of an inline table.
pub(super) fn published_dependency() -> String {
    let version = env!("CARGO_PKG_VERSION");
    match IS_PUBLISHED {
        true => format!("version = \"{version}\""),
        false => {
            format!("git = \"{}\", version = \"{version}\"", env!("CARGO_PKG_REPOSITORY"))
        }
    }
}

/// The dependency on a checkout, as fields of an inline table.
pub(super) fn local_dependency(path: &Path) -> String {
    // JSON strings are TOML strings, too.
    format!("path = {}", serde_json::Value::from(path.display().to_string()))
}

/// A file, and what is in it.
type File = (&'static str, &'static str);

macro_rules! template {
    ($file:literal) => {
        include_str!(concat!("../../templates/new/", $file))
    };
}

const COMMON: [File; 2] = [
    (".gitignore", template!("gitignore")),
    ("weixin.example.toml", template!("weixin.example.toml")),
];

const OFFICIAL: [File; 5] = [
    ("Cargo.toml", template!("Cargo.toml.template")),
    ("README.md", template!("README.md")),
    ("src/main.rs", template!("main.rs")),
    ("src/lib.rs", template!("official/lib.rs")),
    ("tests/bot.rs", template!("official/bot.rs")),
];

const MINI: [File; 5] = [
    ("Cargo.toml", template!("Cargo.toml.template")),
    ("README.md", template!("README.md")),
    ("src/main.rs", template!("main.rs")),
    ("src/lib.rs", template!("mini/lib.rs")),
    ("tests/bot.rs", template!("mini/bot.rs")),
];

const WORK: [File; 5] = [
    ("Cargo.toml", template!("Cargo.toml.template")),
    ("README.md", template!("README.md")),
    ("src/main.rs", template!("main.rs")),
    ("src/lib.rs", template!("work/lib.rs")),
    ("tests/bot.rs", template!("work/bot.rs")),
];

const AI_BOT: [File; 6] = [
    ("Cargo.toml", template!("ai-bot/Cargo.toml.template")),
    ("README.md", template!("ai-bot/README.md")),
    ("src/main.rs", template!("ai-bot/main.rs")),
    ("src/lib.rs", template!("ai-bot/lib.rs")),
    ("src/model.rs", template!("ai-bot/model.rs")),
    ("tests/bot.rs", template!("ai-bot/bot.rs")),
];

/// The files of a project, by their path in it.
pub(super) fn files(
    kind: BotKind,
    values: &Values<'_>,
) -> impl Iterator<Item = (&'static str, String)> {
    let own: &[File] = match kind {
        BotKind::Official => &OFFICIAL,
        BotKind::Mini => &MINI,
        BotKind::Work => &WORK,
        BotKind::AiBot => &AI_BOT,
    };
    let library = values.name.replace('-', "_");
    let id = if values.kind == "work" { "ww" } else { "wx" };
    let agent = if values.kind == "work" { "agent_id" } else { "# agent_id" };
    let substitutions = [
        ("{{name}}", values.name.to_owned()),
        ("{{library}}", library),
        ("{{kind}}", values.kind.to_owned()),
        ("{{weixin}}", values.weixin.to_owned()),
        ("{{dev}}", values.dev_options()),
        ("{{id}}", format!("{id}0123456789abcdef")),
        ("{{agent_id}}", agent.to_owned()),
    ];
    COMMON.iter().chain(own).map(move |(file, text)| {
        let fill = |text: String, (mark, value): &(&str, String)| text.replace(mark, value);
        (*file, substitutions.iter().fold((*text).to_owned(), fill))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn projects_depend_on_the_library_as_the_readme_says() {
        let lines = "../weixin/src/manual/install.sh";
        let Ok(lines) = std::fs::read_to_string(lines) else {
            return println!("skipped: {lines} is only in a checkout");
        };
        let from_git = lines.contains("cargo add weixin --git ");
        assert_eq!(from_git, !IS_PUBLISHED, "change IS_PUBLISHED");
        if from_git {
            assert!(lines.contains(&format!("--git {}", env!("CARGO_PKG_REPOSITORY"))));
        }
    }
}
