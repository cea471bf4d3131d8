//! Reading messages and events, from XML and JSON, leniently.

#![allow(clippy::unwrap_used)]

use weixin_protocol::{
    AppId, Click, EnterSession, Format, Header, Image, Inbound, InboundMessage, Kind, Link,
    Location, LocationReport, MenuAlbum, MenuCamera, MenuCameraOrAlbum, MenuLocation, MenuScan,
    MenuScanAndWait, MiniProgramPage, Product, Scan, Secret, ShortVideo, Subscribe, Text,
    Unsubscribe, Video, View, ViewMiniProgram, Voice, inbound,
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
    let entered: EnterSession = read(&xml(
        "<MsgType>event</MsgType><Event>user_enter_tempsession</Event><SessionFrom>shop</SessionFrom>",
    ));
    assert_eq!(entered.session_from.as_deref(), Some("shop"));
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
        [
            ("Location_X", true),
            ("Location_Y", true),
            ("Scale", false),
            ("Label", false),
            ("AppType", false)
        ]
    );
    assert_eq!(Location::FIELDS[0].doc, "In degrees, north positive.");
    assert_eq!(Location::FIELDS[2].type_info().to_string(), "number");
}

/// Pictures taken from the menu. Event `pic_photo_or_album`.
#[inbound(event = "pic_photo_or_album", scope(official))]
pub struct Pictures {
    /// Sender, receiver and time of the push.
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
    // An official sample has a wrapper around each picture.
    let second = two.replace(one, "");
    let wrapped = format!("<PicList>{one}</PicList><PicList>{second}</PicList>");
    assert_eq!(sums(read(&event(&wrapped))), ["1", "2"]);
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

/// A customer was added. Event or notice `change_external_contact`, ChangeType
/// `add_external_contact`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "add_external_contact",
    scope(work)
)]
struct Added {
    suite_id: Option<String>,
    #[field(name = "UserID")]
    user: String,
}

#[test]
fn what_an_app_gets_as_an_event_a_suite_gets_as_a_notice() {
    let fields = "<ChangeType>add_external_contact</ChangeType><UserID>ann</UserID>";
    let event = format!(
        "<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName><CreateTime>5</CreateTime>\
         <MsgType>event</MsgType><Event>change_external_contact</Event>{fields}</xml>"
    );
    let notice = format!(
        "<xml><TimeStamp>5</TimeStamp><InfoType>change_external_contact</InfoType>{fields}\
         <SuiteId>tj1</SuiteId></xml>"
    );
    for (body, suite) in [(&event, None), (&notice, Some("tj1"))] {
        let push = Inbound::parse(body).unwrap();
        assert!(push.is::<Added>());
        let added: Added = push.read().unwrap();
        assert_eq!((added.suite_id.as_deref(), added.user.as_str()), (suite, "ann"));
        // Written as it came, though not in the same order.
        let written = Inbound::of(push.header(), &added, Format::Xml);
        let sorted = |push: &Inbound| {
            let mut fields: Vec<_> =
                push.fields().iter().map(|(n, v)| format!("{n} {v:?}")).collect();
            fields.sort();
            fields
        };
        let written = Inbound::parse(&written.write(Format::Xml)).unwrap();
        assert_eq!(sorted(&written), sorted(&push));
    }
    let other = event.replace(">add_external_contact<", ">del_external_contact<");
    assert!(!Inbound::parse(&other).unwrap().is::<Added>());
}

#[test]
fn menu_events() {
    fn there_and_back<T: InboundMessage>(event: &str, fields: &str) -> T {
        let body = xml(&format!(
            "<MsgType>event</MsgType><Event>{event}</Event>{fields}<AgentID>1</AgentID>"
        ));
        let message: T = read(&body);
        let header = Inbound::parse(&body).unwrap().header().clone();
        let written = Inbound::of(&header, &message, Format::Xml).write(Format::Xml);
        let again: T = read(&written);
        assert_eq!(format!("{message:?}"), format!("{again:?}"));
        again
    }
    let page: ViewMiniProgram =
        there_and_back("view_miniprogram", "<EventKey>pages/a</EventKey><MenuId>MENU</MenuId>");
    assert_eq!((&*page.page, page.menu_id.as_deref()), ("pages/a", Some("MENU")));
    let code = "<EventKey>K</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType>\
                <ScanResult>1</ScanResult></ScanCodeInfo>";
    let scan: MenuScan = there_and_back("scancode_push", code);
    assert_eq!((&*scan.key, &*scan.code.kind, &*scan.code.result), ("K", "qrcode", "1"));
    let scan: MenuScanAndWait = there_and_back("scancode_waitmsg", code);
    assert_eq!((&*scan.code.result, scan.header.agent_id), ("1", Some(1)));
    let pictures = |sums: &[&str]| {
        let items: String =
            sums.iter().map(|sum| format!("<item><PicMd5Sum>{sum}</PicMd5Sum></item>")).collect();
        let count = sums.len();
        format!(
            "<EventKey>K</EventKey><SendPicsInfo><Count>{count}</Count><PicList>{items}</PicList>\
             </SendPicsInfo>"
        )
    };
    let one: MenuCamera = there_and_back("pic_sysphoto", &pictures(&["a"]));
    assert_eq!((one.pictures.count, &*one.pictures.list[0].md5), (1, "a"));
    let two: MenuCameraOrAlbum = there_and_back("pic_photo_or_album", &pictures(&["a", "b"]));
    assert_eq!((two.pictures.count, &*two.pictures.list[1].md5), (2, "b"));
    let none: MenuAlbum = there_and_back("pic_weixin", &pictures(&[]));
    assert_eq!(none.pictures.list, []);
    let place: MenuLocation = there_and_back(
        "location_select",
        "<EventKey>K</EventKey><SendLocationInfo><Location_X>23</Location_X>\
         <Location_Y>113</Location_Y><Scale>15</Scale><Label>广州</Label><Poiname></Poiname>\
         </SendLocationInfo><AppType>wxwork</AppType>",
    );
    assert_eq!((place.place.latitude, place.place.longitude), (23.0, 113.0));
    assert_eq!(place.app_type.as_deref(), Some("wxwork"));
}

#[test]
fn a_message_from_an_article_names_it() {
    let body =
        xml("<MsgType>text</MsgType><Content>hi</Content><MsgDataId>D1</MsgDataId><Idx>2</Idx>\
         <BusinessId>7</BusinessId>");
    let header = read::<Text>(&body).header;
    let more =
        (header.msg_data_id.as_deref(), header.idx.as_deref(), header.business_id.as_deref());
    assert_eq!(more, (Some("D1"), Some("2"), Some("7")));
    let written = Inbound::of(&header, &Text::new(header.clone(), "hi"), Format::Json);
    let again: Text = read(&written.write(Format::Json));
    assert_eq!(again.header, header);
}

/// A notice that was sent. Event `notice_sent`.
#[inbound(event = "notice_sent", group = "NoticeSentEvent", scope(official, mini))]
struct NoticeSent {
    #[field(name = "List")]
    notices: Vec<Notice>,
}

/// One of the notices.
#[inbound(part)]
struct Notice {
    template_id: String,
}

#[test]
fn fields_may_stand_in_a_group_in_xml_and_alone_in_json() {
    let names = |sent: NoticeSent| -> Vec<String> {
        sent.notices.into_iter().map(|notice| notice.template_id).collect()
    };
    let event = "<MsgType>event</MsgType><Event>notice_sent</Event>";
    let list = "<List><TemplateId>a</TemplateId></List><List><TemplateId>b</TemplateId></List>";
    let in_group = xml(&format!("{event}<NoticeSentEvent>{list}</NoticeSentEvent>"));
    assert_eq!(names(read(&in_group)), ["a", "b"]);
    assert_eq!(names(read(&xml(&format!("{event}{list}")))), ["a", "b"]);
    assert!(names(read(&xml(&format!("{event}<NoticeSentEvent></NoticeSentEvent>")))).is_empty());
    let json = r#"{"MsgType":"event","Event":"notice_sent","List":[{"TemplateId":"a"}]}"#;
    assert_eq!(names(read(json)), ["a"]);
    let json = r#"{"MsgType":"event","Event":"notice_sent","List":{"TemplateId":"a"}}"#;
    assert_eq!(names(read(json)), ["a"]);
    let sent = NoticeSent { notices: vec![Notice::new("a")] };
    let write = |format| Inbound::of(&Header::new("o", "gh_1", 1), &sent, format).write(format);
    assert!(write(Format::Xml).contains("<NoticeSentEvent><List>"), "{}", write(Format::Xml));
    assert!(write(Format::Json).ends_with(r#""List":[{"TemplateId":"a"}]}"#));
}

/// A device was bound. MsgType `device_event`, Event `bind`.
#[inbound(event = "bind", message = "device_event", scope(official))]
struct Bound {
    #[field(name = "DeviceID")]
    device: String,
}

#[test]
fn an_event_may_have_another_type_than_event() {
    let body = xml("<MsgType>device_event</MsgType><Event>bind</Event><DeviceID>d</DeviceID>");
    assert_eq!(read::<Bound>(&body).device, "d");
    let push = Inbound::of(&Header::new("o", "gh_1", 1), &Bound::new("d"), Format::Xml);
    assert_eq!(push.fields().text("MsgType"), Some("device_event"));
    assert_eq!(push.fields().text("Event"), Some("bind"));
}

/// A complaint. Event `complaint_callback`.
#[inbound(event = "complaint_callback|complaint callback", scope(mini))]
struct Complaint {}

#[test]
fn an_event_may_be_spelled_in_two_ways() {
    for name in ["complaint_callback", "complaint callback"] {
        read::<Complaint>(&xml(&format!("<MsgType>event</MsgType><Event>{name}</Event>")));
    }
    let push = Inbound::parse("<xml><Event>complaint</Event></xml>").unwrap();
    assert!(!push.is::<Complaint>());
    let push = Inbound::of(&Header::default(), &Complaint::new(), Format::Xml);
    assert_eq!(push.fields().text("Event"), Some("complaint_callback"));
    assert_eq!(Complaint::SELECTOR.to_string(), "event complaint_callback");
}

/// A ticket, as a third-party platform gets it.
#[inbound(notice = "component_verify_ticket", scope(official))]
struct Ticket {
    /// Whom it is to.
    app_id: AppId,
    /// The ticket.
    component_verify_ticket: Secret,
}

#[test]
fn secrets_in_a_push_are_read_written_and_not_shown() {
    let body = "<xml><AppId>wxcomponent</AppId><CreateTime>5</CreateTime>\
                <InfoType>component_verify_ticket</InfoType>\
                <ComponentVerifyTicket>ticket@@@abc</ComponentVerifyTicket></xml>";
    let ticket: Ticket = read(body);
    assert_eq!(ticket.component_verify_ticket.expose(), "ticket@@@abc");
    assert_eq!(ticket.app_id.as_str(), "wxcomponent");
    assert!(!format!("{ticket:?}").contains("abc"));
    let push = format!("{:?}", Inbound::parse(body).unwrap());
    assert!(push.contains("wxcomponent") && !push.contains("abc"), "{push}");
    let again = Inbound::of(&Header::new("", "", 5), &ticket, Format::Json).write(Format::Json);
    assert_eq!(
        again,
        r#"{"CreateTime":5,"InfoType":"component_verify_ticket","AppId":"wxcomponent","ComponentVerifyTicket":"ticket@@@abc"}"#
    );
}
