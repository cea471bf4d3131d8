//! `weixin api`, run as a process.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use weixin::api::Auth;

fn weixin(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_weixin")).args(args).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Whether the check succeeds, and its JSON output for each sample.
fn checked(index: &Path) -> (bool, Vec<Value>) {
    let output = weixin(&["api", "check", index.to_str().unwrap(), "--json"]);
    let lines = stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (output.status.success(), lines)
}

#[test]
fn samples_get_every_kind_of_result() {
    let (success, lines) = checked(&here("tests/samples/index.csv"));
    assert!(!success, "some samples have lost fields or cannot be read");
    let results: Vec<_> = lines
        .iter()
        .map(|line| {
            let text = |name: &str| line[name].as_str().unwrap().to_owned();
            (text("kind"), text("product"), text("file"), text("result"))
        })
        .collect();
    let results: Vec<_> = results
        .iter()
        .map(|(kind, product, file, result)| [kind, product, file, result].map(String::as_str))
        .collect();
    let pushes = "official/mini/open";
    assert_eq!(
        results,
        [
            ["request", "official", "menu.json", "ok"],
            ["request", "official", "menu-new.json", "lost-fields"],
            ["request", "official", "not-there.json", "parse-error"],
            ["request", "mini", "typing.json", "ok"],
            ["request", "work", "menu.json", "ok"],
            ["request", "official", "menu.json", "unknown-endpoint"],
            ["response", "official", "menus.json", "ok"],
            ["response", "official", "followers.json", "ok"],
            ["response", "official", "rejection.json", "ok"],
            ["response", "official", "broken.json", "parse-error"],
            ["response", "official", "done.json", "ok"],
            ["response", "pay", "done.json", "unknown-endpoint"],
            ["event", pushes, "click.xml", "ok"],
            ["event", "work", "click.json", "ok"],
            ["event", pushes, "location.xml", "parse-error"],
            ["event", pushes, "scan.xml", "lost-fields"],
            ["event", pushes, "click.xml", "unknown-event"],
            ["event", pushes, "reply.xml", "ok"],
        ]
    );
    let told: BTreeMap<_, _> = results.iter().zip(&lines).collect();
    let of = |kind, product, file, result| told[&[kind, product, file, result]];
    let menu = of("request", "official", "menu.json", "ok");
    assert_eq!(menu["lost"], Value::Array(Vec::new()));
    assert_eq!((&menu["method"], &menu["path"]), (&"POST".into(), &"/cgi-bin/menu/create".into()));
    let new = of("request", "official", "menu-new.json", "lost-fields");
    assert_eq!(new["lost"], Value::from(vec!["button[0].depth"]));
    assert!(new["detail"].as_str().unwrap().contains("button[0].depth"));
    assert_eq!(new["other"], 1, "\"hologram\" is not a known type of button");
    let followers = of("response", "official", "followers.json", "ok");
    // Code and message of a success are no part of a reply.
    assert_eq!(followers["lost"], Value::Array(Vec::new()));
    let broken = of("response", "official", "broken.json", "parse-error");
    assert!(broken["detail"].as_str().unwrap().contains("openid"), "{broken}");
    let location = of("event", pushes, "location.xml", "parse-error");
    assert!(location["detail"].as_str().unwrap().contains("Latitude"), "{location}");
    let scan = of("event", pushes, "scan.xml", "lost-fields");
    assert_eq!(scan["lost"], Value::from(vec!["Shelf"]));
    // An empty value is no loss.
    let click = of("event", "work", "click.json", "ok");
    assert_eq!(click["lost"], Value::Array(Vec::new()));
}

#[test]
fn the_summary_counts_by_product_and_kind_and_lists_failures() {
    let index = here("tests/samples/index.csv");
    let output = weixin(&["api", "check", index.to_str().unwrap()]);
    let text = stdout(&output);
    assert!(text.contains("lost-fields  scan.xml\n    Shelf: not declared"), "{text}");
    let row = |product: &str, kind: &str| -> Vec<usize> {
        let row = text.lines().find_map(|line| {
            let rest = line.strip_prefix(product)?.trim_start().strip_prefix(kind)?;
            Some(rest.split_whitespace().map(|count| count.parse().unwrap()).collect())
        });
        row.unwrap()
    };
    // ok, unknown endpoint, unknown event, parse error, lost fields, dropped empty, Other
    assert_eq!(row("official ", "request "), [1, 1, 0, 1, 1, 0, 1]);
    assert_eq!(row("official/mini/open ", "event "), [2, 0, 1, 1, 1, 0, 0]);
    assert_eq!(row("all ", ""), [10, 2, 1, 3, 2, 0, 2]);
}

#[test]
fn samples_without_a_type_are_not_failures() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index.csv");
    fs::write(folder.path().join("a.json"), "{}").unwrap();
    let header = "kind,product,method,path,msg_type,event,info_type,change_type,file";
    let lines = "request,open,POST,/cgi-bin/nothing,,,,,a.json\nevent,work,,,event,never,,,a.json";
    fs::write(&index, format!("{header}\n{lines}\n")).unwrap();
    let (success, lines) = checked(&index);
    assert!(success);
    assert_eq!(lines[0]["result"], "unknown-endpoint");
    assert_eq!(lines[1]["result"], "unknown-event");
    let nowhere = weixin(&["api", "check", "no/such/index.csv"]);
    assert!(!nowhere.status.success() && nowhere.stdout.is_empty());
}

#[test]
fn list_filters_by_product_text_and_type() {
    let lines = |args: &[&str]| -> Vec<String> {
        let output = weixin(&[&["api", "list"], args].concat());
        stdout(&output)
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    };
    let all = lines(&[]).len();
    assert_eq!(all, weixin_catalog::entries().len());
    let typed = lines(&["--typed", "--product", "official", "--grep", "MENU/CREATE"]);
    assert_eq!(typed, ["official POST /cgi-bin/menu/create CreateMenu 自定义菜单 创建接口"]);
    assert!(lines(&["--grep", "setCustomMenu-nothing"]).is_empty());
    let by_title = lines(&["--grep", "客服输入状态"]);
    assert!(by_title.iter().any(|line| line.contains("SetTyping")), "{by_title:?}");
    assert!(!weixin(&["api", "list", "--product", "wecom"]).status.success());
}

#[test]
fn show_explains_typed_and_untyped_endpoints() {
    let output = weixin(&["api", "show", "/cgi-bin/message/custom/send"]);
    let text = stdout(&output);
    for part in [
        "SendCustomMessage",
        "official, mini",
        "touser: OpenId (body, required)",
        "customservice: CustomService (body, optional)",
        "https://developers.weixin.qq.com/",
        "unsent",
        "发送客服消息",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let output = weixin(&["api", "show", "/v3/pay/transactions/jsapi"]);
    assert!(stdout(&output).contains("signature") && stdout(&output).contains("none yet"));
    let output = weixin(&["api", "show", "/cgi-bin/nothing"]);
    assert!(!output.status.success() && output.stdout.is_empty());
}

#[test]
fn the_coverage_table_is_up_to_date() {
    let output = weixin(&["api", "coverage"]);
    let written = fs::read_to_string(here("../../docs/coverage.md")).unwrap();
    assert!(stdout(&output) == written, "run `cargo xtask coverage`");
}

/// Every typed endpoint is in the catalogue, with the same authentication.
#[test]
fn the_catalogue_contains_every_typed_endpoint() {
    let infos = weixin_catalog::declared::endpoints();
    let mut problems = Vec::new();
    for info in infos.iter().filter(|info| info.auth != Auth::ResponseUrl) {
        let address = format!("{} https://{}{}", info.method, info.host, info.path);
        let found = weixin_catalog::find(None, Some(info.method.as_str()), info.path);
        let auth = match info.auth {
            Auth::UserToken => "user_access_token",
            auth => auth.parameter().unwrap_or("none"),
        };
        match found.iter().find(|entry| entry.host == info.host) {
            None => problems.push(format!("{address} is not in the catalogue")),
            Some(entry) if entry.auth != auth => {
                problems.push(format!("{address} has {auth}, in the catalogue {}", entry.auth));
            }
            Some(_) => {}
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
