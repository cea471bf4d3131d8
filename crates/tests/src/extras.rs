//! What some tests need beside Rust. They are `#[ignore]`d, and steps of `cargo xtask test` install
//! what is missing and run them.

use std::{env, path::PathBuf};

/// The environment variable with the path of Chromium.
const CHROMIUM: &str = "WEIXIN_TEST_CHROMIUM";
/// The environment variable with the path of the matching ChromeDriver.
const CHROMEDRIVER: &str = "WEIXIN_TEST_CHROMEDRIVER";
/// The environment variable with the path of a Python with the packages in
/// `interop/requirements.txt`.
const PYTHON: &str = "WEIXIN_TEST_PYTHON";
/// The environment variable with the folder of the platform's own samples.
const SAMPLES: &str = "WEIXIN_TEST_SAMPLES";

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

/// The browser for tests.
///
/// # Panics
/// If none is named.
pub fn chromium() -> Chromium {
    Chromium { browser: named(CHROMIUM, "browser"), driver: named(CHROMEDRIVER, "browser") }
}

/// A Python with wechatpy for tests.
///
/// # Panics
/// If none is named.
pub fn python() -> PathBuf {
    named(PYTHON, "interop")
}

/// The folder of the platform's own samples, with `index.csv`.
///
/// # Panics
/// If none is named.
pub fn samples() -> PathBuf {
    named(SAMPLES, "samples")
}

fn named(variable: &str, step: &str) -> PathBuf {
    let path = env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from);
    path.unwrap_or_else(|| panic!("{variable} is not set; `cargo xtask {step}` sets it"))
}

/// A file of the repository, by its path from the root.
pub fn repository(path: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join(path)
}
