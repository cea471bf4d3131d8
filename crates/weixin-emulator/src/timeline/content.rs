//! The content of chat messages.

use serde::Serialize;
use serde_json::Value;
use weixin_protocol::MediaId;

/// The content of a chat message.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields carry the platform's own names")]
pub enum MessageContent {
    /// Text.
    Text { text: String },
    /// A picture: an uploaded one, or one at a URL.
    Image { media_id: Option<MediaId>, url: String },
    /// A voice message.
    Voice { media_id: MediaId, url: String, format: String },
    /// A video.
    Video { media_id: MediaId, url: String, title: Option<String>, description: Option<String> },
    /// A location.
    Location { latitude: f64, longitude: f64, scale: f64, label: String },
    /// A shared link.
    Link { title: String, description: String, url: String },
    /// News articles (图文消息).
    News { articles: Vec<Article> },
    /// Music, as a link.
    Music { title: String, description: String, url: String, thumb_media_id: MediaId },
    /// A menu message (菜单消息): text with a list of options to tap.
    MenuMessage { head: String, items: Vec<MenuItem>, tail: String },
    /// A Mini Program card (小程序卡片).
    #[serde(rename = "miniprogram")]
    MiniProgram { title: String, appid: String, pagepath: String, thumb_media_id: MediaId },
    /// A text card (文本卡片消息) of WeCom.
    Card { title: String, description: String, url: String, btntxt: String },
    /// Markdown text (WeCom).
    Markdown { text: String },
    /// A template message, subscription message or Mini Program notice. It opens a web page, or a
    /// page of a Mini Program.
    Notice { title: String, text: String, url: String, appid: String, pagepath: String },
    /// A file. The size is in bytes.
    File { media_id: MediaId, name: String, size: usize },
    /// A notice of the platform itself.
    System { en: String, zh: String, level: Level },
    /// An action of the person that is not a message.
    Action { en: String, zh: String },
    /// Any other message: its type and its JSON.
    Other { name: String, json: Value },
}

/// A news article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Article {
    /// The title.
    pub title: String,
    /// The text below the title.
    pub description: String,
    /// The page that it opens.
    pub url: String,
    /// The URL of the picture.
    pub picurl: String,
}

/// An item of a menu message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MenuItem {
    /// The id that is pushed when the item is tapped.
    pub id: String,
    /// The text of the item.
    pub content: String,
}

/// The severity of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Level {
    /// Information.
    Info,
    /// A warning.
    Warn,
    /// An error.
    Error,
}

impl MessageContent {
    /// A summary of the content, in English.
    pub fn summary(&self) -> String {
        match self {
            Self::Text { text } | Self::Markdown { text } => text.clone(),
            Self::Image { .. } => "[image]".to_owned(),
            Self::Voice { .. } => "[voice]".to_owned(),
            Self::Video { .. } => "[video]".to_owned(),
            Self::Location { label, .. } => format!("[location] {label}"),
            Self::Link { title, .. } => format!("[link] {title}"),
            Self::News { articles } => {
                let titles: Vec<_> = articles.iter().map(|article| &*article.title).collect();
                format!("[news] {}", titles.join(" | "))
            }
            Self::Music { title, .. } => format!("[music] {title}"),
            Self::MenuMessage { head, .. } => format!("[menu message] {head}"),
            Self::MiniProgram { title, .. } => format!("[miniprogram] {title}"),
            Self::Card { title, .. } => format!("[card] {title}"),
            Self::Notice { title, .. } => format!("[notice] {title}"),
            Self::File { name, .. } => format!("[file] {name}"),
            Self::System { en, .. } => format!("[system] {en}"),
            Self::Action { en, .. } => format!("[{en}]"),
            Self::Other { name, .. } => format!("[{name}]"),
        }
    }

    /// A summary of the content, in Chinese. Texts are not translated.
    pub fn summary_zh(&self) -> String {
        match self {
            Self::Text { text } | Self::Markdown { text } => text.clone(),
            Self::Image { .. } => "[图片]".to_owned(),
            Self::Voice { .. } => "[语音]".to_owned(),
            Self::Video { .. } => "[视频]".to_owned(),
            Self::Location { label, .. } => format!("[位置] {label}"),
            Self::Link { title, .. } => format!("[链接] {title}"),
            Self::News { articles } => {
                let titles: Vec<_> = articles.iter().map(|article| &*article.title).collect();
                format!("[图文] {}", titles.join(" | "))
            }
            Self::Music { title, .. } => format!("[音乐] {title}"),
            Self::MenuMessage { head, .. } => format!("[菜单消息] {head}"),
            Self::MiniProgram { title, .. } => format!("[小程序] {title}"),
            Self::Card { title, .. } => format!("[卡片] {title}"),
            Self::Notice { title, .. } => format!("[通知] {title}"),
            Self::File { name, .. } => format!("[文件] {name}"),
            Self::System { zh, .. } => format!("[系统] {zh}"),
            Self::Action { zh, .. } => format!("[{zh}]"),
            Self::Other { name, .. } => format!("[{name}]"),
        }
    }
}
