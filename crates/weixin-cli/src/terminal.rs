//! Output to standard output and standard error.

use std::{
    error::Error as StdError,
    io::{self, Write},
};

use weixin::api::{Error, ErrorKind};

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

/// What went wrong in a call, with its cause, and what to do about it in Chinese too.
pub(crate) fn describe(error: &Error) -> String {
    let mut text = error.to_string();
    if matches!(error.kind(), ErrorKind::Connect | ErrorKind::Interrupted | ErrorKind::Credential) {
        let mut source = error.source();
        while let Some(cause) = source.and_then(StdError::source) {
            source = Some(cause);
        }
        if let Some(cause) = source.map(ToString::to_string).filter(|cause| !text.contains(cause)) {
            text = format!("{text}: {cause}");
        }
    }
    match error.hint() {
        Some(hint) => format!("{text}\n  {}", hint.zh),
        None => text,
    }
}
