//! `weixin token`: the access token of an account.

use std::process::ExitCode;

use clap::Args;
use serde_json::json;
use weixin::{
    api::{Clock, SystemClock, Timestamp},
    client::{CurrentToken, TokenOrigin},
    protocol::Product,
};

use crate::{
    account::AccountOptions,
    inbox::{date, iso},
    terminal::{CliError, describe, print_line},
};

/// Which account, and what to print.
#[derive(Debug, Args)]
pub(crate) struct TokenOptions {
    #[command(flatten)]
    account: AccountOptions,
    /// Print the token alone, for `curl`. Whoever sees it can do all that the account can
    /// 只输出 access_token 本身（供 curl 等使用）。任何拿到它的人都能以该账号调用接口
    #[arg(long)]
    show: bool,
    /// Print a JSON object; it contains the token only with --show
    /// 输出一个 JSON 对象；加上 --show 才包含 access_token
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(options: TokenOptions) -> Result<ExitCode, CliError> {
    let client = options.account.client()?;
    let token = client.access_token().await.map_err(|error| describe(&error))?;
    let account = client.account();
    if options.json {
        let mut object = json!({
            "account": account.to_string(),
            "kind": kind(account.product()).0,
            "expires_at": token.expires_at.map(iso),
            "expires_in": token.expires_at.map(seconds_until),
            "from": token.origin.to_string(),
        });
        if options.show {
            object["access_token"] = token.value.expose().into();
        }
        print_line(&object.to_string())?;
    } else if options.show {
        print_line(token.value.expose())?;
    } else {
        let (kind, chinese) = kind(account.product());
        print_line(&format!("Account  账号      {account}"))?;
        print_line(&format!("Kind     类型      {kind} {chinese}"))?;
        print_line(&format!("Expires  失效时间  {}", expiry(&token)))?;
        print_line(&format!("From     来源      {}", origin(token.origin)))?;
        print_line("\nNot shown; --show prints it. 未显示 access_token；加上 --show 输出。")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// What the token is, in English and Chinese.
fn kind(product: Product) -> (&'static str, &'static str) {
    match product {
        Product::Work => ("access_token of the app", "应用的 access_token"),
        _ => ("stable access_token", "稳定版接口调用凭据"),
    }
}

fn expiry(token: &CurrentToken) -> String {
    match token.expires_at {
        Some(end) => {
            let seconds = seconds_until(end);
            format!("{} UTC (in {seconds} s, {seconds} 秒后)", date(end))
        }
        None => "not known 未知".to_owned(),
    }
}

fn seconds_until(end: Timestamp) -> u64 {
    end.since(SystemClock.now()).as_secs()
}

fn origin(origin: TokenOrigin) -> &'static str {
    match origin {
        TokenOrigin::Platform => "fetched from the platform 刚从平台获取",
        TokenOrigin::Store => "the configured [store] 所配置的 [store]",
        _ => "given by the program 由程序提供",
    }
}
