//! Where a bot's log goes, as configured.

use std::path::PathBuf;

use serde::Deserialize;
use tracing_subscriber::EnvFilter;

use super::Problem;

/// Where the log of [`Bot::serve`](crate::Bot::serve) goes and what is in it: the table `[log]`. It applies
/// only if the program has set up no `tracing` subscriber of its own.
///
/// ```toml
/// [log]
/// # level = "info"          # or as RUST_LOG, which wins: "warn,weixin_bot=debug"
/// # file = "log/bot.log"    # standard error if left out (feature `log-file`)
/// # rotate = "daily"        # "hourly" or "never": a new file with the date in its name
/// # keep = 14               # how many files are kept; all if left out
/// ```
///
/// A change of `level` in the configuration file takes effect while the bot runs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct LogConfig {
    /// Which lines are written: a level (`error`, `warn`, `info`, `debug`, `trace`), or several directives
    /// as in `RUST_LOG`, which wins. `info` by default.
    pub level: Option<String>,
    /// The file that the lines are appended to. Its folder is created. With rotation, the date is appended
    /// to its name.
    pub file: Option<PathBuf>,
    /// When a new file begins. At midnight UTC by default.
    pub rotate: Rotation,
    /// How many files are kept; all if `None`.
    pub keep: Option<usize>,
}

/// When a new log file begins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Rotation {
    /// Every day, at midnight UTC.
    #[default]
    Daily,
    /// Every hour.
    Hourly,
    /// Never: another program may move the file away.
    Never,
}

impl LogConfig {
    /// A log with the lines of this level.
    pub fn level(level: impl Into<String>) -> Self {
        Self { level: Some(level.into()), ..Self::default() }
    }

    /// Appends the lines to this file.
    #[must_use]
    pub fn file(mut self, file: impl Into<PathBuf>) -> Self {
        self.file = Some(file.into());
        self
    }

    /// Sets when a new file begins.
    #[must_use]
    pub fn rotate(mut self, rotation: Rotation) -> Self {
        self.rotate = rotation;
        self
    }

    /// Sets how many files are kept.
    #[must_use]
    pub fn keep(mut self, files: usize) -> Self {
        self.keep = Some(files);
        self
    }

    pub(crate) fn check(&self, problems: &mut Vec<Problem>) {
        let mut say = |name: &str, why: String| {
            problems.push(Problem { what: format!("log.{name}"), why });
        };
        if let Some(level) = &self.level
            && let Err(error) = EnvFilter::try_new(level)
        {
            let help =
                "is not a level like \"info\", nor directives like \"warn,weixin_bot=debug\"";
            say("level", format!("{level:?} {help}: {error}"));
        }
        if self.file.is_some() && !cfg!(feature = "log-file") {
            say("file", "needs the feature `log-file` of this crate".to_owned());
        }
        if self.keep == Some(0) {
            say("keep", "is 0: leave it out to keep all files".to_owned());
        }
    }
}
