//! Output and signals.

use std::io::{self, Write};

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Why a command ended early.
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

/// A request to stop, by a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StopRequest {
    /// Ctrl-C: finish and stop.
    Interrupt,
    /// Stop immediately.
    Terminate,
}

/// The signals that ask the process to stop. Once this exists, they no longer end the process by
/// themselves.
pub(crate) struct Signals {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    others: Vec<Signal>,
}

impl Signals {
    /// Ctrl-C and `kill`.
    pub(crate) fn standard() -> Result<Self, String> {
        #[cfg(unix)]
        return Self::listen(&[SignalKind::terminate()]);
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Also SIGHUP and SIGQUIT (Ctrl-\\), for a command that has to clean up.
    pub(crate) fn all() -> Result<Self, String> {
        #[cfg(unix)]
        return Self::listen(&[SignalKind::terminate(), SignalKind::hangup(), SignalKind::quit()]);
        #[cfg(not(unix))]
        Ok(Self {})
    }

    #[cfg(unix)]
    fn listen(others: &[SignalKind]) -> Result<Self, String> {
        let listen = || {
            let others = others.iter().copied().map(signal).collect::<io::Result<_>>()?;
            Ok(Self { interrupt: signal(SignalKind::interrupt())?, others })
        };
        listen().map_err(|error: io::Error| format!("cannot wait for signals: {error}"))
    }

    /// Waits for the next signal.
    pub(crate) async fn next(&mut self) -> StopRequest {
        #[cfg(unix)]
        {
            use std::task::Poll;
            std::future::poll_fn(|context| {
                if self.interrupt.poll_recv(context).is_ready() {
                    return Poll::Ready(StopRequest::Interrupt);
                }
                match self.others.iter_mut().any(|other| other.poll_recv(context).is_ready()) {
                    true => Poll::Ready(StopRequest::Terminate),
                    false => Poll::Pending,
                }
            })
            .await
        }
        #[cfg(not(unix))]
        {
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
            StopRequest::Interrupt
        }
    }
}
