//! Optional programs that `cargo xtask test` installs. Tests that need them are skipped if they are
//! missing.

use std::{env, io::Write, path::PathBuf, sync::Once};

/// The environment variable with the path of Chromium.
const CHROMIUM: &str = "WEIXIN_TEST_CHROMIUM";
/// The environment variable with the path of the matching ChromeDriver.
const CHROMEDRIVER: &str = "WEIXIN_TEST_CHROMEDRIVER";
/// The environment variable with the path of a Python with the packages in
/// `interop/requirements.txt`.
const PYTHON: &str = "WEIXIN_TEST_PYTHON";

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// The browser for tests. If there is none, reports that tests are skipped.
pub fn chromium() -> Option<Chromium> {
    static REPORTED: Once = Once::new();
    let found = path(CHROMIUM)
        .zip(path(CHROMEDRIVER))
        .map(|(browser, driver)| Chromium { browser, driver });
    if found.is_none() {
        REPORTED.call_once(|| report_skipped("Chromium", &[CHROMIUM, CHROMEDRIVER]));
    }
    found
}

/// A Python with wechatpy for tests. If there is none, reports that tests are skipped.
pub fn python() -> Option<PathBuf> {
    static REPORTED: Once = Once::new();
    let found = path(PYTHON);
    if found.is_none() {
        REPORTED.call_once(|| report_skipped("wechatpy", &[PYTHON]));
    }
    found
}

fn path(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Writes directly to standard error, because the captured output of a passing test is not shown.
fn report_skipped(what: &str, variables: &[&str]) {
    let unset: Vec<_> = variables.iter().filter(|name| path(name).is_none()).copied().collect();
    // If standard error is closed, there is nowhere to report to.
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED: the tests with {what}, without {}; `cargo xtask test` installs it and runs them",
        unset.join(" and "),
    );
}

/// A file of the repository, by its path from the root.
pub fn repository(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}
