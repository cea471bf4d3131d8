//! `weixin inbox`, run as a process beside another one that has the same SQLite file open.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    path::PathBuf,
    process::{Command, Output},
    sync::Arc,
    time::Duration,
};

use serde_json::Value;
use tempfile::TempDir;
use weixin::{
    Config, InboxConfig, StoreConfig,
    api::{AccountId, AccountKind, Clock, SystemClock},
    bot::{
        Message,
        inbox::{
            Change, Enqueued, Envelope, Inbox, Item, ItemId, ItemState, Outbox, Owner, Progress,
            Push, ReplyState, Revision, Then, Updated,
        },
    },
    protocol::{Inbound, PassiveReply, Provenance, Verified},
};

const KEY: &str = "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=";
const NEXT_KEY: &str = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=";

/// Words that only `--body` shows.
const CONTENT: &str = "SECRET-QUESTION";
const MESSAGE: &str = "SECRET-MESSAGE";
const ANSWER: &str = "SECRET-ANSWER";

/// A folder with `weixin.toml` and an inbox, which this process has open as a bot has.
struct Setting {
    folder: TempDir,
    inbox: Arc<dyn Inbox>,
    owner: Owner,
}

impl Setting {
    async fn new() -> Self {
        Self::with_key("").await
    }

    /// `key`: the lines of the table `[store]`.
    async fn with_key(keys: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("inbox.sqlite");
        let mut config =
            Config::default().inbox(InboxConfig::new(format!("sqlite:{}", file.display())));
        if !keys.is_empty() {
            config = config.store(StoreConfig::new("").key(KEY));
        }
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let inbox = config.open_inbox(&clock).unwrap();
        let owner = inbox.register(Duration::from_secs(600)).await.unwrap();
        let setting = Self { folder, inbox, owner };
        setting.configure(keys);
        setting
    }

    /// Writes `weixin.toml`.
    fn configure(&self, keys: &str) {
        let text = format!("[inbox]\nurl = \"sqlite:inbox.sqlite\"\n[store]\n{keys}\n");
        std::fs::write(self.folder.path().join("weixin.toml"), text).unwrap();
    }

    /// Adds a push that this process handles.
    async fn running(&self, envelope: &Arc<Envelope>) -> Revision {
        match self.inbox.enqueue(envelope, &self.owner).await.unwrap() {
            Enqueued::Claimed(revision) => revision,
            other => panic!("{other:?}"),
        }
    }

    async fn change(
        &self,
        envelope: &Arc<Envelope>,
        seen: Revision,
        then: Then,
        progress: Progress,
    ) {
        let change = Change { progress, then, next_for: None };
        let updated = self.inbox.update(envelope, seen, change).await.unwrap();
        assert!(matches!(updated, Updated::Done { .. }), "{updated:?}");
    }

    /// Adds a push whose handler has failed.
    async fn failed(&self, envelope: &Arc<Envelope>) {
        let seen = self.running(envelope).await;
        let progress =
            Progress { failure: Some("the handler panicked".into()), ..Progress::default() };
        self.change(envelope, seen, Then::Park, progress).await;
    }

    /// Adds a push of which one message may have been sent.
    async fn unknown(&self, envelope: &Arc<Envelope>) {
        let seen = self.running(envelope).await;
        let messages = [MESSAGE, "second"].map(|text| Message::Text(text.to_owned()));
        let outbox = Outbox { sending: true, ..Outbox::new(messages) };
        let failure = Some("unknown: the process ended".into());
        let reply = ReplyState::Offered(Arc::new(PassiveReply::Text(ANSWER.to_owned())));
        let progress = Progress { reply, outbox: Some(outbox), failure };
        self.change(envelope, seen, Then::Park, progress).await;
    }

    async fn claim(&self) -> Vec<Item> {
        self.inbox.claim(&self.owner, 10).await.unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Output {
        weixin(&self.folder.path().to_owned(), arguments)
    }

    /// Standard output of a command that succeeds.
    fn prints(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = stderr(&output);
        assert!(output.status.success(), "{arguments:?}: {errors}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Standard error of a command that ends with this status.
    fn fails(&self, status: i32, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let errors = stderr(&output);
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {errors}");
        errors
    }

    fn listed(&self, arguments: &[&str]) -> Vec<Value> {
        let lines = self.prints(&[&["list", "--json"], arguments].concat());
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

fn weixin(folder: &PathBuf, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weixin"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("WEIXIN_") {
            command.env_remove(name);
        }
    }
    command.current_dir(folder).arg("inbox").args(arguments).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn push_to(account: &str, sender: &str, number: u64) -> Arc<Envelope> {
    let body = format!(
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>{sender}</FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>text</MsgType>\
         <Content>{CONTENT} 微信</Content><MsgId>{number}</MsgId></xml>"
    );
    let verified = Verified::vouch(Inbound::parse(&body).unwrap(), Provenance::Encrypted);
    let account = AccountId::new(AccountKind::Official, account);
    Arc::new(Envelope::new(Push::new(verified, Arc::new(account))))
}

fn push(sender: &str, number: u64) -> Arc<Envelope> {
    push_to("wx0123456789abcdef", sender, number)
}

fn short(envelope: &Envelope) -> String {
    ItemId::of(envelope).short()
}

#[tokio::test]
async fn lists_show_no_content_and_no_users() {
    let setting = Setting::new().await;
    setting.unknown(&push("oAnn", 1)).await;
    setting.failed(&push_to("wx00000000000000aa", "oBen", 2)).await;
    setting.running(&push("oCem", 3)).await;
    assert!(matches!(
        setting.inbox.enqueue(&push("oCem", 4), &setting.owner).await.unwrap(),
        Enqueued::Waiting(_)
    ));
    let table = setting.prints(&["list"]);
    let lines: Vec<_> = table.lines().collect();
    assert_eq!(lines.len(), 5, "{table}");
    assert!(lines[0].starts_with("ID            RECEIVED (UTC)       ACCOUNT"), "{table}");
    assert!(lines[1].starts_with(&short(&push("oAnn", 1))), "{table}");
    assert!(lines[1].ends_with("message text  parked   1         unknown"), "{table}");
    assert!(lines[2].contains("official:wx00000000000000aa") && lines[2].ends_with("handler"));
    assert!(lines[3].ends_with("running  1") && lines[4].ends_with("waiting  0"), "{table}");
    let json = setting.prints(&["list", "--json"]);
    for text in [&table, &json] {
        for secret in ["oAnn", "oBen", CONTENT, MESSAGE, ANSWER, "second", "panicked"] {
            assert!(!text.contains(secret), "{secret}: {text}");
        }
    }
    let ids = |arguments: &[&str]| -> Vec<String> {
        let listed = setting.listed(arguments);
        listed.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    let numbered = |numbers: &[u64]| -> Vec<String> {
        let all = [
            push("oAnn", 1),
            push_to("wx00000000000000aa", "oBen", 2),
            push("oCem", 3),
            push("oCem", 4),
        ];
        numbers.iter().map(|number| short(&all[*number as usize - 1])).collect()
    };
    assert_eq!(ids(&[]), numbered(&[1, 2, 3, 4]));
    assert_eq!(ids(&["--state", "parked"]), numbered(&[1, 2]));
    assert_eq!(ids(&["--state", "running"]), numbered(&[3]));
    assert_eq!(ids(&["--state", "waiting"]), numbered(&[4]));
    assert_eq!(ids(&["--reason", "handler"]), numbered(&[2]));
    for name in ["wx00000000000000aa", "official:wx00000000000000aa"] {
        assert_eq!(ids(&["--account", name]), numbered(&[2]));
    }
    let limited = setting.run(&["list", "--limit", "3"]);
    assert_eq!(String::from_utf8_lossy(&limited.stdout).lines().count(), 4);
    assert!(stderr(&limited).contains("oldest 3"));
    assert!(setting.fails(1, &["list", "--state", "finished"]).contains("no pushes"));
    setting.fails(2, &["list", "--reason", "wrong"]);
    setting.fails(2, &["list", "--state", "wrong"]);

    let stats = setting.prints(&["stats"]);
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let stats: Vec<_> = stats.lines().map(words).collect();
    for line in ["waiting 等待 1", "running 处理中 1", "parked 已搁置 2", "finished 已完成 0"]
    {
        assert!(stats.iter().any(|shown| shown == line), "{stats:?}");
    }
    assert!(stats.iter().any(|line| line.contains("survives a power failure")), "{stats:?}");
}

#[tokio::test]
async fn content_is_shown_only_with_body() {
    let setting = Setting::new().await;
    setting.unknown(&push("oAnn", 1)).await;
    let id = short(&push("oAnn", 1));
    let full = ItemId::of(&push("oAnn", 1)).to_string();
    for name in [&*id, &id[..5], &*full, "1@oAnn"] {
        for json in [&["--json"][..], &[]] {
            let shown = setting.prints(&[&["show", name], json].concat());
            for word in ["oAnn", &*full, "unknown: the process ended"] {
                assert!(shown.contains(word), "{word}: {shown}");
            }
            for secret in [CONTENT, MESSAGE, ANSWER, "second"] {
                assert!(!shown.contains(secret), "{secret}: {shown}");
            }
            let shown = setting.prints(&[&["show", name, "--body"], json].concat());
            for secret in [CONTENT, "微信", MESSAGE, ANSWER, "second"] {
                assert!(shown.contains(secret), "{secret}: {shown}");
            }
        }
    }
    let shown: Value = serde_json::from_str(&setting.prints(&["show", &id, "--json"])).unwrap();
    assert_eq!(shown["reason"], "unknown");
    assert_eq!(shown["messages"]["sent"], 0);
    assert_eq!(shown["messages"]["next_may_have_been_sent"], true);
    for unknown in ["0", "zzzz", "", "official:wx0123456789abcdef#9@oAnn"] {
        assert!(setting.fails(1, &["show", unknown]).contains("no push"), "{unknown}");
    }
}

#[tokio::test]
async fn replayed_pushes_are_claimed_by_the_running_bot() {
    let setting = Setting::new().await;
    let (unknown, failed, running) = (push("oAnn", 1), push("oBen", 2), push("oCem", 3));
    setting.unknown(&unknown).await;
    setting.failed(&failed).await;
    let seen = setting.running(&running).await;
    assert!(setting.claim().await.is_empty());
    let refused = setting.fails(1, &["replay", &short(&running)]);
    assert!(refused.contains(setting.owner.as_str()), "{refused}");
    setting.fails(2, &["replay"]);
    setting.fails(2, &["replay", "--reason", "unknown", &short(&running)]);
    let status = setting.inbox.status(&running).await.unwrap().unwrap();
    assert_eq!(status.revision, seen, "it was not changed");

    let said = setting.prints(&["replay", "--all-parked", "--reason", "handler"]);
    assert!(said.contains("the handler runs again") && said.contains("1 replayed"), "{said}");
    let claimed = setting.claim().await;
    assert_eq!(claimed.len(), 1);
    assert_eq!(ItemId::of(&claimed[0].envelope), ItemId::of(&failed));
    assert_eq!(claimed[0].status.attempts, 1);

    let said = setting.prints(&["replay", &short(&unknown)]);
    assert!(said.contains("2 messages are sent"), "{said}");
    let claimed = setting.claim().await;
    let outbox = claimed[0].status.progress.outbox.as_ref().unwrap();
    assert_eq!((outbox.done, outbox.sending), (0, false));
    assert!(setting.fails(1, &["replay", "--all-parked"]).contains("no pushes"));
}

#[tokio::test]
async fn pushes_are_dropped_after_confirmation() {
    let setting = Setting::new().await;
    let (unknown, failed, running) = (push("oAnn", 1), push("oBen", 2), push("oCem", 3));
    setting.unknown(&unknown).await;
    setting.failed(&failed).await;
    setting.running(&running).await;
    assert!(setting.fails(2, &["drop", "--all-parked"]).contains("--yes"));
    assert_eq!(setting.listed(&[]).len(), 3);
    let refused = setting.fails(1, &["drop", "--yes", &short(&running)]);
    assert!(refused.contains(setting.owner.as_str()), "{refused}");
    // If one of them is unknown, nothing is removed.
    setting.fails(1, &["drop", "--yes", &short(&unknown), "ffffffffffff"]);
    assert_eq!(setting.listed(&[]).len(), 3);
    setting.prints(&["drop", "--yes", &short(&unknown), &short(&unknown)]);
    assert!(setting.inbox.find(&ItemId::of(&unknown)).await.unwrap().is_none());
    setting.prints(&["drop", "--all-parked", "--account", "wx0123456789abcdef", "--yes"]);
    let left = setting.listed(&[]);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0]["state"], "running");
}

#[tokio::test]
async fn after_a_change_of_the_key_pushes_are_replayed_with_the_previous_one() {
    let setting = Setting::with_key(&format!("key = \"{KEY}\"")).await;
    let (first, second) = (push("oAnn", 1), push("oBen", 2));
    setting.failed(&first).await;
    setting.unknown(&second).await;

    // Without the previous key.
    setting.configure(&format!("key = \"{NEXT_KEY}\""));
    let listed = setting.listed(&[]);
    assert!(listed.iter().all(|item| item["unreadable"] == true), "{listed:?}");
    assert!(listed.iter().all(|item| item["reason"] == "unreadable"), "{listed:?}");
    assert_eq!(listed[0]["account"], "official:wx0123456789abcdef");
    for refused in [
        setting.fails(1, &["replay", &short(&first)]),
        setting.prints(&["show", "--body", &short(&first)]),
    ] {
        assert!(refused.contains("previous_key"), "{refused}");
    }
    setting.prints(&["drop", "--yes", &short(&second)]);

    setting.configure(&format!("key = \"{NEXT_KEY}\"\nprevious_key = \"{KEY}\""));
    let shown = setting.prints(&["show", "--body", &short(&first)]);
    assert!(shown.contains(CONTENT), "{shown}");
    setting.prints(&["replay", &short(&first)]);
    // A bot with both keys handles it.
    let file = setting.folder.path().join("inbox.sqlite");
    let mut store = StoreConfig::new("").key(NEXT_KEY);
    store.previous_key = Some(KEY.into());
    let config = Config::default().inbox(InboxConfig::new(format!("sqlite:{}", file.display())));
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let inbox = config.store(store).open_inbox(&clock).unwrap();
    let owner = inbox.register(Duration::from_secs(600)).await.unwrap();
    let claimed = inbox.claim(&owner, 10).await.unwrap();
    assert_eq!(claimed.len(), 1);
    assert_eq!(claimed[0].envelope.push().fields(), first.push().fields());
    assert_eq!(claimed[0].status.state, ItemState::Claimed(owner));
}

#[test]
fn without_a_database_the_command_says_what_to_configure() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_owned();
    let in_memory = weixin(&path, &["list"]);
    assert_eq!(in_memory.status.code(), Some(1));
    let said = stderr(&in_memory);
    assert!(said.contains("memory of the bot's process") && said.contains("[inbox]"), "{said}");
    // A tool creates no database.
    for url in ["sqlite:not-there.sqlite", "sqlite://not-there.sqlite"] {
        let missing = weixin(&path, &["stats", "--url", url]);
        assert_eq!(missing.status.code(), Some(1));
        assert!(stderr(&missing).contains("not-there.sqlite"), "{}", stderr(&missing));
    }
    assert!(folder.path().read_dir().unwrap().next().is_none());
    let wrong = weixin(&path, &["stats", "--url", "mysql://user:hunter2@host/db"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(!stderr(&wrong).contains("hunter2"));
    let file = weixin(&path, &["stats", "--config", "not-there.toml"]);
    assert!(stderr(&file).contains("not-there.toml"));
    assert_eq!(weixin(&path, &["no-such-command"]).status.code(), Some(2));
}

#[tokio::test]
async fn another_configuration_file_can_be_named() {
    let setting = Setting::new().await;
    setting.failed(&push("oAnn", 1)).await;
    let folder = tempfile::tempdir().unwrap();
    let path = setting.folder.path();
    let file = folder.path().join("bot.toml");
    let url = format!("sqlite:{}", path.join("inbox.sqlite").display());
    std::fs::write(&file, format!("[inbox]\nurl = '{url}'\n")).unwrap();
    let elsewhere = folder.path().to_owned();
    for arguments in [["list", "--config", "bot.toml"], ["list", "--url", &url]] {
        let listed = weixin(&elsewhere, &arguments);
        assert!(listed.status.success(), "{}", stderr(&listed));
        assert!(String::from_utf8_lossy(&listed.stdout).contains(&short(&push("oAnn", 1))));
    }
}
