//! How many pushes a second an inbox in a database accepts and finishes. See the README.

use std::{
    env,
    error::Error,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use weixin_api::{AccountId, AccountKind};
use weixin_protocol::{Inbound, PassiveReply, Provenance, Verified};
use weixin_store::inbox::{
    Change, Enqueued, Envelope, Inbox, Progress, Push, ReplyState, Then, Updated,
};
use weixin_store_redis::RedisInbox;

type Failure = Box<dyn Error + Send + Sync>;

const MEASURED: Duration = Duration::from_secs(5);
const TTL: Duration = Duration::from_secs(60);

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut arguments = env::args().skip(1);
    let address = arguments.next().ok_or("usage: inbox redis://HOST:PORT [CALLERS]")?;
    let callers: u64 = arguments.next().as_deref().unwrap_or("256").parse()?;
    let inbox: Arc<dyn Inbox> = Arc::new(RedisInbox::builder(address).name("bench").open()?);
    println!("An accepted push {}.", inbox.durability().await?);
    run(&inbox, callers, Duration::from_secs(1)).await?;
    let (mut times, elapsed) = run(&inbox, callers, MEASURED).await?;
    times.sort_unstable();
    let percentile = |percent: usize| {
        let time = times.get(times.len() * percent / 100).copied().unwrap_or_default();
        time.as_secs_f64() * 1000.0
    };
    println!(
        "{callers} callers: {:.0} pushes a second; accepting and finishing one takes {:.1} ms \
         (median), {:.1} ms (99 %)",
        times.len() as f64 / elapsed.as_secs_f64(),
        percentile(50),
        percentile(99),
    );
    Ok(())
}

/// Adds and finishes pushes of different senders until the time is over. Returns how long each took,
/// and the time that passed.
async fn run(
    inbox: &Arc<dyn Inbox>,
    callers: u64,
    measured: Duration,
) -> Result<(Vec<Duration>, Duration), Failure> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let owner = Arc::new(inbox.register(TTL).await?);
    let first = inbox.clock().now().as_millis() * 1_000_000;
    let account = Arc::new(AccountId::new(AccountKind::Official, "wx0123456789abcdef"));
    let start = Instant::now();
    let tasks = (0..callers).map(|caller| {
        let (inbox, owner) = (Arc::clone(inbox), Arc::clone(&owner));
        let account = Arc::clone(&account);
        tokio::spawn(async move {
            let mut times = Vec::new();
            while start.elapsed() < measured {
                let number = first + NEXT.fetch_add(1, Ordering::Relaxed);
                let envelope = Arc::new(text(caller, number, &account)?);
                let begin = Instant::now();
                let Enqueued::Claimed(seen) = inbox.enqueue(&envelope, &owner).await? else {
                    return Err("a new push of an idle sender is not claimed".into());
                };
                let reply = PassiveReply::Text("You said: a short text".to_owned());
                let reply = ReplyState::Offered(Arc::new(reply));
                let expires = inbox.clock().now() + Duration::from_secs(3);
                let change = Change {
                    progress: Progress { reply, ..Progress::default() },
                    then: Then::Finish { expires },
                    next_for: Some((*owner).clone()),
                };
                match inbox.update(&envelope, seen, change).await? {
                    Updated::Done { .. } => times.push(begin.elapsed()),
                    Updated::Conflict(_) => return Err("nobody else changes this push".into()),
                }
            }
            Ok::<_, Failure>(times)
        })
    });
    let mut times = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        times.extend(task.await??);
    }
    let elapsed = start.elapsed();
    inbox.unregister(&owner).await?;
    Ok((times, elapsed))
}

/// A text message as Official Accounts get it, with an id of its own.
fn text(sender: u64, number: u64, account: &Arc<AccountId>) -> Result<Envelope, Failure> {
    let body = format!(
        "<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName>\
         <FromUserName><![CDATA[oSender{sender:021}]]></FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType>\
         <Content><![CDATA[a short text]]></Content><MsgId>{number}</MsgId></xml>"
    );
    let inbound = Inbound::parse(&body)?;
    let verified = Verified::vouch(inbound, Provenance::Encrypted);
    Ok(Envelope::new(Push::new(verified, Arc::clone(account))))
}
