//! Calls an API: `calls RUNTIME ours|reqwest|hyper CONCURRENT CALLS URL` sends so many messages and prints
//! the processor time of a call in microseconds, and the number of calls a second.

use std::{
    env,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use axum::body::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{Request, Uri, header::CONTENT_TYPE};
use hyper_util::{
    client::legacy::{Client as HyperClient, connect::HttpConnector},
    rt::TokioExecutor,
};
use serde::{Deserialize, Serialize};
use weixin::prelude::*;

const USER: &str = "oSender000000000000000000001";

#[derive(Serialize)]
struct Message<'a> {
    touser: &'a str,
    msgtype: &'a str,
    text: Content<'a>,
}

#[derive(Serialize)]
struct Content<'a> {
    content: &'a str,
}

#[derive(Deserialize)]
struct Outcome {
    errcode: i64,
}

/// A client that sends one message.
trait Sender: Clone + Send + 'static {
    fn send(&self) -> impl Future<Output = ()> + Send;
}

#[derive(Clone)]
struct Ours(Client<Any>);

impl Sender for Ours {
    async fn send(&self) {
        self.0.send_text(OpenId::new(USER), "hello").await.expect("a success");
    }
}

#[derive(Clone)]
struct Bare {
    client: reqwest::Client,
    url: String,
}

impl Sender for Bare {
    async fn send(&self) {
        let call = self.client.post(&self.url).header("Content-Type", "application/json");
        let response = call.body(message()).send().await.expect("a response");
        let body = response.error_for_status().expect("a success").bytes().await.expect("a body");
        check(&body);
    }
}

/// Without reqwest: what its pool, redirects and addresses cost.
#[derive(Clone)]
struct Hyper {
    client: HyperClient<HttpConnector, Full<Bytes>>,
    url: Uri,
}

impl Sender for Hyper {
    async fn send(&self) {
        let request = Request::post(self.url.clone())
            .header(CONTENT_TYPE, "application/json")
            .body(Full::from(message()))
            .expect("a request");
        let response = self.client.request(request).await.expect("a response");
        assert!(response.status().is_success());
        check(&response.into_body().collect().await.expect("a body").to_bytes());
    }
}

fn message() -> Vec<u8> {
    let text = Content { content: "hello" };
    let message = Message { touser: USER, msgtype: "text", text };
    serde_json::to_vec(&message).expect("JSON")
}

fn check(body: &[u8]) {
    let outcome: Outcome = serde_json::from_slice(body).expect("JSON");
    assert_eq!(outcome.errcode, 0);
}

async fn send_all(sender: impl Sender, concurrent: usize, calls: usize) {
    let next = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..concurrent)
        .map(|_| {
            let (sender, next) = (sender.clone(), next.clone());
            tokio::spawn(async move {
                while next.fetch_add(1, Ordering::Relaxed) < calls {
                    sender.send().await;
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic");
    }
}

async fn measure(sender: impl Sender, concurrent: usize, calls: usize) {
    // Fetches the token, and opens the connections.
    send_all(sender.clone(), concurrent, concurrent * 4).await;
    let (cpu, began) = (servers::cpu(), Instant::now());
    send_all(sender, concurrent, calls).await;
    let took = began.elapsed().as_secs_f64();
    let cpu = (servers::cpu() - cpu).as_secs_f64() * 1e6 / calls as f64;
    println!("{cpu:.2} {:.0}", calls as f64 / took);
}

fn main() {
    let args: Vec<String> = env::args().skip(2).collect();
    let [client, concurrent, calls, url] = args.as_slice() else {
        panic!("calls RUNTIME ours|reqwest|hyper CONCURRENT CALLS URL")
    };
    let number = |text: &String| text.parse().expect("a number");
    let (concurrent, calls) = (number(concurrent), number(calls));
    servers::run(async {
        if client == "ours" {
            let account = AccountConfig::official("wx0123456789abcdef", "secret").api_base(url);
            let client = Config::new(account).client().expect("a client");
            measure(Ours(client), concurrent, calls).await;
            return;
        }
        let url = format!("{url}/cgi-bin/message/custom/send?access_token=TOKEN");
        if client == "hyper" {
            let client = HyperClient::builder(TokioExecutor::new()).build_http();
            let url = url.parse().expect("an address");
            measure(Hyper { client, url }, concurrent, calls).await;
        } else {
            let client = reqwest::Client::builder().build().expect("a client");
            measure(Bare { client, url }, concurrent, calls).await;
        }
    });
}
