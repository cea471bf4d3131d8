//! A lease holder that is killed.

use std::{io::Write as _, process::Stdio, sync::Arc, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::Command,
};
use weixin_api::{Clock, SystemClock};
use weixin_store::{LeaseOutcome, Write};

use super::{key, open, seconds, text};
use crate::Engine;

/// The test that the child process runs.
const CHILD: &str = "child_holding_a_lease";
/// What the child prints when it has the lease.
const HOLDS: &str = "the child holds the lease with fence ";
const TTL: Duration = seconds(30);

/// A process that holds a lease is killed during its work: the lease stays held until its end, and
/// is granted to the next request after that.
pub async fn a_killed_holder_loses_its_lease(engine: Engine) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", CHILD, "--ignored", "--nocapture"])
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    engine.pass_to(&mut command);
    let (store, clock) = open(&engine);
    let mut child = command.spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let fence: u64 = loop {
        let line =
            lines.next_line().await.unwrap().expect("the child reports that it holds the lease");
        if let Some((_, fence)) = line.split_once(HOLDS) {
            break fence.parse().unwrap();
        }
    };
    child.kill().await.unwrap();

    let LeaseOutcome::Held { until } = store.lease(&key("work"), TTL).await.unwrap() else {
        panic!("the lease ended with its holder");
    };
    clock.set(until - Duration::from_millis(1));
    assert_eq!(store.lease(&key("work"), TTL).await.unwrap(), LeaseOutcome::Held { until });
    clock.set(until);
    let lease = store.lease(&key("work"), TTL).await.unwrap().granted().unwrap();
    assert!(lease.fence() > fence);
    assert_eq!(text(&store, &key("result")).await.as_deref(), Some("half done"));
    store.write(&key("result"), Write::put("done").under(&lease)).await.unwrap();
    assert_eq!(text(&store, &key("result")).await.as_deref(), Some("done"));
}

/// The child process: acquires the lease, starts its work and never ends.
pub async fn hold_until_killed() {
    let Some(engine) = Engine::from_env() else { return };
    let store = engine.open(Arc::new(SystemClock) as Arc<dyn Clock>);
    let lease = store.lease(&key("work"), TTL).await.unwrap().granted().unwrap();
    store.write(&key("result"), Write::put("half done").under(&lease)).await.unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "{HOLDS}{}", lease.fence()).unwrap();
    out.flush().unwrap();
    std::future::pending::<()>().await;
}
