//! What a member does with a card.

use weixin_protocol::{Header, inbound};

/// A button of a card was tapped, or its choices were handed in. Event `template_card_event`.
#[inbound(event = "template_card_event", scope(work))]
pub struct TemplateCardEvent {
    /// Who, in which app.
    pub header: Header,
    /// The button's key.
    pub event_key: Option<String>,
    /// The card's task.
    pub task_id: Option<String>,
    /// The kind of the card, as in [`TemplateCardKind`](super::TemplateCardKind).
    pub card_type: Option<String>,
    /// With which the card can be changed, once, within 72 hours.
    pub response_code: Option<String>,
    /// What was chosen.
    pub selected_items: Option<SelectedItems>,
}

/// What was chosen on a card.
#[inbound(part)]
pub struct SelectedItems {
    /// By question.
    pub selected_item: Vec<SelectedItem>,
}

/// What was chosen for a question.
#[inbound(part)]
pub struct SelectedItem {
    /// The question's key.
    pub question_key: String,
    /// What was chosen; see [`options`](Self::options).
    pub option_ids: Option<OptionIds>,
    /// The same, as the platform's documentation spells it.
    pub opiton_ids: Option<OpitonIds>,
}

impl SelectedItem {
    /// The ids of the options that were chosen.
    pub fn options(&self) -> &[String] {
        match (&self.option_ids, &self.opiton_ids) {
            (Some(ids), _) => &ids.option_id,
            (None, Some(ids)) => &ids.opiton_id,
            (None, None) => &[],
        }
    }
}

/// Options that were chosen.
#[inbound(part)]
pub struct OptionIds {
    /// Their ids.
    pub option_id: Vec<String>,
}

/// Options that were chosen, as the platform's documentation spells them.
#[inbound(part)]
pub struct OpitonIds {
    /// Their ids.
    pub opiton_id: Vec<String>,
}

/// An entry of the menu in the corner of a card was tapped. Event `template_card_menu_event`.
#[inbound(event = "template_card_menu_event", scope(work))]
pub struct TemplateCardMenuEvent {
    /// Who, in which app.
    pub header: Header,
    /// The entry's key.
    pub event_key: Option<String>,
    /// The card's task.
    pub task_id: Option<String>,
    /// The kind of the card, as in [`TemplateCardKind`](super::TemplateCardKind).
    pub card_type: Option<String>,
    /// With which the card can be changed, once, within 72 hours.
    pub response_code: Option<String>,
}

/// A button of a card in the older form (任务卡片) was tapped. Event `taskcard_click`.
#[inbound(event = "taskcard_click", scope(work))]
pub struct TaskCardClicked {
    /// Who, in which app.
    pub header: Header,
    /// The button's key.
    pub event_key: String,
    /// The card's task.
    pub task_id: String,
}
