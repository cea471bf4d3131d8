//! A minimal WebDriver client (<https://www.w3.org/TR/webdriver2/>).

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use reqwest::{Client, Method};
use serde::Deserialize;
use serde_json::{Value, json};

/// The key of an element reference in WebDriver's JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A WebDriver session.
#[derive(Debug, Clone)]
pub struct Session {
    http: Client,
    url: String,
}

/// Why a command failed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct WebDriverError {
    /// The WebDriver error code, such as `no such element`.
    pub error: String,
    /// The browser's message.
    pub message: String,
}

impl fmt::Display for WebDriverError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl std::error::Error for WebDriverError {}

impl WebDriverError {
    /// An error for a missing or invalid response.
    fn broken(problem: impl fmt::Display) -> Self {
        Self { error: "no answer".to_owned(), message: problem.to_string() }
    }

    /// Whether the command may succeed when retried, because the page is still rendering.
    pub fn is_transient(&self) -> bool {
        matches!(
            &*self.error,
            "no such element"
                | "stale element reference"
                | "element click intercepted"
                | "element not interactable"
        )
    }
}

impl Session {
    /// Opens a session at the driver that listens on this port.
    ///
    /// # Errors
    /// If the browser does not start.
    pub async fn open(port: u16, capabilities: Value) -> Result<Self, WebDriverError> {
        // The driver is local: ignore proxy settings.
        let http = Client::builder().no_proxy().build().map_err(WebDriverError::broken)?;
        let mut session = Self { http, url: format!("http://127.0.0.1:{port}/session") };
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = session.post("", body).await?;
        let id = opened["sessionId"].as_str();
        let id = id.ok_or_else(|| WebDriverError::broken("a session without an id"))?;
        session.url = format!("{}/{id}", session.url);
        Ok(session)
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// If the command fails.
    pub async fn close(self) -> Result<(), WebDriverError> {
        self.command(Method::DELETE, "", None).await.map(drop)
    }

    /// Navigates to a URL and waits until it is loaded.
    ///
    /// # Errors
    /// If the page cannot be loaded.
    pub async fn goto(&self, url: &str) -> Result<(), WebDriverError> {
        self.post("/url", json!({ "url": url })).await.map(drop)
    }

    /// Reloads the page.
    ///
    /// # Errors
    /// If the page cannot be loaded.
    pub async fn refresh(&self) -> Result<(), WebDriverError> {
        self.post("/refresh", json!({})).await.map(drop)
    }

    /// Runs the body of a JavaScript function in the page and returns its result.
    ///
    /// # Errors
    /// If the script throws.
    pub async fn execute(&self, script: &str, arguments: Value) -> Result<Value, WebDriverError> {
        self.post("/execute/sync", json!({ "script": script, "args": arguments })).await
    }

    /// Clicks the centre of an element.
    ///
    /// # Errors
    /// If the element does not exist, is not visible or is covered.
    pub async fn click(&self, css: &str) -> Result<(), WebDriverError> {
        let element = self.element(css).await?;
        self.post(&format!("{element}/click"), json!({})).await.map(drop)
    }

    /// Types text into an element.
    ///
    /// # Errors
    /// If the element does not exist or does not accept input.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<(), WebDriverError> {
        let element = self.element(css).await?;
        self.post(&format!("{element}/value"), json!({ "text": text })).await.map(drop)
    }

    /// A screenshot of the window as PNG.
    ///
    /// # Errors
    /// If no screenshot can be taken.
    pub async fn screenshot(&self) -> Result<Vec<u8>, WebDriverError> {
        let picture = self.command(Method::GET, "/screenshot", None).await?;
        STANDARD.decode(picture.as_str().unwrap_or_default()).map_err(WebDriverError::broken)
    }

    /// Sends any POST command.
    ///
    /// # Errors
    /// If the command fails.
    pub async fn post(&self, path: &str, body: Value) -> Result<Value, WebDriverError> {
        self.command(Method::POST, path, Some(body)).await
    }

    /// The path of the first element that matches `css`.
    async fn element(&self, css: &str) -> Result<String, WebDriverError> {
        let by = json!({ "using": "css selector", "value": css });
        let found = self.post("/element", by).await?;
        let id = found[ELEMENT].as_str();
        id.map(|id| format!("/element/{id}")).ok_or_else(|| WebDriverError::broken(&found))
    }

    async fn command(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<Value, WebDriverError> {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json").body(body.to_string());
        }
        let answer = request.send().await.map_err(WebDriverError::broken)?;
        let done = answer.status().is_success();
        let text = answer.text().await.map_err(WebDriverError::broken)?;
        let mut answer: Value = serde_json::from_str(&text).map_err(WebDriverError::broken)?;
        let value = answer["value"].take();
        if done {
            return Ok(value);
        }
        Err(serde_json::from_value(value).unwrap_or_else(WebDriverError::broken))
    }
}
