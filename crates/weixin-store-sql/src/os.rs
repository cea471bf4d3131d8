//! What differs between operating systems: permissions of files.

pub(crate) use sys::{everybody_can_read, make_private, usable, writable_folder};

#[cfg(unix)]
mod sys {
    use std::{
        fs::{Metadata, OpenOptions},
        io,
        os::unix::fs::{OpenOptionsExt, PermissionsExt},
        path::Path,
    };

    use rustix::fs::{Access, access};

    /// Makes a file that is created with these options accessible only by its owner.
    pub(crate) fn make_private(options: &mut OpenOptions) {
        options.mode(0o600);
    }

    /// Fails if this process may not read and write the file.
    pub(crate) fn usable(file: &Path) -> io::Result<()> {
        Ok(access(file, Access::READ_OK | Access::WRITE_OK)?)
    }

    /// Fails if this process may not create files in the folder.
    pub(crate) fn writable_folder(folder: &Path) -> io::Result<()> {
        Ok(access(folder, Access::WRITE_OK | Access::EXEC_OK)?)
    }

    /// Whether every user of the machine can read the file.
    pub(crate) fn everybody_can_read(file: &Metadata) -> bool {
        file.permissions().mode() & 0o004 != 0
    }
}

/// On systems where files inherit the access control lists of their folder, a file is as private as
/// its folder, and SQLite reports what is not permitted.
#[cfg(not(unix))]
mod sys {
    use std::{
        fs::{Metadata, OpenOptions},
        io,
        path::Path,
    };

    pub(crate) fn make_private(_options: &mut OpenOptions) {}

    pub(crate) fn usable(_file: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn writable_folder(_folder: &Path) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn everybody_can_read(_file: &Metadata) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use std::fs::{self, OpenOptions};

    use super::*;

    #[test]
    fn a_private_file_is_usable_and_not_for_everybody() {
        let folder = std::env::temp_dir();
        let file = folder.join(format!("weixin-store-sql-os-{}", std::process::id()));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        make_private(&mut options);
        options.open(&file).expect("the folder of temporary files can be written");
        let metadata = fs::metadata(&file);
        let seen = (usable(&file), writable_folder(&folder));
        fs::remove_file(&file).expect("it is ours");
        assert!(!everybody_can_read(&metadata.expect("it was made")));
        assert!(seen.0.is_ok() && seen.1.is_ok(), "{seen:?}");
    }

    #[cfg(unix)]
    #[test]
    fn what_is_not_there_cannot_be_used() {
        let nowhere = std::path::Path::new("/nonexistent");
        assert!(usable(nowhere).is_err() && writable_folder(nowhere).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_the_usual_mode_is_for_everybody() {
        use std::os::unix::fs::PermissionsExt;
        let file =
            std::env::temp_dir().join(format!("weixin-store-sql-mode-{}", std::process::id()));
        fs::write(&file, "").expect("the folder of temporary files can be written");
        let changed = fs::set_permissions(&file, fs::Permissions::from_mode(0o644));
        let metadata = fs::metadata(&file);
        fs::remove_file(&file).expect("it is ours");
        changed.expect("it is ours");
        assert!(everybody_can_read(&metadata.expect("it was made")));
    }
}
