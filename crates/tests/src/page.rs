//! The emulator's page as a person uses it: bubbles, the inspector's rows and its detail.

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    browser::Window,
    patience::{patiently, until},
    webdriver::Refused,
};

/// The emulator's page in a browser.
#[derive(Debug, Clone)]
pub struct Page {
    window: Window,
}

/// A bubble, or a line, of the chat.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Bubble {
    /// `person`, `account` or `system`.
    pub from: String,
    /// Its text, exactly.
    pub text: String,
    /// Its classes, among them its kind.
    pub class: String,
    /// The small line below it.
    pub mark: String,
    /// How wide the picture in it is, in its own pixels; 0 if there is none or it is not there yet.
    pub picture: u32,
}

/// A line of the inspector.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Row {
    /// The entry's name.
    pub id: String,
    /// `push`, `call` or `note`.
    pub kind: String,
    /// How it ended.
    pub outcome: String,
    /// Its text.
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
    /// If it does not load, as every method does if the page is not as expected in time.
    pub async fn open(window: Window, url: &str) -> Self {
        let opened = patiently("the page to load", window.session.goto(url)).await;
        opened.unwrap_or_else(|error| panic!("{url} does not open: {error}"));
        Self { window }
    }

    /// The window it is in.
    pub fn window(&self) -> &Window {
        &self.window
    }

    /// Runs the body of a JavaScript function.
    pub async fn run(&self, script: &str) -> Value {
        let running = self.window.session.execute(script, json!([]));
        let done = patiently("a script", running).await;
        done.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// The chat so far.
    pub async fn bubbles(&self) -> Vec<Bubble> {
        self.list(BUBBLES).await
    }

    /// The inspector's lines so far.
    pub async fn rows(&self) -> Vec<Row> {
        self.list(ROWS).await
    }

    /// Waits for a bubble like this; the last one, if there are several.
    pub async fn bubble(&self, what: &str, like: impl Fn(&Bubble) -> bool) -> Bubble {
        let found = until(async || self.bubbles().await.into_iter().rfind(&like)).await;
        match found {
            Some(bubble) => bubble,
            None => panic!("no bubble: {what}. There are {:#?}", self.bubbles().await),
        }
    }

    /// Waits for what the account says.
    pub async fn hears(&self, text: &str) -> Bubble {
        self.bubble(text, |bubble| bubble.from == "account" && bubble.text == text).await
    }

    /// Waits for an inspector's line like this; the last one, if there are several.
    pub async fn row(&self, what: &str, like: impl Fn(&Row) -> bool) -> Row {
        let found = until(async || self.rows().await.into_iter().rfind(&like)).await;
        match found {
            Some(row) => row,
            None => panic!("no row: {what}. There are {:#?}", self.rows().await),
        }
    }

    /// Opens a line of the inspector.
    pub async fn inspect(&self, row: &Row) {
        self.tap(&format!(r#"[data-testid="inspector-row"][data-id="{}"]"#, row.id)).await;
    }

    /// A text in the inspector's detail, by its name.
    pub async fn block(&self, name: &str) -> String {
        self.text(&format!(r#"[data-testid="inspector-detail"] [data-testid="{name}"]"#)).await
    }

    /// Types a text and sends it.
    pub async fn say(&self, text: &str) {
        self.insist(&format!("type {text:?}"), async || {
            self.window.session.type_into(INPUT, text).await
        })
        .await;
        self.tap(r#"[data-testid="chat-send"]"#).await;
    }

    /// Clicks on something, as soon as it can be.
    pub async fn tap(&self, css: &str) {
        self.insist(&format!("tap {css}"), async || self.window.session.click(css).await).await;
    }

    /// Waits for an element and gives its text, exactly.
    pub async fn text(&self, css: &str) -> String {
        let script = "return document.querySelector(arguments[0])?.textContent ?? null";
        let found = until(async || {
            let text = self.window.session.execute(script, json!([css])).await.ok()?;
            text.as_str().map(str::to_owned)
        });
        found.await.unwrap_or_else(|| panic!("there is no {css}"))
    }

    /// Waits until a JavaScript expression is true.
    pub async fn holds(&self, expression: &str) {
        let script = format!("return Boolean({expression})");
        let held = until(async || (self.run(&script).await == true).then_some(())).await;
        assert!(held.is_some(), "{expression} does not hold");
    }

    /// Does something as soon as it can be done.
    async fn insist(&self, what: &str, mut deed: impl AsyncFnMut() -> Result<(), Refused>) {
        let mut last = None;
        let done = until(async || match deed().await {
            Ok(()) => Some(()),
            Err(refused) if refused.may_pass() => {
                last = Some(refused);
                None
            }
            Err(refused) => panic!("cannot {what}: {refused}"),
        });
        if done.await.is_none() {
            panic!("cannot {what}: {last:?}");
        }
    }

    async fn list<T: DeserializeOwned>(&self, script: &str) -> Vec<T> {
        let found = self.run(script).await;
        serde_json::from_value(found).expect("the script gives such a list")
    }
}

const INPUT: &str = r#"[data-testid="chat-input"]"#;
