//! Passive replies (被动回复): the contents of the answer to a push.

mod class;

pub use class::{Acknowledgement, PushClass, push_class, url_check_deadline};

use crate::{
    Error, ErrorKind, MediaId, MessageChannel, MessageLimits, Product,
    tree::{Map, Node},
};

/// A reply in the answer to a push. The [`PushClass`] says which of them are allowed.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum PassiveReply {
    /// A text. Its maximum length is in the table of [limits](crate::MessageLimits).
    Text(String),
    /// An uploaded image.
    Image(MediaId),
    /// An uploaded voice message.
    Voice(MediaId),
    /// An uploaded video.
    Video {
        /// The uploaded video.
        media_id: MediaId,
        /// The title, shown below the video.
        title: Option<String>,
        /// The description, shown below the title.
        description: Option<String>,
    },
    /// Music by link (Official Accounts).
    Music(Music),
    /// Cards that open web pages (图文消息). Their maximum number is in the table of
    /// [limits](crate::MessageLimits).
    News(Vec<Article>),
    /// Hands the conversation over to a human in the customer-service console. Not in WeCom.
    TransferCustomerService {
        /// The customer-service agent (`name@account`); any if `None`. Not for Mini Programs.
        account: Option<String>,
    },
    /// Replaces the text of the tapped button of a template card (WeCom).
    UpdateButton {
        /// The new text.
        text: String,
    },
    /// Replaces the text of the tapped button of a task card (WeCom).
    UpdateTaskCard {
        /// The new text.
        text: String,
    },
    /// Replaces the template card (WeCom): the card's fields in the platform's XML spelling.
    UpdateTemplateCard(Map),
    /// The answer to an event that is a question, such as one to an express company (Mini Programs):
    /// the name of the event as `Event`, and the fields of the answer. Sender, receiver and time are
    /// added when it is sealed.
    Event(Map),
}

/// The fields of a reply that are not its content.
const ENVELOPE: [&str; 4] = ["ToUserName", "FromUserName", "CreateTime", "MsgType"];

/// Music by link.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Music {
    /// The title.
    pub title: Option<String>,
    /// The description, shown below the title.
    pub description: Option<String>,
    /// The URL of the music.
    pub url: Option<String>,
    /// The URL of a version in higher quality, which the client prefers on Wi-Fi.
    pub hq_url: Option<String>,
    /// The cover: an uploaded image of kind `thumb`.
    pub thumb_media_id: MediaId,
}

/// A card that opens a web page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The title.
    pub title: String,
    /// The description, shown below the title.
    pub description: String,
    /// The URL of an image, 360×200 or 200×200 pixels. No image if empty.
    pub pic_url: String,
    /// The URL of the page.
    pub url: String,
}

impl Article {
    /// A card with a title, which opens `url`.
    pub fn new(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self { title: title.into(), url: url.into(), ..Self::default() }
    }

    /// Sets the text below the title.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = text.into();
        self
    }

    /// Sets the URL of the image.
    #[must_use]
    pub fn picture(mut self, url: impl Into<String>) -> Self {
        self.pic_url = url.into();
        self
    }
}

impl PassiveReply {
    /// The `MsgType` on the wire.
    pub fn msg_type(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::Image(_) => "image",
            Self::Voice(_) => "voice",
            Self::Video { .. } => "video",
            Self::Music(_) => "music",
            Self::News(_) => "news",
            Self::TransferCustomerService { .. } => "transfer_customer_service",
            Self::UpdateButton { .. } => "update_button",
            Self::UpdateTaskCard { .. } => "update_taskcard",
            Self::UpdateTemplateCard(_) => "update_template_card",
            Self::Event(_) => "event",
        }
    }

    /// Checks that this is no larger than the platform accepts in the answer to a push of this product. If it
    /// is, the user is told that the service is not available. Which kinds are possible depends on the push:
    /// see [`PushClass`].
    pub(crate) fn check(&self, product: Product) -> Result<(), Error> {
        let limits = MessageLimits::of(MessageChannel::passive(product));
        let problem = match (self, limits.text_bytes, limits.cards) {
            (Self::Text(text), Some(max), _) if text.len() > max => {
                format!("a text of {} bytes: the answer to a push has at most {max}", text.len())
            }
            (Self::News(cards), _, Some(max)) if cards.len() > max => {
                format!("{} cards: the answer to a push has at most {max}", cards.len())
            }
            (Self::News(cards), ..) if cards.is_empty() => "no cards".to_owned(),
            _ => return Ok(()),
        };
        Err(Error::new(ErrorKind::Build, format!("{problem}. Send it as a separate message")))
    }

    /// Adds `MsgType` and the fields of the reply.
    pub fn write(&self, fields: &mut Map) {
        fields.set("MsgType", self.msg_type());
        match self {
            Self::Text(text) => fields.set("Content", text.as_str()),
            Self::Image(media_id) => fields.set("Image", group([("MediaId", media_id.as_str())])),
            Self::Voice(media_id) => fields.set("Voice", group([("MediaId", media_id.as_str())])),
            Self::Video { media_id, title, description } => fields.set(
                "Video",
                optional_group([
                    ("MediaId", Some(media_id.as_str())),
                    ("Title", title.as_deref()),
                    ("Description", description.as_deref()),
                ]),
            ),
            Self::Music(music) => fields.set(
                "Music",
                optional_group([
                    ("Title", music.title.as_deref()),
                    ("Description", music.description.as_deref()),
                    ("MusicUrl", music.url.as_deref()),
                    ("HQMusicUrl", music.hq_url.as_deref()),
                    ("ThumbMediaId", Some(music.thumb_media_id.as_str())),
                ]),
            ),
            Self::News(articles) => {
                let items = articles.iter().map(|article| {
                    Node::Map(group([
                        ("Title", article.title.as_str()),
                        ("Description", &article.description),
                        ("PicUrl", &article.pic_url),
                        ("Url", &article.url),
                    ]))
                });
                let items = Node::List(items.collect());
                fields.set("ArticleCount", Node::number(articles.len() as u64));
                fields.set("Articles", Map::from_iter([("item", items)]));
            }
            Self::TransferCustomerService { account } => {
                if let Some(account) = account {
                    fields.set("TransInfo", group([("KfAccount", account.as_str())]));
                }
            }
            Self::UpdateButton { text } => {
                fields.set("Button", group([("ReplaceName", text.as_str())]));
            }
            Self::UpdateTaskCard { text } => {
                fields.set("TaskCard", group([("ReplaceName", text.as_str())]));
            }
            Self::UpdateTemplateCard(card) => fields.set("TemplateCard", card.clone()),
            Self::Event(answer) => {
                let content = answer.iter().filter(|(name, _)| !ENVELOPE.contains(name));
                content.for_each(|(name, node)| fields.set(name, node.clone()));
            }
        }
    }

    /// Reads a reply, as the platform does.
    ///
    /// # Errors
    /// [`ErrorKind::Parse`] if the type is unknown or a field it needs is missing.
    pub fn read(fields: &Map) -> Result<Self, Error> {
        let msg_type = fields.text("MsgType").unwrap_or_default().trim();
        let inside = |group: &'static str| fields.get(group).and_then(Node::as_map);
        let need = |group: &'static str, name: &'static str| {
            inside(group)
                .and_then(|map| map.text(name))
                .map(str::to_owned)
                .ok_or_else(|| missing(msg_type, group, name))
        };
        let may = |group: &'static str, name: &'static str| {
            inside(group).and_then(|map| map.text(name)).map(str::to_owned)
        };
        Ok(match msg_type {
            "text" => Self::Text(
                fields.text("Content").ok_or_else(|| missing("text", "xml", "Content"))?.to_owned(),
            ),
            "image" => Self::Image(need("Image", "MediaId")?.into()),
            "voice" => Self::Voice(need("Voice", "MediaId")?.into()),
            "video" => Self::Video {
                media_id: need("Video", "MediaId")?.into(),
                title: may("Video", "Title"),
                description: may("Video", "Description"),
            },
            "music" => Self::Music(Music {
                title: may("Music", "Title"),
                description: may("Music", "Description"),
                url: may("Music", "MusicUrl"),
                hq_url: may("Music", "HQMusicUrl"),
                thumb_media_id: need("Music", "ThumbMediaId")?.into(),
            }),
            "news" => Self::News(articles(fields)?),
            "transfer_customer_service" => {
                Self::TransferCustomerService { account: may("TransInfo", "KfAccount") }
            }
            "update_button" => Self::UpdateButton { text: need("Button", "ReplaceName")? },
            "update_taskcard" => Self::UpdateTaskCard { text: need("TaskCard", "ReplaceName")? },
            "update_template_card" => Self::UpdateTemplateCard(
                inside("TemplateCard")
                    .cloned()
                    .ok_or_else(|| missing(msg_type, "TemplateCard", "CardType"))?,
            ),
            "event" => {
                fields.text("Event").ok_or_else(|| missing("event", "xml", "Event"))?;
                let content = fields.iter().filter(|(name, _)| !ENVELOPE.contains(name));
                Self::Event(content.map(|(name, node)| (name, node.clone())).collect())
            }
            other => {
                return Err(Error::new(
                    ErrorKind::Parse,
                    format!("{other:?} is no type of passive reply"),
                ));
            }
        })
    }
}

fn articles(fields: &Map) -> Result<Vec<Article>, Error> {
    let items = match fields.get("Articles") {
        Some(Node::Map(wrapper)) => wrapper.get("item"),
        other => other,
    };
    let items: &[Node] = match items {
        Some(Node::List(list)) => list,
        Some(one @ Node::Map(_)) => std::slice::from_ref(one),
        _ => return Err(missing("news", "Articles", "item")),
    };
    let declared = fields.text("ArticleCount").and_then(|count| count.trim().parse().ok());
    if declared != Some(items.len()) {
        return Err(Error::new(
            ErrorKind::Parse,
            format!("`ArticleCount` must be the number of articles, {}", items.len()),
        ));
    }
    let article = |item: &Node| {
        let text =
            |name| item.as_map().and_then(|map| map.text(name)).unwrap_or_default().to_owned();
        Article {
            title: text("Title"),
            description: text("Description"),
            pic_url: text("PicUrl"),
            url: text("Url"),
        }
    };
    Ok(items.iter().map(article).collect())
}

fn group<'a, const N: usize>(pairs: [(&'a str, &'a str); N]) -> Map {
    Map::from_iter(pairs)
}

fn optional_group<'a, const N: usize>(pairs: [(&'a str, Option<&'a str>); N]) -> Map {
    pairs.into_iter().filter_map(|(name, text)| text.map(|text| (name, text))).collect()
}

fn missing(msg_type: &str, group: &str, name: &str) -> Error {
    Error::new(ErrorKind::Parse, format!("a {msg_type} reply needs `{name}` in `{group}`"))
}
