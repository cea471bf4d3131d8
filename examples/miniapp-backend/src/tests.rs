//! A user at the phone, and what comes back.

use axum::{Router, body::Body};
use http::{Method, Request, Response, StatusCode, header};
use serde_json::{Value, json};
use tower::ServiceExt;
use weixin::{
    emulator::{Account, Connect, Emulator, InProcess, Person},
    web::Web,
};

use crate::{messages, pages};

struct Phone {
    account: Account,
    person: Person,
    server: Router,
    token: String,
}

impl Phone {
    async fn new() -> Self {
        let platform = Emulator::start().await;
        let account = platform.mini();
        let template = account.add_subscription_template("发货", &[("商品", "thing1")], false);
        let app = account.connect(messages::bot(Some(template))).await.unwrap();
        let web = Web::new(platform.mini_client(), app.store());
        let server = pages::routes(web).fallback_service(app);
        let person = account.person("ann");
        let mut phone = Self { account, person, server, token: String::new() };
        let login = phone.post("/login", json!({ "code": phone.person.logs_in() })).await;
        let login: Value = serde_json::from_slice(&body(login).await).unwrap();
        phone.token = login["token"].as_str().unwrap().to_owned();
        phone
    }

    async fn send(&self, method: Method, path: &str, kind: &str, body: Body) -> Response<Body> {
        let request = Request::builder()
            .method(method)
            .uri(format!("/{}{path}", self.account.id()))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, kind)
            .body(body)
            .unwrap();
        self.server.clone().oneshot(request).await.unwrap()
    }

    async fn post(&self, path: &str, body: Value) -> Response<Body> {
        self.send(Method::POST, path, "application/json", body.to_string().into()).await
    }

    async fn get(&self, path: &str) -> Response<Body> {
        self.send(Method::GET, path, "", Body::empty()).await
    }
}

async fn body(response: Response<Body>) -> Vec<u8> {
    axum::body::to_bytes(response.into_body(), 1 << 20).await.unwrap().to_vec()
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(body(response).await).unwrap()
}

#[tokio::test]
async fn a_user_logs_in_and_shares_what_they_like() {
    let phone = Phone::new().await;
    let me = text(phone.get("/me").await).await;
    assert!(me.contains(phone.person.id().as_str()), "{me}");
    let data = phone.person.profile_data().unwrap();
    let sealed = json!({ "encryptedData": data.encrypted_data, "iv": data.iv });
    assert!(text(phone.post("/profile", sealed).await).await.contains("\"nickName\":\"ann\""));
    let code = json!({ "code": phone.person.gives_phone_number("13800000000") });
    assert_eq!(text(phone.post("/phone", code).await).await, r#"{"number":"13800000000"}"#);
}

#[tokio::test]
async fn codes_and_comments() {
    let phone = Phone::new().await;
    let code = phone.get("/code?scene=table-7").await;
    assert_eq!(code.headers()[header::CONTENT_TYPE], "image/png");
    assert!(body(code).await.starts_with(b"\x89PNG"));
    let comment = async |text: &'static str| {
        phone.send(Method::POST, "/comments", "text/plain", text.into()).await
    };
    assert_eq!(text(comment("好喝").await).await, "published");
    let risky = comment("违规内容").await;
    assert_eq!(risky.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(text(risky).await.contains("content-rejected"));
    let nothing = phone.get("/nothing").await;
    assert_eq!(nothing.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_five_rules_of_the_demo() {
    let phone = Phone::new().await;
    let ann = &phone.person;
    ann.says("文本").await.expect_text("这是一条文本消息。").await;
    let picture = ann.says("图片").await.expect_image().await;
    assert!(picture.starts_with(b"\x89PNG"));
    let code = ann.says("二维码").await.expect_image().await;
    assert!(code.starts_with(b"\x89PNG") && code != picture);
    ann.says("订阅消息").await.expect_text("请先在小程序中订阅消息。").await;
    ann.says("你好").await.expect_text("请发送：订阅消息、文本、图片、二维码").await;
}
