//! `weixin inbox list`

use std::process::ExitCode;

use clap::Args;
use weixin::bot::inbox::{Inbox, ParkReason};

use super::{
    format::{json_line, object, table},
    select::{Filter, StateName, parse_reason},
};
use crate::terminal::{CliError, eprint_error, print_line};

/// Which pushes to list.
#[derive(Debug, Args)]
pub(crate) struct ListOptions {
    /// List only pushes in this state 只列出该状态的推送
    #[arg(long)]
    state: Option<StateName>,
    /// List only pushes to this account: official:wx… or wx… 只列出该账号的推送
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// List only pushes that are parked for this reason: unknown, handler, incomplete, window, no-channel, unavailable, unreadable
    /// 只列出因该原因搁置的推送
    #[arg(long, value_parser = parse_reason)]
    reason: Option<ParkReason>,
    /// List at most so many 最多列出的条数
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: usize,
    /// Print one JSON object per line 每行输出一个 JSON 对象
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(inbox: &dyn Inbox, options: &ListOptions) -> Result<ExitCode, CliError> {
    let ListOptions { state, account, reason, limit, json } = options;
    let filter = Filter { state: *state, account: account.as_deref(), reason: *reason };
    let (items, has_more) = filter.find(inbox, *limit).await?;
    if *json {
        for item in &items {
            print_line(&json_line(object(item)))?;
        }
    } else if !items.is_empty() {
        for line in table(&items) {
            print_line(&line)?;
        }
    }
    if has_more {
        eprint_error(&format!(
            "only the oldest {limit} are shown: --limit 仅显示最早的 {limit} 条"
        ));
    }
    if items.is_empty() && !has_more {
        eprint_error("no pushes 没有推送");
        return Ok(ExitCode::FAILURE);
    }
    Ok(ExitCode::SUCCESS)
}
