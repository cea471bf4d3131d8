//! What differs between systems: users.

use std::{io, path::Path, process::Command};

/// As whom a database runs: Postgres rejects to run as root.
#[derive(Debug, Clone, Copy)]
pub(crate) struct User(Option<u32>);

impl User {
    /// Whoever runs the tests.
    pub(crate) const SELF: Self = Self(None);

    /// Whoever runs the tests, unless that is root: then somebody who is not. The folder is one
    /// that the tests made.
    pub(crate) fn not_root(folder: &Path) -> io::Result<Self> {
        sys::not_root(folder).map(Self)
    }

    /// A command that will run as this user.
    pub(crate) fn apply_to(self, command: &mut Command) {
        if let Self(Some(id)) = self {
            sys::run_as(command, id);
        }
    }

    /// Makes the user the owner of a folder.
    pub(crate) fn take_ownership(self, folder: &Path) -> io::Result<()> {
        match self {
            Self(Some(id)) => sys::chown(folder, id),
            // Who made it owns it.
            Self(None) => Ok(()),
        }
    }
}

#[cfg(unix)]
mod sys {
    use std::{
        fs, io,
        os::unix::{fs::MetadataExt, process::CommandExt},
        path::Path,
        process::Command,
    };

    const NOBODY: u32 = 65534;

    pub(super) fn not_root(folder: &Path) -> io::Result<Option<u32>> {
        let root = fs::metadata(folder)?.uid() == 0;
        Ok(root.then_some(NOBODY))
    }

    pub(super) fn run_as(command: &mut Command, id: u32) {
        command.uid(id).gid(id);
    }

    pub(super) fn chown(folder: &Path, id: u32) -> io::Result<()> {
        std::os::unix::fs::chown(folder, Some(id), Some(id))
    }
}

/// Without numbers for users; a program runs as whoever started it.
#[cfg(not(unix))]
mod sys {
    use std::{io, path::Path, process::Command};

    pub(super) fn not_root(_folder: &Path) -> io::Result<Option<u32>> {
        Ok(None)
    }

    pub(super) fn run_as(_command: &mut Command, _id: u32) {}

    pub(super) fn chown(_folder: &Path, _id: u32) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_can_be_handed_to_who_is_not_root() {
        let folder = tempfile::tempdir().expect("there is a folder for temporary files");
        let user = User::not_root(folder.path()).expect("the folder is there");
        user.take_ownership(folder.path()).expect("it is ours");
        // Now it is not root's, so nobody else has to be found.
        let again = User::not_root(folder.path()).expect("the folder is there");
        assert_eq!(again.0, None);
    }
}
