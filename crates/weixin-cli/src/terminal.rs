//! Between the command and whoever started it: lines.

use std::io::{self, Write};

/// Why a command did not come to its end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// What went wrong.
    Problem(String),
    /// Nobody reads what it prints any more, as in `weixin verify … | head -1`.
    Unheard,
}

impl From<String> for Stop {
    fn from(problem: String) -> Self {
        Self::Problem(problem)
    }
}

/// Prints a line for the person at the terminal.
pub(crate) fn say(line: &str) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Stop::Unheard,
        _ => Stop::Problem(format!("cannot print: {error} 无法输出")),
    })
}

/// Prints many lines, for a terminal or another program. That the other program has stopped
/// reading (`weixin api list | head`) is no problem of ours.
#[cfg(feature = "api")]
pub(crate) fn print(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Prints what went wrong.
pub(crate) fn complain(problem: &str) {
    // If that cannot be said, there is no other place to say it.
    let _ = writeln!(io::stderr(), "weixin: {problem}");
}
