//! The command line.

use std::path::PathBuf;

/// The usage.
pub const USAGE: &str = "\
usage: load [--quick] [--only NAME]… [--work NAME]… [--rounds N] [--seconds S]
            [--missing NAME=WHY]… [--figures FOLDER] [--out FILE]";

/// What to measure.
#[derive(Debug)]
pub struct Options {
    /// A short run, whose figures are rough.
    pub quick: bool,
    /// The names of the servers and of the other parts; all if empty.
    pub only: Vec<String>,
    /// The names of the kinds of work; all if empty.
    pub works: Vec<String>,
    /// How often each server is measured with each kind of work.
    pub rounds: usize,
    /// For how long, in seconds.
    pub seconds: f64,
    /// After how many pushes the memory is read.
    pub memory_pushes: usize,
    /// What is not measured, and why.
    pub missing: Vec<(String, String)>,
    /// The folder with the output of the other benchmarks.
    pub figures: Option<PathBuf>,
    /// Where to write the report.
    pub out: Option<PathBuf>,
}

impl Options {
    /// Reads the arguments.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn parse(args: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let (mut quick, mut rounds, mut seconds) = (false, None, None);
        let (mut only, mut works, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        let (mut figures, mut out) = (None, None);
        let mut args = args.into_iter();
        while let Some(arg) = args.next() {
            if arg == "--quick" {
                quick = true;
                continue;
            }
            let value = args.next().ok_or_else(|| format!("{arg} needs a value"))?;
            match arg.as_str() {
                "--only" => only.push(value),
                "--work" => works.push(value),
                "--rounds" => {
                    rounds =
                        Some(value.parse().ok().filter(|n| *n > 0).ok_or("--rounds: 1 or more")?);
                }
                "--seconds" => {
                    let value: Option<f64> = value.parse().ok().filter(|n| *n > 0.0);
                    seconds = Some(value.ok_or("--seconds: a positive number")?);
                }
                "--missing" => {
                    let (name, why) = value.split_once('=').ok_or("--missing NAME=WHY")?;
                    missing.push((name.to_owned(), why.to_owned()));
                }
                "--figures" => figures = Some(value.into()),
                "--out" => out = Some(value.into()),
                _ => return Err(format!("unknown argument {arg:?}")),
            }
        }
        Ok(Self {
            quick,
            only,
            works,
            rounds: rounds.unwrap_or(if quick { 1 } else { 3 }),
            seconds: seconds.unwrap_or(if quick { 1.0 } else { 3.0 }),
            memory_pushes: if quick { 20_000 } else { 125_000 },
            missing,
            figures,
            out,
        })
    }

    /// Whether this part is to be measured.
    pub fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|only| only == name)
    }

    /// Whether this kind of work is to be measured.
    pub fn wants_work(&self, name: &str) -> bool {
        self.works.is_empty() || self.works.iter().any(|work| work == name)
    }

    /// Why a part cannot be measured, if it cannot.
    pub fn missing(&self, name: &str) -> Option<&str> {
        self.missing.iter().find(|(missing, _)| missing == name).map(|(_, why)| why.as_str())
    }
}
