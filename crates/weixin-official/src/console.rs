//! What was set in the platform's console: automatic answers and the menu (自动回复规则, 自定义菜单). `/cgi-bin/get_current_*`

use weixin_api::{Timestamp, endpoint, group};
use weixin_protocol::AppId;

group! {
    /// What was set in the platform's console (自动回复规则, 自定义菜单).
    console: [GetAutoReplies, GetCurrentMenu]
}

/// Gives the automatic answers that were set in the console.
#[endpoint(GET "/cgi-bin/get_current_autoreply_info", title = "获取公众号的自动回复规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Getting_Rules_for_Auto_Replies.html",
    scope(official), no_errcode, reply = AutoReplies, call = console.auto_replies)]
pub struct GetAutoReplies {}

/// The automatic answers of an account.
#[endpoint(part, reply_to(GetAutoReplies))]
pub struct AutoReplies {
    /// Whether new followers are answered.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_add_friend_reply_open: bool,
    /// Whether messages are answered.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_autoreply_open: bool,
    /// What new followers are told.
    pub add_friend_autoreply_info: Option<AutoReply>,
    /// What is answered when no keyword fits.
    pub message_default_autoreply_info: Option<AutoReply>,
    /// What is answered to keywords.
    pub keyword_autoreply_info: Option<KeywordRules>,
}

/// An automatic answer.
#[endpoint(part)]
pub struct AutoReply {
    /// `text`, `img`, `voice`, `video` or `news`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The text, or the file.
    pub content: Option<String>,
    /// The articles.
    pub news_info: Option<ConsoleNews>,
}

/// What is answered to keywords.
#[endpoint(part)]
pub struct KeywordRules {
    /// The rules.
    #[serde(default)]
    pub list: Vec<KeywordRule>,
}

/// An answer to keywords.
#[endpoint(part)]
pub struct KeywordRule {
    /// The rule's name.
    pub rule_name: String,
    /// When it was made.
    pub create_time: Timestamp,
    /// `reply_all`, or `random_one` of the answers.
    pub reply_mode: String,
    /// The keywords.
    #[serde(default)]
    pub keyword_list_info: Vec<Keyword>,
    /// The answers.
    #[serde(default)]
    pub reply_list_info: Vec<AutoReply>,
}

/// A keyword.
#[endpoint(part)]
pub struct Keyword {
    /// `text`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `contain`: anywhere in the message; `equal`: nothing else.
    pub match_mode: String,
    /// The word.
    pub content: String,
}

/// Articles set in the console.
#[endpoint(part)]
pub struct ConsoleNews {
    /// The articles.
    #[serde(default)]
    pub list: Vec<ConsoleArticle>,
}

/// An article set in the console.
#[endpoint(part)]
pub struct ConsoleArticle {
    /// The title.
    pub title: String,
    /// The author.
    pub author: Option<String>,
    /// The summary.
    pub digest: Option<String>,
    /// Whether the cover is shown above the text.
    #[serde(with = "weixin_api::bool_as_int")]
    pub show_cover: bool,
    /// The address of the cover.
    pub cover_url: String,
    /// The address of the article.
    pub content_url: String,
    /// What "read more" opens.
    pub source_url: Option<String>,
}

/// Gives the menu as it is shown now, whether it was set in the console or by the API.
#[endpoint(GET "/cgi-bin/get_current_selfmenu_info", title = "查询自定义菜单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Custom_Menus/Querying_Custom_Menus.html",
    scope(official), no_errcode, reply = CurrentMenu, call = console.menu)]
pub struct GetCurrentMenu {}

/// The menu as it is shown now.
#[endpoint(part, reply_to(GetCurrentMenu))]
pub struct CurrentMenu {
    /// Whether it is shown.
    #[serde(with = "weixin_api::bool_as_int")]
    pub is_menu_open: bool,
    /// Its buttons.
    pub selfmenu_info: Option<ConsoleMenu>,
}

/// The buttons of a menu.
#[endpoint(part)]
pub struct ConsoleMenu {
    /// The buttons.
    #[serde(default)]
    pub button: Vec<ConsoleButton>,
}

/// A button of a menu.
#[endpoint(part)]
pub struct ConsoleButton {
    /// What happens; those set in the console also send `text`, `img`, `voice`, `video` or `news`.
    /// None if it opens others.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// What it shows.
    pub name: String,
    /// What the event of a tap carries.
    pub key: Option<String>,
    /// The page it opens.
    pub url: Option<String>,
    /// What it sends.
    pub value: Option<String>,
    /// The Mini Program it opens.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
    /// The articles it sends.
    pub news_info: Option<ConsoleNews>,
    /// The buttons it opens.
    pub sub_button: Option<ConsoleButtons>,
}

/// Buttons below another.
#[endpoint(part)]
pub struct ConsoleButtons {
    /// The buttons.
    #[serde(default)]
    pub list: Vec<ConsoleButton>,
}
