//! Rules about the source that no compiler checks.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && path.file_name().is_none_or(|name| name != "target") {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The library code of all crates, by path below the root.
fn sources() -> Vec<(String, String)> {
    let (root, mut files) = (root(), Vec::new());
    rust_files(&root.join("crates"), &mut files);
    let named = files.into_iter().map(|file| {
        let name = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&file).unwrap())
    });
    named.filter(|(name, _)| name.contains("/src/") && !name.starts_with("crates/tests/")).collect()
}

/// `Verified::vouch` states that a value comes from the platform. Every place that does so is
/// listed here, and each new one is looked at.
#[test]
fn who_vouches_for_a_push() {
    let places = ["crates/weixin-protocol/src/callback/open.rs"];
    for (name, text) in sources() {
        let vouches = text
            .lines()
            .any(|line| line.contains("Verified::vouch") && !line.trim_start().starts_with("//"));
        assert!(!vouches || places.contains(&name.as_str()), "{name} vouches for a push");
    }
}

/// No crate below the bot may know the emulator, and the emulator plays the other side: it knows
/// neither client nor bot.
#[test]
fn crates_depend_one_way() {
    let rules: &[(&str, &[&str])] = &[
        ("weixin-protocol", &["weixin-macros"]),
        ("weixin-api", &["weixin-macros", "weixin-protocol"]),
        ("weixin-official", &["weixin-api", "weixin-macros", "weixin-protocol"]),
        ("weixin-mini", &["weixin-api", "weixin-macros", "weixin-official", "weixin-protocol"]),
        ("weixin-open", &["weixin-api", "weixin-macros", "weixin-official", "weixin-protocol"]),
        ("weixin-work", &["weixin-api", "weixin-macros", "weixin-protocol"]),
        ("weixin-store", &["weixin-api", "weixin-protocol"]),
        ("weixin-store-redis", &["weixin-api", "weixin-protocol", "weixin-store"]),
        ("weixin-store-sql", &["weixin-api", "weixin-store"]),
        ("weixin-client", &["weixin-api", "weixin-protocol", "weixin-store"]),
        (
            "weixin-bot",
            &[
                "weixin-api",
                "weixin-client",
                "weixin-mini",
                "weixin-official",
                "weixin-protocol",
                "weixin-work",
            ],
        ),
        (
            "weixin-emulator",
            &["weixin-api", "weixin-mini", "weixin-official", "weixin-protocol", "weixin-work"],
        ),
    ];
    for (name, allowed) in rules {
        let manifest = root().join("crates").join(name).join("Cargo.toml");
        let manifest = fs::read_to_string(manifest).unwrap();
        let dependencies = manifest.split("[dependencies]").nth(1).unwrap();
        let dependencies = dependencies.split("[dev-dependencies]").next().unwrap();
        let ours = dependencies.lines().filter_map(|line| line.split([' ', '.', '=']).next());
        for ours in ours.filter(|dependency| dependency.starts_with("weixin")) {
            assert!(allowed.contains(&ours), "{name} may not depend on {ours}");
        }
        assert!(!manifest.contains("weixin-emulator = "), "{name} may not know the emulator");
    }
}

/// A file is one idea.
#[test]
fn files_stay_readable() {
    for (name, text) in sources() {
        let lines = text.lines().count();
        assert!(lines <= 700, "{name} has {lines} lines: split it");
    }
}
