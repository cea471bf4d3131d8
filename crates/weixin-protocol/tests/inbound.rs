//! Reading messages and events, from XML and JSON, leniently.

#![allow(clippy::unwrap_used)]

use weixin_protocol::{
    Click, EnterSession, Format, Header, Image, Inbound, InboundMessage, Kind, Link, Location,
    LocationReport, MiniProgramPage, Product, Scan, ShortVideo, Subscribe, Text, Unsubscribe,
    Video, View, Voice, inbound,
};

fn read<T: InboundMessage>(body: &str) -> T {
    let push = Inbound::parse(body).unwrap();
    assert!(push.is::<T>(), "{}", push.kind());
    push.read().unwrap()
}

fn xml(fields: &str) -> String {
    format!(
        "<xml><ToUserName><![CDATA[gh_1]]></ToUserName>\n<FromUserName> <![CDATA[oAnn]]> \
         </FromUserName><CreateTime>1700000000</CreateTime>{fields}<MsgId>007</MsgId></xml>"
    )
}

#[test]
fn messages() {
    let text: Text = read(&xml("<MsgType>text</MsgType><Content>hi</Content>"));
    assert_eq!((&*text.content, text.menu_item), ("hi", None));
    assert_eq!(text.header.from, "oAnn");
    assert_eq!(text.header.msg_id.as_deref(), Some("007"));
    let text: Text =
        read(&xml("<MsgType>text</MsgType><Content>yes</Content><bizmsgmenuid>101</bizmsgmenuid>"));
    assert_eq!(text.menu_item.as_deref(), Some("101"));
    let image: Image = read(&xml(
        "<MsgType>image</MsgType><PicUrl>http://a/b?c=1&amp;d=2</PicUrl><MediaId>m</MediaId>",
    ));
    assert_eq!((&*image.pic_url, image.media_id.as_str()), ("http://a/b?c=1&d=2", "m"));
    let voice: Voice = read(&xml(
        "<MsgType>voice</MsgType><MediaId>m</MediaId><Format>amr</Format><MediaId16K>n</MediaId16K>",
    ));
    assert_eq!((&*voice.format, voice.media_id_16k.unwrap().as_str()), ("amr", "n"));
    let video: Video =
        read(&xml("<MsgType>video</MsgType><MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>"));
    assert_eq!(video.thumb_media_id, "t");
    let short: ShortVideo = read(&xml(
        "<MsgType>shortvideo</MsgType><MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>",
    ));
    assert_eq!(short.media_id, "m");
    let place: Location = read(&xml(
        "<MsgType>location</MsgType><Location_X>23.134521</Location_X><Location_Y>113.358803</Location_Y>\
         <Scale>20</Scale><Label><![CDATA[广州]]></Label>",
    ));
    assert_eq!((place.latitude, place.longitude, place.scale), (23.134521, 113.358803, Some(20.0)));
    let link: Link = read(&xml(
        "<MsgType>link</MsgType><Title>t</Title><Description>d</Description><Url>u</Url>",
    ));
    assert_eq!((&*link.title, link.description.as_deref(), &*link.url), ("t", Some("d"), "u"));
    let page: MiniProgramPage = read(
        r#"{"ToUserName":"gh_1","FromUserName":"oAnn","CreateTime":1700000000,"MsgId":7,
            "MsgType":"miniprogrampage","Title":"t","AppId":"wx1","PagePath":"pages/a?b=1",
            "ThumbUrl":"","ThumbMediaId":""}"#,
    );
    assert_eq!((page.app_id.as_str(), &*page.page_path), ("wx1", "pages/a?b=1"));
}

#[test]
fn a_space_in_the_name_of_an_event_stands_for_an_underscore() {
    let push = |name: &str| {
        Inbound::parse(&xml(&format!("<MsgType>event</MsgType><Event>{name}</Event>"))).unwrap()
    };
    assert!(push("user_enter tempsession").is::<EnterSession>());
    assert!(push("USER_ENTER_TEMPSESSION").is::<EnterSession>());
    assert!(!push("user entertempsession").is::<EnterSession>());
}

#[test]
fn events() {
    let event = |name: &str, fields: &str| {
        xml(&format!(
            "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event>{fields}"
        ))
    };
    let plain: Subscribe = read(&event("subscribe", "<EventKey></EventKey>"));
    assert_eq!(plain.scene(), None);
    let by_code: Subscribe =
        read(&event("subscribe", "<EventKey><![CDATA[qrscene_123]]></EventKey><Ticket>T</Ticket>"));
    assert_eq!((by_code.scene(), by_code.ticket.as_deref()), (Some("123"), Some("T")));
    let _: Unsubscribe = read(&event("unsubscribe", ""));
    let scan: Scan = read(&event("SCAN", "<EventKey>0042</EventKey><Ticket>T</Ticket>"));
    assert_eq!(scan.scene, "0042");
    let report: LocationReport = read(&event(
        "LOCATION",
        "<Latitude>23.1</Latitude><Longitude>113.3</Longitude><Precision>119.385040</Precision>",
    ));
    assert_eq!(report.precision, 119.385040);
    // WeCom writes it in lower case.
    for name in ["CLICK", "click"] {
        let click: Click = read(&event(name, "<EventKey>TODAY</EventKey>"));
        assert_eq!(click.key, "TODAY");
    }
    let view: View = read(&event("VIEW", "<EventKey>https://a</EventKey><MenuId>5</MenuId>"));
    assert_eq!((&*view.url, view.menu_id.as_deref()), ("https://a", Some("5")));
}

#[test]
fn json_with_numbers_as_texts() {
    let body = r#"{"ToUserName":"gh_1","FromUserName":"oAnn","CreateTime":"1620973045","MsgType":"text","Content":"hi","MsgId":23123123123123123}"#;
    let text: Text = read(body);
    assert_eq!(text.header.created, 1620973045);
    assert_eq!(text.header.msg_id.as_deref(), Some("23123123123123123"));
}

#[test]
fn json_with_control_characters_and_a_byte_order_mark() {
    let body = "\u{feff}{\"MsgType\":\"text\",\n\"Content\":\"a\u{8}b\\\\\",\"N\":1}";
    assert_eq!(read::<Text>(body).content, "a\u{8}b\\");
}

#[test]
fn text_is_kept_byte_for_byte() {
    for content in [
        "007",
        " 12 ",
        "a&b",
        "\"q\"",
        "]]>",
        "<b>",
        "😀",
        "a\nb",
        "a\r\nb\r",
        "@img@/etc/hostname",
        "&amp;",
        "]]]]>>",
        "",
    ] {
        for format in [Format::Xml, Format::Json] {
            let header = Header::new("oAnn", "gh_1", 1);
            let push = Inbound::of(&header, &Text::new(header.clone(), content), format);
            assert_eq!(read::<Text>(&push.write(format)).content, content);
        }
    }
    assert_eq!(
        read::<Text>(&xml("<MsgType>text</MsgType><Content> 12 </Content>")).content,
        " 12 "
    );
    assert_eq!(
        read::<Text>(&xml(
            "<MsgType>text</MsgType><Content>\n<![CDATA[ a]]><![CDATA[b ]]>\n</Content>"
        ))
        .content,
        " ab ",
    );
    assert_eq!(
        read::<Text>(&xml("<MsgType>text</MsgType><Content>1 &lt; 2 &#38; 3 &amp; 4</Content>"))
            .content,
        "1 < 2 & 3 & 4",
    );
}

#[test]
fn slips_that_leave_the_meaning_clear_lose_no_push() {
    let text = |content: &str, after: &str| {
        let body = xml(&format!("<MsgType>text</MsgType><Content>{content}</Content>"));
        read::<Text>(&format!("{body}{after}")).content
    };
    assert_eq!(text("a & b", ""), "a & b");
    assert_eq!(text("a\u{8}b", ""), "a\u{8}b");
    assert_eq!(text("<![CDATA[a\u{1}b]]>", "\0\0"), "a\u{1}b");
    assert_eq!(text("a", "</xml> and so on"), "a");
    let root = xml("<MsgType>text</MsgType><Content>a</Content>").replace("xml>", "root>");
    assert_eq!(read::<Text>(&format!("\n<?xml version=\"1.0\"?>{root}")).content, "a");
}

#[test]
fn unknown_pushes_keep_every_field() {
    let body = "<xml><MsgType>event</MsgType><Event>brand_new</Event><A><B>1</B><B>2</B></A></xml>";
    let push = Inbound::parse(body).unwrap();
    assert_eq!(push.kind(), Kind::Event { event: "brand_new", change: None });
    assert_eq!(
        push.write(Format::Json),
        r#"{"MsgType":"event","Event":"brand_new","A":{"B":["1","2"]}}"#
    );
    assert_eq!(
        push.write(Format::Xml),
        "<xml><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[brand_new]]></Event><A><B><![CDATA[1]]></B><B><![CDATA[2]]></B></A></xml>"
    );
    assert_eq!(Inbound::parse("{}").unwrap().kind(), Kind::Unknown);
}

#[test]
fn a_missing_field_is_named() {
    let push = Inbound::parse("<xml><MsgType>image</MsgType><PicUrl>u</PicUrl></xml>").unwrap();
    let error = push.read::<Image>().unwrap_err();
    assert_eq!(error.to_string(), "MediaId: is missing");
    let push = Inbound::parse(&xml(
        "<MsgType>location</MsgType><Location_X>north</Location_X><Location_Y>1</Location_Y>",
    ));
    assert_eq!(push.unwrap().read::<Location>().unwrap_err().path(), "Location_X");
}

#[test]
fn declarations_list_their_fields() {
    assert_eq!(Text::SCOPE, Product::ALL);
    let names: Vec<_> = Location::FIELDS.iter().map(|f| (f.name, f.required)).collect();
    assert_eq!(
        names,
        [("Location_X", true), ("Location_Y", true), ("Scale", false), ("Label", false)]
    );
    assert_eq!(Location::FIELDS[0].doc, "In degrees, north positive.");
    assert_eq!(Location::FIELDS[2].ty, "Option<f64>");
}

/// Pictures taken from the menu. Event `pic_photo_or_album`.
#[inbound(event = "pic_photo_or_album", scope(official))]
pub struct Pictures {
    /// From whom, to whom, when.
    pub header: Header,
    /// What was sent.
    pub send_pics_info: SentPictures,
}

/// What was sent.
#[inbound(part)]
pub struct SentPictures {
    /// How many.
    pub count: u32,
    /// Which.
    #[field(item = "item")]
    pub pic_list: Vec<SentPicture>,
}

/// One picture.
#[inbound(part)]
pub struct SentPicture {
    /// Its MD5.
    #[field(name = "PicMd5Sum", alias = "PicMD5")]
    pub md5: String,
}

#[test]
fn lists_of_none_one_and_many_in_both_formats() {
    let event = |list: &str| {
        xml(&format!(
            "<MsgType>event</MsgType><Event>pic_photo_or_album</Event><SendPicsInfo><Count>1</Count>{list}</SendPicsInfo>"
        ))
    };
    let sums = |push: Pictures| {
        push.send_pics_info.pic_list.into_iter().map(|picture| picture.md5).collect::<Vec<_>>()
    };
    let one = "<item><PicMd5Sum>1</PicMd5Sum></item>";
    let two = "<item><PicMd5Sum>1</PicMd5Sum></item><item><PicMD5>2</PicMD5></item>";
    assert_eq!(sums(read(&event(""))), [""; 0]);
    assert_eq!(sums(read(&event("<PicList></PicList>"))), [""; 0]);
    assert_eq!(sums(read(&event(&format!("<PicList>{one}</PicList>")))), ["1"]);
    assert_eq!(sums(read(&event(&format!("<PicList>{two}</PicList>")))), ["1", "2"]);
    // Split over two wrappers, as some clients send it.
    let json = |list: &str| {
        format!(
            r#"{{"MsgType":"event","Event":"pic_photo_or_album","SendPicsInfo":{{"Count":"1","PicList":{list}}}}}"#
        )
    };
    assert_eq!(sums(read(&json(r#"{"PicMd5Sum":"1"}"#))), ["1"]);
    assert_eq!(sums(read(&json(r#"[{"PicMd5Sum":"1"},{"PicMd5Sum":"2"}]"#))), ["1", "2"]);
    let header = Header::new("oAnn", "gh_1", 1);
    let pictures = Pictures::new(
        header.clone(),
        SentPictures { count: 2, pic_list: vec![SentPicture::new("1"), SentPicture::new("2")] },
    );
    let written = Inbound::of(&header, &pictures, Format::Xml).write(Format::Xml);
    assert!(written.contains("<PicList><item><PicMd5Sum><![CDATA[1]]>"), "{written}");
    assert_eq!(read::<Pictures>(&written), pictures);
}

#[test]
fn repeats_have_one_id_and_different_pushes_have_different_ones() {
    let id = |body: &str| Inbound::parse(body).unwrap().id();
    let message =
        id("<xml><FromUserName>a</FromUserName><MsgType>text</MsgType><MsgId>1</MsgId></xml>");
    assert_eq!(
        message,
        id("<xml><MsgId> 1 </MsgId>\n<MsgType>text</MsgType><FromUserName>a</FromUserName></xml>"),
    );
    // The same MsgId from somebody else is another message.
    assert_ne!(
        message,
        id("<xml><FromUserName>b</FromUserName><MsgType>text</MsgType><MsgId>1</MsgId></xml>"),
    );
    let event = |key: &str| {
        id(&xml(&format!("<MsgType>event</MsgType><Event>CLICK</Event><EventKey>{key}</EventKey>"))
            .replace("<MsgId>007</MsgId>", ""))
    };
    assert_eq!(event("A"), event(" A "));
    assert_ne!(event("A"), event("B"));
}

#[test]
fn blanks_beside_references_are_text() {
    let content = |inner: &str| {
        read::<Text>(&xml(&format!("<MsgType>text</MsgType><Content>{inner}</Content>"))).content
    };
    assert_eq!(content("&lt;c&gt; &#20320;"), "<c> 你");
    assert_eq!(content(" &lt;"), " <");
    assert_eq!(content("\n  "), "");
}

#[test]
fn json_numbers_keep_their_digits() {
    let numbers =
        "[0.10844674407370955,23254798724298730000000,-2.50,1e5,18446744073709551616,11e999]";
    let body = format!(r#"{{"N":{numbers}}}"#);
    let push = Inbound::parse(&body).unwrap();
    assert_eq!(push.write(Format::Json), body);
    Inbound::parse(r#"{"N":01}"#).unwrap_err();
    Inbound::parse(r#"{"N":x}"#).unwrap_err();
    Inbound::parse(r#"{"N":1} trailing"#).unwrap_err();
}
