//! Creates the file of an SQLite store, and checks its type and permissions.

use std::{
    fs::{self, OpenOptions},
    io,
    path::Path,
    sync::{Mutex, PoisonError},
};

use weixin_store::{Error, ErrorKind};

use crate::os;

/// Held while a file is created. SQLite uses POSIX advisory locks: if a process closes a file
/// anywhere, it loses all its locks on that file. So the file is opened here only if it does not
/// exist yet, and it must not be used before it is closed again.
static CREATING: Mutex<()> = Mutex::new(());

/// Creates the file if it is missing, readable and writable only by its owner; SQLite gives its
/// journal (`-wal`) and index (`-shm`) the same permissions. Checks an existing file.
pub(crate) fn prepare(path: &Path) -> Result<(), Error> {
    let _creating = CREATING.lock().unwrap_or_else(PoisonError::into_inner);
    match create(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => check(path),
        Err(error) => Err(explain(error)),
    }
}

fn create(path: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    os::make_private(&mut options);
    options.open(path).map(drop)
}

fn check(path: &Path) -> Result<(), Error> {
    let metadata = fs::metadata(path).map_err(explain)?;
    if metadata.is_dir() {
        return Err(Error::new(
            ErrorKind::Rejected,
            "the store's path is a directory: specify a file in it",
        ));
    }
    os::usable(path).map_err(explain)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    os::writable_folder(folder.unwrap_or(Path::new("."))).map_err(|error| {
        let message = "the folder of the store's file cannot be written, and SQLite puts its \
                       journal there: change its permissions";
        Error::new(ErrorKind::Rejected, message).with_source(error)
    })?;
    if os::everybody_can_read(&metadata) {
        tracing::warn!(
            "every user of this machine can read the store's file, with the tokens in it: chmod \
             600 it, its -wal and its -shm"
        );
    }
    Ok(())
}

/// Explains why a file cannot be opened, and how to fix it.
fn explain(error: io::Error) -> Error {
    let (kind, message) = match error.kind() {
        io::ErrorKind::NotFound => (
            ErrorKind::Unreachable,
            "the directory of the store's file does not exist: create it or use another path"
                .to_owned(),
        ),
        io::ErrorKind::NotADirectory => {
            (ErrorKind::Rejected, "a parent of the store's file is not a directory".to_owned())
        }
        io::ErrorKind::PermissionDenied => (
            ErrorKind::Rejected,
            "this user may not open or create the store's file: change the permissions of \
             file and directory"
                .to_owned(),
        ),
        _ => (ErrorKind::Unreachable, format!("the store's file cannot be opened: {error}")),
    };
    Error::new(kind, message).with_source(error)
}
