//! The load: people of five accounts, and somebody who edits the configuration.

use std::{
    path::Path,
    process::{ExitCode, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    net::TcpListener,
    process::{Child, Command},
    task::JoinSet,
    time::{MissedTickBehavior, interval, sleep},
};
use weixin::emulator::{Account, Credentials, Emulator, Format, Product};

use crate::bot::{EACH, answer};

const PUSHES_PER_MINUTE: u64 = 10_000;
const PEOPLE: usize = 40;

/// An account, and where its callback is.
struct Served {
    account: Account,
    path: String,
}

pub async fn run(minutes: u64) -> ExitCode {
    let emulator = Emulator::builder().real_time().start().await.expect("the emulator starts");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
    let api = emulator.serve(listener).expect("the emulator listens");
    let api = api.trim_end_matches('/').to_owned();
    let accounts: Vec<_> = [
        emulator.official(),
        emulator.add_account(Product::Official),
        emulator.mini().format(Format::Json),
        emulator.work(),
        emulator.add_account(Product::Work),
    ]
    .into_iter()
    .enumerate()
    .map(|(number, account)| Served { account, path: format!("/callback/{number}") })
    .collect();
    let spare = Served {
        account: emulator.add_account(Product::Official),
        path: "/callback/spare".to_owned(),
    };

    let port = free_port().await;
    let folder = tempfile::tempdir().expect("there is a folder for the configuration");
    configure(folder.path(), port, &api, accounts.iter());
    let mut bot = start_bot(folder.path());
    for Served { account, path } in &accounts {
        connect(account, &format!("http://127.0.0.1:{port}{path}")).await;
    }

    let sent = Arc::<AtomicU64>::default();
    let wrong = Arc::<AtomicU64>::default();
    let begun = Instant::now();
    let length = Duration::from_secs(minutes * 60);
    let mut tasks = JoinSet::new();
    let people = accounts.len() * PEOPLE;
    let pause = Duration::from_secs(60) * u32::try_from(people).expect("few")
        / u32::try_from(PUSHES_PER_MINUTE).expect("few");
    for (index, Served { account, .. }) in accounts.iter().enumerate() {
        for person in 0..PEOPLE {
            let talk = Talk {
                account: account.clone(),
                name: format!("person{person}"),
                seed: index * PEOPLE + person,
                until: begun + length,
                pause,
                sent: Arc::clone(&sent),
                wrong: Arc::clone(&wrong),
            };
            tasks.spawn(talk.run());
        }
    }

    // The configuration is edited every ten seconds: an account comes and goes, and now and then the file
    // is not valid.
    let mut samples = Vec::new();
    let mut edits = 0_u64;
    while begun.elapsed() < length {
        sleep(Duration::from_secs(10)).await;
        match edits % 3 {
            0 => configure(folder.path(), port, &api, accounts.iter().chain([&spare])),
            1 => {
                std::fs::write(folder.path().join("weixin.toml"), "[[account]\n").expect("written")
            }
            _ => configure(folder.path(), port, &api, accounts.iter()),
        }
        edits += 1;
        if edits % 3 == 0 {
            let memory = resident(&bot);
            println!(
                "{:>4} s  {:>7} pushes  {} wrong or missing  {edits} edits  bot {memory:.1} MiB",
                begun.elapsed().as_secs(),
                sent.load(Ordering::Relaxed),
                wrong.load(Ordering::Relaxed),
            );
            samples.push(memory);
        }
    }
    while tasks.join_next().await.is_some() {}
    let alive = bot.try_wait().is_ok_and(|status| status.is_none());
    let (sent, wrong) = (sent.load(Ordering::Relaxed), wrong.load(Ordering::Relaxed));
    println!("{sent} pushes, {wrong} answers wrong or missing, {edits} edits of the configuration");
    let _ = bot.kill().await;
    let early = samples.get(samples.len() / 4).copied().unwrap_or_default();
    let last = samples.last().copied().unwrap_or_default();
    println!(
        "memory of the bot: {early:.1} MiB after a quarter of the time, {last:.1} MiB at the end"
    );
    let grew = last > early * 1.1 + 1.0;
    if wrong == 0 && alive && !grew { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// One person who writes again and again, and knows what the answer must be.
struct Talk {
    account: Account,
    name: String,
    seed: usize,
    until: Instant,
    pause: Duration,
    sent: Arc<AtomicU64>,
    wrong: Arc<AtomicU64>,
}

impl Talk {
    async fn run(self) {
        let person = match self.account.product() {
            Product::Mini => self.account.person(&self.name),
            _ => self.account.follower(&self.name),
        };
        let id = self.account.id().to_string();
        let mut ticks = interval(self.pause);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
        // Not all at the same moment.
        sleep(self.pause * u32::try_from(self.seed % 100).unwrap_or(0) / 100).await;
        let mut round = self.seed;
        while Instant::now() < self.until {
            ticks.tick().await;
            round += 1;
            let number = round * 7 % EACH;
            let word = format!("w{}x{round}", self.seed);
            let (says, kind, argument) = match round % 4 {
                0 => (format!("c{number} {word}"), "command", word),
                1 => (format!("exact {number}"), "exact", String::new()),
                2 => (format!("order {number} {word}"), "match", word),
                _ => (format!("what is <{number}> {word}"), "contains", word),
            };
            let expected = answer(&id, kind, number, &argument);
            let mut interaction = person.says(says).await;
            let checked = tokio::spawn(async move {
                interaction.expect_text(&*expected).await;
            });
            self.sent.fetch_add(1, Ordering::Relaxed);
            if checked.await.is_err() {
                self.wrong.fetch_add(1, Ordering::Relaxed);
            }
        }
    }
}

/// Writes the configuration, as an editor does: the file is replaced.
fn configure<'a>(folder: &Path, port: u16, api: &str, accounts: impl Iterator<Item = &'a Served>) {
    let mut text =
        format!("listen = \"127.0.0.1:{port}\"\nquiet = true\n[log]\nlevel = \"error\"\n");
    for Served { account, path } in accounts {
        let Credentials { product, id, agent_id, secret, token, aes_key, .. } =
            account.credentials();
        text.push_str(&format!(
            "\n[[account]]\nkind = \"{product}\"\napp_id = \"{id}\"\nsecret = \"{}\"\ntoken = \"{}\"\n\
             encoding_aes_key = \"{}\"\npath = \"{path}\"\napi_base = \"{api}\"\n",
            secret.expose(),
            token.expose(),
            aes_key.expose(),
        ));
        if let Some(agent) = agent_id {
            text.push_str(&format!("agent_id = {}\n", agent.get()));
        }
    }
    std::fs::write(folder.join("new.toml"), text).expect("the folder is writable");
    std::fs::rename(folder.join("new.toml"), folder.join("weixin.toml")).expect("it is renamed");
}

fn start_bot(folder: &Path) -> Child {
    let program = std::env::current_exe().expect("it has a name");
    let mut command = Command::new(program);
    command.arg("bot").current_dir(folder).env_remove("WEIXIN_CONFIG").env_remove("RUST_LOG");
    command.stdin(Stdio::null()).kill_on_drop(true).spawn().expect("the bot starts")
}

async fn connect(account: &Account, url: &str) {
    for _ in 0..100 {
        if account.connect_url(url).await.is_ok() {
            return;
        }
        sleep(Duration::from_millis(100)).await;
    }
    panic!("the bot does not answer at {url}");
}

async fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("there is a port");
    listener.local_addr().expect("it is bound").port()
}

/// The memory of the bot in MiB, as Linux tells it.
fn resident(bot: &Child) -> f64 {
    let file = format!("/proc/{}/status", bot.id().unwrap_or_default());
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kib: f64 =
        line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or_default();
    kib / 1024.0
}
