//! The bots: processes that can be killed, with one inbox.

use std::{
    collections::HashMap,
    env,
    fs::OpenOptions,
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    process,
    sync::{
        Arc,
        atomic::{AtomicU32, AtomicUsize, Ordering},
    },
    time::Duration,
};

use tempfile::TempDir;
use tokio::{net::TcpListener, process::Command};
use weixin::{
    InboxConfig,
    api::{Clock, SystemClock},
    bot::inbox::{Inbox, ItemFilter, StateFilter},
    prelude::*,
    protocol::Product,
};
use weixin_tests::{program::Program, wait::poll_until};

use crate::{
    common::{
        APP_ID, account,
        hooked_inbox::{Hook, HookedInbox, Moment},
    },
    platform::{Api, PushOutcome},
    verdict::Verdict,
};

/// The bot's time for an answer, and the time of its slow handler: less than in reality, so that the
/// tests are fast.
const BUDGET: Duration = Duration::from_millis(400);
const SLOW: Duration = Duration::from_millis(900);

/// Environment variables with the parameters of the child.
const LISTEN: &str = "WEIXIN_TEST_CHILD_LISTEN";
const FOLDER: &str = "WEIXIN_TEST_CHILD_FOLDER";
const INBOX: &str = "WEIXIN_TEST_CHILD_INBOX";
const API: &str = "WEIXIN_TEST_CHILD_API";
const STAGE: &str = "WEIXIN_TEST_CHILD_STAGE";

/// A moment in the handling of a push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    BeforeStoring,
    AfterStoring,
    InHandler,
    /// The answer is stored as offered, or a message as being sent.
    AfterSending,
    /// The platform has accepted a message, and that is not stored yet.
    Accepted,
    AfterSent,
}

impl Stage {
    pub const ALL: [Stage; 6] = [
        Self::BeforeStoring,
        Self::AfterStoring,
        Self::InHandler,
        Self::AfterSending,
        Self::Accepted,
        Self::AfterSent,
    ];

    /// The operation of the inbox at which it is.
    fn operation(self) -> Option<(&'static str, Moment)> {
        Some(match self {
            Self::BeforeStoring => ("enqueue", Moment::Before),
            Self::AfterStoring => ("enqueue", Moment::After),
            Self::InHandler => return None,
            Self::AfterSending => ("keep", Moment::After),
            Self::Accepted => ("finish", Moment::Before),
            Self::AfterSent => ("finish", Moment::After),
        })
    }
}

/// Ends the process when a stage is reached for the nth time.
#[derive(Clone)]
struct Death {
    stage: Stage,
    left: Arc<AtomicUsize>,
}

impl Death {
    fn from_env() -> Option<Self> {
        let planned = env::var(STAGE).ok()?;
        let (stage, count) = planned.split_once(' ')?;
        let stage = Stage::ALL.into_iter().find(|known| format!("{known:?}") == stage)?;
        Some(Self { stage, left: Arc::new(AtomicUsize::new(count.parse().unwrap())) })
    }

    fn reached(&self) {
        if self.left.fetch_sub(1, Ordering::Relaxed) == 1 {
            process::abort();
        }
    }

    fn hook(&self) -> Hook {
        let (death, operation) = (self.clone(), self.stage.operation());
        Arc::new(move |name, moment| {
            if operation == Some((name, moment)) {
                death.reached();
            }
            Box::pin(async { Ok(()) })
        })
    }
}

/// The child process: a bot that answers at once or late, and writes down what it handles.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "not a test of its own: the tests of this file start it"]
async fn the_child() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let folder = Path::new(&folder);
    let log = OpenOptions::new().append(true).create(true).open(folder.join("handled")).unwrap();
    let log = Arc::new(log);
    let death = Death::from_env();
    let handler_death = death.clone().filter(|death| death.stage == Stage::InHandler);
    let mut bot = Bot::new().budget(BUDGET).on(move |msg: Text| {
        let log = Arc::clone(&log);
        let death = handler_death.clone();
        async move {
            // One write, so that a line is there or is not.
            (&*log).write_all(format!("{}\n", msg.content).as_bytes()).unwrap();
            if msg.content.starts_with("slow") {
                SystemClock.sleep_until(SystemClock.now() + SLOW).await;
            }
            if let Some(death) = death {
                death.reached();
            }
            format!("answer to {}", msg.content)
        }
    });
    let account = account(Product::Official).clock_tolerance(None).api_base(env::var(API).unwrap());
    let mut config = Config::new(account).listen(env::var(LISTEN).unwrap().parse().unwrap());
    config.quiet = true;
    // Only the bots are killed, so the Postgres of the tests need not write to the disk.
    let settings = InboxConfig::new(env::var(INBOX).unwrap()).accept_loss();
    match death {
        Some(death) => {
            let inbox = Config::default().inbox(settings);
            let inbox = inbox.open_inbox(&(Arc::new(SystemClock) as Arc<dyn Clock>)).unwrap();
            bot = bot.inbox(Arc::new(HookedInbox::new(inbox, death.hook())));
            config = config.inbox(InboxConfig::default().accept_loss().attempts(100));
        }
        None => config = config.inbox(settings.attempts(100)),
    }
    bot.serve(config).await.unwrap();
}

/// A free port on which a bot can be started again and again: not one of those that the system gives to
/// connections, of which one could take it while the bot is down.
async fn free_address() -> SocketAddr {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    for _ in 0..1000 {
        let next = process::id().wrapping_mul(97) + NEXT.fetch_add(1, Ordering::Relaxed);
        let port = 12_000 + u16::try_from(next % 18_000).unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        if TcpListener::bind(address).await.is_ok() {
            return address;
        }
    }
    panic!("no port is free");
}

/// Some bots with one inbox, and the platform's API that they call.
pub struct Bots {
    folder: TempDir,
    url: String,
    api: Api,
    bots: Vec<(SocketAddr, Program)>,
}

impl Bots {
    /// Bots on this machine with one SQLite file.
    pub async fn with_sqlite(count: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("inbox.sqlite").display());
        Self::start(folder, url, count).await
    }

    /// Bots with the inbox at this address.
    pub async fn with(url: &str, count: usize) -> Self {
        Self::start(tempfile::tempdir().unwrap(), url.to_owned(), count).await
    }

    async fn start(folder: TempDir, url: String, count: usize) -> Self {
        let mut bots = Self { folder, url, api: Api::serve().await, bots: Vec::new() };
        for _ in 0..count {
            let listen = free_address().await;
            bots.bots.push((listen, bots.program(listen, None)));
        }
        bots
    }

    fn program(&self, listen: SocketAddr, stage: Option<(Stage, usize)>) -> Program {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "bots::the_child", "--ignored", "--nocapture"]);
        command.env(LISTEN, listen.to_string()).env(FOLDER, self.folder.path());
        command.env(API, self.api.address()).env(INBOX, &self.url);
        if let Some((stage, count)) = stage {
            command.env(STAGE, format!("{stage:?} {count}"));
        }
        Program::start(command)
    }

    pub fn len(&self) -> usize {
        self.bots.len()
    }

    /// Where the bots listen.
    pub fn addresses(&self) -> Vec<SocketAddr> {
        self.bots.iter().map(|(listen, _)| *listen).collect()
    }

    /// Kills a bot, and starts it again.
    pub async fn kill(&mut self, index: usize) {
        let listen = self.bots[index].0;
        self.bots[index].1.signal("KILL").await;
        self.bots[index].1.ended().await;
        self.bots[index].1 = self.program(listen, None);
    }

    /// Replaces the bots by ones that die when this stage is reached for the nth time.
    pub async fn die_at(&mut self, stage: Stage, count: usize) {
        for index in 0..self.len() {
            let listen = self.bots[index].0;
            self.bots[index].1.signal("KILL").await;
            self.bots[index].1.ended().await;
            self.bots[index].1 = self.program(listen, Some((stage, count)));
        }
    }

    /// Waits for bots that die by themselves, and starts them again.
    pub async fn restart_dead(&mut self) {
        for index in 0..self.len() {
            let listen = self.bots[index].0;
            self.bots[index].1.ended().await;
            self.bots[index].1 = self.program(listen, None);
        }
    }

    fn inbox(&self) -> Arc<dyn Inbox> {
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let inbox = InboxConfig::new(self.url.clone());
        let config = Config::new(AccountConfig::official(APP_ID, "s")).inbox(inbox);
        config.open_inbox(&clock).unwrap()
    }

    /// Waits until every push is handled or parked. Claims of processes that were killed end after a
    /// while.
    pub async fn until_done(&mut self) {
        let inbox = self.inbox();
        let mut stats = inbox.stats().await.unwrap();
        for _ in 0..10 {
            let done = poll_until(async || {
                stats = inbox.stats().await.unwrap();
                (stats.waiting + stats.claimed == 0).then_some(())
            });
            if done.await.is_some() {
                return;
            }
        }
        panic!("not done: {stats:?}");
    }

    /// What was handled, sent and parked.
    pub async fn verdict(&self, pushes: &[(String, PushOutcome)]) -> Verdict {
        let inbox = self.inbox();
        let mut parked = Vec::new();
        let mut cursor = None;
        loop {
            let filter = ItemFilter::state(StateFilter::Parked);
            let page = inbox.list(&filter, cursor.as_ref()).await.unwrap();
            let failure = |item: &weixin::bot::inbox::ItemSummary| {
                item.status.progress.failure.as_deref().unwrap_or_default().to_owned()
            };
            parked.extend(page.items.iter().map(failure));
            cursor = page.next;
            if cursor.is_none() {
                break;
            }
        }
        let handled: PathBuf = self.folder.path().join("handled");
        let mut runs = HashMap::<String, usize>::new();
        for line in std::fs::read_to_string(handled).unwrap_or_default().lines() {
            *runs.entry(line.to_owned()).or_default() += 1;
        }
        Verdict { pushes: pushes.to_vec(), runs, sent: self.api.sent(), parked }
    }
}
