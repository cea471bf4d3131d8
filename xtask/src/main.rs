//! Repository tasks. `cargo xtask test` runs everything that CI runs; `cargo xtask help` lists all
//! tasks.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "this program prints to a terminal and measures real time"
)]

mod bench;
mod catalog;
mod counts;
mod coverage;
mod echo_build;
mod endpoints_build;
mod extras;
mod groups;
mod image;
mod install_lines;
mod links;
mod os;
mod package;
mod python;
mod report;
mod shell;
mod steps;
#[cfg(test)]
mod workflows;

use std::{path::PathBuf, process::ExitCode};

use report::{Rules, Step};
use shell::Repo;

const USAGE: &str = "\
usage: cargo xtask COMMAND… [--fail-fast] [--no-install]

  test          run all steps below, in this order; installs missing programs first
  setup         only install the programs that the steps need: Chromium, a Python environment,
                Redis, memcached, Postgres, Valgrind, cargo-deny

  fmt           check the format with rustfmt
  groups-check  check that modules, features, preludes and tables match the lists of groups
  clippy        check all targets with all features
  features      check the crates with their default features
  unit          unit and integration tests of the workspace, without browser, Python and databases
  doc           compile and run the examples in the documentation
  docs          build the documentation without warnings; check the links of all pages
  package       pack every published crate, with its licences and README
  deny          check licences, bans and sources of all dependencies
  advisories    check all dependencies for known vulnerabilities (needs the advisory database)
  examples      the workspace in examples/: fmt, clippy, tests (on Linux also with a real
                Redis and a real memcached)
  image         build the Docker image of examples/two-processes and run the tests in it
  fuzz-smoke    run the fuzz targets on their seeds, without a fuzzer
  counts        compare the instructions and allocations of a push with bench/count/counts.txt
  samples       check the platform's own samples, if WEIXIN_TEST_SAMPLES names them
  stores        tests of tokens shared through a real Redis and a real Postgres
  interop       interoperability tests with wechatpy, a Python SDK
  browser       tests of the emulator's page in headless Chromium

  screenshot    create docs/images: a conversation on the emulator's page, in English and Chinese
  counts-write  write bench/count/counts.txt
  bench         compare the bot with servers without work, without an SDK, and with other SDKs;
                writes bench/RESULTS.md (not part of `test`)
                [--quick] [--only NAME]… [--work NAME]… [--rounds N] [--seconds S]
  bench-build   measure a clean debug build: the README's echo bot and a plain axum server
                [--rounds N] (default: 2; not part of `test`)
  bench-endpoints  measure time and memory for building many endpoint declarations
                [--count N] (default: 600; not part of `test`)
  groups        generate modules, features, preludes and tables from the lists of groups

  install-lines copy crates/weixin/src/manual/install.sh into the READMEs and the manual
  coverage      write catalog/data/declared.jsonl: what the types declare; and docs/coverage.md: the
                endpoints of the catalogue that are typed
  catalog-import FILE
                add the endpoints of a table to catalog/data

  --fail-fast   stop at the first step that fails
  --no-install  install nothing; steps that need a missing program are skipped

A step that needs a missing program is SKIPPED with the reason; if CI=true, it FAILS.";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match Task::parse(&args) {
        Ok(Task::Help) => {
            println!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Task::Steps { steps, rules, install }) => {
            report::run(&Repo::find(install), &steps, rules)
        }
        Ok(Task::Bench { options, install }) => {
            done("bench", bench::run(&Repo::find(install), &options))
        }
        Ok(Task::BenchBuild { rounds }) => {
            done("bench-build", echo_build::run(&Repo::find(false), rounds))
        }
        Ok(Task::BenchEndpoints { count }) => {
            done("bench-endpoints", endpoints_build::run(&Repo::find(false), count))
        }
        Ok(Task::WriteGroups) => done("groups", groups::run(&Repo::find(false), false)),

        Ok(Task::InstallLines) => done("install-lines", install_lines::write(&Repo::find(false))),
        Ok(Task::Coverage) => done("coverage", coverage::write(&Repo::find(false))),
        Ok(Task::CatalogImport { table }) => {
            done("catalog-import", catalog::import(&Repo::find(false), &table))
        }
        Err(problem) => {
            eprintln!("{problem}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn done(name: &str, outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{name}: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// The command to run.
enum Task {
    Help,
    Steps { steps: Vec<Step>, rules: Rules, install: bool },
    Bench { options: bench::Options, install: bool },
    BenchBuild { rounds: usize },
    BenchEndpoints { count: usize },
    WriteGroups,

    InstallLines,
    Coverage,
    CatalogImport { table: PathBuf },
}

impl Task {
    fn parse(args: &[&str]) -> Result<Self, String> {
        match args {
            ["bench", rest @ ..] => {
                let (flags, rest): (Vec<&str>, Vec<&str>) =
                    rest.iter().copied().partition(|arg| *arg == "--no-install");
                let options = bench::Options::parse(&rest)?;
                return Ok(Self::Bench { options, install: flags.is_empty() });
            }
            ["bench-build", rest @ ..] => {
                return number(rest, "--rounds", 2).map(|rounds| Self::BenchBuild { rounds });
            }
            ["bench-endpoints", rest @ ..] => {
                return number(rest, "--count", 600).map(|count| Self::BenchEndpoints { count });
            }
            ["groups"] => return Ok(Self::WriteGroups),

            ["install-lines"] => return Ok(Self::InstallLines),
            ["coverage"] => return Ok(Self::Coverage),
            ["catalog-import", table] => return Ok(Self::CatalogImport { table: table.into() }),
            ["catalog-import", ..] => return Err("catalog-import takes one file".to_owned()),
            _ => {}
        }

        let mut steps = Vec::new();
        let mut rules = Rules { fail_fast: false, ci: shell::is_ci() };
        let mut install = true;
        for &arg in args {
            match arg {
                "help" | "--help" | "-h" => return Ok(Self::Help),
                "--fail-fast" => rules.fail_fast = true,
                "--no-install" => install = false,
                "test" => steps.extend(steps::TEST),
                "setup" => steps.extend(steps::SETUP),
                name => match steps::TEST.iter().chain(&steps::OTHER).find(|s| s.name == name) {
                    Some(step) => steps.push(*step),
                    None => return Err(format!("unknown command {name:?}")),
                },
            }
        }
        if steps.is_empty() { Ok(Self::Help) } else { Ok(Self::Steps { steps, rules, install }) }
    }
}

/// The numeric option of a benchmark.
fn number(args: &[&str], name: &str, default: usize) -> Result<usize, String> {
    match args {
        [] => Ok(default),
        [given, n] if *given == name => n
            .parse()
            .ok()
            .filter(|n| *n > 0)
            .ok_or_else(|| format!("{name} takes a positive number, not {n:?}")),
        _ => Err(format!("the only option of this command is {name} N")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(args: &[&str]) -> Vec<&'static str> {
        match Task::parse(args) {
            Ok(Task::Steps { steps, .. }) => steps.iter().map(|step| step.name).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn test_runs_every_step_in_the_order_of_the_usage() {
        let test = names(&["test"]);
        assert_eq!(test.len(), steps::TEST.len());
        let mut rest = USAGE;
        for name in test {
            let line = format!("\n  {name} ");
            let at = rest.find(&line).unwrap_or_else(|| panic!("{name} is not in the usage"));
            rest = &rest[at + 1..];
        }
    }

    #[test]
    fn steps_run_alone_and_together() {
        assert_eq!(names(&["fmt"]), ["fmt"]);
        assert_eq!(names(&["clippy", "--fail-fast", "deny"]), ["clippy", "deny"]);
        assert_eq!(names(&["screenshot"]), ["screenshot"]);
    }

    #[test]
    fn invalid_arguments_are_rejected() {
        for args in [
            &["tset"][..],
            &["bench-build", "--rounds", "0"],
            &["bench-build", "-n"],
            &["bench-endpoints", "--count"],
        ] {
            assert!(Task::parse(args).is_err(), "{args:?}");
        }
    }

    #[test]
    fn flags_are_parsed() {
        let Ok(Task::Steps { rules, install, .. }) =
            Task::parse(&["test", "--no-install", "--fail-fast"])
        else {
            panic!("not a list of steps");
        };
        assert!(rules.fail_fast && !install);
    }
}
