//! All problems of a configuration, in one report.

use std::fmt;

/// One problem of a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The setting: `account.token`, or `account 2: token` if there are several accounts.
    pub what: String,
    /// What is wrong, and what it should look like. Never the value of a secret.
    pub why: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.what, self.why)
    }
}

/// All problems of a configuration. `Debug` prints the same as `Display`, so that an error returned
/// from `main` is readable.
#[derive(Clone, PartialEq, Eq)]
pub struct ConfigError {
    problems: Vec<Problem>,
}

impl ConfigError {
    pub(crate) fn new(problems: Vec<Problem>) -> Self {
        Self { problems }
    }

    pub(crate) fn one(what: impl Into<String>, why: impl Into<String>) -> Self {
        Self::new(vec![Problem { what: what.into(), why: why.into() }])
    }

    pub(crate) fn no_account() -> Self {
        Self::one(
            "account",
            "there is none: add an [account] table to weixin.toml, or set WEIXIN_KIND, \
             WEIXIN_APP_ID, WEIXIN_SECRET, WEIXIN_TOKEN and WEIXIN_ENCODING_AES_KEY",
        )
    }

    /// The problems.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the configuration has problems:")?;
        for problem in &self.problems {
            write!(f, "\n  - {problem}")?;
        }
        f.write_str(
            "\nValues come from weixin.toml (or the file named by WEIXIN_CONFIG) and from WEIXIN_* \
             environment variables. To try a bot without an account: `weixin dev`.",
        )
    }
}

impl fmt::Debug for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for ConfigError {}
