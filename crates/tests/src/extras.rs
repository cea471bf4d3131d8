//! The extras that `cargo xtask test` installs, and what happens without them.

use std::{env, io::Write, path::PathBuf, sync::Once};

/// Where Chromium is.
const CHROMIUM: &str = "WEIXIN_TEST_CHROMIUM";
/// Where the ChromeDriver of the same version is.
const CHROMEDRIVER: &str = "WEIXIN_TEST_CHROMEDRIVER";
/// Where a Python with the packages of `interop/requirements.txt` is.
const PYTHON: &str = "WEIXIN_TEST_PYTHON";

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// The browser, if this machine has one for tests; otherwise says that tests are left out.
pub fn chromium() -> Option<Chromium> {
    static SAID: Once = Once::new();
    let found = path(CHROMIUM)
        .zip(path(CHROMEDRIVER))
        .map(|(browser, driver)| Chromium { browser, driver });
    if found.is_none() {
        SAID.call_once(|| left_out("Chromium", &[CHROMIUM, CHROMEDRIVER]));
    }
    found
}

/// A Python with wechatpy, if this machine has one for tests; otherwise says that tests are left
/// out.
pub fn python() -> Option<PathBuf> {
    static SAID: Once = Once::new();
    let found = path(PYTHON);
    if found.is_none() {
        SAID.call_once(|| left_out("wechatpy", &[PYTHON]));
    }
    found
}

fn path(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Writes to standard error itself: what a passing test prints is not shown.
fn left_out(what: &str, variables: &[&str]) {
    let unset: Vec<_> = variables.iter().filter(|name| path(name).is_none()).copied().collect();
    // Nobody can be told if standard error is closed.
    let _ = writeln!(
        std::io::stderr(),
        "LEFT OUT: the tests with {what}, without {}; `cargo xtask test` installs it and runs them",
        unset.join(" and "),
    );
}

/// A file of the repository, by its path from the root.
pub fn repository(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}
