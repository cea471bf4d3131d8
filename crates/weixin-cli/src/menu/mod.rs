//! `weixin menu`: the menu of an Official Account or a WeCom app.

mod check;

use std::{
    fs,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Subcommand};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use weixin::{
    Client,
    api::{Error, GET},
    prelude::*,
    protocol::Product,
};

use crate::{
    account::AccountOptions,
    terminal::{CliError, describe, eprint_error, print_line},
};

/// The exit status if an argument is missing, as that of clap.
const USAGE: u8 = 2;

/// Which account, and what to do.
#[derive(Debug, Args)]
pub(crate) struct MenuOptions {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the menu as JSON, as the platform has it 以 JSON 输出平台上的菜单
    ///
    /// Menus that were made in the console are not among them (error 46003).
    /// 不包括在公众平台网页上设置的菜单（错误码 46003）。
    Get {
        #[command(flatten)]
        account: AccountOptions,
    },
    /// Check a menu in a JSON file and set it, replacing the present one
    /// 检查 JSON 文件中的菜单并设置，替换现有菜单
    ///
    /// The file has the platform's form, {"button": […]}, or the form of `weixin menu get`. Nothing is
    /// sent if it has mistakes: all of them are listed, each with the button where it is.
    /// 文件为平台的格式 {"button": […]}，或 `weixin menu get` 输出的格式。若有错误则不会提交，并逐条指出是哪个按钮。
    Set {
        #[command(flatten)]
        account: AccountOptions,
        /// The file; `-` reads standard input 菜单文件；`-` 表示从标准输入读取
        file: PathBuf,
    },
    /// Delete the menu, with all conditional menus 删除菜单（包括所有个性化菜单）
    Delete {
        #[command(flatten)]
        account: AccountOptions,
        /// Do not ask for confirmation; required if standard input is not a terminal
        /// 不询问确认；标准输入不是终端时必须指定
        #[arg(long)]
        yes: bool,
    },
}

pub(crate) async fn run(options: MenuOptions) -> Result<ExitCode, CliError> {
    match options.command {
        Command::Get { account } => get(&MenuClient::of(&account)?).await,
        Command::Set { account, file } => set(&MenuClient::of(&account)?, &file).await,
        Command::Delete { account, yes } => delete(&MenuClient::of(&account)?, yes).await,
    }
}

/// The client of an account that has a menu.
enum MenuClient {
    Official(Client<Official>),
    Work(Client<Work>),
}

impl MenuClient {
    fn of(options: &AccountOptions) -> Result<Self, String> {
        let client = options.client()?;
        match (client.official(), client.work()) {
            (Some(client), _) => Ok(Self::Official(client)),
            (_, Some(client)) => Ok(Self::Work(client)),
            _ => Err(format!(
                "{} has no menu: Official Accounts and WeCom apps have one \
                 该账号没有自定义菜单：只有公众号和企业微信应用有",
                client.account()
            )),
        }
    }

    fn product(&self) -> Product {
        match self {
            Self::Official(_) => Product::Official,
            Self::Work(_) => Product::Work,
        }
    }
}

async fn get(client: &MenuClient) -> Result<ExitCode, CliError> {
    // Not the typed call, so that no field is lost that this version does not know.
    let path = "/cgi-bin/menu/get";
    let answer = match client {
        MenuClient::Official(client) => client.call(GET, path, ()).await,
        MenuClient::Work(client) => {
            let agent = client.account().agent().map(|agent| agent.get());
            client.call(GET, path, json!({ "agentid": agent })).await
        }
    };
    let mut menu = answer.map_err(failed)?;
    if let Some(fields) = menu.as_object_mut() {
        fields.remove("errcode");
        fields.remove("errmsg");
    }
    print_line(&format!("{menu:#}"))?;
    Ok(ExitCode::SUCCESS)
}

async fn set(client: &MenuClient, file: &Path) -> Result<ExitCode, CliError> {
    let buttons = buttons(client.product(), file)?;
    match client {
        MenuClient::Official(client) => {
            let buttons: Vec<Button> = typed(buttons)?;
            client.menu().create(buttons).await.map_err(failed)?;
        }
        MenuClient::Work(client) => {
            let buttons: Vec<WorkButton> = typed(buttons)?;
            client.menu().create(buttons).await.map_err(failed)?;
        }
    }
    print_line(
        "The menu is set; open chats show it within minutes. 菜单已设置，已打开的聊天稍后才会更新。",
    )?;
    Ok(ExitCode::SUCCESS)
}

async fn delete(client: &MenuClient, yes: bool) -> Result<ExitCode, CliError> {
    if !yes {
        if !io::stdin().is_terminal() {
            eprint_error("this deletes the menu: add --yes 该操作会删除菜单，请加上 --yes 确认");
            return Ok(ExitCode::from(USAGE));
        }
        if !confirm()? {
            return Ok(ExitCode::FAILURE);
        }
    }
    let done = match client {
        MenuClient::Official(client) => client.menu().delete().await,
        MenuClient::Work(client) => client.menu().delete().await,
    };
    done.map_err(failed)?;
    print_line("The menu is deleted. 菜单已删除。")?;
    Ok(ExitCode::SUCCESS)
}

fn confirm() -> Result<bool, CliError> {
    let _ = write!(io::stderr(), "Delete the menu? 删除菜单？ [y/N] ");
    let mut answer = String::new();
    io::stdin().read_line(&mut answer).map_err(|error| error.to_string())?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// The buttons in a file that has no mistakes.
fn buttons(product: Product, file: &Path) -> Result<Value, String> {
    let name = file.display();
    let text = match file.to_str() {
        Some("-") => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text).map(|_| text)
        }
        _ => fs::read_to_string(file),
    };
    let text = text.map_err(|error| format!("{name}: {error}"))?;
    let menu = serde_json::from_str(&text)
        .map_err(|error| format!("{name} is not JSON 不是合法的 JSON: {error}"))?;
    check::check(product, menu).map_err(|problems| {
        let problems = problems.into_iter().map(|problem| format!("\n  - {problem}"));
        format!(
            "{name}: nothing was set, the menu has mistakes 菜单有误，未提交:{}",
            problems.collect::<String>()
        )
    })
}

/// The buttons as those of a product. Cannot fail after [`check`](check::check).
fn typed<T: DeserializeOwned>(buttons: Value) -> Result<T, String> {
    serde_json::from_value(buttons).map_err(|error| error.to_string())
}

fn failed(error: Error) -> String {
    describe(&error)
}
