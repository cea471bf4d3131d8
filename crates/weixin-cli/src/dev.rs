//! `weixin` (the demo) and `weixin dev`: run the emulator together with a bot.

use std::{
    convert::Infallible, env, net::SocketAddr, path::Path, process::ExitCode, time::Duration,
};

use clap::Args;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::Command,
};
use weixin::{
    api::{Clock, SystemClock},
    bot::HEALTH_PATH,
    emulator::{Account, Connect, Credentials, Emulator, Mode, Product},
    prelude::*,
};

use crate::{
    child::ChildProcess,
    demo,
    os::{Signals, StopRequest},
    page,
    sandbox::{self, LOOPBACK, Sandbox},
    terminal::{CliError, eprint_error, print_line},
};

/// The callback path of bots started here.
const PATH: &str = "/callback";

/// How long a bot may take until it listens: it may have to be compiled first.
const STARTUP_TIMEOUT: Duration = Duration::from_secs(600);

/// Options of the demo.
#[derive(Debug, Default, Args)]
pub(crate) struct DemoOptions {
    /// The emulator's port 模拟器端口 [default: 8888, or any free port]
    #[arg(long)]
    port: Option<u16>,
    /// The bot's port 机器人端口 [default: 8080, or any free port]
    #[arg(long)]
    bot_port: Option<u16>,
    /// Open the page in the browser 在浏览器中打开页面
    #[arg(long)]
    open: bool,
}

/// Options of `weixin dev`.
#[derive(Debug, Args)]
pub(crate) struct DevOptions {
    /// The kind of the sandbox account: official, mini or work 沙箱账号类型
    #[arg(long, default_value = "official")]
    kind: Product,
    /// Use plain mode instead of safe mode 使用明文模式
    #[arg(long)]
    plain: bool,
    /// Use JSON instead of XML 使用 JSON 格式
    #[arg(long)]
    json: bool,
    /// The emulator's port 模拟器端口 [default: 8888, or any free port]
    #[arg(long)]
    port: Option<u16>,
    /// The bot's port 机器人端口 [default: 8080, or any free port]
    #[arg(long)]
    bot_port: Option<u16>,
    /// Do not open the page in the browser 不打开浏览器
    #[arg(long)]
    no_open: bool,
    /// The command to run 要运行的命令 [default: `cargo run` in a Cargo project, otherwise the demo bot]
    #[arg(last = true, value_name = "CMD")]
    command: Vec<String>,
}

/// Starts the emulator and the demo bot, an Official Account in safe mode.
pub(crate) async fn demo(options: DemoOptions) -> Result<ExitCode, CliError> {
    let sandbox = Sandbox::new(Product::Official, Mode::Safe, false)?;
    demo_in(sandbox, options).await
}

/// Starts the emulator and the demo bot in this process.
async fn demo_in(sandbox: Sandbox, options: DemoOptions) -> Result<ExitCode, CliError> {
    let (emulator, url) = sandbox::start(Emulator::builder(), LOOPBACK, options.port).await?;
    let listener = sandbox::listener(LOOPBACK, options.bot_port, sandbox::BOT_PORT).await?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let account = sandbox.account(&emulator);
    let config = Config::new(account.config().api_base(&url));
    let app =
        demo::bot(format!("{url}/_/assets")).build(&config).map_err(|error| error.to_string())?;
    let router = app.into_router();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let callback = format!("http://{address}{PATH}");
    account.connect_url(&callback).await.map_err(|problem| problem.to_string())?;
    set_up_account(&account, &url).await.map_err(|error| error.to_string())?;

    let Credentials { id, mode, .. } = account.credentials();
    let mode = match mode {
        Mode::Plain => "plain mode 明文模式",
        Mode::Compatible => "compatible mode 兼容模式",
        Mode::Safe => "safe mode 安全模式",
    };
    let mut signals = Signals::standard()?;
    print_line(&format!(
        "\nweixin {} – local WeChat platform emulator (unofficial) 微信平台本地模拟器（非官方）\n",
        env!("CARGO_PKG_VERSION")
    ))?;
    print_line(&format!("  Open this page and chat   打开网页开始聊天   {url}/\n"))?;
    print_line(&format!("  Emulator  模拟器          {url}"))?;
    print_line(&format!("  Demo bot  演示机器人      {callback}   ({id}, {mode})"))?;
    print_line("  Stop          停止            Ctrl-C\n")?;
    if options.open {
        page::open(&format!("{url}/"));
    }
    tokio::select! {
        _ = signals.next() => Ok(ExitCode::SUCCESS),
        ended = server => Err(format!("the demo bot has stopped: {ended:?} 演示机器人已停止").into()),
    }
}

/// Sets up the account with a menu and a person.
async fn set_up_account(account: &Account, url: &str) -> weixin::Result<()> {
    let Credentials { product, id, agent_id, secret, .. } = account.credentials();
    match product {
        Product::Official => {
            let wx = OfficialAccount::new(id, secret).client_builder().api_base(url).build()?;
            wx.menu().create(demo::menu()).await?;
            account.person("Ann").follows().await;
        }
        Product::Work => {
            let app = WorkApp::new(id, agent_id.unwrap_or(0.into()), secret);
            let wx = app.client_builder().api_base(url).build()?;
            wx.menu().create(demo::work_menu()).await?;
            account.person("Ann").follows().await;
        }
        // A Mini Program has no menu and no followers.
        _ => {
            account.follower("Ann");
        }
    }
    Ok(())
}

/// Starts the emulator, runs the user's bot with `WEIXIN_*` set, and connects the two.
pub(crate) async fn dev(options: DevOptions) -> Result<ExitCode, CliError> {
    let mode = if options.plain { Mode::Plain } else { Mode::Safe };
    let sandbox = Sandbox::new(options.kind, mode, options.json)?;
    let open = !options.no_open && page::can_open();
    let command = match options.command.as_slice() {
        [] if in_cargo_project() => vec!["cargo".to_owned(), "run".to_owned()],
        [] => {
            let DevOptions { port, bot_port, .. } = options;
            return demo_in(sandbox, DemoOptions { port, bot_port, open }).await;
        }
        command => command.to_vec(),
    };
    let (emulator, url) = sandbox::start(Emulator::builder(), LOOPBACK, options.port).await?;
    let account = sandbox.account(&emulator);
    let listen = free_address(options.bot_port).await?;
    // From here on, a signal must not end this process without ending the bot.
    let mut signals = Signals::all()?;
    let mut bot = start(&command, &account, &url, listen)?;
    print_line(&format!("\n  Page 网页        {url}/"))?;
    print_line(&format!("  Bot  机器人      http://{listen}{PATH}   ({})\n", command.join(" ")))?;

    let outcome = tokio::select! {
        exit = bot.ended() => exit_result(exit),
        stopped = connect_when_ready(&account, listen, open.then_some(&url)) => match stopped {
            Err(stop) => Err(stop),
        },
        requested = signals.next() => {
            if requested == StopRequest::Interrupt {
                shut_down(&mut bot, &mut signals).await;
            }
            Ok(ExitCode::SUCCESS)
        }
    };
    bot.end().await;
    outcome
}

/// Connects the bot as soon as it listens, then opens the page if its URL is given.
async fn connect_when_ready(
    account: &Account,
    listen: SocketAddr,
    page: Option<&String>,
) -> Result<Infallible, CliError> {
    wait_for_http(listen).await?;
    match account.connect_url(&format!("http://{listen}{PATH}")).await {
        Ok(()) => {
            account.follower("Ann");
            print_line(
                "  The bot is connected: chat on the page. 机器人已接入，请在网页上聊天。\n",
            )?;
        }
        Err(problem) => {
            eprint_error(&format!("the bot could not be connected 接入失败: {problem}"))
        }
    }
    if let Some(url) = page {
        page::open(&format!("{url}/"));
    }
    std::future::pending().await
}

/// Lets the bot finish pending replies. A second signal kills it.
async fn shut_down(bot: &mut ChildProcess, signals: &mut Signals) {
    // The reader of the output may have ended with Ctrl-C; the bot finishes anyway.
    let _ = print_line(
        "\n  The bot is shutting down; press Ctrl-C again to kill it. 机器人正在退出，再按一次 Ctrl-C 强制结束。",
    );
    let forced = tokio::select! {
        () = bot.interrupt() => false,
        _ = signals.next() => true,
    };
    if forced {
        bot.kill();
    }
}

fn start(
    command: &[String],
    account: &Account,
    api_base: &str,
    listen: SocketAddr,
) -> Result<ChildProcess, String> {
    let Credentials { product, id, agent_id, secret, token, aes_key, mode, .. } =
        account.credentials();
    let agent = agent_id.map(|agent| agent.to_string()).unwrap_or_default();
    let (program, arguments) = command.split_first().ok_or("no command to run")?;
    let mut command = Command::new(program);
    command.args(arguments);
    // Variables of a real account must not be mixed with those of the sandbox.
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("WEIXIN_") && name != "WEIXIN_LOG" {
            command.env_remove(name);
        }
    }
    command
        // Ignore a `weixin.toml` in this directory, which contains a real account.
        .env("WEIXIN_CONFIG", "-")
        .env("WEIXIN_KIND", product.as_str())
        .env("WEIXIN_APP_ID", id.as_str())
        .env("WEIXIN_AGENT_ID", agent)
        .env("WEIXIN_SECRET", secret.expose())
        .env("WEIXIN_TOKEN", token.expose())
        .env("WEIXIN_ENCODING_AES_KEY", aes_key.expose())
        .env("WEIXIN_MODES", mode.as_str())
        .env("WEIXIN_PATH", PATH)
        .env("WEIXIN_LISTEN", listen.to_string())
        .env("WEIXIN_API_BASE", api_base)
        .env("WEIXIN_PUBLIC_URL", format!("http://{listen}"));
    ChildProcess::start(command)
        .map_err(|error| format!("cannot run {program:?}: {error} 无法运行该命令"))
}

/// Waits until an HTTP server responds at `address`.
async fn wait_for_http(address: SocketAddr) -> Result<(), String> {
    let clock: &dyn Clock = &SystemClock;
    let ask = async || -> std::io::Result<bool> {
        let mut stream = TcpStream::connect(address).await?;
        let request = format!("GET {HEALTH_PATH} HTTP/1.0\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).await?;
        let mut start = [0; 5];
        stream.read_exact(&mut start).await?;
        Ok(&start == b"HTTP/")
    };
    let asking = async {
        while !matches!(ask().await, Ok(true)) {
            clock.sleep(Duration::from_millis(200)).await;
        }
    };
    clock.timeout(STARTUP_TIMEOUT, asking).await.map_err(|_| {
        format!(
            "nothing responds on {address}: the bot has to listen on the address in WEIXIN_LISTEN \
             机器人没有在 WEIXIN_LISTEN 指定的地址监听"
        )
    })
}

/// A free address. Another process may take it before the bot does; then the bot reports an error.
async fn free_address(requested: Option<u16>) -> Result<SocketAddr, String> {
    let listener = sandbox::listener(LOOPBACK, requested, sandbox::BOT_PORT).await?;
    listener.local_addr().map_err(|error| error.to_string())
}

fn in_cargo_project() -> bool {
    let here = env::current_dir().unwrap_or_default();
    here.ancestors().any(|folder: &Path| folder.join("Cargo.toml").is_file())
}

fn exit_result(exit: std::io::Result<std::process::ExitStatus>) -> Result<ExitCode, CliError> {
    let status = exit.map_err(|error| error.to_string())?;
    match status.code() {
        Some(0) => Ok(ExitCode::SUCCESS),
        _ => Err(format!("the bot has exited: {status} 机器人已退出").into()),
    }
}
