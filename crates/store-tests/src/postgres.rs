//! A real Postgres.

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
    keeper::{Kept, folder, free_port, log},
    left_out,
    os::User,
    redis::on_path,
};

/// The folder with `initdb` and `postgres`, if they are neither on the `PATH` nor where Debian
/// puts them.
const PROGRAMS: &str = "WEIXIN_TEST_POSTGRES";

#[derive(Debug)]
struct PostgresServer {
    address: String,
    _running: Kept,
}

/// A database of its own in the Postgres of this test program, which is started for the first test.
/// `None`, and a word about it, if this machine has no Postgres.
pub async fn postgres(name: &str) -> Option<Engine> {
    static SERVER: OnceCell<Option<PostgresServer>> = OnceCell::const_new();
    let server = SERVER.get_or_init(start).await.as_ref()?;
    let mut connection = connect(&server.address).await.unwrap();
    let make = format!("create database {name}");
    connection.execute(sqlx::AssertSqlSafe(make)).await.unwrap();
    let address = server.address.strip_suffix("/postgres").unwrap();
    Some(Engine::postgres(&format!("{address}/{name}")))
}

async fn connect(address: &str) -> Result<PgConnection, sqlx::Error> {
    PgConnection::connect(address).await
}

async fn start() -> Option<PostgresServer> {
    let Some(programs) = programs() else {
        let why = format!("there is no postgres and {PROGRAMS} is not set");
        left_out("a test with Postgres", &why);
        return None;
    };
    // Somebody else may take the port in the moment in between.
    for _ in 0..3 {
        match try_start(&programs).await {
            Ok(Some(server)) => return Some(server),
            Ok(None) => {}
            Err(error) => {
                left_out("a test with Postgres", &format!("no server can be made: {error}"));
                return None;
            }
        }
    }
    panic!("Postgres in {} does not start", programs.display());
}

async fn try_start(programs: &Path) -> io::Result<Option<PostgresServer>> {
    let folder = folder("postgres")?;
    let user = User::not_root(&folder)?;
    user.own(&folder)?;
    let mut initdb = Command::new(programs.join("initdb"));
    user.lend(&mut initdb);
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
    // It gives back its shared memory only if it ends by itself, and at once by this.
    let running = Kept::start(&folder, user, "QUIT", &programs.join("postgres"), &arguments)?;
    let address = format!("postgres://weixin@127.0.0.1:{port}/postgres");
    let clock: &dyn Clock = &SystemClock;
    for _ in 0..1200 {
        let said = log(&folder);
        if said.contains("ready to accept connections") && connect(&address).await.is_ok() {
            return Ok(Some(PostgresServer { address, _running: running }));
        }
        if said.contains("could not create any TCP/IP sockets") {
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
        // Often a link; the others are beside what it leads to.
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
