//! `weixin inbox show`

use std::process::ExitCode;

use clap::Args;
use serde_json::{Map, Value, json};
use weixin::{
    bot::{
        Message,
        inbox::{Inbox, ItemState, ItemSummary, Outbox, ParkReason, ReplyState},
        log_text::printable,
    },
    protocol::{self, Format, PassiveReply},
};

use super::{
    format::{UNREADABLE, date, escape_json, json_line, kind, object, padded, width},
    select::{StateName, by_ids},
};
use crate::terminal::{CliError, print_line};

/// Which push to show.
#[derive(Debug, Args)]
pub(crate) struct ShowOptions {
    /// The id as in `weixin inbox list`, or its first digits if they are unique; or the id that bots log
    /// 推送的 ID，可只写前几位，也可以是日志中的 ID
    id: String,
    /// Also show the content of the push and of its messages 同时显示推送和消息的内容
    #[arg(long)]
    body: bool,
    /// Print one JSON object 输出一个 JSON 对象
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(inbox: &dyn Inbox, options: &ShowOptions) -> Result<ExitCode, CliError> {
    for item in by_ids(inbox, std::slice::from_ref(&options.id)).await? {
        if options.json {
            print_line(&json_line(details(&item, options.body)))?;
            continue;
        }
        let fields = fields(&item);
        let labels = fields.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
        for (label, value) in &fields {
            print_line(&format!("{}  {value}", padded(label, labels)))?;
        }
        if options.body {
            for (label, value) in bodies(&item) {
                let text = serde_json::to_string_pretty(&value).unwrap_or_default();
                print_line(&format!("\n{label}\n{}", escape_json(&text)))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Everything but the content, as labels and values.
fn fields(item: &ItemSummary) -> Vec<(&'static str, String)> {
    let progress = &item.status.progress;
    let mut fields = vec![
        ("id", item.id.short()),
        ("full id 完整 ID", printable(item.id.as_str()).to_string()),
        ("account 账号", printable(item.id.account()).to_string()),
    ];
    if let (Some(kind), Some(envelope)) = (kind(item), &item.envelope) {
        fields.push(("kind 类型", kind));
        let from = &envelope.push().header().from;
        fields.push(("user 用户", printable(from.as_str()).to_string()));
    }
    fields.push(("received 收到", format!("{} UTC", date(item.received))));
    fields.push(("state 状态", state(item)));
    fields.push(("attempts 处理次数", item.status.attempts.to_string()));
    if item.unreadable {
        fields.push(("content 内容", UNREADABLE.to_owned()));
        return fields;
    }
    let answer = match &progress.reply {
        ReplyState::Open => "not decided 未定",
        ReplyState::Offered(_) => {
            "offered to the platform, which does not confirm it 已提供给平台（平台不确认）"
        }
        ReplyState::Taken(_) => "given to the platform 已交给平台",
        ReplyState::Closed => "acknowledged without one 无",
    };
    fields.push(("answer 被动回复", answer.to_owned()));
    if let Some(outbox) = &progress.outbox {
        let Outbox { total, done, sending, .. } = outbox;
        let next = match *sending {
            true => ", the next one may have been sent 下一条可能已发出",
            false => "",
        };
        fields.push(("messages 消息", format!("{done} of {total} sent 已发 {done}/{total}{next}")));
    }
    if let Some(failure) = &progress.failure {
        fields.push(("failure 失败原因", printable(failure).to_string()));
    }
    fields
}

fn state(item: &ItemSummary) -> String {
    let name = StateName::of(&item.status.state).as_str();
    match &item.status.state {
        ItemState::Waiting { due } => format!("{name}, due {} UTC", date(*due)),
        ItemState::Claimed(owner) => format!("{name} in process {}", printable(owner.as_str())),
        ItemState::Parked => format!("{name}, {}", item.park_reason().map_or("", explained)),
        ItemState::Finished => name.to_owned(),
    }
}

fn explained(reason: ParkReason) -> &'static str {
    match reason {
        ParkReason::Unknown => {
            "unknown: it is not known whether a message was sent 不确定消息是否已发出"
        }
        ParkReason::Handler => "handler: it failed or did not finish 处理函数失败或未完成",
        ParkReason::Incomplete => {
            "incomplete: the process ended before the whole answer was stored 进程结束时答复尚未完整保存"
        }
        ParkReason::Window => {
            "window: the user has to act before more can be sent 需等用户再次互动后才能继续下发"
        }
        ParkReason::NoChannel => {
            "no-channel: the account cannot send messages 该账号不能主动发消息"
        }
        ParkReason::Unavailable => "unavailable: the platform did not answer 平台长时间无法访问",
        ParkReason::Unreadable => "unreadable: a bot could not read it 机器人无法读取",
        other => other.as_str(),
    }
}

/// The same as JSON, with the content if asked for.
fn details(item: &ItemSummary, body: bool) -> Map<String, Value> {
    let progress = &item.status.progress;
    let mut object = object(item);
    let mut set = |name: &str, value: Value| object.insert(name.to_owned(), value);
    set("full_id", item.id.as_str().into());
    if let Some(envelope) = &item.envelope {
        set("user", envelope.push().header().from.as_str().into());
    }
    if let ItemState::Claimed(owner) = &item.status.state {
        set("process", owner.as_str().into());
    }
    let answer = match &progress.reply {
        ReplyState::Open => "open",
        ReplyState::Offered(_) => "offered",
        ReplyState::Taken(_) => "taken",
        ReplyState::Closed => "closed",
    };
    set("answer", answer.into());
    let outbox = progress.outbox.as_ref().map(|outbox| {
        let Outbox { total, done, sending, .. } = outbox;
        json!({ "total": total, "sent": done, "next_may_have_been_sent": sending })
    });
    set("messages", outbox.into());
    set("failure", progress.failure.as_deref().into());
    if body {
        let bodies = bodies(item).into_iter();
        set("body", bodies.map(|(label, value)| (label.to_owned(), value)).collect());
    }
    object
}

/// The content of the push, of the answer and of the messages.
fn bodies(item: &ItemSummary) -> Vec<(&'static str, Value)> {
    let progress = &item.status.progress;
    let mut bodies = Vec::new();
    if let Some(envelope) = &item.envelope {
        bodies.push(("push", parsed(&envelope.push().write(Format::Json))));
    }
    if let Some(answer) = progress.reply.reply() {
        bodies.push(("answer", passive(answer)));
    }
    if let Some(outbox) = &progress.outbox {
        bodies.push(("messages", outbox.messages.iter().map(message).collect()));
    }
    bodies
}

fn message(message: &Message) -> Value {
    match (message, message.to_passive()) {
        (Message::File(media), _) => {
            let id = media.uploaded().map(|id| id.as_str().to_owned());
            json!({ "MsgType": "file", "MediaId": id })
        }
        (_, Some(reply)) => passive(&reply),
        // Files that are not uploaded are not stored.
        (_, None) => Value::Null,
    }
}

fn passive(reply: &PassiveReply) -> Value {
    let mut fields = protocol::Map::new();
    fields.set("MsgType", reply.msg_type());
    reply.write(&mut fields);
    parsed(&fields.write(Format::Json))
}

fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_else(|_| json.into())
}
