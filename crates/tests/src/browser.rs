//! Headless Chromium, driven through ChromeDriver.

use std::panic::{AssertUnwindSafe, resume_unwind};

use fantoccini::{
    Client, ClientBuilder,
    error::CmdError,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use futures_util::FutureExt;
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::process::Command;
use url::{ParseError, Url};

use crate::{extras::Chromium, patience::patiently, program::Program};

/// A browser window, and what it has logged.
#[derive(Debug, Clone)]
pub struct Window {
    /// The WebDriver session.
    pub client: Client,
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

    let capabilities = capabilities(chromium, &profile);
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let address = format!("http://127.0.0.1:{port}");
    let opening = builder.capabilities(capabilities).connect(&address);
    let client = match patiently("a browser window", opening).await {
        Ok(client) => client,
        Err(error) => panic!("no browser: {error}. Its driver says:\n{}", driver.text()),
    };

    let visit = AssertUnwindSafe(visit(Window { client: client.clone() }));
    let visited = visit.catch_unwind().await;
    let closed = patiently("the browser to close", client.close()).await;
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

fn capabilities(chromium: &Chromium, profile: &TempDir) -> Capabilities {
    let capabilities = json!({
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
    });
    match capabilities {
        Value::Object(capabilities) => capabilities,
        _ => unreachable!("it is an object"),
    }
}

impl Window {
    /// What the page wrote to the console, and what the browser complained about, since the last
    /// call.
    ///
    /// # Errors
    /// If the driver does not answer.
    pub async fn console(&self) -> Result<Vec<String>, CmdError> {
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
    pub async fn requested(&self) -> Result<Vec<String>, CmdError> {
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
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, CmdError> {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Extension { path: "goog/cdp/execute", body }).await
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>, CmdError> {
        let body = json!({ "type": kind });
        let entries = self.client.issue_cmd(Extension { path: "se/log", body }).await?;
        Ok(entries.as_array().cloned().unwrap_or_default())
    }
}

/// A command of ChromeDriver that WebDriver does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
