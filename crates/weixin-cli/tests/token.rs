//! `weixin token`, run as a process.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Folder, closed_port, configured};
use weixin::emulator::Product;

#[tokio::test]
async fn it_is_described_and_shown_only_on_demand() {
    for (product, kind) in [
        (Product::Official, "stable access_token"),
        (Product::Mini, "stable access_token"),
        (Product::Work, "access_token of the app"),
    ] {
        let (_platform, account, folder) = configured(product).await;
        let shown = folder.run(&["token", "--show"]).await.succeeded();
        let token = shown.strip_suffix('\n').unwrap();
        assert!(token.len() > 10 && !token.contains(char::is_whitespace), "{token}");
        let described = folder.run(&["token"]).await.succeeded();
        let name = format!("{product}:{}", account.id());
        for part in [&*name, kind, " UTC (in ", "fetched from the platform", "--show"] {
            assert!(described.contains(part), "{part}: {described}");
        }
        let object = folder.run(&["token", "--json"]).await.json(0);
        assert!(object["account"].as_str().unwrap().starts_with(&name), "{object}");
        assert_eq!((&object["kind"], &object["from"]), (&kind.into(), &"platform".into()));
        assert!(object["expires_at"].as_str().unwrap().ends_with('Z'), "{object}");
        assert!((1..=7200).contains(&object["expires_in"].as_u64().unwrap()), "{object}");
        for text in [described, object.to_string()] {
            assert!(!text.contains(token), "{text}");
        }
        let object = folder.run(&["token", "--json", "--show"]).await.json(0);
        assert_eq!(object["access_token"], token);
    }
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn it_comes_from_the_configured_store() {
    let (_platform, account, folder) = configured(Product::Official).await;
    let config = std::fs::read_to_string(folder.path().join("weixin.toml")).unwrap();
    folder.write("weixin.toml", config + "[store]\nurl = \"sqlite:weixin.sqlite\"\n");
    let first = folder.run(&["token", "--show"]).await.succeeded();
    assert_eq!(folder.run(&["token", "--show"]).await.succeeded(), first);
    assert_eq!(folder.run(&["token", "--json"]).await.json(0)["from"], "store");
    assert!(folder.run(&["token"]).await.succeeded().contains("the configured [store]"));
    assert_eq!(account.tokens_granted(), 1);
}

#[tokio::test]
async fn without_a_token_the_reason_is_given() {
    let (_platform, account, folder) = configured(Product::Official).await;
    let config = std::fs::read_to_string(folder.path().join("weixin.toml")).unwrap();
    let secret = account.credentials().secret.expose().to_owned();
    folder.write("weixin.toml", config.replace(&secret, "another"));
    for options in [&["token"][..], &["token", "--show"], &["token", "--json"]] {
        let ended = folder.run(options).await;
        assert_eq!((ended.code, &*ended.stdout), (Some(1), ""), "{ended:?}");
        assert!(ended.stderr.contains("40125"), "{ended:?}");
    }
    let ended = Folder::at(&closed_port().await).run(&["token", "--show"]).await;
    assert_eq!((ended.code, &*ended.stdout), (Some(1), ""), "{ended:?}");
    assert!(ended.stderr.contains("no connection could be made"), "{ended:?}");
    let said = Folder::new().run(&["token"]).await.failed(1);
    assert!(said.contains("[account]"), "{said}");
}
