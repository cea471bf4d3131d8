//! Headless Chromium, driven through ChromeDriver.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;

use crate::{
    extras::Chromium,
    patience::patiently,
    program::Program,
    webdriver::{Refused, Session},
};

/// A browser window, and what it has logged.
#[derive(Debug, Clone)]
pub struct Window {
    /// The WebDriver session.
    pub session: Session,
}

/// Opens a browser with an empty profile, runs `visit` in it, and closes it, also if `visit`
/// panics. Nothing but 127.0.0.1 can be reached from it.
///
/// # Panics
/// If the browser cannot be started, and if `visit` does.
pub async fn browse(chromium: &Chromium, visit: impl AsyncFnOnce(Window)) {
    let profile = TempDir::new().expect("temporary folders can be made");
    let mut command = Command::new(&chromium.driver);
    // The driver's own files go where they are removed as well.
    command.arg("--port=0").env("TMPDIR", profile.path()).env("HOME", profile.path());
    let driver = Program::start(command);
    let port: u16 = driver.line("its port", started_on).await;

    let opening = Session::open(port, capabilities(chromium, &profile));
    let session = match patiently("a browser window", opening).await {
        Ok(session) => session,
        Err(refused) => panic!("no browser: {refused}. Its driver says:\n{}", driver.text()),
    };

    let visit = AssertUnwindSafe(visit(Window { session: session.clone() }));
    let visited = visit.catch_unwind().await;
    let closed = patiently("the browser to close", session.close()).await;
    if let Err(panic) = visited {
        resume_unwind(panic);
    }
    closed.expect("the browser closes");
}

/// The port in the line that ChromeDriver prints when it listens.
fn started_on(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

fn capabilities(chromium: &Chromium, profile: &TempDir) -> Value {
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": chromium.browser,
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--disable-sync",
                "--disable-background-networking",
                "--disable-component-update",
                "--no-first-run",
                "--no-proxy-server",
                "--hide-scrollbars",
                "--lang=en-US",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--window-size=1440,1000",
                format!("--user-data-dir={}", profile.path().join("profile").display()),
            ],
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    })
}

impl Window {
    /// What the page wrote to the console, and what the browser complained about, since the last
    /// call.
    ///
    /// # Errors
    /// If the driver does not answer.
    pub async fn console(&self) -> Result<Vec<String>, Refused> {
        let entries = self.log("browser").await?;
        let line = |entry: &Value| {
            let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
            format!("{}: {}", text("level"), text("message"))
        };
        Ok(entries.iter().map(line).collect())
    }

    /// The addresses that were asked for since the last call.
    ///
    /// # Errors
    /// If the driver does not answer.
    pub async fn requested(&self) -> Result<Vec<String>, Refused> {
        let entries = self.log("performance").await?;
        let messages = entries.iter().filter_map(|entry| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let message = &message["message"];
            let asked = message["method"] == "Network.requestWillBeSent";
            let url = message["params"]["request"]["url"].as_str()?;
            asked.then(|| url.to_owned())
        });
        Ok(messages.collect())
    }

    /// Calls the browser's own protocol.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Refused> {
        self.session
            .post("/goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
            .await
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>, Refused> {
        let entries = self.session.post("/se/log", json!({ "type": kind })).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}
