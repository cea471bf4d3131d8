//! The backend of any number of Mini Programs: login, profile, phone number, files, codes, comments that are
//! checked, and what users write to customer service. `weixin.toml` has the accounts; an edit takes effect at once.
//!
//! After the WxJava demo for Spring, with two differences: the session key never leaves the server, and no
//! response is a path on it.

mod messages;
mod pages;
#[cfg(test)]
mod tests;

use weixin::{prelude::*, web::Web};

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let config = Config::load()?;
    let template = std::env::var("SUBSCRIPTION_TEMPLATE").ok();
    let app = messages::bot(template).build(&config)?;
    let web = Web::new(app.clone(), app.store());
    app.serve(&config, pages::routes(web)).await
}
