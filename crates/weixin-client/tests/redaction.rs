//! Nothing secret in logs, errors or `Debug`, whatever goes wrong.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    error::Error as _,
    io,
    sync::{Arc, Mutex},
};

use common::{Does, Platform, SECRET, client, connect, token};
use tracing_subscriber::fmt::MakeWriter;
use weixin_api::{GET, POST};
use weixin_client::IntoClient;
use weixin_official::{OfficialAccount, custom_message::SendCustomMessage, prelude::*};
use weixin_work::WorkApp;

const TOKEN: &str = "ACCESSTOKEN-fedcba";

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, text: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(text);
        Ok(text.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;

    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_secret_is_seen_anywhere() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(log.clone())
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let mut printed = String::new();
    let mut print = |error: weixin_api::Error| {
        printed.push_str(&format!("{error} {error:?} {error:#?}\n"));
        let mut source = error.source();
        while let Some(cause) = source {
            printed.push_str(&format!("{cause} {cause:?}\n"));
            source = cause.source();
        }
    };

    // Rejected with the token in the platform's own words, interrupted, unsent, unreadable, fine.
    let platform = Platform::new(|seen, _| match (&*seen.path, seen.is_token()) {
        (_, true) => Does::Says(token(TOKEN)),
        ("/quoted", _) => {
            Does::Says(format!(r#"{{"errcode":48001,"errmsg":"token {TOKEN} may not"}}"#))
        }
        ("/interrupted", _) => Does::Interrupts,
        ("/unsent", _) => Does::Unsent,
        ("/unreadable", _) => Does::Says(format!("<html>{TOKEN}")),
        ("/rejected", _) => Does::Answers(r#"{"errcode":40001,"errmsg":"invalid credential"}"#),
        _ => Does::Answers(r#"{"errcode":0}"#),
    });
    let wx = client(&platform);
    for path in ["/quoted", "/interrupted", "/unsent", "/unreadable"] {
        print(wx.call(POST, path, ()).await.unwrap_err());
    }
    print(wx.call(POST, "/bad path", ()).await.unwrap_err());
    wx.send(SendCustomMessage::text("oAnn", "x")).await.unwrap();
    let shown = format!("{wx:?} {:?} {:?}", wx.credentials(), wx.menu().delete());
    print(wx.call(POST, "/rejected", ()).await.unwrap_err());

    // A token that cannot be fetched, with the secret in body and in query; an answer without one.
    let closed = Platform::new(|_, _| Does::Interrupts);
    print(client(&closed).menu().delete().await.unwrap_err());
    let classic = common::account().with_classic_token();
    print(connect(&classic, &closed).menu().delete().await.unwrap_err());
    let rejected =
        Platform::new(|_, _| Does::Answers(r#"{"errcode":40125,"errmsg":"invalid appsecret"}"#));
    print(client(&rejected).menu().delete().await.unwrap_err());
    let odd = Platform::new(|_, _| {
        Does::Says(format!(r#"{{"access_token":["{TOKEN}"],"expires_in":1}}"#))
    });
    print(client(&odd).menu().delete().await.unwrap_err());

    // Over the network, where the HTTP library has the address in its own errors.
    let unreachable = OfficialAccount::new("wx1", SECRET).with_classic_token();
    let network = unreachable.client_builder().api_base("http://127.0.0.1:1").build().unwrap();
    print(network.menu().delete().await.unwrap_err());
    print(network.call(GET, &format!("/x?secret={SECRET}"), ()).without_token().await.unwrap_err());

    let accounts = format!(
        "{:?} {:?} {:?}",
        common::account(),
        WorkApp::new("ww1", 1, SECRET),
        unreachable.client_builder()
    );
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for (name, text) in
        [("log", &logged), ("errors", &printed), ("client", &shown), ("accounts", &accounts)]
    {
        assert!(!text.contains(SECRET), "the secret is in the {name}: {text}");
        assert!(!text.contains(TOKEN), "the token is in the {name}: {text}");
        assert!(!text.contains("access_token="), "a query is in the {name}: {text}");
    }
    // It was looked at where something stands.
    assert!(logged.contains("api_call") && logged.contains("official:wx1"), "{logged}");
    assert!(
        logged.contains("POST /cgi-bin/message/custom/send") && logged.contains("48001"),
        "{logged}"
    );
    assert!(logged.contains("millis=0 attempts=1") && logged.contains("code=48001"), "{logged}");
    assert!(printed.contains("token … may not"), "{printed}");
    assert!(shown.contains("wx1") && accounts.contains("ww1"));
}
