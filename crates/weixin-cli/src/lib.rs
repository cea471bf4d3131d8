//! The `weixin` command: develop WeChat bots locally with an emulated platform (unofficial). This
//! crate is a program; [`run`] is its only function. `weixin api` contains the types of all
//! endpoints and takes longer to build than everything else, so it is a feature, `api`, which is
//! enabled by default.

mod account;
#[cfg(feature = "api")]
mod api;
mod child;
mod demo;
mod dev;
mod doctor;
mod emulator;
mod inbox;
mod menu;
mod new;
mod os;
mod page;
mod sandbox;
mod send;
mod terminal;
mod token;
mod token_server;
mod verify;

use std::{io::IsTerminal, process::ExitCode};

use clap::{Parser, Subcommand};

use crate::terminal::{CliError, eprint_error};

/// Develop WeChat bots locally with an emulated platform (unofficial). 使用模拟器在本机开发微信机器人（非官方）。
/// Without a command: starts the emulator and a demo bot, and prints the URL to open.
/// 不带子命令：启动模拟器和演示机器人，并输出要打开的网址。
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
    /// Create the project of a bot, with a test against the emulator 创建机器人项目（含使用模拟器的测试）
    New(new::NewOptions),
    /// Start the emulator and your bot (default: `cargo run`) with WEIXIN_* set 启动模拟器和你的机器人（默认
    /// `cargo run`），并为它设置 WEIXIN_* 环境变量
    Dev(dev::DevOptions),
    /// Start only the emulator, for a bot in any language 只启动模拟器，供任何语言的机器人使用
    Emulator(emulator::EmulatorOptions),
    /// Send a message with the configured account, or as a group robot: for alarms from scripts
    /// 用所配置的账号或群机器人发送消息，供脚本告警使用
    #[command(after_help = send::EXIT_STATUS)]
    Send(send::SendOptions),
    /// Print, set or delete the menu of an Official Account or a WeCom app
    /// 查看、设置或删除公众号或企业微信应用的自定义菜单
    Menu(menu::MenuOptions),
    /// Show until when the access token is valid and where it comes from; with --show the token itself
    /// 查看 access_token 的失效时间和来源；加上 --show 输出其本身
    Token(token::TokenOptions),
    /// Serve the access tokens of the configured accounts to other programs 集中保管各账号的
    /// access_token，供多个程序共用
    TokenServer(token_server::TokenServerOptions),
    /// Look at the pushes in a bot's inbox, and replay or drop those that were set aside
    /// 查看机器人收件箱中的推送，重新处理或删除已搁置的推送
    Inbox(inbox::InboxOptions),
    /// Check a captured push and report whether signature, key, padding or receive id is wrong
    /// 检查抓取到的推送：签名、密钥、填充、receiveid 哪一项有误
    Verify(verify::CapturedPush),
    /// Check the configuration and the platform's view of it, or with --url a deployed bot; say what is
    /// wrong 检查配置、凭据与平台设置；加 --url 则模拟平台检查已部署的机器人，并指出问题所在
    Doctor(doctor::DoctorOptions),
    /// Decrypt a captured push and print the message; problems go to standard error
    /// 解密抓取到的推送并输出消息；发现的问题输出到标准错误
    ///
    /// The exit status is 0 if a message was decrypted, even if the signature or the receive id is
    /// wrong: use `weixin verify` to check them. 只要能解密出消息，退出状态即为
    /// 0，即使签名或 receiveid 有误；如需校验请使用 `weixin verify`。
    Decrypt(verify::CapturedPush),
    /// List, explain and call the platform's endpoints, and check samples 列出、查看、调用平台接口，以及检查样例
    #[cfg(feature = "api")]
    Api(api::ApiOptions),
    #[cfg(not(feature = "api"))]
    #[command(hide = true)]
    Api(NotBuiltIn),
}

/// `weixin api` in builds without the feature `api`.
#[cfg(not(feature = "api"))]
#[derive(Debug, clap::Args)]
struct NotBuiltIn {
    /// All arguments.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    _rest: Vec<String>,
}

/// Runs the command given on the command line of this process.
#[tokio::main]
pub async fn run() -> ExitCode {
    let cli = Cli::parse();
    log_to_stderr(match cli.command {
        // Its own output says what went wrong.
        Some(Command::Send(_)) => tracing::Level::ERROR,
        None
        | Some(
            Command::Api(_)
            | Command::Doctor(_)
            | Command::Inbox(_)
            | Command::Menu(_)
            | Command::Token(_),
        ) => tracing::Level::WARN,
        Some(_) => tracing::Level::INFO,
    });
    let done = match cli.command {
        None => dev::demo(cli.demo).await,
        Some(Command::New(options)) => new::run(&options),
        Some(Command::Dev(options)) => dev::dev(options).await,
        Some(Command::Emulator(options)) => emulator::emulator(options).await,
        Some(Command::Send(options)) => send::run(options).await,
        Some(Command::Menu(options)) => menu::run(options).await,
        Some(Command::Token(options)) => token::run(options).await,
        Some(Command::TokenServer(options)) => token_server::serve(options).await,
        Some(Command::Inbox(options)) => inbox::run(options).await,
        Some(Command::Doctor(options)) => doctor::run(options).await,
        Some(Command::Verify(captured)) => captured.verify(),
        Some(Command::Decrypt(captured)) => captured.decrypt(),
        #[cfg(feature = "api")]
        Some(Command::Api(options)) => api::run(options).await.map_err(CliError::from),
        #[cfg(not(feature = "api"))]
        Some(Command::Api(_)) => Err(CliError::Message(
            "this program was built without the feature `api`: use `cargo run -p weixin-cli -- api …` \
             此程序未启用 api 功能，请使用 `cargo run -p weixin-cli -- api …`"
                .to_owned(),
        )),
    };
    match done {
        Ok(code) => code,
        Err(CliError::OutputClosed) => ExitCode::SUCCESS,
        Err(CliError::Message(problem)) => {
            eprint_error(&problem);
            ExitCode::FAILURE
        }
    }
}

/// Logs to standard error what is at least as important as `default`, or as WEIXIN_LOG says.
fn log_to_stderr(default: tracing::Level) {
    let level = std::env::var("WEIXIN_LOG").ok();
    let level = level.map_or(default, |level| level.parse().unwrap_or(tracing::Level::INFO));
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .with_max_level(level)
        // Errors of the logger itself would go to standard error too, which has just failed.
        .log_internal_errors(false)
        .init();
}
