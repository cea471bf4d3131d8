//! Headless Chromium, driven through ChromeDriver.

use std::panic::{AssertUnwindSafe, resume_unwind};

use futures_util::FutureExt;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;

use crate::{
    extras::Chromium,
    program::Program,
    wait::with_timeout,
    webdriver::{Session, WebDriverError},
};

/// A browser window and its log.
#[derive(Debug, Clone)]
pub struct Window {
    /// The WebDriver session.
    pub session: Session,
}

/// Opens a browser with an empty profile, runs `visit` in it, and closes it, even if `visit`
/// panics. It can only access 127.0.0.1.
///
/// # Panics
/// If the browser cannot be started, or if `visit` panics.
pub async fn browse(chromium: &Chromium, visit: impl AsyncFnOnce(Window)) {
    let profile = TempDir::new().expect("temporary directories can be created");
    let mut command = Command::new(&chromium.driver);
    // The driver's own files are removed together with the profile.
    command.arg("--port=0").env("TMPDIR", profile.path()).env("HOME", profile.path());
    let driver = Program::start(command);
    let port: u16 = driver.line("its port", started_on).await;

    let opening = Session::open(port, capabilities(chromium, &profile));
    let session = match with_timeout("a browser window", opening).await {
        Ok(session) => session,
        Err(rejected) => panic!("no browser: {rejected}. Its driver says:\n{}", driver.text()),
    };

    let visit = AssertUnwindSafe(visit(Window { session: session.clone() }));
    let visited = visit.catch_unwind().await;
    let closed = with_timeout("the browser to close", session.close()).await;
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
    /// The console output of the page and the browser's messages since the last call.
    ///
    /// # Errors
    /// If the driver does not respond.
    pub async fn console(&self) -> Result<Vec<String>, WebDriverError> {
        let entries = self.log("browser").await?;
        let line = |entry: &Value| {
            let text = |key: &str| entry[key].as_str().unwrap_or_default().to_owned();
            format!("{}: {}", text("level"), text("message"))
        };
        Ok(entries.iter().map(line).collect())
    }

    /// The URLs that were requested since the last call.
    ///
    /// # Errors
    /// If the driver does not respond.
    pub async fn requested(&self) -> Result<Vec<String>, WebDriverError> {
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

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// If the command fails.
    pub async fn devtools(
        &self,
        command: &str,
        parameters: Value,
    ) -> Result<Value, WebDriverError> {
        self.session
            .post("/goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
            .await
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>, WebDriverError> {
        let entries = self.session.post("/se/log", json!({ "type": kind })).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}
