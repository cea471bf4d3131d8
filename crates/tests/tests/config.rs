//! Problems in configuration and handlers that are reported at start.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin::prelude::*;

const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

fn official() -> AccountConfig {
    AccountConfig::official("wx0123456789abcdef", "app-secret").callback("testtoken", KEY)
}

fn with(mut account: AccountConfig, change: impl FnOnce(&mut AccountConfig)) -> AccountConfig {
    change(&mut account);
    account
}

fn tolerance(text: &str) -> AccountConfig {
    with(official(), |account| account.clock_tolerance = Some(text.to_owned()))
}

trait WithoutKey {
    fn without_key(self) -> Self;
}

impl WithoutKey for AccountConfig {
    fn without_key(self) -> Self {
        with(self, |account| account.encoding_aes_key = None)
    }
}

fn problems(config: &Config) -> Vec<(String, String)> {
    let error = Bot::new().build(config).unwrap_err();
    let text = format!("{error:?}");
    let problems = error.config().unwrap().problems();
    for problem in problems {
        assert!(text.contains(&problem.what) && text.contains(&problem.why), "{text}");
    }
    problems.iter().map(|problem| (problem.what.clone(), problem.why.clone())).collect()
}

#[test]
fn an_empty_configuration_lists_what_is_needed() {
    let [(what, why)] = &problems(&Config::default())[..] else { panic!() };
    assert_eq!(what, "account");
    assert!(why.contains("weixin.toml") && why.contains("WEIXIN_APP_ID"));
}

#[test]
fn all_missing_values_are_reported_at_once() {
    let names: Vec<_> = problems(&Config::new(AccountConfig::default()))
        .into_iter()
        .map(|(what, _)| what)
        .collect();
    assert_eq!(
        names,
        ["kind", "app_id", "secret", "token", "encoding_aes_key"]
            .map(|name| format!("account.{name}"))
    );
}

#[test]
fn malformed_values_are_reported_with_the_expected_format() {
    let cases: Vec<(AccountConfig, &str, &str)> = vec![
        (with(official(), |account| account.kind = Some("wecom".into())), "kind", "\"work\""),
        (
            with(official(), |account| account.app_id = Some("wx 1".into())),
            "app_id",
            "wx0123456789abcdef",
        ),
        (
            with(official(), |account| account.secret = Some(" s".into())),
            "secret",
            "whitespace around",
        ),
        (
            with(official(), |account| account.token = Some("a-b".into())),
            "token",
            "3 to 32 letters",
        ),
        (with(official(), |account| account.token = Some("ab".into())), "token", "3 to 32 letters"),
        (
            with(official(), |account| account.encoding_aes_key = Some("short".into())),
            "encoding_aes_key",
            "5 characters, it must have 43",
        ),
        (
            with(official(), |account| {
                account.encoding_aes_key = Some(format!("{}-", &KEY[..42]).into())
            }),
            "encoding_aes_key",
            "character 43",
        ),
        (
            with(official(), |account| account.previous_aes_key = Some("x".into())),
            "previous_aes_key",
            "43",
        ),
        (official().path("callback"), "path", "/callback"),
        (official().path("/healthz"), "path", "health"),
        (official().previous_key(KEY), "previous_aes_key", "same"),
        (
            official().plain_callback("testtoken").previous_key(KEY).without_key(),
            "previous_aes_key",
            "without encoding_aes_key",
        ),
        (official().api_base("127.0.0.1:1"), "api_base", "http://"),
        (
            with(official(), |account| account.modes = Some(vec!["secure".into()])),
            "modes",
            "\"safe\"",
        ),
        (with(official(), |account| account.modes = Some(vec![])), "modes", "empty"),
        (tolerance("ten"), "clock_tolerance", "seconds like 600"),
        (tolerance(""), "clock_tolerance", "nor \"off\""),
        (tolerance("-1"), "clock_tolerance", "\"-1\" is not"),
        (tolerance("0"), "clock_tolerance", "\"0\" is not"),
        (tolerance("1.5"), "clock_tolerance", "\"1.5\" is not"),
        (tolerance("86401"), "clock_tolerance", "at most a day"),
        (tolerance("9223372036854775807"), "clock_tolerance", "at most a day"),
        (official().clock_tolerance(Some(Duration::MAX)), "clock_tolerance", "at most a day"),
        (official().original_id("wx0123456789abcdef"), "original_id", "gh_0123456789ab"),
        (official().original_id("gh_ 1"), "original_id", "gh_0123456789ab"),
        (official().original_id(""), "original_id", "gh_0123456789ab"),
        (
            AccountConfig::work("ww1", 1, "s").callback("testtoken", KEY).original_id("gh_1"),
            "original_id",
            "leave it out",
        ),
        (with(official(), |account| account.agent_id = Some("1".into())), "agent_id", "WeCom"),
        (
            with(AccountConfig::work("ww1", 1, "s").callback("testtoken", KEY), |account| {
                account.agent_id = Some("x".into())
            }),
            "agent_id",
            "1000002",
        ),
    ];
    for (account, name, hint) in cases {
        let found = problems(&Config::new(account));
        let [(what, why)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(what, &format!("account.{name}"));
        assert!(why.contains(hint), "{why}");
    }
}

#[test]
fn the_connection_limit_must_not_be_zero() {
    let found = problems(&Config::new(official()).max_connections(0));
    let [(what, why)] = &found[..] else { panic!("{found:?}") };
    assert!(what == "max_connections" && why.contains("nobody could reach the bot"), "{why}");
    Bot::new().build(&Config::new(official()).max_connections(1)).unwrap();
}

#[test]
fn valid_tolerances_and_original_ids_are_accepted() {
    for text in ["1", "600", " 600 ", "86400", "off"] {
        Bot::new().build(&Config::new(tolerance(text))).unwrap();
    }
    for tolerance in [None, Some(Duration::from_secs(60))] {
        Bot::new().build(&Config::new(official().clock_tolerance(tolerance))).unwrap();
    }
    Bot::new().build(&Config::new(official().original_id("gh_0123456789ab"))).unwrap();
}

#[test]
fn keys_with_trailing_bits_are_accepted() {
    for last in ["A", "B", "C", "D", "z", "9"] {
        let key = format!("{}{last}", &KEY[..42]);
        Bot::new().build(&Config::new(official().callback("testtoken", key))).unwrap();
    }
}

#[test]
fn accounts_may_not_share_an_id_or_a_path() {
    let found = problems(&Config::new(official()).account(official()));
    let names: Vec<_> = found.iter().map(|(what, _)| what.as_str()).collect();
    assert_eq!(names, ["account 2: app_id", "account 2: path"]);
    let slash = Config::new(official().path("/a"))
        .account(AccountConfig::mini("wxother", "s").callback("testtoken", KEY).path("/a/"));
    assert_eq!(problems(&slash)[0].0, "account 2: path");
    let other = AccountConfig::mini("wxother", "s").callback("testtoken", KEY).path("/mini");
    Bot::new().build(&Config::new(official()).account(other)).unwrap();
}

#[test]
fn reports_contain_no_secrets() {
    let account = with(official().callback("SECRET-2", "SECRET-3"), |account| {
        account.secret = Some("SECRET-1 ".into());
    });
    let error = Bot::new().build(&Config::new(account.clone())).unwrap_err();
    assert!(!format!("{error} {error:?} {account:?}").contains("SECRET-"));
}

#[test]
fn both_file_formats_are_read_and_mistakes_are_located() {
    let read = |text: &str| {
        let path = std::env::temp_dir().join(format!("weixin-config-{}.toml", std::process::id()));
        std::fs::write(&path, text).unwrap();
        let config = Config::from_file(&path);
        std::fs::remove_file(&path).unwrap();
        config
    };
    let one = "listen = \"127.0.0.1:9000\"\n[account]\nkind = \"work\"\ncorp_id = \"ww1\"\nagent_id = 7\nsecret = \"s\"";
    let config = read(one).unwrap();
    assert_eq!(config.listen.unwrap().port(), 9000);
    assert_eq!(config.accounts[0].agent_id.as_deref(), Some("7"));
    assert_eq!(config.accounts[0].app_id.as_deref(), Some("ww1"));
    let server = "max_connections = 7\n[account]\nkind = \"mini\"\n[[token_server]]\nname = \"shop\"\n\
                  key = \"HUSH\"\naccounts = [\"mini:wx1\"]";
    let config = read(server).unwrap();
    assert_eq!(config.max_connections, Some(7));
    assert_eq!(config.token_server[0].accounts, ["mini:wx1"]);
    assert!(!format!("{config:?}").contains("HUSH"));
    let two = "[[account]]\nkind = \"mini\"\n[[account]]\nkind = \"work\"";
    assert_eq!(read(two).unwrap().accounts.len(), 2);
    let unknown = read("[account]\nkind = \"mini\"\nsekret = \"HUSH\"\n").unwrap_err();
    assert!(unknown.to_string().contains("line 3"), "{unknown}");
    assert!(unknown.to_string().contains("sekret") && !unknown.to_string().contains("HUSH"));
    let broken = read("[account]\nsecret = \"HUSH\n").unwrap_err().to_string();
    assert!(!broken.contains("HUSH"), "{broken}");
    let numbers = "listen = \"everywhere\"\n[account]\nkind = \"official\"\napp_id = \"回\"\n\
                   secret = 98765432109876\ntoken = 12345\nmodes = \"safe\"\npath = \"/回调\"";
    let found = problems(&read(numbers).unwrap());
    let names: Vec<_> = found.iter().map(|(what, _)| what.as_str()).collect();
    let expected = ["listen", "account.app_id", "account.encoding_aes_key", "account.path"];
    assert_eq!(names, expected);
    assert!(found[0].1.contains("127.0.0.1:8080"));
    let float = read("[account]\nsecret = 1.5\n").unwrap_err().to_string();
    assert!(float.contains("quotes") && !float.contains("1.5"), "{float}");
}

#[test]
fn a_named_file_that_is_missing_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bot.toml");
    let name = path.display().to_string();
    let here = std::env::current_dir().unwrap().display().to_string();
    for (path, name, folder) in [(path, &*name, ""), ("no/bot.toml".into(), "no/bot.toml", &here)] {
        let error = Config::from_file(path).unwrap_err();
        let [problem] = error.problems() else { panic!("{error}") };
        assert_eq!(problem.what, name);
        assert!(problem.why.starts_with("there is no such file"), "{problem}");
        assert!(problem.why.ends_with(folder), "{problem}");
    }
}

#[test]
fn problems_with_handlers_are_reported_together() {
    let needs_wecom = |_: Text, _: Client<Work>| async {};
    let bot = Bot::new()
        .on(matching("(", async || "never"))
        .on(command("two words", async || "never"))
        .on(command("help", async || "once"))
        .on(command("HELP", async || "never"))
        .on(menu_click("A", |msg: Text| async move { msg.content }))
        .on(|_: Text| async {})
        .on(needs_wecom)
        .on(command("late", async || "never"))
        .on(matching("^(a)$", async |Captures((_, _)): Captures<(String, String)>| {}))
        .on(|_: Push| async {})
        .fallback(async || "never");
    let error = bot.build(&Config::new(official())).unwrap_err();
    let problems = error.route_problems();
    let expected = [
        "route 1 (matching(\"(\")): the regular expression is wrong",
        "route 2 (command(\"two words\")): a command is one word",
        "route 4 (command(\"HELP\")): is never reached: route 3",
        "route 5 (menu_click(\"A\")): the filter hears \"event CLICK\" and the handler's argument is \"message text\"",
        "route 7",
        "route 8 (command(\"late\")): is never reached: route 6",
        "route 9 (matching(\"^(a)$\")): is never reached: route 6",
        "the fallback",
        "takes `Captures` of 2, and the regular expression has 1 groups",
        "kind \"work\"",
    ];
    assert_eq!(problems.len(), expected.len(), "{error}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.contains(expected), "{problem}\nlacks {expected}");
    }
}
