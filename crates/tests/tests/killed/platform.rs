//! The platform: it delivers messages until a delivery is accepted, and counts what it is sent.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{Json, Router, extract::State, http::Uri};
use futures_util::{StreamExt, stream};
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinHandle};
use weixin::{
    api::{Clock, SystemClock},
    prelude::*,
    protocol::{BotAnswer, Format, Inbound, Mode, PassiveReply, Product},
};
use weixin_tests::wait::poll_until;

use crate::{
    bots::Bots,
    common::{NOW, platform, push_at},
};

const CONCURRENT: usize = 40;
const USERS: usize = 25;

/// How long the platform waits for an answer, and before it repeats a push.
const DEADLINE: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_secs(1);
const DELIVERIES: usize = 8;

/// The platform's API: it accepts every message.
pub struct Api {
    address: String,
    sent: Sent,
}

/// How often each text was sent separately.
type Sent = Arc<Mutex<HashMap<String, usize>>>;

impl Api {
    pub async fn serve() -> Self {
        let sent = Sent::default();
        let api = Router::new().fallback(call).with_state(sent.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, api).await.unwrap() });
        Self { address, sent }
    }

    pub fn address(&self) -> &str {
        &self.address
    }

    pub fn sent(&self) -> HashMap<String, usize> {
        self.sent.lock().unwrap().clone()
    }
}

async fn call(State(sent): State<Sent>, uri: Uri, body: String) -> Json<Value> {
    // The host of the call is a prefix of the path.
    if uri.path().ends_with("/cgi-bin/stable_token") {
        return Json(json!({"access_token": "T", "expires_in": 7200}));
    }
    assert!(uri.path().ends_with("/cgi-bin/message/custom/send"), "{uri}");
    let message: Value = serde_json::from_str(&body).unwrap();
    let text = message["text"]["content"].as_str().unwrap().to_owned();
    *sent.lock().unwrap().entry(text).or_default() += 1;
    Json(json!({"errcode": 0, "errmsg": "ok"}))
}

/// How the platform sees a push.
#[derive(Debug, Clone, PartialEq)]
pub enum PushOutcome {
    Answered(String),
    Acknowledged,
    /// No delivery was accepted.
    Failed,
}

/// Messages to be pushed. Every second one is answered late.
#[derive(Debug, Clone, Copy)]
pub struct Pushes {
    pub messages: usize,
    /// After which time the first delivery of every third message is cut off, and repeated at once.
    pub cut: Option<Duration>,
}

/// Messages that are being pushed.
pub struct Running {
    begun: Arc<AtomicUsize>,
    pushes: JoinHandle<Vec<(String, PushOutcome)>>,
}

impl Pushes {
    pub fn of(messages: usize) -> Self {
        Self { messages, cut: None }
    }

    /// Begins to push to the bots, alternating between them.
    pub fn begin(self, bots: &Bots) -> Running {
        let bots = bots.addresses();
        let http = reqwest::Client::new();
        let begun = Arc::new(AtomicUsize::new(0));
        let count = begun.clone();
        let pushes = tokio::spawn(async move {
            stream::iter(0..self.messages)
                .map(|number| {
                    count.fetch_add(1, Ordering::Relaxed);
                    let (http, bots) = (http.clone(), bots.clone());
                    async move { self.push(&http, &bots, number).await }
                })
                .buffer_unordered(CONCURRENT)
                .collect()
                .await
        });
        Running { begun, pushes }
    }

    /// Delivers a message as the platform does, until a delivery is accepted.
    async fn push(
        self,
        http: &reqwest::Client,
        bots: &[SocketAddr],
        number: usize,
    ) -> (String, PushOutcome) {
        let kind = if number.is_multiple_of(2) { "fast" } else { "slow" };
        let content = format!("{kind} {number}");
        let header = Header::new(format!("oUser{}", number % USERS), "gh_0123456789ab", NOW)
            .with_msg_id((1_000_000 + number).to_string());
        let inbound = Inbound::of(&header, &Text::new(header.clone(), &content), Format::Xml);
        let cut = self.cut.filter(|_| number.is_multiple_of(3));
        for delivery in 0..DELIVERIES {
            let is_repeat_of_cut = delivery == 1 && cut.is_some();
            if delivery > 0 && !is_repeat_of_cut {
                SystemClock.sleep_until(SystemClock.now() + PAUSE).await;
            }
            let deadline = cut.filter(|_| delivery == 0).unwrap_or(DEADLINE);
            // Each delivery has another nonce.
            let push = push_at(Product::Official, &inbound, Mode::Safe, NOW);
            let bot = bots[(number + delivery) % bots.len()];
            let url = format!("http://{bot}/callback?{}", push.query.to_query_string());
            let request = http.post(url).timeout(deadline).body(push.body.clone());
            let Ok(response) = request.send().await else { continue };
            if response.status() != 200 {
                continue;
            }
            let Ok(body) = response.text().await else { continue };
            return match platform(Product::Official).read_answer(&push, &body).unwrap() {
                BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => {
                    (content, PushOutcome::Answered(text))
                }
                BotAnswer::Empty => (content, PushOutcome::Acknowledged),
                other => panic!("{other:?}"),
            };
        }
        (content, PushOutcome::Failed)
    }
}

impl Running {
    /// Waits until so many messages have begun.
    pub async fn until_begun(&mut self, messages: usize) {
        let begun = async || (self.begun.load(Ordering::Relaxed) >= messages).then_some(());
        poll_until(begun).await.unwrap();
    }

    /// What became of each message.
    pub async fn outcomes(self) -> Vec<(String, PushOutcome)> {
        self.pushes.await.unwrap()
    }
}
