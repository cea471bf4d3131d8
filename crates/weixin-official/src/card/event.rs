//! What is pushed about cards.

use weixin_protocol::{Header, OpenId, inbound, messages};

messages![
    CardApproved,
    CardRefused,
    UserGetCard,
    UserGiveCard,
    UserDeleteCard,
    UserConsumeCard,
    UserPayFromCard,
    UserViewCard,
    UserEnterSessionFromCard,
    CardStockLow,
    CardPointsOrder
];

/// A card was approved. Event `card_pass_check`.
#[inbound(event = "card_pass_check", scope(official))]
pub struct CardApproved {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
}

/// A card was not approved. Event `card_not_pass_check`.
#[inbound(event = "card_not_pass_check", scope(official))]
pub struct CardRefused {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Why.
    pub refuse_reason: Option<String>,
}

/// Somebody took a card. Event `user_get_card`.
#[inbound(event = "user_get_card", scope(official))]
pub struct UserGetCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
    /// Whether it was given by somebody.
    pub is_give_by_friend: Option<bool>,
    /// By whom.
    pub friend_user_name: Option<OpenId>,
    /// The code it had before.
    pub old_user_card_code: Option<String>,
    /// Where it was taken, as a number.
    pub outer_id: Option<String>,
    /// Where it was taken, as said when it was distributed.
    pub outer_str: Option<String>,
    /// Whether a member card that was deleted has been taken again.
    pub is_restore_member_card: Option<bool>,
    /// Whether it was recommended by somebody.
    pub is_recommend_by_friend: Option<bool>,
    /// From where in WeChat it was taken.
    pub source_scene: Option<String>,
    /// Who took it, if the account belongs to an Open Platform account.
    pub union_id: Option<String>,
}

/// Somebody gives a card to somebody. Event `user_gifting_card`.
#[inbound(event = "user_gifting_card", scope(official))]
pub struct UserGiveCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
    /// To whom; empty while nobody has taken it.
    pub friend_user_name: Option<OpenId>,
    /// Whether it came back, for nobody took it.
    pub is_return_back: Option<bool>,
    /// Whether it was given to a group.
    pub is_chat_room: Option<bool>,
}

/// Somebody deleted a card. Event `user_del_card`.
#[inbound(event = "user_del_card", scope(official))]
pub struct UserDeleteCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
}

/// A card was used up. Event `user_consume_card`.
#[inbound(event = "user_consume_card", scope(official))]
pub struct UserConsumeCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
    /// How: `FROM_API`, `FROM_MP` (in the console), `FROM_MOBILE_HELPER` (by staff with a phone).
    pub consume_source: Option<String>,
    /// At which store.
    pub location_id: Option<String>,
    /// Its name.
    pub location_name: Option<String>,
    /// By which member of staff.
    pub staff_open_id: Option<OpenId>,
    /// The code of verification, when the user did it.
    pub verify_code: Option<String>,
    /// The sum that was noted, when the user did it, in fen.
    pub remark_amount: Option<String>,
    /// Where the card was taken, as a number.
    pub outer_id: Option<String>,
    /// Where the card was taken, as said when it was distributed.
    pub outer_str: Option<String>,
}

/// Somebody paid through a card. Event `user_pay_from_pay_cell`.
#[inbound(event = "user_pay_from_pay_cell", scope(official))]
pub struct UserPayFromCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
    /// The number of the payment.
    pub trans_id: Option<String>,
    /// At which store.
    pub location_id: Option<String>,
    /// Its name.
    pub location_name: Option<String>,
    /// What was paid, in fen.
    pub fee: Option<u64>,
    /// What it would have been, in fen.
    pub original_fee: Option<u64>,
}

/// Somebody opened a card, of which this was asked for. Event `user_view_card`.
#[inbound(event = "user_view_card", scope(official))]
pub struct UserViewCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
    /// Where it was taken, as a number.
    pub outer_id: Option<String>,
    /// Where it was taken, as said when it was distributed.
    pub outer_str: Option<String>,
}

/// Somebody came to the account from a card. Event `user_enter_session_from_card`.
#[inbound(event = "user_enter_session_from_card", scope(official))]
pub struct UserEnterSessionFromCard {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
}

/// Somebody wanted a card of which at most 100 are left, and there were more than 200; told
/// every 12 hours at most. Event `card_sku_remind`.
#[inbound(event = "card_sku_remind", scope(official))]
pub struct CardStockLow {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// What the platform says about it.
    pub detail: Option<String>,
}

/// The balance of card points (券点) changed. Event `card_pay_order`.
#[inbound(event = "card_pay_order", scope(official))]
pub struct CardPointsOrder {
    /// From whom, to whom, when.
    pub header: Header,
    /// The order.
    pub order_id: String,
    /// What kind it is: `ORDER_TYPE_SYS_ADD`, `ORDER_TYPE_WXPAY`, `ORDER_TYPE_REFUND`,
    /// `ORDER_TYPE_REDUCE` or `ORDER_TYPE_SYS_REDUCE`.
    pub order_type: Option<String>,
    /// How far it is: `ORDER_STATUS_WAITING`, `ORDER_STATUS_SUCC`, `ORDER_STATUS_FINANCE_SUCC`,
    /// `ORDER_STATUS_QUANTITY_SUCC`, `ORDER_STATUS_HAS_REFUND`, `ORDER_STATUS_REFUND_WAITING`,
    /// `ORDER_STATUS_ROLLBACK` or `ORDER_STATUS_HAS_RECEIPT`.
    pub status: Option<String>,
    /// When it was made, in seconds since 1970.
    pub create_order_time: Option<i64>,
    /// When it was paid, in seconds since 1970.
    pub pay_finish_time: Option<i64>,
    /// What it says.
    pub desc: Option<String>,
    /// How many points were free.
    pub free_coin_count: Option<i64>,
    /// How many were paid for.
    pub pay_coin_count: Option<i64>,
    /// How many free ones came back.
    pub refund_free_coin_count: Option<i64>,
    /// How many paid ones came back.
    pub refund_pay_coin_count: Option<i64>,
    /// The receipt.
    pub receipt_info: Option<String>,
    /// A note.
    pub memo: Option<String>,
}
