//! The errors of databases as ours.

use weixin_store::{Error, ErrorKind};

/// What the database, or the way to it, failed with. Messages are our own: those of a database may
/// quote what was sent.
pub(crate) fn error(error: sqlx::Error) -> Error {
    let unreachable = |message| Error::new(ErrorKind::Unreachable, message);
    match error {
        sqlx::Error::Io(io) => unreachable("the database cannot be reached").with_source(io),
        sqlx::Error::PoolTimedOut => unreachable("the database gives no connection in time"),
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            unreachable("the connections to the database were closed")
        }
        sqlx::Error::Database(refusal) => {
            let code = refusal.code().unwrap_or_default().into_owned();
            if is_sqlite_code(&code, CANTOPEN) {
                unreachable("the database's file, or its journal beside it, cannot be opened")
            } else if may_pass(&code) {
                unreachable("the database is busy or not ready")
            } else {
                Error::new(ErrorKind::Refused, format!("the database refuses (code {code})"))
            }
        }
        sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::Decode(_) => unreadable(),
        sqlx::Error::Tls(_) => Error::new(ErrorKind::Refused, "no TLS with the database"),
        _ => Error::new(ErrorKind::Refused, "the database cannot be used"),
    }
}

/// Whether SQLite cannot open the file of the database.
#[cfg(feature = "sqlite")]
pub(crate) fn is_unopenable(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|refusal| refusal.code());
    code.is_some_and(|code| is_sqlite_code(&code, CANTOPEN))
}

/// SQLITE_CANTOPEN.
const CANTOPEN: u32 = 14;

/// Whether a code is one of SQLite's, of this kind.
fn is_sqlite_code(code: &str, kind: u32) -> bool {
    code.len() != 5 && code.parse::<u32>().is_ok_and(|number| number & 0xff == kind)
}

/// Whether a refusal is a matter of the moment. SQLite's codes are numbers, with the kind in the
/// lowest byte; Postgres' have five characters, with the kind in the first two.
fn may_pass(code: &str) -> bool {
    // SQLITE_BUSY, SQLITE_LOCKED
    if [5, 6, CANTOPEN].iter().any(|kind| is_sqlite_code(code, *kind)) {
        return true;
    }
    // Connection, transaction to be tried again, resources, operator.
    ["08", "40", "53", "57"].iter().any(|kind| code.starts_with(kind))
}

/// Something in the tables is not what a store of ours puts there.
pub(crate) fn unreadable() -> Error {
    Error::new(ErrorKind::Unreadable, "what is in the tables was not written by a store of ours")
}

#[cfg(test)]
mod tests {
    use super::may_pass;

    #[test]
    fn refusals_that_pass() {
        for code in ["5", "261", "517", "6", "14", "08006", "40001", "40P01", "53300", "57P01"] {
            assert!(may_pass(code), "{code}");
        }
        for code in ["13", "8", "11", "26", "2067", "42501", "28P01", "23505", ""] {
            assert!(!may_pass(code), "{code}");
        }
    }
}
