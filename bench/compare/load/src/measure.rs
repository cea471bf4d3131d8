//! Starts a server, checks its answers, and measures it.

use std::{
    cell::{Cell, RefCell},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    rc::Rc,
    time::{Duration, Instant},
};

use tokio::task::LocalSet;

use crate::{
    contenders::{Contender, Folders, Role},
    http::{Connection, Response},
    process::Process,
    work::{Platform, Pushed, Work},
};

/// How many connections send pushes at the same time.
pub const CONNECTIONS: usize = 32;

/// Every so many answers is decrypted and checked, in addition to those before the measurement.
const CHECKED: usize = 64;

/// How many pushes are checked before a server is measured.
const VERIFIED: usize = 50;

/// How long a server may take to answer for the first time.
const START: Duration = Duration::from_secs(60);

/// The most bytes of requests that are prepared at once.
const PREPARED: usize = 1 << 30;

/// The figures of one run.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    /// From the start of the process to its first answer.
    pub start: Duration,
    /// Processor time of the server for each request.
    pub cpu: Duration,
    /// Requests a second.
    pub rate: f64,
    /// The time within which 99 % of the requests were answered.
    pub p99: Duration,
}

/// The memory of a server under load.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// Resident bytes.
    pub resident: u64,
    /// After so many pushes.
    pub pushes: usize,
}

/// A server that runs.
#[derive(Debug)]
pub struct Running {
    process: Process,
    address: SocketAddr,
    platform: Platform,
    /// The body that a server with fixed bytes returns.
    fixed: Option<String>,
    /// Whether it is an SDK whose answers differ in details.
    lenient: bool,
    start: Duration,
}

/// What a number of requests took.
struct Load {
    took: Duration,
    latencies: Vec<Duration>,
}

impl Running {
    /// Starts a server, waits for its first answer, and checks its answers.
    ///
    /// # Errors
    /// If it does not start, or an answer is wrong.
    pub async fn start(
        contender: &Contender,
        folders: &Folders,
        work: Work,
    ) -> Result<Self, String> {
        let mut platform = Platform::new(work);
        let first = platform.next();
        let answer = platform.answer(&first);
        let address = free_address()?;
        let command = contender.command(folders, work, address, &answer);
        let began = Instant::now();
        let mut process = Process::start(command, &contender.log(&folders.logs))
            .map_err(|error| format!("it does not start: {error}"))?;
        let request = first.request(&address.to_string());
        let response = loop {
            if let Ok(mut connection) = Connection::open(address).await
                && let Ok(response) = connection.send(&request).await
                && response.status < 500
            {
                break response;
            }
            if process.has_ended() || began.elapsed() > START {
                let log = contender.log(&folders.logs);
                return Err(format!("it does not start; see {}", log.display()));
            }
            // Short, so that it does not show in the figure.
            tokio::time::sleep(Duration::from_micros(200)).await;
        };
        let start = began.elapsed();
        let fixed = (contender.role == Role::Bare).then_some(answer);
        let lenient = contender.role == Role::Sdk;
        let mut running = Self { process, address, platform, fixed, lenient, start };
        running.check(&first, &response)?;
        running.verify().await?;
        Ok(running)
    }

    /// Checks answers to different pushes, and that forged ones are rejected.
    async fn verify(&mut self) -> Result<(), String> {
        let host = self.address.to_string();
        let mut connection = Connection::open(self.address).await.map_err(broken)?;
        for _ in 0..VERIFIED {
            let pushed = self.platform.next();
            let request = pushed.request(&host);
            let response = connection.send(&request).await.map_err(broken)?;
            self.check(&pushed, &response)?;
        }
        if self.fixed.is_some() {
            return Ok(());
        }
        let (mut pushed, other) = (self.platform.next(), self.platform.next());
        // In plain mode the signature does not cover the body; in WeCom only `msg_signature` is there.
        pushed.push.query.signature = other.push.query.signature.clone();
        pushed.push.query.msg_signature = other.push.query.msg_signature.clone();
        pushed.push.query.nonce = Some("1".to_owned());
        let request = pushed.request(&host);
        let response = connection.send(&request).await;
        match response {
            Ok(response) if self.check(&pushed, &response).is_ok() => {
                Err("it answers a push with a wrong signature".to_owned())
            }
            _ => Ok(()),
        }
    }

    fn check(&self, pushed: &Pushed, response: &Response) -> Result<(), String> {
        if response.status != 200 {
            return Err(format!("it answers with status {}", response.status));
        }
        match &self.fixed {
            Some(body) if body.as_bytes() == response.body => Ok(()),
            Some(_) => Err("it answers other bytes than the fixed ones".to_owned()),
            None if self.lenient => self.platform.check_leniently(pushed, &response.body),
            None => self.platform.check(pushed, &response.body),
        }
    }

    /// Sends so many pushes over all connections, and checks a part of the answers afterwards.
    async fn load(&mut self, pushes: usize) -> Result<(Load, Duration), String> {
        let host = self.address.to_string();
        let mut requests = Vec::with_capacity(pushes);
        let mut kept = Vec::new();
        for index in 0..pushes {
            let pushed = self.platform.next();
            requests.push(pushed.request(&host));
            if index % CHECKED == 0 {
                kept.push(pushed);
            }
        }
        let mut connections = Vec::new();
        for _ in 0..CONNECTIONS.min(pushes) {
            connections.push(Connection::open(self.address).await.map_err(broken)?);
        }
        let shared = Rc::new(Shared {
            requests,
            next: Cell::new(0),
            answers: RefCell::new(Vec::new()),
            latencies: RefCell::new(Vec::with_capacity(pushes)),
        });
        let before = self.process.cpu();
        let began = Instant::now();
        let tasks = LocalSet::new();
        let workers: Vec<_> = connections
            .into_iter()
            .map(|connection| tasks.spawn_local(send_all(shared.clone(), connection)))
            .collect();
        tasks
            .run_until(async {
                for worker in workers {
                    worker.await.map_err(|error| error.to_string())??;
                }
                Ok::<_, String>(())
            })
            .await?;
        let took = began.elapsed();
        let cpu = self.process.cpu().saturating_sub(before);
        for (index, response) in shared.answers.borrow().iter() {
            self.check(&kept[index / CHECKED], response)?;
        }
        let latencies = shared.latencies.take();
        Ok((Load { took, latencies }, cpu))
    }

    /// Warms the server up and measures it for about `seconds`.
    ///
    /// # Errors
    /// If an answer is wrong or a connection breaks.
    pub async fn measure(&mut self, warm_up: Duration, seconds: f64) -> Result<Sample, String> {
        let rate = self.warm_up(warm_up).await?;
        let (load, cpu) = self.load(self.at_most((rate * seconds) as usize)).await?;
        let Load { took, mut latencies } = load;
        latencies.sort_unstable();
        let requests = latencies.len();
        let p99 = latencies.get(requests * 99 / 100).copied().unwrap_or_default();
        Ok(Sample {
            start: self.start,
            cpu: cpu.div_f64(requests as f64),
            rate: requests as f64 / took.as_secs_f64(),
            p99,
        })
    }

    /// Sends pushes for so long, and returns how many a second the server answered in the end.
    async fn warm_up(&mut self, time: Duration) -> Result<f64, String> {
        let (mut pushes, mut spent) = (200, Duration::ZERO);
        loop {
            let (load, _) = self.load(pushes).await?;
            spent += load.took;
            let rate = pushes as f64 / load.took.as_secs_f64();
            if spent >= time {
                return Ok(rate);
            }
            pushes = self.at_most((rate * time.as_secs_f64() / 2.0) as usize);
        }
    }

    /// Limits a number of pushes so that their requests fit into memory.
    fn at_most(&self, pushes: usize) -> usize {
        let size = if self.platform.work() == Work::Long { 30_000 } else { 1_500 };
        pushes.clamp(CONNECTIONS, PREPARED / size)
    }

    /// Sends `pushes`, or as many as it answers in `limit`, and returns its memory.
    ///
    /// # Errors
    /// If an answer is wrong or a connection breaks.
    pub async fn memory(&mut self, pushes: usize, limit: Duration) -> Result<Memory, String> {
        let (mut sent, mut spent, mut resident) = (0, Duration::ZERO, 0);
        while sent < pushes && spent < limit {
            let batch = (pushes / 25).max(CONNECTIONS).min(pushes - sent);
            let (load, _) = self.load(batch).await?;
            sent += batch;
            spent += load.took;
            resident = self.process.resident();
        }
        Ok(Memory { resident, pushes: sent })
    }
}

/// What the tasks of one run share.
struct Shared {
    requests: Vec<Vec<u8>>,
    next: Cell<usize>,
    answers: RefCell<Vec<(usize, Response)>>,
    latencies: RefCell<Vec<Duration>>,
}

async fn send_all(shared: Rc<Shared>, mut connection: Connection) -> Result<(), String> {
    loop {
        let index = shared.next.get();
        let Some(request) = shared.requests.get(index) else { return Ok(()) };
        shared.next.set(index + 1);
        let began = Instant::now();
        let response = connection.send(request).await.map_err(broken)?;
        shared.latencies.borrow_mut().push(began.elapsed());
        if response.status != 200 || response.body.is_empty() {
            return Err(format!("it answers with status {} under load", response.status));
        }
        if index.is_multiple_of(CHECKED) {
            shared.answers.borrow_mut().push((index, response));
        }
    }
}

fn broken(error: std::io::Error) -> String {
    format!("the connection broke: {error}")
}

/// An address on loopback with a port that is free now.
///
/// # Errors
/// If there is none.
pub fn free_address() -> Result<SocketAddr, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map_err(|error| format!("no free port: {error}"))
}
