//! App messages (应用消息) of WeCom.

use weixin_api::{Empty, ErrCode};
use weixin_protocol::{MessageChannel, MessageLimits, PeerId, UserId};
use weixin_work::message::{
    MpArticle, RecallMessage, Recipients, SendMessage, SentMessage, WorkMessage,
};

use super::{
    super::{
        ApiError, RequestContext,
        message::{check_cards, checked_text, find, format_of, other},
    },
    check_agent,
};
use crate::{
    state::{MediaKind, PersonState},
    timeline::{Article, EventKind, Level, MessageContent, Sender, Via},
};

/// Addresses everyone to whom the app is visible.
const ALL: &str = "@all";

/// For users, departments and tags: the maximum number per call, and the error if there are more.
const MAX: [(usize, i64, &str); 3] = [
    (1000, 40032, "invalid userid list size"),
    (100, 82002, "invalid partyid list size"),
    (100, 82003, "invalid tagid list size"),
];

pub(in super::super) fn send(
    ctx: &mut RequestContext<'_>,
    request: SendMessage,
) -> Result<SentMessage, ApiError> {
    check_agent(ctx, request.agentid)?;
    let to = request.to;
    let counts = [to.touser.len(), to.toparty.len(), to.totag.len()];
    if counts == [0; 3] {
        return Err(ApiError::with_message(
            ErrCode::new(82001),
            "touser, toparty and totag are all empty",
        ));
    }
    for (count, (max, code, errmsg)) in counts.into_iter().zip(MAX) {
        if count > max {
            return Err(ApiError::with_message(ErrCode::new(code), errmsg));
        }
    }
    let found = find_members(ctx, to)?;
    if found.members.is_empty() {
        return Err(ApiError::code(81013));
    }
    let card = matches!(request.message, WorkMessage::TemplateCard(_));
    let content = content(ctx, request.message)?;
    let repeat = format!("{:?} {content:?}", found.members);
    let now = ctx.now();
    let account = ctx.account_mut()?;
    let rules = account.rules.corp.clone();
    if request.enable_duplicate_check == Some(true)
        && let Some(sent) = account.app_messages.duplicate_of(&repeat, now)
    {
        return Ok(sent.clone());
    }

    let owner = account.id.clone();
    let call = Some(ctx.call);
    let mut entries = Vec::new();
    for member in &found.members {
        // Messages above a member's rate limit are dropped silently, as on the platform.
        let person = ctx.state.person_mut(&owner, member);
        if person.is_some_and(|person| person.count_app_message(&rules, now)) {
            let (from, content) = (Sender::Account, content.clone());
            entries.push(ctx.state.add_message(&owner, member, from, Via::App, call, content));
        } else {
            ctx.state.add_note(
                Some(&owner),
                Some(&PeerId::from(member.clone())),
                Level::Warn,
                format!("An app message to {member} was dropped: too many within a minute or an hour. The call succeeds."),
                format!("发给 {member} 的应用消息被丢弃：超过每分钟或每小时上限。接口仍返回成功。"),
            );
        }
    }
    // The page shows how many messages are left.
    ctx.state.mark_dirty();
    let mut sent = SentMessage::new();
    sent.msgid = ctx.state.ids.media_id().into();
    sent.invaliduser = found.unknown;
    sent.invalidparty = found.no_departments;
    sent.invalidtag = found.no_tags;
    sent.response_code = card.then(|| ctx.state.ids.secret());
    let within = match request.duplicate_check_interval {
        None => rules.repeat_within,
        Some(seconds) => {
            rules.max_repeat_within.min(std::time::Duration::from_secs(seconds.into()))
        }
    };
    let messages = &mut ctx.account_mut()?.app_messages;
    messages.sent(sent.clone(), entries, now, rules.recall_within);
    if request.enable_duplicate_check == Some(true) {
        messages.remember_duplicate(repeat, now + within, sent.clone());
    }
    Ok(sent)
}

pub(in super::super) fn recall(
    ctx: &mut RequestContext<'_>,
    request: RecallMessage,
) -> Result<Empty, ApiError> {
    let now = ctx.now();
    let messages = &mut ctx.account_mut()?.app_messages;
    // The error code is not documented.
    let entries = messages.recall(request.msgid.as_str(), now);
    let entries =
        entries.ok_or_else(|| ApiError::with_message(ErrCode::new(40058), "invalid msgid"))?;
    for entry in entries {
        ctx.state.timeline.update(entry, |what| {
            if let EventKind::Message(message) = what {
                message.from = Sender::System;
                message.content = MessageContent::System {
                    en: "The message was recalled.".to_owned(),
                    zh: "消息已撤回。".to_owned(),
                    level: Level::Info,
                };
            }
        });
    }
    Ok(Empty {})
}

/// The recipients of a message, and the unknown ones.
struct RecipientList {
    members: Vec<UserId>,
    unknown: Vec<UserId>,
    no_departments: Vec<String>,
    no_tags: Vec<String>,
}

fn find_members(ctx: &RequestContext<'_>, to: Recipients) -> Result<RecipientList, ApiError> {
    let account = ctx.account()?;
    let corp = &account.corp;
    let sees = |person: &&PersonState| person.following;
    let everybody = to.touser.iter().any(|user| *user == ALL);
    let (mut departments, mut no_departments) = (Vec::new(), Vec::new());
    for name in to.toparty {
        match name.parse().ok().filter(|id| corp.department(*id).is_some()) {
            Some(id) => departments.push(id),
            None => no_departments.push(name),
        }
    }
    let (mut tags, mut no_tags) = (Vec::new(), Vec::new());
    for name in to.totag {
        match name.parse().ok().and_then(|id| corp.tag(id)) {
            Some(tag) => tags.push(tag),
            None => no_tags.push(name),
        }
    }
    let is_meant = |person: &&PersonState| {
        everybody
            || corp.is_within(&person.member, &departments)
            || tags.iter().any(|tag| corp.has_tag(&person.member, tag))
    };
    let meant = ctx.state.people_of(&account.id).filter(sees).filter(is_meant);
    let mut members: Vec<UserId> = meant.map(|person| person.member.userid.clone()).collect();
    let mut unknown = Vec::new();
    for user in to.touser.into_iter().filter(|user| *user != ALL) {
        if !ctx.state.person(&account.id, &user).is_some_and(|person| person.following) {
            unknown.push(user);
        } else if !members.contains(&user) {
            members.push(user);
        }
    }
    Ok(RecipientList { members, unknown, no_departments, no_tags })
}

/// The chat content of a message.
fn content(ctx: &RequestContext<'_>, message: WorkMessage) -> Result<MessageContent, ApiError> {
    let limits = MessageLimits::of(MessageChannel::WorkApp);
    Ok(match message {
        WorkMessage::Text(text) => {
            MessageContent::Text { text: checked_text(text.content, limits.text_bytes)? }
        }
        WorkMessage::Markdown(text) => {
            MessageContent::Markdown { text: checked_text(text.content, limits.markdown_bytes)? }
        }
        WorkMessage::Image(image) => {
            let url = find(ctx, &image.media_id, MediaKind::Image)?;
            MessageContent::Image { media_id: Some(image.media_id), url }
        }
        WorkMessage::Voice(voice) => {
            let url = find(ctx, &voice.media_id, MediaKind::Voice)?;
            let format = format_of(ctx, &voice.media_id);
            MessageContent::Voice { media_id: voice.media_id, url, format }
        }
        WorkMessage::Video(video) => {
            let url = find(ctx, &video.media_id, MediaKind::Video)?;
            let (title, description) = (video.title, video.description);
            MessageContent::Video { media_id: video.media_id, url, title, description }
        }
        WorkMessage::File(file) => {
            find(ctx, &file.media_id, MediaKind::File)?;
            let media = ctx.state.media.get_any(&file.media_id);
            let (name, size) =
                media.map(|media| (media.name.clone(), media.content.len())).unwrap_or_default();
            MessageContent::File { media_id: file.media_id, name, size }
        }
        WorkMessage::TextCard(card) => MessageContent::Card {
            title: card.title,
            description: card.description,
            url: card.url,
            btntxt: card.btntxt.unwrap_or_else(|| "详情".to_owned()),
        },
        WorkMessage::News(news) => {
            check_cards(news.articles.len(), limits)?;
            let articles = news.articles.into_iter().map(|article| Article {
                title: article.title,
                description: article.description.unwrap_or_default(),
                url: article.url.unwrap_or_default(),
                picurl: article.picurl.unwrap_or_default(),
            });
            MessageContent::News { articles: articles.collect() }
        }
        WorkMessage::MpNews(news) => {
            let article = |article: MpArticle| {
                Ok(Article {
                    title: article.title,
                    description: article.digest.unwrap_or_default(),
                    url: article.content_source_url.unwrap_or_default(),
                    picurl: find(ctx, &article.thumb_media_id, MediaKind::Image)?,
                })
            };
            check_cards(news.articles.len(), limits)?;
            let articles: Result<_, ApiError> = news.articles.into_iter().map(article).collect();
            MessageContent::News { articles: articles? }
        }
        WorkMessage::MiniProgramNotice(notice) => {
            let items = notice.content_item.iter();
            let items = items.map(|item| format!("{}：{}", item.key, item.value));
            let lines: Vec<_> = notice.description.into_iter().chain(items).collect();
            MessageContent::Notice {
                title: notice.title,
                text: lines.join("\n"),
                url: String::new(),
                appid: notice.appid.to_string(),
                pagepath: notice.page.unwrap_or_default(),
            }
        }
        WorkMessage::TemplateCard(card) => other("template_card", &card),
        unknown => other("message", &unknown),
    })
}
