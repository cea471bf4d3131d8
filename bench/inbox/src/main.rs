//! Measures how many messages a second an inbox takes: each is added, and finished.

use std::{
    env,
    fs::File,
    io::Write,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use weixin_api::{AccountId, AccountKind, Clock, SystemClock};
use weixin_protocol::{Inbound, PassiveReply, Provenance, Verified};
use weixin_store::{
    SealKey,
    inbox::{
        Change, Codec, Enqueued, Envelope, Inbox, MemoryInbox, Owner, Progress, Push, ReplyState,
        Then, Updated,
    },
};
use weixin_store_redis::RedisInbox;
use weixin_store_sql::{PostgresInbox, SqliteInbox};

/// How many messages wait for the inbox at the same time.
const CALLERS: [u64; 5] = [1, 16, 256, 1000, 2000];

/// How many senders there are. Each caller has its own, so that nobody waits for others.
const SENDERS: u64 = 50;

/// How long a finished push is remembered.
const REMEMBERED: Duration = Duration::from_secs(60);

fn envelope(caller: u64, number: u64) -> Arc<Envelope> {
    let sender = format!("oSender{:021}", caller * SENDERS + number % SENDERS);
    let content = "这是一条一般长度的消息。".repeat(3);
    let body = format!(
        "<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName>\
         <FromUserName><![CDATA[{sender}]]></FromUserName><CreateTime>1700000000</CreateTime>\
         <MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content>\
         <MsgId>{}</MsgId></xml>",
        23_000_000_000_000_000 + number
    );
    let inbound = Verified::vouch(Inbound::parse(&body).expect("a push"), Provenance::Encrypted);
    let account = Arc::new(AccountId::new(AccountKind::Official, "wx0123456789abcdef"));
    Arc::new(Envelope::new(Push::new(inbound, account)))
}

/// Adds a push and finishes it, with a short answer.
async fn message(inbox: &dyn Inbox, owner: &Owner, caller: u64, number: u64) {
    let push = envelope(caller, number);
    let added = inbox.enqueue(&push, owner).await.expect("added");
    let Enqueued::Claimed(seen) = added else { panic!("not claimed: {added:?}") };
    let reply = ReplyState::Offered(Arc::new(PassiveReply::Text("收到，谢谢！".to_owned())));
    let change = Change {
        progress: Progress { reply, ..Progress::default() },
        then: Then::Finish { expires: inbox.clock().now() + REMEMBERED },
        next_for: Some(owner.clone()),
    };
    let updated = inbox.update(&push, seen, change).await.expect("finished");
    assert!(matches!(updated, Updated::Done { .. }), "{updated:?}");
}

struct Run {
    per_second: f64,
    /// Processor time of this process, in seconds per message.
    processor: f64,
    median: Duration,
    slowest: Duration,
}

/// The processor time of this process, in seconds. Zero if the system does not tell.
fn processor_seconds() -> f64 {
    let Ok(stat) = std::fs::read_to_string("/proc/self/stat") else { return 0.0 };
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    ticks as f64 / 100.0
}

/// Sends messages from many callers for some seconds.
async fn run(inbox: &Arc<dyn Inbox>, callers: u64, seconds: u64, numbers: &Arc<AtomicU64>) -> Run {
    let owner = inbox.register(Duration::from_secs(600)).await.expect("registered");
    let before = processor_seconds();
    let start = Instant::now();
    let end = start + Duration::from_secs(seconds);
    let tasks: Vec<_> = (0..callers)
        .map(|caller| {
            let (inbox, owner, numbers) = (Arc::clone(inbox), owner.clone(), Arc::clone(numbers));
            tokio::spawn(async move {
                let mut times = Vec::new();
                while Instant::now() < end {
                    let number = numbers.fetch_add(1, Ordering::Relaxed);
                    let begin = Instant::now();
                    message(&*inbox, &owner, caller, number).await;
                    times.push(begin.elapsed());
                    // Memory is always ready.
                    tokio::task::yield_now().await;
                }
                times
            })
        })
        .collect();
    let mut times = Vec::new();
    for task in tasks {
        times.extend(task.await.expect("no panic"));
    }
    let processor = (processor_seconds() - before) / times.len() as f64;
    let per_second = times.len() as f64 / start.elapsed().as_secs_f64();
    inbox.unregister(&owner).await.expect("unregistered");
    times.sort();
    let at = |part: usize| times[(times.len() * part / 100).min(times.len() - 1)];
    Run { per_second, processor, median: at(50), slowest: at(99) }
}

/// How many times a second the disk confirms that 64 KiB are written.
fn disk_syncs(folder: &Path) -> f64 {
    let mut file = File::create(folder.join("sync")).expect("a file");
    let start = Instant::now();
    let mut count = 0;
    while start.elapsed() < Duration::from_secs(2) {
        file.write_all(&[1; 64 << 10]).expect("written");
        file.sync_data().expect("synced");
        count += 1;
    }
    f64::from(count) / start.elapsed().as_secs_f64()
}

async fn measure(
    name: &str,
    inbox: Arc<dyn Inbox>,
    transactions: impl Fn() -> u64,
    seconds: u64,
    memory: f64,
) -> f64 {
    println!("{name}: {}", inbox.durability().await.expect("durability"));
    let numbers = Arc::new(AtomicU64::new(0));
    let mut best: f64 = 0.0;
    for callers in CALLERS {
        let before = transactions();
        let Run { per_second, processor, median, slowest } =
            run(&inbox, callers, seconds, &numbers).await;
        let made = (transactions() - before) as f64;
        best = best.max(per_second);
        let mut line = format!(
            "  {callers:>4} callers: {per_second:>8.0} messages/s, {:>4.0} µs of processor each, \
             median {:>7.2} ms, 99 % {:>7.2} ms",
            processor * 1e6,
            median.as_secs_f64() * 1e3,
            slowest.as_secs_f64() * 1e3,
        );
        if made > 0.0 {
            line += &format!(
                ", {:>5.0} transactions/s of {:.1} operations, 1/{:.0} of memory",
                made / seconds as f64,
                2.0 * per_second * seconds as f64 / made,
                memory / per_second
            );
        }
        println!("{line}");
    }
    best
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let seconds = env::args().nth(1).map_or(5, |seconds| seconds.parse().expect("seconds"));
    let only = env::args().nth(2);
    let wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let folder = tempfile::tempdir_in(".").expect("a folder");
    let body = envelope(0, 0).push().write(weixin_protocol::Format::Xml).len();
    println!("pushes of {body} bytes; the disk confirms {:.0} writes/s", disk_syncs(folder.path()));
    let memory = Arc::new(MemoryInbox::new(clock));
    let memory = measure("memory", memory, || 0, seconds, 0.0).await;
    let sealed = || Codec::new().with_key(SealKey::new([7; 32]));
    if wanted("sqlite") {
        let inbox = Arc::new(SqliteInbox::open(folder.path().join("plain.sqlite")));
        let counted = Arc::clone(&inbox);
        measure("SQLite", inbox, move || counted.transactions(), seconds, memory).await;
    }
    if wanted("sealed") {
        let inbox = SqliteInbox::open(folder.path().join("sealed.sqlite")).with_codec(sealed());
        let inbox = Arc::new(inbox);
        let counted = Arc::clone(&inbox);
        measure("SQLite, sealed", inbox, move || counted.transactions(), seconds, memory).await;
    }
    match env::var("WEIXIN_BENCH_POSTGRES") {
        Ok(address) if wanted("postgres") => {
            let inbox = Arc::new(PostgresInbox::open(address).expect("an address"));
            let counted = Arc::clone(&inbox);
            measure("Postgres", inbox, move || counted.transactions(), seconds, memory).await;
        }
        _ => println!("Postgres: not measured, or WEIXIN_BENCH_POSTGRES is not set"),
    }
    match env::var("WEIXIN_BENCH_REDIS") {
        Ok(address) if wanted("redis") => {
            let name = format!("bench-{}", std::process::id());
            let inbox = RedisInbox::builder(address).name(name).open().expect("an address");
            measure("Redis", Arc::new(inbox), || 0, seconds, memory).await;
        }
        _ => println!("Redis: not measured, or WEIXIN_BENCH_REDIS is not set"),
    }
}
