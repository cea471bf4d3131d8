//! Everything but pushes to servers: calls, shared tokens, the emulator, and the figures of the other
//! benchmarks.

use std::{
    fs,
    net::{SocketAddr, TcpStream},
    path::Path,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use crate::{
    contenders::Folders, goals::Goal, measure::free_address, options::Options, process::Process,
    results::median,
};

/// The names of the parts on the command line.
pub const PARTS: [&str; 6] = ["client", "token", "emulator", "memory", "waiting", "inbox"];

/// How many calls are made at the same time.
const CONCURRENT: [usize; 2] = [32, 1000];

/// How many processes share a store.
const PROCESSES: usize = 100;

/// How long a server may take to listen.
const START: Duration = Duration::from_secs(10);

/// A row of the report.
#[derive(Debug)]
pub struct Row {
    /// What was measured.
    pub what: String,
    /// The figures.
    pub figures: String,
}

/// What was measured, and what could not be.
#[derive(Debug, Default)]
pub struct Extras {
    /// The rows of the table.
    pub rows: Vec<Row>,
    /// The goals that belong to them.
    pub goals: Vec<Goal>,
    /// What failed, and why.
    pub failures: Vec<(String, String)>,
}

/// Measures one part.
type Part = fn(&mut Extras, &Options, &Folders) -> Result<(), String>;

impl Extras {
    /// Measures the parts that are wanted.
    pub fn measure(options: &Options, folders: &Folders) -> Self {
        let mut extras = Self::default();
        let parts: [(&str, Part); 3] =
            [("client", Self::client), ("token", Self::token), ("emulator", Self::emulator)];
        for (name, part) in parts {
            if !options.wants(name) || options.missing(name).is_some() {
                continue;
            }
            println!("{name}");
            if let Err(why) = part(&mut extras, options, folders) {
                extras.failures.push((name.to_owned(), why));
            }
        }
        if let Some(folder) = &options.figures {
            for name in ["memory", "waiting", "inbox"] {
                extras.read(name, folder);
            }
        }
        extras
    }

    fn row(&mut self, what: impl Into<String>, figures: impl Into<String>) {
        self.rows.push(Row { what: what.into(), figures: figures.into() });
    }

    /// The processor time of calls, beside a loop that only uses reqwest.
    fn client(&mut self, options: &Options, folders: &Folders) -> Result<(), String> {
        let address = free_address()?;
        let mut command = Command::new(folders.rust.join("api"));
        command.env("WEIXIN_LISTEN", address.to_string());
        let _api = serve(command, address, &folders.logs.join("api.txt"))?;
        let calls = if options.quick { 10_000 } else { 50_000 };
        for concurrent in CONCURRENT {
            let clients = ["ours", "reqwest"];
            let mut figures = [(Vec::new(), Vec::new()), (Vec::new(), Vec::new())];
            for _ in 0..options.rounds {
                for (client, (cpu, rate)) in clients.iter().zip(&mut figures) {
                    let args = ["default", client, &concurrent.to_string(), &calls.to_string()];
                    let url = format!("http://{address}");
                    let printed = run(&folders.rust.join("calls"), &[&args[..], &[&url]].concat())?;
                    let [first, second] = numbers(&printed)?;
                    cpu.push(first);
                    rate.push(second);
                }
            }
            let [ours, bare] = figures.map(|(cpu, rate)| (of(cpu), of(rate)));
            for (title, (cpu, rate)) in [("weixin", ours), ("reqwest alone", bare)] {
                self.row(
                    format!("call of {title}, {concurrent} at the same time"),
                    format!("{cpu:.1} µs of processor time, {rate:.0} calls/s"),
                );
            }
            let ratio = ours.0 / bare.0;
            self.goals.push(Goal {
                what: format!("CPU per call, {concurrent} concurrent: at most 1.10 × reqwest"),
                measured: format!("{ratio:.2}"),
                met: ratio <= 1.1,
            });
        }
        Ok(())
    }

    /// How often the token is fetched if many processes need one.
    fn token(&mut self, _: &Options, folders: &Folders) -> Result<(), String> {
        let file = folders.logs.join(format!("token-{}.sqlite", std::process::id()));
        let sqlite = format!("sqlite:{}", file.display());
        let measured = self.tokens("an SQLite file", &sqlite, folders);
        for suffix in ["", "-wal", "-shm"] {
            // Not all of them exist.
            let _ = fs::remove_file(format!("{}{suffix}", file.display()));
        }
        measured?;
        if run(Path::new("redis-server"), &["--version"]).is_err() {
            self.failures
                .push(("token in Redis".to_owned(), "there is no redis-server".to_owned()));
            return Ok(());
        }
        let address = free_address()?;
        let mut command = Command::new("redis-server");
        command.args(["--port", &address.port().to_string(), "--bind", "127.0.0.1"]);
        command.args(["--save", "", "--appendonly", "no"]);
        let _redis = serve(command, address, &folders.logs.join("redis.txt"))?;
        self.tokens("Redis", &format!("redis://{address}"), folders)
    }

    fn tokens(&mut self, store: &str, url: &str, folders: &Folders) -> Result<(), String> {
        let program = folders.rust.join("token");
        let printed = run(&program, &[url, &PROCESSES.to_string()])?;
        let [fetched, longest] = numbers(&printed)?;
        self.row(
            format!("{PROCESSES} processes without a token share {store}"),
            format!("{fetched} fetched in 50 ms; the slowest call took {longest:.0} ms"),
        );
        self.goals.push(Goal {
            what: format!("tokens fetched by {PROCESSES} processes that share {store}: 1"),
            measured: fetched.to_string(),
            met: fetched == 1.0,
        });
        Ok(())
    }

    /// How many pushes the emulator makes.
    fn emulator(&mut self, options: &Options, folders: &Folders) -> Result<(), String> {
        let pushes = if options.quick { "5000" } else { "50000" };
        for (way, what) in [("service", "in its process"), ("url", "at a URL")] {
            let mut rates = Vec::new();
            for _ in 0..options.rounds {
                let printed = run(&folders.rust.join("emulator"), &[way, pushes])?;
                let [rate] = numbers(&printed)?;
                rates.push(rate);
            }
            let rate = of(rates);
            self.row(
                format!("emulator, safe mode, to a bot {what} that only acknowledges"),
                format!("{rate:.0} pushes/s"),
            );
            self.goals.push(Goal {
                what: format!("pushes/s of the emulator to a bot {what}: at least 20,000"),
                measured: format!("{rate:.0}"),
                met: rate >= 20_000.0,
            });
        }
        Ok(())
    }

    /// The figures of another benchmark, in lines of the form `what: figures`. Indented lines belong to
    /// the line before.
    fn read(&mut self, name: &str, folder: &Path) {
        let text = fs::read_to_string(folder.join(name)).unwrap_or_default();
        let mut group = "";
        for line in text.lines() {
            let Some((what, figures)) = line.split_once(": ") else { continue };
            if line.starts_with(' ') {
                self.row(format!("bench/inbox, {group}, {}", what.trim()), figures.trim());
            } else {
                group = what;
                if name != "inbox" {
                    self.row(format!("bench/memory, {what}"), figures);
                }
            }
        }
    }
}

/// Starts a server and waits until it listens.
fn serve(command: Command, address: SocketAddr, log: &Path) -> Result<Process, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut process = Process::start(command, log).map_err(|error| format!("{name}: {error}"))?;
    let until = Instant::now() + START;
    while TcpStream::connect(address).is_err() {
        if process.has_ended() || Instant::now() > until {
            return Err(format!("{name} does not listen; see {}", log.display()));
        }
        thread::sleep(Duration::from_millis(10));
    }
    Ok(process)
}

/// Runs a program and returns what it prints.
fn run(program: &Path, args: &[&str]) -> Result<String, String> {
    let name = program.display();
    let output = Command::new(program)
        .args(args)
        .env("WEIXIN_CONFIG", "-")
        .env_remove("RUST_LOG")
        .output()
        .map_err(|error| format!("{name} does not start: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(format!("{name}: {}: {}", output.status, errors.lines().last().unwrap_or_default()))
}

/// The numbers in the last line of an output.
fn numbers<const N: usize>(printed: &str) -> Result<[f64; N], String> {
    let line = printed.lines().last().unwrap_or_default();
    let numbers: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    numbers.try_into().map_err(|_| format!("not {N} numbers: {line:?}"))
}

/// The median.
fn of(mut figures: Vec<f64>) -> f64 {
    figures.sort_unstable_by(f64::total_cmp);
    median(&figures)
}
