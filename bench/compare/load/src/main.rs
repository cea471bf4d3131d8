//! Compares servers that answer WeChat pushes: see `README.md` of `bench/compare`.

mod contenders;
mod extras;
mod goals;
mod http;
mod machine;
mod measure;
mod options;
mod process;
mod report;
mod results;
mod work;

use std::{fs, path::Path, process::ExitCode, time::Duration};

use contenders::{ALL, Contender, Folders};
use extras::Extras;
use machine::Machine;
use measure::Running;
use options::Options;
use results::Results;
use work::Work;

/// How long the pushes before the memory is read may take.
const MEMORY: Duration = Duration::from_secs(20);

/// The longest time to warm a server up in a short run.
const QUICK_WARM_UP: Duration = Duration::from_secs(3);

fn main() -> ExitCode {
    let outcome = Options::parse(std::env::args().skip(1))
        .map_err(|problem| format!("{problem}\n\n{}", options::USAGE))
        .and_then(|options| run(&options));
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

/// Measures everything, and returns whether every server that was started answered correctly.
fn run(options: &Options) -> Result<bool, String> {
    let servers = ALL.iter().map(|contender| contender.name);
    known("--only", &options.only, servers.chain(extras::PARTS))?;
    known("--work", &options.works, Work::ALL.iter().map(|work| work.name()))?;
    let folders = folders()?;
    let machine = Machine::describe(&folders.root);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| error.to_string())?;
    let wanted: Vec<&Contender> = ALL
        .iter()
        .filter(|contender| options.wants(contender.name))
        .filter(|contender| options.missing(contender.name).is_none())
        .collect();
    let mut results = Results::default();
    for round in 1..=options.rounds {
        for work in Work::ALL.into_iter().filter(|work| options.wants_work(work.name())) {
            for contender in wanted.iter().filter(|contender| contender.works.contains(&work)) {
                println!("round {round}, {}: {}", work.name(), contender.name);
                let measured = runtime.block_on(sample(contender, &folders, work, options));
                match measured {
                    Ok(sample) => results.add(contender, work, sample),
                    Err(why) => results.fail(contender, work.name(), &why),
                }
            }
        }
    }
    if options.wants_work(Work::Safe.name()) {
        for contender in &wanted {
            println!("memory: {}", contender.name);
            let memory = runtime.block_on(async {
                let mut server = Running::start(contender, &folders, Work::Safe).await?;
                server.memory(options.memory_pushes, MEMORY).await
            });
            match memory {
                Ok(memory) => results.set_memory(contender, memory),
                Err(why) => results.fail(contender, "memory", &why),
            }
        }
    }
    let extras = Extras::measure(options, &folders);
    let text = report::report(options, &machine, &results, &extras);
    if let Some(out) = &options.out {
        fs::write(out, &text).map_err(|error| format!("{}: {error}", out.display()))?;
    }
    print!("\n{}", report::summary(&results, &extras));
    for (name, why) in results.failures.iter().chain(&extras.failures) {
        eprintln!("FAILED: {name}: {why}");
    }
    Ok(results.failures.is_empty() && extras.failures.is_empty())
}

/// Checks that the values of an option are names of something.
fn known(
    option: &str,
    values: &[String],
    names: impl Iterator<Item = &'static str>,
) -> Result<(), String> {
    let names: Vec<&str> = names.collect();
    match values.iter().find(|value| !names.contains(&value.as_str())) {
        Some(unknown) => Err(format!("{option} {unknown}: there are {}", names.join(", "))),
        None => Ok(()),
    }
}

async fn sample(
    contender: &Contender,
    folders: &Folders,
    work: Work,
    options: &Options,
) -> Result<measure::Sample, String> {
    let mut server = Running::start(contender, folders, work).await?;
    let longest = if options.quick { QUICK_WARM_UP } else { contender.warm_up };
    server.measure(contender.warm_up.min(longest), options.seconds).await
}

/// The folders, which are known from the place of this program and this crate.
fn folders() -> Result<Folders, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let rust = program.parent().unwrap_or(Path::new(".")).to_owned();
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = crate_folder.parent().unwrap_or(crate_folder).to_owned();
    let logs = rust.join("logs");
    fs::create_dir_all(&logs).map_err(|error| format!("{}: {error}", logs.display()))?;
    Ok(Folders { rust, root, logs })
}
