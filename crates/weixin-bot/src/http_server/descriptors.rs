//! To the system, connections are open files, and a process may have only so many of them.

use tracing::warn;

use super::ConnectionLimits;
use crate::os::open_file_limit;

/// How many open files are reserved for anything but connections to the server: at least this many,
/// and at least an eighth of all.
const RESERVED: u64 = 64;

impl ConnectionLimits {
    /// Lowers the number of connections to what the process may open (RLIMIT_NOFILE), less a
    /// reserve for calls and stores, and logs a warning if it does.
    #[must_use]
    pub fn fit_to_descriptors(self) -> Self {
        let Some(open_files) = open_file_limit() else { return self };
        let fitting = fitting_connections(self.max_connections, open_files);
        if fitting < self.max_connections {
            warn!(
                open_files,
                max_connections = self.max_connections,
                "the system allows this process too few open files for its connections: it takes \
                 at most {fitting} at a time. Raise the limit (`ulimit -n`, LimitNOFILE= in \
                 systemd, --ulimit in Docker) or lower max_connections"
            );
        }
        self.max_connections(fitting)
    }
}

/// How many of `wanted` connections are possible with this limit of open files.
fn fitting_connections(wanted: usize, open_files: u64) -> usize {
    let reserved = RESERVED.max(open_files / 8);
    let room = open_files.saturating_sub(reserved).max(1);
    wanted.min(usize::try_from(room).unwrap_or(usize::MAX))
}

#[cfg(test)]
mod tests {
    use super::fitting_connections;

    #[test]
    fn some_files_are_left_for_calls_and_stores() {
        assert_eq!(fitting_connections(10_000, 1 << 20), 10_000);
        assert_eq!(fitting_connections(10_000, 1024), 896);
        assert_eq!(fitting_connections(100, 256), 100);
        assert_eq!(fitting_connections(1000, 256), 192);
        assert_eq!(fitting_connections(1000, 10), 1);
    }
}
