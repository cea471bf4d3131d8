//! `weixin new`, run as a process. The projects are compiled and tested, all four as one workspace.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use common::Folder;
use weixin::Config;

const KINDS: [&str; 4] = ["official", "mini", "work", "ai-bot"];

const FILES: [&str; 7] = [
    ".gitignore",
    "Cargo.toml",
    "README.md",
    "src/lib.rs",
    "src/main.rs",
    "tests/bot.rs",
    "weixin.example.toml",
];

/// `crates/weixin` of this checkout.
fn library() -> PathBuf {
    fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../weixin")).unwrap()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => found.extend(files(&path)),
            false => found.push(path),
        }
    }
    found
}

#[tokio::test]
async fn projects_compile_and_pass_their_tests() {
    let folder = Folder::new();
    let library = library();
    for kind in KINDS {
        let name = format!("{kind}-bot");
        let arguments = ["new", &name, "--kind", kind, "--weixin-path", library.to_str().unwrap()];
        let printed = folder.run(&arguments).await.succeeded();
        assert!(printed.contains(&format!("cd {name}")) && printed.contains("weixin.toml"));
        let project = folder.path().join(&name);
        for file in FILES {
            assert!(project.join(file).is_file(), "{kind}: {file}");
        }
        for file in files(&project) {
            let text = fs::read_to_string(&file).unwrap();
            assert!(!text.contains("{{") && text.ends_with('\n'), "{}", file.display());
        }
        let ignored = fs::read_to_string(project.join(".gitignore")).unwrap();
        assert!(ignored.lines().any(|line| line == "/weixin.toml"), "{ignored}");
        // Only the values of the account are left to fill in.
        let config = Config::from_file(project.join("weixin.example.toml")).unwrap();
        let account = &config.accounts[0];
        let product = if kind == "ai-bot" { "official" } else { kind };
        assert_eq!(account.kind.as_deref(), Some(product));
        assert_eq!(account.agent_id.is_some(), kind == "work");
    }
    let members = KINDS.map(|kind| format!("\"{kind}-bot\"")).join(", ");
    // With the profile of this repository, compiled dependencies are shared with it.
    let profile =
        "[profile.dev]\ndebug = \"line-tables-only\"\n[profile.dev.package.\"*\"]\ndebug = false\n";
    folder.write(
        "Cargo.toml",
        format!("[workspace]\nresolver = \"3\"\nmembers = [{members}]\n{profile}"),
    );
    // The same versions as here, which are on this machine.
    fs::copy(library.join("../../Cargo.lock"), folder.path().join("Cargo.lock")).unwrap();
    let resolved = cargo(folder.path(), &["metadata", "--format-version", "1"]);
    if !resolved.status.success() {
        let why = String::from_utf8_lossy(&resolved.stderr);
        return println!("skipped: the projects cannot be compiled without a network: {why}");
    }
    let tested = cargo(folder.path(), &["test", "--workspace", "--all-targets"]);
    let [printed, said] =
        [&tested.stdout, &tested.stderr].map(|bytes| String::from_utf8_lossy(bytes));
    assert!(tested.status.success(), "{printed}\n{said}");
    assert_eq!(printed.matches("... ok").count(), 5, "{printed}\n{said}");
    assert!(!said.contains("warning"), "{said}");
}

/// Runs Cargo without a network, with the target folder of this test.
fn cargo(folder: &Path, arguments: &[&str]) -> Output {
    // target/PROFILE/deps/TEST
    let test = std::env::current_exe().unwrap();
    let target = test.ancestors().nth(3).unwrap();
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("WEIXIN_") {
            command.env_remove(name);
        }
    }
    command.current_dir(folder).env("CARGO_TARGET_DIR", target);
    command.arg(arguments[0]).arg("--offline").args(&arguments[1..]).output().unwrap()
}

#[tokio::test]
async fn without_a_checkout_projects_depend_on_this_version() {
    let folder = Folder::new();
    folder.run(&["new", "my-bot"]).await.succeeded();
    let manifest = fs::read_to_string(folder.path().join("my-bot/Cargo.toml")).unwrap();
    let version = format!("version = \"{}\"", env!("CARGO_PKG_VERSION"));
    let ours: Vec<_> = manifest.lines().filter(|line| line.starts_with("weixin = ")).collect();
    assert_eq!(ours.len(), 2, "{manifest}");
    assert!(ours.iter().all(|line| line.contains(&version)), "{manifest}");
    assert!(!manifest.contains("path = "), "{manifest}");
    let library = fs::read_to_string(folder.path().join("my-bot/src/main.rs")).unwrap();
    assert!(library.contains("my_bot::bot()"), "{library}");
}

#[tokio::test]
async fn folders_with_files_names_and_paths_are_checked() {
    let folder = Folder::new();
    fs::create_dir(folder.path().join("empty")).unwrap();
    folder.run(&["new", "empty"]).await.succeeded();
    fs::create_dir(folder.path().join("full")).unwrap();
    folder.write("full/notes.txt", "keep me");
    folder.write("file", "keep me");
    for (arguments, words) in [
        (&["new", "full"][..], "not empty"),
        (&["new", "file"], "file"),
        (&["new", "1bot"], "begins with '1'"),
        (&["new", "my bot"], "' ' is in it"),
        (&["new", "机器人"], "字母开头"),
        (&["new", "match"], "word of Rust"),
        (&["new", "bot", "--weixin-path", "full"], "crates/weixin"),
        (&["new", "bot", "--weixin-path", "missing"], "missing"),
    ] {
        let said = folder.run(arguments).await.failed(1);
        assert!(said.contains(words), "{arguments:?}: {said}");
    }
    folder.run(&["new", "bot", "--kind", "other"]).await.failed(2);
    assert_eq!(files(&folder.path().join("full")).len(), 1);
    assert!(!folder.path().join("bot").exists());
}

#[tokio::test]
async fn a_project_inside_another_one_is_pointed_out() {
    let folder = Folder::new();
    folder.write("Cargo.toml", "[workspace]\n");
    let printed = folder.run(&["new", "bot"]).await.succeeded();
    assert!(printed.contains("`members`"), "{printed}");
}
