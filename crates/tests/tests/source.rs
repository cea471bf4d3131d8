//! Rules about the source code that the compiler does not check.
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

/// `Verified::vouch` asserts that a value comes from the platform. All uses are listed here, so
/// that new ones are reviewed.
#[test]
fn uses_of_vouch_are_listed() {
    let places = [
        "crates/weixin-protocol/src/callback/open.rs",
        // What was verified before it was stored.
        "crates/weixin-store/src/inbox/codec.rs",
        // The suite makes its own pushes.
        "crates/store-tests/src/inbox_suite/mod.rs",
    ];
    for (name, text) in sources() {
        let vouches = text
            .lines()
            .any(|line| line.contains("Verified::vouch") && !line.trim_start().starts_with("//"));
        assert!(!vouches || places.contains(&name.as_str()), "{name} vouches for a push");
    }
}

/// No crate below the bot depends on the emulator, and the emulator depends on neither client nor
/// bot.
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
        ("weixin-store-sql", &["weixin-api", "weixin-protocol", "weixin-store"]),
        ("weixin-client", &["weixin-api", "weixin-protocol", "weixin-store"]),
        (
            "weixin-bot",
            &[
                "weixin-api",
                "weixin-client",
                "weixin-mini",
                "weixin-official",
                "weixin-protocol",
                "weixin-store",
                "weixin-store-redis",
                "weixin-store-sql",
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

/// Files have a maximum length.
#[test]
fn files_stay_readable() {
    let written = "// Written by `cargo xtask groups`.";
    for (name, text) in sources().into_iter().filter(|(_, text)| !text.starts_with(written)) {
        let lines = text.lines().count();
        assert!(lines <= 700, "{name} has {lines} lines: split it");
    }
}

/// The names of structs with an attribute that starts like this, except for a `part`.
fn declared(text: &str, attribute: &str) -> Vec<String> {
    let declarations =
        text.split(attribute).skip(1).filter(|rest| !rest.trim_start().starts_with("part"));
    let names = declarations.filter_map(|rest| {
        let (_, name) = rest.split_once("pub struct ")?;
        name.split(|c: char| !c.is_alphanumeric()).next().map(str::to_owned)
    });
    names.collect()
}

/// The endpoints that `group!` lists.
fn grouped(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in text.split("\ngroup! {").skip(1) {
        let code: String = rest
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .flat_map(|line| [line, "\n"])
            .collect();
        let list = code.split_once('[').and_then(|(_, list)| list.split(']').next());
        let list = list.unwrap_or_default().split(',').map(str::trim);
        names.extend(list.filter_map(|name| name.rsplit("::").next()).map(str::to_owned));
    }
    names
}

/// Endpoints and messages that are not listed are missing in the command line, the coverage table
/// and the sample checks.
#[test]
fn declared_endpoints_and_messages_are_listed() {
    let (mut endpoints, mut messages) = (0, 0);
    let products = ["official", "mini", "work", "open", "protocol"];
    let of_product = |name: &str| {
        products.iter().any(|product| name.starts_with(&format!("crates/weixin-{product}/")))
    };
    for (name, text) in sources().into_iter().filter(|(name, _)| of_product(name)) {
        // The list is in the file itself, or in the `mod.rs` of its directory.
        let folder = root().join(&name).parent().unwrap().to_owned();
        let shown = ["mod.rs", "visit.rs"].map(|file| fs::read_to_string(folder.join(file)));
        let lists: String = shown.into_iter().flatten().chain([text.clone()]).collect();
        let listed = |name: &str, in_list: &str| {
            let names = lists.split(in_list).skip(1).filter_map(|rest| rest.split(']').next());
            let mut names = names.flat_map(|names| names.split(','));
            names.any(|listed| listed.trim().rsplit("::").next() == Some(name))
        };
        let grouped = grouped(&lists);
        for endpoint in declared(&text, "\n#[endpoint(") {
            let found = listed(&endpoint, "\nendpoints![") || grouped.contains(&endpoint);
            assert!(found, "{name}: {endpoint} is not listed");
            endpoints += 1;
        }
        for message in declared(&text, "\n#[inbound(") {
            assert!(listed(&message, "messages!["), "{name}: {message} is not listed");
            messages += 1;
        }
    }
    assert!(endpoints > 20 && messages > 10, "{endpoints} endpoints, {messages} messages");
}

/// The keys of a table in a manifest.
fn table(manifest: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join(manifest)).unwrap();
    let table = text.split(&format!("[{name}]\n")).nth(1).unwrap();
    let lines = table.lines().take_while(|line| !line.starts_with('['));
    lines.filter_map(|line| line.split_once(" = [")).map(|(name, _)| name.to_owned()).collect()
}

/// The modules of its own crate that a source file uses, by `use crate::…` or in a path.
fn used_modules(text: &str) -> Vec<String> {
    // The endpoints that a reply belongs to are named for its documentation only.
    let mut parts = text.split("reply_to(");
    let first = parts.next().unwrap_or_default();
    let rest = parts.filter_map(|part| part.split_once(')').map(|(_, rest)| rest));
    let text: String = std::iter::once(first).chain(rest).collect();
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut used = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            used.push(word(rest));
            continue;
        };
        // The first segment of each item between these braces.
        let (mut depth, mut begins) = (0, true);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => begins = true,
                c if begins && !c.is_whitespace() => {
                    used.push(word(&list[at..]));
                    begins = false;
                }
                _ => {}
            }
        }
    }
    used
}

/// A group that uses types of another group depends on its feature, so that each compiles alone.
#[test]
fn features_include_the_groups_they_depend_on() {
    let mut leaning = 0;
    for product in ["official", "mini", "work", "open"] {
        let folder = format!("crates/weixin-{product}");
        let manifest = fs::read_to_string(root().join(&folder).join("Cargo.toml")).unwrap();
        let features = table(&format!("{folder}/Cargo.toml"), "features");
        // The transitive dependencies of a feature.
        let brought = |feature: &str| {
            let mut all = vec![feature.to_owned()];
            let mut next = 0;
            while let Some(feature) = all.get(next) {
                let line =
                    manifest.lines().find(|line| line.starts_with(&format!("{feature} = [")));
                let names = line.unwrap_or_default().split('"').skip(1).step_by(2);
                let new: Vec<_> = names.map(str::to_owned).filter(|n| !all.contains(n)).collect();
                all.extend(new);
                next += 1;
            }
            all
        };
        for (name, text) in sources() {
            let Some(path) = name.strip_prefix(&format!("{folder}/src/")) else { continue };
            let module = path.split(['/', '.']).next().unwrap();
            if path == "lib.rs" {
                continue;
            }
            let own = module.replace('_', "-");
            let brought = brought(&own);
            for used in used_modules(&text).into_iter().filter(|used| used != module) {
                let feature = used.replace('_', "-");
                if features.contains(&feature) {
                    assert!(brought.contains(&feature), "{name} needs {feature}: so does {own}");
                    leaning += 1;
                }
            }
            // `weixin-mini` re-exports groups of `weixin-official` and depends on their types.
            for rest in text.split("weixin_official::").skip(1).filter(|_| product == "mini") {
                let used = used_modules(&format!("crate::{rest}"));
                let feature = used.first().unwrap().replace('_', "-");
                if features.contains(&feature) && feature != own {
                    assert!(brought.contains(&feature), "{name} needs {feature}: so does {own}");
                }
            }
        }
    }
    assert!(leaning > 5, "{leaning}");
}

/// A group of endpoints is a module, a feature of its product crate, part of the crate's `full`,
/// and a feature of `weixin`. Groups without a feature are those that nearly every program needs;
/// their list is fixed.
#[test]
fn every_group_is_a_feature() {
    let facade = table("crates/weixin/Cargo.toml", "features");
    for product in ["official", "mini", "work", "open"] {
        let folder = format!("crates/weixin-{product}");
        let manifest = fs::read_to_string(root().join(&folder).join("Cargo.toml")).unwrap();
        let full = manifest.split("\nfull = [").nth(1).unwrap().split(']').next().unwrap();
        let features = table(&format!("{folder}/Cargo.toml"), "features");
        let lib = fs::read_to_string(root().join(&folder).join("src/lib.rs")).unwrap();
        for feature in features.iter().filter(|name| !["default", "full"].contains(&name.as_str()))
        {
            assert!(full.contains(&format!("\"{feature}\"")), "{product}: full lacks {feature}");
            let module = feature.replace('-', "_");
            let behind = format!("#[cfg(feature = \"{feature}\")]\n");
            let known = ["pub mod ", "pub use weixin_official::"]
                .map(|word| lib.contains(&format!("{behind}{word}{module};")));
            assert!(known.contains(&true), "{product}: no module {module} behind {feature}");
            let name = format!("{product}-{feature}");
            assert!(facade.contains(&name), "crates/weixin/Cargo.toml lacks the feature {name}");
        }
        let groups = facade.iter().filter_map(|name| name.strip_prefix(&format!("{product}-")));
        for group in groups {
            assert!(features.iter().any(|known| known == group), "weixin-{product}: {group}");
        }
    }
}
