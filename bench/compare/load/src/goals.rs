//! The goals of the project, and whether they are met.

use crate::{report::fastest_sdk, results::Results, work::Work};

/// One goal.
#[derive(Debug)]
pub struct Goal {
    /// The goal.
    pub what: String,
    /// The figure that was measured.
    pub measured: String,
    /// Whether it is met.
    pub met: bool,
}

/// The goals for which there are figures.
pub fn goals(results: &Results) -> Vec<Goal> {
    let cpu = |name: &str, work| Some(results.medians(name, work)?.cpu_us);
    let ratio = |to: &str, work, limit: f64, what: &str| {
        let measured = cpu("ours", work)? / cpu(to, work)?;
        let what = format!("CPU per request, {}: at most {limit:.2} × {what}", work.name());
        Some(Goal { what, measured: format!("{measured:.2}"), met: measured <= limit })
    };
    let throughput = || {
        let ours = results.medians("ours", Work::Safe)?.rate;
        let (sdk, rate) = fastest_sdk(results, Work::Safe)?;
        let times = ours / rate;
        let what = format!("requests/s, safe: at least 4.5 × the fastest other SDK ({sdk})");
        Some(Goal { what, measured: format!("{times:.1}"), met: times >= 4.5 })
    };
    let memory = || {
        let memory = results.memory("ours")?;
        let mb = memory.resident as f64 / 1e6;
        let what = format!("resident memory after {} pushes: at most 15 MB", memory.pushes);
        Some(Goal { what, measured: format!("{mb:.1} MB"), met: mb <= 15.0 })
    };
    let start = || {
        let start = results.start("ours")?.as_secs_f64() * 1e3;
        let what = "start to first answer: at most 20 ms".to_owned();
        Some(Goal { what, measured: format!("{start:.1} ms"), met: start <= 20.0 })
    };
    let goals = [
        ratio("axum-bare", Work::Safe, 1.40, "bare axum"),
        ratio("prototype", Work::Safe, 1.0, "written by hand"),
        ratio("axum-bare", Work::Plain, 1.15, "bare axum"),
        throughput(),
        memory(),
        start(),
    ];
    goals.into_iter().flatten().collect()
}
