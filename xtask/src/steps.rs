//! The steps of `cargo xtask test`.
//!
//! Every Cargo call is for the whole workspace with all features, even if only one test target is
//! needed: this way features are always resolved the same way, and nothing is compiled twice.

use std::{env, path::PathBuf};

use crate::{
    counts,
    extras::{self, CargoDeny},
    groups, image, links, os, package,
    report::{Step, Stop},
    shell::{Call, Repo},
};

/// All steps, quick ones first.
pub(crate) const TEST: [Step; 18] = [
    Step { name: "fmt", title: "format", run: fmt },
    Step { name: "groups-check", title: "files generated from the lists of groups", run: groups },
    Step { name: "clippy", title: "lints in all targets", run: clippy },
    Step { name: "features", title: "crates with their default features", run: features },
    Step { name: "unit", title: "unit and integration tests", run: unit },
    Step { name: "doc", title: "examples in the documentation", run: doc },
    Step { name: "docs", title: "warnings and links of the documentation", run: docs },
    Step { name: "package", title: "packages of the published crates", run: package::check },
    Step { name: "deny", title: "licences, bans and sources of the dependencies", run: deny },
    Step {
        name: "advisories",
        title: "known vulnerabilities of the dependencies",
        run: advisories,
    },
    Step { name: "examples", title: "the workspace in examples/", run: examples },
    Step { name: "image", title: "the Docker image of an example", run: image::build },
    Step { name: "fuzz-smoke", title: "fuzz targets on their seeds", run: fuzz_smoke },
    Step { name: "counts", title: "instructions and allocations of a push", run: counts::check },
    Step { name: "samples", title: "the platform's own samples", run: samples },
    Step { name: "stores", title: "tokens shared through Redis and Postgres", run: stores },
    Step { name: "interop", title: "interoperability with wechatpy", run: interop },
    Step { name: "browser", title: "the emulator's page in Chromium", run: browser },
];

/// Steps that are not checks.
pub(crate) const OTHER: [Step; 2] = [
    Step { name: "screenshot", title: "screenshots of the page", run: screenshot },
    Step { name: "counts-write", title: "records what `counts` compares with", run: counts::write },
];

/// The steps of `cargo xtask setup`.
pub(crate) const SETUP: [Step; 7] = [
    Step { name: "chromium", title: "for `browser`", run: |repo| extras::chromium(repo).map(drop) },
    Step { name: "python", title: "for `interop`", run: |repo| extras::python(repo).map(drop) },
    Step {
        name: "redis",
        title: "for `stores`, `examples`",
        run: |repo| extras::redis(repo).map(drop),
    },
    Step {
        name: "memcached",
        title: "for `examples`",
        run: |repo| extras::memcached(repo).map(drop),
    },
    Step { name: "valgrind", title: "for `counts`", run: extras::valgrind },
    Step { name: "postgres", title: "for `stores`", run: |repo| extras::postgres(repo).map(drop) },
    Step {
        name: "cargo-deny",
        title: "for `deny` and `advisories`",
        run: |repo| CargoDeny::find(repo).map(drop),
    },
];

fn fmt(repo: &Repo) -> Result<(), Stop> {
    repo.cargo(["fmt", "--all", "--check"]).run()?;
    // With `--all`, the crates of the main workspace would be checked a second time.
    let crates = ["--package", "load", "--package", "platform", "--package", "servers"];
    let compare = ["fmt", "--check", "--manifest-path", "bench/compare/Cargo.toml"];
    repo.cargo(compare.into_iter().chain(crates)).run()
}

fn groups(repo: &Repo) -> Result<(), Stop> {
    groups::run(repo, true).map_err(Stop::Failed)
}

fn clippy(repo: &Repo) -> Result<(), Stop> {
    repo.cargo(["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"])
        .run()
}

/// Checks the crates with their default features; every other step enables all. (Compiling each group
/// alone would take longer than everything else. Instead, `unit` checks a rule about the source from
/// which it follows that each compiles.) Also tests the errors for a store whose feature is disabled,
/// and for a group without its feature.
fn features(repo: &Repo) -> Result<(), Stop> {
    // Each call resolves features anew, and compiles again what differs: so there are few of them.
    let products = ["weixin-official", "weixin-mini", "weixin-work", "weixin-open"];
    for crates in [&products[..], &["weixin", "demo"]] {
        let crates = crates.iter().flat_map(|name| ["--package", name]);
        repo.cargo(["clippy"].into_iter().chain(crates).chain(["--", "-D", "warnings"])).run()?;
    }
    let tests = ["--test", "store_off", "--test", "missing_group"];
    repo.cargo(["test", "--package", "weixin-bot", "--package", "weixin"].into_iter().chain(tests))
        .run()
}

/// The tests that need databases, a browser or Python are ignored, with the reason, and run in steps of
/// their own.
fn unit(repo: &Repo) -> Result<(), Stop> {
    test(repo, ["--lib", "--bins", "--tests"]).run()
}

fn doc(repo: &Repo) -> Result<(), Stop> {
    test(repo, ["--doc"]).run()
}

fn docs(repo: &Repo) -> Result<(), Stop> {
    links::check(repo)?;
    repo.cargo(["doc", "--workspace", "--no-deps", "--all-features"])
        .env("RUSTDOCFLAGS", "-D warnings")
        .run()
}

fn deny(repo: &Repo) -> Result<(), Stop> {
    CargoDeny::find(repo)?
        .call(
            repo,
            ["--all-features", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"],
        )
        .run()
}

/// The database is a Git repository on another host. If it cannot be reached, the step is skipped
/// rather than failed.
fn advisories(repo: &Repo) -> Result<(), Stop> {
    let deny = CargoDeny::find(repo)?;
    deny.call(repo, ["fetch", "db"]).try_run().map_err(|_| {
        Stop::Skipped("the RustSec advisory database cannot be fetched from here".to_owned())
    })?;
    deny.call(
        repo,
        ["--all-features", "check", "--disable-fetch", "--hide-inclusion-graph", "advisories"],
    )
    .run()
}

fn examples(repo: &Repo) -> Result<(), Stop> {
    if !repo.path("examples/Cargo.toml").is_file() {
        return Err(Stop::Skipped("there is no workspace in examples/".to_owned()));
    }
    let cargo = |args: &[&str]| outside(repo, "examples/Cargo.toml", args).run();
    cargo(&["fmt", "--all", "--check"])?;
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    cargo(&["test", "--workspace"])?;
    if !os::has_servers_in_ci() {
        return Ok(());
    }
    let (redis, memcached) = (extras::redis(repo)?, extras::memcached(repo)?);
    let targets = ["--test", "processes", "--test", "server"];
    let test = [&["test", "--workspace"], &targets[..], &IGNORED].concat();
    outside(repo, "examples/Cargo.toml", &test)
        .env(extras::REDIS, redis)
        .env(extras::MEMCACHED, memcached)
        .run()
}

fn fuzz_smoke(repo: &Repo) -> Result<(), Stop> {
    if !repo.path("fuzz/Cargo.toml").is_file() {
        return Err(Stop::Skipped("there is no fuzz/".to_owned()));
    }
    let cargo = |args: &[&str]| outside(repo, "fuzz/Cargo.toml", args).run();
    cargo(&["fmt", "--check"])?;
    cargo(&["clippy", "--all-targets", "--", "-D", "warnings"])?;
    cargo(&["test", "--lib", "--tests"])
}

/// The samples are the platform's and not part of this repository.
fn samples(repo: &Repo) -> Result<(), Stop> {
    let beside = || repo.path("../shared/data/samples");
    let folder = env::var_os(extras::SAMPLES).map_or_else(beside, Into::into);
    if !folder.join("index.csv").is_file() {
        let why = format!("there is no index.csv in {} ({})", folder.display(), extras::SAMPLES);
        return Err(Stop::Skipped(why));
    }
    let tests = ["--test", "samples", "--test", "catalog"];
    ignored(repo, tests).env(extras::SAMPLES, folder).run()
}

fn stores(repo: &Repo) -> Result<(), Stop> {
    let (redis, postgres) = (extras::redis(repo)?, extras::postgres(repo)?);
    let targets = ["redis", "postgres", "processes", "killed", "inbox_*"];
    let targets = targets.into_iter().flat_map(|target| ["--test", target]);
    // What other tests start as processes is not a test of its own.
    let children = ["--skip", "child_holding_a_lease", "--skip", "the_child"];
    repo.cargo(TEST_ALL.into_iter().chain(targets).chain(IGNORED).chain(children))
        .env(extras::REDIS, redis)
        .env(extras::POSTGRES, postgres)
        .run()
}

fn interop(repo: &Repo) -> Result<(), Stop> {
    let python = extras::python(repo)?;
    ignored(repo, ["--test", "interop*"]).env(extras::PYTHON, python).run()
}

fn browser(repo: &Repo) -> Result<(), Stop> {
    let chromium = extras::chromium(repo)?;
    with_chromium(ignored(repo, ["--test", "browser"]), &chromium).run()
}

fn screenshot(repo: &Repo) -> Result<(), Stop> {
    let chromium = extras::chromium(repo)?;
    extras::fonts(repo)?;
    with_chromium(ignored(repo, ["--test", "screenshot"]), &chromium).run()
}

fn with_chromium(call: Call, chromium: &extras::Chromium) -> Call {
    call.env(extras::CHROMIUM, &chromium.browser).env(extras::CHROMEDRIVER, &chromium.driver)
}

/// All tests, always with the same features.
const TEST_ALL: [&str; 4] = ["test", "--workspace", "--all-features", "--no-fail-fast"];
/// Only what is ignored otherwise.
const IGNORED: [&str; 2] = ["--", "--ignored"];

fn test<'a>(repo: &Repo, targets: impl IntoIterator<Item = &'a str>) -> Call {
    repo.cargo(TEST_ALL.into_iter().chain(targets))
}

/// The tests of some targets that want more than Rust, and are ignored otherwise.
fn ignored<'a>(repo: &Repo, targets: impl IntoIterator<Item = &'a str>) -> Call {
    test(repo, targets.into_iter().chain(IGNORED))
}

/// A call in one of the other workspaces. They share our target directory, so that shared
/// dependencies are compiled once.
pub(crate) fn outside(repo: &Repo, manifest: &str, args: &[&str]) -> Call {
    let (command, rest) = args.split_first().unwrap_or((&"check", &[]));
    let line = [command, "--manifest-path", manifest].into_iter().chain(rest.iter().copied());
    repo.cargo(line).env("CARGO_TARGET_DIR", target(repo))
}

/// The target directory of all workspaces.
pub(crate) fn target(repo: &Repo) -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| repo.path("target"), PathBuf::from)
}
