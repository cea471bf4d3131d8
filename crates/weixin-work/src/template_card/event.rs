//! What a member does with a card.

use weixin_protocol::{Header, inbound};

use super::{CardOptionId, CardTaskId, TemplateCardKind};

/// A member tapped a button of a card or submitted its choices. The answer to the push may change
/// the card; so may [`UpdateTemplateCard`](crate::message::UpdateTemplateCard), once, with the code
/// that comes along.
///
/// # Examples
///
/// ```
/// # use weixin_work::template_card::TemplateCardEvent;
/// // A handler: `Bot::new().on(tapped)`.
/// async fn tapped(event: TemplateCardEvent) {
///     println!("button {:?} of card {:?}", event.event_key, event.task_id);
///     for item in event.selected_items.into_iter().flat_map(|all| all.selected_item) {
///         println!("{}: {:?}", item.question_key, item.options());
///     }
/// }
/// ```
#[inbound(event = "template_card_event", scope(work))]
pub struct TemplateCardEvent {
    /// The member, the app, and the time.
    pub header: Header,
    /// Key of the button.
    pub event_key: Option<String>,
    /// The card, by the id that the app gave it.
    pub task_id: Option<CardTaskId>,
    /// Type of the card that was tapped.
    pub card_type: Option<TemplateCardKind>,
    /// A code with which the card can be updated, once, within 72 hours.
    pub response_code: Option<String>,
    /// The options that were chosen.
    pub selected_items: Option<SelectedItems>,
}

/// The options that were chosen on a card.
#[inbound(part)]
pub struct SelectedItems {
    /// One entry for each question.
    pub selected_item: Vec<SelectedItem>,
}

/// The options that were chosen for a question.
#[inbound(part)]
pub struct SelectedItem {
    /// Key of the question, as the card gave it.
    pub question_key: String,
    /// The chosen options; read them with [`options`](Self::options).
    pub option_ids: Option<OptionIds>,
    /// The same, under the name that the platform's documentation misspells.
    pub opiton_ids: Option<OpitonIds>,
}

impl SelectedItem {
    /// The ids of the options that were chosen.
    pub fn options(&self) -> &[CardOptionId] {
        match (&self.option_ids, &self.opiton_ids) {
            (Some(ids), _) => &ids.option_id,
            (None, Some(ids)) => &ids.opiton_id,
            (None, None) => &[],
        }
    }
}

/// The options that were chosen for a question.
#[inbound(part)]
pub struct OptionIds {
    /// Ids of the options.
    pub option_id: Vec<CardOptionId>,
}

/// The options that were chosen, under the name that the platform's documentation misspells.
#[inbound(part)]
pub struct OpitonIds {
    /// Ids of the options.
    pub opiton_id: Vec<CardOptionId>,
}

/// A member chose an entry of the menu in the corner of a card. The answer to the push may change
/// the card; so may [`UpdateTemplateCard`](crate::message::UpdateTemplateCard), once, with the code
/// that comes along.
#[inbound(event = "template_card_menu_event", scope(work))]
pub struct TemplateCardMenuEvent {
    /// The member, the app, and the time.
    pub header: Header,
    /// Key of the entry.
    pub event_key: Option<String>,
    /// The card, by the id that the app gave it.
    pub task_id: Option<CardTaskId>,
    /// Type of the card that was tapped.
    pub card_type: Option<TemplateCardKind>,
    /// A code with which the card can be updated, once, within 72 hours.
    pub response_code: Option<String>,
}

/// A member tapped a button of a task card (任务卡片), the older form of cards. The answer to the push
/// may change the card.
#[inbound(event = "taskcard_click", scope(work))]
pub struct TaskCardClicked {
    /// The member, the app, and the time.
    pub header: Header,
    /// Key of the button.
    pub event_key: String,
    /// The card, by the id that the app gave it.
    pub task_id: CardTaskId,
}
