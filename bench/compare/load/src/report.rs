//! Writes the report.

use std::fmt::Write;

use crate::{
    contenders::{ALL, Role},
    extras::{Extras, Row},
    goals::{Goal, goals},
    machine::Machine,
    measure::CONNECTIONS,
    options::Options,
    results::Results,
    work::Work,
};

/// The whole report, as Markdown.
pub fn report(options: &Options, machine: &Machine, results: &Results, extras: &Extras) -> String {
    let mut text = String::from("# Comparison\n\n");
    let (rounds, seconds) = (options.rounds, options.seconds);
    let _ = write!(
        text,
        "Written by `cargo xtask bench` on {}; `compare/README.md` says what is measured and how.\n\
         {CONNECTIONS} connections with keep-alive; medians of {rounds} rounds of {seconds} s for \
         each server and kind of work, by turns.{}\n\n",
        machine.date,
        if options.quick { " **A short run (`--quick`): the figures are rough.**" } else { "" }
    );
    text.push_str(&machine.markdown());
    goal_table(&mut text, goals(results).iter().chain(&extras.goals));
    for work in Work::ALL {
        work_table(&mut text, results, work);
    }
    process_table(&mut text, results);
    if !extras.rows.is_empty() {
        text.push_str("## Other measurements\n\n| what | figures |\n|---|---|\n");
        for Row { what, figures } in &extras.rows {
            let _ = writeln!(text, "| {what} | {figures} |");
        }
        text.push('\n');
    }
    let skipped = options.missing.iter().chain(&results.failures).chain(&extras.failures);
    let skipped: Vec<_> = skipped.map(|(name, why)| format!("* {name}: {why}\n")).collect();
    if !skipped.is_empty() {
        let _ = write!(text, "## Not measured\n\n{}\n", skipped.concat());
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

fn goal_table<'a>(text: &mut String, goals: impl Iterator<Item = &'a Goal>) {
    text.push_str("## Goals\n\n| goal | measured | met |\n|---|---:|---|\n");
    for Goal { what, measured, met } in goals {
        let _ = writeln!(text, "| {what} | {measured} | {} |", if *met { "yes" } else { "**no**" });
    }
    text.push('\n');
}

fn work_table(text: &mut String, results: &Results, work: Work) {
    if !ALL.iter().any(|contender| results.medians(contender.name, work).is_some()) {
        return;
    }
    let _ = write!(
        text,
        "## {}\n\n| server | CPU µs per request | spread | × weixin | × bare axum | requests/s | \
         p99 ms |\n|---|---:|---:|---:|---:|---:|---:|\n",
        work.title()
    );
    for contender in ALL {
        let Some(medians) = results.medians(contender.name, work) else { continue };
        // Each runtime is compared with the same runtime.
        let suffix = if contender.name.ends_with("-1") { "-1" } else { "" };
        let ratio = |base: &str| {
            let base = results.medians(&format!("{base}{suffix}"), work);
            base.map_or("–".to_owned(), |base| format!("{:.2}", medians.cpu_us / base.cpu_us))
        };
        let _ = writeln!(
            text,
            "| {} | {:.1} | {:.0} % | {} | {} | {:.0} | {:.2} |",
            contender.title,
            medians.cpu_us,
            medians.spread * 100.0,
            ratio("ours"),
            ratio("axum-bare"),
            medians.rate,
            medians.p99_ms
        );
    }
    text.push('\n');
}

fn process_table(text: &mut String, results: &Results) {
    let mut rows = String::new();
    for contender in ALL {
        let Some(start) = results.start(contender.name) else { continue };
        let memory = results.memory(contender.name).map_or("–".to_owned(), |memory| {
            let mib = memory.resident as f64 / f64::from(1 << 20);
            format!("{mib:.1} after {} pushes", memory.pushes)
        });
        let start = start.as_secs_f64() * 1e3;
        let _ = writeln!(rows, "| {} | {start:.1} | {memory} |", contender.title);
    }
    if !rows.is_empty() {
        let _ = write!(
            text,
            "## Start and memory\n\n| server | ms from start to first answer | resident MiB |\n\
             |---|---:|---:|\n{rows}\n"
        );
    }
}

/// A short table for the terminal.
pub fn summary(results: &Results, extras: &Extras) -> String {
    let mut text =
        format!("{:<14} {:<6} {:>8} {:>10} {:>8}\n", "server", "work", "CPU µs", "1/s", "p99 ms");
    for work in Work::ALL {
        for contender in ALL {
            let Some(medians) = results.medians(contender.name, work) else { continue };
            let _ = writeln!(
                text,
                "{:<14} {:<6} {:>8.1} {:>10.0} {:>8.2}",
                contender.name,
                work.name(),
                medians.cpu_us,
                medians.rate,
                medians.p99_ms
            );
        }
    }
    for Row { what, figures } in &extras.rows {
        let _ = writeln!(text, "{what}: {figures}");
    }
    for Goal { what, measured, met } in goals(results).iter().chain(&extras.goals) {
        let _ = writeln!(text, "{} {what}: {measured}", if *met { "met " } else { "MISS" });
    }
    text
}

/// The fastest other SDK: its title and how many requests it answers a second.
pub fn fastest_sdk(results: &Results, work: Work) -> Option<(&'static str, f64)> {
    let sdks = ALL.iter().filter(|contender| contender.role == Role::Sdk);
    let rates = sdks.filter_map(|sdk| Some((sdk.title, results.medians(sdk.name, work)?.rate)));
    rates.max_by(|one, other| one.1.total_cmp(&other.1))
}
