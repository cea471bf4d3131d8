//! Evaluates a bot's response to a push.

use std::time::Duration;

use serde_json::json;
use weixin_protocol::{
    Acknowledgement, Article, BotAnswer, Error, ErrorKind, Format, Kind, Map, MediaId,
    PassiveReply, PeerId, Product, PushClass,
};

use super::Push;
use crate::{
    Problem,
    state::{Media, MediaKind, PlatformState},
    timeline::{self, Level, MessageContent},
};

/// The effect of a valid response.
pub(super) enum ReplyEffect {
    /// None: the push was acknowledged.
    None,
    /// The account replies with a message.
    Message(MessageContent),
    /// The platform shows a notice.
    Notice(MessageContent),
}

/// Evaluates a response that was decoded.
///
/// # Errors
/// If the platform rejects the response.
pub(super) fn evaluate(
    state: &PlatformState,
    push: &Push,
    class: &PushClass,
    answer: BotAnswer,
) -> Result<ReplyEffect, Problem> {
    let payment = class.acknowledgement == Acknowledgement::Payment;
    match answer {
        BotAnswer::Other { plain } if payment && is_payment_ok(&plain) => Ok(ReplyEffect::None),
        // The page of virtual payment says that both stand for ErrCode 0.
        BotAnswer::Empty | BotAnswer::Success if payment => Ok(ReplyEffect::None),
        _ if payment => Err(Problem::new(
            "A payment notification has to be acknowledged with ErrCode 0, but the response is something else.",
            "支付通知的应答须包含 ErrCode 0，当前应答不符合。",
        )
        .hint(
            r#"Respond with {"ErrCode":0,"ErrMsg":"success"}, or the equivalent XML."#,
            r#"请返回 {"ErrCode":0,"ErrMsg":"success"}（或对应的 XML）。"#,
        )),
        BotAnswer::Empty | BotAnswer::Success if class.allows("event") => Err(Problem::new(
            "This event is a question: it needs an answer, and the response is an acknowledgement.",
            "此事件需要返回处理结果，当前应答仅为确认。",
        )
        .hint(
            "Respond with MsgType event, the Event of the push and a ResultCode.",
            "请返回 MsgType 为 event、Event 与推送相同且包含 ResultCode 的内容。",
        )),
        BotAnswer::Empty | BotAnswer::Success => Ok(ReplyEffect::None),
        BotAnswer::Reply { to, from, reply, .. } => {
            check_parties(state, push, &to, &from)?;
            check_allowed(state, push, class, &reply)?;
            if let PassiveReply::Event(answer) = &reply {
                check_event_answer(push, answer)?;
            }
            show(state, push, reply)
        }
        _ => Err(Problem::new(
            "The response is not a passive reply: it has no MsgType.",
            "应答不是被动回复：缺少 MsgType。",
        )
        .hint(
            "Respond with an empty body, the text \"success\", or a passive reply.",
            "请返回空串、success 或被动回复消息。",
        )),
    }
}

fn is_payment_ok(plain: &str) -> bool {
    Map::parse(plain)
        .is_ok_and(|(fields, _)| fields.text("ErrCode").is_some_and(|code| code.trim() == "0"))
}

/// Checks that the reply is addressed from the account to the person of the push.
fn check_parties(
    state: &PlatformState,
    push: &Push,
    to: &PeerId,
    from: &str,
) -> Result<(), Problem> {
    let account = state.account(&push.account).map(|account| account.user_name.as_str());
    for (name, given, wanted) in [
        ("ToUserName", to.as_str(), push.person.as_str()),
        ("FromUserName", from, account.unwrap_or_default()),
    ] {
        if given != wanted {
            return Err(Problem::new(
                format!("{name} of the reply is {given:?}, but has to be {wanted:?}."),
                format!("回复的 {name} 为 {given:?}，应为 {wanted:?}。"),
            )
            .hint(
                "In a reply, sender and receiver of the push are swapped.",
                "回复时须将推送中的发送方与接收方对调。",
            ));
        }
    }
    Ok(())
}

fn check_allowed(
    state: &PlatformState,
    push: &Push,
    class: &PushClass,
    reply: &PassiveReply,
) -> Result<(), Problem> {
    let msg_type = reply.msg_type();
    if class.allows(msg_type) {
        return Ok(());
    }
    let product = state.account(&push.account).map(|account| account.product);
    Err(match product {
        Some(Product::Mini) => Problem::new(
            format!("A Mini Program cannot reply to a push with {msg_type}."),
            format!("小程序不能以 {msg_type} 被动回复。"),
        )
        .hint(
            "Respond with \"success\" and send a customer-service message (POST /cgi-bin/message/custom/send).",
            "请返回 success，并通过客服消息接口（POST /cgi-bin/message/custom/send）发送。",
        ),
        _ => Problem::new(
            format!("{msg_type} is not allowed as a reply to this push ({}).", class.name),
            format!("此类推送（{}）不允许回复 {msg_type}。", class.name),
        )
        .hint(
            format!("Allowed replies: {}.", list(class.passive)),
            format!("允许的回复：{}。", list(class.passive)),
        ),
    })
}

/// Checks that the answer to an event is to this event, and has a result.
fn check_event_answer(push: &Push, answer: &Map) -> Result<(), Problem> {
    let asked = match push.inbound.kind() {
        Kind::Event { event, .. } => event,
        _ => "",
    };
    let given = answer.text("Event").map(str::trim).unwrap_or_default();
    if !given.eq_ignore_ascii_case(asked) {
        return Err(Problem::new(
            format!("Event of the answer is {given:?}, but has to be {asked:?}."),
            format!("返回内容的 Event 为 {given:?}，应为 {asked:?}。"),
        )
        .hint("The answer repeats the Event of the push.", "返回内容的 Event 须与推送相同。"));
    }
    // Companies that deliver within a city answer in lower case.
    let result = answer.text("ResultCode").or_else(|| answer.text("resultcode"));
    if result.is_none_or(|code| code.trim().parse::<i64>().is_err()) {
        return Err(Problem::new(
            "The answer has no ResultCode, or one that is not a number.",
            "返回内容缺少 ResultCode，或其值不是数字。",
        )
        .hint("ResultCode 0 means success.", "ResultCode 为 0 表示成功。"));
    }
    Ok(())
}

fn list(names: &[&str]) -> String {
    if names.is_empty() { "success".to_owned() } else { names.join(", ") }
}

/// The effect of a passive reply in the chat.
fn show(state: &PlatformState, push: &Push, reply: PassiveReply) -> Result<ReplyEffect, Problem> {
    let Some(rules) = state.account(&push.account).map(|account| &account.rules.push) else {
        return Ok(ReplyEffect::None);
    };
    let find = |id: &MediaId, kind: MediaKind| find(state, push, id, kind);
    let url = |id: &MediaId| format!("/_/api/media/{id}");
    Ok(ReplyEffect::Message(match reply {
        PassiveReply::Text(text) if text.is_empty() => {
            return Err(Problem::new("The text is empty.", "文本内容为空。").hint(
                "Respond with an empty body if there is nothing to reply.",
                "无需回复时请返回空串。",
            ));
        }
        PassiveReply::Text(text) if text.len() > rules.text_bytes => {
            let (length, limit) = (text.len(), rules.text_bytes);
            return Err(Problem::new(
                format!("The text has {length} bytes, the limit is {limit} (45002)."),
                format!("文本长度 {length} 字节，超过上限 {limit}（45002）。"),
            )
            .hint(
                "Reply with the first part and send the rest as customer-service messages.",
                "请先回复一部分，其余内容通过客服消息发送。",
            ));
        }
        PassiveReply::Text(text) => MessageContent::Text { text },
        PassiveReply::Image(id) => {
            find(&id, MediaKind::Image)?;
            MessageContent::Image { url: url(&id), media_id: Some(id) }
        }
        PassiveReply::Voice(id) => {
            let format = find(&id, MediaKind::Voice)?.mime.replace("audio/", "");
            MessageContent::Voice { url: url(&id), media_id: id, format }
        }
        PassiveReply::Video { media_id, title, description } => {
            find(&media_id, MediaKind::Video)?;
            MessageContent::Video { url: url(&media_id), media_id, title, description }
        }
        PassiveReply::Music(music) => {
            find(&music.thumb_media_id, MediaKind::Thumb)?;
            MessageContent::Music {
                title: music.title.unwrap_or_default(),
                description: music.description.unwrap_or_default(),
                url: music.url.or(music.hq_url).unwrap_or_default(),
                thumb_media_id: music.thumb_media_id,
            }
        }
        PassiveReply::News(articles) if articles.len() > rules.articles => {
            let (count, limit) = (articles.len(), rules.articles);
            return Err(Problem::new(
                format!("The news message has {count} articles, the limit is {limit} (45008)."),
                format!("图文消息有 {count} 篇文章，上限为 {limit}（45008）。"),
            )
            .hint(
                "Since 2018, Official Accounts can only reply with one article.",
                "自 2018 年起，公众号被动回复图文消息仅限一篇文章。",
            ));
        }
        PassiveReply::News(articles) => {
            MessageContent::News { articles: articles.into_iter().map(article).collect() }
        }
        PassiveReply::TransferCustomerService { account } => {
            let (mut en, mut zh) =
                ("Transferred to customer service".to_owned(), "已转接人工客服".to_owned());
            if let Some(account) = account {
                en = format!("{en}: {account}");
                zh = format!("{zh}：{account}");
            }
            return Ok(ReplyEffect::Notice(MessageContent::System { en, zh, level: Level::Info }));
        }
        PassiveReply::UpdateButton { text } => update("update_button", &text),
        PassiveReply::UpdateTaskCard { text } => update("update_taskcard", &text),
        PassiveReply::UpdateTemplateCard(card) => {
            let json = serde_json::from_str(&card.write(Format::Json)).unwrap_or_default();
            MessageContent::Other { name: "update_template_card".to_owned(), json }
        }
        PassiveReply::Event(answer) => {
            let name = answer.text("Event").unwrap_or_default().to_owned();
            let json = serde_json::from_str(&answer.write(Format::Json)).unwrap_or_default();
            MessageContent::Other { name, json }
        }
        other => MessageContent::Other { name: other.msg_type().to_owned(), json: json!({}) },
    }))
}

fn update(name: &str, text: &str) -> MessageContent {
    MessageContent::Other { name: name.to_owned(), json: json!({ "replace_name": text }) }
}

/// The file of the account that a reply refers to.
fn find<'s>(
    state: &'s PlatformState,
    push: &Push,
    id: &MediaId,
    kind: MediaKind,
) -> Result<&'s Media, Problem> {
    let fits = |media: &&Media| {
        media.kind == kind || (kind == MediaKind::Thumb && media.kind == MediaKind::Image)
    };
    let found = state.media.get(&push.account, id, state.now());
    found.filter(fits).ok_or_else(|| {
        let (name, known) = (kind.as_str(), found.map(|media| media.kind.as_str()));
        let problem = match known {
            Some(other) => Problem::new(
                format!("The media id is of kind {other}, not {name} (40007)."),
                format!("media_id 的类型是 {other}，不是 {name}（40007）。"),
            ),
            None => Problem::new(
                "The media id does not exist or has expired (40007).",
                "media_id 不存在或已过期（40007）。",
            ),
        };
        problem.hint(
            "Upload the file with this account first (POST /cgi-bin/media/upload). Files are kept for three days.",
            "请先用该账号上传（POST /cgi-bin/media/upload），文件保留三天。",
        )
    })
}

fn article(article: Article) -> timeline::Article {
    timeline::Article {
        title: article.title,
        description: article.description,
        url: article.url,
        picurl: article.pic_url,
    }
}

/// The problem of a missing response.
pub(super) fn timed_out(deadline: Duration) -> Problem {
    let seconds = deadline.as_secs_f32();
    Problem::new(
        format!("No response within {seconds} seconds."),
        format!("{seconds} 秒内没有应答。"),
    )
    .hint(
        "Respond with an empty body in time, and send the reply as a customer-service message later.",
        "请及时返回空串，稍后通过客服消息发送回复。",
    )
}

/// The problem of an HTTP status other than 200.
pub(super) fn wrong_status(status: u16) -> Problem {
    let problem = Problem::new(
        format!("The HTTP status is {status}, the platform requires 200."),
        format!("HTTP 状态码为 {status}，平台要求 200。"),
    );
    match status {
        300..=399 => problem.hint(
            "The platform does not follow redirects: configure the final URL.",
            "平台不会跟随重定向，请填写最终地址。",
        ),
        401 | 403 => problem.hint(
            "The bot rejected the push: compare token, EncodingAESKey, appid and encryption mode on both sides.",
            "机器人拒绝了推送：请核对双方的 Token、EncodingAESKey、AppID 与消息加解密方式。",
        ),
        404 => problem.hint(
            "The bot does not serve this path: compare it with the one the bot prints.",
            "机器人没有处理该路径：请与机器人启动时输出的路径核对。",
        ),
        _ => problem.hint("Check the bot's log.", "请查看机器人日志。"),
    }
}

/// The problem of a body that is not text.
pub(super) fn not_utf8() -> Problem {
    Problem::new("The response is not UTF-8.", "应答不是 UTF-8 编码。")
        .hint("Respond in UTF-8.", "请使用 UTF-8 编码返回。")
}

/// The problem of a body that cannot be decoded.
pub(super) fn unreadable(error: &Error) -> Problem {
    let problem = Problem::new(
        format!("The response is malformed: {error}."),
        format!("应答格式错误：{error}。"),
    );
    match error.kind() {
        ErrorKind::Signature | ErrorKind::Query => problem.hint(
            "Sign the encrypted reply with the callback's token over TimeStamp, Nonce and Encrypt.",
            "请用回调 Token 对加密回复的 TimeStamp、Nonce、Encrypt 签名。",
        ),
        ErrorKind::Decrypt | ErrorKind::Buffer | ErrorKind::ReceiveId | ErrorKind::Base64 => {
            problem.hint(
                "Encrypt the reply with the EncodingAESKey and the appid of this callback.",
                "请使用该回调的 EncodingAESKey 与 AppID 加密回复。",
            )
        }
        _ => problem.hint(
            "Respond with an empty body, the text \"success\", or a passive reply in the format of the push.",
            "请返回空串、success，或与推送格式一致的被动回复。",
        ),
    }
}
