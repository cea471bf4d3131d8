//! Between the command and whoever started it: lines and signals.

use std::io::{self, Write};

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

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

/// What the process is asked to do from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// To finish: Ctrl-C.
    Interrupt,
    /// To end.
    Terminate,
}

/// The signals that ask the process to stop. They do so only here once this was made.
pub(crate) struct Signals {
    #[cfg(unix)]
    interrupt: Signal,
    #[cfg(unix)]
    others: Vec<Signal>,
}

impl Signals {
    /// Ctrl-C and `kill`.
    pub(crate) fn usual() -> Result<Self, String> {
        #[cfg(unix)]
        return Self::listen(&[SignalKind::terminate()]);
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Also those that come when the terminal closes, or of Ctrl-\, for a command that has
    /// something to put in order.
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

    /// The next one.
    pub(crate) async fn next(&mut self) -> Asked {
        #[cfg(unix)]
        {
            use std::task::Poll;
            std::future::poll_fn(|context| {
                if self.interrupt.poll_recv(context).is_ready() {
                    return Poll::Ready(Asked::Interrupt);
                }
                match self.others.iter_mut().any(|other| other.poll_recv(context).is_ready()) {
                    true => Poll::Ready(Asked::Terminate),
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
            Asked::Interrupt
        }
    }
}
