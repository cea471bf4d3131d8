//! Two processes of the bot and a real Redis behind a round robin, with the emulator as the platform.

#![cfg(unix)]

use std::{
    collections::HashMap,
    env,
    fs::{self, File},
    path::{Path, PathBuf},
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{Method, StatusCode, Uri},
    response::{IntoResponse, Response},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
};
use weixin::{
    api::{Clock, SystemClock},
    bot::HEALTH_PATH,
    emulator::{timeline::MessageContent, *},
};

/// How long the test waits for something before it fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a claim of a process is valid that does not renew it.
const CLAIM_TTL: Duration = Duration::from_secs(15);

const USERS: usize = 10;
const MESSAGES_PER_USER: usize = 5;

async fn wait_for(what: &str, mut condition: impl AsyncFnMut() -> bool) {
    let clock: &dyn Clock = &SystemClock;
    let waiting = async {
        while !condition().await {
            clock.sleep(Duration::from_millis(50)).await;
        }
    };
    assert!(clock.timeout(PATIENCE, waiting).await.is_ok(), "{what}: not within {PATIENCE:?}");
}

/// The port of a listener that is closed again.
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// A process that is killed at the end of the test.
struct Process {
    child: Child,
    port: u16,
    log: PathBuf,
}

impl Process {
    fn start(mut command: Command, port: u16, log: PathBuf) -> Self {
        let file = File::create(&log).unwrap();
        command.stdin(Stdio::null()).stdout(file.try_clone().unwrap()).stderr(file);
        let child = command.kill_on_drop(true).spawn().unwrap();
        Self { child, port, log }
    }

    fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    /// How often each message was handled, by its id.
    fn handled(&self) -> HashMap<String, usize> {
        let mut handled = HashMap::new();
        for line in self.log().lines().filter(|line| line.contains("handling a message")) {
            let (_, id) = line.split_once("id=").unwrap_or_else(|| panic!("{line}"));
            *handled
                .entry(id.trim_matches(|c: char| !c.is_ascii_digit()).to_owned())
                .or_default() += 1;
        }
        handled
    }
}

/// Starts a Redis that writes down every change.
async fn start_redis(folder: &Path) -> Process {
    let program = env::var_os("WEIXIN_TEST_REDIS_SERVER").unwrap_or_else(|| "redis-server".into());
    let port = free_port();
    let mut command = Command::new(program);
    command.args(["--port", &port.to_string(), "--bind", "127.0.0.1", "--appendonly", "yes"]);
    command.arg("--dir").arg(folder);
    let redis = Process::start(command, port, folder.join("redis.log"));
    wait_for("Redis", async || {
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)).await else { return false };
        let mut answer = [0; 5];
        stream.write_all(b"PING\r\n").await.is_ok()
            && stream.read_exact(&mut answer).await.is_ok()
            && &answer == b"+PONG"
    })
    .await;
    redis
}

async fn start_bot(name: &str, folder: &Path, platform: &Emulator, redis: u16) -> Process {
    let Credentials { id, secret, token, aes_key, .. } = platform.official().credentials();
    let (port, redis) = (free_port(), format!("redis://127.0.0.1:{redis}"));
    let mut command = Command::new(env!("CARGO_BIN_EXE_two-processes"));
    for (variable, _) in env::vars_os() {
        if variable.to_string_lossy().starts_with("WEIXIN_") {
            command.env_remove(variable);
        }
    }
    command.current_dir(folder).envs([
        ("HOSTNAME", name),
        ("RUST_LOG", "info"),
        ("WEIXIN_KIND", "official"),
        ("WEIXIN_APP_ID", id.as_str()),
        ("WEIXIN_SECRET", secret.expose()),
        ("WEIXIN_TOKEN", token.expose()),
        ("WEIXIN_ENCODING_AES_KEY", aes_key.expose()),
        ("WEIXIN_API_BASE", &platform.url().unwrap()),
        ("WEIXIN_LISTEN", &format!("127.0.0.1:{port}")),
        ("WEIXIN_INBOX_URL", &redis),
        ("WEIXIN_STORE_URL", &redis),
        ("WEIXIN_QUIET", "1"),
    ]);
    let bot = Process::start(command, port, folder.join(format!("{name}.log")));
    let health = format!("http://127.0.0.1:{port}{HEALTH_PATH}");
    wait_for(&format!("{name} ({})", bot.log.display()), async || {
        reqwest::get(&health).await.is_ok_and(|response| response.status() == 200)
    })
    .await;
    bot
}

/// What `nginx.conf` of this folder does: requests go to the bots in turn, and to the other one if
/// one does not listen.
#[derive(Clone)]
struct RoundRobin {
    http: reqwest::Client,
    bots: Arc<[u16]>,
    next: Arc<AtomicUsize>,
}

impl RoundRobin {
    /// Returns the URL.
    async fn start(bots: [u16; 2]) -> String {
        let (http, next) = (reqwest::Client::new(), Arc::default());
        let proxy = Self { http, bots: bots.into(), next };
        let app = Router::new().fallback(forward).with_state(proxy);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move { axum::serve(listener, app).await });
        format!("http://{address}/callback")
    }
}

async fn forward(
    State(proxy): State<RoundRobin>,
    method: Method,
    uri: Uri,
    body: Bytes,
) -> Response {
    let first = proxy.next.fetch_add(1, Ordering::Relaxed);
    for turn in first..first + proxy.bots.len() {
        let url = format!("http://127.0.0.1:{}{uri}", proxy.bots[turn % proxy.bots.len()]);
        match proxy.http.request(method.clone(), url).body(body.clone()).send().await {
            Ok(response) => {
                return (response.status(), Body::from_stream(response.bytes_stream()))
                    .into_response();
            }
            Err(error) if error.is_connect() => {}
            Err(_) => break,
        }
    }
    StatusCode::BAD_GATEWAY.into_response()
}

/// The texts that the person has received as answers, without the names of the processes.
fn answers(person: &Person) -> Vec<String> {
    let texts = person.chat().into_iter().filter_map(|message| match message {
        MessageContent::Text { text } => Some(text),
        _ => None,
    });
    texts.filter_map(|text| Some(text.split_once('（')?.0.to_owned())).collect()
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "needs Redis: `cargo xtask examples` runs it"]
async fn each_message_is_handled_and_answered_once_and_survives_a_process() {
    let folder = tempfile::tempdir().unwrap();
    let platform = Emulator::builder().real_time().port(0).start().await.unwrap();
    let account = platform.official().rules(|rules| {
        // The first connection breaks early, so a message that takes longer is repeated.
        let after = Duration::from_millis(300);
        rules.push.cut = Some(CutRule { after, deliveries: 1 });
        rules.push.spacing = Duration::from_secs(1);
        rules.push.block_after = 0;
    });
    let redis = start_redis(folder.path()).await;
    let mut first = start_bot("first", folder.path(), &platform, redis.port).await;
    let second = start_bot("second", folder.path(), &platform, redis.port).await;
    account.connect_url(&RoundRobin::start([first.port, second.port]).await).await.unwrap();

    // Some messages are answered at once, others take a second.
    let users: Vec<_> = (0..USERS).map(|user| platform.follower(&format!("user{user}"))).collect();
    let content = |number: usize| format!("{} message {number}", number % 2);
    for number in 0..MESSAGES_PER_USER {
        for user in &users {
            user.says(content(number)).await;
        }
    }
    wait_for("an answer to each message", async || {
        users.iter().all(|user| answers(user).len() >= MESSAGES_PER_USER)
    })
    .await;
    let deliveries =
        |user: &Person| user.traces().iter().map(|trace| trace.deliveries().count()).sum::<usize>();
    let delivered: usize = users.iter().map(deliveries).sum();
    let messages = USERS * MESSAGES_PER_USER;
    assert!(delivered > messages, "nothing was repeated");
    let (by_first, by_second) = (first.handled(), second.handled());
    assert!(!by_first.is_empty() && !by_second.is_empty(), "{by_first:?} {by_second:?}");
    let mut handled = by_first;
    by_second.into_iter().for_each(|(id, times)| *handled.entry(id).or_default() += times);
    assert_eq!((handled.len(), handled.values().sum::<usize>()), (messages, messages));

    // Users who write while one process is killed.
    let before = first.handled().len();
    let late: Vec<_> = (0..6).map(|user| platform.follower(&format!("late{user}"))).collect();
    for user in &late {
        user.says("3 seconds").await;
    }
    wait_for("work of the first process", async || first.handled().len() > before).await;
    first.child.kill().await.unwrap();
    let in_flight = first.handled().len() - before;
    let clock: &dyn Clock = &SystemClock;
    let killed = clock.now();
    wait_for("an answer to each message in flight", async || {
        late.iter().all(|user| !answers(user).is_empty())
    })
    .await;
    let taken = clock.now().since(killed);
    assert!(taken < CLAIM_TTL * 2, "{in_flight} messages were taken over after {taken:?}");

    // The second process has answered what the first had begun, and nothing was answered twice.
    for user in &late {
        assert_eq!(answers(user), ["3 seconds"], "{:?}", user.traces());
    }
    let expected: Vec<_> = (0..MESSAGES_PER_USER).map(content).collect();
    for user in &users {
        assert_eq!(sorted(answers(user)), sorted(expected.clone()), "{:?}", user.traces());
    }
}

#[test]
fn the_health_checks_use_the_path_of_the_bot() {
    let compose = include_str!("../compose.yaml");
    assert_eq!(compose.matches("http://127.0.0.1").count(), 2);
    assert!(compose.contains(&format!("http://127.0.0.1:8080{HEALTH_PATH}\"")), "the bots");
    assert!(compose.contains(&format!("http://127.0.0.1{HEALTH_PATH}\"")), "the proxy");
}
