//! `cargo xtask groups`: generates code from the lists of groups, so that a new group is one file and
//! one line.
//!
//! The sources are `crates/weixin-*/groups.txt` and the documentation of each group's module. The
//! output are the module and prelude lines of the product crates, the features of these crates and
//! of the facade, the facade's modules, and the table of groups in the manual. The step
//! `groups-check` compares without writing, and fails if there is a difference.

#[cfg(test)]
mod examples;
mod facade;
mod product;
mod source;
mod table;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::shell::Repo;
use source::{Group, Product};

/// The products, in the order of the documentation.
const PRODUCTS: [&str; 4] = ["official", "mini", "work", "open"];

/// Writes all files, or if `check`, fails if one differs.
pub(crate) fn run(repo: &Repo, check: bool) -> Result<(), String> {
    let mut products: Vec<Product> = Vec::new();
    for name in PRODUCTS {
        let official = products.first();
        products.push(Product::read(&repo.path("crates"), name, official)?);
    }
    let mut files = Files { check, stale: Vec::new() };
    for product in &products {
        let dir = repo.path(&format!("crates/weixin-{}", product.name));
        files.edit(dir.join("src/lib.rs"), |text| product::lib(product, &text))?;
        files.edit(dir.join("Cargo.toml"), |text| {
            region(&text, "#", "features", &product::features(product))
        })?;
        let module = repo.path(&format!("crates/weixin/src/{}.rs", product.name));
        files.write(module, facade::module(product))?;
    }
    files.edit(repo.path("crates/weixin/Cargo.toml"), |text| {
        region(&text, "#", "features", &facade::features(&products))
    })?;
    files.write(repo.path("crates/weixin/src/missing.rs"), facade::missing(&products))?;
    files.write(repo.path("crates/weixin/src/manual/groups.md"), table::manual(&products))?;
    match files.stale.is_empty() {
        true => Ok(()),
        false => Err(format!(
            "these files do not match the lists of groups; run `cargo xtask groups`:\n  {}",
            files.stale.join("\n  ")
        )),
    }
}

/// Writes files, or compares them.
struct Files {
    check: bool,
    /// The files that differ.
    stale: Vec<String>,
}

impl Files {
    fn edit(
        &mut self,
        path: PathBuf,
        change: impl FnOnce(String) -> Result<String, String>,
    ) -> Result<(), String> {
        let text = read(&path)?;
        let new = change(text).map_err(|error| format!("{}: {error}", path.display()))?;
        self.write(path, new)
    }

    fn write(&mut self, path: PathBuf, new: String) -> Result<(), String> {
        let new = match path.extension().is_some_and(|extension| extension == "rs") {
            true => formatted(&path, new)?,
            false => new,
        };
        if fs::read_to_string(&path).is_ok_and(|old| old == new) {
            return Ok(());
        }
        if self.check {
            self.stale.push(path.display().to_string());
            return Ok(());
        }
        fs::write(&path, new).map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// Formats a text with rustfmt and the settings of the repository.
fn formatted(path: &Path, text: String) -> Result<String, String> {
    let problem = |error: std::io::Error| format!("rustfmt: {error}");
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout"])
        .current_dir(path.parent().unwrap_or(Path::new(".")))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(problem)?;
    let mut input = rustfmt.stdin.take().ok_or("rustfmt has no input")?;
    let writer = std::thread::spawn(move || input.write_all(text.as_bytes()));
    let output = rustfmt.wait_with_output().map_err(problem)?;
    writer.join().map_err(|_| "rustfmt was not given its input")?.map_err(problem)?;
    match output.status.success() {
        true => String::from_utf8(output.stdout).map_err(|error| format!("rustfmt: {error}")),
        false => Err(format!("{}: rustfmt failed", path.display())),
    }
}

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Replaces the lines between `// groups: NAME` and `// end of groups`.
fn region(text: &str, comment: &str, name: &str, new: &str) -> Result<String, String> {
    let start = format!("{comment} groups: {name}\n");
    let end = format!("{comment} end of groups\n");
    let from =
        text.find(&start).ok_or_else(|| format!("no line `{}`", start.trim()))? + start.len();
    let to = text[from..].find(&end).ok_or_else(|| format!("no line `{}`", end.trim()))? + from;
    Ok([&text[..from], new, &text[to..]].concat())
}

/// Puts items between brackets, on one line if they fit and one per line otherwise, as rustfmt does.
fn list(open: &str, items: &[String], close: &str, indent: &str) -> String {
    let line = format!("{indent}{open}{}{close}", items.join(", "));
    if line.len() <= 100 {
        return format!("{line}\n");
    }
    let mut lines = format!("{indent}{open}\n");
    for item in items {
        lines.push_str(&format!("{indent}    {item},\n"));
    }
    lines.push_str(&format!("{indent}{close}\n"));
    lines
}

/// The line that a group adds to a prelude: the trait of its handle, imported as `_`, and some types.
fn prelude_lines(krate: &str, group: &Group, cfg: &str) -> String {
    let mut names = group.prelude.clone();
    names.extend(group.handle.iter().map(|handle| format!("{} as _", handle.api)));
    names.sort_by_key(|name| name.replace(" as _", ""));
    let path = format!("pub use {krate}::{}::", group.name);
    let line = match &names[..] {
        [] => return String::new(),
        [name] => format!("    {path}{name};\n"),
        _ => list(&format!("{path}{{"), &names, "};", "    "),
    };
    format!("{cfg}{line}")
}
