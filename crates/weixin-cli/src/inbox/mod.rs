//! `weixin inbox`: the pushes in the inbox of a bot, and what a person decides about them.
//!
//! The command opens the same database as the bots, and every change is a compare-and-swap, so bots
//! may run meanwhile.

mod decide;
mod format;
mod list;
mod select;
mod show;
mod stats;

pub(crate) use format::{date, iso};

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use clap::{Args, Subcommand};
use weixin::{
    api::{Clock, SystemClock},
    bot::inbox::Inbox,
    protocol::Secret,
};

use crate::{account, terminal::CliError};

/// The exit status if an argument is missing, as that of clap.
const USAGE: u8 = 2;

/// Which inbox, and what to do with it.
#[derive(Debug, Args)]
pub(crate) struct InboxOptions {
    #[command(flatten)]
    source: InboxSource,
    #[command(subcommand)]
    command: Command,
}

/// Which inbox. By default that of `weixin.toml` and `WEIXIN_*`, as for the bot.
#[derive(Debug, Args)]
struct InboxSource {
    /// The configuration file of the bot [default: weixin.toml, or WEIXIN_CONFIG] 机器人的配置文件
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,
    /// The inbox, instead of the configured one: sqlite:FILE, postgres://…, redis://…. If it contains
    /// a password, prefer WEIXIN_INBOX_URL 收件箱地址；如含密码，建议改用环境变量 WEIXIN_INBOX_URL
    #[arg(long, value_name = "URL", global = true)]
    url: Option<Secret>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Count the pushes in each state 统计各状态的推送数量
    Stats,
    /// List pushes, oldest first, without content and users 列出推送（不含内容和用户）
    ///
    /// The exit status is 1 if there are none. 没有符合条件的推送时退出状态为 1。
    List(list::ListOptions),
    /// Show everything about one push; its content only with --body
    /// 查看一条推送的全部信息；加 --body 才显示内容
    Show(show::ShowOptions),
    /// Have parked pushes handled again by the running bot 让机器人重新处理已搁置的推送
    ///
    /// If the handler has returned and messages remain, they are sent, including one that the user may
    /// have received already; otherwise the handler runs again, with its attempts counted from zero.
    /// 若处理函数已返回但消息未发完，则继续发送（用户可能会收到重复的消息）；否则重新运行处理函数，重试次数从零计起。
    Replay(decide::ReplayOptions),
    /// Remove pushes for good, except those that are being handled 永久删除推送（正在处理的除外）
    Drop(decide::DropOptions),
}

pub(crate) async fn run(options: InboxOptions) -> Result<ExitCode, CliError> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let (inbox, place) = options.source.open(&clock)?;
    let inbox = &*inbox;
    match options.command {
        Command::Stats => stats::run(inbox, &place).await,
        Command::List(options) => list::run(inbox, &options).await,
        Command::Show(options) => show::run(inbox, &options).await,
        Command::Replay(options) => decide::replay(inbox, &options).await,
        Command::Drop(options) => decide::drop(inbox, &options).await,
    }
}

impl InboxSource {
    /// Opens the inbox. Also returns where it is, without a password.
    fn open(&self, clock: &Arc<dyn Clock>) -> Result<(Arc<dyn Inbox>, String), String> {
        let config = account::load(self.config.as_deref());
        let mut config = config.map_err(|error| error.to_string())?;
        if let Some(url) = &self.url {
            config.inbox.get_or_insert_default().url = Some(url.clone());
        }
        let url = config.inbox.as_ref().and_then(|inbox| inbox.url.as_ref());
        let Some(url) = url.filter(|url| !url.expose().is_empty()) else {
            return Err(IN_MEMORY.to_owned());
        };
        let place = place(url.expose());
        account::check_feature(url.expose())?;
        let inbox = config.open_existing_inbox(clock).map_err(|error| error.to_string())?;
        Ok((inbox, place))
    }
}

/// What is said about an inbox that is not in a database.
const IN_MEMORY: &str = "no inbox is configured: pushes are kept in the memory of the bot's process, \
    where this command cannot see them, and are lost when it ends. To keep them in a database, put \
    this into weixin.toml and restart the bot (or set WEIXIN_INBOX_URL for both):\n\n\
    \x20   [inbox]\n\
    \x20   url = \"sqlite:inbox.sqlite\"     # or postgres://…, redis://…\n\n\
    未配置收件箱：推送只保存在机器人进程的内存中，本命令无法查看，进程结束后即丢失。如需持久保存，请在 \
    weixin.toml 中加入以上配置并重启机器人（或为两者设置 WEIXIN_INBOX_URL）。";

/// The engine, and the file if it is SQLite. Other URLs may contain a password.
fn place(url: &str) -> String {
    let (scheme, rest) = url.split_once(':').unwrap_or((url, ""));
    match scheme {
        "sqlite" => format!("SQLite, {}", rest.strip_prefix("//").unwrap_or(rest)),
        "postgres" | "postgresql" => "Postgres".to_owned(),
        _ => "Redis".to_owned(),
    }
}
