//! How many pushes the emulator makes a second to a bot that only acknowledges them:
//! `emulator service|url PUSHES` prints the number.

use std::{
    collections::HashMap,
    env,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use axum::{Router, body::Bytes, extract::Query, routing::get};
use weixin::emulator::{Emulator, Mode, PushOutcome};

/// How many people write at the same time.
const PEOPLE: usize = 64;

async fn verify(Query(mut query): Query<HashMap<String, String>>) -> String {
    query.remove("echostr").unwrap_or_default()
}

async fn acknowledge(_body: Bytes) -> &'static str {
    "success"
}

#[tokio::main]
async fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let [way, pushes] = args.as_slice() else { panic!("emulator service|url PUSHES") };
    let pushes: usize = pushes.parse().expect("a number");
    let bot = Router::new().route("/", get(verify).post(acknowledge));
    let platform = Emulator::builder().real_time().start().await.expect("an emulator");
    let account = platform.official().mode(Mode::Safe);
    if way == "url" {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, bot).await });
        account.connect_url(&url).await.expect("a verified URL");
    } else {
        account.connect_service(bot).await.expect("a verified service");
    }
    // The first pushes open connections.
    say(&platform, PEOPLE * 4).await;
    let began = Instant::now();
    say(&platform, pushes).await;
    println!("{:.0}", pushes as f64 / began.elapsed().as_secs_f64());
}

/// Lets people write so many texts, each after its last one was acknowledged.
async fn say(platform: &Emulator, pushes: usize) {
    let next = Arc::new(AtomicUsize::new(0));
    let tasks: Vec<_> = (0..PEOPLE)
        .map(|number| {
            let (person, next) = (platform.follower(&format!("person {number}")), next.clone());
            tokio::spawn(async move {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= pushes {
                        return;
                    }
                    let outcome = person.says(format!("message {index}")).await.outcome().await;
                    assert_eq!(outcome, PushOutcome::Empty, "the bot acknowledges every push");
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.expect("no panic");
    }
}
