//! The signals that ask a process to stop.

use std::io;

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Waits for what asks a process to stop: Ctrl-C (SIGINT), SIGTERM, and SIGHUP, which comes when
/// the terminal is closed. From the moment it is made, these no longer end the process by
/// themselves.
///
/// Where the process was started with SIGHUP ignored (`nohup`), it stays ignored; this is known on
/// Linux only. On Windows it is Ctrl-C alone.
#[derive(Debug)]
pub struct StopSignals {
    #[cfg(unix)]
    signals: Vec<Signal>,
}

impl StopSignals {
    /// Begins to listen. Call inside a Tokio runtime.
    ///
    /// # Errors
    /// If the system refuses to tell of signals.
    pub fn new() -> io::Result<Self> {
        #[cfg(unix)]
        {
            let mut kinds = vec![SignalKind::interrupt(), SignalKind::terminate()];
            if !hangup_is_ignored() {
                kinds.push(SignalKind::hangup());
            }
            let signals = kinds.into_iter().map(signal).collect::<io::Result<_>>()?;
            Ok(Self { signals })
        }
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Completes at the next signal. Signals that came since this was made, or since the last one,
    /// count.
    pub async fn recv(&mut self) {
        #[cfg(unix)]
        std::future::poll_fn(|context| {
            let mut signals = self.signals.iter_mut();
            match signals.any(|signal| signal.poll_recv(context).is_ready()) {
                true => std::task::Poll::Ready(()),
                false => std::task::Poll::Pending,
            }
        })
        .await;
        #[cfg(not(unix))]
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

#[cfg(unix)]
fn hangup_is_ignored() -> bool {
    std::fs::read_to_string("/proc/self/status").is_ok_and(|status| ignores_hangup(&status))
}

/// Whether a process with this `/proc/PID/status` ignores SIGHUP.
#[cfg(unix)]
fn ignores_hangup(status: &str) -> bool {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // The signals are counted from 1, and SIGHUP is the first.
    mask.is_some_and(|mask| mask & 1 == 1)
}

#[cfg(all(test, unix))]
mod tests {
    use super::ignores_hangup;

    #[test]
    fn nohup_is_seen() {
        assert!(ignores_hangup("Name:\tbot\nSigIgn:\t0000000000001001\nSigCgt:\t0\n"));
        assert!(!ignores_hangup("Name:\tbot\nSigIgn:\t0000000000001000\n"));
        assert!(!ignores_hangup("Name:\tbot\n"));
    }
}
