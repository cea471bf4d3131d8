//! A source that hands its intake to a test, which then is the source.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use weixin::{
    api::{AccountId, AccountKind, BoxFuture},
    bot::{App, BoxError, CancellationToken, Intake, MountedAccount, Source},
    prelude::{Bot, Config, Header, Text},
    protocol::{Format, Inbound, Provenance, Verified},
};

/// Hands over its intake when it is started.
#[derive(Debug, Default)]
pub struct Handover(Mutex<Option<oneshot::Sender<Intake>>>);

impl Source for Handover {
    fn name(&self) -> &'static str {
        "handover"
    }

    fn run(
        self: Arc<Self>,
        intake: Intake,
        stop: CancellationToken,
    ) -> BoxFuture<'static, Result<(), BoxError>> {
        let test = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        Box::pin(async move {
            let _ = test.map(|test| test.send(intake));
            stop.cancelled().await;
            Ok(())
        })
    }
}

/// An account that has neither a client nor a channel.
pub fn account() -> MountedAccount {
    MountedAccount::new(AccountId::new(AccountKind::Official, "handover"))
}

/// The bot with such an account, and the intake of that.
///
/// # Panics
/// If the bot cannot start.
pub async fn start(bot: Bot) -> (App, Intake) {
    let (give, take) = oneshot::channel();
    let source = Handover(Mutex::new(Some(give)));
    let app = bot.mount(account(), source).build(&Config::default()).expect("a right bot");
    app.start();
    (app, take.await.expect("the source was started"))
}

/// A text of a user, as if it had come from the platform.
pub fn text(user: &str, id: &str, content: &str) -> Verified<Inbound> {
    let header = Header::new(user, "handover", 0).with_msg_id(id);
    let inbound = Inbound::of(&header, &Text::new(header.clone(), content), Format::Json);
    Verified::vouch(inbound, Provenance::LongConnection)
}
