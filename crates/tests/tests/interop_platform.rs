//! The real wechatpy against the emulator over HTTP: a bot that is pushed to, and a client that
//! calls the API.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use serde_json::{Value, json};
use tokio::process::Command;
use weixin::{
    emulator::{timeline::Content, *},
    prelude::*,
    protocol::{CallbackToken, MediaId},
};
use weixin_tests::{
    extras,
    peer::{Peer, Raised},
    program::Program,
};

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n-from-ann";
const PICTURE_BASE64: &str = "iVBORw0KGgotZnJvbS1hbm4=";

async fn platform() -> Emulator {
    Emulator::builder().real_time().port(0).start().await.unwrap()
}

/// Starts `interop/bot.py` for this account and gives its address.
async fn bot(python: &Path, account: &Account) -> (Program, String) {
    let Credentials { product, id, token, aes_key, .. } = account.credentials();
    let mut command = Command::new(python);
    command
        .arg(extras::repository("interop/bot.py"))
        .env("WEIXIN_KIND", product.as_str())
        .env("WEIXIN_TOKEN", token.expose())
        .env("WEIXIN_AES_KEY", aes_key.expose())
        .env("WEIXIN_APP_ID", id.as_str())
        .env("PORT", "0");
    let bot = Program::start(command);
    let url = bot.line("its address", |line| line.starts_with("http://").then(|| line.to_owned()));
    let url = url.await;
    (bot, url)
}

#[tokio::test]
async fn a_bot_on_wechatpy() {
    let Some(python) = extras::python() else { return };
    let platform = platform().await;
    for account in [platform.official(), platform.work()] {
        let (_bot, url) = bot(&python, &account).await;
        account.connect_url(&url).await.unwrap();
        let ann = account.person("ann");
        ann.follows().await.expect_text("Welcome!").await;
        for text in ["hello", "007", "a&b", "<b>\"q\"</b>", "你好 😀", "a\nb"] {
            ann.says(text).await.expect_text(text).await;
        }
        assert_eq!(ann.sends_image(PICTURE).await.expect_image().await, PICTURE);
        let key = [("EventKey".to_owned(), "TODAY".into())];
        let click = if account.product() == Product::Work { "click" } else { "CLICK" };
        ann.causes(click, key).await.expect_text("You tapped TODAY").await;
        assert_eq!(ann.sends_location(23.5, 113.25, "here").await.outcome().await, Outcome::Empty);
    }
}

#[tokio::test]
async fn a_bot_with_another_token_is_not_connected() {
    let Some(python) = extras::python() else { return };
    let platform = platform().await;
    let work = platform.work();
    let (bot, url) = bot(&python, &work).await;
    let changed = work.token(CallbackToken::random().unwrap());
    let problem = changed.connect_url(&url).await.unwrap_err();
    assert!(problem.to_string().contains("403"), "{problem}");
    bot.prints("refused: InvalidSignature").await;
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

    /// Uploads a picture and gives its media id.
    async fn uploads(&mut self) -> String {
        let file = json!({ "name": "ann.png", "base64": PICTURE_BASE64 });
        let media = self.call("media.upload", json!(["image", file])).await.unwrap();
        assert_eq!(media["type"], "image");
        media["media_id"].as_str().unwrap().to_owned()
    }
}

fn echo() -> Bot {
    Bot::new().on(|msg: Text| async move { msg.content })
}

#[tokio::test]
async fn wechatpys_client_of_an_official_account() {
    let Some(python) = extras::python() else { return };
    let mut peer = Peer::start(&python);
    let platform = platform().await;
    let account = platform.official();
    account.connect(echo()).await.unwrap();
    let ann = account.follower("ann");
    let mut moment = ann.says("hello").await;
    moment.expect_text("hello").await;
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
    // It takes the code for "no menu", 46003, as an answer.
    assert_eq!(wechatpy.call("menu.get", json!([])).await.unwrap(), Value::Null);

    let user = wechatpy.call("user.get", json!([ann.id().as_str()])).await.unwrap();
    assert_eq!((&user["subscribe"], &user["openid"]), (&json!(1), &json!(ann.id().as_str())));
    let followers = wechatpy.call("user.get_followers", json!([])).await.unwrap();
    assert_eq!(followers["data"]["openid"], json!([ann.id().as_str()]));

    wechatpy.call("message.send_text", json!([ann.id().as_str(), "007 & 😀"])).await.unwrap();
    moment.expect_text("007 & 😀").await;
    let media = wechatpy.uploads().await;
    let file = wechatpy.call("media.download", json!([media])).await.unwrap();
    assert_eq!(file["base64"], PICTURE_BASE64);
    account.revoke_tokens(); // wechatpy fetches another one by itself.
    wechatpy.call("message.send_image", json!([ann.id().as_str(), media])).await.unwrap();
    assert_eq!(moment.expect_image().await, PICTURE);

    wechatpy.request["secret"] = "no such secret".into();
    let refused = wechatpy.call("menu.get", json!([])).await.unwrap_err();
    assert_eq!((&*refused.name, refused.code), ("WeChatClientException", Some(40125)));
}

#[tokio::test]
async fn wechatpys_client_of_a_wecom_app() {
    let Some(python) = extras::python() else { return };
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
    let media = wechatpy.uploads().await;
    let image = json!([agent, [ann.id().as_str()], media]);
    wechatpy.call("message.send_image", image).await.unwrap();
    let chat = ann.chat();
    let [Content::Text { text }, Content::Image { media_id, .. }] = &chat[..] else {
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
    let refused = wechatpy.call("user.get", json!([ann.id().as_str()])).await.unwrap_err();
    assert_eq!(refused.code, Some(40001));
}
