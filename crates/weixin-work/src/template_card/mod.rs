//! Template cards (模板卡片): cards with buttons, choices and lists.

mod event;

use weixin_api::{StringEnum, endpoint, int_enum};
use weixin_protocol::{AppId, MediaId, UserId, messages};

pub use event::*;

messages![TemplateCardEvent, TemplateCardMenuEvent, TaskCardClicked];

weixin_api::string_id! {
    /// A card with something to press, by the id that the app gave it (任务id, task_id): up to 128
    /// letters, digits and `_-@`, unique within the app.
    CardTaskId
    /// An option of a card, by the id that the app gave it: up to 128 bytes, unique within its
    /// question.
    CardOptionId
}

/// A card. Which fields it can have depends on its type.
///
/// This is no enum, because all types share most of the fields.
#[endpoint(part)]
pub struct TemplateCard {
    /// Type of the card; it decides which fields it can have.
    pub card_type: TemplateCardKind,
    /// The source that is shown at the top.
    pub source: Option<CardSource>,
    /// The menu in the upper right corner.
    pub action_menu: Option<CardActionMenu>,
    /// The id by which events and updates name the card; needed if there is something to press.
    pub task_id: Option<CardTaskId>,
    /// The title, with a line below it.
    pub main_title: Option<CardTitle>,
    /// A quotation (引用文献样式).
    pub quote_area: Option<CardQuote>,
    /// A figure or word that is emphasized (关键数据样式).
    pub emphasis_content: Option<CardTitle>,
    /// The text, up to 160 bytes.
    pub sub_title_text: Option<String>,
    /// The picture of a [`TemplateCardKind::NewsNotice`].
    pub card_image: Option<CardImage>,
    /// A text with a picture on its left (左图右文样式).
    pub image_text_area: Option<CardImageText>,
    /// Up to 4 entries, one below the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vertical_content_list: Vec<CardTitle>,
    /// Up to 6 lines with a name and a value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub horizontal_content_list: Vec<CardLine>,
    /// Up to 3 links below the card.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub jump_list: Vec<CardJump>,
    /// What a tap on the card does.
    pub card_action: Option<CardAction>,
    /// The drop-down list of a [`TemplateCardKind::ButtonInteraction`].
    pub button_selection: Option<CardSelect>,
    /// Up to 6 buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub button_list: Vec<CardButton>,
    /// The choices of a [`TemplateCardKind::VoteInteraction`].
    pub checkbox: Option<CardCheckbox>,
    /// The drop-down lists of a [`TemplateCardKind::MultipleInteraction`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub select_list: Vec<CardSelect>,
    /// The button that submits the choices.
    pub submit_button: Option<CardButton>,
    /// The text that this button shows once it was pressed; only in updates.
    pub replace_text: Option<String>,
}

/// The type of a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TemplateCardKind {
    /// A text (文本通知型).
    TextNotice,
    /// A text with a picture (图文展示型).
    NewsNotice,
    /// Buttons (按钮交互型).
    ButtonInteraction,
    /// A list of choices (投票选择型).
    VoteInteraction,
    /// Several drop-down lists (多项选择型).
    MultipleInteraction,
    /// A value that this version does not know.
    Other(String),
}

/// The source of a card.
#[endpoint(part)]
pub struct CardSource {
    /// Address of the icon.
    pub icon_url: Option<String>,
    /// Name of the source, up to 13 characters.
    pub desc: Option<String>,
    /// Colour of the name; grey if left out.
    pub desc_color: Option<CardColor>,
}

int_enum! {
    /// The colour of a card's source.
    pub enum CardColor {
        /// Grey.
        Grey = 0,
        /// Black.
        Black = 1,
        /// Red.
        Red = 2,
        /// Green.
        Green = 3,
    }
}

/// A title, or an entry of a list, with a text below it.
#[endpoint(part)]
pub struct CardTitle {
    /// The words of the title.
    pub title: Option<String>,
    /// The text below the title.
    pub desc: Option<String>,
}

/// The menu in the corner of a card.
#[endpoint(part)]
pub struct CardActionMenu {
    /// What the menu is for.
    pub desc: Option<String>,
    /// 1 to 10 entries.
    pub action_list: Vec<CardActionItem>,
}

/// An entry of a card's menu.
#[endpoint(part)]
pub struct CardActionItem {
    /// The label of the entry.
    pub text: String,
    /// The key that the event of the entry carries.
    pub key: String,
}

int_enum! {
    /// What a tap does.
    pub enum CardTap {
        /// Nothing.
        None = 0,
        /// Opens a web page.
        OpenUrl = 1,
        /// Opens a Mini Program.
        OpenMiniProgram = 2,
    }
}

/// A quotation.
#[endpoint(part)]
pub struct CardQuote {
    /// What a tap does; nothing if left out.
    #[serde(rename = "type")]
    pub kind: Option<CardTap>,
    /// The page to open, for [`CardTap::OpenUrl`].
    pub url: Option<String>,
    /// The Mini Program to open, for [`CardTap::OpenMiniProgram`].
    pub appid: Option<AppId>,
    /// The page of the Mini Program.
    pub pagepath: Option<String>,
    /// Title of the quotation.
    pub title: Option<String>,
    /// Words of the quotation.
    pub quote_text: Option<String>,
}

/// The picture of a card.
#[endpoint(part)]
pub struct CardImage {
    /// Address of the picture.
    pub url: String,
    /// Its width divided by its height: between 1.3 and 2.25.
    pub aspect_ratio: Option<f64>,
}

/// A text with a picture beside it.
#[endpoint(part)]
pub struct CardImageText {
    /// What a tap does; nothing if left out.
    #[serde(rename = "type")]
    pub kind: Option<CardTap>,
    /// The page to open, for [`CardTap::OpenUrl`].
    pub url: Option<String>,
    /// The Mini Program to open, for [`CardTap::OpenMiniProgram`].
    pub appid: Option<AppId>,
    /// The page of the Mini Program.
    pub pagepath: Option<String>,
    /// Title of the text.
    pub title: Option<String>,
    /// Words of the text.
    pub desc: Option<String>,
    /// The address of the picture.
    pub image_url: String,
}

/// A line with a name and a value.
#[endpoint(part)]
pub struct CardLine {
    /// What the value is; a text if left out.
    #[serde(rename = "type")]
    pub kind: Option<CardLineKind>,
    /// Name of the line, up to 5 characters.
    pub keyname: String,
    /// The value, or the label of the link or file, up to 26 characters.
    pub value: Option<String>,
    /// The page to open, for [`CardLineKind::Link`].
    pub url: Option<String>,
    /// The file to download, for [`CardLineKind::File`].
    pub media_id: Option<MediaId>,
    /// The member whose profile opens, for [`CardLineKind::Member`].
    pub userid: Option<UserId>,
}

int_enum! {
    /// What the value of a line is.
    pub enum CardLineKind {
        /// A text.
        Text = 0,
        /// A link to a web page.
        Link = 1,
        /// A file to download.
        File = 2,
        /// The profile of a member.
        Member = 3,
    }
}

/// A link below a card.
#[endpoint(part)]
pub struct CardJump {
    /// What a tap does; nothing if left out.
    #[serde(rename = "type")]
    pub kind: Option<CardTap>,
    /// The label of the link, up to 13 characters.
    pub title: String,
    /// The page to open, for [`CardTap::OpenUrl`].
    pub url: Option<String>,
    /// The Mini Program to open, for [`CardTap::OpenMiniProgram`].
    pub appid: Option<AppId>,
    /// The page of the Mini Program.
    pub pagepath: Option<String>,
}

/// What a tap on a card does.
#[endpoint(part)]
pub struct CardAction {
    /// A title that the platform ignores.
    pub title: Option<String>,
    /// What a tap does.
    #[serde(rename = "type")]
    pub kind: CardTap,
    /// The page to open, for [`CardTap::OpenUrl`].
    pub url: Option<String>,
    /// The Mini Program to open, for [`CardTap::OpenMiniProgram`].
    pub appid: Option<AppId>,
    /// The page of the Mini Program.
    pub pagepath: Option<String>,
}

/// A button of a card.
#[endpoint(part)]
pub struct CardButton {
    /// What a press does; it sends an event if left out.
    #[serde(rename = "type")]
    pub kind: Option<CardButtonKind>,
    /// The label of the button, up to 10 characters.
    pub text: String,
    /// Which of the platform's designs the button has: 1 to 4, 1 if left out.
    pub style: Option<u8>,
    /// The key that the event carries, up to 1,024 bytes, for [`CardButtonKind::Event`].
    pub key: Option<String>,
    /// The page to open, for [`CardButtonKind::OpenUrl`].
    pub url: Option<String>,
}

int_enum! {
    /// What a press on a button does.
    pub enum CardButtonKind {
        /// Sends an event with the key.
        Event = 0,
        /// Opens a web page.
        OpenUrl = 1,
    }
}

/// A list of choices.
#[endpoint(part)]
pub struct CardCheckbox {
    /// The key by which the event names the question, up to 1,024 bytes.
    pub question_key: String,
    /// Whether one or several options can be chosen; one if left out.
    pub mode: Option<CardChoiceMode>,
    /// Whether the choice is fixed; only in updates.
    pub disable: Option<bool>,
    /// The options to choose from: 1 to 20.
    pub option_list: Vec<CardChoice>,
}

int_enum! {
    /// How many options can be chosen.
    pub enum CardChoiceMode {
        /// One (单选).
        Single = 0,
        /// Several (多选).
        Multiple = 1,
    }
}

/// A drop-down list (下拉式的选择器).
#[endpoint(part)]
pub struct CardSelect {
    /// The key by which the event names the question, up to 1,024 bytes.
    pub question_key: String,
    /// The label of the list, up to 13 characters.
    pub title: Option<String>,
    /// Whether the choice is fixed; only in updates.
    pub disable: Option<bool>,
    /// The option that is chosen at first; the first one if left out.
    pub selected_id: Option<CardOptionId>,
    /// The options to choose from: 1 to 10.
    pub option_list: Vec<CardChoice>,
}

/// An option to choose.
#[endpoint(part)]
pub struct CardChoice {
    /// The id by which the event names the option.
    pub id: CardOptionId,
    /// The words of the option.
    pub text: String,
    /// Whether it is chosen at first.
    pub is_checked: Option<bool>,
    /// Whether it can no longer be chosen; only in updates.
    pub disable: Option<bool>,
}
