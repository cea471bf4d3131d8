//! `weixin send`, run as a process.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Does, Folder, OK, Stub, closed_port, configured, emulator};
use serde_json::json;
use weixin::{
    emulator::{Connect, Person, Product, timeline::MessageContent},
    prelude::*,
};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n0123456789";

/// The last message that a person received.
fn last(person: &Person) -> MessageContent {
    person.chat().pop().unwrap()
}

#[track_caller]
fn assert_text(person: &Person, expected: &str) {
    match last(person) {
        MessageContent::Text { text } => assert_eq!(text, expected),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_official_account_sends_customer_service_messages() {
    let (platform, account, folder) = configured(Product::Official).await;
    account.connect(Bot::new()).await.unwrap();
    let ann = platform.follower("ann");
    ann.says("hi").await;
    let to = ann.id().as_str();
    let printed = folder.run(&["send", "--to", to, "--text", "disk full 磁盘已满"]).await;
    assert_eq!(printed.succeeded(), "");
    assert_text(&ann, "disk full 磁盘已满");

    let sent = folder.run_with(&["send", "--to", to, "--text", "-", "--json"], "a\nb\n\n").await;
    let account = format!("official:{}", account.id());
    assert_eq!(
        sent.json(0),
        json!({"sent": true, "account": account, "messages": 1, "ids": [], "unreached": []})
    );
    assert_text(&ann, "a\nb");

    folder.run(&["send", "--to", to, "--text", "--5 °C"]).await.succeeded();
    assert_text(&ann, "--5 °C");

    folder.write("chart.png", PNG);
    folder.run(&["send", "--to", to, "--image", "chart.png"]).await.succeeded();
    assert!(matches!(last(&ann), MessageContent::Image { .. }), "{:?}", last(&ann));
}

#[tokio::test]
async fn a_mini_program_sends_customer_service_messages() {
    let (_platform, account, folder) = configured(Product::Mini).await;
    account.connect(Bot::new()).await.unwrap();
    let ann = account.person("ann");
    ann.says("hi").await;
    folder.run(&["send", "--to", ann.id().as_str(), "--text", "hello"]).await.succeeded();
    assert_text(&ann, "hello");
}

#[tokio::test]
async fn rejected_messages_say_why_and_are_not_to_be_repeated() {
    let (platform, _account, folder) = configured(Product::Official).await;
    let bo = platform.follower("bo");
    let send = ["send", "--to", bo.id().as_str(), "--text", "hello"];
    let said = folder.run(&send).await.failed(1);
    assert!(said.contains("not sent 未发送: POST /cgi-bin/message/custom/send: 45015"), "{said}");
    assert!(said.contains("48") && said.contains("原样重试不会成功"), "{said}");
    let object = folder.run(&[&send[..], &["--json"]].concat()).await.json(1);
    let fields = ["sent", "retry", "code", "messages"].map(|name| object[name].clone());
    assert_eq!(fields, [json!(false), json!("never"), json!(45015), json!(0)], "{object}");
    assert!(bo.chat().is_empty());
}

#[tokio::test]
async fn what_cannot_be_sent_is_rejected_before_anything_is_called() {
    let (platform, account, folder) = configured(Product::Official).await;
    folder.write("report.pdf", "%PDF-1.7");
    folder.write("empty.png", "");
    folder.write("big.png", vec![0; (10 << 20) + 1]);
    let long = "x".repeat(2049);
    for (content, words) in [
        (&["--file", "report.pdf"][..], "--file"),
        (&["--markdown", "**a**"], "--markdown"),
        (&["--text", &long], "2049 bytes"),
        (&["--text", " "], "is empty"),
        (&["--text", "-", "--markdown", "-"], "only once"),
        (&["--image", "missing.png"], "missing.png"),
        (&["--image", "empty.png"], "accepts 1 to"),
        (&["--image", "big.png"], "10485761 bytes"),
        (&["--text", "a", "--party", "1"], "only WeCom"),
        (&["--text", "a", "--account", "wx1"], "wx1"),
    ] {
        let said = folder.run(&[&["send", "--to", "o1"], content].concat()).await.failed(1);
        assert!(said.contains(words), "{content:?}: {said}");
    }
    let said = folder.run(&["send", "--text", "a"]).await.failed(1);
    assert!(said.contains("--to") && said.contains("--robot"), "{said}");
    let said = Folder::new().run(&["send", "--to", "o1", "--text", "a"]).await.failed(1);
    assert!(said.contains("[account]"), "{said}");
    assert_eq!((account.tokens_granted(), platform.calls().len()), (0, 0));
    // These are about the command line itself.
    for arguments in
        [&["--to", "o1"][..], &["--to", "o1", "--robot", "K", "--text", "a"], &["--at"]]
    {
        folder.run(&[&["send"], arguments].concat()).await.failed(2);
    }
}

#[tokio::test]
async fn a_wecom_app_sends_to_members_departments_and_everybody() {
    let (_platform, account, folder) = configured(Product::Work).await;
    account.connect(Bot::new()).await.unwrap();
    let (ann, bo) = (account.follower("ann"), account.follower("bo"));
    let both = format!("{},{}", ann.id().as_str(), bo.id().as_str());
    folder.run(&["send", "--to", &both, "--text", "hello"]).await.succeeded();
    folder.run(&["send", "--to", "@all", "--markdown", "**all**"]).await.succeeded();
    folder.write("report.txt", "0123456789");
    folder.write("chart.png", PNG);
    let all = ["send", "--to", "@all", "--text", "both", "--image", "chart.png"];
    let all = [&all[..], &["--file", "report.txt", "--json"]].concat();
    let object = folder.run(&all).await.json(0);
    assert_eq!(object["messages"], 3, "{object}");
    assert_eq!(object["ids"].as_array().unwrap().len(), 3, "{object}");
    for person in [&ann, &bo] {
        let chat = person.chat();
        assert_eq!(chat.len(), 5, "{chat:?}");
        assert!(matches!(&chat[0], MessageContent::Text { text } if text == "hello"), "{chat:?}");
        assert!(matches!(&chat[2], MessageContent::Text { text } if text == "both"), "{chat:?}");
        assert!(matches!(&chat[3], MessageContent::Image { .. }), "{chat:?}");
        assert!(matches!(&chat[4], MessageContent::File { .. }), "{chat:?}");
    }
    folder.run(&["send", "--party", "1", "--text", "department"]).await.succeeded();
    assert_text(&ann, "department");

    // Some are not reached; none is.
    let ghost = format!("{},ghost", ann.id().as_str());
    let ended = folder.run(&["send", "--to", &ghost, "--text", "hello"]).await;
    assert_eq!(ended.code, Some(0), "{ended:?}");
    assert!(ended.stderr.contains("not reached 未送达: ghost"), "{ended:?}");
    let said = folder.run(&["send", "--to", "ghost", "--text", "hello"]).await.failed(1);
    assert!(said.contains("81013"), "{said}");
}

#[tokio::test]
async fn one_of_several_accounts_is_chosen_by_its_id() {
    let (platform, url) = emulator().await;
    let folder = Folder::with(&[platform.official(), platform.work()], &url);
    let ann = platform.work().follower("ann");
    let to = ann.id().as_str();
    let said = folder.run(&["send", "--to", to, "--text", "hello"]).await.failed(1);
    assert!(said.contains("several"), "{said}");
    let work = platform.work().id().to_string();
    folder.run(&["send", "--to", to, "--text", "one", "--account", &work]).await.succeeded();
    assert_text(&ann, "one");
    let agent = platform.work().credentials().agent_id.unwrap();
    let named = format!("work:{work}/{agent}");
    folder.run(&["send", "--to", to, "--text", "two", "--account", &named]).await.succeeded();
    assert_text(&ann, "two");
    let config = folder.path().join("weixin.toml");
    let elsewhere = ["--config", config.to_str().unwrap(), "--account", &work];
    let send = ["send", "--to", to, "--text", "three"];
    Folder::new().run(&[&send[..], &elsewhere].concat()).await.succeeded();
    assert_text(&ann, "three");
}

#[tokio::test]
async fn a_group_robot_needs_no_configuration() {
    let platform = Stub::start([OK, OK, OK]).await;
    let url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cr3t-1";
    let folder = Folder::new().variable("WEIXIN_API_BASE", &platform.url);
    let mention = ["--text", "hello", "--mention", "@all,zhangsan"];
    folder.run(&[&["send", "--robot", url], &mention[..]].concat()).await.succeeded();
    folder.write("chart.png", PNG);
    let object =
        folder.run(&["send", "--robot", "s3cr3t-2", "--image", "chart.png", "--json"]).await;
    assert!(object.json(0)["account"].as_str().unwrap().starts_with("group_robot:"));
    let folder = folder.variable("WEIXIN_ROBOT_KEY", "s3cr3t-3");
    folder.run_with(&["send", "--markdown", "-"], "**failed**\n").await.succeeded();
    let targets: Vec<_> = platform.seen().into_iter().map(|(target, _)| target).collect();
    let target = |key: u8| format!("/@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cr3t-{key}");
    assert_eq!(targets, [1, 2, 3].map(target));
    let bodies = platform.bodies();
    let text = json!({"content": "hello", "mentioned_list": ["@all", "zhangsan"]});
    assert_eq!(bodies[0], json!({"msgtype": "text", "text": text}));
    assert_eq!(bodies[1]["msgtype"], "image");
    assert_eq!(bodies[2], json!({"msgtype": "markdown", "markdown": {"content": "**failed**"}}));
}

#[tokio::test]
async fn a_group_robot_sends_an_uploaded_file() {
    let uploaded = r#"{"errcode":0,"errmsg":"ok","type":"file","media_id":"M1","created_at":"1"}"#;
    let platform = Stub::start([Does::Answers(uploaded), OK]).await;
    let folder = Folder::new().variable("WEIXIN_API_BASE", &platform.url);
    folder.write("report.txt", "0123456789");
    folder.run(&["send", "--robot", "s3cr3t-1", "--file", "report.txt"]).await.succeeded();
    let seen = platform.seen();
    assert!(seen[0].1.contains("report.txt") && seen[0].1.contains("0123456789"), "{seen:?}");
    let sent: serde_json::Value = serde_json::from_str(&seen[1].1).unwrap();
    assert_eq!(sent, json!({"msgtype": "file", "file": {"media_id": "M1"}}));
}

#[tokio::test]
async fn problems_of_a_group_robot_do_not_show_its_key() {
    let rejects = r#"{"errcode":93000,"errmsg":"invalid webhook url, key s3cr3t-1"}"#;
    let platform = Stub::start([Does::Answers(rejects)]).await;
    let folder = Folder::new().variable("WEIXIN_API_BASE", &platform.url);
    let said = folder.run(&["send", "--robot", "s3cr3t-1", "--text", "a"]).await.failed(1);
    assert!(said.contains("93000"), "{said}");
    let said = folder.run(&["send", "--robot", "https://s3cr3t/?k=1", "--text", "a"]).await;
    assert!(said.failed(1).contains("key="));
    let said = folder.run(&["send", "--mention", "@all", "--text", "a"]).await.failed(1);
    assert!(said.contains("--robot"), "{said}");
}

const TOO_FAST: Does =
    Does::Answers(r#"{"errcode":45011,"errmsg":"api minute-quota reach limit"}"#);

#[tokio::test]
async fn what_may_work_later_has_a_status_of_its_own() {
    let send = ["send", "--to", "o1", "--text", "a"];
    let platform = Stub::start([TOO_FAST, TOO_FAST]).await;
    let folder = Folder::at(&platform.url);
    let said = folder.run(&send).await.failed(75);
    assert!(said.contains("45011") && said.contains("may work later"), "{said}");
    let object = folder.run(&[&send[..], &["--json"]].concat()).await.json(75);
    assert_eq!((&object["retry"], &object["code"]), (&json!("later"), &json!(45011)));
    // Nothing listens: not even a token can be fetched.
    let folder = Folder::at(&closed_port().await);
    let object = folder.run(&[&send[..], &["--json"]].concat()).await.json(75);
    assert_eq!((&object["retry"], &object["code"]), (&json!("later"), &json!(null)));
    // An upload without an answer has sent nothing.
    let platform = Stub::start([Does::Breaks; 3]).await;
    let folder = Folder::at(&platform.url);
    folder.write("chart.png", PNG);
    folder.run(&["send", "--to", "o1", "--image", "chart.png"]).await.failed(75);
}

#[tokio::test]
async fn a_message_without_an_answer_may_have_been_sent() {
    let platform = Stub::start([Does::Breaks, Does::Answers("<html>busy</html>")]).await;
    let folder = Folder::at(&platform.url);
    let send = ["send", "--to", "o1", "--text", "a"];
    let said = folder.run(&send).await.failed(3);
    assert!(said.contains("may send it twice"), "{said}");
    let object = folder.run(&[&send[..], &["--json"]].concat()).await.json(3);
    assert_eq!(object["retry"], "unknown", "{object}");
    assert_eq!(platform.seen().len(), 2, "it is not repeated");
}

#[tokio::test]
async fn messages_that_were_sent_in_part_are_not_to_be_repeated() {
    let platform = Stub::start([OK, TOO_FAST]).await;
    let folder = Folder::at(&platform.url);
    let object = folder.run(&["send", "--to", "o1,o2,o3", "--text", "a", "--json"]).await.json(3);
    let fields = ["sent", "retry", "code", "messages"].map(|name| object[name].clone());
    assert_eq!(fields, [json!(false), json!("unknown"), json!(45011), json!(1)], "{object}");
}
