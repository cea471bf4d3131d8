//! Accounts come and go in a real file, while another one is talked to.

use std::sync::Arc;

use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower::ServiceExt;
use weixin::{
    bot::App,
    emulator::*,
    protocol::{CallbackToken, EncodingAesKey},
};

use super::*;

const OTHER_KEY: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

struct Setup {
    app: App,
    admin: Router,
    _folder: TempDir,
}

impl Setup {
    async fn new(platform: &Emulator) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let accounts = Accounts::open(folder.path().join("accounts.sqlite")).await.unwrap();
        let bot = bot(accounts.clone());
        let bot = bot.clock(Arc::new(platform.clock())).transport(platform.official().transport());
        let app = bot.build(&Config::default()).unwrap();
        app.ready().await.unwrap();
        Self { admin: admin::router(accounts, app.clone()), app, _folder: folder }
    }

    async fn request(&self, method: &str, name: &str, body: Value) -> (StatusCode, String) {
        let request = Request::builder()
            .method(method)
            .uri(format!("/accounts/{name}"))
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()))
            .unwrap();
        let response = self.admin.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = axum::body::to_bytes(response.into_body(), 65_536).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    async fn put(&self, name: &str, account: &Account) -> (StatusCode, String) {
        self.request("PUT", name, values(account)).await
    }

    async fn delete(&self, name: &str) -> (StatusCode, String) {
        self.request("DELETE", name, Value::Null).await
    }

    /// Lets the platform verify the URL, as the console does.
    async fn connect(&self, name: &str, account: &Account) -> Result<(), Problem> {
        account.connect_service_at(&format!("/wx/{name}"), self.app.clone()).await
    }
}

fn values(account: &Account) -> Value {
    let Credentials { product, id, agent_id, secret, token, aes_key, .. } = account.credentials();
    json!({
        "kind": product.to_string(), "app_id": id.to_string(), "agent_id": agent_id,
        "secret": secret.expose(), "token": token.expose(), "encoding_aes_key": aes_key.expose(),
    })
}

async fn answers(account: &Account, text: &str) {
    let expected = format!("{}: {text}", account.id());
    account.follower("ann").says(text).await.expect_text(expected.as_str()).await;
}

#[tokio::test]
async fn accounts_come_and_go_while_messages_flow() {
    let platform = Emulator::start().await;
    let setup = Setup::new(&platform).await;
    let (one, two) = (platform.official(), platform.work());
    let added = (StatusCode::OK, format!("added official:{}\n", one.id()));
    assert_eq!(setup.put("one", &one).await, added);
    setup.connect("one", &one).await.unwrap();

    let talk = async {
        for number in 0..50 {
            answers(&one, &number.to_string()).await;
        }
    };
    let change = async {
        assert!(setup.connect("two", &two).await.is_err(), "it is not served yet");
        let (status, text) = setup.put("two", &two).await;
        assert_eq!(status, StatusCode::OK, "{text}");
        setup.connect("two", &two).await.unwrap();
        answers(&two, "hello").await;

        // New values, first here and then in the console.
        let token = CallbackToken::new("NewToken").unwrap();
        let two = two.clone().token(token).key(EncodingAesKey::new(OTHER_KEY).unwrap());
        let (status, text) = setup.put("two", &two).await;
        assert!(status == StatusCode::OK && text.starts_with("changed work:"), "{status} {text}");
        setup.connect("two", &two).await.unwrap();
        answers(&two, "hello again").await;

        let (status, text) = setup.delete("two").await;
        assert!(status == StatusCode::OK && text.starts_with("removed work:"), "{status} {text}");
        assert!(setup.connect("two", &two).await.is_err(), "it is not served any more");
        assert_eq!(setup.delete("two").await.0, StatusCode::NOT_FOUND);
    };
    tokio::join!(talk, change);
    answers(&one, "goodbye").await;
}

#[tokio::test]
async fn an_account_with_wrong_values_is_not_served_and_the_others_are() {
    let platform = Emulator::start().await;
    let setup = Setup::new(&platform).await;
    let one = platform.official();
    setup.put("one", &one).await;
    setup.connect("one", &one).await.unwrap();
    let mut wrong = values(&platform.mini());
    wrong["encoding_aes_key"] = "too-short".into();
    let (status, text) = setup.request("PUT", "two", wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text.contains("encoding_aes_key") && !text.contains("too-short"), "{text}");
    answers(&one, "hello").await;
    let (status, text) = setup.put("two", &platform.mini()).await;
    assert_eq!((status, text), (StatusCode::OK, format!("added mini:{}\n", platform.mini().id())));
}

#[tokio::test]
async fn accounts_outlive_the_process() {
    let platform = Emulator::start().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("accounts.sqlite");
    let one = platform.official();
    {
        let accounts = Accounts::open(&file).await.unwrap();
        accounts.put("one", serde_json::from_value(values(&one)).unwrap()).await.unwrap();
    }
    let bot = bot(Accounts::open(&file).await.unwrap());
    let bot = bot.clock(Arc::new(platform.clock())).transport(one.transport());
    let app = bot.build(&Config::default()).unwrap();
    app.ready().await.unwrap();
    one.connect_service_at("/wx/one", app).await.unwrap();
    answers(&one, "hello").await;
}
