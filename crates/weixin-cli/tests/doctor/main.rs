//! `weixin doctor`, run as a process against the emulator, bots of ours, and misbehaving servers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod deployed;
mod environment;
mod misbehaving;

use std::{collections::BTreeMap, future::Future, path::Path, process::Stdio, time::Duration};

use axum::Router;
use serde_json::Value;
use tokio::{net::TcpListener, process::Command};
use weixin::api::{Clock, SystemClock};

const ID: &str = "wx0123456789abcdef";
const TOKEN: &str = "testtoken";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";
const OTHER_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

/// So long that it is only reached if something hangs.
const HANGS: Duration = Duration::from_secs(120);

async fn with_timeout<F: Future>(what: &str, future: F) -> F::Output {
    let clock: &dyn Clock = &SystemClock;
    clock.timeout(HANGS, future).await.unwrap_or_else(|_| panic!("{what} took too long"))
}

/// What the doctor found.
#[derive(Debug)]
struct Report {
    code: Option<i32>,
    /// The findings, in their order.
    findings: Vec<Value>,
    text: String,
}

impl Report {
    fn find(&self, check: &str) -> &Value {
        let mut found = self.findings.iter().filter(|finding| finding["check"] == check);
        let first = found.next().unwrap_or_else(|| panic!("no {check}: {:#?}", self.findings));
        assert!(found.next().is_none(), "{check} is there twice: {:#?}", self.findings);
        first
    }

    fn status(&self, check: &str) -> &str {
        self.find(check)["status"].as_str().unwrap()
    }

    /// Detail and advice.
    fn words(&self, check: &str) -> String {
        let finding = self.find(check);
        let advice = finding["advice"].as_str().unwrap_or_default();
        format!("{}\n{advice}", finding["detail"].as_str().unwrap())
    }

    /// The check has this status, and its texts contain all of this.
    #[track_caller]
    fn says(&self, check: &str, status: &str, words: &[&str]) {
        let said = self.words(check);
        assert_eq!(self.status(check), status, "{check}: {said}");
        for word in words {
            assert!(said.contains(word), "{check} does not mention {word}: {said}");
        }
    }

    /// The checks of each status.
    fn by_status(&self, status: &str) -> Vec<&str> {
        let checks = self.findings.iter().filter(|finding| finding["status"] == status);
        checks.map(|finding| finding["check"].as_str().unwrap()).collect()
    }

    /// The only checks that are wrong. The exit status says the same.
    #[track_caller]
    fn wrong(&self, checks: &[&str]) {
        assert_eq!(self.by_status("wrong"), checks, "{:#?}", self.findings);
        assert_eq!(self.code, Some(i32::from(!checks.is_empty())));
    }

    fn has_no(&self, secrets: &[&str]) {
        for secret in secrets {
            assert!(!self.text.contains(secret), "{secret} is shown: {}", self.text);
        }
    }
}

/// Runs the doctor in a folder, with these variables.
async fn run_in(folder: &Path, variables: &BTreeMap<&str, String>, arguments: &[&str]) -> Report {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weixin"));
    command.arg("doctor").args(arguments).arg("--json").current_dir(folder);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("WEIXIN_") || name.to_ascii_lowercase().ends_with("_proxy") {
            command.env_remove(name);
        }
    }
    command.envs(variables).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let output = with_timeout("the doctor", command.kill_on_drop(true).output()).await.unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let findings = serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}{errors}"));
    Report { code: output.status.code(), findings, text: text + &errors }
}

/// A port that was free a moment ago.
async fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port()
}

/// Serves on a free port, and returns the URL without a path.
async fn serve(router: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    url
}
