//! The servers that are compared.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use crate::work::Work;

/// What a server does with a push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is this project.
    Ours,
    /// It reads the push and returns fixed bytes.
    Bare,
    /// It answers pushes without an SDK.
    Prototype,
    /// It is another SDK.
    Sdk,
}

/// A server.
#[derive(Debug)]
pub struct Contender {
    /// The name on the command line.
    pub name: &'static str,
    /// The name in the report.
    pub title: &'static str,
    /// What it does.
    pub role: Role,
    /// What it can answer.
    pub works: &'static [Work],
    /// How long it must run until its speed is steady, at least.
    pub warm_up: Duration,
    program: &'static str,
    args: &'static [&'static str],
}

/// wechatpy and WxJava answer with XML only.
const NO_JSON: &[Work] = &[Work::Safe, Work::Plain, Work::Long, Work::WeCom];

const fn rust(
    name: &'static str,
    title: &'static str,
    role: Role,
    program: &'static str,
    args: &'static [&'static str],
) -> Contender {
    Contender {
        name,
        title,
        role,
        works: &Work::ALL,
        warm_up: Duration::from_millis(300),
        program,
        args,
    }
}

/// co-wechat and silenceper/wechat have no callback for WeCom messages.
const OFFICIAL: &[Work] = &[Work::Safe, Work::Plain, Work::Long];

const fn sdk(
    name: &'static str,
    title: &'static str,
    works: &'static [Work],
    program: &'static str,
    args: &'static [&'static str],
) -> Contender {
    let warm_up = Duration::from_millis(500);
    Contender { name, title, role: Role::Sdk, works, warm_up, program, args }
}

/// A current-thread runtime instead of the one that `#[tokio::main]` makes.
const ONE: &[&str] = &["current-thread"];

/// All of them. The first row is the one that others are compared with.
pub const ALL: &[Contender] = &[
    rust("ours", "weixin", Role::Ours, "ours", &[]),
    rust("ours-1", "weixin, current-thread runtime", Role::Ours, "ours", ONE),
    rust("axum-bare", "axum, fixed bytes", Role::Bare, "axum_bare", &[]),
    rust("axum-bare-1", "axum, fixed bytes, current-thread runtime", Role::Bare, "axum_bare", ONE),
    rust("hyper-bare", "hyper, fixed bytes", Role::Bare, "hyper_bare", &[]),
    rust("prototype", "axum, written by hand", Role::Prototype, "prototype", &[]),
    rust(
        "prototype-1",
        "axum, written by hand, current-thread runtime",
        Role::Prototype,
        "prototype",
        ONE,
    ),
    sdk(
        "wechatpy-flask",
        "wechatpy on Flask, gunicorn with 2 workers",
        NO_JSON,
        "python/.venv/bin/gunicorn",
        &[
            "--chdir",
            "python",
            "--workers",
            "2",
            "--worker-class",
            "gthread",
            "--threads",
            "16",
            "--bind",
            "@ADDRESS@",
            "flask_bot:app",
        ],
    ),
    sdk(
        "wechatpy-fastapi",
        "wechatpy on FastAPI, uvicorn with 2 workers",
        NO_JSON,
        "python/.venv/bin/uvicorn",
        &[
            "--app-dir",
            "python",
            "--workers",
            "2",
            "--no-access-log",
            "--port",
            "@PORT@",
            "fastapi_bot:app",
        ],
    ),
    sdk("co-wechat", "co-wechat on koa, one process per core", OFFICIAL, "node", &["node/bot.js"]),
    sdk("silenceper", "silenceper/wechat on net/http", OFFICIAL, "go/bot", &[]),
    Contender {
        warm_up: Duration::from_secs(15),
        ..sdk("wxjava", "WxJava on Spring Boot", NO_JSON, "java", &["-jar", "java/target/bot.jar"])
    },
];

/// The folders with the programs.
#[derive(Debug)]
pub struct Folders {
    /// The Rust programs.
    pub rust: PathBuf,
    /// `bench/compare`.
    pub root: PathBuf,
    /// What the programs print.
    pub logs: PathBuf,
}

impl Contender {
    /// The program of this server.
    pub fn program(&self, folders: &Folders) -> PathBuf {
        let folder = if self.role == Role::Sdk { &folders.root } else { &folders.rust };
        let path = folder.join(self.program);
        // A name without a folder is looked for on the PATH.
        if path.is_file() || self.program.contains('/') { path } else { self.program.into() }
    }

    /// The command that starts it.
    pub fn command(&self, folders: &Folders, work: Work, at: SocketAddr, reply: &str) -> Command {
        let mut command = Command::new(self.program(folders));
        let args = self.args.iter().map(|arg| arg.replace("@ADDRESS@", &at.to_string()));
        let args = args.map(|arg| arg.replace("@PORT@", &at.port().to_string()));
        command.args(args).current_dir(&folders.root).envs(work.variables());
        command.env("WEIXIN_LISTEN", at.to_string()).env("PORT", at.port().to_string());
        command.env_remove("RUST_LOG");
        if self.role == Role::Bare {
            command.env("BENCH_REPLY", reply);
        }
        command
    }

    /// The file for its output.
    pub fn log(&self, logs: &Path) -> PathBuf {
        logs.join(format!("{}.txt", self.name))
    }
}
