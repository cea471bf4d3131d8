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

/// The names of the structs that follow an attribute which begins so, but for a `part`.
fn declared(text: &str, attribute: &str) -> Vec<String> {
    let declarations = text.split(attribute).skip(1).filter(|rest| !rest.starts_with("part"));
    let names = declarations.filter_map(|rest| {
        let (_, name) = rest.split_once("pub struct ")?;
        name.split(|c: char| !c.is_alphanumeric()).next().map(str::to_owned)
    });
    names.collect()
}

/// An endpoint or message that is in no list is not found by the command line, the coverage table
/// and the checks of samples.
#[test]
fn what_is_declared_is_listed() {
    let (mut endpoints, mut messages) = (0, 0);
    for (name, text) in sources() {
        let product = ["weixin-official/", "weixin-mini/", "weixin-work/", "weixin-open/"];
        if product.iter().any(|product| name.starts_with(&format!("crates/{product}"))) {
            let list = text.split("endpoints![").nth(1).and_then(|rest| rest.split(']').next());
            let listed: Vec<_> = list.unwrap_or_default().split(',').map(str::trim).collect();
            for endpoint in declared(&text, "\n#[endpoint(") {
                assert!(listed.contains(&endpoint.as_str()), "{name}: {endpoint} is not listed");
                endpoints += 1;
            }
        } else if name.starts_with("crates/weixin-protocol/src/inbound/") {
            let list = root().join("crates/weixin-protocol/src/inbound/visit.rs");
            let list = fs::read_to_string(list).unwrap();
            for message in declared(&text, "\n#[inbound(") {
                assert!(list.contains(&format!("visit::<{message}>()")), "{message} is not listed");
                messages += 1;
            }
        }
    }
    assert!(endpoints > 20 && messages > 10, "{endpoints} endpoints, {messages} messages");
}
