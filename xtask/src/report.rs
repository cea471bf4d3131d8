//! Runs steps one after another and reports the result of each.

use std::{
    fmt,
    process::ExitCode,
    time::{Duration, Instant},
};

use crate::shell::Repo;

/// One check.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// The name on the command line.
    pub(crate) name: &'static str,
    /// A description for the output.
    pub(crate) title: &'static str,
    pub(crate) run: fn(&Repo) -> Result<(), Stop>,
}

/// Why a step did not pass.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something is wrong.
    Failed(String),
    /// A program the step needs is not available on this machine. In CI that is a failure.
    Missing(String),
    /// There is nothing to check, or it cannot be checked from here. Never a failure.
    Skipped(String),
}

/// How strictly results are judged.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    /// Stop at the first failure.
    pub(crate) fail_fast: bool,
    /// A missing extra is a failure.
    pub(crate) ci: bool,
}

#[derive(Debug, PartialEq)]
enum Verdict {
    Passed,
    Failed(String),
    Skipped(String),
}

impl Verdict {
    fn of(result: Result<(), Stop>, rules: Rules) -> Self {
        match result {
            Ok(()) => Self::Passed,
            Err(Stop::Failed(why)) => Self::Failed(why),
            Err(Stop::Missing(why)) if rules.ci => Self::Failed(why),
            Err(Stop::Missing(why) | Stop::Skipped(why)) => Self::Skipped(why),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Passed => f.write_str("passed"),
            Self::Failed(why) => write!(f, "FAILED: {why}"),
            Self::Skipped(why) => write!(f, "SKIPPED: {why}"),
        }
    }
}

/// Runs all steps, prints a table and, as the last line, `N passed, M failed, K skipped`.
pub(crate) fn run(repo: &Repo, steps: &[Step], rules: Rules) -> ExitCode {
    let mut done: Vec<(&str, Duration, Verdict)> = Vec::new();
    for step in steps {
        let stopped = rules.fail_fast && done.iter().any(|(.., v)| matches!(v, Verdict::Failed(_)));
        if stopped {
            done.push((
                step.name,
                Duration::ZERO,
                Verdict::Skipped("an earlier step failed".to_owned()),
            ));
            continue;
        }
        println!("\n==> {}: {}", step.name, step.title);
        let start = Instant::now();
        let verdict = Verdict::of((step.run)(repo), rules);
        let took = start.elapsed();
        println!("<== {}: {verdict} ({:.1} s)", step.name, took.as_secs_f64());
        done.push((step.name, took, verdict));
    }

    println!("\n{:<12} {:>8}  verdict", "step", "seconds");
    for (name, took, verdict) in &done {
        println!("{name:<12} {:>8.1}  {verdict}", took.as_secs_f64());
    }
    let total = done.iter().map(|(_, took, _)| took).sum::<Duration>();
    println!("{:<12} {:>8.1}\n", "total", total.as_secs_f64());

    let summary = Summary::of(done.iter().map(|(.., verdict)| verdict));
    println!("{summary}");
    if summary.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Summary {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Summary {
    fn of<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> Self {
        let mut summary = Self::default();
        for verdict in verdicts {
            *match verdict {
                Verdict::Passed => &mut summary.passed,
                Verdict::Failed(_) => &mut summary.failed,
                Verdict::Skipped(_) => &mut summary.skipped,
            } += 1;
        }
        summary
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCAL: Rules = Rules { fail_fast: false, ci: false };
    const CI: Rules = Rules { fail_fast: false, ci: true };

    #[test]
    fn a_missing_extra_is_skipped_locally_and_fails_in_ci() {
        let missing = || Err(Stop::Missing("no Chromium".to_owned()));
        assert_eq!(Verdict::of(missing(), LOCAL), Verdict::Skipped("no Chromium".to_owned()));
        assert_eq!(Verdict::of(missing(), CI), Verdict::Failed("no Chromium".to_owned()));
    }

    #[test]
    fn a_skipped_step_never_fails() {
        let skipped = Err(Stop::Skipped("nothing here".to_owned()));
        assert_eq!(Verdict::of(skipped, CI), Verdict::Skipped("nothing here".to_owned()));
    }

    #[test]
    fn the_summary_counts_steps_by_verdict() {
        let verdicts = [
            Verdict::Passed,
            Verdict::Failed("broken".to_owned()),
            Verdict::Passed,
            Verdict::Skipped("nothing here".to_owned()),
        ];
        assert_eq!(Summary::of(verdicts.iter()).to_string(), "2 passed, 1 failed, 1 skipped");
    }
}
