//! A Postgres server for tests.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use sqlx::{Connection, Executor, PgConnection};
use tokio::sync::OnceCell;
use weixin_api::{Clock, SystemClock};

use crate::{
    Engine,
    os::User,
    process::{ManagedProcess, folder, free_port, log},
    redis::on_path,
};

/// The environment variable with the directory of `initdb` and `postgres`, if they are neither on
/// the `PATH` nor where Debian installs them.
const PROGRAMS: &str = "WEIXIN_TEST_POSTGRES";

#[derive(Debug)]
struct PostgresServer {
    address: String,
    _running: ManagedProcess,
}

/// Creates a database in the Postgres server of this test program, which is started for the first
/// test.
///
/// # Panics
/// If Postgres is not installed or does not start.
pub async fn postgres(name: &str) -> Engine {
    static SERVER: OnceCell<PostgresServer> = OnceCell::const_new();
    let server = SERVER.get_or_init(start).await;
    let mut connection = connect(&server.address).await.unwrap();
    let make = format!("create database {name}");
    connection.execute(sqlx::AssertSqlSafe(make)).await.unwrap();
    let address = server.address.strip_suffix("/postgres").unwrap();
    Engine::postgres(&format!("{address}/{name}"))
}

async fn connect(address: &str) -> Result<PgConnection, sqlx::Error> {
    PgConnection::connect(address).await
}

async fn start() -> PostgresServer {
    let programs = programs().unwrap_or_else(|| {
        panic!(
            "no postgres on the PATH, and {PROGRAMS} is not set; `cargo xtask stores` installs it"
        )
    });
    // Another process may take the port in between.
    for _ in 0..3 {
        if let Some(server) = try_start(&programs).await.unwrap() {
            return server;
        }
    }
    panic!("Postgres in {} does not start", programs.display());
}

async fn try_start(programs: &Path) -> io::Result<Option<PostgresServer>> {
    let folder = folder("postgres")?;
    let user = User::not_root(&folder)?;
    user.take_ownership(&folder)?;
    let mut initdb = Command::new(programs.join("initdb"));
    user.apply_to(&mut initdb);
    let made = initdb
        .args(["--auth=trust", "--username=weixin", "--no-sync", "--locale=C", "--encoding=UTF8"])
        .arg(folder.join("data"))
        .current_dir(&folder)
        .output()?;
    if !made.status.success() {
        let _ = fs::remove_dir_all(&folder);
        return Err(io::Error::other(String::from_utf8_lossy(&made.stderr).into_owned()));
    }
    let port = free_port()?.to_string();
    let data = folder.join("data").display().to_string();
    let settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
    let mut arguments = vec!["-D", &data, "-p", &port];
    for setting in settings {
        arguments.extend(["-c", setting]);
    }
    // Postgres releases its shared memory only on an orderly shutdown; SIGQUIT is the fastest one.
    let running =
        ManagedProcess::start(&folder, user, "QUIT", &programs.join("postgres"), &arguments)?;
    let address = format!("postgres://weixin@127.0.0.1:{port}/postgres");
    let clock: &dyn Clock = &SystemClock;
    for _ in 0..1200 {
        let output = log(&folder);
        if output.contains("ready to accept connections") && connect(&address).await.is_ok() {
            return Ok(Some(PostgresServer { address, _running: running }));
        }
        if output.contains("could not create any TCP/IP sockets") {
            break;
        }
        clock.sleep(Duration::from_millis(25)).await;
    }
    Ok(None)
}

fn programs() -> Option<PathBuf> {
    if let Some(folder) = env::var_os(PROGRAMS).filter(|folder| !folder.is_empty()) {
        return Some(folder.into());
    }
    if on_path("initdb").is_some() {
        // Often a symbolic link; the other programs are next to its target.
        let program = fs::canonicalize(on_path("postgres")?).ok()?;
        return program.parent().map(Path::to_owned);
    }
    let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> =
        versions.filter_map(|version| Some(version.ok()?.path().join("bin"))).collect();
    folders.retain(|folder| folder.join("initdb").is_file());
    folders.sort();
    folders.pop()
}
