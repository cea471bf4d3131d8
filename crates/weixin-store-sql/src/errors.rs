//! Conversion of database errors.

use weixin_store::{Error, ErrorKind};

/// Converts an error of the database or of the connection to it. The messages of the database are
/// not passed on, because they may quote what was sent.
pub(crate) fn error(error: sqlx::Error) -> Error {
    let unreachable = |message| Error::new(ErrorKind::Unreachable, message);
    match error {
        sqlx::Error::Io(io) => unreachable("the database cannot be reached").with_source(io),
        sqlx::Error::PoolTimedOut => unreachable("timed out waiting for a database connection"),
        sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            unreachable("the connections to the database were closed")
        }
        sqlx::Error::Database(rejection) => {
            let code = rejection.code().unwrap_or_default().into_owned();
            if is_sqlite_code(&code, CANTOPEN) {
                unreachable("the database's file, or its journal beside it, cannot be opened")
            } else if is_transient(&code) {
                unreachable("the database is busy or not ready")
            } else {
                Error::new(
                    ErrorKind::Rejected,
                    format!("the database rejected the operation (code {code})"),
                )
            }
        }
        sqlx::Error::ColumnNotFound(_)
        | sqlx::Error::ColumnDecode { .. }
        | sqlx::Error::Decode(_) => unreadable(),
        sqlx::Error::Tls(_) => {
            Error::new(ErrorKind::Rejected, "the TLS connection to the database failed")
        }
        _ => Error::new(ErrorKind::Rejected, "the database cannot be used"),
    }
}

/// Whether SQLite could not open the database file.
#[cfg(feature = "sqlite")]
pub(crate) fn is_unopenable(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|rejection| rejection.code());
    code.is_some_and(|code| is_sqlite_code(&code, CANTOPEN))
}

/// SQLITE_CANTOPEN.
const CANTOPEN: u32 = 14;

/// Whether this is a code of SQLite, of the given kind.
fn is_sqlite_code(code: &str, kind: u32) -> bool {
    code.len() != 5 && code.parse::<u32>().is_ok_and(|number| number & 0xff == kind)
}

/// Whether the transaction was rolled back because of another one, and can be repeated at once:
/// serialization failures and deadlocks of Postgres.
pub(crate) fn is_conflict(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(|refusal| refusal.code());
    code.is_some_and(|code| code.len() == 5 && code.starts_with("40"))
}

/// Whether the database does not accept the data, so that others may be accepted: of SQLite
/// SQLITE_TOOBIG, SQLITE_CONSTRAINT and SQLITE_MISMATCH, of Postgres data exceptions, constraints and
/// limits.
pub(crate) fn is_about_data(error: &sqlx::Error) -> bool {
    let Some(code) = error.as_database_error().and_then(|refusal| refusal.code()) else {
        return false;
    };
    [18, 19, 20].iter().any(|kind| is_sqlite_code(&code, *kind))
        || code.len() == 5 && ["22", "23", "54", "P0"].iter().any(|class| code.starts_with(class))
}

/// Whether the operation may succeed when repeated. Codes of SQLite are numbers with the kind in
/// the lowest byte; codes of Postgres have five characters with the class in the first two.
fn is_transient(code: &str) -> bool {
    // SQLITE_BUSY, SQLITE_LOCKED
    if [5, 6, CANTOPEN].iter().any(|kind| is_sqlite_code(code, *kind)) {
        return true;
    }
    // Connection errors, serialization failures, insufficient resources, operator intervention.
    ["08", "40", "53", "57"].iter().any(|kind| code.starts_with(kind))
}

/// The error for rows that this crate would not have written.
pub(crate) fn unreadable() -> Error {
    Error::new(ErrorKind::Unreadable, "the data in the tables was not written by weixin")
}

#[cfg(test)]
mod tests {
    use super::is_transient;

    #[test]
    fn transient_codes_are_told_from_permanent_ones() {
        for code in ["5", "261", "517", "6", "14", "08006", "40001", "40P01", "53300", "57P01"] {
            assert!(is_transient(code), "{code}");
        }
        for code in ["13", "8", "11", "26", "2067", "42501", "28P01", "23505", ""] {
            assert!(!is_transient(code), "{code}");
        }
    }
}
