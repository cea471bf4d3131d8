//! Without `--url`: the configuration, and what the platform says about it.

use std::{
    collections::BTreeMap,
    fs,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    http::{HeaderMap, HeaderValue, Uri, header},
    response::IntoResponse,
};
use serde_json::{Value, json};
use tempfile::TempDir;
use weixin::emulator::{Account, Credentials, Emulator, Product};

use super::{ID, KEY, Report, TOKEN, free_port, run_in, serve};

const SECRET: &str = "very-secret-secret";

/// Runs the doctor with this configuration file.
async fn examine(config: &str, arguments: &[&str]) -> Report {
    examine_in(&TempDir::new().unwrap(), config, arguments).await
}

async fn examine_in(folder: &TempDir, config: &str, arguments: &[&str]) -> Report {
    fs::write(folder.path().join("weixin.toml"), config).unwrap();
    let report = run_in(folder.path(), &BTreeMap::new(), arguments).await;
    report.has_no(&[SECRET, TOKEN, KEY]);
    report
}

/// The lines of an account of the emulator.
fn lines(account: &Account, url: &str) -> String {
    let Credentials { product, id, agent_id, secret, token, aes_key, .. } = account.credentials();
    let agent = agent_id.map(|agent| format!("agent_id = {agent}\n")).unwrap_or_default();
    format!(
        "[[account]]\nkind = \"{product}\"\napp_id = \"{id}\"\nsecret = \"{}\"\ntoken = \"{}\"\n\
         encoding_aes_key = \"{}\"\napi_base = \"{url}\"\npath = \"/{product}\"\n{agent}",
        secret.expose(),
        token.expose(),
        aes_key.expose(),
    )
}

/// An account at an API of the test.
fn account(product: Product, url: &str) -> String {
    let agent = if product == Product::Work { "agent_id = 1000002\n" } else { "" };
    format!(
        "[account]\nkind = \"{product}\"\napp_id = \"{ID}\"\nsecret = \"{SECRET}\"\n\
         token = \"{TOKEN}\"\nencoding_aes_key = \"{KEY}\"\napi_base = \"{url}\"\n{agent}"
    )
}

/// An API that answers by the end of the path. Also returns the paths that were called.
async fn api(
    date: Option<&'static str>,
    answers: &'static [(&'static str, &'static str)],
) -> (String, Arc<Mutex<Vec<String>>>) {
    let called = Arc::<Mutex<Vec<String>>>::default();
    let calls = Arc::clone(&called);
    let answer = move |uri: Uri| {
        let path = uri.path().to_owned();
        calls.lock().unwrap().push(path.clone());
        let found = answers.iter().find(|(end, _)| path.ends_with(end));
        let body =
            found.map_or(r#"{"errcode":41001,"errmsg":"access_token missing"}"#, |found| found.1);
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some(date) = date {
            headers.insert(header::DATE, HeaderValue::from_static(date));
        }
        async move { (headers, body).into_response() }
    };
    (serve(Router::new().fallback(answer)).await, called)
}

const GRANTED: (&str, &str) = ("/token", r#"{"access_token":"granted-token","expires_in":7200}"#);
const STABLE: (&str, &str) =
    ("/stable_token", r#"{"access_token":"granted-token","expires_in":7200}"#);
const WORK_TOKEN: (&str, &str) =
    ("/gettoken", r#"{"errcode":0,"access_token":"granted-token","expires_in":7200}"#);

async fn listen() -> String {
    format!("listen = \"127.0.0.1:{}\"\n", free_port().await)
}

#[tokio::test]
async fn a_healthy_configuration_of_all_kinds_passes() {
    let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
    let url = platform.url().unwrap();
    let accounts = [platform.official(), platform.mini(), platform.work()];
    let config: String = accounts.iter().map(|account| lines(account, &url)).collect();
    let report = examine(&(listen().await + &config), &[]).await;
    report.wrong(&[]);
    for account in &accounts {
        let Credentials { product, id, agent_id, .. } = account.credentials();
        let agent = agent_id.map(|agent| format!("/{agent}")).unwrap_or_default();
        let name = format!("{product}:{id}{agent}");
        let own = report.findings.iter().filter(|finding| finding["account"] == *name);
        let statuses: Vec<_> = own
            .map(|finding| {
                (finding["check"].as_str().unwrap(), finding["status"].as_str().unwrap())
            })
            .collect();
        let quota = if product == Product::Work { "skipped" } else { "ok" };
        for expected in [
            ("configuration", "ok"),
            ("api", "ok"),
            ("clock", "ok"),
            ("credentials", "ok"),
            ("ip whitelist", "ok"),
            ("permission", "ok"),
            ("quota", quota),
        ] {
            assert!(statuses.contains(&expected), "{expected:?}: {statuses:?}");
        }
        assert_eq!(account.tokens_granted(), 1);
    }
    // `--account` leaves the others out.
    let mini = accounts[1].id().as_str();
    let report = examine(&(listen().await + &config), &["--account", mini]).await;
    report.wrong(&[]);
    let accounts: Vec<_> =
        report.findings.iter().filter_map(|finding| finding["account"].as_str()).collect();
    assert!(accounts.iter().all(|name| *name == format!("mini:{mini}")), "{accounts:?}");
    report.says("credentials", "ok", &[]);
    // One app of a corporation.
    let Credentials { id, agent_id, .. } = platform.work().credentials();
    let app = format!("{id}/{}", agent_id.unwrap());
    let config = listen().await + &config;
    let report = examine(&config, &["--account", &app]).await;
    report.wrong(&[]);
    report.says("credentials", "ok", &[]);
    let own = report.findings.iter().filter_map(|finding| finding["account"].as_str());
    let own: Vec<_> = own.collect();
    assert!(!own.is_empty() && own.iter().all(|name| *name == format!("work:{app}")), "{own:?}");
}

#[tokio::test]
async fn the_platform_looks_at_the_host_of_the_callback() {
    const REACHED: (&str, &str) = (
        "/callback/check",
        r#"{"dns":[{"ip":"111.161.64.40","real_operator":"UNICOM"}],"ping":[{"ip":"111.161.64.40","from_operator":"UNICOM","package_loss":"0%","time":"23.079ms"}]}"#,
    );
    const LOST: (&str, &str) = (
        "/callback/check",
        r#"{"dns":[{"ip":"111.161.64.40","real_operator":"UNICOM"}],"ping":[{"ip":"111.161.64.40","from_operator":"UNICOM","package_loss":"100%","time":""}]}"#,
    );
    const UNKNOWN: (&str, &str) = ("/callback/check", r#"{"dns":[],"ping":[]}"#);
    const NONE: (&str, &str) =
        ("/callback/check", r#"{"errcode":40201,"errmsg":"callback url not set"}"#);
    type Quotas = &'static [(&'static str, &'static str)];
    let cases: [(Quotas, &str, &str); 4] = [
        (&[STABLE, REACHED], "ok", "reaches 111.161.64.40"),
        (&[STABLE, LOST], "warning", "111.161.64.40: 100%"),
        (&[STABLE, UNKNOWN], "wrong", "cannot resolve"),
        (&[STABLE, NONE], "warning", "40201"),
    ];
    for (answers, status, words) in cases {
        let (url, called) = api(None, answers).await;
        let config = listen().await + &account(Product::Official, &url);
        let report = examine(&config, &["--network"]).await;
        report.says("network", status, &[words]);
        assert!(called.lock().unwrap().iter().any(|path| path.ends_with("/callback/check")));
    }
    // Only if asked for, and WeCom has none.
    let (url, called) = api(None, &[STABLE, REACHED]).await;
    let config = listen().await + &account(Product::Official, &url);
    let report = examine(&config, &[]).await;
    assert!(report.findings.iter().all(|finding| finding["check"] != "network"));
    assert!(called.lock().unwrap().iter().all(|path| !path.ends_with("/callback/check")));
    let (url, _) = api(None, &[WORK_TOKEN]).await;
    let config = listen().await + &account(Product::Work, &url);
    let report = examine(&config, &["--network"]).await;
    report.says("network", "skipped", &["WeCom"]);
}

#[tokio::test]
async fn quotas_of_several_endpoints_are_told() {
    const QUOTA: (&str, &str) =
        ("/quota/get", r#"{"errcode":0,"quota":{"daily_limit":1000,"used":950,"remain":50}}"#);
    let (url, called) = api(None, &[STABLE, QUOTA]).await;
    let config = listen().await + &account(Product::Official, &url);
    let report = examine(&config, &[]).await;
    let paths =
        ["/cgi-bin/message/custom/send", "/cgi-bin/message/template/send", "/cgi-bin/media/upload"];
    let words = paths.map(|path| format!("{path}: 50 of 1000"));
    report.says("quota", "warning", &words.each_ref().map(String::as_str));
    let asked = called.lock().unwrap();
    assert!(asked.iter().filter(|path| path.ends_with("/quota/get")).count() >= 3);
}

#[tokio::test]
async fn all_problems_of_the_configuration_are_reported_at_once() {
    let report = examine(
        "[[account]]\nkind = \"official\"\ntoken = \"a b\"\n\
         [[account]]\nkind = \"work\"\napp_id = \"ww1\"\nsecret = \"s\"\npath = \"/work\"\n",
        &["--offline"],
    )
    .await;
    assert_eq!(report.code, Some(1));
    for (account, words) in [
        ("account 1", "app_id"),
        ("account 1", "secret"),
        ("account 1", "token"),
        ("account 1", "encoding_aes_key"),
        ("work:ww1", "agent_id"),
        ("work:ww1", "token"),
    ] {
        let is_it = |finding: &&Value| {
            finding["account"] == account
                && finding["status"] == "wrong"
                && finding["detail"].as_str().unwrap().contains(words)
        };
        assert!(report.findings.iter().any(|finding| is_it(&finding)), "{words}: {}", report.text);
    }
    let report = examine("[account\n", &[]).await;
    report.wrong(&["configuration"]);
    report.says("configuration", "wrong", &["weixin.toml, line 1"]);
}

#[tokio::test]
async fn plain_mode_insecure_urls_and_memory_are_warnings() {
    let report = examine(
        "public_url = \"http://bot.example.com\"\n[account]\nkind = \"official\"\n\
         app_id = \"wx1\"\nsecret = \"very-secret-secret\"\ntoken = \"testtoken\"\nmodes = [\"plain\"]\n",
        &["--offline"],
    )
    .await;
    report.says("plain mode", "warning", &["forge", "安全模式"]);
    report.says("public_url", "warning", &["not https"]);
    report.says("inbox", "warning", &["lost when the process", "丢失"]);
    report.says("store", "ok", &["in memory"]);
    for check in ["api", "clock", "credentials", "ip whitelist", "permission", "quota"] {
        report.says(check, "skipped", &["--offline"]);
    }
}

#[tokio::test]
async fn a_used_address_is_told_from_a_running_bot() {
    let folder = TempDir::new().unwrap();
    let health = || async { "ok" };
    let bot = serve(Router::new().route("/healthz", axum::routing::get(health))).await;
    let other = serve(Router::new()).await;
    for (url, status, words) in
        [(bot, "ok", "a bot answers"), (other, "wrong", "used by a program")]
    {
        let address = url.strip_prefix("http://").unwrap();
        let config = format!("listen = \"{address}\"\n{}", account(Product::Official, "http://x"));
        let report = examine_in(&folder, &config, &["--offline"]).await;
        report.says("listen", status, &[words]);
        assert_eq!(report.code, Some(i32::from(status == "wrong")));
    }
    let config = format!("listen = \"192.0.2.1:8080\"\n{}", account(Product::Official, "http://x"));
    examine_in(&folder, &config, &["--offline"]).await.says("listen", "wrong", &["cannot listen"]);
}

#[tokio::test]
async fn a_wrong_secret_is_explained() {
    for (product, answer, words) in [
        (
            Product::Official,
            ("/stable_token", r#"{"errcode":40125,"errmsg":"invalid appsecret, rid: 6-7"}"#),
            "AppSecret",
        ),
        (
            Product::Official,
            ("/stable_token", r#"{"errcode":40013,"errmsg":"invalid appid"}"#),
            "appid",
        ),
        (
            Product::Work,
            ("/gettoken", r#"{"errcode":40001,"errmsg":"invalid credential"}"#),
            "40001",
        ),
    ] {
        let answers = Box::leak(Box::new([answer]));
        let (url, _) = api(None, answers).await;
        let report = examine(&(listen().await + &account(product, &url)), &[]).await;
        report.wrong(&["credentials"]);
        report.says("credentials", "wrong", &[words]);
        report.says("ip whitelist", "skipped", &["no token"]);
    }
}

#[tokio::test]
async fn the_address_for_the_whitelist_is_named() {
    const OFFICIAL: &[(&str, &str)] = &[(
        "/stable_token",
        r#"{"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 61e5-27e9"}"#,
    )];
    const WORK: &[(&str, &str)] = &[
        WORK_TOKEN,
        (
            "/agent/get",
            r#"{"errcode":60020,"errmsg":"not allow to access from your ip, hint: [1700000000], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020"}"#,
        ),
    ];
    for (product, answers) in
        [(Product::Official, OFFICIAL), (Product::Mini, OFFICIAL), (Product::Work, WORK)]
    {
        let (url, _) = api(None, answers).await;
        let report = examine(&(listen().await + &account(product, &url)), &[]).await;
        report.wrong(&["ip whitelist"]);
        report.says("ip whitelist", "wrong", &["add 203.0.113.7:"]);
        report.says("permission", "skipped", &["IP whitelist"]);
    }
}

#[tokio::test]
async fn missing_permissions_name_the_endpoint() {
    const UNVERIFIED: &[(&str, &str)] = &[
        STABLE,
        ("/menu/get", r#"{"errcode":48001,"errmsg":"api unauthorized rid: 61e5-27e9"}"#),
        ("/quota/get", r#"{"quota":{"daily_limit":100,"used":95,"remain":5}}"#),
    ];
    let (url, _) = api(None, UNVERIFIED).await;
    let report = examine(&(listen().await + &account(Product::Official, &url)), &[]).await;
    report.wrong(&[]);
    let permission: Vec<_> =
        report.findings.iter().filter(|finding| finding["check"] == "permission").collect();
    assert_eq!(permission[0]["status"], "warning", "{permission:#?}");
    assert!(
        permission[0]["detail"].as_str().unwrap().contains("/cgi-bin/menu/get"),
        "{permission:#?}"
    );
    assert_eq!(permission[1]["status"], "ok", "{permission:#?}");
    report.says("quota", "warning", &["5 of 100"]);

    const BANNED: &[(&str, &str)] =
        &[STABLE, ("/quota/get", r#"{"errcode":48004,"errmsg":"api forbidden"}"#)];
    let (url, _) = api(None, BANNED).await;
    let report = examine(&(listen().await + &account(Product::Mini, &url)), &[]).await;
    report.wrong(&["permission"]);
    report.says("permission", "wrong", &["48004", "/cgi-bin/message/custom/send", "封禁"]);
    report.says("quota", "skipped", &["48004"]);

    const NOT_GRANTED: &[(&str, &str)] =
        &[WORK_TOKEN, ("/agent/get", r#"{"errcode":48002,"errmsg":"api forbidden"}"#)];
    let (url, _) = api(None, NOT_GRANTED).await;
    let report = examine(&(listen().await + &account(Product::Work, &url)), &[]).await;
    report.wrong(&[]);
    report.says("permission", "warning", &["48002", "/cgi-bin/agent/get"]);
}

#[tokio::test]
async fn a_used_up_quota_is_wrong() {
    const USED_UP: &[(&str, &str)] = &[
        STABLE,
        ("/quota/get", r#"{"errcode":0,"quota":{"daily_limit":100,"used":100,"remain":0}}"#),
    ];
    let (url, _) = api(None, USED_UP).await;
    let report = examine(&(listen().await + &account(Product::Mini, &url)), &[]).await;
    report.wrong(&["quota"]);
    report.says("quota", "wrong", &["0 of 100", "clear_quota"]);
}

#[tokio::test]
async fn the_clock_is_compared_with_the_platforms() {
    const ANSWERS: &[(&str, &str)] = &[GRANTED, STABLE, ("/quota/get", "{}")];
    let (url, _) = api(Some("Sun, 06 Nov 1994 08:49:37 GMT"), ANSWERS).await;
    let config = listen().await + &account(Product::Mini, &url);
    let report = examine(&config, &[]).await;
    report.wrong(&["clock"]);
    report.says("clock", "wrong", &["ahead of the platform's", "NTP", "600 s"]);
    // Without a tolerance nothing is rejected.
    let report = examine(&format!("{config}clock_tolerance = \"off\"\n"), &[]).await;
    report.wrong(&[]);
    report.says("clock", "warning", &["ahead of the platform's"]);
}

#[tokio::test]
async fn an_api_that_cannot_be_reached_is_explained() {
    let url = format!("http://127.0.0.1:{}", free_port().await);
    let report = examine(&(listen().await + &account(Product::Official, &url)), &[]).await;
    report.wrong(&["api"]);
    report.says("api", "wrong", &["refused"]);
    report.says("credentials", "skipped", &["cannot be reached"]);
}

#[cfg(feature = "sqlite")]
#[tokio::test]
async fn databases_are_opened_and_what_they_guarantee_is_said() {
    let folder = TempDir::new().unwrap();
    let (url, called) = api(None, &[STABLE, ("/quota/get", "{}")]).await;
    let tables = "[store]\nurl = \"sqlite:store.sqlite\"\n[inbox]\nurl = \"sqlite:inbox.sqlite\"\n";
    let config = format!("{}{}{tables}", listen().await, account(Product::Mini, &url));
    // Files that do not exist yet are not created.
    let report = examine_in(&folder, &config, &[]).await;
    report.says("store", "skipped", &["creates store.sqlite"]);
    report.says("inbox", "skipped", &["creates inbox.sqlite"]);
    report.says("store.key", "warning", &["tokens and pushes", "plain text"]);
    assert!(!folder.path().join("store.sqlite").exists());
    assert!(!folder.path().join("inbox.sqlite").exists());

    for name in ["store.sqlite", "inbox.sqlite"] {
        fs::write(folder.path().join(name), "").unwrap();
    }
    called.lock().unwrap().clear();
    for _ in 0..2 {
        let report = examine_in(&folder, &config, &[]).await;
        report.wrong(&[]);
        report.says("store", "ok", &["SQLite", "survive a restart"]);
        report.says("inbox", "ok", &["survives", "仍在"]);
    }
    // The second run has found the token of the first one.
    let tokens = called.lock().unwrap().iter().filter(|path| path.ends_with("token")).count();
    assert_eq!(tokens, 1);

    let key = "key = \"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\"\n";
    let sealed = config.replace("[store]\n", &format!("[store]\n{key}"));
    let report = examine_in(&folder, &sealed, &["--offline"]).await;
    report.says("store.key", "ok", &["encrypted"]);
    report.has_no(&["AQEBAQ"]);
    let malformed = config.replace("[store]\n", "[store]\nkey = \"hunter2\"\n");
    let report = examine_in(&folder, &malformed, &["--offline"]).await;
    report.says("store.key", "wrong", &["openssl rand -base64 32"]);
    report.has_no(&["hunter2"]);

    fs::write(folder.path().join("store.sqlite"), "this is no database at all, ".repeat(100))
        .unwrap();
    let report = examine_in(&folder, &config, &[]).await;
    report.wrong(&["store"]);
    report.says("credentials", "skipped", &["past it"]);
}

#[cfg(not(feature = "redis"))]
#[tokio::test]
async fn an_engine_that_is_not_built_in_is_no_failure() {
    let tables = "[store]\nurl = \"redis://127.0.0.1:1\"\n[inbox]\nurl = \"redis://127.0.0.1:1\"\n";
    let report = examine(&(account(Product::Mini, "http://x") + tables), &["--offline"]).await;
    report.says("store", "skipped", &["without the feature `redis`"]);
    report.says("inbox", "skipped", &["cargo install weixin-cli --features redis"]);
}

#[cfg(feature = "redis")]
#[tokio::test]
async fn a_database_that_cannot_be_reached_is_wrong_and_shows_no_password() {
    let port = free_port().await;
    let tables = format!(
        "[store]\nurl = \"redis://u:hunter2@127.0.0.1:{port}\"\n[inbox]\nurl = \"redis://u:hunter2@127.0.0.1:{port}\"\n"
    );
    let (url, called) = api(None, &[STABLE]).await;
    let config = listen().await + &account(Product::Mini, &url) + &tables;
    let report = examine(&config, &["--timeout", "2"]).await;
    report.wrong(&["store", "inbox"]);
    report.has_no(&["hunter2"]);
    report.says("credentials", "skipped", &["past it"]);
    assert!(called.lock().unwrap().iter().all(|path| !path.ends_with("token")));
    let report = examine(&config, &["--offline"]).await;
    report.says("store", "skipped", &["--offline"]);
    report.says("inbox", "skipped", &["--offline"]);
}

#[tokio::test]
async fn the_table_and_the_exit_status_say_the_same() {
    let folder = TempDir::new().unwrap();
    let config = account(Product::Official, "http://x").replace("app_id", "# app_id");
    fs::write(folder.path().join("weixin.toml"), listen().await + &config).unwrap();
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_weixin"));
    command
        .args(["doctor", "--offline"])
        .current_dir(folder.path())
        .env("WEIXIN_CONFIG", "weixin.toml");
    let output = command.output().await.unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{text}");
    for words in
        ["✗ configuration", "account.app_id", "✓ store", "! inbox", "– credentials", "1 wrong 错误"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let mut command = tokio::process::Command::new(env!("CARGO_BIN_EXE_weixin"));
    command.args(["doctor", "--account", "wx9"]).current_dir(folder.path());
    let output = command.output().await.unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no account \"wx9\""));
}

#[test]
fn json_is_an_array_of_five_fields() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let report = runtime.block_on(examine(&account(Product::Official, "http://x"), &["--offline"]));
    for finding in &report.findings {
        let names: Vec<_> = finding.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(json!(names), json!(["account", "advice", "check", "detail", "status"]));
    }
}
