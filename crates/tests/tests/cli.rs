//! The `weixin` command, run as a process.
#![allow(clippy::unwrap_used)]

use std::{
    fs,
    net::TcpListener,
    process::{ExitStatus, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::Command,
};
use weixin::{
    prelude::*,
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Format, Header, Inbound, Mode, PlatformPush,
        Product, Stamp,
    },
};
use weixin_tests::{
    program::{Program, weixin},
    wait::{poll_until, with_timeout},
};

const TOKEN: &str = "QDG6eK";
const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const OTHER_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
const ID: &str = "wx5823bf96d3bd56c7";

/// The echo bot of the README.
const ECHO_BOT: &str = env!("CARGO_BIN_EXE_echo-bot");

async fn start(arguments: &[&str]) -> Program {
    let mut command = weixin().await;
    command.args(arguments);
    Program::start(command)
}

/// Runs the command with this standard input until it ends.
async fn run(arguments: &[&str], input: &str) -> (ExitStatus, String) {
    let mut program = start(arguments).await;
    program.write(input).await;
    program.end().await
}

fn callback(product: Product) -> Callback {
    Callback::new(product, CallbackToken::new(TOKEN).unwrap())
        .key(EncodingAesKey::new(KEY).unwrap())
        .receive_id(ID)
}

/// A captured push.
fn captured() -> PlatformPush {
    let header = Header::new("o-ann", "gh_680bdefc8c5d", 1_700_000_000).with_msg_id("1");
    let text = Text::new(header.clone(), "007 & ]]> 😀");
    let inbound = Inbound::of(&header, &text, Format::Xml);
    let stamp = Stamp::at(1_700_000_000).unwrap();
    callback(Product::Official).push(&inbound, Mode::Safe, Format::Xml, &stamp).unwrap()
}

#[tokio::test]
async fn verify_reports_problems() {
    let push = captured();
    let url = format!("https://bot.example.com/callback?{}", push.query.to_query_string());
    let folder = TempDir::new().unwrap();
    let body = folder.path().join("body.xml");
    fs::write(&body, &push.body).unwrap();
    let body = body.to_str().unwrap();
    let verify = async |token: &str, key: &str, id: &str| {
        let secrets = ["verify", "--token", token, "--aes-key", key, "--id", id];
        run(&[&secrets[..], &["--url", &url, "--body", body]].concat(), "").await
    };

    let (status, said) = verify(TOKEN, KEY, ID).await;
    assert!(status.success() && !said.contains('✗'), "{said}");
    assert!(said.ends_with(&push.plain), "{said}");

    // Exactly the wrong parts are reported.
    let cases = [
        (("another", KEY, ID), &["signature", "msg_signature"][..]),
        ((TOKEN, OTHER_KEY, ID), &["key"]),
        ((TOKEN, KEY, "wx0000000000000000"), &["receive id"]),
    ];
    for ((token, key, id), wrong) in cases {
        let (status, said) = verify(token, key, id).await;
        assert_eq!(status.code(), Some(1), "{said}");
        assert_eq!(crosses(&said), wrong, "{said}");
    }
}

/// The names of the checks that failed.
fn crosses(said: &str) -> Vec<&str> {
    let crosses = said.lines().filter_map(|line| line.strip_prefix("✗ "));
    crosses.map(|line| line[..14].trim()).collect()
}

#[tokio::test]
async fn verify_supports_url_verifications_of_wecom() {
    let check = callback(Product::Work).url_check("8361247839", &Stamp::at(0).unwrap()).unwrap();
    let url = format!("?{}", check.query.to_query_string());
    let account = ["--kind", "work", "--token", TOKEN, "--aes-key", KEY, "--id", ID];
    let (status, said) = run(&[&["verify"], &account[..], &["--url", &url]].concat(), "").await;
    assert!(status.success() && said.ends_with("\n8361247839"), "{said}");
}

#[tokio::test]
async fn verify_reports_missing_signatures_and_encryption() {
    let plain = captured().plain;
    for (kind, wrong) in
        [("official", &["signature"][..]), ("work", &["envelope", "msg_signature"])]
    {
        let options = ["verify", "--kind", kind, "--token", TOKEN, "--url", ""];
        let (status, said) = run(&options, &plain).await;
        assert_eq!(status.code(), Some(1), "{said}");
        assert_eq!(crosses(&said), wrong, "{said}");
    }
    // Plain mode only needs a signature.
    let official = Callback::new(Product::Official, CallbackToken::new(TOKEN).unwrap());
    let inbound = Inbound::parse(&plain).unwrap();
    let stamp = Stamp::at(1_700_000_000).unwrap();
    let push = official.push(&inbound, Mode::Plain, Format::Xml, &stamp).unwrap();
    let query = push.query.to_query_string();
    for key in [&[][..], &["--aes-key", KEY]] {
        let options = ["verify", "--token", TOKEN, "--url", &query];
        let (status, said) = run(&[&options, key].concat(), &push.body).await;
        assert!(status.success() && !said.contains('✗'), "{said}");
    }
}

#[tokio::test]
async fn decrypt_prints_the_message_and_problems_to_separate_streams() {
    let push = captured();
    let query = push.query.to_query_string();
    let decrypt = async |token: &str, key: &str, id: &str| {
        let secrets = ["decrypt", "--token", token, "--aes-key", key, "--id", id];
        let mut command = weixin().await;
        command.args(secrets).args(["--url", &query]);
        output(command, &push.body).await
    };
    let (status, printed, complaint) = decrypt(TOKEN, KEY, ID).await;
    assert!(status.success() && complaint.is_empty(), "{complaint}");
    assert_eq!(printed.trim_end_matches('\n'), push.plain);

    // The message is printed even if there are problems, which are reported.
    let cases = [
        (("another", KEY, ID), &["signature", "msg_signature"][..]),
        ((TOKEN, KEY, "wx0000000000000000"), &["receive id"]),
    ];
    for ((token, key, id), wrong) in cases {
        let (status, printed, complaint) = decrypt(token, key, id).await;
        assert!(status.success(), "{complaint}");
        assert_eq!(printed.trim_end_matches('\n'), push.plain);
        let complaints: Vec<_> =
            complaint.lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
        assert_eq!(complaints, wrong, "{complaint}");
    }

    let (status, printed, complaint) = decrypt(TOKEN, OTHER_KEY, ID).await;
    assert_eq!(status.code(), Some(1));
    assert!(printed.is_empty() && complaint.starts_with("weixin: key: "), "{complaint}");
}

/// Runs the program with this standard input. Returns its status, standard output and standard
/// error.
async fn output(mut command: Command, input: &str) -> (ExitStatus, String, String) {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut program = command.kill_on_drop(true).spawn().unwrap();
    program.stdin.take().unwrap().write_all(input.as_bytes()).await.unwrap();
    let output = with_timeout("its end", program.wait_with_output()).await.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status, text(output.stdout), text(output.stderr))
}

#[tokio::test]
async fn closing_the_output_early_is_not_an_error() {
    let push = captured();
    let query = push.query.to_query_string();
    for (command, id, code) in
        [("verify", ID, 0), ("verify", "wx0000000000000000", 1), ("decrypt", ID, 0)]
    {
        let mut program = weixin().await;
        program.args([command, "--token", TOKEN, "--aes-key", KEY, "--id", id, "--url", &query]);
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut program = program.kill_on_drop(true).spawn().unwrap();
        // The command only prints after it has read the body.
        drop(program.stdout.take());
        program.stdin.take().unwrap().write_all(push.body.as_bytes()).await.unwrap();
        let output = with_timeout("its end", program.wait_with_output()).await.unwrap();
        assert_eq!(output.status.code(), Some(code), "{command}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command}");
    }
}

#[tokio::test]
async fn a_key_of_the_wrong_length_is_explained() {
    for command in [
        &["verify", "--token", TOKEN, "--url", "?signature=1", "--aes-key", &KEY[1..]][..],
        &["emulator", "--port", "0", "--aes-key", &KEY[1..]],
    ] {
        let (status, said) = run(command, "").await;
        assert!(!status.success());
        assert!(said.contains("43"), "{said}");
    }
}

/// A client of the emulator's control API.
struct Control {
    http: reqwest::Client,
    url: String,
    account: String,
    person: String,
}

impl Control {
    /// Acts as Ann at the first account.
    async fn of(url: String) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let mut control = Self { http, url, account: String::new(), person: String::new() };
        let state = control.get("/_/api/state").await;
        let id = |of: &str| state[of][0]["id"].as_str().unwrap().to_owned();
        assert_eq!(state["people"][0]["name"], "Ann", "{state}");
        (control.account, control.person) = (id("accounts"), id("people"));
        control
    }

    async fn get(&self, path: &str) -> Value {
        let asking = async {
            let answer = self.http.get(format!("{}{path}", self.url)).send().await?;
            answer.error_for_status()?.text().await
        };
        serde_json::from_str(&with_timeout(path, asking).await.unwrap()).unwrap()
    }

    /// Sends a text as Ann and waits for the echo.
    async fn ann_is_echoed(&self, text: &str) {
        let action = json!({
            "account": self.account,
            "person": self.person,
            "do": { "type": "text", "text": text },
        });
        let acting = self
            .http
            .post(format!("{}/_/api/act", self.url))
            .header("Content-Type", "application/json")
            .body(action.to_string())
            .send();
        let done = with_timeout("Ann", acting).await.unwrap();
        assert!(done.status().is_success(), "{}", done.status());
        let echoed = poll_until(async || {
            let timeline = self.get("/_/api/timeline").await;
            let is_echo =
                |entry: &Value| entry["from"] == "account" && entry["content"]["text"] == text;
            timeline["entries"].as_array()?.iter().any(is_echo).then_some(())
        });
        assert!(echoed.await.is_some(), "{:#}", self.get("/_/api/timeline").await);
    }
}

/// The URL in the line that starts with this label.
async fn address(program: &Program, label: &str) -> String {
    let found = |line: &str| {
        let line = line.trim().strip_prefix(label)?;
        let url = &line[line.find("http://")?..];
        Some(url.split_whitespace().next()?.trim_end_matches('/').to_owned())
    };
    program.line(&format!("the address of {label}"), found).await
}

#[tokio::test]
async fn the_emulator_connects_to_the_callback_option() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let callback = format!("http://{}/wechat", listener.local_addr().unwrap());
    let options = ["--port", "0", "--token", TOKEN, "--aes-key", KEY, "--callback", &callback];
    let emulator = start(&[&["emulator"], &options[..]].concat()).await;
    let value = async |label: &str| {
        let value = |line: &str| Some(line.trim().strip_prefix(label)?.trim().to_owned());
        emulator.line(label, value).await
    };
    let account = AccountConfig::official(value("AppID / CorpID").await, value("Secret").await)
        .callback(TOKEN, KEY)
        .path("/wechat");
    let bot = Bot::new().on(|msg: Text| async move { msg.content });
    let app = bot.build(&Config::new(account)).unwrap().into_router();
    tokio::spawn(async move { axum::serve(listener, app).await });

    emulator.prints("is connected").await;
    let control = Control::of(address(&emulator, "API base").await).await;
    control.ann_is_echoed("007 & ]]> 😀").await;
}

#[tokio::test]
async fn dev_runs_the_readme_bot_with_the_emulator() {
    for options in [&[][..], &["--kind", "mini"], &["--kind", "work"], &["--plain"], &["--json"]] {
        let ports = ["--port", "0", "--bot-port", "0", "--no-open"];
        let dev = start(&[&["dev"], &ports[..], options, &["--", ECHO_BOT]].concat()).await;
        dev.prints("The bot is connected").await;
        let control = Control::of(address(&dev, "Page").await).await;
        control.ann_is_echoed("007 & ]]> 😀").await;
        // The bot ends when its standard input is closed, and `weixin dev` ends with the bot.
        let (status, said) = dev.end().await;
        assert!(status.success(), "{options:?}: {said}");
    }
}

#[tokio::test]
async fn dev_ignores_the_accounts_of_a_configuration_file() {
    let folder = TempDir::new().unwrap();
    let real = "[[account]]\nkind = \"work\"\n[[account]]\nkind = \"mini\"\n";
    fs::write(folder.path().join("weixin.toml"), real).unwrap();
    let mut command = weixin().await;
    command.args(["dev", "--port", "0", "--bot-port", "0", "--no-open", "--", ECHO_BOT]);
    command.current_dir(folder.path());
    let dev = Program::start(command);
    dev.prints("The bot is connected").await;
    Control::of(address(&dev, "Page").await).await.ann_is_echoed("hello").await;
    let (status, said) = dev.end().await;
    assert!(status.success(), "{said}");
}

#[tokio::test]
async fn dev_ignores_the_account_of_the_environment() {
    let mut command = weixin().await;
    command.args(["dev", "--port", "0", "--bot-port", "0", "--no-open", "--", ECHO_BOT]);
    for (name, value) in [
        ("WEIXIN_CORP_ID", "ww0000000000000000"),
        ("WEIXIN_APP_ID", "wx0000000000000000"),
        ("WEIXIN_AES_KEY", OTHER_KEY),
        ("WEIXIN_PREVIOUS_AES_KEY", "malformed"),
        ("WEIXIN_CONFIG", "/no/such/file"),
    ] {
        command.env(name, value);
    }
    let dev = Program::start(command);
    dev.prints("The bot is connected").await;
    Control::of(address(&dev, "Page").await).await.ann_is_echoed("hello").await;
    let (status, said) = dev.end().await;
    assert!(status.success(), "{said}");
}

#[tokio::test]
async fn dev_without_a_project_runs_the_demo_with_the_given_options() {
    let folder = TempDir::new().unwrap();
    let ports = ["dev", "--port", "0", "--bot-port", "0", "--no-open"];
    for (options, product, mode) in [
        (&[][..], "official", "safe mode"),
        (&["--kind", "mini", "--json"], "mini", "safe mode"),
        (&["--kind", "work"], "work", "safe mode"),
        (&["--plain"], "official", "plain mode"),
    ] {
        let mut command = weixin().await;
        command.args(ports).args(options).current_dir(folder.path());
        let demo = Program::start(command);
        demo.prints(mode).await;
        let control = Control::of(address(&demo, "Emulator").await).await;
        let state = control.get("/_/api/state").await;
        assert_eq!(state["accounts"][0]["product"], product, "{state}");
        assert_eq!(state["accounts"].as_array().unwrap().len(), 1, "{state}");
        control.ann_is_echoed("007 & ]]> 😀").await;
    }
    for command in ["dev", "emulator"] {
        let plain = if command == "dev" { &["--plain"][..] } else { &["--mode", "plain"] };
        let (status, said) = run(&[&[command, "--kind", "work"], plain].concat(), "").await;
        assert_eq!(status.code(), Some(1), "{said}");
        assert!(said.contains("WeCom only supports safe mode"), "{said}");
    }
}

/// Runs a shell below `weixin dev`. `$0` in its script is the echo bot.
#[cfg(unix)]
async fn dev_with_shell(script: &str) -> Program {
    let ports = ["dev", "--port", "0", "--bot-port", "0", "--no-open"];
    start(&[&ports[..], &["--", "sh", "-c", script, ECHO_BOT]].concat()).await
}

#[cfg(unix)]
#[tokio::test]
async fn dev_passes_the_log_level_to_the_bot() {
    let mut command = weixin().await;
    command.args(["dev", "--port", "0", "--bot-port", "0", "--no-open", "--", "sh", "-c"]);
    command.arg("echo \"log: $WEIXIN_LOG, quiet: $WEIXIN_QUIET.\"");
    command.env("WEIXIN_LOG", "debug").env("WEIXIN_QUIET", "1");
    let (status, said) = Program::start(command).end().await;
    assert!(status.success() && said.contains("log: debug, quiet: ."), "{said}");
}

#[cfg(unix)]
#[tokio::test]
async fn ending_dev_ends_a_bot_started_by_a_shell() {
    for terminate in [false, true] {
        let mut dev = dev_with_shell("\"$0\"; echo done").await;
        dev.prints("The bot is connected").await;
        match terminate {
            true => dev.terminate().await,
            false => dev.interrupt().await,
        }
        // The bot's standard input is still open, so it does not end by itself.
        let (status, said) = dev.ended().await;
        assert!(status.success(), "{said}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_second_control_c_kills_an_unresponsive_bot() {
    let mut dev = dev_with_shell("trap '' INT TERM; echo deaf; cat").await;
    dev.prints("deaf").await;
    dev.interrupt().await;
    dev.prints("Ctrl-C again").await;
    dev.interrupt().await;
    let (status, said) = dev.ended().await;
    assert!(status.success(), "{said}");
}

#[cfg(unix)]
#[tokio::test]
async fn no_process_remains_after_the_bot_has_ended() {
    let mut dev = dev_with_shell("exec 3<&0; cat <&3 & exit 3").await;
    let (status, said) = dev.ended().await;
    assert_eq!(status.code(), Some(1), "{said}");
    assert!(said.contains("the bot has exited: exit status: 3"), "{said}");
}

#[cfg(unix)]
#[tokio::test]
async fn dev_ends_with_its_bot_when_its_output_is_closed() {
    let mut command = weixin().await;
    command.args(["dev", "--port", "0", "--bot-port", "0", "--no-open", "--", "sh", "-c"]);
    // The bot is not connected, and nothing is printed, before it is told to start.
    command.args(["read start; exec \"$0\" >&2", ECHO_BOT]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut dev = command.kill_on_drop(true).spawn().unwrap();
    let mut input = dev.stdin.take().unwrap();
    let mut lines = BufReader::new(dev.stdout.take().unwrap()).lines();
    let starts = |line: &str| line.trim().starts_with("Bot ");
    while !starts(&with_timeout("a line", lines.next_line()).await.unwrap().unwrap()) {}
    drop(lines);
    input.write_all(b"start\n").await.unwrap();
    // It ends after the bot, which keeps standard error open.
    let output = with_timeout("the end", dev.wait_with_output()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !said.contains("panic"), "{said}");
    drop(input);
}

#[tokio::test]
async fn an_invalid_callback_url_is_rejected_at_start() {
    for (address, why) in [
        ("https://127.0.0.1:5000/wechat", "starts with https://"),
        ("127.0.0.1:5000", "does not start with http://"),
        ("localhost/wechat", "is not a valid URL"),
        ("", "is not a valid URL"),
        ("http://ann:hunter2@127.0.0.1/", "contains a user name"),
        ("http://127.0.0.1:99999/", "has no port"),
    ] {
        let (status, said) = run(&["emulator", "--port", "0", "--callback", address], "").await;
        assert_eq!(status.code(), Some(1), "{said}");
        assert!(said.contains(why) && said.contains("such as http://"), "{address}: {said}");
        assert!(!said.contains("hunter2") && !said.contains("Page"), "{said}");
    }
}

#[tokio::test]
async fn dev_reports_a_bot_that_exits_or_cannot_be_started() {
    let ports = ["--port", "0", "--bot-port", "0", "--no-open"];
    let failing = weixin().await;
    let failing = failing.as_std().get_program().to_str().unwrap().to_owned();
    // `weixin verify` without arguments exits with status 2.
    let cases = [
        (&[&*failing, "verify"][..], "the bot has exited: exit"),
        (&["no-such-program-anywhere"], "cannot run \"no-such-program-anywhere\""),
    ];
    for (command, complaint) in cases {
        let dev = start(&[&["dev"], &ports[..], &["--"], command].concat()).await;
        let (status, said) = dev.end().await;
        assert_eq!(status.code(), Some(1), "{said}");
        assert!(said.contains(complaint), "{said}");
    }
}

#[tokio::test]
async fn a_default_port_in_use_is_replaced_but_a_requested_one_is_an_error() {
    // If another process already uses these ports, that serves the same purpose.
    let _usual = [8888, 8080].map(|port| TcpListener::bind(("127.0.0.1", port)));
    let demo = start(&[]).await;
    let (page, bot) = (address(&demo, "Emulator").await, address(&demo, "Demo bot").await);
    assert!(!page.ends_with(":8888") && !bot.contains(":8080/"), "{page} {bot}");
    Control::of(page.clone()).await.ann_is_echoed("hello").await;

    let (_, port) = page.rsplit_once(':').unwrap();
    let (status, said) = run(&["emulator", "--port", port], "").await;
    assert_eq!(status.code(), Some(1));
    assert!(said.contains(&format!("cannot listen on 127.0.0.1:{port}")), "{said}");
}
