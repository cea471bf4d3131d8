//! Passive replies and the push-class table, row by row.

#![allow(clippy::unwrap_used)]

use std::time::Duration;

use weixin_protocol::{
    Acknowledgement, Article, Format, Kind, Map, Music, PassiveReply, Product, push_class,
    url_check_deadline,
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
fn malformed_replies_are_refused() {
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

/// One row: product, push, deadline in ms, deliveries, passive types, acknowledgement, ack first.
type Row = (Product, Kind<'static>, u64, u8, &'static [&'static str], Acknowledgement, bool);

#[test]
fn push_classes_row_by_row() {
    use Acknowledgement::{Empty, Payment, Success};
    use Product::{Mini, Official, Work};
    let event = |event| Kind::Event { event, change: None };
    let official: &[&str] =
        &["text", "image", "voice", "video", "music", "news", "transfer_customer_service"];
    let work: &[&str] = &["text", "image", "voice", "video", "news"];
    let card: &[&str] =
        &["update_button", "update_template_card", "text", "image", "voice", "video", "news"];
    let task: &[&str] = &["update_taskcard", "text", "image", "voice", "video", "news"];
    let rows: &[Row] = &[
        (Official, Kind::Message("text"), 5000, 3, official, Empty, false),
        (Official, Kind::Message("not_known_yet"), 5000, 3, official, Empty, false),
        (Official, event("subscribe"), 5000, 3, official, Empty, false),
        (Official, event("CLICK"), 5000, 3, official, Empty, false),
        (Mini, Kind::Message("text"), 5000, 3, &["transfer_customer_service"], Success, false),
        (Mini, event("user_enter_tempsession"), 5000, 3, &[], Success, true),
        (Mini, event("xpay_goods_deliver_notify"), 5000, 3, &[], Payment, false),
        (Work, Kind::Message("text"), 5000, 3, work, Empty, false),
        (Work, event("click"), 5000, 3, work, Empty, false),
        (Work, event("enter_agent"), 5000, 3, work, Empty, false),
        (Work, event("template_card_event"), 5000, 3, card, Empty, false),
        (Work, event("template_card_menu_event"), 5000, 3, card, Empty, false),
        (Work, event("taskcard_click"), 5000, 3, task, Empty, false),
        (Work, event("kf_msg_or_event"), 5000, 3, &[], Empty, true),
        (Work, event("change_contact"), 5000, 3, &[], Empty, true),
        (Work, event("change_external_contact"), 5000, 3, &[], Empty, true),
        (Work, Kind::Notice { info: "suite_ticket", change: None }, 1000, 3, &[], Success, true),
    ];
    for (product, kind, deadline, deliveries, passive, acknowledgement, first) in rows {
        let class = push_class(*product, kind);
        let row = format!("{product} {kind}");
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
