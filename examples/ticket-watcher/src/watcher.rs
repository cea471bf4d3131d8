//! Reads the source again and again.

use std::{sync::Arc, time::Duration};

use weixin::{api::Clock, bot::BoxError, client::Client};

use crate::{page::Source, watchers::Watchers};

/// How often the source is read.
pub const INTERVAL: Duration = Duration::from_secs(60);

/// Tells users what has changed.
pub struct Watcher<S> {
    source: S,
    clients: Vec<Client>,
    watchers: Watchers,
    clock: Arc<dyn Clock>,
}

impl<S: Source> Watcher<S> {
    /// Tells users by these clients, one for each account.
    pub fn new(source: S, clients: Vec<Client>, watchers: Watchers, clock: Arc<dyn Clock>) -> Self {
        Self { source, clients, watchers, clock }
    }

    /// Reads the source once a minute. An error is logged; the next minute may be better.
    pub async fn run(self) {
        loop {
            if let Err(error) = self.check().await {
                tracing::warn!(source = self.source.name(), error, "it cannot be checked");
            }
            self.clock.sleep(INTERVAL).await;
        }
    }

    /// Reads the source, and tells all who watch if it has changed.
    pub async fn check(&self) -> Result<(), BoxError> {
        let text = self.source.read().await?;
        let before = self.watchers.page().await?;
        if before.as_ref() == Some(&text) {
            return Ok(());
        }
        if before.is_some() {
            self.tell_all().await?;
        }
        // Now, so that a process that ends before has told some of them twice and nobody never.
        self.watchers.set_page(text).await?;
        Ok(())
    }

    /// One who cannot be told does not keep the others from being told.
    async fn tell_all(&self) -> Result<(), BoxError> {
        let text = format!("Something has changed: {}", self.source.name());
        for watcher in self.watchers.all().await? {
            let is_account = |wx: &&Client| wx.account().to_string() == watcher.account;
            let Some(wx) = self.clients.iter().find(is_account) else { continue };
            if let Err(error) = wx.send_text(&watcher.user, &text).await {
                tracing::warn!(user = %watcher.user, %error, "a watcher has not been told");
            }
        }
        Ok(())
    }
}
