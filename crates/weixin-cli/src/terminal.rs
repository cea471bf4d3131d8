//! Output to standard output and standard error.

use std::io::{self, Write};

/// Why a command failed.
#[derive(Debug)]
pub(crate) enum CliError {
    /// An error with a message for the user.
    Message(String),
    /// The reader of the output has closed it, as in `weixin verify … | head -1`.
    OutputClosed,
}

impl From<String> for CliError {
    fn from(problem: String) -> Self {
        Self::Message(problem)
    }
}

/// Prints a line to standard output.
pub(crate) fn print_line(line: &str) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").and_then(|()| out.flush()).map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => CliError::OutputClosed,
        _ => CliError::Message(format!("cannot print: {error} 无法输出")),
    })
}

/// Prints text to standard output. Ignores that the reader has closed it (`weixin api list |
/// head`).
#[cfg(feature = "api")]
pub(crate) fn print(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Prints an error to standard error.
pub(crate) fn eprint_error(problem: &str) {
    // If standard error is closed, there is nowhere to report to.
    let _ = writeln!(io::stderr(), "weixin: {problem}");
}
