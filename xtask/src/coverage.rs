//! `cargo xtask coverage`: what is generated from the declarations of endpoints and pushes.

use std::fs;

use crate::shell::Repo;

/// Writes the declarations of all types to the catalogue, and the tables of typed endpoints, which
/// `weixin api coverage` makes from it, to the documentation.
pub(crate) fn write(repo: &Repo) -> Result<(), String> {
    let declared = ["run", "--quiet", "--package", "weixin-declared"];
    save(repo, "catalog/data/declared.jsonl", &declared)?;
    let coverage = ["run", "--quiet", "--package", "weixin-cli", "--", "api", "coverage"];
    save(repo, "docs/coverage.md", &coverage)
}

/// Writes the output of a program of the workspace to a file, unless the file has it already.
fn save(repo: &Repo, file: &str, cargo: &[&str]) -> Result<(), String> {
    let text = repo.cargo(cargo.iter().copied()).output()?;
    let path = repo.path(file);
    if fs::read(&path).is_ok_and(|known| known == text) {
        return Ok(());
    }
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
}
