//! Page object for the emulator's page: bubbles, inspector rows and details.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    browser::Window,
    wait::{poll_until, with_timeout},
    webdriver::WebDriverError,
};

/// The emulator's page in a browser.
#[derive(Debug, Clone)]
pub struct Page {
    window: Window,
}

/// A bubble or a system line in the chat.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Bubble {
    /// `person`, `account` or `system`.
    pub from: String,
    /// The exact text.
    pub text: String,
    /// The CSS classes, which include the kind.
    pub class: String,
    /// The text of the small line below it.
    pub mark: String,
    /// The natural width of the picture in it; 0 if there is none or it has not loaded yet.
    pub picture: u32,
}

/// A row of the inspector.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// The id of the entry.
    pub id: String,
    /// `push`, `call` or `note`.
    pub kind: String,
    /// The outcome.
    pub outcome: String,
    /// The text.
    pub text: String,
}

const BUBBLES: &str = r#"
    return [...document.querySelectorAll('[data-testid="bubble"]')].map((bubble) => ({
        from: bubble.dataset.from,
        text: bubble.textContent,
        class: bubble.className,
        mark: bubble.closest(".message")?.querySelector(".mark-slot")?.textContent ?? "",
        picture: bubble.querySelector("img")?.naturalWidth ?? 0,
    }));
"#;

const ROWS: &str = r#"
    return [...document.querySelectorAll('[data-testid="inspector-row"]')].map((row) => ({
        id: row.dataset.id,
        kind: row.dataset.kind,
        outcome: row.dataset.outcome,
        text: row.textContent,
    }));
"#;

impl Page {
    /// Opens the page.
    ///
    /// # Panics
    /// If it does not load. All methods panic if the page is not as expected in time.
    pub async fn open(window: Window, url: &str) -> Self {
        let opened = with_timeout("the page to load", window.session.goto(url)).await;
        opened.unwrap_or_else(|error| panic!("{url} does not load: {error}"));
        Self { window }
    }

    /// The window of the page.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Runs the body of a JavaScript function.
    pub async fn run(&self, script: &str) -> Value {
        let running = self.window.session.execute(script, json!([]));
        let done = with_timeout("a script", running).await;
        done.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// All bubbles of the chat.
    pub async fn bubbles(&self) -> Vec<Bubble> {
        self.list(BUBBLES).await
    }

    /// All rows of the inspector.
    pub async fn rows(&self) -> Vec<Row> {
        self.list(ROWS).await
    }

    /// Waits for a bubble that matches. Returns the last one if there are several.
    pub async fn bubble(&self, what: &str, like: impl Fn(&Bubble) -> bool) -> Bubble {
        let found = poll_until(async || self.bubbles().await.into_iter().rfind(&like)).await;
        match found {
            Some(bubble) => bubble,
            None => panic!("no bubble: {what}. There are {:#?}", self.bubbles().await),
        }
    }

    /// Waits for a reply of the account with this text.
    pub async fn expect_reply(&self, text: &str) -> Bubble {
        self.bubble(text, |bubble| bubble.from == "account" && bubble.text == text).await
    }

    /// Waits for an inspector row that matches. Returns the last one if there are several.
    pub async fn row(&self, what: &str, like: impl Fn(&Row) -> bool) -> Row {
        let found = poll_until(async || self.rows().await.into_iter().rfind(&like)).await;
        match found {
            Some(row) => row,
            None => panic!("no row: {what}. There are {:#?}", self.rows().await),
        }
    }

    /// Opens the details of an inspector row.
    pub async fn inspect(&self, row: &Row) {
        self.tap(&format!(r#"[data-testid="inspector-row"][data-id="{}"]"#, row.id)).await;
    }

    /// The text of a block in the details, by its name.
    pub async fn block(&self, name: &str) -> String {
        self.text(&format!(r#"[data-testid="inspector-detail"] [data-testid="{name}"]"#)).await
    }

    /// Types a text and sends it.
    pub async fn say(&self, text: &str) {
        self.retry(&format!("type {text:?}"), async || {
            self.window.session.type_into(INPUT, text).await
        })
        .await;
        self.tap(r#"[data-testid="chat-send"]"#).await;
    }

    /// Clicks an element as soon as that is possible.
    pub async fn tap(&self, css: &str) {
        self.retry(&format!("tap {css}"), async || self.window.session.click(css).await).await;
    }

    /// Waits for an element and returns its exact text.
    pub async fn text(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.textContent ?? null";
        let found = poll_until(async || {
            let text = self.window.session.execute(script, json!([css])).await.ok()?;
            text.as_str().map(str::to_owned)
        });
        found.await.unwrap_or_else(|| panic!("no element matches {css}"))
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_for(&self, expression: &str) {
        let script = format!("return Boolean({expression})");
        let held = poll_until(async || (self.run(&script).await == true).then_some(())).await;
        assert!(held.is_some(), "{expression} did not become true");
    }

    /// Retries an action until it succeeds.
    async fn retry(&self, what: &str, mut action: impl AsyncFnMut() -> Result<(), WebDriverError>) {
        let mut last = None;
        let done = poll_until(async || match action().await {
            Ok(()) => Some(()),
            Err(rejected) if rejected.is_transient() => {
                last = Some(rejected);
                None
            }
            Err(rejected) => panic!("cannot {what}: {rejected}"),
        });
        if done.await.is_none() {
            panic!("cannot {what}: {last:?}");
        }
    }

    async fn list<T: DeserializeOwned>(&self, script: &str) -> Vec<T> {
        let found = self.run(script).await;
        serde_json::from_value(found).expect("the script returns such a list")
    }
}

const INPUT: &str = r#"[data-testid="chat-input"]"#;
