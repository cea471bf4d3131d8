//! What is stored is read back exactly.

use std::sync::Arc;

use weixin_api::{AccountId, AccountKind, AgentId, FilePart, Media, Message, ResponseUrl};
use weixin_protocol::{
    Article, Format, Map, MediaId, Music, PassiveReply, PeerId, Provenance, PushId,
};
use weixin_store::inbox::{
    Change, Destination, Envelope, ItemId, Order, Outbox, Progress, ReplyState, Then,
};

use super::{Setup, account, done, envelope_to, message};
use crate::InboxEngine;

fn xml(content: &str) -> String {
    format!(
        "<xml><ToUserName>gh_1</ToUserName><FromUserName><![CDATA[oAnn]]></FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>text</MsgType>\
         <Content>{content}</Content><MsgId>6054768590064713728</MsgId></xml>"
    )
}

fn json(content: &str) -> String {
    format!(
        r#"{{"ToUserName":"gh_1","FromUserName":"oAnn","CreateTime":1700000000,
            "MsgType":"text","Content":"{content}","MsgId":6054768590064713728,
            "Big":18446744073709551616.250,"Id":"007","No":null,"Yes":true,"List":[1,"2",[],{{}}]}}"#
    )
}

/// Envelopes are stored with every field, in the format in which they came.
pub async fn envelopes_are_stored_exactly(engine: InboxEngine) {
    let bodies = [
        xml("<![CDATA[a]]]]><![CDATA[>b <![CDATA[ c]]>"),
        xml("<![CDATA[  blanks, \ttabs\r\nand lines\n ]]>"),
        xml("&lt;&amp;&gt;&quot;&apos;&#x1F600;&#10; '\"\\ %00 {} $1 ? :a"),
        xml("<![CDATA[\u{7f}\u{85}\u{2028}\u{feff}\u{fffd} 微信 👩‍👩‍👧‍👦🇨🇳 e\u{301} \u{202e}]]>"),
        xml(""),
        xml("<Item><A>1</A></Item><Item><A>2</A><B></B></Item>"),
        xml(&format!("<![CDATA[{}]]>", "长文本 long ".repeat(100 * 1024 / 14))),
        json("plain"),
        json(r#"\u0000 NUL, \u0001\u001f control, \"quoted\\\", \/ 😀 \ud83d\ude00 \u2028"#),
        json("]]> <![CDATA[ & < > '"),
        json(&"x".repeat(100 * 1024)),
    ];
    let at = Setup::new(&engine).await;
    let other = at.again(&engine).await;
    let mut lengths = Vec::new();
    for (number, body) in bodies.iter().enumerate() {
        let push = envelope_to(account(), body).with_id(PushId::new(format!("id {number}")));
        let format = if body.starts_with('<') { Format::Xml } else { Format::Json };
        assert_eq!(push.push().format(), format);
        lengths.push(push.push().fields().text("Content").map(str::len));
        assert_found(&at, &other, push).await;
    }
    // The content was really read from the body.
    let length = |index: usize| lengths[index].unwrap_or_default();
    assert!(length(0) > 10 && length(6) > 100_000 && length(8) > 10 && length(10) == 100 * 1024);
}

/// Destinations, orders, accounts and ids are stored.
pub async fn envelope_settings_are_stored(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let other = at.again(&engine).await;
    let customer = Destination::Customer {
        open_kfid: "wk1".to_owned(),
        customer: PeerId::new("wm\u{0}客户"),
    };
    let url = ResponseUrl::new("https://example.com/response?code=SECRET-CODE&a='b'");
    let destinations = [
        Destination::User(PeerId::new("oBen")),
        Destination::User(PeerId::new("")),
        customer,
        Destination::ResponseUrl(url),
        Destination::Request("req \"1\" \u{0}".into()),
    ];
    let orders = [
        Order::Sender,
        Order::Independent,
        Order::Key("".into()),
        Order::Key("room 1 %00 \u{0} 房间".into()),
    ];
    let accounts = [
        account(),
        AccountId::new(AccountKind::Mini, "wx0123456789abcdef"),
        AccountId::new(AccountKind::Component, "wx0123456789abcdef"),
        AccountId::new(AccountKind::Work, "ww1"),
        AccountId::new(AccountKind::Work, "ww1").with_agent(AgentId::new(0)),
        AccountId::new(AccountKind::Work, "ww1").with_agent(AgentId::new(u32::MAX)),
        AccountId::new(AccountKind::Suite, "ww2"),
        AccountId::new(AccountKind::Provider, "ww3"),
        AccountId::new(AccountKind::GroupRobot, "0123456789abcdef"),
    ];
    let push = |account| envelope_to(account, &xml("hello"));
    let mut number = 0;
    for envelope in destinations
        .into_iter()
        .map(|to| push(account()).with_destination(to))
        .chain(orders.into_iter().map(|order| push(account()).with_order(order)))
        .chain(accounts.into_iter().map(push))
    {
        number += 1;
        let id = PushId::new(format!("\u{0}%00 '{number}'@推送"));
        assert_found(&at, &other, envelope.with_id(id)).await;
    }
}

/// Adds a push in one inbox and reads it in another one.
async fn assert_found(at: &Setup, other: &Setup, envelope: Envelope) {
    let envelope = Arc::new(envelope);
    at.enqueue(&envelope).await;
    let id = ItemId::of(&envelope);
    let found = other.inbox.find(&id).await.unwrap().unwrap();
    let (stored, pushed) = (&found.envelope, &envelope);
    assert_eq!(ItemId::of(stored), id);
    assert_eq!(found.received, at.now());
    assert_eq!(stored.push().fields(), pushed.push().fields());
    assert_eq!(stored.push().header(), pushed.push().header());
    assert_eq!(stored.push().format(), pushed.push().format());
    assert_eq!(stored.push().account(), pushed.push().account());
    assert_eq!(stored.push().id(), pushed.push().id());
    assert_eq!(stored.order(), pushed.order());
    assert_eq!(stored.order_key(), pushed.order_key());
    assert_eq!(stored.destination(), pushed.destination());
    if at.inbox.is_shared() {
        assert_eq!(stored.push().verified().provenance(), Provenance::Replayed);
    }
}

fn replies() -> Vec<PassiveReply> {
    let id = || MediaId::new("media-1");
    let some = |text: &str| Some(text.to_owned());
    let (card, _) =
        Map::parse("<xml><CardType>text_notice</CardType><A><B>]]&gt;</B></A></xml>").unwrap();
    let music = Music {
        title: some("歌"),
        url: some("https://example.com/?a=1&b=2"),
        thumb_media_id: id(),
        ..Music::default()
    };
    vec![
        PassiveReply::Text(String::new()),
        PassiveReply::Text("你好 👋 ]]> \u{0}\u{1}\" \\ \r\n <a href=\"x\">y</a>".to_owned()),
        PassiveReply::Text("长".repeat(3000)),
        PassiveReply::Image(id()),
        PassiveReply::Voice(id()),
        PassiveReply::Video { media_id: id(), title: some("t"), description: some("d") },
        PassiveReply::Video { media_id: id(), title: None, description: None },
        PassiveReply::Music(music),
        PassiveReply::News(vec![
            Article::new("一", "https://example.com/1").description("d").picture("https://p"),
            Article::new("二", "https://example.com/2"),
        ]),
        PassiveReply::News(vec![Article::new("一", "https://example.com/1")]),
        PassiveReply::TransferCustomerService { account: None },
        PassiveReply::TransferCustomerService { account: some("a@b") },
        PassiveReply::UpdateButton { text: "done".to_owned() },
        PassiveReply::UpdateTaskCard { text: "done".to_owned() },
        PassiveReply::UpdateTemplateCard(card),
    ]
}

/// Progress is stored with every kind of reply and message.
pub async fn progress_is_stored_exactly(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let other = at.again(&engine).await;
    let push = Arc::new(envelope_to(account(), &xml("hello")));
    let mut seen = at.claimed(&push).await;
    let mut check = async |progress: Progress| {
        let change = Change { progress: progress.clone(), then: Then::Keep, next_for: None };
        seen = done(at.update(&push, seen, change).await).0;
        let stored = other.status(&push).await.unwrap().progress;
        assert_eq!(format!("{stored:?}"), format!("{progress:?}"));
        assert_eq!(stored.reply, progress.reply);
    };
    for reply in replies() {
        let reply = Arc::new(reply);
        for reply in [ReplyState::Offered(Arc::clone(&reply)), ReplyState::Taken(reply)] {
            check(Progress { reply, ..Progress::default() }).await;
        }
    }
    let mut messages: Vec<Message> = replies().into_iter().map(Message::from).collect();
    let media = |id: &str| Media::Uploaded(MediaId::new(id));
    messages.push(Message::File(media("file")));
    messages.push(Message::Video {
        media: media("video"),
        thumb: Some(media("still")),
        title: Some("t".to_owned()),
        description: None,
    });
    let outbox = Outbox { done: 3, sending: true, ..Outbox::new(messages) };
    let failure = Some("\u{0} \"失败\" ]]> \\".into());
    check(Progress { reply: ReplyState::Closed, outbox: Some(outbox), failure }).await;
    let empty = Outbox::new(Vec::<Message>::new());
    check(Progress { outbox: Some(empty), ..Progress::default() }).await;
    check(Progress::default()).await;
}

/// Messages with files that are not uploaded cannot be stored; their number is.
pub async fn files_to_upload_are_not_stored(engine: InboxEngine) {
    let at = Setup::new(&engine).await;
    let push = Arc::new(envelope_to(account(), &xml("hello")));
    let seen = at.claimed(&push).await;
    let file = FilePart::new("a.png", "image/png", "SECRET-PICTURE".as_bytes());
    let messages = [message("a"), Message::Image(Media::Upload(file)), message("b")];
    let outbox = Outbox { done: 1, ..Outbox::new(messages.to_vec()) };
    let progress = Progress { outbox: Some(outbox), ..Progress::default() };
    let change = Change { progress, then: Then::Keep, next_for: None };
    done(at.update(&push, seen, change).await);
    let outbox = at.status(&push).await.unwrap().progress.outbox.unwrap();
    assert_eq!((outbox.messages.len(), outbox.total, outbox.done), (0, 3, 1));
}
