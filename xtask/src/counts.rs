//! Counts the instructions and the allocations of a piece of work, which are the same in every run, and
//! compares them with those in `bench/count/counts.txt`. `bench/count/README.md` describes the measurement.

use std::{env::consts::ARCH, fmt::Write, fs};

use crate::{
    extras,
    report::Stop,
    shell::{Call, Repo},
    steps::outside,
};

const MANIFEST: &str = "bench/count/Cargo.toml";
const RECORDED: &str = "bench/count/counts.txt";

/// What is counted: its name in the program, and the work that is not part of it but happens as well.
const WORKS: [(&str, Option<&str>); 9] = [
    ("open", None),
    ("seal", None),
    ("plain", Some("create-plain")),
    ("safe", Some("create-safe")),
    ("long", Some("create-long")),
    ("article", Some("create-article")),
    ("json", Some("create-json")),
    ("work", Some("create-work")),
    ("logged", Some("create-plain")),
];

/// How often the work is done in the two runs whose difference counts.
const TIMES: [u64; 2] = [200, 700];

/// How much more than recorded is allowed, in percent.
const MARGIN: u64 = 10;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Counts {
    instructions: u64,
    /// In tenths, because the growth of tables is spread over many pushes.
    allocations: u64,
}

/// Compares with what is recorded.
pub(crate) fn check(repo: &Repo) -> Result<(), Stop> {
    let text = fs::read_to_string(repo.path(RECORDED))
        .map_err(|error| Stop::Failed(format!("{RECORDED}: {error}")))?;
    let recorded = parse(&text).map_err(|why| Stop::Failed(format!("{RECORDED}: {why}")))?;
    let counter = Counter::build(repo)?;
    if recorded.environment != counter.environment {
        return Err(Stop::Skipped(format!(
            "the counts were recorded with {}, and this is {}: record them again with `cargo xtask \
             counts-write`",
            recorded.environment, counter.environment
        )));
    }
    let mut wrong = Vec::new();
    for (name, before) in recorded.works {
        let now = counter.count(&name)?;
        println!("{}", line(&name, now));
        let is_more = |now: u64, before: u64| now * 100 > before * (100 + MARGIN);
        if is_more(now.instructions, before.instructions)
            || is_more(now.allocations, before.allocations)
        {
            wrong.push(format!("{name}: recorded are {}", line(&name, before)));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Stop::Failed(format!(
        "more than {MARGIN} % above what is recorded; if that is the price of something, record it with \
         `cargo xtask counts-write`:\n{}",
        wrong.join("\n")
    )))
}

/// Records the counts.
pub(crate) fn write(repo: &Repo) -> Result<(), Stop> {
    let counter = Counter::build(repo)?;
    let mut text = format!(
        "# Instructions and allocations of each piece of work: see README.md. Written by `cargo xtask\n\
         # counts-write`.\n{}\n",
        counter.environment
    );
    for (name, _) in WORKS {
        _ = writeln!(text, "{}", line(name, counter.count(name)?));
    }
    print!("{text}");
    fs::write(repo.path(RECORDED), text)
        .map_err(|error| Stop::Failed(format!("{RECORDED}: {error}")))
}

fn line(name: &str, counts: Counts) -> String {
    let Counts { instructions, allocations } = counts;
    format!("{name} {instructions} {}.{}", allocations / 10, allocations % 10)
}

struct Recorded {
    /// The compiler and the processor.
    environment: String,
    works: Vec<(String, Counts)>,
}

fn parse(text: &str) -> Result<Recorded, String> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#'));
    let environment = lines.next().unwrap_or_default().to_owned();
    let work = |line: &str| {
        let mut words = line.split(' ');
        let name = words.next()?.to_owned();
        let instructions = words.next()?.parse().ok()?;
        let (whole, tenths) = words.next()?.split_once('.')?;
        let allocations = whole.parse::<u64>().ok()? * 10 + tenths.parse::<u64>().ok()?;
        Some((name, Counts { instructions, allocations }))
    };
    let works = lines.map(|line| work(line).ok_or_else(|| format!("malformed: {line:?}")));
    Ok(Recorded { environment, works: works.collect::<Result<_, _>>()? })
}

/// The program that does the work, and Valgrind.
struct Counter<'a> {
    repo: &'a Repo,
    program: String,
    environment: String,
}

impl<'a> Counter<'a> {
    fn build(repo: &'a Repo) -> Result<Self, Stop> {
        extras::valgrind(repo)?;
        outside(repo, MANIFEST, &["build", "--release", "--quiet"]).run()?;
        let version = repo.call("rustc", ["--version"]).output().map_err(Stop::Failed)?;
        let environment = format!("{} {ARCH}", String::from_utf8_lossy(&version).trim());
        let target = crate::steps::target(repo).join("release/count");
        Ok(Self { repo, program: target.to_string_lossy().into_owned(), environment })
    }

    fn count(&self, name: &str) -> Result<Counts, Stop> {
        let also = WORKS.iter().find(|(work, _)| *work == name).and_then(|(_, also)| *also);
        let (mut counts, also) =
            (self.total(name)?, also.map(|also| self.total(also)).transpose()?);
        if let Some(also) = also {
            counts.instructions = counts.instructions.saturating_sub(also.instructions);
            counts.allocations = counts.allocations.saturating_sub(also.allocations);
        }
        Ok(counts)
    }

    /// The counts of one piece of work, with everything that the program does for it.
    fn total(&self, work: &str) -> Result<Counts, Stop> {
        let mut runs = [Counts { instructions: 0, allocations: 0 }; 2];
        for (run, times) in runs.iter_mut().zip(TIMES) {
            let times = times.to_string();
            let callgrind = ["--tool=callgrind", "--callgrind-out-file=/dev/null"];
            run.instructions = self.valgrind(&callgrind, work, &times, "Collected :")?;
            let memcheck = ["--tool=memcheck", "--leak-check=no", "--undef-value-errors=no"];
            run.allocations = self.valgrind(&memcheck, work, &times, "total heap usage:")?;
        }
        let [fewer, more] = runs;
        let times = TIMES[1] - TIMES[0];
        Ok(Counts {
            instructions: (more.instructions - fewer.instructions) / times,
            allocations: (more.allocations - fewer.allocations) * 10 / times,
        })
    }

    /// The number after these words in what Valgrind prints.
    fn valgrind(
        &self,
        options: &[&str],
        work: &str,
        times: &str,
        words: &str,
    ) -> Result<u64, Stop> {
        let args = options.iter().copied().chain([self.program.as_str(), work, times]);
        let printed = self.call(args).error_output().map_err(Stop::Failed)?;
        let after = printed.split(words).nth(1).unwrap_or_default();
        let number = after.split_whitespace().next().unwrap_or_default().replace(',', "");
        number
            .parse()
            .map_err(|_| Stop::Failed(format!("Valgrind printed no {words:?}:\n{printed}")))
    }

    fn call<'b>(&self, args: impl IntoIterator<Item = &'b str>) -> Call {
        self.repo.call("valgrind", args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recorded_counts_are_read() {
        let text = "# comment\nrustc 1.95.0 x86_64\nopen 30720 16.0\nsafe 77000 58.3\n";
        let recorded = parse(text).expect("well-formed");
        assert_eq!(recorded.environment, "rustc 1.95.0 x86_64");
        let lines: Vec<_> =
            recorded.works.iter().map(|(name, counts)| line(name, *counts)).collect();
        assert_eq!(lines, ["open 30720 16.0", "safe 77000 58.3"]);
        assert!(parse("rustc\nopen many 1.0").is_err());
    }
}
