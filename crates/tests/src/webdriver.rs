//! WebDriver (<https://www.w3.org/TR/webdriver2/>): the few commands that the tests use.

use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use reqwest::{Client, Method};
use serde::Deserialize;
use serde_json::{Value, json};

/// How WebDriver marks an element in JSON.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A browser window that obeys.
#[derive(Debug, Clone)]
pub struct Session {
    http: Client,
    url: String,
}

/// Why a command was not done.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Refused {
    /// WebDriver's name for it, such as `no such element`.
    pub error: String,
    /// What the browser says.
    pub message: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.error, self.message)
    }
}

impl std::error::Error for Refused {}

impl Refused {
    /// No answer, or one that is not WebDriver's.
    fn broken(problem: impl fmt::Display) -> Self {
        Self { error: "no answer".to_owned(), message: problem.to_string() }
    }

    /// Whether the same may work the next moment: a page draws anew what has changed.
    pub fn may_pass(&self) -> bool {
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
    /// Opens a window at the driver that listens on this port.
    ///
    /// # Errors
    /// If the browser does not start.
    pub async fn open(port: u16, capabilities: Value) -> Result<Self, Refused> {
        // The driver is on this machine, whatever proxy the environment names.
        let http = Client::builder().no_proxy().build().map_err(Refused::broken)?;
        let mut session = Self { http, url: format!("http://127.0.0.1:{port}/session") };
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let opened = session.post("", body).await?;
        let id = opened["sessionId"].as_str();
        let id = id.ok_or_else(|| Refused::broken("a session without an id"))?;
        session.url = format!("{}/{id}", session.url);
        Ok(session)
    }

    /// Closes the browser.
    ///
    /// # Errors
    /// If it does not obey.
    pub async fn close(self) -> Result<(), Refused> {
        self.command(Method::DELETE, "", None).await.map(drop)
    }

    /// Opens an address, and waits until it is loaded.
    ///
    /// # Errors
    /// If it cannot be.
    pub async fn goto(&self, url: &str) -> Result<(), Refused> {
        self.post("/url", json!({ "url": url })).await.map(drop)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// If it cannot be.
    pub async fn refresh(&self) -> Result<(), Refused> {
        self.post("/refresh", json!({})).await.map(drop)
    }

    /// Runs the body of a JavaScript function in the page, and gives what it returns.
    ///
    /// # Errors
    /// What it throws.
    pub async fn execute(&self, script: &str, arguments: Value) -> Result<Value, Refused> {
        self.post("/execute/sync", json!({ "script": script, "args": arguments })).await
    }

    /// Clicks into the middle of an element.
    ///
    /// # Errors
    /// If it is not there, not visible or covered by another one.
    pub async fn click(&self, css: &str) -> Result<(), Refused> {
        let element = self.element(css).await?;
        self.post(&format!("{element}/click"), json!({})).await.map(drop)
    }

    /// Types into an element, key by key.
    ///
    /// # Errors
    /// If it is not there, or nothing can be typed into it.
    pub async fn type_into(&self, css: &str, text: &str) -> Result<(), Refused> {
        let element = self.element(css).await?;
        self.post(&format!("{element}/value"), json!({ "text": text })).await.map(drop)
    }

    /// A picture of what the window shows, as PNG.
    ///
    /// # Errors
    /// If there is none.
    pub async fn screenshot(&self) -> Result<Vec<u8>, Refused> {
        let picture = self.command(Method::GET, "/screenshot", None).await?;
        STANDARD.decode(picture.as_str().unwrap_or_default()).map_err(Refused::broken)
    }

    /// A command of this driver's own.
    ///
    /// # Errors
    /// If it is refused.
    pub async fn post(&self, path: &str, body: Value) -> Result<Value, Refused> {
        self.command(Method::POST, path, Some(body)).await
    }

    /// The path of the first element that `css` selects.
    async fn element(&self, css: &str) -> Result<String, Refused> {
        let by = json!({ "using": "css selector", "value": css });
        let found = self.post("/element", by).await?;
        let id = found[ELEMENT].as_str();
        id.map(|id| format!("/element/{id}")).ok_or_else(|| Refused::broken(&found))
    }

    async fn command(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Result<Value, Refused> {
        let mut request = self.http.request(method, format!("{}{path}", self.url));
        if let Some(body) = body {
            request = request.header("Content-Type", "application/json").body(body.to_string());
        }
        let answer = request.send().await.map_err(Refused::broken)?;
        let done = answer.status().is_success();
        let text = answer.text().await.map_err(Refused::broken)?;
        let mut answer: Value = serde_json::from_str(&text).map_err(Refused::broken)?;
        let value = answer["value"].take();
        if done {
            return Ok(value);
        }
        Err(serde_json::from_value(value).unwrap_or_else(Refused::broken))
    }
}
