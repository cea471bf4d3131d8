//! Events about cards.

use weixin_protocol::{Header, OpenId, UnionId, inbound, messages};

use crate::ids::{CardId, StoreId, TransactionId};
use weixin_api::{StringEnum, Timestamp};

messages![
    CardApproved,
    CardRejected,
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

weixin_api::string_id! {
    /// An order of card points (券点订单, order_id).
    CardPointsOrderId
}

/// A card was approved (审核通过); from now on it can be handed out.
#[inbound(event = "card_pass_check", scope(official))]
pub struct CardApproved {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The approved card.
    pub card_id: CardId,
}

/// The platform's review rejected a card (审核不通过).
#[inbound(event = "card_not_pass_check", scope(official))]
pub struct CardRejected {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The rejected card.
    pub card_id: CardId,
    /// Why the card was rejected.
    pub refuse_reason: Option<String>,
}

/// A user took a card (领取卡券), or accepted one that another user gave them.
#[inbound(event = "user_get_card", scope(official))]
pub struct UserGetCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card that was taken.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
    /// Whether somebody gave the card to the user (转赠领取).
    pub is_give_by_friend: Option<bool>,
    /// The user who gave it; empty if nobody did.
    pub friend_user_name: Option<OpenId>,
    /// The code that the card had before it was given on.
    pub old_user_card_code: Option<String>,
    /// The source of the card as a number (领取场景值).
    pub outer_id: Option<String>,
    /// The source that the card was handed out with (领取渠道).
    pub outer_str: Option<String>,
    /// Whether the user took back a membership card that they had deleted.
    pub is_restore_member_card: Option<bool>,
    /// Whether another user recommended the card.
    pub is_recommend_by_friend: Option<bool>,
    /// Where in WeChat the card was taken.
    pub source_scene: Option<String>,
    /// The user at all accounts of the same Open Platform account. Missing if there is none.
    pub union_id: Option<UnionId>,
}

/// A user gives a card to somebody (转赠卡券). When it is accepted, a [`UserGetCard`] follows.
#[inbound(event = "user_gifting_card", scope(official))]
pub struct UserGiveCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card that is given on.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
    /// The user who receives it; empty while nobody has accepted it.
    pub friend_user_name: Option<OpenId>,
    /// Whether the card came back because nobody accepted it.
    pub is_return_back: Option<bool>,
    /// Whether the card was given to a group chat.
    pub is_chat_room: Option<bool>,
}

/// A user deleted a card from their card holder (卡包).
#[inbound(event = "user_del_card", scope(official))]
pub struct UserDeleteCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card that was deleted.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
}

/// A user's card was redeemed (核销), by the API or in any other way.
#[inbound(event = "user_consume_card", scope(official))]
pub struct UserConsumeCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The redeemed card.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
    /// How the card was redeemed (核销来源).
    pub consume_source: Option<ConsumeSource>,
    /// The store where it was redeemed.
    pub location_id: Option<StoreId>,
    /// The name of the store.
    pub location_name: Option<String>,
    /// The member of staff who redeemed it.
    pub staff_open_id: Option<OpenId>,
    /// The verification code that the user entered when redeeming the card themselves (自助核销).
    pub verify_code: Option<String>,
    /// The amount that the user entered when redeeming the card themselves, in fen.
    pub remark_amount: Option<String>,
    /// The source of the card as a number (领取场景值).
    pub outer_id: Option<String>,
    /// The source that the card was handed out with (领取渠道).
    pub outer_str: Option<String>,
}

/// How a card was redeemed (核销来源).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ConsumeSource {
    /// By the API (API核销).
    #[string_enum(rename = "FROM_API")]
    Api,
    /// In the console (公众平台核销).
    #[string_enum(rename = "FROM_MP")]
    Console,
    /// By a member of staff with a phone (卡券商户助手核销).
    #[string_enum(rename = "FROM_MOBILE_HELPER")]
    MobileHelper,
    /// A value that this version does not know.
    Other(String),
}

/// A user paid through a card (微信买单).
#[inbound(event = "user_pay_from_pay_cell", scope(official))]
pub struct UserPayFromCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card that was used to pay.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
    /// The payment.
    pub trans_id: Option<TransactionId>,
    /// The store where the user paid.
    pub location_id: Option<StoreId>,
    /// The name of the store.
    pub location_name: Option<String>,
    /// The amount paid, in fen.
    pub fee: Option<u64>,
    /// The amount before the discount, in fen.
    pub original_fee: Option<u64>,
}

/// A user opened a card that was created with `need_push_on_view`.
#[inbound(event = "user_view_card", scope(official))]
pub struct UserViewCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card that was opened.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
    /// The source of the card as a number (领取场景值).
    pub outer_id: Option<String>,
    /// The source that the card was handed out with (领取渠道).
    pub outer_str: Option<String>,
}

/// A user opened the account's chat from a card.
#[inbound(event = "user_enter_session_from_card", scope(official))]
pub struct UserEnterSessionFromCard {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card from which the chat was opened.
    pub card_id: CardId,
    /// The code of the user's card.
    pub user_card_code: String,
}

/// A user wanted a card of which at most 100 are left, after there had been more than 200 (库存报警).
///
/// It is pushed at most every 12 hours.
#[inbound(event = "card_sku_remind", scope(official))]
pub struct CardStockLow {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The card whose stock is low.
    pub card_id: CardId,
    /// The warning in words.
    pub detail: Option<String>,
}

/// The balance of card points changed (券点流水详情).
#[inbound(event = "card_pay_order", scope(official))]
pub struct CardPointsOrder {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The order that changed the balance.
    pub order_id: CardPointsOrderId,
    /// Why the balance changed.
    pub order_type: Option<CardPointsOrderKind>,
    /// The state of the order.
    pub status: Option<CardPointsOrderState>,
    /// When the order was created.
    pub create_order_time: Option<Timestamp>,
    /// When the order was paid.
    pub pay_finish_time: Option<Timestamp>,
    /// A description of the order.
    pub desc: Option<String>,
    /// How many free points were added or spent.
    pub free_coin_count: Option<i64>,
    /// How many paid points were added or spent.
    pub pay_coin_count: Option<i64>,
    /// How many free points were refunded.
    pub refund_free_coin_count: Option<i64>,
    /// How many paid points were refunded.
    pub refund_pay_coin_count: Option<i64>,
    /// The data of the receipt.
    pub receipt_info: Option<String>,
    /// A remark.
    pub memo: Option<String>,
}

/// Why the balance of card points changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardPointsOrderKind {
    /// The platform granted points (平台赠送券点).
    #[string_enum(rename = "ORDER_TYPE_SYS_ADD")]
    SystemAdd,
    /// The account bought points (充值券点).
    #[string_enum(rename = "ORDER_TYPE_WXPAY")]
    Purchase,
    /// Points were returned (库存未使用回退券点).
    #[string_enum(rename = "ORDER_TYPE_REFUND")]
    Refund,
    /// Points were spent on cards (券点兑换库存).
    #[string_enum(rename = "ORDER_TYPE_REDUCE")]
    Reduce,
    /// The platform took points away (平台扣减).
    #[string_enum(rename = "ORDER_TYPE_SYS_REDUCE")]
    SystemReduce,
    /// A value that this version does not know.
    Other(String),
}

/// The state of an order of card points.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardPointsOrderState {
    /// It waits for payment (等待支付).
    #[string_enum(rename = "ORDER_STATUS_WAITING")]
    Waiting,
    /// It was paid (支付成功).
    #[string_enum(rename = "ORDER_STATUS_SUCC")]
    Succeeded,
    /// The points were credited (加代币成功).
    #[string_enum(rename = "ORDER_STATUS_FINANCE_SUCC")]
    Credited,
    /// The stock was added (加库存成功).
    #[string_enum(rename = "ORDER_STATUS_QUANTITY_SUCC")]
    Stocked,
    /// The points were refunded (已退币).
    #[string_enum(rename = "ORDER_STATUS_HAS_REFUND")]
    Refunded,
    /// The refund waits for confirmation (等待退币确认).
    #[string_enum(rename = "ORDER_STATUS_REFUND_WAITING")]
    RefundWaiting,
    /// It was rolled back (已回退).
    #[string_enum(rename = "ORDER_STATUS_ROLLBACK")]
    RolledBack,
    /// A receipt was issued (已开发票).
    #[string_enum(rename = "ORDER_STATUS_HAS_RECEIPT")]
    Receipted,
    /// A value that this version does not know.
    Other(String),
}
