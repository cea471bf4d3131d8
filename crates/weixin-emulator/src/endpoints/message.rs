//! Customer-service messages (客服消息) of Official Accounts and Mini Programs.

use serde::Serialize;
use serde_json::Value;
use weixin_api::{Empty, ErrCode};
use weixin_official::custom_message::{CustomMessage, SendCustomMessage, SetTyping};
use weixin_protocol::{MediaId, MessageChannel, MessageLimits, Product};

use super::{ApiError, RequestContext};
use crate::{
    state::{Media, MediaKind, WindowError},
    timeline::{Article, MenuItem, MessageContent, Sender, Via},
};

pub(super) fn send(
    ctx: &mut RequestContext<'_>,
    request: SendCustomMessage,
) -> Result<Empty, ApiError> {
    let account = ctx.account()?;
    let (id, product) = (account.id.clone(), account.product);
    reachable(ctx, &request.touser)?;
    let content = content(ctx, product, request.message)?;
    let now = ctx.now();
    let person = ctx.state.person_mut(&id, &request.touser);
    let person = person.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    person.windows.take_message(now).map_err(|closed| {
        ApiError::new(match closed {
            WindowError::OutOfWindow => ErrCode::OUT_OF_REPLY_WINDOW,
            WindowError::NoneLeft => ErrCode::NO_MESSAGES_LEFT,
        })
    })?;
    let call = Some(ctx.call);
    ctx.state.add_message(&id, &request.touser, Sender::Account, Via::Custom, call, content);
    // The page shows how many messages are left.
    ctx.state.mark_dirty();
    Ok(Empty {})
}

pub(super) fn typing(ctx: &mut RequestContext<'_>, request: SetTyping) -> Result<Empty, ApiError> {
    reachable(ctx, &request.touser)?;
    Ok(Empty {})
}

/// Checks that the person exists and follows the account.
pub(super) fn reachable(
    ctx: &RequestContext<'_>,
    openid: &(impl AsRef<str> + ?Sized),
) -> Result<(), ApiError> {
    let account = ctx.account()?;
    match ctx.state.person(&account.id, openid) {
        None => Err(ApiError::new(ErrCode::BAD_OPENID)),
        Some(person) if !person.following => Err(ApiError::code(43004)),
        Some(_) => Ok(()),
    }
}

/// The chat content of a message.
pub(super) fn content(
    ctx: &RequestContext<'_>,
    product: Product,
    message: CustomMessage,
) -> Result<MessageContent, ApiError> {
    let for_mini = matches!(
        message,
        CustomMessage::Text(_)
            | CustomMessage::Image(_)
            | CustomMessage::Link(_)
            | CustomMessage::MiniProgramPage(_)
    );
    let for_official = !matches!(message, CustomMessage::Link(_));
    let possible = if product == Product::Mini { for_mini } else { for_official };
    let limits = MessageLimits::of(MessageChannel::active(product));
    if !possible {
        return Err(ApiError::new(ErrCode::BAD_MESSAGE_TYPE));
    }
    Ok(match message {
        CustomMessage::Text(text) => {
            MessageContent::Text { text: checked_text(text.content, limits.text_bytes)? }
        }
        CustomMessage::Image(image) => {
            let url = find(ctx, &image.media_id, MediaKind::Image)?;
            MessageContent::Image { media_id: Some(image.media_id), url }
        }
        CustomMessage::Voice(voice) => {
            let url = find(ctx, &voice.media_id, MediaKind::Voice)?;
            let format = format_of(ctx, &voice.media_id);
            MessageContent::Voice { media_id: voice.media_id, url, format }
        }
        CustomMessage::Video(video) => {
            let url = find(ctx, &video.media_id, MediaKind::Video)?;
            find(ctx, &video.thumb_media_id, MediaKind::Thumb)?;
            let (title, description) = (video.title, video.description);
            MessageContent::Video { media_id: video.media_id, url, title, description }
        }
        CustomMessage::Music(music) => {
            find(ctx, &music.thumb_media_id, MediaKind::Thumb)?;
            MessageContent::Music {
                title: music.title.unwrap_or_default(),
                description: music.description.unwrap_or_default(),
                url: music.musicurl,
                thumb_media_id: music.thumb_media_id,
            }
        }
        CustomMessage::News(news) => {
            check_cards(news.articles.len(), limits)?;
            let articles = news.articles.into_iter().map(|article| Article {
                title: article.title,
                description: article.description,
                url: article.url,
                picurl: article.picurl,
            });
            MessageContent::News { articles: articles.collect() }
        }
        CustomMessage::MsgMenu(menu) => MessageContent::MenuMessage {
            head: menu.head_content.unwrap_or_default(),
            items: menu
                .list
                .into_iter()
                .map(|item| MenuItem { id: item.id, content: item.content })
                .collect(),
            tail: menu.tail_content.unwrap_or_default(),
        },
        CustomMessage::MiniProgramPage(page) => {
            if let Some(thumb) = &page.thumb_media_id {
                find(ctx, thumb, MediaKind::Thumb)?;
            }
            MessageContent::MiniProgram {
                title: page.title.unwrap_or_default(),
                appid: page.appid.map(String::from).unwrap_or_default(),
                pagepath: page.pagepath,
                thumb_media_id: page.thumb_media_id.unwrap_or_default(),
            }
        }
        CustomMessage::Link(link) => {
            MessageContent::Link { title: link.title, description: link.description, url: link.url }
        }
        CustomMessage::MpNewsArticle(article) => other("mpnewsarticle", &article),
        CustomMessage::WxCard(card) => other("wxcard", &card),
        unknown => other("message", &unknown),
    })
}

/// Checks that a text is neither empty nor longer than `max_bytes`.
pub(super) fn checked_text(text: String, max_bytes: Option<usize>) -> Result<String, ApiError> {
    match text.len() {
        0 => Err(ApiError::code(44004)),
        length if max_bytes.is_some_and(|max| length > max) => Err(ApiError::code(45002)),
        _ => Ok(text),
    }
}

/// Checks the number of articles in a message.
pub(super) fn check_cards(cards: usize, limits: &MessageLimits) -> Result<(), ApiError> {
    match cards {
        0 => Err(ApiError::code(44003)),
        _ if limits.cards.is_some_and(|max| cards > max) => Err(ApiError::code(45008)),
        _ => Ok(()),
    }
}

/// A message that the page has no view for.
pub(super) fn other(name: &str, message: &impl Serialize) -> MessageContent {
    let json = serde_json::to_value(message).unwrap_or(Value::Null);
    MessageContent::Other { name: name.to_owned(), json }
}

/// Checks a media id, and returns the URL of its file for the page.
pub(super) fn find(
    ctx: &RequestContext<'_>,
    id: &MediaId,
    kind: MediaKind,
) -> Result<String, ApiError> {
    let account = ctx.account()?;
    let found = ctx.state.media.get(&account.id, id, ctx.now());
    let fits = |media: &&Media| {
        media.kind == kind || (kind == MediaKind::Thumb && media.kind == MediaKind::Image)
    };
    match found.filter(fits) {
        Some(_) => Ok(format!("/_/api/media/{id}")),
        None => Err(ApiError::new(ErrCode::BAD_MEDIA_ID)),
    }
}

/// The format of a voice message: `amr`, `mp3` or `speex`.
pub(super) fn format_of(ctx: &RequestContext<'_>, id: &MediaId) -> String {
    let mime = ctx.state.media.get_any(id).map_or("", |media| media.mime.as_str());
    match mime {
        "audio/mpeg" | "audio/mp3" => "mp3",
        mime if mime.contains("speex") => "speex",
        _ => "amr",
    }
    .to_owned()
}
