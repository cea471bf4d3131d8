//! `cargo xtask package`: packs the published crates.

use crate::{install_lines, report::Stop, shell::Repo};

/// The published crates, each after its dependencies. `cargo publish --workspace` uses the same
/// order.
pub(crate) const PUBLISHED: [&str; 17] = [
    "weixin-macros",
    "weixin-protocol",
    "weixin-api",
    "weixin-catalog",
    "weixin-official",
    "weixin-mini",
    "weixin-open",
    "weixin-work",
    "weixin-store",
    "weixin-store-redis",
    "weixin-store-sql",
    "weixin-client",
    "weixin-web",
    "weixin-bot",
    "weixin-emulator",
    "weixin",
    "weixin-cli",
];

/// Files that every package has.
const FILES: [&str; 4] = ["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md"];

/// Packs every published crate and checks that the packages contain [`FILES`]. They are not compiled:
/// `cargo publish --workspace --dry-run` does that, before a release. The tests below check the
/// manifests.
pub(crate) fn check(repo: &Repo) -> Result<(), Stop> {
    install_lines::check(repo).map_err(Stop::Failed)?;
    install_lines::try_out(repo)?;
    // Uncommitted changes are allowed, because this is not a release.
    let pack = |network: &'static str| {
        let packages = PUBLISHED.iter().flat_map(|name| ["--package", name]);
        let line = ["package", network, "--no-verify", "--allow-dirty"].into_iter();
        repo.cargo(line.chain(packages))
    };
    // The cached index is recent enough for this, and updating it takes half a minute.
    if !pack("--offline").succeeds() {
        pack("--quiet").run()?;
    }
    for name in PUBLISHED {
        let list = ["package", "--quiet", "--allow-dirty", "--list", "--package", name];
        let listed = repo.cargo(list).output().map_err(Stop::Failed)?;
        let listed = String::from_utf8_lossy(&listed);
        for file in FILES {
            if !listed.lines().any(|line| line == file) {
                return Err(Stop::Failed(format!("the package of {name} lacks {file}")));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs, path::PathBuf};

    use toml::{Table, Value};

    use super::*;

    /// The manifests of all crates of the workspace, with their folders, by name.
    fn crates(repo: &Repo) -> BTreeMap<String, (PathBuf, Table)> {
        let folders = fs::read_dir(repo.path("crates")).expect("it is there");
        let folders = folders.map(|folder| folder.expect("it can be read").path());
        let folders = folders.chain([repo.path("catalog"), repo.path("xtask")]);
        let manifests = folders.filter_map(|folder| {
            let text = fs::read_to_string(folder.join("Cargo.toml")).ok()?;
            let manifest: Table = text.parse().expect("Cargo reads it too");
            Some((manifest["package"]["name"].as_str()?.to_owned(), (folder, manifest)))
        });
        manifests.collect()
    }

    #[test]
    fn every_crate_is_published_or_has_publish_false() {
        let crates = crates(&Repo::find(false));
        for (name, (_, manifest)) in &crates {
            let never = manifest["package"].get("publish") == Some(&Value::Boolean(false));
            assert_eq!(PUBLISHED.contains(&name.as_str()), !never, "{name}");
        }
        assert!(PUBLISHED.iter().all(|name| crates.contains_key(*name)));
    }

    #[test]
    fn a_crate_is_published_after_its_dependencies() {
        let crates = crates(&Repo::find(false));
        for (at, name) in PUBLISHED.iter().enumerate() {
            let (_, manifest) = &crates[*name];
            for table in ["dependencies", "dev-dependencies", "build-dependencies"] {
                let names = manifest.get(table).and_then(Value::as_table).into_iter();
                for dependency in
                    names.flat_map(Table::keys).filter(|name| crates.contains_key(*name))
                {
                    // Cargo leaves a development dependency without a version out of the package.
                    let left_out = table == "dev-dependencies" && !has_version(dependency);
                    let published = PUBLISHED[..at].contains(&dependency.as_str());
                    assert!(published || left_out, "{name}: {dependency}");
                }
            }
        }
    }

    /// Whether `[workspace.dependencies]` has a version of this crate.
    fn has_version(name: &str) -> bool {
        let manifest = fs::read_to_string(Repo::find(false).path("Cargo.toml"));
        let manifest: Table = manifest.expect("it is there").parse().expect("Cargo reads it too");
        manifest["workspace"]["dependencies"][name].get("version").is_some()
    }

    #[test]
    fn every_published_crate_has_metadata_for_the_registry_and_docs() {
        let repo = Repo::find(false);
        for (name, (folder, manifest)) in crates(&repo) {
            if !PUBLISHED.contains(&name.as_str()) {
                continue;
            }
            let package = manifest["package"].as_table().expect("Cargo reads it too");
            for key in ["license", "repository", "keywords", "categories", "rust-version"] {
                assert!(package.contains_key(key), "{name} has no {key}");
            }
            let description = package["description"].as_str().unwrap_or_default();
            assert!(description.contains("unofficial"), "{name}: {description}");
            let documentation = package["documentation"].as_str();
            assert_eq!(documentation, Some(&*format!("https://docs.rs/{name}")));
            assert!(
                package
                    .get("metadata")
                    .and_then(|metadata| metadata.get("docs")?.get("rs"))
                    .is_some(),
                "{name} has no [package.metadata.docs.rs]"
            );
            for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
                let ours = fs::read(repo.path(licence)).expect("it is there");
                let packed = fs::read(folder.join(licence)).unwrap_or_default();
                assert!(packed == ours, "{name}: {licence} is not that of the repository");
            }
            let readme = package.get("readme").and_then(Value::as_str).unwrap_or("README.md");
            let readme = fs::read_to_string(folder.join(readme)).unwrap_or_default();
            let mut lines = readme.lines().filter(|line| !line.is_empty());
            let first: String = lines.by_ref().take(2).collect();
            assert!(first.to_lowercase().contains("unofficial"), "{name}: {first}");
            assert!(readme.contains("`weixin`") || name == "weixin", "{name}: {readme}");
        }
    }
}
