//! `weixin inbox replay` and `weixin inbox drop`

use std::{
    io::{self, IsTerminal, Write},
    process::ExitCode,
};

use clap::Args;
use weixin::bot::inbox::{self, Inbox, ItemSummary, NotChanged, Replayed};

use super::{
    USAGE,
    format::{UNREADABLE, inbox_failed, table},
    select::Selection,
};
use crate::terminal::{CliError, eprint_error, print_line};

/// Which pushes to replay.
#[derive(Debug, Args)]
pub(crate) struct ReplayOptions {
    #[command(flatten)]
    selection: Selection,
}

/// Which pushes to remove.
#[derive(Debug, Args)]
pub(crate) struct DropOptions {
    #[command(flatten)]
    selection: Selection,
    /// Do not ask for confirmation; required if standard input is not a terminal
    /// 不询问确认；标准输入不是终端时必须指定
    #[arg(long)]
    yes: bool,
}

pub(super) async fn replay(
    inbox: &dyn Inbox,
    options: &ReplayOptions,
) -> Result<ExitCode, CliError> {
    let items = options.selection.find(inbox).await?;
    let (mut replayed, mut failed) = (0, 0);
    for item in &items {
        let id = item.id.short();
        match inbox::replay(inbox, &item.id).await {
            Ok(done) => {
                replayed += 1;
                print_line(&format!("{id}  {}", in_words(done)))?;
            }
            Err(why) => {
                failed += 1;
                eprint_error(&format!("{id}: not replayed 未重新处理: {}", explain(why)));
            }
        }
    }
    if replayed > 0 {
        print_line(&format!(
            "{replayed} replayed: a running bot takes them over within seconds \
             已重新排入 {replayed} 条，运行中的机器人会在几秒内处理"
        ))?;
    }
    Ok(exit_code(&items, failed))
}

pub(super) async fn drop(inbox: &dyn Inbox, options: &DropOptions) -> Result<ExitCode, CliError> {
    let is_asking = !options.yes;
    if is_asking && !io::stdin().is_terminal() {
        eprint_error(
            "drop removes pushes for good: add --yes 该操作会永久删除推送，请加上 --yes 确认",
        );
        return Ok(ExitCode::from(USAGE));
    }
    let items = options.selection.find(inbox).await?;
    if is_asking && !items.is_empty() && !confirm(&items)? {
        return Ok(ExitCode::FAILURE);
    }
    let (mut dropped, mut failed) = (0, 0);
    for item in &items {
        match inbox::discard(inbox, item).await {
            Ok(()) => dropped += 1,
            Err(why) => {
                failed += 1;
                eprint_error(&format!("{}: not removed 未删除: {}", item.id.short(), explain(why)));
            }
        }
    }
    if dropped > 0 {
        print_line(&format!("{dropped} removed 已删除 {dropped} 条"))?;
    }
    Ok(exit_code(&items, failed))
}

fn exit_code(items: &[ItemSummary], failed: usize) -> ExitCode {
    if items.is_empty() {
        eprint_error("no pushes 没有推送");
    }
    match items.is_empty() || failed > 0 {
        true => ExitCode::FAILURE,
        false => ExitCode::SUCCESS,
    }
}

/// Asks on the terminal whether to remove these pushes.
fn confirm(items: &[ItemSummary]) -> Result<bool, CliError> {
    for line in table(items) {
        print_line(&line)?;
    }
    let count = items.len();
    let _ = write!(io::stderr(), "Remove {count} for good? 永久删除这 {count} 条推送？ [y/N] ");
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).map_err(|error| error.to_string())?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

fn in_words(replayed: Replayed) -> String {
    match replayed {
        Replayed::Handler => "the handler runs again 将重新运行处理函数".to_owned(),
        Replayed::Messages(1) => "1 message is sent 将发送 1 条消息".to_owned(),
        Replayed::Messages(count) => format!("{count} messages are sent 将发送 {count} 条消息"),
        _ => "everything was sent: it is marked as finished 消息已全部发送，将标记为已完成"
            .to_owned(),
    }
}

fn explain(why: NotChanged) -> String {
    match why {
        NotChanged::NotFound => "it is no longer there 已不存在".to_owned(),
        NotChanged::Changed => {
            "it has changed meanwhile: list again 状态已变化，请重新查看".to_owned()
        }
        NotChanged::Claimed(owner) => format!(
            "it is running: process {} is handling it; if that process has died, the next bot takes it \
             over within 15 seconds 正由进程 {0} 处理；若该进程已退出，其他机器人会在 15 秒内接手",
            owner.as_str()
        ),
        NotChanged::Waiting => "it is waiting: a bot handles it anyway 正在等待处理".to_owned(),
        NotChanged::Finished => "it is finished: only parked pushes are replayed \
             已处理完成，只能重新处理已搁置的推送"
            .to_owned(),
        NotChanged::Unreadable(_) => UNREADABLE.to_owned(),
        NotChanged::Failed(error) => match inbox_failed(error) {
            CliError::Message(text) => text,
            CliError::OutputClosed => String::new(),
        },
        other => other.to_string(),
    }
}
