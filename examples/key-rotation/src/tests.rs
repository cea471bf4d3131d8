//! Each step of the change, with a file that the bot watches.

use std::{path::PathBuf, sync::Arc, time::Duration};

use tempfile::TempDir;
use tower::ServiceExt;
use weixin::{
    bot::App,
    emulator::*,
    protocol::{Callback, CallbackToken, EncodingAesKey, Stamp},
};

use super::*;

/// A token and an EncodingAESKey.
type Values = (&'static str, &'static str);

const OLD: Values = ("OldToken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG");
const NEW: Values = ("NewToken", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefg");

struct Setup {
    platform: Emulator,
    app: App,
    file: PathBuf,
    _folder: TempDir,
}

impl Setup {
    /// A bot and a console with the old values.
    async fn new() -> Self {
        let platform = Emulator::start().await;
        let account = platform.official();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("weixin.toml");
        std::fs::write(&file, text(&account, OLD, None)).unwrap();
        let bot = bot().clock(Arc::new(platform.clock())).transport(account.transport());
        let app = bot.build(&Config::from_file(&file).unwrap()).unwrap();
        app.start();
        let setup = Self { platform, app, file, _folder: folder };
        setup.save_in_console(OLD).await;
        setup
    }

    /// Edits the file, and waits until the bot has read it.
    async fn edit(&self, values: Values, previous: Option<Values>) {
        let old_is_accepted = previous == Some(OLD);
        std::fs::write(&self.file, text(&self.platform.official(), values, previous)).unwrap();
        for _ in 0..10_000 {
            self.platform.clock().advance(Duration::from_secs(2)).await;
            // The bot reads files on such a thread.
            tokio::task::spawn_blocking(|| ()).await.unwrap();
            if self.accepts(values).await && self.accepts(OLD).await == old_is_accepted {
                return;
            }
        }
        panic!("the bot has not read the file");
    }

    /// Whether the bot passes a verification of its URL with these values.
    async fn accepts(&self, (token, key): Values) -> bool {
        let side = Callback::new(Product::Official, CallbackToken::new(token).unwrap())
            .key(EncodingAesKey::new(key).unwrap());
        let now = weixin::api::Clock::now(&self.platform.clock()).as_secs();
        let stamp = Stamp::at(now.try_into().unwrap()).unwrap();
        let query = side.url_check("echo", &stamp).unwrap().query.to_query_string();
        let request = http::Request::get(format!("/callback?{query}")).body(String::new());
        self.app.clone().oneshot(request.unwrap()).await.unwrap().status().is_success()
    }

    /// Saves these values in the platform's console, which verifies the URL.
    async fn save_in_console(&self, (token, key): Values) {
        let account = self.platform.official();
        let account = account
            .token(CallbackToken::new(token).unwrap())
            .key(EncodingAesKey::new(key).unwrap());
        account.connect_service_at("/callback", self.app.clone()).await.unwrap();
    }

    async fn says(&self, text: &str) -> Interaction {
        self.platform.follower("ann").says(text).await
    }
}

fn text(account: &Account, (token, key): Values, previous: Option<Values>) -> String {
    let Credentials { id, secret, .. } = account.credentials();
    let mut text = format!(
        "[account]\nkind = \"official\"\napp_id = \"{id}\"\nsecret = \"{}\"\ntoken = \"{token}\"\n\
         encoding_aes_key = \"{key}\"\n",
        secret.expose(),
    );
    if let Some((token, key)) = previous {
        text += &format!("previous_token = \"{token}\"\nprevious_aes_key = \"{key}\"\n");
    }
    text
}

#[tokio::test]
async fn no_message_is_lost_on_the_way_to_new_values() {
    let setup = Setup::new().await;
    setup.says("old values").await.expect_text("old values").await;

    setup.edit(NEW, Some(OLD)).await;
    setup.says("the console has the old ones").await.expect_text(starts_with("the")).await;

    setup.save_in_console(NEW).await;
    setup.says("both have the new ones").await.expect_text(starts_with("both")).await;
    // A server of the platform that has not heard of it yet.
    assert!(setup.accepts(OLD).await);

    setup.edit(NEW, None).await;
    setup.says("new values").await.expect_text("new values").await;
    assert!(!setup.accepts(OLD).await);
}

#[tokio::test]
async fn without_the_previous_values_messages_are_lost() {
    let setup = Setup::new().await;
    setup.edit(NEW, None).await;
    let mut interaction = setup.says("hello").await;
    setup.platform.clock().advance(Duration::from_secs(60)).await;
    interaction.expect_service_unavailable().await;
}
