//! `cargo xtask coverage`: the tables of typed endpoints in the documentation.

use std::fs;

use crate::shell::Repo;

/// Writes the output of `weixin api coverage` to `docs/coverage.md`.
pub(crate) fn write(repo: &Repo) -> Result<(), String> {
    let table = repo
        .cargo(["run", "--quiet", "--package", "weixin-cli", "--", "api", "coverage"])
        .output()?;
    let path = repo.path("docs/coverage.md");
    fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))
}
