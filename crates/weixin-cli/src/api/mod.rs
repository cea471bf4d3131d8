//! `weixin api`: works with the platform's endpoints.

mod call;
mod check;
mod coverage;
mod list;
mod show;
mod typed;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use self::typed::TypedEndpoint;

/// The subcommands of `weixin api`.
#[derive(Debug, Args)]
pub(crate) struct ApiOptions {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// List the known endpoints 列出已知的接口
    List(list::ListOptions),
    /// Explain an endpoint: fields, types, documentation, permissions 查看接口说明
    Show(show::ShowOptions),
    /// Call an endpoint with the account in weixin.toml or WEIXIN_*, and print the response 用
    /// weixin.toml 或 WEIXIN_* 中的账号调用接口并输出结果
    Call(call::CallOptions),
    /// Check samples: read them into the types of this library, write them back and compare
    /// 把样例读入本库的类型，再写回并比较
    Check(check::CheckOptions),
    /// Print the table of typed endpoints for the documentation 输出已有类型的接口一览表
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

/// The typed endpoint of a catalogue entry, if there is one.
fn typed(entry: &weixin_catalog::Entry) -> Option<&'static TypedEndpoint> {
    typed::find(entry.host, entry.method, entry.path)
}
