//! With `--url`, against bots of ours: healthy ones, and ones with one other setting.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    http::{HeaderValue, header},
    middleware::map_response,
    response::Response,
};
use tempfile::TempDir;
use weixin::{
    api::{BoxFuture, Clock, SystemClock, Timestamp},
    bot::Outcome,
    prelude::*,
    protocol::{Mode, Product},
};

use super::{ID, KEY, OTHER_KEY, Report, TOKEN, run_in, serve};

const CHECKS: [&str; 6] =
    ["reachable", "url verification", "forged verification", "clock", "speed", "url"];

/// The variables of an account.
pub(super) fn variables(product: Product, mode: Mode) -> BTreeMap<&'static str, String> {
    let mut variables = BTreeMap::from([
        ("WEIXIN_CONFIG", "-".to_owned()),
        ("WEIXIN_KIND", product.to_string()),
        ("WEIXIN_APP_ID", ID.to_owned()),
        ("WEIXIN_SECRET", "very-secret-secret".to_owned()),
        ("WEIXIN_TOKEN", TOKEN.to_owned()),
        ("WEIXIN_MODES", mode.to_string()),
    ]);
    if mode != Mode::Plain {
        variables.insert("WEIXIN_ENCODING_AES_KEY", KEY.to_owned());
    }
    if product == Product::Work {
        variables.insert("WEIXIN_AGENT_ID", "1000002".to_owned());
    }
    variables
}

pub(super) async fn examine(
    variables: &BTreeMap<&'static str, String>,
    url: &str,
    arguments: &[&str],
) -> Report {
    let folder = TempDir::new().unwrap();
    let report = run_in(folder.path(), variables, &[&["--url", url], arguments].concat()).await;
    report.has_no(&[TOKEN, KEY, OTHER_KEY, "very-secret-secret", "msg_signature="]);
    report
}

/// The bot's side of the account.
pub(super) fn account(product: Product, mode: Mode) -> AccountConfig {
    let account = match product {
        Product::Mini => AccountConfig::mini(ID, "s"),
        Product::Work => AccountConfig::work(ID, 1_000_002, "s"),
        _ => AccountConfig::official(ID, "s"),
    };
    match mode {
        Mode::Plain => account.plain_callback(TOKEN),
        mode => account.callback(TOKEN, KEY).modes([mode]),
    }
}

/// A bot that echoes texts.
pub(super) fn bot(account: AccountConfig) -> Router {
    let bot = Bot::new().on(|msg: Text| async move { msg.content });
    bot.build(&Config::new(account)).unwrap().into_router()
}

#[tokio::test]
async fn healthy_bots_pass_in_every_mode() {
    for (product, mode, format) in [
        (Product::Official, Mode::Safe, "xml"),
        (Product::Official, Mode::Plain, "xml"),
        (Product::Official, Mode::Compatible, "xml"),
        (Product::Mini, Mode::Safe, "json"),
        (Product::Mini, Mode::Plain, "json"),
        (Product::Work, Mode::Safe, "xml"),
    ] {
        let url = serve(bot(account(product, mode))).await;
        // Without a path, the configured one is meant.
        for url in [format!("{url}/callback"), url] {
            let report = examine(&variables(product, mode), &url, &["--format", format]).await;
            report.wrong(&[]);
            for check in &CHECKS[..5] {
                report.says(check, "ok", &[]);
            }
            report.says(&format!("push {mode}"), "ok", &["acknowledged"]);
            report.says(&format!("forged push {mode}"), "ok", &["403"]);
            report.says("url", "warning", &["only this machine"]);
            assert_eq!(report.findings.len(), 8);
        }
    }
}

#[tokio::test]
async fn flags_take_the_place_of_a_configuration() {
    let url = serve(bot(account(Product::Work, Mode::Safe))).await + "/callback";
    let none = BTreeMap::from([("WEIXIN_CONFIG", "-".to_owned())]);
    let flags = ["--kind", "work", "--id", ID, "--token", TOKEN, "--aes-key", KEY];
    let report = examine(&none, &url, &flags).await;
    report.wrong(&[]);
    report.says("push safe", "ok", &[]);
    let report = examine(&none, &url, &["--kind", "work", "--id", ID]).await;
    assert_eq!(report.code, Some(1));
    assert!(
        report.text.contains("--token") && report.text.contains("--aes-key"),
        "{}",
        report.text
    );
}

#[tokio::test]
async fn only_a_fallback_gets_the_events_and_the_bot_learns_no_receiver_from_them() {
    let seen = Arc::<Mutex<Vec<String>>>::default();
    let outcomes = Arc::clone(&seen);
    let fallback = Arc::new(Mutex::new(0));
    let count = Arc::clone(&fallback);
    let app = Bot::new()
        .on(|msg: Text| async move { msg.content })
        .fallback(move || {
            *count.lock().unwrap() += 1;
            async {}
        })
        .on_outcome(move |push, _: &Outcome| outcomes.lock().unwrap().push(push.kind().to_string()))
        .build(&Config::new(account(Product::Official, Mode::Safe)))
        .unwrap();
    let url = serve(app.clone().into_router()).await + "/callback";
    for _ in 0..4 {
        examine(&variables(Product::Official, Mode::Safe), &url, &[]).await.wrong(&[]);
    }
    app.idle().await;
    assert_eq!(*fallback.lock().unwrap(), 4);
    let seen = seen.lock().unwrap().clone();
    assert!(seen.len() == 4 && seen.iter().all(|kind| kind.contains("weixin_doctor")), "{seen:?}");
    // A bot that had learned a made-up receiver would reject the pushes of the real account.
    let mut with_id = variables(Product::Official, Mode::Safe);
    with_id.insert("WEIXIN_ORIGINAL_ID", "gh_0123456789ab".to_owned());
    examine(&with_id, &url, &[]).await.wrong(&[]);
}

#[tokio::test]
async fn another_token_is_found() {
    for (product, mode) in [
        (Product::Official, Mode::Safe),
        (Product::Official, Mode::Plain),
        (Product::Work, Mode::Safe),
    ] {
        let mut changed = account(product, mode);
        changed.token = Some("anothertoken".into());
        let url = serve(bot(changed)).await + "/callback";
        let report = examine(&variables(product, mode), &url, &[]).await;
        report.wrong(&["url verification", &format!("push {mode}")]);
        report.says("url verification", "wrong", &["rejected (403)", "1. token", "the bot's log"]);
        // The `Date` of the answers excludes the clock.
        assert!(!report.words("url verification").contains("clock:"), "{}", report.text);
        report.says(&format!("push {mode}"), "wrong", &["as the URL verification"]);
        report.says(&format!("forged push {mode}"), "skipped", &[]);
    }
}

#[tokio::test]
async fn the_previous_token_and_the_previous_key_are_recognised() {
    let mut before = account(Product::Official, Mode::Safe);
    before.token = Some("previoustoken".into());
    let url = serve(bot(before)).await + "/callback";
    let mut changed = variables(Product::Official, Mode::Safe);
    changed.insert("WEIXIN_PREVIOUS_TOKEN", "previoustoken".to_owned());
    let report = examine(&changed, &url, &[]).await;
    report.says("url verification", "wrong", &["the previous token and not the current one"]);

    for product in [Product::Official, Product::Work] {
        let mut before = account(product, Mode::Safe);
        before.encoding_aes_key = Some(OTHER_KEY.into());
        let url = serve(bot(before)).await + "/callback";
        let mut changed = variables(product, Mode::Safe);
        changed.insert("WEIXIN_PREVIOUS_AES_KEY", OTHER_KEY.to_owned());
        let report = examine(&changed, &url, &[]).await;
        let check = if product == Product::Work { "url verification" } else { "push safe" };
        report.says(check, "wrong", &["the previous key and not the current one"]);
    }
}

#[tokio::test]
async fn another_key_receive_id_or_mode_is_found_although_the_token_is_right() {
    let official = || account(Product::Official, Mode::Safe);
    let mut other_key = official();
    other_key.encoding_aes_key = Some(OTHER_KEY.into());
    let other_id = official().receive_id("wx00000000000000ff");
    for changed in [other_key, other_id] {
        let url = serve(bot(changed)).await + "/callback";
        let report = examine(&variables(Product::Official, Mode::Safe), &url, &[]).await;
        report.wrong(&["push safe"]);
        report.says("url verification", "ok", &[]);
        let words = ["the token is right", "1. key", "2. receive id", "3. mode", "the bot's log"];
        report.says("push safe", "wrong", &words);
    }
    for (configured, deployed) in
        [(Mode::Safe, Mode::Plain), (Mode::Safe, Mode::Compatible), (Mode::Compatible, Mode::Safe)]
    {
        let url = serve(bot(account(Product::Official, deployed))).await + "/callback";
        let report = examine(&variables(Product::Official, configured), &url, &[]).await;
        let check = format!("push {configured}");
        report.wrong(&[&check]);
        let words = format!("because of the mode: the bot accepts {deployed} pushes");
        report.says(&check, "wrong", &[&words, "消息加解密方式"]);
    }
    // An account of a third-party platform whose bot has the account's own id.
    let url = serve(bot(official())).await + "/callback";
    let mut changed = variables(Product::Official, Mode::Safe);
    changed.insert("WEIXIN_RECEIVE_ID", "wx00000000000000ff".to_owned());
    let report = examine(&changed, &url, &[]).await;
    report.says("push safe", "wrong", &["app_id and not receive_id"]);

    // WeCom's URL verification needs token, key and corp id.
    let mut other_key = account(Product::Work, Mode::Safe);
    other_key.encoding_aes_key = Some(OTHER_KEY.into());
    let url = serve(bot(other_key)).await + "/callback";
    let report = examine(&variables(Product::Work, Mode::Safe), &url, &[]).await;
    report.says("url verification", "wrong", &["1. token", "2. key", "3. receive id"]);
}

#[tokio::test]
async fn another_original_id_is_a_candidate() {
    let url = serve(bot(account(Product::Official, Mode::Safe).original_id("gh_aaaa"))).await;
    let mut changed = variables(Product::Official, Mode::Safe);
    changed.insert("WEIXIN_ORIGINAL_ID", "gh_bbbb".to_owned());
    let report = examine(&changed, &format!("{url}/callback"), &[]).await;
    report.wrong(&["push safe"]);
    report.says("push safe", "wrong", &["original_id"]);
}

/// A clock that is wrong.
#[derive(Debug)]
struct Behind(Duration);

impl Clock for Behind {
    fn now(&self) -> Timestamp {
        SystemClock.now() - self.0
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        SystemClock.sleep_until(at + self.0)
    }
}

/// The `Date` at this time.
fn date(at: Timestamp) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (mut days, second) = (at.as_secs() / 86_400, at.as_secs() % 86_400);
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970;
    while days >= 365 + u64::from(is_leap(year)) {
        days -= 365 + u64::from(is_leap(year));
        year += 1;
    }
    let lengths = [31, 28 + u64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    let (day, month) = (days + 1, MONTHS[month]);
    format!("Mon, {day:02} {month} {year} {hour:02}:{minute:02}:{second:02} GMT")
}

#[tokio::test]
async fn a_wrong_clock_is_told_from_a_wrong_token() {
    for (product, behind) in
        [(Product::Official, 3600), (Product::Work, 3600), (Product::Official, 60)]
    {
        let behind = Duration::from_secs(behind);
        let app = Bot::new()
            .on(|msg: Text| async move { msg.content })
            .clock(Arc::new(Behind(behind)))
            .build(&Config::new(account(product, Mode::Safe)))
            .unwrap();
        let with_date = move |mut response: Response| async move {
            let date = HeaderValue::from_str(&date(Behind(behind).now())).unwrap();
            response.headers_mut().insert(header::DATE, date);
            response
        };
        let url = serve(app.into_router().layer(map_response(with_date))).await + "/callback";
        let report = examine(&variables(product, Mode::Safe), &url, &[]).await;
        if behind > Duration::from_secs(600) {
            report.wrong(&["url verification", "clock"]);
            let words = ["because of the clock", "behind this machine's", "NTP"];
            report.says("url verification", "wrong", &words);
        } else {
            report.wrong(&[]);
            report.says("clock", "warning", &["NTP"]);
        }
        // The rest is checked with the bot's time.
        report.says("push safe", "ok", &[]);
        report.says("forged push safe", "ok", &[]);
    }
}

#[tokio::test]
async fn several_accounts_are_found_by_the_path() {
    let folder = TempDir::new().unwrap();
    let lines = |id: &str, path: &str| {
        format!(
            "[[account]]\nkind = \"official\"\napp_id = \"{id}\"\nsecret = \"s\"\ntoken = \"{TOKEN}\"\n\
             encoding_aes_key = \"{KEY}\"\npath = \"{path}\"\n"
        )
    };
    std::fs::write(folder.path().join("bots.toml"), lines("wx1", "/one") + &lines("wx2", "/two"))
        .unwrap();
    let config = ["/one", "/two"].into_iter().zip(["wx1", "wx2"]).fold(
        Config::default(),
        |config, (path, id)| {
            config.account(AccountConfig::official(id, "s").callback(TOKEN, KEY).path(path))
        },
    );
    let url = serve(Bot::new().on(|_: Text| async {}).build(&config).unwrap().into_router()).await;
    for (path, arguments, names) in [
        ("", &[][..], &["official:wx1", "official:wx2"][..]),
        ("/two", &[], &["official:wx2"]),
        ("", &["--account", "wx1"], &["official:wx1"]),
    ] {
        let url = format!("{url}{path}");
        let fixed = ["--config", "bots.toml", "--url", &url];
        let report = run_in(folder.path(), &BTreeMap::new(), &[&fixed, arguments].concat()).await;
        report.wrong(&[]);
        let mut found: Vec<_> =
            report.findings.iter().map(|finding| finding["account"].as_str().unwrap()).collect();
        found.dedup();
        assert_eq!(found, names);
    }
}
