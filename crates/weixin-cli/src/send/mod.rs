//! `weixin send`: sends a message, for alarms from scripts.

mod channel;
mod content;
mod report;

use std::{path::PathBuf, process::ExitCode};

use clap::{ArgGroup, Args};
use weixin::{
    protocol::{MessageChannel, MessageLimits, Secret},
    work::GroupWebhook,
};

use crate::{account::AccountOptions, terminal::CliError};
use channel::Channel;
use content::Content;
pub(crate) use report::EXIT_STATUS;
use report::{NotSent, Sent};

/// The variable with the key of a group robot.
const ROBOT_KEY: &str = "WEIXIN_ROBOT_KEY";

/// To whom, and what.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("content").required(true).multiple(true))]
pub(crate) struct SendOptions {
    #[command(flatten)]
    account: AccountOptions,
    /// The recipient: an openid, or in WeCom a userid or @all; several with commas or repeated
    /// 接收者：OpenID；企业微信为成员 UserID 或 @all；多个用逗号分隔或重复此选项
    #[arg(long, value_name = "USER", value_delimiter = ',')]
    to: Vec<String>,
    /// A department that receives it, by id (WeCom) 接收消息的部门 ID（企业微信）
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    party: Vec<String>,
    /// A tag whose members receive it, by id (WeCom) 接收消息的标签 ID（企业微信）
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    tag: Vec<String>,
    /// Send as a WeCom group robot, which needs no configuration: its key, or the address of its
    /// webhook. Prefer WEIXIN_ROBOT_KEY, which is used if no recipient is given: command lines are
    /// visible to other users
    /// 以群机器人发送，无需配置文件：机器人的 key 或 Webhook 地址；命令行对其他用户可见，建议改用环境变量
    /// WEIXIN_ROBOT_KEY（未指定接收者时使用）
    #[arg(long, value_name = "KEY_OR_URL", conflicts_with_all = ["to", "party", "tag", "config", "account"])]
    robot: Option<Secret>,
    /// A member that the robot's --text notifies, by userid; or @all 群机器人文本消息提醒的成员 UserID，或
    /// @all
    #[arg(long, value_name = "USER", value_delimiter = ',', requires = "text", conflicts_with_all = ["to", "party", "tag"])]
    mention: Vec<String>,
    /// The text; `-` reads it from standard input 文本内容；`-` 表示从标准输入读取
    #[arg(long, group = "content", allow_hyphen_values = true)]
    text: Option<String>,
    /// A text in Markdown (WeCom); `-` reads it from standard input
    /// Markdown 内容（企业微信）；`-` 表示从标准输入读取
    #[arg(long, value_name = "TEXT", group = "content", allow_hyphen_values = true)]
    markdown: Option<String>,
    /// A picture 图片文件
    #[arg(long, value_name = "FILE", group = "content")]
    image: Option<PathBuf>,
    /// Any other file (WeCom) 其他文件（企业微信）
    #[arg(long, value_name = "FILE", group = "content")]
    file: Option<PathBuf>,
    /// Print a JSON object 输出一个 JSON 对象
    #[arg(long)]
    json: bool,
}

pub(crate) async fn run(options: SendOptions) -> Result<ExitCode, CliError> {
    let mut sent = Sent::default();
    let outcome = send(&options, &mut sent).await;
    report::print(&sent, outcome, options.json)
}

async fn send(options: &SendOptions, sent: &mut Sent) -> Result<(), NotSent> {
    let (channel, limits) = options.channel()?;
    sent.account = channel.account();
    let contents = Content::read(options, limits)?;
    channel.send(contents, sent).await
}

impl SendOptions {
    /// How the message is sent, and the limits for it.
    fn channel(&self) -> Result<(Channel, &'static MessageLimits), String> {
        let has_recipient = !(self.to.is_empty() && self.party.is_empty() && self.tag.is_empty());
        if let Some(webhook) = self.webhook(has_recipient)? {
            let limits = MessageLimits::of(MessageChannel::WorkGroupRobot);
            return Ok((Channel::robot(&webhook, self.mention.clone())?, limits));
        }
        if !self.mention.is_empty() {
            return Err("--mention is for a group robot: add --robot --mention 仅用于群机器人，请加上 --robot"
                .to_owned());
        }
        if !has_recipient {
            return Err(format!(
                "no recipient: add --to, or --robot (or {ROBOT_KEY}) 没有接收者：请加上 --to，或 --robot（或环境变量 {ROBOT_KEY}）"
            ));
        }
        let client = self.account.client()?;
        let limits = client.message_limits();
        if let Some(client) = client.work() {
            let [to, party, tag] = [&self.to, &self.party, &self.tag].map(Clone::clone);
            return Ok((Channel::members(client, to, party, tag), limits));
        }
        if !(self.party.is_empty() && self.tag.is_empty()) {
            let why = "only WeCom has --party and --tag 只有企业微信支持 --party 和 --tag";
            return Err(why.to_owned());
        }
        Ok((Channel::users(client, &self.to), limits))
    }

    /// The group robot, if one is to send.
    fn webhook(&self, has_recipient: bool) -> Result<Option<GroupWebhook>, String> {
        let from_environment = || {
            let is_wanted = !has_recipient && !self.account.is_given();
            let key = std::env::var(ROBOT_KEY).ok().filter(|key| is_wanted && !key.is_empty());
            key.map(Secret::from)
        };
        let Some(given) = self.robot.clone().or_else(from_environment) else { return Ok(None) };
        let given = given.expose().trim();
        let webhook = match given.contains("://") || given.contains('?') {
            true => GroupWebhook::from_url(given),
            false => Some(GroupWebhook::new(given)).filter(|_| !given.is_empty()),
        };
        match webhook {
            Some(webhook) => Ok(Some(webhook)),
            // Not quoted: it may contain the key.
            None => Err(
                "the group robot has no key: it stands after `key=` in the address of the webhook \
                         缺少群机器人的 key：即 Webhook 地址中 `key=` 之后的部分"
                    .to_owned(),
            ),
        }
    }
}
