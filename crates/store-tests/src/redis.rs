//! A real Redis.

use std::{env, net::TcpStream, path::PathBuf, sync::OnceLock, time::Duration};

use weixin_api::{Clock, SystemClock};

use crate::{
    Engine,
    keeper::{Kept, folder, free_port, log},
    left_out,
    os::User,
};

/// Where the program is, if it is not on the `PATH`.
const PROGRAM: &str = "WEIXIN_TEST_REDIS_SERVER";

/// A Redis on a port of its own, keeping nothing on disk.
#[derive(Debug)]
pub struct RedisServer {
    program: PathBuf,
    port: u16,
    running: Option<Kept>,
}

impl RedisServer {
    /// Starts one; `None`, and a word about it, if this machine has no Redis.
    pub async fn start() -> Option<Self> {
        let named = env::var_os(PROGRAM).filter(|path| !path.is_empty()).map(PathBuf::from);
        let Some(program) = named.or_else(|| on_path("redis-server")) else {
            let why = format!("there is no redis-server and {PROGRAM} is not set");
            left_out("a test with Redis", &why);
            return None;
        };
        let mut server = Self { program, port: 0, running: None };
        // Somebody else may take the port in the moment in between.
        for _ in 0..5 {
            server.port = free_port().unwrap();
            if server.resume().await {
                return Some(server);
            }
        }
        panic!("{} does not start", server.program.display());
    }

    /// Where it is.
    pub fn address(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Kills it, as a power cut would. Its data are gone.
    pub fn stop(&mut self) {
        self.running = None;
    }

    /// Starts it again at the same address. `false` if that is not possible.
    pub async fn resume(&mut self) -> bool {
        let folder = folder("redis").unwrap();
        let port = self.port.to_string();
        let arguments =
            ["--port", &port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
        self.running =
            Some(Kept::start(&folder, User::SELF, "KILL", &self.program, &arguments).unwrap());
        let clock: &dyn Clock = &SystemClock;
        for _ in 0..600 {
            let said = log(&folder);
            // It says so before anybody else's answer on that port could be mistaken for its own.
            if said.contains("Ready to accept connections")
                && TcpStream::connect(("127.0.0.1", self.port)).is_ok()
            {
                return true;
            }
            if said.contains("Address already in use") {
                break;
            }
            clock.sleep(Duration::from_millis(25)).await;
        }
        self.running = None;
        false
    }
}

/// A name of its own in the Redis of this test program, which is started for the first test.
pub async fn redis(name: &str) -> Option<Engine> {
    static SERVER: tokio::sync::OnceCell<Option<RedisServer>> = tokio::sync::OnceCell::const_new();
    let server = SERVER.get_or_init(RedisServer::start).await.as_ref()?;
    Some(Engine::redis(&server.address(), name))
}

/// Where a program is, if it is on the `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    static PATH: OnceLock<Vec<PathBuf>> = OnceLock::new();
    let path = PATH.get_or_init(|| {
        env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
    });
    path.iter().map(|folder| folder.join(program)).find(|file| file.is_file())
}
