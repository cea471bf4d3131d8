//! `weixin api`: the platform's endpoints.

mod call;
mod check;
mod coverage;
mod fields;
mod list;
mod show;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use weixin::api::EndpointInfo;
use weixin_catalog::declared;

/// What to do with the platform's endpoints.
#[derive(Debug, Args)]
pub(crate) struct ApiOptions {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the known endpoints 列出已知的接口
    List(list::ListOptions),
    /// Explain an endpoint: fields, types, documentation, account kinds 查看一个接口的说明
    Show(show::ShowOptions),
    /// Call an endpoint with the account of weixin.toml or WEIXIN_* and print the response
    /// 用 weixin.toml 或 WEIXIN_* 中的账号调用一个接口并打印结果
    Call(call::CallOptions),
    /// Check samples against the types of this library
    /// 用样例检查本库的类型
    Check(check::CheckOptions),
    /// Print the tables of typed endpoints in docs/coverage.md
    /// 输出已有类型的接口一览表（docs/coverage.md）
    Coverage,
}

pub(crate) async fn run(options: ApiOptions) -> Result<ExitCode, String> {
    match options.command {
        Command::List(options) => list::run(&options),
        Command::Show(options) => show::run(&options),
        Command::Call(options) => call::run(options).await,
        Command::Check(options) => check::run(&options),
        Command::Coverage => {
            crate::terminal::print(&coverage::table());
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// The type of an endpoint of the catalogue, if it has one.
fn typed(entry: &weixin_catalog::Entry) -> Option<&'static EndpointInfo> {
    declared::find(entry.host, entry.method, entry.path)
}
