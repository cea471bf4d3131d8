//! The `weixin` command: develop WeChat bots on your desk, with the platform emulated (unofficial).
//!
//! This is a program; [`run`] is all of it. What knows every endpoint by its type (`weixin api`)
//! takes longer to build than all the rest, so it is a feature, `api`, which is on by default.

#[cfg(feature = "api")]
mod api;
mod captured;
mod child;
mod demo;
mod dev;
mod emulator;
mod os;
mod page;
mod sandbox;
mod terminal;
mod token_server;

use std::{io::IsTerminal, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::terminal::{Stop, complain};

/// Develop WeChat bots on your desk: the platform is emulated (unofficial).
/// 在本机开发微信机器人：平台由模拟器扮演（非官方）。
///
/// Without a command: starts the emulator and a demo bot, and prints the page to open.
/// 不带子命令：启动模拟器和演示机器人，并打印要打开的网址。
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    demo: dev::DemoOptions,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start the emulator beside your bot (default: `cargo run`), with WEIXIN_* set for it
    /// 启动模拟器和你的机器人（默认 `cargo run`），并为它设置好 WEIXIN_* 环境变量
    Dev(dev::DevOptions),
    /// Start the emulator alone, for a bot in any language
    /// 只启动模拟器，供任何语言的机器人使用
    Emulator(emulator::EmulatorOptions),
    /// Hold the tokens of the configured accounts for all programs that call as them
    /// 集中保管各账号的 access_token，供多个程序共用
    TokenServer(token_server::TokenServerOptions),
    /// Say of a captured push which of signature, key, padding or receive id is wrong
    /// 检查一条抓到的推送：签名、密钥、填充、接收者，哪一项不对
    Verify(captured::Captured),
    /// Decrypt a captured push and print the message; what is wrong with it goes to standard error
    /// 解密一条抓到的推送并打印消息；发现的问题写到标准错误
    ///
    /// The exit status is 0 if there is a message to print, even if the signature or the id is
    /// wrong: `weixin verify` is for telling that.
    /// 只要能解出消息，退出状态就是 0，即使签名或接收者不对；要据此判断请用 `weixin verify`。
    Decrypt(captured::Captured),
    /// The platform's endpoints: list, explain, call them; check samples of them
    /// 平台的接口：列出、查看、调用，以及检查样例
    #[cfg(feature = "api")]
    Api(api::ApiOptions),
    #[cfg(not(feature = "api"))]
    #[command(hide = true)]
    Api(NotBuiltIn),
}

/// Where `weixin api` is not built in.
#[cfg(not(feature = "api"))]
#[derive(Debug, clap::Args)]
struct NotBuiltIn {
    /// Whatever was asked for.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    _rest: Vec<String>,
}

/// Does what the command line of this process asks for.
#[tokio::main]
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    let quiet = matches!(cli.command, None | Some(Command::Api(_)));
    log_to_stderr(quiet);
    let done = match cli.command {
        None => dev::demo(cli.demo).await,
        Some(Command::Dev(options)) => dev::dev(options).await,
        Some(Command::Emulator(options)) => emulator::emulator(options).await,
        Some(Command::TokenServer(options)) => token_server::serve(options).await,
        Some(Command::Verify(captured)) => captured.verify(),
        Some(Command::Decrypt(captured)) => captured.decrypt(),
        #[cfg(feature = "api")]
        Some(Command::Api(options)) => api::run(options).await.map_err(Stop::from),
        #[cfg(not(feature = "api"))]
        Some(Command::Api(_)) => Err(Stop::Problem(
            "this program was built without `api`: `cargo run -p weixin-cli -- api …` has it \
             这个程序没有编入 api，请用 `cargo run -p weixin-cli -- api …`"
                .to_owned(),
        )),
    };
    match done {
        Ok(code) => code,
        Err(Stop::Unheard) => ExitCode::SUCCESS,
        Err(Stop::Problem(problem)) => {
            complain(&problem);
            ExitCode::FAILURE
        }
    }
}

/// Log lines go to standard error: what goes wrong in the demo, everything of note otherwise.
fn log_to_stderr(quiet: bool) {
    let default = if quiet { "warn" } else { "info" };
    let level = std::env::var("WEIXIN_LOG").ok();
    let level = level.as_deref().unwrap_or(default).parse().unwrap_or(tracing::Level::INFO);
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .with_max_level(level)
        // It would say so on standard error, which is what it could not write to.
        .log_internal_errors(false)
        .init();
}
