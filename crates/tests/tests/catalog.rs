//! `weixin api` with an account, and with the platform's official samples.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, io::Write};

use serde_json::{Value, json};
use tokio::process::Command;
use weixin::emulator::*;
use weixin_tests::{extras, program};

/// Runs `weixin api call` with an account of the emulator.
async fn call(account: &Account, base: &str, args: &[&str]) -> (bool, String, String) {
    let credentials = account.credentials();
    let mut command: Command = program::weixin().await;
    let kind = account.product().to_string();
    let folder = tempfile::tempdir().unwrap();
    let output = command
        .args(["api", "call"])
        .args(args)
        .current_dir(folder.path())
        .env("WEIXIN_KIND", kind)
        .env("WEIXIN_APP_ID", account.id().as_str())
        .env("WEIXIN_SECRET", credentials.secret.expose())
        .env("WEIXIN_API_BASE", base)
        .output()
        .await
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[tokio::test]
async fn any_endpoint_can_be_called_from_the_command_line() {
    let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
    let base = platform.url().unwrap();
    let account = platform.official();

    let menu = json!({ "button": [{ "type": "click", "name": "Today", "key": "TODAY" }] });
    let json = menu.to_string();
    let (success, answer, problem) =
        call(&account, &base, &["/cgi-bin/menu/create", "--json", &json]).await;
    assert!(success, "{problem}");
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(answer["errcode"], 0);
    assert_eq!(account.menu().unwrap(), *menu["button"].as_array().unwrap());

    // Method and location of the fields come from the catalogue.
    let (success, answer, problem) =
        call(&account, &base, &["/cgi-bin/user/get", "--query", "next_openid="]).await;
    assert!(success, "{problem}");
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert!(answer["total"].is_u64(), "{answer}");

    let (success, answer, problem) =
        call(&account, &base, &["/cgi-bin/user/info", "--query", "openid=nobody"]).await;
    assert!(!success && answer.is_empty());
    assert!(problem.contains("40003"), "{problem}");

    let secret = account.credentials().secret.expose().to_owned();
    let (success, _, problem) =
        call(&account, &base, &["/cgi-bin/component/api_query_auth", "--json", "{}"]).await;
    assert!(!success && problem.contains("component_access_token"), "{problem}");
    assert!(!problem.contains(&secret));
}

/// Checks the official samples: typed endpoints and messages must not lose any field.
#[tokio::test]
#[ignore = "needs the official samples: `cargo xtask samples` runs it where they are"]
async fn official_samples_round_trip_through_their_types() {
    let (index, mut errors) = (extras::samples().join("index.csv"), std::io::stderr());
    let mut command = program::weixin().await;
    let output = command.args(["api", "check", "--json"]).arg(&index).output().await.unwrap();
    let mut counts = BTreeMap::<String, BTreeMap<String, usize>>::new();
    let mut failures = Vec::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| line[name].as_str().unwrap().to_owned();
        let result = text("result");
        if matches!(result.as_str(), "lost-fields" | "parse-error") {
            failures.push(format!("{result}: {} ({})", text("file"), text("detail")));
        }
        *counts.entry(text("product")).or_default().entry(result).or_default() += 1;
    }
    for (product, counts) in &counts {
        let counts: Vec<_> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
        let _ = writeln!(errors, "samples of {product}: {}", counts.join(", "));
    }
    assert!(!counts.is_empty(), "the index has no samples");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(output.status.success());
}
