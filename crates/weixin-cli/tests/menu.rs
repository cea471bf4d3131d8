//! `weixin menu`, run as a process.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Folder, configured};
use serde_json::{Value, json};
use weixin::emulator::Product;

fn menu() -> Value {
    json!({ "button": [
        { "name": "Today 今天", "type": "click", "key": "TODAY" },
        { "name": "More 更多", "sub_button": [
            { "name": "Site", "type": "view", "url": "https://example.com/" },
        ] },
    ] })
}

/// Standard output as JSON.
async fn get(folder: &Folder) -> Value {
    serde_json::from_str(&folder.run(&["menu", "get"]).await.succeeded()).unwrap()
}

#[tokio::test]
async fn a_menu_is_set_printed_and_deleted() {
    for product in [Product::Official, Product::Work] {
        let (_platform, account, folder) = configured(product).await;
        let said = folder.run(&["menu", "get"]).await.failed(1);
        assert!(said.contains("46003"), "{said}");
        folder.write("menu.json", menu().to_string());
        folder.run(&["menu", "set", "menu.json"]).await.succeeded();
        let printed = get(&folder).await;
        let holder = if product == Product::Work { &printed } else { &printed["menu"] };
        assert_eq!(holder["button"][0], menu()["button"][0], "{printed:#}");
        assert_eq!(printed.get("errcode"), None, "{printed:#}");
        // What was printed can be set again.
        folder.run_with(&["menu", "set", "-"], &printed.to_string()).await.succeeded();
        assert_eq!(get(&folder).await, printed);

        let said = folder.run(&["menu", "delete"]).await.failed(2);
        assert!(said.contains("--yes") && account.menu().is_some(), "{said}");
        folder.run(&["menu", "delete", "--yes"]).await.succeeded();
        assert_eq!(account.menu(), None);
    }
}

#[tokio::test]
async fn a_menu_with_mistakes_is_not_sent() {
    let (platform, _account, folder) = configured(Product::Official).await;
    let wrong = json!({ "button": [
        { "name": "Today", "type": "click" },
        { "name": "More", "sub_button": [{ "name": "Site", "type": "open", "url": "x" }] },
    ] });
    folder.write("menu.json", wrong.to_string());
    let said = folder.run(&["menu", "set", "menu.json"]).await.failed(1);
    assert!(said.contains("button[0] \"Today\": needs key"), "{said}");
    assert!(said.contains("button[1] \"More\" sub_button[0] \"Site\": unknown type"), "{said}");
    folder.write("menu.json", "{ \"button\": [ }");
    let said = folder.run(&["menu", "set", "menu.json"]).await.failed(1);
    assert!(said.contains("is not JSON") && said.contains("line 1 column"), "{said}");
    let said = folder.run(&["menu", "set", "missing.json"]).await.failed(1);
    assert!(said.contains("missing.json"), "{said}");
    assert_eq!(platform.calls().len(), 0);
}

#[tokio::test]
async fn what_the_platform_rejects_is_explained() {
    let (_platform, account, folder) = configured(Product::Official).await;
    let _account = account.rules(|rules| rules.menu.buttons = 1);
    folder.write("menu.json", menu().to_string());
    let said = folder.run(&["menu", "set", "menu.json"]).await.failed(1);
    assert!(said.contains("40016") && said.contains("检查菜单"), "{said}");
}

#[tokio::test]
async fn a_mini_program_has_no_menu() {
    let (_platform, _account, folder) = configured(Product::Mini).await;
    for command in [&["menu", "get"][..], &["menu", "delete", "--yes"]] {
        assert!(folder.run(command).await.failed(1).contains("has no menu"));
    }
}
