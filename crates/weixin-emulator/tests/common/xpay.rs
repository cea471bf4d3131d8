//! Calls of virtual payment, signed by hand, and a bot that hears its notices.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "not every test uses everything")]

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use serde_json::{Value, json};
use weixin_api::Signed;
use weixin_emulator::{Account, Emulator, Format, Mode, Person, VirtualPaymentCredentials};
use weixin_mini::virtual_payment::{SignedVirtualPayment, VirtualPaymentKey, VirtualPaymentOrder};
use weixin_protocol::Secret;

use crate::common::{Answer, Heard, bot, call, send, token};

pub const HANDLED: &str = r#"{"ErrCode":0,"ErrMsg":"success"}"#;

/// A Mini Program with its keys and a person who has logged in.
pub struct Shop {
    pub platform: Emulator,
    pub account: Account,
    pub keys: VirtualPaymentCredentials,
    pub ann: Person,
    pub session_key: Secret,
    pub heard: Heard,
}

/// The signatures of a call.
pub enum Signatures<'k> {
    App(&'k Secret),
    Both(&'k Secret, &'k Secret),
    Raw(&'k str),
}

impl Shop {
    /// A shop whose bot answers the nth notice with `answer(n)`.
    pub async fn open(answer: impl Fn(usize) -> Answer + Clone + Send + Sync + 'static) -> Self {
        let platform = Emulator::start().await;
        let account =
            platform.mini().mode(Mode::Plain).format(Format::Json).virtual_goods("sword", 600);
        let count = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let (router, heard) = bot(&account, move |_| {
            let number = count.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let answer = answer(number);
            Box::pin(async move { answer })
        });
        account.connect_service(router).await.unwrap();
        let ann = account.person("ann");
        let session_key = log_in(&platform, &account, &ann).await;
        let keys = account.credentials().virtual_payment.unwrap();
        Self { platform, account, keys, ann, session_key, heard }
    }

    /// A shop whose bot handles every notice.
    pub async fn handling() -> Self {
        Self::open(|_| Answer::Raw(200, HANDLED.to_owned())).await
    }

    pub fn key(&self) -> VirtualPaymentKey {
        VirtualPaymentKey::live(self.keys.live_key.clone())
    }

    /// An order of one sword, signed as the server does.
    pub fn sword(&self, number: &str) -> SignedVirtualPayment {
        let order = VirtualPaymentOrder::goods(
            self.keys.offer_id.clone(),
            number.to_owned(),
            "sword",
            1,
            600,
        );
        self.key().sign(&self.session_key, order.attach("a")).unwrap()
    }

    /// Calls the API.
    pub async fn call(&self, name: &str, body: Value, signatures: Signatures<'_>) -> Value {
        let (path, text) = (format!("/xpay/{name}"), body.to_string());
        let pay = |key: &Secret| Signed::PathAndBody.sign(key, &path, text.as_bytes());
        let query = match signatures {
            Signatures::App(key) => format!("&pay_sig={}", pay(key)),
            Signatures::Both(key, session_key) => {
                let signature = Signed::Body.sign(session_key, "", text.as_bytes());
                format!("&pay_sig={}&signature={signature}", pay(key))
            }
            Signatures::Raw(query) => query.to_owned(),
        };
        // The clock of some tests runs for days.
        let token = token(&self.platform, &self.account).await;
        let uri = format!("{path}?access_token={token}{query}");
        let request = Request::builder().method(Method::POST).uri(uri);
        let request = request.header(header::CONTENT_TYPE, "application/json");
        let (_, bytes) = send(&self.platform, request.body(Body::from(text)).unwrap()).await;
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Calls the API in the live environment, signed with the app key; ann is the user.
    pub async fn live(&self, name: &str, mut body: Value) -> Value {
        body["env"] = 0.into();
        body["openid"] = self.ann.id().as_str().into();
        self.call(name, body, Signatures::App(&self.keys.live_key)).await
    }

    /// Calls the API as [`live`](Self::live), signed with both keys.
    pub async fn of_user(&self, name: &str, mut body: Value) -> Value {
        body["env"] = 0.into();
        body["openid"] = self.ann.id().as_str().into();
        self.call(name, body, Signatures::Both(&self.keys.live_key, &self.session_key)).await
    }

    /// The order, as the API describes it.
    pub async fn order(&self, number: &str) -> Value {
        self.live("query_order", json!({"order_id": number})).await["order"].take()
    }
}

/// The session key of a new login.
pub async fn log_in(platform: &Emulator, account: &Account, person: &Person) -> Secret {
    let credentials = account.credentials();
    let path = format!(
        "/sns/jscode2session?appid={}&secret={}&js_code={}&grant_type=authorization_code",
        credentials.id,
        credentials.secret.expose(),
        person.logs_in()
    );
    let session = call(platform, Method::GET, &path, None).await;
    Secret::new(session["session_key"].as_str().unwrap())
}
