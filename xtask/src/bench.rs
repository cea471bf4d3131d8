//! Compares the bot with other servers: builds them, and runs `bench/compare`, whose README says what is
//! measured and how.

use std::{fs, path::Path};

use crate::{
    python::Environment,
    shell::{Repo, which},
};

const MANIFEST: &str = "bench/compare/Cargo.toml";
const TARGET: &str = "bench/compare/target";
const REPORT: &str = "bench/RESULTS.md";

/// The options of `cargo xtask bench`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Options {
    /// A short run.
    quick: bool,
    /// Only these parts; all if empty.
    only: Vec<String>,
    /// Options that are passed on.
    rest: Vec<String>,
}

impl Options {
    pub(crate) fn parse(args: &[&str]) -> Result<Self, String> {
        let mut options = Self::default();
        let mut args = args.iter();
        while let Some(&arg) = args.next() {
            let mut value = || args.next().copied().ok_or_else(|| format!("{arg} needs a value"));
            match arg {
                "--quick" => options.quick = true,
                "--only" => options.only.push(value()?.to_owned()),
                "--rounds" | "--seconds" | "--work" => {
                    let value = value()?;
                    options.rest.extend([arg, value].map(str::to_owned));
                }
                _ => return Err(format!("bench: unknown option {arg:?}")),
            }
        }
        Ok(options)
    }

    fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == name)
    }

    /// A run of everything, whose report replaces the last one.
    fn is_complete(&self) -> bool {
        !self.quick && self.only.is_empty() && self.rest.is_empty()
    }
}

/// Another SDK, and how its server is built.
struct Sdk {
    names: &'static [&'static str],
    prepare: fn(&Repo) -> Result<(), String>,
}

const SDKS: [Sdk; 4] = [
    Sdk { names: &["wechatpy-flask", "wechatpy-fastapi"], prepare: python },
    Sdk { names: &["co-wechat"], prepare: node },
    Sdk { names: &["silenceper"], prepare: go },
    Sdk { names: &["wxjava"], prepare: java },
];

/// Builds everything, measures it, and writes the report.
pub(crate) fn run(repo: &Repo, options: &Options) -> Result<(), String> {
    // One crate at a time: together, they would be built with the features of all.
    build(repo, "servers")?;
    build(repo, "load")?;
    if options.wants("token") || options.wants("emulator") {
        build(repo, "platform")?;
    }
    let mut load = vec!["--figures".to_owned(), figures(repo, options)?];
    for sdk in SDKS.iter().filter(|sdk| sdk.names.iter().any(|name| options.wants(name))) {
        if let Err(why) = (sdk.prepare)(repo) {
            println!("{}: {why}", sdk.names.join(", "));
            let missing = sdk.names.iter().flat_map(|name| {
                ["--missing".to_owned(), format!("{name}={}", why.replace('\n', " "))]
            });
            load.extend(missing);
        }
    }
    if options.quick {
        load.push("--quick".to_owned());
    }
    for name in &options.only {
        load.extend(["--only".to_owned(), name.clone()]);
    }
    load.extend(options.rest.iter().cloned());
    // A part of the measurements must not replace a report of everything.
    let report = if options.is_complete() {
        repo.path(REPORT)
    } else {
        repo.path(TARGET).join("RESULTS.md")
    };
    load.extend(["--out".to_owned(), report.to_string_lossy().into_owned()]);
    let program = repo.path(TARGET).join("release/load");
    let measured = repo.call(program, load.iter().map(String::as_str)).try_run();
    println!("\nThe report is in {}", report.display());
    measured
}

fn build(repo: &Repo, package: &str) -> Result<(), String> {
    let args = ["build", "--release", "--quiet", "--manifest-path", MANIFEST, "--package", package];
    repo.cargo(args).env("CARGO_TARGET_DIR", repo.path(TARGET)).try_run()
}

/// Runs the other benchmarks whose figures belong into the report, and returns the folder with their
/// output. They take some minutes, so only a complete run has them.
fn figures(repo: &Repo, options: &Options) -> Result<String, String> {
    let folder = repo.path(TARGET).join("figures");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let runs: [(&str, &str, &[&str]); 3] = [
        ("memory", "bench/memory", &[]),
        ("waiting", "bench/memory", &["waiting"]),
        ("inbox", "bench/inbox", &["2", "sqlite"]),
    ];
    for (name, crate_folder, args) in runs {
        let file = folder.join(name);
        if options.is_complete() || options.only.iter().any(|only| only == name) {
            let cargo = ["run", "--release", "--quiet", "--"];
            let run = repo.cargo(cargo.into_iter().chain(args.iter().copied()));
            let output = run.within(&repo.path(crate_folder)).output()?;
            fs::write(&file, output).map_err(|error| format!("{}: {error}", file.display()))?;
        } else if file.exists() {
            fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        }
    }
    Ok(folder.to_string_lossy().into_owned())
}

fn python(repo: &Repo) -> Result<(), String> {
    let environment = Environment {
        folder: "bench/compare/python/.venv",
        requirements: "bench/compare/python/requirements.txt",
    };
    let python = environment.program(repo, "python");
    environment.prepare(repo, |repo| {
        repo.call(&python, ["-c", "import wechatpy.work, flask, fastapi, uvicorn"]).succeeds()
    })
}

fn node(repo: &Repo) -> Result<(), String> {
    let folder = repo.path("bench/compare/node");
    need("node")?;
    if folder.join("node_modules/co-wechat").is_dir() {
        return Ok(());
    }
    installed(repo, "npm", &folder, &["ci", "--silent", "--no-audit", "--no-fund"])
}

/// Always built, because this notices what has changed.
fn go(repo: &Repo) -> Result<(), String> {
    installed(repo, "go", &repo.path("bench/compare/go"), &["build", "-o", "bot", "."])
}

fn java(repo: &Repo) -> Result<(), String> {
    let folder = repo.path("bench/compare/java");
    need("java")?;
    installed(repo, "mvn", &folder, &["--quiet", "--batch-mode", "package"])
}

/// Runs a tool that downloads what a server needs.
fn installed(repo: &Repo, tool: &str, folder: &Path, args: &[&str]) -> Result<(), String> {
    need(tool)?;
    if !repo.install {
        return Err("`--no-install` was given".to_owned());
    }
    repo.call(tool, args.iter().copied()).within(folder).try_run()
}

fn need(tool: &str) -> Result<(), String> {
    which(tool).map(drop).ok_or_else(|| format!("there is no {tool}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_parsed() {
        let options = Options::parse(&["--quick", "--only", "ours", "--rounds", "2"]);
        let options = options.expect("they are right");
        assert!(options.quick && options.wants("ours") && !options.wants("wxjava"));
        assert_eq!(options.rest, ["--rounds", "2"]);
        assert!(!options.is_complete());
        assert!(Options::default().wants("wxjava") && Options::default().is_complete());
        assert!(Options::parse(&["--rounds"]).is_err());
        assert!(Options::parse(&["--fast"]).is_err());
    }
}
