//! A local emulator of the platform, for tests (feature `emulator`).
//!
//! Re-exports [`weixin_emulator`], and adds [`Connect`] and [`InProcess`], which connect bots and
//! clients in the same process.
//!
//! ```
//! use std::time::Duration;
//! use weixin::{emulator::*, prelude::*};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let platform = Emulator::start().await;
//! let bot = Bot::new().on(|msg: Text| async move { msg.content });
//! platform.official().connect(bot).await.unwrap();
//! let ann = platform.follower("ann");
//! ann.says("hello").await.expect_text("hello").await;
//! # }
//! ```

use std::{fmt, sync::Arc};

use crate::{
    api::kind,
    bot::{AccountConfig, ApiSecurityConfig, App, Bot, Config},
    mini::MiniProgram,
    official::OfficialAccount,
    work::WorkApp,
};
use axum::body::Body as ServerBody;
use http::{Request, Response};
use tower::ServiceExt;
use weixin_api::BoxFuture;
use weixin_client::{Body, Client, IntoClient, Transport, TransportError};

pub use weixin_emulator::*;

/// Connects a bot or a client to an emulated account.
pub trait Connect {
    /// Builds the bot for this account, on the platform's clock, with its API calls answered by
    /// the emulator, and verifies its URL. No socket is involved.
    ///
    /// # Errors
    /// If the bot cannot start, or fails the verification of its URL.
    fn connect(&self, bot: Bot) -> impl Future<Output = crate::Result<App>> + Send;

    /// The configuration of a bot for this account, with the callback path `/callback`.
    fn config(&self) -> AccountConfig;

    /// A transport that sends a client's calls to the emulator in this process.
    fn transport(&self) -> Arc<dyn Transport>;
}

impl Connect for Account {
    fn connect(&self, bot: Bot) -> impl Future<Output = crate::Result<App>> + Send {
        let account = self.clone();
        async move {
            let bot = bot.clock(Arc::new(account.clock())).transport(account.transport());
            let app = bot.build(&Config::new(account.config()))?;
            let connected = account.connect_service_at("/callback", app.clone()).await;
            connected.map_err(|problem| crate::Error::other(problem.to_string()))?;
            Ok(app)
        }
    }

    fn config(&self) -> AccountConfig {
        let Credentials { product, id, agent_id, secret, token, aes_key, mode, .. } =
            self.credentials();
        let account = match product {
            Product::Work => {
                AccountConfig::work(id, agent_id.map_or(0, |agent| agent.get()), secret)
            }
            Product::Mini => AccountConfig::mini(id, secret),
            _ => AccountConfig::official(id, secret),
        };
        let account = match mode {
            Mode::Plain => account.plain_callback(token.expose()),
            _ => account.callback(token.expose(), aes_key.expose()).modes([mode]),
        };
        let account = match self.api_security() {
            Some(keys) => account.api_security(
                ApiSecurityConfig::new(keys.symmetric_sn, keys.symmetric_key, keys.private_key)
                    .certificate(keys.certificate_serial, keys.certificate),
            ),
            None => account,
        };
        account.path("/callback")
    }

    fn transport(&self) -> Arc<dyn Transport> {
        Arc::new(Api(self.api()))
    }
}

/// Clients that call the emulator in this process, on its clock.
pub trait InProcess {
    /// A client of the sandbox Official Account.
    fn official_client(&self) -> Client<kind::Official>;

    /// A client of the sandbox Mini Program.
    fn mini_client(&self) -> Client<kind::Mini>;

    /// A client of the sandbox WeCom app.
    fn work_client(&self) -> Client<kind::Work>;
}

impl InProcess for Emulator {
    fn official_client(&self) -> Client<kind::Official> {
        let account = self.official();
        let credentials = account.credentials();
        client(&account, OfficialAccount::new(credentials.id, credentials.secret))
    }

    fn mini_client(&self) -> Client<kind::Mini> {
        let account = self.mini();
        let credentials = account.credentials();
        client(&account, MiniProgram::new(credentials.id, credentials.secret))
    }

    fn work_client(&self) -> Client<kind::Work> {
        let account = self.work();
        let Credentials { id, agent_id, secret, .. } = account.credentials();
        client(&account, WorkApp::new(id, agent_id.unwrap_or(0.into()), secret))
    }
}

fn client<A: weixin_api::Account>(account: &Account, values: A) -> Client<A::Kind> {
    let mut builder = values.client_builder().clock(Arc::new(account.clock()));
    if let Some(keys) = account.api_security() {
        builder = builder.api_security(keys.for_client());
    }
    builder.transport(account.transport()).build().expect("no address is set that could be wrong")
}

/// A transport to the emulator's API in this process.
struct Api(axum::Router);

impl Transport for Api {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let api = self.0.clone();
        Box::pin(async move {
            let response = match api.oneshot(request.map(ServerBody::new)).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            Ok(response.map(Body::new))
        })
    }
}

impl fmt::Debug for Api {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Api")
    }
}
