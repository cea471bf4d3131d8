//! wechatpy's API client against the emulator over HTTP.
#![allow(clippy::unwrap_used)]

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use weixin::{
    emulator::{timeline::MessageContent, *},
    prelude::*,
    protocol::MediaId,
};
use weixin_tests::{
    extras,
    peer::{Peer, Raised},
};

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n-from-ann";

async fn platform() -> Emulator {
    Emulator::builder().real_time().port(0).start().await.unwrap()
}

/// wechatpy's API client for one account.
struct Wechatpy<'p> {
    peer: &'p mut Peer,
    request: Value,
}

impl<'p> Wechatpy<'p> {
    fn new(peer: &'p mut Peer, platform: &Emulator, account: &Account) -> Self {
        let Credentials { product, id, secret, .. } = account.credentials();
        let request = json!({
            "op": "call",
            "product": product.as_str(),
            "base": platform.url(),
            "id": id.as_str(),
            "secret": secret.expose(),
        });
        Self { peer, request }
    }

    async fn call(&mut self, method: &str, arguments: Value) -> Result<Value, Raised> {
        self.request["method"] = method.into();
        self.request["args"] = arguments;
        self.peer.ask(self.request.clone()).await
    }

    /// The result of a call that has to succeed.
    async fn ok(&mut self, method: &str, arguments: Value) -> Value {
        let given = self.call(method, arguments.clone()).await;
        given.unwrap_or_else(|raised| panic!("{method} {arguments}: {raised:?}"))
    }

    /// The error code of a call that has to fail.
    async fn rejected(&mut self, method: &str, arguments: Value) -> Option<i64> {
        self.call(method, arguments).await.unwrap_err().code
    }

    /// Uploads a file and returns its media id.
    async fn uploads(&mut self, kind: &str, name: &str, content: &[u8]) -> String {
        let file = json!({ "name": name, "base64": BASE64_STANDARD.encode(content) });
        let media = self.ok("media.upload", json!([kind, file])).await;
        assert_eq!(media["type"], kind);
        let id = media.get("media_id").or_else(|| media.get("thumb_media_id"));
        id.unwrap().as_str().unwrap().to_owned()
    }

    /// Makes wechatpy use the emulator as its HTTP proxy.
    fn through_the_proxy(&mut self) {
        self.request["way"] = "proxy".into();
    }
}

fn echo() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpys_client_of_an_official_account() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    account.connect(echo()).await.unwrap();
    let ann = account.follower("ann");
    let mut interaction = ann.says("hello").await;
    interaction.expect_text("hello").await;
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);

    let menu = json!({ "button": [
        { "type": "click", "name": "今天", "key": "TODAY" },
        { "name": "More", "sub_button": [{ "type": "view", "name": "Site", "url": "https://example.com/" }] },
    ] });
    wechatpy.call("menu.create", json!([menu])).await.unwrap();
    assert_eq!(account.menu().unwrap().len(), 2);
    let made = wechatpy.call("menu.get", json!([])).await.unwrap();
    assert_eq!(made["menu"]["button"][0]["key"], "TODAY");
    assert_eq!(made["menu"]["button"][1]["sub_button"][0]["url"], "https://example.com/");
    wechatpy.call("menu.delete", json!([])).await.unwrap();
    assert_eq!(account.menu(), None);
    // It treats the error code for "no menu", 46003, as a result.
    assert_eq!(wechatpy.call("menu.get", json!([])).await.unwrap(), Value::Null);

    let user = wechatpy.call("user.get", json!([ann.id().as_str()])).await.unwrap();
    assert_eq!((&user["subscribe"], &user["openid"]), (&json!(1), &json!(ann.id().as_str())));
    let followers = wechatpy.call("user.get_followers", json!([])).await.unwrap();
    assert_eq!(followers["data"]["openid"], json!([ann.id().as_str()]));

    wechatpy.call("message.send_text", json!([ann.id().as_str(), "007 & 😀"])).await.unwrap();
    interaction.expect_text("007 & 😀").await;
    let media = wechatpy.uploads("image", "ann.png", PICTURE).await;
    let file = wechatpy.call("media.download", json!([media])).await.unwrap();
    assert_eq!(file["base64"], BASE64_STANDARD.encode(PICTURE));
    account.revoke_tokens(); // wechatpy fetches another one by itself.
    wechatpy.call("message.send_image", json!([ann.id().as_str(), media])).await.unwrap();
    assert_eq!(interaction.expect_image().await, PICTURE);

    wechatpy.request["secret"] = "no such secret".into();
    let rejected = wechatpy.call("menu.get", json!([])).await.unwrap_err();
    assert_eq!((&*rejected.name, rejected.code), ("WeChatClientException", Some(40125)));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_sends_every_kind_of_custom_message() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    account.connect(echo()).await.unwrap();
    let ann = account.follower("ann");
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    wechatpy.through_the_proxy();
    let image = wechatpy.uploads("image", "ann.png", PICTURE).await;
    let voice = wechatpy.uploads("voice", "ann.amr", b"#!AMR\n...").await;
    let thumb = wechatpy.uploads("thumb", "ann.jpg", b"\xff\xd8...").await;
    let to = ann.id().as_str();
    let article = json!({ "title": "News", "description": "d", "url": "https://example.com/",
        "image": "https://example.com/a.png" });
    let menu = json!({ "head_content": "Well?", "tail_content": "",
        "list": [{ "id": "1", "content": "yes" }] });
    let page = json!({ "title": "Shop", "appid": "wx1", "pagepath": "a", "thumb_media_id": image });
    for (method, arguments, shown) in [
        ("send_text", json!([to, "hello"]), "hello"),
        ("send_image", json!([to, image]), "[image]"),
        ("send_voice", json!([to, voice]), "[voice]"),
        ("send_music", json!([to, "https://m/", "https://m/hq", thumb, "Song"]), "[music] Song"),
        ("send_articles", json!([to, [article]]), "[news] News"),
        ("send_msg_menu", json!([to, menu]), "[menu message] Well?"),
        ("send_mini_program_page", json!([to, page]), "[miniprogram] Shop"),
    ] {
        let mut interaction = ann.says("go on").await;
        interaction.expect_text("go on").await;
        wechatpy.ok(&format!("message.{method}"), arguments).await;
        assert_eq!(interaction.expect_message().await.summary(), shown);
    }
    let two = json!([to, [article, article]]);
    assert_eq!(wechatpy.rejected("message.send_articles", two).await, Some(45008));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_tags_followers() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    let (ann, bob) = (account.follower("ann"), account.follower("bob"));
    let (ann, bob) = (ann.id().as_str(), bob.id().as_str());
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    let tag = wechatpy.ok("tag.create", json!(["常客"])).await;
    let id = &tag["id"];
    assert_eq!(tag["name"], "常客");
    assert_eq!(wechatpy.rejected("tag.create", json!(["常客"])).await, Some(45157));
    wechatpy.ok("tag.tag_user", json!([id, [ann, bob]])).await;
    assert_eq!(wechatpy.ok("tag.get_user_tag", json!([ann])).await, json!([id]));
    assert_eq!(wechatpy.ok("tag.iter_tag_users", json!([id])).await, json!([ann, bob]));
    wechatpy.ok("tag.untag_user", json!([id, bob])).await;
    wechatpy.ok("tag.update", json!([id, "老友"])).await;
    let tags = wechatpy.ok("tag.get", json!([])).await;
    assert_eq!(tags[1], json!({ "id": id, "name": "老友", "count": 1 }));
    wechatpy.ok("tag.delete", json!([id])).await;
    assert_eq!(wechatpy.rejected("tag.delete", json!([2])).await, Some(45058));

    wechatpy.ok("user.update_remark", json!([ann, "五号桌"])).await;
    let users = wechatpy.ok("user.get_batch", json!([[ann, bob]])).await;
    assert_eq!((&users[0]["remark"], &users[1]["tagid_list"]), (&json!("五号桌"), &json!([])));
    assert_eq!(wechatpy.ok("user.iter_followers", json!([])).await, json!([ann, bob]));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_sends_template_messages() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    let ann = account.follower("ann");
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    wechatpy.ok("template.set_industry", json!(["1", "41"])).await;
    assert_eq!(wechatpy.rejected("template.set_industry", json!(["1", "2"])).await, Some(43100));
    let industry = wechatpy.ok("template.get_industry", json!([])).await;
    assert_eq!(industry["secondary_industry"]["second_class"], "其它");
    let template = wechatpy.ok("template.add", json!(["TM00017"])).await;
    let mine = wechatpy.ok("template.get_all_private_template", json!([])).await;
    assert_eq!(mine["template_list"][0]["template_id"], template);

    let data = json!({ "OrderSn": { "value": "007" }, "OrderStatus": { "value": "发货 😀" } });
    let message = json!([ann.id().as_str(), template, data, "https://example.com/"]);
    let sent = wechatpy.ok("message.send_template", message.clone()).await;
    assert!(sent["msgid"].is_u64());
    let chat = ann.chat();
    let [MessageContent::Notice { title, text, url, .. }] = &chat[..] else { panic!("{chat:?}") };
    assert_eq!((&**title, &**url), ("订单状态更新", "https://example.com/"));
    assert_eq!(text, "订单编号：007\n订单状态：发货 😀");
    wechatpy.ok("template.del_private_template", json!([template])).await;
    assert_eq!(wechatpy.rejected("message.send_template", message).await, Some(40037));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_creates_qr_codes_that_people_scan() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    let bot = Bot::new()
        .on(|event: Subscribe| async move { format!("{:?} {:?}", event.event_key, event.ticket) })
        .on(|event: Scan| async move { format!("{:?} {:?}", event.scene, event.ticket) });
    account.connect(bot).await.unwrap();
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    for way in ["prefix", "proxy"] {
        wechatpy.request["way"] = way.into();
        let scene = format!("poster-{way}");
        let code = json!({ "expire_seconds": 1800, "action_name": "QR_STR_SCENE",
            "action_info": { "scene": { "scene_str": scene } } });
        let made = wechatpy.ok("qrcode.create", json!([code])).await;
        let picture = wechatpy.ok("qrcode.show", json!([made])).await;
        assert_eq!(picture["type"], "image/png");
        let picture = BASE64_STANDARD.decode(picture["base64"].as_str().unwrap()).unwrap();
        let text = weixin_tests::qrcode::read(&picture);
        assert_eq!(text, made["url"]);
        let ticket = made["ticket"].as_str().unwrap();
        let ann = account.person(&format!("ann by {way}"));
        let expected = format!("Some(\"qrscene_{scene}\") Some({ticket:?})");
        ann.scans_code(&text).await.expect_text(expected).await;
        let expected = format!("{scene:?} Some({ticket:?})");
        ann.scans_code(&text).await.expect_text(expected).await;
    }
    let bad = json!([{ "action_name": "QR_SCENE", "action_info": { "scene": { "scene_id": 0 } } }]);
    assert_eq!(wechatpy.rejected("qrcode.create", bad).await, Some(40053));
    // This host is accessed over HTTP.
    let nothing = wechatpy.call("qrcode.show", json!(["no such ticket"])).await.unwrap_err();
    assert!(nothing.message.starts_with("404"), "{nothing:?}");
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpys_client_of_a_wecom_app() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.work();
    let agent = account.credentials().agent_id.unwrap().get();
    let ann = account.follower("ann");
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);

    let user = wechatpy.call("user.get", json!([ann.id().as_str()])).await.unwrap();
    assert_eq!(user["userid"], ann.id().as_str());
    let text = json!([agent, [ann.id().as_str()], "007 & 😀"]);
    wechatpy.call("message.send_text", text).await.unwrap();
    let media = wechatpy.uploads("image", "ann.png", PICTURE).await;
    let image = json!([agent, [ann.id().as_str()], media]);
    wechatpy.call("message.send_image", image).await.unwrap();
    let chat = ann.chat();
    let [MessageContent::Text { text }, MessageContent::Image { media_id, .. }] = &chat[..] else {
        panic!("{chat:?}")
    };
    assert_eq!((&**text, media_id.as_ref().map(MediaId::as_str)), ("007 & 😀", Some(&*media)));

    let menu = json!({ "button": [{ "type": "click", "name": "今天", "key": "TODAY" }] });
    wechatpy.call("menu.create", json!([agent, menu])).await.unwrap();
    let made = wechatpy.call("menu.get", json!([agent])).await.unwrap();
    assert_eq!(made["button"][0]["key"], "TODAY");
    wechatpy.call("menu.delete", json!([agent])).await.unwrap();
    assert_eq!(account.menu(), None);

    wechatpy.request["secret"] = "no such secret".into();
    let rejected = wechatpy.call("user.get", json!([ann.id().as_str()])).await.unwrap_err();
    assert_eq!(rejected.code, Some(40001));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_sends_every_kind_of_app_message() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.work();
    let agent = account.credentials().agent_id.unwrap().get();
    let (ann, bob) = (account.person("ann"), account.person("bob"));
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    wechatpy.through_the_proxy();
    let image = wechatpy.uploads("image", "ann.png", PICTURE).await;
    let voice = wechatpy.uploads("voice", "ann.amr", b"#!AMR\n...").await;
    let video = wechatpy.uploads("video", "ann.mp4", b"....ftypmp42").await;
    let file = wechatpy.uploads("file", "报告.txt", b"the report").await;
    let report = wechatpy.ok("media.download", json!([file])).await;
    assert_eq!(report["base64"], BASE64_STANDARD.encode("the report"));
    let article = json!({ "title": "News", "description": "d", "url": "https://example.com/",
        "image": "https://example.com/a.png" });
    let kept = json!({ "title": "Kept", "thumb_media_id": image, "author": "a", "content": "<b>c</b>",
        "content_source_url": "https://example.com/", "digest": "d", "show_cover_pic": 1 });
    for (method, message, shown) in [
        ("send_text", vec![json!("007 & 😀")], "007 & 😀"),
        ("send_image", vec![json!(image)], "[image]"),
        ("send_voice", vec![json!(voice)], "[voice]"),
        ("send_video", vec![json!(video), json!("Film")], "[video]"),
        ("send_file", vec![json!(file)], "[file] 报告.txt"),
        (
            "send_text_card",
            vec![json!("Card"), json!("<div>d</div>"), json!("https://example.com/")],
            "[card] Card",
        ),
        ("send_articles", vec![json!([article, article])], "[news] News | News"),
        ("send_mp_articles", vec![json!([kept])], "[news] Kept"),
        ("send_markdown", vec![json!("**bold**")], "**bold**"),
    ] {
        let mut arguments = vec![json!(agent), json!([ann.id().as_str(), "nobody"])];
        arguments.extend(message);
        let sent = wechatpy.ok(&format!("message.{method}"), arguments.into()).await;
        assert_eq!(sent["invaliduser"], "nobody");
        assert_eq!(ann.chat().last().unwrap().summary(), shown);
    }
    assert!(bob.chat().is_empty());
    let nobody = json!([agent, ["nobody"], "x"]);
    assert_eq!(wechatpy.rejected("message.send_text", nobody).await, Some(81013));
    let other = json!([agent + 1, "@all", "x"]);
    assert_eq!(wechatpy.rejected("message.send_text", other).await, Some(40056));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_manages_contacts() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.work();
    let credentials = account.credentials();
    let agent = credentials.agent_id.unwrap().get();
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    assert_eq!(wechatpy.rejected("department.create", json!(["Shop"])).await, Some(48002));
    let apps = wechatpy.ok("agent.list", json!([])).await;
    assert_eq!(apps[0]["agentid"], agent);

    let app_secret = wechatpy.request["secret"].clone();
    wechatpy.request["secret"] = credentials.contacts_secret.unwrap().expose().into();
    let shop = wechatpy.ok("department.create", json!(["门店", 1])).await["id"].clone();
    wechatpy.ok("department.update", json!([shop, "Shop"])).await;
    assert_eq!(wechatpy.rejected("department.create", json!(["Shop"])).await, Some(60008));
    let departments = wechatpy.ok("department.list", json!([])).await;
    assert_eq!((&departments[1]["id"], &departments[1]["name"]), (&shop, &json!("Shop")));
    let bob = json!(["bob", "Bob", [shop], "clerk", "13800000000", 1]);
    wechatpy.ok("user.create", bob.clone()).await;
    assert_eq!(wechatpy.rejected("user.create", bob).await, Some(60102));
    wechatpy.ok("user.update", json!(["bob", "小波"])).await;
    let user = wechatpy.ok("user.get", json!(["bob"])).await;
    assert_eq!((&user["name"], &user["position"]), (&json!("小波"), &json!("clerk")));
    let members = wechatpy.ok("user.list", json!([1, true])).await;
    assert_eq!(members[0]["mobile"], "13800000000");
    let members = wechatpy.ok("department.get_users", json!([shop])).await;
    assert_eq!(members[0]["userid"], "bob");
    assert_eq!(wechatpy.rejected("department.delete", json!([shop])).await, Some(60005));

    wechatpy.request["secret"] = app_secret;
    let tag = wechatpy.ok("tag.create", json!(["常客"])).await["tagid"].clone();
    wechatpy.ok("tag.add_users", json!([tag, ["bob"], [shop]])).await;
    let members = wechatpy.ok("tag.get_users", json!([tag])).await;
    assert_eq!(
        (&members["userlist"][0]["userid"], &members["partylist"][0]),
        (&json!("bob"), &shop)
    );
    wechatpy.ok("message.send_text", json!([agent, "", "by department", [shop.to_string()]])).await;
    wechatpy.ok("message.send_text", json!([agent, "", "by tag", "", [tag.to_string()]])).await;
    let chat: Vec<_> = account.person("小波").chat().iter().map(MessageContent::summary).collect();
    assert_eq!(chat, ["by department", "by tag"]);
    wechatpy.ok("tag.delete_users", json!([tag, ["bob"]])).await;
    wechatpy.ok("tag.update", json!([tag, "老友"])).await;
    let tags = wechatpy.ok("tag.list", json!([])).await;
    assert_eq!(tags, json!([{ "tagid": tag, "tagname": "老友" }]));
    wechatpy.ok("tag.delete", json!([tag])).await;

    wechatpy.request["secret"] = account.credentials().contacts_secret.unwrap().expose().into();
    wechatpy.ok("user.delete", json!(["bob"])).await;
    wechatpy.ok("department.delete", json!([shop])).await;
    assert_eq!(wechatpy.rejected("user.get", json!(["bob"])).await, Some(60111));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_calls_mini_program_endpoints() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.mini();
    let ann = account.person("ann");
    let mut wechatpy = Wechatpy::new(&mut peer, &platform, &account);
    let session = wechatpy.ok("wxa.code_to_session", json!([ann.logs_in()])).await;
    assert_eq!(session["openid"], ann.id().as_str());
    let code = ann.gives_phone_number("13800000000");
    let phone = wechatpy.ok("wxa.get_phone_number", json!([code])).await;
    assert_eq!(phone["phone_info"]["purePhoneNumber"], "13800000000");
    assert_eq!(wechatpy.rejected("wxa.get_phone_number", json!([code])).await, Some(40029));

    for (method, arguments, opens) in [
        ("create_qrcode", json!(["pages/a?id=7"]), "pages/a?id=7"),
        ("get_wxa_code", json!(["pages/b", 300]), "pages/b"),
        (
            "get_wxa_code_unlimited",
            json!(["s=1", 430, false, null, "pages/c"]),
            "pages/c?scene=s%3D1",
        ),
    ] {
        let picture = wechatpy.ok(&format!("wxa.{method}"), arguments).await;
        let picture = BASE64_STANDARD.decode(picture["base64"].as_str().unwrap()).unwrap();
        let text = weixin_tests::qrcode::read(&picture);
        assert_eq!(account.code_target(&text).as_deref(), Some(opens), "{method}");
    }
    let long = json!(["x".repeat(33)]);
    assert_eq!(wechatpy.rejected("wxa.get_wxa_code_unlimited", long).await, Some(40169));

    let kinds =
        wechatpy.ok("template.get_subscribe_message_template_keywords", json!(["99"])).await;
    assert_eq!((&kinds[0], &kinds[1][0]["rule"]), (&json!(5), &json!("thing")));
    let add = json!(["99", [1, 2], "付款"]);
    let template = wechatpy.ok("template.add_subscribe_message_template", add).await;
    let mine = wechatpy.ok("template.get_subscribe_message_templates", json!([])).await;
    assert_eq!(mine[0]["priTmplId"], template);
    let data = json!({ "thing1": { "value": "茶" }, "amount2": { "value": "¥30.00" } });
    let message = json!([ann.id().as_str(), template, data, "pages/order"]);
    let send = "wxa.send_subscribe_message";
    assert_eq!(wechatpy.rejected(send, message.clone()).await, Some(43101));
    ann.subscribes(&[template.as_str().unwrap()]).await;
    wechatpy.ok(send, message).await;
    let chat = ann.chat();
    let Some(MessageContent::Notice { text, pagepath, .. }) = chat.last() else {
        panic!("{chat:?}")
    };
    assert_eq!((&**text, &**pagepath), ("物品名称：茶\n金额：¥30.00", "pages/order"));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_supports_web_authorization() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    let ann = account.person("安");
    let flow = json!({
        "op": "oauth",
        "base": platform.url(),
        "id": account.id(),
        "secret": account.credentials().secret.expose(),
        "redirect": "https://example.com/back",
        "scope": "snsapi_userinfo",
        "state": "s1",
    });
    let mut step = async |name: &str, arguments: Value| {
        let mut request = flow.clone();
        (request["step"], request["args"]) = (name.into(), arguments);
        peer.ask(request).await
    };
    let url = step("authorize_url", json!([])).await.unwrap();
    let back = ann.authorizes(url.as_str().unwrap()).unwrap();
    let code = back.split_once("?code=").unwrap().1.strip_suffix("&state=s1").unwrap();
    let token = step("fetch_access_token", json!([code])).await.unwrap();
    assert_eq!(token["openid"], ann.id().as_str());
    let mine = json!([ann.id().as_str(), token["access_token"]]);
    assert_eq!(step("check_access_token", mine.clone()).await.unwrap(), true);
    assert_eq!(step("get_user_info", mine).await.unwrap()["nickname"], "安");
    let renewed = step("refresh_access_token", json!([token["refresh_token"]])).await.unwrap();
    let mine = json!([ann.id().as_str(), renewed["access_token"]]);
    assert_eq!(step("get_user_info", mine).await.unwrap()["openid"], ann.id().as_str());
    let again = step("fetch_access_token", json!([code])).await.unwrap_err();
    assert_eq!((&*again.name, again.code), ("WeChatOAuthException", Some(40163)));
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_supports_logins_at_websites() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let site = platform.website();
    let ann = site.person("安");
    let flow = json!({
        "op": "oauth",
        "base": platform.url(),
        "id": site.id(),
        "secret": site.secret().expose(),
        "redirect": "https://example.com/back",
        "scope": "snsapi_login",
        "state": "s1",
    });
    let mut step = async |name: &str, arguments: Value| {
        let mut request = flow.clone();
        (request["step"], request["args"]) = (name.into(), arguments);
        peer.ask(request).await
    };
    let url = step("qrconnect_url", json!([])).await.unwrap();
    let back = ann.authorizes(url.as_str().unwrap()).unwrap();
    let code = back.split_once("?code=").unwrap().1.strip_suffix("&state=s1").unwrap();
    let token = step("fetch_access_token", json!([code])).await.unwrap();
    let mine = json!([ann.id().as_str(), token["access_token"]]);
    let info = step("get_user_info", mine).await.unwrap();
    assert_eq!((&info["nickname"], &info["unionid"]), (&"安".into(), &token["unionid"]));
}
