//! Many processes that share a store need a token at the same time: `token STORE_URL PROCESSES` prints how
//! many tokens were fetched, and how many milliseconds the slowest call took.

use std::{
    env,
    io::{BufRead, BufReader, Read},
    process::{Child, ChildStdin, Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{Router, extract::State, http::Uri};
use weixin::{
    bot::{AccountConfig, Config, StoreConfig},
    prelude::*,
};

/// How long the platform takes for a token.
const FETCH: Duration = Duration::from_millis(50);

async fn answer(State(tokens): State<Arc<AtomicUsize>>, uri: Uri) -> String {
    if !uri.path().ends_with("/stable_token") {
        return r#"{"errcode":0,"errmsg":"ok"}"#.to_owned();
    }
    let number = tokens.fetch_add(1, Ordering::SeqCst);
    tokio::time::sleep(FETCH).await;
    format!(r#"{{"access_token":"T{number}","expires_in":7200}}"#)
}

/// A process that makes one call as soon as its input ends, and prints how long it took.
async fn child(store: &str, url: &str) {
    let account = AccountConfig::official("wx0123456789abcdef", "secret").api_base(url);
    let config = Config::new(account).store(StoreConfig::new(store));
    let client = config.client().expect("a client");
    println!("ready");
    std::io::stdin().read_to_end(&mut Vec::new()).expect("the end of the input");
    let began = Instant::now();
    client.send_text(OpenId::new("oSender"), "hello").await.expect("a success");
    println!("{}", began.elapsed().as_millis());
}

struct Running {
    child: Child,
    input: ChildStdin,
    output: BufReader<std::process::ChildStdout>,
}

fn start(store: &str, url: &str) -> Running {
    let program = env::current_exe().expect("this program");
    let mut child = Command::new(program)
        .args(["child", store, url])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a process");
    let input = child.stdin.take().expect("a pipe");
    let output = BufReader::new(child.stdout.take().expect("a pipe"));
    Running { child, input, output }
}

fn line(output: &mut impl BufRead) -> String {
    let mut line = String::new();
    output.read_line(&mut line).expect("UTF-8");
    line.trim().to_owned()
}

/// Starts all processes, lets them call at once, and returns the longest time.
fn call_at_once(store: &str, url: &str, processes: usize) -> u64 {
    let mut running: Vec<Running> = (0..processes).map(|_| start(store, url)).collect();
    for process in &mut running {
        assert_eq!(line(&mut process.output), "ready");
    }
    let (inputs, rest): (Vec<_>, Vec<_>) = running
        .into_iter()
        .map(|Running { child, input, output }| (input, (child, output)))
        .unzip();
    drop(inputs);
    let mut longest = 0;
    for (mut child, mut output) in rest {
        let took = line(&mut output).parse().expect("milliseconds");
        assert!(child.wait().expect("an exit").success());
        longest = longest.max(took);
    }
    longest
}

#[tokio::main]
async fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["child", store, url] => child(store, url).await,
        [store, processes] => {
            let processes = processes.parse().expect("a number");
            let tokens = Arc::new(AtomicUsize::new(0));
            let app = Router::new().fallback(answer).with_state(tokens.clone());
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
            let url = format!("http://{}", listener.local_addr().expect("an address"));
            tokio::spawn(async move { axum::serve(listener, app).await });
            let store = store.to_owned();
            let calls = tokio::task::spawn_blocking(move || call_at_once(&store, &url, processes));
            let longest = calls.await.expect("no panic");
            println!("{} {longest}", tokens.load(Ordering::SeqCst));
        }
        _ => panic!("token STORE_URL PROCESSES"),
    }
}
