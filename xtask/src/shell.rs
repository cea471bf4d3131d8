//! Runs other programs in the root of the repository.

use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::report::Stop;

/// Whether the tasks run unattended: `CI=true`, as CI services set it.
pub(crate) fn is_ci() -> bool {
    env::var("CI").is_ok_and(|value| matches!(value.as_str(), "true" | "1"))
}

/// The checkout the tasks work on.
pub(crate) struct Repo {
    root: PathBuf,
    /// Whether missing programs may be installed.
    pub(crate) install: bool,
}

impl Repo {
    /// The checkout in which this program was built.
    pub(crate) fn find(install: bool) -> Self {
        let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
        Self { root: xtask.parent().unwrap_or(xtask).to_owned(), install }
    }

    /// A file or folder, by its path relative to the root.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A call of the Cargo that runs this program.
    pub(crate) fn cargo<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Call {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut call = self.call(cargo, args);
        call.shown = call.shown.replacen(&call.program(), "cargo", 1);
        if is_ci() {
            // Every crate is compiled once, so what is kept for the next time only takes space: half of it all.
            call.command.env("CARGO_INCREMENTAL", "0");
        }
        call
    }

    /// A call of another program.
    pub(crate) fn call<'a>(
        &self,
        program: impl AsRef<OsStr>,
        args: impl IntoIterator<Item = &'a str>,
    ) -> Call {
        let mut command = Command::new(&program);
        command.current_dir(&self.root);
        let mut shown = program.as_ref().to_string_lossy().into_owned();
        for arg in args {
            command.arg(arg);
            shown.push(' ');
            shown.push_str(arg);
        }
        Call { command, shown }
    }
}

/// One call of a program, ready to run.
pub(crate) struct Call {
    command: Command,
    /// The command line as it is printed.
    shown: String,
}

impl Call {
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.shown = format!("{name}={:?} {}", value.as_ref().to_string_lossy(), self.shown);
        self.command.env(name, value);
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Runs it in another folder than the root of the repository.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it with its output shown. Anything but success is a failure.
    pub(crate) fn run(self) -> Result<(), Stop> {
        self.try_run().map_err(Stop::Failed)
    }

    /// As [`run`](Self::run), for callers that treat a failure differently.
    pub(crate) fn try_run(mut self) -> Result<(), String> {
        println!("$ {}", self.shown);
        match self.command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`{}` ended with {status}", self.shown)),
            Err(error) => Err(format!("`{}` did not start: {error}", self.program())),
        }
    }

    /// Runs it and returns its standard output; standard error is shown.
    pub(crate) fn output(mut self) -> Result<Vec<u8>, String> {
        println!("$ {}", self.shown);
        match self.command.stderr(Stdio::inherit()).output() {
            Ok(output) if output.status.success() => Ok(output.stdout),
            Ok(output) => Err(format!("`{}` ended with {}", self.shown, output.status)),
            Err(error) => Err(format!("`{}` did not start: {error}", self.program())),
        }
    }

    /// Runs it and returns its standard error.
    pub(crate) fn error_output(mut self) -> Result<String, String> {
        match self.command.stdin(Stdio::null()).stdout(Stdio::null()).output() {
            Ok(output) if output.status.success() => {
                Ok(String::from_utf8_lossy(&output.stderr).into_owned())
            }
            Ok(output) => Err(format!(
                "`{}` ended with {}: {}",
                self.shown,
                output.status,
                String::from_utf8_lossy(&output.stderr)
            )),
            Err(error) => Err(format!("`{}` did not start: {error}", self.program())),
        }
    }

    /// Runs it without output and returns whether it succeeded.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    fn program(&self) -> String {
        self.command.get_program().to_string_lossy().into_owned()
    }
}

/// The path of a program, if it is on the `PATH`.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    let file = OsString::from(format!("{program}{}", env::consts::EXE_SUFFIX));
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(&file)).find(|path| path.is_file())
}
