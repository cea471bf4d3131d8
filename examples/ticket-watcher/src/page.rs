//! What is watched.

use std::time::Duration;

use weixin::{api::BoxFuture, bot::BoxError};

/// Something that is read again and again.
pub trait Source: Send + Sync + 'static {
    /// What users are told has changed.
    fn name(&self) -> &str;

    /// What it is now.
    fn read(&self) -> BoxFuture<'_, Result<String, BoxError>>;
}

/// A web page.
pub struct Page {
    url: String,
    http: reqwest::Client,
}

impl Page {
    /// The page at this URL.
    pub fn new(url: impl Into<String>) -> Result<Self, BoxError> {
        let http = reqwest::Client::builder().timeout(Duration::from_secs(20)).build()?;
        Ok(Self { url: url.into(), http })
    }
}

impl Source for Page {
    fn name(&self) -> &str {
        &self.url
    }

    fn read(&self) -> BoxFuture<'_, Result<String, BoxError>> {
        Box::pin(async {
            let response = self.http.get(&self.url).send().await?.error_for_status()?;
            Ok(response.text().await?)
        })
    }
}
