//! Settings made in the console: automatic replies and the menu (自动回复规则, 自定义菜单).
//! `/cgi-bin/get_current_*`

use weixin_api::{StringEnum, Timestamp, endpoint, group};
use weixin_protocol::AppId;

group! {
    /// Settings made in the console (自动回复规则, 自定义菜单).
    console: [GetAutoReplies, GetCurrentMenu]
}

/// Returns the automatic replies set in the console (自动回复规则).
#[endpoint(GET "/cgi-bin/get_current_autoreply_info", title = "获取公众号的自动回复规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Getting_Rules_for_Auto_Replies.html",
    scope(official), no_errcode, reply = AutoReplies, call = console.auto_replies)]
pub struct GetAutoReplies {}

/// The automatic replies of an account.
#[endpoint(part, reply_to(GetAutoReplies))]
pub struct AutoReplies {
    /// Whether new followers get a reply (关注后自动回复).
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_add_friend_reply_open: bool,
    /// Whether messages get automatic replies: the keyword rules and the default reply.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_autoreply_open: bool,
    /// The reply to new followers (关注后自动回复). `None` if none was set.
    pub add_friend_autoreply_info: Option<AutoReply>,
    /// The reply to messages that no keyword matches (消息自动回复). `None` if none was set.
    pub message_default_autoreply_info: Option<AutoReply>,
    /// The replies to keywords (关键词自动回复). `None` if none were set.
    pub keyword_autoreply_info: Option<KeywordRules>,
}

/// An automatic reply.
#[endpoint(part)]
pub struct AutoReply {
    /// What is sent.
    #[serde(rename = "type")]
    pub kind: AutoReplyKind,
    /// The text; for a picture, voice recording or video the media id. News have `news_info`
    /// besides.
    pub content: Option<String>,
    /// The articles, if `kind` is [`AutoReplyKind::News`].
    pub news_info: Option<ConsoleNews>,
}

/// What an automatic reply sends, or a keyword is compared with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AutoReplyKind {
    /// A text.
    #[string_enum(rename = "text")]
    Text,
    /// A picture.
    #[string_enum(rename = "img")]
    Image,
    /// A voice recording.
    #[string_enum(rename = "voice")]
    Voice,
    /// A video.
    #[string_enum(rename = "video")]
    Video,
    /// Articles (图文).
    #[string_enum(rename = "news")]
    News,
    /// A value that this version does not know.
    Other(String),
}

/// The replies to keywords.
#[endpoint(part)]
pub struct KeywordRules {
    /// The rules.
    #[serde(default)]
    pub list: Vec<KeywordRule>,
}

/// A rule: keywords and the replies to them.
#[endpoint(part)]
pub struct KeywordRule {
    /// The name given in the console.
    pub rule_name: String,
    /// When the rule was created.
    pub create_time: Timestamp,
    /// Whether all replies are sent or one of them.
    pub reply_mode: ReplyMode,
    /// The keywords; one that matches is enough.
    #[serde(default)]
    pub keyword_list_info: Vec<Keyword>,
    /// The replies.
    #[serde(default)]
    pub reply_list_info: Vec<AutoReply>,
}

/// Which of several replies to a keyword are sent (回复模式).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ReplyMode {
    /// All of them (全部回复).
    ReplyAll,
    /// One, chosen at random (随机回复其中一条).
    RandomOne,
    /// A value that this version does not know.
    Other(String),
}

/// A keyword that messages are compared with.
#[endpoint(part)]
pub struct Keyword {
    /// The type of the keyword; always [`AutoReplyKind::Text`] today.
    #[serde(rename = "type")]
    pub kind: AutoReplyKind,
    /// How messages are compared with it.
    pub match_mode: MatchMode,
    /// The keyword itself.
    pub content: String,
}

/// How a message is compared with a keyword (匹配模式).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MatchMode {
    /// The message contains the keyword (半匹配).
    Contain,
    /// The message is the keyword, and nothing else (全匹配).
    Equal,
    /// A value that this version does not know.
    Other(String),
}

/// Articles set in the console.
#[endpoint(part)]
pub struct ConsoleNews {
    /// The articles, in the order they are shown.
    #[serde(default)]
    pub list: Vec<ConsoleArticle>,
}

/// An article set in the console.
#[endpoint(part)]
pub struct ConsoleArticle {
    /// The title.
    pub title: String,
    /// The author; empty or missing if not set.
    pub author: Option<String>,
    /// The summary shown in the chat.
    pub digest: Option<String>,
    /// Whether the cover is shown above the text.
    #[serde(with = "weixin_api::bool_as_int")]
    pub show_cover: bool,
    /// The address of the cover.
    pub cover_url: String,
    /// The address of the article.
    pub content_url: String,
    /// The page that "read more" (阅读原文) opens; empty if there is none.
    pub source_url: Option<String>,
}

/// Returns the menu as it is shown now, no matter whether it was set in the console or by the API.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let menu = wx.console().menu().await?;
/// for button in menu.selfmenu_info.map(|menu| menu.button).unwrap_or_default() {
///     println!("{}", button.name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/get_current_selfmenu_info", title = "查询自定义菜单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Querying_Custom_Menus.html",
    scope(official), no_errcode, reply = CurrentMenu, call = console.menu)]
pub struct GetCurrentMenu {}

/// The menu as it is shown now.
#[endpoint(part, reply_to(GetCurrentMenu))]
pub struct CurrentMenu {
    /// Whether the menu is switched on.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_menu_open: bool,
    /// The menu; `None` if there is none.
    pub selfmenu_info: Option<ConsoleMenu>,
}

/// The buttons of a menu.
#[endpoint(part)]
pub struct ConsoleMenu {
    /// The top-level buttons, 1 to 3.
    #[serde(default)]
    pub button: Vec<ConsoleButton>,
}

/// A button of a menu set in the console or by the API.
#[endpoint(part)]
pub struct ConsoleButton {
    /// What a tap does. `None`: it opens `sub_button`.
    #[serde(rename = "type")]
    pub kind: Option<ConsoleButtonKind>,
    /// The label.
    pub name: String,
    /// The key that the event of a tap carries. Only for buttons that send events.
    pub key: Option<String>,
    /// The page it opens, if `kind` is [`ConsoleButtonKind::View`].
    pub url: Option<String>,
    /// What it sends: the text, or the media id or address of the file. Only for buttons set in the
    /// console.
    pub value: Option<String>,
    /// The Mini Program it opens, if `kind` is [`ConsoleButtonKind::MiniProgram`].
    pub appid: Option<AppId>,
    /// The page of that Mini Program.
    pub pagepath: Option<String>,
    /// The articles it sends, if `kind` is [`ConsoleButtonKind::News`].
    pub news_info: Option<ConsoleNews>,
    /// The buttons it opens.
    pub sub_button: Option<ConsoleButtons>,
}

/// What a tap on a button of the menu does. A console can set what the API cannot: text, pictures,
/// voice recordings, videos and articles.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConsoleButtonKind {
    /// It sends a text.
    Text,
    /// It sends a picture.
    #[string_enum(rename = "img")]
    Image,
    /// It sends a voice recording.
    Voice,
    /// It sends a video.
    Video,
    /// It sends articles.
    News,
    /// It sends a `CLICK` event.
    Click,
    /// It opens a web page.
    View,
    /// It opens a Mini Program.
    #[string_enum(rename = "miniprogram")]
    MiniProgram,
    /// It opens the scanner and shows the result.
    ScancodePush,
    /// It opens the scanner; the account may answer.
    ScancodeWaitmsg,
    /// It opens the camera.
    PicSysphoto,
    /// It lets the user choose between camera and album.
    PicPhotoOrAlbum,
    /// It opens the album.
    PicWeixin,
    /// It opens the map to choose a location.
    LocationSelect,
    /// It sends a permanent material.
    MediaId,
    /// It opens a permanent material.
    ViewLimited,
    /// It sends a published article.
    ArticleId,
    /// It opens a published article.
    ArticleViewLimited,
    /// A value that this version does not know.
    Other(String),
}

/// The buttons below another one.
#[endpoint(part)]
pub struct ConsoleButtons {
    /// The buttons, 1 to 5.
    #[serde(default)]
    pub list: Vec<ConsoleButton>,
}
