//! What differs between operating systems: the signals that ask a process to stop, and how many
//! files it may have open.

pub(crate) use sys::{Signals, open_file_limit};

#[cfg(unix)]
mod sys {
    use std::{
        io,
        task::{Context, Poll},
    };

    use tokio::signal::unix::{Signal, SignalKind, signal};

    /// SIGINT, SIGTERM, and SIGHUP unless it is ignored.
    #[derive(Debug)]
    pub(crate) struct Signals(Vec<Signal>);

    impl Signals {
        /// Registers for the signals.
        pub(crate) fn listen() -> io::Result<Self> {
            let mut kinds = vec![SignalKind::interrupt(), SignalKind::terminate()];
            if !hangup_is_ignored() {
                kinds.push(SignalKind::hangup());
            }
            kinds.into_iter().map(signal).collect::<io::Result<_>>().map(Self)
        }

        /// Ready when one of them has come.
        pub(crate) fn poll_recv(&mut self, context: &mut Context<'_>) -> Poll<()> {
            match self.0.iter_mut().any(|signal| signal.poll_recv(context).is_ready()) {
                true => Poll::Ready(()),
                false => Poll::Pending,
            }
        }
    }

    /// How many files this process may have open (RLIMIT_NOFILE); `None` if there is no limit.
    pub(crate) fn open_file_limit() -> Option<u64> {
        rustix::process::getrlimit(rustix::process::Resource::Nofile).current
    }

    /// Only Linux reports this.
    fn hangup_is_ignored() -> bool {
        std::fs::read_to_string("/proc/self/status").is_ok_and(|status| ignores_hangup(&status))
    }

    /// Whether a process with this `/proc/PID/status` ignores SIGHUP.
    fn ignores_hangup(status: &str) -> bool {
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        // Signals are numbered from 1, and SIGHUP is the first.
        mask.is_some_and(|mask| mask & 1 == 1)
    }

    #[cfg(test)]
    mod tests {
        use std::future::poll_fn;

        use rustix::process::{Signal, getpid, kill_process};

        use super::{Signals, ignores_hangup, open_file_limit};

        #[tokio::test]
        async fn a_signal_before_the_first_poll_counts() {
            let mut signals = Signals::listen().expect("this system has signals");
            for signal in [Signal::TERM, Signal::INT] {
                kill_process(getpid(), signal).expect("a process may signal itself");
                poll_fn(|context| signals.poll_recv(context)).await;
            }
        }

        #[test]
        fn nohup_is_seen() {
            assert!(ignores_hangup("Name:\tbot\nSigIgn:\t0000000000001001\nSigCgt:\t0\n"));
            assert!(!ignores_hangup("Name:\tbot\nSigIgn:\t0000000000001000\n"));
            assert!(!ignores_hangup("Name:\tbot\n"));
        }

        #[test]
        fn the_limit_covers_what_is_open_already() {
            assert!(open_file_limit().is_none_or(|files| files > 3));
        }
    }
}

#[cfg(windows)]
mod sys {
    use std::{
        io,
        task::{Context, Poll},
    };

    use tokio::signal::windows::{
        CtrlBreak, CtrlC, CtrlClose, CtrlShutdown, ctrl_break, ctrl_c, ctrl_close, ctrl_shutdown,
    };

    /// Console events: Ctrl-C, Ctrl-Break, closing the console, shutdown of the system.
    #[derive(Debug)]
    pub(crate) struct Signals {
        interrupt: CtrlC,
        terminate: CtrlBreak,
        close: CtrlClose,
        shutdown: CtrlShutdown,
    }

    impl Signals {
        /// Registers for the events.
        pub(crate) fn listen() -> io::Result<Self> {
            Ok(Self {
                interrupt: ctrl_c()?,
                terminate: ctrl_break()?,
                close: ctrl_close()?,
                shutdown: ctrl_shutdown()?,
            })
        }

        /// Ready when one of them has come.
        pub(crate) fn poll_recv(&mut self, context: &mut Context<'_>) -> Poll<()> {
            let asked = self.interrupt.poll_recv(context).is_ready()
                || self.terminate.poll_recv(context).is_ready()
                || self.close.poll_recv(context).is_ready()
                || self.shutdown.poll_recv(context).is_ready();
            if asked { Poll::Ready(()) } else { Poll::Pending }
        }
    }

    /// Windows has no such limit.
    pub(crate) fn open_file_limit() -> Option<u64> {
        None
    }
}
