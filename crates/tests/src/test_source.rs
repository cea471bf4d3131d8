//! A source that passes its intake to a test, so that the test can deliver pushes.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::oneshot;
use weixin::{
    api::{AccountId, AccountKind, BoxFuture},
    bot::{App, BoxError, CancellationToken, Intake, MountedAccount, Source},
    prelude::{Bot, Config, Header, Text},
    protocol::{Format, Inbound, Provenance, Verified},
};

/// Sends its intake to the test when it is started.
#[derive(Debug, Default)]
pub struct TestSource(Mutex<Option<oneshot::Sender<Intake>>>);

impl Source for TestSource {
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

/// An account without a client and without a reply channel.
pub fn account() -> MountedAccount {
    MountedAccount::new(AccountId::new(AccountKind::Official, "handover"))
}

/// Starts the bot with such an account, and returns its intake.
///
/// # Panics
/// If the bot cannot start.
pub async fn start(bot: Bot) -> (App, Intake) {
    let (sender, intake) = oneshot::channel();
    let source = TestSource(Mutex::new(Some(sender)));
    let app = bot.mount(account(), source).build(&Config::default()).expect("the bot is valid");
    app.start();
    (app, intake.await.expect("the source was started"))
}

/// A text message of a user, as if verified.
pub fn text(user: &str, id: &str, content: &str) -> Verified<Inbound> {
    let header = Header::new(user, "handover", 0).with_msg_id(id);
    let inbound = Inbound::of(&header, &Text::new(header.clone(), content), Format::Json);
    Verified::vouch(inbound, Provenance::LongConnection)
}
