//! Python environments with pinned packages.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    extras::apt_install,
    os,
    shell::{Repo, which},
};

/// An environment in a folder of the repository that Git ignores.
pub(crate) struct Environment {
    pub(crate) folder: &'static str,
    /// The file that pins its packages.
    pub(crate) requirements: &'static str,
}

impl Environment {
    /// The path of a program in it.
    pub(crate) fn program(&self, repo: &Repo, name: &str) -> PathBuf {
        repo.path(self.folder).join(os::venv_program(name))
    }

    /// Creates the environment and installs its packages, unless they are installed and `works`: a
    /// copied or incomplete environment has the files but does not run.
    pub(crate) fn prepare(&self, repo: &Repo, works: impl Fn(&Repo) -> bool) -> Result<(), String> {
        let stamp = repo.path(self.folder).join("installed.txt");
        let wanted = fs::read_to_string(repo.path(self.requirements))
            .map_err(|error| format!("{}: {error}", self.requirements))?;
        if fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) && works(repo) {
            return Ok(());
        }
        if !repo.install {
            return Err("`--no-install` was given".to_owned());
        }
        println!("Creating the Python environment {}", self.folder);
        self.create(repo)?;
        let python = self.program(repo, "python");
        repo.call(python, ["-m", "pip", "install", "--quiet", "-r", self.requirements])
            .try_run()?;
        if !works(repo) {
            return Err(format!("the packages installed into {} do not run", self.folder));
        }
        write(&stamp, &wanted)
    }

    /// Debian's `python3` lacks the module that installs pip into a new environment, so the first
    /// attempt may fail.
    fn create(&self, repo: &Repo) -> Result<(), String> {
        let create = || {
            let python = ["python3", "python"]
                .into_iter()
                .find_map(which)
                .ok_or_else(|| "there is no python3".to_owned())?;
            repo.call(python, ["-m", "venv", "--clear", self.folder]).try_run()
        };
        create().or_else(|first| {
            apt_install(repo, &["python3", "python3-venv"])
                .map_err(|second| format!("{first}; {second}"))?;
            create()
        })
    }
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
