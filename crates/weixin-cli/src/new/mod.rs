//! `weixin new`: creates the project of a bot.

mod name;
mod template;

use std::{
    env, fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, ValueEnum};

use crate::terminal::{CliError, print_line};
use template::Values;

/// What to create.
#[derive(Debug, Args)]
pub(crate) struct NewOptions {
    /// The folder to create; its last part is the name of the program 要创建的文件夹，最后一段即程序名
    #[arg(value_name = "NAME")]
    path: PathBuf,
    /// What kind of bot 机器人的类型
    #[arg(long, value_enum, default_value_t = BotKind::Official)]
    kind: BotKind,
    /// Depend on a checkout of this library: the folder `crates/weixin` in it
    /// 依赖本地的 weixin 源码：其中的 crates/weixin 文件夹
    #[arg(long, value_name = "FOLDER")]
    weixin_path: Option<PathBuf>,
}

/// What kind of bot a project is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum BotKind {
    /// An Official Account: welcomes followers, echoes, and has a command and a menu button 公众号
    Official,
    /// A Mini Program: answers in its customer-service chat 小程序客服消息
    Mini,
    /// A WeCom app 企业微信应用
    Work,
    /// A bot that answers with a language model, whose text is sent while it is written
    /// 大语言模型机器人（流式回复）
    AiBot,
}

impl BotKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Mini => "mini",
            Self::Work => "work",
            Self::AiBot => "ai-bot",
        }
    }

    /// The kind of the account, as in weixin.toml.
    fn account(self) -> &'static str {
        match self {
            Self::Official | Self::AiBot => "official",
            Self::Mini => "mini",
            Self::Work => "work",
        }
    }
}

pub(crate) fn run(options: &NewOptions) -> Result<ExitCode, CliError> {
    let folder = &options.path;
    let name = name::of_folder(folder)?;
    let weixin = match &options.weixin_path {
        Some(path) => template::local_dependency(&checkout(path)?),
        None => template::published_dependency(),
    };
    check_folder(folder)?;
    let values = Values { name: &name, kind: options.kind.account(), weixin: &weixin };
    for (file, text) in template::files(options.kind, &values) {
        write(&folder.join(file), &text)?;
    }
    let shown = folder.display();
    print_line(&format!(
        "Created {shown}, a bot of the kind {kind}. 已创建 {shown}（类型 {kind}）。\n\n  \
         cd {shown}\n  \
         weixin dev{dev}   # chat with it on a page 在网页上与机器人聊天\n  \
         cargo test   # its test, against the emulator 使用模拟器测试\n\n\
         weixin.example.toml explains the settings: copy it to weixin.toml, which git ignores because \
         it has secrets.\n\
         各项设置见 weixin.example.toml：请复制为 weixin.toml；该文件含密钥，已被 git 忽略。",
        kind = options.kind.as_str(),
        dev = values.dev_options(),
    ))?;
    if let Some(workspace) = enclosing_project(folder) {
        print_line(&format!(
            "\nIt is inside {0}: if that is a workspace, add it to its `members`. \
             位于 {0} 之下：若它是工作区，请将新项目加入其 members。",
            workspace.display()
        ))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The absolute path of `crates/weixin` in a checkout.
fn checkout(path: &Path) -> Result<PathBuf, String> {
    let problem = |why: &str| format!("--weixin-path {}: {why}", path.display());
    let path = fs::canonicalize(path).map_err(|error| problem(&error.to_string()))?;
    let manifest = fs::read_to_string(path.join("Cargo.toml"));
    match manifest.is_ok_and(|text| text.lines().any(|line| line.trim() == "name = \"weixin\"")) {
        true => Ok(path),
        false => Err(problem(
            "is not the folder crates/weixin of a checkout 不是源码中的 crates/weixin 文件夹",
        )),
    }
}

/// Only a folder that is new or empty is written to.
fn check_folder(folder: &Path) -> Result<(), String> {
    let shown = folder.display();
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(format!(
                "{shown} exists and is not empty: nothing was written 已存在且不为空，未写入任何文件"
            )),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(format!("{shown}: {error}")),
    }
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let created = path.parent().map_or(Ok(()), fs::create_dir_all);
    created
        .and_then(|()| fs::File::create_new(path)?.write_all(text.as_bytes()))
        .map_err(|error| format!("{}: {error} 无法写入", path.display()))
}

/// The manifest of a project around the folder.
fn enclosing_project(folder: &Path) -> Option<PathBuf> {
    let folder = env::current_dir().ok()?.join(folder);
    let around = folder.ancestors().skip(1).map(|folder| folder.join("Cargo.toml"));
    around.into_iter().find(|manifest| manifest.is_file())
}
