//! `weixin` (the demo) and `weixin dev`: the emulator beside a bot.

use std::{net::SocketAddr, path::Path, process::ExitCode, time::Duration};

use clap::Args;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
};
use weixin::{
    api::{Clock, SystemClock},
    bot::HEALTH_PATH,
    emulator::{Account, Connect, Credentials, Emulator, Product},
    prelude::*,
};

use crate::{complain, demo, page, platform, say};

/// The path of the callbacks we set up ourselves.
const PATH: &str = "/callback";

/// How long a bot may take to listen: it may have to be compiled first.
const PATIENCE: Duration = Duration::from_secs(600);

/// How the demo is started.
#[derive(Debug, Default, Args)]
pub(crate) struct DemoOptions {
    /// The emulator's port 模拟器端口 [default: 8888, or any free one]
    #[arg(long)]
    port: Option<u16>,
    /// The bot's port 机器人端口 [default: 8080, or any free one]
    #[arg(long)]
    bot_port: Option<u16>,
    /// Open the page in the browser 在浏览器中打开页面
    #[arg(long)]
    open: bool,
}

/// How `weixin dev` is started.
#[derive(Debug, Args)]
pub(crate) struct DevOptions {
    /// The kind of the sandbox account: official, mini or work 沙箱账号类型
    #[arg(long, default_value = "official")]
    kind: Product,
    /// Plain bodies instead of encrypted ones 使用明文模式
    #[arg(long)]
    plain: bool,
    /// JSON instead of XML 使用 JSON 格式
    #[arg(long)]
    json: bool,
    /// The emulator's port 模拟器端口 [default: 8888, or any free one]
    #[arg(long)]
    port: Option<u16>,
    /// The bot's port 机器人端口 [default: 8080, or any free one]
    #[arg(long)]
    bot_port: Option<u16>,
    /// Do not open the page in the browser 不打开浏览器
    #[arg(long)]
    no_open: bool,
    /// What to run 要运行的命令 [default: `cargo run` in a Cargo project, the demo bot elsewhere]
    #[arg(last = true, value_name = "CMD")]
    command: Vec<String>,
}

/// Starts the emulator and the demo bot in this process.
pub(crate) async fn demo(options: DemoOptions) -> Result<ExitCode, String> {
    let (emulator, url) = platform::start(options.port).await?;
    let listener = platform::listener(options.bot_port, platform::BOT_PORT).await?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let account = emulator.official();
    let config = Config::new(account.config().api_base(&url));
    let app =
        demo::bot(format!("{url}/_/assets")).build(&config).map_err(|error| error.to_string())?;
    let router = app.into_router();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let callback = format!("http://{address}{PATH}");
    account.connect_url(&callback).await.map_err(|problem| problem.to_string())?;

    let Credentials { id, secret, .. } = account.credentials();
    let wx = OfficialAccount::new(id.clone(), secret).client_builder().api_base(&url).build();
    let wx = wx.map_err(|error| error.to_string())?;
    demo::create_menu(&wx).await.map_err(|error| error.to_string())?;
    account.person("Ann").follows().await;

    say(&format!(
        "\nweixin {} – the WeChat platform on your desk (unofficial) 微信平台，就在桌面上（非官方）\n",
        env!("CARGO_PKG_VERSION")
    ));
    say(&format!("  Open this page and chat   打开网页开始聊天   {url}/\n"));
    say(&format!("  Emulator  模拟器          {url}"));
    say(&format!("  Demo bot  演示机器人      {callback}   ({id}, safe mode 安全模式)"));
    say("  Stop      停止            Ctrl-C\n");
    if options.open {
        page::open(&format!("{url}/"));
    }
    tokio::select! {
        () = asked_to_stop() => Ok(ExitCode::SUCCESS),
        ended = server => Err(format!("the demo bot has stopped: {ended:?}")),
    }
}

/// Completes when the process is asked to stop, by Ctrl-C or from outside.
async fn asked_to_stop() {
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated() => {}
    }
}

/// Completes when something other than the terminal asks the process to stop. The bot knows
/// nothing of that, and is ended when its handle is dropped.
async fn terminated() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut signal) = signal(SignalKind::terminate()) {
            signal.recv().await;
            return;
        }
    }
    std::future::pending().await
}

/// Starts the emulator, runs the user's bot with `WEIXIN_*` set, and connects the two.
pub(crate) async fn dev(options: DevOptions) -> Result<ExitCode, String> {
    let command = match options.command.as_slice() {
        [] if in_cargo_project() => vec!["cargo".to_owned(), "run".to_owned()],
        [] => {
            let DevOptions { port, bot_port, no_open, .. } = options;
            return demo(DemoOptions { port, bot_port, open: !no_open && page::can_open() }).await;
        }
        command => command.to_vec(),
    };
    let (emulator, url) = platform::start(options.port).await?;
    let account = sandbox(&emulator, &options);
    let listen = free_address(options.bot_port).await?;
    let mut child = spawn(&command, &account, &url, listen)?;
    say(&format!("\n  Page 网页        {url}/"));
    say(&format!("  Bot  机器人      http://{listen}{PATH}   ({})\n", command.join(" ")));

    tokio::select! {
        exit = child.wait() => return ended(exit),
        // The bot is ended with us (`kill_on_drop`).
        () = asked_to_stop() => return Ok(ExitCode::SUCCESS),
        up = answers(listen) => up?,
    }
    let connected = account.connect_url(&format!("http://{listen}{PATH}")).await;
    match connected {
        Ok(()) => {
            account.follower("Ann");
            say("  The bot is connected: chat on the page. 机器人已连接，请在网页上聊天。\n");
        }
        Err(problem) => complain(&format!("the bot could not be connected 连接失败: {problem}")),
    }
    if !options.no_open && page::can_open() {
        page::open(&format!("{url}/"));
    }
    tokio::select! {
        exit = child.wait() => ended(exit),
        _ = tokio::signal::ctrl_c() => {
            // The terminal sent the bot the same; it may still have answers on their way.
            let _ = child.wait().await;
            Ok(ExitCode::SUCCESS)
        }
        () = terminated() => Ok(ExitCode::SUCCESS),
    }
}

fn sandbox(emulator: &Emulator, options: &DevOptions) -> Account {
    use weixin::emulator::{Format, Mode};
    let mut account = emulator.first(options.kind);
    if options.plain {
        account = account.mode(Mode::Plain);
    }
    if options.json {
        account = account.format(Format::Json);
    }
    account
}

fn spawn(
    command: &[String],
    account: &Account,
    api_base: &str,
    listen: SocketAddr,
) -> Result<Child, String> {
    let Credentials { product, id, agent_id, secret, token, aes_key, mode, .. } =
        account.credentials();
    let agent = agent_id.map(|agent| agent.to_string()).unwrap_or_default();
    let (program, arguments) = command.split_first().ok_or("no command to run")?;
    Command::new(program)
        .args(arguments)
        // The account of a `weixin.toml` in this folder is a real one.
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
        .env("WEIXIN_PUBLIC_URL", format!("http://{listen}"))
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("cannot run {program:?}: {error} 无法运行该命令"))
}

/// Completes when something at `address` speaks HTTP.
async fn answers(address: SocketAddr) -> Result<(), String> {
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
    clock.timeout(PATIENCE, asking).await.map_err(|_| {
        format!(
            "nothing answers on {address}: the bot must listen where WEIXIN_LISTEN says \
             机器人没有在 WEIXIN_LISTEN 指定的地址监听"
        )
    })
}

/// An address that nobody listens on. Somebody else may take it before the bot does; then the bot
/// says so.
async fn free_address(asked: Option<u16>) -> Result<SocketAddr, String> {
    let listener = platform::listener(asked, platform::BOT_PORT).await?;
    listener.local_addr().map_err(|error| error.to_string())
}

fn in_cargo_project() -> bool {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors().any(|folder: &Path| folder.join("Cargo.toml").is_file())
}

fn ended(exit: std::io::Result<std::process::ExitStatus>) -> Result<ExitCode, String> {
    let status = exit.map_err(|error| error.to_string())?;
    match status.code() {
        Some(0) => Ok(ExitCode::SUCCESS),
        _ => Err(format!("the bot has stopped: {status} 机器人已退出")),
    }
}
