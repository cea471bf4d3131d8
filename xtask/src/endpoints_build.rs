//! Measures the compile time of many endpoint declarations, in a generated crate.
//! `bench/endpoints/README.md` describes the measurement.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use crate::{
    echo_build::{Scratch, read, write},
    shell::Repo,
};

/// The number of endpoints in a group.
const GROUP_SIZE: usize = 10;

/// The names of the requests in `shapes.rs.in`, in order.
const REQUESTS: [&str; 5] = ["MakeThing", "GetThing", "UploadThing", "UpdateThing", "DrawThing"];

/// Measures and prints a Markdown table.
pub(crate) fn run(repo: &Repo, count: usize) -> Result<(), String> {
    let scratch = Scratch::new("weixin-endpoints-build")?;
    let dir = scratch.path();
    let manifest = read(&repo.path("bench/endpoints/Cargo.toml.in"))?
        .replace("@api@", &repo.path("crates/weixin-api").to_string_lossy())
        .replace("@protocol@", &repo.path("crates/weixin-protocol").to_string_lossy());
    write(&dir.join("Cargo.toml"), &manifest)?;
    write(&dir.join("Cargo.lock"), &read(&repo.path("Cargo.lock"))?)?;
    let templates = Templates {
        group: read(&repo.path("bench/endpoints/group.rs.in"))?,
        shapes: read(&repo.path("bench/endpoints/shapes.rs.in"))?,
    };
    let files = templates.fill(count);
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();

    let mut rows = Vec::new();
    for kind in [&["check"][..], &["build"], &["build", "--release"]] {
        println!("cargo {}", kind.join(" "));
        // An empty crate is built first, so that the dependencies are not measured.
        clear(dir)?;
        write(&dir.join("src/lib.rs"), "")?;
        build(repo, dir, kind)?;
        for (name, text) in &files {
            write(&dir.join("src").join(name), text)?;
        }
        rows.push((kind.join(" "), build(repo, dir, kind)?));
    }
    println!("\n{count} endpoints, {} structs, {lines} lines\n", 3 * count);
    println!("{}", table(&rows));
    Ok(())
}

fn clear(dir: &Path) -> Result<(), String> {
    let source = dir.join("src");
    match fs::remove_dir_all(&source) {
        Err(error) if source.exists() => Err(format!("{}: {error}", source.display())),
        _ => Ok(()),
    }
}

struct Templates {
    group: String,
    shapes: String,
}

impl Templates {
    /// The source files of a crate with this many endpoints.
    fn fill(&self, count: usize) -> Vec<(PathBuf, String)> {
        let shapes: Vec<&str> = self.shapes.split("//---\n").collect();
        let mut files = Vec::new();
        let mut modules = String::from("//! Endpoints.\n\n");
        for (group, numbers) in (0..count).collect::<Vec<_>>().chunks(GROUP_SIZE).enumerate() {
            let request = |n: usize| format!("{}{n}", REQUESTS[n % REQUESTS.len()]);
            let requests: Vec<_> = numbers.iter().map(|n| request(*n)).collect();
            let endpoints: Vec<_> = numbers
                .iter()
                .map(|n| shapes[n % shapes.len()].replace("@n@", &n.to_string()))
                .collect();
            let text = self
                .group
                .replace("@requests@", &requests.join(", "))
                .replace("@endpoints@", &endpoints.join("\n"))
                .replace("@g@", &group.to_string());
            modules += &format!("pub mod group{group};\n");
            files.push((PathBuf::from(format!("group{group}.rs")), text));
        }
        files.push((PathBuf::from("lib.rs"), modules));
        files
    }
}

/// The time and memory of one build.
struct Took {
    time: Duration,
    /// The largest resident set of any process, in KiB. `None` without GNU time.
    memory: Option<u64>,
}

fn build(repo: &Repo, dir: &Path, kind: &[&str]) -> Result<Took, String> {
    let manifest = dir.join("Cargo.toml").to_string_lossy().into_owned();
    let report = dir.join("time.txt");
    let meter = Path::new("/usr/bin/time").is_file();
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let line = kind.iter().copied().chain(["--quiet", "--offline", "--manifest-path", &manifest]);
    let report_name = report.to_string_lossy().into_owned();
    let call = if meter {
        let metered = ["-v", "-o", &report_name, &cargo].into_iter().chain(line);
        repo.call("/usr/bin/time", metered)
    } else {
        repo.call(&cargo, line)
    };
    let call = call
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .env("CARGO_INCREMENTAL", "0")
        .without_env("RUSTC_WRAPPER");
    let start = Instant::now();
    call.try_run()?;
    let time = start.elapsed();
    let memory = if meter { resident(&read(&report)?) } else { None };
    Ok(Took { time, memory })
}

/// The largest resident set in a report of `/usr/bin/time -v`.
fn resident(report: &str) -> Option<u64> {
    let line = report.lines().find(|line| line.contains("Maximum resident set size"))?;
    line.rsplit(' ').next()?.parse().ok()
}

fn table(rows: &[(String, Took)]) -> String {
    let mut table = String::from("| `cargo …` | seconds | MiB |\n|---|---:|---:|");
    for (name, took) in rows {
        let memory = took.memory.map_or_else(String::new, |kib| (kib / 1024).to_string());
        table += &format!("\n| `{name}` | {:.1} | {memory} |", took.time.as_secs_f64());
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_endpoint_is_distinct() {
        let repo = Repo::find(false);
        let read = |name: &str| read(&repo.path(&format!("bench/endpoints/{name}"))).unwrap();
        let templates = Templates { group: read("group.rs.in"), shapes: read("shapes.rs.in") };
        let files = templates.fill(25);
        assert_eq!(files.len(), 4);
        let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
        assert!(!all.contains('@'), "{all}");
        assert_eq!(all.matches("#[endpoint(").count(), 3 * 25);
        for n in 0..25 {
            let name = format!("pub struct {}{n} {{", REQUESTS[n % 5]);
            assert_eq!(all.matches(&name).count(), 1, "{name}");
        }
    }

    #[test]
    fn resident_memory_is_read_from_the_report() {
        let report = "\tElapsed: 1\n\tMaximum resident set size (kbytes): 20480\n\tExit status: 0";
        assert_eq!(resident(report), Some(20480));
        let row =
            ("check".to_owned(), Took { time: Duration::from_millis(1250), memory: Some(20480) });
        assert!(table(&[row]).ends_with("| `check` | 1.2 | 20 |"));
    }
}
