//! Runs steps one after the other and says how each went.

use std::{
    fmt,
    process::ExitCode,
    time::{Duration, Instant},
};

use crate::shell::Repo;

/// One thing that is checked.
#[derive(Clone, Copy)]
pub(crate) struct Step {
    /// What the command line calls it.
    pub(crate) name: &'static str,
    /// What it checks.
    pub(crate) title: &'static str,
    pub(crate) run: fn(&Repo) -> Result<(), Stop>,
}

/// Why a step did not pass.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something is wrong.
    Failed(String),
    /// A program the step needs cannot be had on this machine. In CI that is a failure.
    Missing(String),
    /// There is nothing to check here, or it cannot be checked from here. Never a failure.
    LeftOut(String),
}

/// How strictly the steps are judged.
#[derive(Clone, Copy)]
pub(crate) struct Rules {
    /// Stop at the first failure.
    pub(crate) fail_fast: bool,
    /// An extra that is missing is a failure.
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
            Err(Stop::Missing(why) | Stop::LeftOut(why)) => Self::Skipped(why),
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

    let tally = Tally::of(done.iter().map(|(.., verdict)| verdict));
    println!("{tally}");
    if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    fn of<'a>(verdicts: impl Iterator<Item = &'a Verdict>) -> Self {
        let mut tally = Self::default();
        for verdict in verdicts {
            *match verdict {
                Verdict::Passed => &mut tally.passed,
                Verdict::Failed(_) => &mut tally.failed,
                Verdict::Skipped(_) => &mut tally.skipped,
            } += 1;
        }
        tally
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESK: Rules = Rules { fail_fast: false, ci: false };
    const CI: Rules = Rules { fail_fast: false, ci: true };

    #[test]
    fn a_missing_extra_is_skipped_at_the_desk_and_fails_in_ci() {
        let missing = || Err(Stop::Missing("no Chromium".to_owned()));
        assert_eq!(Verdict::of(missing(), DESK), Verdict::Skipped("no Chromium".to_owned()));
        assert_eq!(Verdict::of(missing(), CI), Verdict::Failed("no Chromium".to_owned()));
    }

    #[test]
    fn what_is_left_out_never_fails() {
        let left_out = Err(Stop::LeftOut("nothing here".to_owned()));
        assert_eq!(Verdict::of(left_out, CI), Verdict::Skipped("nothing here".to_owned()));
    }

    #[test]
    fn the_last_line_counts_steps() {
        let verdicts = [
            Verdict::Passed,
            Verdict::Failed("broken".to_owned()),
            Verdict::Passed,
            Verdict::Skipped("nothing here".to_owned()),
        ];
        assert_eq!(Tally::of(verdicts.iter()).to_string(), "2 passed, 1 failed, 1 skipped");
    }
}
