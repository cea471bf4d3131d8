//! Passive replies and the push-class table, row by row.

#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin_protocol::{
    Acknowledgement, Article, BotAnswer, Callback, CallbackToken, EncodingAesKey, Error, ErrorKind,
    Format, Header, Inbound, Kind, Map, Mode, Music, Node, PassiveReply, Product, PushClass, Stamp,
    Text, push_class, url_check_deadline,
};

fn xml(reply: &PassiveReply) -> String {
    let mut fields = Map::new();
    reply.write(&mut fields);
    let written = fields.write(Format::Xml);
    for format in [Format::Xml, Format::Json] {
        let (fields, _) = Map::parse(&fields.write(format)).unwrap();
        assert_eq!(&PassiveReply::read(&fields).unwrap(), reply);
    }
    written
}

#[test]
fn every_type_is_written_as_the_platform_wants_it_and_read_back() {
    let video = PassiveReply::Video {
        media_id: "m".into(),
        title: Some("t".to_owned()),
        description: None,
    };
    let music = PassiveReply::Music(Music {
        title: Some("t".to_owned()),
        thumb_media_id: "m".into(),
        hq_url: Some("u".to_owned()),
        ..Music::default()
    });
    let news = PassiveReply::News(vec![Article::new("t", "u").description("d").picture("p")]);
    let card = Map::from_iter([("CardType", "text_notice")]);
    let cases = [
        (
            PassiveReply::Text("a]]>b".to_owned()),
            "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[a]]]]><![CDATA[>b]]></Content>",
        ),
        (
            PassiveReply::Image("m".into()),
            "<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[m]]></MediaId></Image>",
        ),
        (
            PassiveReply::Voice("m".into()),
            "<MsgType><![CDATA[voice]]></MsgType><Voice><MediaId><![CDATA[m]]></MediaId></Voice>",
        ),
        (
            video,
            "<MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[m]]></MediaId><Title><![CDATA[t]]></Title></Video>",
        ),
        (
            music,
            "<MsgType><![CDATA[music]]></MsgType><Music><Title><![CDATA[t]]></Title><HQMusicUrl><![CDATA[u]]></HQMusicUrl><ThumbMediaId><![CDATA[m]]></ThumbMediaId></Music>",
        ),
        (
            news,
            "<MsgType><![CDATA[news]]></MsgType><ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[t]]></Title><Description><![CDATA[d]]></Description><PicUrl><![CDATA[p]]></PicUrl><Url><![CDATA[u]]></Url></item></Articles>",
        ),
        (
            PassiveReply::TransferCustomerService { account: None },
            "<MsgType><![CDATA[transfer_customer_service]]></MsgType>",
        ),
        (
            PassiveReply::TransferCustomerService { account: Some("a@b".to_owned()) },
            "<MsgType><![CDATA[transfer_customer_service]]></MsgType><TransInfo><KfAccount><![CDATA[a@b]]></KfAccount></TransInfo>",
        ),
        (
            PassiveReply::UpdateButton { text: "done".to_owned() },
            "<MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[done]]></ReplaceName></Button>",
        ),
        (
            PassiveReply::UpdateTaskCard { text: "done".to_owned() },
            "<MsgType><![CDATA[update_taskcard]]></MsgType><TaskCard><ReplaceName><![CDATA[done]]></ReplaceName></TaskCard>",
        ),
        (
            PassiveReply::UpdateTemplateCard(card),
            "<MsgType><![CDATA[update_template_card]]></MsgType><TemplateCard><CardType><![CDATA[text_notice]]></CardType></TemplateCard>",
        ),
    ];
    for (reply, wanted) in cases {
        assert_eq!(xml(&reply), format!("<xml>{wanted}</xml>"));
    }
    let two = PassiveReply::News(vec![Article::new("a", "u"), Article::new("b", "v")]);
    assert!(xml(&two).contains("<ArticleCount>2</ArticleCount>"));
}

#[test]
fn malformed_replies_are_rejected() {
    for body in [
        "<xml><Content>x</Content></xml>",
        "<xml><MsgType>text</MsgType></xml>",
        "<xml><MsgType>image</MsgType><MediaId>m</MediaId></xml>",
        "<xml><MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles><item><Title>t</Title></item></Articles></xml>",
        "<xml><MsgType>nonsense</MsgType></xml>",
    ] {
        let (fields, _) = Map::parse(body).unwrap();
        PassiveReply::read(&fields).unwrap_err();
    }
}

fn callback() -> Callback {
    Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new("RustFrameworkWeChatTestKey0123456789abcdefg").unwrap())
        .receive_id("wx0123456789abcdef")
        .accept([Mode::Plain, Mode::Safe])
}

/// What the platform makes of an answer to a push in this format that is not encrypted.
fn answer(format: Format, body: &str) -> Result<BotAnswer, Error> {
    let header = Header::new("oAnn", "gh_1", 1);
    let inbound = Inbound::of(&header, &Text::new(header.clone(), "hi"), format);
    let push = callback().push(&inbound, Mode::Plain, format, &Stamp::at(1).unwrap()).unwrap();
    callback().read_answer(&push, body)
}

const HEADER: &str = "<ToUserName>oAnn</ToUserName><FromUserName>gh_1</FromUserName>";

fn text_reply(created: &str, content: &str) -> String {
    format!(
        "<xml>{HEADER}<CreateTime>{created}</CreateTime><MsgType>text</MsgType><Content>{content}</Content></xml>"
    )
}

#[test]
fn answers_are_read_as_strictly_as_by_the_platform() {
    let good = text_reply("1700000000", "a &amp; b &#20320; <![CDATA[& ]] > ]]]]><![CDATA[>]]>");
    let dressed =
        format!("\u{feff}<?xml version=\"1.0\"?>\n<!-- a reply -->\n{good}\r\n<!-- the end -->\t");
    let layout = good.replace("><", "> \n <").replace("<xml>", "<xml version='1'>");
    for body in [&good, &dressed, &layout] {
        let read = answer(Format::Xml, body).unwrap();
        let BotAnswer::Reply { to, from, created, reply, .. } = read else { panic!("{read:?}") };
        assert_eq!((to.as_str(), &*from, created), ("oAnn", "gh_1", 1_700_000_000));
        assert_eq!(reply, PassiveReply::Text("a & b 你 & ]] > ]]>".to_owned()));
    }
    let with = |content: &str| text_reply("1", content);
    let malformed = [
        // Text that is no XML text.
        with("a & b"),
        with("a &"),
        with("a &b"),
        with("a &nbsp; b"),
        with("a ]]> b"),
        with("a < b"),
        with("a\u{1}b"),
        with("<![CDATA[a\u{8}b]]>"),
        with("<![CDATA[a\u{ffff}b]]>"),
        with("a&#1;b"),
        with("a&#xfffe;b"),
        with("a&#0;b"),
        with("<!-- -- -->"),
        // Tags that are no XML tags.
        with("<1>a</1>"),
        with("<a b>c</a>"),
        with("<a b='1' b='2'>c</a>"),
        with("<a b='<'>c</a>"),
        with("<a b='&'>c</a>"),
        with("<a>b</c>"),
        // Something around the document.
        format!("{good}junk"),
        format!("{good}&amp;"),
        format!("{good}<![CDATA[ ]]>"),
        format!("{good}{good}"),
        format!("{good}<br/>"),
        format!("{good}</xml>"),
        format!("{good}\u{3000}"),
        format!("{good}<!--"),
        format!("\u{3000}{good}"),
        format!("\n<?xml version=\"1.0\"?>{good}"),
        good.trim_end_matches("</xml>").to_owned(),
        // Another root.
        good.replace("<xml>", "<root>").replace("</xml>", "</root>"),
        "<root/>".to_owned(),
        // Another format.
        r#"{"ToUserName":"oAnn","FromUserName":"gh_1","CreateTime":1,"MsgType":"text","Content":"a"}"#.to_owned(),
    ];
    for body in malformed {
        let error = answer(Format::Xml, &body).expect_err(&body);
        assert_eq!(error.kind(), ErrorKind::Parse, "{body}");
    }
}

#[test]
fn answers_in_json_are_json() {
    let good = r#"{"ToUserName":"oAnn","FromUserName":"gh_1","CreateTime":1,"MsgType":"text","Content":"a\u0001"}"#;
    let read = answer(Format::Json, good).unwrap();
    assert!(
        matches!(&read, BotAnswer::Reply { reply: PassiveReply::Text(text), .. } if text == "a\u{1}"),
        "{read:?}"
    );
    answer(Format::Json, &good.replace(":1,", ":\"1\",")).unwrap();
    for body in [good.replace("\\u0001", "\u{1}"), format!("{good}x"), good.replace(":1,", ":1.5,")]
    {
        assert_eq!(answer(Format::Json, &body).expect_err(&body).kind(), ErrorKind::Parse);
    }
}

#[test]
fn a_reply_names_its_receiver_its_sender_and_its_time() {
    let good = text_reply("1700000000", "a");
    answer(Format::Xml, &good).unwrap();
    let without = |part: &str| good.replace(part, "");
    for (body, named) in [
        (without("<ToUserName>oAnn</ToUserName>"), "ToUserName"),
        (without("oAnn"), "ToUserName"),
        (without("<FromUserName>gh_1</FromUserName>"), "FromUserName"),
        (without("<CreateTime>1700000000</CreateTime>"), "CreateTime"),
        (text_reply("soon", "a"), "CreateTime"),
        (text_reply("-1", "a"), "CreateTime"),
        (text_reply("1.5", "a"), "CreateTime"),
        (text_reply("99999999999999999999", "a"), "CreateTime"),
    ] {
        let error = answer(Format::Xml, &body).expect_err(&body);
        assert!(error.to_string().contains(named), "{error}: {body}");
    }
    // What is no reply needs none of it.
    let other = answer(Format::Xml, "<xml><ErrCode>0</ErrCode></xml>").unwrap();
    assert!(matches!(other, BotAnswer::Other { .. }), "{other:?}");
}

#[test]
fn what_is_encrypted_is_read_as_strictly() {
    let (both, header) = (callback(), Header::new("oAnn", "gh_1", 1).with_msg_id("7"));
    let inbound = Inbound::of(&header, &Text::new(header.clone(), "hi"), Format::Xml);
    let push = both.push(&inbound, Mode::Safe, Format::Xml, &Stamp::at(1).unwrap()).unwrap();
    let (_, seal) = both.open(&push.query, push.body.as_bytes(), 1).unwrap();
    let read = |plain: &str| both.read_answer(&push, &seal.seal_text(plain, 2).unwrap().body);
    read(&text_reply("1", "a &amp; b")).unwrap();
    read(&text_reply("1", "a & b")).unwrap_err();
    read(&format!("{} and so on", text_reply("1", "a"))).unwrap_err();
    read(r#"{"ErrCode":0}"#).unwrap_err();
    let sealed = seal.seal_text(&text_reply("1", "a"), 2).unwrap().body;
    both.read_answer(&push, &sealed).unwrap();
    both.read_answer(&push, &format!("{sealed} and so on")).unwrap_err();
}

#[test]
fn the_writer_leaves_out_what_xml_does_not_have() {
    let every: String = ('\0'..=' ')
        .chain(['\u{7f}', '\u{85}', '\u{fffd}', '\u{fffe}', '\u{ffff}', '😀'])
        .collect();
    let kept = "\t\n\r \u{7f}\u{85}\u{fffd}😀";
    // What is left out may have stood inside of `]]>`.
    for (text, wanted) in [(&*every, kept), ("]]\u{1}>", "]]>"), ("]\0]>\0", "]]>"), ("\u{b}", "")]
    {
        let mut fields = Map::new();
        PassiveReply::Text(text.to_owned()).write(&mut fields);
        fields.set("N", weixin_protocol::Node::Number(text.to_owned()));
        let xml = fields.write(Format::Xml);
        let (read, _) = Map::parse(&xml).unwrap();
        assert_eq!(read.text("Content"), Some(wanted), "{xml:?}");
        let error = answer(Format::Xml, &xml).unwrap_err();
        assert!(error.to_string().contains("ToUserName"), "well-formed: {error}");
        let (read, _) = Map::parse(&fields.write(Format::Json)).unwrap();
        assert_eq!(read.text("Content"), Some(text), "JSON can say everything");
    }
    let names =
        Map::from_iter([("1a", "x"), ("", "y"), ("b c²<\u{1}>", "z"), ("d:e", "v"), ("名", "w")]);
    assert_eq!(
        names.write(Format::Xml),
        "<xml><_1a><![CDATA[x]]></_1a><_><![CDATA[y]]></_><bc><![CDATA[z]]></bc><de><![CDATA[v]]></de><名><![CDATA[w]]></名></xml>"
    );
}

#[test]
fn line_ends_come_back_as_they_were() {
    for content in ["a\r\nb", "a\rb", "a\nb", "\r\n", "\r"] {
        let mut fields = Map::new();
        PassiveReply::Text(content.to_owned()).write(&mut fields);
        for format in [Format::Xml, Format::Json] {
            let (read, _) = Map::parse(&fields.write(format)).unwrap();
            assert_eq!(read.text("Content"), Some(content), "{format:?}");
        }
        let header =
            "<ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>1</CreateTime>";
        let body = fields.write(Format::Xml).replace("<xml>", &format!("<xml>{header}"));
        let read = answer(Format::Xml, &body).unwrap();
        assert!(
            matches!(&read, BotAnswer::Reply { reply: PassiveReply::Text(text), .. } if text == content),
            "{read:?}"
        );
    }
}

/// One row: name, product, push, deadline in ms, deliveries, passive types, acknowledgement, ack first.
type Row =
    (&'static str, Product, Kind<'static>, u64, u8, &'static [&'static str], Acknowledgement, bool);

#[test]
fn the_answer_to_an_event_repeats_its_name_and_keeps_the_seals_parties() {
    let answer = Map::from_iter([
        ("Event", Node::from("get_quota")),
        ("BizID", Node::from("xyz")),
        ("ResultCode", Node::number(0)),
        ("Quota", Node::number(210)),
        // Only the seal says who writes to whom.
        ("ToUserName", Node::from("oEve")),
        ("CreateTime", Node::number(7)),
    ]);
    let mut fields = Map::new();
    fields.set("ToUserName", "oAnn");
    PassiveReply::Event(answer).write(&mut fields);
    assert_eq!(
        fields.write(Format::Xml),
        "<xml><ToUserName><![CDATA[oAnn]]></ToUserName><MsgType><![CDATA[event]]></MsgType>\
         <Event><![CDATA[get_quota]]></Event><BizID><![CDATA[xyz]]></BizID>\
         <ResultCode>0</ResultCode><Quota>210</Quota></xml>"
    );
    let PassiveReply::Event(read) = PassiveReply::read(&fields).unwrap() else { panic!() };
    assert_eq!((read.text("Quota"), read.text("ToUserName")), (Some("210"), None));
    let nameless = Map::from_iter([("MsgType", "event"), ("ResultCode", "0")]);
    assert_eq!(PassiveReply::read(&nameless).unwrap_err().kind(), ErrorKind::Parse);
}

#[test]
fn push_classes_row_by_row() {
    use Acknowledgement::{Empty, Payment, Success};
    use Product::{Mini, Official, Work};
    let event = |event| Kind::Event { event, change: None };
    let notice = |info| Kind::Notice { info, change: None };
    let official: &[&str] =
        &["text", "image", "voice", "video", "music", "news", "transfer_customer_service"];
    let work: &[&str] = &["text", "image", "voice", "video", "news"];
    let card: &[&str] =
        &["update_button", "update_template_card", "text", "image", "voice", "video", "news"];
    let task: &[&str] = &["update_taskcard", "text", "image", "voice", "video", "news"];
    let rows: &[Row] = &[
        ("official message", Official, Kind::Message("text"), 5000, 3, official, Empty, false),
        (
            "official message",
            Official,
            Kind::Message("not_known_yet"),
            5000,
            3,
            official,
            Empty,
            false,
        ),
        ("official event", Official, event("subscribe"), 5000, 3, official, Empty, false),
        ("official event", Official, event("CLICK"), 5000, 3, official, Empty, false),
        (
            "mini message",
            Mini,
            Kind::Message("text"),
            5000,
            3,
            &["transfer_customer_service"],
            Success,
            false,
        ),
        ("mini event", Mini, event("user_enter_tempsession"), 5000, 3, &[], Success, true),
        ("mini payment", Mini, event("xpay_goods_deliver_notify"), 5000, 15, &[], Payment, false),
        ("mini carrier", Mini, event("add_waybill"), 5000, 3, &["event"], Success, false),
        ("mini carrier", Mini, event("GET_QUOTA"), 5000, 3, &["event"], Success, false),
        (
            "mini carrier",
            Mini,
            event("transport_cancel_order"),
            5000,
            3,
            &["event"],
            Success,
            false,
        ),
        ("mini event", Mini, event("add_express_path"), 5000, 3, &[], Success, true),
        (
            "component notice",
            Official,
            notice("component_verify_ticket"),
            5000,
            3,
            &[],
            Success,
            true,
        ),
        ("component notice", Mini, notice("authorized"), 5000, 3, &[], Success, true),
        ("work message", Work, Kind::Message("text"), 5000, 3, work, Empty, false),
        ("work event", Work, event("click"), 5000, 3, work, Empty, false),
        ("work event", Work, event("enter_agent"), 5000, 3, work, Empty, false),
        ("work card", Work, event("template_card_event"), 5000, 3, card, Empty, false),
        ("work card", Work, event("template_card_menu_event"), 5000, 3, card, Empty, false),
        ("work task card", Work, event("taskcard_click"), 5000, 3, task, Empty, false),
        ("work notice", Work, event("kf_msg_or_event"), 5000, 3, &[], Empty, true),
        ("work notice", Work, event("change_contact"), 5000, 3, &[], Empty, true),
        ("work notice", Work, event("change_external_contact"), 5000, 3, &[], Empty, true),
        ("work suite", Work, notice("suite_ticket"), 1000, 3, &[], Success, true),
    ];
    for (name, product, kind, deadline, deliveries, passive, acknowledgement, first) in rows {
        let class = push_class(*product, kind);
        let row = format!("{product} {kind}");
        assert_eq!(class.name, *name, "{row}");
        assert_eq!(class.deadline, Duration::from_millis(*deadline), "{row}");
        assert_eq!(class.deliveries, *deliveries, "{row}");
        assert_eq!(class.passive, *passive, "{row}");
        assert_eq!(class.acknowledgement, *acknowledgement, "{row}");
        assert_eq!(class.acknowledge_first, *first, "{row}");
        assert!(passive.iter().all(|name| class.allows(name)) && !class.allows("mpnews"));
    }
    assert_eq!(url_check_deadline(Work), Duration::from_secs(1));
    assert_eq!(url_check_deadline(Official), Duration::from_secs(5));
}

#[test]
fn only_a_payment_notice_must_be_handled_to_be_acknowledged() {
    let event = |event| Kind::Event { event, change: None };
    let payment = push_class(Product::Mini, &event("xpay_refund_notify"));
    assert!(payment.only_if_handled());
    let waits: Vec<_> = (1..=4).filter_map(|failed| payment.repeat_after(failed)).collect();
    assert_eq!(waits, [2, 4, 8, 16].map(Duration::from_secs));
    assert_eq!(PushClass::MINI_EVENT.repeat_after(1), None);
    for (product, kind) in [
        (Product::Mini, event("user_enter_tempsession")),
        (Product::Mini, Kind::Message("text")),
        (Product::Official, event("xpay_refund_notify")),
        (Product::Work, Kind::Notice { info: "suite_ticket", change: None }),
    ] {
        assert!(!push_class(product, &kind).only_if_handled(), "{product} {kind}");
    }
}
