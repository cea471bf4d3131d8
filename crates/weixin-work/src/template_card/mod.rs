//! Template cards (模板卡片): cards with buttons, choices and lists.

mod event;

use weixin_api::{StringEnum, endpoint};
use weixin_protocol::{AppId, MediaId, UserId, messages};

pub use event::*;

messages![TemplateCardEvent, TemplateCardMenuEvent, TaskCardClicked];

/// A card. Which fields it may have depends on its kind.
#[endpoint(part)]
pub struct TemplateCard {
    /// What kind of card it is.
    pub card_type: TemplateCardKind,
    /// Where it comes from.
    pub source: Option<CardSource>,
    /// The menu in its corner.
    pub action_menu: Option<CardActionMenu>,
    /// With which it is named in events and updates, up to 128 bytes; needed by every card with
    /// something to press.
    pub task_id: Option<String>,
    /// The title.
    pub main_title: Option<CardTitle>,
    /// A quotation.
    pub quote_area: Option<CardQuote>,
    /// A number or word shown large.
    pub emphasis_content: Option<CardTitle>,
    /// The text, up to 160 bytes.
    pub sub_title_text: Option<String>,
    /// The picture of a [`TemplateCardKind::NewsNotice`].
    pub card_image: Option<CardImage>,
    /// A text with a picture beside it.
    pub image_text_area: Option<CardImageText>,
    /// Up to 4 lines, one below the other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vertical_content_list: Vec<CardTitle>,
    /// Up to 6 lines of name and value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub horizontal_content_list: Vec<CardLine>,
    /// Up to 3 links.
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
    /// What that button shows once it was pressed; only in updates.
    pub replace_text: Option<String>,
}

/// The kinds of cards.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TemplateCardKind {
    /// Text.
    TextNotice,
    /// Text and picture.
    NewsNotice,
    /// Buttons.
    ButtonInteraction,
    /// One list of choices.
    VoteInteraction,
    /// Several drop-down lists.
    MultipleInteraction,
    /// A value that this version does not know.
    Other(String),
}

/// Where a card comes from.
#[endpoint(part)]
pub struct CardSource {
    /// The address of the picture.
    pub icon_url: Option<String>,
    /// The name.
    pub desc: Option<String>,
    /// The colour of the name: 0 grey, 1 black, 2 red, 3 green.
    pub desc_color: Option<u8>,
}

/// A title, or a line of a list, with a text below it.
#[endpoint(part)]
pub struct CardTitle {
    /// The title.
    pub title: Option<String>,
    /// The text.
    pub desc: Option<String>,
}

/// The menu in the corner of a card.
#[endpoint(part)]
pub struct CardActionMenu {
    /// What it is for.
    pub desc: Option<String>,
    /// 1 to 10 entries.
    pub action_list: Vec<CardActionItem>,
}

/// An entry of a card's menu.
#[endpoint(part)]
pub struct CardActionItem {
    /// What it shows.
    pub text: String,
    /// What the event carries.
    pub key: String,
}

/// A quotation.
#[endpoint(part)]
pub struct CardQuote {
    /// What a tap does: 0 nothing, 1 opens `url`, 2 opens the Mini Program.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// The page.
    pub url: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The text.
    pub quote_text: Option<String>,
}

/// The picture of a card.
#[endpoint(part)]
pub struct CardImage {
    /// Its address.
    pub url: String,
    /// Its width divided by its height: between 1.3 and 2.25.
    pub aspect_ratio: Option<f64>,
}

/// A text with a picture beside it.
#[endpoint(part)]
pub struct CardImageText {
    /// What a tap does: 0 nothing, 1 opens `url`, 2 opens the Mini Program.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// The page.
    pub url: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The text.
    pub desc: Option<String>,
    /// The address of the picture.
    pub image_url: String,
}

/// A line of name and value.
#[endpoint(part)]
pub struct CardLine {
    /// What the value is: 0 text, 1 a link, 2 a file, 3 a member.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// The name.
    pub keyname: String,
    /// The value.
    pub value: Option<String>,
    /// The page.
    pub url: Option<String>,
    /// The file.
    pub media_id: Option<MediaId>,
    /// The member.
    pub userid: Option<UserId>,
}

/// A link below a card.
#[endpoint(part)]
pub struct CardJump {
    /// What a tap does: 0 nothing, 1 opens `url`, 2 opens the Mini Program.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// What it shows.
    pub title: String,
    /// The page.
    pub url: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
}

/// What a tap on a card does.
#[endpoint(part)]
pub struct CardAction {
    /// Not heeded.
    pub title: Option<String>,
    /// 0 nothing, 1 opens `url`, 2 opens the Mini Program.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The page.
    pub url: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The Mini Program's page.
    pub pagepath: Option<String>,
}

/// A button.
#[endpoint(part)]
pub struct CardButton {
    /// What a press does: 0 sends an event, 1 opens `url`.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// What it shows.
    pub text: String,
    /// How it looks: 1 to 4.
    pub style: Option<u8>,
    /// What the event carries.
    pub key: Option<String>,
    /// The page.
    pub url: Option<String>,
}

/// A list of choices.
#[endpoint(part)]
pub struct CardCheckbox {
    /// With which the event names the question.
    pub question_key: String,
    /// 0 one choice, 1 several.
    pub mode: Option<u8>,
    /// Whether it can no longer be changed.
    pub disable: Option<bool>,
    /// 1 to 20 choices.
    pub option_list: Vec<CardChoice>,
}

/// A drop-down list.
#[endpoint(part)]
pub struct CardSelect {
    /// With which the event names the question.
    pub question_key: String,
    /// The question.
    pub title: Option<String>,
    /// Whether it can no longer be changed.
    pub disable: Option<bool>,
    /// The choice shown at first.
    pub selected_id: Option<String>,
    /// 1 to 10 choices.
    pub option_list: Vec<CardChoice>,
}

/// One choice.
#[endpoint(part)]
pub struct CardChoice {
    /// With which the event names it.
    pub id: String,
    /// What it shows.
    pub text: String,
    /// Whether it is chosen from the start.
    pub is_checked: Option<bool>,
    /// Whether it can be chosen no longer.
    pub disable: Option<bool>,
}
