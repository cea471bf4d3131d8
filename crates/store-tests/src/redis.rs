//! A Redis server for tests.

use std::{env, net::TcpStream, path::PathBuf, sync::OnceLock, time::Duration};

use weixin_api::{Clock, SystemClock};

use crate::{
    Engine,
    os::User,
    process::{ManagedProcess, folder, free_port, log},
};

/// The environment variable with the path of `redis-server`, if it is not on the `PATH`.
const PROGRAM: &str = "WEIXIN_TEST_REDIS_SERVER";

/// A Redis server on its own port.
#[derive(Debug)]
pub struct RedisServer {
    program: PathBuf,
    port: u16,
    settings: Vec<String>,
    running: Option<ManagedProcess>,
    /// What the server stores in files, which outlives the process.
    data: tempfile::TempDir,
}

impl RedisServer {
    /// Starts a server without persistence.
    ///
    /// # Panics
    /// If Redis is not installed or does not start.
    pub async fn start() -> Self {
        Self::start_with(&["--save", "", "--appendonly", "no"]).await
    }

    /// Starts a server with settings, in the form of arguments of `redis-server`.
    ///
    /// # Panics
    /// If Redis is not installed or does not start.
    pub async fn start_with(settings: &[&str]) -> Self {
        let named = env::var_os(PROGRAM).filter(|path| !path.is_empty()).map(PathBuf::from);
        let program = named.or_else(|| on_path("redis-server")).unwrap_or_else(|| {
            panic!("no redis-server on the PATH, and {PROGRAM} is not set; `cargo xtask stores` installs it")
        });
        let settings = settings.iter().map(|&setting| setting.to_owned()).collect();
        let data = tempfile::tempdir().unwrap();
        let mut server = Self { program, port: 0, settings, running: None, data };
        // Another process may take the port in between.
        for _ in 0..5 {
            server.port = free_port().unwrap();
            if server.resume().await {
                return server;
            }
        }
        panic!("{} does not start", server.program.display());
    }

    /// The address of the server.
    pub fn address(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Kills the server. Data that it has not stored in files are lost.
    pub fn stop(&mut self) {
        self.running = None;
    }

    /// Starts the server again at the same address. Returns `false` if that is not possible.
    pub async fn resume(&mut self) -> bool {
        let folder = folder("redis").unwrap();
        let port = self.port.to_string();
        let data = self.data.path().to_str().unwrap();
        let mut arguments = vec!["--port", &*port, "--bind", "127.0.0.1", "--dir", data];
        arguments.extend(self.settings.iter().map(String::as_str));
        self.running = Some(
            ManagedProcess::start(&folder, User::SELF, "KILL", &self.program, &arguments).unwrap(),
        );
        let clock: &dyn Clock = &SystemClock;
        for _ in 0..600 {
            let output = log(&folder);
            // Only this line proves that the port belongs to this server and not to another
            // process.
            if output.contains("Ready to accept connections")
                && TcpStream::connect(("127.0.0.1", self.port)).is_ok()
            {
                return true;
            }
            if output.contains("Address already in use") {
                break;
            }
            clock.sleep(Duration::from_millis(25)).await;
        }
        self.running = None;
        false
    }
}

/// Data under a name in the Redis server of this test program, which is started for the first test.
pub async fn redis(name: &str) -> Engine {
    Engine::redis(&shared_server().await.address(), name)
}

/// The Redis server of this test program, which is started for the first test.
pub async fn shared_server() -> &'static RedisServer {
    static SERVER: tokio::sync::OnceCell<RedisServer> = tokio::sync::OnceCell::const_new();
    SERVER.get_or_init(RedisServer::start).await
}

/// Finds a program on the `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    static PATH: OnceLock<Vec<PathBuf>> = OnceLock::new();
    let path = PATH.get_or_init(|| {
        env::var_os("PATH").map(|path| env::split_paths(&path).collect()).unwrap_or_default()
    });
    path.iter().map(|folder| folder.join(program)).find(|file| file.is_file())
}
