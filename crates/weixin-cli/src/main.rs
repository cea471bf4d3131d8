//! The `weixin` command: develop WeChat bots on your desk, with the platform emulated (unofficial).

mod captured;
mod demo;
mod dev;
mod foreign;
mod page;
mod platform;
mod token_server;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

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
    Emulator(foreign::EmulatorOptions),
    /// Hold the tokens of the configured accounts for all programs that call as them
    /// 集中保管各账号的 access_token，供多个程序共用
    TokenServer(token_server::TokenServerOptions),
    /// Say of a captured push which of signature, key, padding or receive id is wrong
    /// 检查一条抓到的推送：签名、密钥、填充、接收者，哪一项不对
    Verify(captured::Captured),
    /// Decrypt a captured push and print the message
    /// 解密一条抓到的推送并打印消息
    Decrypt(captured::Captured),
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = Cli::parse();
    let quiet = cli.command.is_none();
    log_to_stderr(quiet);
    let done = match cli.command {
        None => dev::demo(cli.demo).await,
        Some(Command::Dev(options)) => dev::dev(options).await,
        Some(Command::Emulator(options)) => foreign::emulator(options).await,
        Some(Command::TokenServer(options)) => token_server::serve(options).await,
        Some(Command::Verify(captured)) => captured.verify(),
        Some(Command::Decrypt(captured)) => captured.decrypt(),
    };
    done.unwrap_or_else(|problem| {
        complain(&problem);
        ExitCode::FAILURE
    })
}

/// Log lines go to standard error: what goes wrong in the demo, everything of note otherwise.
fn log_to_stderr(quiet: bool) {
    let default = if quiet { "warn" } else { "info" };
    let level = std::env::var("WEIXIN_LOG").ok();
    let level = level.as_deref().unwrap_or(default).parse().unwrap_or(tracing::Level::INFO);
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_max_level(level)
        .init();
}

/// Prints a line for the person at the terminal.
#[expect(clippy::print_stdout, reason = "this is a command-line program")]
fn say(line: &str) {
    println!("{line}");
}

/// Prints what went wrong.
#[expect(clippy::print_stderr, reason = "this is a command-line program")]
fn complain(problem: &str) {
    eprintln!("weixin: {problem}");
}
