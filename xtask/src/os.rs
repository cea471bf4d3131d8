//! Functions that differ between systems.

use std::path::PathBuf;

/// The path of a program in a Python environment, relative to its folder.
pub(crate) fn venv_program(name: &str) -> PathBuf {
    if cfg!(windows) {
        PathBuf::from("Scripts").join(format!("{name}.exe"))
    } else {
        PathBuf::from("bin").join(name)
    }
}

/// Whether fonts for Chinese and emoji may be missing: Windows and macOS include them.
pub(crate) fn may_lack_fonts() -> bool {
    cfg!(target_os = "linux")
}

/// Whether tests with Redis and memcached run wherever the examples are tested: elsewhere they cannot be installed with
/// a package manager that is always there.
pub(crate) fn has_servers_in_ci() -> bool {
    cfg!(target_os = "linux")
}

/// Whether Valgrind runs on this system.
pub(crate) fn may_have_valgrind() -> bool {
    cfg!(target_os = "linux")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_of_an_environment_has_the_systems_suffix() {
        let python = venv_program("python");
        let file = python.file_name().and_then(|name| name.to_str());
        assert_eq!(file, Some(&*format!("python{}", std::env::consts::EXE_SUFFIX)));
    }
}
